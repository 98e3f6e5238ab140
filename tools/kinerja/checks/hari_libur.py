"""Public holidays: each day once, in its year."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kinerja.checks.registry import Context, check
from kinerja.model.hari_libur import HariLibur
from kinerja.problems import Finding


@check("tanggal-libur", HariLibur)
def holidays_ascend_in_their_year(hari_libur: HariLibur, context: Context) -> Iterator[Finding]:
    """Hari libur jatuh pada tahun berkasnya dan tertulis berurutan, masing-masing sekali."""
    for i, libur in enumerate(hari_libur.libur):
        if libur.tanggal.year != hari_libur.tahun:
            saran = "Betulkan tanggal, atau pindahkan ke berkas tahunnya."
            yield Finding(("libur", i, "tanggal"), f"tanggal ini tidak jatuh pada tahun {hari_libur.tahun}", saran)
    for i, (before, after) in enumerate(pairwise(hari_libur.libur), start=1):
        if after.tanggal <= before.tanggal:
            saran = "Urutkan menurut tanggal; tulis satu baris untuk satu hari."
            yield Finding(("libur", i, "tanggal"), "tanggal ini tidak setelah tanggal di atasnya", saran)
