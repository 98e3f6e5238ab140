"""A feed in the form of RFC 4287 (Atom): the same input gives the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as Tree

ATOM = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
# Every day of the portal starts at midnight of its own time zone.
JAM = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entri:
    """One piece of news. `alamat` is the page that tells it, and its identity; `butir` become a list."""

    alamat: str
    judul: str
    ringkasan: str
    tanggal: date
    butir: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Umpan:
    """A feed. `alamat` is its own place in the site, `halaman` that of the page that shows the same.

    `kode` tells the portals of two cities apart; `tanggal` is the date of a feed without entries.
    """

    kode: str
    alamat: str
    halaman: str
    judul: str
    penerbit: str
    hak: str
    zona_waktu: str
    tanggal: date
    entri: tuple[Entri, ...]


def feed(umpan: Umpan, situs: str | None) -> bytes:
    """The feed as XML, the newest entry first. Without `situs` it has no address, only names (urn:uuid).

    Names are not made of the address, so that nobody gets old news twice when it becomes known.
    """
    root = Tree.Element("feed", {"xmlns": ATOM, "xml:lang": "id"})
    entri = sorted(umpan.entri, key=lambda e: (e.tanggal, e.alamat), reverse=True)
    newest = entri[0].tanggal if entri else umpan.tanggal
    for name, text in (
        ("id", name_of(umpan.kode, umpan.alamat)),
        ("title", umpan.judul),
        ("updated", _moment(newest, umpan.zona_waktu)),
        ("rights", umpan.hak),
    ):
        _add(root, name, text)
    _add(_add(root, "author"), "name", umpan.penerbit)
    if situs:
        for rel, alamat, kind in (
            ("self", umpan.alamat, "application/atom+xml"),
            ("alternate", umpan.halaman, "text/html"),
        ):
            _add(root, "link", rel=rel, type=kind, href=_absolute(situs, alamat))
    for one in entri:
        root.append(_entry(one, umpan, situs))
    Tree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Tree.tostring(root, "unicode")}\n'.encode()


def name_of(kode: str, alamat: str) -> str:
    """The lasting name of a place in the site of one city: `urn:uuid:…`, the same in every build."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{kode}/{alamat}')}"


def _entry(entri: Entri, umpan: Umpan, situs: str | None) -> Tree.Element:
    found = Tree.Element("entry")
    moment = _moment(entri.tanggal, umpan.zona_waktu)
    for name, text in (
        ("id", name_of(umpan.kode, entri.alamat)),
        ("title", entri.judul),
        ("updated", moment),
        ("published", moment),
    ):
        _add(found, name, text)
    if situs:
        _add(found, "link", rel="alternate", type="text/html", href=_absolute(situs, entri.alamat))
    _add(found, "summary", entri.ringkasan)
    content = _add(found, "content", type="xhtml")
    content.append(_content(entri))
    return found


def _content(entri: Entri) -> Tree.Element:
    box = Tree.Element("div", {"xmlns": XHTML})
    _add(box, "p", entri.ringkasan)
    if entri.butir:
        lines = _add(box, "ul")
        for butir in entri.butir:
            _add(lines, "li", butir)
    return box


def _add(parent: Tree.Element, name: str, text: str | None = None, **attributes: str) -> Tree.Element:
    child = Tree.SubElement(parent, name, attributes)
    child.text = text
    return child


def _moment(tanggal: date, zona_waktu: str) -> str:
    return f"{tanggal.isoformat()}T00:00:00{JAM[zona_waktu]}"


def _absolute(situs: str, alamat: str) -> str:
    return f"{situs.rstrip('/')}/{alamat}"
