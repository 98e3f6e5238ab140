"""Before (hollow, grey) and after (filled, blue) of several services against their limits (red ticks)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from kinerja.charts.canvas import Canvas
from kinerja.charts.frame import begin, finish
from kinerja.charts.key import Sample, write_key
from kinerja.charts.labels import INSET, words_for
from kinerja.charts.rows import Kind, Row
from kinerja.charts.scale import tick_text, ticks, up_to
from kinerja.charts.style import FALLBACK, LEBAR, SIZE, SMALL, text_width
from kinerja.summary.angka import Angka
from kinerja.summary.grafik_layanan import BarisSelisih, GrafikSelisih

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BATAS = "batas standar"
RADIUS = 5.0
ASIDE = 6.0
TICK = 11.0


def figure(chart: GrafikSelisih, width: int, ink: Mapping[str, str], *, standalone: bool = False) -> Figure:
    """The chart in `width` px; `standalone` adds ground, title and takeaway."""
    return _Sheet(chart, Canvas(width, ink)).draw(standalone)


class _Sheet:
    """One drawing; values stand beside their dots, so the axis ends a label's width before the columns."""

    def __init__(self, chart: GrafikSelisih, canvas: Canvas) -> None:
        self.chart, self.canvas = chart, canvas
        self.rows = _rows(chart)
        self.words = words_for(canvas, self.rows)
        figures = [angka for baris in chart.baris for angka in (baris.sebelum, baris.sesudah, baris.batas)]
        values = [angka.nilai for angka in figures if angka is not None and angka.nilai is not None]
        self.most = 5 if canvas.width >= LEBAR else 4
        self.end = up_to(values, self.most)
        texts = (angka.teks for angka in figures if angka is not None and angka.nilai is not None)
        aside = max((text_width(text, SIZE, 700) for text in texts), default=0) * FALLBACK + RADIUS + ASIDE
        self.left, self.right = self.words.left + aside, self.words.right - aside

    def draw(self, standalone: bool) -> Figure:
        y = begin(self.canvas, self.chart, standalone=standalone)
        top = self._key(y)
        heights = [self.words.height(row) for row in self.rows]
        bottom = top + sum(heights) + 6
        self._grid(top, bottom)
        y = top + 3
        for row, baris, height in zip(self.rows, self.chart.baris, heights, strict=True):
            middle = self.words.middle(y, height)
            if row.contoh:
                self.canvas.hatch(self.left, middle - 9, self.right - self.left, 18, "garis")
            self._marks(baris, middle)
            self.words.say(row, y, middle)
            y += height
        left = self.words.left + (0 if self.words.wide else INSET)
        return finish(self.canvas, left, bottom + 24, self.chart.satuan, standalone=standalone)

    def at(self, angka: Angka | None) -> float | None:
        """The x of a figure that has a value."""
        return None if angka is None or angka.nilai is None else self._x(Fraction(angka.nilai))

    def _x(self, value: Fraction) -> float:
        return self.left + float(value / self.end) * (self.right - self.left)

    def _grid(self, top: float, bottom: float) -> None:
        for value in ticks(0, self.end, self.most):
            x = self._x(value)
            self.canvas.line([(x, top), (x, bottom)], "garis", 1)
            self.canvas.text(x, bottom + 16, tick_text(value), "redup", SMALL, anchor="center")

    def _key(self, y: float) -> float:
        canvas = self.canvas
        entries: list[tuple[Sample, str]] = [
            (lambda start, end, y: canvas.dot((start + end) / 2, y, RADIUS, "latar", "redup"), self.chart.nama_sebelum),
            (lambda start, end, y: canvas.dot((start + end) / 2, y, RADIUS, "merek", "merek"), self.chart.nama_sesudah),
        ]
        if any(self.at(baris.batas) is not None for baris in self.chart.baris):
            entries.append((lambda start, end, y: self._limit((start + end) / 2, y, 8), BATAS))
        return write_key(canvas, y, entries)

    def _limit(self, x: float, y: float, half: float) -> None:
        self.canvas.line([(x, y - half), (x, y + half)], "standar", 2.2)

    def _marks(self, baris: BarisSelisih, y: float) -> None:
        before, after, limit = self.at(baris.sebelum), self.at(baris.sesudah), self.at(baris.batas)
        if before is None and after is None:
            self.canvas.line([(self.left, y), (self.right, y)], "redup", 1.5, (2, 5))
        if before is not None and after is not None:
            self.canvas.line([(before, y), (after, y)], "redup", 2.5)
        if limit is not None:
            self._limit(limit, y, TICK)
        # Where both lie in one place the ring goes around the dot.
        near = before is not None and after is not None and abs(before - after) < 2 * RADIUS
        ring = RADIUS + 3 if near else RADIUS
        if before is not None:
            self.canvas.dot(before, y, ring, "latar", "redup")
        if after is not None:
            self.canvas.dot(after, y, RADIUS, "merek", "merek")
        after_first = before is None or (after is not None and after <= before)
        self._value(before, baris.sebelum, ("redup", 400), ring, limit, y, to_left=not after_first)
        self._value(after, baris.sesudah, ("merek", 700), ring, limit, y, to_left=after_first)

    def _value(
        self, x: float | None, angka: Angka, dress: tuple[str, int], ring: float, limit: float | None, y: float,
        *, to_left: bool,
    ) -> None:  # fmt: skip
        """The smaller value goes to the left of its dot, the other to the right; a tick in the way is stepped over."""
        if x is None:
            return
        way = -1 if to_left else 1
        near = x + way * (ring + ASIDE)
        far = near + way * text_width(angka.teks, SIZE, dress[1]) * FALLBACK
        if limit is not None and min(near, far) - 4 < limit < max(near, far) + 4:
            near = limit + way * 5
        self.canvas.text(near, y + 4.5, angka.teks, dress[0], SIZE, dress[1], "right" if to_left else "left")


def _rows(chart: GrafikSelisih) -> tuple[Row, ...]:
    """A row is marked as an example where others are not; else the tag speaks for all."""
    mixed = any("resmi" in (baris.sebelum.status, baris.sesudah.status) for baris in chart.baris)
    return tuple(_row(chart, baris, mixed=mixed) for baris in chart.baris)


def _row(chart: GrafikSelisih, baris: BarisSelisih, *, mixed: bool) -> Row:
    contoh = mixed and "contoh" in (baris.sebelum.status, baris.sesudah.status)
    named = ((chart.nama_sebelum, baris.sebelum), (chart.nama_sesudah, baris.sesudah))
    missing = [f"{name}: {angka.teks}" for name, angka in named if angka.nilai is None and angka.teks not in baris.kata]
    note = " · ".join([*missing, *(["Contoh"] if contoh else [])])
    kind: Kind = "lewat" if _over(baris) and not baris.netral else "selisih"
    return Row(kind, baris.label, baris.kata, note, contoh)


def _over(baris: BarisSelisih) -> bool:
    after, limit = baris.sesudah.nilai, None if baris.batas is None else baris.batas.nilai
    return after is not None and limit is not None and Fraction(after) > Fraction(limit)
