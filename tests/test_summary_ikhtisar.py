"""The overview of services: official and fictional ones never mixed, and nothing said that data do not carry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from kinerja.load.repository import load, read_sources
from kinerja.load.schema import Schemas
from kinerja.model.capaian import Waktu
from kinerja.model.layanan import Mulai
from kinerja.model.repository import Repository, without_contoh
from kinerja.summary.beranda import beranda
from kinerja.summary.figures import collect
from kinerja.summary.ikhtisar import BARIS_GRAFIK, Ikhtisar, overview

DASAR = Path(__file__).parent / "kasus" / "dasar"
HARI = date(2026, 11, 24)
SLUG = "surat-contoh"


@pytest.fixture(scope="module")
def kecil(schemas: Schemas) -> Repository:
    """The small valid repository: one fictional service with two quarters and a survey, one official without any."""
    repository = load(read_sources(DASAR), schemas).repository
    assert repository is not None
    return repository


def faster(repository: Repository) -> Repository:
    """The service with a new quarter that was much faster, all requests finished."""
    old, new = repository.capaian_layanan[SLUG][-2:]
    slow = replace(old, waktu=Waktu(median=Decimal(9), median_bawah=Decimal(8), median_atas=Decimal(10)))
    fast = replace(new, waktu=Waktu(median=Decimal(2), median_bawah=Decimal(1), median_atas=Decimal(3)))
    return replace(repository, capaian_layanan=MappingProxyType({SLUG: (slow, fast)}))


def named(groups: tuple[object, ...]) -> dict[str, tuple[str, ...]]:
    """The services of each group, by its kind."""
    return {g.jenis: tuple(row.layanan.slug for row in g.baris) for g in groups}  # type: ignore[attr-defined]


def test_without_data_no_zero_is_shown(kecil: Repository) -> None:
    """The official service has neither times nor a survey: that is said in words."""
    view = overview(kecil, HARI, "resmi")

    assert (1, 0, 0) == (view.jumlah.nilai, view.dinilai.nilai, view.disurvei.nilai)
    groups = (*view.keadaan, *view.perubahan, *view.mutu)
    assert {"belum ada data"} == {g.jumlah.teks for g in groups}
    assert view.grafik is None


def test_official_and_fictional_services_are_never_mixed(kecil: Repository) -> None:
    """Neither in figures nor in names."""
    resmi, contoh = overview(kecil, HARI, "resmi"), overview(kecil, HARI, "contoh")

    assert ({"resmi"}, {"contoh"}) == tuple({angka.status for angka in collect(view)} for view in (resmi, contoh))
    assert [] == [b for b in resmi.berkas if "contoh" in b.rpartition("/")[2]]
    assert set() == set(resmi.berkas) & set(contoh.berkas)


def test_states_changes_and_bands_add_up_to_the_services_with_data(kecil: Repository) -> None:
    """Each service stands in one group of each kind."""
    view = overview(kecil, HARI, "contoh")

    for groups, total in ((view.keadaan, view.dinilai), (view.perubahan, view.dinilai), (view.mutu, view.disurvei)):
        assert total.nilai == sum(int(g.jumlah.nilai or 0) for g in groups)
        assert all(g.jumlah.nilai == len(g.baris) for g in groups)


def test_a_service_is_called_faster_only_beyond_uncertainty(kecil: Repository) -> None:
    """The same two quarters, once alike and once far apart."""
    same, far = overview(kecil, HARI, "contoh"), overview(faster(kecil), HARI, "contoh")

    assert (SLUG,) == named(same.perubahan)["tidak-berubah"]
    assert (SLUG,) == named(far.perubahan)["membaik"]


def test_the_chart_shows_what_was_compared_with_its_words(kecil: Repository) -> None:
    """Before, after and limit of one service, marked as an example."""
    chart = overview(faster(kecil), HARI, "contoh").grafik
    assert chart is not None
    (row,) = chart.baris

    assert ("contoh", "hari kerja") == (chart.status, chart.satuan)
    assert ("9", "2", "Lebih cepat") == (row.sebelum.teks, row.sesudah.teks, row.kata)
    assert "1 dari 1 layanan" in chart.temuan


def test_beyond_the_limit_is_said_even_where_it_became_faster(kecil: Repository) -> None:
    """Faster is not good enough."""
    fast = faster(kecil)
    late = [replace(c, batas=1) for c in fast.capaian_layanan[SLUG]]
    view = overview(replace(fast, capaian_layanan=MappingProxyType({SLUG: tuple(late)})), HARI, "contoh")
    assert view.grafik is not None

    assert ["Lebih cepat, di atas batas"] == [row.kata for row in view.grafik.baris]


def test_another_start_event_leaves_nothing_to_draw(kecil: Repository) -> None:
    """And the service is in the group that cannot be compared."""
    old, new = kecil.capaian_layanan[SLUG][-2:]
    other: Mulai = "permohonan-diterima" if new.mulai_dari == "berkas-lengkap" else "berkas-lengkap"
    changed = replace(kecil, capaian_layanan=MappingProxyType({SLUG: (replace(old, mulai_dari=other), new)}))
    view = overview(changed, HARI, "contoh")

    assert view.grafik is None
    assert (SLUG,) == named(view.perubahan)["tidak-dapat-dibandingkan"]


def test_a_service_with_one_period_waits_for_another(kecil: Repository) -> None:
    """It has a row of its own, so the rows add up."""
    alone = MappingProxyType({SLUG: kecil.capaian_layanan[SLUG][-1:]})
    view = overview(replace(kecil, capaian_layanan=alone), HARI, "contoh")

    assert (SLUG,) == named(view.perubahan)["tanpa-pembanding"]
    assert view.dinilai.nilai == sum(int(g.jumlah.nilai or 0) for g in view.perubahan)


def test_a_small_sample_has_its_own_rows_and_no_place_in_the_chart(kecil: Repository) -> None:
    """It is in no other count: not of the standard, not of the change, not of the survey."""
    fast, skm = faster(kecil), kecil.skm[SLUG][-1]
    counts = {"permohonan": 20, "selesai": 20, "terbuka": 0, "terbuka_lewat": 0, "tepat_waktu": 20}
    few = tuple(replace(c, **counts) for c in fast.capaian_layanan[SLUG])
    view = overview(
        replace(fast, capaian_layanan=MappingProxyType({SLUG: few}),
                skm=MappingProxyType({SLUG: (replace(skm, n=20, populasi=None),)})),
        HARI, "contoh",
    )  # fmt: skip

    for groups in (view.keadaan, view.perubahan, view.mutu):
        assert {"sampel-kecil": (SLUG,)} == {kind: slugs for kind, slugs in named(groups).items() if slugs}
    assert view.grafik is None
    figures = [group.jumlah.id for groups in (view.keadaan, view.perubahan, view.mutu) for group in groups]
    assert len(set(figures)) == len(figures)


def test_the_chart_says_where_the_limit_was_another(kecil: Repository) -> None:
    """It draws the newest only."""
    fast = faster(kecil)
    old, new = fast.capaian_layanan[SLUG]
    changed = MappingProxyType({SLUG: (replace(old, batas=old.batas + 1), new)})
    chart = overview(replace(fast, capaian_layanan=changed), HARI, "contoh").grafik
    assert chart is not None

    assert f"sebelumnya lain pada {kecil.layanan[SLUG].nama}" in chart.temuan


def test_a_chart_holds_a_few_services_only(kecil: Repository) -> None:
    """So it stays light; the rest are in the table of services."""
    names = [f"{SLUG}-{i:02}" for i in range(BARIS_GRAFIK + 4)]
    layanan, capaian = kecil.layanan[SLUG], faster(kecil).capaian_layanan[SLUG]
    many = replace(
        kecil,
        layanan=MappingProxyType({n: replace(layanan, berkas=f"data/layanan/dinas-contoh/{n}.yaml") for n in names}),
        capaian_layanan=MappingProxyType(
            {n: tuple(replace(c, layanan=n, berkas=f"data/capaian-layanan/{c.periode}/{n}.yaml") for c in capaian)
             for n in names}
        ),
    )  # fmt: skip
    view = overview(many, HARI, "contoh")
    assert view.grafik is not None

    assert (BARIS_GRAFIK, len(names)) == (len(view.grafik.baris), view.jumlah.nilai)


def test_the_home_page_keeps_official_figures_apart_from_the_demonstration(kecil: Repository) -> None:
    """What gets deployed is the same page without the demonstration."""
    whole, deployed = beranda(kecil, HARI), beranda(without_contoh(kecil), HARI)

    assert isinstance(whole.peragaan, Ikhtisar)
    assert deployed == replace(whole, peragaan=None)


def test_a_measure_leaves_the_list_of_what_is_missing_once_official_data_are_there(kecil: Repository) -> None:
    """Fictional data do not count."""
    official = replace(
        kecil,
        capaian_layanan=MappingProxyType(
            {SLUG: tuple(replace(c, status="resmi") for c in kecil.capaian_layanan[SLUG])}
        ),
    )
    before, after = (
        {b.angka.id.rpartition("/")[2] for b in beranda(repository, HARI).belum_ada} for repository in (kecil, official)
    )

    assert {"waktu-layanan"} == before - after
    assert "kepuasan-masyarakat" in after
