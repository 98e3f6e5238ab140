"""Colours, fonts and the settings of matplotlib that every chart shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

FONTS = Path(__file__).resolve().parents[3] / "theme" / "static" / "font"
FAMILY = "Plus Jakarta Sans"
SIZE = 13
SMALL = 12
LEBAR = 680
SEMPIT = 360

# Literal fallbacks; the page's CSS sets the same tokens through the classes f-<token> and s-<token>.
LIGHT: Mapping[str, str] = {
    "latar": "#ffffff",
    "pita": "#eef3fa",
    "teks": "#1b2430",
    "redup": "#55606e",
    "garis": "#d5dbe3",
    "merek": "#0956c3",
    "standar": "#b3261e",
    "sb": "#083575",
    "b": "#629cef",
    "bp": "#e9c46a",
    "k": "#d9722e",
    "sk": "#7f2a1d",
    "sb-teks": "#ffffff",
    "b-teks": "#1b2430",
    "bp-teks": "#1b2430",
    "k-teks": "#1b2430",
    "sk-teks": "#ffffff",
    "awas": "#8a4b00",
}
DARK: Mapping[str, str] = {
    "latar": "#10161f",
    "pita": "#1a2533",
    "teks": "#e6edf5",
    "redup": "#a9b6c6",
    "garis": "#303c4b",
    "merek": "#8fbdf7",
    "standar": "#ff9b92",
    "sb": "#4f93e6",
    "b": "#b5d3f8",
    "bp": "#f7e6ae",
    "k": "#e58a45",
    "sk": "#b04632",
    "sb-teks": "#0b1118",
    "b-teks": "#0b1118",
    "bp-teks": "#0b1118",
    "k-teks": "#0b1118",
    "sk-teks": "#ffffff",
    "awas": "#f3c27a",
}
# Two tokens may share a colour, so an SVG is first drawn in one key colour a token, replaced by `svg.slim`.
KEYS: Mapping[str, str] = {token: f"#0000{place:02x}" for place, token in enumerate(LIGHT, start=1)}

RC: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "kinerja",
    "figure.dpi": 72,
    "savefig.dpi": 72,
    "path.simplify": False,
    "text.parse_math": False,
    "text.hinting": "none",
}


@cache
def register_fonts() -> None:
    """Makes the theme's fonts known to matplotlib; without them its own DejaVu stands in."""
    from matplotlib.font_manager import fontManager

    for path in sorted(FONTS.glob("plus-jakarta-sans-*.ttf")):
        fontManager.addfont(path)


@cache
def _letters() -> frozenset[int]:
    """The letters of the theme's font; none where it is not there."""
    from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font

    register_fonts()
    if FAMILY not in {entry.name for entry in fontManager.ttflist}:
        return frozenset()
    return frozenset(get_font(findfont(FontProperties(family=[FAMILY], weight=400))).get_charmap())


def font(text: str, size: int, weight: int) -> FontProperties:
    """The theme's font; DejaVu helps out where it lacks a letter of `text` or is not there."""
    from matplotlib.font_manager import FontProperties

    letters = _letters()
    if letters.issuperset(map(ord, text)):
        return FontProperties(family=[FAMILY], size=size, weight=weight)
    family = [FAMILY, "DejaVu Sans"] if letters else ["DejaVu Sans"]
    return FontProperties(family=family, size=size, weight=700 if weight >= 600 else 400)


FALLBACK = 1.08  # the system's font, shown until ours has come, sets wider


@cache
def text_width(text: str, size: int = SIZE, weight: int = 400) -> float:
    """The width of `text` in px."""
    import matplotlib
    from matplotlib.backends.backend_agg import RendererAgg

    renderer: Any = RendererAgg
    words = font(text, size, weight)
    with matplotlib.rc_context(RC):
        width, _, _ = renderer(1, 1, 72).get_text_width_height_descent(text, words, False)
    return float(width)


def wrap(text: str, width: float, size: int = SIZE, weight: int = 400) -> list[str]:
    """`text` in lines no wider than `width`, broken between words."""
    return flow(text.split(), " ", width, size, weight)


def flow(parts: Sequence[str], glue: str, width: float, size: int = SIZE, weight: int = 400) -> list[str]:
    """`parts` in lines no wider than `width`, joined by `glue`; a part is never broken."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}{glue}{part}" if lines else part
        if lines and text_width(longer, size, weight) * FALLBACK <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines
