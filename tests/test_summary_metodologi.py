"""The method: what its pages say is computed by the rules in force on the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from kinerja.model.repository import Repository
from kinerja.numbers import half_up
from kinerja.rules.skm import Cara, ikm_by, ikm_of, mutu_of
from kinerja.rules.versi import version_on
from kinerja.summary.aturan import every_rule
from kinerja.summary.figures import collect
from kinerja.summary.metodologi import Metodologi, methodology
from kinerja.summary.metodologi_bagian import BAGIAN, LAIN, Bagian, address_of
from kinerja.summary.metodologi_kinerja import Kinerja, performance
from kinerja.summary.metodologi_selang import Ketidakpastian, uncertainty
from kinerja.summary.metodologi_survei import Kepuasan, satisfaction
from kinerja.summary.metodologi_waktu import HitungWaktu, times
from kinerja.summary.perlindungan import protection

PARTS = (performance, times, satisfaction, uncertainty, protection)


@pytest.fixture(scope="module")
def view(repo: Repository, tanggal: date) -> Metodologi:
    """The entry."""
    return methodology(repo, tanggal)


@pytest.fixture(scope="module")
def kinerja(repo: Repository, tanggal: date) -> Kinerja:
    """How a person's work is assessed."""
    return performance(repo, tanggal)


@pytest.fixture(scope="module")
def kepuasan(repo: Repository, tanggal: date) -> Kepuasan:
    """How satisfaction is measured."""
    return satisfaction(repo, tanggal)


@pytest.fixture(scope="module")
def waktu(repo: Repository, tanggal: date) -> HitungWaktu:
    """How times are counted."""
    return times(repo, tanggal)


@pytest.fixture(scope="module")
def selang(repo: Repository, tanggal: date) -> Ketidakpastian:
    """How uncertainty is shown."""
    return uncertainty(repo, tanggal)


@pytest.mark.parametrize("part", PARTS)
def test_every_rule_has_its_legal_basis_and_versions(part: Any, repo: Repository, tanggal: date) -> None:
    for rule in part(repo, tanggal).kaidah.values():
        assert rule.dasar, rule.slug
        assert rule.dokumen, rule.slug
        assert all(dokumen.versi for dokumen in rule.dokumen)


def test_every_rule_with_examples_is_explained_and_shows_one(repo: Repository, tanggal: date) -> None:
    """A rule and its worked examples are never on no page."""
    views = [part(repo, tanggal) for part in PARTS]
    explained = {slug: rule for view in views for slug, rule in view.kaidah.items()}
    chosen = {c.aturan for view in views for rule in view.kaidah.values() for c in rule.contoh}
    chosen |= {
        c.aturan
        for view in (times(repo, tanggal), uncertainty(repo, tanggal))
        for found in view.contoh.values()
        for c in found
    }

    assert set(repo.perhitungan) <= set(explained)
    assert set(repo.perhitungan) == chosen


def test_every_rule_document_is_explained_on_one_page(repo: Repository, tanggal: date) -> None:
    files = [d.berkas for part in PARTS for rule in part(repo, tanggal).kaidah.values() for d in rule.dokumen]

    elsewhere = {f"data/aturan/{slug}.yaml" for slug in LAIN}
    assert {rule.berkas for rule in every_rule(repo.aturan)} == {*files, *elsewhere}


@pytest.mark.parametrize("name", ["jam", "hari-kerja", "tutup", "terbuka"])
def test_times_are_shown_by_example(waktu: HitungWaktu, name: str) -> None:
    assert waktu.contoh[name]


@pytest.mark.parametrize("name", ["unsur", "ikm", "bagian", "median", "ikm-berubah", "waktu-berubah"])
def test_uncertainty_is_shown_by_example(selang: Ketidakpastian, name: str) -> None:
    assert selang.contoh[name]


def test_leaving_out_open_requests_is_shown_to_flatter(waktu: HitungWaktu) -> None:
    """Six finished, four open: both the median and the share on time would look better without the four."""
    t = waktu.terbuka
    assert t is not None
    assert ("6", "4", "2,5", "3,5") == tuple(a.teks for a in (t.selesai, t.terbuka, t.tengah_selesai, t.tengah_semua))
    assert Fraction(t.bagian.nilai or 0) == Fraction(100 * 5, 6 + 4)
    assert Fraction(t.bagian_selesai.nilai or 0) == Fraction(100 * 5, 6)


def test_a_target_is_compared_in_whole_numbers(waktu: HitungWaktu) -> None:
    s = waktu.sasaran
    assert s is not None
    assert s.tercapai == (Fraction(s.kiri.nilai or 0) >= Fraction(s.kanan.nilai or 0))
    assert s.sasaran.teks == s.dicetak.teks
    assert 10 == s.semua.nilai


