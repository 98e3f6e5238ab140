"""The two e-Kinerja reports → how many people have which predikat, by unit, group of posts, golongan and sex."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kinerja.intake import penilaian_baris as baris_
from kinerja.intake import penilaian_gabung as gabung
from kinerja.intake import penilaian_tabel as tabel
from kinerja.intake.laporan import CONTOH_BARIS, Laporan, TidakAman
from kinerja.intake.penilaian_baca import Sumber, open_report
from kinerja.intake.penilaian_baris import Kode
from kinerja.intake.penilaian_kenal import Kamus
from kinerja.intake.table import database
from kinerja.intake.terbit import dice, released
from kinerja.model.hasil import Hasil, KeadaanHasil
from kinerja.model.repository import Repository
from kinerja.numbers import id_number, period_bounds
from kinerja.problems import Problem, ProblemsFound

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True, kw_only=True)
class Permintaan:
    """The files and what the officer said about them; `pegawai` is a staff table with NIP, post, golongan; `benih`
    seeds the rounding of a demonstration."""

    skp: Path
    penilaian: Path
    pegawai: Path | None = None
    periode: str
    dihitung_pada: date
    keadaan: KeadaanHasil = "sementara"
    benih: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terhimpun:
    """The tables as they may be published, a report for the terminal on each file, and one on the protection.

    `asal` are the same tables before rounding: for tests, never to be written or shown.
    """

    dokumen: tuple[Hasil, ...]
    laporan: tuple[Laporan, ...]
    perlindungan: tuple[str, ...]
    asal: tuple[Hasil, ...]


@dataclass(frozen=True, slots=True)
class _Dibaca:
    """A report that is in the database, and how many rows it had."""

    sumber: Sumber
    jumlah: int


def collect_ratings(repository: Repository, permintaan: Permintaan) -> Terhimpun:
    """The tables of one period. Raises ProblemsFound with every row that cannot be used, or where no table is safe."""
    with database(permintaan.skp) as con:
        kamus = Kamus(repository, period_bounds(permintaan.periode)[1])
        skp, penilaian, pegawai, kode, problems = _read(con, kamus, permintaan)
        _join(con, kamus, kode, skp.sumber, penilaian.sumber, pegawai.sumber if pegawai else None, problems)
        known = {key for one in (skp, pegawai) if one for key in one.sumber.kolom}
        sebaran = tabel.spread(repository, kode, gabung.counts(con), known)
        laporan = [
            _report(con, skp, "orang", "buang", _skp_notes(con, penilaian.sumber, known)),
            _report(con, penilaian, "nilai", "lewat", []),
        ]
        if pegawai:
            laporan.append(_report(con, pegawai, "staf WHERE nip IN (SELECT nip FROM orang)", "lewat_p", []))
    terbitan = tabel.Terbitan(
        periode=permintaan.periode, dihitung_pada=permintaan.dihitung_pada, keadaan=permintaan.keadaan, kode=kode
    )
    acak = dice(permintaan.benih, kode.status, (permintaan.skp.name, permintaan.penilaian.name))
    try:
        safe = tabel.protected(repository, terbitan, sebaran, acak)
    except ProblemsFound as refused:
        raise TidakAman(refused.problems, tuple(laporan)) from None
    return Terhimpun(
        dokumen=tuple(released(repository, table) for table in (*safe.dokumen, *safe.jumlah)),
        laporan=tuple(laporan), perlindungan=safe.laporan, asal=safe.asal,
    )  # fmt: skip


def _read(
    con: duckdb.DuckDBPyConnection, kamus: Kamus, permintaan: Permintaan
) -> tuple[_Dibaca, _Dibaca, _Dibaca | None, Kode, list[Problem]]:
    """Every file as a typed table; the text of a file is gone before the next one is opened.

    The last are the rows that cannot be used: others are looked for before all are told.
    """
    problems: list[Problem] = []
    found: dict[str, Any] = {}

    def attempt(jenis: Any, path: Path, read: Callable[[Sumber], Iterable[Problem]]) -> None:
        try:
            sumber = open_report(jenis, path, con, permintaan.periode)
            found[jenis] = _Dibaca(sumber, sumber.tabel.jumlah)
            problems.extend(read(sumber))
            _forget(con, jenis)
        except ProblemsFound as refused:
            problems.extend(refused.problems)

    def read_skp(sumber: Sumber) -> Iterable[Problem]:
        found["kode"] = baris_.read_units(con, sumber, kamus)
        baris_.read_skp(con, sumber, kamus, found["kode"])
        return baris_.skp_problems(sumber, kamus.akhir.year)

    def read_ratings(sumber: Sumber) -> Iterable[Problem]:
        return baris_.rating_problems(sumber, baris_.read_ratings(con, sumber, kamus.akhir.year))

    def read_staff(sumber: Sumber) -> Iterable[Problem]:
        baris_.read_staff(con, sumber, kamus, found["kode"])
        return baris_.staff_problems(sumber)

    attempt("penilaian", permintaan.penilaian, read_ratings)
    attempt("skp", permintaan.skp, read_skp)
    if permintaan.pegawai and "kode" in found:
        attempt("pegawai", permintaan.pegawai, read_staff)
    if len(found) < 3 + (permintaan.pegawai is not None):
        _refuse(problems)
    return found["skp"], found["penilaian"], found.get("pegawai"), found["kode"], problems


def _forget(con: duckdb.DuckDBPyConnection, name: str) -> None:
    kind = con.execute("SELECT table_type FROM information_schema.tables WHERE table_name = ?", [name]).fetchone()
    assert kind is not None
    con.execute(f"DROP {'VIEW' if kind[0] == 'VIEW' else 'TABLE'} {name}")
    con.execute(f"DROP TABLE IF EXISTS isi_{name}")


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise ProblemsFound(tuple(sorted(set(problems))))


def _join(
    con: duckdb.DuckDBPyConnection, kamus: Kamus, kode: Kode, skp: Sumber, penilaian: Sumber, pegawai: Sumber | None,
    found: Sequence[Problem],
) -> None:  # fmt: skip
    """One row for each person, with the rating. `found` are problems that reading has found already."""
    problems = [*found, *gabung.latest(con, skp), *gabung.unit_problems(con, skp, kamus, kode)]
    if pegawai is None or "golongan" not in pegawai.kolom:
        problems += gabung.grade_problems(con, skp, "orang")
    else:
        problems += gabung.grade_problems(con, pegawai, "p")
    with_id = "id" in skp.kolom and "id" in penilaian.kolom
    if "nip" not in penilaian.kolom and not with_id:
        pesan = "Laporan Penilaian SKP ini tanpa NIP, dan Laporan SKP tanpa id, jadi keduanya tidak dapat digabung"
        problems.append(penilaian.problem(1, "id", "laporan-keliru", pesan, "Unduh ulang kedua laporan."))
    else:
        problems += gabung.ratings(con, penilaian, with_id)
        if not found and con.execute("SELECT count(*) FROM nilai").fetchone() == (0,):
            pesan = "tidak ada satu baris pun yang cocok dengan Laporan SKP"
            saran = "Periksa apakah kedua laporan berasal dari instansi dan tahun yang sama."
            problems.append(penilaian.problem(1, "nip", "laporan-keliru", pesan, saran))
    _refuse(problems)
    if pegawai is not None:
        gabung.apply_staff(con, pegawai)


def _report(
    con: duckdb.DuckDBPyConnection, dibaca: _Dibaca, counted: str, left_out: str, notes: Sequence[str]
) -> Laporan:  # fmt: skip
    sumber = dibaca.sumber
    untitled = "" if sumber.tahun or sumber.jenis == "pegawai" else "Judul berkas ini tanpa tahun: periksa tahunnya."
    return Laporan(
        berkas=sumber.tabel.berkas, dibaca=dibaca.jumlah,
        dihitung=con.execute(f"SELECT count(*) FROM {counted}").fetchall()[0][0],
        dilewati=gabung.left_out(con, left_out),
        kolom_pribadi=sumber.pribadi, kolom_tidak_dikenal=sumber.tidak_dikenal,
        catatan=tuple(note for note in (*sumber.tabel.catatan, untitled, *notes) if note),
    )  # fmt: skip


def _skp_notes(con: duckdb.DuckDBPyConnection, penilaian: Sumber, known: set[str]) -> list[str]:
    """Posts that no group knows, and people without a row in the other report."""
    notes = []
    query = f"SELECT count(*), count(DISTINCT jabatan), min(baris, {CONTOH_BARIS}) FROM orang WHERE jabatan < 0"
    count, words, rows = con.execute(query).fetchall()[0]
    if count and "jabatan" in known:
        shown = ", ".join(map(str, rows)) + (", …" if count > len(rows) else "")
        notes.append(
            f"{id_number(count)} baris dengan {id_number(words)} sebutan jabatan yang tidak dikenal dihitung sebagai"
            f" lainnya (baris {shown}). Tambahkan aliasnya di data/jabatan/."
        )
    missing = con.execute("SELECT count(*) FROM orang WHERE nip NOT IN (SELECT nip FROM nilai)").fetchall()[0][0]
    if missing:
        notes.append(f"{id_number(missing)} pegawai tidak ada dalam {penilaian.tabel.berkas}: dihitung belum dinilai.")
    return notes
