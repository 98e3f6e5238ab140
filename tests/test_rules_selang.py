"""rules.selang: intervals of shares, means and medians, and how often they hold the truth."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from math import comb
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.aturan_layanan import VersiSelang
from kinerja.numbers import half_up
from kinerja.rules import selang as rule
from kinerja.rules.errors import UnusableInput
from kinerja.rules.selang import (
    Selang,
    difference,
    ikm_interval,
    is_small,
    mean_interval,
    median_ranks,
    unsur_interval,
    wilson,
)
from kinerja.rules.versi import version_on

VERSI = VersiSelang(
    berlaku_mulai=date(2017, 1, 1), dasar=(), tingkat=Decimal("0.95"), z=Decimal("1.959964"), n_kecil=30
)  # fmt: skip
ANSWERS = (1, 2, 3, 4)


def _rounded(selang: Selang, places: int) -> tuple[Decimal, Decimal]:
    assert selang.atas is not None
    return half_up(selang.bawah, places), half_up(selang.atas, places)


# Proportions


@pytest.mark.parametrize(
    ("berhasil", "n", "expected"),
    [
        # Newcombe 1998, Statistics in Medicine 17, table I, method 3
        (81, 263, ("0.2553", "0.3662")),
        (15, 148, ("0.0624", "0.1605")),
        (0, 20, ("0.0000", "0.1611")),
        (1, 29, ("0.0061", "0.1718")),
    ],
)
def test_wilson_gives_the_published_limits(berhasil, n, expected):
    """Four decimals, the score method without continuity correction."""
    assert tuple(map(Decimal, expected)) == _rounded(wilson(VERSI, berhasil, n), 4)


@given(st.integers(1, 10**6), st.data())
def test_a_proportion_lies_in_its_interval_and_the_interval_between_nothing_and_all(n, data):
    """Also where none or all succeed; failures mirror successes."""
    berhasil = data.draw(st.integers(0, n))
    selang, mirrored = wilson(VERSI, berhasil, n), wilson(VERSI, n - berhasil, n)

    assert 0 <= selang.bawah <= Fraction(berhasil, n) <= selang.atas <= 1
    assert selang.bawah < selang.atas
    assert (1 - mirrored.atas, 1 - mirrored.bawah) == (selang.bawah, selang.atas)


def test_all_of_a_few_is_not_certain():
    """Ten of ten still allows less than three quarters."""
    assert wilson(VERSI, 10, 10).atas == 1
    assert Decimal("0.7225") == half_up(wilson(VERSI, 10, 10).bawah, 4)


@pytest.mark.parametrize(("berhasil", "n"), [(0, 0), (-1, 5), (6, 5)])
def test_impossible_counts_are_refused(berhasil, n):
    """More successes than observations, or none observed."""
    with pytest.raises(UnusableInput):
        wilson(VERSI, berhasil, n)


# Means


@pytest.mark.parametrize(
    ("freedom", "quantile"),
    # Student's t, 97.5 %, from the tables
    [(3, "3.182"), (4, "2.776"), (9, "2.262"), (19, "2.093"), (29, "2.045"), (99, "1.984"), (999, "1.962")],
)
def test_the_t_quantile_is_that_of_the_tables(freedom, quantile):
    """Within 0.15 %, from three degrees of freedom on."""
    t = rule._student(Fraction(VERSI.z), freedom)

    assert abs(t / Fraction(quantile) - 1) < Fraction(15, 10_000)


def test_of_yes_and_no_the_mean_interval_is_nearly_wilsons():
    """Answers at the two ends only have no smaller spread than a proportion; only t makes it wider."""
    of_mean = unsur_interval(VERSI, (300, 0, 0, 700), None)
    of_share = wilson(VERSI, 700, 1000)

    for bound, share in ((of_mean.bawah, of_share.bawah), (of_mean.atas, of_share.atas)):
        assert abs(bound - (1 + 3 * share)) < Fraction(1, 1000)


@given(st.lists(st.integers(0, 300), min_size=4, max_size=4).filter(any), st.integers(0, 3000))
def test_a_mean_lies_in_its_interval_and_the_interval_in_the_scale(jawaban, unasked):
    """For any answers and any number of people not asked."""
    n = sum(jawaban)
    mean = Fraction(sum(value * count for value, count in zip(ANSWERS, jawaban, strict=True)), n)
    selang = unsur_interval(VERSI, jawaban, n + unasked)

    assert 1 <= selang.bawah <= mean <= selang.atas <= 4
    if unasked:
        assert selang.bawah < selang.atas


@given(st.lists(st.integers(0, 50), min_size=4, max_size=4).filter(lambda x: sum(x) > 1), st.integers(1, 1000))
def test_the_more_of_the_users_are_asked_the_narrower(jawaban, unasked):
    """The correction for a finite population never widens an interval."""
    n = sum(jawaban)
    few, many, unknown = (unsur_interval(VERSI, jawaban, total) for total in (n + unasked, n + 10 * unasked, None))

    assert few.atas - few.bawah <= many.atas - many.bawah <= unknown.atas - unknown.bawah


def test_where_everyone_was_asked_there_is_no_uncertainty():
    """The interval is the point."""
    assert Selang(Fraction(3), Fraction(3)) == unsur_interval(VERSI, (1, 1, 1, 3), 6)


def test_one_answer_says_nothing_and_equal_answers_are_not_certain():
    """A spread of zero in ten answers is chance, not certainty."""
    assert Selang(Fraction(1), Fraction(4)) == unsur_interval(VERSI, (0, 0, 0, 1), None)
    assert unsur_interval(VERSI, (0, 0, 0, 10), None).bawah < Fraction(7, 2)


@pytest.mark.parametrize(
    ("mean", "ragam", "n", "populasi", "at"),
    [
        (3, 1, 10, 9, ("populasi",)),
        (3, 1, 0, None, ("n",)),
        (5, 1, 10, None, ("nrr",)),
        (3, -1, 10, None, ("ragam",)),
    ],
)
def test_what_cannot_be_is_refused(mean, ragam, n, populasi, at):
    """Fewer users than respondents, nobody asked, a mean off the scale, a negative spread."""
    with pytest.raises(UnusableInput) as caught:
        mean_interval(VERSI, Fraction(mean), Fraction(ragam), n, populasi)

    assert at == caught.value.at


def test_unsur_without_answers_is_refused():
    """Nor with a negative count."""
    for jawaban in ((0, 0, 0, 0), (-1, 2, 3, 4)):
        with pytest.raises(UnusableInput, match="sedikitnya satu jawaban"):
            unsur_interval(VERSI, jawaban, None)


def test_the_interval_of_the_ikm_is_that_of_the_mean_on_the_scale_of_the_index(repo):
    """25 times; 100 users, 80 of them asked."""
    skm = version_on(repo.aturan.skm, date(2026, 1, 1))
    nrr = [Fraction(3), Fraction(7, 2)]
    of_mean = mean_interval(VERSI, Fraction(13, 4), Fraction(1, 4), 80, 100)

    assert Selang(25 * of_mean.bawah, 25 * of_mean.atas) == ikm_interval(VERSI, skm, nrr, Fraction(1, 4), 80, 100)


def test_the_interval_of_the_ikm_needs_an_unsur(repo):
    """No index of nothing."""
    with pytest.raises(UnusableInput, match="satu unsur"):
        ikm_interval(VERSI, version_on(repo.aturan.skm, date(2026, 1, 1)), [], Fraction(1), 10, None)


def test_no_result_is_a_float():
    """Exact numbers all the way."""
    selang = unsur_interval(VERSI, (1, 2, 3, 4), 100)

    assert {Fraction} == {type(bound) for one in (selang, wilson(VERSI, 3, 7)) for bound in (one.bawah, one.atas)}


# Coverage, by simulation: users of a service answer 1-4, some of them are asked

SATISFIED, DIVIDED, HAPPY = (1, 4, 45, 50), (20, 10, 30, 40), (1, 2, 12, 85)
POPULATIONS = {60: (10, 30), 250: (10, 30, 100), 3000: (10, 30, 100, 200)}
SAMPLES = 300


def _unsur_coverage(rng: random.Random, weights: tuple[int, ...], users: int, n: int) -> int:
    """How many of the samples have the mean of all users in their interval."""
    hits = 0
    for turn in range(SAMPLES):
        if turn % 10 == 0:
            everyone = rng.choices(ANSWERS, weights, k=users)
            truth = Fraction(sum(everyone), users)
        asked = rng.sample(everyone, n)
        selang = unsur_interval(VERSI, [asked.count(value) for value in ANSWERS], users)
        hits += selang.bawah <= truth <= selang.atas
    return hits


def _person(rng: random.Random, edges: list[float]) -> int:
    """The sum of a person's nine answers, which share a mood."""
    mood = rng.gauss(0, 0.6)
    return sum(1 + sum(mood + rng.gauss(0, 0.8) > edge for edge in edges) for _ in range(9))


