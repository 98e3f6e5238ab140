"""The appeal: who, to whom, until when for each day of receipt, and what is known of appeals so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from kinerja.model.aturan import AturanKeberatan, VersiKeberatan
from kinerja.model.dokumen import Status
from kinerja.model.portal import Kontak, Pengelola
from kinerja.model.repository import Repository, without_contoh
from kinerja.numbers import BULAN
from kinerja.rules.errors import UnusableInput
from kinerja.rules.keberatan import last_day
from kinerja.rules.versi import version_in_force, version_on
from kinerja.rules.waktu import Kalender, calendar_of
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.metodologi_kaidah import Kaidah, rules
from kinerja.summary.metodologi_kinerja import deadline_of

BULAN_DEPAN = (
    3  # whole months after this one that the table reaches: the results of a year come at the start of the next
)

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenggat:
    """The last day for a result received on `diterima`; `libur` says why offices are closed on that day.

    Where it cannot be counted `terakhir` is None and `alasan` says why.
    """

    diterima: date
    terakhir: date | None
    libur: str | None = None
    alasan: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BulanTenggat:
    """The days of receipt of one month."""

    id: str
    nama: str
    tenggat: tuple[Tenggat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keberatan:
    """The page. `masih` is the earliest day of receipt whose deadline has not passed.

    `tanpa_libur` are the years in the table whose public holidays are not known.
    """

    versi: VersiKeberatan
    hari: Angka
    kaidah: Mapping[str, Kaidah]
    hari_ini: Tenggat
    masih: date
    bulan: tuple[BulanTenggat, ...]
    tanpa_libur: tuple[str, ...]
    diajukan: Angka
    diubah: Angka
    pengelola: Pengelola | None
    kontak: tuple[Kontak, ...]
    berkas: tuple[str, ...]


def appeal(repository: Repository, tanggal: date) -> Keberatan | None:
    """The appeal as it stands on a day; None where no rule is in force."""
    aturan = repository.aturan.keberatan
    versi, tenggat = version_on(aturan, tanggal), deadline_of(repository, tanggal)
    if versi is None or tenggat is None:
        return None
    years = tuple(without_contoh(repository).hari_libur.values())
    kalender = calendar_of(years, ())
    names = {libur.tanggal: libur.nama for year in years for libur in year.libur}
    first = _first(aturan, tanggal, kalender)
    days = [_deadline(aturan, day, kalender, names) for day in _days(first, tanggal)]
    reached = {(d.terakhir or d.diterima).year for d in days}
    portal = repository.portal
    return Keberatan(
        versi=versi,
        hari=tenggat.hari,
        kaidah=rules(repository, ("keberatan",), tanggal),
        hari_ini=_deadline(aturan, tanggal, kalender, names),
        masih=first,
        bulan=tuple(_by_month(days)),
        tanpa_libur=tuple(str(year) for year in sorted(reached - kalender.tahun)),
        diajukan=_unknown("diajukan", aturan.berkas),
        diubah=_unknown("diubah", aturan.berkas),
        pengelola=next((p for p in portal.pengelola if "keberatan" in p.peran.casefold()), None),
        kontak=portal.kontak,
        berkas=(aturan.berkas, *(year.berkas for year in years if year.tahun in reached)),
    )


def _first(aturan: AturanKeberatan, tanggal: date, kalender: Kalender) -> date:
    """The earliest day of receipt whose deadline is not past; where that cannot be counted, the day itself."""
    day = tanggal
    while (before := _last(aturan, day - _DAY, kalender)[0]) is not None and before >= tanggal:
        day -= _DAY
    return day


def _days(first: date, tanggal: date) -> Iterator[date]:
    month = tanggal.month + BULAN_DEPAN  # months since the January before this one, from 0: the first one left out
    end = date(tanggal.year + month // 12, month % 12 + 1, 1)
    return (first + i * _DAY for i in range((end - first).days))


def _deadline(aturan: AturanKeberatan, diterima: date, kalender: Kalender, names: Mapping[date, str]) -> Tenggat:
    terakhir, alasan = _last(aturan, diterima, kalender)
    libur = names.get(terakhir) if terakhir else None
    if terakhir and terakhir.weekday() not in kalender.hari_kerja:
        libur = libur or "akhir pekan"
    return Tenggat(diterima=diterima, terakhir=terakhir, libur=libur, alasan=alasan)


def _last(aturan: AturanKeberatan, diterima: date, kalender: Kalender) -> tuple[date | None, str | None]:
    try:
        return last_day(version_in_force(aturan, diterima, "diterima"), diterima, kalender), None
    except UnusableInput as error:
        return None, error.pesan


def _by_month(days: list[Tenggat]) -> Iterator[BulanTenggat]:
    for (year, month), found in groupby(days, key=lambda d: (d.diterima.year, d.diterima.month)):
        yield BulanTenggat(id=f"{year}-{month:02}", nama=f"{BULAN[month - 1]} {year}", tenggat=tuple(found))


def _unknown(name: str, berkas: str, status: Status = "resmi") -> Angka:
    return Angka(
        id=f"keberatan/{name}",
        alasan="belum-ada-data",
        status=status,
        rumus="belum ada berkas data yang memuat angka ini",
        masukan=(Tempat(berkas),),
    )
