"""From each criterion to the place where a change of it is proposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from kinerja.model.repository import Repository
from kinerja.summary import kriteria, kriteria_halaman
from kinerja.summary.kriteria_halaman import HalamanKriteria
from kinerja.summary.kriteria_usulan import FORMULIR

REPOSITORI = "https://contoh.go.id/kota/kinerja"
CONTOH = "petugas-layanan-contoh"


def published(repo: Repository) -> Repository:
    """The repository once its own address is known."""
    return replace(repo, portal=replace(repo.portal, repositori=REPOSITORI))


def pages_of(repo: Repository, tanggal: date) -> list[HalamanKriteria]:
    """Every version of every group."""
    semua = kriteria.groups(repo, tanggal)
    return [kriteria_halaman.page(repo, semua, versi) for group in semua.values() for versi in group.versi]


def test_every_aspect_and_indicator_leads_to_the_form_with_its_name_filled_in(repo: Repository, tanggal: date) -> None:
    """The proposer types neither post nor indicator."""
    for view in pages_of(published(repo), tanggal):
        for aspek in view.aspek:
            parts = [(aspek.usul, aspek.aspek.nama), *((i.usul, i.indikator.nama) for i in aspek.indikator)]
            for address, nama in parts:
                assert address
                fields = {name: found for name, (found,) in parse_qs(urlsplit(address).query).items()}

                assert address.startswith(f"{REPOSITORI}/issues/new?")
                assert (FORMULIR, view.kelompok.jabatan.nama, nama) == (
                    fields["template"],
                    fields["jabatan"],
                    fields["indikator"],
                )


def test_the_form_is_there_and_has_the_fields_that_are_filled_in(root: Path) -> None:
    """GitHub fills a field by its id, and leaves out what it does not know without a word."""
    text = (root / ".github/ISSUE_TEMPLATE" / FORMULIR).read_text("utf-8")

    assert [] == [name for name in ("jabatan", "indikator") if f"id: {name}\n" not in text]


@pytest.mark.parametrize(
    ("mulai", "baru", "path"),
    [
        (date(2026, 1, 1), True, f"new/main/data/kriteria/{CONTOH}"),
        (date(2027, 1, 1), False, f"edit/main/data/kriteria/{CONTOH}/2027-01-01.yaml"),
    ],
)
def test_what_is_in_force_gets_a_new_file_and_what_is_to_come_is_edited(
    repo: Repository, tanggal: date, mulai: date, baru: bool, path: str
) -> None:
    """A version in force is never changed."""
    (view,) = [
        v
        for v in pages_of(published(repo), tanggal)
        if (v.kelompok.jabatan.slug, v.versi.kriteria.berlaku_mulai) == (CONTOH, mulai)
    ]

    assert view.usulan
    assert (baru, f"{REPOSITORI}/{path}") == (view.usulan.baru, view.usulan.berkas)


def test_while_the_repository_has_no_address_the_page_says_how_else(
    repo: Repository, site: Path, pages: Mapping[str, Any]
) -> None:
    """Which office, and what to write; every link leads there."""
    assert repo.portal.repositori is None, "the address is known now: this test has done its work"
    text = (site / "kriteria/guru.html").read_text("utf-8")
    inside = [href for href in pages["kriteria/guru.html"].attributes("href") if href == "#usulan"]

    assert "Alamat repositori portal ini belum diumumkan" in text
    assert "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia" in text.partition('id="usulan"')[2]
    assert 8 + 3 + 1 == len(inside)  # indicators, aspects, contents


def test_a_version_of_the_past_takes_no_proposals(repo: Repository) -> None:
    """It stays as it is."""
    views = [v for v in pages_of(published(repo), date(2027, 6, 1)) if v.kelompok.jabatan.slug == CONTOH]
    found = {v.versi.kriteria.berlaku_mulai: v.usulan is not None for v in views}

    assert {date(2026, 1, 1): False, date(2027, 1, 1): True} == found
