"""From plain values that fit their schema to the frozen dataclasses of the model, driven by the type hints."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from kinerja.model.dokumen import Dokumen
from kinerja.numbers import exact
from kinerja.problems import Finding, Kunci

T = TypeVar("T", bound=Dokumen)
Converter = Callable[[Any, Kunci, list[Finding]], Any]


def build(kind: type[T], value: Mapping[str, Any], berkas: str) -> tuple[T | None, list[Finding]]:
    """The document of `kind`, or None and the reasons that no schema can see (a date that does not exist)."""
    findings: list[Finding] = []
    fields = {"berkas": berkas, **_fields(kind, value, (), findings)}
    return (None if findings else kind(**fields)), findings


def _fields(kind: type, value: Mapping[str, Any], at: Kunci, findings: list[Finding]) -> dict[str, Any]:
    converters = _converters(kind)
    return {key: converters[key](part, (*at, key), findings) for key, part in value.items()}


@cache
def _converters(kind: type) -> dict[str, Converter]:
    hints = typing.get_type_hints(kind)
    return {field.name: _converter(hints[field.name]) for field in dataclasses.fields(kind)}


def _converter(hint: Any) -> Converter:
    origin = typing.get_origin(hint)
    if origin is types.UnionType or origin is typing.Union:
        (hint,) = (part for part in typing.get_args(hint) if part is not types.NoneType)
        return _converter(hint)
    if origin is tuple:
        return _items(_converter(typing.get_args(hint)[0]))
    if origin is not None and origin is not typing.Literal:
        return _mapping(_converter(typing.get_args(hint)[1]))
    if dataclasses.is_dataclass(hint):
        return _part(typing.cast(type, hint))
    return {date: _date, Decimal: _decimal, Fraction: _fraction}.get(hint, _same)


def _part(kind: type) -> Converter:
    def part(value: Any, at: Kunci, findings: list[Finding]) -> Any:
        return kind(**_fields(kind, value, at, findings))

    return part


def _same(value: Any, at: Kunci, findings: list[Finding]) -> Any:
    return _freeze(value) if isinstance(value, dict | list) else value


def _freeze(value: Any) -> Any:
    if isinstance(value, dict):
        return MappingProxyType({key: _freeze(part) for key, part in value.items()})
    return tuple(map(_freeze, value)) if isinstance(value, list) else value


def _items(convert: Converter) -> Converter:
    def items(value: Any, at: Kunci, findings: list[Finding]) -> Any:
        return tuple(convert(part, (*at, i), findings) for i, part in enumerate(value))

    return items


def _mapping(convert: Converter) -> Converter:
    def mapping(value: Any, at: Kunci, findings: list[Finding]) -> Any:
        return MappingProxyType({key: convert(part, (*at, key), findings) for key, part in value.items()})

    return mapping


def _date(value: Any, at: Kunci, findings: list[Finding]) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        saran = "Periksa jumlah hari pada bulan itu."
        findings.append(Finding(at, "tanggal ini tidak ada di kalender", saran))
        return None


def _decimal(value: Any, at: Kunci, findings: list[Finding]) -> Decimal:
    return Decimal(value)


def _fraction(value: Any, at: Kunci, findings: list[Finding]) -> Fraction:
    return exact(value)
