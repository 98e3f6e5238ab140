"""A series over periods: from left to right where the words of every period fit under it, else downwards."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from kinerja.charts import trend_columns, trend_rows
from kinerja.charts.canvas import Canvas
from kinerja.charts.frame import begin, finish
from kinerja.charts.intervals import SELANG
from kinerja.charts.key import Sample, write_key
from kinerja.charts.labels import MARGIN
from kinerja.charts.scale import up_to
from kinerja.charts.series import CAP
from kinerja.numbers import half_up
from kinerja.summary.grafik_layanan import GrafikDeret, has_interval

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def figure(chart: GrafikDeret, width: int, ink: Mapping[str, str], *, standalone: bool = False) -> Figure:
    """The chart in `width` px; `standalone` adds ground, title and takeaway."""
    canvas = Canvas(width, ink)
    low, high = axis(chart)
    y = _key(canvas, chart, begin(canvas, chart, standalone=standalone))
    columns = trend_columns.Columns(canvas, chart, low, high)
    y = columns.draw(y) if columns.fits else trend_rows.draw(canvas, chart, low, high, y)
    return finish(canvas, MARGIN, y, chart.satuan, standalone=standalone)


def axis(chart: GrafikDeret) -> tuple[Decimal, Decimal]:
    """Both ends; where nothing says how high it reaches, a round number above all values."""
    low, high = chart.ujung
    if high is None:
        values = [angka.nilai for angka in chart.angka if angka.nilai is not None]
        high = half_up(up_to(values, 5), 9).normalize()
    return low, high


def _key(canvas: Canvas, chart: GrafikDeret, y: float) -> float:
    """Only where there is more than values: a dot over its number needs no words."""

    def value(start: float, end: float, y: float) -> None:
        x = (start + end) / 2
        for cap in (start, end) if interval else ():
            canvas.line([(x, y), (cap, y), (cap, y - CAP), (cap, y + CAP)], "merek", 1.5)
        canvas.dot(x, y, 5, "latar", "merek")

    interval = any(has_interval(titik.bawah, titik.atas) for titik in chart.titik)
    entries: list[tuple[Sample, str]] = [(value, f"nilai dengan {SELANG}" if interval else "nilai")]
    if any(titik.batas is not None and titik.batas.nilai is not None for titik in chart.titik):
        entries.append((lambda start, end, y: canvas.line([(start, y), (end, y)], "standar", 2), chart.nama_batas))
    return write_key(canvas, y, entries) if interval or len(entries) > 1 else y
