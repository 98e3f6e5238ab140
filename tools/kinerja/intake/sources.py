"""What a raw file is, by its bytes and not by its name, and its rows as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Literal

from kinerja.problems import Problem, ProblemsFound

Kind = Literal["csv", "xlsx", "parquet"]
Rows = list[list[str]]

HEAD = 200_000
DELIMITERS = (",", ";", "\t", "|")
_ENDINGS: dict[Kind, tuple[str, ...]] = {
    "csv": (".csv", ".txt", ".tsv"),
    "xlsx": (".xlsx", ".xlsm", ".xls"),
    "parquet": (".parquet",),
}
MAX_LISTED = 20
# A cell longer than this is a quotation mark that was never closed.
csv.field_size_limit(100_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Teks:
    """A text file: how it is written, its first rows, and which of them has the titles (index and known cells).

    `lines` is how many there are. `plain`: the first rows are one line each; as long as that holds for all of them
    and none is empty, a row's number is its line.
    """

    encoding: str
    delimiter: str
    rows: Rows
    header: int
    score: int
    plain: bool
    lines: int
    notes: tuple[str, ...]


def refuse(path: Path, aturan: str, pesan: str, saran: str, baris: int = 1) -> ProblemsFound:
    """The error that a file cannot be used at all. Only the file's name is told, not its folder."""
    return ProblemsFound((Problem(path.name, baris, 1, aturan, "galat", pesan, saran),))


def kind_of(path: Path) -> Kind:
    """What the bytes are. Raises ProblemsFound for anything else, and where the name says something else."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError as error:
        raise refuse(path, "sumber-terbaca", "berkas ini tidak dapat dibaca", "Periksa letak dan izinnya.") from error
    kind = _by_bytes(path, head)
    if path.suffix.lower() not in _ENDINGS[kind]:
        pesan = f"isi berkas ini {kind.upper()}, tetapi akhiran namanya lain"
        raise refuse(path, "sumber-akhiran", pesan, f"Ganti akhiran nama berkas menjadi {_ENDINGS[kind][0]}.")
    return kind


def _by_bytes(path: Path, head: bytes) -> Kind:
    if not head.strip():
        raise refuse(path, "sumber-kosong", "berkas ini kosong", "Ekspor ulang datanya.")
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"PK\x03\x04"):
        return "xlsx"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
            pesan, saran = "buku kerja ini dikunci dengan sandi", "Buka di Excel, hapus sandinya, lalu simpan lagi."
            raise refuse(path, "sumber-bersandi", pesan, saran)
        return "xlsx"
    text = head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" not in head
    if not text:
        pesan = "isi berkas ini bukan tabel yang dikenal"
        raise refuse(path, "sumber-bentuk", pesan, "Simpan sebagai CSV, XLSX, atau Parquet.")
    return "csv"


def sniff(path: Path, best: Callable[[Rows], tuple[int, int]]) -> Teks:
    """How a text file is written: its encoding, and the delimiter under which most titles are known."""
    data = path.read_bytes()
    encoding, notes = _encoding(data)
    head = data[:HEAD].decode("cp1252" if encoding == "latin-1" else encoding, "replace").removeprefix("\ufeff")
    found = []
    for delimiter in DELIMITERS:
        rows = _first_rows(head, delimiter)
        header, score = best(rows)
        found.append((score, len(rows[header]) if rows else 0, header, delimiter, rows))
    score, _, header, delimiter, rows = max(found, key=lambda one: one[:2])
    lines = head.splitlines()
    level = [next(csv.reader([line], delimiter=delimiter), []) for line in lines[: header + 1]] == rows[: header + 1]
    return Teks(
        encoding=encoding, delimiter=delimiter, rows=rows, header=header, score=score,
        plain=level and encoding != "utf-16", lines=_lines(data), notes=notes,
    )  # fmt: skip


def _first_rows(head: str, delimiter: str) -> Rows:
    rows: Rows = []
    with suppress(csv.Error):  # an open quotation mark: told when the whole file is read
        for row in islice(csv.reader(io.StringIO(head, newline=""), delimiter=delimiter), 40):
            rows.append(row)
    return rows


def _lines(data: bytes) -> int:
    """How many lines there are up to the last one that has anything; without a copy of the bytes."""
    end = data[-4096:]
    return data.count(b"\n") - end[len(end.rstrip(b"\r\n")) :].count(b"\n") + 1


def _encoding(data: bytes) -> tuple[str, tuple[str, ...]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16", ("Penyandian UTF-16.",)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "latin-1", ("Penyandian Windows-1252.",)
    return "utf-8", ()


def csv_rows(path: Path, text: Teks) -> Rows:
    """Every record of a text file, each at the index of its place in the file; empty lines are empty rows."""
    encoding = "cp1252" if text.encoding == "latin-1" else text.encoding
    decoded = path.read_bytes().decode(encoding, "replace").removeprefix("\ufeff")
    reader = csv.reader(io.StringIO(decoded, newline=""), delimiter=text.delimiter)
    try:
        return [*reader]
    except csv.Error as error:
        pesan, saran = "tanda kutip di dekat baris ini tidak ditutup", "Tutup tanda kutipnya, atau hapus."
        raise refuse(path, "sumber-kutipan", pesan, saran, reader.line_num) from error


def refuse_long_rows(path: Path, rows: Sequence[Sequence[str]], header: int, width: int) -> None:
    """Rows with more cells than there are titles have a delimiter too many. Raises ProblemsFound."""
    long = [
        n for n, row in enumerate(rows[header + 1 :], start=header + 2) if any(cell.strip() for cell in row[width:])
    ]
    if long:
        pesan = "baris ini mempunyai lebih banyak sel daripada judul kolom"
        saran = "Barangkali ada koma di dalam isi sel (desimal koma, misalnya); beri tanda kutip atau pakai titik koma."
        found = [Problem(path.name, n, width + 1, "sumber-baris-panjang", "galat", pesan, saran) for n in long]
        raise ProblemsFound(tuple(found[:MAX_LISTED]))


def sheets(path: Path) -> list[tuple[str, Rows]]:
    """Every sheet of a workbook as text: dates in ISO form, whole numbers without decimals. Raises ProblemsFound."""
    import python_calamine

    try:
        workbook = python_calamine.CalamineWorkbook.from_path(path)
        found = [(name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))
                 for name in workbook.sheet_names]  # fmt: skip
    except (python_calamine.CalamineError, OSError) as error:
        pesan, saran = "buku kerja ini rusak atau bukan XLSX", "Buka di Excel, lalu simpan ulang sebagai XLSX."
        raise refuse(path, "sumber-bentuk", pesan, saran) from error
    return [(name, [[_text(cell) for cell in row] for row in rows]) for name, rows in found]


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        # Beyond 2^53 a number has lost its last digits: it is not to look whole again (an NIP has 18).
        return str(int(cell)) if cell == int(cell) and abs(cell) < 2**53 else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell).strip()
