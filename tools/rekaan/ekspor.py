"""The two reports of e-Kinerja as they are exported, traps included, and a staff table beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from rekaan.berkas import workbook, write
from rekaan.pegawai import Pegawai, leavers
from rekaan.profil_pegawai import FORMASI, TAHUN

Sel = tuple[str, ...]

JUDUL_SKP = (
    "id", "nip", "nama", "is_plt_plh", "periode_akhir", "skp_unor_induk", "skp_status", "jabatan", "unit_kerja",
)  # fmt: skip
JUDUL_PENILAIAN = ("id", "nip", "nama", "hasil_akhir")
JUDUL_STAF = ("NIP", "Nama", "Gol. Ruang")
# By place in KELAS: the words that officers have typed over the years, and what stands for "not yet".
PREDIKAT: Sequence[Sel] = (
    ("Sangat Baik", "SANGAT BAIK", "sangat baik"),
    ("Baik", "BAIK", "baik"),
    ("Butuh Perbaikan", "Butuh perbaikan", "BUTUH PERBAIKAN"),
    ("Kurang", "Kurang/Misconduct"),
    ("Sangat Kurang", "SANGAT KURANG"),
    ("-", "-", ""),
)
STATUS = {"persetujuan": 97, "pengajuan": 3}
PINDAH, MENGGANTI, GANDA, TANPA_NILAI = 0.015, 0.1, 3, 0.2
AKHIR, AKHIR_LAMA = f"{TAHUN}-12-31", (f"{TAHUN}-03-31", f"{TAHUN}-06-30", f"{TAHUN}-09-30")


@dataclass(frozen=True, slots=True, kw_only=True)
class Laporan:
    """The three files."""

    skp: Path
    penilaian: Path
    staf: Path


def export(folder: Path, pegawai: Sequence[Pegawai], benih: str) -> Laporan:
    """The files of these people, in no particular order."""
    acak = Random(f"{benih}/ekspor")
    skp, penilaian = _rows(acak, pegawai, leavers(benih, len(pegawai) + 1))
    for rows in (skp, penilaian):
        acak.shuffle(rows)
    staf = [(one.nip, one.nama, one.golongan) for one in pegawai if one.golongan]
    judul = {"skp": f"Laporan SKP Tahun {TAHUN}", "penilaian": f"Laporan Penilaian SKP Tahunan Tahun {TAHUN}"}
    return Laporan(
        skp=workbook(folder / "laporan-skp.xlsx", "Worksheet", [*_above(judul["skp"]), JUDUL_SKP, *skp]),
        penilaian=workbook(
            folder / "laporan-penilaian-skp.xlsx", "Worksheet",
            [*_above(judul["penilaian"]), JUDUL_PENILAIAN, *penilaian],
        ),
        staf=write(folder / "pegawai", "csv-lama", JUDUL_STAF, staf),
    )  # fmt: skip


def _above(judul: str) -> Iterable[Sel]:
    """What stands over the header: title, agency, and in the sixth row the time of the export."""
    return ((judul,), ("Instansi Pemerintah Kota Contoh",), (), (), (), (f"{TAHUN + 1}-01-15 08:12:44 WITA",), ())


def _rows(acak: Random, pegawai: Sequence[Pegawai], keluar: Iterable[Pegawai]) -> tuple[list[Sel], list[Sel]]:
    """Rows of both reports: a person may have an old row, a row as a stand-in, a row twice, or no rating at all."""
    skp: list[Sel] = []
    penilaian: list[Sel] = []
    for one in pegawai:
        row = _skp(acak, one, one.unit)
        skp.append(row)
        if one.kelas != len(PREDIKAT) - 1 or acak.random() >= TANPA_NILAI:
            penilaian.append(_rating(acak, row, one.kelas))
        for more in _more(acak, one):
            skp.append(more)
            penilaian.append(_rating(acak, more, acak.randrange(2)))
    skp += acak.sample(skp, GANDA)
    penilaian += [_rating(acak, _skp(acak, one, one.unit), one.kelas) for one in keluar]
    return skp, penilaian


def _skp(acak: Random, one: Pegawai, unit: str, akhir: str = AKHIR, plt: str = "0") -> Sel:
    formasi = FORMASI[unit]
    induk, (status,) = acak.choice(formasi.ditulis), acak.choices([*STATUS], [*STATUS.values()])
    return (_id(acak), one.nip, one.nama, plt, akhir, induk, status, one.jabatan, formasi.unit_kerja)


def _more(acak: Random, one: Pegawai) -> Iterator[Sel]:
    """The row from before a transfer, and that of a superior who stands in elsewhere."""
    others = [unit for unit in FORMASI if unit != one.unit]
    if acak.random() < PINDAH:
        yield _skp(acak, one, acak.choice(others), akhir=acak.choice(AKHIR_LAMA))
    if one.kelompok == "pejabat-struktural-contoh" and acak.random() < MENGGANTI:
        yield _skp(acak, one, acak.choice(others), plt="1")


def _rating(acak: Random, row: Sel, kelas: int) -> Sel:
    return (*row[:3], acak.choice(PREDIKAT[kelas]))


def _id(acak: Random) -> str:
    return f"{acak.getrandbits(96):024x}"
