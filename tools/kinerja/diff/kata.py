"""Places and values of data/ in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from kinerja.diff.padan import Jalan
from kinerja.diff.pohon import leaves
from kinerja.numbers import MINUS, exact, id_date, id_number

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?|-?\d+/[1-9]\d*")
_NAMES = ("nama", "judul", "bunyi", "id", "periode", "kode", "peraturan", "hari", "predikat_organisasi", "indikator",
          "perangkat_daerah", "jabatan", "golongan", "wilayah")  # fmt: skip
# Digits that are a name, not an amount.
_NAMELIKE = frozenset({"periode", "nomor", "id", "slug", "tahun", "telepon", "kode_kemendagri", "kode_bps", "kode"})
_SHARES = frozenset({"target", "minimal", "maksimal", "lebih_dari"})
_LONGEST_VALUE = 40
NOTHING = "tidak ada"
_SAID = {"jangkar": "gambaran tingkat", "bawah": "batas bawah", "sk": "surat keputusan"}


def words_of(key: str) -> str:
    """A key as it is said: `berlaku_mulai` is `berlaku mulai`."""
    return _SAID.get(key, key.replace("_", " ").replace("-", " "))


def capital(kata: str) -> str:
    """The beginning of a sentence."""
    return kata[:1].upper() + kata[1:]


def quoted(kata: str) -> str:
    """A name that stands in a sentence."""
    return f"“{kata}”"


def name_of(item: Any) -> str:
    """What an item of a list is called: by its name, its date, or its id; empty where it has none of them."""
    if not isinstance(item, dict):
        return ""
    if "nama" not in item and isinstance(item.get("berlaku_mulai"), str):
        return f"mulai {value_of('berlaku_mulai', item['berlaku_mulai'])}"
    found = (item[key] for key in _NAMES if isinstance(item.get(key), str))
    return next(found, "")


def items_on(pohon: Any, jalan: Jalan) -> Iterator[tuple[int, str, Any]]:
    """The items of lists on the way to a place: how deep, the name of their list, and the item."""
    part = pohon
    for depth, key in enumerate(jalan):
        part = part[key]
        if isinstance(key, int) and isinstance(part, dict):
            yield depth + 1, words_of(str(jalan[depth - 1])), part


def place_of(pohon: Any, jalan: Jalan, whole: str) -> str:
    """The items around a place, the nearest first: `pita Baik, versi mulai 1 Januari 2017`; `whole` without any."""
    found = [(list_, item) for _, list_, item in items_on(pohon, jalan)]
    # The name of an indicator is enough; a band is nothing without its version.
    if found and found[-1][0] == "indikator":
        found = found[-1:]
    return ", ".join(f"{list_} {_called(item)}".strip() for list_, item in reversed(found)) or whole


def _called(item: Any) -> str:
    """A name that is a sentence of its own stands in quotes."""
    name = name_of(item).rstrip(".")
    return quoted(name) if any(sign in name for sign in ",;.:") else name


def part_of(pohon: Any, jalan: Jalan) -> str:
    """The part of its item that a place is: `bobot`, `persetujuan tanggal`, `gambaran tingkat Kurang`."""
    depth = max((depth for depth, _, _ in items_on(pohon, jalan)), default=0)
    keys = [key for key in jalan[depth:] if isinstance(key, str)]
    if len(keys) == 2 and keys[0] == "jangkar":
        return f"gambaran tingkat {_level(pohon, keys[1])}"
    return " ".join(map(words_of, keys))


def _level(pohon: Any, id_: str) -> str:
    levels = pohon.get("tingkat", ()) if isinstance(pohon, dict) else ()
    named = {level["id"]: name_of(level) for level in levels if isinstance(level, dict) and "id" in level}
    return named.get(id_, id_)


def number_of(key: str, nilai: Any) -> Fraction | None:
    """The amount that a value states; None where it is a text or a name."""
    if isinstance(nilai, bool) or key in _NAMELIKE:
        return None
    if isinstance(nilai, int):
        return Fraction(nilai)
    return exact(nilai) if isinstance(nilai, str) and _NUMBER.fullmatch(nilai) else None


def value_of(key: str, nilai: Any) -> str:
    """A scalar in words."""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, str) and _DATE.fullmatch(nilai):
        try:
            return id_date(date.fromisoformat(nilai))
        except ValueError:
            return nilai
    number = number_of(key, nilai)
    if number is None:
        return str(nilai)
    if key in _SHARES:
        return f"{amount(number * 100)}%"
    return nilai.replace(".", ",") if isinstance(nilai, str) else amount(number)


def step_of(key: str, lama: Any, baru: Any) -> str:
    """By how much an amount changed: ` (+5)`; empty where it is none."""
    old, new = number_of(key, lama), number_of(key, baru)
    if old is None or new is None:
        return ""
    step, unit = (new - old, "") if key not in _SHARES else ((new - old) * 100, " poin")
    return f" ({'+' if step > 0 else MINUS if step < 0 else ''}{amount(abs(step))}{unit})"


def amount(number: Fraction) -> str:
    """A number with a decimal comma where few decimals hold it exactly, otherwise as a fraction."""
    for places in range(4):
        if (number * 10**places).denominator == 1:
            return id_number(number, places)
    return id_number(number)


def is_short(nilai: Any) -> bool:
    """Whether a value can stand in a sentence: an amount, a date, a choice, one word."""
    return not isinstance(nilai, str) or (len(nilai) <= _LONGEST_VALUE and " " not in nilai)


def content_of(nilai: Any) -> str:
    """Everything in a part, in one line."""
    if not nilai and isinstance(nilai, dict | list):
        return NOTHING
    if isinstance(nilai, dict):
        return "; ".join(_entry(jalan, value) for jalan, value in leaves(nilai))
    if isinstance(nilai, list):
        return "; ".join(content_of(item) for item in nilai)
    return value_of("", nilai)


def _entry(jalan: Jalan, nilai: Any) -> str:
    keys = [str(key) for key in jalan if isinstance(key, str)]
    value = NOTHING if isinstance(nilai, dict | list) else value_of(keys[-1] if keys else "", nilai).rstrip(".")
    return f"{' '.join(map(words_of, keys))}: {value}" if keys else value
