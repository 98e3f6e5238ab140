"""Which unit, group of posts and golongan the words of an export mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from kinerja.intake.kolom import plain
from kinerja.model.dokumen import Status
from kinerja.model.hasil import LAINNYA, Golongan
from kinerja.model.perangkat_daerah import PerangkatDaerah
from kinerja.model.repository import Repository

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii")
_GRADE = re.compile(r"(?:.* )?(?:golongan |gol )?(?P<roman>[ivx]+) ?(?P<ruang>[a-e])?")
_PNS: Final[tuple[Golongan, ...]] = ("golongan-i", "golongan-ii", "golongan-iii", "golongan-iv")
GOLONGAN: Final[tuple[Golongan, ...]] = (*_PNS, "pppk", "tidak-diisi")


@dataclass(frozen=True, slots=True)
class Kamus:
    """The names of units and posts; a name that two of them share means neither."""

    repository: Repository
    akhir: date
    _unit: dict[str, set[str]] = field(default_factory=dict)
    _jabatan: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for slug, unit in self.repository.perangkat_daerah.items():
            for name in (unit.nama, *unit.alias, *([unit.singkatan] if unit.singkatan else [])):
                self._unit.setdefault(plain(name), set()).add(slug)
        for slug, jabatan in self.repository.jabatan.items():
            for name in (jabatan.nama, *jabatan.alias):
                self._jabatan.setdefault(plain(name), set()).add(slug)

    def unit(self, text: str) -> PerangkatDaerah | None:
        """The unit of this name, abbreviation or alias."""
        slugs = self._unit.get(plain(text), set())
        return self.repository.perangkat_daerah[next(iter(slugs))] if len(slugs) == 1 else None

    def in_time(self, unit: PerangkatDaerah) -> bool:
        """Whether the unit is there on the last day of the period."""
        return unit.berlaku_mulai is None or unit.berlaku_mulai <= self.akhir

    def jabatan(self, text: str, status: Status) -> str | None:
        """The group of posts: the longest of its names that a title starts with, up to the end of a word."""
        words = plain(text).split()
        for length in range(len(words), 0, -1):
            slugs = {
                slug
                for slug in self._jabatan.get(" ".join(words[:length]), set())
                if self.repository.jabatan[slug].status == status
            }
            if len(slugs) == 1:
                return slugs.pop()
        return None

    def jabatan_or_rest(self, text: str, status: Status) -> str:
        """As `jabatan`; `lainnya` where no group has such a post."""
        return self.jabatan(text, status) or LAINNYA


def grade_of(text: str, pppk: bool) -> Golongan | None:
    """The golongan that a cell means. A PNS has a letter behind it (III/c); I–IV alone depends on the kind of NIP.

    >>> grade_of("Penata (III/c)", False), grade_of("IX", True), grade_of("III", False), grade_of("", False)
    ('golongan-iii', 'pppk', 'golongan-iii', 'tidak-diisi')
    """
    words = plain(text)
    if not words or text.strip() == "-":
        return "tidak-diisi"
    match = _GRADE.fullmatch(words)
    if match is None or match["roman"] not in _ROMAN:
        return None
    place = _ROMAN.index(match["roman"])
    if match["ruang"]:
        return _PNS[place] if place < len(_PNS) else None
    return "pppk" if pppk or place >= len(_PNS) else _PNS[place]


def labels(repository: Repository) -> Mapping[str, str]:
    """The name that a message gives to a unit or a group of posts."""
    return {slug: d.nama for nouns in (repository.perangkat_daerah, repository.jabatan) for slug, d in nouns.items()}
