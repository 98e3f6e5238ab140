"""data/portal.yaml: who publishes, where, and under which licence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kinerja.model.dokumen import Dokumen

JenisPribadi = Literal["NIP", "NIK", "NPWP", "telepon", "surel", "nama"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengelola:
    """An institution that keeps a part of the portal."""

    nama: str
    peran: str
    perangkat_daerah: str | None = None
    perlu_verifikasi: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kontak:
    """An official contact of an institution (never of a person)."""

    nama: str
    kegunaan: str
    url: str | None = None
    surel: str | None = None
    telepon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lisensi:
    """A licence by its SPDX id."""

    id: str
    nama: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IzinPindai:
    """Something that looks personal and is not, in a file (`jalur`) or in a version of the history (`objek`)."""

    jenis: JenisPribadi
    jalur: str | None = None
    objek: str | None = None
    alasan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal(Dokumen):
    """Settings of one city's portal. `repositori` and `situs` stay empty until their address is known."""

    judul: str
    pemerintah: str
    daerah: str
    semboyan: str | None = None
    kode_kemendagri: str
    kode_bps: str
    zona_waktu: str
    repositori: str | None = None
    situs: str | None = None
    pengelola: tuple[Pengelola, ...]
    kontak: tuple[Kontak, ...]
    izin_pindai: tuple[IzinPindai, ...] = ()
    lisensi_data: Lisensi
    lisensi_kode: Lisensi
