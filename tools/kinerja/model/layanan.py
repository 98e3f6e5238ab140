"""data/layanan/<perangkat-daerah>/<slug>.yaml: a service, its fourteen components, and its dated standards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from kinerja.model.dokumen import Dokumen, Rujukan, Status, Sumber
from kinerja.model.portal import Kontak

SatuanWaktu = Literal["menit", "jam", "hari", "hari-kerja"]
Mulai = Literal["permohonan-diterima", "berkas-lengkap"]
Hari = Literal["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"]


@dataclass(frozen=True, slots=True, kw_only=True)
class JamLayanan:
    """The hours of one day of the week, local time as `HH:MM`."""

    hari: Hari
    buka: str
    tutup: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Langkah:
    """One step of the procedure; `menit` is how long it may take, where that is stated."""

    nama: str
    menit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Komponen:
    """The fourteen components of a service standard (PermenPANRB 15/2014); what is not known is left out."""

    persyaratan: tuple[str, ...] = ()
    prosedur: tuple[Langkah, ...] = ()
    jangka_waktu: str | None = None
    biaya: str | None = None
    produk: str | None = None
    pengaduan: str | None = None
    dasar_hukum: tuple[Rujukan, ...] = ()
    sarana: tuple[str, ...] = ()
    kompetensi: str | None = None
    pengawasan: str | None = None
    jumlah_pelaksana: str | None = None
    jaminan_pelayanan: str | None = None
    jaminan_keamanan: str | None = None
    evaluasi: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standar:
    """The time limit from `berlaku_mulai` on: `batas` in `satuan`, counted from `mulai_dari`, set by `sk`.

    `target` is the share of requests (a fraction of 1) that the decree wants within the limit, where it names one.
    """

    berlaku_mulai: date
    dicabut: bool = False
    batas: int
    satuan: SatuanWaktu
    mulai_dari: Mulai
    sk: str
    target: Fraction | None = None
    perlu_verifikasi: bool = False
    catatan: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layanan(Dokumen):
    """One service. `alias` are its names in registers; `bagian` is the part of the unit that runs it."""

    status: Status
    nama: str
    ringkasan: str
    perangkat_daerah: str
    bagian: str | None = None
    alias: tuple[str, ...] = ()
    tempat: str | None = None
    jam: tuple[JamLayanan, ...] = ()
    kontak: tuple[Kontak, ...] = ()
    tautan: str | None = None
    komponen: Komponen
    standar: tuple[Standar, ...] = ()
    perlu_verifikasi: bool = False
    catatan: str | None = None
    sumber: tuple[Sumber, ...]
