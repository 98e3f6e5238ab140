"""Which item of an old tree is which item of the new one: by its id, its former id, or its likeness."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

Jalan = tuple[str | int, ...]

# What tells an item of a list from the others: the first of these that every item has, and no two share.
_KEYS = (
    ("id",), ("berlaku_mulai",), ("slug",), ("nomor",), ("hari",), ("predikat_organisasi",),
    ("hasil_kerja", "perilaku_kerja"), ("peraturan",), ("peraturan", "pasal"), ("bunyi",), ("tanggal",), ("judul",),
    ("nama",),
    ("perangkat_daerah", "bagian", "jabatan", "rumpun_jabatan", "golongan", "jenis_kelamin", "wilayah", "indikator"),
)  # fmt: skip
_LIKE = 0.6  # items with this share of words in common are one item under another id
_LIKE_TEXT = 0.4  # texts of a list: below it, one text was removed and another added
_MOST_PAIRS = 250_000
_WORD = re.compile(r"\w+")

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True)

Nama = tuple[tuple[str, ...], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class _Node:
    """A part that one tree has and the other has not (yet); `nama` is None where it is no item with an identity."""

    jalan: Jalan
    nilai: Any
    nama: Nama | None = None

    @property
    def jenis(self) -> tuple[str, ...]:
        """The keys that lead to it, without the numbers of items."""
        return tuple(part for part in self.jalan if isinstance(part, str))


def canon(nilai: Any) -> str:
    """One text for every equal tree; `1`, `true` and `"1"` are three."""
    return _ENCODER.encode(nilai)


def likeness(a: Any, b: Any) -> float:
    """The share of words that two trees have in common, from 0 to 1; ids do not count."""
    return _shared(_words(a), _words(b))


@dataclass(slots=True)
class Padanan:
    """Items of lists that belong together: `lama` gives for a place in the old tree that in the new one, `baru` back.

    An item that stands in neither was removed or added.
    """

    lama: dict[Jalan, Jalan] = field(default_factory=dict)
    baru: dict[Jalan, Jalan] = field(default_factory=dict)
    _gone: list[_Node] = field(default_factory=list)
    _come: list[_Node] = field(default_factory=list)

    def walk(self, lama: Any, baru: Any, dari: Jalan, ke: Jalan) -> None:
        """Match the items of every list in two parts that belong together."""
        if isinstance(lama, dict) and isinstance(baru, dict):
            for key, value in lama.items():
                if key in baru:
                    self.walk(value, baru[key], (*dari, key), (*ke, key))
                else:
                    self._gone.append(_Node((*dari, key), value))
            self._come += [_Node((*ke, key), value) for key, value in baru.items() if key not in lama]
        elif isinstance(lama, list) and isinstance(baru, list):
            keys = _keys_of(lama, baru)
            if keys is None:
                self._plain(lama, baru, dari, ke)
            else:
                self._named(_nodes(lama, dari, keys), _nodes(baru, ke, keys))

    def rest(self) -> None:
        """Match what was moved to another list, or got another id; items nearer to the root first."""
        for depth in range(1, 20):
            gone = [node for node in _inside(self._gone, self.lama) if len(node.jenis) == depth]
            come = [node for node in _inside(self._come, self.baru) if len(node.jenis) == depth]
            for jenis in sorted({node.jenis for node in gone} & {node.jenis for node in come}):
                here = [node for node in gone if node.jenis == jenis], [node for node in come if node.jenis == jenis]
                self._by_name(*here)
                self._by_former_name(*here)
                self._by_likeness(*here)

    def _pair(self, lama: _Node, baru: _Node) -> None:
        self.lama[lama.jalan], self.baru[baru.jalan] = baru.jalan, lama.jalan
        self.walk(lama.nilai, baru.nilai, lama.jalan, baru.jalan)

    def _named(self, lama: Sequence[_Node], baru: Sequence[_Node]) -> None:
        there = {node.nama: node for node in baru}
        for node in lama:
            if node.nama in there:
                self._pair(node, there[node.nama])
            else:
                self._gone.append(node)
        self._come += [node for node in baru if node.jalan not in self.baru]

    def _plain(self, lama: list[Any], baru: list[Any], dari: Jalan, ke: Jalan) -> None:
        """Items without an identity: equal ones belong together, and what lies between the same neighbours."""
        old = _counted([_Node((*dari, i), value) for i, value in enumerate(lama)])
        new = _counted([_Node((*ke, i), value) for i, value in enumerate(baru)])
        for name in old.keys() & new.keys():
            self.lama[old[name].jalan], self.baru[new[name].jalan] = new[name].jalan, old[name].jalan
        gaps = _gaps(new.values(), {jalan: jalan for jalan in self.baru})
        for before, nodes in _gaps(old.values(), self.lama).items():
            for one, other in zip(nodes, gaps.get(before, ()), strict=False):
                if _pairable(one.nilai, other.nilai):
                    self._pair(one, other)

    def _open(self, lama: Sequence[_Node], baru: Sequence[_Node]) -> tuple[list[_Node], list[_Node]]:
        return [n for n in lama if n.jalan not in self.lama], [n for n in baru if n.jalan not in self.baru]

    def _by_name(self, lama: Sequence[_Node], baru: Sequence[_Node]) -> None:
        many = Counter(node.nama for node in lama) + Counter(node.nama for node in baru)
        there = {node.nama: node for node in baru}
        for node in lama:
            if node.nama in there and many[node.nama] == 2:
                self._pair(node, there[node.nama])

    def _by_former_name(self, lama: Sequence[_Node], baru: Sequence[_Node]) -> None:
        lama, baru = self._open(lama, baru)
        there = {node.nilai.get("id"): node for node in lama}
        for node in baru:
            for former in node.nilai.get("dahulu", ()):
                if former in there and node.jalan not in self.baru:
                    self._pair(there.pop(former), node)

    def _by_likeness(self, lama: Sequence[_Node], baru: Sequence[_Node]) -> None:
        lama, baru = self._open(lama, baru)
        if len(lama) * len(baru) > _MOST_PAIRS:
            return
        old, new = [_words(node.nilai) for node in lama], [_words(node.nilai) for node in baru]
        found = []
        for i, one in enumerate(lama):
            for j, other in enumerate(baru):
                if (like := _shared(old[i], new[j])) >= _LIKE:
                    found.append((-like, one.jalan[:-1] != other.jalan[:-1], i, j))
        for _, _, i, j in sorted(found):
            if lama[i].jalan not in self.lama and baru[j].jalan not in self.baru:
                self._pair(lama[i], baru[j])


def match(lama: Any, baru: Any) -> Padanan:
    """Which items belong together in two trees."""
    found = Padanan()
    found.walk(lama, baru, (), ())
    found.rest()
    return found


def _keys_of(*lists: list[Any]) -> tuple[str, ...] | None:
    """The keys that tell the items in each of these lists; None where they have no identity."""
    if not all(isinstance(item, dict) for items in lists for item in items):
        return None
    return next((keys for keys in _KEYS if all(_tells(items, keys) for items in lists)), None)


def _tells(items: list[dict[str, Any]], keys: tuple[str, ...]) -> bool:
    if not all(any(key in item for key in keys) for item in items):
        return False
    names = [_name(item, keys) for item in items]
    return all(None not in name[1] or len(keys) > 2 for name in names) and len(set(names)) == len(names)


def _name(item: dict[str, Any], keys: tuple[str, ...]) -> Nama:
    return keys, tuple(canon(item[key]) if key in item else None for key in keys)


def _nodes(items: list[Any], jalan: Jalan, keys: tuple[str, ...]) -> list[_Node]:
    return [_Node((*jalan, i), item, _name(item, keys)) for i, item in enumerate(items)]


def _inside(nodes: Sequence[_Node], matched: dict[Jalan, Jalan]) -> Iterator[_Node]:
    """The items with an identity in parts that stand alone, those in other items too."""
    for node in nodes:
        if node.jalan in matched:
            continue
        if node.nama is not None:
            yield node
        yield from _inside(tuple(_parts(node)), matched)


def _parts(node: _Node) -> Iterator[_Node]:
    if isinstance(node.nilai, dict):
        yield from (_Node((*node.jalan, key), value) for key, value in node.nilai.items())
    elif isinstance(node.nilai, list):
        keys = _keys_of(node.nilai)
        if keys is not None:
            yield from _nodes(node.nilai, node.jalan, keys)


def _counted(nodes: Sequence[_Node]) -> dict[tuple[str, int], _Node]:
    """Items by their content, equal ones numbered."""
    seen: Counter[str] = Counter()
    found = {}
    for node in nodes:
        name = canon(node.nilai)
        found[name, seen[name]] = node
        seen[name] += 1
    return found


def _gaps(nodes: Any, matched: dict[Jalan, Jalan]) -> dict[Jalan | None, list[_Node]]:
    """The items without a partner by the new place of the item with one before them."""
    before: Jalan | None = None
    found: dict[Jalan | None, list[_Node]] = {}
    for node in nodes:
        if node.jalan in matched:
            before = matched[node.jalan]
        else:
            found.setdefault(before, []).append(node)
    return found


def _pairable(a: Any, b: Any) -> bool:
    if isinstance(a, str) and isinstance(b, str):
        return likeness(a, b) >= _LIKE_TEXT
    return type(a) is type(b) and not isinstance(a, bool)


def _words(nilai: Any) -> Counter[str]:
    if isinstance(nilai, dict):
        return sum((_words(part) for key, part in nilai.items() if key not in ("id", "dahulu")), Counter())
    if isinstance(nilai, list):
        return sum(map(_words, nilai), Counter())
    return Counter() if isinstance(nilai, bool) else Counter(_WORD.findall(str(nilai).casefold()))


def _shared(a: Counter[str], b: Counter[str]) -> float:
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0
