"""Two texts, compared word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

JenisPotongan = Literal["tetap", "dihapus", "ditambah"]

# A word with what is inside it (`01/2025`, `non-ASN`), one sign, or the space between them.
_TOKEN = re.compile(r"\s+|\w+(?:[-/.,’']\w+)*|[^\w\s]")
# Longer texts are not searched for common words, which would take quadratic time; they count as replaced.
_MOST_TOKENS = 6_000


@dataclass(frozen=True, slots=True)
class Potongan:
    """A stretch of text. What stays and what is removed make the old text, what stays and what is added the new."""

    jenis: JenisPotongan
    teks: str


def words(lama: str, baru: str) -> tuple[Potongan, ...]:
    """The old and the new text in one, the removed before what takes its place."""
    old, new = _TOKEN.findall(lama), _TOKEN.findall(baru)
    if len(old) + len(new) > _MOST_TOKENS:
        return tuple(_joined([(lama, baru)])) if lama != baru else (Potongan("tetap", lama),)
    first = _alike(old, new)
    last = _alike(old[first:][::-1], new[first:][::-1])
    old_end, new_end = len(old) - last, len(new) - last
    matcher = SequenceMatcher(None, old[first:old_end], new[first:new_end], autojunk=False)
    steps: list[_Step] = ["".join(old[:first])]
    for kind, i, j, k, m in matcher.get_opcodes():
        gone, come = "".join(old[first + i : first + j]), "".join(new[first + k : first + m])
        steps.append(gone if kind == "equal" else (gone, come))
    return tuple(_joined(_calm([*steps, "".join(old[old_end:])])))


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words both begin with; most edits are short, and only what lies between is searched."""
    pairs = zip(old, new, strict=False)
    return next((i for i, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))


_Step = str | tuple[str, str]


def _calm(steps: Iterable[_Step]) -> Iterator[_Step]:
    """A space or a lone sign between two changes belongs to them: five single words replaced read as one phrase."""
    before: tuple[str, str] | None = None
    between = ""
    for step in steps:
        if isinstance(step, str):
            if before is not None and not re.search(r"\w", step):
                between += step
                continue
            yield from _flushed(before, between)
            before, between = None, ""
            yield step
        elif before is not None:
            before, between = (before[0] + between + step[0], before[1] + between + step[1]), ""
        else:
            before = step
    yield from _flushed(before, between)


def _flushed(change: tuple[str, str] | None, after: str) -> Iterator[_Step]:
    if change is not None:
        yield change
    if after:
        yield after


def _joined(steps: Iterable[_Step]) -> Iterator[Potongan]:
    kept = ""
    for step in steps:
        if isinstance(step, str):
            kept += step
            continue
        if kept:
            yield Potongan("tetap", kept)
            kept = ""
        for jenis, teks in zip(("dihapus", "ditambah"), step, strict=True):
            if teks:
                yield Potongan("dihapus" if jenis == "dihapus" else "ditambah", teks)
    if kept:
        yield Potongan("tetap", kept)
