"""What git knows of a repository: its newest commit, and when each file was last changed."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import IO

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


def head(root: Path, rev: str = "HEAD") -> Commit | None:
    """The newest commit of a revision, None where there is none."""
    text = _git(root, "log", "-1", "--format=%H %ct", "--end-of-options", rev)
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


def files(root: Path) -> tuple[str, ...] | None:
    """Every file that is in git or would go into it with `git add`; None without git."""
    text = _git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    return None if text is None else tuple(sorted({name for name in text.split("\0") if name}))


@dataclass(frozen=True, slots=True)
class Blob:
    """A version of a file in the history: its id, and one of the paths where it stood."""

    id: str
    berkas: str


def blobs(root: Path) -> tuple[Blob, ...]:
    """Every version of every file that any branch, tag or stash has ever had."""
    text = _git(root, "rev-list", "--objects", "--all", "--reflog", "--filter=object:type=blob",
                "--filter-provided-objects")  # fmt: skip
    pairs = (line.partition(" ") for line in (text or "").splitlines())
    return tuple(Blob(id_, name) for id_, _, name in pairs if name)


def versions(root: Path, folder: str) -> Mapping[str, tuple[str, ...]]:
    """For each file under `folder` the ids of its versions in the commits of this branch, oldest first."""
    text = _git(root, "log", "-m", "--first-parent", "--reverse", "--relative", "--format=", "--raw",
                "--no-abbrev", "--no-renames", "-z", "--", folder)  # fmt: skip
    found: dict[str, list[str]] = {}
    entries = iter((text or "").split("\0"))
    for entry in entries:
        if entry.startswith(":"):
            _, _, _, new, kind = entry.split(" ")
            name = next(entries)
            if kind != "D":
                found.setdefault(name, []).append(new)
    return {name: tuple(ids) for name, ids in found.items()}


def contents(root: Path, ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Id and bytes of each object, through one process."""
    with subprocess.Popen(
        ["git", "-C", str(root), "cat-file", "--batch", "--buffer"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        feeder = threading.Thread(target=_feed, args=(process.stdin, tuple(ids)))
        feeder.start()
        while header := process.stdout.readline():
            name, kind, *rest = header.decode().split()
            if kind != "missing":
                data = process.stdout.read(int(rest[0]))
                process.stdout.read(1)
                yield name, data
        feeder.join()


def _feed(pipe: IO[bytes], ids: tuple[str, ...]) -> None:
    with pipe:
        pipe.write("".join(f"{id_}\n" for id_ in ids).encode())


def messages(root: Path) -> Iterator[tuple[str, str]]:
    """Id and message of every commit of every branch, and of every tag that has one."""
    log = _git(root, "log", "--all", "--reflog", "--format=%H%x00%B%x01") or ""
    tags = _git(root, "for-each-ref", "refs/tags", "--format=%(objectname)%00%(contents)%01") or ""
    for entry in (log + tags).split("\x01"):
        id_, _, text = entry.strip("\n").partition("\0")
        if id_:
            yield id_, text


def paths(root: Path) -> tuple[str, ...]:
    """Every path that any commit has ever had."""
    text = _git(root, "log", "--all", "--reflog", "--format=", "--name-only", "--no-renames", "-z", "-m") or ""
    return tuple(sorted({name for name in text.split("\0") if name}))


def names(root: Path) -> tuple[str, ...]:
    """The names of all branches and tags."""
    return tuple((_git(root, "for-each-ref", "--format=%(refname:lstrip=1)") or "").splitlines())


def staged(root: Path) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of what the next commit would hold where the file on disk is another, or is gone."""
    entries = (_git(root, "diff-files", "-z") or "").split("\0")
    paths: dict[str, list[str]] = {}
    for entry, path in zip(entries[::2], entries[1::2], strict=False):
        if entry.startswith(":"):
            paths.setdefault(entry.split(" ")[2], []).append(path)
    for id_, data in contents(root, [id_ for id_ in paths if id_.strip("0")]):
        yield from ((path, data) for path in paths[id_])


def resolve(root: Path, rev: str) -> str | None:
    """The full id of the commit that a revision names; None where it names none here."""
    text = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}")
    return text.strip() if text and text.strip() else None


def tree(root: Path, commit: str, folder: str) -> Mapping[str, bytes]:
    """The bytes of every file below `folder` as a commit holds it, by path from `root`."""
    text = _git(root, "ls-tree", "-r", "-z", commit, "--", folder) or ""
    entries = [entry.partition("\t") for entry in text.split("\0") if entry]
    ids = {path: meta.split(" ")[2] for meta, _, path in entries if meta.split(" ")[1] == "blob"}
    data = dict(contents(root, dict.fromkeys(ids.values())))
    return {path: data[id_] for path, id_ in sorted(ids.items())}


def is_shallow(root: Path) -> bool:
    """Whether older commits were left out when the repository was fetched."""
    return (_git(root, "rev-parse", "--is-shallow-repository") or "").strip() == "true"


def merge_base(root: Path, one: str, other: str) -> str | None:
    """The newest commit that two revisions share; None where there is none here."""
    text = _git(root, "merge-base", "--end-of-options", one, other)
    return text.strip() if text and text.strip() else None
