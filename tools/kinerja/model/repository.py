"""The whole of data/ as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from kinerja.model.aturan import (
    AturanAngkaKredit,
    AturanKeberatan,
    AturanPita,
    AturanPolaDistribusi,
    AturanPredikat,
    AturanSampel,
    AturanSkm,
)
from kinerja.model.dokumen import Dokumen
from kinerja.model.hukum import DasarHukum, Kamus
from kinerja.model.kriteria import Kriteria
from kinerja.model.penilaian_luar import Jadwal, PenilaianLuar
from kinerja.model.perangkat_daerah import Jabatan, PerangkatDaerah
from kinerja.model.perhitungan import Perhitungan
from kinerja.model.portal import Portal

# noun = folder or file under data/ = stem of the schema
NOUNS: Mapping[str, type[Dokumen]] = {
    "portal": Portal,
    "dasar-hukum": DasarHukum,
    "istilah": Kamus,
    "perangkat-daerah": PerangkatDaerah,
    "jabatan": Jabatan,
    "aturan/predikat": AturanPredikat,
    "aturan/pola-distribusi": AturanPolaDistribusi,
    "aturan/skm": AturanSkm,
    "aturan/sampel": AturanSampel,
    "aturan/angka-kredit": AturanAngkaKredit,
    "aturan/keberatan": AturanKeberatan,
    "aturan/pita": AturanPita,
    "perhitungan": Perhitungan,
    "kriteria": Kriteria,
    "penilaian-luar": PenilaianLuar,
    "jadwal": Jadwal,
}

# the nouns that are one file which everything needs
SINGLE = frozenset(noun for noun in NOUNS if noun.startswith("aturan/") and noun != "aturan/pita") | {
    "portal",
    "dasar-hukum",
    "istilah",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Aturan:
    """Every rule document."""

    predikat: AturanPredikat
    pola_distribusi: AturanPolaDistribusi
    skm: AturanSkm
    sampel: AturanSampel
    angka_kredit: AturanAngkaKredit
    keberatan: AturanKeberatan
    pita: Mapping[str, AturanPita]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """Every document, by slug in the order of the slugs; `kriteria` by group of posts, oldest version first.

    `sidik` gives for each file under data/ the SHA-256 of its bytes. `rusak` names the files that are there
    but could not be read: what refers to them is not to be reported as unknown.
    """

    portal: Portal
    dasar_hukum: DasarHukum
    kamus: Kamus
    perangkat_daerah: Mapping[str, PerangkatDaerah]
    jabatan: Mapping[str, Jabatan]
    aturan: Aturan
    perhitungan: Mapping[str, Perhitungan]
    kriteria: Mapping[str, tuple[Kriteria, ...]]
    penilaian_luar: Mapping[str, PenilaianLuar]
    jadwal: Mapping[str, Jadwal]
    sidik: Mapping[str, str]
    rusak: frozenset[str] = frozenset()


def without_contoh(repository: Repository) -> Repository:
    """The repository as it gets deployed: nothing with `status: contoh` is left."""

    def resmi(documents: Mapping[str, Any]) -> Mapping[str, Any]:
        return MappingProxyType({slug: d for slug, d in documents.items() if d.status == "resmi"})

    kriteria = {
        group: kept
        for group, versions in repository.kriteria.items()
        if (kept := tuple(version for version in versions if version.status == "resmi"))
    }
    return replace(
        repository,
        perangkat_daerah=resmi(repository.perangkat_daerah),
        jabatan=resmi(repository.jabatan),
        kriteria=MappingProxyType(kriteria),
        penilaian_luar=resmi(repository.penilaian_luar),
        jadwal=resmi(repository.jadwal),
    )


def documents(repository: Repository) -> tuple[Dokumen, ...]:
    """Every document of the repository, once."""
    aturan = repository.aturan
    single = (repository.portal, repository.dasar_hukum, repository.kamus)
    rules = (
        aturan.predikat, aturan.pola_distribusi, aturan.skm, aturan.sampel, aturan.angka_kredit, aturan.keberatan,
    )  # fmt: skip
    by_slug = (
        repository.perangkat_daerah, repository.jabatan, aturan.pita, repository.perhitungan,
        repository.penilaian_luar, repository.jadwal,
    )  # fmt: skip
    versions = (version for group in repository.kriteria.values() for version in group)
    return (*single, *rules, *(d for nouns in by_slug for d in nouns.values()), *versions)
