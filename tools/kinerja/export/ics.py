"""A calendar in the form of RFC 5545 (iCalendar): the same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from kinerja.export.atom import JAM

OKTET = 75  # the longest line that RFC 5545 allows, without its end


@dataclass(frozen=True, slots=True, kw_only=True)
class Acara:
    """Whole days from `mulai` to `selesai`, both included; without `selesai` only the first day is shown.

    `alamat` is the place in the site that tells about it, and its identity.
    """

    alamat: str
    judul: str
    uraian: str
    golongan: str
    mulai: date
    selesai: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Almanak:
    """A calendar. `kode` tells the portals of two cities apart; `tanggal` is the date as of which it is true."""

    kode: str
    judul: str
    penerbit: str
    zona_waktu: str
    tanggal: date
    acara: tuple[Acara, ...]


def calendar(almanak: Almanak, situs: str | None) -> bytes:
    """The calendar as a file, events in their order. Without `situs` they have no address."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_text(almanak.penerbit)}//{_text(almanak.judul)}//ID",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(almanak.judul)}",
        *(line for acara in almanak.acara for line in _event(acara, almanak, situs)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(acara: Acara, almanak: Almanak, situs: str | None) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(NAMESPACE_URL, f'{almanak.kode}/{acara.alamat}')}"
    yield f"DTSTAMP:{_moment(almanak.tanggal, almanak.zona_waktu)}"
    yield f"DTSTART;VALUE=DATE:{acara.mulai:%Y%m%d}"
    if acara.selesai:
        # The end of whole days is the day after the last one.
        yield f"DTEND;VALUE=DATE:{acara.selesai + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(acara.judul)}"
    yield f"DESCRIPTION:{_text(acara.uraian)}"
    yield f"CATEGORIES:{_text(acara.golongan)}"
    if situs:
        yield f"URL:{situs.rstrip('/')}/{acara.alamat}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(value: str) -> str:
    """A value with what RFC 5545 gives a meaning escaped."""
    for sign in ("\\", ";", ","):
        value = value.replace(sign, f"\\{sign}")
    return "\\n".join(value.splitlines())


def _folded(line: str) -> Iterator[str]:
    """A content line in pieces of at most 75 octets, never within a character; each later one starts with a space."""
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > OKTET:
            yield piece
            piece, size = " ", 1
        piece, size = piece + character, size + octets
    yield piece


def _moment(tanggal: date, zona_waktu: str) -> str:
    """Midnight of a day of the portal, in universal time."""
    local = datetime.fromisoformat(f"{tanggal.isoformat()}T00:00:00{JAM[zona_waktu]}")
    return f"{local.astimezone(UTC):%Y%m%dT%H%M%SZ}"
