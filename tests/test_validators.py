"""jsonschema-rs gives the verdict, jsonschema and we the words: they must never differ on what is valid."""

from __future__ import annotations

import dataclasses
import json
import random
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from kinerja.load import strict
from kinerja.load.schema import Schemas, noun_of

ROOT = Path(__file__).resolve().parent.parent
PATHS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "data").rglob("*.yaml"))
SCHEMAS = Schemas.read(ROOT / "schemas")
MUTANTS = 12

each_file = pytest.mark.parametrize("berkas", PATHS)


@cache
def slow(noun: str) -> Any:
    """jsonschema's validator of a noun, made here and not by the loader."""
    # To Python's `re`, `$` fits before a last newline too; JSON Schema means the very end.
    texts = {path: path.read_text("utf-8") for path in (ROOT / "schemas").rglob("*.json")}
    schemas = {path: json.loads(text.replace('$"', r'\\Z"')) for path, text in texts.items()}
    resources = {path.as_uri(): {**schema, "$id": path.as_uri()} for path, schema in schemas.items()}
    registry: Any = Registry().with_resources((u, DRAFT202012.create_resource(s)) for u, s in resources.items())
    return Draft202012Validator(resources[(ROOT / f"schemas/{noun}.schema.json").as_uri()], registry=registry)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container inside a value with each of its keys or indices."""
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from places(value[key])


STRANGE = (
    "", " ", "-", "0", "-0", "01", "1/0", "1.", "1e3", "²", "١", "Ä", "A b", "a--b", "a\nb", "a\n", "\n", "a\u00a0",
    "2026-02-31", "2026-13-01", "2026-01-01 ", "2026-s3", "http://", "https://a b", "HTTPS://A/", "x" * 9000,
    "\U0001f600" * 2000, "resmi", "baik", 0, 1, -1, 1944, 2101, 10**15, True, False, None, [], {}, [""], {"a": "b"},
)  # fmt: skip


def mutate(value: Any, chance: random.Random) -> Any:
    """A copy with one place changed: replaced, lengthened, removed, doubled, or with a key that no one knows."""
    copy = deepcopy(value)
    container, key = chance.choice(list(places(copy)))
    match chance.randrange(6):
        case 0 | 1:
            container[key] = chance.choice(STRANGE)
        case 2:
            text = str(container[key])
            container[key] = chance.choice([text + "\n", text + " ", " " + text, text.upper(), text[:-1], text * 2])
        case 3:
            del container[key]
        case 4 if isinstance(container, list):
            container.append(deepcopy(container[key]))
        case _ if isinstance(container, dict):
            container[chance.choice(["tidak_dikenal", "nama", "catatan", "jumlah"])] = chance.choice(STRANGE)
    return copy


@each_file
def test_the_fast_and_the_slow_validator_agree(berkas: str) -> None:
    """On each file, and on copies of it with one change, the same each time."""
    noun = noun_of(berkas, SCHEMAS.by_noun) or ""
    chance = random.Random(berkas)
    value = strict.parse((ROOT / berkas).read_bytes(), berkas).value
    candidates = [value, *(mutate(value, chance) for _ in range(MUTANTS))]

    differ = [c for c in candidates if SCHEMAS.is_valid(noun, c) != slow(noun).is_valid(c)]

    assert [] == differ


@each_file
def test_what_does_not_fit_its_schema_is_always_put_into_words(berkas: str) -> None:
    """A file is never refused without a reason, nor let through because no reason was found."""
    noun = noun_of(berkas, SCHEMAS.by_noun) or ""
    chance = random.Random(berkas)
    document = strict.parse((ROOT / berkas).read_bytes(), berkas)
    mutants = [dataclasses.replace(document, value=mutate(document.value, chance)) for _ in range(MUTANTS)]

    found = {index: SCHEMAS.check(noun, mutant, berkas) for index, mutant in enumerate(mutants)}

    assert [] == [m.value for i, m in enumerate(mutants) if SCHEMAS.is_valid(noun, m.value) == bool(found[i])]
    assert [] == [problem for problems in found.values() for problem in problems if not problem.saran]
