"""rules.perbandingan: "faster" and "better" only where they hold."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.aturan_layanan import VersiSelang
from kinerja.model.capaian import CapaianLayanan, Waktu
from kinerja.rules import perbandingan as rule
from kinerja.rules.errors import UnusableInput
from kinerja.rules.perbandingan import Putusan, UkuranIkm, compare_ikm, compare_time
from kinerja.rules.selang import Selang
from kinerja.rules.waktu import Kalender, duration, quantiles

VERSI = VersiSelang(
    berlaku_mulai=date(2017, 1, 1), dasar=(), tingkat=Decimal("0.95"), z=Decimal("1.959964"), n_kecil=30
)  # fmt: skip
BEFORE = CapaianLayanan(
    berkas="", status="contoh", layanan="surat-contoh", periode="2026-tw2", satuan="hari-kerja",
    mulai_dari="berkas-lengkap", cara="register-elektronik", batas=3, dihitung_pada=date(2026, 7, 15),
    permohonan=0, selesai=0, terbuka=0, terbuka_lewat=0, tepat_waktu=0, sumber=(),
)  # fmt: skip
AFTER = replace(BEFORE, periode="2026-tw3")


def _times(document: CapaianLayanan, median, low, high) -> CapaianLayanan:
    values = (None if value is None else Decimal(value) for value in (median, low, high))
    return replace(document, waktu=Waktu(**dict(zip(("median", "median_bawah", "median_atas"), values, strict=True))))


def _compare(before, after, **changed) -> Putusan:
    return compare_time(_times(BEFORE, *before), replace(_times(AFTER, *after), **changed))


# Times


@pytest.mark.parametrize(
    ("before", "after", "hasil"),
    [
        (("5", "4", "6"), ("2", "2", "3"), "membaik"),
        (("2", "2", "3"), ("5", "4", "6"), "menurun"),
        (("3", "2", "4"), ("3", "3", "3"), "tidak-berubah"),
        (("5", "4", "6"), ("4", "3", "5"), "tidak-berubah"),
        (("3", "3", "3"), ("2", "2", "2"), "membaik"),
        (("3", "3", "3"), ("3", "3", "3"), "tidak-berubah"),
    ],
)
def test_only_a_difference_beyond_its_interval_is_a_change(before, after, hasil):
    """Working days: median, lower and upper bound."""
    assert hasil == _compare(before, after).hasil


def test_the_difference_is_new_minus_old_with_its_interval():
    """Three less, give or take the distances squared and added."""
    putusan = _compare(("5", "5", "9"), ("2", "2", "5"))

    assert (Fraction(-3), Selang(Fraction(-7), Fraction(0))) == (putusan.selisih, putusan.selang)
    assert "tidak-berubah" == putusan.hasil


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"layanan": "izin-contoh"}, "Layanannya"),
        ({"satuan": "hari"}, "Satuan"),
        ({"mulai_dari": "permohonan-diterima"}, "Titik awal"),
        ({"cara": "register-tertulis"}, "pencatatan"),
        ({"periode": "2026-s2"}, "Panjang periode"),
        ({"periode": "2026"}, "Panjang periode"),
        ({"waktu": None}, "belum ada"),
    ],
)
def test_another_measure_cannot_be_compared_and_the_reason_is_said(changed, word):
    """Not even where the times are far apart; no difference is given."""
    putusan = _compare(("9", "9", "9"), ("1", "1", "1"), **changed)

    assert ("tidak-dapat-dibandingkan", None, None) == (putusan.hasil, putusan.selisih, putusan.selang)
    assert word in putusan.sebab


def test_a_changed_limit_does_not_change_how_time_is_measured():
    """Five days were allowed before, three are now: the times can still be compared."""
    assert "membaik" == _compare(("9", "9", "9"), ("1", "1", "1"), batas=5).hasil


def test_a_quarter_with_an_open_upper_bound_is_never_faster():
    """However short the median of those that are known."""
    putusan = _compare(("9", "9", "9"), ("1", "1", None))

    assert ("tidak-dapat-dibandingkan", rule.MASIH_TERBUKA) == (putusan.hasil, putusan.sebab)
    assert "belum selesai" in putusan.sebab


def test_open_requests_do_not_hide_that_a_service_became_slower():
    """Half are open, and are older already than the old upper bound."""
    putusan = _compare(("2", "2", "3"), (None, "8", None))

    assert ("menurun", None, Selang(Fraction(5), None)) == (putusan.hasil, putusan.selisih, putusan.selang)


def test_open_requests_of_the_old_period_can_only_make_it_longer():
    """So the new one is faster where it ends below the old lower bound, and not comparable otherwise."""
    old = (None, "8", None)

    assert "membaik" == _compare(old, ("2", "2", "3")).hasil
    assert rule.TERBUKA_DULU == _compare(old, ("8", "7", "9")).sebab


def test_too_few_requests_cannot_be_compared():
    """Five have a median but no bounds."""
    assert rule.TERLALU_SEDIKIT == _compare(("9", "9", "9"), ("1", None, None)).sebab


def test_what_rounding_could_undo_is_no_change():
    """0.07 to 0.05 of a day with a hundredth of play each: the times were rounded to hundredths before."""
    times = ("0.07", "0.06", "0.08"), ("0.05", "0.05", "0.06")

    assert "tidak-berubah" == compare_time(
        replace(_times(BEFORE, *times[0]), satuan="hari"), replace(_times(AFTER, *times[1]), satuan="hari")
    ).hasil  # fmt: skip


def test_a_period_of_another_form_is_refused():
    """Nothing is known of its length."""
    with pytest.raises(UnusableInput, match="tulis periode"):
        _compare(("9", "9", "9"), ("1", "1", "1"), periode="2026-q3")


DURATIONS = st.lists(st.integers(0, 12).map(Fraction), min_size=6, max_size=30)
AGES = st.lists(st.integers(0, 12).map(Fraction), max_size=10)
MORE = st.lists(st.integers(0, 30), min_size=10, max_size=10)


@given(DURATIONS, AGES, MORE, DURATIONS, AGES, MORE)
def test_no_end_of_the_open_requests_turns_a_verdict_round(done, ages, more, done_after, ages_after, more_after):
    """Close them at any age: faster stays the smaller median, slower the larger one."""
    putusan = compare_time(
        replace(BEFORE, waktu=quantiles(VERSI, done, ages)),
        replace(AFTER, waktu=quantiles(VERSI, done_after, ages_after)),
    )
    old, new = (
        quantiles(VERSI, [*finished, *(age + wait for age, wait in zip(still, longer, strict=False))], []).median
        for finished, still, longer in ((done, ages, more), (done_after, ages_after, more_after))
    )

    if putusan.hasil == "membaik":
        assert new < old
    if putusan.hasil == "menurun":
        assert new > old


@given(*[st.tuples(*[st.integers(0, 20)] * 3).map(sorted)] * 2)
def test_what_is_faster_one_way_is_slower_the_other_way(before, after):
    """The verdict turns round with its sides."""
    (low, median, high), (low_after, median_after, high_after) = before, after
    forward = _compare((median, low, high), (median_after, low_after, high_after))
    back = _compare((median_after, low_after, high_after), (median, low, high))
    turned = {"membaik": "menurun", "menurun": "membaik"}

    assert turned.get(forward.hasil, forward.hasil) == back.hasil
    assert forward.selisih == -back.selisih


# The register of a real city: one agency's March looks a quarter faster than its February


def _month(register, agency: str, month: int, forget_open: bool = False) -> CapaianLayanan:
    def moment(text: str) -> datetime:
        return datetime.strptime(text, "%m/%d/%Y %H:%M")

    everyday = Kalender(libur=frozenset(), tahun=frozenset())
    counted_at = max(moment(row["created"]) for rows in register.values() for row in rows)
    rows = [row for row in register[agency] if moment(row["created"]).month == month]
    done = [duration("hari", moment(r["created"]), moment(r["closed"]), everyday) for r in rows if r["closed"]]
    open_ = [duration("hari", moment(r["created"]), counted_at, everyday) for r in rows if not r["closed"]]
    waktu = quantiles(VERSI, done, [] if forget_open else open_)
    return replace(
        BEFORE, periode=f"2025-{month:02}", satuan="hari", permohonan=len(rows), terbuka=len(open_), waktu=waktu
    )


@pytest.fixture(scope="session")
def register(shared):
    """Requests by agency."""
    agencies = defaultdict(list)
    with (shared / "real/requests_register.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            agencies[row["agency"]].append(row)
    return agencies


def test_a_month_that_looks_faster_because_its_slow_requests_are_open_is_not_faster(register):
    """81 of 385 are open; counted without them the median falls by 26 %."""
    february, march = (_month(register, "DSNY", month) for month in (2, 3))
    without = [_month(register, "DSNY", month, forget_open=True) for month in (2, 3)]

    assert (385, 81) == (march.permohonan, march.terbuka)
    assert (without[1].waktu.median - without[0].waktu.median) / without[0].waktu.median < Decimal("-0.25")
    assert "membaik" == compare_time(*without).hasil
    assert "tidak-berubah" == compare_time(february, march).hasil


def test_a_month_that_became_slower_is_said_to_be(register):
    """From January to February the same agency's median rose from 1.65 to 2.01 days."""
    assert "menurun" == compare_time(*(_month(register, "DSNY", month) for month in (1, 2))).hasil


