"""What a version of criteria changed, counted; the history of a group of posts, and its changes as news."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from kinerja.model.kriteria import Kriteria
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.kriteria import KelompokKriteria, VersiKriteria


def pairs(group: KelompokKriteria) -> Iterator[tuple[VersiKriteria, VersiKriteria]]:
    """Every older version with every newer one."""
    oldest_first = tuple(reversed(group.versi))
    for i, lama in enumerate(oldest_first):
        for baru in oldest_first[i + 1 :]:
            yield lama, baru


def predecessor(group: KelompokKriteria, versi: VersiKriteria) -> VersiKriteria | None:
    """The version that this one follows."""
    older = group.versi[group.versi.index(versi) + 1 :]
    return older[0] if older else None


def counts(lama: Kriteria, baru: Kriteria, golongan: Iterable[str]) -> Mapping[str, Angka]:
    """How many differences of each kind, and under "" how many of all; a kind that does not occur is left out."""
    found = Counter(golongan)
    return {kind: _count(lama, baru, kind, number) for kind, number in {"": found.total(), **found}.items()}


def told_on(kriteria: Kriteria) -> date:
    """The day that a version became known: announced, else approved, else in force."""
    approved = kriteria.persetujuan.tanggal if kriteria.persetujuan else None
    return kriteria.diumumkan or approved or kriteria.berlaku_mulai


def _count(lama: Kriteria, baru: Kriteria, kind: str, number: int) -> Angka:
    which = f" yang {kind}" if kind else ""
    return Angka(
        id=f"kriteria/{baru.jabatan}/{baru.berlaku_mulai}/dari/{lama.berlaku_mulai}/{kind or 'perubahan'}",
        nilai=number,
        status=baru.status,
        satuan="perubahan",
        rumus=f"banyak hal{which} dari versi {lama.berlaku_mulai} ke versi {baru.berlaku_mulai}",
        masukan=(Tempat(lama.berkas), Tempat(baru.berkas)),
    )
