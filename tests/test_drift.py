"""What is written twice must say the same: schemas, dataclasses, data, glossary, README, components."""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kinerja.cli import COMMANDS
from kinerja.load import strict
from kinerja.load.repository import Loaded
from kinerja.load.schema import Schemas, noun_of
from kinerja.model.repository import NOUNS, Repository

ROOT = Path(__file__).resolve().parent.parent
SHARED_PARTS = "bagian"
PATHS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "data").rglob("*.yaml"))
SCHEMAS = Schemas.read(ROOT / "schemas")
COMPONENTS = sorted(path.stem for path in (ROOT / "theme/templates/komponen").glob("*.html"))
WORDS = ("title", "description", "x-pesan")

each_file = pytest.mark.parametrize("berkas", PATHS)


# Schemas and dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    """A dataclass and the schema of the same mapping; `where` is the path of keys to it."""

    where: str
    kind: type
    schema: Mapping[str, Any]
    properties: Mapping[str, Mapping[str, Any]]


def pairs(noun: str, kind: type, at: tuple[str | int, ...] = ()) -> Iterator[Pair]:
    """The pair at `at`, and those inside it."""
    schema = SCHEMAS.describe(noun, at)
    properties = {key: SCHEMAS.describe(noun, (*at, key)) for key in schema["properties"]}
    yield Pair(".".join([noun, *map(str, at)]), kind, schema, properties)
    for name, hint in fields(kind).items():
        inner: tuple[str | int, ...] = (*at, name)
        while typing.get_origin(hint) is tuple:
            hint, inner = typing.get_args(hint)[0], (*inner, 0)
        if dataclasses.is_dataclass(hint):
            yield from pairs(noun, typing.cast(type, hint), inner)


def fields(kind: type) -> dict[str, Any]:
    """What may stand in the file, with the type it gets: `X | None` counts as X."""
    hints = typing.get_type_hints(kind)
    return {f.name: _present(hints[f.name]) for f in dataclasses.fields(kind) if f.name != "berkas"}


def _present(hint: Any) -> Any:
    if typing.get_origin(hint) not in (types.UnionType, typing.Union):
        return hint
    (present,) = (part for part in typing.get_args(hint) if part is not types.NoneType)
    return present


def required(kind: type) -> set[str]:
    """The fields without a default."""
    missing = dataclasses.MISSING
    without = (f for f in dataclasses.fields(kind) if f.default is missing and f.default_factory is missing)
    return {f.name for f in without} - {"berkas"}


@cache
def shared(name: str) -> Any:
    """The pattern of a shared part."""
    return SCHEMAS.by_noun[SHARED_PARTS]["$defs"][name]["pattern"]


def fits(hint: Any, schema: Mapping[str, Any]) -> bool:
    """Whether every value that the schema lets through can become what the dataclass holds."""
    origin = typing.get_origin(hint)
    if origin is typing.Literal:
        return set(schema.get("enum", ())) == set(typing.get_args(hint))
    if origin is tuple:
        return schema["type"] == "array"
    if origin is not None or dataclasses.is_dataclass(hint):
        return schema["type"] == "object"
    text = {date: {"tanggal"}, Decimal: {"desimal"}, Fraction: {"desimal", "pecahan"}}.get(hint)
    if text:
        return schema["type"] == "string" and schema.get("pattern") in map(shared, text)
    return {str: "string", int: "integer", bool: "boolean"}[hint] == schema["type"]


NOUN_SCHEMAS = [noun for noun in SCHEMAS.by_noun if noun != SHARED_PARTS]
PAIRS = [
    pair
    for noun in NOUN_SCHEMAS
    for pair in pairs(noun, NOUNS[noun_of(f"data/{noun}.yaml", NOUNS) or f"no noun for the schema {noun}"])
]
each_pair = pytest.mark.parametrize("pair", PAIRS, ids=[pair.where for pair in PAIRS])


@each_pair
def test_a_schema_has_the_properties_of_its_dataclass(pair: Pair) -> None:
    """No key can be written that the model would not hold, and no field is unreachable."""
    assert set(fields(pair.kind)) == set(pair.properties)


@each_pair
def test_a_schema_requires_what_has_no_default(pair: Pair) -> None:
    """So a valid file can always be built."""
    assert required(pair.kind) == set(pair.schema.get("required", ()))


