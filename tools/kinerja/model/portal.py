"""data/portal.yaml: who publishes, where, and under which licence."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.model.dokumen import Dokumen


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
    lisensi_data: Lisensi
    lisensi_kode: Lisensi
