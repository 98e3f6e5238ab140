"""Dates as people write them → SQL that reads them; the order of day and month by all rows of a column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kinerja.numbers import BULAN, HARI

if TYPE_CHECKING:
    import duckdb

Urutan = Literal["hbt", "bht", "tbh"]
NAMA_URUTAN: Mapping[Urutan, str] = {
    "hbt": "hari-bulan-tahun",
    "bht": "bulan-hari-tahun",
    "tbh": "tahun-bulan-hari",
}
EARLIEST = 1900
_ORDERS: tuple[Urutan, Urutan] = ("hbt", "bht")

_ENGLISH = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December")  # fmt: skip
_NAMES = [(name.lower(), n) for names in (_ENGLISH, BULAN) for n, name in enumerate(names, 1)]
_MONTHS = {
    **dict(_NAMES), **{name[:3]: n for name, n in _NAMES},
    "agt": 8, "ags": 8, "sept": 9, "nop": 11, "nopember": 11, "peb": 2, "pebruari": 2,
}  # fmt: skip
_WEEKDAYS = "|".join(
    (*HARI, "Jum'at", "Ahad", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
)
# The shape of a cell: its text with every digit as 9.
_TIME = (
    r"(?P<time>(?P<gap> |T|, | pukul )9{1,2}(?P<colon>[:.])99"
    r"(?P<seconds>(?P=colon)99(?P<part>\.9{1,6})?)?(?P<half> ?[AaPp][Mm])?)?"
)
_ISO = re.compile(rf"9{{4}}(?P<sign>[-/.])9{{1,2}}(?P=sign)9{{1,2}}{_TIME}")
_NUMERIC = re.compile(rf"9{{1,2}}(?P<sign>[-/.])9{{1,2}}(?P=sign)9{{4}}{_TIME}")
_WORDED = re.compile(
    rf"(?P<weekday>(?i:{_WEEKDAYS}),? )?9{{1,2}}(?P<sign>[- ])(?P<month>[A-Za-z]+)\.?(?P=sign)9{{4}}{_TIME}"
)


@dataclass(frozen=True, slots=True)
class Bentuk:
    """The forms of one column. `tetap`: formats whose order is certain (`iso`: the year first among them); `angka`:
    those of numbers only, with {0} and {1} for day and month; `kata`: words to put numbers for; `jam`: whether with the
    time of day, without, or (None) both."""

    tetap: tuple[str, ...]
    angka: tuple[str, ...]
    kata: tuple[tuple[str, str], ...]
    jam: bool | None
    iso: bool

    def sql(self, column: str, urutan: Urutan) -> str:
        """The time of a cell, NULL where it has none of the forms; a year of two digits is none."""
        formats = [*self.tetap, *self.numeric(urutan)]
        if not formats:
            return "NULL::TIMESTAMP"
        cell = column
        for old, new in self.kata:
            cell = f"replace({cell}, {_quoted(old)}, {_quoted(new)})"
        return f"try_strptime({cell}, {_listed(formats)})"

    def numeric(self, urutan: Urutan) -> list[str]:
        """The formats of numbers only in one order; the year first is no order of theirs."""
        signs = {"hbt": ("%d", "%m"), "bht": ("%m", "%d")}
        return [form.format(*signs[urutan]) for form in self.angka] if urutan in signs else []

    def has_time(self, column: str) -> str:
        """SQL: whether a cell states the time of day."""
        if self.jam is not None:
            return str(self.jam).upper()
        return rf"regexp_matches({column}, '[ T].*\d[:.]\d\d')"


def forms(shapes: Iterable[str]) -> Bentuk:
    """The forms that these shapes of cells have; a shape that is no date adds nothing."""
    fixed, numeric, words, times, iso = set(), set(), set(), set(), False
    for shape in shapes:
        if match := _ISO.fullmatch(shape):
            fixed.add(_format("%Y{s}%m{s}%d", match))
            iso = True
        elif match := _NUMERIC.fullmatch(shape):
            numeric.add(_format("{{0}}{s}{{1}}{s}%Y", match))
        elif (match := _WORDED.fullmatch(shape)) and (month := _MONTHS.get(match["month"].lower())):
            dot = "." if f"{match['month']}." in shape else ""
            words.add((f"{match['sign']}{match['month']}{dot}{match['sign']}", f"~{month}~"))
            words |= {(match["weekday"], "")} if match["weekday"] else set()
            fixed.add(_format("%d~%m~%Y", match))
        else:
            continue
        times.add(match["time"] is not None)
    jam = times.pop() if len(times) == 1 else None
    return Bentuk(tuple(sorted(fixed)), tuple(sorted(numeric)), tuple(sorted(words)), jam, iso)


def _format(day: str, match: re.Match[str]) -> str:
    text = day.format(s=match["sign"])
    if match["time"] is None:
        return text
    hour = "%I" if match["half"] else "%H"
    seconds = f"{match['colon']}%S{'.%f' if match['part'] else ''}" if match["seconds"] else ""
    half = re.sub("[AaPp][Mm]", "%p", match["half"] or "")
    return f"{text}{match['gap']}{hour}{match['colon']}%M{seconds}{half}"


def shapes(con: duckdb.DuckDBPyConnection, column: str, source: str) -> list[str]:
    """The shapes of a column's cells."""
    rows = con.execute(f"SELECT DISTINCT translate({column}, '012345678', '999999999') FROM {source}")
    return [shape for (shape,) in rows.fetchall()]


def likelier(con: duckdb.DuckDBPyConnection, column: str, bentuk: Bentuk, source: str) -> Urutan:
    """The order in which more of the cells that are only numbers can be read."""
    if not bentuk.angka:
        return "tbh"
    hbt, bht = (f"count(try_strptime({column}, {_listed(bentuk.numeric(order))}))" for order in _ORDERS)
    row = con.execute(f"SELECT {hbt} >= {bht} FROM {source}").fetchone()
    return "hbt" if row is None or row[0] else "bht"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _listed(formats: Iterable[str]) -> str:
    return "[" + ", ".join(map(_quoted, formats)) + "]"
