"""schemas/ as validators: jsonschema-rs says valid or not, jsonschema finds the places, we find the words."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urljoin

import jsonschema_rs

from kinerja.load.strict import Document
from kinerja.load.text import Place
from kinerja.problems import Kunci, Problem

_BASE = "file:///schemas/"
_SUFFIX = ".schema.json"

Schema = Mapping[str, Any]
Explained = tuple[Place, str, str, str]

JENIS = {
    "string": "teks",
    "integer": "bilangan bulat",
    "boolean": "true atau false",
    "object": "pemetaan (kunci: isi)",
    "array": "daftar (baris diawali -)",
}


def noun_of(berkas: str, known: Iterable[str]) -> str | None:
    """The noun that a file under data/ belongs to: the longest of `known` that starts its path.

    >>> noun_of("data/aturan/pita/sakip.yaml", {"aturan/pita", "aturan/predikat"})
    'aturan/pita'
    """
    path = PurePosixPath(berkas.removeprefix("data/").removesuffix(".yaml"))
    candidates = [str(path), *(str(parent) for parent in path.parents)]
    return next((candidate for candidate in candidates if candidate in known), None)


@dataclass(frozen=True)
class Schemas:
    """Every schema by its noun, and the validators made of them."""

    by_noun: Mapping[str, Schema]
    _fast: dict[str, Any] = field(default_factory=dict, repr=False)

    @classmethod
    def read(cls, folder: Path) -> Schemas:
        """Read schemas/**/*.schema.json. Raises OSError or json.JSONDecodeError where that cannot be done."""
        return cls(
            {
                path.relative_to(folder).as_posix().removesuffix(_SUFFIX): json.loads(path.read_bytes())
                for path in sorted(folder.rglob("*" + _SUFFIX))
            }
        )

    @cached_property
    def _resources(self) -> dict[str, Schema]:
        return {_BASE + noun + _SUFFIX: schema for noun, schema in self.by_noun.items()}

    @cached_property
    def _registry(self) -> Any:
        return jsonschema_rs.Registry([(uri, dict(schema)) for uri, schema in self._resources.items()])

    def is_valid(self, noun: str, value: Any) -> bool:
        """Whether `value` fits the schema of `noun`."""
        validator = self._fast.get(noun)
        if validator is None:
            schema = {**self.by_noun[noun], "$id": _BASE + noun + _SUFFIX}
            validator = jsonschema_rs.Draft202012Validator(schema, registry=self._registry)
            self._fast[noun] = validator
        return bool(validator.is_valid(value))

    def check(self, noun: str, document: Document, berkas: str) -> tuple[Problem, ...]:
        """Every way in which the document misses its schema, each at the place where it must be mended."""
        if self.is_valid(noun, document.value):
            return ()
        found = {
            Problem(berkas, *place, aturan, "galat", pesan, saran)
            for error in self._errors(noun, document.value)
            for place, aturan, pesan, saran in self._explain(noun, error, document)
        }
        return tuple(sorted(found or self._unexplained(noun, document, berkas)))

    def _unexplained(self, noun: str, document: Document, berkas: str) -> Iterator[Problem]:
        """What only jsonschema-rs refuses: to Python's `re`, `$` fits before a last newline too."""
        for error in self._fast[noun].iter_errors(document.value):
            at = tuple(error.instance_path)
            pesan, saran = "bentuk isian ini tidak sesuai", self.describe(noun, at).get("x-pesan", "")
            yield Problem(berkas, *document.place(at), "bentuk-isian", "galat", pesan, saran)

    def _errors(self, noun: str, value: Any) -> Iterator[Any]:
        from jsonschema import Draft202012Validator
        from referencing import Registry
        from referencing.jsonschema import DRAFT202012

        registry: Any = Registry().with_resources(
            (uri, DRAFT202012.create_resource(schema)) for uri, schema in self._resources.items()
        )
        schema = {**self.by_noun[noun], "$id": _BASE + noun + _SUFFIX}
        yield from Draft202012Validator(schema, registry=registry).iter_errors(value)

    # words

    def describe(self, noun: str, at: Kunci) -> Schema:
        """The schema of the place `at`, its own keywords laid over those that it refers to."""
        base = _BASE + noun + _SUFFIX
        schema, base = self._resolve(self._resources[base], base)
        for key in at:
            inner: Any
            if isinstance(key, int):
                inner = schema.get("items", {})
            else:
                named = (*schema.get("patternProperties", {}).values(), schema.get("additionalProperties"))
                inner = schema.get("properties", {}).get(key, named[0])
            schema, base = self._resolve(inner if isinstance(inner, Mapping) else {}, base)
        return schema

    def _resolve(self, schema: Schema, base: str) -> tuple[Schema, str]:
        reference = schema.get("$ref")
        if reference is None:
            return schema, base
        uri, _, pointer = urljoin(base, reference).partition("#")
        target: Any = self._resources[uri]
        for part in pointer.strip("/").split("/"):
            target = target[part] if part else target
        target, base = self._resolve(target, uri)
        own = {key: value for key, value in schema.items() if key != "$ref"}
        return {**target, **own}, base

    def _explain(self, noun: str, error: Any, document: Document) -> Iterator[Explained]:
        at = tuple(error.absolute_path)
        schema = self.describe(noun, at)
        place = document.place(at)
        saran = schema.get("x-pesan", "")
        match error.validator:
            case "required":
                for key in error.validator_value:
                    if key not in error.instance:
                        inner = self.describe(noun, (*at, key))
                        yield place, "kunci-wajib", f"kunci wajib `{key}` belum ada", inner.get("x-pesan", "")
            case "additionalProperties":
                known = list(schema.get("properties", {}))
                forms = list(schema.get("patternProperties", {}))
                for key in error.instance:
                    if key not in known and not any(re.search(form, key) for form in forms):
                        hint = unknown_key_hint(key, [k for k in known if k not in error.instance] or known)
                        where = document.place((*at, key), key=True)
                        yield where, "kunci-tidak-dikenal", "kunci ini tidak dikenal di sini", hint
            case "type":
                wanted = JENIS[error.validator_value]
                yield place, "jenis-isian", f"isian di sini seharusnya {wanted}", saran
            case "enum":
                pesan = f"isian ini bukan salah satu pilihan: {', '.join(map(str, error.validator_value))}"
                yield place, "pilihan", pesan, nearest(error.instance, error.validator_value) or saran
            case "propertyNames":
                bad = document.place((*at, error.instance), key=True)
                yield bad, "kunci-tidak-dikenal", "kunci ini tidak dikenal di sini", saran
            case other:
                aturan, pesan = _limits(other, error)
                yield place, aturan, pesan, saran