def test_complaints_have_the_deadlines_of_the_rule(waktu: HitungWaktu, repo: Repository, tanggal: date) -> None:
    versi = version_on(repo.aturan.pengaduan, tanggal)
    assert versi is not None
    assert waktu.pengaduan is not None
    assert versi.penerusan_hari == waktu.pengaduan.penerusan.nilai
    assert [(j.nama, j.tenggat_hari) for j in versi.jenis] == [(nama, a.nilai) for nama, a in waktu.pengaduan.jenis]


def test_the_years_with_holidays_are_named(waktu: HitungWaktu, repo: Repository) -> None:
    known = {str(y.tahun): len(y.libur) for y in repo.hari_libur.values() if y.status == "resmi"}

    assert known == {tahun: angka.nilai for tahun, angka in waktu.libur}


def test_more_requests_give_a_narrower_interval(selang: Ketidakpastian) -> None:
    """And the smallest size has no bounds of a median."""
    widths = [Fraction(b.atas.nilai or 0) - Fraction(b.bawah.nilai or 0) for b in selang.baris]

    assert sorted(widths, reverse=True) == widths
    assert ("tidak-dapat-dinilai", "tidak-dapat-dinilai") == (
        selang.baris[0].urutan_bawah.alasan, selang.baris[0].urutan_atas.alasan,
    )  # fmt: skip
    assert ("40", "61") == next(
        (b.urutan_bawah.teks, b.urutan_atas.teks) for b in selang.baris if b.banyak.nilai == 100
    )


def test_the_level_of_intervals_is_that_of_the_rule(selang: Ketidakpastian, repo: Repository, tanggal: date) -> None:
    versi = version_on(repo.aturan.selang, tanggal)
    assert versi is not None
    assert selang.ketetapan is not None
    assert (100 * Fraction(versi.tingkat), versi.z, versi.n_kecil) == (
        selang.ketetapan.tingkat.nilai, selang.ketetapan.z.nilai, selang.ketetapan.n_kecil.nilai,
    )  # fmt: skip


def test_protection_is_that_of_the_rule(kepuasan: Kepuasan, repo: Repository, tanggal: date) -> None:
    versi = version_on(repo.aturan.penyamaran, tanggal)
    assert versi is not None
    assert kepuasan.perlindungan is not None
    assert versi.kelompok_minimal == kepuasan.perlindungan.nilai


def test_every_explanation_has_one_address() -> None:
    """A rule's slug is an anchor of one page; what is explained for all stays on the entry."""
    anchors = [anchor for part in BAGIAN for anchor, _ in part.isi]

    assert len(set(anchors)) == len(anchors)
    assert "metodologi/kinerja.html#keberatan" == address_of("keberatan")
    assert "metodologi/waktu.html#pengaduan" == address_of("pengaduan")
    assert "metodologi.html#pembulatan" == address_of("pembulatan")


@pytest.mark.parametrize("part", BAGIAN, ids=lambda part: part.alamat)
def test_sections_are_on_their_page_and_old_addresses_lead_there(part: Bagian, pages: Mapping[str, Any]) -> None:
    """Every anchor stands on its page and, as before the method was split, on metodologi.html with a link."""
    page, entry = pages[part.alamat], pages["metodologi.html"]
    anchors = {anchor for anchor, _ in part.isi}

    assert set() == anchors - set(page.attributes("id"))
    assert set() == anchors - set(entry.attributes("id"))
    assert set() == {f"{part.alamat}#{anchor}" for anchor in anchors} - set(entry.attributes("href"))


def test_swapping_the_two_ratings_changes_the_predikat_only_where_one_is_below(kinerja: Kinerja) -> None:
    assert kinerja.matriks is not None
    found = [(s.rendah, s.hasil_rendah[0], s.perilaku_rendah[0]) for s in kinerja.matriks.silang]

    assert [("Di bawah ekspektasi", "butuh-perbaikan", "kurang")] * 2 == found


def test_the_matrix_has_the_best_level_first(kinerja: Kinerja) -> None:
    assert kinerja.matriks is not None
    corner, opposite = kinerja.matriks.sel[0][0][1], kinerja.matriks.sel[-1][-1][1]

    assert ("Sangat Baik", "Sangat Kurang") == (corner, opposite)


def test_rounded_weights_lower_the_highest_index(kepuasan: Kepuasan) -> None:
    assert kepuasan.survei is not None
    assert [("1/9", "100,00"), ("0,111", "99,90"), ("0,11", "99,00")] == [
        (b.bobot.teks, b.tertinggi.teks) for b in kepuasan.survei.bobot
    ]


