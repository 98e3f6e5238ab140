"""A register of requests → for each service how many, how many on time, and how long they took."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kinerja.intake import waktu_sql
from kinerja.intake.kolom import letter, recognise
from kinerja.intake.laporan import CONTOH_BARIS, Dilewati, Laporan
from kinerja.intake.table import Tabel
from kinerja.intake.tanggal import NAMA_URUTAN, Urutan
from kinerja.intake.waktu_baca import Register, read_register
from kinerja.intake.waktu_kolom import ASING, KOLOM, KOSONG, LAIN, TANPA_STANDAR, Pilihan
from kinerja.intake.waktu_periksa import column_problems, row_problems
from kinerja.intake.waktu_sql import Hitungan
from kinerja.model.aturan_layanan import VersiSelang
from kinerja.model.capaian import CapaianLayanan, CaraCatat
from kinerja.model.dokumen import Sumber
from kinerja.model.layanan import Standar
from kinerja.model.repository import Repository
from kinerja.numbers import id_date, id_number, id_period, period_bounds
from kinerja.problems import Problem, ProblemsFound
from kinerja.rules.capaian import standard_on
from kinerja.rules.versi import version_on
from kinerja.rules.waktu import Kalender, calendar_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Hasil:
    """A document for each service, and the report for the terminal."""

    dokumen: tuple[CapaianLayanan, ...]
    laporan: Laporan


@dataclass(frozen=True, slots=True, kw_only=True)
class _Permintaan:
    """What is asked for; `standar` by the code of the service, in the order of `slugs`."""

    repository: Repository
    periode: str
    cara: CaraCatat
    pada: date
    slugs: tuple[str, ...]
    standar: tuple[Standar, ...]


def collect_times(
    repository: Repository, table: Tabel, periode: str, layanan: str | None, cara: CaraCatat, dihitung_pada: date,
    urutan: Urutan | None = None,
) -> Hasil:  # fmt: skip
    """The requests of each service whose start event lies in the period, in the unit of its standard.

    Only `layanan` where it is named, otherwise every service that the register names. `urutan` is the order of day,
    month and year, for columns that fit both. Raises ProblemsFound with every column and row that cannot be used.
    """
    kolom = recognise(table.judul, KOLOM)
    place = kolom.dikenal.get("layanan")
    slugs = Pilihan(repository, periode, layanan).match(table.con, None if place is None else f"k{place}")
    standar = tuple(s for slug in slugs if (s := standard_on(repository.layanan[slug], periode)) is not None)
    asked = _Permintaan(
        repository=repository, periode=periode, cara=cara, pada=dihitung_pada, slugs=slugs, standar=standar
    )
    _refuse([*_period_problems(asked, layanan, table.berkas), *column_problems(table, kolom, standar, layanan)])
    register = read_register(table, kolom, slugs, urutan)
    waktu_sql.choose(table.con, standar, *period_bounds(periode))
    kalender, tahun, unknown = _calendars(table, asked)
    _refuse([*row_problems(register, standar, urutan, dihitung_pada), *unknown])
    waktu_sql.calendar(table.con, kalender, tahun)
    counted = waktu_sql.results(table.con, standar, _interval_rule(asked), dihitung_pada)
    dilewati = _left_out(table, asked)
    if not counted:
        _refuse([_nothing(table, dilewati)])
    dokumen = tuple(_document(asked, slugs[code], standar[code], satu) for code, satu in counted.items())
    return Hasil(dokumen=dokumen, laporan=_report(register, asked, counted, dilewati))


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise ProblemsFound(tuple(problems))


def _period_problems(asked: _Permintaan, layanan: str | None, register: str) -> Iterator[Problem]:
    last = period_bounds(asked.periode)[1]
    if asked.pada < last:
        pesan = f"{id_period(asked.periode)} belum berakhir pada {id_date(asked.pada)}, tanggal register dihitung"
        saran = "Sebutkan --dihitung-pada dengan tanggal register ini diambil, setelah periodenya berakhir."
        yield Problem(register, 1, 1, "register-periode", "galat", pesan, saran)
    if layanan and standard_on(asked.repository.layanan[layanan], asked.periode) is None:
        berkas = asked.repository.layanan[layanan].berkas
        pesan = f"layanan ini belum mempunyai standar waktu yang berlaku pada {id_date(last)}"
        yield Problem(berkas, 1, 1, "register-standar", "galat", pesan, "Tambahkan standarnya, dengan SK-nya.")


def _interval_rule(asked: _Permintaan) -> VersiSelang:
    rule = asked.repository.aturan.selang
    return version_on(rule, period_bounds(asked.periode)[1]) or rule.versi[0]


def _calendars(table: Tabel, asked: _Permintaan) -> tuple[dict[int, Kalender], range, list[Problem]]:
    """The working days of each service that counts in them, the years that are needed, and those that are missing."""
    layanan = [asked.repository.layanan[slug] for slug in asked.slugs]
    kalender = {
        code: calendar_of(asked.repository.hari_libur.values(), layanan[code].jam)
        for code, satu in enumerate(asked.standar)
        if satu.satuan == "hari-kerja"
    }
    tahun = waktu_sql.years(table.con, [*kalender], asked.pada) if kalender else range(0)
    missing = [year for year in tahun if str(year) not in asked.repository.hari_libur]
    pesan = "hari libur tahun ini belum ada, jadi hari kerja dalam register tidak dapat dihitung"
    saran = "Buat berkas ini menurut keputusan bersama hari libur nasional dan cuti bersama tahun itu."
    return kalender, tahun, [
        Problem(f"data/hari-libur/{year}.yaml", 1, 1, "hari-libur-belum-ada", "galat", pesan, saran) for year in missing
    ]  # fmt: skip


def _left_out(table: Tabel, asked: _Permintaan) -> tuple[Dilewati, ...]:
    """The rows that are in no document, by reason."""
    first, last = period_bounds(asked.periode)
    start = waktu_sql.start_of(asked.standar)
    reasons = {
        f"layanan = {KOSONG}": "kosong",
        f"layanan = {LAIN}": "bukan layanan yang diminta",
        f"layanan = {ASING}": "nama layanannya tidak dikenal",
        f"layanan = {TANPA_STANDAR}": "layanannya belum mempunyai standar waktu pada periode ini",
        f"{start} IS NULL": "tanggal mulai menurut standar layanannya tidak diisi",
        f"{start} < DATE '{first}'": f"mulai sebelum {id_period(asked.periode)}",
        f"{start} >= DATE '{last + timedelta(days=1)}'": f"mulai setelah {id_period(asked.periode)}",
    }
    cases = " ".join(f"WHEN {test} THEN {place}" for place, test in enumerate(reasons))
    rows = table.con.execute(
        f"SELECT CASE {cases} END AS alasan, count(*), min(baris, {CONTOH_BARIS}) FROM urai"
        " WHERE alasan IS NOT NULL GROUP BY 1 ORDER BY 1"
    ).fetchall()
    texts = [*reasons.values()]
    return tuple(Dilewati(alasan=texts[place], jumlah=count, baris=tuple(baris)) for place, count, baris in rows)


def _nothing(table: Tabel, dilewati: Sequence[Dilewati]) -> Problem:
    reasons = "; ".join(f"{id_number(satu.jumlah)} baris {satu.alasan}" for satu in dilewati)
    pesan = "tidak ada satu permohonan pun yang dapat dihitung" + (f" ({reasons})" if reasons else "")
    return Problem(table.berkas, 1, 1, "register-kosong", "galat", pesan, "Periksa berkas, --periode, dan --layanan.")


def _document(asked: _Permintaan, slug: str, standar: Standar, satu: Hitungan) -> CapaianLayanan:
    """What was written by hand beside the counts (complaints, a note) stays."""
    layanan = asked.repository.layanan[slug]
    unit = asked.repository.perangkat_daerah.get(layanan.perangkat_daerah)
    # A unit that is not there is for the checks to tell.
    penerbit = unit.nama if unit else layanan.perangkat_daerah
    old = _before(asked, slug)
    return CapaianLayanan(
        berkas=f"data/capaian-layanan/{asked.periode}/{slug}.yaml",
        status=layanan.status,
        layanan=slug,
        periode=asked.periode,
        satuan=standar.satuan,
        mulai_dari=standar.mulai_dari,
        cara=asked.cara,
        batas=standar.batas,
        dihitung_pada=asked.pada,
        permohonan=satu.selesai + satu.terbuka,
        selesai=satu.selesai,
        terbuka=satu.terbuka,
        terbuka_lewat=satu.terbuka_lewat,
        tepat_waktu=satu.tepat_waktu,
        dibatalkan=satu.dibatalkan,
        waktu=satu.waktu,
        pengaduan=old.pengaduan if old else None,
        catatan=old.catatan if old else None,
        sumber=(Sumber(judul=f"Register permohonan {layanan.nama}", penerbit=penerbit, tanggal=asked.pada),),
    )


def _before(asked: _Permintaan, slug: str) -> CapaianLayanan | None:
    series = asked.repository.capaian_layanan.get(slug, ())
    return next((old for old in series if old.periode == asked.periode), None)


def _report(
    register: Register, asked: _Permintaan, counted: Mapping[int, Hitungan], dilewati: tuple[Dilewati, ...]
) -> Laporan:
    table, kolom = register.tabel, register.kolom
    notes = [*table.catatan, *_reading_notes(register)]
    for code, satu in counted.items():
        notes += _service_notes(asked, code, satu)
    return Laporan(
        berkas=table.berkas,
        dibaca=table.jumlah,
        dihitung=sum(satu.selesai + satu.terbuka + satu.dibatalkan for satu in counted.values()),
        dilewati=dilewati,
        kolom_pribadi=kolom.pribadi,
        kolom_tidak_dikenal=kolom.tidak_dikenal,
        catatan=tuple(notes),
    )


def _reading_notes(register: Register) -> Iterator[str]:
    for key, satu in register.tanggal.items():
        if satu.bentuk.angka:
            yield f"Tanggal di kolom {letter(satu.posisi)} dibaca {NAMA_URUTAN[satu.urutan]}."
        if key in register.tengah_malam:
            yield f"Sel tanpa jam di kolom {letter(satu.posisi)} dibaca pukul 00.00: begitulah buku kerja menyimpannya."
    if "keadaan" not in register.kolom.dikenal:
        yield "Kolom keadaan tidak ada: yang mempunyai tanggal selesai dihitung selesai, yang lain terbuka."


def _service_notes(asked: _Permintaan, code: int, satu: Hitungan) -> Iterator[str]:
    slug = asked.slugs[code]
    if satu.terbuka:
        pesan = "masih terbuka dan dihitung lebih lama daripada semua yang selesai"
        yield f"{slug}: {id_number(satu.terbuka)} dari {id_number(satu.selesai + satu.terbuka)} permohonan {pesan}."
    if satu.dibatalkan:
        yield f"{slug}: {id_number(satu.dibatalkan)} permohonan dibatalkan pemohon: tidak ikut dalam waktu layanan."
    if satu.seketika * 2 >= satu.selesai > 0:
        pesan = "selesai pada saat yang sama dengan mulainya; periksa apakah register diisi sekaligus"
        yield f"{slug}: {id_number(satu.seketika)} dari {id_number(satu.selesai)} permohonan {pesan}."
    old = _before(asked, slug)
    if old and (old.pengaduan or old.catatan):
        yield f"{slug}: `pengaduan` dan `catatan` dari berkas yang lama dipertahankan."
