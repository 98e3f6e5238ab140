"""data/perhitungan/<aturan>.yaml: worked examples, read by tests, by pages and by sosialisasi."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.model.dokumen import Dokumen


@dataclass(frozen=True, slots=True, kw_only=True)
class Contoh:
    """One example: a sentence, what goes in, what must come out. The schema of the rule names the keys."""

    kasus: str
    masukan: Mapping[str, object]
    hasil: Mapping[str, object]
    penjelasan: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Perhitungan(Dokumen):
    """The examples of one rule; the file's name is the rule."""

    judul: str
    pengantar: str
    rumus: str
    contoh: tuple[Contoh, ...]
