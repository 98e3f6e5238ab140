"""A service is faster, or better liked, only where the measure is the same and the difference is beyond uncertainty.

Source: Newcombe 1998 and Zou and Donner 2008 (interval of a difference); the rest is this portal's rule of honesty.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from kinerja.model.capaian import CapaianLayanan, CaraSurvei
from kinerja.numbers import PERIODE
from kinerja.rules.errors import UnusableInput
from kinerja.rules.selang import Selang, difference
from kinerja.rules.waktu import DESIMAL

Hasil = Literal["membaik", "menurun", "tidak-berubah", "tidak-dapat-dibandingkan"]

LEBIH_CEPAT = "Nilai tengah waktunya lebih pendek, dan selisihnya di luar ketidakpastian."
LEBIH_LAMBAT = "Nilai tengah waktunya lebih panjang, dan selisihnya di luar ketidakpastian."
MASIH_TERBUKA = "Masih banyak permohonan yang belum selesai, jadi waktunya belum dapat dibandingkan."
TERBUKA_DULU = (
    "Pada periode sebelumnya banyak permohonan tercatat belum selesai, jadi waktunya tidak dapat dibandingkan."
)
TERLALU_SEDIKIT = "Permohonannya terlalu sedikit untuk menghitung selang, jadi waktunya tidak dapat dibandingkan."
BELUM_ADA_WAKTU = "Data waktu belum ada pada salah satu periode."
IKM_NAIK = "IKM lebih tinggi, dan selisihnya di luar ketidakpastian."
IKM_TURUN = "IKM lebih rendah, dan selisihnya di luar ketidakpastian."
TANPA_SELANG = "Selang salah satu IKM tidak dapat dihitung, jadi selisihnya belum dapat dipastikan."
DI_DALAM = "Selisihnya masih di dalam ketidakpastian."


@dataclass(frozen=True, slots=True, kw_only=True)
class Putusan:
    """What a comparison comes to and why; `selisih` is new − old, with its interval, where they are known."""

    hasil: Hasil
    sebab: str
    selisih: Fraction | None = None
    selang: Selang | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UkuranIkm:
    """An IKM with what must be equal to compare it: the rule version (by its first day) and the way of asking."""

    nilai: Fraction
    selang: Selang | None
    berlaku_mulai: date
    cara: CaraSurvei


@dataclass(frozen=True, slots=True)
class _Tengah:
    """A median and its bounds, in the unit of the document."""

    nilai: Fraction | None
    bawah: Fraction
    atas: Fraction | None


def compare_time(lama: CapaianLayanan, baru: CapaianLayanan) -> Putusan:
    """Faster (`membaik`) or slower (`menurun`) by the medians, only beyond the interval of their difference.

    An open request counts as longer than any finished one in the upper bounds, and by its age in the lower ones. So a
    period is faster only if it stays so however long its open requests will take, and slower even where half are open.

    Source: as the module.
    """
    obstacle = next(_obstacles(lama, baru), None)
    if obstacle is not None:
        return Putusan(hasil="tidak-dapat-dibandingkan", sebab=obstacle)
    first, second = _median_of(lama), _median_of(baru)
    if first is None or second is None:
        enough = lama.waktu is not None and baru.waktu is not None
        return Putusan(hasil="tidak-dapat-dibandingkan", sebab=TERLALU_SEDIKIT if enough else BELUM_ADA_WAKTU)
    selisih = None if first.nilai is None or second.nilai is None else second.nilai - first.nilai
    lower, upper = _lower_bound(first, second), _upper_bound(first, second)
    selang = None if lower is None else Selang(lower, upper)
    if upper is not None and upper < 0:
        return Putusan(hasil="membaik", sebab=LEBIH_CEPAT, selisih=selisih, selang=selang)
    if lower is not None and lower > 0:
        return Putusan(hasil="menurun", sebab=LEBIH_LAMBAT, selisih=selisih, selang=selang)
    if second.atas is None or second.nilai is None:
        return Putusan(hasil="tidak-dapat-dibandingkan", sebab=MASIH_TERBUKA, selisih=selisih, selang=selang)
    if first.atas is None or first.nilai is None:
        return Putusan(hasil="tidak-dapat-dibandingkan", sebab=TERBUKA_DULU, selisih=selisih, selang=selang)
    return Putusan(hasil="tidak-berubah", sebab=DI_DALAM, selisih=selisih, selang=selang)


def compare_ikm(lama: UkuranIkm, baru: UkuranIkm) -> Putusan:
    """Better or worse only under the same rule and way of asking, and beyond the interval of the difference.

    Source: as the module.
    """
    if lama.berlaku_mulai != baru.berlaku_mulai:
        sebab = "Aturan surveinya berbeda, jadi IKM tidak dapat dibandingkan."
        return Putusan(hasil="tidak-dapat-dibandingkan", sebab=sebab)
    if lama.cara != baru.cara:
        sebab = "Cara surveinya berbeda, jadi IKM tidak dapat dibandingkan."
        return Putusan(hasil="tidak-dapat-dibandingkan", sebab=sebab)
    selisih = baru.nilai - lama.nilai
    if lama.selang is None or baru.selang is None or lama.selang.atas is None:
        return Putusan(hasil="tidak-dapat-dibandingkan", sebab=TANPA_SELANG, selisih=selisih)
    selang = difference(lama.nilai, lama.selang, baru.nilai, baru.selang)
    if selang.bawah > 0:
        return Putusan(hasil="membaik", sebab=IKM_NAIK, selisih=selisih, selang=selang)
    if selang.atas is not None and selang.atas < 0:
        return Putusan(hasil="menurun", sebab=IKM_TURUN, selisih=selisih, selang=selang)
    return Putusan(hasil="tidak-berubah", sebab=DI_DALAM, selisih=selisih, selang=selang)


def _obstacles(lama: CapaianLayanan, baru: CapaianLayanan) -> Iterator[str]:
    """Why two periods measure different things, the weightiest first."""
    if lama.layanan != baru.layanan:
        yield "Layanannya berbeda, jadi waktunya tidak dapat dibandingkan."
    if lama.satuan != baru.satuan:
        yield "Satuan waktunya berbeda, jadi waktunya tidak dapat dibandingkan."
    if lama.mulai_dari != baru.mulai_dari:
        yield "Titik awal penghitungannya berbeda, jadi waktunya tidak dapat dibandingkan."
    if lama.cara != baru.cara:
        yield "Cara pencatatannya berbeda, jadi waktunya tidak dapat dibandingkan."
    if _kind(lama.periode) != _kind(baru.periode):
        yield "Panjang periodenya berbeda, jadi waktunya tidak dapat dibandingkan."


def _kind(periode: str) -> str | None:
    """`tahun`, `semester`, `triwulan` or `bulan`."""
    match = PERIODE.fullmatch(periode)
    if match is None:
        raise UnusableInput(("periode",), "tulis periode seperti 2026, 2026-s1, 2026-tw3, atau 2026-07")
    return match.lastgroup


def _median_of(c: CapaianLayanan) -> _Tengah | None:
    """The median with its bounds; None without times, or with too few requests for a lower bound.

    Times other than whole working days were rounded when they were written: their bounds give way by half a step.
    """
    waktu = c.waktu
    if waktu is None or waktu.median_bawah is None:
        return None
    step = Fraction(0) if c.satuan == "hari-kerja" else Fraction(1, 2 * 10**DESIMAL)
    return _Tengah(
        nilai=None if waktu.median is None else Fraction(waktu.median),
        bawah=Fraction(waktu.median_bawah) - step,
        atas=None if waktu.median_atas is None else Fraction(waktu.median_atas) + step,
    )


def _lower_bound(lama: _Tengah, baru: _Tengah) -> Fraction | None:
    """The lower bound of new − old; where a median is not known, from bound to bound."""
    if lama.atas is None:
        return None
    if lama.nilai is None or baru.nilai is None:
        return baru.bawah - lama.atas
    return difference(lama.nilai, Selang(lama.bawah, lama.atas), baru.nilai, Selang(baru.bawah, baru.atas)).bawah


def _upper_bound(lama: _Tengah, baru: _Tengah) -> Fraction | None:
    """The upper bound of new − old, which is minus the lower bound of old − new."""
    mirrored = _lower_bound(baru, lama)
    return None if mirrored is None else -mirrored
