"""Specification: the colours of the charts can be told apart by everyone, and every word can be read."""

from __future__ import annotations

import re
from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt
from pathlib import Path

import pytest

from kinerja.charts.style import DARK, KEYS, LIGHT

RAMP = ("sb", "b", "bp", "k", "sk")
# Machado, Oliveira, Fernandes (2009), severity 1.0, applied to linear RGB.
SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
FLOOR = {"normal": 26.6, "protan": 20.4, "deutan": 15.0, "tritan": 20.7}


def _linear(colour: str) -> tuple[float, ...]:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast of two colours."""
    light, dark = sorted(
        (0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (_linear(one), _linear(other))), reverse=True
    )
    return (light + 0.05) / (dark + 0.05)


def _lab(linear: tuple[float, ...]) -> tuple[float, float, float]:
    r, g, b = (min(max(part, 0.0), 1.0) for part in linear)
    xyz = (
        (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
        0.2126729 * r + 0.7151522 * g + 0.0721750 * b,
        (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883,
    )
    x, y, z = (v ** (1 / 3) if v > 216 / 24389 else (24389 / 27 * v + 16) / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """The distance of two Lab colours (Sharma, Wu, Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean7 = ((hypot(a1, b1) + hypot(a2, b2)) / 2) ** 7
    stretch = 1 + (1 - sqrt(mean7 / (mean7 + 25**7))) / 2
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    if c1 * c2 and abs(h1 - h2) == 180:
        turn = h2 - h1
    dl, dc, dh = l2 - l1, c2 - c1, 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    lm, cm = (l1 + l2) / 2, (c1 + c2) / 2
    hm = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    t = (
        1 - 0.17 * cos(radians(hm - 30)) + 0.24 * cos(radians(2 * hm))
        + 0.32 * cos(radians(3 * hm + 6)) - 0.20 * cos(radians(4 * hm - 63))
    )  # fmt: skip
    sl = 1 + 0.015 * (lm - 50) ** 2 / sqrt(20 + (lm - 50) ** 2)
    sc, sh = 1 + 0.045 * cm, 1 + 0.015 * cm * t
    rt = -2 * sqrt(cm**7 / (cm**7 + 25**7)) * sin(radians(60 * exp(-(((hm - 275) / 25) ** 2))))
    return sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rt * (dc / sc) * (dh / sh))


def _seen(colour: str, sight: str) -> tuple[float, float, float]:
    linear = _linear(colour)
    return _lab(tuple(sum(m * v for m, v in zip(row, linear, strict=True)) for row in SIGHT[sight]))


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
        ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_distance_of_colours_agrees_with_the_published_vectors(one, other, distance):
    """Sharma, Wu, Dalal: the paper's test data, four decimals."""
    assert ciede2000(one, other) == pytest.approx(distance, abs=5e-5)


@pytest.mark.parametrize("sight", SIGHT)
def test_any_two_predikat_can_be_told_apart_with_every_kind_of_sight(sight):
    """The smallest distance in the light ramp is at least the one the design measured."""
    smallest = min(ciede2000(_seen(LIGHT[a], sight), _seen(LIGHT[b], sight)) for a, b in combinations(RAMP, 2))
    assert smallest >= FLOOR[sight] - 0.05


@pytest.mark.parametrize("sight", SIGHT)
def test_any_two_predikat_can_be_told_apart_in_the_dark(sight):
    """The dark ramp keeps a distance of 17 or more."""
    smallest = min(ciede2000(_seen(DARK[a], sight), _seen(DARK[b], sight)) for a, b in combinations(RAMP, 2))
    assert smallest >= 17


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["terang", "gelap"])
def test_words_on_a_predikat_are_readable(palette):
    """WCAG 1.4.3: 4.5 : 1 for each cell's own text colour."""
    assert min(contrast(palette[f"{token}-teks"], palette[token]) for token in RAMP) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["terang", "gelap"])
@pytest.mark.parametrize("ground", ["latar", "pita"])
def test_marks_stand_out_from_page_and_band(palette, ground):
    """WCAG 1.4.11: 3 : 1 for what must be seen, 4.5 : 1 for what must be read."""
    assert min(contrast(palette[ink], palette[ground]) for ink in ("merek", "redup", "awas")) >= 3
    assert min(contrast(palette[ink], palette[ground]) for ink in ("teks", "redup")) >= 4.5


def test_each_token_has_its_own_key_colour():
    """Tokens that share a colour in the light part in the dark, so the key colours never coincide."""
    assert len(set(KEYS.values())) == len(LIGHT)
    assert set(KEYS) == set(LIGHT) == set(DARK)
    assert "#000000" not in KEYS.values()


def test_the_palette_is_the_one_of_the_page():
    """Charts and theme/static/css/token.css give each token the same colour in the light and in the dark."""
    css = (Path(__file__).parents[1] / "theme/static/css/token.css").read_text(encoding="utf-8")
    light, dark = (dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]+);", part)) for part in css.split("@media")[:2])
    long = {
        name: {
            token: "#" + "".join(c * 2 for c in value[1:]) if len(value) == 4 else value
            for token, value in mode.items()
        }
        for name, mode in (("light", light), ("dark", light | dark))
    }
    assert {token: long["light"][token] for token in LIGHT} == dict(LIGHT)
    assert {token: long["dark"][token] for token in DARK} == dict(DARK)
