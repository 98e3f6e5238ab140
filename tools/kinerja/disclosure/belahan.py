"""Which groups of people divide which: every split that an outsider can see in a period's tables.

A group is a mapping of dimension to value. A value that was merged of several reads `a+b`, what a table leaves out of
a split reads `selain a`; so the same people have the same name in every table.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kinerja.model.hasil import LAINNYA, BarisHasil

Kelompok = frozenset[tuple[str, str]]
# What the published sizes say of a split: whether its parts are all; `kurang-bulat` where only rounded sizes tell so.
Keadaan = Literal["lengkap", "kurang", "kurang-bulat", "lebih", "tidak-diketahui"]
Ukuran = Callable[[Kelompok, Sequence[Kelompok]], Keadaan]

SEMUA: Kelompok = frozenset()
SELAIN = "selain "
# What only has a meaning inside another dimension: ids of parts are unique within their unit.
SARANG = {"bagian": "perangkat_daerah"}
DIMENSI = ("perangkat_daerah", "bagian", "jabatan", "rumpun_jabatan", "golongan", "jenis_kelamin", "wilayah",
           "indikator")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Belahan:
    """`bagian` together are exactly the people of `induk`."""

    induk: Kelompok
    dimensi: str
    bagian: tuple[Kelompok, ...]


def group_of(baris: BarisHasil) -> Kelompok:
    """The group of a row."""
    values = {key: value for key in DIMENSI if (value := getattr(baris, key)) is not None}
    if baris.gabungan and values:
        merged = next((key for key, value in values.items() if value == LAINNYA), [*values][-1])
        own = set() if values[merged] == LAINNYA else {values[merged]}
        values[merged] = "+".join(sorted({*own, *baris.gabungan}))
    return frozenset(values.items())


def atoms(value: str) -> frozenset[str]:
    """The values that a merged one is made of."""
    return frozenset((value,) if value.startswith(SELAIN) else value.split("+"))


def overlap(one: str, other: str) -> bool:
    """Whether two values of a dimension may share people; a rest shares them with everything that it is not without."""
    rests = [value.removeprefix(SELAIN) for value in (one, other) if value.startswith(SELAIN)]
    if not rests:
        return bool(atoms(one) & atoms(other))
    plain = [value for value in (one, other) if not value.startswith(SELAIN)]
    return not plain or not atoms(plain[0]) <= atoms(rests[0])


def _apart(values: Iterable[str], taken: Iterable[str]) -> list[str]:
    """Values that share nobody with those taken, nor with each other; undivided ones first."""
    chosen: list[str] = []
    for value in sorted(values, key=lambda value: (len(atoms(value)), value)):
        if not any(overlap(value, other) for other in (*taken, *chosen)):
            chosen.append(value)
    return chosen


def _without(kelompok: Kelompok) -> Iterator[tuple[Kelompok, str, str]]:
    """Each group that has this one as a part: itself, the dimension of the split, the value in it."""
    keys = {key for key, _ in kelompok}
    for key, value in sorted(kelompok):  # sets have another order in each process
        if not any(inner in keys and outer == key for inner, outer in SARANG.items()):
            yield kelompok - {(key, value)}, key, value


Anak = Mapping[tuple[Kelompok, str], Mapping[str, Kelompok]]


def _children(rows: Iterable[Kelompok]) -> Anak:
    """By group and dimension the parts of a table, groups that it only implies included."""
    found: dict[tuple[Kelompok, str], dict[str, Kelompok]] = defaultdict(dict)
    todo, seen = list(rows), set()
    while todo:
        kelompok = todo.pop()
        if kelompok in seen:
            continue
        seen.add(kelompok)
        for parent, key, value in _without(kelompok):
            found[parent, key][value] = kelompok
            todo.append(parent)
    return found


@dataclass(frozen=True, slots=True)
class _Tabel:
    """One table: its splits as it shows them, and (in `baris` and `anak`) with the groups that it leaves out; of all
    tables the values of each dimension, what is known of sizes, and which groups there are."""

    asli: Anak
    baris: tuple[Kelompok, ...]
    anak: Anak
    nilai: Mapping[str, set[str]]
    ukuran: Ukuran
    dihuni: frozenset[Kelompok]

    def state(self, induk: Kelompok, key: str) -> Keadaan:
        """Whether the parts are all of the group, as far as published sizes tell."""
        parts = self.asli.get((induk, key))
        if parts:
            return self.ukuran(induk, [*parts.values()])
        return "kurang" if induk in self.dihuni else "tidak-diketahui"

    def parts(self, induk: Kelompok, key: str) -> dict[str, Kelompok]:
        """The parts that the table shows, and of those that it leaves out as many as share nobody."""
        shown, every = self.asli.get((induk, key), {}), self.anak[induk, key]
        return {**shown, **{value: every[value] for value in _apart(every, shown)}}

    def covered(self, induk: Kelompok, key: str, value: str) -> bool:
        """Whether a part that is there holds the people of this value already."""
        return any(overlap(value, other) for other in self.anak.get((induk, key), ()))

    def missing(self, induk: Kelompok, key: str) -> Iterator[Kelompok]:
        """Parts that the table does not show but that may have people: not those that sums prove to be empty."""
        for value in _apart(() if key in SARANG else self.nilai[key], self.anak[induk, key]):
            kelompok = induk | {(key, value)}
            above = [(p, k, v) for p, k, v in _without(kelompok)]
            states = {self.state(p, k) for p, k, _ in above}
            if any(self.covered(p, k, v) for p, k, v in above) or (
                states & {"kurang", "kurang-bulat"} and "lengkap" not in states
            ):
                yield kelompok


def _families(rows: Sequence[Kelompok], rumpun: Mapping[str, str]) -> Iterator[Kelompok]:
    """The posts of a table within their families, which everybody knows: so all posts of a family are the family."""
    posts = [(kelompok, values) for kelompok in rows if "jabatan" in (values := dict(kelompok))]
    of = {kelompok: {rumpun.get(one, LAINNYA) for one in atoms(values["jabatan"])} for kelompok, values in posts}
    torn = {family for families in of.values() if len(families) > 1 for family in families}
    for kelompok, values in posts:
        if rumpun and "rumpun_jabatan" not in values and not of[kelompok] & torn:
            yield kelompok | {("rumpun_jabatan", next(iter(of[kelompok])))}


def splits(
    tables: Sequence[Sequence[Kelompok]], ukuran: Ukuran, rumpun: Mapping[str, str] | None = None
) -> tuple[Belahan, ...]:
    """Every split of every table; what a table leaves out is a part of its own."""
    terbit = frozenset(kelompok for rows in tables for kelompok in rows)
    if any(key == "rumpun_jabatan" for kelompok in terbit for key, _ in kelompok):
        tables = [[*rows, *_families(rows, rumpun or {})] for rows in tables]
    pooled: dict[tuple[Kelompok, str], set[str]] = defaultdict(set)
    nilai: dict[str, set[str]] = defaultdict(set)
    for rows in tables:
        for at, parts in _children(rows).items():
            pooled[at].update(*map(_whole, parts))
            nilai[at[1]].update(*map(_whole, parts))
    dihuni = frozenset(induk | {(key, value)} for (induk, key), values in pooled.items() for value in values)
    found: dict[Belahan, None] = {}
    for rows in tables:
        tabel = _Tabel(_shown(rows), tuple(rows), _children(rows), nilai, ukuran, dihuni | {SEMUA})
        while more := dict.fromkeys(_left_out(tabel, pooled)):
            baris = (*tabel.baris, *more)
            tabel = replace(tabel, baris=baris, anak=_children(baris))
        for induk, key in tabel.anak:
            groups = _completed(induk, key, tabel.parts(induk, key), pooled[induk, key], ukuran)
            found[Belahan(induk, key, tuple(sorted(groups, key=sorted)))] = None
    return tuple(dict.fromkeys((*found, *_merged(terbit, tuple(found)))))


def _shown(rows: Sequence[Kelompok]) -> Anak:
    """The splits of a table as it shows them: its rows, and of what these imply only what shares nobody with them."""
    real = frozenset(rows)
    found = {}
    for at, parts in _children(rows).items():
        own = {value: kelompok for value, kelompok in parts.items() if kelompok in real}
        found[at] = {**own, **{value: parts[value] for value in _apart(parts, own)}}
    return found


def _whole(value: str) -> set[str]:
    """A value and what it was merged of."""
    return {value, *atoms(value)}


def _left_out(tabel: _Tabel, pooled: Mapping[tuple[Kelompok, str], set[str]]) -> Iterator[Kelompok]:
    """Groups that the table has no rows for, but that hold people: of the values that are known, or of all others."""
    for induk, key in tabel.anak:
        missing = [*tabel.missing(induk, key)]
        yield from missing
        groups = _completed(induk, key, tabel.parts(induk, key), pooled[induk, key], tabel.ukuran)
        if not missing and tabel.ukuran(induk, groups) == "kurang":
            yield induk | {(key, SELAIN + "+".join(sorted(dict(kelompok)[key] for kelompok in groups)))}


def _completed(
    induk: Kelompok, key: str, parts: Mapping[str, Kelompok], pool: Iterable[str], ukuran: Ukuran
) -> list[Kelompok]:  # fmt: skip
    """The parts, with those that only other tables show where these are not all, or nothing says that they are."""
    groups = [*parts.values()]
    state = ukuran(induk, groups)
    if state not in ("kurang", "tidak-diketahui"):
        return groups
    more = [induk | {(key, value)} for value in _apart(pool, parts)]
    return groups if state == "kurang" and ukuran(induk, [*groups, *more]) == "lebih" else [*groups, *more]


def _merged(terbit: Iterable[Kelompok], found: Sequence[Belahan]) -> Iterator[Belahan]:
    """Merged groups as the sum of what they are made of, where that occurs elsewhere too."""
    known = {*terbit, *(kelompok for split in found for kelompok in (split.induk, *split.bagian))}
    uses: Counter[Kelompok] = Counter()
    merges = []
    for kelompok in sorted(known, key=sorted):
        for key, value in sorted(kelompok):
            parts = atoms(value)
            if len(parts) > 1 and not value.startswith(SELAIN):
                rest = kelompok - {(key, value)}
                merges.append(Belahan(kelompok, key, tuple(rest | {(key, part)} for part in sorted(parts))))
                uses.update(merges[-1].bagian)
    return (merge for merge in merges if any(part in known or uses[part] > 1 for part in merge.bagian))


def useful(found: Sequence[Belahan], dinilai: Iterable[Kelompok]) -> tuple[tuple[Belahan, ...], tuple[Belahan, ...]]:
    """The splits that say anything about groups whose ratings are published, and the rests that were put together for
    it: several unpublished parts of one group are told apart by nobody, so they count as one."""
    rated = frozenset(dinilai)
    rests: list[Belahan] = []
    kept = [*found]
    while True:
        count = Counter(kelompok for split in kept for kelompok in (split.induk, *split.bagian))
        lone = {kelompok for kelompok, times in count.items() if times == 1 and kelompok not in rated}
        nxt = [_narrowed(split, lone, rests) for split in kept if split.induk not in lone]
        nxt = [split for split in nxt if not lone.issuperset(split.bagian)]
        if nxt == kept:
            return tuple(kept), tuple(rest for rest in rests if any(rest.induk in split.bagian for split in kept))
        kept = nxt


def _narrowed(split: Belahan, lone: set[Kelompok], rests: list[Belahan]) -> Belahan:
    alone = [part for part in split.bagian if part in lone]
    if len(alone) < 2 or len(alone) == len(split.bagian):
        return split
    others = tuple(part for part in split.bagian if part not in lone)
    values = "+".join(sorted(dict(part).get(split.dimensi, "") for part in others))
    rest = split.induk | {(split.dimensi, SELAIN + values)}
    rests.append(Belahan(rest, split.dimensi, tuple(alone)))
    return Belahan(split.induk, split.dimensi, (*others, rest))
