"""The date of each answer, where a survey has one: read like the dates of a register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kinerja.intake.kolom import Pengenalan, letter
from kinerja.intake.table import Tabel
from kinerja.intake.tanggal import Urutan, forms, likelier, shapes
from kinerja.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Tanggalan:
    """SQL for the time of an answer (NULL without one), and what cannot be read."""

    sql: str
    problems: tuple[Problem, ...]

    def within(self, first: date, last: date) -> str:
        """SQL: whether an answer is of the period, as far as is known."""
        return f"coalesce({self.sql} >= DATE '{first}' AND {self.sql} < DATE '{last + timedelta(days=1)}', TRUE)"


def read_dates(tabel: Tabel, kolom: Pengenalan, urutan: Urutan | None) -> Tanggalan:
    """How the column `tanggal` is read; without one every answer is taken to be of the period."""
    place = kolom.dikenal.get("tanggal")
    if place is None:
        return Tanggalan(sql="NULL::TIMESTAMP", problems=())
    cell = f"k{place}"
    bentuk = forms(shapes(tabel.con, cell, "masukan"))
    sql = bentuk.sql(cell, urutan or likelier(tabel.con, cell, bentuk, "masukan"))
    problems = [*_unread(tabel, cell, sql, place)]
    if urutan is None and bentuk.angka and not problems:
        problems += _both_fit(tabel, cell, place, bentuk.sql(cell, "hbt"), bentuk.sql(cell, "bht"))
    return Tanggalan(sql=sql, problems=tuple(problems))


def _unread(tabel: Tabel, cell: str, sql: str, place: int) -> Iterator[Problem]:
    saran = "Tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-09-30, atau kosongkan."
    yield from tabel.listed(f"{cell} <> '' AND {sql} IS NULL", place, "survei-tanggal", "tanggal tidak terbaca", saran)


def _both_fit(tabel: Tabel, cell: str, place: int, day_first: str, month_first: str) -> Iterator[Problem]:
    row = tabel.con.execute(
        f"SELECT count(*) FILTER ({day_first} IS NULL), count(*) FILTER ({month_first} IS NULL),"
        f" min(baris) FILTER ({day_first} <> {month_first}) FROM masukan WHERE {cell} <> ''"
    ).fetchone()
    assert row is not None
    if row[0] == row[1] == 0 and row[2] is not None:
        pesan = f"urutan hari dan bulan di kolom {letter(place)} tidak dapat dipastikan: kedua urutan cocok"
        saran = "Sebutkan --urutan-tanggal hbt (hari-bulan-tahun) atau --urutan-tanggal bht (bulan-hari-tahun)."
        yield Problem(tabel.berkas, row[2], place + 1, "survei-tanggal", "galat", pesan, saran)
