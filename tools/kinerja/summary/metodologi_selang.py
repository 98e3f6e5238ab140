"""The method of uncertainty: intervals, small samples, and when a change may be called one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kinerja.model.aturan_layanan import VersiSelang
from kinerja.model.dokumen import Sumber
from kinerja.model.repository import Repository
from kinerja.numbers import Exact
from kinerja.rules.selang import median_ranks, wilson
from kinerja.rules.versi import version_on
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.metodologi_bagian import SELANG, Bagian
from kinerja.summary.metodologi_kaidah import Kaidah, Syarat, figure, first_examples, rules
from kinerja.summary.perhitungan import Contoh

RULES = ("selang",)
CONTOH: Mapping[str, tuple[str, Syarat]] = {
    "unsur": ("selang", lambda m: "jawaban" in m and "populasi" in m),
    "ikm": ("selang", lambda m: "nrr_rata_rata" in m),
    "bagian": ("selang", lambda m: "permohonan_tepat_waktu" in m),
    "median": ("selang", lambda m: "permohonan" in m and "permohonan_tepat_waktu" not in m),
    "ikm-berubah": ("selang", lambda m: "ikm_sebelum" in m),
    "waktu-berubah": ("waktu", lambda m: "waktu_selesai_sebelum" in m and "umur_terbuka_sesudah" in m),
}

# Sizes for the tables that show how intervals shrink; the first is too small for any bound of a median.
BANYAK = (5, 10, 20, 30, 100, 1000)
DARI_SEPULUH = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisBanyak:
    """What a number of requests gives: the interval of nine in ten, and the ranks that bound a median."""

    banyak: Angka
    tepat: Angka
    bawah: Angka
    atas: Angka
    urutan_bawah: Angka
    urutan_atas: Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class Ketetapan:
    """The level of the intervals and the size below which a sample is small."""

    tingkat: Angka
    z: Angka
    n_kecil: Angka
    sumber: tuple[Sumber, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ketidakpastian:
    """The page. `ketetapan` is None where the rule is not in force on the day."""

    bagian: Bagian
    kaidah: Mapping[str, Kaidah]
    contoh: Mapping[str, tuple[Contoh, ...]]
    ketetapan: Ketetapan | None
    baris: tuple[BarisBanyak, ...]


def uncertainty(repository: Repository, tanggal: date) -> Ketidakpastian:
    """How uncertainty is shown, as it stands on a day."""
    kaidah = rules(repository, ("selang", "waktu"), tanggal)
    versi = version_on(repository.aturan.selang, tanggal)
    return Ketidakpastian(
        bagian=SELANG,
        kaidah={slug: kaidah[slug] for slug in RULES},
        contoh={
            name: first_examples(kaidah[slug].perhitungan, repository, wanted)
            for name, (slug, wanted) in CONTOH.items()
        },
        ketetapan=_stated(repository, versi) if versi else None,
        baris=tuple(_size(repository, versi, n) for n in BANYAK) if versi else (),
    )


def _at(repository: Repository, versi: VersiSelang, key: str) -> Tempat:
    aturan = repository.aturan.selang
    return Tempat(aturan.berkas, ("versi", aturan.versi.index(versi), key))


def _stated(repository: Repository, versi: VersiSelang) -> Ketetapan:
    def stated(key: str, nilai: Exact, rumus: str, satuan: str = "") -> Angka:
        return figure(f"selang/{key}", nilai, (_at(repository, versi, key),), rumus, satuan)

    return Ketetapan(
        tingkat=stated("tingkat", Fraction(versi.tingkat) * 100, "tingkat kepercayaan × 100", "%"),
        z=stated("z", versi.z, "kuantil sebaran normal untuk tingkat itu"),
        n_kecil=stated("n_kecil", versi.n_kecil, "di bawah banyak ini disebut sampel kecil", "pengamatan"),
        sumber=versi.sumber,
    )


def _size(repository: Repository, versi: VersiSelang, n: int) -> BarisBanyak:
    on_time = n * DARI_SEPULUH // 10
    share, (low, high) = wilson(versi, on_time, n), median_ranks(versi, n)
    at = (_at(repository, versi, "z"), _at(repository, versi, "tingkat"))

    def shown(name: str, nilai: Exact | None, rumus: str, satuan: str = "", desimal: int = 0) -> Angka:
        return Angka(
            id=f"metodologi/selang/{n}/{name}", nilai=nilai, alasan="tidak-dapat-dinilai" if nilai is None else None,
            status="contoh", satuan=satuan, desimal=None if nilai is None else desimal, n=n, rumus=rumus, masukan=at,
        )  # fmt: skip

    upper = None if share.atas is None else share.atas * 100
    words = "nomor urut permohonan dari yang tercepat, yang membatasi nilai tengah"
    return BarisBanyak(
        banyak=shown("banyak", n, "banyak permohonan pada contoh"),
        tepat=shown("tepat", on_time, "sembilan dari sepuluh, dibulatkan ke bawah"),
        bawah=shown("bawah", share.bawah * 100, "selang Wilson dari keduanya", "%", 1),
        atas=shown("atas", upper, "selang Wilson dari keduanya", "%", 1),
        urutan_bawah=shown("urutan-bawah", low or None, words),
        urutan_atas=shown("urutan-atas", high if low else None, words),
    )
