"""A service takes from its start event to its end; open requests count as longer than any finished one.

Source: UU 25/2009 Pasal 21 and PermenPANRB 15/2014 (time limit as a component of the service standard); working days by
the decrees on public holidays in data/hari-libur/.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import get_args

from kinerja.model.aturan_layanan import VersiSelang
from kinerja.model.capaian import Waktu
from kinerja.model.hari_libur import HariLibur
from kinerja.model.layanan import Hari, JamLayanan, SatuanWaktu
from kinerja.numbers import half_up
from kinerja.rules.errors import UnusableInput
from kinerja.rules.selang import median_ranks

DESIMAL = 2
HARI: tuple[Hari, ...] = get_args(Hari)
MENIT: Mapping[SatuanWaktu, int] = {"menit": 1, "jam": 60, "hari": 1440}

_DAY = timedelta(days=1)
_MICROSECOND = timedelta(microseconds=1)
_MICROSECONDS_OF_A_MINUTE = 60_000_000
_MONDAY_TO_FRIDAY = frozenset(range(5))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kalender:
    """The days of an office: holidays, years whose holidays are known, open weekdays (Monday 0), closing times."""

    libur: frozenset[date]
    tahun: frozenset[int]
    hari_kerja: frozenset[int] = _MONDAY_TO_FRIDAY
    tutup: Mapping[int, time] = field(default_factory=dict)

    def is_open(self, day: date) -> bool:
        """Whether the office is open on a day. Raises UnusableInput for a year whose holidays are not known."""
        if day.year not in self.tahun:
            raise UnusableInput(
                ("mulai",), f"hari libur tahun {day.year} belum ada, jadi hari kerja tidak dapat dihitung"
            )
        return day.weekday() in self.hari_kerja and day not in self.libur


def calendar_of(hari_libur: Iterable[HariLibur], jam: Sequence[JamLayanan]) -> Kalender:
    """The days of an office from the holidays and its hours; without hours Monday to Friday, with no closing time.

    Source: data/hari-libur/, data/layanan/ (`jam`).
    """
    years = tuple(hari_libur)
    tutup: dict[int, time] = {}
    for one in jam:
        weekday, closing = HARI.index(one.hari), time.fromisoformat(one.tutup)
        tutup[weekday] = max(closing, tutup.get(weekday, closing))
    return Kalender(
        libur=frozenset(libur.tanggal for year in years for libur in year.libur),
        tahun=frozenset(year.tahun for year in years),
        hari_kerja=frozenset(tutup) or _MONDAY_TO_FRIDAY,
        tutup=tutup,
    )


def duration(satuan: SatuanWaktu, mulai: datetime, selesai: datetime, kalender: Kalender) -> Fraction:
    """How long it took: elapsed time in minutes, hours or days, or the working days after the day of the start.

    A start after closing time or on a closed day counts as on the next working day; that day is 0, and every working
    day after it up to and including the day of the end is 1. Raises UnusableInput for an end before the start, and in
    working days for a year without holidays.

    Source: the unit of the service standard (PermenPANRB 15/2014).
    """
    if selesai < mulai:
        raise UnusableInput(("selesai",), "waktu selesai lebih awal daripada waktu mulai")
    if satuan == "hari-kerja":
        return Fraction(_working_days(mulai, selesai.date(), kalender))
    return Fraction((selesai - mulai) // _MICROSECOND, _MICROSECONDS_OF_A_MINUTE * MENIT[satuan])


def _working_days(mulai: datetime, last: date, kalender: Kalender) -> int:
    first = mulai.date()
    closing = kalender.tutup.get(first.weekday())
    late = closing is not None and mulai.time() > closing
    started = kalender.is_open(first) and not late
    counted = 0
    for offset in range(1, (last - first).days + 1):
        if kalender.is_open(first + offset * _DAY):
            # The first open day after a late start, or after closed days, is the day of the start.
            counted += started
            started = True
    return counted


def written(value: Fraction) -> Decimal:
    """A time as documents hold it: at most two decimals, half up, without trailing zeros.

    Source: none; the form of data/capaian-layanan/.
    """
    return Decimal(f"{half_up(value, DESIMAL):f}".rstrip("0").rstrip("."))


def quantiles(versi: VersiSelang, selesai: Sequence[Fraction], usia_terbuka: Sequence[Fraction]) -> Waktu:
    """Median, its interval, p90 and the longest, over all requests; an open one is longer than any finished one.

    A value that falls among the open ones is not known and left out. `usia_terbuka` are the ages of the open ones: they
    have taken at least that long, which bounds the median from below.

    Source: David and Nagaraja 2003 (quantiles and their intervals by order statistics).
    """
    done = sorted(selesai)
    n = len(done) + len(usia_terbuka)
    lower, upper = median_ranks(versi, n)
    middle = (_at(done, (n + 1) // 2), _at(done, n // 2 + 1))
    median = None if middle[0] is None or middle[1] is None else (middle[0] + middle[1]) / 2
    return Waktu(
        median=_written(median),
        median_bawah=_written(_at(sorted([*done, *usia_terbuka]), lower)),
        median_atas=_written(_at(done, upper)),
        p90=_written(_at(done, -(-9 * n // 10))),
        terlama=_written(_at(done, len(done))),
    )


def _at(ordered: Sequence[Fraction], rank: int) -> Fraction | None:
    return ordered[rank - 1] if 1 <= rank <= len(ordered) else None


def _written(value: Fraction | None) -> Decimal | None:
    return None if value is None else written(value)
