"""Files that are not pages: style sheet, fonts, charts, the YAML itself."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from markupsafe import Markup

from kinerja.charts import RenderedChart, render
from kinerja.files import Cache
from kinerja.portal.page import Page, Tautan
from kinerja.summary.grafik import Grafik

STYLES = ("token", "dasar", "komponen", "cetak")
PAGE_STYLES = ("prosa", "simulator")  # beside the shared sheet, on the pages that ask for it
FONTS = ("plus-jakarta-sans.woff2", "OFL.txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageChart:
    """A chart as a template sees it: two inline SVGs, and the addresses of its files."""

    id: str
    judul: str
    temuan: str
    lebar: Markup
    sempit: Markup
    unduh: tuple[Tautan, ...]


def style_sheet(theme: Path, *names: str) -> bytes:
    """Style sheets as one file, without comments and white space that a browser does not need."""
    css = "\n".join((theme / "static" / "css" / f"{name}.css").read_text("utf-8") for name in names)
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    # Only the colon of a declaration: ` :is(…)` in a selector keeps its space.
    css = re.sub(r": (?=[^{}]*[;}])", ":", css)
    return (css.replace(";}", "}").strip() + "\n").encode()


def theme_files(theme: Path) -> Iterator[tuple[str, bytes]]:
    """Style sheets and fonts by their path in the output."""
    yield "tema/gaya.css", style_sheet(theme, *STYLES)
    for name in PAGE_STYLES:
        yield f"tema/{name}.css", style_sheet(theme, name)
    for name in FONTS:
        yield f"tema/{name}", (theme / "static" / "font" / name).read_bytes()


def chart_files(chart: Grafik) -> tuple[str, ...]:
    """Where the files of a chart lie in the output."""
    return tuple(f"grafik/{chart.id}.{kind}" for kind in ("svg", "png", "csv"))


def charts_of(pages: tuple[Page, ...]) -> tuple[Grafik, ...]:
    """Every chart of the pages once, in their order."""
    return tuple({chart.id: chart for page in pages for chart in page.grafik}.values())


def rendered(chart: Grafik, cache_of: Cache) -> RenderedChart:
    """The chart drawn, or taken from the cache where nothing that it depends on has changed."""
    key = f"{_drawing_version()} {chart!r}".encode()
    stored = json.loads(cache_of.get(key, lambda: _to_bytes(render(chart))))
    return RenderedChart(
        id=stored["id"],
        svg_lebar=stored["svg_lebar"],
        svg_sempit=stored["svg_sempit"],
        svg_mandiri=stored["svg_mandiri"],
        png=b64decode(stored["png"]),
        csv=stored["csv"].encode(),
    )


def _to_bytes(chart: RenderedChart) -> bytes:
    return json.dumps(
        {
            "id": chart.id,
            "svg_lebar": chart.svg_lebar,
            "svg_sempit": chart.svg_sempit,
            "svg_mandiri": chart.svg_mandiri,
            "png": b64encode(chart.png).decode("ascii"),
            "csv": chart.csv.decode(),
        }
    ).encode()


@cache
def _drawing_version() -> str:
    """Changes with whatever else decides the bytes of a chart: our code, the fonts, matplotlib."""
    import hashlib

    package = Path(__file__).parent.parent
    fonts = package.parent.parent / "theme" / "static" / "font"
    code = [*(package / "charts").glob("*.py"), *(package / "summary").glob("grafik*.py"), package / "numbers.py"]
    files = [*sorted(code), *sorted(fonts.glob("*.ttf"))]
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files if file.is_file())).hexdigest()
    return f"{digest} {version('matplotlib')} {version('numpy')}"