def test_a_month_with_most_requests_open_is_not_compared_as_faster(register):
    """75 of 108 are open in March, the finished ones at exactly 0 minutes."""
    putusan = compare_time(*(_month(register, "DOHMH", month) for month in (2, 3)))

    assert "membaik" != putusan.hasil


# IKM

IKM = UkuranIkm(
    nilai=Fraction(80), selang=Selang(Fraction(78), Fraction(82)), berlaku_mulai=date(2017, 5, 9), cara="daring"
)  # fmt: skip


def _ikm(nilai: int, width: int) -> UkuranIkm:
    return replace(IKM, nilai=Fraction(nilai), selang=Selang(Fraction(nilai - width), Fraction(nilai + width)))


@pytest.mark.parametrize(
    ("after", "hasil"), [(_ikm(85, 2), "membaik"), (_ikm(82, 2), "tidak-berubah"), (_ikm(75, 2), "menurun")]
)
def test_an_ikm_changes_only_beyond_its_interval(after, hasil):
    """80 before; higher is better."""
    putusan = compare_ikm(IKM, after)

    assert (hasil, after.nilai - 80) == (putusan.hasil, putusan.selisih)


def test_an_ikm_of_everyone_is_compared_as_it_is():
    """Where all users were asked, a hundredth is a change."""
    before, after = (
        _ikm(80, 0),
        replace(_ikm(80, 0), nilai=Fraction(8001, 100), selang=Selang(*[Fraction(8001, 100)] * 2)),
    )

    assert ("membaik", "tidak-berubah") == (compare_ikm(before, after).hasil, compare_ikm(before, before).hasil)


