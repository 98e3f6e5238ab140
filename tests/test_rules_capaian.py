"""rules.capaian: on-time share, and the state by the standard of its time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.capaian import CapaianLayanan
from kinerja.model.layanan import Komponen, Layanan, Standar
from kinerja.rules.capaian import on_time_share, standard_on, state

STANDARD = Standar(
    berlaku_mulai=date(2025, 1, 1), batas=3, satuan="hari-kerja", mulai_dari="berkas-lengkap", sk="SK Contoh 1",
    target=Fraction(9, 10),
)  # fmt: skip
RESULT = CapaianLayanan(
    berkas="", status="contoh", layanan="surat-contoh", periode="2026-tw3", satuan="hari-kerja",
    mulai_dari="berkas-lengkap", cara="register-elektronik", batas=3, dihitung_pada=date(2026, 10, 15),
    permohonan=100, selesai=96, terbuka=4, terbuka_lewat=2, tepat_waktu=90, sumber=(),
)  # fmt: skip


def _service(*standar: Standar) -> Layanan:
    return Layanan(
        berkas="", status="contoh", nama="Surat contoh", ringkasan="", perangkat_daerah="dinas-contoh",
        komponen=Komponen(), standar=standar, sumber=(),
    )  # fmt: skip


def test_open_requests_past_the_limit_are_late_and_others_are_not_judged_yet():
    """90 of 96 finished and 2 open past the limit; the 2 still within it do not count."""
    assert Fraction(90, 98) == on_time_share(RESULT)


def test_without_judged_requests_there_is_no_share():
    """All of them are open and within the limit."""
    nothing = replace(RESULT, selesai=0, terbuka=100, terbuka_lewat=0, tepat_waktu=0)

    assert on_time_share(nothing) is None
    assert "tidak-dapat-dinilai" == state(nothing, STANDARD)


@pytest.mark.parametrize(("on_time", "expected"), [(9, "memenuhi"), (8, "belum-memenuhi")])
def test_the_target_itself_is_enough(on_time, expected):
    """Nine of ten, compared in whole numbers."""
    result = replace(RESULT, permohonan=10, selesai=10, terbuka=0, terbuka_lewat=0, tepat_waktu=on_time)

    assert expected == state(result, STANDARD)


@pytest.mark.parametrize(
    "standar",
    [
        None,
        replace(STANDARD, target=None),
        replace(STANDARD, batas=5),
        replace(STANDARD, satuan="hari"),
        replace(STANDARD, mulai_dari="permohonan-diterima"),
    ],
    ids=["none", "no target", "another limit", "another unit", "another start"],
)
def test_without_a_target_or_by_another_measure_it_is_not_judged(standar):
    """Neither kept nor missed."""
    assert "tidak-dapat-dinilai" == state(RESULT, standar)


@given(st.integers(0, 500), st.integers(0, 500), st.data(), st.fractions(Fraction(1, 100), 1))
def test_the_state_is_the_comparison_of_share_and_target(finished, late_open, data, target):
    """For any counts."""
    on_time = data.draw(st.integers(0, finished))
    counts = {"permohonan": finished + late_open, "terbuka": late_open, "terbuka_lewat": late_open}
    result = replace(RESULT, selesai=finished, tepat_waktu=on_time, **counts)
    share = on_time_share(result)
    expected = "tidak-dapat-dinilai" if share is None else "memenuhi" if share >= target else "belum-memenuhi"

    assert expected == state(result, replace(STANDARD, target=target))


@given(st.integers(0, 60), st.integers(0, 20), st.integers(0, 20), st.data(), st.fractions(Fraction(1, 100), 1))
def test_a_verdict_holds_however_the_open_requests_end(finished, late_open, open_yet, data, target):
    """93 of 113 is more than 80 %, but not if five that are still open will be late."""
    on_time = data.draw(st.integers(0, finished))
    total, still = finished + late_open + open_yet, late_open + open_yet
    counts = {"permohonan": total, "terbuka": still, "terbuka_lewat": late_open}
    verdict = state(replace(RESULT, selesai=finished, tepat_waktu=on_time, **counts), replace(STANDARD, target=target))
    ends = {on_time + kept >= target * total for kept in range(open_yet + 1)} if total else set()

    assert {frozenset({True}): "memenuhi", frozenset({False}): "belum-memenuhi"}.get(
        frozenset(ends), "tidak-dapat-dinilai"
    ) == verdict


@pytest.mark.parametrize(
    ("periode", "batas"),
    [("2024", None), ("2025-tw4", 3), ("2026-tw2", 3), ("2026-tw3", 2), ("2026", None), ("2026-11", 2)],
)
def test_the_standard_is_the_one_in_force_on_the_last_day_of_the_period(periode, batas):
    """One that starts on 30 September counts for the third quarter; a repeal in December for the year."""
    service = _service(
        STANDARD,
        replace(STANDARD, berlaku_mulai=date(2026, 9, 30), batas=2),
        replace(STANDARD, berlaku_mulai=date(2026, 12, 31), dicabut=True),
    )
    standar = standard_on(service, periode)

    assert batas == (standar.batas if standar else None)
