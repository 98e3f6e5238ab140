"""Units of the city: how many, of which kind, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kinerja.model.penilaian_luar import PenilaianLuar
from kinerja.model.perangkat_daerah import Bagian, JenisPerangkatDaerah, PerangkatDaerah
from kinerja.model.repository import Repository
from kinerja.summary.angka import Angka, Tempat

JENIS: dict[JenisPerangkatDaerah, str] = {
    "sekretariat": "Sekretariat",
    "inspektorat": "Inspektorat",
    "dinas": "Dinas",
    "badan": "Badan",
    "satuan": "Satuan",
    "rumah-sakit": "Rumah sakit",
    "kecamatan": "Kecamatan",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kelompok:
    """Units of one kind, in alphabetical order."""

    jenis: str
    jumlah: Angka
    unit: tuple[PerangkatDaerah, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitIndex:
    """Every unit; the fictional ones apart. No count mixes them."""

    jumlah: Angka
    jumlah_kelurahan: Angka
    jumlah_perlu_verifikasi: Angka
    kelompok: tuple[Kelompok, ...]
    contoh: tuple[PerangkatDaerah, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit and what others published about it."""

    unit: PerangkatDaerah
    jenis: str
    jumlah_kelurahan: Angka | None
    kelurahan: tuple[Bagian, ...]
    penilaian_luar: tuple[PenilaianLuar, ...]


def index(repository: Repository) -> UnitIndex:
    """The list of units, by kind and alphabet: never a ranking."""
    resmi = _alphabetical(u for u in repository.perangkat_daerah.values() if u.status == "resmi")
    kelompok = []
    for jenis, nama in JENIS.items():
        unit = tuple(u for u in resmi if u.jenis == jenis)
        if unit:
            kelompok.append(Kelompok(jenis=nama, jumlah=_count(f"jumlah-{jenis}", nama.lower(), unit), unit=unit))
    with_kelurahan = tuple(u for u in resmi if _kelurahan(u))
    return UnitIndex(
        jumlah=_count("jumlah", "perangkat daerah", resmi),
        jumlah_kelurahan=Angka(
            id="perangkat-daerah/jumlah-kelurahan",
            nilai=sum(len(_kelurahan(u)) for u in with_kelurahan),
            status="resmi",
            satuan="kelurahan",
            rumus="banyak kelurahan di semua kecamatan",
            masukan=tuple(Tempat(u.berkas, ("bagian",)) for u in with_kelurahan),
        ),
        jumlah_perlu_verifikasi=_count(
            "jumlah-perlu-verifikasi", "nama perlu verifikasi", tuple(u for u in resmi if u.perlu_verifikasi), resmi
        ),
        kelompok=tuple(kelompok),
        contoh=_alphabetical(u for u in repository.perangkat_daerah.values() if u.status == "contoh"),
    )


def unit(repository: Repository, perangkat_daerah: PerangkatDaerah, tanggal: date) -> Unit:
    """What the portal knows of one unit on a date."""
    kelurahan = _kelurahan(perangkat_daerah)
    slug = perangkat_daerah.slug
    return Unit(
        unit=perangkat_daerah,
        jenis=JENIS[perangkat_daerah.jenis],
        kelurahan=kelurahan,
        jumlah_kelurahan=_count_kelurahan(perangkat_daerah, len(kelurahan)) if kelurahan else None,
        penilaian_luar=tuple(s for s in repository.penilaian_luar.values() if s.perangkat_daerah == slug),
    )


def _kelurahan(unit: PerangkatDaerah) -> tuple[Bagian, ...]:
    return tuple(bagian for bagian in unit.bagian if bagian.jenis == "kelurahan")


def _alphabetical(units: Iterable[PerangkatDaerah]) -> tuple[PerangkatDaerah, ...]:
    return tuple(sorted(units, key=lambda u: u.nama.casefold()))


def _count(
    name: str, satuan: str, units: tuple[PerangkatDaerah, ...], all_units: tuple[PerangkatDaerah, ...] = ()
) -> Angka:
    return Angka(
        id=f"perangkat-daerah/{name}",
        nilai=len(units),
        status="resmi",
        satuan=satuan,
        n=len(all_units) or None,
        rumus="banyak berkas yang berstatus resmi",
        masukan=tuple(Tempat(u.berkas) for u in all_units or units),
    )


def _count_kelurahan(unit: PerangkatDaerah, count: int) -> Angka:
    return Angka(
        id=f"perangkat-daerah/{unit.slug}/jumlah-kelurahan",
        nilai=count,
        status=unit.status,
        satuan="kelurahan",
        rumus="banyak kelurahan dalam daftar bagian",
        masukan=(Tempat(unit.berkas, ("bagian",)),),
    )
