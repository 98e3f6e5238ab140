"""The predikat of a person follows from the ratings of hasil kerja and perilaku kerja by nine cells.

Source: PermenPANRB 6/2022, Lampiran; SE MenPANRB 3/2023 (label "Kurang/misconduct").
"""

from __future__ import annotations

import re
import unicodedata
from typing import get_args

from kinerja.model.aturan import Ekspektasi, Predikat, VersiPredikat
from kinerja.rules.errors import UnusableInput

PREDIKAT: tuple[Predikat, ...] = get_args(Predikat)
EKSPEKTASI: tuple[Ekspektasi, ...] = get_args(Ekspektasi)

_MISCONDUCT = re.compile(r"kurang ?(?:/ ?misconduct|\( ?misconduct ?\))")


def predikat_of(versi: VersiPredikat, hasil_kerja: Ekspektasi, perilaku_kerja: Ekspektasi) -> Predikat:
    """The predikat in the cell of the two ratings."""
    for sel in versi.sel:
        if (sel.hasil_kerja, sel.perilaku_kerja) == (hasil_kerja, perilaku_kerja):
            return sel.predikat
    raise UnusableInput(("hasil_kerja",), "tidak ada sel predikat untuk pasangan ekspektasi ini")


def normalise(text: str) -> Predikat | Ekspektasi | None:
    """The id of a word in an export, predikat or ekspektasi; None for any other word.

    Case, spaces, "diatas" for "di atas" and "Kurang/misconduct" are understood. "Cukup", "Istimewa",
    "-" and an empty cell are no predikat of a person: the caller counts or refuses them.
    """
    return normalise_predikat(text) or normalise_ekspektasi(text)


def normalise_predikat(text: str) -> Predikat | None:
    """The predikat that a word of an export means, or None."""
    words = _words(text)
    candidate = "kurang" if _MISCONDUCT.fullmatch(words) else words.replace(" ", "-")
    return candidate if candidate in PREDIKAT else None


def normalise_ekspektasi(text: str) -> Ekspektasi | None:
    """The rating that a word of an export means, or None."""
    words = re.sub(r"^di(?=(?:atas|bawah) )", "di ", _words(text))
    candidate = words.replace(" ", "-")
    return candidate if candidate in EKSPEKTASI else None


def _words(text: str) -> str:
    """Small letters, with one space for each run of spaces, hyphens and low lines."""
    return " ".join(re.split(r"[\s_-]+", unicodedata.normalize("NFKC", text).casefold().strip()))
