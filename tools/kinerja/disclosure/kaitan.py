"""The tables of a period before rounding: one list of true counts with every sum that ties them, and their bounds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kinerja.disclosure.belahan import SELAIN, atoms, group_of
from kinerja.disclosure.belahan import Kelompok as Kunci
from kinerja.disclosure.pembulatan import Soal
from kinerja.disclosure.rencana import Kelompok, Rancangan, counts_of
from kinerja.disclosure.tabel import JUMLAH, Hubungan, Sistem, read
from kinerja.model.aturan_layanan import VersiPenyamaran
from kinerja.model.hasil import KELAS, BarisHasil, Hasil

Sel = tuple[Kunci, str]
# The name of a group that only `link` knows: those of one group who are not in another.
BESIDE = "di samping"


@dataclass(frozen=True, slots=True)
class Kaitan:
    """The counts to be rounded together, by place; `sistem` is as an outsider reads the same tables."""

    sistem: Sistem
    soal: Soal
    tempat: Mapping[Sel, int]
    hubungan: tuple[tuple[Kunci, tuple[Kunci, ...]], ...]


def row(rancangan: Rancangan, kelompok: Kelompok, hitungan: Mapping[str, int] | None = None) -> BarisHasil:
    """A row of a table: true counts, unless others are given; only `jumlah` where the others are none."""
    counts = _counts(rancangan, kelompok) if hitungan is None else hitungan
    names = {dimensi.replace("-", "_"): value for dimensi, value in kelompok.nilai}
    classes = {name: count for name, count in counts.items() if name != JUMLAH}
    if classes.keys() <= set(KELAS):
        return BarisHasil(**names, **classes, gabungan=kelompok.gabungan, jumlah=counts[JUMLAH])  # type: ignore[arg-type]
    return BarisHasil(**names, gabungan=kelompok.gabungan, jumlah=counts[JUMLAH], tingkat=classes)  # type: ignore[arg-type]


def _counts(rancangan: Rancangan, kelompok: Kelompok) -> dict[str, int]:
    found = rancangan.hitungan(kelompok)
    return {JUMLAH: sum(found), **dict(zip(rancangan.sebaran.kelas, found, strict=True))}


def link(
    rancangan: Rancangan, tables: tuple[Sequence[Hasil], Sequence[Hasil]], versi: VersiPenyamaran,
    lama: Sequence[Hasil], rumpun: Mapping[str, str] | None = None,
) -> Kaitan:  # fmt: skip
    """The system of the true tables and of their head-counts; `lama` are the releases that are published now."""
    asal, jumlah = tables
    sistem, wrong = read((*asal, *jumlah), rumpun=rumpun)
    assert not wrong, "true counts add up"
    true = _truth(rancangan, sistem)
    # Groups are sets: only an order of our own gives the same draw for the same seed.
    order = sorted(range(len(true)), key=lambda at: (sorted(sistem.sel[at].kelompok), sistem.sel[at].hitungan))
    nilai = [true[at] for at in order]
    tempat: dict[Sel, int] = {(sistem.sel[at].kelompok, sistem.sel[at].hitungan): i for i, at in enumerate(order)}
    sums: dict[Hubungan, tuple[Kunci, tuple[Kunci, ...]]] = {}
    for whole, *parts in sorted(_places(sistem, tempat)):
        if nilai[whole] == sum(nilai[at] for at in parts):
            groups = [sistem.sel[order[at]].kelompok for at in (whole, *parts)]
            sums[Hubungan(whole, tuple(parts))] = (groups[0], tuple(groups[1:]))
    for inner, outer in _nested(rancangan, versi.kelompok_minimal):
        sums |= _rest(rancangan, (inner, outer), tempat, nilai)
    printed = {tempat[group_of(baris), name] for hasil in asal for baris in hasil.baris
               for name in (JUMLAH, *baris.hitungan)}  # fmt: skip
    soal = Soal(
        nilai=nilai, hubungan=[*sums], kelipatan=versi.kelipatan,
        atas=protective_bounds(tempat, nilai, versi, printed),
        lama={tempat[sel]: value for sel, value in _published(lama, versi.kelipatan).items() if sel in tempat},
        lentur=frozenset(range(len(nilai))) - printed,
    )  # fmt: skip
    return Kaitan(sistem, soal, tempat, tuple(sums.values()))


def _places(sistem: Sistem, tempat: Mapping[Sel, int]) -> Iterator[tuple[int, ...]]:
    """The members of each sum in our order, that of which it is the sum first."""
    for satu in sistem.hubungan:
        whole, *parts = (tempat[sistem.sel[at].kelompok, sistem.sel[at].hitungan] for at in (satu.jumlah, *satu.bagian))
        yield (whole, *sorted(parts))


def _truth(rancangan: Rancangan, sistem: Sistem) -> list[int]:
    """The true count of every cell, also of groups that no table shows."""
    sebaran = rancangan.sebaran
    members: dict[tuple[str, str], int] = {}
    for i, values in enumerate(sebaran.isi):
        for dimensi, value in zip(sebaran.dimensi, values, strict=True):
            key = (dimensi.replace("-", "_"), value)
            members[key] = members.get(key, 0) | 1 << i
    counts: dict[Kunci, dict[str, int]] = {}
    for kelompok in {sel.kelompok for sel in sistem.sel}:
        butir = (1 << len(sebaran.isi)) - 1
        for name, value in kelompok:
            named = 0
            for one in atoms(value.removeprefix(SELAIN)):
                named |= members.get((name, one), 0)
            butir &= ~named if value.startswith(SELAIN) else named
        found = counts_of(sebaran, butir)
        counts[kelompok] = {JUMLAH: sum(found), **dict(zip(sebaran.kelas, found, strict=True))}
    return [counts[sel.kelompok][sel.hitungan] for sel in sistem.sel]


def protective_bounds(
    tempat: Mapping[Sel, int], nilai: Sequence[int], versi: VersiPenyamaran, printed: Collection[int]
) -> dict[int, int]:
    """The highest value of each class that leaves room: whoever knows the size n of the group, and that a published r
    stands for at least r − (base − 1), must not learn that all of them, or all but one, are in one class.

    Of people beside a group that another one holds the difference of two published counts is known.
    """
    step, room = versi.kelipatan - 1, max(versi.ruang_homogen, versi.lebar_minimal)
    found = {}
    for (kelompok, hitungan), place in tempat.items():
        steps = 1 if place in printed else 2 if any(name == BESIDE for name, _ in kelompok) else 0
        if steps and hitungan != JUMLAH:
            found[place] = nilai[tempat[kelompok, JUMLAH]] + steps * step - room
    return found


def _nested(rancangan: Rancangan, minimal: int) -> Iterator[tuple[Kelompok, Kelompok]]:
    """Groups of different tables of which one holds the other and few, or no, people beside it."""
    groups = sorted((one for tabel in rancangan.tabel for one in tabel.kelompok), key=lambda one: one.jumlah)
    for i, inner in enumerate(groups):
        for outer in groups[i + 1 :]:
            if outer.jumlah - inner.jumlah >= minimal:
                break
            split = set(outer.nilai) < set(inner.nilai)
            if inner.butir & outer.butir == inner.butir and not split and inner.nilai != outer.nilai:
                yield inner, outer


def _rest(
    rancangan: Rancangan, pair: tuple[Kelompok, Kelompok], tempat: dict[Sel, int], nilai: list[int]
) -> dict[Hubungan, tuple[Kunci, tuple[Kunci, ...]]]:
    """The sums `outer = inner + those beside it`; who is beside it gets counts of its own, that no table shows."""
    inner, outer = (group_of(row(rancangan, one)) for one in pair)
    beside: Kunci = frozenset(((BESIDE, str(sorted(inner))), *outer))
    whole, part = (_counts(rancangan, one) for one in reversed(pair))
    found: dict[Hubungan, tuple[Kunci, tuple[Kunci, ...]]] = {}
    for name in whole:
        if (inner, name) in tempat and (outer, name) in tempat:
            parts = [tempat[inner, name]]
            if pair[0].jumlah != pair[1].jumlah:
                tempat[beside, name] = len(nilai)
                nilai.append(whole[name] - part[name])
                parts.append(tempat[beside, name])
            found[Hubungan(tempat[outer, name], tuple(parts))] = (outer, (inner,))
    return found


def _published(lama: Sequence[Hasil], kelipatan: int) -> dict[Sel, int]:
    """What was published before, rounded to the same base."""
    return {
        (group_of(baris), name): count
        for hasil in lama
        if hasil.kelipatan == kelipatan
        for baris in hasil.baris
        for name, count in {JUMLAH: baris.jumlah, **baris.hitungan}.items()
        if count is not None
    }
