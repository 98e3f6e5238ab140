"""A sheet of paper in px, x to the right and y down; what is drawn on it becomes a matplotlib figure."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from kinerja.charts.style import RC, SIZE, SMALL, font, text_width, wrap

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# The browser's own font, shown where ours has not come, sets up to so much wider.
ROOM = 1.25
HATCHED = 16

Anchor = Literal["left", "center", "right"]


def printable(text: str) -> str:
    """`text` on one line, without control characters: they may not stand in an SVG."""
    return " ".join("".join(" " if unicodedata.category(c)[0] == "C" else c for c in text).split())


class Canvas:
    """Collects marks; colours are names of tokens, given their value by `ink`."""

    def __init__(self, width: int, ink: Mapping[str, str]) -> None:
        self.width = width
        self.ink = ink
        self._marks: list[Callable[[Axes], object]] = []

    def rect(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """A filled rectangle."""
        from matplotlib.patches import Rectangle

        patch = Rectangle((x, y), width, height, facecolor=self.ink[fill], linewidth=0, clip_on=False)
        self._marks.append(lambda axes: axes.add_patch(patch))

    def dot(self, x: float, y: float, radius: float, fill: str, stroke: str, *, dashed: bool = False) -> None:
        """A circle with an edge."""
        from matplotlib.patches import Circle

        patch = Circle((x, y), radius, facecolor=self.ink[fill], edgecolor=self.ink[stroke], clip_on=False)
        patch.set_linewidth(2.5)
        if dashed:
            patch.set_linestyle((0, (2.12, 1.33)))
        self._marks.append(lambda axes: axes.add_patch(patch))

    def line(
        self, points: Sequence[tuple[float, float]], stroke: str, width: float, dashes: tuple[float, ...] = ()
    ) -> None:
        """A line through `points`."""
        from matplotlib.lines import Line2D

        xs, ys = zip(*points, strict=True)
        artist = Line2D(xs, ys, color=self.ink[stroke], linewidth=width, clip_on=False)
        artist.set_solid_joinstyle("miter")
        if dashes:
            artist.set_linestyle((0, tuple(dash / width for dash in dashes)))
        self._marks.append(lambda axes: axes.add_line(artist))

    def zigzag(self, x: float, y: float, length: int, *, down: bool = False) -> None:
        """A broken line to the right, or down: what lies on its two sides does not belong together."""
        steps = [(step, 4.0 if n % 2 else 0.0) for n, step in enumerate(range(0, length + 1, 6))]
        points = [(x + aside, y + along) if down else (x + along, y + aside) for along, aside in steps]
        self.line(points, "redup", 1.2)

    def shape(self, points: Sequence[tuple[float, float]], fill: str, stroke: str, width: float = 1.5) -> None:
        """A closed outline."""
        from matplotlib.patches import Polygon

        patch = Polygon(points, facecolor=self.ink[fill], edgecolor=self.ink[stroke], linewidth=width)
        patch.set_clip_on(False)
        self._marks.append(lambda axes: axes.add_patch(patch))

    def hatch(self, x: float, y: float, width: float, height: float, stroke: str) -> None:
        """Diagonal lines within a rectangle: what is there is an example."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        ends: list[tuple[float, float]] = []
        start = x - height + 4
        while start < x + width:
            low, high = max(start, x), min(start + height, x + width)
            if high - low >= 1:
                ends += [(low, y + height - (low - start)), (high, y + height - (high - start))]
            start += 8
        codes = [Path.MOVETO, Path.LINETO] * (len(ends) // 2)
        patch = PathPatch(Path(ends, codes), fill=False, edgecolor=self.ink[stroke], linewidth=1)
        patch.set_clip_on(False)
        self._marks.append(lambda axes: axes.add_patch(patch))

    def text(
        self, x: float, y: float, text: str, ink: str = "teks", size: int = SIZE,
        weight: int = 400, anchor: Anchor = "left",
    ) -> None:  # fmt: skip
        """One line; `y` is its baseline."""
        words, colour = printable(text), self.ink[ink]
        self._marks.append(
            lambda axes: axes.text(
                x, y, words, color=colour, font=font(words, size, weight), ha=anchor, va="baseline",
                clip_on=False, parse_math=False,
            )
        )  # fmt: skip

    def paragraph(
        self, x: float, y: float, text: str, width: float, ink: str = "teks", size: int = SIZE,
        weight: int = 400,
    ) -> float:  # fmt: skip
        """Lines from the top `y` down, no wider than `width`; returns where they end."""
        for line in wrap(printable(text), width, size, weight):
            self.text(x, y + size, line, ink, size, weight)
            y += size + 5
        return y

    def figure(self, height: float) -> Figure:
        """The sheet, `height` px high."""
        import matplotlib
        from matplotlib.figure import Figure

        with matplotlib.rc_context(RC):
            figure = Figure(figsize=(self.width / 72, round(height) / 72), dpi=72, facecolor="none")
            axes = figure.add_axes((0, 0, 1, 1))
            axes.set_axis_off()
            axes.set_autoscale_on(False)
            axes.set_xlim(0, self.width)
            axes.set_ylim(round(height), 0)
            for place, mark in enumerate(self._marks):
                artist = mark(axes)
                artist.set_zorder(place + 1)  # type: ignore[attr-defined]
        return figure


def example_tag(canvas: Canvas, y: float) -> float:
    """The words that this is an example, in a strip hatched beside them, or below where they fill it.

    Returns where it ends.
    """
    words = "Contoh: angka rekaan, bukan hasil penilaian"
    left, right = 12.5, canvas.width - 12.5
    start = 36 + text_width(words, SMALL, 600) * ROOM
    beside = right - start >= HATCHED
    bottom = y + (26 if beside else 34)
    canvas.shape([(left, y), (right, y), (right, bottom), (left, bottom)], "latar", "redup", 1)
    if beside:
        canvas.hatch(start, y, right + 0.5 - start, 26, "redup")
    else:
        canvas.hatch(left, y + 24, right - left, 10, "redup")
    canvas.text(22, y + 17, words, "awas", SMALL, 600)
    return bottom


def heading(canvas: Canvas, judul: str, temuan: str) -> float:
    """Title and takeaway on a plain ground, for a drawing that stands alone; returns where they end."""
    width = canvas.width - 24
    y = canvas.paragraph(12, 14, judul, width, "teks", 17, 700)
    return canvas.paragraph(12, y + 2, temuan, width, "redup", SIZE) + 8
