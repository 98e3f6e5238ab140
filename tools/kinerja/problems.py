"""What is wrong, where, and how to mend it: the one form of every message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tingkat = Literal["galat", "peringatan"]
Kunci = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule inside one document.

    `at` is the path of keys from the root of the document to the place where a person must edit.
    `berkas` names another file than the one under check; empty means the one under check.
    `pesan` and `saran` are plain Indonesian and never repeat a value that may be personal.
    """

    at: Kunci
    pesan: str
    saran: str = ""
    berkas: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A Finding with its place in a file; lines and columns count from 1."""

    berkas: str
    baris: int
    kolom: int
    aturan: str
    tingkat: Tingkat
    pesan: str
    saran: str = ""

    def __str__(self) -> str:
        saran = f". Saran: {self.saran}" if self.saran else "."
        tingkat = "peringatan: " if self.tingkat == "peringatan" else ""
        return f"{self.berkas}:{self.baris}:{self.kolom}: {tingkat}{self.aturan}: {self.pesan}{saran}"


class KinerjaError(Exception):
    """Root of the errors that a command turns into a message and exit code 1."""


class BuildFailed(KinerjaError):
    """The site could not be built; the old one is as it was."""


class ProblemsFound(KinerjaError):
    """The data cannot be used; `problems` tells every reason at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} masalah")
        self.problems = problems
