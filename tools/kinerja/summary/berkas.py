"""The list of all data files, by folder."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from kinerja.model.repository import Repository, documents
from kinerja.summary.angka import Angka, Tempat


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """The files of one folder: address, and whether it is an example."""

    folder: str
    berkas: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarBerkas:
    """Every file that the site is made of."""

    map: tuple[Map, ...]
    jumlah: Angka
    jumlah_contoh: Angka


def listed(repository: Repository) -> DaftarBerkas:
    """The files in the order of their paths."""
    found = sorted((d.berkas, getattr(d, "status", "resmi") == "contoh") for d in documents(repository))
    contoh = [berkas for berkas, fictional in found if fictional]
    return DaftarBerkas(
        map=tuple(
            Map(folder=folder, berkas=tuple(group))
            for folder, group in groupby(found, key=lambda one: "/".join(one[0].split("/")[:2]).removesuffix(".yaml"))
        ),
        jumlah=_count("jumlah", [berkas for berkas, _ in found], "banyak berkas data"),
        jumlah_contoh=_count("jumlah-contoh", contoh, "banyak berkas data contoh"),
    )


def _count(name: str, found: list[str], rumus: str) -> Angka:
    return Angka(
        id=f"berkas/{name}", nilai=len(found), status="resmi", satuan="berkas", rumus=rumus,
        masukan=tuple(Tempat(berkas) for berkas in found) or (Tempat("data"),),
    )  # fmt: skip
