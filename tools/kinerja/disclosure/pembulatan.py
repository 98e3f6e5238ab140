"""Controlled rounding: every count to one of its two neighbouring multiples, so that all sums still add up.

Nothing here knows what the counts are of. The program is solved with HiGHS; what it answers is taken for nothing
before it has been verified in whole numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import TYPE_CHECKING, Any, Protocol

from kinerja.problems import KinerjaError

if TYPE_CHECKING:
    from highspy import Highs

SECONDS = 60.0
# The weight of one coin starts between this and its double; a value that was published before outweighs many coins, and
# a step that a count is not to make outweighs many of those.
COIN, PINNED, STRAY = 100, 20_000, 200_000
# How much firmer a coin is that fell on its rare side: a power of one over the chance of that side.
RARE = 0.2
# The objective is a whole number: a better one is better by 1.
GAP = 0.5
# So many steps may a sum that nobody prints be off.
FAR = 8


class Additive(Protocol):
    """`jumlah` is the sum of `bagian`, by their places in the list of counts."""

    @property
    def jumlah(self) -> int: ...

    @property
    def bagian(self) -> tuple[int, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Soal:
    """True counts and how they add up. `atas`: the highest value that a count may be published as (protective bound);
    `lama`: what it was published as before; `lentur`: counts that nobody prints, which may be more than a step off
    where the others leave no choice."""

    nilai: Sequence[int]
    hubungan: Sequence[Additive]
    kelipatan: int
    atas: Mapping[int, int] = field(default_factory=dict)
    lama: Mapping[int, int] = field(default_factory=dict)
    lentur: Collection[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Pembulatan:
    """The rounded counts; whether no better answer to the draw exists, and how many earlier values had to move."""

    terbit: tuple[int, ...]
    optimal: bool
    bergeser: int


@dataclass(frozen=True, slots=True)
class _Langkah:
    """A variable: how many steps a count makes in one direction, at most so many, at a price each."""

    sel: int
    arah: int
    paling: int
    harga: int


class CannotRound(KinerjaError):
    """There is no answer. `hubungan` are the places of sums that would have to be given up."""

    def __init__(self, hubungan: tuple[int, ...]) -> None:
        super().__init__("hitungan tidak dapat dibulatkan bersama-sama")
        self.hubungan = hubungan


def round_counts(soal: Soal, acak: Random, detik: float = SECONDS) -> Pembulatan:
    """One draw. Raises CannotRound where no answer exists or none was found in time; never gives an unverified one."""
    langkah, offset = _draw(soal, acak)
    steps, optimal = _solve(soal, langkah, offset, detik)
    if steps is None:
        raise CannotRound(_too_tight(soal, langkah, detik))
    terbit = [floor(count, soal.kelipatan) for count in soal.nilai]
    for satu, times in zip(langkah, steps, strict=True):
        terbit[satu.sel] += soal.kelipatan * satu.arah * times
    verify(soal, terbit)
    moved = sum(terbit[i] != old for i, old in soal.lama.items() if within(soal, i, old))
    return Pembulatan(tuple(terbit), optimal, moved)


def floor(count: int, kelipatan: int) -> int:
    """The multiple at or below a count."""
    return count - count % kelipatan


def within(soal: Soal, place: int, value: int) -> bool:
    """Whether a published value can still stand for the count: a multiple, less than one step away, and allowed."""
    near = abs(value - soal.nilai[place]) < soal.kelipatan or place in soal.lentur
    return near and value % soal.kelipatan == 0 and value <= soal.atas.get(place, value)


def faults(soal: Soal, terbit: Sequence[int]) -> Iterator[str]:
    """What is wrong with an answer, exactly; nothing where it may be published."""
    for i, value in enumerate(terbit):
        if not within(soal, i, value):
            yield f"count {i} is no allowed neighbour"
    for satu in soal.hubungan:
        if terbit[satu.jumlah] != sum(terbit[i] for i in satu.bagian):
            yield f"sum {satu.jumlah} does not add up"


def verify(soal: Soal, terbit: Sequence[int]) -> None:
    """Raises ArithmeticError unless the answer is right in every count and sum."""
    if found := next(faults(soal, terbit), None):
        raise ArithmeticError(found)


def _draw(soal: Soal, acak: Random) -> tuple[list[_Langkah], int]:
    """The variables, and what the objective starts from.

    A count is to go up with probability remainder / base, or to where it was published before.
    """
    found: list[_Langkah] = []
    offset = 0
    for i, count in enumerate(soal.nilai):
        up = acak.randrange(soal.kelipatan) < count % soal.kelipatan
        price = round((COIN + acak.randrange(COIN)) * _firmness(count % soal.kelipatan, soal.kelipatan, up))
        if i in soal.lama and within(soal, i, soal.lama[i]):
            up, price = soal.lama[i] > count, price + PINNED
        top = floor(count, soal.kelipatan) + soal.kelipatan
        if count % soal.kelipatan and top <= soal.atas.get(i, top):
            found.append(_Langkah(i, 1, 1, -price if up else price))
            offset += price if up else 0
        if i in soal.lentur:
            far = min(FAR, max(0, (soal.atas[i] - top) // soal.kelipatan)) if i in soal.atas else FAR
            found += [_Langkah(i, 1, far, STRAY), _Langkah(i, -1, FAR, STRAY)]
    return found, offset


def _firmness(remainder: int, kelipatan: int, up: bool) -> float:
    """How much more a coin that fell on its rare side weighs. Sums turn some coins over, and most easily the rare
    ones: with equal weights counts would lean towards the nearer multiple (by a tenth of a person, measured)."""
    chance = remainder if up else kelipatan - remainder
    return float((kelipatan / chance) ** RARE)


def _rows(soal: Soal, langkah: Sequence[_Langkah]) -> Iterator[tuple[list[int], list[float], int]]:
    """For each sum: columns, signs, and the number of steps that they have to make together."""
    columns: dict[int, list[int]] = {}
    for column, satu in enumerate(langkah):
        columns.setdefault(satu.sel, []).append(column)
    for hubungan in soal.hubungan:
        signs: dict[int, int] = {}
        for i, sign in [(hubungan.jumlah, -1), *((i, 1) for i in hubungan.bagian)]:
            for column in columns.get(i, ()):
                signs[column] = signs.get(column, 0) + sign * langkah[column].arah
        steps = floor(soal.nilai[hubungan.jumlah], soal.kelipatan)
        steps -= sum(floor(soal.nilai[i], soal.kelipatan) for i in hubungan.bagian)
        yield [*signs], [float(sign) for sign in signs.values()], steps // soal.kelipatan


def _solve(soal: Soal, langkah: Sequence[_Langkah], offset: int, detik: float) -> tuple[list[int] | None, bool]:
    """How many steps each variable makes, or None; and whether nothing better exists."""
    if any(steps and not columns for columns, _, steps in _rows(soal, langkah)):
        return None, False
    if not langkah:
        return [], True
    solver = _model(soal, langkah, offset, detik)
    solver.run()
    steps = _answer(solver, langkah, offset)
    return steps, solver.modelStatusToString(solver.getModelStatus()) == "Optimal"


def _model(soal: Soal, langkah: Sequence[_Langkah], offset: int, detik: float) -> Highs:
    """The program: whole variables, one equation for each sum."""
    import highspy
    import numpy as np

    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)
    # One value for every model of the process: with another one a second model silently does not run.
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("time_limit", detik)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", GAP)
    rows = [*_rows(soal, langkah)]
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(langkah), len(rows)
    lp.col_cost_, lp.offset_ = np.array([satu.harga for satu in langkah], dtype=np.double), float(offset)
    lp.col_lower_ = np.zeros(len(langkah))
    lp.col_upper_ = np.array([satu.paling for satu in langkah], dtype=np.double)
    lp.row_lower_ = lp.row_upper_ = np.array([steps for _, _, steps in rows], dtype=np.double)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(langkah)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(columns) for columns, _, _ in rows)]).astype(np.int32)
    lp.a_matrix_.index_ = np.array([column for columns, _, _ in rows for column in columns], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([sign for _, signs, _ in rows for sign in signs], dtype=np.double)
    solver.passModel(lp)
    return solver


def _answer(solver: Highs, langkah: Sequence[_Langkah], offset: int) -> list[int] | None:
    """The variables in whole numbers; None where the solver has no answer.

    The objective is computed again: one that differs from what was reported, or that is better than the bound, is the
    mark of a solver that went wrong.
    """
    info = solver.getInfo()
    if info.primal_solution_status != _feasible():
        return None
    steps = [int(value + 0.5) for value in solver.getSolution().col_value[: len(langkah)]]
    again = offset + sum(satu.harga * times for satu, times in zip(langkah, steps, strict=True))
    if abs(again - info.objective_function_value) > GAP or again < info.mip_dual_bound - GAP:
        raise ArithmeticError("the objective is not what the solver reported")
    return steps


def _feasible() -> Any:
    import highspy

    return highspy.SolutionStatus.kSolutionStatusFeasible


def _too_tight(soal: Soal, langkah: Sequence[_Langkah], detik: float) -> tuple[int, ...]:
    """The fewest sums that would have to be given up for an answer to exist."""
    import highspy
    import numpy as np

    solver = _model(soal, [replace(satu, harga=0) for satu in langkah], 0, detik)
    start, rows = len(langkah), len(soal.hubungan)
    for row in range(rows):
        # A sum that is given up misses its steps by any number, in either direction.
        for sign in (1.0, -1.0):
            solver.addCol(1.0, 0.0, highspy.kHighsInf, 1, np.array([row], dtype=np.int32), np.array([sign]))
    solver.run()
    values = solver.getSolution().col_value
    if len(values) < start + 2 * rows:
        return ()
    return tuple(row for row in range(rows) if values[start + 2 * row] + values[start + 2 * row + 1] > 0.5)
