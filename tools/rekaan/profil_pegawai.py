"""How many people each fictional office has, in which posts, and how they were rated over the years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.model.hasil import KELAS

Bobot = Mapping[str, int]

Menurut = Mapping[int, tuple[int, ...]]

# Years that ended, and quarters of the year that has not.
TAHUN = (2023, 2024, 2025)
PERIODE = (*(str(tahun) for tahun in TAHUN), "2026-tw1", "2026-tw2", "2026-tw3")
# The observations of teachers, and of how many in a hundred an indicator was seen at the lowest, middle, highest level.
SEMESTER = ("2025-s1", "2025-s2", "2026-s1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sebutan:
    """The titles of a group of posts, its golongan as staff tables write them, and its women in a hundred."""

    nama: tuple[str, ...]
    golongan: Bobot
    perempuan: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Formasi:
    """An office: `ditulis` are its names in the export, `unit_kerja` the parts that people work in, by weight.

    `banyak` (how many people) and `kelas` (shares of each class in the order of KELAS) hold from a year on.
    """

    banyak: Mapping[int, int]
    ditulis: tuple[str, ...]
    unit_kerja: Bobot
    jabatan: Bobot
    kelas: Menurut

    def __post_init__(self) -> None:
        assert all(len(shares) == len(KELAS) for shares in self.kelas.values())

    def size(self, tahun: int) -> int:
        """How many people there are at the end of a year."""
        return self.banyak[max(since for since in self.banyak if since <= tahun)]

    def shares(self, tahun: int) -> tuple[int, ...]:
        """The weight of each class in a year."""
        return self.kelas[max(since for since in self.kelas if since <= tahun)]


_PELAKSANA: Bobot = {"II/b": 8, "II/d": 22, "III/a": 26, "Penata Muda Tk. I (III/b)": 14, "V": 18, "VII": 9, "": 3}

# By group of posts; the last one is in no list of aliases, so that its people are counted among others.
SEBUTAN: Mapping[str, Sebutan] = {
    "guru-contoh": Sebutan(
        nama=("Guru Ahli Pertama Contoh", "Guru Ahli Muda Contoh", "Guru Ahli Madya Contoh"),
        golongan={"III/a": 14, "III/c": 18, "Penata Tk. I (III/d)": 16, "IV/a": 16, "IV/b": 6, "IX": 30},
        perempuan=68,
    ),
    "tenaga-kesehatan-contoh": Sebutan(
        nama=(
            "Perawat Terampil Contoh", "Perawat Mahir Contoh", "Bidan Terampil Contoh", "Bidan Mahir Contoh",
            "Dokter Ahli Pertama Contoh", "Dokter Ahli Muda Contoh", "Apoteker Ahli Pertama Contoh",
        ),
        golongan={"II/d": 18, "III/a": 20, "III/b": 22, "III/d": 14, "IV/a": 4, "VII": 16, "IX": 6},
        perempuan=72,
    ),
    "petugas-layanan-contoh": Sebutan(
        nama=("Petugas Layanan Contoh", "Petugas Layanan Contoh - Loket"), golongan=_PELAKSANA, perempuan=55
    ),
    "jabatan-pelaksana-contoh": Sebutan(
        nama=(
            "Pengadministrasi Perkantoran Contoh", "PENGOLAH DATA DAN INFORMASI CONTOH",
            "Penelaah Teknis Kebijakan Contoh", "Operator Layanan Operasional Contoh",
        ),
        golongan=_PELAKSANA,
        perempuan=44,
    ),
    "jabatan-fungsional-lain-contoh": Sebutan(
        nama=(
            "Perencana Ahli Pertama Contoh", "Perencana Ahli Muda Contoh", "Arsiparis Terampil Contoh",
            "Pranata Komputer Ahli Pertama Contoh",
        ),
        golongan={"II/d": 10, "III/a": 25, "III/b": 25, "III/d": 20, "IV/a": 8, "IX": 12},
        perempuan=50,
    ),
    "pejabat-struktural-contoh": Sebutan(
        nama=("Kepala Bidang Contoh", "Kepala Seksi Contoh", "Kepala Subbagian Contoh", "Sekretaris Contoh"),
        golongan={"III/c": 20, "III/d": 45, "Pembina (IV/a)": 25, "IV/b": 10},
        perempuan=36,
    ),
    "": Sebutan(nama=("Juru Taman Rekaan",), golongan={"I/d": 5, "II/a": 5}, perempuan=10),
}  # fmt: skip

_KANTOR: Bobot = {
    "jabatan-pelaksana-contoh": 34, "petugas-layanan-contoh": 38, "jabatan-fungsional-lain-contoh": 14,
    "pejabat-struktural-contoh": 14,
}  # fmt: skip
_KECAMATAN: Bobot = {
    "jabatan-pelaksana-contoh": 52, "petugas-layanan-contoh": 20, "pejabat-struktural-contoh": 22, "": 6,
}  # fmt: skip

# One is generous, one rates everybody the same, one is late, one uses the whole scale, one jumps within a year, one is
# small, and one lost two people.
FORMASI: Mapping[str, Formasi] = {
    "dinas-pendidikan-contoh": Formasi(
        banyak={2023: 4480, 2024: 4540, 2025: 4600},
        ditulis=("Dinas Pendidikan Contoh", "DINAS PENDIDIKAN CONTOH", "Disdik Contoh"),
        unit_kerja={"SD Negeri Contoh": 70, "SMP Negeri Contoh": 30},
        jabatan={
            "guru-contoh": 86,
            "jabatan-pelaksana-contoh": 9,
            "pejabat-struktural-contoh": 2,
            "jabatan-fungsional-lain-contoh": 3,
        },
        kelas={2023: (84, 828, 46, 7, 2, 33), 2024: (101, 814, 43, 7, 2, 33), 2025: (118, 800, 40, 7, 2, 33)},
    ),
    "dinas-kesehatan-contoh": Formasi(
        banyak={2023: 2330, 2024: 2370, 2025: 2400},
        ditulis=("Dinas Kesehatan Contoh", "dinas kesehatan contoh", "Dinkes Contoh"),
        unit_kerja={"Puskesmas Contoh": 60, "Laboratorium Contoh": 25, "Sekretariat Contoh": 15},
        jabatan={"tenaga-kesehatan-contoh": 80, "jabatan-pelaksana-contoh": 16, "pejabat-struktural-contoh": 4},
        kelas={2023: (190, 712, 36, 11, 0, 51), 2025: (214, 696, 31, 8, 0, 51)},
    ),
    "dinas-pelayanan-contoh": Formasi(
        banyak={2023: 690, 2025: 700},
        ditulis=("Dinas Pelayanan Contoh",),
        unit_kerja={"Bidang Pelayanan Contoh": 100},
        jabatan=_KANTOR,
        kelas={2023: (12, 960, 0, 0, 0, 28)},
    ),
    "dinas-kependudukan-contoh": Formasi(
        banyak={2023: 600, 2024: 610, 2025: 620},
        ditulis=("Dinas Kependudukan Contoh", "DINAS KEPENDUDUKAN CONTOH"),
        unit_kerja={"Bidang Pendaftaran Contoh": 100},
        jabatan=_KANTOR,
        kelas={2023: (190, 770, 10, 0, 0, 30), 2025: (640, 328, 0, 0, 0, 32)},
    ),
    "dinas-perizinan-contoh": Formasi(
        banyak={2023: 470, 2025: 480},
        ditulis=("Dinas Perizinan Contoh",),
        unit_kerja={"Bidang Perizinan Contoh": 100},
        jabatan=_KANTOR,
        kelas={2023: (170, 640, 116, 32, 16, 26)},
    ),
    "dinas-kebersihan-contoh": Formasi(
        banyak={2023: 120},
        ditulis=("Dinas Kebersihan Contoh",),
        unit_kerja={"Bidang Kebersihan Contoh": 100},
        jabatan={"jabatan-pelaksana-contoh": 100},
        kelas={2023: (0, 100, 0, 0, 0, 0)},
    ),
    "kantor-arsip-contoh": Formasi(
        banyak={2023: 16, 2024: 14},
        ditulis=("Kantor Arsip Contoh",),
        unit_kerja={"Kantor Arsip Contoh": 100},
        jabatan={"jabatan-pelaksana-contoh": 80, "jabatan-fungsional-lain-contoh": 20},
        kelas={2023: (20, 70, 10, 0, 0, 0)},
    ),
    "kecamatan-contoh": Formasi(
        banyak={2023: 450, 2025: 460},
        ditulis=("Kecamatan Contoh", "KECAMATAN CONTOH"),
        unit_kerja={"Kelurahan Contoh": 40, "Kelurahan Tepian Contoh": 35, "Kelurahan Kecil Contoh": 25},
        jabatan=_KECAMATAN,
        kelas={2023: (100, 688, 60, 22, 0, 130)},
    ),
    "kecamatan-hulu-contoh": Formasi(
        banyak={2023: 390, 2025: 400},
        ditulis=("Kecamatan Hulu Contoh",),
        unit_kerja={"Seksi Pemerintahan Contoh": 100},
        jabatan=_KECAMATAN,
        kelas={2023: (150, 788, 32, 0, 0, 30)},
    ),
    "kecamatan-hilir-contoh": Formasi(
        banyak={2023: 330, 2025: 340},
        ditulis=("Kecamatan Hilir Contoh", "kecamatan hilir contoh"),
        unit_kerja={"Seksi Pelayanan Contoh": 100},
        jabatan=_KECAMATAN,
        kelas={2023: (58, 740, 0, 0, 0, 202), 2025: (58, 540, 0, 0, 0, 402)},
    ),
}
