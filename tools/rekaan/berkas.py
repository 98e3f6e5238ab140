"""Raw files as offices keep them: CSV in two encodings and signs, and workbooks with a title above the header."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal

from openpyxl import Workbook  # type: ignore[import-untyped]

from rekaan.register import Baris

Bentuk = Literal["csv", "csv-lama", "xlsx"]


def write(path: Path, bentuk: Bentuk, judul: Sequence[str], baris: Iterable[Baris], kepala: str = "") -> Path:
    """The file with its ending; `kepala` stands above the header of a workbook."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if bentuk == "xlsx":
        return workbook(path.with_suffix(".xlsx"), "Register", [(kepala,), (), judul, *baris])
    target = path.with_suffix(".csv")
    encoding, sign, form = ("utf-8", ",", "%Y-%m-%d %H:%M") if bentuk == "csv" else ("cp1252", ";", "%d/%m/%Y %H:%M")
    with target.open("w", encoding=encoding, newline="") as stream:
        writer = csv.writer(stream, delimiter=sign)
        writer.writerow(judul)
        writer.writerows([_text(cell, form) for cell in row] for row in baris)
    return target


def workbook(target: Path, lembar: str, baris: Iterable[Sequence[datetime | str]]) -> Path:
    """A workbook of one sheet; an empty row stays empty, text stays text."""
    target.parent.mkdir(parents=True, exist_ok=True)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(lembar)
    for row in baris:
        sheet.append(row)
    book.save(target)
    return target


def _text(cell: datetime | str, form: str) -> str:
    return cell if isinstance(cell, str) else cell.strftime(form)
