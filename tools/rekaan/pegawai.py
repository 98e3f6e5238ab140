"""Fictional people over the years: post, golongan, sex, who comes and who leaves, and numbers that nobody can have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random

from kinerja.model.hasil import KELAS
from rekaan.profil_pegawai import FORMASI, SEBUTAN, TAHUN, Bobot, Formasi

PPPK = ("V", "VII", "IX")
LAHIR = (date(1990, 1, 1), date(2004, 12, 28))
# Every one of them began to serve before being born, so that the number is of nobody.
MULAI = 1970
SERI = 999
# Of a hundred people so many leave each year, in offices that are large enough not to notice.
KELUAR, BESAR = 3, 100
LUPA = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Pegawai:
    """One person."""

    nip: str
    nama: str
    unit: str
    unit_kerja: str
    kelompok: str
    jabatan: str
    golongan: str


# NIP → a place in KELAS
Nilai = Mapping[str, int]


def people(benih: str, tahun: int) -> list[Pegawai]:
    """Everybody of the fictional offices at the end of a year; the same seed gives the same people, year after year."""
    numbers = count(1)
    found: dict[str, list[Pegawai]] = {unit: [] for unit in FORMASI}
    for year in range(TAHUN[0], tahun + 1):
        for unit, formasi in FORMASI.items():
            acak = Random(f"{benih}/{unit}/{year}")
            there = found[unit]
            leaving = len(there) * KELUAR // 100 if len(there) >= BESAR else 0
            staying = min(len(there) - leaving, formasi.size(year))
            kept = sorted(acak.sample(range(len(there)), staying))
            found[unit] = [there[i] for i in kept]
            found[unit] += [_person(acak, unit, formasi, numbers) for _ in range(formasi.size(year) - staying)]
    return [one for unit in FORMASI for one in found[unit]]


def rated(benih: str, periode: str, pegawai: Sequence[Pegawai]) -> dict[str, int]:
    """The class of each person in a period."""
    acak = {unit: Random(f"{benih}/{unit}/nilai/{periode}") for unit in FORMASI}
    tahun = int(periode[:4])
    places = range(len(KELAS))
    return {one.nip: acak[one.unit].choices(places, FORMASI[one.unit].shares(tahun))[0] for one in pegawai}


def leavers(benih: str, periode: str) -> list[Pegawai]:
    """People who left in the course of the period, so that only the report of ratings still has them."""
    unit, formasi = next(iter(FORMASI.items()))
    acak, numbers = Random(f"{benih}/keluar/{periode}"), count(SERI * 18)
    return [_person(acak, unit, formasi, numbers) for _ in range(LUPA)]


def drawn(acak: Random, bobot: Bobot) -> str:
    """One of the words, by weight."""
    return acak.choices([*bobot], [*bobot.values()])[0]


def _person(acak: Random, unit: str, formasi: Formasi, numbers: Iterator[int]) -> Pegawai:
    kelompok = drawn(acak, formasi.jabatan)
    sebutan = SEBUTAN[kelompok]
    golongan = drawn(acak, sebutan.golongan)
    sex = 2 if acak.randrange(100) < sebutan.perempuan else 1
    number = next(numbers)
    return Pegawai(
        nip=_nip(acak, number, sex, golongan in PPPK), nama=f"Orang Rekaan {number:05d}", unit=unit,
        unit_kerja=drawn(acak, formasi.unit_kerja), kelompok=kelompok, jabatan=acak.choice(sebutan.nama),
        golongan=golongan,
    )  # fmt: skip


def _nip(acak: Random, number: int, sex: int, pppk: bool) -> str:
    """Eighteen digits in the form of a NIP, different for each `number`."""
    first, last = LAHIR
    birth = first + timedelta(days=acak.randrange((last - first).days))
    month = 21 if pppk else acak.randint(1, 12)
    return f"{birth:%Y%m%d}{MULAI + number // SERI}{month:02d}{sex}{number % SERI + 1:03d}"
