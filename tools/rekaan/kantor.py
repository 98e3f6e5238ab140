"""The fictional offices, and what every service of an office has in common."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.model.dokumen import Rujukan, Sumber
from kinerja.model.layanan import Hari, JamLayanan
from kinerja.model.perangkat_daerah import Bagian, JenisPerangkatDaerah, PerangkatDaerah

SUMBER = (Sumber(judul="Data peragaan portal ini", penerbit="Portal ini"),)
DASAR = (Rujukan(peraturan="uu-25-2009"), Rujukan(peraturan="permenpanrb-15-2014"))
CATATAN = "Perangkat daerah rekaan untuk memperagakan portal; tidak ada di Pemerintah Kota Samarinda."

_SENIN_KAMIS: tuple[Hari, ...] = ("senin", "selasa", "rabu", "kamis")
KANTOR = (
    *(JamLayanan(hari=hari, buka="08:00", tutup="15:00") for hari in _SENIN_KAMIS),
    JamLayanan(hari="jumat", buka="08:00", tutup="11:00"),
)
ENAM_HARI = (*KANTOR, JamLayanan(hari="sabtu", buka="08:00", tutup="12:00"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kantor:
    """A fictional office; one without `jenis` has its file already."""

    slug: str
    nama: str
    kepala: str
    jam: tuple[JamLayanan, ...] = KANTOR
    jenis: JenisPerangkatDaerah | None = None
    alias: tuple[str, ...] = ()
    bagian: tuple[Bagian, ...] = ()

    def document(self) -> PerangkatDaerah | None:
        """The office's file."""
        if self.jenis is None:
            return None
        return PerangkatDaerah(
            berkas=f"data/perangkat-daerah/{self.slug}.yaml",
            status="contoh",
            nama=self.nama,
            alias=self.alias,
            jenis=self.jenis,
            catatan=CATATAN,
            sumber=SUMBER,
            bagian=self.bagian,
        )


DAFTAR: tuple[Kantor, ...] = (
    Kantor(slug="dinas-pelayanan-contoh", nama="Dinas Pelayanan Contoh", kepala="Kepala Dinas Pelayanan Contoh"),
    Kantor(
        slug="dinas-kependudukan-contoh",
        nama="Dinas Kependudukan Contoh",
        kepala="Kepala Dinas Kependudukan Contoh",
        jenis="dinas",
    ),
    Kantor(
        slug="dinas-perizinan-contoh",
        nama="Dinas Perizinan Contoh",
        kepala="Kepala Dinas Perizinan Contoh",
        jenis="dinas",
    ),
    Kantor(
        slug="dinas-pendidikan-contoh",
        nama="Dinas Pendidikan Contoh",
        kepala="Kepala Dinas Pendidikan Contoh",
        jenis="dinas",
        alias=("Disdik Contoh",),
        bagian=(
            Bagian(id="sd-negeri-contoh", nama="SD Negeri Contoh", jenis="upt"),
            Bagian(id="smp-negeri-contoh", nama="SMP Negeri Contoh", jenis="upt"),
        ),
    ),
    Kantor(
        slug="dinas-kesehatan-contoh",
        nama="Dinas Kesehatan Contoh",
        kepala="Kepala Puskesmas Contoh",
        jam=ENAM_HARI,
        jenis="dinas",
        alias=("Dinkes Contoh",),
        bagian=(
            Bagian(id="puskesmas-contoh", nama="Puskesmas Contoh", jenis="upt"),
            Bagian(id="laboratorium-contoh", nama="Laboratorium Contoh", jenis="upt"),
            Bagian(id="sekretariat-contoh", nama="Sekretariat Contoh", jenis="bidang"),
        ),
    ),
    Kantor(
        slug="dinas-kebersihan-contoh",
        nama="Dinas Kebersihan Contoh",
        kepala="Kepala Dinas Kebersihan Contoh",
        jenis="dinas",
    ),
    Kantor(slug="kantor-arsip-contoh", nama="Kantor Arsip Contoh", kepala="Kepala Kantor Arsip Contoh", jenis="badan"),
    Kantor(
        slug="kecamatan-contoh",
        nama="Kecamatan Contoh",
        kepala="Camat Contoh",
        jenis="kecamatan",
        bagian=(
            Bagian(id="kelurahan-contoh", nama="Kelurahan Contoh", jenis="kelurahan"),
            Bagian(id="kelurahan-tepian-contoh", nama="Kelurahan Tepian Contoh", jenis="kelurahan"),
            Bagian(id="kelurahan-kecil-contoh", nama="Kelurahan Kecil Contoh", jenis="kelurahan"),
        ),
    ),
    Kantor(slug="kecamatan-hulu-contoh", nama="Kecamatan Hulu Contoh", kepala="Camat Hulu Contoh", jenis="kecamatan"),
    Kantor(
        slug="kecamatan-hilir-contoh", nama="Kecamatan Hilir Contoh", kepala="Camat Hilir Contoh", jenis="kecamatan"
    ),
)
OLEH_SLUG = {kantor.slug: kantor for kantor in DAFTAR}
