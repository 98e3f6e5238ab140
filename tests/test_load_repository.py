"""load.repository: all of data/ in one pass; one broken file hides nothing of another."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from kinerja import checks
from kinerja.load.repository import Loaded, load, load_repository, read_sources
from kinerja.load.schema import Schemas
from kinerja.model.repository import SINGLE, Repository, documents
from kinerja.problems import Finding, ProblemsFound

DASAR = Path(__file__).parent / "kasus" / "dasar"


@pytest.fixture
def sources() -> dict[str, bytes]:
    """The small valid repository of tests/kasus."""
    return read_sources(DASAR)


def test_the_data_of_the_project_have_no_problem(loaded: Loaded, tanggal: date) -> None:
    """Neither of form nor across files; the one warning is about the overdue follow-up of the demonstration."""
    problems = (*loaded.problems, *checks.run(loaded, tanggal))
    late = "data/tindak-lanjut/pendaftaran-bantuan-pengaduan-contoh.yaml"

    assert [(late, "tindak-lanjut-terlambat", "peringatan")] == [(p.berkas, p.aturan, p.tingkat) for p in problems]


def test_every_file_becomes_one_document(sources: dict[str, bytes], schemas: Schemas) -> None:
    """Nothing is read twice or lost."""
    repository = load(sources, schemas).repository
    assert repository is not None

    assert sorted(sources) == sorted(document.berkas for document in documents(repository))


def test_problems_of_several_files_are_found_in_one_run(sources: dict[str, bytes], schemas: Schemas) -> None:
    """Sorted by file."""
    sources["data/jabatan/semua-asn.yaml"] = b"status: resmi\n"
    sources["data/jadwal/2026.yaml"] = b"a: [\n"

    files = [problem.berkas for problem in load(sources, schemas).problems]
    assert ["data/jabatan/semua-asn.yaml"] * 3 + ["data/jadwal/2026.yaml"] == files


def test_what_refers_to_a_broken_file_is_not_reported(
    sources: dict[str, bytes], schemas: Schemas, tanggal: date
) -> None:
    """The file is there: only it needs mending."""
    for berkas in ("perangkat-daerah/dinas-arsip", "aturan/pita/kepatuhan", "kriteria/semua-asn/2022-01-01"):
        sources[f"data/{berkas}.yaml"] = b"status: resmi\nbukan_kunci: 1\n"
    loaded = load(sources, schemas)

    assert loaded.repository is not None
    assert 3 == len(loaded.repository.rusak)
    assert () == checks.run(loaded, tanggal)


@pytest.mark.parametrize("data", [None, b"judul: [\n"])
def test_without_a_file_that_everything_needs_there_is_no_repository(
    data: bytes | None, sources: dict[str, bytes], schemas: Schemas, tanggal: date
) -> None:
    """Missing or broken; the checks then stay silent instead of failing."""
    del sources["data/portal.yaml"]
    if data is not None:
        sources["data/portal.yaml"] = data
    loaded = load(sources, schemas)

    assert (None, ["data/portal.yaml"]) == (loaded.repository, [problem.berkas for problem in loaded.problems])
    assert () == checks.run(loaded, tanggal)


def test_hidden_files_are_left_out(tmp_path: Path) -> None:
    """What an editor leaves behind is no data."""
    (tmp_path / "data" / ".vscode").mkdir(parents=True)
    (tmp_path / "data" / ".vscode" / "x.yaml").write_text("a: 1\n", "utf-8")
    (tmp_path / "data" / ".x.yaml.swp").write_bytes(b"\x00")
    (tmp_path / "data" / "x.yaml").write_text("a: 1\n", "utf-8")

    assert ["data/x.yaml"] == list(read_sources(tmp_path))


def test_loading_a_folder_with_problems_raises_them_all(tmp_path: Path, root: Path) -> None:
    """For a caller that cannot go on."""
    (tmp_path / "schemas").symlink_to(root / "schemas")
    (tmp_path / "data").mkdir()

    with pytest.raises(ProblemsFound, match=f"{len(SINGLE)} masalah") as raised:
        load_repository(tmp_path)
    assert {"berkas-wajib"} == {problem.aturan for problem in raised.value.problems}


def test_versions_of_criteria_stand_from_the_oldest(repo: Repository) -> None:
    """Whatever the order of the files."""
    for versions in repo.kriteria.values():
        days = [version.berlaku_mulai for version in versions]
        assert sorted(days) == days


def test_each_file_has_its_fingerprint(loaded: Loaded, repo: Repository) -> None:
    """The version of a page is made of these."""
    assert {berkas: hashlib.sha256(data).hexdigest() for berkas, data in loaded.sources.items()} == repo.sidik


def test_the_model_cannot_be_changed(repo: Repository) -> None:
    """Not even the mappings inside an example."""
    with pytest.raises(TypeError):
        repo.perhitungan["predikat"].contoh[0].masukan["tanggal"] = "x"  # type: ignore[index]


def test_a_finding_in_a_file_that_is_not_there_stands_at_its_start(loaded: Loaded) -> None:
    """A rule may ask for a file that is missing."""
    problem = loaded.place(Finding(("a",), "pesan", berkas="data/tidak-ada.yaml"), "uji")

    assert ("data/tidak-ada.yaml", 1, 1) == (problem.berkas, problem.baris, problem.kolom)
