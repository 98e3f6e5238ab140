"""What the marks of a chart stand for: small samples with their words, in lines above the drawing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kinerja.charts.canvas import Canvas
from kinerja.charts.labels import MARGIN
from kinerja.charts.style import SMALL, text_width

Sample = Callable[[float, float, float], None]
SAMPLE = 24


def write_key(canvas: Canvas, y: float, entries: Sequence[tuple[Sample, str]]) -> float:
    """Draws each sample (given its start, end and middle) and its words; returns where they end."""
    x, y = float(MARGIN), y + 2
    for sample, words in entries:
        wide = SAMPLE + 10 + text_width(words, SMALL) + 16
        if x > MARGIN and x + wide - 16 > canvas.width - MARGIN:
            x, y = float(MARGIN), y + 22
        sample(x + 1, x + 1 + SAMPLE, y + 9)
        canvas.text(x + SAMPLE + 8, y + 13, words, "redup", SMALL)
        x += wide
    return y + 30
