"""rules.keberatan: the last day for an appeal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.aturan import VersiKeberatan
from kinerja.rules.errors import UnusableInput
from kinerja.rules.keberatan import in_time, last_day
from kinerja.rules.versi import version_on

VERSI = VersiKeberatan(
    berlaku_mulai=date(2019, 4, 26), dasar=(), tenggat_hari=14, jenis_hari="kalender",
    diajukan_oleh="Pegawai", diajukan_kepada="Atasan dari pejabat penilai kinerja",
    langkah=(), putusan_final=True,
)  # fmt: skip


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


def test_an_appeal_before_the_receipt_is_refused():
    """The dates were mixed up."""
    with pytest.raises(UnusableInput, match="sebelum hasil diterima"):
        in_time(VERSI, date(2026, 1, 5), date(2026, 1, 4))
