"""Former releases of the tables out of the history, and the attack with its memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja.checks.perlindungan import Lama, Putusan
    from kinerja.load.repository import Loaded
    from kinerja.model.hasil import Hasil
    from kinerja.model.repository import Repository
    from kinerja.problems import Problem

CACHE = ".kinerja-cache/serang"


def former(akar: Path) -> Lama:
    """Every committed version of every table, by period, oldest first."""
    from kinerja.load import riwayat

    return riwayat.former(akar)


def judged(akar: Path, tanggal: date, loaded: Loaded) -> tuple[Putusan, ...]:
    """How the attack on each period ended; made again only where it changed since it was last asked."""
    from kinerja.checks import perlindungan
    from kinerja.files import Cache

    if loaded.repository is None or not loaded.repository.hasil:
        return ()
    return perlindungan.judged(loaded, tanggal, former(akar), Cache(akar / CACHE).get)


def protection(akar: Path, tanggal: date, loaded: Loaded) -> tuple[Problem, ...]:
    """What an outsider can conclude, as problems; only of periods that changed since it was last asked."""
    from kinerja.checks import perlindungan
    from kinerja.files import Cache

    if loaded.repository is None or not loaded.repository.hasil:
        return ()
    return perlindungan.protection(loaded, tanggal, former(akar), Cache(akar / CACHE).get)


def chosen(loaded: Loaded, names: tuple[str, ...]) -> Mapping[tuple[str, str], tuple[Hasil, ...]]:
    """The periods that have a table in these files and folders; all of them where none is named."""
    from kinerja.checks.perlindungan import periods

    assert loaded.repository is not None
    found = periods(loaded.repository)
    if not names or "." in names:
        return found

    def named(berkas: str) -> bool:
        return any(berkas == name or berkas.startswith(f"{name}/") for name in names)

    return {key: tables for key, tables in found.items() if any(named(hasil.berkas) for hasil in tables)}


def remembered(akar: Path, repository: Repository, periode: str) -> Repository:
    """The repository with the newest release of each rounded table of a period that was published and is not here any
    more: a new draw keeps to it as to one that is here."""
    here = {hasil.berkas for series in repository.hasil.values() for hasil in series}
    newest = {old.berkas: old for _, old in former(akar).get(periode, ()) if old.kelipatan > 1}
    hasil = dict(repository.hasil)
    for berkas, old in newest.items():
        if berkas not in here:
            hasil[old.tabel] = (*hasil.get(old.tabel, ()), old)
    return replace(repository, hasil=hasil)
