"""What many checks need: the parts of a document with their place, a hint, the files that could not be read."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kinerja.model.dokumen import Dokumen
from kinerja.model.layanan import Layanan
from kinerja.model.repository import Repository
from kinerja.problems import Kunci


def parts(value: Any, at: Kunci = ()) -> Iterator[tuple[Kunci, Any]]:
    """`value` and everything in it, outer parts first."""
    yield at, value
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name != "berkas":
                yield from parts(getattr(value, field.name), (*at, field.name))
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from parts(part, (*at, key))
    elif isinstance(value, tuple):
        for i, part in enumerate(value):
            yield from parts(part, (*at, i))


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
