"""The demonstration data: made by the tool from its seed, named as fiction, and without anything personal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import peragaan
from kinerja.disclosure.nomor import find_numbers
from kinerja.load.write import to_yaml
from kinerja.model.dokumen import Dokumen
from kinerja.model.repository import Repository
from rekaan.daftar_lain import DAFTAR, OLEH_SLUG
from rekaan.profil import PERIODE, SEMUA

QUARTER = "2026-tw3"
OFFICES = ("kecamatan-contoh", "dinas-perizinan-contoh")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the small part is made, outside the repository."""
    return tmp_path_factory.mktemp("peragaan")


@pytest.fixture(scope="module")
def made(root: Path, folder: Path) -> list[Dokumen]:
    """One quarter of two offices: registers as a workbook and as a CSV of Windows, and their surveys."""
    return list(peragaan.documents(peragaan.make(root, folder, (QUARTER,), OFFICES)))


def ours(repo: Repository) -> Iterator[Dokumen]:
    """What the tool has left in the repository: services with their results and follow-ups."""
    for slug in OLEH_SLUG:
        yield repo.layanan[slug]
        yield from repo.capaian_layanan.get(slug, ())
        yield from repo.skm.get(slug, ())
    yield from (satu for satu in repo.tindak_lanjut.values() if satu.layanan in OLEH_SLUG)


def test_the_same_seed_gives_the_committed_bytes(root: Path, made: list[Dokumen]) -> None:
    """Through the real commands: whoever runs the tool again changes nothing."""
    results = [document for document in made if QUARTER in document.berkas]

    assert len(results) > len(OFFICES)
    assert [] == [each.berkas for each in made if (root / each.berkas).read_bytes() != to_yaml(each)]


def test_every_quarter_of_every_profile_is_there_and_nothing_else(repo: Repository) -> None:
    """A quarter without a register or a survey has no file."""
    for slug, profil in SEMUA.items():
        held = {"capaian_layanan": profil.banyak, "skm": profil.suka}
        for noun, values in held.items():
            wanted = [periode for periode, value in zip(PERIODE, values, strict=True) if value is not None]
            assert wanted == [satu.periode for satu in getattr(repo, noun).get(slug, ())], f"{noun} {slug}"
    assert {bahan.slug for bahan in DAFTAR} == set(SEMUA)
    assert len(DAFTAR) >= 12


def test_everything_that_it_writes_is_fiction_and_says_so(repo: Repository, made: list[Dokumen]) -> None:
    """`status: contoh`, of offices and services that are called Contoh."""
    for document in (*made, *ours(repo)):
        assert "contoh" == getattr(document, "status", None), document.berkas
        name = getattr(document, "nama", None) or getattr(document, "judul", None) or document.slug
        assert re.search(r"\bcontoh\b", name, re.IGNORECASE), document.berkas


def test_a_standard_has_all_fourteen_components(repo: Repository) -> None:
    """The demonstration shows what a complete standard looks like."""
    for slug in OLEH_SLUG:
        komponen = repo.layanan[slug].komponen
        assert [] == [name for name in komponen.__dataclass_fields__ if not getattr(komponen, name)], slug


def test_no_person_of_the_raw_files_is_in_what_comes_out(repo: Repository, made: list[Dokumen], folder: Path) -> None:
    """The artificial names stay in the registers."""
    raw = b"".join(path.read_bytes() for path in sorted((folder / "mentah").rglob("*.csv")))
    assert b"Orang 1" in raw

    for document in (*made, *ours(repo)):
        assert not re.search(rb"Orang \d|tidak dicatat", to_yaml(document)), document.berkas


def test_nothing_looks_like_a_real_number_of_a_person(made: list[Dokumen], folder: Path, tanggal: date) -> None:
    """Neither in the raw files nor in what comes out."""
    texts = [path.read_text("cp1252") for path in sorted((folder / "mentah").rglob("*.csv"))]
    texts += [to_yaml(document).decode() for document in made]

    assert [] == [found for text in texts for found in find_numbers(text, tanggal)]