def _ikm_coverage(rng: random.Random, everyone: list[int], n: int, skm) -> int:
    """As above for the index, from the sums of nine answers."""
    truth, hits = Fraction(25 * sum(everyone), 9 * len(everyone)), 0
    for _ in range(SAMPLES):
        asked = rng.sample(everyone, n)
        total, squares = sum(asked), sum(one * one for one in asked)
        ragam = Fraction(n * squares - total * total, 81 * n * (n - 1))
        selang = ikm_interval(VERSI, skm, [Fraction(total, 9 * n)], ragam, n, len(everyone))
        hits += selang.bawah <= truth <= selang.atas
    return hits


@pytest.mark.parametrize("weights", [SATISFIED, DIVIDED, HAPPY], ids=["satisfied", "divided", "happy"])
def test_the_interval_of_an_unsur_holds_the_mean_of_all_users_as_often_as_it_says(weights):
    """Nominal 95 %: at least 93 % over all sizes, and no size below 90 % of its samples."""
    rng = random.Random(20261124)
    hits = [_unsur_coverage(rng, weights, users, n) for users, sizes in POPULATIONS.items() for n in sizes]

    assert sum(hits) >= Fraction(93, 100) * SAMPLES * len(hits)
    assert min(hits) >= Fraction(90, 100) * SAMPLES


