"""Two versions of criteria: what the later one takes away, changes, moves, renames and adds."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kinerja.diff import kata
from kinerja.diff.butir import Butir, Cara, told
from kinerja.diff.padan import Jalan
from kinerja.diff.pohon import Ubahan, at
from kinerja.model.kriteria import Kriteria
from kinerja.numbers import half_up
from kinerja.summary.kriteria_halaman import anchor

VERSI = "versi ini"
# What every version has of its own: the page of a version tells it apart from what it changes.
_OF_THE_VERSION = ("berlaku_mulai", "persetujuan", "alasan_perubahan", "jenis_perubahan", "diumumkan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Konteks:
    """What a sentence about a weight adds when it stands alone: from when, and for whom."""

    berlaku: str = ""
    bagi: str = ""


def between(lama: Kriteria | None, baru: Kriteria) -> tuple[Butir, ...]:
    """What a version changed, losses first; nothing for a first version.

    Its own start, approval and reasons are no change of criteria, nor are ids, which readers do not see.
    """
    if lama is None:
        return ()
    old, new = tree_of(lama), tree_of(baru)
    for key in _OF_THE_VERSION if lama.berlaku_mulai != baru.berlaku_mulai else ():
        old.pop(key, None)
        new.pop(key, None)
    return tuple(butir for butir in told_criteria(old, new, Konteks()) if butir.unsur not in ("id", "dahulu"))


def told_criteria(lama: Any, baru: Any, konteks: Konteks, ubahan: Sequence[Ubahan] | None = None) -> tuple[Butir, ...]:
    """As `between`, for the trees of two files, with everything that differs."""

    def tail(ubahan: Ubahan) -> str:
        place = ubahan.ke or ubahan.dari or ()
        if not place or place[-1] != "bobot":
            return ""
        start = f", berlaku {konteks.berlaku}" if konteks.berlaku else ""
        audience = f"; berlaku bagi {konteks.bagi}" if konteks.bagi else ""
        return f"{start}{_totals(lama, baru, ubahan)}{audience}"

    return told(lama, baru, Cara(VERSI, tail, lambda one: _anchor(baru, one.ke)), ubahan)


def tree_of(value: Any) -> Any:
    """A document as plain YAML: without what was left out, dates and exact numbers as texts."""
    if dataclasses.is_dataclass(value):
        fields = {f.name: (getattr(value, f.name), f.default) for f in dataclasses.fields(value) if f.name != "berkas"}
        return {key: tree_of(part) for key, (part, default) in fields.items() if part != default}
    if isinstance(value, Mapping):
        return {key: tree_of(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [tree_of(part) for part in value]
    if isinstance(value, Fraction):
        places = next((n for n in range(4) if (value * 10**n).denominator == 1), None)
        return str(value) if places is None else f"{half_up(value, places):f}"
    return value.isoformat() if isinstance(value, date) else f"{value:f}" if isinstance(value, Decimal) else value


def _anchor(pohon: Any, ke: Jalan | None) -> str:
    """The anchor of the aspect or indicator around a place of the new version."""
    if ke is None:
        return ""
    ids = [item.get("id") for _, list_, item in kata.items_on(pohon, ke) if list_ in ("aspek", "indikator")]
    known = [id_ for id_ in ids if isinstance(id_, str)]
    return anchor(*known) if known and len(known) == len(ids) <= 2 else ""


def _totals(lama: Any, baru: Any, ubahan: Ubahan) -> str:
    """What became of the sum of the weights that this one is one of."""
    old, new = (_total(p, j) if j else None for p, j in ((lama, ubahan.dari), (baru, ubahan.ke)))
    if new is None or old is None:
        return ""
    return f"; jumlah bobot {f'tetap {kata.amount(new)}' if old == new else f'{kata.amount(old)} → {kata.amount(new)}'}"


def _total(pohon: Any, jalan: Jalan) -> Fraction | None:
    """The sum of the weights in the list of the item whose weight stands at a place."""
    items = at(pohon, jalan[:-2])
    weights = [kata.number_of("bobot", item.get("bobot")) for item in items if isinstance(item, dict)]
    known = [weight for weight in weights if weight is not None]
    return sum(known, start=Fraction(0)) if known else None
