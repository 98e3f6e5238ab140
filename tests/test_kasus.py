"""tests/kasus/: for each rule a repository that breaks it and one that just keeps it, collected by folder.

`dasar/` is a small valid repository. A case lays its files over it; `harapan.json` lists every problem that
must be found, or is `{"hapus": [files to take away], "masalah": [problems]}`.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kinerja import checks
from kinerja.load import wording
from kinerja.load.repository import load, read_sources
from kinerja.load.schema import Schemas

KASUS = Path(__file__).parent / "kasus"

SCHEMA_RULES = {
    "kunci-wajib", "kunci-tidak-dikenal", "jenis-isian", "pilihan", "bentuk-isian", "panjang-isian",
    "jumlah-isian", "batas-isian", "isian-ganda", "tanggal-tidak-ada", "berkas-tidak-dikenal", "berkas-wajib",
}  # fmt: skip
CHECK_RULES = {check.aturan for check in checks.registered()}

# What cannot be a text file in git, or would trouble git itself: bytes that break the rule, where, and bytes that just
# keep it.
_JABATAN = "status: resmi\nnama: Pustakawan\nuraian: Merawat café baca.\nkriteria:\n  - semua-asn\n"
BYTES = {
    "yaml-penyandian": (_JABATAN.encode("latin-1"), (3, 20), _JABATAN.encode()),
    "yaml-bom": (b"\xef\xbb\xbf" + _JABATAN.encode(), (1, 1), _JABATAN.encode()),
    "yaml-konflik": (
        f"{_JABATAN}{'<' * 7} HEAD\n  - guru\n{'=' * 7}\n{'>' * 7} usulan\n".encode(),
        (6, 1),
        f"{_JABATAN}# {'<' * 7} dan {'>' * 7} di tengah baris\n".encode(),
    ),
    "yaml-ukuran": (_JABATAN.encode().ljust(1_000_001, b"\n"), (1, 1), _JABATAN.encode().ljust(1_000_000, b"\n")),
}


def _cases(kind: str) -> list[Path]:
    return sorted(folder for folder in (KASUS / kind).iterdir() if folder.is_dir())


def _problems(overlay: dict[str, bytes], hapus: list[str], schemas: Schemas, tanggal: date) -> list[dict[str, Any]]:
    sources = {**read_sources(KASUS / "dasar"), **overlay}
    kept = {berkas: data for berkas, data in sorted(sources.items()) if berkas not in hapus}
    loaded = load(kept, schemas)
    return [asdict(problem) for problem in sorted((*loaded.problems, *checks.run(loaded, tanggal)))]


def _expected(folder: Path) -> tuple[list[str], list[dict[str, Any]]]:
    harapan = json.loads((folder / "harapan.json").read_text("utf-8"))
    return ([], harapan) if isinstance(harapan, list) else (harapan["hapus"], harapan["masalah"])


def test_the_base_of_all_cases_is_valid(schemas: Schemas, tanggal: date) -> None:
    """So a case shows what its own files do."""
    assert [] == _problems({}, [], schemas, tanggal)


@pytest.mark.parametrize("folder", [*_cases("tidak-sah"), *_cases("sah")], ids=lambda f: f"{f.parent.name}/{f.name}")
def test_a_case_gives_exactly_the_problems_it_names(folder: Path, schemas: Schemas, tanggal: date) -> None:
    """Place, words and hint, and nothing beside them."""
    hapus, masalah = _expected(folder)

    assert masalah == _problems(read_sources(folder), hapus, schemas, tanggal)


@pytest.mark.parametrize("folder", _cases("tidak-sah"), ids=lambda f: f.name)
def test_a_bad_case_breaks_the_rule_of_its_name(folder: Path) -> None:
    """The folder is named after the rule."""
    assert folder.name in {problem["aturan"] for problem in _expected(folder)[1]}


@pytest.mark.parametrize("folder", _cases("sah"), ids=lambda f: f.name)
def test_a_good_case_has_no_problem(folder: Path) -> None:
    """A good case lies at the edge of the rule, on the right side."""
    assert ([], []) == _expected(folder)


@pytest.mark.parametrize("rule", BYTES)
def test_bytes_that_are_no_text_are_refused(rule: str, schemas: Schemas, tanggal: date) -> None:
    """Files that git would not show as text, made here."""
    bad, place, good = BYTES[rule]
    refused, accepted = (_problems({"data/jabatan/uji.yaml": data}, [], schemas, tanggal) for data in (bad, good))

    assert [(rule, place)] == [(problem["aturan"], (problem["baris"], problem["kolom"])) for problem in refused]
    assert [] == accepted


def test_every_rule_has_a_bad_and_a_good_case() -> None:
    """A rule without a case cannot be added, and a case without a rule cannot stay."""
    rules = (CHECK_RULES | SCHEMA_RULES | set(wording.STRICT)) - set(BYTES)

    assert (rules, rules) == tuple({folder.name for folder in _cases(kind)} for kind in ("tidak-sah", "sah"))
