"""Counts of people are rounded together, so that no single person's result can be worked out from them.

Source: UU 14/2008 Pasal 17 huruf h angka 4 and UU 27/2022 [verify]; controlled rounding after Cox 1987. What is here
can be followed with a pencil, for worked examples; whole tables are protected and attacked by programs of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from kinerja.model.aturan_layanan import VersiPenyamaran
from kinerja.rules.errors import UnusableInput
from kinerja.rules.pola_distribusi import Rentang

# With more parts there are too many ways to write down.
BAGIAN = 5


def neighbours(hitungan: int, kelipatan: int) -> tuple[int, ...]:
    """A count is printed as one of its two neighbouring multiples; a multiple stays as it is."""
    if hitungan < 0:
        raise UnusableInput((), "hitungan orang tidak boleh negatif")
    below = hitungan - hitungan % kelipatan
    return (below,) if below == hitungan else (below, below + kelipatan)


def nearest(hitungan: int, kelipatan: int) -> int:
    """Conventional rounding: each count by itself to the nearest multiple, as others do and this portal does not."""
    return (2 * hitungan + kelipatan) // (2 * kelipatan) * kelipatan


def together(bagian: Sequence[int], kelipatan: int) -> Iterator[tuple[tuple[int, ...], int]]:
    """Parts are rounded together: only so that they still add up to a neighbouring multiple of their sum."""
    if not 2 <= len(bagian) <= BAGIAN:
        raise UnusableInput(("bagian",), f"tulis dua sampai {BAGIAN} hitungan")
    totals = neighbours(sum(bagian), kelipatan)
    for printed in product(*(neighbours(one, kelipatan) for one in bagian)):
        if sum(printed) in totals:
            yield printed, sum(printed)


def known(terbit: int, kelipatan: int, pegawai: int | None = None, *, sendiri: bool = False) -> Rentang:
    """What a printed count says of the true one: less than a step away, not negative, no more than there are people.

    `sendiri`: each count was rounded by itself to the nearest multiple, so it is at most half a step away.
    """
    if terbit < 0 or terbit % kelipatan:
        raise UnusableInput(("terbit",), f"angka terbit harus kelipatan {kelipatan}")
    step = kelipatan // 2 if sendiri else kelipatan - 1
    high = terbit + step if pegawai is None else min(terbit + step, pegawai)
    if max(0, terbit - step) > high:
        raise UnusableInput(("jumlah_pegawai",), "pegawai lebih sedikit daripada yang mungkin untuk angka terbit ini")
    return Rentang(max(0, terbit - step), high)


def rest(semua: Rentang, lain: Sequence[Rentang]) -> Rentang:
    """Subtraction: what is left of a total when the other parts are taken away, for whoever knows only bounds."""
    low = semua.paling_sedikit - sum(one.paling_banyak for one in lain)
    high = semua.paling_banyak - sum(one.paling_sedikit for one in lain)
    if high < 0:
        raise UnusableInput(("terbit_lain",), "hitungan lain lebih besar daripada hitungan seluruhnya")
    return Rentang(max(0, low), high)


def is_safe(versi: VersiPenyamaran, rentang: Rentang, pegawai: int | None = None) -> bool:
    """Enough counts stay possible, and enough people of the group may be in another class."""
    low, high = rentang
    width, room = versi.lebar_minimal, versi.ruang_homogen
    if pegawai is None:
        return high - low >= width
    return high - low >= min(width, pegawai) and pegawai - low >= min(room, pegawai)


def printable(versi: VersiPenyamaran, hitungan: int, pegawai: int) -> tuple[int, ...]:
    """Protective bound: a count is not rounded to where its group's size would prove that all share a class."""
    if hitungan > pegawai:
        raise UnusableInput(("benar",), "hitungan ini lebih besar daripada banyak pegawai kelompoknya")
    found = neighbours(hitungan, versi.kelipatan)
    return tuple(one for one in found if is_safe(versi, known(one, versi.kelipatan, pegawai), pegawai))
