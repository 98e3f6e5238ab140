"""rules.predikat: nine cells, and the words of exports."""

from __future__ import annotations

import csv
from datetime import date
from itertools import product

import pytest

from kinerja.rules.errors import UnusableInput
from kinerja.rules.predikat import (
    EKSPEKTASI,
    PREDIKAT,
    normalise,
    normalise_ekspektasi,
    normalise_predikat,
    predikat_of,
)
from kinerja.rules.versi import version_on


@pytest.fixture(scope="module")
def versi(repo):
    """The nine cells in force."""
    return version_on(repo.aturan.predikat, date(2026, 1, 1))


def test_nine_cells_are_those_of_the_published_matrix(versi, facts):
    """Every row of the collected matrix, no more and no less."""
    with (facts / "predikat_matrix.csv").open(encoding="utf-8", newline="") as file:
        rows = {
            (row["hasil_kerja"].replace("_", "-"), row["perilaku_kerja"].replace("_", "-")): row["predikat"]
            for row in csv.DictReader(file)
        }

    assert {pair: normalise(word) for pair, word in rows.items()} == {
        pair: predikat_of(versi, *pair) for pair in product(EKSPEKTASI, EKSPEKTASI)
    }


@pytest.mark.parametrize(("hasil", "perilaku"), [*product(EKSPEKTASI, EKSPEKTASI)])
def test_every_pair_of_ratings_has_a_predikat(versi, hasil, perilaku):
    """The rule is total."""
    assert predikat_of(versi, hasil, perilaku) in PREDIKAT


@pytest.mark.parametrize("hasil", EKSPEKTASI)
def test_better_behaviour_never_lowers_the_predikat(versi, hasil):
    """For the same results, from the best to the worst behaviour."""
    order = [PREDIKAT.index(predikat_of(versi, hasil, perilaku)) for perilaku in EKSPEKTASI]

    assert sorted(order) == order


@pytest.mark.parametrize("perilaku", EKSPEKTASI)
def test_better_results_never_lower_the_predikat(versi, perilaku):
    """For the same behaviour, from the best to the worst results."""
    order = [PREDIKAT.index(predikat_of(versi, hasil, perilaku)) for hasil in EKSPEKTASI]

    assert sorted(order) == order


def test_results_and_behaviour_cannot_be_exchanged(versi):
    """Bad behaviour weighs more than bad results: the matrix is not symmetric on purpose."""
    baik, buruk = "di-atas-ekspektasi", "di-bawah-ekspektasi"

    assert ("kurang", "butuh-perbaikan") == (predikat_of(versi, baik, buruk), predikat_of(versi, buruk, baik))


def test_bad_behaviour_gives_the_same_predikat_for_good_and_best_results(versi):
    """Results above expectation do not make up for misconduct."""
    assert {"kurang"} == {predikat_of(versi, hasil, "di-bawah-ekspektasi") for hasil in EKSPEKTASI[:2]}


def test_a_pair_without_a_cell_is_refused(versi):
    """Unknown words never become a predikat."""
    with pytest.raises(UnusableInput, match="tidak ada sel predikat"):
        predikat_of(versi, "istimewa", "sesuai-ekspektasi")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sangat Baik", "sangat-baik"),
        ("SANGAT  BAIK ", "sangat-baik"),
        ("baik", "baik"),
        ("Butuh\u00a0Perbaikan", "butuh-perbaikan"),
        ("butuh_perbaikan", "butuh-perbaikan"),
        ("Kurang/misconduct", "kurang"),
        ("KURANG / MISCONDUCT", "kurang"),
        ("Kurang (misconduct)", "kurang"),
        ("sangat kurang", "sangat-kurang"),
        ("Diatas Ekspektasi", "di-atas-ekspektasi"),
        ("di atas ekspektasi", "di-atas-ekspektasi"),
        ("DIBAWAH EKSPEKTASI", "di-bawah-ekspektasi"),
        ("sesuai ekspektasi", "sesuai-ekspektasi"),
    ],
)
def test_words_of_exports_are_understood(text, expected):
    """Case, spaces and the usual misspellings do not matter."""
    assert expected == normalise(text)


@pytest.mark.parametrize(
    "text",
    ["", "-", " ", "Cukup", "Istimewa", "Luar Biasa", "Sangat Baik/misconduct", "misconduct",
     "Butuh Perbaikan (Cukup)", "baik sekali", "ekspektasi", "88"],
)  # fmt: skip
def test_other_words_are_no_predikat_of_a_person(text):
    """Exactly five words; everything else is for the caller to count or refuse."""
    assert normalise(text) is None


def test_a_rating_in_the_column_of_predikat_is_not_taken_for_one():
    """The two scales do not mix."""
    assert (None, None) == (normalise_predikat("di atas ekspektasi"), normalise_ekspektasi("Baik"))


@pytest.mark.parametrize("word", [*PREDIKAT, *EKSPEKTASI])
def test_an_id_is_its_own_word(word):
    """Normalising twice changes nothing."""
    assert word == normalise(word)


def test_names_in_the_data_are_understood(versi):
    """The words that the portal prints are words it reads."""
    names = [*versi.predikat, *versi.ekspektasi]

    assert [one.id for one in names] == [normalise(one.nama) for one in names]
