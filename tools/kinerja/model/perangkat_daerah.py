"""data/perangkat-daerah/<slug>.yaml: a unit of the city with its parts; data/jabatan/<slug>.yaml: a group of posts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kinerja.model.dokumen import Dokumen, Status, Sumber
from kinerja.model.hasil import RumpunJabatan

JenisPerangkatDaerah = Literal["sekretariat", "inspektorat", "dinas", "badan", "satuan", "rumah-sakit", "kecamatan"]
JenisBagian = Literal["kelurahan", "upt", "bidang"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bagian:
    """A part of a unit: kelurahan, UPT or bidang."""

    id: str
    nama: str
    jenis: JenisBagian
    kode_kemendagri: str | None = None
    kode_bps: str | None = None
    berlaku_mulai: date | None = None
    perlu_verifikasi: bool = False
    catatan: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PerangkatDaerah(Dokumen):
    """A unit. `perlu_verifikasi` marks a name that no official source has confirmed yet; `alias` are its names in
    exports."""

    status: Status
    nama: str
    singkatan: str | None = None
    alias: tuple[str, ...] = ()
    jenis: JenisPerangkatDaerah
    kode_kemendagri: str | None = None
    kode_bps: str | None = None
    berlaku_mulai: date | None = None
    situs: str | None = None
    perlu_verifikasi: bool = False
    catatan: str | None = None
    sumber: tuple[Sumber, ...]
    bagian: tuple[Bagian, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Jabatan(Dokumen):
    """A group of posts. `alias` are its names in exports; `kriteria` the folders of criteria that apply to it;
    `rumpun` the family that small tables show instead of it.

    `dahulu` are its former slugs, whose addresses still lead here.
    """

    status: Status
    dahulu: tuple[str, ...] = ()
    nama: str
    uraian: str
    rumpun: RumpunJabatan | None = None
    alias: tuple[str, ...] = ()
    kata_cari: tuple[str, ...] = ()
    kriteria: tuple[str, ...]
    sumber: tuple[Sumber, ...] = ()
