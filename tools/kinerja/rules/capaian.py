"""A service is judged by the standard of its time: the share on time of the requests finished or open past the limit.

Source: UU 25/2009 Pasal 21, PermenPANRB 15/2014; the target by the decree that sets the standard (`sk`).
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from kinerja.model.capaian import CapaianLayanan
from kinerja.model.layanan import Layanan, Standar
from kinerja.numbers import period_bounds
from kinerja.rules.target import target_met
from kinerja.rules.versi import standar_on

Keadaan = Literal["memenuhi", "belum-memenuhi", "tidak-dapat-dinilai"]


def judged(c: CapaianLayanan) -> int:
    """The requests whose fate under the limit is known: finished ones, and open ones that have passed it.

    Source: as the module; an open request within its limit is neither on time nor late yet.
    """
    return c.selesai + c.terbuka_lewat


def on_time_share(c: CapaianLayanan) -> Fraction | None:
    """The share on time of the requests whose fate is known; None where there is none.

    Source: UU 25/2009 Pasal 21 (time limit).
    """
    total = judged(c)
    return Fraction(c.tepat_waktu, total) if total else None


def state(c: CapaianLayanan, standar: Standar | None) -> Keadaan:
    """Whether the share on time of all requests reaches the target, compared in whole numbers, however the requests
    end that are still open within the limit.

    Not judged: no standard, no target, no requests, counted by another limit, unit or start event than the standard,
    or as long as open requests decide.

    Source: as `rules.target`.
    """
    if standar is None or (c.batas, c.satuan, c.mulai_dari) != (standar.batas, standar.satuan, standar.mulai_dari):
        return "tidak-dapat-dinilai"
    worst = target_met(standar.target, c.tepat_waktu, c.permohonan)
    best = target_met(standar.target, c.tepat_waktu + c.terbuka - c.terbuka_lewat, c.permohonan)
    if worst is None or worst != best:
        return "tidak-dapat-dinilai"
    return "memenuhi" if worst else "belum-memenuhi"


def standard_on(layanan: Layanan, periode: str) -> Standar | None:
    """The standard of a service in force on the last day of a period.

    Source: as `rules.versi`.
    """
    return standar_on(layanan.standar, period_bounds(periode)[1])
