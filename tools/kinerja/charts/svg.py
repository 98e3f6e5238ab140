"""From matplotlib's SVG to one that a strict page can hold: small, named, without style or shared ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from xml.etree import ElementTree

from kinerja.charts.canvas import printable
from kinerja.charts.style import FAMILY, KEYS, LIGHT, SIZE

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
TOKENS = {key: token for token, key in KEYS.items()}
NOTE = "Angka lengkap ada pada tabel."


def slim(raw: str, *, ident: str, judul: str, uraian: str, standalone: bool = False) -> str:
    """The drawing of `raw` (matplotlib's, in key colours) with title, description and classes."""
    root = ElementTree.fromstring(raw)
    width, height = root.attrib["viewBox"].split()[2:]
    size = f'width="{_round(width)}" height="{_round(height)}"'
    name = ident_of(ident)
    head = 'xmlns="http://www.w3.org/2000/svg" ' if standalone else ""
    ground = f'<path class="f-latar" fill="{LIGHT["latar"]}" d="M0 0H{_round(width)}V{_round(height)}H0z"/>'
    return (
        f'<svg {head}class="grafik" viewBox="0 0 {_round(width)} {_round(height)}" {size} role="img" '
        f'aria-labelledby="{name}-judul" aria-describedby="{name}-uraian" '
        f'font-family="{FAMILY}, system-ui, sans-serif" font-size="{SIZE}">'
        f'<title id="{name}-judul">{escape(printable(judul))}</title>'
        f'<desc id="{name}-uraian">{escape(printable(uraian))} {NOTE}</desc>'
        f'<g aria-hidden="true">{ground if standalone else ""}{"".join(_marks(root))}</g></svg>\n'
    )


def ident_of(text: str) -> str:
    """`text` as the beginning of an id."""
    return "grafik-" + re.sub(r"[^a-z0-9-]", "_", text.lower())


def _marks(root: ElementTree.Element) -> Iterator[str]:
    for element in root.iter():
        style = _style(element)
        if element.tag == f"{SVG}text":
            yield _text(element, style)
        elif element.tag == f"{SVG}path" and ("stroke" in style or style.get("fill", "none") != "none"):
            yield _path(element.attrib["d"], style)


def _style(element: ElementTree.Element) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in element.attrib.get("style", "").split(";") if ":" in part)
    return {name.strip(): value.strip() for name, value in pairs}


def _paint(style: Mapping[str, str]) -> str:
    """Class and literal colour of fill and stroke: the page's CSS rules, a printer has the literal."""
    used = {name: TOKENS[style[name]] for name in ("fill", "stroke") if style.get(name) in TOKENS}
    classes = " ".join(f"{name[0]}-{token}" for name, token in used.items())
    literal = "".join(f' {name}="{LIGHT[token]}"' for name, token in used.items())
    return f'class="{classes}"{literal}'


def _text(element: ElementTree.Element, style: Mapping[str, str]) -> str:
    extra = ""
    if (size := style["font-size"].removesuffix("px")) != str(SIZE):
        extra += f' font-size="{size}"'
    if style.get("font-weight", "400") not in ("400", "normal"):
        extra += f' font-weight="{style["font-weight"].replace("bold", "700")}"'
    if (anchor := style.get("text-anchor", "start")) != "start":
        extra += f' text-anchor="{anchor}"'
    x, y = _round(element.attrib["x"]), _round(element.attrib["y"])
    words = escape("".join(element.itertext()), quote=False)
    return f'<text {_paint(style)}{extra} x="{x}" y="{y}">{words}</text>'


def _path(data: str, style: Mapping[str, str]) -> str:
    paint = _paint(style)
    if "fill" not in style or style["fill"] == "none":
        paint += ' fill="none"'
    for name in ("stroke-width", "stroke-dasharray"):
        if name in style and style[name] not in ("none", "1"):
            paint += f' {name}="{NUMBER.sub(lambda match: _round(match[0]), style[name])}"'
    numbers = [float(number) for number in NUMBER.findall(data)]
    if data.count("C") == 8 and data.count("M") == 1:
        xs, ys = numbers[0::2], numbers[1::2]
        x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        return f'<circle {paint} cx="{_round(x)}" cy="{_round(y)}" r="{_round((max(xs) - min(xs)) / 2)}"/>'
    return f'<path {paint} d="{_shorten(data)}"/>'


def _shorten(data: str) -> str:
    """The same path with one decimal, relative after its beginning: hatching then packs to nearly nothing."""
    short, x, y = "", 0.0, 0.0
    for letter, across, down in re.findall(r"([MLz])\s*(?:(\S+)\s+(\S+))?", data):
        if letter == "z":
            short += "z"
            continue
        to_x, to_y = round(float(across), 1), round(float(down), 1)
        right, below = _round(to_x - x), _round(to_y - y)
        if not short:
            short = f"M{_round(to_x)} {_round(to_y)}"
        elif letter == "L" and "0" in (right, below):
            short += f"h{right}" if right != "0" else f"v{below}" if below != "0" else ""
        else:
            short += f"{letter.lower()}{right} {below}".replace(" -", "-")
        x, y = to_x, to_y
    return short


def _round(number: str | float) -> str:
    """One decimal, none where it is zero: for places on the sheet, never for text."""
    text = f"{float(number):.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
