"""An appeal may be handed in until tenggat_hari days after the day the result was received.

Source: PP 30/2019 Pasal 59 (14 days, counted as calendar days).
"""

from __future__ import annotations

from datetime import date, timedelta

from kinerja.model.aturan import VersiKeberatan
from kinerja.rules.errors import UnusableInput


def last_day(versi: VersiKeberatan, diterima: date) -> date:
    """The last day for the appeal. The day of receipt itself is not counted.

    Working days need the list of public holidays, which the data do not hold: they are refused.
    """
    if versi.jenis_hari == "kerja":
        raise UnusableInput(
            ("jenis_hari",), "tenggat hari kerja belum dapat dihitung karena daftar hari libur belum ada"
        )
    return diterima + timedelta(days=versi.tenggat_hari)


def in_time(versi: VersiKeberatan, diterima: date, diajukan: date) -> bool:
    """Whether an appeal handed in on `diajukan` keeps the deadline."""
    if diajukan < diterima:
        raise UnusableInput(("diajukan",), "keberatan tidak dapat diajukan sebelum hasil diterima")
    return diajukan <= last_day(versi, diterima)
