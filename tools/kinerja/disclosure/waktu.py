"""Periods within periods: what a longer one says of a shorter one, and of the time that no table shows.

Ratings are made at one time: those of a year are those of its two semesters, so the counts of a table whose unit is
`penilaian` add up over time, and the year without its first semester is the second. Counts of people by predikat do
not: a year's predikat is a new judgement of each person, not the sum of four, so a year says nothing of its quarters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from kinerja.disclosure.belahan import Kelompok
from kinerja.disclosure.rilis import Baca
from kinerja.disclosure.satukan import Satuan, marked
from kinerja.disclosure.tabel import Sistem, linked, linked_by
from kinerja.model.hasil import Hasil
from kinerja.numbers import id_period, period_within

_BENTUK = (
    ("",), ("-s1", "-s2"), tuple(f"-tw{i}" for i in range(1, 5)), tuple(f"-{i:02}" for i in range(1, 13))
)  # fmt: skip


def parts(periode: str) -> tuple[str, ...]:
    """The next shorter periods that it consists of: a year's semesters, their quarters, the months of those.

    >>> parts("2026-s2")
    ('2026-tw3', '2026-tw4')
    """
    levels = [[f"{periode[:4]}{bentuk}" for bentuk in level] for level in _BENTUK]
    place = next(i for i, level in enumerate(levels) if periode in level)
    return tuple(satu for level in levels[place + 1 : place + 2] for satu in level if period_within(satu, periode))


def _sums(periode: str, known: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each period that is to be divided because a table of a time inside it is known."""
    if any(period_within(satu, periode) for satu in known):
        yield periode, parts(periode)
        for part in parts(periode):
            yield from _sums(part, known)


def over_time(sistem: Sistem, tables: Sequence[Hasil], selama: Sequence[Hasil], baca: Baca) -> Sistem | None:
    """The system of a period with the tables (`selama`) of periods inside it; None where there are none to add up.

    Tables that count by other levels count something else.
    """
    periode = tables[0].periode
    found: dict[str, Sistem] = {periode: sistem}
    for inner in linked(selama):
        if _additive(tables, inner) and period_within(inner[0].periode, periode):
            part = baca(inner)
            if set(part.kelas) == set(sistem.kelas):
                found[inner[0].periode] = part
    return None if len(found) == 1 else _joined(periode, found, sistem.kelas)


def _additive(tables: Sequence[Hasil], inner: Sequence[Hasil]) -> bool:
    units = {hasil.satuan for hasil in (*tables, *inner)}
    return units == {"penilaian"} and linked_by(inner[0])[1] == linked_by(tables[0])[1]


def _joined(periode: str, found: Mapping[str, Sistem], kelas: tuple[str, ...]) -> Sistem:
    """Every count of a longer period as the sum of those of the shorter ones, for groups that two of them know."""

    def named(kelompok: Kelompok, satu: str) -> Kelompok:
        return marked(kelompok, None if satu == periode else ("periode", id_period(satu)))

    satuan = Satuan(kelas)
    for satu, sistem in found.items():
        satuan.add(sistem, None if satu == periode else ("periode", id_period(satu)))
    times = Counter(kelompok for sistem in found.values() for kelompok in {sel.kelompok for sel in sistem.sel})
    for whole, inner in _sums(periode, found.keys() - {periode}):
        for kelompok in sorted((kelompok for kelompok, n in times.items() if n > 1), key=sorted):
            satuan.sums(named(kelompok, whole), [named(kelompok, part) for part in inner])
    return satuan.whole()
