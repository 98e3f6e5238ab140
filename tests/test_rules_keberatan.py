"""rules.keberatan: the last day for an appeal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.aturan import VersiKeberatan
from kinerja.rules.errors import UnusableInput
from kinerja.rules.examples import compute
from kinerja.rules.keberatan import in_time, last_day
from kinerja.rules.versi import version_on
from kinerja.rules.waktu import Kalender

VERSI = VersiKeberatan(
    berlaku_mulai=date(2019, 4, 26), dasar=(), tenggat_hari=14, jenis_hari="kalender",
    diajukan_oleh="Pegawai", diajukan_kepada="Atasan dari pejabat penilai kinerja",
    langkah=(), putusan_final=True,
)  # fmt: skip
KALENDER_2026 = Kalender(libur=frozenset(), tahun=frozenset({2026}))


@pytest.mark.parametrize(
    ("diterima", "expected"),
    [
        (date(2026, 1, 5), date(2026, 1, 19)),
        (date(2026, 1, 20), date(2026, 2, 3)),
        (date(2025, 12, 20), date(2026, 1, 3)),
        (date(2028, 2, 16), date(2028, 3, 1)),
        (date(2027, 2, 16), date(2027, 3, 2)),
    ],
)
def test_last_day_is_fourteen_calendar_days_after_receipt(diterima, expected):
    """Across the end of a month, of a year, and of February."""
    assert expected == last_day(VERSI, diterima)


def test_the_rule_in_force_gives_fourteen_calendar_days(repo):
    """The data hold what the law says."""
    versi = version_on(repo.aturan.keberatan, date(2026, 1, 1))

    assert (14, "kalender") == (versi.tenggat_hari, versi.jenis_hari)


@given(st.dates(date(2019, 5, 1), date(2090, 1, 1)), st.integers(0, 40))
def test_an_appeal_is_in_time_up_to_the_last_day(diterima, days):
    """The fourteenth day still counts, the fifteenth does not."""
    assert (days <= 14) == in_time(VERSI, diterima, diterima + timedelta(days=days))


def test_working_days_are_refused_without_a_list_of_holidays():
    """A wrong deadline would cost someone the appeal."""
    with pytest.raises(UnusableInput, match="hari libur belum ada"):
        last_day(replace(VERSI, jenis_hari="kerja"), date(2026, 1, 5))


@pytest.mark.parametrize(
    ("diterima", "expected"),
    [
        (date(2026, 1, 5), date(2026, 1, 23)),
        (date(2026, 1, 9), date(2026, 1, 30)),
        (date(2026, 1, 10), date(2026, 1, 30)),
        (date(2026, 1, 11), date(2026, 1, 30)),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(diterima, expected):
    """Received on a Friday, a Saturday or a Sunday, the first day counted is Monday; the 12th is a holiday twice."""
    kerja = replace(VERSI, jenis_hari="kerja")
    kalender = Kalender(libur=frozenset({date(2026, 1, 12)} if diterima.day > 5 else ()), tahun=frozenset({2026}))

    assert expected == last_day(kerja, diterima, kalender)
    assert in_time(kerja, diterima, expected, kalender)
    assert not in_time(kerja, diterima, expected + timedelta(days=1), kalender)


def test_working_days_of_a_year_without_holidays_are_refused():
    """Even where only the last of them lies in that year."""
    with pytest.raises(UnusableInput, match="hari libur tahun 2027 belum ada"):
        last_day(replace(VERSI, jenis_hari="kerja"), date(2026, 12, 18), KALENDER_2026)


def test_a_worked_example_in_working_days_states_its_holidays(repo):
    """So the rule can change its kind of days without a change to the program."""
    aturan = repo.aturan.keberatan
    kerja = replace(aturan, versi=tuple(replace(v, jenis_hari="kerja") for v in aturan.versi))
    masukan = {"diterima": "2026-08-10", "diajukan": "2026-09-02", "libur": ("2026-08-17", "2026-08-25")}

    expected = {"hari_terakhir": "2026-09-01", "tepat_waktu": False}
    assert expected == compute("keberatan", masukan, replace(repo.aturan, keberatan=kerja))


def test_an_appeal_before_the_receipt_is_refused():
    """The dates were mixed up."""
    with pytest.raises(UnusableInput, match="sebelum hasil diterima"):
        in_time(VERSI, date(2026, 1, 5), date(2026, 1, 4))
