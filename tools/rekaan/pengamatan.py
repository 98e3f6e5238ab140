"""What was seen in the classes of fictional teachers: one indicator of each teacher, by kecamatan."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from kinerja.model.kriteria import Indikator, Kriteria, Tingkat
from rekaan.berkas import workbook
from rekaan.kantor import DAFTAR
from rekaan.pegawai import Pegawai, no_small_counts

JUDUL = ("No", "Nama", "NIP", "Sekolah", "Kelompok", "Kecamatan", "Indikator", "Hasil Pengamatan")
SEKOLAH = 60
# Shares of the levels, lowest first: most indicators, those that are harder, and how far a kecamatan is behind.
BIASA, SULIT, TERTINGGAL = (9, 38, 53), (22, 46, 32), (6, 4, -10)
YANG_SULIT = ("umpan-balik", "penyesuaian")

Sel = tuple[str, ...]


def observed(folder: Path, pegawai: Sequence[Pegawai], kriteria: Kriteria, kelompok: str, benih: str) -> Path:
    """The workbook of all observations."""
    acak = Random(f"{benih}/pengamatan")
    guru = [one for one in pegawai if one.kelompok == kriteria.jabatan]
    rows = [*_rows(acak, guru, kriteria, kelompok)]
    acak.shuffle(rows)
    numbered = ((str(number), *row) for number, row in enumerate(rows, start=1))
    title = f"Hasil Pengamatan {kriteria.judul}"
    return workbook(folder / "pengamatan.xlsx", "Pengamatan", [(title,), (), JUDUL, *numbered])


def _rows(acak: Random, guru: Sequence[Pegawai], kriteria: Kriteria, kelompok: str) -> Iterator[Sel]:
    kecamatan = [kantor.nama for kantor in DAFTAR if kantor.jenis == "kecamatan"]
    indikator = [satu for aspek in kriteria.aspek for satu in aspek.indikator]
    groups: dict[tuple[int, int], list[Pegawai]] = defaultdict(list)
    for one in guru:
        groups[acak.randrange(len(kecamatan)), acak.randrange(len(indikator))].append(one)
    for (place, which), members in sorted(groups.items()):
        levels = _levels(acak, kriteria.tingkat, indikator[which], len(members), place == len(kecamatan) - 1)
        for one, tingkat in zip(members, levels, strict=True):
            sekolah = f"SD Negeri Contoh {acak.randint(1, SEKOLAH)}"
            yield (one.nama, one.nip, sekolah, kelompok, kecamatan[place], indikator[which].nama, tingkat.nama)


def _levels(
    acak: Random, tingkat: Sequence[Tingkat], indikator: Indikator, banyak: int, tertinggal: bool
) -> Iterator[Tingkat]:
    """A level for each of so many people, no level with too few."""
    shares: Sequence[int] = SULIT if indikator.id in YANG_SULIT else BIASA
    if tertinggal:
        shares = tuple(share + more for share, more in zip(shares, TERTINGGAL, strict=True))
    seen = Counter(acak.choices(range(len(tingkat)), shares, k=banyak))
    for level, count in zip(tingkat, no_small_counts([seen[i] for i in range(len(tingkat))]), strict=True):
        yield from (level for _ in range(count))
