"""The ground of a chart: an axis across the sheet, its bands with their names, its edges in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.charts.canvas import Canvas, printable
from kinerja.charts.labels import MARGIN
from kinerja.charts.style import LEBAR, SMALL, flow, text_width, wrap
from kinerja.numbers import half_up, id_number
from kinerja.summary.grafik import PitaGrafik

Bands = tuple[PitaGrafik, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """An axis from `left` to `right`; `places` are the decimals of its edges (None: their own)."""

    canvas: Canvas
    left: float
    right: float
    low: Decimal
    high: Decimal
    places: int | None

    def at(self, value: Fraction | Decimal) -> float:
        """The x of a value, kept on the axis."""
        low, high = Fraction(self.low), Fraction(self.high)
        share = (min(max(Fraction(value), low), high) - low) / (high - low)
        return self.left + float(share) * (self.right - self.left)

    def seen(self, bands: Bands) -> Bands:
        """The bands of which something lies on the axis."""
        return tuple(pita for pita in bands if pita.atas > self.low and pita.bawah < self.high)

    def names(self, bands: Bands, y: float) -> tuple[float, bool]:
        """The names over the bands; returns where they end, and whether only short ones fit and need a key."""
        spaces = [self.at(pita.atas) - self.at(pita.bawah) - 6 for pita in bands]
        lines = [wrap(printable(pita.nama), space, SMALL) for pita, space in zip(bands, spaces, strict=True)]
        fits = all(
            len(one) <= 2 and all(text_width(line, SMALL) <= space for line in one)
            for one, space in zip(lines, spaces, strict=True)
        )
        if not fits:
            lines = [[pita.singkat] if pita.singkat else [] for pita in bands]
        tallest = max((len(one) for one in lines), default=0)
        for pita, one in zip(bands, lines, strict=True):
            middle = (self.at(pita.bawah) + self.at(pita.atas)) / 2
            for place, line in enumerate(one, start=tallest - len(one)):
                self.canvas.text(middle, y + 12 + 16 * place, line, "redup", SMALL, anchor="center")
        below = y + (16 * tallest + 4 if tallest else 0)
        return below, not fits and any(pita.singkat != pita.nama for pita in bands)

    def stripes(self, bands: Bands, top: float, bottom: float) -> None:
        """Every other band in its colour, the edges as lines; only ticks where words stand on the bands."""
        for place, pita in enumerate(reversed(bands)):
            if place % 2 == 0:
                low, high = self.at(pita.bawah), self.at(pita.atas)
                self.canvas.rect(low, top, high - low, bottom - top, "pita")
        begin = top if self.canvas.width >= LEBAR else bottom
        for value in self.ticks(bands):
            self.canvas.line([(self.at(value), begin), (self.at(value), bottom + 4)], "garis", 1)
        if not bands:
            self.canvas.line([(self.left, bottom), (self.right, bottom)], "redup", 1)

    def numbers(self, bands: Bands, y: float) -> float:
        """The edges in numbers, on a second line where they would touch; returns where they end."""
        free = [0.0, 0.0]
        for value in self.ticks(bands):
            words = self._edge_text(value)
            half = text_width(words, SMALL) / 2
            x = min(max(self.at(value), half + 2), self.canvas.width - half - 2)
            line = next((n for n in (0, 1) if x - half >= free[n]), None)
            if line is None:
                continue
            free[line] = x + half + 6
            self.canvas.text(x, y + 13 + 16 * line, words, "redup", SMALL, anchor="center")
        return y + (40 if free[1] else 24)

    def key(self, bands: Bands, y: float) -> float:
        """What short names (or, without one, the edges) stand for, the best band first; returns where it ends."""
        parts = [f"{pita.singkat or self._span_text(pita)} = {printable(pita.nama)}" for pita in reversed(bands)]
        for line in flow(parts, "; ", self.canvas.width - self.left - MARGIN, SMALL):
            self.canvas.text(self.left, y + SMALL, line, "redup", SMALL)
            y += SMALL + 5
        return y + 4

    def ticks(self, bands: Bands) -> list[Decimal]:
        """Both ends of the axis and the edges of the bands between them."""
        inner = {pita.bawah for pita in bands} | {pita.atas for pita in bands}
        return sorted({self.low, self.high, *(value for value in inner if self.low <= value <= self.high)})

    def _span_text(self, pita: PitaGrafik) -> str:
        return f"{self._edge_text(pita.bawah)}–{self._edge_text(pita.atas)}"

    def _edge_text(self, value: Decimal) -> str:
        return id_number(value if self.places is None else half_up(value, self.places))
