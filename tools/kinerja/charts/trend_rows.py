"""A series from top to bottom: beside each period its name, its value and its interval in words."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from kinerja.charts import series
from kinerja.charts.canvas import Canvas, printable
from kinerja.charts.ground import Bands, Ground
from kinerja.charts.labels import MARGIN, Words
from kinerja.charts.rows import Kind, Row, between
from kinerja.charts.scale import tick_text, ticks
from kinerja.charts.style import FALLBACK, LEBAR, SIZE, SMALL, text_width
from kinerja.summary.grafik_layanan import GrafikDeret, TitikDeret

VALUE = 58


def draw(canvas: Canvas, chart: GrafikDeret, low: Decimal, high: Decimal, y: float) -> float:
    """Draws all, from the names of the bands down to their key; returns where it ends."""
    marked = series.marked_examples(chart)
    all_rows = [_row(titik, contoh=titik in marked) for titik in chart.titik]
    words = _columns(canvas, all_rows)
    ground = Ground(canvas=canvas, left=words.left, right=words.right, low=low, high=high, places=None)
    bands = ground.seen(chart.pita)
    y, short = ground.names(bands, y)
    spans: list[tuple[float, float]] = []
    for part in _parts(chart.titik):
        if spans:
            y = _break(canvas, part[0].patah, y)
        ends = [y]
        for row in all_rows[len(spans) : len(spans) + len(part)]:
            ends.append(ends[-1] + words.height(row))
        spans += pairwise(ends)
        _stripes(ground, bands, y, ends[-1])
        y = ends[-1]
    slots = series.Slots(canvas=canvas, spans=tuple(spans), across=ground.at, low=Fraction(low),
                         high=Fraction(high), down=True)  # fmt: skip
    series.draw(chart, slots)
    for row, (top, bottom) in zip(all_rows, spans, strict=True):
        words.say(row, top, (top + bottom) / 2)
    y = ground.numbers(bands, y + 6) if bands else _numbers(ground, y + 6)
    return ground.key(bands, y) if short else y


def _row(titik: TitikDeret, *, contoh: bool) -> Row:
    kind: Kind = "nilai" if titik.angka.nilai is not None else "kosong"
    note = " · ".join(part for part in (between(titik.bawah, titik.atas), "Contoh" if contoh else "") if part)
    return Row(kind, titik.label, titik.angka.teks, note, contoh)


def _columns(canvas: Canvas, all_rows: list[Row]) -> Words:
    """Two columns of words as narrow as their longest word lets them; the marks have the rest."""
    cap = 170 if canvas.width >= LEBAR else 74
    label = max(text_width(printable(row.label), SIZE, 600) for row in all_rows)
    word = max(text_width(part, SIZE, 600) for row in all_rows for part in printable(row.label).split() or [""])
    left = MARGIN + max(word, min(label, cap)) * FALLBACK + 12
    values = [text_width(part, SIZE, 700) for row in all_rows for part in row.value.split()]
    notes = [text_width(part, SMALL) for row in all_rows for part in row.note.split()]
    column = max(*values, *notes, VALUE) * FALLBACK + 14
    return Words(canvas, True, left, canvas.width - MARGIN - column, column)


def _parts(titik: tuple[TitikDeret, ...]) -> list[list[TitikDeret]]:
    """The points between two breaks."""
    parts: list[list[TitikDeret]] = []
    for satu in titik:
        if satu.patah or not parts:
            parts.append([])
        parts[-1].append(satu)
    return parts


def _break(canvas: Canvas, patah: str, y: float) -> float:
    width = canvas.width - 2 * MARGIN
    canvas.zigzag(MARGIN, y + 10, width)
    return canvas.paragraph(MARGIN, y + 20, f"Deret terputus: {patah}", width, "redup", SMALL) + 8


def _stripes(ground: Ground, bands: Bands, top: float, bottom: float) -> None:
    if bands:
        ground.stripes(bands, top, bottom)
    for value in () if bands else _ticks(ground):
        ground.canvas.line([(ground.at(value), top), (ground.at(value), bottom)], "garis", 1)


def _numbers(ground: Ground, y: float) -> float:
    for value in _ticks(ground):
        ground.canvas.text(ground.at(value), y + 13, tick_text(value), "redup", SMALL, anchor="center")
    return y + 24


def _ticks(ground: Ground) -> tuple[Fraction, ...]:
    return ticks(ground.low, ground.high, 5 if ground.canvas.width >= LEBAR else 3)
