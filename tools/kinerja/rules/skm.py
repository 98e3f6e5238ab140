"""IKM = mean of the NRR of all unsur × pengali, rounded half up; the mutu follows from its band.

Source: PermenPANRB 14/2017, Lampiran; before it KepMenPAN 25/2004 and PermenPANRB 16/2014.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import ceil

from kinerja.model.aturan_layanan import VersiSkm
from kinerja.model.dokumen import Pita
from kinerja.numbers import Exact, half_up
from kinerja.rules.errors import UnusableInput
from kinerja.rules.pita import band_of

ROUNDINGS: tuple[int | None, ...] = (None, 2, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cara:
    """A way of computing: the weight of one unsur, decimals of NRR and of weighted NRR (None: exact)."""

    bobot: Fraction
    desimal_nrr: int | None = None
    desimal_tertimbang: int | None = None


def nrr_of(versi: VersiSkm, jumlah_nilai: int, responden: int) -> Fraction:
    """The mean answer of one unsur: the sum of the answers ÷ the number of people who answered it."""
    if responden < 1:
        raise UnusableInput(("responden",), "jumlah responden harus paling sedikit 1")
    if not responden <= jumlah_nilai <= responden * versi.jawaban_maksimal:
        raise UnusableInput(
            ("jumlah_nilai",),
            f"jumlah nilai harus di antara 1 dan {versi.jawaban_maksimal} kali banyak responden",
        )
    return Fraction(jumlah_nilai, responden)


def ikm_exact(versi: VersiSkm, nrr: Sequence[Fraction]) -> Fraction:
    """The index before rounding, with the exact weight 1/x for x unsur."""
    if not nrr:
        raise UnusableInput(("nrr",), "IKM memerlukan sedikitnya satu unsur")
    return sum(nrr, start=Fraction(0)) / len(nrr) * versi.pengali


def ikm_of(versi: VersiSkm, nrr: Sequence[Fraction]) -> Decimal:
    """The index as it is published."""
    return half_up(ikm_exact(versi, nrr), versi.desimal)


def ikm_by(versi: VersiSkm, nrr: Sequence[Fraction], cara: Cara) -> Fraction:
    """The index before its last rounding, the way `cara` computes it."""
    weighted = [_rounded(_rounded(one, cara.desimal_nrr) * cara.bobot, cara.desimal_tertimbang) for one in nrr]
    return sum(weighted, start=Fraction(0)) * versi.pengali


def mutu_of(versi: VersiSkm, ikm: Exact) -> Pita:
    """The band of an index. The index is rounded first, so no value falls between two printed bands."""
    rounded = half_up(ikm, versi.desimal)
    pita = band_of(versi.pita, rounded, versi.desimal)
    if pita is None or rounded > versi.jawaban_maksimal * versi.pengali:
        raise UnusableInput(("ikm",), "IKM berada di luar nilai yang mungkin menurut aturan survei")
    return pita


def weights(versi: VersiSkm, banyak_unsur: int) -> tuple[Fraction, ...]:
    """The weights seen in reports; where x differs from the regulation's unsur, 1/x and its two roundings."""
    if banyak_unsur == len(versi.unsur):
        return versi.bobot_beredar
    exact = Fraction(1, banyak_unsur)
    return tuple(dict.fromkeys((exact, Fraction(half_up(exact, 3)), Fraction(half_up(exact, 2)))))


def reproductions(versi: VersiSkm, nrr: Sequence[Fraction], tertulis: Decimal) -> tuple[Cara, ...]:
    """Every way of computing that gives the stated index at the decimals it is written with.

    Combines each circulating weight with rounding of the NRR and of the weighted NRR to {none, 2, 3}
    decimals. Empty: the stated index does not follow from these NRR.
    """
    return tuple(cara for cara in _ways(versi, len(nrr)) if _gives(versi, nrr, cara, tertulis))


def possible_mean(nrr: Decimal, responden: int, desimal: int) -> bool:
    """Whether whole answers of `responden` people can have this mean, written with `desimal` decimals (GRIM).

    The sum of answers is whole, so with few respondents many means cannot occur.
    """
    if responden < 1:
        raise UnusableInput(("responden",), "jumlah responden harus paling sedikit 1")
    half = Fraction(1, 2 * 10**desimal)
    lowest = ceil((Fraction(nrr) - half) * responden)
    return lowest < (Fraction(nrr) + half) * responden


def _ways(versi: VersiSkm, banyak_unsur: int) -> Iterator[Cara]:
    for bobot, nrr, tertimbang in product(weights(versi, banyak_unsur), ROUNDINGS, ROUNDINGS):
        yield Cara(bobot=bobot, desimal_nrr=nrr, desimal_tertimbang=tertimbang)


def _gives(versi: VersiSkm, nrr: Sequence[Fraction], cara: Cara, tertulis: Decimal) -> bool:
    exponent = tertulis.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return half_up(ikm_by(versi, nrr, cara), places) == tertulis


def _rounded(value: Fraction, places: int | None) -> Fraction:
    return value if places is None else Fraction(half_up(value, places))
