"""Build the portal's typeface from the npm packages of Plus Jakarta Sans (SIL OFL 1.1).

Run it only when the set of characters or the release of the typeface changes; the result is committed:

    npm install --ignore-scripts @fontsource/plus-jakarta-sans@5.3.0 \\
        @fontsource-variable/plus-jakarta-sans@5.3.0
    python tools/huruf.py node_modules theme/static/font

It writes one variable WOFF2 (weights 400 to 700) for the pages, one static TTF per weight for matplotlib
and handouts, and the licence. The same input gives the same bytes. Needs fonttools and brotli.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent
from fontTools.varLib.instancer import instantiateVariableFont

VARIABLE = "@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2"
STATIC = "@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-{weight}-normal.woff2"
LICENCE = "@fontsource/plus-jakarta-sans/LICENSE"
FAMILY = "Plus Jakarta Sans"
WEIGHTS = {400: "Regular", 600: "SemiBold", 700: "Bold"}
FEATURES = ["kern", "liga", "tnum", "lnum", "mark", "mkmk", "ccmp", "locl"]

ASCII = "".join(map(chr, range(0x20, 0x7F)))
LETTERS = "ÁÉáàâäåçéèêëíïñóôöúü"
SIGNS = "\u00a0\u2009¡¢£§©«®°±²³µ¶·¹»¼½¾¿×÷–—‘’‚“”„•…′″‹›€™↑↓−"
COMPOSED: dict[str, tuple[str, tuple[tuple[str, tuple[int, int, int, int], int, int], ...]]] = {
    # sign: (glyph whose advance it takes, ((part, 2x2 turn, x, y), ...)); units of 1/1000 em
    "≤": ("<", (("<", (1, 0, 0, 1), 0, 60), ("−", (1, 0, 0, 1), 0, -250))),
    "≥": (">", ((">", (1, 0, 0, 1), 0, 60), ("−", (1, 0, 0, 1), 0, -250))),
    "≈": ("~", (("~", (1, 0, 0, 1), 0, 85), ("~", (1, 0, 0, 1), 0, -105))),
    "→": ("↑", (("↑", (0, -1, 1, 0), 14, 571),)),
    "←": ("↑", (("↑", (0, 1, -1, 0), 628, -71),)),
}


def component(name: str, turn: tuple[int, int, int, int], x: int, y: int) -> GlyphComponent:
    """One part of a composed glyph. It follows the weight of the glyph that it repeats."""
    part = GlyphComponent()
    part.glyphName, part.x, part.y = name, x, y
    part.flags = 0x0004  # ROUND_XY_TO_GRID
    if turn != (1, 0, 0, 1):
        part.transform = [[turn[0], turn[1]], [turn[2], turn[3]]]
    return part


def compose(font: TTFont) -> None:
    """Add the signs that the typeface lacks, each as a composite of glyphs that it has."""
    cmap = font.getBestCmap()
    for sign, (model, parts) in COMPOSED.items():
        glyph = Glyph()
        glyph.numberOfContours = -1
        glyph.components = [component(cmap[ord(part)], *place) for part, *place in parts]
        name = f"uni{ord(sign):04X}"
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"].glyphs[name] = glyph
        font["glyf"].glyphOrder = font.getGlyphOrder()
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (font["hmtx"][cmap[ord(model)]][0], glyph.xMin)
        if "gvar" in font:
            font["gvar"].variations[name] = []
        for table in font["cmap"].tables:
            table.cmap[ord(sign)] = name


def slim(font: TTFont) -> None:
    """Keep the characters and features that the portal uses."""
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(text=ASCII + LETTERS + SIGNS + "".join(COMPOSED))
    subsetter.subset(font)


def build(source: Path, target: Path, flavor: str | None) -> int:
    """Write one font file and return its size in bytes."""
    font = TTFont(source, recalcTimestamp=False)
    font.ensureDecompiled()
    for optional in ("HVAR", "MVAR"):  # gvar holds the advances already
        if optional in font:
            del font[optional]
    compose(font)
    slim(font)
    if "fvar" in font:
        font = instantiateVariableFont(font, {"wght": (400, 400, 700)})
    else:  # one family name, so that matplotlib finds each weight by its number
        font["name"].setName(FAMILY, 1, 3, 1, 0x409)
        font["name"].setName(WEIGHTS[font["OS/2"].usWeightClass], 2, 3, 1, 0x409)
    font.flavor = flavor
    font.save(target)
    return target.stat().st_size


def main(packages: Path, target: Path) -> None:
    """Build every font file from `packages` (a node_modules folder) into `target`."""
    target.mkdir(parents=True, exist_ok=True)
    files = {"plus-jakarta-sans.woff2": (VARIABLE, "woff2")}
    for weight in WEIGHTS:
        files[f"plus-jakarta-sans-{weight}.ttf"] = (STATIC.format(weight=weight), None)
    for name, (source, flavor) in files.items():
        size = build(packages / source, target / name, flavor)
        sys.stdout.write(f"{name}: {size} bytes\n")
    shutil.copyfile(packages / LICENCE, target / "OFL.txt")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python tools/huruf.py NODE_MODULES TARGET")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
