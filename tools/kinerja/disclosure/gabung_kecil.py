"""Small groups merged inside their parent, so that neither they nor what is left beside them can be singled out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kinerja.model.aturan_layanan import VersiPenyamaran
from kinerja.model.hasil import LAINNYA


@dataclass(frozen=True, slots=True, kw_only=True)
class Syarat:
    """What the parts of a group must meet: their smallest size, and that they can be rounded whatever their ratings.

    A part of n people who all have one class must not be rounded up where n is at most `ruang` above a multiple. If
    that held back a whole step over all parts, they could not make up a group that has to stay where it is; and a group
    that is left whole for this reason would give away that all in it are alike. So sizes alone decide, beforehand.
    """

    minimal: int
    kelipatan: int = 1
    ruang: int = 0

    def additive(self, sizes: Iterable[int]) -> bool:
        """Whether parts of these sizes always have a rounding that makes up that of the whole."""
        rests = (n % self.kelipatan for n in sizes)
        return sum(rest for rest in rests if rest <= self.ruang) < self.kelipatan


def conditions(versi: VersiPenyamaran, printed: bool) -> Syarat:
    """The conditions of the policy for the parts of a group that is printed itself, or that nobody prints."""
    if not printed:
        return Syarat(minimal=versi.kelompok_minimal)
    ruang = max(versi.ruang_homogen, versi.lebar_minimal)
    return Syarat(minimal=versi.kelompok_minimal, kelipatan=versi.kelipatan, ruang=ruang)


def merged(sizes: Mapping[str, int], syarat: Syarat) -> dict[str, str]:
    """For each value the group that it is shown in; empty where the parent cannot be split.

    Values of too few people are shown together as `lainnya`; while the conditions are not met, the next smallest
    joins. Only sizes decide, which are public. A value that the whole parent has stays as it is.

    >>> merged({"a": 30, "b": 12, "c": 4}, Syarat(minimal=10))
    {'a': 'a', 'b': 'lainnya', 'c': 'lainnya'}
    >>> merged({"a": 12, "b": 4}, Syarat(minimal=10)), merged({"a": 12}, Syarat(minimal=10))
    ({}, {'a': 'a'})
    >>> merged({"a": 11, "b": 11, "c": 12, "d": 12}, Syarat(minimal=10, kelipatan=5, ruang=2))
    {'a': 'lainnya', 'b': 'lainnya', 'c': 'lainnya', 'd': 'd'}
    """
    there = {value: n for value, n in sizes.items() if n > 0}
    kept = {value: n for value, n in there.items() if n >= syarat.minimal and value != LAINNYA}
    rest = sum(there.values()) - sum(kept.values())
    while kept and (0 < rest < syarat.minimal or not syarat.additive((*kept.values(), rest))):
        smallest = min(kept, key=lambda value: (kept[value], value))
        rest += kept.pop(smallest)
    if len(kept) + (rest > 0) < 2 and not (kept and not rest):
        return {}
    return {value: value if value in kept else LAINNYA for value in there}
