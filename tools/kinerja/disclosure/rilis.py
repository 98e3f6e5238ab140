"""Former releases of the same tables: what changed without need, and what old and new together give away.

An earlier release stays readable for ever. Where the true counts did not change between the two, both bound the same
count; so a value may only change where the true count has left the band of the old one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from kinerja.disclosure.batas import Batas, TidakMungkin, possible
from kinerja.disclosure.belahan import Kelompok, group_of
from kinerja.disclosure.tabel import JUMLAH, Sistem, bounds, linked_by
from kinerja.model.hasil import Hasil
from kinerja.problems import Finding, Kunci

Nilai = Mapping[tuple[Kelompok, str], int]
Baca = Callable[[Sequence[Hasil]], Sistem]
Beda = Mapping[int, tuple[int, int]]  # place in the system → old value, base
_SARAN = "Pakai lagi nilai yang sudah terbit selama masih cocok; jangan menggambar ulang pembulatannya."
_SEDIKIT = 3  # so many changed rows one correction can bring about by itself


def values(hasil: Hasil) -> Nilai:
    """Every count that a table prints."""
    counts = ((group_of(baris), {**baris.hitungan, JUMLAH: baris.jumlah}) for baris in hasil.baris)
    return {(group, name): count for group, named in counts for name, count in named.items() if count is not None}


def histories(tables: Sequence[Hasil], earlier: Sequence[Hasil]) -> Iterator[tuple[Hasil, list[Hasil]]]:
    """Each table with its former releases, oldest first, as far as each differs from the one after it."""
    for hasil in tables:
        former = [old for old in earlier if (old.periode, old.tabel) == (hasil.periode, hasil.tabel)]
        after = [*former[1:], hasil]
        yield hasil, [
            old for old, new in zip(former, after, strict=False)
            if (values(old), old.kelipatan) != (values(new), new.kelipatan)
        ]  # fmt: skip


def redrawn(batas: Batas, tables: Sequence[Hasil], earlier: Sequence[Hasil]) -> Iterator[Finding]:
    """Values that changed although the old ones still held: for certain, by coming back, or all over a table."""
    beda: dict[int, tuple[int, int]] = {}
    places = {(sel.kelompok, sel.hitungan): at for at, sel in enumerate(batas.sistem.sel)}
    rows: dict[str, tuple[int, int]] = {}
    for hasil, former in histories(tables, earlier):
        now = values(hasil)
        yield from _returned(hasil, now, former)
        if not former or former[-1].kelipatan != hasil.kelipatan or hasil.kelipatan == 1:
            continue
        old = {key: value for key, value in values(former[-1]).items() if now.get(key, value) != value}
        beda.update({places[key]: (value, hasil.kelipatan) for key, value in old.items()})
        rows[hasil.berkas] = (len({group for group, _ in old}), len(hasil.baris))
    for cluster in _clusters(batas.sistem, beda):
        if all(_holds(batas, at, *beda[at]) for at in cluster):
            berkas, place = batas.sistem.sel[cluster[0]].terbit[0]
            yield Finding(place, "nilai terbit ini berubah padahal nilai lamanya pasti masih cocok", _SARAN, berkas)
    changed = {berkas for berkas, (some, every) in rows.items() if some > max(_SEDIKIT, every // 2)}
    if changed and _unchanged(batas.sistem, beda) is not None:
        for berkas in sorted(changed):
            pesan = "lebih dari separuh baris berubah, dan semua perubahannya cocok dengan hitungan benar yang tetap"
            yield Finding(("baris",), pesan, _SARAN, berkas)


def _returned(hasil: Hasil, now: Nilai, former: Sequence[Hasil]) -> Iterator[Finding]:
    """A value that went to and fro: drawn again each time. Once there and back may be an honest correction."""
    series = [values(old) for old in former if old.kelipatan == hasil.kelipatan != 1]
    for i, baris in enumerate(hasil.baris):
        group = group_of(baris)
        for name in (JUMLAH, *baris.hitungan):
            seen = [value for old in series if (value := old.get((group, name))) is not None]
            if (value := now.get((group, name))) is not None:
                seen.append(value)
            turns = [value for value, _ in groupby(seen)]
            if len(turns) > 3 and turns[-1] == turns[-3] and turns[-2] == turns[-4]:
                at: Kunci = ("baris", i, *(("tingkat", name) if name in (baris.tingkat or {}) else (name,)))
                pesan = "nilai terbit ini berubah bolak-balik: pembulatannya diundi ulang"
                yield Finding(at, pesan, _SARAN, hasil.berkas)


def _clusters(sistem: Sistem, beda: Beda) -> Iterator[list[int]]:
    """Changed values that hang together by sums: putting back one asks for putting back all."""
    near: dict[int, set[int]] = defaultdict(set)
    for hubungan in sistem.hubungan:
        members = [at for at in (hubungan.jumlah, *hubungan.bagian) if at in beda]
        for at in members:
            near[at].update(members)
    left = dict.fromkeys(beda)
    while left:
        todo, found = [next(iter(left))], []
        while todo:
            at = todo.pop()
            if at in left:
                del left[at]
                found.append(at)
                todo += near[at]
        yield sorted(found)


def _holds(batas: Batas, at: int, old: int, base: int) -> bool:
    """Whether the true count certainly lies within the band of the old value."""
    low, high = bounds(old, base)
    bawah, atas = batas.selang(at)
    return low <= bawah and atas is not None and high is not None and atas <= high


def _unchanged(sistem: Sistem, beda: Beda) -> Batas | None:
    """The system of somebody who takes the true counts for unchanged; None where they cannot be."""
    sel = [*sistem.sel]
    for at, (old, base) in beda.items():
        low, high = bounds(old, base)
        tops = [top for top in (sel[at].atas, high) if top is not None]
        sel[at] = replace(sel[at], bawah=max(low, sel[at].bawah), atas=min(tops))
    return _possible(replace(sistem, sel=tuple(sel)))


def former(tables: Sequence[Hasil], earlier: Sequence[Hasil]) -> list[Hasil]:
    """Every release of these tables, and of those that were published beside them once, that says something else than
    the one after it; newest first."""
    said = {(hasil.tabel, hasil.kelipatan, frozenset(values(hasil).items())) for hasil in tables}
    found = []
    for old in sorted(earlier, key=release, reverse=True):
        content = (old.tabel, old.kelipatan, frozenset(values(old).items()))
        if linked_by(old) == linked_by(tables[0]) and content not in said:
            said.add(content)
            found.append(old)
    return found


def release(hasil: Hasil) -> tuple[date, int]:
    """What releases are put in order by."""
    return hasil.dihitung_pada, hasil.rilis_ke


def together(batas: Batas, tables: Sequence[Hasil], earlier: Sequence[Hasil], baca: Baca) -> Batas | None:
    """The system with every former release that is consistent with unchanged true counts, newest first; None where no
    former release says anything more."""
    best: Batas | None = None
    kept: list[Hasil] = []
    for old in former(tables, earlier):
        now = (best or batas).sistem
        places = {(sel.kelompok, sel.hitungan): at for at, sel in enumerate(now.sel)}
        said = values(old)
        if said.keys() <= places.keys():
            found = _unchanged(now, {places[key]: (value, old.kelipatan) for key, value in said.items()})
        else:  # it divided people differently
            found = _possible(without_places(baca((*tables, *map(no_place, (*kept, old))))))
        if found is not None:
            best = found
            kept.append(old)
    return best


def no_place(old: Hasil) -> Hasil:
    """A table that is not there any more: nothing can be pointed at in it."""
    return replace(old, berkas="")


def without_places(sistem: Sistem) -> Sistem:
    """The same system, pointing only at tables that are there."""
    sel = (replace(sel, terbit=tuple(at for at in sel.terbit if at[0])) for sel in sistem.sel)
    return replace(sistem, sel=tuple(sel))


def _possible(sistem: Sistem) -> Batas | None:
    try:
        return possible(sistem)
    except TidakMungkin:
        return None
