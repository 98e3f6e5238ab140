"""What is said of the marks of a chart of bands: beside them where it is wide, else above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.charts.canvas import ROOM, Anchor, Canvas, printable
from kinerja.charts.rows import Row
from kinerja.charts.style import FALLBACK, LEBAR, SIZE, SMALL, text_width, wrap

MARGIN = 12
INSET = 8
COLUMN = 172
LINE = 17
GAP = 16  # between words on one line: wide enough until our font has come
# The value of a row, by its kind: its colour and weight.
DRESS = {"nilai": ("teks", 700), "rentang": ("teks", 700), "selisih": ("redup", 400), "lewat": ("standar", 600)}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in its dress."""

    text: str
    ink: str
    size: int
    weight: int

    @property
    def width(self) -> float:
        """How wide the line is, in pixels of the sheet."""
        return text_width(self.text, self.size, self.weight)


@dataclass(frozen=True, slots=True)
class Words:
    """Places the words of rows; the marks have the space from `left` to `right`."""

    canvas: Canvas
    wide: bool
    left: float
    right: float
    column: float = COLUMN

    def height(self, row: Row) -> float:
        """The px that a row needs."""
        if self.wide:
            lines = max(len(self._label(row)), len(self._value(row)))
            return max(30 if row.kind.startswith("pembanding") else 40, LINE * lines + 10)
        return LINE * (len(self._label(row)) + self._below(row)) + 32

    def middle(self, top: float, height: float) -> float:
        """The y of the mark of a row."""
        return top + height / 2 if self.wide else top + height - 18

    def say(self, row: Row, top: float, middle: float) -> None:
        """Writes the words of a row."""
        if self.wide:
            self._column(self._label(row), middle, self.left - 12, right=True)
            self._column(self._value(row), middle, self.right + 14)
        elif self._below(row) == len(self._value(row)):
            self._down(self._label(row) + self._value(row), top)
        else:
            self._down(self._label(row), top)
            self._along(self._value(row), top + 14 + LINE * (len(self._label(row)) + self._below(row) - 1))

    def _label(self, row: Row) -> list[Line]:
        space = self.left - MARGIN - 12 if self.wide else self._space
        weight = 400 if row.kind.startswith("pembanding") else 600
        return _lines(row.label, space, _ink(row), SIZE, weight)

    def _value(self, row: Row) -> list[Line]:
        space = self.column - 14 if self.wide else self._space
        ink, weight = DRESS.get(row.kind, (_ink(row), 400))
        return _lines(row.value, space, ink, SIZE, weight) + _lines(row.note, space, "redup", SMALL, 400)

    @property
    def _space(self) -> float:
        return self.canvas.width - 2 * (MARGIN + INSET)

    def _below(self, row: Row) -> int:
        """Lines under the label: none where the value fits beside its last line, one where it fits on a line."""
        last, value = self._label(row)[-1:], self._value(row)
        wide = sum(line.width * ROOM + GAP for line in value)
        if len(value) <= 2 and wide + sum(line.width * ROOM for line in last) <= self._space:
            return 0
        return 1 if len(value) <= 2 and wide <= self._space else len(value)

    def _column(self, lines: list[Line], middle: float, x: float, *, right: bool = False) -> None:
        for place, line in enumerate(lines):
            y = middle + 4.5 + LINE * (place - (len(lines) - 1) / 2)
            anchor: Anchor = "right" if right else "left"
            self.canvas.text(x, y, line.text, line.ink, line.size, line.weight, anchor)

    def _down(self, lines: list[Line], top: float) -> None:
        for place, line in enumerate(lines):
            y = top + 14 + LINE * place
            self.canvas.text(MARGIN + INSET, y, line.text, line.ink, line.size, line.weight)

    def _along(self, lines: list[Line], y: float) -> None:
        x = float(self.canvas.width - MARGIN - INSET)
        for line in reversed(lines):
            self.canvas.text(x, y, line.text, line.ink, line.size, line.weight, "right")
            x -= line.width * ROOM + GAP


def words_for(canvas: Canvas, all_rows: Sequence[Row]) -> Words:
    """The columns that the labels of `all_rows` leave for the marks."""
    if canvas.width < LEBAR:
        return Words(canvas, False, MARGIN, canvas.width - MARGIN)
    longest = max((text_width(printable(row.label), weight=600) for row in all_rows), default=0)
    return Words(canvas, True, MARGIN + min(longest * FALLBACK + 14, 170), canvas.width - MARGIN - COLUMN)


def _lines(text: str, space: float, ink: str, size: int, weight: int) -> list[Line]:
    return [Line(line, ink, size, weight) for line in wrap(printable(text), space, size, weight)]


def _ink(row: Row) -> str:
    return "redup" if row.kind.startswith("pembanding") else "teks"
