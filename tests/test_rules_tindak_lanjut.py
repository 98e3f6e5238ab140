"""rules.tindak_lanjut: when a follow-up is overdue."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja.model.capaian import TindakLanjut
from kinerja.rules.tindak_lanjut import overdue


@pytest.mark.parametrize(
    ("keadaan", "day", "expected"),
    [
        ("rencana", 30, False),  # the due date itself is in time
        ("rencana", 31, True),
        ("berjalan", 31, True),
        ("selesai", 31, False),
        ("dibatalkan", 31, False),
    ],
)
def test_only_what_is_not_ended_after_its_due_date_is_overdue(keadaan, day, expected):
    """Due on 30 October 2026."""
    follow_up = TindakLanjut(
        berkas="", status="contoh", judul="", layanan="surat-contoh", periode="2026-tw3", rencana="",
        penanggung_jawab="", tenggat=date(2026, 10, 30), keadaan=keadaan,
    )  # fmt: skip

    assert expected is overdue(follow_up, date(2026, 10, day))
