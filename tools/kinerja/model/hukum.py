"""data/dasar-hukum.yaml and data/istilah.yaml: regulations and the glossary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.model.dokumen import Dokumen, Sumber


@dataclass(frozen=True, slots=True, kw_only=True)
class Peraturan:
    """One regulation. `jenis`, `nomor`, `tahun` together give its official short name."""

    id: str
    jenis: str
    singkatan: str
    nomor: str
    tahun: int
    tentang: str
    tanggal: date | None = None
    berlaku_mulai: date | None = None
    diganti_oleh: str | None = None
    url: str | None = None
    perlu_verifikasi: bool = False
    kegunaan: str
    catatan: str | None = None
    sumber: tuple[Sumber, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DasarHukum(Dokumen):
    """Every regulation that the data refers to."""

    peraturan: tuple[Peraturan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Istilah:
    """One term of the glossary. `kode` lists the values of the data that the term explains."""

    id: str
    istilah: str
    singkatan: str | None = None
    arti: str
    inggris: str
    kode: tuple[str, ...] = ()
    lihat: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kamus(Dokumen):
    """The glossary."""

    istilah: tuple[Istilah, ...]
