"""rules.target: whether the share on time reaches its target."""

from __future__ import annotations

import csv
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.numbers import exact
from kinerja.rules.errors import UnusableInput
from kinerja.rules.target import target_met

OUTCOME = {"Y": True, "N": False, "NA": None}


def test_every_row_of_the_truth_table_comes_out(facts):
    """13 rows; NA is None, never False."""
    with (facts / "target_met_truth_table.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    computed = [
        target_met(
            exact(row["target"]) if row["target"] else None,
            int(row["volume_meeting_target"]) if row["volume_meeting_target"] else None,
            int(row["total_volume"]) if row["total_volume"] else None,
        )
        for row in rows
    ]

    assert (13, [OUTCOME[row["target_met"]] for row in rows]) == (len(rows), computed)


def test_the_target_itself_is_enough():
    """10 of 50 is exactly a fifth, though no binary float holds a fifth."""
    assert target_met(Fraction(1, 5), 10, 50) is True


def test_no_requests_prove_nothing():
    """Neither reached nor missed."""
    assert target_met(Fraction(1, 5), 0, 0) is None


@given(st.fractions(Fraction(1, 1000), 1), st.integers(1, 10**6), st.data())
def test_the_answer_is_the_comparison_of_exact_shares(target, total, data):
    """For any target and any counts."""
    meeting = data.draw(st.integers(0, total))

    assert (Fraction(meeting, total) >= target) is target_met(target, meeting, total)


@pytest.mark.parametrize(("meeting", "total"), [(51, 50), (-1, 50), (0, -1)])
def test_impossible_counts_are_refused(meeting, total):
    """More on time than there were, or fewer than none."""
    with pytest.raises(UnusableInput, match="di antara 0 dan jumlah seluruhnya"):
        target_met(Fraction(1, 5), meeting, total)
