"""The variance of what respondents add to the mean answer lies between bounds that follow from the counts alone.

Source: Minkowski's inequality for the upper bound; data/aturan/selang.yaml for what the variance is used for.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import isqrt

# Answers of one person resemble each other, so the variance is larger than that of unrelated answers. Only by chance it
# is smaller; a tenth of it does not happen by chance.
CHANCE = Fraction(1, 10)
_PLACES = 12


def variance_bounds(jawaban: Sequence[Sequence[int]], n: int) -> tuple[Fraction, Fraction]:
    """The smallest plausible and the largest possible variance; `jawaban` has the counts of 1, 2, 3, 4 of each unsur.

    Largest: all answers of a person deviate together, (Σ s)² ÷ x², where s is an unsur's own spread with its answers
    weighed by n ÷ n_u. Smallest: a tenth of what unrelated answers would give, Σ s² ÷ x².

    Source: as the module.
    """
    spreads = [_spread(counts, n) for counts in jawaban]
    squared = Fraction(len(spreads)) ** 2
    return CHANCE * sum(spreads, start=Fraction(0)) / squared, sum(
        map(_root, spreads), start=Fraction(0)
    ) ** 2 / squared


def _spread(counts: Sequence[int], n: int) -> Fraction:
    """The variance of an unsur's contributions among all n respondents; who did not answer contributes nothing."""
    answered = sum(counts)
    total = sum(value * count for value, count in enumerate(counts, 1))
    squares = sum(value * value * count for value, count in enumerate(counts, 1))
    return (squares - Fraction(total * total, answered)) * Fraction(n, answered) ** 2 / (n - 1)


def _root(value: Fraction) -> Fraction:
    """The square root, rounded up in the twelfth decimal."""
    scaled = value * 10 ** (2 * _PLACES)
    return Fraction(isqrt(-(-scaled.numerator // scaled.denominator)) + 1, 10**_PLACES)
