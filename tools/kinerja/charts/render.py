"""One chart in all its forms. Pure: the same chart gives the same bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinerja.charts import bands, dumbbell, intervals, matrix, trend
from kinerja.charts.style import KEYS, LEBAR, LIGHT, RC, SEMPIT
from kinerja.charts.svg import slim
from kinerja.charts.table import table
from kinerja.summary.grafik import Grafik, GrafikMatriks
from kinerja.summary.grafik_layanan import GrafikDeret, GrafikSelang, GrafikSelisih

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedChart:
    """`svg_lebar` and `svg_sempit` stand in a page; the rest are files of their own."""

    id: str
    svg_lebar: str
    svg_sempit: str
    svg_mandiri: str
    png: bytes
    csv: bytes


def render(chart: Grafik) -> RenderedChart:
    """Draws a chart for both widths, as standalone SVG, as PNG at twice the size, and writes its rows."""
    return RenderedChart(
        id=chart.id,
        svg_lebar=_svg(chart, LEBAR),
        svg_sempit=_svg(chart, SEMPIT),
        svg_mandiri=_svg(chart, LEBAR, standalone=True),
        png=png(chart),
        csv=table(chart),
    )


def figure(chart: Grafik, width: int, ink: Mapping[str, str], *, standalone: bool = False) -> Figure:
    """The drawing of a chart, in the colours of `ink`."""
    if isinstance(chart, GrafikMatriks):
        return matrix.figure(chart, width, ink, standalone=standalone)
    if isinstance(chart, GrafikSelang):
        return intervals.figure(chart, width, ink, standalone=standalone)
    if isinstance(chart, GrafikSelisih):
        return dumbbell.figure(chart, width, ink, standalone=standalone)
    if isinstance(chart, GrafikDeret):
        return trend.figure(chart, width, ink, standalone=standalone)
    return bands.figure(chart, width, ink, standalone=standalone)


def png(chart: Grafik, width: int = LEBAR, ink: Mapping[str, str] = LIGHT, *, standalone: bool = True) -> bytes:
    """The chart on its ground as PNG, two dots a px, without metadata."""
    import matplotlib

    drawing, sheet = figure(chart, width, ink, standalone=standalone), io.BytesIO()
    with matplotlib.rc_context(RC):
        drawing.savefig(sheet, format="png", dpi=144, facecolor=ink["latar"], metadata={"Software": None})
    return sheet.getvalue()


def _svg(chart: Grafik, width: int, *, standalone: bool = False) -> str:
    import matplotlib

    drawing, sheet = figure(chart, width, KEYS, standalone=standalone), io.BytesIO()
    empty = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    with matplotlib.rc_context(RC):
        drawing.savefig(sheet, format="svg", metadata=empty)
    return slim(
        sheet.getvalue().decode(),
        ident=f"{chart.id}-{'mandiri' if standalone else width}",
        judul=chart.judul,
        uraian=chart.temuan,
        standalone=standalone,
    )
