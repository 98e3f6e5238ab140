"""Controlled rounding: additive, within one step, unbiased, pinned, and never an answer that was not verified."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.disclosure import pembulatan
from kinerja.disclosure.pembulatan import CannotRound, Soal, faults, round_counts, verify, within

BASE = 5


@dataclass(frozen=True)
class Sum:
    """A sum of the system."""

    jumlah: int
    bagian: tuple[int, ...]


def table(rows: Sequence[Sequence[int]], **more: dict[int, int]) -> Soal:
    """A table with its margins and its total, row by row; a column more and a row more than `rows`."""
    wide = [[*row, sum(row)] for row in rows]
    full = [*wide, [sum(column) for column in zip(*wide, strict=True)]]
    n, m = len(full), len(full[0])
    sums = [Sum(i * m + m - 1, tuple(range(i * m, i * m + m - 1))) for i in range(n)]
    sums += [Sum((n - 1) * m + j, tuple(i * m + j for i in range(n - 1))) for j in range(m)]
    return Soal(nilai=[count for row in full for count in row], hubungan=sums, kelipatan=BASE, **more)


tables = st.integers(1, 6).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 40), min_size=width, max_size=width), min_size=1, max_size=6)
)


@given(tables, st.integers(0, 2**32))
@settings(deadline=None, max_examples=60)
def test_every_count_goes_to_a_neighbour_and_every_sum_adds_up(rows: list[list[int]], seed: int) -> None:
    """Multiples stay, and the answer is one of the best for its draw."""
    soal = table(rows)
    found = round_counts(soal, Random(seed))

    assert [] == [*faults(soal, found.terbit)]
    assert all(value == count for value, count in zip(found.terbit, soal.nilai, strict=True) if count % BASE == 0)
    assert all(
        abs(value - count) < BASE and value % BASE == 0 for value, count in zip(found.terbit, soal.nilai, strict=True)
    )
    assert found.optimal
    assert found == round_counts(soal, Random(seed))


@given(tables, st.integers(0, 2**32), st.data())
@settings(deadline=None, max_examples=40)
def test_what_was_published_stays_where_it_can(rows: list[list[int]], seed: int, data: st.DataObject) -> None:
    """The same table draws nothing new; a correction of one person moves little, and what it can keep it keeps."""
    soal = table(rows)
    first = round_counts(soal, Random(seed)).terbit
    again = round_counts(table(rows, lama=dict(enumerate(first))), Random(seed + 1))
    assert (first, 0) == (again.terbit, again.bergeser)

    i, j = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(0, len(rows[0]) - 1))
    rows[i][j] += 1
    after = table(rows, lama=dict(enumerate(first)))
    corrected = round_counts(after, Random(seed + 1))
    stays = all(within(after, place, old) for place, old in enumerate(first))

    assert [] == [*faults(after, corrected.terbit)]
    assert not stays or first == corrected.terbit
    assert corrected.bergeser == sum(
        within(after, place, old) and old != new
        for place, (old, new) in enumerate(zip(first, corrected.terbit, strict=True))
    )


def test_draws_are_unbiased() -> None:
    """Over 300 draws the mean error of every count is small, and of all counts together next to nothing."""
    chance = Random(20261124)
    soal = table([[chance.randrange(30) for _ in range(4)] for _ in range(5)])
    draws = [round_counts(soal, Random(seed)).terbit for seed in range(300)]
    errors = [fmean(draw[i] for draw in draws) - count for i, count in enumerate(soal.nilai)]

    assert abs(fmean(errors)) < 0.1
    assert max(map(abs, errors)) < 1


def test_a_protective_bound_is_kept() -> None:
    """11 of 11 become 10, never 15: 15 would say that nobody is outside."""
    soal = table([[11, 0], [30, 7]], atas={0: 13, 2: 13})

    assert {10} == {round_counts(soal, Random(seed)).terbit[0] for seed in range(20)}
    assert 15 in {round_counts(table([[11, 0], [30, 7]]), Random(seed)).terbit[0] for seed in range(40)}


def test_a_bound_that_no_answer_can_keep_is_told_with_its_sum() -> None:
    """Five groups of 11, each at most 10, are never 55; what all of them hang on is the one sum."""
    soal = Soal(
        nilai=[11] * 5 + [55], hubungan=[Sum(5, (0, 1, 2, 3, 4))], kelipatan=BASE, atas=dict.fromkeys(range(5), 13)
    )
    with pytest.raises(CannotRound) as found:
        round_counts(soal, Random(1))

    assert (0,) == found.value.hubungan


def test_a_sum_that_nobody_prints_may_be_further_off_where_nothing_else_is_left() -> None:
    """Five groups of 11, each at most 10: 50 stands for the 55 that no table shows."""
    soal = Soal(
        nilai=[11] * 5 + [55], hubungan=[Sum(5, (0, 1, 2, 3, 4))], kelipatan=BASE,
        atas=dict.fromkeys(range(5), 13), lentur={5},
    )  # fmt: skip

    assert (10, 10, 10, 10, 10, 50) == round_counts(soal, Random(1)).terbit


def test_a_bound_below_the_count_itself_has_no_answer() -> None:
    """The lower neighbour of 12 is 10; at most 5 may be published."""
    with pytest.raises(ArithmeticError):
        round_counts(Soal(nilai=[12], hubungan=[], kelipatan=BASE, atas={0: 5}), Random(1))


def test_nothing_unverified_comes_out_when_time_runs_out() -> None:
    """Without a second, there is no answer."""
    chance = Random(1)
    soal = table([[chance.randrange(99) for _ in range(30)] for _ in range(60)])
    with contextlib.suppress(CannotRound):
        assert [] == [*faults(soal, round_counts(soal, Random(1), detik=0).terbit)]


def test_an_answer_that_is_wrong_in_one_unit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the solver says: each count and each sum is looked at again in whole numbers."""
    soal = table([[3, 8], [7, 12]])
    good = round_counts(soal, Random(1)).terbit
    for place in range(len(good)):
        with pytest.raises(ArithmeticError):
            verify(soal, [*good[:place], good[place] + BASE, *good[place + 1 :]])

    def lying(*_: object) -> list[int]:
        return [0] * sum(count % BASE > 0 for count in soal.nilai)

    monkeypatch.setattr(pembulatan, "_answer", lying)
    with pytest.raises(ArithmeticError):
        round_counts(soal, Random(1))
