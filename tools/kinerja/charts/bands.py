"""Values on the bands of the rule of their time; where the bands change the drawing breaks."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from kinerja.charts.canvas import Canvas, example_tag, heading, printable
from kinerja.charts.labels import MARGIN, words_for
from kinerja.charts.rows import Row, rows
from kinerja.charts.style import LEBAR, SMALL, flow, text_width, wrap
from kinerja.numbers import half_up, id_number
from kinerja.summary.grafik import EraPita, GrafikPita, PitaGrafik

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PATAH = "Aturan berubah: nilai di atas dan di bawah garis ini tidak dibandingkan langsung"
KEY = {
    "nilai": "nilai",
    "rentang": "hanya kategori yang diterbitkan",
    "kosong": "tanpa angka",
    "pembanding": "pembanding",
    "contoh": "contoh",
}


def figure(chart: GrafikPita, width: int, ink: Mapping[str, str], *, standalone: bool = False) -> Figure:
    """The chart in `width` px; `standalone` adds ground, title and takeaway."""
    sheet = _Sheet(chart, Canvas(width, ink))
    return sheet.draw(standalone)


class _Sheet:
    """One drawing on its way from top to bottom; `y` is how far it has come."""

    def __init__(self, chart: GrafikPita, canvas: Canvas) -> None:
        self.chart, self.canvas = chart, canvas
        self.wide = canvas.width >= LEBAR
        self.words = words_for(canvas, [row for era in chart.pita_per_era for row in rows(era)])
        self.left, self.right = self.words.left, self.words.right
        self.y = 4.0

    def draw(self, standalone: bool) -> Figure:
        if standalone:
            self.y = heading(self.canvas, self.chart.judul, self.chart.temuan)
        if self.chart.status == "contoh":
            self.y = example_tag(self.canvas, self.y) + 8
        self._key()
        for place, era in enumerate(self.chart.pita_per_era):
            if place:
                self._break()
            self._era(era)
        if self.chart.satuan:
            words = f"Satuan: {self.chart.satuan}"
            self.y = self.canvas.paragraph(self.left, self.y, words, self.canvas.width - self.left - MARGIN,
                                           "redup", SMALL)  # fmt: skip
        return self.canvas.figure(self.y + (14 if standalone else 4))

    def at(self, value: Fraction | Decimal) -> float:
        """The x of a value, kept on the axis."""
        low, high = Fraction(self.chart.minimum), Fraction(self.chart.maksimum)
        share = (min(max(Fraction(value), low), high) - low) / (high - low)
        return self.left + float(share) * (self.right - self.left)

    def _key(self) -> None:
        all_rows = [row for era in self.chart.pita_per_era for row in rows(era)]
        used = {row.kind.replace("pembanding-kosong", "kosong") for row in all_rows}
        used |= {"contoh"} if any(row.contoh for row in all_rows) else set()
        if used <= {"nilai"}:
            return
        x, self.y = float(MARGIN), self.y + 2
        for kind in (kind for kind in KEY if kind in used):
            wide = 34 + text_width(KEY[kind], SMALL) + 16
            if x > MARGIN and x + wide - 16 > self.canvas.width - MARGIN:
                x, self.y = float(MARGIN), self.y + 22
            self._mark(kind, x + 1, x + 25, self.y + 9, contoh=False)
            self.canvas.text(x + 32, self.y + 13, KEY[kind], "redup", SMALL)
            x += wide
        self.y += 30

    def _break(self) -> None:
        """A broken line over the whole width, with the words why."""
        right, step = self.canvas.width - MARGIN, 6
        points = [(x, self.y + 14 + (4 if n % 2 else 0)) for n, x in enumerate(range(MARGIN, right + 1, step))]
        self.canvas.line(points, "redup", 1.2)
        width = right - MARGIN
        self.y = self.canvas.paragraph(MARGIN, self.y + 26, PATAH, width, "redup", SMALL) + 12

    def _era(self, era: EraPita) -> None:
        width = self.canvas.width - 2 * MARGIN
        if era.judul:
            self.y = self.canvas.paragraph(MARGIN, self.y, era.judul, width, weight=600) + 4
        short = self._band_names(era.pita)
        all_rows = rows(era)
        heights = [self.words.height(row) for row in all_rows]
        bottom = self.y + sum(heights) + (6 if self.wide else 8)
        for place, pita in enumerate(reversed(era.pita)):
            if place % 2 == 0:
                low, high = self.at(pita.bawah), self.at(pita.atas)
                self.canvas.rect(low, self.y, high - low, bottom - self.y, "pita")
        self._edges(era.pita, bottom)
        self._rows(all_rows, heights)
        self.y = bottom + 6
        self._edge_numbers(era.pita)
        if short:
            self._band_key(era.pita)

    def _band_key(self, bands: tuple[PitaGrafik, ...]) -> None:
        """What the short names (or, without one, the edges) stand for, the best band first."""
        parts = [f"{pita.singkat or self._span_text(pita)} = {printable(pita.nama)}" for pita in reversed(bands)]
        for line in flow(parts, "; ", self.canvas.width - self.left - MARGIN, SMALL):
            self.canvas.text(self.left, self.y + SMALL, line, "redup", SMALL)
            self.y += SMALL + 5
        self.y += 4

    def _band_names(self, bands: tuple[PitaGrafik, ...]) -> bool:
        """The names over the bands; true where only the short ones fit and need a key."""
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
                self.canvas.text(middle, self.y + 12 + 16 * place, line, "redup", SMALL, anchor="center")
        self.y += 16 * tallest + 4 if tallest else 0
        return not fits and any(pita.singkat != pita.nama for pita in bands)

    def _edges(self, bands: tuple[PitaGrafik, ...], bottom: float) -> None:
        """Lines at the edges; only ticks on the narrow sheet, where words stand on the bands."""
        for value in self._ticks(bands):
            top = self.y if self.wide else bottom
            self.canvas.line([(self.at(value), top), (self.at(value), bottom + 4)], "garis", 1)
        if not bands:
            self.canvas.line([(self.left, bottom), (self.right, bottom)], "redup", 1)

    def _ticks(self, bands: tuple[PitaGrafik, ...]) -> list[Decimal]:
        inner = {pita.bawah for pita in bands} | {pita.atas for pita in bands}
        low, high = self.chart.minimum, self.chart.maksimum
        return sorted({low, high, *(value for value in inner if low <= value <= high)})

    def _edge_numbers(self, bands: tuple[PitaGrafik, ...]) -> None:
        """The edges in numbers, on a second line where they would touch."""
        free = [0.0, 0.0]
        for value in self._ticks(bands):
            words = self._edge_text(value)
            half = text_width(words, SMALL) / 2
            x = min(max(self.at(value), half + 2), self.canvas.width - half - 2)
            line = next((n for n in (0, 1) if x - half >= free[n]), None)
            if line is None:
                continue
            free[line] = x + half + 6
            self.canvas.text(x, self.y + 13 + 16 * line, words, "redup", SMALL, anchor="center")
        self.y += 40 if free[1] else 24

    def _span_text(self, pita: PitaGrafik) -> str:
        return f"{self._edge_text(pita.bawah)}–{self._edge_text(pita.atas)}"

    def _edge_text(self, value: Decimal) -> str:
        return id_number(value if self.chart.desimal is None else half_up(value, self.chart.desimal))

    def _rows(self, all_rows: tuple[Row, ...], heights: list[float]) -> None:
        tops = [self.y + (3 if self.wide else 7) + sum(heights[:place]) for place in range(len(heights))]
        middles = [self.words.middle(top, height) for top, height in zip(tops, heights, strict=True)]
        self._link(all_rows, middles)
        for row, top, middle in zip(all_rows, tops, middles, strict=True):
            start = self.left if row.start is None else self.at(row.start)
            end = self.right if row.end is None else self.at(row.end)
            if row.contoh:
                self.canvas.hatch(self.left, middle - 9, self.right - self.left, 18, "garis")
            self._mark(row.kind, start, end, middle, contoh=row.contoh)
            self.words.say(row, top, middle)

    def _link(self, all_rows: tuple[Row, ...], middles: list[float]) -> None:
        """Thin lines between neighbouring values; on the narrow sheet they would cross the words."""
        own = [(row, y) for row, y in zip(all_rows, middles, strict=True) if "pembanding" not in row.kind]
        for (before, y), (after, z) in pairwise(own):
            if self.wide and before.kind == after.kind == "nilai" and before.contoh == after.contoh:
                assert before.start is not None
                assert after.start is not None
                self.canvas.line([(self.at(before.start), y), (self.at(after.start), z)], "redup", 1.5)

    def _mark(self, kind: str, start: float, end: float, y: float, *, contoh: bool) -> None:
        middle = (start + end) / 2
        if kind == "nilai":
            self.canvas.dot(middle, y, 5.5, "latar", "merek", dashed=contoh)
        elif kind == "rentang":
            self.canvas.shape([(start, y - 5), (end, y - 5), (end, y + 5), (start, y + 5)], "latar", "merek", 2)
        elif kind == "pembanding":
            self.canvas.shape([(middle, y - 6), (middle + 6, y), (middle, y + 6), (middle - 6, y)],
                              "latar", "redup", 1.8)  # fmt: skip
        elif kind == "contoh":
            self.canvas.hatch(start, y - 8, end - start, 16, "redup")
        else:
            self.canvas.line([(start, y), (end, y)], "redup", 1.5, (2, 5))
