"""rules.pola_distribusi: exact counts, and counts known within bounds."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.aturan import Pola, Syarat, VersiPolaDistribusi
from kinerja.rules.errors import UnusableInput
from kinerja.rules.pola_distribusi import Rentang, judge, judge_bounds
from kinerja.rules.predikat import PREDIKAT
from kinerja.rules.versi import version_on

HALF, SEVENTY, SIXTY, TEN, NONE = (Fraction(n, 10) for n in (5, 7, 6, 1, 0))


def _syarat(*predikat, **batas):
    return Syarat(bunyi=f"{predikat} {batas}", predikat=predikat, **batas)


def _pola(organisasi, *syarat):
    return Pola(predikat_organisasi=organisasi, nama=organisasi, syarat=syarat)


VERSI = VersiPolaDistribusi(
    berlaku_mulai=date(2023, 1, 31),
    dasar=(),
    pegawai_minimal=10,
    pola=(
        _pola("istimewa", _syarat("sangat-baik", lebih_dari=HALF, maksimal=SEVENTY)),
        _pola(
            "baik",
            _syarat("baik", lebih_dari=HALF, maksimal=SEVENTY),
            _syarat("butuh-perbaikan", "kurang", lebih_dari=NONE),
        ),
        _pola("butuh-perbaikan", _syarat("butuh-perbaikan", minimal=SIXTY), _syarat("sangat-baik", maksimal=TEN)),
        _pola(
            "kurang",
            _syarat("kurang", minimal=SIXTY),
            _syarat("butuh-perbaikan", minimal=TEN),
            _syarat("sangat-baik", maksimal=TEN),
        ),
        _pola(
            "sangat-kurang",
            _syarat("sangat-kurang", minimal=SIXTY),
            _syarat("kurang", "butuh-perbaikan", minimal=TEN),
            _syarat("sangat-baik", maksimal=NONE),
        ),
    ),
)
ORGANISASI = st.sampled_from([pola.predikat_organisasi for pola in VERSI.pola])
COUNTS = st.fixed_dictionaries({kelas: st.integers(0, 60) for kelas in PREDIKAT})
SMALL = st.fixed_dictionaries({kelas: st.tuples(st.integers(0, 12), st.integers(0, 2)) for kelas in PREDIKAT})


def _outcomes(putusan):
    return [clause.hasil for clause in putusan.syarat]


def test_the_pattern_in_force_is_that_of_these_tests(repo):
    """The data hold the same bounds for every predikat of an organisation."""
    versi = version_on(repo.aturan.pola_distribusi, date(2026, 1, 1))

    assert (VERSI.pegawai_minimal, _bounds(VERSI)) == (versi.pegawai_minimal, _bounds(versi))


def _bounds(versi):
    return {
        (pola.predikat_organisasi, s.predikat, s.lebih_dari, s.minimal, s.maksimal)
        for pola in versi.pola
        for s in pola.syarat
    }


def test_all_baik_in_a_baik_organisation_breaks_two_clauses():
    """Over 70 percent, and nobody below."""
    putusan = judge(VERSI, "baik", {"baik": 40})

    assert ("di-luar", ["tidak-terpenuhi", "tidak-terpenuhi"]) == (putusan.hasil, _outcomes(putusan))


@pytest.mark.parametrize(
    ("organisasi", "jumlah", "expected"),
    [
        ("istimewa", {"sangat-baik": 28, "baik": 12}, "di-dalam"),
        ("istimewa", {"sangat-baik": 29, "baik": 11}, "di-luar"),
        ("istimewa", {"sangat-baik": 20, "baik": 20}, "di-luar"),
        ("istimewa", {"sangat-baik": 21, "baik": 19}, "di-dalam"),
        ("baik", {"baik": 70, "sangat-baik": 29, "kurang": 1}, "di-dalam"),
        ("baik", {"baik": 71, "sangat-baik": 20, "kurang": 10}, "di-luar"),
        ("baik", {"baik": 60, "sangat-baik": 40}, "di-luar"),
        ("butuh-perbaikan", {"butuh-perbaikan": 12, "sangat-baik": 2, "baik": 6}, "di-dalam"),
        ("butuh-perbaikan", {"butuh-perbaikan": 12, "sangat-baik": 3, "baik": 5}, "di-luar"),
        ("kurang", {"kurang": 12, "butuh-perbaikan": 2, "baik": 6}, "di-dalam"),
        ("kurang", {"kurang": 12, "butuh-perbaikan": 1, "baik": 7}, "di-luar"),
        ("sangat-kurang", {"sangat-kurang": 12, "kurang": 1, "butuh-perbaikan": 1, "baik": 6}, "di-dalam"),
        ("sangat-kurang", {"sangat-kurang": 18, "kurang": 1, "sangat-baik": 1}, "di-luar"),
    ],
)
def test_exact_counts_at_the_edges_of_every_pattern(organisasi, jumlah, expected):
    """The edge is inside for "at most" and "at least", outside for "more than"."""
    assert expected == judge(VERSI, organisasi, jumlah).hasil


def test_a_clause_tells_its_exact_share():
    """71 of 101, not 70 percent."""
    clause = judge(VERSI, "baik", {"baik": 71, "kurang": 30}).syarat[0]

    assert (Fraction(71, 101), Fraction(71, 101)) == (clause.bagian_terkecil, clause.bagian_terbesar)


@pytest.mark.parametrize("jumlah", [{}, {"baik": 9}, {"baik": 0}])
def test_a_small_unit_is_not_judged(jumlah):
    """Below the stated number no clause is looked at."""
    putusan = judge(VERSI, "baik", jumlah)

    assert ("tidak-dapat-dinilai", ()) == (putusan.hasil, putusan.syarat)


def test_bounds_on_both_sides_of_a_limit_leave_it_open():
    """35 ± 4 of 50 is 62 to 78 percent."""
    bounds = {"baik": Rentang(31, 39), "sangat-baik": Rentang(1, 9), "butuh-perbaikan": Rentang(6, 14)}
    putusan = judge_bounds(VERSI, "baik", bounds, Rentang(50, 50))

    assert ("tidak-pasti", ["tidak-pasti", "terpenuhi"]) == (putusan.hasil, _outcomes(putusan))


def test_an_exact_total_narrows_the_share():
    """The others are at least 15, so of 50 at most 35 can be Baik: 70 percent."""
    bounds = {"baik": Rentang(31, 39), "sangat-baik": Rentang(10, 14), "kurang": Rentang(5, 5)}
    clause = judge_bounds(VERSI, "baik", bounds, Rentang(50, 50)).syarat[0]

    assert (Fraction(31, 50), Fraction(35, 50), "terpenuhi") == (
        clause.bagian_terkecil,
        clause.bagian_terbesar,
        clause.hasil,
    )


def test_clauses_that_cannot_hold_together_are_outside():
    """18 of 30 must be Kurang and 3 Butuh Perbaikan; each may be, but not both when 8 are something else."""
    bounds = {"kurang": Rentang(15, 20), "butuh-perbaikan": Rentang(0, 5), "baik": Rentang(10, 10)}
    putusan = judge_bounds(VERSI, "kurang", bounds, Rentang(30, 30))

    assert ("di-luar", ["tidak-pasti", "tidak-pasti", "terpenuhi"]) == (putusan.hasil, _outcomes(putusan))


def test_too_few_people_for_sure_or_perhaps():
    """8 to 9 cannot be judged; 8 to 12 is open."""
    few, perhaps = ({"baik": Rentang(8, high)} for high in (9, 12))

    assert ("tidak-dapat-dinilai", "tidak-pasti") == (
        judge_bounds(VERSI, "baik", few).hasil,
        judge_bounds(VERSI, "baik", perhaps).hasil,
    )


@given(ORGANISASI, COUNTS)
def test_exact_counts_are_bounds_without_width(organisasi, jumlah):
    """The two ways of asking agree, and neither is ever open."""
    bounds = {kelas: Rentang(n, n) for kelas, n in jumlah.items()}
    putusan = judge(VERSI, organisasi, jumlah)

    assert putusan == judge_bounds(VERSI, organisasi, bounds)
    assert "tidak-pasti" not in {putusan.hasil, *_outcomes(putusan)}


@given(ORGANISASI, COUNTS)
def test_exact_outcome_is_that_of_plain_fractions(organisasi, jumlah):
    """Against the clauses read one by one."""
    total = sum(jumlah.values())
    pola = next(pola for pola in VERSI.pola if pola.predikat_organisasi == organisasi)
    inside = total >= 10 and all(
        _holds(syarat, Fraction(sum(jumlah[kelas] for kelas in syarat.predikat), total)) for syarat in pola.syarat
    )
    expected = "tidak-dapat-dinilai" if total < 10 else "di-dalam" if inside else "di-luar"

    assert expected == judge(VERSI, organisasi, jumlah).hasil


def _holds(syarat, share):
    return (
        (syarat.lebih_dari is None or share > syarat.lebih_dari)
        and (syarat.minimal is None or share >= syarat.minimal)
        and (syarat.maksimal is None or share <= syarat.maksimal)
    )


@given(ORGANISASI, SMALL, st.one_of(st.none(), st.integers(0, 60)))
def test_outcome_of_bounds_is_settled_exactly_when_all_counts_agree(organisasi, spans, total):
    """Against every vector of counts within the bounds: what is called open is open, and only that."""
    bounds = {kelas: Rentang(low, low + width) for kelas, (low, width) in spans.items()}
    vectors = product(*(range(low, high + 1) for low, high in bounds.values()))
    counts = [dict(zip(bounds, v, strict=True)) for v in vectors if total is None or sum(v) == total]
    span = None if total is None else Rentang(total, total)
    if not counts:
        with pytest.raises(UnusableInput, match="total tidak mungkin"):
            judge_bounds(VERSI, organisasi, bounds, span)
        return
    outcomes = {judge(VERSI, organisasi, one).hasil for one in counts}

    assert (outcomes.pop() if len(outcomes) == 1 else "tidak-pasti") == judge_bounds(
        VERSI, organisasi, bounds, span
    ).hasil


@given(ORGANISASI, SMALL)
def test_share_of_a_clause_lies_within_its_bounds(organisasi, spans):
    """Both ends of the bounds are reached, and nothing lies beyond."""
    bounds = {kelas: Rentang(low, low + width) for kelas, (low, width) in spans.items()}
    putusan = judge_bounds(VERSI, organisasi, bounds)
    vectors = product(*(range(low, high + 1) for low, high in bounds.values()))
    counts = [dict(zip(bounds, v, strict=True)) for v in vectors if sum(v) >= 10]

    for clause in putusan.syarat:
        shares = {Fraction(sum(one[k] for k in clause.syarat.predikat), sum(one.values())) for one in counts}
        assert (min(shares), max(shares)) == (clause.bagian_terkecil, clause.bagian_terbesar)


def test_overlapping_clauses_are_never_called_inside_by_mistake():
    """Where groups overlap the joint check is left out: open, though no counts satisfy both."""
    pola = _pola("baik", _syarat("baik", minimal=SIXTY), _syarat("baik", "kurang", maksimal=HALF))
    versi = VersiPolaDistribusi(berlaku_mulai=date(2023, 1, 31), dasar=(), pegawai_minimal=1, pola=(pola,))
    bounds = {"baik": Rentang(0, 10), "sangat-baik": Rentang(0, 10)}

    assert "tidak-pasti" == judge_bounds(versi, "baik", bounds, Rentang(10, 10)).hasil


@pytest.mark.parametrize("span", [Rentang(-1, 3), Rentang(5, 4)])
def test_impossible_bounds_are_refused_at_their_predikat(span):
    """Negative, or the wrong way round."""
    with pytest.raises(UnusableInput, match="tidak boleh negatif") as caught:
        judge_bounds(VERSI, "baik", {"baik": span})

    assert ("jumlah", "baik") == caught.value.at


def test_an_organisation_without_a_pattern_is_refused():
    """No pattern is made up."""
    with pytest.raises(UnusableInput, match="tidak ada pola distribusi"):
        judge(VERSI, "luar-biasa", {"baik": 20})
