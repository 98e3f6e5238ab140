"""What the fictional offices do about their weaknesses: done, late, running, planned, and given up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.model.capaian import KeadaanTindakLanjut, TindakLanjut
from rekaan.kantor import SUMBER


@dataclass(frozen=True, slots=True, kw_only=True)
class Rencana:
    """One follow-up; `selesai` is its last day where it is done."""

    slug: str
    judul: str
    layanan: str
    periode: str
    rencana: str
    oleh: str
    tenggat: str
    keadaan: KeadaanTindakLanjut
    unsur: str | None = None
    selesai: str | None = None
    bukti: str | None = None

    def document(self) -> TindakLanjut:
        """The follow-up's file."""
        return TindakLanjut(
            berkas=f"data/tindak-lanjut/{self.slug}.yaml",
            status="contoh",
            judul=self.judul,
            layanan=self.layanan,
            unsur=self.unsur,
            periode=self.periode,
            rencana=self.rencana,
            penanggung_jawab=self.oleh,
            tenggat=date.fromisoformat(self.tenggat),
            keadaan=self.keadaan,
            selesai_pada=None if self.selesai is None else date.fromisoformat(self.selesai),
            bukti=self.bukti,
            sumber=SUMBER,
        )


DAFTAR: tuple[Rencana, ...] = (
    Rencana(
        slug="kartu-keluarga-loket-contoh",
        judul="Tambahan Loket Contoh",
        layanan="kartu-keluarga-contoh",
        unsur="waktu-penyelesaian",
        periode="2025-tw2",
        rencana="Membuka dua loket tambahan dan menerbitkan kartu pada hari yang sama.",
        oleh="Kepala Bidang Pendaftaran Penduduk Contoh",
        tenggat="2025-11-30",
        keadaan="selesai",
        selesai="2025-11-14",
        bukti="Berita acara pembukaan loket dan register triwulan IV 2025.",
    ),
    Rencana(
        slug="akta-kelahiran-register-contoh",
        judul="Register Elektronik Contoh",
        layanan="akta-kelahiran-contoh",
        periode="2025-tw1",
        rencana="Mengganti register tertulis dengan register elektronik.",
        oleh="Kepala Bidang Pencatatan Sipil Contoh",
        tenggat="2025-06-30",
        keadaan="selesai",
        selesai="2025-06-27",
        bukti="Register elektronik dipakai sejak triwulan III 2025.",
    ),
    Rencana(
        slug="izin-usaha-mikro-peninjau-contoh",
        judul="Tambahan Petugas Peninjau Contoh",
        layanan="izin-usaha-mikro-contoh",
        unsur="waktu-penyelesaian",
        periode="2026-tw2",
        rencana="Melatih dan menugaskan empat petugas peninjau tempat usaha.",
        oleh="Kepala Bidang Perizinan Contoh",
        tenggat="2026-12-31",
        keadaan="berjalan",
    ),
    Rencana(
        slug="persetujuan-bangunan-tunggakan-contoh",
        judul="Penyelesaian Tunggakan Contoh",
        layanan="persetujuan-bangunan-contoh",
        unsur="prosedur",
        periode="2026-tw3",
        rencana="Menyelesaikan permohonan yang sudah melewati batas sebelum menerima yang baru.",
        oleh="Kepala Bidang Bangunan Contoh",
        tenggat="2027-01-29",
        keadaan="rencana",
    ),
    Rencana(
        slug="pendaftaran-bantuan-pengaduan-contoh",
        judul="Petugas Pengaduan Contoh",
        layanan="pendaftaran-bantuan-contoh",
        unsur="pengaduan",
        periode="2026-tw1",
        rencana="Menunjuk petugas yang menjawab setiap pengaduan dalam tiga hari kerja.",
        oleh="Kepala Bidang Pelayanan Contoh",
        tenggat="2026-10-30",
        keadaan="berjalan",
    ),
    Rencana(
        slug="pendaftaran-bantuan-kunjungan-contoh",
        judul="Jadwal Kunjungan Contoh",
        layanan="pendaftaran-bantuan-contoh",
        unsur="waktu-penyelesaian",
        periode="2026-tw2",
        rencana="Menjadwalkan kunjungan ke rumah per kelurahan setiap pekan.",
        oleh="Kepala Bidang Pelayanan Contoh",
        tenggat="2026-12-18",
        keadaan="berjalan",
    ),
    Rencana(
        slug="legalisasi-ijazah-ruang-contoh",
        judul="Ruang Tunggu Baru Contoh",
        layanan="legalisasi-ijazah-contoh",
        unsur="sarana-prasarana",
        periode="2025-tw3",
        rencana="Memindahkan ruang tunggu ke lantai bawah; dibatalkan karena gedung dipakai arsip.",
        oleh="Sekretaris Dinas Pendidikan Contoh",
        tenggat="2026-03-31",
        keadaan="dibatalkan",
    ),
    Rencana(
        slug="surat-pengantar-kursi-contoh",
        judul="Kursi Tunggu Contoh",
        layanan="surat-pengantar-contoh",
        unsur="sarana-prasarana",
        periode="2025-tw3",
        rencana="Menambah dua puluh kursi tunggu dan jalur kursi roda.",
        oleh="Lurah Contoh",
        tenggat="2026-02-27",
        keadaan="selesai",
        selesai="2026-02-20",
        bukti="Foto ruang tunggu tanpa orang.",
    ),
)
