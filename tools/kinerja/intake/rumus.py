"""Cells of a workbook that hold a formula: what it says of a value may be old, or missing altogether."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from kinerja.intake.sources import refuse

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*\br="([A-Z]+)([0-9]+)"[^>]*>\s*<(?:\w+:)?f\b')


def formula_cells(path: Path, sheet: str) -> list[tuple[int, int]]:
    """Row (from 1) and column (from 0) of every formula in a sheet of an XLSX file; none in other kinds of files."""
    if not zipfile.is_zipfile(path) or not sheet:
        return []
    try:
        with zipfile.ZipFile(path) as book:
            data = book.read(_part(book, sheet))
    except (KeyError, zipfile.BadZipFile, ElementTree.ParseError) as error:
        pesan, saran = "buku kerja ini rusak atau bukan XLSX", "Buka di Excel, lalu simpan ulang sebagai XLSX."
        raise refuse(path, "sumber-bentuk", pesan, saran) from error
    return [(int(row), _position(letters.decode())) for letters, row in _CELL.findall(data)]


def _part(book: zipfile.ZipFile, sheet: str) -> str:
    """Where in the archive a sheet stands."""
    workbook = ElementTree.fromstring(book.read("xl/workbook.xml"))
    named = {one.get("name", ""): one.get(_RELATION, "") for one in workbook.iter(f"{_MAIN}sheet")}
    relations = ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
    target = next(one.get("Target", "") for one in relations if one.get("Id") == named[sheet])
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _position(letters: str) -> int:
    position = 0
    for sign in letters:
        position = position * 26 + ord(sign) - ord("A") + 1
    return position - 1
