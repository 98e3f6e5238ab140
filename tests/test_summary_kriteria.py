"""Criteria on a date."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja.model.repository import Repository
from kinerja.summary import kriteria as summary

FICTION = "petugas-layanan-contoh"


@pytest.mark.parametrize(
    ("tanggal", "berlaku"),
    [(date(2026, 12, 31), date(2026, 1, 1)), (date(2027, 1, 1), date(2027, 1, 1))],
    ids=["the day before the second version", "its first day"],
)
def test_a_version_is_in_force_from_its_first_day(repo: Repository, tanggal: date, berlaku: date) -> None:
    """And the earlier one until the day before."""
    group = summary.groups(repo, tanggal)[FICTION]

    assert group.berlaku is not None
    assert berlaku == group.berlaku.kriteria.berlaku_mulai


def test_the_next_version_is_announced(repo: Repository, tanggal: date) -> None:
    """It has been written down, and has not started."""
    group = summary.groups(repo, tanggal)[FICTION]

    assert group.berikut is not None
    assert ("akan-berlaku", date(2027, 1, 1)) == (group.berikut.keadaan, group.berikut.kriteria.berlaku_mulai)


def test_before_the_first_version_nothing_is_in_force(repo: Repository) -> None:
    """No version is stretched backwards."""
    assert summary.groups(repo, date(2020, 1, 1))["guru"].berlaku is None


def test_only_official_indicators_are_counted(repo: Repository, tanggal: date) -> None:
    """21 of perilaku kerja, 8 of teachers."""
    assert summary.index(repo, tanggal).jumlah_indikator.nilai == 29
