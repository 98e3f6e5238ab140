"""Fictional people: their post, golongan, sex and rating, and numbers that nobody can have.

People who share a unit, post, golongan, sex and class come in lots of at least the smallest count that may be
published, so that no table of them has a smaller one that is not zero.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random

from kinerja.model.hasil import KELAS
from rekaan.profil_pegawai import FORMASI, SEBUTAN, Bobot, Formasi

SEL_MINIMAL = 5
BAIK = KELAS.index("baik")
PPPK = ("V", "VII", "IX")
LAHIR = (date(1990, 1, 1), date(2004, 12, 28))
# Every one of them began to serve before being born, so that the number is of nobody.
MULAI = 1970
SERI = 999


@dataclass(frozen=True, slots=True, kw_only=True)
class Pegawai:
    """One person; `kelas` is a place in KELAS."""

    nip: str
    nama: str
    unit: str
    kelompok: str
    jabatan: str
    golongan: str
    kelas: int


def people(benih: str) -> list[Pegawai]:
    """Everybody of the fictional offices, office by office; the same seed gives the same people."""
    numbers = count(1)
    found: list[Pegawai] = []
    for unit, formasi in FORMASI.items():
        acak = Random(f"{benih}/{unit}")
        for kelas, banyak in enumerate(_classes(acak, formasi)):
            for lot in _lots(acak, banyak):
                found += _lot(acak, unit, formasi, kelas, lot, numbers)
    return found


def leavers(benih: str, first: int) -> list[Pegawai]:
    """People who left in the course of the year, so that only the report of ratings still has them."""
    unit, formasi = next(iter(FORMASI.items()))
    return [*_lot(Random(f"{benih}/keluar"), unit, formasi, BAIK, 2 * SEL_MINIMAL, count(first))]


def drawn(acak: Random, bobot: Bobot) -> str:
    """One of the words, by weight."""
    return acak.choices([*bobot], [*bobot.values()])[0]


def no_small_counts(counts: Sequence[int]) -> list[int]:
    """The counts, with those that are too small moved to the largest."""
    kept = [n if n >= SEL_MINIMAL else 0 for n in counts]
    kept[kept.index(max(kept))] += sum(counts) - sum(kept)
    return kept


def _classes(acak: Random, formasi: Formasi) -> list[int]:
    """How many people of an office have each class."""
    seen = Counter(acak.choices(range(len(KELAS)), formasi.kelas, k=formasi.banyak))
    return no_small_counts([seen[kelas] for kelas in range(len(KELAS))])


def _lots(acak: Random, banyak: int) -> Iterator[int]:
    while banyak >= 3 * SEL_MINIMAL:
        lot = acak.randint(SEL_MINIMAL, 2 * SEL_MINIMAL)
        yield lot
        banyak -= lot
    if banyak:
        yield banyak


def _lot(
    acak: Random, unit: str, formasi: Formasi, kelas: int, banyak: int, numbers: Iterator[int]
) -> Iterator[Pegawai]:
    kelompok = drawn(acak, formasi.jabatan)
    sebutan = SEBUTAN[kelompok]
    golongan = drawn(acak, sebutan.golongan)
    sex = 2 if acak.randrange(100) < sebutan.perempuan else 1
    for _ in range(banyak):
        number = next(numbers)
        yield Pegawai(
            nip=_nip(acak, number, sex, golongan in PPPK), nama=f"Orang Rekaan {number:05d}", unit=unit,
            kelompok=kelompok, jabatan=acak.choice(sebutan.nama), golongan=golongan, kelas=kelas,
        )  # fmt: skip


def _nip(acak: Random, number: int, sex: int, pppk: bool) -> str:
    """Eighteen digits in the form of a NIP, different for each `number`."""
    first, last = LAHIR
    birth = first + timedelta(days=acak.randrange((last - first).days))
    month = 21 if pppk else acak.randint(1, 12)
    return f"{birth:%Y%m%d}{MULAI + number // SERI}{month:02d}{sex}{number % SERI + 1:03d}"
