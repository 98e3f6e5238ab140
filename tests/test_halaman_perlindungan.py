"""perlindungan.html, ancaman.html and the tables of people, as they are built: what a reader sees, and finds."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kinerja.model.repository import Repository
from kinerja.summary.sebaran import newest


def words(html: Any) -> str:
    """The text of a page on one line."""
    return re.sub(r"\s+", " ", " ".join(html.words))


def answer(root: Path, *arguments: str) -> Any:
    """What a command prints as JSON."""
    command = [sys.executable, "-m", "kinerja", "--akar", str(root), "--tanggal", "2026-11-24", *arguments]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


@pytest.mark.parametrize("page", ["metodologi.html", "data-pribadi.html", "ancaman.html", "berkas.html"])
def test_the_page_about_protection_can_be_reached(pages: Mapping[str, Any], page: str) -> None:
    assert "perlindungan.html" in pages[page].attributes("href")


def test_the_threats_can_be_reached_from_protection_and_from_personal_data(pages: Mapping[str, Any]) -> None:
    for page in ("perlindungan.html", "data-pribadi.html"):
        assert "ancaman.html" in pages[page].attributes("href")


def test_every_unit_with_a_table_of_people_says_how_it_was_rounded(pages: Mapping[str, Any], repo: Repository) -> None:
    """Each page of a unit that has one, and no other."""
    shown = {slug for slug in repo.perangkat_daerah if "sebaran" in _unit(pages, slug).attributes("id")}
    expected = {slug for slug, unit in repo.perangkat_daerah.items() if newest(repo, unit)}

    assert expected == shown
    assert expected
    for slug in expected:
        spread = newest(repo, repo.perangkat_daerah[slug])
        assert spread is not None
        assert spread.kalimat
        assert spread.kalimat in words(_unit(pages, slug))


def _unit(pages: Mapping[str, Any], slug: str) -> Any:
    return pages[f"perangkat-daerah/{slug}.html"]


def test_no_printed_count_of_people_is_other_than_a_multiple(root: Path, repo: Repository) -> None:
    """Every figure in persons that comes from a protected table, wherever it is shown."""
    base = {h.berkas: h.kelipatan for series in repo.hasil.values() for h in series if h.isi == "predikat"}
    found = [
        (int(figure["nilai"]), base[berkas])
        for figure in answer(root, "ringkas")["angka"]
        if figure["satuan"] == "orang" and figure["nilai"] and "/sebaran/" in figure["id"]
        for berkas in {place.partition("#")[0] for place in figure["masukan"]}
    ]

    assert found
    assert [] == [(value, base) for value, base in found if value % base]


def test_the_page_says_how_the_last_attack_ended(pages: Mapping[str, Any], root: Path, repo: Repository) -> None:
    """Of each period as many counts as `kinerja serang` attacks."""
    text = words(pages["perlindungan.html"])
    reports = answer(root, "serang", "--format", "json")
    periods = {h.periode for series in repo.hasil.values() for h in series}

    assert periods == {report["periode"] for report in reports}
    for report in reports:
        shown = f"{len(report['hitungan']):,}".replace(",", ".")
        assert re.search(rf"\b{shown} hitungan", text), report["periode"]
    assert text.count("Aman") >= len(reports)


def test_fictional_periods_stand_in_a_marked_box(pages: Mapping[str, Any]) -> None:
    boxes = [section for section in pages["perlindungan.html"].tags("section") if section.get("class") == "peragaan"]

    assert ["peragaan"] == [box["aria-labelledby"] for box in boxes]
