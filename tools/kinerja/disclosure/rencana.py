"""Redesign: which groups the plan of tables lets through, after small ones were merged inside their parents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kinerja.disclosure.gabung_kecil import Syarat, conditions, merged
from kinerja.model.aturan_layanan import TabelRencana, VersiPenyamaran
from kinerja.model.hasil import LAINNYA, Dimensi

Nilai = tuple[tuple[Dimensi, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sebaran:
    """How many people have each combination of values (in the order of `dimensi`) and each class.

    `urutan` is the order in which the values of a dimension are shown; others follow by name, `lainnya` last.
    """

    dimensi: tuple[Dimensi, ...]
    kelas: tuple[str, ...]
    isi: Mapping[tuple[str, ...], tuple[int, ...]]
    urutan: Mapping[Dimensi, Sequence[str]] = field(default_factory=dict)

    def tempat(self, nilai: Nilai) -> tuple[tuple[bool, int, str], ...]:
        """What a group is sorted by."""
        found = []
        for dimensi, value in nilai:
            order = self.urutan.get(dimensi, ())
            found.append((value == LAINNYA, order.index(value) if value in order else len(order), value))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Kelompok:
    """A group of a table. `butir` has a bit for each combination of values that belongs to it."""

    nilai: Nilai
    butir: int
    jumlah: int
    gabungan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TabelRancangan:
    """The groups of one table of the plan."""

    tabel: str
    dimensi: tuple[Dimensi, ...]
    kelompok: tuple[Kelompok, ...]


@dataclass(frozen=True, slots=True)
class Rancangan:
    """The tables of a period. `bersama` are groups that no table shows but whose size everybody knows."""

    sebaran: Sebaran
    tabel: tuple[TabelRancangan, ...]
    bersama: tuple[Kelompok, ...] = ()

    def hitungan(self, kelompok: Kelompok) -> tuple[int, ...]:
        """How many of each class belong to a group."""
        return counts_of(self.sebaran, kelompok.butir)


def counts_of(sebaran: Sebaran, butir: int) -> tuple[int, ...]:
    """How many of each class are in the combinations of a group."""
    rows = [*sebaran.isi.values()]
    return tuple(map(sum, zip(*(rows[i] for i in _bits(butir)), strict=True))) or (0,) * len(sebaran.kelas)


def _bits(butir: int) -> Iterator[int]:
    """The places of the bits that are set."""
    while butir:
        lowest = butir & -butir
        yield lowest.bit_length() - 1
        butir ^= lowest


def everybody(sebaran: Sebaran) -> Kelompok:
    """The group of all."""
    return Kelompok((), (1 << len(sebaran.isi)) - 1, sum(map(sum, sebaran.isi.values())))


def design(sebaran: Sebaran, versi: VersiPenyamaran, tanpa: frozenset[Dimensi] = frozenset()) -> Rancangan:
    """The tables of the plan whose dimensions are known. No table is divided by the dimensions in `tanpa`."""
    tables = [
        _table(sebaran, rencana, versi)
        for rencana in versi.rencana
        if set(rencana.dimensi) <= set(sebaran.dimensi) - tanpa
    ]
    return Rancangan(sebaran, tuple(table for table in tables if table.kelompok), (everybody(sebaran),))


def _table(sebaran: Sebaran, rencana: TabelRencana, versi: VersiPenyamaran) -> TabelRancangan:
    # An outer dimension that tells nobody apart is left out, unless it is the unit: a part means nothing without it.
    # Where its values had to be merged, there is no table that the inner ones could be linked with.
    semua, city = everybody(sebaran), conditions(versi, printed=False)
    first = split(sebaran, semua, rencana.dimensi[0], city)
    nested = rencana.hierarki[1:] == ("jabatan",)
    if nested and any(group.gabungan for group in first):
        return TabelRancangan(rencana.tabel, rencana.dimensi, ())
    outer = rencana.hierarki[:1] if nested and len(first) < 2 else ()
    dimensi = tuple(satu for satu in rencana.dimensi if satu not in outer)
    groups: tuple[Kelompok, ...] = (semua,)
    syarat = city
    for satu in dimensi:
        # A row can tell of one merged value only, so a merged group stays whole.
        free = [one for one in groups if not one.gabungan]
        if satu in rencana.hierarki[1:] or satu == dimensi[0]:
            found = {group.nilai: split(sebaran, group, satu, syarat) for group in free}
        else:
            found = _crossed(sebaran, free, split(sebaran, semua, satu, city), syarat)
        # Values that mean something by themselves are all there, so that the table is of everybody.
        whole = len(dimensi) > 1 and satu in rencana.hierarki[1:] and satu != "bagian"
        parts = [found.get(group.nilai) or (_undivided(sebaran, group, satu) if whole else ()) for group in groups]
        groups = tuple(child for part in parts for child in part)
        syarat = conditions(versi, printed=True)
    return TabelRancangan(rencana.tabel, dimensi, groups)


def split(sebaran: Sebaran, group: Kelompok, dimensi: Dimensi, syarat: Syarat) -> tuple[Kelompok, ...]:
    """The parts of a group by one more dimension; none where one of them would be too small whatever is merged."""
    sizes: Counter[str] = Counter()
    bits: dict[str, int] = {}
    for value, i, n in _members(sebaran, group, dimensi):
        sizes[value] += n
        bits[value] = bits.get(value, 0) | 1 << i
    shown = merged(sizes, syarat)
    found = []
    for name in dict.fromkeys(shown.values()):
        values = sorted(value for value, into in shown.items() if into == name)
        butir = sum(bits[value] for value in values)
        nilai: Nilai = (*group.nilai, (dimensi, name))
        found.append(Kelompok(nilai, butir, sum(sizes[value] for value in values), _gabungan(name, values)))
    return tuple(sorted(found, key=lambda one: sebaran.tempat(one.nilai)))


def _undivided(sebaran: Sebaran, group: Kelompok, dimensi: Dimensi) -> tuple[Kelompok, ...]:
    """A group as the only part of itself."""
    values = sorted({value for value, _, _ in _members(sebaran, group, dimensi)})
    name = values[0] if len(values) == 1 else LAINNYA
    return (replace(group, nilai=(*group.nilai, (dimensi, name)), gabungan=_gabungan(name, values)),)


def _gabungan(name: str, values: Sequence[str]) -> tuple[str, ...]:
    return tuple(values) if name == LAINNYA and [*values] != [LAINNYA] else ()


def _members(sebaran: Sebaran, group: Kelompok, dimensi: Dimensi) -> Iterator[tuple[str, int, int]]:
    place = sebaran.dimensi.index(dimensi)
    rows = [*sebaran.isi.items()]
    for i in _bits(group.butir):
        values, counts = rows[i]
        yield values[place], i, sum(counts)


def _crossed(
    sebaran: Sebaran, groups: Sequence[Kelompok], whole: Sequence[Kelompok], syarat: Syarat
) -> dict[Nilai, tuple[Kelompok, ...]]:
    """The groups divided as the whole city is; none of a group that has too few people of some part.

    All of a part in the city, less those of the groups that are shown, are a group too: who subtracts can see it. So
    groups are left out until such a rest is large enough, or empty.
    """
    kept = {group.nilai: found for group in groups if (found := _meet(sebaran, group, whole, syarat))}
    while True:
        shown: Counter[Nilai] = Counter()
        for part in (part for found in kept.values() for part in found):
            shown[part.nilai[-1:]] += part.jumlah
        small = [one.nilai for one in whole if shown[one.nilai] and 0 < one.jumlah - shown[one.nilai] < syarat.minimal]
        if not small:
            # A part that no group shows could not be told from one that nobody belongs to.
            return kept if all(shown[one.nilai] for one in whole) else {}
        last = small[0]
        sizes = {at: sum(part.jumlah for part in found if part.nilai[-1:] == last) for at, found in kept.items()}
        del kept[min((n, at) for at, n in sizes.items() if n)[1]]


def _meet(sebaran: Sebaran, group: Kelompok, whole: Sequence[Kelompok], syarat: Syarat) -> tuple[Kelompok, ...]:
    found = []
    for one in whole:
        butir = group.butir & one.butir
        jumlah = sum(counts_of(sebaran, butir))
        if 0 < jumlah < syarat.minimal:
            return ()
        if jumlah:
            found.append(Kelompok((*group.nilai, *one.nilai), butir, jumlah, one.gabungan))
    return tuple(found) if len(found) > 1 and syarat.additive(part.jumlah for part in found) else ()


def design_levels(
    sebaran: Sebaran, tabel: str, versi: VersiPenyamaran, tanpa: frozenset[Dimensi] = frozenset()
) -> Rancangan:
    """The table of an aspect: by area and indicator, the same areas merged for every indicator.

    An indicator with fewer ratings than the smallest group is left out: it cannot be merged with another one.
    """
    minimal = versi.kelompok_minimal
    by = _each(sebaran, everybody(sebaran), "indikator")
    large = [group for group in by if group.jumlah >= minimal]
    sizes: dict[str, int] = {}
    for group in large:
        for value, n in _sizes(sebaran, group, "wilayah").items():
            sizes[value] = min(n, sizes.get(value, n))
    told = sizes.keys() - {""} and "wilayah" not in tanpa
    shown = merged(sizes, Syarat(minimal=minimal)) if told else {}
    groups = [part for group in large for part in _areas(sebaran, group, shown)]
    dimensi: tuple[Dimensi, ...] = ("wilayah", "indikator") if shown else ("indikator",)
    table = TabelRancangan(tabel, dimensi, tuple(sorted(groups, key=lambda one: sebaran.tempat(one.nilai))))
    return Rancangan(sebaran, (table,) if groups else ())


def _sizes(sebaran: Sebaran, group: Kelompok, dimensi: Dimensi) -> Counter[str]:
    found: Counter[str] = Counter()
    for value, _, n in _members(sebaran, group, dimensi):
        found[value] += n
    return found


def _each(sebaran: Sebaran, group: Kelompok, dimensi: Dimensi) -> tuple[Kelompok, ...]:
    return split(sebaran, group, dimensi, Syarat(minimal=1))


def _areas(sebaran: Sebaran, group: Kelompok, shown: Mapping[str, str]) -> tuple[Kelompok, ...]:
    """An indicator by the areas that all indicators are shown by."""
    if not shown:
        return (group,)
    parts = {part.nilai[-1][1]: part for part in _each(sebaran, group, "wilayah")}
    found = []
    for name in dict.fromkeys(shown.values()):
        values = sorted(value for value, into in shown.items() if into == name and value in parts)
        if values:
            whole = parts[values[0]]
            butir, jumlah = (sum(getattr(parts[value], key) for value in values) for key in ("butir", "jumlah"))
            nilai: Nilai = (("wilayah", name), *group.nilai)
            merged_here = _gabungan(name, sorted(value for value, into in shown.items() if into == name))
            found.append(replace(whole, nilai=nilai, butir=butir, jumlah=jumlah, gabungan=merged_here))
    return tuple(found)
