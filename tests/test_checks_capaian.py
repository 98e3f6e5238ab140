"""checks.capaian and checks of services: no true register is accused, and a broken file accuses no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja import checks
from kinerja.checks.registry import Context
from kinerja.load.repository import load, read_sources
from kinerja.load.schema import Schemas
from kinerja.model.capaian import CapaianLayanan
from kinerja.model.dokumen import Sumber
from kinerja.model.repository import Repository
from kinerja.rules.versi import version_on
from kinerja.rules.waktu import quantiles

DASAR = Path(__file__).parent / "kasus" / "dasar"
RESULT_CHECKS = [check for check in checks.registered() if check.noun is CapaianLayanan]
TIMES = st.lists(st.fractions(0, 12, max_denominator=60), max_size=40)
LIMIT = 5


def result(repo: Repository, finished: list[Fraction], ages: list[Fraction]) -> CapaianLayanan:
    """What a register with these times comes to."""
    versi = version_on(repo.aturan.selang, date(2026, 9, 30))
    assert versi is not None
    waktu = quantiles(versi, finished, ages)
    known = any(getattr(waktu, key) is not None for key in ("median_bawah", "median", "p90", "terlama"))
    return CapaianLayanan(
        berkas="data/capaian-layanan/2026-tw3/uji.yaml", status="contoh", layanan="uji", periode="2026-tw3",
        satuan="hari", mulai_dari="berkas-lengkap", cara="register-elektronik", batas=LIMIT,
        dihitung_pada=date(2026, 10, 1), permohonan=len(finished) + len(ages), selesai=len(finished),
        terbuka=len(ages), terbuka_lewat=sum(age > LIMIT for age in ages),
        tepat_waktu=sum(time <= LIMIT for time in finished), waktu=waktu if known else None,
        sumber=(Sumber(judul="Register uji", penerbit="Dinas Uji"),),
    )  # fmt: skip


def names(capaian: CapaianLayanan, repo: Repository, tanggal: date) -> set[str]:
    """The names of the rules that it breaks; the service itself is not in the repository."""
    context = Context(replace(repo, layanan=MappingProxyType({})), tanggal)
    return {check.aturan for check in RESULT_CHECKS for _ in check.find(capaian, context)}


@given(TIMES, TIMES)
def test_no_true_register_is_accused(
    repo: Repository, tanggal: date, finished: list[Fraction], ages: list[Fraction]
) -> None:
    """Whatever times, however many requests are open."""
    assert set() == names(result(repo, finished, ages), repo, tanggal)


def test_a_quarter_whose_slow_half_is_open_has_no_median(repo: Repository, tanggal: date) -> None:
    """Leaving the open requests out would make it look fast."""
    capaian = result(repo, [Fraction(1)] * 20, [Fraction(9)] * 20)
    assert capaian.waktu is not None
    flattered = replace(capaian, waktu=replace(capaian.waktu, median=Decimal(1)))

    assert capaian.waktu.median is None
    assert {"waktu-belum-diketahui"} == names(flattered, repo, tanggal)


@pytest.mark.parametrize("key", ["median", "p90", "terlama"])
def test_a_time_that_contradicts_the_counts_is_found(repo: Repository, tanggal: date, key: str) -> None:
    """Twenty requests, all within the limit, and a median, p90 or longest beyond it."""
    capaian = result(repo, [Fraction(1)] * 20, [])
    assert capaian.waktu is not None
    other = replace(capaian, waktu=replace(capaian.waktu, **{key: Decimal(6)}))

    assert "waktu-dan-jumlah" in names(other, repo, tanggal)


def test_a_broken_service_accuses_nothing_that_names_it(schemas: Schemas, tanggal: date) -> None:
    """Its results and surveys are fine; only the file itself is to be mended."""
    sources = read_sources(DASAR)
    sources["data/layanan/dinas-contoh/surat-contoh.yaml"] = b"status: contoh\n"

    assert () == checks.run(load(sources, schemas), tanggal)


def test_a_broken_service_still_takes_its_address(schemas: Schemas, tanggal: date) -> None:
    """Two files of one name are found even where one of them could not be read."""
    sources = read_sources(DASAR)
    sources["data/layanan/kecamatan-hulu/salinan-arsip.yaml"] = b"status: resmi\n"

    assert [
        ("data/layanan/dinas-arsip/salinan-arsip.yaml", "layanan-ganda"),
        ("data/layanan/kecamatan-hulu/salinan-arsip.yaml", "layanan-ganda"),
    ] == [(problem.berkas, problem.aturan) for problem in checks.run(load(sources, schemas), tanggal)]


def test_rules_that_cannot_be_used_are_found_once(schemas: Schemas, tanggal: date) -> None:
    """Nothing is computed with them: no endless loop, no division by zero."""
    sources = read_sources(DASAR)
    for berkas, right, wrong in (
        ("data/aturan/selang.yaml", b'"0.95"', b'"-1"'),
        ("data/aturan/sampel.yaml", b'"3.841"', b'"0"'),
        ("data/skm/2026-tw3/surat-contoh.yaml", b"populasi: 44", b"populasi: 1"),
    ):
        assert right in sources[berkas]
        sources[berkas] = sources[berkas].replace(right, wrong)
    del sources["data/perhitungan/sampel.yaml"]

    assert ["parameter-sampel", "parameter-selang", "jumlah-responden"] == [
        problem.aturan for problem in checks.run(load(sources, schemas), tanggal)
    ]
