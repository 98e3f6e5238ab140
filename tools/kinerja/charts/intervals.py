"""Values as dots on bands, each on the thick bar of its 95 % interval."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from kinerja.charts.canvas import Canvas
from kinerja.charts.frame import begin, finish
from kinerja.charts.ground import Ground
from kinerja.charts.key import write_key
from kinerja.charts.labels import words_for
from kinerja.charts.rows import Kind, Row, between, with_unit
from kinerja.charts.style import LEBAR
from kinerja.summary.angka import Angka
from kinerja.summary.grafik_layanan import GrafikSelang, TitikSelang, has_interval

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SELANG = "selang kepercayaan 95%"
THICK = 7.0


def figure(chart: GrafikSelang, width: int, ink: Mapping[str, str], *, standalone: bool = False) -> Figure:
    """The chart in `width` px; `standalone` adds ground, title and takeaway."""
    canvas, all_rows = Canvas(width, ink), _rows(chart)
    words = words_for(canvas, all_rows)
    ground = Ground(canvas=canvas, left=words.left, right=words.right, low=chart.minimum,
                    high=chart.maksimum, places=chart.desimal)  # fmt: skip
    y = _key(canvas, chart, begin(canvas, chart, standalone=standalone))
    bands = ground.seen(chart.pita)
    top, short = ground.names(bands, y)
    heights = [words.height(row) for row in all_rows]
    bottom = top + sum(heights) + (6 if width >= LEBAR else 8)
    ground.stripes(bands, top, bottom)
    y = top + (3 if width >= LEBAR else 7)
    for row, titik, height in zip(all_rows, chart.titik, heights, strict=True):
        middle = words.middle(y, height)
        _mark(canvas, ground, titik, middle, hatched=row.contoh)
        words.say(row, y, middle)
        y += height
    y = ground.numbers(bands, bottom + 6)
    if short:
        y = ground.key(bands, y)
    return finish(canvas, words.left, y, chart.satuan, standalone=standalone)


def _rows(chart: GrafikSelang) -> tuple[Row, ...]:
    """A row is marked as an example where others are not; else the tag speaks for all."""
    mixed = any(titik.angka.status == "resmi" for titik in chart.titik)
    return tuple(_row(titik, contoh=mixed and titik.angka.status == "contoh") for titik in chart.titik)


def _row(titik: TitikSelang, *, contoh: bool) -> Row:
    parts = (between(titik.bawah, titik.atas), titik.catatan, "Contoh" if contoh else "")
    kind: Kind = "kosong" if titik.angka.nilai is None else "nilai"
    return Row(kind, titik.label, with_unit(titik.angka), " · ".join(part for part in parts if part), contoh)


def _key(canvas: Canvas, chart: GrafikSelang, y: float) -> float:
    """Only where there is an interval: a dot with its number beside it needs no words."""
    if not any(has_interval(titik.bawah, titik.atas) for titik in chart.titik):
        return y

    def sample(start: float, end: float, middle: float) -> None:
        canvas.rect(start, middle - THICK / 2, end - start, THICK, "merek")
        canvas.dot((start + end) / 2, middle, 5, "latar", "merek")

    return write_key(canvas, y, [(sample, f"nilai dengan {SELANG}")])


def _mark(canvas: Canvas, ground: Ground, titik: TitikSelang, y: float, *, hatched: bool) -> None:
    if hatched:
        canvas.hatch(ground.left, y - 9, ground.right - ground.left, 18, "garis")
    if titik.angka.nilai is None:
        canvas.line([(ground.left, y), (ground.right, y)], "redup", 1.5, (2, 5))
        return
    x = ground.at(Fraction(titik.angka.nilai))
    low, high = _end(ground, titik.bawah), _end(ground, titik.atas)
    if low is not None or high is not None:
        _bar(canvas, ground, x, low, high, y)
    canvas.dot(x, y, 5, "latar", "merek")


def _bar(canvas: Canvas, ground: Ground, x: float, low: float | None, high: float | None, y: float) -> None:
    """From end to end; where one is open, a broken line goes on to the edge of the axis."""
    start, end = x if low is None else low, x if high is None else high
    canvas.rect(start, y - THICK / 2, end - start, THICK, "merek")
    for edge in ([ground.left] if low is None else []) + ([ground.right] if high is None else []):
        canvas.line([(x, y), (edge, y)], "merek", 2, (6, 4))


def _end(ground: Ground, angka: Angka | None) -> float | None:
    return None if angka is None or angka.nilai is None else ground.at(Fraction(angka.nilai))
