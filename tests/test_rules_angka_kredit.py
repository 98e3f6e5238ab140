"""rules.angka_kredit: coefficient times percentage."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal

import pytest

from kinerja.rules.angka_kredit import credit_of
from kinerja.rules.errors import UnusableInput
from kinerja.rules.predikat import PREDIKAT, normalise_predikat
from kinerja.rules.versi import version_on


@pytest.fixture(scope="module")
def versi(repo):
    """Coefficients and percentages in force."""
    return version_on(repo.aturan.angka_kredit, date(2026, 1, 1))


def test_all_forty_published_values_come_out(versi, facts):
    """Eight ranks by five predikat, to the last decimal."""
    with (facts / "angka_kredit_konversi.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    ids = {jenjang.nama: jenjang.id for jenjang in versi.jenjang}
    computed = [str(credit_of(versi, ids[row["jenjang"]], normalise_predikat(row["predikat"]))) for row in rows]

    assert (40, [row["angka_kredit"] for row in rows]) == (len(rows), computed)


def test_half_of_a_hundredth_is_rounded_up(versi):
    """28.125 becomes 28.13, which Python's own round() misses."""
    assert Decimal("28.13") == credit_of(versi, "ahli-madya", "butuh-perbaikan")


def test_baik_gives_the_whole_coefficient(versi):
    """The coefficient is what Baik earns."""
    for jenjang in versi.jenjang:
        assert jenjang.koefisien == credit_of(versi, jenjang.id, "baik")


def test_a_better_predikat_always_earns_more(versi):
    """Strictly falling from the best to the worst, for every rank."""
    for jenjang in versi.jenjang:
        credits = [credit_of(versi, jenjang.id, predikat) for predikat in PREDIKAT]
        assert sorted(set(credits), reverse=True) == credits


def test_an_unknown_rank_is_refused_at_its_key(versi):
    """The message names the key and does not repeat the value."""
    with pytest.raises(UnusableInput, match="jenjang ini tidak ada") as caught:
        credit_of(versi, "ahli-sekali", "baik")

    assert ("jenjang",) == caught.value.at
