"""A line as small as a word, for the cell of a table: only its course, the figures stand beside it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction
from html import escape

from kinerja.charts.canvas import printable
from kinerja.charts.style import LIGHT
from kinerja.numbers import half_up
from kinerja.summary.angka import Angka

WIDTH, HEIGHT = 120, 32
EDGE = 4
Point = tuple[Fraction, Fraction]


def sparkline(nilai: Sequence[Angka], judul: str, patah: Collection[int] = ()) -> str:
    """An inline SVG of 120 × 32 without ids and style, the oldest value first.

    A gap where there is no value and before each place in `patah`, where the series breaks; a dot on the newest
    value, hatching behind an example. Lowest and highest value fill the height, so only the course can be read
    from it; `judul` is what a screen reader hears.
    """
    there = [Fraction(angka.nilai) for angka in nilai if angka.nilai is not None]
    low, high = (min(there), max(there)) if there else (Fraction(0), Fraction(0))
    step = Fraction(WIDTH - 2 * EDGE, max(len(nilai) - 1, 1))
    points = [
        None if angka.nilai is None else (EDGE + step * place, _height(Fraction(angka.nilai), low, high))
        for place, angka in enumerate(nilai)
    ]
    marks = [_hatch()] if any(angka.status == "contoh" for angka in nilai) else []
    runs = _runs(points, patah)
    if any(len(run) > 1 for run in runs):
        marks.append(_line([run for run in runs if len(run) > 1]))
    marks += [_dot(run[0], "1.5") for run in runs if len(run) == 1]
    marks += [] if there else [_path("redup", f"M{EDGE} 16H{WIDTH - EDGE}", ' stroke-dasharray="2 4"')]
    marks += [_dot(points[-1], "3.5")] if points and points[-1] else []
    return (
        f'<svg class="garis-mini" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" '
        f'aria-label="{escape(printable(judul))}">{"".join(marks)}</svg>'
    )


def _height(value: Fraction, low: Fraction, high: Fraction) -> Fraction:
    """The y of a value; a level series runs through the middle."""
    share = Fraction(1, 2) if low == high else (value - low) / (high - low)
    return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)


def _runs(points: Sequence[Point | None], patah: Collection[int]) -> list[list[Point]]:
    """The points between gaps and breaks."""
    runs: list[list[Point]] = [[]]
    for place, point in enumerate(points):
        if point is None or place in patah:
            runs.append([])
        if point is not None:
            runs[-1].append(point)
    return [run for run in runs if run]


def _line(runs: Sequence[Sequence[Point]]) -> str:
    """One path, begun anew for every run."""
    data = "".join("M" + "L".join(f"{_text(x)} {_text(y)}" for x, y in run) for run in runs)
    return _path("merek", data, ' stroke-width="2" stroke-linecap="round" stroke-linejoin="round"')


def _dot(point: Point, radius: str) -> str:
    x, y = map(_text, point)
    return f'<circle class="f-merek" fill="{LIGHT["merek"]}" cx="{x}" cy="{y}" r="{radius}"/>'


def _hatch() -> str:
    return _path("garis", "".join(f"M{x} {HEIGHT}l{HEIGHT}-{HEIGHT}" for x in range(8 - HEIGHT, WIDTH, 8)))


def _path(token: str, data: str, extra: str = "") -> str:
    return f'<path class="s-{token}" stroke="{LIGHT[token]}" fill="none"{extra} d="{data}"/>'


def _text(value: Fraction) -> str:
    """One decimal, none where it is zero."""
    return f"{half_up(value, 1):f}".removesuffix(".0")
