"""The units of the city, as the pages show them."""

from __future__ import annotations

from datetime import date

from kinerja.model.repository import Repository
from kinerja.summary import perangkat_daerah as summary


def test_the_city_has_its_31_units_10_kecamatan_and_59_kelurahan(repo: Repository) -> None:
    """The fictional unit is not counted."""
    view = summary.index(repo)

    assert (41, 59) == (view.jumlah.nilai, view.jumlah_kelurahan.nilai)


def test_units_stand_in_alphabetical_order_within_their_kind(repo: Repository) -> None:
    """Never a ranking."""
    names = [[unit.nama.casefold() for unit in group.unit] for group in summary.index(repo).kelompok]

    assert [sorted(group) for group in names] == names


def test_a_fictional_unit_stands_apart(repo: Repository) -> None:
    """It is in no official group."""
    view = summary.index(repo)
    official = {unit.slug for group in view.kelompok for unit in group.unit}

    assert ["dinas-pelayanan-contoh"] == [unit.slug for unit in view.contoh]
    assert "dinas-pelayanan-contoh" not in official


def test_a_unit_lists_what_others_published_about_it(repo: Repository, tanggal: date) -> None:
    """The Inspektorat's service standard."""
    view = summary.unit(repo, repo.perangkat_daerah["inspektorat-daerah"], tanggal)

    assert "pengaduan-inspektorat" in [series.slug for series in view.penilaian_luar]
