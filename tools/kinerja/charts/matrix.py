"""The nine cells hasil kerja × perilaku kerja, the best at the top and on the right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kinerja.charts.canvas import Canvas, example_tag, heading, printable
from kinerja.charts.rows import with_unit
from kinerja.charts.style import LEBAR, SMALL, text_width, wrap
from kinerja.model.aturan import Predikat
from kinerja.summary.grafik import GrafikMatriks, SelMatriks

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MARGIN = 12
GAP = 4
TOKEN: Mapping[Predikat, str] = {
    "sangat-baik": "sb",
    "baik": "b",
    "butuh-perbaikan": "bp",
    "kurang": "k",
    "sangat-kurang": "sk",
}


def figure(chart: GrafikMatriks, width: int, ink: Mapping[str, str], *, standalone: bool = False) -> Figure:
    """The chart in `width` px; `standalone` adds ground, title and takeaway."""
    canvas = Canvas(width, ink)
    y = heading(canvas, chart.judul, chart.temuan) if standalone else 4.0
    if chart.status == "contoh":
        y = example_tag(canvas, y) + 8
    wide = width >= LEBAR
    left = MARGIN + 148 if wide else MARGIN
    cell = (width - MARGIN - left - 2 * GAP) / 3
    y = _columns(canvas, chart, left, cell, y)
    if wide:
        canvas.text(MARGIN, y - 8, chart.nama_baris, "redup", SMALL, 600)
    for level, name in chart.ekspektasi:
        y = _row_name(canvas, chart, name, y, 76 if wide else 0)
        cells = [sel for sel in chart.sel if sel.hasil_kerja == level]
        for place, (column, _) in enumerate(reversed(chart.ekspektasi)):
            own = next(sel for sel in cells if sel.perilaku_kerja == column)
            _cell(canvas, own, left + place * (cell + GAP), y, cell, 76 if wide else 64)
        y += (76 if wide else 64) + GAP
    return canvas.figure(y + (10 if standalone else 2))


def _columns(canvas: Canvas, chart: GrafikMatriks, left: float, cell: float, y: float) -> float:
    """The name of the axis and of its three levels; returns where the cells begin."""
    middle = left + 1.5 * cell + GAP
    canvas.text(middle, y + 13, chart.nama_kolom, "redup", SMALL, 600, "center")
    names = [wrap(printable(name), cell - 6) for _, name in reversed(chart.ekspektasi)]
    tallest = max(len(lines) for lines in names)
    for place, lines in enumerate(names):
        for number, line in enumerate(lines, start=tallest - len(lines)):
            x = left + place * (cell + GAP) + cell / 2
            canvas.text(x, y + 36 + 17 * number, line, anchor="center")
    return y + 28 + 17 * tallest


def _row_name(canvas: Canvas, chart: GrafikMatriks, name: str, y: float, height: float) -> float:
    """Beside the cells, or above them where the sheet is narrow; returns the top of the cells."""
    if height:
        lines = wrap(printable(name), 138)
        for number, line in enumerate(lines):
            canvas.text(MARGIN, y + height / 2 + 4.5 + 17 * (number - (len(lines) - 1) / 2), line)
        return y
    axis = printable(chart.nama_baris)
    canvas.text(MARGIN, y + 18, axis, "redup", SMALL, 600)
    canvas.text(MARGIN + text_width(axis, SMALL, 600) + 8, y + 18, name)
    return y + 25


def _cell(canvas: Canvas, sel: SelMatriks, x: float, y: float, width: float, height: float) -> None:
    token = TOKEN[sel.predikat]
    canvas.rect(x, y, width, height, token)
    lines = [(line, 13, 700) for line in wrap(printable(sel.nama), width - 10, 13, 700)]
    if sel.angka is not None:
        lines += [(line, SMALL, 400) for line in wrap(printable(with_unit(sel.angka)), width - 10, SMALL)]
    for number, (line, size, weight) in enumerate(lines):
        middle = y + height / 2 + 4.5 + 17 * (number - (len(lines) - 1) / 2)
        canvas.text(x + width / 2, middle, line, f"{token}-teks", size, weight, "center")
