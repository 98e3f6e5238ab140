"""A raw register of requests: when each came in, was complete, and was finished, on days that the office is open."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from kinerja.model.hari_libur import HariLibur
from kinerja.model.layanan import JamLayanan, Layanan, Standar
from kinerja.numbers import period_bounds
from kinerja.rules.capaian import standard_on
from kinerja.rules.waktu import HARI, Kalender, calendar_of
from rekaan.profil import PERIODE, Profil

Baris = tuple[datetime | str, ...]

JUDUL = (
    "No. Permohonan", "Nama Pemohon", "No HP", "Nama Layanan", "Tanggal Diterima", "Berkas Lengkap",
    "Tanggal Selesai", "Keadaan", "Loket",
)  # fmt: skip
LAMA_DI_KANTOR = timedelta(minutes=90)
BATAL = 0.02
HARI_CATAT = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Meja:
    """The desk of one service: its hours and the days on which it is open."""

    layanan: Layanan
    kalender: Kalender

    def day_after(self, day: date, count: int) -> date:
        """The open day that is `count` open days after `day`; with 0 the day itself or the next open one."""
        while not self.kalender.is_open(day):
            day += timedelta(days=1)
        for _ in range(count):
            day += timedelta(days=1)
            while not self.kalender.is_open(day):
                day += timedelta(days=1)
        return day

    def hours(self, day: date) -> tuple[datetime, datetime]:
        """When the desk opens and closes on an open day."""
        jam: JamLayanan = next(satu for satu in self.layanan.jam if HARI.index(satu.hari) == day.weekday())
        opens, closes = time.fromisoformat(jam.buka), time.fromisoformat(jam.tutup)
        return datetime.combine(day, opens), datetime.combine(day, closes)

    def hour(self, acak: Random, day: date, after: datetime | None = None) -> datetime:
        """A time of day at which the desk is open, never before `after`."""
        first, last = self.hours(day)
        if after is not None and after > first:
            first = after + timedelta(minutes=5)
        minutes = max(0, int((last - LAMA_DI_KANTOR - first).total_seconds()) // 60)
        return first + timedelta(minutes=acak.randint(0, minutes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Urusan:
    """What is asked of the generator: one service in one quarter, as of `pada`."""

    meja: Meja
    profil: Profil
    periode: str
    pada: date
    acak: Random

    @property
    def nomor(self) -> int:
        """The place of the quarter in the profile."""
        return PERIODE.index(self.periode)


def taken_on(periode: str) -> date:
    """The day on which the register of a quarter is taken."""
    return period_bounds(periode)[1] + timedelta(days=HARI_CATAT)


def desk(layanan: Layanan, hari_libur: Iterable[HariLibur]) -> Meja:
    """The desk of a service, closed on holidays."""
    return Meja(layanan=layanan, kalender=calendar_of(hari_libur, layanan.jam))


def rows(urusan: Urusan) -> list[Baris]:
    """The rows of one service in one quarter, by the day of their start event."""
    banyak = urusan.profil.banyak[urusan.nomor]
    standar = standard_on(urusan.meja.layanan, urusan.periode)
    if banyak is None or standar is None:
        return []
    first, last = period_bounds(urusan.periode)
    days = [first + timedelta(days=i) for i in range((last - first).days + 1)]
    days = [day for day in days if urusan.meja.kalender.is_open(day)]
    starts = sorted(urusan.meja.hour(urusan.acak, urusan.acak.choice(days)) for _ in range(int(banyak)))
    return [_row(urusan, standar, start, place) for place, start in enumerate(starts, start=1)]


def _row(urusan: Urusan, standar: Standar, start: datetime, place: int) -> Baris:
    acak, layanan = urusan.acak, urusan.meja.layanan
    received, complete = _events(urusan, standar, start)
    finished: datetime | None = _finish(urusan, standar, complete)
    state = "Selesai"
    if acak.random() < BATAL:
        finished, state = None, "Dibatalkan"
    elif acak.random() < urusan.profil.macet.get(urusan.periode, 0) or (finished and finished.date() > urusan.pada):
        finished, state = None, "Proses"
    kode = "".join(word[0] for word in layanan.slug.split("-")[:-1]).upper()
    return (
        f"{kode}-{urusan.periode}-{place:04d}",
        f"Orang {acak.randint(1, 9999)}",
        "tidak dicatat",
        acak.choice((layanan.nama, *layanan.alias)),
        received,
        complete if complete.date() <= urusan.pada else "",
        finished or "",
        state,
        str(acak.randint(1, 3)),
    )


def _events(urusan: Urusan, standar: Standar, start: datetime) -> tuple[datetime, datetime]:
    """Receipt and complete documents, one of which is the start event of the standard."""
    gap = urusan.acak.randint(0, 2 * urusan.profil.jeda)
    if gap == 0:
        return start, start
    meja = urusan.meja
    if standar.mulai_dari == "permohonan-diterima":
        return start, meja.hour(urusan.acak, meja.day_after(start.date(), gap))
    received = start
    for _ in range(gap):
        received -= timedelta(days=1)
        while not meja.kalender.is_open(received.date()):
            received -= timedelta(days=1)
    return meja.hour(urusan.acak, received.date()), start


def _finish(urusan: Urusan, standar: Standar, complete: datetime) -> datetime:
    """The end of the work, which takes as long as the profile says."""
    middle = urusan.profil.tengah[urusan.nomor] or 1
    amount = math.exp(urusan.acak.gauss(math.log(middle), urusan.profil.sebar))
    if standar.satuan == "menit":
        return complete + timedelta(minutes=max(2, int(amount)))
    meja = urusan.meja
    if standar.satuan == "hari-kerja":
        day = meja.day_after(complete.date(), int(amount + 0.5))
    else:
        ready = complete + timedelta(hours=int(amount if standar.satuan == "jam" else amount * 24))
        day = meja.day_after(ready.date(), 0)
        opens, closes = meja.hours(day)
        if opens <= ready <= closes:
            return ready
        if ready > closes:
            day = meja.day_after(day, 1)
    return meja.hour(urusan.acak, day, complete if day == complete.date() else None)
