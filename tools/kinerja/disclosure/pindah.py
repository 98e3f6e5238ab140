"""Groups whose people changed between two releases of one period: those who left or came are a group of their own.

118 people, and 115 after a part was moved to another unit: the old table without the new one is the three. Whoever
subtracts takes it that nobody's rating changed; where that cannot be true, only of those who stayed in these groups.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kinerja.disclosure.batas import Batas, TidakMungkin, possible
from kinerja.disclosure.belahan import Kelompok
from kinerja.disclosure.rilis import Baca, former, no_place, release, without_places
from kinerja.disclosure.satukan import Satuan, marked
from kinerja.disclosure.tabel import JUMLAH, Sistem, linked_by
from kinerja.model.hasil import Hasil

LAMA, KELUAR, MASUK = ("rilis", "rilis sebelumnya"), ("rilis", "yang keluar"), ("rilis", "yang masuk")


@dataclass(frozen=True, slots=True)
class Perpindahan:
    """A former release and the present one as one system, and the groups in it that this says something of."""

    batas: Batas
    kelompok: frozenset[Kelompok]


def moves(batas: Batas, tables: Sequence[Hasil], earlier: Sequence[Hasil], baca: Baca) -> Iterator[Perpindahan]:
    """Each former release in which groups had another size than now."""
    for documents in _states(tables, earlier):
        old = without_places(baca([no_place(hasil) for hasil in documents]))
        changes = _changes(batas.sistem, old)
        groups = frozenset(
            marked(kelompok, tanda)
            for kelompok, change in changes.items() if change
            for tanda in (None, LAMA, _moved(change))
        )  # fmt: skip
        for others in (True, False) if groups else ():
            try:
                yield Perpindahan(possible(_linked(batas.sistem, old, changes, others)), groups)
            except TidakMungkin:
                continue
            break


def _states(tables: Sequence[Hasil], earlier: Sequence[Hasil]) -> Iterator[list[Hasil]]:
    """All tables of a set as they were at each former release; one that did not change then is that of before."""
    every = sorted((old for old in earlier if linked_by(old) == linked_by(tables[0])), key=release)
    for moment in sorted({release(old) for old in former(tables, earlier)}):
        yield [*{old.tabel: old for old in (*every, *tables) if release(old) <= moment}.values()]


def _changes(now: Sistem, old: Sistem) -> Mapping[Kelompok, int]:
    """How many more people each group has that both releases rate, where both sizes are known exactly."""
    sizes, before = _sizes(now), _sizes(old)
    return {kelompok: n - before[kelompok] for kelompok, n in sizes.items() if kelompok in before}


def _sizes(sistem: Sistem) -> Mapping[Kelompok, int]:
    rated = {sel.kelompok for sel in sistem.sel if sel.hitungan in sistem.kelas}
    return {
        sel.kelompok: sel.bawah
        for sel in sistem.sel
        if sel.hitungan == JUMLAH and sel.kelompok in rated and sel.bawah == sel.atas
    }


def _moved(change: int) -> tuple[str, str]:
    return MASUK if change > 0 else KELUAR


def _linked(now: Sistem, old: Sistem, changes: Mapping[Kelompok, int], others: bool) -> Sistem:
    """Both releases in one system: a larger group is the smaller one and those who moved; if `others`, the groups that
    kept their size are the same people as before."""
    satuan = Satuan(now.kelas)
    satuan.add(now)
    satuan.add(old, LAMA)
    for kelompok, change in changes.items():
        before, moved = marked(kelompok, LAMA), marked(kelompok, _moved(change))
        if change:
            large, small = (kelompok, before) if change > 0 else (before, kelompok)
            satuan.sums(large, (small, moved))
        elif others:
            satuan.sums(before, (kelompok,))
    return satuan.whole()
