"""What the portal exists to show and does not have yet, for the city and for one unit: one list, one wording."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from kinerja.model.dokumen import Status
from kinerja.summary.angka import Angka, Tempat

WAKTU = "waktu-layanan"
KEPUASAN = "kepuasan-masyarakat"
SEBARAN = "sebaran-predikat"

# id, measure, what it will be counted from, why it is not there
UKURAN = (
    (WAKTU, "Layanan yang selesai dalam batas waktunya", "register permohonan setiap layanan",
     "belum diterima portal"),
    (KEPUASAN, "Indeks kepuasan masyarakat", "survei kepuasan setiap layanan, per unsur", "belum diterima portal"),
    ("predikat-organisasi", "Capaian kinerja organisasi", "penetapan predikat kinerja organisasi",
     "tidak diterbitkan, karena sama dengan penilaian hasil kerja pimpinannya"),
    (SEBARAN, "Sebaran predikat kinerja pegawai", "rekap e-Kinerja, hanya jumlah per kelompok",
     "belum diterima portal; nilai perorangan tidak akan diterbitkan"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class BelumAda:
    """A measure without data: where its data will come from, and why they are not there yet."""

    judul: str
    angka: Angka
    asal: str
    alasan: str


def missing(name: str, berkas: str, ada: Collection[str], status: Status = "resmi") -> tuple[BelumAda, ...]:
    """The measures that are not in `ada`, with receipts under `name`."""
    return tuple(
        BelumAda(
            judul=judul,
            angka=Angka(
                id=f"{name}/{id}",
                alasan="belum-ada-data",
                status=status,
                rumus="belum ada berkas data yang memuat angka ini",
                masukan=(Tempat(berkas),),
            ),
            asal=asal,
            alasan=alasan,
        )
        for id, judul, asal, alasan in UKURAN
        if id not in ada
    )


def known(capaian: bool, skm: bool, sebaran: bool = False) -> frozenset[str]:
    """The measures that are there, from whether there are times, surveys, and tables of predikat."""
    return frozenset(id for id, there in ((WAKTU, capaian), (KEPUASAN, skm), (SEBARAN, sebaran)) if there)
