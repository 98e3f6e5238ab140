"""data/usulan/<nomor>.yaml: proposals and their outcome; data/koreksi.yaml: corrections of what was published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kinerja.model.dokumen import Dokumen, Status

Tahap = Literal["diajukan", "dibahas", "diterima", "ditolak"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeputusanUsulan:
    """What was decided: by which post, when, why. `hasil` is the file that was made of it, if any."""

    tanggal: date
    oleh: str
    alasan: str
    hasil: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Usulan(Dokumen):
    """A proposal of an office, never of a person. `kriteria` is the folder of the criteria that it is about.

    `tahap_sejak` is the day of its last step; until `tanggapan_sampai` anybody may answer it.
    """

    status: Status
    nomor: str
    judul: str
    pengusul: str
    tanggal: date
    kriteria: str | None = None
    isi: str
    alasan: str
    tahap: Tahap
    tahap_sejak: date
    tanggapan_sampai: date | None = None
    tautan: str | None = None
    keputusan: KeputusanUsulan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirKoreksi:
    """One correction: of which file (`tentang`), what, when, why, by which office."""

    tentang: str
    tanggal: date
    apa: str
    alasan: str
    oleh: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Koreksi(Dokumen):
    """Every correction of something that had been published, newest last."""

    koreksi: tuple[ButirKoreksi, ...]
