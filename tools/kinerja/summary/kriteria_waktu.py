"""Criteria over time: for each group of posts and any date what is in force, or why nothing is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kinerja.model.perangkat_daerah import Jabatan
from kinerja.model.repository import Repository
from kinerja.rules.versi import kriteria_on
from kinerja.summary.kriteria import SEMUA, KelompokKriteria, VersiKriteria

AlasanKosong = Literal["belum-diterbitkan", "belum-mulai", "dicabut"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bagian:
    """One set of criteria during a span of days: `versi` is in force, or `alasan` says why none is.

    `kelompok` is None where the set was never published; `sejak` is the day of its start or of its repeal.
    """

    kelompok: KelompokKriteria | None
    versi: VersiKriteria | None = None
    alasan: AlasanKosong | None = None
    sejak: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rentang:
    """Days on which the same applies; without `mulai` from ever, without `selesai` from then on."""

    mulai: date | None
    selesai: date | None
    isi: tuple[Bagian, ...]

    @property
    def sesudah(self) -> date | None:
        """The first day after the span."""
        return self.selesai + timedelta(days=1) if self.selesai else None

    def memuat(self, tanggal: date) -> bool:
        """Whether the day is one of them."""
        return (self.mulai is None or self.mulai <= tanggal) and (self.selesai is None or tanggal <= self.selesai)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaktuJabatan:
    """A group of posts with its spans, the newest first; together they hold every day once."""

    jabatan: Jabatan
    rentang: tuple[Rentang, ...]
    kini: Rentang


@dataclass(frozen=True, slots=True, kw_only=True)
class KriteriaBagiSaya:
    """Every group of posts, fiction apart."""

    resmi: tuple[WaktuJabatan, ...]
    contoh: tuple[WaktuJabatan, ...]


def for_me(repository: Repository, kelompok: Mapping[str, KelompokKriteria], tanggal: date) -> KriteriaBagiSaya:
    """What applies to each group of posts, day by day; `kelompok` are the groups as they stand on `tanggal`."""
    found = [
        spans(jabatan, kelompok, tanggal)
        for jabatan in sorted(repository.jabatan.values(), key=lambda j: (j.slug != SEMUA, j.nama))
    ]
    return KriteriaBagiSaya(
        resmi=tuple(one for one in found if one.jabatan.status == "resmi"),
        contoh=tuple(one for one in found if one.jabatan.status == "contoh"),
    )


def spans(jabatan: Jabatan, kelompok: Mapping[str, KelompokKriteria], tanggal: date) -> WaktuJabatan:
    """The days cut wherever a version of one of the group's criteria starts."""
    starts = {v.kriteria.berlaku_mulai for slug in jabatan.kriteria if slug in kelompok for v in kelompok[slug].versi}
    days = sorted(starts)
    edges = zip([None, *days], [*(day - timedelta(days=1) for day in days), None], strict=True)
    rentang = tuple(
        Rentang(mulai=mulai, selesai=selesai, isi=tuple(_part(kelompok.get(slug), mulai) for slug in jabatan.kriteria))
        for mulai, selesai in reversed(tuple(edges))
    )
    return WaktuJabatan(jabatan=jabatan, rentang=rentang, kini=next(span for span in rentang if span.memuat(tanggal)))


def _part(group: KelompokKriteria | None, day: date | None) -> Bagian:
    """One set of criteria on the first day of a span; `day` is None before anything started."""
    if group is None:
        return Bagian(kelompok=None, alasan="belum-diterbitkan")
    started = [v for v in group.versi if day and v.kriteria.berlaku_mulai <= day]
    if not started:
        return Bagian(kelompok=group, alasan="belum-mulai", sejak=group.versi[-1].kriteria.berlaku_mulai)
    assert day
    current = kriteria_on([v.kriteria for v in started], day)
    if current is None:
        return Bagian(kelompok=group, alasan="dicabut", sejak=started[0].kriteria.berlaku_mulai)
    return Bagian(kelompok=group, versi=next(v for v in started if v.kriteria is current))
