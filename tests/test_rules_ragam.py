"""A variance that the counts of the answers do not allow is found, and none that a survey can have is accused."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.rules.ragam import variance_bounds

people = st.lists(st.lists(st.integers(0, 4), min_size=3, max_size=3), min_size=2, max_size=30)


def variance(answers: list[list[int]]) -> tuple[Fraction, list[list[int]]]:
    """What `himpun skm` would write (0 is no answer), and the counts of each unsur that has an answer."""
    n = len(answers)
    columns = [column for column in zip(*answers, strict=True) if any(column)]
    contributions = [Fraction(0)] * n
    for column in columns:
        given_ = [value for value in column if value]
        mean = Fraction(sum(given_), len(given_))
        for i, value in enumerate(column):
            contributions[i] += (value - mean) * Fraction(n, len(given_)) / len(columns) if value else 0
    counts = [[column.count(value) for value in range(1, 5)] for column in columns]
    return sum((one * one for one in contributions), start=Fraction(0)) / (n - 1), counts


@settings(max_examples=300)
@given(people)
def test_no_survey_has_more_than_the_largest_variance(answers: list[list[int]]) -> None:
    """Whatever people answer, and whatever they leave out."""
    ragam, counts = variance(answers)

    assert not counts or ragam <= variance_bounds(counts, len(answers))[1]


def test_the_largest_variance_is_reached_by_people_who_answer_all_alike() -> None:
    """Straight-liners: each deviates from every mean together."""
    ragam, counts = variance([[1, 1, 1], [4, 4, 4], [2, 2, 2]])

    assert 0 <= variance_bounds(counts, 3)[1] - ragam < Fraction(1, 10**9)


def test_a_variance_of_almost_nothing_is_not_plausible_where_answers_differ() -> None:
    """Forged to make an interval narrow."""
    assert variance_bounds([[5, 20, 60, 15]] * 9, 100)[0] > Fraction(1, 1000)


def test_equal_answers_have_no_variance() -> None:
    """Both bounds are zero, but for the rounding of the root."""
    low, high = variance_bounds([[0, 0, 40, 0]] * 9, 40)

    assert (0, True) == (low, high < Fraction(1, 10**12))
