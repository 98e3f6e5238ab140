"""The files and the history of a repository, scanned for what is personal."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja.disclosure.pindai import Pindaian, Sumber
    from kinerja.load.repository import Loaded
    from kinerja.model.portal import IzinPindai
    from kinerja.problems import Problem

PORTAL = "data/portal.yaml"
ABBREVIATED = 12
CACHE = ".kinerja-cache/pindai"


def scan(akar: Path, tanggal: date, loaded: Loaded, *, riwayat: bool = False) -> tuple[Problem, ...]:
    """What the files show that are in git or would go into it; with `riwayat`, what every version of them has shown,
    and every message of a commit."""
    from kinerja.disclosure.pindai import scan_all, unused

    izin = loaded.repository.portal.izin_pindai if loaded.repository else ()
    against = _against(tanggal, loaded)
    problems, used = scan_all(_history(akar), against, izin) if riwayat else _scan_files(akar, against, izin)
    idle = (replace(finding, berkas=PORTAL) for finding in unused(izin, used, riwayat=riwayat))
    return tuple(sorted({*problems, *(loaded.place(finding, "izin-pindai") for finding in idle)}))


def _scan_files(akar: Path, against: Pindaian, izin: Sequence[IzinPindai]) -> tuple[list[Problem], set[int]]:
    """As `scan_all`; a file that showed nothing before, by the same rules, is not read again."""
    from kinerja.disclosure.pindai import scan_all
    from kinerja.files import write_atomic

    memory = akar / CACHE / _digest(_rules(against))
    clean = set(memory.read_text("ascii").split()) if memory.is_file() else set()
    problems: list[Problem] = []
    used: set[int] = set()
    seen: set[str] = set()
    for sumber in tree(akar):
        digest = _digest(sumber.berkas.encode(), sumber.data)
        if digest not in clean:
            found, allowed = scan_all([sumber], against, izin)
            problems += found
            used |= allowed
        if digest in clean or not (found or allowed):
            seen.add(digest)
    if seen != clean:
        memory.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(memory, "\n".join(sorted(seen)).encode())
    return problems, used


def _rules(against: Pindaian) -> bytes:
    """Everything that a scan rests on beside the file: our code, the day, official contacts."""
    from kinerja import disclosure

    code = [path.read_bytes() for path in sorted(Path(disclosure.__file__).parent.glob("*.py"))]
    return b"".join([*code, repr((against.tanggal, sorted(against.resmi))).encode()])


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


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
