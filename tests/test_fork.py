"""Another city that forks the project finds none of Samarinda in it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def fork(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of another city: its own data, and the prose rewritten."""
    folder = tmp_path_factory.mktemp("kota-lain")
    shutil.copytree(root / "tests" / "kasus" / "dasar" / "data", folder / "data")
    for name in (".github", "schemas", "content", "theme"):
        shutil.copytree(root / name, folder / name)
    shutil.copy(root / "pelicanconf.py", folder)
    for path in (folder / "content").rglob("*.md"):
        path.write_text(re.sub("samarinda", "Kota Lain", path.read_text("utf-8"), flags=re.IGNORECASE), "utf-8")
    command = [sys.executable, "-m", "kinerja", "--akar", str(folder), "--tanggal", "2026-11-24", "bangun"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "output"


def test_the_smallest_valid_data_of_another_city_builds(fork: Path) -> None:
    """Home page, and a page for each noun."""
    assert (fork / "index.html").is_file()


def test_no_page_or_file_of_a_fork_names_samarinda(fork: Path) -> None:
    """Neither theme nor code knows the city."""
    naming = [
        path.relative_to(fork).as_posix()
        for path in fork.rglob("*")
        if path.suffix in {".html", ".svg", ".csv", ".css"} and "samarinda" in path.read_text("utf-8").lower()
    ]

    assert [] == naming
