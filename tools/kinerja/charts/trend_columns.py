"""A series from left to right: under each period its name, its value and its interval in words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from kinerja.charts.canvas import Canvas, printable
from kinerja.charts.ground import Ground
from kinerja.charts.labels import MARGIN
from kinerja.charts.rows import between
from kinerja.charts.scale import tick_text, ticks
from kinerja.charts.series import Slots, draw, marked_examples
from kinerja.charts.style import FALLBACK, LEBAR, SIZE, SMALL, flow, text_width, wrap
from kinerja.summary.grafik_layanan import GrafikDeret, TitikDeret

LINE = 16
GAP = 8
LINES = 3
HEIGHT = 200


class Foot(NamedTuple):
    """The lines of words under a period."""

    label: list[str]
    value: list[str]
    interval: list[str]

    def fits(self, column: float) -> bool:
        """No line is wider than the column, and none of the three is longer than LINES."""
        small = (text_width(line, SMALL) for line in (*self.label, *self.interval))
        widest = max(*small, *(text_width(line, SIZE, 700) for line in self.value))
        return widest * FALLBACK <= column and max(map(len, self)) <= LINES


class Columns:
    """The drawing of a series in columns; `fits` tells whether the words of every period find room."""

    def __init__(self, canvas: Canvas, chart: GrafikDeret, low: Decimal, high: Decimal) -> None:
        self.canvas, self.chart = canvas, chart
        self.low, self.high = Fraction(low), Fraction(high)
        ground = Ground(canvas=canvas, left=MARGIN, right=canvas.width - MARGIN, low=low, high=high, places=None)
        self.ground, self.bands = ground, ground.seen(chart.pita)
        self.ticks = [Fraction(v) for v in ground.ticks(self.bands)] if self.bands else list(ticks(low, high, 5))
        wide = canvas.width >= LEBAR
        self.short = not wide or any(text_width(printable(pita.nama), SMALL) > 96 for pita in self.bands)
        names = (text_width(self._name(place), SMALL) for place in range(len(self.bands)))
        self.left = MARGIN + max(text_width(tick_text(value), SMALL) for value in self.ticks) * FALLBACK + 8
        self.right = canvas.width - MARGIN - max((name * FALLBACK + 8 for name in names), default=0)
        column = (self.right - self.left) / len(chart.titik)
        starts = [self.left + column * place for place in range(len(chart.titik))]
        self.spans = tuple((start, start + column) for start in starts)
        marked = marked_examples(chart)
        self.feet = tuple(_foot(titik, column - GAP, marked=titik in marked) for titik in chart.titik)
        self.fits = all(foot.fits(column - GAP) for foot in self.feet)

    def draw(self, y: float) -> float:
        """Draws all, from the words of the breaks down to the key of the bands; returns where it ends."""
        y = self._breaks(y)
        top, bottom = y + 8, y + 8 + HEIGHT
        slots = Slots(
            canvas=self.canvas,
            spans=self.spans,
            across=lambda value: bottom - float((value - self.low) / (self.high - self.low)) * HEIGHT,
            low=self.low,
            high=self.high,
            down=False,
        )
        named = self._ground(slots)
        for place, titik in enumerate(self.chart.titik):
            if place and titik.patah:
                self.canvas.zigzag(self.spans[place][0] - 2, top, HEIGHT, down=True)
        draw(self.chart, slots)
        y = self._words(bottom + 10)
        return self.ground.key(self.bands, y) if self.bands and not named else y

    def _name(self, place: int) -> str:
        pita = self.bands[place]
        return printable(pita.singkat if self.short else pita.nama)

    def _breaks(self, y: float) -> float:
        """For each break a line of words above the drawing, behind a sample of its mark."""
        for place, titik in enumerate(self.chart.titik):
            if place and titik.patah:
                self.canvas.zigzag(MARGIN + 11, y, 18, down=True)
                words = f"Deret terputus sejak {titik.label}: {titik.patah}"
                y = self.canvas.paragraph(MARGIN + 32, y, words, self.canvas.width - 2 * MARGIN - 32, "redup", SMALL)
                y += 6
        return y

    def _ground(self, slots: Slots) -> bool:
        """Bands or lines across, with their numbers; returns whether every band got its full name."""
        for place, pita in enumerate(reversed(self.bands)):
            if place % 2 == 0:
                low, high = (slots.across(self._kept(edge)) for edge in (pita.bawah, pita.atas))
                self.canvas.rect(self.left, high, self.right - self.left, low - high, "pita")
        free = float("inf")
        for value in self.ticks:
            y = slots.across(value)
            self.canvas.line([(self.left, y), (self.right, y)], "garis", 1)
            if y <= free:
                self.canvas.text(self.left - 6, y + 4.5, tick_text(value), "redup", SMALL, anchor="right")
                free = y - LINE
        named = 0
        free = float("inf")
        for place, pita in enumerate(self.bands):
            y = (slots.across(self._kept(pita.bawah)) + slots.across(self._kept(pita.atas))) / 2
            if y <= free:
                self.canvas.text(self.right + 6, y + 4.5, self._name(place), "redup", SMALL)
                free, named = y - LINE, named + 1
        return named == len(self.bands) and not self.short

    def _kept(self, value: Decimal) -> Fraction:
        return min(max(Fraction(value), self.low), self.high)

    def _words(self, y: float) -> float:
        """The names of the periods, and from one line on each value with its interval below it."""
        below = max(len(foot.label) for foot in self.feet)
        for place, (titik, foot) in enumerate(zip(self.chart.titik, self.feet, strict=True)):
            value = ("redup", SMALL, 400) if titik.angka.nilai is None else ("teks", SIZE, 700)
            for start, lines, (ink, size, weight) in (
                (0, foot.label, ("redup", SMALL, 400)),
                (below, foot.value, value),
                (below + len(foot.value), foot.interval, ("redup", SMALL, 400)),
            ):
                for number, line in enumerate(lines, start=start + 1):
                    x = sum(self.spans[place]) / 2
                    self.canvas.text(x, y + LINE * number - 3, line, ink, size, weight, "center")
        return y + LINE * (below + max(len(foot.value) + len(foot.interval) for foot in self.feet)) + 6


def _foot(titik: TitikDeret, column: float, *, marked: bool) -> Foot:
    interval = flow(between(titik.bawah, titik.atas).replace("–", "–|").split("|"), "", column, SMALL)
    return Foot(
        wrap(printable(titik.label), column, SMALL),
        wrap(titik.angka.teks, column, SIZE, 700),
        [part for line in interval for part in wrap(line, column, SMALL)] + (["Contoh"] if marked else []),
    )
