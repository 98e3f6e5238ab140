"""The input of a worked example is read by key, each value in the form that its rule needs.

Source: none; schemas/perhitungan/ describes the keys of each rule.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from kinerja.numbers import exact
from kinerja.problems import Kunci
from kinerja.rules.errors import UnusableInput

_Word = TypeVar("_Word", bound=str)
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Masukan:
    """Values as they stand in YAML, with the path of keys that leads to them."""

    values: Mapping[str, object]
    at: Kunci = ("masukan",)

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self.values

    def whole(self, key: str) -> int:
        """A whole number."""
        value = self._get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._error(key, "tulis bilangan bulat")
        return value

    def text(self, key: str) -> str:
        """A text."""
        value = self._get(key)
        if not isinstance(value, str):
            raise self._error(key, "tulis teks")
        return value

    def word(self, key: str, allowed: Sequence[_Word]) -> _Word:
        """One of the allowed words."""
        value = self._get(key)
        for word in allowed:
            if value == word:
                return word
        raise self._error(key, f"tulis salah satu dari: {', '.join(allowed)}")

    def fraction(self, key: str) -> Fraction:
        """A decimal or a fraction written as text."""
        try:
            return exact(self.text(key))
        except ValueError as error:
            raise self._error(key, "tulis angka dalam tanda kutip, desimal atau pecahan") from error

    def decimal(self, key: str) -> Decimal:
        """A decimal written as text, with its own decimals."""
        self.fraction(key)
        if "/" in self.text(key):
            raise self._error(key, "tulis desimal, bukan pecahan")
        return Decimal(self.text(key))

    def day(self, key: str) -> date:
        """A date, written year-month-day."""
        value = self._get(key)
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(self.text(key))
        except ValueError as error:
            raise self._error(key, "tulis tanggal sebagai tahun-bulan-hari") from error

    def moment(self, key: str) -> datetime:
        """A day and a time, written year-month-day hour:minute."""
        try:
            return datetime.strptime(self.text(key), "%Y-%m-%d %H:%M")
        except ValueError as error:
            raise self._error(key, "tulis tanggal dan jam, misalnya 2026-03-02 10:00") from error

    def clock(self, key: str) -> time:
        """A time of day, written hour:minute."""
        try:
            return datetime.strptime(self.text(key), "%H:%M").time()
        except ValueError as error:
            raise self._error(key, "tulis jam, misalnya 15:00") from error

    def several(self, key: str, read: Callable[[Masukan, str], _Value]) -> tuple[_Value, ...]:
        """The values of a list, each read as `read` reads the value of a key: `several("n", Masukan.whole)`."""
        values = self._get(key)
        if not isinstance(values, list | tuple):
            raise self._error(key, "tulis daftar")
        items = Masukan({str(i): value for i, value in enumerate(values)}, (*self.at, key))
        return tuple(read(items, str(i)) for i in range(len(values)))

    def part(self, key: str) -> Masukan:
        """The mapping under a key."""
        value = self._get(key)
        if not isinstance(value, Mapping):
            raise self._error(key, "tulis beberapa kunci di bawah kunci ini")
        return Masukan(value, (*self.at, key))

    def _get(self, key: str) -> object:
        if key not in self.values:
            raise self._error(key, "kunci ini belum ada")
        return self.values[key]

    def _error(self, key: str, pesan: str) -> UnusableInput:
        return UnusableInput((*self.at, key), pesan)
