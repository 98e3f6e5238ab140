"""The fictional services: what to bring, the steps, and the dated standards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kinerja.model.layanan import Komponen, Langkah, Layanan, Mulai, SatuanWaktu, Standar
from kinerja.model.portal import Kontak
from rekaan.kantor import DASAR, OLEH_SLUG, SUMBER

KALIMAT = {
    "menit": "{} menit",
    "jam": "{} jam",
    "hari": "{} hari kalender",
    "hari-kerja": "{} hari kerja",
    "permohonan-diterima": "sejak permohonan diterima",
    "berkas-lengkap": "sejak berkas lengkap",
}


@dataclass(frozen=True, slots=True)
class Janji:
    """One dated standard of a fictional service."""

    mulai: str
    batas: int
    satuan: SatuanWaktu
    mulai_dari: Mulai
    target: str | None = "0.9"
    catatan: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bahan:
    """What is peculiar to one service; `langkah` with minutes (0: not stated), `sk` the number of the first decree."""

    slug: str
    sk: int
    nama: str
    ringkasan: str
    kantor: str
    syarat: tuple[str, ...]
    langkah: tuple[tuple[str, int], ...]
    produk: str
    janji: tuple[Janji, ...]
    alias: tuple[str, ...] = ()
    bagian: str | None = None
    tempat: str = "Ruang layanan lantai 1"
    petugas: int = 4
    biaya: str = "Gratis."

    def document(self) -> Layanan:
        """The service's file."""
        kantor = OLEH_SLUG[self.kantor]
        return Layanan(
            berkas=f"data/layanan/{self.kantor}/{self.slug}.yaml",
            status="contoh",
            nama=self.nama,
            ringkasan=self.ringkasan,
            perangkat_daerah=self.kantor,
            bagian=self.bagian,
            alias=self.alias,
            tempat=f"{self.tempat}, {kantor.nama}",
            jam=kantor.jam,
            kontak=(
                Kontak(nama=f"Loket informasi {kantor.nama}", kegunaan="Bertanya tentang syarat dan kemajuan."),
                Kontak(nama="SP4N-LAPOR!", kegunaan="Mengadukan layanan.", url="https://www.lapor.go.id"),
            ),
            komponen=self._komponen(),
            standar=tuple(self._standar(nomor, janji) for nomor, janji in enumerate(self.janji, start=self.sk)),
            sumber=SUMBER,
        )

    def _standar(self, nomor: int, janji: Janji) -> Standar:
        tahun = int(janji.mulai[:4]) - (janji.mulai[5:] == "01-01")
        return Standar(
            berlaku_mulai=date.fromisoformat(janji.mulai),
            batas=janji.batas,
            satuan=janji.satuan,
            mulai_dari=janji.mulai_dari,
            sk=f"Keputusan {OLEH_SLUG[self.kantor].kepala} Nomor {nomor} Tahun {tahun}",
            target=None if janji.target is None else Fraction(janji.target),
            catatan=janji.catatan,
        )

    def _komponen(self) -> Komponen:
        kantor, janji = OLEH_SLUG[self.kantor], self.janji[-1]
        batas = f"{KALIMAT[janji.satuan].format(janji.batas)} {KALIMAT[janji.mulai_dari]}"
        return Komponen(
            persyaratan=self.syarat,
            prosedur=tuple(Langkah(nama=nama, menit=menit or None) for nama, menit in self.langkah),
            jangka_waktu=f"Paling lama {batas}.",
            biaya=self.biaya,
            produk=self.produk,
            pengaduan=f"Loket pengaduan {kantor.nama}, kotak saran, dan SP4N-LAPOR!.",
            dasar_hukum=DASAR,
            sarana=("Ruang tunggu dengan kursi prioritas", "Mesin antrean", "Jalur kursi roda"),
            kompetensi="Petugas menguasai syarat layanan dan aplikasi pencatatan.",
            pengawasan=f"{kantor.kepala} memeriksa register setiap pekan.",
            jumlah_pelaksana=f"{self.petugas} petugas.",
            jaminan_pelayanan="Dilayani sesuai maklumat pelayanan; yang terlambat diberi tahu sebabnya.",
            jaminan_keamanan="Berkas disimpan di ruang terkunci dan data pribadi hanya dibuka petugas.",
            evaluasi="Waktu layanan dihitung setiap triwulan; kepuasan disurvei sedikitnya sekali setahun.",
        )
