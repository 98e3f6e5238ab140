"""What many checks need: the parts of a document with their place, a hint, the files that could not be read."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from kinerja.model.dokumen import Dokumen
from kinerja.model.layanan import Layanan
from kinerja.model.repository import Repository
from kinerja.problems import Kunci


def parts(value: Any) -> tuple[tuple[Kunci, Any], ...]:
    """`value` and everything in it with its place, outer parts first. The last value's are remembered: several checks
    walk the same document, one after the other."""
    if not _LAST or _LAST[0] is not value:
        found: list[tuple[Kunci, Any]] = []
        _walk(value, (), found)
        _LAST[:] = [value, tuple(found)]
    remembered: tuple[tuple[Kunci, Any], ...] = _LAST[1]
    return remembered


_LAST: list[Any] = []


def _walk(value: Any, at: Kunci, found: list[tuple[Kunci, Any]]) -> None:
    found.append((at, value))
    if isinstance(value, str):
        return
    if isinstance(value, tuple):
        for i, part in enumerate(value):
            _walk(part, (*at, i), found)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            _walk(part, (*at, key), found)
    else:
        for name in _names(type(value)):
            _walk(getattr(value, name), (*at, name), found)


def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass that are written in its file; none of anything else."""
    if kind not in _NAMES:
        fields = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
        _NAMES[kind] = tuple(field.name for field in fields if field.name != "berkas")
    return _NAMES[kind]


_NAMES: dict[type, tuple[str, ...]] = {}


def nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    """A hint at the nearest known word. It names known words only, never `word` itself."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Barangkali maksudnya `{close[0]}`?" if close else otherwise


def broken(repository: Repository, noun: str) -> set[str]:
    """Slugs (of criteria: folders) of the files of a noun that are there but could not be read."""
    folder = f"data/{noun}/"
    files = (berkas.removeprefix(folder) for berkas in repository.rusak if berkas.startswith(folder))
    return {berkas.removesuffix(".yaml").split("/")[0 if noun == "kriteria" else -1] for berkas in files}


def service_of(document: Dokumen, repository: Repository) -> Layanan | None:
    """The service that a document says it is about; None where it names none, or one that is not there."""
    slug: str | None = getattr(document, "layanan", None)
    return repository.layanan.get(slug) if slug is not None else None
