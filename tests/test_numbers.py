"""numbers: exact arithmetic, and the Indonesian text of numbers, dates and periods."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.numbers import (
    exact,
    half_up,
    id_date,
    id_list,
    id_number,
    id_percent,
    id_period,
    id_weekday,
    percentages,
)

COUNTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (Fraction(45, 8), 2, "5.63"),
        (Decimal("28.125"), 2, "28.13"),
        (Decimal("2.675"), 2, "2.68"),
        (Decimal("-0.5"), 0, "-1"),
        (5, 2, "5.00"),
        (Fraction(1, 3), 4, "0.3333"),
    ],
)
def test_half_up_moves_halves_away_from_zero_and_keeps_the_places(value, places, expected):
    """The decimals asked for are all there, also zeros."""
    assert expected == str(half_up(value, places))


@given(st.decimals(-(10**9), 10**9, allow_nan=False, places=6), st.integers(0, 5))
def test_half_up_agrees_with_decimal(value, places):
    """The same rounding as the standard library's, for any decimal."""
    assert value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) == half_up(value, places)


@given(st.fractions(), st.integers(0, 6))
def test_half_up_misses_by_half_a_unit_at_most(value, places):
    """No float can come between the value and its text."""
    assert abs(Fraction(half_up(value, places)) - value) <= Fraction(1, 2 * 10**places)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3.841", Fraction(3841, 1000)),
        ("100/7", Fraction(100, 7)),
        ("-2", Fraction(-2)),
        ("0.11", Fraction(11, 100)),
    ],
)
def test_exact_reads_decimals_and_fractions(text, expected):
    """What the data writes as text is read without loss."""
    assert expected == exact(text)


@pytest.mark.parametrize("text", ["", "1,5", "1/0", "1e3", "nan", " 1", "1 ", "1/2/3", ".5", "5.", "١", "+1"])
def test_exact_refuses_any_other_text(text):
    """A number that could be read in two ways is not read."""
    with pytest.raises(ValueError, match="not a decimal or a fraction"):
        exact(text)


@given(COUNTS, st.integers(0, 3))
def test_percentages_add_up_to_hundred(counts, places):
    """Whatever is counted, the published shares make exactly 100; of nothing, they are all 0."""
    assert (100 if sum(counts) else 0) == sum(percentages(counts, places))


@given(COUNTS, st.integers(0, 3))
def test_percentages_miss_the_true_share_by_less_than_a_unit(counts, places):
    """Adding up costs no share more than the last decimal."""
    total = sum(counts) or 1
    misses = [
        abs(Fraction(p) - Fraction(100 * n, total)) for n, p in zip(counts, percentages(counts, places), strict=True)
    ]

    assert max(misses) < Fraction(1, 10**places)


@given(COUNTS)
def test_percentages_keep_the_order_of_the_counts(counts):
    """A larger count never shows a smaller share."""
    shares = [share for _, share in sorted(zip(counts, percentages(counts), strict=True))]

    assert sorted(shares) == shares


def test_percentages_give_a_tie_to_the_earlier_count():
    """Three equal counts make 34, 33, 33."""
    assert (34, 33, 33) == percentages([1, 1, 1])


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (Decimal("1234.50"), None, "1.234,50"),
        (1300, None, "1.300"),
        (881225, None, "881.225"),
        (Decimal("88.305"), 2, "88,31"),
        (-5, None, "\u22125"),
        (Decimal("-0.25"), 1, "\u22120,3"),
        (Fraction(1, 9), None, "1/9"),
        (Fraction(18, 9), None, "2"),
        (Decimal("3.5820"), None, "3,5820"),
        (0, 2, "0,00"),
    ],
)
def test_number_is_written_the_indonesian_way(value, places, expected):
    """Decimal comma, point between thousands, a true minus."""
    assert expected == id_number(value, places)


@given(st.integers(0, 10**12))
def test_a_whole_number_is_read_back_from_its_text(value):
    """Only points are added."""
    assert value == int(id_number(value).replace(".", ""))


def test_percent_is_a_share_of_one():
    """70 percent is seven tenths."""
    assert ("70%", "70,65%") == (id_percent(Fraction(7, 10)), id_percent(Fraction(414, 586), 2))


def test_date_is_written_with_the_indonesian_month():
    """No locale of the machine is needed."""
    assert "5 Oktober 2026" == id_date(date(2026, 10, 5))


def test_weekday_stands_before_the_date():
    """Deadlines name their day."""
    assert "Senin, 5 Oktober 2026" == id_weekday(date(2026, 10, 5))


@pytest.mark.parametrize(
    ("periode", "expected"),
    [
        ("2026", "Tahun 2026"),
        ("2026-s1", "Semester 1 tahun 2026"),
        ("2026-tw3", "Triwulan III tahun 2026"),
        ("2026-07", "Juli 2026"),
    ],
)
def test_period_is_written_in_words(periode, expected):
    """Each of the four forms has its words."""
    assert expected == id_period(periode)


@pytest.mark.parametrize("periode", ["2026-13", "2026-s3", "2026-tw5", "26", "2026-7", ""])
def test_other_periods_are_refused(periode):
    """A fifth form is a mistake."""
    with pytest.raises(ValueError, match="not a period"):
        id_period(periode)


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")],
)
def test_list_is_joined_with_dan(words, expected):
    """Two words without a comma, more with one before dan."""
    assert expected == id_list(words)
