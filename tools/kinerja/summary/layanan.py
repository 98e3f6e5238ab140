"""All services: how each does against its standard, by office and by name, never as a ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kinerja.model.layanan import Layanan
from kinerja.model.perangkat_daerah import PerangkatDaerah
from kinerja.model.repository import Repository
from kinerja.numbers import id_period
from kinerja.rules.versi import standar_on
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.layanan_banding import Banding, compare_times
from kinerja.summary.layanan_capaian import BarisCapaian, achievements, limit_figure
from kinerja.summary.layanan_grafik import sparkline
from kinerja.summary.layanan_keadaan import Tanda
from kinerja.summary.skm_layanan import BarisSkm, surveys


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisLayanan:
    """A service as a row. `capaian` and `skm` are the newest ones; figures without data carry their reason.

    `percik` are the newest medians that can be compared with each other, for the sparkline; `banding` is the
    change since the year before. `periode` is the period of the times in words, `periode_ikm` that of the survey
    where it is another one.
    """

    layanan: Layanan
    unit: PerangkatDaerah
    alamat: str
    tanda: Tanda
    periode: str
    periode_ikm: str
    capaian: BarisCapaian | None
    skm: BarisSkm | None
    banding: Banding[BarisCapaian] | None
    median: Angka
    batas: Angka
    tepat: Angka
    ikm: Angka
    mutu: str
    percik: tuple[Angka, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KelompokLayanan:
    """The services of one office, by name."""

    unit: PerangkatDaerah
    baris: tuple[BarisLayanan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayananIndex:
    """Offices by name. The counts are of real services only; fictional ones stand apart."""

    resmi: tuple[KelompokLayanan, ...]
    contoh: tuple[KelompokLayanan, ...]
    jumlah: Angka
    memenuhi: Angka
    belum_memenuhi: Angka
    sampel_kecil: Angka
    belum_cukup: Angka
    belum_ada: Angka


def index(repository: Repository, tanggal: date) -> LayananIndex:
    """Every service."""
    semua = rows(repository, tanggal)
    resmi = [row for row in semua if row.layanan.status == "resmi"]

    def count(name: str, tanda: Tanda, rumus: str) -> Angka:
        return _count(name, [row for row in resmi if row.tanda == tanda], rumus)

    return LayananIndex(
        resmi=_by_unit(resmi),
        contoh=_by_unit([row for row in semua if row.layanan.status == "contoh"]),
        jumlah=_count("jumlah", resmi, "banyak layanan, tanpa layanan contoh"),
        memenuhi=count("memenuhi", "memenuhi", "banyak layanan yang terakhir memenuhi standarnya"),
        belum_memenuhi=count("belum-memenuhi", "belum-memenuhi", "banyak layanan yang terakhir belum memenuhi"),
        sampel_kecil=count("sampel-kecil", "sampel-kecil", "banyak layanan yang sampel terakhirnya kecil"),
        belum_cukup=count("data-belum-cukup", "data-belum-cukup", "banyak layanan yang belum dapat dinilai"),
        belum_ada=count("belum-ada-data", "belum-ada-data", "banyak layanan tanpa data waktu"),
    )


def rows(repository: Repository, tanggal: date, perangkat_daerah: str | None = None) -> tuple[BarisLayanan, ...]:
    """Every service by the name of its office and its own name; only those of one office where it is named."""
    found = [
        _row(repository, layanan, tanggal)
        for layanan in repository.layanan.values()
        if perangkat_daerah in (None, layanan.perangkat_daerah)
    ]
    return tuple(sorted(found, key=lambda row: (row.unit.nama.casefold(), row.layanan.nama.casefold())))


def _row(repository: Repository, layanan: Layanan, tanggal: date) -> BarisLayanan:
    capaian, skm = achievements(repository, layanan), surveys(repository, layanan.slug)
    newest, survey = capaian[-1] if capaian else None, skm[-1] if skm else None
    standar = standar_on(layanan.standar, tanggal)
    batas = newest.batas if newest else limit_figure(layanan, standar) if standar else _missing(layanan, "batas")
    other = survey and newest and survey.periode != newest.periode
    return BarisLayanan(
        layanan=layanan,
        unit=repository.perangkat_daerah[layanan.perangkat_daerah],
        alamat=f"layanan/{layanan.slug}.html",
        tanda=newest.tanda if newest else "belum-ada-data",
        periode=id_period(newest.periode) if newest else "",
        periode_ikm=id_period(survey.periode) if survey and (other or not newest) else "",
        capaian=newest,
        skm=survey,
        banding=compare_times(capaian),
        median=newest.median if newest else _missing(layanan, "median"),
        batas=batas,
        tepat=newest.tepat if newest else _missing(layanan, "tepat"),
        ikm=survey.ikm if survey else _missing(layanan, "ikm"),
        mutu=survey.mutu if survey else "",
        percik=sparkline(capaian),
    )


def _missing(layanan: Layanan, name: str) -> Angka:
    return Angka(
        id=f"layanan/{layanan.slug}/{name}",
        alasan="belum-ada-data",
        status=layanan.status,
        rumus="belum ada berkas data yang memuat angka ini",
        masukan=(Tempat(layanan.berkas),),
    )


def _by_unit(found: Sequence[BarisLayanan]) -> tuple[KelompokLayanan, ...]:
    groups = groupby(found, key=lambda row: row.unit.slug)
    return tuple(
        KelompokLayanan(unit=members[0].unit, baris=members) for members in (tuple(group) for _, group in groups)
    )


def _count(name: str, found: Sequence[BarisLayanan], rumus: str) -> Angka:
    return Angka(
        id=f"layanan/{name}",
        nilai=len(found),
        status="resmi",
        satuan="layanan",
        rumus=rumus,
        masukan=tuple(Tempat(row.layanan.berkas) for row in found) or (Tempat("data/layanan"),),
    )
