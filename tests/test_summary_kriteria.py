"""Whose criteria are in force on a day, and what the page of a version tells and does not add."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from kinerja.model.kriteria import Kriteria
from kinerja.model.repository import Repository, without_contoh
from kinerja.portal.page import Page
from kinerja.portal.pages.kriteria import pages
from kinerja.summary import kriteria, kriteria_halaman
from kinerja.summary.figures import collect
from kinerja.summary.kriteria_halaman import HalamanKriteria

CONTOH = "petugas-layanan-contoh"
CHANGE = date(2027, 1, 1)


def with_versions(repo: Repository, jabatan: str, *versions: Kriteria) -> Repository:
    """The repository with other criteria for one group of posts."""
    return replace(repo, kriteria=MappingProxyType({**repo.kriteria, jabatan: versions}))


def page_of(repo: Repository, jabatan: str, tanggal: date) -> HalamanKriteria:
    """The page of the version in force."""
    semua = kriteria.groups(repo, tanggal)
    return kriteria_halaman.page(repo, semua, semua[jabatan].utama)


def table(repo: Repository, tanggal: date) -> dict[str, Page]:
    """The pages of criteria by their address."""
    return {page.alamat: page for page in pages(repo, tanggal)}


# who reads what


def test_a_teacher_has_everybodys_criteria_and_own_ones(repo: Repository, tanggal: date) -> None:
    """The other groups have no criteria of their own yet, and the index knows it."""
    view = kriteria.index(repo, tanggal)
    found = {p.jabatan.slug: ([g.jabatan.slug for g in p.kriteria], p.khusus) for p in view.resmi}
    others = {slug: value for slug, value in found.items() if slug != "guru"}

    assert (["semua-asn", "guru"], True) == found["guru"]
    assert {(("semua-asn",), False)} == {(tuple(slugs), khusus) for slugs, khusus in others.values()}
    assert (1, len(others)) == (view.jumlah_khusus.nilai, view.jumlah_kelompok.nilai)


def test_a_teacher_finds_the_criteria_with_own_words(repo: Repository, tanggal: date) -> None:
    """Teachers say `metode pengajaran`; the official name is another one."""
    words = "metode pengajaran"
    groups = [p.jabatan.slug for p in kriteria.index(repo, tanggal).resmi if words in p.jabatan.kata_cari]
    aspects = [a.aspek.nama for a in page_of(repo, "guru", tanggal).aspek if a.aspek.istilah_lain == words]

    assert (["guru"], ["Metode Pembelajaran"]) == (groups, aspects)


def test_criteria_that_one_person_has_to_read_together_name_each_other(repo: Repository, tanggal: date) -> None:
    """A teacher who comes to one page is led to the other; fiction stays by itself."""
    beside = {
        slug: [g.jabatan.slug for g in page_of(repo, slug, tanggal).bersama] for slug in ("semua-asn", "guru", CONTOH)
    }

    assert {"semua-asn": ["guru"], "guru": ["semua-asn"], CONTOH: []} == beside


def test_demonstration_data_are_in_no_count(repo: Repository, tanggal: date) -> None:
    """And in no official row."""
    view, resmi = kriteria.index(repo, tanggal), kriteria.index(without_contoh(repo), tanggal)

    assert CONTOH in {p.jabatan.slug for p in view.contoh}
    assert {"contoh"} == {p.jabatan.status for p in view.contoh}
    assert (resmi.resmi, list(collect(resmi.resmi))) == (view.resmi, list(collect(view.resmi)))
    assert resmi.jumlah_indikator == view.jumlah_indikator
    assert resmi.jumlah_kriteria == view.jumlah_kriteria


# time


@pytest.mark.parametrize(
    ("tanggal", "first", "second", "next_one"),
    [
        (date(2025, 12, 31), "akan-berlaku", "akan-berlaku", date(2026, 1, 1)),
        (date(2026, 1, 1), "berlaku", "akan-berlaku", CHANGE),
        (date(2026, 12, 31), "berlaku", "akan-berlaku", CHANGE),
        (CHANGE, "arsip", "berlaku", None),
    ],
)
def test_a_version_changes_at_midnight(
    repo: Repository, tanggal: date, first: str, second: str, next_one: date | None
) -> None:
    """The old one ends on the day before, and the one that comes is announced."""
    group = kriteria.groups(repo, tanggal)[CONTOH]
    newest, oldest = group.versi

    assert (first, second) == (oldest.keadaan, newest.keadaan)
    assert (CHANGE - timedelta(days=1), None) == (oldest.berakhir, newest.berakhir)
    assert next_one == (group.berikut.kriteria.berlaku_mulai if group.berikut else None)


def test_before_the_first_version_nothing_is_in_force_but_its_address_exists(repo: Repository) -> None:
    """No zero is dressed up as a finding."""
    long_ago = date(2000, 1, 1)
    found = table(repo, long_ago)

    assert "Belum ada kriteria resmi yang berlaku." == found["kriteria/index.html"].temuan
    assert {None} == {g.berlaku for g in kriteria.groups(repo, long_ago).values()}
    assert date(2024, 1, 1) == found["kriteria/guru.html"].view.versi.kriteria.berlaku_mulai  # type: ignore[attr-defined]


def test_repealed_criteria_end_and_keep_their_address(repo: Repository) -> None:
    """Announced before, said plainly after; the teacher is back to everybody's criteria."""
    first = repo.kriteria["guru"][0]
    repeal = replace(first, berkas="data/kriteria/guru/2027-01-01.yaml", berlaku_mulai=CHANGE, dicabut=True)
    ended = with_versions(repo, "guru", first, repeal)
    eve = kriteria.groups(ended, CHANGE - timedelta(days=1))["guru"]
    day = kriteria.groups(ended, CHANGE)["guru"]
    assert eve.berlaku
    assert eve.berikut

    assert (first, "akan-dicabut") == (eve.berlaku.kriteria, eve.berikut.keadaan)
    assert (None, "dicabut") == (day.berlaku, day.utama.keadaan)
    assert "Kriteria ini dicabut mulai 1 Januari 2027." == table(ended, CHANGE)["kriteria/guru.html"].temuan
    assert [False] == [p.khusus for p in kriteria.index(ended, CHANGE).resmi if p.jabatan.slug == "guru"]


