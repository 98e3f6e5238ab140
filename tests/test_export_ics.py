"""export.ics: a calendar that programs of others read (RFC 5545)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.export.ics import Acara, Almanak, calendar

RAPAT = Acara(
    alamat="kalender.html#2026-rapat", judul="Rapat", uraian="Uraian", golongan="Penilaian",
    mulai=date(2026, 12, 31), selesai=date(2026, 12, 31),
)  # fmt: skip
ALMANAK = Almanak(
    kode="00.00", judul="Kalender", penerbit="Pemerintah Kota Contoh", zona_waktu="WITA", tanggal=date(2026, 11, 24),
    acara=(RAPAT,),
)  # fmt: skip


def written(acara: Acara = RAPAT, situs: str | None = None) -> dict[str, str]:
    """The properties of one event as a reader of RFC 5545 sees them: unfolded, unescaped."""
    text = calendar(replace(ALMANAK, acara=(acara,)), situs).decode().replace("\r\n ", "")
    event = text.partition("BEGIN:VEVENT\r\n")[2].partition("END:VEVENT")[0]
    return {name: unescaped(value) for name, _, value in (line.partition(":") for line in event.splitlines())}


def unescaped(value: str) -> str:
    """A value without its backslashes."""
    found, rest = [], iter(value)
    for character in rest:
        if character == "\\":
            character = next(rest)
            character = "\n" if character == "n" else character
        found.append(character)
    return "".join(found)


def test_the_whole_calendar_of_one_event() -> None:
    assert calendar(ALMANAK, "https://contoh.example/").decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Pemerintah Kota Contoh//Kalender//ID",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Kalender",
        "BEGIN:VEVENT",
        "UID:1ba94211-76b5-5dbe-ab2d-c2c2ca6b66fa",
        "DTSTAMP:20261123T160000Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:Rapat",
        "DESCRIPTION:Uraian",
        "CATEGORIES:Penilaian",
        "URL:https://contoh.example/kalender.html#2026-rapat",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_without_an_address_of_the_site_an_event_has_no_link() -> None:
    assert "URL" not in written()


def test_an_event_whose_end_is_not_known_has_only_a_first_day() -> None:
    assert "DTEND;VALUE=DATE" not in written(replace(RAPAT, selesai=None))


def test_an_event_keeps_its_name_whatever_is_said_of_it() -> None:
    """So a program replaces it instead of showing it twice."""
    changed = replace(RAPAT, judul="Rapat besar", uraian="Lain", mulai=date(2026, 12, 1))

    assert written()["UID"] == written(changed)["UID"]
    assert written()["UID"] == written(situs="https://contoh.example")["UID"]


def test_two_events_and_two_cities_have_different_names() -> None:
    other = replace(RAPAT, alamat="kalender.html#2027-rapat")
    elsewhere = calendar(replace(ALMANAK, kode="11.11"), None).decode()

    assert written()["UID"] != written(other)["UID"]
    assert written()["UID"] not in elsewhere


@pytest.mark.parametrize(("zona", "moment"), [("WIB", "T170000Z"), ("WITA", "T160000Z"), ("WIT", "T150000Z")])
def test_the_day_of_the_portal_starts_at_midnight_of_its_own_zone(zona: str, moment: str) -> None:
    assert f"DTSTAMP:20261123{moment}" in calendar(replace(ALMANAK, zona_waktu=zona), None).decode()


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Cs"]) | st.sampled_from("\n\\;,:é—"),
        max_size=300,
    )
)
def test_any_text_comes_back_from_lines_of_at_most_75_octets(uraian: str) -> None:
    """Also with signs that have a meaning in the format, and characters of several octets at the fold."""
    acara = replace(RAPAT, uraian=uraian)
    lines = calendar(replace(ALMANAK, acara=(acara,)), None).split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert all(line.decode() == line.decode().strip("\r\n") for line in lines)
    assert written(acara)["DESCRIPTION"] == "\n".join(uraian.splitlines())
