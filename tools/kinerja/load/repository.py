"""The working tree's data/ as a model, with every problem of form found in one pass."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kinerja.load import build, strict
from kinerja.load.schema import Schemas, noun_of
from kinerja.model.dokumen import Dokumen
from kinerja.model.repository import NESTED, NOUNS, SINGLE, Aturan, Repository
from kinerja.numbers import period_bounds
from kinerja.problems import Finding, Problem, ProblemsFound

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What data/ holds. `repository` is None where a file that everything needs is missing or broken.

    `sources` keeps the bytes of each file, so that the place of a finding can be looked up when it is needed.
    """

    repository: Repository | None
    problems: tuple[Problem, ...]
    sources: Mapping[str, bytes]

    def place(self, finding: Finding, aturan: str, tingkat: Any = "galat") -> Problem:
        """The Problem of a Finding: its path of keys turned into line and column."""
        place = (1, 1)
        if finding.berkas in self.sources:
            place = strict.parse(self.sources[finding.berkas], finding.berkas).place(finding.at)
        return Problem(finding.berkas, *place, aturan, tingkat, finding.pesan, finding.saran)


def read_sources(root: Path) -> dict[str, bytes]:
    """The bytes of every file under data/, by its path from the root. Hidden files are left out."""
    folder = root / "data"
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts)
    }


def load(sources: Mapping[str, bytes], schemas: Schemas) -> Loaded:
    """Parse, validate and build every file; a broken file does not hide the problems of another."""
    documents: dict[str, dict[str, Any]] = {noun: {} for noun in NOUNS}
    problems: list[Problem] = []
    broken: set[str] = set()
    for berkas, data in sources.items():
        noun = noun_of(berkas, NOUNS) if berkas.endswith(".yaml") else None
        if noun is None or not _well_placed(berkas, noun):
            problems.append(_unknown_file(berkas))
            continue
        document, found = _read(berkas, data, noun, schemas)
        problems += found
        if document is None:
            broken.add(berkas)
        else:
            documents[noun][berkas] = document
    missing = [noun for noun in SINGLE if not documents[noun]]
    problems += [_missing_file(noun) for noun in missing if f"data/{noun}.yaml" not in broken]
    repository = None if missing else _assemble(documents, broken, sources)
    return Loaded(repository, tuple(sorted(problems)), sources)


def load_repository(root: Path) -> Repository:
    """The repository at `root`. Raises ProblemsFound where any file is not well formed."""
    loaded = load(read_sources(root), Schemas.read(root / "schemas"))
    if loaded.problems or loaded.repository is None:
        raise ProblemsFound(loaded.problems)
    return loaded.repository


def _read(berkas: str, data: bytes, noun: str, schemas: Schemas) -> tuple[Dokumen | None, tuple[Problem, ...]]:
    parsed = strict.parse(data, berkas)
    if parsed.problems:
        return None, parsed.problems
    schema = noun_of(berkas, schemas.by_noun)
    if schema is None:
        return None, (_unknown_file(berkas),)
    problems = schemas.check(schema, parsed, berkas)
    if problems:
        return None, problems
    document, findings = build.build(NOUNS[noun], parsed.value, berkas)
    return document, tuple(
        Problem(berkas, *parsed.place(finding.at), "tanggal-tidak-ada", "galat", finding.pesan, finding.saran)
        for finding in findings
    )


def _well_placed(berkas: str, noun: str) -> bool:
    """Whether the path has the form of its noun: one file, a file per slug, or files in folders."""
    if noun in SINGLE:
        return berkas == f"data/{noun}.yaml"
    slugs = berkas.removeprefix(f"data/{noun}/").removesuffix(".yaml").split("/")
    return len(slugs) == (2 if noun in NESTED else 1) and all(map(_SLUG.fullmatch, slugs))


def _unknown_file(berkas: str) -> Problem:
    saran = (
        "Pindahkan ke folder yang sesuai, atau hapus. Nama berkas data terdiri dari huruf kecil, angka,"
        " dan tanda hubung, dan berakhiran .yaml."
    )
    return Problem(berkas, 1, 1, "berkas-tidak-dikenal", "galat", "berkas ini tidak termasuk data mana pun", saran)


def _missing_file(noun: str) -> Problem:
    return Problem(
        f"data/{noun}.yaml",
        1,
        1,
        "berkas-wajib",
        "galat",
        "berkas wajib ini belum ada",
        f"Kembalikan berkas ini dari riwayat git, atau buat menurut schemas/{noun}.schema.json.",
    )


def _assemble(documents: Mapping[str, Mapping[str, Any]], broken: set[str], sources: Mapping[str, bytes]) -> Repository:
    def by_slug(noun: str) -> Mapping[str, Any]:
        return MappingProxyType({document.slug: document for document in documents[noun].values()})

    def single(noun: str) -> Any:
        return documents[noun][f"data/{noun}.yaml"]

    rules = {
        noun.removeprefix("aturan/").replace("-", "_"): single(noun) for noun in SINGLE if noun.startswith("aturan/")
    }
    plain = {noun.replace("-", "_"): by_slug(noun) for noun in NOUNS if noun not in SINGLE and "/" not in noun}
    series = {
        "kriteria": _series(documents["kriteria"].values(), _folder, lambda kriteria: kriteria.berlaku_mulai),
        "capaian_layanan": _series(documents["capaian-layanan"].values(), _slug, _period),
        "skm": _series(documents["skm"].values(), _slug, _period),
        "hasil": _series(documents["hasil"].values(), _slug, _period),
    }
    return Repository(
        portal=single("portal"),
        dasar_hukum=single("dasar-hukum"),
        kamus=single("istilah"),
        koreksi=single("koreksi"),
        aturan=Aturan(**rules, pita=by_slug("aturan/pita")),
        **{**plain, **series},
        sidik=MappingProxyType({berkas: hashlib.sha256(data).hexdigest() for berkas, data in sources.items()}),
        rusak=frozenset(broken),
    )


def _series(
    documents: Iterable[Any], group_of: Callable[[Any], str], order: Callable[[Any], Any]
) -> Mapping[str, tuple[Any, ...]]:
    groups: dict[str, list[Any]] = {}
    for document in documents:
        groups.setdefault(group_of(document), []).append(document)
    return MappingProxyType({group: tuple(sorted(groups[group], key=order)) for group in sorted(groups)})


def _folder(document: Dokumen) -> str:
    return document.berkas.split("/")[2]


def _slug(document: Dokumen) -> str:
    return document.slug


def _period(document: Any) -> tuple[date, date]:
    """By the end of the period, then by its start."""
    first, last = period_bounds(document.periode)
    return last, first
