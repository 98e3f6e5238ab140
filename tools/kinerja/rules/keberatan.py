"""An appeal may be handed in until tenggat_hari days after the day the result was received.

Source: PP 30/2019 Pasal 59 (14 days, counted as calendar days).
"""

from __future__ import annotations

from datetime import date, timedelta

from kinerja.model.aturan import VersiKeberatan
from kinerja.rules.errors import UnusableInput
from kinerja.rules.waktu import Kalender


def last_day(versi: VersiKeberatan, diterima: date, kalender: Kalender | None = None) -> date:
    """The last day for the appeal. The day of receipt itself is not counted.

    Working days are counted on `kalender`. Raises UnusableInput where the rule asks for them and the calendar, or the
    list of public holidays of a year in it, is not there.

    Source: PP 30/2019 Pasal 59.
    """
    if versi.jenis_hari == "kalender":
        return diterima + timedelta(days=versi.tenggat_hari)
    if kalender is None:
        raise UnusableInput(
            ("jenis_hari",), "tenggat hari kerja belum dapat dihitung karena daftar hari libur belum ada"
        )
    day, left = diterima, versi.tenggat_hari
    while left:
        day += timedelta(days=1)
        left -= kalender.is_open(day)
    return day


def in_time(versi: VersiKeberatan, diterima: date, diajukan: date, kalender: Kalender | None = None) -> bool:
    """Whether an appeal handed in on `diajukan` keeps the deadline.

    Source: PP 30/2019 Pasal 59.
    """
    if diajukan < diterima:
        raise UnusableInput(("diajukan",), "keberatan tidak dapat diajukan sebelum hasil diterima")
    return diajukan <= last_day(versi, diterima, kalender)
