"""Round numbers for an axis that has no bands."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from kinerja.numbers import Exact, half_up, id_number

ROUND = (1, 2, 3, 4, 5, 10)


def step(length: Fraction, most: int) -> Fraction:
    """The smallest round number that goes at most `most` times into `length`."""
    power = Fraction(1)
    while power * most >= length:
        power /= 10
    while power * 10 * most < length:
        power *= 10
    return next(power * number for number in ROUND if power * number * most >= length)


def ticks(low: Exact, high: Exact, most: int) -> tuple[Fraction, ...]:
    """Multiples of a round step from `low` to `high`, at most `most` + 1."""
    start, end = Fraction(low), Fraction(high)
    width = step(end - start, most)
    first, last = -(-start // width), end // width
    return tuple(width * number for number in range(first, last + 1))


def up_to(values: Iterable[Exact], most: int) -> Fraction:
    """The end of an axis from 0 that holds all `values`: a multiple of its step, 1 where there are none."""
    highest = max((Fraction(value) for value in values), default=Fraction(0))
    if highest == 0:
        return Fraction(1)
    width = step(highest, most)
    return -(-highest // width) * width


def tick_text(value: Fraction) -> str:
    """`2,5`, with no more decimals than the step needs."""
    places = next(places for places in range(12) if value * 10**places % 1 == 0)
    return id_number(half_up(value, places))
