"""data/aturan/…: the values of the rules, dated, each with its legal source. No such number stands in code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from kinerja.model.dokumen import Dokumen, Pita, Rujukan, Sumber

Ekspektasi = Literal["di-atas-ekspektasi", "sesuai-ekspektasi", "di-bawah-ekspektasi"]
Predikat = Literal["sangat-baik", "baik", "butuh-perbaikan", "kurang", "sangat-kurang"]
PredikatOrganisasi = Literal["istimewa", "baik", "butuh-perbaikan", "kurang", "sangat-kurang"]
JenisHari = Literal["kalender", "kerja"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Versi:
    """What every dated version of a rule has. It ends the day before the next version starts."""

    berlaku_mulai: date
    dicabut: bool = False
    perlu_verifikasi: bool = False
    catatan: str | None = None
    dasar: tuple[Rujukan, ...]
    sumber: tuple[Sumber, ...] = ()


# predikat


@dataclass(frozen=True, slots=True, kw_only=True)
class NilaiPredikat:
    """A predikat with its place in the order; 1 is the best."""

    id: Predikat
    nama: str
    urutan: int
    arti: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NilaiEkspektasi:
    """A rating of hasil kerja or perilaku kerja; 1 is the best."""

    id: Ekspektasi
    nama: str
    urutan: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sel:
    """One of the nine cells."""

    hasil_kerja: Ekspektasi
    perilaku_kerja: Ekspektasi
    predikat: Predikat


@dataclass(frozen=True, slots=True, kw_only=True)
class VersiPredikat(Versi):
    """The nine cells and the words of the scale."""

    ekspektasi: tuple[NilaiEkspektasi, ...]
    predikat: tuple[NilaiPredikat, ...]
    sel: tuple[Sel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanPredikat(Dokumen):
    """data/aturan/predikat.yaml"""

    judul: str
    ringkasan: str
    versi: tuple[VersiPredikat, ...]


# pola distribusi


@dataclass(frozen=True, slots=True, kw_only=True)
class Syarat:
    """One clause: the share of the listed predikat together lies within the given bounds (fractions of 1)."""

    bunyi: str
    predikat: tuple[Predikat, ...]
    lebih_dari: Fraction | None = None
    minimal: Fraction | None = None
    maksimal: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pola:
    """The clauses that one predikat of the organisation asks for."""

    predikat_organisasi: PredikatOrganisasi
    nama: str
    syarat: tuple[Syarat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersiPolaDistribusi(Versi):
    """`pegawai_minimal`: below this many assessed people a distribution is not judged."""

    pegawai_minimal: int
    pola: tuple[Pola, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanPolaDistribusi(Dokumen):
    """data/aturan/pola-distribusi.yaml"""

    judul: str
    ringkasan: str
    versi: tuple[VersiPolaDistribusi, ...]


# angka kredit, keberatan


@dataclass(frozen=True, slots=True, kw_only=True)
class Jenjang:
    """A rank of functional posts and its coefficient per year."""

    id: str
    nama: str
    koefisien: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class VersiAngkaKredit(Versi):
    """`persen`: by predikat, the percentage of the coefficient; `desimal`: decimals of the result, half up."""

    jenjang: tuple[Jenjang, ...]
    persen: Mapping[str, int]
    desimal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanAngkaKredit(Dokumen):
    """data/aturan/angka-kredit.yaml"""

    judul: str
    ringkasan: str
    versi: tuple[VersiAngkaKredit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersiKeberatan(Versi):
    """The appeal: within how many days, to whom, and what follows."""

    tenggat_hari: int
    jenis_hari: JenisHari
    diajukan_oleh: str
    diajukan_kepada: str
    langkah: tuple[str, ...]
    putusan_final: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanKeberatan(Dokumen):
    """data/aturan/keberatan.yaml"""

    judul: str
    ringkasan: str
    versi: tuple[VersiKeberatan, ...]


# pita


@dataclass(frozen=True, slots=True, kw_only=True)
class VersiPita(Versi):
    """Bands of one scale from the lowest up; `desimal` decimals of a value, rounded half up before the bands."""

    minimum: Decimal
    maksimum: Decimal
    desimal: int
    pita: tuple[Pita, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanPita(Dokumen):
    """data/aturan/pita/<slug>.yaml"""

    judul: str
    ringkasan: str
    satuan: str
    versi: tuple[VersiPita, ...]
