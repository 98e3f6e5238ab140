"""What no raw file holds and an officer adds by hand: counts of complaints, a note on what changed, an approval."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from random import Random

from kinerja.model.capaian import CapaianLayanan, PengaduanLayanan
from kinerja.model.hasil import Hasil
from kinerja.model.kriteria import Persetujuan
from kinerja.model.repository import Repository
from rekaan.profil import PERIODE, SEMUA

SELESAI, TEPAT = 0.92, 0.8

CATATAN: Mapping[tuple[str, str], str] = {
    ("akta-kelahiran-contoh", "2025-tw3"): "Sejak triwulan ini waktu dicatat register elektronik.",
    ("izin-reklame-contoh", "2026-tw2"): "Sejak triwulan ini waktu dihitung dari berkas lengkap.",
    ("kartu-keluarga-contoh", "2026-tw1"): "Sejak triwulan ini batasnya 2 hari kerja.",
    ("konsultasi-gizi-contoh", "2026-tw3"): "Layanan baru; ini triwulan pertamanya.",
    ("surat-pengantar-contoh", "2026-tw1"): "Register triwulan IV 2025 tidak diisi karena kantor pindah.",
}
PENYETUJU, SEBULAN = "Kepala Dinas Pelayanan Contoh", timedelta(days=26)


def approvals(repository: Repository) -> Iterator[Hasil]:
    """The tables of ratings, approved."""
    for series in repository.hasil.values():
        for satu in series:
            tanggal = satu.dihitung_pada + SEBULAN
            nomor = f"CONTOH/{tanggal:%m/%Y}"
            yield replace(satu, persetujuan=Persetujuan(oleh=PENYETUJU, tanggal=tanggal, nomor=nomor))


def documents(repository: Repository) -> Iterator[CapaianLayanan]:
    """The results that get something added."""
    for slug, series in repository.capaian_layanan.items():
        for satu in series:
            pengaduan = _complaints(slug, satu.periode)
            catatan = CATATAN.get((slug, satu.periode))
            if pengaduan or catatan:
                yield replace(satu, pengaduan=pengaduan, catatan=catatan)


def _complaints(slug: str, periode: str) -> PengaduanLayanan | None:
    counts = SEMUA[slug].pengaduan
    masuk = counts[PERIODE.index(periode)] if counts else None
    if masuk is None:
        return None
    acak = Random(f"pengaduan/{slug}/{periode}")
    selesai = sum(acak.random() < SELESAI for _ in range(int(masuk)))
    return PengaduanLayanan(
        masuk=int(masuk), selesai=selesai, tepat_waktu=sum(acak.random() < TEPAT for _ in range(selesai))
    )
