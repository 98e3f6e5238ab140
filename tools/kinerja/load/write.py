"""A document as the one canonical YAML: keys in the order of the dataclass, defaults left out."""

from __future__ import annotations

import dataclasses
import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kinerja.model.dokumen import Dokumen

WIDTH = 100
# Words that no reader of YAML takes for anything but text, and that need no quotes.
_PLAIN = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9 ,.()/+–-]*")
_OTHER = re.compile(r"(?i:true|false|yes|no|on|off|y|n|null|none|inf|nan)")


def to_yaml(document: Dokumen) -> bytes:
    """The bytes of the file of `document`; the loader reads the same document from them."""
    return ("\n".join(_mapping(_fields(document), 0)) + "\n").encode("utf-8")


def _fields(value: Any) -> dict[str, Any]:
    return {
        field.name: getattr(value, field.name)
        for field in dataclasses.fields(value)
        if field.name != "berkas" and getattr(value, field.name) != field.default
    }


def _mapping(fields: Mapping[str, Any], indent: int) -> Iterator[str]:
    pad = " " * indent
    for key, value in fields.items():
        if isinstance(value, tuple):
            yield f"{pad}{key}:"
            yield from _items(value, indent + 2)
        elif dataclasses.is_dataclass(value) or isinstance(value, Mapping):
            yield f"{pad}{key}:"
            yield from _mapping(value if isinstance(value, Mapping) else _fields(value), indent + 2)
        else:
            yield from _entry(f"{pad}{key}:", value, indent + 2)


def _items(values: tuple[Any, ...], indent: int) -> Iterator[str]:
    pad = " " * indent
    for value in values:
        if dataclasses.is_dataclass(value) or isinstance(value, Mapping):
            first, *rest = _mapping(value if isinstance(value, Mapping) else _fields(value), indent + 2)
            yield f"{pad}- {first[indent + 2 :]}"
            yield from rest
        else:
            yield from _entry(f"{pad}-", value, indent + 2)


def _entry(head: str, value: Any, indent: int) -> Iterator[str]:
    text = scalar(value)
    if isinstance(value, str) and len(head) + len(text) >= WIDTH and " ".join(value.split()) == value:
        yield f"{head} >-"
        pad = " " * indent
        yield from textwrap.wrap(
            value, WIDTH, initial_indent=pad, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False
        )
    else:
        yield f"{head} {text}"


def scalar(value: Any) -> str:
    """One value as it stands in the file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f'"{value:f}"'
    if isinstance(value, Fraction):
        return f'"{_fraction(value)}"'
    if not isinstance(value, str):
        raise TypeError(f"no YAML for {type(value).__name__}")
    plain = _PLAIN.fullmatch(value) and not _OTHER.fullmatch(value) and not value.endswith(" ")
    return value if plain else json.dumps(value, ensure_ascii=False)


def _fraction(value: Fraction) -> str:
    """A decimal where one holds the value, otherwise a fraction."""
    for places in range(1, 7):
        if (value * 10**places).denominator == 1:
            return f"{Decimal(int(value * 10**places)).scaleb(-places):f}"
    return f"{value.numerator}/{value.denominator}"
