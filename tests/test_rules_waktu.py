"""rules.waktu: durations in each unit, and quantiles that do not forget open requests."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.aturan_layanan import VersiSelang
from kinerja.model.capaian import Waktu
from kinerja.model.hari_libur import HariLibur, Libur
from kinerja.model.layanan import JamLayanan
from kinerja.rules.errors import UnusableInput
from kinerja.rules.waktu import Kalender, calendar_of, duration, quantiles

VERSI = VersiSelang(
    berlaku_mulai=date(2017, 1, 1), dasar=(), tingkat=Decimal("0.95"), z=Decimal("1.959964"), n_kecil=30
)  # fmt: skip
# Thursday 19 and Friday 20 March 2026 are closed in these examples; Mondays close at 15.00.
CLOSED = frozenset({date(2026, 3, 19), date(2026, 3, 20)})
OFFICE = Kalender(libur=CLOSED, tahun=frozenset({2026}), tutup={0: time(15)})


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _days(start: str, end: str, kalender: Kalender = OFFICE) -> Fraction:
    return duration("hari-kerja", _at(start), _at(end), kalender)


# Durations


@pytest.mark.parametrize(
    ("satuan", "expected"), [("menit", Fraction(1590)), ("jam", Fraction(53, 2)), ("hari", Fraction(53, 48))]
)
def test_elapsed_time_is_exact_in_each_unit(satuan, expected):
    """26 hours and a half; nights and closed days count."""
    assert expected == duration(satuan, _at("2026-03-18 08:00"), _at("2026-03-19 10:30"), OFFICE)


def test_seconds_are_not_lost():
    """One second is a sixtieth of a minute."""
    start = _at("2026-03-18 08:00")

    assert Fraction(1, 60) == duration("menit", start, start + timedelta(seconds=1), OFFICE)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-03-16 08:00", "2026-03-16 14:00", 0),  # the same day
        ("2026-03-16 08:00", "2026-03-17 08:00", 1),
        ("2026-03-16 15:00", "2026-03-17 08:00", 1),  # at closing time is not after it
        ("2026-03-16 15:01", "2026-03-17 08:00", 0),  # after it counts as the next working day
        ("2026-03-16 15:01", "2026-03-16 16:00", 0),
        ("2026-03-18 08:00", "2026-03-23 08:00", 1),  # over two holidays and a weekend
        ("2026-03-19 08:00", "2026-03-23 08:00", 0),  # received on a holiday
        ("2026-03-19 08:00", "2026-03-24 08:00", 1),
        ("2026-03-21 08:00", "2026-03-22 08:00", 0),  # received and finished while closed
        ("2026-03-13 08:00", "2026-03-15 08:00", 0),  # finished on a closed day: no working day went by
    ],
)
def test_working_days_are_those_after_the_day_of_the_start(start, end, expected):
    """16 March 2026 is a Monday."""
    assert expected == _days(start, end)


def test_an_office_open_on_saturday_has_one_working_day_more():
    """Its hours name the day."""
    six = Kalender(libur=CLOSED, tahun=frozenset({2026}), hari_kerja=frozenset(range(6)))

    assert (1, 2) == (_days("2026-03-13 08:00", "2026-03-16 08:00"), _days("2026-03-13 08:00", "2026-03-16 08:00", six))


def test_a_year_without_holidays_is_refused_in_working_days_only():
    """The count would be wrong without saying so."""
    start, end = _at("2026-12-31 08:00"), _at("2027-01-04 08:00")

    assert Fraction(4) == duration("hari", start, end, OFFICE)
    with pytest.raises(UnusableInput, match="tahun 2027 belum ada"):
        duration("hari-kerja", start, end, OFFICE)


@pytest.mark.parametrize("satuan", ["menit", "jam", "hari", "hari-kerja"])
def test_an_end_before_the_start_is_refused(satuan):
    """In every unit."""
    with pytest.raises(UnusableInput, match="lebih awal"):
        duration(satuan, _at("2026-03-17 08:00"), _at("2026-03-17 07:59"), OFFICE)


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31))


@given(MOMENTS, MOMENTS, MOMENTS)
def test_later_ends_never_take_fewer_working_days_and_never_more_than_days_of_the_calendar(a, b, c):
    """For any start and two ends."""
    start, first, second = sorted((a, b, c))
    early, late = (duration("hari-kerja", start, end, OFFICE) for end in (first, second))

    assert 0 <= early <= late <= (second.date() - start.date()).days


# Calendars


def _year(tahun: int, *days: date) -> HariLibur:
    libur = tuple(Libur(tanggal=day, nama="Libur contoh", jenis="libur-nasional") for day in days)
    return HariLibur(berkas="", status="contoh", tahun=tahun, libur=libur, sumber=())


def test_a_calendar_joins_years_and_hours():
    """The last closing time of a day counts, and only days with hours are open."""
    jam = [
        JamLayanan(hari="senin", buka="08:00", tutup="12:00"),
        JamLayanan(hari="senin", buka="13:00", tutup="15:00"),
        JamLayanan(hari="sabtu", buka="08:00", tutup="11:00"),
    ]
    kalender = calendar_of([_year(2025, date(2025, 8, 17)), _year(2026)], jam)

    assert (frozenset({date(2025, 8, 17)}), frozenset({2025, 2026})) == (kalender.libur, kalender.tahun)
    assert (frozenset({0, 5}), {0: time(15), 5: time(11)}) == (kalender.hari_kerja, kalender.tutup)


def test_without_hours_an_office_is_open_from_monday_to_friday():
    """And never closes early."""
    kalender = calendar_of([_year(2026)], ())

    assert (frozenset(range(5)), {}) == (kalender.hari_kerja, kalender.tutup)


# Quantiles


def _quantiles(selesai, usia=()):
    return quantiles(VERSI, [Fraction(one) for one in selesai], [Fraction(one) for one in usia])


def test_of_an_even_number_the_median_is_the_mean_of_the_middle_two():
    """Ten requests in whole days; p90 is the ninth."""
    assert Waktu(
        median=Decimal("5.5"), median_bawah=Decimal(2), median_atas=Decimal(9), p90=Decimal(9), terlama=Decimal(10)
    ) == _quantiles(range(10, 0, -1))


def test_open_requests_count_as_the_longest():
    """Seven finished fast and four open: without the open ones the median would be 4."""
    waktu = _quantiles(range(1, 8), [1, 1, 9, 9])

    assert (Decimal(6), Decimal(1), None, None, Decimal(7)) == (
        waktu.median, waktu.median_bawah, waktu.median_atas, waktu.p90, waktu.terlama,
    )  # fmt: skip


def test_a_median_among_open_requests_is_not_known():
    """It will be as long as they take; only its lower bound is known, from their ages."""
    waktu = _quantiles(range(1, 6), [7] * 6)

    assert (None, Decimal(2), None) == (waktu.median, waktu.median_bawah, waktu.median_atas)


def test_half_of_an_even_number_open_leaves_the_median_unknown():
    """One of the middle two is open."""
    assert _quantiles([1, 2], [5, 5]).median is None


def test_few_requests_have_a_median_but_no_interval():
    """Five."""
    waktu = _quantiles(range(1, 6))

    assert (Decimal(3), None, None) == (waktu.median, waktu.median_bawah, waktu.median_atas)


def test_no_requests_have_no_times():
    """Nothing is not 0."""
    assert Waktu() == _quantiles([])
    assert Waktu() == _quantiles([], [3])


@pytest.mark.parametrize(
    ("value", "text"),
    [(Fraction(1, 3), "0.33"), (Fraction(1, 200), "0.01"), (20, "20"), (0, "0"), (Fraction(5, 2), "2.5")],
)
def test_times_are_written_half_up_with_two_decimals_and_no_trailing_zeros(value, text):
    """Nor an exponent, nor a minus before zero."""
    assert text == str(_quantiles([value]).terlama)


TIMES = st.lists(st.fractions(0, 100), max_size=40)


@given(TIMES, TIMES)
def test_quantiles_keep_their_order(selesai, usia):
    """Lower bound ≤ median ≤ p90 ≤ longest, and median ≤ its upper bound, where they are known.

    The lower bound may be the age of an open request, longer than any finished one: the median is not known then.
    """
    waktu = quantiles(VERSI, selesai, usia)

    for chain in (
        (waktu.median_bawah, waktu.median),
        (waktu.median, waktu.p90, waktu.terlama),
        (waktu.median, waktu.median_atas, waktu.terlama),
    ):
        known = [value for value in chain if value is not None]
        assert known == sorted(known)


@given(TIMES, TIMES, st.lists(st.fractions(0, 200), min_size=40, max_size=40))
def test_however_long_open_requests_take_the_bounds_still_hold(selesai, usia, more):
    """The final median lies between the lower bound and the median known so far, within rounding."""
    before = quantiles(VERSI, selesai, usia)
    final = quantiles(VERSI, [*selesai, *(age + more[i] for i, age in enumerate(usia))], [])

    if before.median_bawah is not None:
        assert before.median_bawah <= final.median
    if before.median is not None:
        assert final.median <= before.median
    if before.median_atas is not None:
        assert final.median_atas <= before.median_atas
