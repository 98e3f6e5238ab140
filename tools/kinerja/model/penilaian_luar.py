"""data/penilaian-luar/<slug>.yaml: what others published; data/jadwal/<tahun>.yaml: the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from kinerja.model.dokumen import Dokumen, Rujukan, Status, Sumber

Keandalan = Literal["resmi", "pemberitaan", "bertentangan", "tanpa-sumber"]
JenisKegiatan = Literal["penilaian", "survei", "publikasi"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pembanding:
    """The same measure of another government, from the same source."""

    nama: str
    nilai: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Terbitan:
    """One published figure. Exactly one of `nilai`, `kategori`, `pernyataan` says what was published.

    `kategori` is the id of a band of the series' scale where it has one. `keandalan` says how far the
    statement can be relied on; what contradicts itself or has no source is entered as such, with a note.
    """

    id: str
    periode: str
    tanggal: date | None = None
    nilai: Decimal | None = None
    kategori: str | None = None
    kategori_tertulis: str | None = None
    pernyataan: str | None = None
    n: int | None = None
    keandalan: Keandalan
    rincian: str | None = None
    catatan: str | None = None
    pembanding: tuple[Pembanding, ...] = ()
    sumber: tuple[Sumber, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PenilaianLuar(Dokumen):
    """One series: one measure of one publisher. `skala` is the slug of its bands in data/aturan/pita/.

    `objek` names who is judged; `tentang_daerah` is false for a series about another government that is
    shown for its method only.
    """

    status: Status
    judul: str
    ringkasan: str
    lembaga: str
    objek: str
    tentang_daerah: bool = True
    perangkat_daerah: str | None = None
    satuan: str
    desimal: int = 0
    skala: str | None = None
    dasar: tuple[Rujukan, ...] = ()
    terbitan: tuple[Terbitan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kegiatan:
    """One entry of the calendar, from `mulai` to `selesai`, both included; `selesai` may be open."""

    id: str
    jenis: JenisKegiatan
    nama: str
    uraian: str
    mulai: date
    selesai: date | None = None
    dasar: tuple[Rujukan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Jadwal(Dokumen):
    """The calendar of one year."""

    status: Status
    tahun: int
    kegiatan: tuple[Kegiatan, ...]