@pytest.mark.parametrize("weights", [SATISFIED, DIVIDED, HAPPY], ids=["satisfied", "divided", "happy"])
def test_the_interval_of_the_ikm_holds_the_index_of_all_users_as_often_as_it_says(weights, repo):
    """Nine answers of one person resemble each other; weighed by persons the interval still keeps its word."""
    rng = random.Random(20261124)
    skm = version_on(repo.aturan.skm, date(2026, 1, 1))
    edges = [NormalDist().inv_cdf(part / 100) for part in list(accumulate(weights))[:-1]]
    hits = []
    for users, sizes in POPULATIONS.items():
        everyone = [_person(rng, edges) for _ in range(users)]
        hits += [_ikm_coverage(rng, everyone, n, skm) for n in sizes]

    assert sum(hits) >= Fraction(93, 100) * SAMPLES * len(hits)
    assert min(hits) >= Fraction(89, 100) * SAMPLES


# Differences


def test_the_difference_of_shares_has_the_published_limits():
    """Newcombe 1998, Statistics in Medicine 17, table II, method 10: 56/70 - 48/80."""
    selang = difference(Fraction(48, 80), wilson(VERSI, 48, 80), Fraction(56, 70), wilson(VERSI, 56, 70))

    assert (Decimal("0.0524"), Decimal("0.3339")) == _rounded(selang, 4)


BOUNDED = st.lists(st.fractions(-100, 100), min_size=3, max_size=3).map(sorted)


@given(BOUNDED, BOUNDED)
def test_a_difference_lies_in_its_interval_and_turns_round_with_its_sides(lama, baru):
    """New − old mirrors old − new."""
    first, second = Selang(lama[0], lama[2]), Selang(baru[0], baru[2])
    forward, back = difference(lama[1], first, baru[1], second), difference(baru[1], second, lama[1], first)

    assert forward.bawah <= baru[1] - lama[1] <= forward.atas
    assert (forward.bawah, forward.atas) == (-back.atas, -back.bawah)


