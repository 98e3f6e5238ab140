"""Criteria: which version is in force for whom on a date, and what each version asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

from kinerja.model.kriteria import Kriteria
from kinerja.model.perangkat_daerah import Jabatan
from kinerja.model.repository import Repository
from kinerja.problems import Kunci
from kinerja.rules.versi import kriteria_on
from kinerja.summary.angka import Angka, Tempat

Keadaan = Literal["berlaku", "akan-berlaku", "arsip", "dicabut"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersiKriteria:
    """One version with its place in time. `berakhir` is the day before its successor starts."""

    kriteria: Kriteria
    keadaan: Keadaan
    berakhir: date | None
    jumlah_aspek: Angka
    jumlah_indikator: Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class KelompokKriteria:
    """All versions for one group of posts, newest first; `berlaku` is the one in force."""

    jabatan: Jabatan
    berlaku: VersiKriteria | None
    berikut: VersiKriteria | None
    versi: tuple[VersiKriteria, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pilihan:
    """A group of posts with the groups of criteria that apply to it."""

    jabatan: Jabatan
    kriteria: tuple[KelompokKriteria, ...]
    punya_khusus: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KriteriaIndex:
    """The door for an ASN: find your group of posts, follow it to the criteria."""

    resmi: tuple[Pilihan, ...]
    contoh: tuple[Pilihan, ...]
    jumlah_indikator: Angka
    kelompok: tuple[KelompokKriteria, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HalamanKriteria:
    """One version as a page, with its siblings."""

    kelompok: KelompokKriteria
    versi: VersiKriteria
    bobot: Mapping[str, Angka]


def page(kelompok: KelompokKriteria, versi: VersiKriteria) -> HalamanKriteria:
    """The page of one version."""
    return HalamanKriteria(kelompok=kelompok, versi=versi, bobot=bobot(versi.kriteria))


def groups(repository: Repository, tanggal: date) -> dict[str, KelompokKriteria]:
    """The versions of every group of posts, as they stand on `tanggal`."""
    return {
        slug: _group(repository.jabatan[slug], versions, tanggal)
        for slug, versions in repository.kriteria.items()
        if slug in repository.jabatan
    }


def index(repository: Repository, tanggal: date) -> KriteriaIndex:
    """Groups of posts with what applies to them, and how many indicators are open to everyone."""
    kelompok = groups(repository, tanggal)
    pilihan = tuple(
        Pilihan(
            jabatan=jabatan,
            kriteria=tuple(kelompok[slug] for slug in jabatan.kriteria if slug in kelompok),
            punya_khusus=jabatan.slug in kelompok,
        )
        for jabatan in sorted(repository.jabatan.values(), key=lambda j: (j.slug != "semua-asn", j.nama))
    )
    in_force = [g.berlaku for g in kelompok.values() if g.berlaku and g.berlaku.kriteria.status == "resmi"]
    return KriteriaIndex(
        resmi=tuple(p for p in pilihan if p.jabatan.status == "resmi"),
        contoh=tuple(p for p in pilihan if p.jabatan.status == "contoh"),
        jumlah_indikator=Angka(
            id="kriteria/jumlah-indikator",
            nilai=sum(_indicators(v.kriteria) for v in in_force),
            status="resmi",
            satuan="indikator",
            rumus="banyak indikator dalam semua kriteria resmi yang berlaku",
            masukan=tuple(Tempat(v.kriteria.berkas, ("aspek",)) for v in in_force),
        ),
        kelompok=tuple(kelompok.values()),
    )


def _group(jabatan: Jabatan, versions: tuple[Kriteria, ...], tanggal: date) -> KelompokKriteria:
    current = kriteria_on(versions, tanggal)
    described = []
    for i, kriteria in enumerate(versions):
        successor = versions[i + 1] if i + 1 < len(versions) else None
        berakhir = successor.berlaku_mulai - timedelta(days=1) if successor else None
        described.append(_version(kriteria, _state(kriteria, current, tanggal), berakhir))
    return KelompokKriteria(
        jabatan=jabatan,
        berlaku=next((v for v in described if v.keadaan == "berlaku"), None),
        berikut=next((v for v in described if v.keadaan == "akan-berlaku"), None),
        versi=tuple(reversed(described)),
    )


def _state(kriteria: Kriteria, current: Kriteria | None, tanggal: date) -> Keadaan:
    if kriteria.dicabut:
        return "dicabut"
    if kriteria is current:
        return "berlaku"
    return "akan-berlaku" if kriteria.berlaku_mulai > tanggal else "arsip"


def _version(kriteria: Kriteria, keadaan: Keadaan, berakhir: date | None) -> VersiKriteria:
    def count(name: str, nilai: int, satuan: str) -> Angka:
        return Angka(
            id=f"kriteria/{kriteria.jabatan}/{kriteria.berlaku_mulai}/{name}",
            nilai=nilai,
            status=kriteria.status,
            satuan=satuan,
            rumus=f"banyak {satuan} dalam daftar aspek",
            masukan=(Tempat(kriteria.berkas, ("aspek",)),),
        )

    return VersiKriteria(
        kriteria=kriteria,
        keadaan=keadaan,
        berakhir=berakhir,
        jumlah_aspek=count("aspek", len(kriteria.aspek), "aspek"),
        jumlah_indikator=count("indikator", _indicators(kriteria), "indikator"),
    )


def _indicators(kriteria: Kriteria) -> int:
    return sum(len(aspek.indikator) for aspek in kriteria.aspek)


def bobot(kriteria: Kriteria) -> dict[str, Angka]:
    """The stated weights by the id of their aspect or indicator; empty where the source gives none."""
    found: dict[str, Angka] = {}
    for i, aspek in enumerate(kriteria.aspek):
        parts: list[tuple[str, Fraction | None, Kunci]] = [(aspek.id, aspek.bobot, ("aspek", i, "bobot"))]
        parts += [
            (f"{aspek.id}/{ind.id}", ind.bobot, ("aspek", i, "indikator", j, "bobot"))
            for j, ind in enumerate(aspek.indikator)
        ]
        for name, value, kunci in parts:
            if value is not None:
                found[name] = Angka(
                    id=f"kriteria/{kriteria.jabatan}/{kriteria.berlaku_mulai}/bobot/{name}",
                    nilai=value,
                    status=kriteria.status,
                    satuan="%",
                    rumus="bobot yang tertulis",
                    masukan=(Tempat(kriteria.berkas, kunci),),
                )
    return found