def test_the_effect_of_a_weight_is_counted_over_every_possible_result(
    kepuasan: Kepuasan, repo: Repository, tanggal: date
) -> None:
    """The page counts by search; here every total is computed one by one."""
    versi = version_on(repo.aturan.skm, tanggal)
    assert kepuasan.survei is not None
    assert versi is not None
    people, unsur = int(kepuasan.survei.responden.nilai or 0), len(versi.unsur)
    for shown in kepuasan.survei.bobot:
        lowered = 0
        for total in range(people * unsur, 4 * people * unsur + 1):
            nrr = [Fraction(total, people * unsur)] * unsur
            index = half_up(ikm_by(versi, nrr, Cara(bobot=Fraction(shown.bobot.nilai or 0))), 2)
            right = mutu_of(versi, ikm_of(versi, nrr)).bawah
            lowered += index < right and right > versi.pita[0].bawah
        assert (shown.bobot.teks, lowered) == (shown.bobot.teks, shown.turun.nilai)


def test_credit_points_are_printed_half_up(kinerja: Kinerja) -> None:
    assert kinerja.kredit is not None
    table = {nama: [a.teks for a in nilai] for nama, _, nilai in kinerja.kredit.baris}

    assert ("5,63", "28,13") == (table["Pemula"][0], table["Ahli Madya"][2])
    assert 40 == sum(len(row) for row in table.values())


def test_the_sample_is_shown_before_and_after_rounding(kepuasan: Kepuasan) -> None:
    assert kepuasan.sampel is not None
    assert ("500", "217,473", "217") in [tuple(a.teks for a in row) for row in kepuasan.sampel.baris]


def test_bounds_of_a_pattern_are_percentages_of_the_rule(kinerja: Kinerja) -> None:
    assert kinerja.pola is not None
    baik = [s for s in kinerja.pola.syarat if s.organisasi == "Baik"]

    assert [("lebih dari", Decimal(50)), ("paling banyak", Decimal(70))] == [(k, a.nilai) for k, a in baik[0].batas]


def test_a_repealed_table_is_not_shown_as_bands(kepuasan: Kepuasan, repo: Repository) -> None:
    repealed = [v.berlaku_mulai for v in repo.aturan.pita["ombudsman"].versi if v.dicabut]
    shown = [t.skala.berlaku_mulai for t in kepuasan.pita if t.skala.slug == "ombudsman"]

    assert repealed
    assert [] == [start for start in shown if start in repealed]


def test_before_a_rule_starts_its_part_is_left_out(repo: Repository) -> None:
    """Nothing is computed by a rule that is not in force, and the pages still stand."""
    day = date(2000, 1, 1)
    early, late = performance(repo, day), times(repo, day)

    assert (None, None, None, None) == (early.matriks, early.pola, early.kredit, early.tenggat)
    assert {"akan-berlaku"} == {v.keadaan for v in early.kaidah["predikat"].dokumen[0].versi}
    assert (None, None, None) == (late.terbuka, late.sasaran, late.pengaduan)
    assert (None, ()) == (uncertainty(repo, day).ketetapan, uncertainty(repo, day).baris)
    assert (None, None) == (satisfaction(repo, day).survei, satisfaction(repo, day).perlindungan)


def test_a_version_ends_the_day_before_the_next_one(kepuasan: Kepuasan) -> None:
    skm = kepuasan.kaidah["skm"].dokumen[0].versi

    assert [date(2013, 12, 31), date(2016, 12, 31), None] == [v.selesai for v in skm]
    assert ["arsip", "arsip", "berlaku"] == [v.keadaan for v in skm]


def test_every_figure_names_a_place_in_the_data(repo: Repository, tanggal: date) -> None:
    figures = list(collect([methodology(repo, tanggal), *(part(repo, tanggal) for part in PARTS)]))
    files = {tempat.berkas for angka in figures for tempat in angka.masukan}

    assert len(figures) > 250
    assert set() == files - set(repo.sidik)
    assert [] == [angka.id for angka in figures if not angka.masukan]


def test_rules_without_examples_are_still_explained(repo: Repository, tanggal: date) -> None:
    bare = replace(repo, perhitungan={})
    views = [part(bare, tanggal) for part in PARTS]

    assert {None} == {rule.perhitungan for view in views for rule in view.kaidah.values()}
    assert satisfaction(bare, tanggal).survei is not None
    assert methodology(bare, tanggal).pembulatan == ()


def test_versions_are_counted_over_all_rules(view: Metodologi, repo: Repository) -> None:
    versions = [v for rule in every_rule(repo.aturan) for v in rule.versi]

    assert (len(versions), sum(v.perlu_verifikasi for v in versions)) == (
        view.jumlah_versi.nilai, view.jumlah_perlu_verifikasi.nilai,
    )  # fmt: skip
