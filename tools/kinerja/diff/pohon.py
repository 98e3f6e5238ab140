"""Two trees of plain YAML (mappings, lists, scalars): what was removed, changed, moved and added, each scalar once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Literal

from kinerja.diff.padan import Jalan, Padanan, canon, match

JenisUbahan = Literal["dihapus", "diubah", "dipindah", "ditambah"]


@dataclass(frozen=True, slots=True)
class Ubahan:
    """One change. `dari` is its place in the old tree (None: added), `ke` in the new one (None: removed).

    What is moved keeps its content; what changed in it is told apart. A part that is removed or added stands here
    without the items that were moved out of it or into it.
    """

    jenis: JenisUbahan
    dari: Jalan | None
    ke: Jalan | None
    lama: Any = None
    baru: Any = None


def compare(lama: Any, baru: Any) -> tuple[Ubahan, ...]:
    """Every difference, in the order of the new tree; none where both are equal."""
    if canon(lama) == canon(baru):
        return ()
    reader = _Reader(lama, match(lama, baru))
    reader.walk(lama, baru, (), ())
    return tuple(reader.found)


def apply(lama: Any, ubahan: Iterable[Ubahan]) -> Any:
    """The new tree, made of the old one and what `compare` says of it. The old tree stays as it is."""
    box = [deepcopy(lama)]
    changes = tuple(ubahan)
    for change in changes:
        if change.jenis == "diubah":
            assert change.dari is not None
            container, key = _place(box, change.dari)
            container[key] = deepcopy(change.baru)
    inserted = {id(change): deepcopy(change.baru) for change in changes if change.jenis == "ditambah"}
    # The last first, so that the numbers of the items before them stay; what is inside before what is around it.
    for change in sorted((c for c in changes if c.jenis in ("dihapus", "dipindah")), key=_old_place, reverse=True):
        container, key = _place(box, _old_place(change))
        inserted[id(change)] = container.pop(key)
    # The first first: whatever stands before an item in the new tree is there when it comes.
    for change in sorted((c for c in changes if c.jenis in ("ditambah", "dipindah")), key=_new_place):
        container, key = _place(box, _new_place(change))
        if isinstance(container, list):
            container.insert(key, inserted[id(change)])
        else:
            container[key] = inserted[id(change)]
    return box[0]


def at(pohon: Any, jalan: Jalan) -> Any:
    """The part of a tree at a place."""
    for key in jalan:
        pohon = pohon[key]
    return pohon


def leaves(nilai: Any, jalan: Jalan = ()) -> Iterator[tuple[Jalan, Any]]:
    """Every scalar with its place; an empty mapping or list counts as one."""
    parts: Iterable[tuple[str | int, Any]] = ()
    if isinstance(nilai, Mapping):
        parts = nilai.items()
    elif isinstance(nilai, list | tuple):
        parts = enumerate(nilai)
    if not nilai or not isinstance(nilai, Mapping | list | tuple):
        yield jalan, nilai
    for key, part in parts:
        yield from leaves(part, (*jalan, key))


@dataclass(slots=True)
class _Reader:
    pohon: Any
    padanan: Padanan
    found: list[Ubahan] = field(default_factory=list)

    def walk(self, lama: Any, baru: Any, dari: Jalan, ke: Jalan) -> None:
        if isinstance(lama, dict) and isinstance(baru, dict):
            self._mapping(lama, baru, dari, ke)
        elif isinstance(lama, list) and isinstance(baru, list):
            self._items(lama, baru, dari, ke)
        elif type(lama) is not type(baru) or lama != baru:
            self.found.append(Ubahan("diubah", dari, ke, lama, baru))

    def _mapping(self, lama: dict[str, Any], baru: dict[str, Any], dari: Jalan, ke: Jalan) -> None:
        renamed = dict(_renamed(lama, baru))
        for key, value in lama.items():
            if key in baru:
                self.walk(value, baru[key], (*dari, key), (*ke, key))
            elif key in renamed:
                self.found.append(Ubahan("dipindah", (*dari, key), (*ke, renamed[key])))
            else:
                self._gone(value, (*dari, key))
        for key, value in baru.items():
            if key not in lama and key not in renamed.values():
                self._come(value, (*ke, key))

    def _items(self, lama: list[Any], baru: list[Any], dari: Jalan, ke: Jalan) -> None:
        for i, value in enumerate(lama):
            if (*dari, i) not in self.padanan.lama:
                self._gone(value, (*dari, i))
        origin = [self.padanan.baru.get((*ke, j)) for j in range(len(baru))]
        at_home = [(j, place[-1]) for j, place in enumerate(origin) if place is not None and place[:-1] == dari]
        staying = _longest_rise([(j, i) for j, i in at_home if isinstance(i, int)])
        for j, (value, place) in enumerate(zip(baru, origin, strict=True)):
            if place is None:
                self._come(value, (*ke, j))
            else:
                self._kept(value, place, (*ke, j), moved=j not in staying)

    def _kept(self, baru: Any, dari: Jalan, ke: Jalan, *, moved: bool) -> None:
        if moved:
            self.found.append(Ubahan("dipindah", dari, ke))
        self.walk(at(self.pohon, dari), baru, dari, ke)

    def _gone(self, nilai: Any, dari: Jalan) -> None:
        self.found.append(Ubahan("dihapus", dari, None, lama=_without(nilai, dari, self.padanan.lama, [])))

    def _come(self, nilai: Any, ke: Jalan) -> None:
        moved_in: list[tuple[Jalan, Any]] = []
        self.found.append(Ubahan("ditambah", None, ke, baru=_without(nilai, ke, self.padanan.baru, moved_in)))
        for place, value in moved_in:
            self._kept(value, self.padanan.baru[place], place, moved=True)


def _renamed(lama: Mapping[str, Any], baru: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Keys whose text stands under another key now, in its old words; a single word may be there by chance."""
    free = {value: key for key, value in baru.items() if key not in lama and isinstance(value, str)}
    for key, value in lama.items():
        if key not in baru and isinstance(value, str) and " " in value and value in free:
            yield key, free.pop(value)


def _without(nilai: Any, jalan: Jalan, matched: Mapping[Jalan, Jalan], out: list[tuple[Jalan, Any]]) -> Any:
    """A part without the items in it that belong elsewhere; these are put into `out`."""
    if isinstance(nilai, dict):
        return {key: _without(part, (*jalan, key), matched, out) for key, part in nilai.items()}
    if not isinstance(nilai, list):
        return nilai
    kept = []
    for i, part in enumerate(nilai):
        if (*jalan, i) in matched:
            out.append(((*jalan, i), part))
        else:
            kept.append(_without(part, (*jalan, i), matched, out))
    return kept


def _longest_rise(pairs: Sequence[tuple[int, int]]) -> set[int]:
    """The new numbers of the items that keep their order; as many as possible, so that as few as possible moved."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for j, i in pairs:
        k = bisect_left(tails, i)
        before[j] = ends[k - 1] if k else None
        tails[k : k + 1], ends[k : k + 1] = [i], [j]
    chain: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        chain.add(last)
        last = before[last]
    return chain


def _place(box: list[Any], jalan: Jalan) -> tuple[Any, Any]:
    """The container that holds a place, and the key of the place in it."""
    whole: Jalan = (0, *jalan)
    return at(box, whole[:-1]), whole[-1]


def _old_place(change: Ubahan) -> Jalan:
    assert change.dari is not None
    return change.dari


def _new_place(change: Ubahan) -> Jalan:
    assert change.ke is not None
    return change.ke
