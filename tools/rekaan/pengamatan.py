"""What was seen in the classes of fictional teachers: one indicator of each teacher, by kecamatan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from kinerja.model.kriteria import Indikator, Kriteria
from rekaan.berkas import workbook
from rekaan.kantor import DAFTAR
from rekaan.pegawai import Pegawai
from rekaan.profil_pegawai import SEMESTER

JUDUL = ("No", "Nama", "NIP", "Sekolah", "Kelompok", "Kecamatan", "Indikator", "Hasil Pengamatan")
SEKOLAH = 60
# Shares of the levels, lowest first: most indicators, those that are harder, and how far a kecamatan is behind.
BIASA, SEDANG, SULIT, TERTINGGAL = (9, 38, 53), (15, 42, 43), (22, 46, 32), (6, 4, -10)
# After the first semester teachers were trained to give feedback; to adapt their teaching they were not.
MEMBAIK, TETAP = {"umpan-balik": (SULIT, SEDANG, BIASA)}, ("penyesuaian",)

Sel = tuple[str, ...]


def observed(
    folder: Path, pegawai: Sequence[Pegawai], kriteria: Kriteria, kelompok: str, periode: str, benih: str
) -> Path:
    """The workbook of all observations of a semester."""
    acak = Random(f"{benih}/pengamatan/{periode}")
    guru = [one for one in pegawai if one.kelompok == kriteria.jabatan]
    rows = [*_rows(acak, guru, kriteria, kelompok, SEMESTER.index(periode))]
    acak.shuffle(rows)
    numbered = ((str(number), *row) for number, row in enumerate(rows, start=1))
    title = f"Hasil Pengamatan {kriteria.judul}"
    return workbook(folder / "pengamatan.xlsx", "Pengamatan", [(title,), (), JUDUL, *numbered])


def _rows(acak: Random, guru: Sequence[Pegawai], kriteria: Kriteria, kelompok: str, semester: int) -> Iterator[Sel]:
    """One indicator of each teacher."""
    kecamatan = [kantor.nama for kantor in DAFTAR if kantor.jenis == "kecamatan"]
    indikator = [satu for aspek in kriteria.aspek for satu in aspek.indikator]
    for one in guru:
        place, seen = acak.randrange(len(kecamatan)), acak.choice(indikator)
        weights = shares(seen, semester, behind=place == len(kecamatan) - 1)
        level = acak.choices(kriteria.tingkat, weights)[0]
        sekolah = f"SD Negeri Contoh {acak.randint(1, SEKOLAH)}"
        yield (one.nama, one.nip, sekolah, kelompok, kecamatan[place], seen.nama, level.nama)


def shares(indikator: Indikator, semester: int, *, behind: bool) -> Sequence[int]:
    """The weight of each level, lowest first."""
    found: Sequence[int] = MEMBAIK.get(indikator.id, (BIASA,) * len(SEMESTER))[semester]
    if indikator.id in TETAP:
        found = SULIT
    return tuple(map(sum, zip(found, TERTINGGAL, strict=True))) if behind else found
