"""The rows of the reports as typed tables, and every row that cannot be used, by its place and never by its text.

`s` (Laporan SKP), `n` (Laporan Penilaian SKP) and `p` (staff table); a code below 0 stands for a word not understood.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinerja.intake.kolom import plain
from kinerja.intake.penilaian_baca import Sumber
from kinerja.intake.penilaian_kenal import GOLONGAN, Kamus, grade_of
from kinerja.intake.penilaian_kolom import BUKAN_PEGAWAI, class_of
from kinerja.intake.penilaian_sql import coded, date_of, joined, nip_of, plt_of
from kinerja.model.dokumen import Status
from kinerja.model.hasil import LAINNYA
from kinerja.model.perangkat_daerah import PerangkatDaerah
from kinerja.problems import Problem

if TYPE_CHECKING:
    import duckdb

# A golongan by its code for a PNS and for a PPPK, in one number.
_PACK = 16
SARAN_NIP = "Unduh ulang, dan jangan simpan lewat Excel sebagai angka: NIP harus 18 angka, kolomnya berformat teks."


@dataclass(frozen=True, slots=True)
class Kode:
    """What the codes of the tables stand for."""

    unit: tuple[PerangkatDaerah, ...]
    bagian: tuple[str, ...]
    jabatan: tuple[str, ...]
    status: Status
    tahun: int

    def jabatan_code(self, kamus: Kamus, word: str) -> int | None:
        """The code of a post."""
        slug = kamus.jabatan(word, self.status)
        return None if slug is None else self.jabatan.index(slug)


def read_units(con: duckdb.DuckDBPyConnection, sumber: Sumber, kamus: Kamus) -> Kode:
    """The codes, after a look at the units: all of a run are official, or all are fictional."""
    units = tuple(kamus.repository.perangkat_daerah.values())
    statuses: list[Status] = []

    def code(word: str) -> int | None:
        unit = kamus.unit(word)
        if unit is None:
            return None
        statuses.append(unit.status)
        return units.index(unit)

    coded(con, sumber, unit_key(sumber), code)
    status: Status = "resmi" if "resmi" in statuses or not statuses else "contoh"
    parts = tuple(sorted({plain(bagian.nama) for unit in units for bagian in unit.bagian}))
    return Kode(units, parts, (*kamus.repository.jabatan, LAINNYA), status, kamus.akhir.year)


def unit_key(sumber: Sumber) -> str:
    """The column that names the unit: the parent unit where the report has it."""
    return "induk" if "induk" in sumber.kolom else "unit"


def read_skp(con: duckdb.DuckDBPyConnection, sumber: Sumber, kamus: Kamus, kode: Kode) -> None:
    """`s`: a row for each row of the report. A part is only told beside its unit; one that nobody knows has none."""
    coded(con, sumber, "jabatan", lambda word: kode.jabatan_code(kamus, word))
    part = "d_unit.kode::INT" if "induk" in sumber.kolom and "unit" in sumber.kolom else "-1"
    if part != "-1":
        places = {name: i for i, name in enumerate(kode.bagian)}
        coded(con, sumber, "unit", lambda word: places.get(plain(word), len(places)))
    coded(con, sumber, "golongan", _grade_code)
    akhir = date_of(con, sumber, "periode_akhir")
    unit = unit_key(sumber)
    con.execute(
        f"CREATE TEMP TABLE s AS SELECT baris, {nip_of(sumber, kode.tahun)} AS nip, hash({sumber.sel('id')}) AS id,"
        f" {sumber.kosong} AS kosong, {plt_of(sumber)} AS plt, {akhir} AS akhir,"
        f" {sumber.sel('periode_akhir')} NOT IN ('', '-') AS akhir_isi, d_{unit}.kode::INT AS unit,"
        f" d_jabatan.kode::INT AS jabatan, {_grade('nip')} AS golongan, {part} AS bagian"
        f" FROM {joined(sumber, [*dict.fromkeys((unit, *(['unit'] if part != '-1' else []), 'jabatan', 'golongan'))])}"
    )


def read_staff(con: duckdb.DuckDBPyConnection, sumber: Sumber, kamus: Kamus, kode: Kode) -> None:
    """`p`: a row for each row of the staff table."""
    coded(con, sumber, "jabatan", lambda word: kode.jabatan_code(kamus, word))
    coded(con, sumber, "golongan", _grade_code)
    con.execute(
        f"CREATE TEMP TABLE p AS SELECT baris, {nip_of(sumber, kode.tahun)} AS nip, {sumber.kosong} AS kosong,"
        f" d_jabatan.kode::INT AS jabatan, {_grade('nip')} AS golongan"
        f" FROM {joined(sumber, ['jabatan', 'golongan'])}"
    )


def read_ratings(con: duckdb.DuckDBPyConnection, sumber: Sumber, tahun: int) -> dict[int, str]:
    """`n`: a row for each row of the report, with the number of the person where it has one, else NULL.

    Returns the advice for each word that is no predikat, by its code.
    """
    unknown = coded(con, sumber, "hasil", class_of)
    nip = nip_of(sumber, tahun) if "nip" in sumber.kolom else "NULL::BIGINT"
    con.execute(
        f"CREATE TEMP TABLE n AS SELECT baris, {nip} AS nip, hash({sumber.sel('id')}) AS id,"
        f" {sumber.sel('id')} <> '' AS id_isi, {sumber.kosong} AS kosong, {plt_of(sumber)} AS plt,"
        f" d_hasil.kode::INT AS kelas FROM {joined(sumber, ['hasil'])}"
    )
    return {-i: _advice(word) for i, word in enumerate(unknown, start=1)}


def _grade_code(word: str) -> int | None:
    pns, pppk = grade_of(word, False), grade_of(word, True)
    return None if pns is None or pppk is None else GOLONGAN.index(pns) * _PACK + GOLONGAN.index(pppk)


def _grade(nip: str) -> str:
    pppk = f"coalesce(({nip} // 10000) % 100 > 20, FALSE)"
    kode = "d_golongan.kode"
    return f"(CASE WHEN {kode} < 0 THEN {kode} WHEN {pppk} THEN {kode} % {_PACK} ELSE {kode} // {_PACK} END)::INT"


def _advice(word: str) -> str:
    if plain(word) in BUKAN_PEGAWAI:
        return "Predikat seorang pegawai sejak 2022 hanya lima; betulkan di e-Kinerja, lalu unduh ulang."
    return "Pakai Sangat Baik, Baik, Butuh Perbaikan, Kurang, atau Sangat Kurang; kosong atau - bila belum dinilai."


# Rows that cannot be used


def nip_problems(sumber: Sumber, table: str) -> Iterator[Problem]:
    """Rows whose NIP is missing or damaged."""
    standing = "" if table == "p" else " AND NOT plt"
    query = f"SELECT baris FROM {table} WHERE nip IS NULL AND NOT kosong{standing}"
    yield from sumber.listed(query, "nip", "penilaian-nip", "NIP kosong, rusak, atau bukan 18 angka", SARAN_NIP)


def skp_problems(sumber: Sumber, tahun: int) -> Iterator[Problem]:
    """Rows of `s` whose NIP or date cannot be used, or whose date is of another year than the period."""
    yield from nip_problems(sumber, "s")
    query = "SELECT baris FROM s WHERE akhir IS NULL AND akhir_isi AND NOT kosong AND NOT plt"
    saran = "Tulis tanggal seperti 2026-12-31, atau unduh ulang laporannya."
    yield from sumber.listed(query, "periode_akhir", "penilaian-tanggal", "periode_akhir bukan tanggal", saran)
    query = f"SELECT baris FROM s WHERE year(akhir) <> {tahun} AND NOT kosong AND NOT plt"
    saran = "Betulkan --periode, atau unduh laporan tahun itu."
    yield from sumber.listed(
        query, "periode_akhir", "laporan-periode", f"periode_akhir bukan pada tahun {tahun}", saran
    )


def rating_problems(sumber: Sumber, advice: dict[int, str]) -> Iterator[Problem]:
    """Rows of `n` without a key, and words that are no predikat of a person."""
    if "nip" in sumber.kolom:
        yield from nip_problems(sumber, "n")
    else:
        query = "SELECT baris FROM n WHERE NOT id_isi AND NOT kosong AND NOT plt"
        yield from sumber.listed(query, "id", "penilaian-id", "id kosong", "Unduh ulang laporannya.")
    for code, saran in advice.items():
        query = f"SELECT baris FROM n WHERE kelas = {code} AND NOT plt"
        yield from sumber.listed(query, "hasil", "penilaian-predikat", "isi hasil_akhir bukan predikat pegawai", saran)


def staff_problems(sumber: Sumber) -> Iterator[Problem]:
    """Rows of `p` whose NIP cannot be used, or that contradict another one of the same NIP."""
    yield from nip_problems(sumber, "p")
    again = "SELECT nip FROM p GROUP BY nip HAVING count(DISTINCT jabatan) > 1 OR count(DISTINCT golongan) > 1"
    query = f"SELECT baris FROM p WHERE nip IN ({again})"
    pesan = "NIP ini ada di baris lain dengan jabatan atau golongan yang berbeda"
    yield from sumber.listed(query, "nip", "penilaian-nip-ganda", pesan, "Betulkan atau hapus salah satu baris.")
