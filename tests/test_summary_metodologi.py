"""The page of the method: what it says is computed by the rules in force on the day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from kinerja.model.repository import Repository
from kinerja.numbers import half_up
from kinerja.rules.skm import Cara, ikm_by, ikm_of, mutu_of
from kinerja.rules.versi import version_on
from kinerja.summary.figures import collect
from kinerja.summary.metodologi import RULES, Metodologi, methodology


@pytest.fixture(scope="module")
def view(repo: Repository, tanggal: date) -> Metodologi:
    return methodology(repo, tanggal)


def test_every_rule_has_formula_example_legal_basis_and_versions(view: Metodologi) -> None:
    for rule in view.kaidah.values():
        assert rule.perhitungan is not None
        assert rule.perhitungan.rumus
        assert rule.contoh
        assert rule.dasar
        assert all(dokumen.versi for dokumen in rule.dokumen)


def test_swapping_the_two_ratings_changes_the_predikat_only_where_one_is_below(view: Metodologi) -> None:
    assert view.matriks is not None
    found = [(s.rendah, s.hasil_rendah[0], s.perilaku_rendah[0]) for s in view.matriks.silang]

    assert [("Di bawah ekspektasi", "butuh-perbaikan", "kurang")] * 2 == found


def test_the_matrix_has_the_best_level_first(view: Metodologi) -> None:
    assert view.matriks is not None
    corner, opposite = view.matriks.sel[0][0][1], view.matriks.sel[-1][-1][1]

    assert ("Sangat Baik", "Sangat Kurang") == (corner, opposite)


def test_rounded_weights_lower_the_highest_index(view: Metodologi) -> None:
    assert view.survei is not None
    assert [("1/9", "100,00"), ("0,111", "99,90"), ("0,11", "99,00")] == [
        (b.bobot.teks, b.tertinggi.teks) for b in view.survei.bobot
    ]


def test_the_effect_of_a_weight_is_counted_over_every_possible_result(
    view: Metodologi, repo: Repository, tanggal: date
) -> None:
    """The page counts by search; here every total is computed one by one."""
    versi = version_on(repo.aturan.skm, tanggal)
    assert view.survei is not None
    assert versi is not None
    people, unsur = int(view.survei.responden.nilai or 0), len(versi.unsur)
    for shown in view.survei.bobot:
        lowered = 0
        for total in range(people * unsur, 4 * people * unsur + 1):
            nrr = [Fraction(total, people * unsur)] * unsur
            index = half_up(ikm_by(versi, nrr, Cara(bobot=Fraction(shown.bobot.nilai or 0))), 2)
            right = mutu_of(versi, ikm_of(versi, nrr)).bawah
            lowered += index < right and right > versi.pita[0].bawah
        assert (shown.bobot.teks, lowered) == (shown.bobot.teks, shown.turun.nilai)


def test_credit_points_are_printed_half_up(view: Metodologi) -> None:
    assert view.kredit is not None
    table = {nama: [a.teks for a in nilai] for nama, _, nilai in view.kredit.baris}

    assert ("5,63", "28,13") == (table["Pemula"][0], table["Ahli Madya"][2])
    assert 40 == sum(len(row) for row in table.values())


def test_the_sample_is_shown_before_and_after_rounding(view: Metodologi) -> None:
    assert view.sampel is not None
    assert ("500", "217,473", "217") in [tuple(a.teks for a in row) for row in view.sampel.baris]


def test_bounds_of_a_pattern_are_percentages_of_the_rule(view: Metodologi) -> None:
    assert view.pola is not None
    baik = [s for s in view.pola.syarat if s.organisasi == "Baik"]

    assert [("lebih dari", Decimal(50)), ("paling banyak", Decimal(70))] == [(k, a.nilai) for k, a in baik[0].batas]


def test_a_repealed_table_is_not_shown_as_bands(view: Metodologi, repo: Repository) -> None:
    repealed = [v.berlaku_mulai for v in repo.aturan.pita["ombudsman"].versi if v.dicabut]
    shown = [t.skala.berlaku_mulai for t in view.pita if t.skala.slug == "ombudsman"]

    assert repealed
    assert [] == [start for start in shown if start in repealed]


def test_before_a_rule_starts_its_part_is_left_out(repo: Repository) -> None:
    """Nothing is computed by a rule that is not in force, and the page still stands."""
    early = methodology(repo, date(2000, 1, 1))

    assert (None, None, None, None) == (early.matriks, early.pola, early.kredit, early.tenggat)
    assert {"akan-berlaku"} == {v.keadaan for v in early.kaidah["predikat"].dokumen[0].versi}


def test_a_version_ends_the_day_before_the_next_one(view: Metodologi) -> None:
    skm = view.kaidah["skm"].dokumen[0].versi

    assert [date(2013, 12, 31), date(2016, 12, 31), None] == [v.selesai for v in skm]
    assert ["arsip", "arsip", "berlaku"] == [v.keadaan for v in skm]


def test_every_figure_names_a_place_in_the_data(view: Metodologi, repo: Repository) -> None:
    figures = list(collect(view))
    files = {tempat.berkas for angka in figures for tempat in angka.masukan}

    assert len(figures) > 200
    assert set() == files - set(repo.sidik)


def test_rules_without_examples_are_still_explained(repo: Repository, tanggal: date) -> None:
    from dataclasses import replace

    bare = methodology(replace(repo, perhitungan={}), tanggal)

    assert [None] * len(RULES) == [rule.perhitungan for rule in bare.kaidah.values()]
    assert bare.survei is not None
