"""Rows and columns of a register that cannot be used: each with its place and a remedy, never with a cell's content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from kinerja.intake.kolom import Pengenalan, letter
from kinerja.intake.sources import MAX_LISTED
from kinerja.intake.table import Tabel
from kinerja.intake.tanggal import NAMA_URUTAN, Urutan
from kinerja.intake.waktu_baca import Register, unread
from kinerja.intake.waktu_kolom import GANDA, NAMA_KOLOM, SELESAI, TERBUKA, TIDAK_DIKENAL
from kinerja.model.layanan import Standar
from kinerja.problems import Problem

_DATED = r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T,].*)?|\d{1,2}[- ][A-Za-z]+\.?[- ]\d{4}([ T,].*)?"
_SHORT = r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2}([ T,].*)?"
_START = {"permohonan-diterima": "diterima", "berkas-lengkap": "berkas_lengkap"}


def column_problems(
    tabel: Tabel, kolom: Pengenalan, standar: Sequence[Standar], layanan: str | None
) -> Iterator[Problem]:
    """Columns that are missing or there twice; without them rows cannot be judged."""

    def problem(aturan: str, pesan: str, saran: str) -> Problem:
        return Problem(tabel.berkas, max(1, tabel.baris_judul), 1, aturan, "galat", pesan, saran)

    for pair in kolom.ganda:
        yield problem("kolom-ganda", f"kolom {pair} berisi hal yang sama", "Hapus salah satu kolom itu.")
    if "layanan" not in kolom.dikenal and layanan is None:
        saran = "Beri judul `layanan` pada kolom nama layanan, atau sebutkan --layanan bila berkas ini satu layanan."
        yield problem("register-kolom", "kolom layanan tidak ada", saran)
    needed = dict.fromkeys([*sorted({_START[satu.mulai_dari] for satu in standar}), "selesai"])
    for key in needed:
        if key not in kolom.dikenal:
            saran = f"Beri judul `{NAMA_KOLOM[key]}` pada kolomnya; standar layanannya memerlukan tanggal itu."
            yield problem("register-kolom", f"kolom {NAMA_KOLOM[key]} tidak ada", saran)


def row_problems(register: Register, standar: Sequence[Standar], urutan: Urutan | None, pada: date) -> list[Problem]:
    """Every reason at once, of the rows of services that are counted. `standar`: by the code of the service."""
    tests = [*_tests(register, standar, pada)]
    counts = register.tabel.con.execute(
        f"SELECT {', '.join(f'count(*) FILTER ({test})' for test, *_ in tests)} FROM urai WHERE layanan >= 0"
    ).fetchone()
    assert counts is not None
    found = [problem for one, count in zip(tests, counts, strict=True) if count for problem in register.listed(*one)]
    dates = [problem for key in register.tanggal for problem in _date_problems(register, key, urutan)]
    return [*_unknown_words(register), *dates, *found, *_twice(register)]


def _tests(register: Register, standar: Sequence[Standar], pada: date) -> Iterator[tuple[str, int, str, str, str]]:
    """What no row may be: SQL, position of the column, name of the rule, message, remedy."""
    places = register.kolom.dikenal
    finished = places["selesai"]
    if "keadaan" in places:
        pesan, saran = "keadaannya selesai, tetapi tanpa tanggal selesai", "Isi tanggal selesai, atau betulkan keadaan."
        yield f"keadaan = {SELESAI} AND NOT selesai_isi", finished, "register-selesai", pesan, saran
        pesan, saran = "ada tanggal selesai, tetapi keadaannya belum selesai", "Betulkan keadaan atau tanggal selesai."
        yield f"keadaan = {TERBUKA} AND selesai_isi", finished, "register-selesai", pesan, saran
    order = (("diterima", "selesai"), ("berkas_lengkap", "selesai"), ("diterima", "berkas_lengkap"))
    for before, after in order:
        if before in places and after in places:
            pesan = f"{NAMA_KOLOM[after]} lebih awal daripada {NAMA_KOLOM[before]}"
            yield _earlier(after, before), places[after], "register-urutan", pesan, "Betulkan salah satu tanggal itu."
    for key in register.tanggal:
        saran = "Betulkan tanggalnya, atau sebutkan --dihitung-pada dengan tanggal register ini diambil."
        pesan = f"{NAMA_KOLOM[key]} setelah tanggal register dihitung"
        yield f"{key} >= DATE '{pada + timedelta(days=1)}'", places[key], "register-masa-depan", pesan, saran
    yield from _without_time(places, standar)


def _without_time(places: Mapping[str, int], standar: Sequence[Standar]) -> Iterator[tuple[str, int, str, str, str]]:
    for start in sorted({satu.mulai_dari for satu in standar}):
        codes = [str(i) for i, s in enumerate(standar) if s.satuan in ("menit", "jam") and s.mulai_dari == start]
        if codes:
            mine = f"layanan IN ({', '.join(codes)})"
            pesan, saran = (
                "tanpa jam, padahal standar layanannya dalam menit atau jam",
                "Tulis jamnya: 2026-10-05 09:30.",
            )
            key = _START[start]
            yield f"{mine} AND {key}_isi AND NOT {key}_jam", places[key], "register-tanpa-jam", pesan, saran
            test = f"{mine} AND keadaan = {SELESAI} AND selesai_isi AND NOT selesai_jam"
            yield test, places["selesai"], "register-tanpa-jam", pesan, saran


def _earlier(one: str, other: str) -> str:
    """SQL: whether a time is before another; by day where one of them does not state the time of day."""
    return f"{one} < {other} AND (({one}_jam AND {other}_jam) OR {one}::DATE < {other}::DATE)"


def _unknown_words(register: Register) -> Iterator[Problem]:
    """Texts that no service and no state is called by: one problem for each text, told by its first row."""
    places = register.kolom.dikenal
    service = "Betulkan tulisannya, tambahkan sebagai `alias` layanannya di data/layanan/, atau sebutkan --layanan."
    state = "Tulis selesai, proses, ditolak, atau dibatalkan."
    cases = (
        ("layanan", f"layanan <= {TIDAK_DIKENAL}", "register-layanan", "nama layanan tidak dikenal", service),
        ("layanan", f"layanan = {GANDA}", "register-layanan", "nama ini milik lebih dari satu layanan",
         "Tulis nama lengkapnya, atau sebutkan --layanan."),
        ("keadaan", f"layanan >= 0 AND keadaan <= {TIDAK_DIKENAL}", "register-keadaan", "keadaan tidak dikenal", state),
    )  # fmt: skip
    for key, test, aturan, pesan, saran in cases:
        query = f"SELECT min(baris), count(*) FROM urai WHERE {test} GROUP BY {key} ORDER BY 1"
        rows = register.tabel.con.execute(query).fetchall() if key in places else []
        for i, (baris, count) in enumerate(rows[:MAX_LISTED]):
            others = len(rows) - MAX_LISTED
            more = f" (dan {others} isi lain yang tidak dikenal)" if i == MAX_LISTED - 1 and others > 0 else ""
            same = f", di {count} baris" if count > 1 else ""
            text = f"{pesan}{same}{more}"
            yield Problem(register.tabel.berkas, baris, places[key] + 1, aturan, "galat", text, saran)


def _date_problems(register: Register, key: str, urutan: Urutan | None) -> Iterator[Problem]:
    """Cells that are no date, dates in more than one order, and columns that fit both orders."""
    satu = register.tanggal[key]
    if satu.bentuk.iso and satu.bentuk.angka:
        yield from _year_first_and_last(register, key)
        return
    cell, bad = satu.sel, unread(key)
    query = f"SELECT count(*) FROM urai WHERE layanan >= 0 AND {bad}"
    if _count(register, query):
        source = f"SELECT u.baris FROM urai u JOIN masukan m USING (baris) WHERE u.layanan >= 0 AND {bad}"
        other: Urutan = "hbt" if satu.urutan == "bht" else "bht"
        turned = f"coalesce(({satu.bentuk.sql(cell, other)}) >= TIMESTAMP '1900-01-01', FALSE)"
        for test, pesan, saran in _reasons(cell, turned, satu.urutan, urutan):
            yield from register.problems(f"{source} AND {test}", satu.posisi, "register-tanggal", pesan, saran)
        return
    if urutan is None and satu.bentuk.angka and _fits_both(register, key):
        pesan = f"urutan hari dan bulan di kolom {letter(satu.posisi)} tidak dapat dipastikan: kedua urutan cocok"
        saran = "Sebutkan --urutan-tanggal hbt (hari-bulan-tahun) atau --urutan-tanggal bht (bulan-hari-tahun)."
        line = max(1, register.tabel.baris_judul)
        yield Problem(register.tabel.berkas, line, satu.posisi + 1, "register-urutan-tanggal", "galat", pesan, saran)


def _reasons(cell: str, turned: str, used: Urutan, stated: Urutan | None) -> Iterator[tuple[str, str, str]]:
    short, dated = f"regexp_full_match({cell}, '{_SHORT}')", f"regexp_full_match({cell}, '{_DATED}')"
    yield short, "tahun ditulis dengan dua angka", "Tulis tahun dengan empat angka, misalnya 5/10/2026."
    pesan = f"tanggal ini tidak ditulis {NAMA_URUTAN[used]}, seperti " + (
        "yang disebut" if stated else "baris lain di kolom ini"
    )
    yield f"NOT {short} AND {turned}", pesan, "Tulis semua tanggal dalam satu urutan, sebaiknya 2026-10-05."
    pesan, saran = "tanggal atau jam ini tidak ada", "Betulkan tanggalnya, misalnya 2026-10-05 09:30."
    yield f"NOT {short} AND NOT {turned} AND {dated}", pesan, saran
    pesan, saran = "isi sel ini bukan tanggal yang dikenal", "Tulis tanggal seperti 2026-10-05, atau kosongkan."
    yield f"NOT {short} AND NOT {turned} AND NOT {dated}", pesan, saran


def _year_first_and_last(register: Register, key: str) -> Iterator[Problem]:
    """The rarer of the two in a column that has both: some were dates to the spreadsheet and some were not."""
    satu = register.tanggal[key]
    source = f"SELECT m.baris FROM masukan m JOIN urai u USING (baris) WHERE u.layanan >= 0 AND {satu.sel} <> '' AND "
    first = rf"regexp_matches({satu.sel}, '^\d{{4}}')"
    last = rf"regexp_matches({satu.sel}, '^\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d')"
    counts = [_count(register, f"SELECT count(*) FROM ({source}{test})") for test in (first, last)]
    pesan = "tanggal di kolom ini ditulis dengan tahun di depan dan dengan tahun di belakang"
    saran = "Tulis semua dalam satu urutan; periksa apakah lembar kerja sudah menukar hari dan bulan."
    rarer = first if counts[0] < counts[1] else last
    yield from register.problems(f"{source}{rarer}", satu.posisi, "register-urutan-tanggal", pesan, saran)


def _fits_both(register: Register, key: str) -> bool:
    """Whether every date of numbers only could be read the other way round too, and some would be another day then."""
    satu = register.tanggal[key]
    numbers = f"{key} IS NOT NULL"
    source = "urai"
    if satu.bentuk.tetap:
        source = "urai JOIN masukan USING (baris)"
        numbers = rf"regexp_matches({satu.sel}, '^\d{{1,2}}[-/.]\d{{1,2}}[-/.]')"
    query = f"SELECT count(*) FILTER (day({key}) > 12), count(*) FILTER (day({key}) <> month({key})) FROM {source}"
    row = register.tabel.con.execute(f"{query} WHERE {numbers}").fetchone()
    assert row is not None
    return not row[0] and bool(row[1])


def _twice(register: Register) -> Iterator[Problem]:
    """Requests that stand there twice: by their number, or alike in everything where they have none."""
    known = register.kolom.dikenal
    query = "SELECT count(*) FROM (SELECT 1 FROM urai WHERE layanan >= 0 GROUP BY layanan, tanda HAVING count(*) > 1)"
    if not _count(register, query):
        return
    source = "SELECT baris FROM (SELECT baris, row_number() OVER (PARTITION BY {by} ORDER BY baris) AS ke"
    source += " FROM urai JOIN masukan USING (baris) WHERE layanan >= 0 AND {test}) WHERE ke > 1"
    number = f"k{known['nomor']}" if "nomor" in known else "''"
    pesan, saran = "nomor permohonan ini sudah ada di baris lain", "Hapus baris ganda, atau betulkan nomornya."
    by_number = source.format(by=f"layanan, {number}", test=f"{number} <> ''")
    yield from register.problems(by_number, known.get("nomor", 0), "baris-ganda", pesan, saran)
    pesan = "baris ini sama seluruhnya dengan baris lain, dan tidak bernomor"
    saran = "Hapus baris ganda; bila itu dua permohonan, tambahkan kolom nomor permohonan."
    cells = ", ".join(f"k{place}" for place in sorted(known.values()))
    alike = source.format(by=cells, test=f"{number} = ''")
    yield from register.problems(alike, 0, "baris-ganda", pesan, saran)


def _count(register: Register, query: str) -> int:
    row = register.tabel.con.execute(query).fetchone()
    assert row is not None
    return int(row[0])
