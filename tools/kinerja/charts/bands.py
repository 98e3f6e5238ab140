"""Values on the bands of the rule of their time; where the bands change the drawing breaks."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from kinerja.charts.canvas import Canvas, example_tag, heading
from kinerja.charts.ground import Ground
from kinerja.charts.key import Sample, write_key
from kinerja.charts.labels import MARGIN, words_for
from kinerja.charts.rows import Row, rows
from kinerja.charts.style import LEBAR, SMALL
from kinerja.summary.grafik import EraPita, GrafikPita

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
        self.ground = Ground(canvas=canvas, left=self.left, right=self.right, low=chart.minimum,
                             high=chart.maksimum, places=chart.desimal)  # fmt: skip
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

    def _key(self) -> None:
        all_rows = [row for era in self.chart.pita_per_era for row in rows(era)]
        used = {row.kind.replace("pembanding-kosong", "kosong") for row in all_rows}
        used |= {"contoh"} if any(row.contoh for row in all_rows) else set()
        if used <= {"nilai"}:
            return
        self.y = write_key(self.canvas, self.y, [(self._sample(kind), KEY[kind]) for kind in KEY if kind in used])

    def _sample(self, kind: str) -> Sample:
        return lambda start, end, y: self._mark(kind, start, end, y, contoh=False)

    def _break(self) -> None:
        """A broken line over the whole width, with the words why."""
        width = self.canvas.width - 2 * MARGIN
        self.canvas.zigzag(MARGIN, self.y + 14, width)
        self.y = self.canvas.paragraph(MARGIN, self.y + 26, PATAH, width, "redup", SMALL) + 12

    def _era(self, era: EraPita) -> None:
        width = self.canvas.width - 2 * MARGIN
        if era.judul:
            self.y = self.canvas.paragraph(MARGIN, self.y, era.judul, width, weight=600) + 4
        self.y, short = self.ground.names(era.pita, self.y)
        all_rows = rows(era)
        heights = [self.words.height(row) for row in all_rows]
        bottom = self.y + sum(heights) + (6 if self.wide else 8)
        self.ground.stripes(era.pita, self.y, bottom)
        self._rows(all_rows, heights)
        self.y = self.ground.numbers(era.pita, bottom + 6)
        if short:
            self.y = self.ground.key(era.pita, self.y)

    def _rows(self, all_rows: tuple[Row, ...], heights: list[float]) -> None:
        tops = [self.y + (3 if self.wide else 7) + sum(heights[:place]) for place in range(len(heights))]
        middles = [self.words.middle(top, height) for top, height in zip(tops, heights, strict=True)]
        self._link(all_rows, middles)
        for row, top, middle in zip(all_rows, tops, middles, strict=True):
            start = self.left if row.start is None else self.ground.at(row.start)
            end = self.right if row.end is None else self.ground.at(row.end)
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
                self.canvas.line([(self.ground.at(before.start), y), (self.ground.at(after.start), z)], "redup", 1.5)

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
