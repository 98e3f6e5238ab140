"""Complaints about a service, and the deadlines by which they are to be answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.model.aturan_layanan import VersiPengaduan
from kinerja.model.repository import Repository
from kinerja.rules.versi import version_on
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.layanan_capaian import BarisCapaian, figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenggat:
    """A kind of complaint and its deadline in days."""

    nama: str
    hari: Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengaduan:
    """Complaints of the newest period, where they are counted, and the deadlines of SP4N-LAPOR!."""

    masuk: Angka | None
    selesai: Angka | None
    tepat_waktu: Angka | None
    periode: str
    penerusan: Angka | None
    tenggat: tuple[Tenggat, ...]
    jenis_hari: str
    perlu_verifikasi: bool


def complaints(repository: Repository, newest: BarisCapaian | None, tanggal: date) -> Pengaduan:
    """What is known of complaints on a day."""
    rule = repository.aturan.pengaduan
    versi = version_on(rule, tanggal)
    at = rule.versi.index(versi) if versi else 0

    def days(versi: VersiPengaduan, name: str, nilai: int, *kunci: str | int) -> Angka:
        return Angka(
            id=f"pengaduan/{versi.berlaku_mulai.year}/{name}", nilai=nilai, status="resmi", satuan="hari kerja"
            if versi.jenis_hari == "kerja" else "hari", rumus="tenggat menurut aturan pengaduan",
            masukan=(Tempat(rule.berkas, ("versi", at, *kunci)),),
        )  # fmt: skip

    counts = _counts(newest)
    return Pengaduan(
        masuk=counts[0],
        selesai=counts[1],
        tepat_waktu=counts[2],
        periode=newest.nama_periode if newest else "",
        penerusan=days(versi, "penerusan", versi.penerusan_hari, "penerusan_hari") if versi else None,
        tenggat=tuple(
            Tenggat(nama=jenis.nama, hari=days(versi, jenis.id, jenis.tenggat_hari, "jenis", i, "tenggat_hari"))
            for i, jenis in enumerate(versi.jenis)
        )
        if versi
        else (),
        jenis_hari="hari kerja" if versi and versi.jenis_hari == "kerja" else "hari",
        perlu_verifikasi=versi.perlu_verifikasi if versi else False,
    )


def _counts(newest: BarisCapaian | None) -> tuple[Angka | None, Angka | None, Angka | None]:
    if newest is None or newest.capaian.pengaduan is None:
        return None, None, None
    c, found = newest.capaian, newest.capaian.pengaduan
    masuk, selesai, tepat = (
        figure(c, f"pengaduan/{key.replace('_', '-')}", nilai, f"banyak pengaduan yang {words}", ("pengaduan", key))
        for key, nilai, words in (
            ("masuk", found.masuk, "masuk"),
            ("selesai", found.selesai, "selesai"),
            ("tepat_waktu", found.tepat_waktu, "selesai dalam tenggatnya"),
        )
    )
    return masuk, selesai, tepat
