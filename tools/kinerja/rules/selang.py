"""A 95 % interval: Wilson's score for shares, and by effective sample size for means; order statistics for medians.

Source: data/aturan/selang.yaml (Wilson 1927; Korn and Graubard 1998); Newcombe 1998 for differences (MOVER). No
regulation asks for intervals; the level is this portal's choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, isqrt

from kinerja.model.aturan_layanan import VersiSelang, VersiSkm
from kinerja.rules.errors import UnusableInput

# Decimals of a square root, and of a bound (rounded away from the estimate).
_ROOT_PLACES = 20
_BOUND_PLACES = 12
# Up to here the ranks come from the binomial distribution itself.
_EXACT_RANKS = 1000


@dataclass(frozen=True, slots=True)
class Selang:
    """An interval; `atas` None: not bounded, or not yet."""

    bawah: Fraction
    atas: Fraction | None


def is_small(versi: VersiSelang, n: int) -> bool:
    """Whether a figure from `n` observations is called a small sample.

    Source: data/aturan/selang.yaml, `n_kecil`.
    """
    return n < versi.n_kecil


def wilson(versi: VersiSelang, berhasil: int, n: int) -> Selang:
    """The score interval of a proportion, as fractions of 1.

    Source: Wilson 1927.
    """
    if n < 1:
        raise UnusableInput(("n",), "selang memerlukan sedikitnya satu pengamatan")
    if not 0 <= berhasil <= n:
        raise UnusableInput(("berhasil",), "banyak yang berhasil harus di antara 0 dan banyak pengamatan")
    return _score(Fraction(versi.z), Fraction(berhasil, n), Fraction(n))


def mean_interval(
    versi: VersiSelang,
    mean: Fraction,
    ragam: Fraction,
    n: int,
    populasi: int | None,
    minimum: int = 1,
    maksimum: int = 4,
    terkecil: int | None = None,
) -> Selang:
    """Wilson's interval of a mean of bounded answers, with an effective sample size.

    n* = n ÷ deff × (z ÷ t)² ÷ (1 − n/N), where deff = variance ÷ ((max − min)² p (1 − p)), and p is the mean as a
    fraction of the scale. Answers that are all alike tell nothing of the spread: deff is 1 then. Everyone asked: the
    interval is the point. One answer: the whole scale. For a mean of several questions, `terkecil` is how many answered
    the least answered one: t and the share of the population go by it.

    Source: Korn and Graubard 1998 (effective sample size); Cochran 1977 (finite population).
    """
    _refuse_unusable(mean, ragam, n, populasi, minimum, maksimum)
    least = n if terkecil is None else terkecil
    if populasi == least:
        return Selang(mean, mean)
    if least == 1:
        return Selang(Fraction(minimum), Fraction(maksimum))
    width = maksimum - minimum
    share = (mean - minimum) / width
    binomial = width**2 * share * (1 - share)
    deff = ragam / binomial if ragam and binomial else Fraction(1)
    z = Fraction(versi.z)
    effective = n / deff * (z / _student(z, least - 1)) ** 2
    if populasi is not None:
        effective /= 1 - Fraction(least, populasi)
    score = _score(z, share, effective)
    assert score.atas is not None
    return Selang(minimum + width * score.bawah, minimum + width * score.atas)


def unsur_interval(versi: VersiSelang, jawaban: Sequence[int], populasi: int | None) -> Selang:
    """The interval of an unsur's mean answer, from how many people gave 1, 2, 3, 4.

    Source: as `mean_interval`.
    """
    n = sum(jawaban)
    if n < 1 or min(jawaban) < 0:
        raise UnusableInput(("jawaban",), "selang memerlukan sedikitnya satu jawaban, dan tidak ada yang negatif")
    total = sum(value * count for value, count in enumerate(jawaban, 1))
    squares = sum(value * value * count for value, count in enumerate(jawaban, 1))
    ragam = Fraction(n * squares - total * total, n * (n - 1)) if n > 1 else Fraction(0)
    return mean_interval(versi, Fraction(total, n), ragam, n, populasi, maksimum=len(jawaban))


def ikm_interval(
    versi: VersiSelang, versi_skm: VersiSkm, nrr: Sequence[Fraction], ragam: Fraction, n: int, populasi: int | None,
    terkecil: int | None = None,
) -> Selang:  # fmt: skip
    """The interval of the IKM: that of the mean of all NRR × pengali; `ragam` is on the scale of the answers.

    `terkecil`: how many answered the unsur that the fewest answered; everybody where it is left out.

    Source: as `mean_interval`; the index by PermenPANRB 14/2017.
    """
    if not nrr:
        raise UnusableInput(("nrr",), "IKM memerlukan sedikitnya satu unsur")
    mean = sum(nrr, start=Fraction(0)) / len(nrr)
    top = versi_skm.jawaban_maksimal
    selang = mean_interval(versi, mean, ragam, n, populasi, maksimum=top, terkecil=terkecil)
    assert selang.atas is not None
    return Selang(selang.bawah * versi_skm.pengali, selang.atas * versi_skm.pengali)


def difference(lama: Fraction, selang_lama: Selang, baru: Fraction, selang_baru: Selang) -> Selang:
    """The interval of baru − lama from the two intervals, by squaring and adding their distances (MOVER).

    Raises UnusableInput where the old interval has no upper bound: the difference then has no lower one.

    Source: Newcombe 1998; Zou and Donner 2008.
    """
    if selang_lama.atas is None:
        raise UnusableInput(("selang_lama",), "selang yang lama belum mempunyai batas atas")
    selisih = baru - lama
    down = _root((baru - selang_baru.bawah) ** 2 + (selang_lama.atas - lama) ** 2)
    if selang_baru.atas is None:
        return Selang(selisih - down, None)
    up = _root((selang_baru.atas - baru) ** 2 + (lama - selang_lama.bawah) ** 2)
    return Selang(selisih - down, selisih + up)


def median_ranks(versi: VersiSelang, n: int) -> tuple[int, int]:
    """Ranks, from 1, of the two ordered observations that bound the median at the level of the interval.

    Exact by the binomial distribution up to 1,000 observations, then by its normal approximation, rounded away from the
    median. (0, n + 1): so few observations that not even the smallest and the largest bound it.

    Source: Thompson 1936; David and Nagaraja 2003, section 7.1.
    """
    if n < 0:
        raise UnusableInput(("n",), "banyak pengamatan tidak boleh negatif")
    if n > _EXACT_RANKS:
        half = Fraction(n) / 2 - Fraction(versi.z) * _root(Fraction(n)) / 2
        lower = floor(half)
    else:
        lower = _binomial_rank((1 - Fraction(versi.tingkat)) / 2, n)
    return lower, n + 1 - lower


def _binomial_rank(tail: Fraction, n: int) -> int:
    """The largest rank r with P(X < r) at most `tail`, X the heads of n fair coins; 0 where there is none."""
    allowed = tail * 2**n
    rank, term, below = 0, 1, 0
    while below + term <= allowed:
        below += term
        term = term * (n - rank) // (rank + 1)
        rank += 1
    return rank


def _refuse_unusable(
    mean: Fraction, ragam: Fraction, n: int, populasi: int | None, minimum: int, maksimum: int
) -> None:
    if n < 1:
        raise UnusableInput(("n",), "selang memerlukan sedikitnya satu jawaban")
    if not minimum <= mean <= maksimum:
        raise UnusableInput(("nrr",), "nilai rata-rata berada di luar skala jawaban")
    if ragam < 0:
        raise UnusableInput(("ragam",), "ragam tidak boleh negatif")
    if populasi is not None and populasi < n:
        raise UnusableInput(("populasi",), "pengguna layanan lebih sedikit daripada responden")


def _score(z: Fraction, share: Fraction, n: Fraction) -> Selang:
    """Wilson's interval, within 0 and 1; its bounds have 12 decimals, rounded outwards."""
    square = z * z
    half = z * _root(n * share * (1 - share) + square / 4)
    centre = n * share + square / 2
    unit = 10**_BOUND_PLACES
    lower = Fraction(floor((centre - half) / (n + square) * unit), unit)
    upper = Fraction(ceil((centre + half) / (n + square) * unit), unit)
    return Selang(max(Fraction(0), lower), min(Fraction(1), upper))


def _student(z: Fraction, freedom: int) -> Fraction:
    """Student's t quantile from the normal one, by the first four terms of its expansion (Cornish and Fisher).

    Off by at most 0.15 % from 3 degrees of freedom on; with fewer the interval is the whole scale, or almost.
    """
    return (
        z
        + (z**3 + z) / (4 * freedom)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
        + (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / (92160 * freedom**4)
    )


def _root(value: Fraction) -> Fraction:
    """The square root, cut off after 20 decimals; exact where it has no more."""
    scaled = value * 10 ** (2 * _ROOT_PLACES)
    return Fraction(isqrt(scaled.numerator // scaled.denominator), 10**_ROOT_PLACES)
