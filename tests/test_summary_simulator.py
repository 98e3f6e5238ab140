"""The simulator says what the rules say, for every pair of ratings."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kinerja.model.repository import Repository
from kinerja.portal.pages.simulator import pages
from kinerja.rules.angka_kredit import credit_of
from kinerja.rules.predikat import predikat_of
from kinerja.rules.versi import version_on
from kinerja.summary.simulator import Simulator, simulator


@pytest.fixture(scope="module")
def view(repo: Repository, tanggal: date) -> Simulator:
    """The page of the project's own data."""
    found = simulator(repo, tanggal)
    assert found
    return found


def test_every_cell_has_the_predikat_of_the_rule_and_the_place_that_the_style_sheet_knows(
    view: Simulator, repo: Repository, tanggal: date
) -> None:
    versi = version_on(repo.aturan.predikat, tanggal)
    assert versi
    named = {e.nama: (e.id, e.urutan) for e in versi.ekspektasi}

    for sel in view.sel:
        (hasil, row), (perilaku, column) = named[sel.hasil_kerja], named[sel.perilaku_kerja]
        assert (sel.kelas, sel.predikat.id) == (f"c{row}{column}", predikat_of(versi, hasil, perilaku))
    assert 9 == len({sel.kelas for sel in view.sel})


def test_what_would_change_it_are_the_four_pairs_with_one_other_rating_the_best_first(view: Simulator) -> None:
    cells = {(s.hasil_kerja, s.perilaku_kerja): s.predikat for s in view.sel}

    for sel in view.sel:
        moved = {
            (u.menjadi, sel.perilaku_kerja) if u.penilaian == "hasil kerja" else (sel.hasil_kerja, u.menjadi)
            for u in sel.perubahan
        }
        assert moved == {
            pair for pair in cells if (pair[0] == sel.hasil_kerja) != (pair[1] == sel.perilaku_kerja)
        }  # fmt: skip
        ranks = [u.predikat.urutan for u in sel.perubahan]
        assert ranks == sorted(ranks)


def test_better_worse_and_the_same_are_told_apart(view: Simulator) -> None:
    """From kurang by perilaku (the third column): a better perilaku helps, a better hasil kerja does not."""
    (sel,) = [s for s in view.sel if s.kelas == "c23"]
    found = {(u.penilaian, u.menjadi): (u.predikat.nama, u.arah) for u in sel.perubahan}

    assert found == {
        ("perilaku kerja", "Di atas ekspektasi"): ("Baik", "naik"),
        ("perilaku kerja", "Sesuai ekspektasi"): ("Baik", "naik"),
        ("hasil kerja", "Di atas ekspektasi"): ("Kurang", "tetap"),
        ("hasil kerja", "Di bawah ekspektasi"): ("Sangat Kurang", "turun"),
    }


def test_the_credit_points_of_a_cell_are_those_of_its_predikat(
    view: Simulator, repo: Repository, tanggal: date
) -> None:
    versi = version_on(repo.aturan.angka_kredit, tanggal)
    assert versi
    predikat = {s.kelas: s.predikat for s in view.sel}

    assert set(predikat) == {kelas for p in view.kredit for kelas in p.kelas}
    for p in view.kredit:
        for kelas in p.kelas:
            assert [nilai.nilai for _, _, nilai in p.baris] == [
                credit_of(versi, jenjang.id, predikat[kelas].id) for jenjang in versi.jenjang
            ]


def test_the_style_sheet_knows_every_rank(view: Simulator, root: Path) -> None:
    """One more rank in the data needs one more rule there."""
    css = (root / "theme/static/css/simulator.css").read_text("utf-8")
    known = {int(n) for n in re.findall(r":has\(\.j(\d+):checked\) \.jenjang > :not\(\.j\1\)", css)}

    assert view.tabel
    assert set(range(1, len(view.tabel.baris) + 1)) == known


def test_the_first_sentence_counts_the_good_cells(view: Simulator, repo: Repository, tanggal: date) -> None:
    (page,) = pages(repo, tanggal)

    assert (9, 4) == (view.jumlah.nilai, view.jumlah_baik.nilai)
    assert page.temuan.startswith("Dari 9 pasangan penilaian, 4 menghasilkan Baik atau Sangat Baik.")


def test_before_there_were_nine_cells_there_is_no_simulator(repo: Repository) -> None:
    assert [] == list(pages(repo, date(2021, 12, 31)))


def test_without_a_rule_of_credit_points_the_cells_stay(repo: Repository) -> None:
    """Between the rule of the predikat (2022) and that of the credit points (2023)."""
    view = simulator(repo, date(2022, 6, 1))

    assert view
    assert (9, None, ()) == (len(view.sel), view.tabel, view.kredit)
    assert {None} == {u.persen for s in view.sel for u in s.perubahan}


def test_what_is_still_to_be_checked_is_said(repo: Repository, tanggal: date) -> None:
    aturan = repo.aturan.angka_kredit
    checked = replace(aturan, versi=tuple(replace(v, perlu_verifikasi=False) for v in aturan.versi))
    other = replace(repo, aturan=replace(repo.aturan, angka_kredit=checked))

    said = [one.kredit_perlu_verifikasi for one in (simulator(repo, tanggal), simulator(other, tanggal)) if one]
    assert [True, False] == said
