"""Exact arithmetic, and the Indonesian text of numbers, dates and periods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

Exact = int | Decimal | Fraction

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MINUS = "\u2212"

PERIODE = re.compile(r"(?P<tahun>\d{4})(?:-(?:s(?P<semester>[12])|tw(?P<triwulan>[1-4])|(?P<bulan>0[1-9]|1[0-2])))?")


def half_up(value: Exact, places: int) -> Decimal:
    """`value` rounded to `places` decimals, halves away from zero, computed exactly.

    >>> half_up(Fraction(45, 8), 2)
    Decimal('5.63')
    """
    exact = Fraction(value)
    scaled = abs(exact) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    # Written out, for `scaleb` would round to the 28 digits of Decimal's context.
    return Decimal(f"{-whole if exact < 0 else whole}e-{places}")


def exact(text: str) -> Fraction:
    """A decimal (`"3.841"`) or fraction (`"100/7"`) written as text in the data.

    Raises ValueError where the text is neither, or has a zero denominator.
    """
    if not re.fullmatch(r"-?\d+(\.\d+)?|-?\d+/[1-9]\d*", text, re.ASCII):
        raise ValueError("not a decimal or a fraction")
    return Fraction(text)


def percentages(counts: Sequence[int], places: int = 0) -> tuple[Decimal, ...]:
    """Shares of `counts` in percent that add up to exactly 100 (largest remainder).

    Ties go to the earlier count. An empty or zero total gives zeros.
    """
    total = sum(counts)
    if total == 0:
        return tuple(Decimal(0).scaleb(-places) for _ in counts)
    unit = 100 * 10**places
    floors = [count * unit // total for count in counts]
    order = sorted(range(len(counts)), key=lambda i: (-(counts[i] * unit % total), i))
    for i in order[: unit - sum(floors)]:
        floors[i] += 1
    return tuple(Decimal(value).scaleb(-places) for value in floors)


def id_number(value: Exact, places: int | None = None) -> str:
    """Indonesian text of a number: decimal comma, point between thousands, a true minus.

    `places` rounds half up; without it a Decimal keeps its own decimals, a whole number has none,
    and another Fraction is printed as a fraction.

    >>> id_number(Decimal("1234.50"))
    '1.234,50'
    """
    if places is not None:
        value = half_up(value, places)
    if isinstance(value, Fraction):
        if value.denominator != 1:
            return f"{id_number(value.numerator)}/{id_number(value.denominator)}"
        value = value.numerator
    whole, _, decimals = f"{Decimal(value).copy_abs():f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    sign = MINUS if value < 0 else ""
    return f"{sign}{grouped},{decimals}" if decimals else f"{sign}{grouped}"


def id_percent(value: Exact, places: int = 0) -> str:
    """Indonesian text of a share: `id_percent(Fraction(7, 10))` is `70%`."""
    return f"{id_number(Fraction(value) * 100, places)}%"


def id_date(value: date) -> str:
    """`5 Oktober 2026`."""
    return f"{value.day} {BULAN[value.month - 1]} {value.year}"


def id_weekday(value: date) -> str:
    """`Senin, 5 Oktober 2026`."""
    return f"{HARI[value.weekday()]}, {id_date(value)}"


def id_period(periode: str) -> str:
    """Words for a period: `2026`, `2026-s1`, `2026-tw3`, `2026-07`.

    Raises ValueError for another form.
    """
    match = PERIODE.fullmatch(periode)
    if match is None:
        raise ValueError("not a period")
    tahun = match["tahun"]
    if match["semester"]:
        return f"Semester {match['semester']} tahun {tahun}"
    if match["triwulan"]:
        return f"Triwulan {('I', 'II', 'III', 'IV')[int(match['triwulan']) - 1]} tahun {tahun}"
    if match["bulan"]:
        return f"{BULAN[int(match['bulan']) - 1]} {tahun}"
    return f"Tahun {tahun}"


def id_list(words: Sequence[str]) -> str:
    """`a`, `a dan b`, `a, b, dan c`."""
    if len(words) < 3:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"


def period_bounds(periode: str) -> tuple[date, date]:
    """First and last day of a period. Raises ValueError for another form.

    >>> period_bounds("2026-tw3")
    (datetime.date(2026, 7, 1), datetime.date(2026, 9, 30))
    """
    match = PERIODE.fullmatch(periode)
    if match is None:
        raise ValueError("not a period")
    months, number = 12, 1
    for name, length in (("semester", 6), ("triwulan", 3), ("bulan", 1)):
        if match[name]:
            months, number = length, int(match[name])
    year, first = int(match["tahun"]), months * (number - 1) + 1
    after = date(year + 1, 1, 1) if first + months > 12 else date(year, first + months, 1)
    return date(year, first, 1), after - timedelta(days=1)


def period_within(inner: str, outer: str) -> bool:
    """Whether a period lies inside another one.

    >>> period_within("2026-tw3", "2026-s2"), period_within("2026", "2026")
    (True, False)
    """
    (start, end), (first, last) = period_bounds(inner), period_bounds(outer)
    return inner != outer and first <= start and end <= last
