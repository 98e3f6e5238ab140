"""What git knows of a repository: its newest commit, and when each file was last changed."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

WITA = timezone(timedelta(hours=8), "WITA")


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its full id, and the date of the committer in WITA."""

    id: str
    tanggal: date


def _git(root: Path, *arguments: str) -> str | None:
    """Output of one git command; None where git or the repository is not there."""
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def _wita(seconds: str) -> date:
    return datetime.fromtimestamp(int(seconds), WITA).date()


def head(root: Path) -> Commit | None:
    """The newest commit, None where there is none."""
    text = _git(root, "log", "-1", "--format=%H %ct")
    if not text or not text.strip():
        return None
    commit, seconds = text.split()
    return Commit(commit, _wita(seconds))


def last_changes(root: Path, folder: str) -> Mapping[str, date]:
    """For each file under `folder`, the date of the newest commit that touched it; one pass over the log."""
    text = _git(root, "log", "--format=%x00%ct", "--name-only", "--no-renames", "--", folder)
    changes: dict[str, date] = {}
    for entry in (text or "").split("\0")[1:]:
        seconds, _, names = entry.partition("\n")
        for name in names.split("\n"):
            if name and name not in changes:
                changes[name] = _wita(seconds)
    return changes


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """The date of a build that states none, and whether git gave it."""

    tanggal: date
    dari_git: bool


def publication_date(root: Path) -> PublicationDate:
    """The date of the newest commit in WITA; without git today's, which makes the build depend on the clock."""
    newest = head(root)
    if newest is not None:
        return PublicationDate(newest.tanggal, True)
    return PublicationDate(datetime.now(WITA).date(), False)