def test_every_version_has_an_address_and_the_newest_in_force_a_short_one(repo: Repository, tanggal: date) -> None:
    """The same view at both; fiction is marked on each."""
    found = table(repo, tanggal)
    versions = [version for group in repo.kriteria.values() for version in group]
    dated = {f"kriteria/{v.jabatan}/{v.berlaku_mulai}.html": v for v in versions}

    assert set(found) >= {"kriteria/index.html", *dated, *(f"kriteria/{slug}.html" for slug in repo.kriteria)}
    assert {(a, v.status) for a, v in dated.items()} == {(a, found[a].status) for a in dated}
    assert found["kriteria/guru.html"].view == found["kriteria/guru/2024-01-01.html"].view
    assert "resmi" == found["kriteria/index.html"].status


# content


@pytest.mark.parametrize(("jabatan", "aspects", "indicators"), [("semua-asn", 7, 21), ("guru", 3, 8)])
def test_the_official_lists_are_whole(
    repo: Repository, tanggal: date, jabatan: str, aspects: int, indicators: int
) -> None:
    """Seven values with three guides each; eight sub-indicators of teaching."""
    view = page_of(repo, jabatan, tanggal)

    assert (aspects, indicators) == (view.versi.jumlah_aspek.nilai, view.versi.jumlah_indikator.nilai)
    assert indicators == sum(len(a.indikator) for a in view.aspek)


def test_what_the_source_does_not_give_is_said_and_not_filled_in(repo: Repository, tanggal: date) -> None:
    """Official criteria have neither levels described nor weights; the demonstration has all."""
    view = page_of(repo, "guru", tanggal)

    assert ("gambaran setiap tingkat", "bobot", "bukti") == view.tanpa
    assert {()} == {i.gambaran for a in view.aspek for i in a.indikator}
    assert {None} == {a.bobot for a in view.aspek}
    assert () == page_of(repo, CONTOH, tanggal).tanpa


def test_levels_are_described_from_the_lowest_up_whatever_their_order_in_the_file(
    repo: Repository, tanggal: date
) -> None:
    """A level without a description is left out, not shown empty."""
    kriterion = repo.kriteria[CONTOH][0]
    aspek = kriterion.aspek[0]
    anchors = {"di-atas-ekspektasi": "tinggi", "di-bawah-ekspektasi": "rendah"}
    changed = replace(aspek, indikator=(replace(aspek.indikator[0], jangkar=MappingProxyType(anchors)),))
    view = page_of(with_versions(repo, CONTOH, replace(kriterion, aspek=(changed,))), CONTOH, tanggal)

    assert (("Di bawah ekspektasi", "rendah"), ("Di atas ekspektasi", "tinggi")) == view.aspek[0].indikator[0].gambaran


