"""The least and the greatest value that every count of a system can have: whole numbers, exactly."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from kinerja.disclosure.program import GagalDihitung, Program, Titik
from kinerja.disclosure.tabel import Hubungan, Sistem, without_convention

Selang = tuple[int, int | None]
Bobot = tuple[tuple[int, int], ...]  # places in `Sistem.sel` with their factors
_BESAR = 10**9
_BANYAK, _SEKALIGUS = 200, 2


class TidakMungkin(Exception):
    """No true counts could have led to these tables. `hubungan` is a sum that fails, where one alone does."""

    def __init__(self, sel: tuple[int, ...], hubungan: Hubungan | None = None) -> None:
        super().__init__("infeasible")
        self.sel = sel
        self.hubungan = hubungan


@dataclass(slots=True)
class Dugaan:
    """Bounds of every count, from what is printed and from single sums. A top of `_BESAR` is none."""

    bawah: list[int]
    atas: list[int]


def propagate(sistem: Sistem) -> Dugaan:
    """Bounds that each sum alone gives, until nothing changes. Raises TidakMungkin."""
    now = Dugaan([sel.bawah for sel in sistem.sel], [_BESAR if sel.atas is None else sel.atas for sel in sistem.sel])
    touching: dict[int, list[int]] = defaultdict(list)
    for i, hubungan in enumerate(sistem.hubungan):
        for at in (hubungan.jumlah, *hubungan.bagian):
            touching[at].append(i)
    todo = dict.fromkeys(range(len(sistem.hubungan)))
    while todo:
        i = next(iter(todo))
        del todo[i]
        changed = tighten(sistem.hubungan[i], now)
        todo.update(dict.fromkeys(j for at in changed for j in touching[at] if j != i))
        if any(now.bawah[at] > now.atas[at] for at in (*changed, sistem.hubungan[i].jumlah)):
            hubungan = sistem.hubungan[i]
            raise TidakMungkin((hubungan.jumlah, *hubungan.bagian), hubungan)
    for at, (bawah, atas) in enumerate(zip(now.bawah, now.atas, strict=True)):
        if bawah > atas:
            raise TidakMungkin((at,))
    return now


def tighten(hubungan: Hubungan, now: Dugaan) -> list[int]:
    """Use one sum; the places whose bounds changed."""
    low = sum(now.bawah[at] for at in hubungan.bagian)
    high = sum(now.atas[at] for at in hubungan.bagian)
    total = hubungan.jumlah
    new = {total: (low, high)}
    for at in hubungan.bagian:
        new[at] = (now.bawah[total] - high + now.atas[at], now.atas[total] - low + now.bawah[at])
    changed = []
    for at, (bawah, atas) in new.items():
        bawah, atas = max(bawah, now.bawah[at]), min(atas, now.atas[at])
        if (bawah, atas) != (now.bawah[at], now.atas[at]):
            now.bawah[at], now.atas[at] = bawah, atas
            changed.append(at)
    return changed


@dataclass(slots=True)
class Batas:
    """Bounds of a system. Each question is put to the part of the system that its counts stand in, once."""

    sistem: Sistem
    dugaan: Dugaan
    bagian: Mapping[int, _Bagian]

    def extreme(self, bobot: Bobot, maksimum: bool) -> int | None:
        """The least or greatest value of a weighted sum of counts of one part; None where there is none."""
        fixed = sum(factor * self.dugaan.bawah[at] for at, factor in bobot if at not in self.bagian)
        free = tuple((at, factor) for at, factor in bobot if at in self.bagian)
        by_part: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for at, factor in free:
            by_part[id(self.bagian[at])].append((at, factor))
        values = [self.bagian[terms[0][0]].extreme(tuple(terms), maksimum) for terms in by_part.values()]
        return None if None in values else fixed + sum(value for value in values if value is not None)

    def ask(self, places: Iterable[int]) -> None:
        """Both ends of many counts, by several programs at once; the answers are the same as one by one."""
        by_part: dict[int, tuple[_Bagian, list[int]]] = {}
        for at in places:
            if at in self.bagian:
                by_part.setdefault(id(self.bagian[at]), (self.bagian[at], []))[1].append(at)
        for part, own in by_part.values():
            if len(own) >= _BANYAK:
                part.ask(own)

    def selang(self, at: int) -> Selang:
        """Both ends of one count."""
        bawah = self.extreme(((at, 1),), False)
        assert bawah is not None
        return bawah, self.extreme(((at, 1),), True)


@dataclass(slots=True)
class _Bagian:
    """Counts that are linked with each other and with no others. Points found on the way answer many questions."""

    program: Program
    dugaan: Dugaan
    tempat: Mapping[int, int]
    titik: Titik  # a row for each point, the newest last; more rows than points
    banyak: int

    def ask(self, places: Sequence[int]) -> None:
        """Both ends of these counts, shared out among programs; the points that they find are kept."""
        half = -(-len(places) // _SEKALIGUS)
        shares = [places[start : start + half] for start in range(0, len(places), half)]
        parts = [self, *(replace(self, program=self.program.again(), titik=self.titik.copy()) for _ in shares[1:])]
        with ThreadPoolExecutor(len(shares)) as pool:  # the solver lets go of Python's lock while it works
            tuple(pool.map(_Bagian.ends, parts, shares))
        for other in parts[1:]:
            for titik in other.titik[1 : other.banyak]:
                self._keep(titik)

    def ends(self, places: Sequence[int]) -> None:
        """Both ends of these counts."""
        for at in places:
            self.extreme(((at, 1),), False)
            self.extreme(((at, 1),), True)

    def extreme(self, bobot: Bobot, maksimum: bool) -> int | None:
        """The exact end: what one point reaches and no point can pass."""
        if len(bobot) == 1:
            at, factor = bobot[0]
            if factor < 0:
                value = self.extreme(((at, 1),), not maksimum)
                return None if value is None else -value
            bound = (self.dugaan.atas if maksimum else self.dugaan.bawah)[at]
            if self._best(((self.tempat[at], 1),), maksimum) == bound:
                return bound
        local = tuple((self.tempat[at], factor) for at, factor in bobot)
        answer = self.program.solve(local, maksimum)
        if answer.titik is not None:
            self._keep(answer.titik)
        if answer.tak_terbatas:
            return None
        limit = math.floor(answer.nilai + 1e-5) if maksimum else math.ceil(answer.nilai - 1e-5)
        reached = self._best(local, maksimum)
        if reached != limit:
            moved = self.program.move(local, limit)
            if moved is not None:
                self._keep(moved)
                reached = limit
        if reached != limit:
            exact = self.program.solve_whole(local, maksimum)
            assert exact is not None
            self._keep(exact)
            reached = sum(int(exact[at]) * factor for at, factor in local)
            if reached > limit if maksimum else reached < limit:
                raise GagalDihitung  # whole numbers cannot do better than all numbers
        if len(bobot) == 1:
            (self.dugaan.atas if maksimum else self.dugaan.bawah)[bobot[0][0]] = reached
        return reached

    def _best(self, local: Bobot, maksimum: bool) -> int:
        """The farthest that any point found so far reaches."""
        values = self.titik[: self.banyak, [at for at, _ in local]] @ np.array([factor for _, factor in local])
        return int(values.max() if maksimum else values.min())

    def _keep(self, titik: Titik) -> None:
        if self.banyak == len(self.titik):
            self.titik = np.concatenate([self.titik, np.empty_like(self.titik)])
        self.titik[self.banyak] = titik
        self.banyak += 1


def limits(sistem: Sistem) -> Batas:
    """What can be asked about a system. Raises TidakMungkin where a single sum fails already, or a part has no whole
    numbers at all."""
    now = propagate(sistem)
    bagian: dict[int, _Bagian] = {}
    for members, hubungan in _parts(sistem, now):
        tempat = {at: i for i, at in enumerate(members)}
        rows = [_row(satu, tempat, now) for satu in hubungan]
        atas = [math.inf if now.atas[at] >= _BESAR else now.atas[at] for at in members]
        program = Program([now.bawah[at] for at in members], atas, rows)
        first = program.solve_whole((), False)
        if first is None:
            raise TidakMungkin(members)
        part = _Bagian(program, now, tempat, first.reshape(1, -1), 1)
        bagian.update(dict.fromkeys(members, part))
    return Batas(sistem, now, bagian)


def possible(sistem: Sistem) -> Batas:
    """Bounds, with the convention that a hidden count is not zero given up where it cannot be true."""
    try:
        return limits(sistem)
    except TidakMungkin:
        if not any(sel.tersembunyi and sel.bawah for sel in sistem.sel):
            raise
        return limits(without_convention(sistem))


def _row(hubungan: Hubungan, tempat: Mapping[int, int], now: Dugaan) -> tuple[dict[int, int], int]:
    """A sum as coefficients of the free counts and what the others leave."""
    factors: dict[int, int] = defaultdict(int)
    for at, factor in ((hubungan.jumlah, -1), *((at, 1) for at in hubungan.bagian)):
        factors[at] += factor
    free = {tempat[at]: factor for at, factor in factors.items() if at in tempat}
    return free, -sum(factor * now.bawah[at] for at, factor in factors.items() if at not in tempat)


def _parts(sistem: Sistem, now: Dugaan) -> Iterable[tuple[tuple[int, ...], list[Hubungan]]]:
    """Counts that are not known from the start, by what links them; each with its sums."""
    root = {at: at for at in range(len(sistem.sel)) if now.bawah[at] < now.atas[at]}

    def find(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    for hubungan in sistem.hubungan:
        free = [at for at in (hubungan.jumlah, *hubungan.bagian) if at in root]
        for at in free[1:]:
            root[find(at)] = find(free[0])
    members: dict[int, list[int]] = defaultdict(list)
    sums: dict[int, list[Hubungan]] = defaultdict(list)
    for at in root:
        members[find(at)].append(at)
    for hubungan in sistem.hubungan:
        for at in (hubungan.jumlah, *hubungan.bagian):
            if at in root:
                sums[find(at)].append(hubungan)
                break
    return [(tuple(found), sums[at]) for at, found in members.items()]
