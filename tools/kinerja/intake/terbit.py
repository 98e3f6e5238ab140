"""Before a table of results is written: protected, and counted as a release."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random, SystemRandom

from kinerja.model.aturan_layanan import VersiPenyamaran
from kinerja.model.dokumen import Status
from kinerja.model.hasil import Hasil
from kinerja.model.repository import Repository
from kinerja.problems import Problem, ProblemsFound
from kinerja.rules.versi import version_on


def released(repository: Repository, hasil: Hasil) -> Hasil:
    """The table as its next release; the one that is there, where nothing in it has changed.

    A note written by hand stays. An approval does not: it was given to other figures.
    """
    old = next(
        (
            old
            for old in repository.hasil.get(hasil.tabel, ())
            if (old.periode, old.status) == (hasil.periode, hasil.status)
        ),
        None,
    )
    if old is None:
        return hasil
    same = replace(
        hasil, rilis_ke=old.rilis_ke, dihitung_pada=old.dihitung_pada, persetujuan=old.persetujuan, catatan=old.catatan,
        sumber=old.sumber,
    )  # fmt: skip
    return old if same == old else replace(hasil, rilis_ke=old.rilis_ke + 1, catatan=old.catatan)


def policy(repository: Repository, tanggal: date) -> VersiPenyamaran:
    """The protection in force on the day that the table is counted."""
    return version_on(repository.aturan.penyamaran, tanggal) or repository.aturan.penyamaran.versi[-1]


def published(repository: Repository, periode: str, status: Status, kelompok: str | None = None) -> tuple[Hasil, ...]:
    """What is published of a period now: of predikat, or of the aspects of one group of posts."""
    return tuple(
        hasil
        for series in repository.hasil.values()
        for hasil in series
        if (hasil.periode, hasil.status, hasil.kelompok) == (periode, status, kelompok)
    )


def dice(benih: str | None, status: Status, berkas: Sequence[str]) -> Random:
    """The randomness of the rounding: that of the system. A seed is for tests and demonstrations only."""
    if benih is None:
        return SystemRandom()
    if status == "resmi":
        pesan = "pembulatan data resmi tidak boleh memakai benih, karena dapat diulang lalu dibandingkan"
        saran = "Jalankan tanpa --benih."
        raise ProblemsFound(tuple(Problem(name, 1, 1, "benih-resmi", "galat", pesan, saran) for name in berkas))
    return Random(benih)