@pytest.mark.parametrize(
    ("changed", "word"),
    [({"berlaku_mulai": date(2014, 1, 1)}, "Aturan"), ({"cara": "tatap-muka"}, "Cara")],
)
def test_a_series_does_not_cross_a_change_of_rule_or_way(changed, word):
    """76.49 was good in 2016 and is not today."""
    putusan = compare_ikm(replace(IKM, **changed), _ikm(95, 1))

    assert ("tidak-dapat-dibandingkan", None) == (putusan.hasil, putusan.selisih)
    assert word in putusan.sebab


@pytest.mark.parametrize("sides", [(replace(IKM, selang=None), _ikm(95, 1)), (IKM, replace(_ikm(95, 1), selang=None))])
def test_without_an_interval_a_difference_is_given_but_not_judged(sides):
    """And the reason is said."""
    putusan = compare_ikm(*sides)

    assert ("tidak-dapat-dibandingkan", Fraction(15)) == (putusan.hasil, putusan.selisih)
    assert "Selang" in putusan.sebab


def test_every_reason_is_one_sentence_without_figures():
    """Figures stand beside it, each with its receipt."""
    sentences = [value for name, value in vars(rule).items() if name.isupper() and isinstance(value, str)]

    assert 9 < len(sentences)
    assert [] == [
        one for one in sentences if one.count(".") != 1 or any(c.isdigit() for c in one) or len(one.split()) > 20
    ]
