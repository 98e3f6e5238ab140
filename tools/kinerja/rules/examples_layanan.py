"""A worked example about services shows an interval, a duration, quantiles, or a comparison of two periods.

Source: data/perhitungan/selang.yaml and waktu.yaml; the rules are `rules.selang`, `waktu` and `perbandingan`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from typing import get_args

from kinerja.model.aturan_layanan import VersiSelang
from kinerja.model.capaian import CapaianLayanan, Waktu
from kinerja.model.layanan import SatuanWaktu
from kinerja.model.repository import Aturan
from kinerja.numbers import half_up
from kinerja.rules import selang, waktu
from kinerja.rules.errors import UnusableInput
from kinerja.rules.masukan import Masukan
from kinerja.rules.perbandingan import UkuranIkm, compare_ikm, compare_time
from kinerja.rules.selang import Selang
from kinerja.rules.versi import version_in_force

Hasil = Mapping[str, object]
SATUAN: tuple[SatuanWaktu, ...] = get_args(SatuanWaktu)
# What the rules call a value → its key in an example.
KEYS: Mapping[str | int, str] = {"berhasil": "permohonan_tepat_waktu", "n": "permohonan", "nrr": "nrr_rata_rata"}


def selang_example(masukan: Masukan, aturan: Aturan) -> Hasil:
    """An interval of a share (percent), an unsur, an IKM, ranks of a median, or a comparison of two IKM.

    Source: as `rules.selang` and `rules.perbandingan`.
    """
    try:
        return _interval(masukan, aturan)
    except UnusableInput as error:
        raise UnusableInput(tuple(KEYS.get(key, key) for key in error.at), error.pesan) from error


def _interval(masukan: Masukan, aturan: Aturan) -> Hasil:
    tanggal = masukan.day("tanggal")
    versi = version_in_force(aturan.selang, tanggal)
    if masukan.has("permohonan"):
        return _share_or_ranks(versi, masukan)
    populasi = masukan.whole("populasi") if masukan.has("populasi") else None
    if masukan.has("jawaban"):
        jawaban = masukan.several("jawaban", Masukan.whole)
        unsur = selang.unsur_interval(versi, jawaban, populasi)
        return {**_bounds("nrr", unsur, 3), "sampel_kecil": selang.is_small(versi, sum(jawaban))}
    if masukan.has("ikm_sebelum"):
        return _compare_ikm(masukan, tanggal)
    skm = version_in_force(aturan.skm, tanggal)
    nrr, ragam, n = (masukan.fraction("nrr_rata_rata"), masukan.fraction("ragam"), masukan.whole("responden"))
    ikm = selang.ikm_interval(versi, skm, [nrr], ragam, n, populasi)
    return {**_bounds("ikm", ikm, skm.desimal), "sampel_kecil": selang.is_small(versi, n)}


def waktu_example(masukan: Masukan, aturan: Aturan) -> Hasil:
    """A duration, the quantiles of a period, or whether a period was faster than the one before.

    Source: as `rules.waktu` and `rules.perbandingan`.
    """
    if masukan.has("mulai"):
        return {"lama": str(_duration(masukan))}
    versi = version_in_force(aturan.selang, masukan.day("tanggal"))
    if masukan.has("waktu_selesai"):
        return _times(_quantiles(versi, masukan, ""))
    lama, baru = (_quantiles(versi, masukan, part) for part in ("_sebelum", "_sesudah"))
    putusan = compare_time(_period(lama, "2026-tw1"), _period(baru, "2026-tw2"))
    return {**_times(lama, "_sebelum"), **_times(baru, "_sesudah"), "putusan": putusan.hasil}


def _share_or_ranks(versi: VersiSelang, masukan: Masukan) -> Hasil:
    n = masukan.whole("permohonan")
    small = {"sampel_kecil": selang.is_small(versi, n)}
    if masukan.has("permohonan_tepat_waktu"):
        share = selang.wilson(versi, masukan.whole("permohonan_tepat_waktu"), n)
        assert share.atas is not None
        return {**_bounds("persen", Selang(100 * share.bawah, 100 * share.atas), 1), **small}
    lower, upper = selang.median_ranks(versi, n)
    known = {"urutan_bawah": lower, "urutan_atas": upper} if lower else {}
    return {"selang_ada": lower > 0, **known, **small}


def _compare_ikm(masukan: Masukan, tanggal: date) -> Hasil:
    lama, baru = (
        UkuranIkm(
            nilai=masukan.fraction(f"ikm_{part}"),
            selang=Selang(masukan.fraction(f"bawah_{part}"), masukan.fraction(f"atas_{part}")),
            berlaku_mulai=tanggal,
            cara="daring",
        )
        for part in ("sebelum", "sesudah")
    )
    putusan = compare_ikm(lama, baru)
    assert putusan.selang is not None
    return {**_bounds("selisih", putusan.selang, 2), "putusan": putusan.hasil}


def _bounds(name: str, interval: Selang, places: int) -> dict[str, object]:
    assert interval.atas is not None
    bounds = (("bawah", interval.bawah), ("atas", interval.atas))
    return {f"{name}_{side}": f"{half_up(bound, places):f}" for side, bound in bounds}


def _duration(masukan: Masukan) -> Decimal:
    mulai, selesai = masukan.moment("mulai"), masukan.moment("selesai")
    closing = masukan.clock("jam_tutup") if masukan.has("jam_tutup") else None
    kalender = waktu.Kalender(
        libur=frozenset(masukan.several("libur", Masukan.day) if masukan.has("libur") else ()),
        tahun=frozenset({mulai.year, selesai.year}) if masukan.has("libur") else frozenset(),
        tutup=_every_day(closing),
    )
    return waktu.written(waktu.duration(masukan.word("satuan", SATUAN), mulai, selesai, kalender))


def _every_day(closing: time | None) -> Mapping[int, time]:
    return {} if closing is None else dict.fromkeys(range(7), closing)


def _quantiles(versi: VersiSelang, masukan: Masukan, part: str) -> Waktu:
    selesai: Sequence[Fraction] = masukan.several(f"waktu_selesai{part}", Masukan.fraction)
    terbuka = f"umur_terbuka{part}"
    return waktu.quantiles(versi, selesai, masukan.several(terbuka, Masukan.fraction) if masukan.has(terbuka) else ())


def _times(times: Waktu, part: str = "") -> dict[str, object]:
    """The times that are known, as text; a comparison shows the median and its bounds."""
    values = {"median": times.median, "median_bawah": times.median_bawah, "median_atas": times.median_atas}
    if not part:
        values |= {"p90": times.p90, "terlama": times.terlama}
    return {f"{key}{part}": str(value) for key, value in values.items() if value is not None}


def _period(times: Waktu, periode: str) -> CapaianLayanan:
    """A period with these times, and nothing else that an example names."""
    return CapaianLayanan(
        berkas="", status="contoh", layanan="", periode=periode, satuan="hari-kerja", mulai_dari="berkas-lengkap",
        cara="register-elektronik", batas=1, dihitung_pada=date(2026, 7, 1), permohonan=0, selesai=0, terbuka=0,
        terbuka_lewat=0, tepat_waktu=0, waktu=times, sumber=(),
    )  # fmt: skip
