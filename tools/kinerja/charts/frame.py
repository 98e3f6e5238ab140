"""What stands above and below the drawing of every chart of services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinerja.charts.canvas import Canvas, example_tag, heading
from kinerja.charts.labels import MARGIN
from kinerja.charts.style import SMALL
from kinerja.summary.grafik_layanan import GrafikDeret, GrafikSelang, GrafikSelisih

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def begin(canvas: Canvas, chart: GrafikSelang | GrafikSelisih | GrafikDeret, *, standalone: bool) -> float:
    """Title and takeaway where the drawing stands alone, and the tag of an example; returns where they end."""
    y = heading(canvas, chart.judul, chart.temuan) if standalone else 4.0
    return example_tag(canvas, y) + 8 if chart.status == "contoh" else y


def finish(canvas: Canvas, left: float, y: float, satuan: str, *, standalone: bool) -> Figure:
    """The unit below the drawing, and the sheet as a figure."""
    if satuan:
        y = canvas.paragraph(left, y, f"Satuan: {satuan}", canvas.width - left - MARGIN, "redup", SMALL)
    return canvas.figure(y + (14 if standalone else 4))
