"""The scale of a series: its bands in data/aturan/, in the version that was in force when a value was made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.model.aturan import Versi, VersiPita
from kinerja.model.aturan_layanan import VersiSkm
from kinerja.model.dokumen import Pita, Rujukan
from kinerja.model.penilaian_luar import Terbitan
from kinerja.model.repository import Repository
from kinerja.numbers import Exact, period_bounds
from kinerja.rules.pita import Batas, band_bounds, band_of
from kinerja.rules.versi import version_on
from kinerja.summary.angka import Angka, Tempat

SKM = "skm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skala:
    """One version of one scale. `kunci` leads to it in `berkas`; `judul` names it as a reader knows it."""

    slug: str
    nama: str
    judul: str
    berkas: str
    kunci: tuple[str | int, ...]
    berlaku_mulai: date
    dicabut: bool
    perlu_verifikasi: bool
    catatan: str | None
    dasar: tuple[Rujukan, ...]
    minimum: Decimal
    maksimum: Decimal
    desimal: int
    pita: tuple[Pita, ...]

    @property
    def batas(self) -> tuple[Batas, ...]:
        """The bands with both edges, from the lowest up."""
        return band_bounds(self.pita, self.maksimum)

    @property
    def tempat(self) -> Tempat:
        """Where the bands are written."""
        return Tempat(self.berkas, (*self.kunci, "pita"))

    def band(self, nilai: Exact) -> Pita | None:
        """The band of a value; None off the scale."""
        return band_of(self.pita, nilai, self.desimal) if self.minimum <= nilai <= self.maksimum else None


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPita:
    """One band as a row: its words, where it starts, and whether that edge belongs to it."""

    nama: str
    bawah: Angka
    termasuk: bool
    keterangan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelPita:
    """The bands of one version of a scale, the best first."""

    skala: Skala
    baris: tuple[BarisPita, ...]


def scale_on(repository: Repository, slug: str, tanggal: date) -> Skala | None:
    """The version of a scale in force on a day; None before the first, after a repeal, or without such a scale."""
    aturan = repository.aturan
    dated = aturan.skm if slug == SKM else aturan.pita.get(slug)
    versi = version_on(dated, tanggal) if dated is not None else None
    return next((s for s in scales(repository, slug) if versi and s.berlaku_mulai == versi.berlaku_mulai), None)


def scales(repository: Repository, slug: str) -> tuple[Skala, ...]:
    """Every version of a scale, the oldest first, also those that only end it (`dicabut`)."""
    aturan = repository.aturan
    dated = aturan.skm if slug == SKM else aturan.pita.get(slug)
    if dated is None:
        return ()
    versi: tuple[VersiPita | VersiSkm, ...] = dated.versi
    return tuple(_scale(repository, slug, (dated.judul, dated.berkas), i, satu) for i, satu in enumerate(versi))


def _scale(repository: Repository, slug: str, of: tuple[str, str], i: int, versi: VersiPita | VersiSkm) -> Skala:
    if isinstance(versi, VersiSkm):
        low, high = Decimal(versi.pengali), Decimal(versi.pengali * versi.jawaban_maksimal)
    else:
        low, high = versi.minimum, versi.maksimum
    return Skala(
        slug=slug,
        nama=of[0],
        judul=_title(repository, versi),
        berkas=of[1],
        kunci=("versi", i),
        berlaku_mulai=versi.berlaku_mulai,
        dicabut=versi.dicabut,
        perlu_verifikasi=versi.perlu_verifikasi,
        catatan=versi.catatan,
        dasar=versi.dasar,
        minimum=low,
        maksimum=high,
        desimal=versi.desimal,
        pita=versi.pita,
    )


def _title(repository: Repository, versi: Versi) -> str:
    """The survey's bands are known by their regulation; the others by the year they start."""
    if isinstance(versi, VersiSkm):
        names = {p.id: p.singkatan for p in repository.dasar_hukum.peraturan}
        return f"Pita {names[versi.dasar[0].peraturan]}"
    return f"Pita sejak {versi.berlaku_mulai.year}"


def band_table(skala: Skala) -> TabelPita:
    """The bands of a version with the receipts of their edges."""
    rows = tuple(
        BarisPita(
            nama=band_name(pita),
            bawah=Angka(
                id=f"pita/{skala.slug}/{skala.berlaku_mulai.year}/{pita.id.lower()}",
                nilai=pita.bawah,
                status="resmi",
                desimal=skala.desimal,
                rumus="batas bawah pita menurut aturannya",
                masukan=(Tempat(skala.berkas, (*skala.kunci, "pita", i, "bawah")),),
            ),
            termasuk=pita.termasuk_bawah,
            keterangan=pita.keterangan or "",
        )
        for i, pita in enumerate(skala.pita)
    )
    return TabelPita(skala=skala, baris=tuple(reversed(rows)))


def band_name(pita: Pita) -> str:
    """`A, Memuaskan`, or only the name where the id is the same word."""
    return pita.nama if pita.nama.casefold() == pita.id.replace("-", " ") else f"{pita.id}, {pita.nama}"


def band_of_publication(skala: Skala, terbitan: Terbitan) -> Pita | None:
    """The band of the value, or the one band that the published category names; None where it is open."""
    if terbitan.nilai is not None:
        return skala.band(terbitan.nilai)
    named = bands_named(skala.pita, terbitan)
    return named[0] if len(named) == 1 else None


def span_of_publication(skala: Skala, terbitan: Terbitan) -> tuple[Decimal, Decimal] | None:
    """The values that a published category stands for; None where it names no band of the scale."""
    named = {pita.id for pita in bands_named(skala.pita, terbitan)}
    edges = [batas for batas in skala.batas if batas.pita.id in named]
    return (edges[0].bawah, edges[-1].atas) if edges else None


def bands_named(pita: Iterable[Pita], terbitan: Terbitan) -> tuple[Pita, ...]:
    """The bands that a category means: by its id, or in words by id, name, or zone."""
    if terbitan.kategori is not None:
        return tuple(satu for satu in pita if satu.id == terbitan.kategori)
    return bands_in_words(pita, terbitan.kategori_tertulis or "")


def bands_in_words(pita: Iterable[Pita], kata: str) -> tuple[Pita, ...]:
    """The bands that a published word means."""
    plain = " ".join(kata.casefold().split())
    return tuple(satu for satu in pita if plain and plain in _words(satu))


def _words(pita: Pita) -> set[str]:
    return {kata.casefold() for kata in (pita.id, pita.nama, pita.keterangan or "")}


def end_of(periode: str) -> date:
    """The last day of a period: its rules judge what was published about it.

    >>> end_of("2026-tw3")
    datetime.date(2026, 9, 30)
    """
    return period_bounds(periode)[1]
