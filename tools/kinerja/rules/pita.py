"""A value is rounded half up first, then belongs to the highest band whose lower edge it reaches.

Source: PermenPANRB 14/2017 (edges of the IKM), PermenPANRB 88/2021 (SAKIP: the edge itself is excluded).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from kinerja.model.dokumen import Pita
from kinerja.numbers import Exact, half_up, id_number
from kinerja.problems import Finding, Kunci


@dataclass(frozen=True, slots=True, kw_only=True)
class Batas:
    """A band with both edges, for drawing: `atas` is where the next band starts."""

    pita: Pita
    bawah: Decimal
    atas: Decimal


def band_of(pita: Sequence[Pita], value: Exact, desimal: int) -> Pita | None:
    """The band of a value, after rounding half up to `desimal` decimals; None below the lowest band."""
    rounded = half_up(value, desimal)
    reached = [satu for satu in pita if _reaches(satu, rounded)]
    return max(reached, key=lambda satu: satu.bawah) if reached else None


def band_bounds(pita: Sequence[Pita], maksimum: Decimal) -> tuple[Batas, ...]:
    """Every band from the lowest up with its edges; the highest ends at `maksimum`."""
    ordered = sorted(pita, key=lambda satu: satu.bawah)
    edges = [*(satu.bawah for satu in ordered), maksimum]
    return tuple(
        Batas(pita=satu, bawah=bawah, atas=atas) for satu, (bawah, atas) in zip(ordered, pairwise(edges), strict=True)
    )


def band_faults(
    pita: Sequence[Pita], minimum: Decimal, maksimum: Decimal, desimal: int, at: Kunci = ("pita",)
) -> Iterator[Finding]:
    """Whatever keeps the bands from covering `minimum` to `maksimum` once each, placed at the band.

    `at` is the path of keys to the list of bands.
    """
    if not pita:
        yield Finding(at, "tidak ada pita", "Tulis sedikitnya satu pita.")
        return
    yield from _range_faults(pita, minimum, maksimum, at)
    yield from _order_faults(pita, at)
    for i, satu in enumerate(pita):
        if half_up(satu.bawah, desimal) != satu.bawah:
            yield Finding(
                (*at, i, "bawah"),
                f"batas bawah pita {satu.id} lebih teliti daripada nilai dengan {desimal} desimal",
                "Tulis batas bawah dengan jumlah desimal yang sama.",
            )
        if satu.id in {other.id for other in pita[:i]}:
            yield Finding((*at, i, "id"), f"id pita {satu.id} dipakai dua kali", "Beri setiap pita id sendiri.")


def _order_faults(pita: Sequence[Pita], at: Kunci) -> Iterator[Finding]:
    for i, (before, after) in enumerate(pairwise(pita), start=1):
        if after.bawah <= before.bawah:
            yield Finding(
                (*at, i, "bawah"),
                f"pita {after.id} bertumpuk dengan pita {before.id}",
                "Urutkan pita dari yang terendah, dengan batas bawah yang selalu naik.",
            )


def _range_faults(pita: Sequence[Pita], minimum: Decimal, maksimum: Decimal, at: Kunci) -> Iterator[Finding]:
    first, last = pita[0], pita[-1]
    if not _reaches(first, minimum):
        yield Finding(
            (*at, 0, "bawah"),
            f"nilai mulai dari {id_number(minimum)} belum masuk pita mana pun",
            f"Mulai pita terendah dari {id_number(minimum)}.",
        )
    if first.bawah < minimum:
        yield Finding(
            (*at, 0, "bawah"),
            f"pita terendah mulai di bawah nilai terkecil {id_number(minimum)}",
            f"Mulai pita terendah dari {id_number(minimum)}.",
        )
    if not _reaches(last, maksimum):
        yield Finding(
            (*at, len(pita) - 1, "bawah"),
            f"pita tertinggi mulai di atas nilai terbesar {id_number(maksimum)}",
            "Periksa batas bawah pita tertinggi atau nilai terbesar.",
        )


def _reaches(pita: Pita, value: Decimal) -> bool:
    return value >= pita.bawah if pita.termasuk_bawah else value > pita.bawah
