"""The marks of a series, along its periods and across its values: lines, whiskers, dots, limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from kinerja.charts.canvas import Canvas
from kinerja.summary.angka import Angka
from kinerja.summary.grafik_layanan import GrafikDeret, TitikDeret, has_interval

CAP = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """Where the periods lie: `spans` are their beginnings and ends; `across` places a value.

    `down`: the periods follow each other down the sheet, the values lie across it; else the other way round.
    """

    canvas: Canvas
    spans: tuple[tuple[float, float], ...]
    across: Callable[[Fraction], float]
    low: Fraction
    high: Fraction
    down: bool

    def middle(self, place: int) -> float:
        """The middle of a period."""
        return sum(self.spans[place]) / 2

    def line(self, points: list[tuple[float, float]], ink: str, width: float, dashes: tuple[float, ...] = ()) -> None:
        """A line through points given along and across."""
        turned = [(across, along) if self.down else (along, across) for along, across in points]
        self.canvas.line(turned, ink, width, dashes)

    def dot(self, along: float, across: float) -> None:
        """A value."""
        self.canvas.dot(*((across, along) if self.down else (along, across)), 5, "latar", "merek")


def runs(titik: tuple[TitikDeret, ...], of: Callable[[TitikDeret], Angka | None]) -> Iterator[list[int]]:
    """Places that one line may join: neighbours with values of the same status, no break between them."""
    run: list[int] = []
    for place, satu in enumerate(titik):
        angka, before = of(satu), of(titik[run[-1]]) if run else None
        there = angka is not None and angka.nilai is not None
        joined = there and not satu.patah and before is not None and angka is not None and before.status == angka.status
        if run and not joined:
            yield run
            run = []
        if there:
            run.append(place)
    if run:
        yield run


def marked_examples(chart: GrafikDeret) -> tuple[TitikDeret, ...]:
    """The examples among official figures; where all are examples the tag speaks for them."""
    contoh = tuple(titik for titik in chart.titik if titik.angka.status == "contoh")
    return contoh if len(contoh) < len(chart.titik) else ()


def draw(chart: GrafikDeret, slots: Slots) -> None:
    """All marks of a series: what is missing, the limits, then values with their intervals on top."""
    for place, titik in enumerate(chart.titik):
        if titik.angka.nilai is None:
            _missing(slots, titik, slots.middle(place))
    for run in runs(chart.titik, lambda titik: titik.batas):
        _limit(chart, slots, run)
    for run in runs(chart.titik, lambda titik: titik.angka):
        points = [(slots.middle(place), _across(slots, chart.titik[place].angka)) for place in run]
        if len(run) > 1:
            slots.line(points, "merek", 2)
        for place, (along, across) in zip(run, points, strict=True):
            _whisker(slots, chart.titik[place], along, across)
            slots.dot(along, across)


def _missing(slots: Slots, titik: TitikDeret, along: float) -> None:
    """A dotted line; where the lower end is known, the whisker from there on."""
    slots.line([(along, slots.across(value)) for value in (slots.low, slots.high)], "redup", 1.5, (2, 5))
    if titik.bawah is not None and titik.bawah.nilai is not None:
        _whisker(slots, titik, along, _across(slots, titik.bawah))


def _limit(chart: GrafikDeret, slots: Slots, run: list[int]) -> None:
    """Level through each period; a step where the next one has another limit."""
    points: list[tuple[float, float]] = []
    for place in run:
        batas = chart.titik[place].batas
        assert batas is not None
        across = _across(slots, batas)
        points += [(end, across) for end in slots.spans[place]]
    inner = [b for a, b, c in zip(points, points[1:], points[2:], strict=False) if not a[1] == b[1] == c[1]]
    slots.line([points[0], *inner, points[-1]], "standar", 2)


def _whisker(slots: Slots, titik: TitikDeret, along: float, across: float) -> None:
    """From end to end with caps; where one end is open, a broken line to the edge of the axis."""
    if not has_interval(titik.bawah, titik.atas):
        return
    for angka, edge in ((titik.bawah, slots.low), (titik.atas, slots.high)):
        if angka is None or angka.nilai is None:
            slots.line([(along, across), (along, slots.across(edge))], "merek", 1.5, (4, 4))
        else:
            end = _across(slots, angka)
            slots.line([(along, across), (along, end), (along - CAP, end), (along + CAP, end)], "merek", 1.5)


def _across(slots: Slots, angka: Angka) -> float:
    assert angka.nilai is not None
    return slots.across(Fraction(angka.nilai))
