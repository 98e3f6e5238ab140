"""data/kriteria/<jabatan>/<berlaku_mulai>.yaml: one version of the criteria of one group of posts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from kinerja.model.dokumen import Dokumen, Rujukan, Status, Sumber

# How much a new version asks of those who are rated by it: learn anew, take note, nothing.
JenisPerubahan = Literal["besar", "kecil", "perbaikan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tingkat:
    """A level of the version's own scale, from the lowest to the highest."""

    id: str
    nama: str
    arti: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indikator:
    """What is looked at. `jangkar` tells, by the id of a level, what that level looks like; `dahulu` are former ids."""

    id: str
    dahulu: tuple[str, ...] = ()
    nama: str
    uraian: str | None = None
    bobot: Fraction | None = None
    bukti: tuple[str, ...] = ()
    jangkar: Mapping[str, str] | None = None
    perlu_verifikasi: bool = False
    catatan: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspek:
    """A group of indicators; `bobot` in percent of the whole, `dahulu` are former ids."""

    id: str
    dahulu: tuple[str, ...] = ()
    nama: str
    uraian: str | None = None
    istilah_lain: str | None = None
    bobot: Fraction | None = None
    indikator: tuple[Indikator, ...]
    perlu_verifikasi: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Persetujuan:
    """Who (a post, never a person) approved the version, and when."""

    oleh: str
    tanggal: date
    nomor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kriteria(Dokumen):
    """One version. It is in force from `berlaku_mulai` until the day before the next version.

    `diumumkan` is the day when those who are rated by it were told.
    """

    status: Status
    judul: str
    ringkasan: str
    jabatan: str
    berlaku_mulai: date
    diumumkan: date | None = None
    jenis_perubahan: JenisPerubahan | None = None
    dicabut: bool = False
    pernyataan: str | None = None
    tingkat: tuple[Tingkat, ...]
    bila_tidak_dinilai: str | None = None
    aspek: tuple[Aspek, ...]
    dasar: tuple[Rujukan, ...]
    sumber: tuple[Sumber, ...]
    persetujuan: Persetujuan | None = None
    alasan_perubahan: str | None = None
    catatan: str | None = None
