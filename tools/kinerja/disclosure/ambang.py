"""Groups and counts that are too small to be published as they are, whatever other tables say."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.model.aturan_layanan import VersiPenyamaran
from kinerja.model.hasil import Hasil
from kinerja.problems import Finding


def small_groups(hasil: Hasil, versi: VersiPenyamaran) -> Iterator[Finding]:
    """Groups of fewer than `kelompok_minimal`. The count itself is not told."""
    for i, baris in enumerate(hasil.baris):
        if baris.jumlah is not None and baris.jumlah < versi.kelompok_minimal:
            pesan = f"kelompok ini lebih kecil daripada {versi.kelompok_minimal}"
            yield Finding(("baris", i, "jumlah"), pesan, "Gabungkan dengan kelompok lain, atau hapus tabel ini.")


def small_counts(hasil: Hasil, versi: VersiPenyamaran) -> Iterator[Finding]:
    """Counts that are not zero and below `sel_minimal`. Which one it is stands in the place, never how many."""
    for i, baris in enumerate(hasil.baris):
        for name, count in baris.hitungan.items():
            if 0 < count < versi.sel_minimal:
                at = ("tingkat", name) if name in (baris.tingkat or {}) else (name,)
                pesan = f"`{name}` bukan nol tetapi lebih kecil daripada {versi.sel_minimal}"
                saran = "Gabungkan dengan kelompok lain, atau samarkan hitungan ini bersama hitungan lain."
                yield Finding(("baris", i, *at), pesan, saran)


def uniform_groups(hasil: Hasil) -> Iterator[Finding]:
    """Groups whose members all have the same rating: who knows that somebody belongs to one knows the rating.

    Only for exact counts; a rounded count leaves room for another rating.
    """
    for i, baris in enumerate(hasil.baris):
        if hasil.kelipatan == 1 and baris.jumlah and baris.jumlah in baris.hitungan.values():
            pesan = "semua anggota kelompok ini berhasil sama, sehingga hasil setiap orang dapat diketahui"
            yield Finding(("baris", i, "jumlah"), pesan, "Gabungkan dengan kelompok lain, atau hapus tabel ini.")
