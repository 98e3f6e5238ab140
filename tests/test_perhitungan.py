"""data/perhitungan/: every worked example on the portal is a test, named by its own sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from kinerja.load.strict import parse
from kinerja.rules.examples import RULES, compute

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "data" / "perhitungan").glob("*.yaml"))


def _read(path: Path) -> dict[str, Any]:
    document = parse(path.read_bytes(), path.name)
    assert document.problems == ()
    value: dict[str, Any] = document.value
    return value


def _schema(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8"))
    return schema


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


EXAMPLES = [(path.stem, contoh) for path in FILES for contoh in _read(path)["contoh"]]


@pytest.mark.parametrize(
    ("rule", "contoh"), [pytest.param(rule, contoh, id=contoh["kasus"]) for rule, contoh in EXAMPLES]
)
def test_example_gives_its_result(rule, contoh, repo):
    """The rule, computed from the input, gives exactly the result that the page shows."""
    hasil = compute(rule, contoh["masukan"], repo.aturan)

    assert contoh["hasil"] == {key: _plain(value) for key, value in hasil.items()}


def test_every_rule_has_a_file_of_examples():
    """A rule without examples is not explained to anyone."""
    assert sorted(RULES) == [path.stem for path in FILES]


def test_every_sentence_is_used_once():
    """A test name and the anchor of a page cannot stand twice."""
    sentences = [contoh["kasus"] for _, contoh in EXAMPLES]

    assert len(sentences) == len(set(sentences))


@pytest.mark.parametrize(("rule", "contoh"), EXAMPLES, ids=range(len(EXAMPLES)))
def test_sentence_of_an_example_is_whole(rule, contoh):
    """It starts with a capital letter and ends with a full stop."""
    assert contoh["kasus"][0].isupper()
    assert contoh["kasus"].endswith(".")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_of_examples_keeps_the_schema_of_its_rule(path):
    """The keys of input and result are typed by the schema of the rule."""
    bagian = Resource.from_contents(_schema("bagian"))
    registry = Registry().with_resource("urn:skema:bagian.schema.json", bagian)
    schema = {"$id": "urn:skema:perhitungan", **_schema(f"perhitungan/{path.stem}")}
    text = json.dumps(schema).replace("../bagian.schema.json", "urn:skema:bagian.schema.json")

    assert [] == list(Draft202012Validator(json.loads(text), registry=registry).iter_errors(_read(path)))
