"""The list of checks, and the one place where they are run."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from kinerja.model.dokumen import Dokumen
from kinerja.model.repository import Repository, documents
from kinerja.problems import Finding, Problem, Tingkat

if TYPE_CHECKING:
    from kinerja.load.repository import Loaded

D = TypeVar("D", bound=Dokumen)


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may look at beside its document: the whole repository and the date of the build."""

    repository: Repository
    tanggal: date


@dataclass(frozen=True, slots=True)
class Check:
    """One rule: its name in messages, the noun it looks at, and how serious a finding is."""

    aturan: str
    noun: type[Dokumen]
    tingkat: Tingkat
    find: Callable[[Any, Context], Iterator[Finding]]

    @property
    def rule(self) -> str:
        """The rule in Indonesian: the first line of the docstring."""
        return (self.find.__doc__ or "").strip().split("\n")[0]


CHECKS: list[Check] = []

Finder = Callable[[D, Context], Iterator[Finding]]


def check(aturan: str, noun: type[D], tingkat: Tingkat = "galat") -> Callable[[Finder[D]], Finder[D]]:
    """Register a generator `(document, context) -> Findings` under the name that messages show."""

    def register(find: Finder[D]) -> Finder[D]:
        CHECKS.append(Check(aturan, noun, tingkat, find))
        return find

    return register


def registered() -> tuple[Check, ...]:
    """Every check of this package; importing its modules is what registers them."""
    package = importlib.import_module("kinerja.checks")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"kinerja.checks.{module.name}")
    return tuple(CHECKS)


def run(loaded: Loaded, tanggal: date) -> tuple[Problem, ...]:
    """Every finding of every check, with its place, sorted by file and line."""
    if loaded.repository is None:
        return ()
    context, every = Context(loaded.repository, tanggal), registered()
    found = {
        loaded.place(finding, check.aturan, check.tingkat)
        for document in documents(loaded.repository)
        for check in every
        if isinstance(document, check.noun)
        for finding in _placed(check, document, context)
    }
    return tuple(sorted(found))


def _placed(check: Check, document: Dokumen, context: Context) -> Iterator[Finding]:
    for finding in check.find(document, context):
        yield finding if finding.berkas else dataclasses.replace(finding, berkas=document.berkas)
