"""The two reports of e-Kinerja as they are exported, traps included, and a staff table beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from kinerja.model.hasil import KELAS
from kinerja.numbers import period_bounds
from rekaan.berkas import workbook, write
from rekaan.pegawai import Nilai, Pegawai, leavers
from rekaan.profil_pegawai import FORMASI

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
BAIK = KELAS.index("baik")


@dataclass(frozen=True, slots=True, kw_only=True)
class Laporan:
    """The three files."""

    skp: Path
    penilaian: Path
    staf: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Musim:
    """A period of rating: its last day, and days in it when old rows ended."""

    periode: str
    akhir: date
    lama: tuple[date, ...]


def season(periode: str) -> Musim:
    """The days of a period."""
    first, last = period_bounds(periode)
    step = (last - first).days // 4
    return Musim(periode=periode, akhir=last, lama=tuple(first + timedelta(days=step * i) for i in (1, 2, 3)))


def export(folder: Path, pegawai: Sequence[Pegawai], nilai: Nilai, periode: str, benih: str) -> Laporan:
    """The files of these people in one period, in no particular order."""
    acak, musim = Random(f"{benih}/ekspor/{periode}"), season(periode)
    skp, penilaian = _rows(acak, musim, pegawai, nilai, leavers(benih, periode))
    for rows in (skp, penilaian):
        acak.shuffle(rows)
    staf = [(one.nip, one.nama, one.golongan) for one in pegawai if one.golongan]
    tahun = musim.akhir.year
    judul = {"skp": f"Laporan SKP Tahun {tahun}", "penilaian": f"Laporan Penilaian SKP Tahun {tahun}"}
    return Laporan(
        skp=workbook(folder / "laporan-skp.xlsx", "Worksheet", [*_above(judul["skp"], musim), JUDUL_SKP, *skp]),
        penilaian=workbook(
            folder / "laporan-penilaian-skp.xlsx", "Worksheet",
            [*_above(judul["penilaian"], musim), JUDUL_PENILAIAN, *penilaian],
        ),
        staf=write(folder / "pegawai", "csv-lama", JUDUL_STAF, staf),
    )  # fmt: skip


def taken_on(periode: str) -> date:
    """The day that a period's reports are downloaded."""
    return period_bounds(periode)[1] + timedelta(days=15)


def _above(judul: str, musim: Musim) -> Iterable[Sel]:
    """What stands over the header: title, agency, and in the sixth row the time of the export."""
    time = f"{taken_on(musim.periode)} 08:12:44 WITA"
    return ((judul,), ("Instansi Pemerintah Kota Contoh",), (), (), (), (time,), ())


def _rows(
    acak: Random, musim: Musim, pegawai: Sequence[Pegawai], nilai: Nilai, keluar: Iterable[Pegawai]
) -> tuple[list[Sel], list[Sel]]:
    """Rows of both reports: a person may have an old row, a row as a stand-in, a row twice, or no rating at all."""
    skp: list[Sel] = []
    penilaian: list[Sel] = []
    for one in pegawai:
        row, kelas = _skp(acak, one, one.unit, musim.akhir), nilai[one.nip]
        skp.append(row)
        if kelas != len(PREDIKAT) - 1 or acak.random() >= TANPA_NILAI:
            penilaian.append(_rating(acak, row, kelas))
        for more in _more(acak, musim, one):
            skp.append(more)
            penilaian.append(_rating(acak, more, acak.randrange(2)))
    skp += acak.sample(skp, GANDA)
    penilaian += [_rating(acak, _skp(acak, one, one.unit, musim.akhir), BAIK) for one in keluar]
    return skp, penilaian


def _skp(acak: Random, one: Pegawai, unit: str, akhir: date, plt: str = "0") -> Sel:
    formasi = FORMASI[unit]
    work = one.unit_kerja if unit == one.unit else next(iter(formasi.unit_kerja))
    induk, (status,) = acak.choice(formasi.ditulis), acak.choices([*STATUS], [*STATUS.values()])
    return (_id(acak), one.nip, one.nama, plt, str(akhir), induk, status, one.jabatan, work)


def _more(acak: Random, musim: Musim, one: Pegawai) -> Iterator[Sel]:
    """The row from before a transfer, and that of a superior who stands in elsewhere."""
    others = [unit for unit in FORMASI if unit != one.unit]
    if acak.random() < PINDAH:
        yield _skp(acak, one, acak.choice(others), akhir=acak.choice(musim.lama))
    if one.kelompok == "pejabat-struktural-contoh" and acak.random() < MENGGANTI:
        yield _skp(acak, one, acak.choice(others), akhir=musim.akhir, plt="1")


def _rating(acak: Random, row: Sel, kelas: int) -> Sel:
    return (*row[:3], acak.choice(PREDIKAT[kelas]))


def _id(acak: Random) -> str:
    return f"{acak.getrandbits(96):024x}"
