"""Good and bad data for every rule: a folder under kasus/ is a test; adding a folder adds one.

A case lies over `kasus/dasar`, one small valid repository of a city that does not exist. `harapan.json` lists the
problems expected, exactly; an object with `hapus` (files taken away first) and `masalah` does the same.
"""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from pathlib import Path

import pytest

from kinerja import checks
from kinerja.load.repository import load, read_sources
from kinerja.load.schema import Schemas
from kinerja.load.wording import STRICT
from kinerja.problems import Problem

KASUS = Path(__file__).parent / "kasus"
BAD = sorted((KASUS / "tidak-sah").iterdir())
GOOD = sorted((KASUS / "sah").iterdir())
# Bytes that are no text cannot lie in a folder of YAML; they are made here.
BYTES = {
    "yaml-ukuran": (b"nama: " + b"a" * 1_000_001, (1, 1)),
    "yaml-penyandian": ("uraian: \u00e9\nnama: ".encode() + b"\xff\n", (2, 7)),
    "yaml-bom": ("\ufeffnama: a\n".encode(), (1, 1)),
}


def problems_of(case: Path, schemas: Schemas, tanggal: date) -> list[Problem]:
    """Every problem of the base repository with the case laid over it."""
    wanted = json.loads((case / "harapan.json").read_text("utf-8"))
    gone = wanted.get("hapus", []) if isinstance(wanted, dict) else []
    sources = {**read_sources(KASUS / "dasar"), **read_sources(case)}
    loaded = load({name: data for name, data in sorted(sources.items()) if name not in gone}, schemas)
    return sorted((*loaded.problems, *checks.run(loaded, tanggal)))


def expected_of(case: Path) -> list[dict[str, object]]:
    """What `harapan.json` asks for."""
    wanted = json.loads((case / "harapan.json").read_text("utf-8"))
    return list(wanted["masalah"] if isinstance(wanted, dict) else wanted)


def test_the_repository_below_the_cases_is_valid(schemas: Schemas, tanggal: date) -> None:
    """Else nothing could be said of what lies over it."""
    loaded = load(read_sources(KASUS / "dasar"), schemas)

    assert [] == [str(problem) for problem in (*loaded.problems, *checks.run(loaded, tanggal))]


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_bad_data_is_reported_at_its_place_with_its_words(case: Path, schemas: Schemas, tanggal: date) -> None:
    """All problems, no more and no less."""
    assert expected_of(case) == [dataclasses.asdict(problem) for problem in problems_of(case, schemas, tanggal)]


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_good_data_at_the_edge_of_a_rule_is_accepted(case: Path, schemas: Schemas, tanggal: date) -> None:
    """No problem at all."""
    assert [] == [str(problem) for problem in problems_of(case, schemas, tanggal)]


@pytest.mark.parametrize("rule", sorted(BYTES))
def test_bytes_that_are_no_text_are_refused_at_their_place(rule: str, schemas: Schemas) -> None:
    """Size, encoding, byte-order mark."""
    data, place = BYTES[rule]
    loaded = load({"data/portal.yaml": data}, schemas)

    assert [(rule, *place)] == [(p.aturan, p.baris, p.kolom) for p in loaded.problems if p.berkas == "data/portal.yaml"]


def test_every_rule_has_a_case(schemas: Schemas, tanggal: date) -> None:
    """A check or a strict rule without a bad case has never been seen to fire."""
    checks.run(load(read_sources(KASUS / "dasar"), schemas), tanggal)
    fired = {row["aturan"] for case in BAD for row in expected_of(case)} | set(BYTES)

    assert set() == {*(check.aturan for check in checks.CHECKS), *STRICT} - fired
