"""The columns of a survey, and the words for groups of respondents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from kinerja.intake.kolom import Alias, plain
from kinerja.model.aturan_layanan import VersiSkm

Kuesioner = Literal["regulasi", "umum"]

RESPONDEN: Alias = {
    "nomor": ("nomor", "no", "no responden", "nomor responden", "id", "id responden", "kode responden"),
    "tanggal": ("tanggal", "tanggal survei", "tgl", "tgl survei", "timestamp", "stempel waktu", "waktu pengisian",
                "cap waktu"),
    "jenis_kelamin": ("jenis kelamin", "kelamin", "jk", "l p", "gender", "sex"),
    "pendidikan": ("pendidikan", "pendidikan terakhir", "tingkat pendidikan"),
    "usia": ("usia", "umur", "usia tahun", "umur tahun"),
}  # fmt: skip

# More names of the unsur than those of the regulation, by id.
_UNSUR: Alias = {
    "persyaratan": ("persyaratan pelayanan", "kesesuaian persyaratan"),
    "prosedur": ("prosedur", "prosedur pelayanan", "kemudahan prosedur", "sistem mekanisme dan prosedur"),
    "waktu-penyelesaian": ("waktu", "waktu pelayanan", "kecepatan waktu", "kecepatan pelayanan"),
    "biaya": ("biaya", "tarif", "biaya tarif", "kewajaran biaya", "kewajaran biaya tarif"),
    "produk": ("produk", "produk layanan", "produk pelayanan", "produk spesifikasi jenis pelayanan", "hasil pelayanan"),
    "kompetensi-pelaksana": ("kompetensi", "kompetensi petugas", "kemampuan petugas"),
    "perilaku-pelaksana": ("perilaku", "perilaku petugas", "kesopanan petugas", "kesopanan dan keramahan petugas"),
    "pengaduan": ("pengaduan", "penanganan pengaduan", "pengelolaan pengaduan"),
    "sarana-prasarana": ("sarana", "sarana prasarana", "sarana dan prasarana", "kualitas sarana dan prasarana"),
}

# Many questionnaires ask about sarana eighth and about pengaduan ninth, the regulation the other way round.
_SWAPPED = {"pengaduan": "sarana-prasarana", "sarana-prasarana": "pengaduan"}


def columns(versi: VersiSkm, kuesioner: Kuesioner) -> Alias:
    """The titles that stand for each unsur of a rule version (U1 … by its order), and for the respondent."""
    by_id = {unsur.id: unsur for unsur in versi.unsur}
    found: dict[str, tuple[str, ...]] = {}
    for id_, unsur in by_id.items():
        numbered = by_id.get(_SWAPPED.get(id_, id_), unsur) if kuesioner == "umum" else unsur
        number = numbered.urutan
        numbers = (f"u{number}", f"u {number}", f"unsur {number}", f"u{number} {unsur.nama}")
        found[id_] = (id_, unsur.nama, *_UNSUR.get(id_, ()), *numbers)
    return {**found, **RESPONDEN}


def words(groups: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Group by plain word."""
    return {plain(word): group for group, names in groups.items() for word in (group, *names)}


JENIS_KELAMIN = words(
    {"laki-laki": ("l", "laki", "pria", "lk", "male", "m"), "perempuan": ("p", "pr", "wanita", "female", "f")}
)
PENDIDIKAN = words(
    {
        "sd": ("sekolah dasar", "mi", "sd mi", "sd sederajat"),
        "smp": ("sltp", "mts", "smp mts", "smp sederajat"),
        "sma": ("slta", "smu", "smk", "ma", "stm", "sma smk", "sma sederajat", "sma smk ma"),
        "diii": ("d3", "d iii", "d 3", "diploma", "diploma 3", "diploma iii", "akademi"),
        "s1": ("s 1", "sarjana", "d4", "div", "d iv", "strata 1", "s1 d4"),
        "s2": ("s 2", "s3", "s 3", "magister", "doktor", "pascasarjana", "s2 s3", "s2 ke atas"),
        "lainnya": ("d1", "d2", "d i", "d ii", "tidak sekolah", "tidak tamat sd", "lain lain"),
    }
)
USIA = (("di-bawah-25", 0, 24), ("25-39", 25, 39), ("40-59", 40, 59), ("60-ke-atas", 60, 120))
ORDER: Mapping[str, tuple[str, ...]] = {
    "jenis_kelamin": ("laki-laki", "perempuan", "lainnya", "tidak-diisi"),
    "pendidikan": ("sd", "smp", "sma", "diii", "s1", "s2", "lainnya", "tidak-diisi"),
    "usia": (*(group for group, _, _ in USIA), "lainnya", "tidak-diisi"),
}


def group_of(key: str, text: str) -> str:
    """The group that a cell of the column `key` means; the cell was checked before."""
    if not text:
        return "tidak-diisi"
    if key != "usia":
        return {"jenis_kelamin": JENIS_KELAMIN, "pendidikan": PENDIDIKAN}[key][plain(text)]
    years = int(text.partition(".")[0])
    return next(group for group, low, high in USIA if low <= years <= high)