def test_an_interval_without_an_upper_bound_leaves_the_difference_open():
    """New ones without: no upper bound; old ones without: refused, for there is no lower bound."""
    bounded, unbounded = Selang(Fraction(1), Fraction(3)), Selang(Fraction(1), None)

    assert difference(Fraction(2), bounded, Fraction(2), unbounded).atas is None
    with pytest.raises(UnusableInput, match="batas atas"):
        difference(Fraction(2), unbounded, Fraction(2), bounded)


# Medians


def _coverage(n: int, lower: int) -> Fraction:
    """P(X_(lower) < median < X_(n+1−lower)) of any continuous distribution."""
    return 1 - Fraction(2 * sum(comb(n, i) for i in range(lower)), 2**n)


@pytest.mark.parametrize("n", [6, 7, 10, 20, 50, 100, 385, 1000])
def test_the_ranks_of_a_median_are_the_narrowest_that_reach_the_level(n):
    """By the binomial distribution itself."""
    lower, upper = median_ranks(VERSI, n)

    assert n + 1 == lower + upper
    assert _coverage(n, lower) >= Fraction(95, 100) > _coverage(n, lower + 1)


@pytest.mark.parametrize(("n", "ranks"), [(6, (1, 6)), (10, (2, 9)), (20, (6, 15)), (50, (18, 33)), (100, (40, 61))])
def test_the_ranks_are_those_of_the_tables(n, ranks):
    """The sign test's table, two-sided 5 %."""
    assert ranks == median_ranks(VERSI, n)


@pytest.mark.parametrize("n", range(6))
def test_up_to_five_observations_do_not_bound_a_median(n):
    """The smallest and the largest of five hold it in 93.75 % only: ranks that no observation has."""
    assert (0, n + 1) == median_ranks(VERSI, n)


@pytest.mark.parametrize("n", [1001, 1500, 2000, 5001])
def test_beyond_a_thousand_the_ranks_are_never_too_narrow(n):
    """The approximation gives away one rank at most."""
    lower, _ = median_ranks(VERSI, n)

    assert _coverage(n, lower) >= Fraction(95, 100) > _coverage(n, lower + 2)


@given(st.integers(0, 10**8))
def test_ranks_lie_around_the_middle(n):
    """However many, and at once."""
    lower, upper = median_ranks(VERSI, n)

    assert 0 <= lower <= upper <= n + 1
    assert n + 1 == lower + upper


def test_a_negative_number_of_observations_is_refused():
    """There is no such register."""
    with pytest.raises(UnusableInput, match="negatif"):
        median_ranks(VERSI, -1)


def test_a_sample_is_small_below_the_number_of_the_rule():
    """29 of 30."""
    assert (True, False) == (is_small(VERSI, 29), is_small(VERSI, 30))


def test_the_interval_of_the_ikm_counts_with_the_unsur_that_few_answered(repo):
    """Only those who complained rate the handling of complaints: one in ten of a hundred respondents."""
    rng = random.Random(20261124)
    skm = version_on(repo.aturan.skm, date(2026, 1, 1))
    everyone = [(_mark(rng), _mark(rng) if rng.random() < 0.1 else None) for _ in range(2000)]
    complained = [second for _, second in everyone if second]
    truth = Fraction(25 * sum(first for first, _ in everyone), 2 * 2000) + Fraction(
        25 * sum(complained), 2 * len(complained)
    )
    hits = 0
    for _ in range(SAMPLES):
        asked = rng.sample(everyone, 100)
        rated = [second for _, second in asked if second]
        if len(rated) < 2:
            continue
        means = [Fraction(sum(first for first, _ in asked), 100), Fraction(sum(rated), len(rated))]
        own = [
            (first - means[0]) + ((second - means[1]) * Fraction(100, len(rated)) if second else 0)
            for first, second in asked
        ]
        ragam = sum((one**2 for one in own), start=Fraction(0)) / 4 / 99
        selang = ikm_interval(VERSI, skm, means, ragam, 100, 2000, len(rated))
        hits += selang.bawah <= truth <= selang.atas

    assert hits >= Fraction(92, 100) * SAMPLES


def _mark(rng: random.Random) -> int:
    return rng.choices(ANSWERS, SATISFIED)[0]
