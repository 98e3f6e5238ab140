"""The standard of a service in plain words: its fourteen components, and its time limits through the years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kinerja.model.dokumen import Rujukan
from kinerja.model.layanan import Komponen, Layanan, Standar
from kinerja.numbers import id_number
from kinerja.rules.versi import standar_on
from kinerja.summary.angka import Angka
from kinerja.summary.layanan_capaian import limit_figure, target_figure
from kinerja.summary.layanan_kata import MULAI, hours

# key of the model, name in PermenPANRB 15/2014, the question of a citizen (None: of interest to the office)
KOMPONEN: tuple[tuple[str, str, str | None], ...] = (
    ("persyaratan", "Persyaratan", "Apa yang dibawa?"),
    ("prosedur", "Sistem, mekanisme, dan prosedur", "Apa langkahnya?"),
    ("jangka_waktu", "Jangka waktu pelayanan", "Berapa lama?"),
    ("biaya", "Biaya atau tarif", "Berapa biayanya?"),
    ("produk", "Produk pelayanan", "Apa yang diperoleh?"),
    ("pengaduan", "Penanganan pengaduan, saran, dan masukan", "Ke mana mengadu?"),
    ("dasar_hukum", "Dasar hukum", None),
    ("sarana", "Sarana, prasarana, atau fasilitas", None),
    ("kompetensi", "Kompetensi pelaksana", None),
    ("pengawasan", "Pengawasan internal", None),
    ("jumlah_pelaksana", "Jumlah pelaksana", None),
    ("jaminan_pelayanan", "Jaminan pelayanan", None),
    ("jaminan_keamanan", "Jaminan keamanan dan keselamatan pelayanan", None),
    ("evaluasi", "Evaluasi kinerja pelaksana", None),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiKomponen:
    """One component: its words as a list; empty where nothing is known. `rujukan` only for the legal basis.

    `berurutan`: the list is one of steps.
    """

    nama: str
    pertanyaan: str | None
    isi: tuple[str, ...]
    rujukan: tuple[Rujukan, ...] = ()
    berurutan: bool = False

    @property
    def ada(self) -> bool:
        """Whether the component is known."""
        return bool(self.isi or self.rujukan)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisStandar:
    """One time limit: from when it counts, who set it, until when it held."""

    standar: Standar
    batas: Angka
    target: Angka | None
    mulai_dari: str
    berakhir: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandarLayanan:
    """The standard now and before, newest first. `berlaku` is None before the first and after a repeal."""

    layanan: Layanan
    jam: tuple[str, ...]
    untuk_warga: tuple[IsiKomponen, ...]
    untuk_unit: tuple[IsiKomponen, ...]
    belum_ada: int
    riwayat: tuple[BarisStandar, ...]
    berlaku: BarisStandar | None


def standard_of(layanan: Layanan, tanggal: date) -> StandarLayanan:
    """What the portal knows of the standard of a service on a day."""
    isi = tuple(_component(layanan.komponen, *words) for words in KOMPONEN)
    riwayat = tuple(_versions(layanan))
    now = standar_on(layanan.standar, tanggal)
    return StandarLayanan(
        layanan=layanan,
        jam=hours(layanan.jam),
        untuk_warga=tuple(satu for satu in isi if satu.pertanyaan),
        untuk_unit=tuple(satu for satu in isi if not satu.pertanyaan),
        belum_ada=sum(not satu.ada for satu in isi),
        riwayat=riwayat,
        berlaku=next((baris for baris in riwayat if baris.standar is now), None),
    )


def _versions(layanan: Layanan) -> Iterator[BarisStandar]:
    """Newest first; each ends the day before the next one starts."""
    ordered = sorted(layanan.standar, key=lambda standar: standar.berlaku_mulai, reverse=True)
    next_start: date | None = None
    for standar in ordered:
        yield BarisStandar(
            standar=standar,
            batas=limit_figure(layanan, standar),
            target=target_figure(layanan, standar),
            mulai_dari=MULAI[standar.mulai_dari],
            berakhir=next_start - timedelta(days=1) if next_start else None,
        )
        next_start = standar.berlaku_mulai


def _component(komponen: Komponen, key: str, nama: str, pertanyaan: str | None) -> IsiKomponen:
    found = getattr(komponen, key)
    if key == "dasar_hukum":
        return IsiKomponen(nama=nama, pertanyaan=pertanyaan, isi=(), rujukan=found)
    if key == "prosedur":
        steps = (f"{s.nama} ({id_number(s.menit)} menit)" if s.menit is not None else s.nama for s in found)
        return IsiKomponen(nama=nama, pertanyaan=pertanyaan, isi=tuple(steps), berurutan=True)
    isi = (found,) if isinstance(found, str) else found or ()
    return IsiKomponen(nama=nama, pertanyaan=pertanyaan, isi=tuple(isi))
