"""Every figure of a view, found wherever it stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from kinerja.summary.angka import Angka


def collect(view: object) -> Iterator[Angka]:
    """Each `Angka` inside `view` once, in the order of its fields.

    Walks dataclasses, mappings, tuples, lists and sets; what else it meets has no figures. Raises ValueError
    where two different figures have one id: a receipt must lead to one figure.
    """
    seen: dict[str, Angka] = {}
    for angka in _walk(view):
        known = seen.setdefault(angka.id, angka)
        if known is angka:
            yield angka
        elif known != angka:
            raise ValueError(f"two different figures have the id {angka.id}")


def _walk(part: object) -> Iterator[Angka]:
    if isinstance(part, Angka):
        yield part
    elif isinstance(part, Mapping):
        for value in part.values():
            yield from _walk(value)
    elif isinstance(part, tuple | list | set | frozenset):
        for value in part:
            yield from _walk(value)
    elif is_dataclass(part) and not isinstance(part, type):
        for one in fields(part):
            yield from _walk(getattr(part, one.name))
