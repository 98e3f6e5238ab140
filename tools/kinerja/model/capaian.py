"""How services did: data/capaian-layanan/, data/skm/ (<periode>/<layanan>.yaml), data/tindak-lanjut/<slug>.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from kinerja.model.dokumen import Dokumen, Status, Sumber
from kinerja.model.layanan import Mulai, SatuanWaktu

CaraCatat = Literal["register-elektronik", "register-tertulis"]
CaraSurvei = Literal["daring", "tatap-muka"]
KeadaanTindakLanjut = Literal["rencana", "berjalan", "selesai", "dibatalkan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waktu:
    """Times in the unit of the document, over all requests; an open request counts as longer than any finished one.

    A quantile that falls among the open requests is not known yet and is left out. `median_bawah` and
    `median_atas` are the 95 % interval of the median by order statistics, the lower one with the open requests
    at their age on `dihitung_pada`. `terlama` is the longest of the finished ones.
    """

    median: Decimal | None = None
    median_bawah: Decimal | None = None
    median_atas: Decimal | None = None
    p90: Decimal | None = None
    terlama: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PengaduanLayanan:
    """Complaints about a service that came in during the period."""

    masuk: int
    selesai: int
    tepat_waktu: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CapaianLayanan(Dokumen):
    """The requests of one service whose start event (`mulai_dari`) lies in the period, as of `dihitung_pada`.

    `permohonan` = `selesai` + `terbuka`; withdrawn ones (`dibatalkan`) are in none of the three. `batas` is the limit
    by which they were judged. `terbuka_lewat` are the open ones that have already passed it.
    """

    status: Status
    layanan: str
    periode: str
    satuan: SatuanWaktu
    mulai_dari: Mulai
    cara: CaraCatat
    batas: int
    dihitung_pada: date
    permohonan: int
    selesai: int
    terbuka: int
    terbuka_lewat: int
    tepat_waktu: int
    dibatalkan: int = 0
    waktu: Waktu | None = None
    pengaduan: PengaduanLayanan | None = None
    catatan: str | None = None
    sumber: tuple[Sumber, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsurSkm:
    """One unsur: how many answered it, its mean, and how many gave 1, 2, 3, 4 (empty where only the mean is known)."""

    id: str
    n: int
    nrr: Decimal
    jawaban: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KelompokResponden:
    """How many respondents belong to one group; small groups are merged into `lainnya`."""

    id: str
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Skm(Dokumen):
    """The survey of one service in one period. `ikm` and `mutu` are written and checked again.

    `populasi` are the users of the service in the period, `sampel_minimal` what Krejcie and Morgan ask for then.
    `ragam` is the sample variance of the respondents' contributions to the mean answer (1–4 squared), from which the
    interval of the IKM follows. `seragam` are respondents who gave the same answer to every unsur.
    """

    status: Status
    layanan: str
    periode: str
    cara: CaraSurvei
    mulai: date | None = None
    selesai: date | None = None
    n: int
    populasi: int | None = None
    sampel_minimal: int | None = None
    seragam: int | None = None
    ikm: Decimal
    mutu: str
    ragam: Decimal | None = None
    unsur: tuple[UnsurSkm, ...]
    jenis_kelamin: tuple[KelompokResponden, ...] = ()
    pendidikan: tuple[KelompokResponden, ...] = ()
    usia: tuple[KelompokResponden, ...] = ()
    catatan: str | None = None
    sumber: tuple[Sumber, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TindakLanjut(Dokumen):
    """What is done about a weakness of a service: by which post, until when. `unsur` is the one it is to lift."""

    status: Status
    judul: str
    layanan: str
    unsur: str | None = None
    periode: str
    rencana: str
    penanggung_jawab: str
    tenggat: date
    keadaan: KeadaanTindakLanjut
    selesai_pada: date | None = None
    bukti: str | None = None
    sumber: tuple[Sumber, ...] = ()