def _limits(keyword: str, error: Any) -> tuple[str, str]:
    """Rule and words for the keywords that limit a value without naming it."""
    limit = error.validator_value
    return {
        "pattern": ("bentuk-isian", "bentuk isian ini tidak sesuai"),
        "minLength": ("panjang-isian", "isian ini terlalu pendek"),
        "maxLength": ("panjang-isian", f"isian ini lebih panjang dari {limit} huruf"),
        "minItems": ("jumlah-isian", f"daftar ini paling sedikit berisi {limit} butir"),
        "maxItems": ("jumlah-isian", f"daftar ini paling banyak berisi {limit} butir"),
        "minProperties": ("jumlah-isian", f"bagian ini paling sedikit berisi {limit} kunci"),
        "uniqueItems": ("isian-ganda", "ada butir daftar yang tertulis dua kali"),
        "minimum": ("batas-isian", f"angka ini kurang dari {limit}"),
        "maximum": ("batas-isian", f"angka ini lebih dari {limit}"),
        "const": ("pilihan", f"isian di sini harus {limit}"),
    }.get(keyword, ("bentuk-isian", "isian ini tidak sesuai bentuknya"))


def unknown_key_hint(key: str, known: Iterable[str]) -> str:
    """What an unknown key was perhaps meant to be. Names known keys only, never the unknown one."""
    known = list(known)
    close = difflib.get_close_matches(key.lower().replace(" ", "_"), known, n=1, cutoff=0.6)
    if close:
        return f"Barangkali maksudnya `{close[0]}`?"
    return f"Kunci yang dikenal di sini: {', '.join(known)}." if known else "Hapus kunci ini."


def nearest(text: Any, choices: Iterable[Any]) -> str:
    """A hint at the nearest choice; empty where none is near."""
    words = [str(choice) for choice in choices]
    wanted = str(text).strip().lower().replace(" ", "-").replace("_", "-")
    close = difflib.get_close_matches(wanted, words, n=1, cutoff=0.6)
    return f"Barangkali maksudnya `{close[0]}`?" if close else ""
