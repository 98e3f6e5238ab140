"""data/aturan/…: the rules of surveys, services and tables; what every dated rule has stands in `aturan`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from kinerja.model.aturan import JenisHari, Versi
from kinerja.model.dokumen import Dokumen, Pita
from kinerja.model.hasil import Dimensi

Pembulatan = Literal["terdekat"]


# survei kepuasan masyarakat


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsur:
    """An element of the survey, by its slug: numbers differ between questionnaires."""

    id: str
    nama: str
    urutan: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VersiSkm(Versi):
    """One regulation's survey: elements, largest answer, bands of the index (`pita[].id` is the mutu).

    `pengali` turns the mean of 1–4 into the index; `desimal` are the decimals of the published index;
    `bobot_beredar` are the weights seen in published reports, as decimals or fractions.
    """

    unsur: tuple[Unsur, ...]
    jawaban_maksimal: int
    pengali: int
    desimal: int
    bobot_beredar: tuple[Fraction, ...]
    pita: tuple[Pita, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanSkm(Dokumen):
    """data/aturan/skm.yaml"""

    judul: str
    ringkasan: str
    versi: tuple[VersiSkm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersiSampel(Versi):
    """Parameters of Krejcie and Morgan's formula."""

    khi_kuadrat: Decimal
    proporsi: Decimal
    galat: Decimal
    pembulatan: Pembulatan


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanSampel(Dokumen):
    """data/aturan/sampel.yaml"""

    judul: str
    ringkasan: str
    versi: tuple[VersiSampel, ...]


# selang, pengaduan, penyamaran


@dataclass(frozen=True, slots=True, kw_only=True)
class VersiSelang(Versi):
    """How uncertainty is shown: the level of the intervals, its quantile of the normal distribution, and the
    number of observations below which a figure is called a small sample."""

    tingkat: Decimal
    z: Decimal
    n_kecil: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanSelang(Dokumen):
    """data/aturan/selang.yaml"""

    judul: str
    ringkasan: str
    versi: tuple[VersiSelang, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JenisPengaduan:
    """A kind of complaint and within how many days it is answered."""

    id: str
    nama: str
    tenggat_hari: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VersiPengaduan(Versi):
    """Complaints of citizens: `penerusan_hari` to verify and pass on, then the deadline of the kind."""

    jenis_hari: JenisHari
    penerusan_hari: int
    jenis: tuple[JenisPengaduan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanPengaduan(Dokumen):
    """data/aturan/pengaduan.yaml"""

    judul: str
    ringkasan: str
    versi: tuple[VersiPengaduan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelRencana:
    """A table that may be published: its dimensions, each group of the ones before it split by the next.

    `hierarki` are an outer and an inner dimension of it: each value of the inner one lies inside one of the outer.
    """

    tabel: str
    dimensi: tuple[Dimensi, ...]
    hierarki: tuple[Dimensi, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VersiPenyamaran(Versi):
    """The protection of persons in tables.

    Groups of fewer people than `kelompok_minimal` are not published, nor counts of people in a group that are smaller
    than `sel_minimal` but not zero. Counts are rounded to multiples of `kelipatan`; whoever knows everything that is
    published and everything in `terbuka` must be left with at least `lebar_minimal` between the lowest and the highest
    possible count, and with `ruang_homogen` members of a group that may be in another class. No table outside
    `rencana` is published; `predikat_organisasi` says in words what of an organisation's own predikat is.
    """

    kelompok_minimal: int
    sel_minimal: int
    kelipatan: int
    lebar_minimal: int
    ruang_homogen: int
    terbuka: tuple[str, ...] = ()
    predikat_organisasi: str | None = None
    rencana: tuple[TabelRencana, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanPenyamaran(Dokumen):
    """data/aturan/penyamaran.yaml"""

    judul: str
    ringkasan: str
    versi: tuple[VersiPenyamaran, ...]
