"""From a summary to a drawing: SVG for two widths, a standalone SVG, PNG and CSV."""

from kinerja.charts.render import RenderedChart, render

__all__ = ["RenderedChart", "render"]
