"""usulan/: the register of proposals, from the day they are handed in, refusals included."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from kinerja.model.dokumen import Status
from kinerja.model.repository import Repository
from kinerja.model.usulan import KeputusanUsulan, Tahap, Usulan
from kinerja.portal.page import Page
from kinerja.portal.pages.usulan import pages
from kinerja.summary.usulan import TAHAP, register, steps

HARI = date(2026, 10, 5)


def usulan(nomor: str, tahap: Tahap, status: Status = "resmi", **other: Any) -> Usulan:
    """A proposal with no more than a row needs; a decided one has its decision."""
    decided = KeputusanUsulan(tanggal=HARI, oleh="Kepala Badan Contoh", alasan="Sudah tercakup.")
    made = Usulan(
        berkas=f"data/usulan/{nomor}.yaml", status="resmi", nomor=nomor, judul=f"Usulan {nomor}",
        pengusul="Dinas Contoh", tanggal=date(2026, 9, 1), isi="Isi", alasan="Alasan", tahap=tahap, tahap_sejak=HARI,
        keputusan=decided if tahap in ("diterima", "ditolak") else None,
    )  # fmt: skip
    return replace(made, status=status, **other)


def with_proposals(repo: Repository, *found: Usulan) -> Repository:
    """The project's data with these proposals only."""
    return replace(repo, usulan={one.slug: one for one in found})


def page_of(repo: Repository, one: Usulan, tanggal: date = HARI) -> Page:
    """The page of one proposal."""
    return list(pages(with_proposals(repo, one), tanggal))[1]


def test_every_proposal_stands_once_at_its_step_the_newest_first(repo: Repository) -> None:
    found = [usulan("1", "diajukan"), usulan("2", "ditolak"), usulan("3", "dibahas"), usulan("4", "diterima")]
    later = usulan("5", "ditolak", tahap_sejak=HARI + timedelta(days=1))
    view = register(with_proposals(repo, *found, later), HARI)

    listed = {g.tahap: [h.usulan.nomor for h in g.usulan] for g in view.resmi}
    assert listed == {"diajukan": ["1"], "dibahas": ["3"], "diterima": ["4"], "ditolak": ["5", "2"]}
    assert [1, 1, 1, 2] == [g.jumlah.nilai for g in view.resmi]


def test_fictional_proposals_are_kept_apart_and_counted_nowhere_else(repo: Repository) -> None:
    view = register(with_proposals(repo, usulan("1", "dibahas"), usulan("2", "dibahas", "contoh")), HARI)

    assert (1, [0, 1, 0, 0]) == (view.jumlah.nilai, [g.jumlah.nilai for g in view.resmi])
    assert {("contoh", "usulan/contoh-dibahas")} == {
        (g.jumlah.status, g.jumlah.id) for g in view.contoh if g.jumlah.nilai
    }


def test_an_empty_register_says_so_and_stands_anyway(repo: Repository) -> None:
    (page,) = pages(with_proposals(repo), HARI)

    assert "usulan/index.html" == page.alamat
    assert page.temuan.startswith("Belum ada usulan resmi.")


def test_only_fictional_proposals_are_no_proposal(repo: Repository) -> None:
    index, example = pages(with_proposals(repo, usulan("1", "dibahas", "contoh")), HARI)

    assert index.temuan.startswith("Belum ada usulan resmi.")
    assert ("resmi", "contoh") == (index.status, example.status)


def test_the_first_sentence_counts_by_step_without_naming_empty_ones(repo: Repository) -> None:
    found = with_proposals(repo, usulan("1", "diajukan"), usulan("2", "ditolak"), usulan("3", "ditolak"))

    assert "Ada 3 usulan: 1 diajukan dan 2 ditolak." == next(pages(found, HARI)).temuan


@pytest.mark.parametrize(
    ("tahap", "expected"),
    [
        ("diajukan", [("Diajukan", "kini"), ("Dibahas terbuka", "nanti"), ("Diputus, dengan alasannya", "nanti")]),
        ("dibahas", [("Diajukan", "selesai"), ("Dibahas terbuka", "kini"), ("Diputus, dengan alasannya", "nanti")]),
        ("diterima", [("Diajukan", "selesai"), ("Dibahas terbuka", "selesai"), ("Diterima", "kini")]),
        ("ditolak", [("Diajukan", "selesai"), ("Dibahas terbuka", "selesai"), ("Ditolak", "kini")]),
    ],
)
def test_the_way_of_a_proposal_has_one_place_where_it_is_now(tahap: Tahap, expected: list[tuple[str, str]]) -> None:
    found = steps(usulan("1", tahap))

    assert expected == [(langkah.nama, langkah.keadaan) for langkah in found]
    assert date(2026, 9, 1) == found[0].sejak
    assert {langkah.sejak for langkah in found if langkah.keadaan == "nanti"} <= {None}


def test_every_step_has_words() -> None:
    assert {"diajukan", "dibahas", "diterima", "ditolak"} == set(TAHAP)


@pytest.mark.parametrize(("days", "words"), [(0, "Tanggapan diterima sampai"), (1, "Masa tanggapan berakhir")])
def test_answers_are_taken_up_to_the_last_day(repo: Repository, days: int, words: str) -> None:
    one = usulan("1", "dibahas", tanggapan_sampai=HARI)

    expected = f"Usulan ini sedang dibahas sejak 5 Oktober 2026. {words} 5 Oktober 2026."
    assert expected == page_of(repo, one, HARI + timedelta(days=days)).temuan


def test_a_decided_proposal_takes_no_answers_and_says_who_decided_when(repo: Repository) -> None:
    one = usulan("1", "ditolak", tanggapan_sampai=HARI + timedelta(days=9))

    view = register(with_proposals(repo, one), HARI).resmi[-1].usulan[0]
    assert not view.dapat_ditanggapi
    assert "Usulan ini ditolak pada 5 Oktober 2026 oleh Kepala Badan Contoh." == page_of(repo, one).temuan


def test_a_proposal_leads_to_the_criteria_it_is_about_and_to_what_was_made_of_it(repo: Repository) -> None:
    slug = next(iter(repo.kriteria))
    made = KeputusanUsulan(tanggal=HARI, oleh="-", alasan="-", hasil=f"data/kriteria/{slug}/2027-01-01.yaml")
    one = usulan("1", "diterima", kriteria=slug, keputusan=made)
    (view,) = register(with_proposals(repo, one), HARI).resmi[2].usulan

    assert view.tentang
    assert (slug, f"kriteria/{slug}/2027-01-01.html") == (view.tentang.jabatan.slug, view.hasil)


def test_a_proposal_for_criteria_that_do_not_exist_yet_has_a_page_too(repo: Repository) -> None:
    (view,) = register(with_proposals(repo, usulan("1", "diajukan", kriteria="belum-ada")), HARI).resmi[0].usulan

    assert view.tentang is None
    assert "usulan/1.html" == view.alamat


@pytest.mark.parametrize(("day", "in_force"), [(date(2026, 11, 23), False), (date(2026, 11, 24), True)])
def test_the_register_says_how_long_before_its_first_day_a_version_is_told(
    repo: Repository, day: date, in_force: bool
) -> None:
    """Also before the rule starts: it is known already."""
    found = register(repo, day).pemberitahuan

    assert found
    assert (30, in_force) == (found.hari.nilai, found.berlaku)
