"""The columns of the two e-Kinerja reports and of a staff table, and the words of predikat."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from kinerja.intake.kolom import Alias, plain

Laporan = Literal["skp", "penilaian", "pegawai"]

_NIP = ("nip", "nip baru", "nomor induk pegawai")
_JABATAN = ("jabatan", "skp jabatan", "jabatan akhir", "nama jabatan")
_GOLONGAN = (
    "golongan",
    "gol",
    "gol ruang",
    "golongan ruang",
    "golongan akhir",
    "pangkat golongan",
    "pangkat gol ruang",
)

# The titles of the columns that are read, by report; a name is in none of them, so it is never loaded.
KOLOM: Mapping[Laporan, Alias] = {
    "skp": {
        "id": ("id", "id skp", "skp id"),
        "nip": _NIP,
        "plt": ("is plt plh", "plt plh"),
        "periode_akhir": ("periode akhir", "skp periode akhir", "tanggal akhir"),
        "induk": ("skp unor induk", "unor induk", "unor induk nama", "perangkat daerah", "opd"),
        "unit": ("unit kerja", "skp unor", "skp unor nama", "unor nama"),
        "jabatan": _JABATAN,
        "golongan": _GOLONGAN,
    },
    "penilaian": {
        "id": ("id", "id skp", "skp id"),
        "nip": _NIP,
        "plt": ("is plt plh", "plt plh"),
        "hasil": ("hasil akhir", "predikat", "predikat kinerja", "predikat akhir"),
    },
    "pegawai": {"nip": _NIP, "jabatan": _JABATAN, "golongan": _GOLONGAN},
}
# What a report cannot be used without: one of each group.
WAJIB: Mapping[Laporan, tuple[tuple[str, ...], ...]] = {
    "skp": (("nip",), ("induk", "unit")),
    "penilaian": (("nip", "id"), ("hasil",)),
    "pegawai": (("nip",), ("jabatan", "golongan")),
}
NAMA_KOLOM = {
    "id": "id", "nip": "nip", "plt": "is_plt_plh", "periode_akhir": "periode_akhir", "induk": "skp_unor_induk",
    "unit": "unit_kerja", "jabatan": "jabatan", "golongan": "golongan", "hasil": "hasil_akhir",
}  # fmt: skip
NAMA_LAPORAN: Mapping[Laporan, str] = {
    "skp": "Laporan SKP",
    "penilaian": "Laporan Penilaian SKP",
    "pegawai": "tabel pegawai",
}

# Place in KELAS of the model, by plain word; `BELUM` is a class of its own.
PREDIKAT = {
    "sangat baik": 0,
    "baik": 1,
    "butuh perbaikan": 2,
    "kurang": 3,
    "kurang misconduct": 3,
    "misconduct": 3,
    "sangat kurang": 4,
}
BELUM = 5
# Words that stand on the scale of an organisation, or of years before 2022, but never on a person's of today.
BUKAN_PEGAWAI = ("cukup", "istimewa", "luar biasa", "amat baik", "sedang", "buruk")
KOSONG = ("", "-", "–", "—", "null", "n/a")
TIDAK_PLT = ("", "0", "0.0", "false", "tidak", "-")


def class_of(text: str) -> int | None:
    """The class of a cell of `hasil_akhir`; None where it is no predikat of a person.

    >>> class_of("SANGAT  baik"), class_of("-"), class_of("Cukup")
    (0, 5, None)
    """
    return BELUM if text.strip().casefold() in KOSONG else PREDIKAT.get(plain(text))
