"""rules.versi: the version in force on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.aturan import Versi
from kinerja.model.kriteria import Kriteria
from kinerja.rules.versi import kriteria_on, version_on


@dataclass(frozen=True)
class Rule:
    """The smallest rule document."""

    versi: tuple[Versi, ...]


def _versi(mulai: date, *, dicabut: bool = False) -> Versi:
    return Versi(berlaku_mulai=mulai, dicabut=dicabut, dasar=())


def _kriteria(mulai: date) -> Kriteria:
    return Kriteria(
        berkas=f"data/kriteria/guru/{mulai}.yaml", status="resmi", judul="Guru", ringkasan="Guru.",
        jabatan="guru", berlaku_mulai=mulai, tingkat=(), aspek=(), dasar=(), sumber=(),
    )  # fmt: skip


OLD, NEW = _versi(date(2014, 1, 1)), _versi(date(2017, 1, 1))
DAYS = st.dates(date(2000, 1, 1), date(2050, 12, 31))


def test_a_version_is_in_force_from_its_first_day():
    """berlaku_mulai itself belongs to the version."""
    assert NEW is version_on(Rule((OLD, NEW)), date(2017, 1, 1))


def test_a_version_ends_the_day_before_the_next():
    """No end is written, so none can contradict the next start."""
    assert OLD is version_on(Rule((OLD, NEW)), date(2016, 12, 31))


def test_before_the_first_version_nothing_is_in_force():
    """A rule does not reach back."""
    assert version_on(Rule((OLD, NEW)), date(2013, 12, 31)) is None


def test_a_repeal_ends_the_rule_without_successor():
    """From the day of the repeal nothing is in force."""
    rule = Rule((OLD, _versi(date(2017, 1, 1), dicabut=True)))

    assert (OLD, None) == (version_on(rule, date(2016, 12, 31)), version_on(rule, date(2017, 1, 1)))


def test_a_version_after_a_repeal_brings_the_rule_back():
    """Only the latest version on the day counts."""
    rule = Rule((_versi(date(2015, 1, 1), dicabut=True), NEW))

    assert NEW is version_on(rule, date(2020, 1, 1))


@given(st.lists(DAYS, unique=True, min_size=1), DAYS)
def test_the_order_in_the_file_does_not_matter(starts, tanggal):
    """The latest start not after the day, wherever it stands."""
    found = version_on(Rule(tuple(_versi(start) for start in starts)), tanggal)
    started = [start for start in starts if start <= tanggal]

    assert (max(started) if started else None) == (found.berlaku_mulai if found else None)


def test_criteria_of_a_group_follow_the_same_rule():
    """One document a version, chosen by its own start."""
    first, second = _kriteria(date(2026, 1, 1)), _kriteria(date(2027, 1, 1))

    assert first is kriteria_on((first, second), second.berlaku_mulai - timedelta(days=1))


def test_no_criteria_are_in_force_before_the_first():
    """An empty group has none either."""
    assert kriteria_on((), date(2026, 1, 1)) is None


def test_repealed_ombudsman_scale_is_not_used_after_2024(repo):
    """The published table is known until 2024 only."""
    scale = repo.aturan.pita["ombudsman"]

    assert (True, False) == (
        version_on(scale, date(2024, 12, 31)) is not None,
        version_on(scale, date(2025, 1, 1)) is not None,
    )
