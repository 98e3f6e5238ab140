"""checks.registry: each rule says what it asks for, and a broken one never stops the others."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kinerja import checks
from kinerja.checks.walk import parts
from kinerja.load.repository import Loaded, load, read_sources
from kinerja.load.schema import Schemas
from kinerja.model.dokumen import Rujukan
from kinerja.model.repository import Repository, documents, without_contoh

DASAR = Path(__file__).parent / "kasus" / "dasar"


@pytest.mark.parametrize("check", checks.registered(), ids=lambda c: f"{c.aturan}-{c.noun.__name__}")
def test_a_rule_has_a_name_and_a_sentence(check: checks.Check) -> None:
    """The name stands in messages, the sentence in the documentation."""
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.aturan)
    assert re.fullmatch(r"[A-Z].{20,}\.", check.rule)


def test_a_rule_stands_once_for_a_noun() -> None:
    """A second function under one name may only add a part of the rule."""
    pairs = [(check.aturan, check.noun, check.rule) for check in checks.registered()]

    assert len(set(pairs)) == len(pairs)


def test_one_name_has_one_weight() -> None:
    """A rule is an error or a warning, not both."""
    weights = {(check.aturan, check.tingkat) for check in checks.registered()}

    assert len({aturan for aturan, _ in weights}) == len(weights)


def test_the_official_part_alone_has_no_problem_either(repo: Repository, loaded: Loaded, tanggal: date) -> None:
    """`bangun --resmi` drops the examples: nothing official may need them."""
    assert () == checks.run(replace(loaded, repository=without_contoh(repo)), tanggal)


def test_findings_are_sorted_and_each_stands_once(schemas: Schemas, tanggal: date) -> None:
    """Two runs print the same."""
    sources = read_sources(DASAR)
    sources["data/jabatan/semua-asn.yaml"] = (
        b"status: resmi\nnama: Semua ASN\nuraian: Prilaku diatas ekspektasi, prilaku dibawah ekspektasi.\n"
        b"kriteria:\n  - tidak-ada\n  - semua-asn\n"
    )
    problems = checks.run(load(sources, schemas), tanggal)

    assert [(3, "ejaan"), (3, "ejaan"), (3, "ejaan"), (5, "rujukan-kriteria")] == [
        (p.baris, p.aturan) for p in problems
    ]


def test_parts_reach_every_reference(loaded: Loaded, repo: Repository) -> None:
    """The walk over a document meets each `peraturan:` that stands in its file."""
    walked = {d.berkas: sum(isinstance(part, Rujukan) for _, part in parts(d)) for d in documents(repo)}

    assert {berkas: data.count(b" peraturan: ") for berkas, data in loaded.sources.items()} == walked