@pytest.mark.parametrize(("bobot", "teks"), [("30", "30"), ("25/2", "12,5"), ("12.345", "12,345"), ("100/3", "100/3")])
def test_a_weight_is_printed_exactly(repo: Repository, tanggal: date, bobot: str, teks: str) -> None:
    """With a decimal comma where that is exact, as a fraction where it is not."""
    kriterion = repo.kriteria[CONTOH][0]
    changed = replace(kriterion.aspek[0], bobot=Fraction(bobot))
    view = page_of(with_versions(repo, CONTOH, replace(kriterion, aspek=(changed,))), CONTOH, tanggal)
    printed = view.aspek[0].bobot
    assert printed

    assert (teks, Fraction(bobot)) == (printed.teks, Fraction(printed.nilai or 0))


def test_levels_lead_to_the_glossary_where_it_has_them(repo: Repository, tanggal: date) -> None:
    """The levels of the observation of teachers are its own."""
    levels = {slug: {t.istilah for t in page_of(repo, slug, tanggal).tingkat} for slug in ("semua-asn", "guru")}

    pages = {
        "kamus.html#di-bawah-ekspektasi", "kamus-m-z.html#sesuai-ekspektasi", "kamus.html#di-atas-ekspektasi",
    }  # fmt: skip
    assert pages == levels["semua-asn"]
    assert {None} == levels["guru"]


def test_an_aspect_cannot_take_the_anchor_of_a_section(repo: Repository, tanggal: date) -> None:
    """Whatever its id: `riwayat` is the history of the page."""
    kriterion = repo.kriteria["guru"][0]
    taken = ("isi", "riwayat", "dasar-hukum", "tentang-data", "aspek")
    aspek = tuple(replace(kriterion.aspek[0], id=id) for id in taken)
    view = page_of(with_versions(repo, "guru", replace(kriterion, aspek=aspek)), "guru", tanggal)
    anchors = [a.id for a in view.aspek] + [i.id for a in view.aspek for i in a.indikator]

    assert len(anchors) == len(set(anchors))
    assert set() == set(anchors) & set(taken)


def test_no_two_figures_of_the_criteria_share_a_receipt(repo: Repository, tanggal: date) -> None:
    """`collect` refuses two different figures with one id."""
    figures = list(collect(tuple(page.view for page in pages(repo, tanggal))))

    assert {"resmi", "contoh"} == {angka.status for angka in figures}
    assert [] == [a.id for a in figures if (a.status == "contoh") != ("-contoh/" in a.id)]


# what a reader sees


def test_the_page_of_a_coming_version_says_so_and_leads_to_the_one_in_force(
    site: Path, pages: Mapping[str, Any]
) -> None:
    """And the version in force announces it, with its reason."""
    coming = (site / f"kriteria/{CONTOH}/2027-01-01.html").read_text("utf-8")
    current = (site / f"kriteria/{CONTOH}.html").read_text("utf-8")

    assert "Belum berlaku" in coming
    assert f"../{CONTOH}.html" in pages[f"kriteria/{CONTOH}/2027-01-01.html"].attributes("href")
    assert "Berubah mulai 1 Januari 2027" in current
    assert f"{CONTOH}/2027-01-01.html" in pages[f"kriteria/{CONTOH}.html"].attributes("href")


def test_observation_of_teachers_is_for_coaching_and_the_page_says_it_first(site: Path) -> None:
    """Before any indicator."""
    text = (site / "kriteria/guru.html").read_text("utf-8")

    assert 0 < text.index("bukan untuk menilai kinerja guru") < text.index("Keteraturan Suasana Kelas")


def test_groups_without_criteria_of_their_own_are_told_what_applies(site: Path, repo: Repository) -> None:
    """Once for each group, in plain words, and their personal rating is not here."""
    text = (site / "kriteria/index.html").read_text("utf-8")

    assert 4 == text.count("Kriteria khusus belum diterbitkan; yang berlaku: perilaku kerja.")
    assert [] == [word for j in repo.jabatan.values() for word in (*j.alias, *j.kata_cari) if word not in text]
    assert "Nilai pribadi Anda tidak ada di sini" in text
