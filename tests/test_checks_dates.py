"""checks.dates: the days of a period."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja.numbers import period_bounds


@pytest.mark.parametrize(
    ("periode", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-s1", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026-s2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026-tw1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-tw4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(periode: str, first: date, last: date) -> None:
    """Both belong to it."""
    assert (first, last) == period_bounds(periode)


@pytest.mark.parametrize("periode", ["2026-s3", "2026-tw0", "2026-13", "26", "2026-1", ""])
def test_another_form_is_no_period(periode: str) -> None:
    """The schema refuses it earlier; here it is an error of the program."""
    with pytest.raises(ValueError, match="not a period"):
        period_bounds(periode)
