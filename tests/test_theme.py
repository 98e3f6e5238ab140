"""Colours, font and components of the theme."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

GROUNDS = ("latar", "kartu", "pita")
TEXT = [(text, ground) for text in ("teks", "redup", "merek", "merek2", "standar") for ground in GROUNDS]
TEXT += [(f"{name}-teks", name) for name in ("sb", "b", "bp", "k", "sk")]
TEXT += [(name, f"{name}-latar") for name in ("oke", "awas", "gagal")]
TEXT += [("teks", f"{name}-latar") for name in ("oke", "awas", "gagal")]
MARKS = [("merek", "latar"), ("standar", "latar"), ("tepi", "latar"), ("merek", "pita"), ("standar", "pita")]


def tokens(css: str) -> dict[str, str]:
    """Custom properties that are colours, by name."""
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", css))


@pytest.fixture(scope="module", params=["light", "dark"])
def palette(root: Path, request: pytest.FixtureRequest) -> dict[str, str]:
    """The tokens of one mode; dark changes some of the light ones."""
    css = (root / "theme/static/css/token.css").read_text()
    light, _, rest = css.partition("@media screen and (prefers-color-scheme: dark)")
    dark = rest.partition("@media (forced-colors")[0]
    return tokens(light) if request.param == "light" else {**tokens(light), **tokens(dark)}


def luminance(colour: str) -> float:
    """WCAG 2 relative luminance."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read_on_its_ground(palette: dict[str, str], text: str, ground: str) -> None:
    """At least 4.5 : 1 in both modes."""
    assert contrast(palette[text], palette[ground]) >= 4.5


@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_can_be_seen_on_their_ground(palette: dict[str, str], mark: str, ground: str) -> None:
    """At least 3 : 1 in both modes."""
    assert contrast(palette[mark], palette[ground]) >= 3


def test_the_font_has_every_character_that_the_project_writes(root: Path) -> None:
    """No tofu in data, prose or templates."""
    font = set(TTFont(root / "theme/static/font/plus-jakarta-sans.woff2").getBestCmap())
    files = [p for folder in ("data", "content", "theme/templates") for p in (root / folder).rglob("*") if p.is_file()]
    missing = {
        f"{path.relative_to(root)}: U+{ord(character):04X}"
        for path in files
        for character in path.read_text("utf-8")
        if ord(character) > 0x20 and ord(character) not in font
    }

    assert set() == missing


def test_every_colour_stands_in_the_tokens(root: Path) -> None:
    """Components name tokens, never a colour."""
    literal = {
        f"{path.name}: {colour}"
        for path in (root / "theme/static/css").glob("*.css")
        if path.name not in {"token.css", "cetak.css"}
        for colour in re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", path.read_text())
    }

    assert set() == literal
