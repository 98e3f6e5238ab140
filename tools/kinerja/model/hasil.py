"""data/hasil/<periode>/<tabel>.yaml: counts of people (or of ratings) by group, as they may be published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kinerja.model.dokumen import Dokumen, Status, Sumber
from kinerja.model.kriteria import Persetujuan

# `jumlah-pegawai`: how many people there are, which is public anyway, exactly and without any class.
IsiHasil = Literal["predikat", "aspek", "jumlah-pegawai"]
SatuanHasil = Literal["orang", "penilaian"]
KeadaanHasil = Literal["sementara", "final"]
Dimensi = Literal[
    "perangkat-daerah", "bagian", "jabatan", "rumpun-jabatan", "golongan", "jenis-kelamin", "wilayah", "indikator"
]
RumpunJabatan = Literal["struktural", "fungsional", "pelaksana", "lainnya"]
Golongan = Literal["golongan-i", "golongan-ii", "golongan-iii", "golongan-iv", "pppk", "lainnya", "tidak-diisi"]
JenisKelamin = Literal["perempuan", "laki-laki"]

# The counts of a table of predikat, best first; who has none yet is a class of its own.
KELAS = ("sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang", "belum_dinilai")
LAINNYA = "lainnya"


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisHasil:
    """One group: a value for each dimension that it is narrowed by; a dimension that is absent stands for all of it.

    `jumlah` is the whole of the group. A count that is named in `disamarkan` (`jumlah`, a class, or a level of the
    criteria) is hidden and absent. `gabungan` are the small groups that were merged into this one.
    """

    perangkat_daerah: str | None = None
    bagian: str | None = None
    jabatan: str | None = None
    rumpun_jabatan: RumpunJabatan | None = None
    golongan: Golongan | None = None
    jenis_kelamin: JenisKelamin | None = None
    wilayah: str | None = None
    indikator: str | None = None
    gabungan: tuple[str, ...] = ()
    jumlah: int | None = None
    sangat_baik: int | None = None
    baik: int | None = None
    butuh_perbaikan: int | None = None
    kurang: int | None = None
    sangat_kurang: int | None = None
    belum_dinilai: int | None = None
    tingkat: Mapping[str, int] | None = None
    disamarkan: tuple[str, ...] = ()

    @property
    def kelompok(self) -> tuple[str | None, ...]:
        """What tells this group from the others of the table."""
        return (
            self.perangkat_daerah, self.bagian, self.jabatan, self.rumpun_jabatan, self.golongan, self.jenis_kelamin,
            self.wilayah, self.indikator,
        )  # fmt: skip

    @property
    def hitungan(self) -> Mapping[str, int]:
        """The counts that are there, by the name that `disamarkan` would use."""
        classes = {key: value for key in KELAS if (value := getattr(self, key)) is not None}
        return {**classes, **(self.tingkat or {})}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hasil(Dokumen):
    """One table of one period. `penyebut` says in words whom `jumlah` counts.

    `kelompok` is the group of posts whose criteria the levels of an aspect table belong to, in their version of the
    period's last day. Counts are exact where `kelipatan` is 1, otherwise rounded to it. `rilis_ke` counts the versions
    of this table that were published; the earlier ones are in the history of the file.
    """

    status: Status
    periode: str
    tabel: str
    isi: IsiHasil
    kelompok: str | None = None
    dimensi: tuple[Dimensi, ...]
    satuan: SatuanHasil
    penyebut: str
    kelipatan: int = 1
    keadaan: KeadaanHasil
    rilis_ke: int
    dihitung_pada: date
    persetujuan: Persetujuan | None = None
    baris: tuple[BarisHasil, ...]
    catatan: str | None = None
    sumber: tuple[Sumber, ...]
