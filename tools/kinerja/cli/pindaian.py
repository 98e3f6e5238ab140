"""The files and the history of a repository, scanned for what is personal."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja.disclosure.pindai import Pindaian, Sumber
    from kinerja.load.repository import Loaded
    from kinerja.problems import Problem

PORTAL = "data/portal.yaml"
ABBREVIATED = 12


def scan(akar: Path, tanggal: date, loaded: Loaded, *, riwayat: bool = False) -> tuple[Problem, ...]:
    """What the files show that are in git or would go into it; with `riwayat`, what every version of them has shown,
    and every message of a commit."""
    from kinerja.disclosure.pindai import scan_all, unused

    izin = loaded.repository.portal.izin_pindai if loaded.repository else ()
    sources = _history(akar) if riwayat else tree(akar)
    problems, used = scan_all(sources, _against(tanggal, loaded), izin)
    idle = (replace(finding, berkas=PORTAL) for finding in unused(izin, used, riwayat=riwayat))
    return tuple(sorted({*problems, *(loaded.place(finding, "izin-pindai") for finding in idle)}))


def scan_message(tanggal: date, loaded: Loaded, data: bytes) -> tuple[Problem, ...]:
    """What the message of a commit shows that is about to be made."""
    from kinerja.disclosure.pindai import Sumber, scan_all

    return tuple(scan_all([Sumber(berkas="pesan commit", data=data)], _against(tanggal, loaded), ())[0])


def masked(tanggal: date, loaded: Loaded, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems as they may be printed: a file's name may itself be personal, and a message may repeat it."""
    from kinerja.disclosure.pindai import masked as mask

    against = _against(tanggal, loaded)
    return tuple(
        replace(p, berkas=mask(p.berkas, against, p.berkas), pesan=mask(p.pesan, against), saran=mask(p.saran, against))
        for p in problems
    )


def _against(tanggal: date, loaded: Loaded) -> Pindaian:
    from kinerja.disclosure.pindai import Pindaian, official

    resmi = official(loaded.repository) if loaded.repository else frozenset()
    return Pindaian(tanggal=tanggal, resmi=resmi)


def tree(akar: Path) -> Iterator[Sumber]:
    """The files by their path, and what the next commit would hold of them where that is something else; without git
    all files that are not hidden."""
    from kinerja import git
    from kinerja.disclosure.pindai import Sumber

    names = git.files(akar)
    if names is None:
        found = (path.relative_to(akar) for path in sorted(akar.rglob("*")) if path.is_file())
        names = tuple(path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts))
    for name in names:
        with suppress(FileNotFoundError, IsADirectoryError):  # deleted but still in the index, or a submodule
            path = akar / name
            yield Sumber(berkas=name, data=os.readlink(path).encode() if path.is_symlink() else path.read_bytes())
    for name, data in git.staged(akar):
        yield Sumber(berkas=name, data=data, awalan="siap disimpan:")


def _history(akar: Path) -> Iterator[Sumber]:
    """Every version of every file, every path that there was, every message, and the names of branches and tags."""
    from kinerja import git
    from kinerja.disclosure.pindai import Sumber

    blobs = {blob.id: blob.berkas for blob in git.blobs(akar)}
    for id_, data in git.contents(akar, blobs):
        yield Sumber(berkas=blobs[id_], data=data, objek=id_, awalan=f"riwayat:{id_[:ABBREVIATED]}:")
    for path in git.paths(akar):
        yield Sumber(berkas=path, data=b"", awalan="riwayat:nama berkas:")
    for name in git.names(akar):
        yield Sumber(berkas=name, data=b"", awalan="riwayat:cabang atau tag:")
    for id_, text in git.messages(akar):
        yield Sumber(berkas="pesan", data=text.encode(), objek=id_, awalan=f"riwayat:{id_[:ABBREVIATED]}:")
