"""A follow-up is overdue when its due date has passed and it is neither done nor dropped.

Source: PermenPANRB 14/2017, Lampiran (a plan of follow-up with its time) [verify].
"""

from __future__ import annotations

from datetime import date

from kinerja.model.capaian import TindakLanjut


def overdue(t: TindakLanjut, tanggal: date) -> bool:
    """Whether the due date lies before `tanggal` and nothing has ended it; the due date itself is in time.

    Source: as the module.
    """
    return t.keadaan not in ("selesai", "dibatalkan") and t.tenggat < tanggal
