"""The files and the history of a repository, scanned for what is personal."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja.load.repository import Loaded
    from kinerja.problems import Problem

Source = tuple[str, str, bytes]
PORTAL = "data/portal.yaml"
ABBREVIATED = 12


def scan(akar: Path, tanggal: date, loaded: Loaded, *, riwayat: bool = False) -> tuple[Problem, ...]:
    """What the files show that are in git or would go into it; with `riwayat`, what every version of them has shown,
    and every message of a commit."""
    from kinerja.disclosure.pindai import Pindaian, official, scan_all, unused

    repository = loaded.repository
    izin = repository.portal.izin_pindai if repository else ()
    against = Pindaian(tanggal=tanggal, resmi=official(repository) if repository else frozenset())
    sources = _history(akar) if riwayat else tree(akar)
    problems, used = scan_all(sources, against, izin)
    idle = (replace(finding, berkas=PORTAL) for finding in unused(izin, used, riwayat=riwayat))
    return tuple(sorted({*problems, *(loaded.place(finding, "izin-pindai") for finding in idle)}))


def tree(akar: Path) -> Iterator[Source]:
    """The files by their path; without git all files that are not hidden."""
    from kinerja import git

    names = git.files(akar)
    if names is None:
        found = (path.relative_to(akar) for path in sorted(akar.rglob("*")) if path.is_file())
        names = tuple(path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts))
    for name in names:
        with suppress(FileNotFoundError, IsADirectoryError):  # deleted but still in the index, or a submodule
            path = akar / name
            yield name, "", os.readlink(path).encode() if path.is_symlink() else path.read_bytes()


def _history(akar: Path) -> Iterator[Source]:
    """Every version of every file, every path that there was, and every message."""
    from kinerja import git

    blobs = {blob.id: blob.berkas for blob in git.blobs(akar)}
    for id_, data in git.contents(akar, blobs):
        yield f"riwayat:{id_[:ABBREVIATED]}:{blobs[id_]}", id_, data
    for path in git.paths(akar):
        yield f"riwayat:nama berkas:{path}", "", b""
    for id_, text in git.messages(akar):
        yield f"riwayat:pesan commit:{id_[:ABBREVIATED]}", id_, text.encode()
