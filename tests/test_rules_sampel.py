"""rules.sampel: how many respondents a survey needs."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.aturan_layanan import VersiSampel
from kinerja.numbers import half_up
from kinerja.rules.errors import UnusableInput
from kinerja.rules.sampel import sample_exact, sample_size, sample_sufficient
from kinerja.rules.versi import version_on

VERSI = VersiSampel(
    berlaku_mulai=date(2017, 1, 1), dasar=(), khi_kuadrat=Decimal("3.841"), proporsi=Decimal("0.5"),
    galat=Decimal("0.05"), pembulatan="terdekat",
)  # fmt: skip


@pytest.fixture
def table(facts):
    """The published table of Krejcie and Morgan."""
    with (facts / "krejcie_morgan.csv").open(encoding="utf-8", newline="") as file:
        return [
            (int(row["populasi_N"]), int(row["sampel_S_tabel"]), row["S_rumus_tak_dibulatkan"])
            for row in csv.DictReader(file)
        ]


def test_all_ninety_rows_of_the_table_come_out(repo, table):
    """The parameters of the data, rounded to the nearest."""
    versi = version_on(repo.aturan.sampel, date(2026, 1, 1))

    assert (90, [size for _, size, _ in table]) == (len(table), [sample_size(versi, n) for n, _, _ in table])


def test_the_formula_before_rounding_is_the_collected_one(table):
    """Three decimals of every row."""
    assert [Decimal(raw) for _, _, raw in table] == [half_up(sample_exact(VERSI, n), 3) for n, _, _ in table]


def test_rounding_up_would_be_wrong_in_half_of_the_table(table):
    """Why the rule says nearest: 45 of 90 rows differ."""
    assert 45 == sum(ceil(sample_exact(VERSI, n)) != size for n, size, _ in table)


@pytest.mark.parametrize(
    ("populasi", "expected"),
    [(1, 1), (100, 80), (500, 217), (1000, 278), (10_000, 370), (10**6, 384), (10**9, 384)],
)
def test_known_sizes(populasi, expected):
    """The sizes that people quote."""
    assert expected == sample_size(VERSI, populasi)


@given(st.integers(1, 10**7))
def test_a_sample_is_never_larger_than_the_population(populasi):
    """Nor smaller than one."""
    assert 1 <= sample_size(VERSI, populasi) <= populasi


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_more_users_never_need_a_smaller_sample(populasi, more):
    """The size rises with the population."""
    assert sample_size(VERSI, populasi) <= sample_size(VERSI, populasi + more)


def test_the_size_itself_is_enough_and_one_less_is_not():
    """278 of 1000 users."""
    assert (True, False) == (sample_sufficient(VERSI, 278, 1000), sample_sufficient(VERSI, 277, 1000))


@pytest.mark.parametrize("populasi", [0, -1])
def test_a_service_without_users_has_no_sample(populasi):
    """Nobody can be asked."""
    with pytest.raises(UnusableInput, match="populasi harus paling sedikit 1"):
        sample_size(VERSI, populasi)