@each_pair
def test_a_schema_lets_through_what_the_field_can_hold(pair: Pair) -> None:
    """Types agree, and the choices of an `enum` are those of the `Literal`, alone or in a list."""
    mismatched = []
    for name, hint in fields(pair.kind).items():
        schema = pair.properties[name]
        if typing.get_origin(hint) is tuple and typing.get_origin(typing.get_args(hint)[0]) is typing.Literal:
            hint, schema = typing.get_args(hint)[0], schema["items"]
        if not fits(hint, schema):
            mismatched.append(name)

    assert [] == mismatched


# The words of the schemas


def properties_in(schema: Any, where: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every property of a schema and of the schemas inside it, with its path."""
    if isinstance(schema, list):
        for part in schema:
            yield from properties_in(part, where)
    if not isinstance(schema, dict):
        return
    for keyword, value in schema.items():
        if keyword in ("properties", "patternProperties", "$defs"):
            for key, part in value.items():
                if keyword != "$defs":
                    yield f"{where}.{key}", part
                yield from properties_in(part, f"{where}.{key}")
        elif keyword not in ("enum", "const", "examples", "default"):
            yield from properties_in(value, where)


def objects_in(schema: Any, where: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every schema of a mapping."""
    if isinstance(schema, dict):
        if schema.get("type") == "object" or "properties" in schema:
            yield where, schema
        for keyword, value in schema.items():
            yield from objects_in(value, f"{where}.{keyword}")


@pytest.mark.parametrize("noun", SCHEMAS.by_noun)
def test_every_property_says_what_it_is_and_what_to_do(noun: str) -> None:
    """title, description and x-pesan: the only documentation of fields, and the advice in messages."""
    silent = [
        f"{where}: {word}"
        for where, schema in properties_in(SCHEMAS.by_noun[noun])
        for word in WORDS
        if not str(schema.get(word, "")).strip()
    ]

    assert [] == silent


@pytest.mark.parametrize("noun", SCHEMAS.by_noun)
def test_no_mapping_takes_unknown_keys(noun: str) -> None:
    """A misspelt key is an error, never lost."""
    open_ones = [
        where for where, schema in objects_in(SCHEMAS.by_noun[noun]) if schema.get("additionalProperties") is not False
    ]

    assert [] == open_ones


# Data


@each_file
def test_every_file_of_data_has_a_schema_and_fits_it(berkas: str) -> None:
    """The longest prefix of its path that is the name of a schema."""
    noun = noun_of(berkas, SCHEMAS.by_noun)
    assert noun is not None

    document = strict.parse((ROOT / berkas).read_bytes(), berkas)

    assert () == document.problems
    assert () == SCHEMAS.check(noun, document, berkas)


def test_everything_under_data_is_known(loaded: Loaded) -> None:
    """Files of other kinds too: nothing lies in data/ that no one reads."""
    assert () == loaded.problems


def enums_in(schema: Any) -> Iterator[Any]:
    """Every value of every `enum`."""
    if isinstance(schema, dict):
        yield from schema.get("enum", ()) if isinstance(schema.get("enum"), list) else ()
        for value in schema.values():
            yield from enums_in(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from enums_in(value)


@pytest.mark.parametrize("noun", [noun for noun in SCHEMAS.by_noun if any(enums_in(SCHEMAS.by_noun[noun]))])
def test_every_choice_of_a_schema_is_explained_in_the_glossary(noun: str, repo: Repository) -> None:
    """As the id of a term, or in a term's list `kode`."""
    explained = {code for term in repo.kamus.istilah for code in (term.id, *term.kode)}

    assert [] == sorted(set(enums_in(SCHEMAS.by_noun[noun])) - explained)


# Documentation


def test_the_readme_names_every_command_and_no_other(root: Path) -> None:
    """`kinerja <name>`, as it is typed."""
    named = set(re.findall(r"\bkinerja ([a-z]+)", " ".join(re.findall(r"`[^`]+`", (root / "README.md").read_text()))))

    assert set(COMMANDS) == named


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_component_can_be_called_and_has_an_example(name: str, root: Path) -> None:
    """A macro of a file under komponen/ is named in komponen.html and shown in galeri.html."""
    templates = root / "theme/templates"
    macros = re.findall(r"{%-? *macro ([a-z]\w*)\(", (templates / f"komponen/{name}.html").read_text("utf-8"))
    gallery, names = ((templates / f"{page}.html").read_text("utf-8") for page in ("galeri", "komponen"))

    assert macros
    assert [] == [macro for macro in macros if not re.search(rf"\bk\.{macro}\(", gallery)]
    assert [] == [macro for macro in macros if f"set {macro} =" not in names]
