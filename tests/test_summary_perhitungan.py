"""Worked examples as a page shows them: every result computed, every word readable."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest

from kinerja.model.repository import Repository
from kinerja.summary import perhitungan
from kinerja.summary.figures import collect
from kinerja.summary.perhitungan_kata import LABEL

TANGGAL = date(2026, 11, 24)


def shown(repo: Repository, slug: str, kasus: str) -> perhitungan.Contoh:
    """The one example whose sentence contains `kasus`."""
    (found,) = [c for c in perhitungan.group(repo, slug, TANGGAL).contoh if kasus in c.kasus]
    return found


def test_every_example_of_every_rule_is_shown_and_counted(repo: Repository) -> None:
    view = perhitungan.index(repo, TANGGAL)

    assert view.jumlah.nilai == sum(len(p.contoh) for p in repo.perhitungan.values())
    assert [k.slug for k in view.kelompok] == sorted(repo.perhitungan)
    assert view.jumlah_aturan.nilai == len(repo.perhitungan)


def test_a_result_comes_from_the_rule_and_not_from_the_file(repo: Repository) -> None:
    """A wrong result in the file does not reach the page (and stops the build elsewhere)."""
    dokumen = repo.perhitungan["sampel"]
    wrong = replace(dokumen, contoh=(replace(dokumen.contoh[0], hasil={"sampel": 1}),))
    changed = replace(repo, perhitungan=MappingProxyType({**repo.perhitungan, "sampel": wrong}))

    assert [80] == [a.nilai for a in collect(perhitungan.example(changed, "sampel", 0).hasil)]


def test_figures_keep_the_decimals_they_are_written_with(repo: Repository) -> None:
    hasil = shown(repo, "skm", "Sembilan unsur").hasil

    assert [("IKM", "88,50"), ("Mutu", "A, Sangat Baik")] == [
        (b.label, b.angka[0][1].teks if b.angka else b.kata) for b in hasil
    ]


def test_counts_are_named_by_what_they_count(repo: Repository) -> None:
    masukan = {b.label: b for b in shown(repo, "pola-distribusi", "Tepat 70%").masukan}

    counts = [(label, angka.nilai) for label, angka in masukan["Jumlah pegawai"].angka]
    assert [("Sangat Baik", 8), ("Baik", 28), ("Butuh Perbaikan", 4)] == counts


@pytest.mark.parametrize(("kasus", "mutu"), [("pada tahun 2016", "B, Baik"), ("yang sama bermutu C", "C, Kurang Baik")])
def test_a_category_is_named_by_the_bands_of_its_own_time(repo: Repository, kasus: str, mutu: str) -> None:
    assert mutu == shown(repo, "skm", kasus).hasil[0].kata


def test_dates_stay_dates_and_answers_become_words(repo: Repository) -> None:
    hasil = shown(repo, "keberatan", "sehari setelah").hasil

    assert ["2026-01-19", "tidak"] == [b.tanggal.isoformat() if b.tanggal else b.kata for b in hasil]


def test_moments_and_holidays_are_words(repo: Repository) -> None:
    masukan = {b.label: b.kata for b in shown(repo, "waktu", "tidak dihitung sebagai hari kerja").masukan}
    closing = {b.label: b.kata for b in shown(repo, "waktu", "setelah jam tutup").masukan}

    assert ("Kamis, 5 Maret 2026 pukul 10.00", "Senin, 9 Maret 2026") == (masukan["Mulai"], masukan["Hari libur"])
    assert ("pukul 15.00", "tidak ada") == (closing["Jam tutup"], closing["Hari libur"])


def test_a_value_of_a_list_points_at_its_place(repo: Repository) -> None:
    """Counted from 0 in the file, from 1 in the name of the figure."""
    last = shown(repo, "selang", "Bila semua dari 25").masukan[1].angka[-1][1]

    assert last.id.endswith("/masukan/jawaban/4")
    assert ("masukan", "jawaban", 3) == last.masukan[0].kunci[2:]


def test_a_weight_that_is_a_fraction_stays_one(repo: Repository) -> None:
    bobot = list(collect(shown(repo, "skm", "hanya cocok").hasil))

    assert [Decimal("0.11")] == [a.nilai for a in bobot]


def test_no_figure_of_an_example_passes_as_an_official_one(repo: Repository) -> None:
    """Only how many examples there are is a fact about the portal."""
    official = {a.id.rsplit("/", 1)[-1] for a in collect(perhitungan.index(repo, TANGGAL)) if a.status == "resmi"}

    assert {"jumlah", "jumlah-aturan"} == official


def test_every_key_has_a_label_for_people(repo: Repository) -> None:
    keys = {k for p in repo.perhitungan.values() for c in p.contoh for k in (*c.masukan, *c.hasil)}

    assert set() == keys - set(LABEL)


def test_no_identifier_of_the_data_is_left_in_the_words(repo: Repository) -> None:
    words = [
        b.kata for k in perhitungan.index(repo, TANGGAL).kelompok for c in k.contoh for b in (*c.masukan, *c.hasil)
    ]

    assert [] == [word for word in words if "-" in word]
