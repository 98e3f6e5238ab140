"""rules.skm: NRR, IKM, mutu, and how a stated IKM was computed."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.aturan_layanan import Unsur, VersiSkm
from kinerja.model.dokumen import Pita
from kinerja.numbers import half_up
from kinerja.rules.errors import UnusableInput
from kinerja.rules.skm import (
    Cara,
    ikm_by,
    ikm_exact,
    ikm_of,
    mutu_of,
    nrr_of,
    possible_mean,
    reproductions,
    weights,
)
from kinerja.rules.versi import version_on

EXACT, LONG, SHORT = Fraction(1, 9), Fraction("0.111"), Fraction("0.11")
VERSI = VersiSkm(
    berlaku_mulai=date(2017, 1, 1), dasar=(), jawaban_maksimal=4, pengali=25, desimal=2,
    unsur=tuple(Unsur(id=f"unsur-{i}", nama=f"Unsur {i}", urutan=i) for i in range(1, 10)),
    bobot_beredar=(EXACT, LONG, SHORT),
    pita=tuple(
        Pita(id=id_, nama=id_, bawah=Decimal(bawah))
        for id_, bawah in (("D", "25"), ("C", "65.00"), ("B", "76.61"), ("A", "88.31"))
    ),
)  # fmt: skip
NRR = st.fractions(1, 4, max_denominator=500)
NINE = st.lists(NRR, min_size=9, max_size=9)


def _total(total: int, n: int) -> list[Fraction]:
    """Nine NRR whose answers add up to `total`, spread evenly."""
    base, rest = divmod(total, 9)
    return [nrr_of(VERSI, base + (i < rest), n) for i in range(9)]


def test_the_rule_of_today_is_that_of_these_tests(repo):
    """The data hold the edges, the weights and nine unsur of the regulation of 2017."""
    versi = version_on(repo.aturan.skm, date(2026, 1, 1))

    assert (VERSI.bobot_beredar, [pita.bawah for pita in VERSI.pita], 9) == (
        versi.bobot_beredar,
        [pita.bawah for pita in versi.pita],
        len(versi.unsur),
    )


def test_nrr_is_the_exact_mean_of_the_answers():
    """708 points of 200 people."""
    assert Fraction("3.54") == nrr_of(VERSI, 708, 200)


@pytest.mark.parametrize(("jumlah", "responden"), [(199, 200), (801, 200), (0, 1)])
def test_a_sum_outside_the_answers_is_refused(jumlah, responden):
    """Answers are 1 to 4."""
    with pytest.raises(UnusableInput, match="jumlah nilai harus di antara"):
        nrr_of(VERSI, jumlah, responden)


def test_a_survey_without_respondents_is_refused():
    """There is nothing to divide by."""
    with pytest.raises(UnusableInput, match="jumlah responden harus paling sedikit 1"):
        nrr_of(VERSI, 0, 0)


def test_an_index_without_unsur_is_refused():
    """An empty survey has no index, not the index 0."""
    with pytest.raises(UnusableInput, match="sedikitnya satu unsur"):
        ikm_exact(VERSI, [])


@given(st.lists(NRR, min_size=1, max_size=14))
def test_the_index_lies_between_25_and_100(nrr):
    """For any number of unsur."""
    assert 25 <= ikm_of(VERSI, nrr) <= 100


@given(NINE, st.integers(0, 8), NRR)
def test_a_better_unsur_never_lowers_the_index(nrr, i, better):
    """The index is monotone in every unsur."""
    raised = [*nrr[:i], max(nrr[i], better), *nrr[i + 1 :]]

    assert ikm_of(VERSI, nrr) <= ikm_of(VERSI, raised)


@given(NINE)
def test_the_exact_weight_gives_the_exact_index(nrr):
    """1/9 of each of nine unsur is their mean."""
    assert ikm_exact(VERSI, nrr) == ikm_by(VERSI, nrr, Cara(bobot=EXACT))


@pytest.mark.parametrize(("bobot", "highest"), [(EXACT, "100.00"), (LONG, "99.90"), (SHORT, "99.00")])
def test_a_rounded_weight_lowers_the_highest_index(bobot, highest):
    """Even when everybody gives 4."""
    assert Decimal(highest) == half_up(ikm_by(VERSI, [Fraction(4)] * 9, Cara(bobot=bobot)), 2)


def test_weight_of_two_decimals_lowers_the_letter_of_168_totals():
    """n = 200: of 5,401 possible totals of all answers, by the weight 0.11 instead of 1/9."""
    lowered = [
        total
        for total in range(9 * 200, 9 * 800 + 1)
        if half_up(Fraction(total * 25, 1800), 2) >= Decimal("65.00")
        and mutu_of(VERSI, Fraction(total * 25, 1800)).bawah > _letter_by_short_weight(total)
    ]

    assert (5401, 168) == (9 * 800 + 1 - 9 * 200, len(lowered))


def _letter_by_short_weight(total: int) -> Decimal:
    return mutu_of(VERSI, ikm_by(VERSI, _total(total, 200), Cara(bobot=SHORT))).bawah


def test_all_1296_means_in_the_gaps_of_the_printed_table_get_a_letter(facts):
    """After rounding, each lies in one of the two bands around its gap."""
    with (facts / "ikm_band_gap_vectors.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    letters = [
        mutu_of(VERSI, ikm_exact(VERSI, _total(int(r["total_nilai_semua"]), int(r["n_responden"])))) for r in rows
    ]

    assert (1296, []) == (
        len(rows),
        [row for row, letter in zip(rows, letters, strict=True) if letter.id not in row["gap"].split("/")],
    )


@pytest.mark.parametrize(("tahun", "expected"), [(2005, "B"), (2016, "B"), (2017, "C"), (2026, "C")])
def test_the_letter_of_76_49_depends_on_the_year_of_the_survey(repo, tahun, expected):
    """Kalimantan Barat 2016: Baik then, Kurang Baik by the table of 2017."""
    versi = version_on(repo.aturan.skm, date(tahun, 12, 31))

    assert expected == mutu_of(versi, Decimal("76.49")).id


@pytest.mark.parametrize("ikm", ["24.99", "100.01", "354"])
def test_an_index_off_the_scale_gets_no_letter(ikm):
    """A misplaced decimal point is not an A."""
    with pytest.raises(UnusableInput, match="di luar nilai yang mungkin"):
        mutu_of(VERSI, Decimal(ikm))


def test_a_stated_index_names_the_weight_it_was_computed_with():
    """87.62 of nine times 3.54 is 0.11 and nothing else."""
    ways = reproductions(VERSI, [Fraction("3.54")] * 9, Decimal("87.62"))

    assert {SHORT} == {cara.bobot for cara in ways}


def test_an_index_that_follows_from_nothing_has_no_reproduction():
    """The report contradicts itself."""
    assert () == reproductions(VERSI, [Fraction("3.54")] * 9, Decimal("90.00"))


def test_rounding_of_the_nrr_is_told_apart_from_the_exact_way():
    """Nine means of 10/3: exact 83.33, from 3.33 it is 83.25."""
    ways = reproductions(VERSI, [Fraction(10, 3)] * 9, Decimal("83.25"))

    assert Cara(bobot=EXACT, desimal_nrr=2) in ways
    assert Cara(bobot=EXACT) not in ways


@given(NINE, st.sampled_from([EXACT, LONG, SHORT]), st.sampled_from([None, 2, 3]), st.sampled_from([None, 2, 3]))
def test_the_way_that_made_an_index_is_always_among_its_reproductions(nrr, bobot, desimal_nrr, desimal_tertimbang):
    """No way is forgotten."""
    cara = Cara(bobot=bobot, desimal_nrr=desimal_nrr, desimal_tertimbang=desimal_tertimbang)

    assert cara in reproductions(VERSI, nrr, half_up(ikm_by(VERSI, nrr, cara), 2))


def test_a_survey_with_eight_unsur_has_its_own_weights():
    """1/8 is 0.125; its rounding to two decimals is 0.13."""
    assert (Fraction(1, 8), Fraction("0.13")) == weights(VERSI, 8)


@pytest.mark.parametrize(
    ("nrr", "responden", "expected"),
    [
        ("3.47", 10, False),
        ("3.40", 10, True),
        ("3.33", 3, True),
        ("3.34", 3, False),
        ("3.67", 3, True),
        ("3.47", 100, True),
    ],
)
def test_a_mean_of_few_people_is_possible_or_not(nrr, responden, expected):
    """The sum of the answers is whole."""
    assert expected is possible_mean(Decimal(nrr), responden, 2)


@given(st.integers(1, 2000), st.integers(1, 3), st.data())
def test_every_mean_that_occurs_is_possible(responden, desimal, data):
    """The check accuses no true figure."""
    jumlah = data.draw(st.integers(responden, 4 * responden))

    assert possible_mean(half_up(Fraction(jumlah, responden), desimal), responden, desimal)


@given(st.integers(1, 60), st.integers(1, 2), st.data())
def test_a_mean_that_never_occurs_is_impossible(responden, desimal, data):
    """Against all sums of answers, one by one."""
    nrr = half_up(data.draw(st.decimals(1, 4, places=desimal)), desimal)
    means = {half_up(Fraction(jumlah, responden), desimal) for jumlah in range(responden, 4 * responden + 1)}

    assert (nrr in means) is possible_mean(nrr, responden, desimal)
