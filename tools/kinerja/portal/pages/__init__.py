"""The page table: every page of the site, from which navigation, links and files are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from kinerja.model.repository import Repository
from kinerja.portal.page import Page
from kinerja.portal.pages import (
    galeri,
    kalender,
    keberatan,
    kriteria,
    layanan,
    metodologi,
    pengetahuan,
    penilaian_luar,
    perangkat_daerah,
    perlindungan,
    simulator,
    umum,
    usulan,
)
from kinerja.summary.perlindungan import Diserang

GROUPS: tuple[Callable[[Repository, date], Iterator[Page]], ...] = (
    umum.pages,
    layanan.pages,
    kriteria.pages,
    simulator.pages,
    keberatan.pages,
    kalender.pages,
    usulan.pages,
    perangkat_daerah.pages,
    penilaian_luar.pages,
    metodologi.pages,
    pengetahuan.pages,
    galeri.pages,
)


def page_table(repository: Repository, tanggal: date, serangan: Sequence[Diserang] = ()) -> tuple[Page, ...]:
    """Every page made of the data, as of `tanggal`, with how the attack on each period ended."""
    found = (page for group in GROUPS for page in group(repository, tanggal))
    return (*found, *perlindungan.pages(repository, tanggal, serangan))
