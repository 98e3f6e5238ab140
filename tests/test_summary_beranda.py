"""What the home page says, on the project's data and on the days around a change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from kinerja.model.repository import Repository, documents, without_contoh
from kinerja.portal.pages.umum import pages as pages_of_umum
from kinerja.rules.predikat import predikat_of
from kinerja.rules.versi import version_on
from kinerja.summary.beranda import Beranda, beranda
from kinerja.summary.figures import collect


@pytest.fixture(scope="module")
def view(repo: Repository, tanggal: date) -> Beranda:
    """The home page of the project's own data."""
    return beranda(repo, tanggal)


def test_the_headline_is_the_newest_value_that_official_bands_can_judge(view: Beranda) -> None:
    """Ombudsman 2024: 93,47 lies on A."""
    assert view.sorotan
    newest = view.sorotan.terbaru
    assert newest.angka
    assert (Decimal("93.47"), "2024", "A, Kualitas tertinggi") == (
        newest.angka.nilai, newest.terbitan.periode, newest.pita,
    )  # fmt: skip


def test_what_contradicts_itself_or_has_no_source_is_not_on_the_home_page(view: Beranda, repo: Repository) -> None:
    """Nor is what the government says about itself, nor what is about another government."""
    assert view.sorotan
    shown = [seri.penilaian for seri in (view.sorotan, *view.lainnya)]

    assert {"resmi", "pemberitaan"} >= {seri.terbaru.terbitan.keandalan for seri in (view.sorotan, *view.lainnya)}
    assert {repo.portal.pemerintah} == {penilaian.objek for penilaian in shown}
    assert repo.portal.pemerintah not in {penilaian.lembaga for penilaian in shown}


def test_services_have_no_data_yet_and_no_zero_stands_for_that(view: Beranda) -> None:
    """Each says what it will be counted from, and the services are named all the same."""
    assert view.belum_ada
    assert {"belum ada data"} == {g.jumlah.teks for g in (*view.layanan.keadaan, *view.layanan.perubahan)}
    assert (None, 0) == (view.layanan.grafik, view.layanan.dinilai.nilai)
    assert {("belum ada data", None)} == {(b.angka.teks, b.angka.nilai) for b in view.belum_ada}
    assert all(b.asal for b in view.belum_ada)


def test_demonstration_data_change_nothing_on_the_home_page(view: Beranda, repo: Repository, tanggal: date) -> None:
    """Neither a figure nor a row, outside the box that is marked."""
    official = replace(view, peragaan=None)

    assert official == beranda(without_contoh(repo), tanggal)
    assert {"resmi"} == {angka.status for angka in collect(official)}


def test_the_matrix_shows_the_cells_of_the_rule(view: Beranda, repo: Repository, tanggal: date) -> None:
    """The best level comes first, both ways."""
    versi = version_on(repo.aturan.predikat, tanggal)
    assert versi
    assert view.matriks
    levels = [e.id for e in sorted(versi.ekspektasi, key=lambda e: e.urutan)]
    expected = [[predikat_of(versi, row, column) for column in levels] for row in levels]

    assert expected == [[cell[0] for cell in row] for row in view.matriks.sel]
    assert "Di atas ekspektasi" == view.matriks.tingkat[0]


def test_changes_are_sorted_around_the_day_of_the_site(view: Beranda, tanggal: date) -> None:
    """What comes stands nearest first, what came newest first."""
    coming, past = [c.tanggal for c in view.akan_datang], [c.tanggal for c in view.terbaru]

    assert (sorted(coming), sorted(past, reverse=True)) == (coming, past)
    assert all(day > tanggal for day in coming)
    assert all(day <= tanggal for day in past)


def test_a_version_is_coming_on_the_eve_and_in_force_on_its_first_day(repo: Repository) -> None:
    """The teachers' criteria start on 1 January 2024."""
    first = date(2024, 1, 1)
    eve, day = beranda(repo, first - timedelta(days=1)), beranda(repo, first)
    name = "kriteria/guru/2024-01-01.html"

    assert ["akan-berlaku"] == [c.keadaan for c in eve.akan_datang if c.alamat == name]
    assert ["berlaku"] == [c.keadaan for c in day.terbaru if c.alamat == name]


def test_a_repealed_table_is_reported_as_repealed(view: Beranda) -> None:
    """The Ombudsman's bands ended with the assessment of 2024."""
    assert {date(2025, 1, 1)} == {c.tanggal for c in view.terbaru if c.keadaan == "dicabut"}


def test_without_assessments_and_rules_in_force_the_page_still_stands(repo: Repository) -> None:
    """A city that starts: no headline, no chart, no matrix, and a sentence that says so."""
    empty = without_contoh(replace(repo, penilaian_luar=MappingProxyType({})))
    long_ago = date(1990, 1, 1)
    view = beranda(empty, long_ago)
    home = next(pages_of_umum(empty, long_ago))

    assert (None, (), None) == (view.sorotan, view.lainnya, view.matriks)
    assert ((), True) == (home.grafik, home.temuan.startswith("Belum ada"))


def test_the_page_names_every_official_file_once(repo: Repository, tanggal: date, view: Beranda) -> None:
    """And after them the fictional ones that the box shows."""
    home = next(pages_of_umum(repo, tanggal))

    shown = view.peragaan.berkas if view.peragaan else ()
    official = [berkas for berkas in home.berkas if berkas not in shown]

    assert len(set(home.berkas)) == len(home.berkas)
    assert view.jumlah_berkas.nilai == len(official)
    assert {place.berkas for place in view.jumlah_berkas.masukan} == set(official)


def test_prose_and_page_table_say_the_same(root: Path, repo: Repository, tanggal: date) -> None:
    """Title, address and first sentence stand in content/ and on the page."""
    pages = {page.alamat: page for page in pages_of_umum(repo, tanggal)}
    prose = sorted((root / "content" / "halaman").glob("*.md"))

    assert prose
    for path in prose:
        stated = dict(re.findall(r"^(\w+): (.+)$", path.read_text("utf-8").partition("\n\n")[0], re.MULTILINE))
        page = pages[stated["Alamat"]]
        assert (page.judul, page.temuan) == (stated["Title"], stated["Temuan"]), path.name


def test_the_doors_lead_to_services_first(site: Path) -> None:
    """A citizen's question is answered there."""
    text = (site / "index.html").read_text("utf-8")
    doors = re.findall(r'<li class="pintu">.*?<h3><a href="([^"]+)"', text, re.DOTALL)

    assert "layanan/index.html" == doors[0]


def test_the_demonstration_stands_in_a_marked_box(site: Path, repo: Repository) -> None:
    """Every fictional figure of the home page stands inside it."""
    text = (site / "index.html").read_text("utf-8")
    before, box, after = text.partition('<section class="peragaan"')
    inside, _, rest = after.partition("<h2 ")
    fictional = 'data-angka="beranda/layanan-contoh'

    assert bool(box) == any(layanan.status == "contoh" for layanan in repo.layanan.values())
    assert fictional not in before + rest
    assert not box or ("Data contoh" in inside and fictional in inside)


def test_every_data_file_is_on_the_list_of_files(pages: Mapping[str, Any], repo: Repository) -> None:
    """Each once, with a link that works from a USB stick."""
    links = [href for href in pages["berkas.html"].attributes("href") if href.startswith("data/")]

    assert sorted(document.berkas for document in documents(repo)) == links
