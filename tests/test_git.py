"""Dates and revisions, from a real repository."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from kinerja import git


def commit(root: Path, when: str, **files: str) -> None:
    """Write the files and commit them at `when`."""
    for name, text in files.items():
        path = root / "data" / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    identity = ("-c", "user.name=uji", "-c", "user.email=uji@example.org")
    environment = {**os.environ, "GIT_COMMITTER_DATE": when, "GIT_AUTHOR_DATE": when}
    for arguments in (("add", "-A"), (*identity, "commit", "-q", "-m", "ubah")):
        subprocess.run(["git", "-C", str(root), *arguments], check=True, env=environment)


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """Two commits; the second is late in the evening of 31 January in UTC, and 1 February in Samarinda."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    commit(tmp_path, "2026-01-10T00:00:00Z", lama="1", ubah="1")
    commit(tmp_path, "2026-01-31T22:00:00Z", ubah="2")
    return tmp_path


def test_the_date_of_a_commit_is_that_of_samarinda(history: Path) -> None:
    """WITA is eight hours ahead of UTC."""
    assert git.publication_date(history) == git.PublicationDate(date(2026, 2, 1), True)


def test_each_file_has_the_date_of_its_last_change(history: Path) -> None:
    """One pass over the log gives both."""
    assert {"data/lama.yaml": date(2026, 1, 10), "data/ubah.yaml": date(2026, 2, 1)} == git.last_changes(
        history, "data"
    )


def test_without_a_repository_there_is_no_commit(tmp_path: Path) -> None:
    """A folder unpacked from an archive."""
    assert (None, False) == (git.head(tmp_path), git.publication_date(tmp_path).dari_git)


def test_without_git_there_is_no_commit(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program itself is missing."""
    monkeypatch.setenv("PATH", "/tidak-ada")

    assert git.head(history) is None
