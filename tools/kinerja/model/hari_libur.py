"""data/hari-libur/<tahun>.yaml: public holidays and cuti bersama of one year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kinerja.model.dokumen import Dokumen, Status, Sumber

JenisLibur = Literal["libur-nasional", "cuti-bersama"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Libur:
    """One day on which the offices are closed."""

    tanggal: date
    nama: str
    jenis: JenisLibur


@dataclass(frozen=True, slots=True, kw_only=True)
class HariLibur(Dokumen):
    """The closed days of one year beside the weekly ones, by decree."""

    status: Status
    tahun: int
    perlu_verifikasi: bool = False
    catatan: str | None = None
    libur: tuple[Libur, ...]
    sumber: tuple[Sumber, ...]
