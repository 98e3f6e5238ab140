"""The survey of one service in one period: the index with its interval and receipt, its unsur, its respondents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.model.aturan_layanan import VersiSkm
from kinerja.model.capaian import Skm
from kinerja.model.dokumen import Pita
from kinerja.model.repository import Repository
from kinerja.numbers import half_up
from kinerja.rules.perbandingan import UkuranIkm
from kinerja.rules.selang import Selang, ikm_interval, is_small
from kinerja.rules.skm import ikm_exact
from kinerja.rules.versi import version_on
from kinerja.summary.angka import Angka
from kinerja.summary.layanan_kata import in_sentence
from kinerja.summary.skala import Skala, band_name, end_of, scale_on
from kinerja.summary.skm_angka import interval_figures, survey_figure
from kinerja.summary.skm_responden import Rincian, respondents
from kinerja.summary.skm_unsur import BarisUnsur, elements, mean_of


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisSkm:
    """One survey. `mutu` is the band in words (`B, Baik`); `cukup`: as many respondents as the table asks for.

    `ukuran` is what comparisons need. `unsur` stand in the order of the regulation.
    """

    skm: Skm
    skala: Skala
    ukuran: UkuranIkm
    kecil: bool
    n: Angka
    ikm: Angka
    bawah: Angka | None
    atas: Angka | None
    mutu: str
    populasi: Angka | None
    sampel_minimal: Angka | None
    cukup: bool | None
    seragam: Angka | None
    seragam_bagian: Angka | None
    unsur: tuple[BarisUnsur, ...]
    rincian: tuple[Rincian, ...]

    @property
    def periode(self) -> str:
        """The period of the document."""
        return self.skm.periode

    @property
    def nama_periode(self) -> str:
        """`triwulan III tahun 2026`."""
        return in_sentence(self.periode)

    @property
    def terendah(self) -> tuple[BarisUnsur, ...]:
        """The weakest unsur: more than one where they are equal."""
        return tuple(unsur for unsur in self.unsur if unsur.terendah)


def surveys(repository: Repository, slug: str) -> tuple[BarisSkm, ...]:
    """Every survey of a service, the oldest first."""
    return tuple(_row(repository, skm) for skm in repository.skm.get(slug, ()))


def _row(repository: Repository, skm: Skm) -> BarisSkm:
    day = end_of(skm.periode)
    versi, skala = version_on(repository.aturan.skm, day), scale_on(repository, "skm", day)
    selang = version_on(repository.aturan.selang, day)
    if versi is None or skala is None:
        raise LookupError(f"{skm.berkas}: no survey rule is in force on {day}")
    means = [mean_of(unsur) for unsur in skm.unsur]
    interval = None
    if selang and skm.ragam is not None:
        least = min(unsur.n for unsur in skm.unsur)
        interval = ikm_interval(selang, versi, means, Fraction(skm.ragam), skm.n, skm.populasi, least)
    bawah, atas = interval_figures(
        skm, "ikm", _around(skm, interval, versi.desimal), versi.desimal, 1, ("ragam",), ("n",)
    )
    return BarisSkm(
        skm=skm,
        skala=skala,
        ukuran=UkuranIkm(
            nilai=ikm_exact(versi, means), selang=interval, berlaku_mulai=versi.berlaku_mulai, cara=skm.cara
        ),
        kecil=selang is not None and is_small(selang, skm.n),
        n=survey_figure(skm, "responden", skm.n, "banyak responden yang dihitung", ("n",), satuan="responden"),
        ikm=_index(skm, versi),
        bawah=bawah,
        atas=atas,
        mutu=_band_words(versi.pita, skm.mutu),
        populasi=_optional(skm, "populasi", "banyak pengguna layanan pada periode ini"),
        sampel_minimal=_optional(skm, "sampel_minimal", "banyak responden menurut tabel Krejcie dan Morgan"),
        cukup=None if skm.sampel_minimal is None else skm.n >= skm.sampel_minimal,
        seragam=_optional(skm, "seragam", "banyak responden yang menjawab semua unsur dengan nilai yang sama"),
        seragam_bagian=_straight_share(skm),
        unsur=elements(skm, versi, selang, means),
        rincian=tuple(respondents(skm)),
    )


def _index(skm: Skm, versi: VersiSkm) -> Angka:
    rumus = f"rata-rata nilai semua unsur × {versi.pengali}"
    return survey_figure(skm, "ikm", skm.ikm, rumus, ("ikm",), n=skm.n, desimal=versi.desimal)


def _straight_share(skm: Skm) -> Angka | None:
    if skm.seragam is None:
        return None
    share, rumus = Fraction(skm.seragam, skm.n) * 100, "responden dengan jawaban seragam ÷ semua responden × 100"
    return survey_figure(skm, "skm/seragam/bagian", share, rumus, ("seragam",), ("n",), satuan="%", n=skm.n, desimal=0)


def _around(skm: Skm, selang: Selang | None, desimal: int) -> Selang | None:
    """The interval at the decimals of the published index; None where another weight put that index outside."""
    if selang is None or selang.atas is None:
        return None
    low, high = Fraction(half_up(selang.bawah, desimal)), Fraction(half_up(selang.atas, desimal))
    return Selang(bawah=low, atas=high) if low <= skm.ikm <= high else None


def _band_words(pita: Sequence[Pita], mutu: str) -> str:
    return next((band_name(satu) for satu in pita if satu.id == mutu), mutu)


def _optional(skm: Skm, key: str, rumus: str) -> Angka | None:
    nilai: int | None = getattr(skm, key)
    return None if nilai is None else survey_figure(skm, f"skm/{key.replace('_', '-')}", nilai, rumus, (key,))
