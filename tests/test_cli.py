"""The command line, as a person in HR meets it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """A copy of what a build reads, free to be broken."""
    for name in ("data", "schemas", "content", "theme"):
        shutil.copytree(root / name, tmp_path / name)
    shutil.copy(root / "pelicanconf.py", tmp_path)
    return tmp_path


@pytest.fixture
def run(copy: Path) -> Run:
    """`kinerja …` in the copy, in a process of its own."""

    def kinerja(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "kinerja", "--akar", str(copy), "--tanggal", "2026-11-24", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    return kinerja


def break_weight(copy: Path) -> Path:
    """A value of the wrong kind in the criteria of the fictional group."""
    path = sorted((copy / "data/kriteria/petugas-layanan-contoh").glob("*.yaml"))[0]
    text = path.read_text()
    path.write_text(text.replace("status: contoh", "status: RAHASIA-123", 1))
    return path


def test_good_data_is_reported_as_good(run: Run) -> None:
    """Exit code 0 and the number of files."""
    done = run("periksa")

    assert (0, True) == (done.returncode, "0 galat" in done.stdout)


def test_a_wrong_value_is_reported_with_its_place_and_never_repeated(run: Run, copy: Path) -> None:
    """File, line, column; the value itself may be personal."""
    path = break_weight(copy)
    line = next(i for i, text in enumerate(path.read_text().splitlines(), 1) if "RAHASIA" in text)

    done = run("periksa")

    assert done.returncode == 1
    assert f"{path.relative_to(copy).as_posix()}:{line}:9: pilihan:" in done.stdout
    assert "RAHASIA" not in done.stdout + done.stderr


def test_the_report_for_programs_has_the_documented_keys(run: Run, copy: Path) -> None:
    """`berkas_diperiksa`, and for each problem seven keys."""
    break_weight(copy)

    report = json.loads(run("periksa", "--format", "json").stdout)

    assert {"berkas_diperiksa", "masalah"} == set(report)
    assert {"berkas", "baris", "kolom", "aturan", "tingkat", "pesan", "saran"} == set(report["masalah"][0])


def test_the_report_for_github_is_one_annotation_a_problem(run: Run, copy: Path) -> None:
    """`::error file=…,line=…`"""
    break_weight(copy)

    assert run("periksa", "--format", "github").stdout.startswith("::error file=data/kriteria/")


def test_a_report_can_be_limited_to_a_folder(run: Run, copy: Path) -> None:
    """What is wrong elsewhere does not show."""
    break_weight(copy)

    assert run("periksa", str(copy / "data" / "jabatan")).returncode == 0


def test_bad_data_builds_nothing_and_leaves_the_old_site(run: Run, copy: Path) -> None:
    """Exit code 1; output/ is untouched, and nothing is left behind but what was remembered of the attack."""
    (copy / "output").mkdir()
    (copy / "output" / "index.html").write_text("situs lama")
    break_weight(copy)
    before = sorted(copy.rglob("*"))

    done = run("bangun")
    left = [path for path in sorted(copy.rglob("*")) if ".kinerja-cache" not in path.parts]

    assert (1, "situs lama") == (done.returncode, (copy / "output" / "index.html").read_text())
    assert before == left
    assert "Traceback" not in done.stderr


def test_a_build_that_fails_half_way_leaves_the_old_site(run: Run, copy: Path) -> None:
    """A template breaks after the checks have passed."""
    (copy / "output").mkdir()
    (copy / "output" / "index.html").write_text("situs lama")
    (copy / "theme/templates/kamus.html").write_text("{{ tidak_ada }}")

    done = run("bangun")

    assert (1, "situs lama") == (done.returncode, (copy / "output" / "index.html").read_text())
    assert ["output"] == [p.name for p in copy.iterdir() if "output" in p.name]


def test_a_build_replaces_the_site_and_drops_what_is_stale(run: Run, copy: Path) -> None:
    """A page of an earlier build that no data asks for is gone."""
    (copy / "output").mkdir()
    (copy / "output" / "usang.html").touch()

    done = run("bangun")

    assert (0, False) == (done.returncode, (copy / "output" / "usang.html").exists()), done.stderr
    assert (copy / "output" / "index.html").is_file()


def test_an_official_build_leaves_demonstration_data_out(run: Run, copy: Path) -> None:
    """No page of a fictional unit or group of posts, and no word of it."""
    done = run("bangun", "--resmi", "--situs", "https://contoh.example")

    assert done.returncode == 0, done.stderr
    assert [] == [p.name for p in (copy / "output").rglob("*contoh*.html") if "perhitungan" not in p.as_posix()]


def test_every_figure_comes_with_its_formula_and_place(run: Run) -> None:
    """`ringkas` writes receipts."""
    figures = json.loads(run("ringkas").stdout)["angka"]

    assert len(figures) > 50
    assert [] == [a["id"] for a in figures if not a["rumus"] or not a["masukan"]]


def test_figures_can_be_limited_to_a_period(run: Run) -> None:
    """Every figure of 2024 names 2024 in its id."""
    figures = json.loads(run("ringkas", "--periode", "2024").stdout)["angka"]

    assert figures
    assert [] == [a["id"] for a in figures if "2024" not in a["id"].split("/")]


def test_charts_are_written_as_three_files_each(run: Run, copy: Path) -> None:
    """SVG, PNG, CSV."""
    done = run("grafik", "--hanya", "ombudsman*")

    names = sorted(path.suffix for path in (copy / "grafik").iterdir())
    assert (0, [".csv", ".png", ".svg"]) == (done.returncode, names), done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("periksaa",), "Perintah 'periksaa' tidak ada"),
        (("periksa", "--format", "xml"), "tidak dapat dipakai"),
        (("grafik", "--hanya", "tidak-ada"), "tidak ada grafik yang cocok"),
        (("--tanggal", "31-01-2026", "periksa"), "tahun-bulan-hari"),
        (("periksa", "tidak/ada.yaml"), "tidak ada"),
    ],
)
def test_wrong_use_is_answered_in_indonesian(run: Run, arguments: tuple[str, ...], words: str) -> None:
    """Exit code 2, what is wrong, no traceback."""
    done = run(*arguments)

    assert (2, True, False) == (done.returncode, words in done.stderr, "Traceback" in done.stderr), done.stderr


def test_help_is_indonesian_throughout(run: Run) -> None:
    """None of click's own English is left."""
    text = "".join(run(*arguments, "--help").stdout for arguments in ((), ("periksa",), ("bangun",)))

    assert [] == [word for word in ("Usage", "Options", "OPTIONS", "Show this", "default:", "Commands") if word in text]


def test_words_are_utf8_whatever_the_code_page_of_the_system(copy: Path) -> None:
    """A pipe on Windows has one that lacks some of our signs."""
    (copy / "data/portal.yaml").unlink()
    command = [sys.executable, "-m", "kinerja", "--akar", str(copy), "--tanggal", "2026-11-24", "periksa"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)

    assert 1 == done.returncode
    assert "data/portal.yaml:1:1: berkas-wajib" in done.stdout.decode("utf-8")
    assert b"Traceback" not in done.stderr
