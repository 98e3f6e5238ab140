"""From a summary to a drawing: SVG for two widths, a standalone SVG, PNG and CSV; a line for a table's cell."""

from kinerja.charts.render import RenderedChart, render
from kinerja.charts.sparkline import sparkline

__all__ = ["RenderedChart", "render", "sparkline"]
