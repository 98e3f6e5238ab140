"""A raw file as a DuckDB table of text: the known columns only, each row with its number in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.intake import sources
from kinerja.intake.sources import MAX_LISTED, refuse
from kinerja.numbers import id_number
from kinerja.problems import Problem

if TYPE_CHECKING:
    import duckdb

Known = Callable[[str], bool]
HEADER_ROWS = 20
HEADER_CELLS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """`masukan` (or `nama`) in `con` has `baris` (BIGINT, the row's number in the file from 1) and `k<i>` (VARCHAR,
    trimmed, '' for an empty cell) for each column i that is known by its title. Every other column was never loaded.

    `kepala` are the rows above the titles, `lembar` the sheet of a workbook that was read, `kosong` how many empty rows
    were left out.
    """

    con: duckdb.DuckDBPyConnection
    berkas: str
    judul: tuple[str, ...]
    baris_judul: int
    catatan: tuple[str, ...] = ()
    nama: str = "masukan"
    kepala: tuple[tuple[str, ...], ...] = ()
    lembar: str = ""
    kosong: int = 0

    @property
    def jumlah(self) -> int:
        """How many rows there are below the titles."""
        row = self.con.execute(f"SELECT count(*) FROM {self.nama}").fetchone()
        assert row is not None
        return int(row[0])

    def problems(self, query: str, kolom: int, aturan: str, pesan: str, saran: str) -> list[Problem]:
        """A problem at the column for each of the first rows (`baris`) that the query gives; the last tells how many
        more there are."""
        row = self.con.execute(f"SELECT min(baris, {MAX_LISTED}), count(*) FROM ({query})").fetchone()
        assert row is not None
        first, count = row[0] or [], int(row[1])
        more = f" (dan {id_number(count - MAX_LISTED)} baris lain)" if count > MAX_LISTED else ""
        return [
            Problem(self.berkas, n, kolom + 1, aturan, "galat", f"{pesan}{more * (n == first[-1])}", saran)
            for n in first
        ]

    def listed(self, test: str, kolom: int, aturan: str, pesan: str, saran: str) -> list[Problem]:
        """The same for the rows of the table for which the SQL `test` holds."""
        return self.problems(f"SELECT baris FROM {self.nama} WHERE {test}", kolom, aturan, pesan, saran)


def open_table(
    path: Path, known: Known, con: duckdb.DuckDBPyConnection | None = None, nama: str = "masukan"
) -> Tabel:  # fmt: skip
    """The rows of a CSV, XLSX or Parquet file below its titles (the best of the first 20 rows).

    `known` tells whether a title belongs to a column that the caller wants. `con` and `nama` let several files be
    tables of one connection. Raises ProblemsFound.
    """
    kind = sources.kind_of(path)
    target = _Target(con or connect(), nama)
    if kind == "parquet":
        return _parquet(path, known, target)
    if kind == "csv":
        return _csv(path, known, target)
    sheets = sources.sheets(path)
    name, rows = max(sheets, key=lambda sheet: _best(sheet[1], known)[1])
    header, score = _best(rows, known)
    if score < HEADER_CELLS:
        raise refuse(path, "sumber-judul-kolom", *_NO_HEADER)
    note = (f"Lembar yang dibaca: lembar ke-{[s[0] for s in sheets].index(name) + 1}.",) if len(sheets) > 1 else ()
    return replace(_from_rows(path, rows, header, known, note, target), lembar=name)


@dataclass(frozen=True, slots=True)
class _Target:
    """Where a file is to become a table."""

    con: duckdb.DuckDBPyConnection
    nama: str


_NO_HEADER = (
    "baris judul kolom tidak ditemukan di 20 baris pertama",
    "Beri nama kolom seperti pada halaman Memasukkan data hasil, lalu simpan lagi.",
)


def _best(rows: Sequence[Sequence[str]], known: Known) -> tuple[int, int]:
    """The index of the likeliest row of titles, and how many of its cells are known."""
    scores = [(sum(map(known, row)), -i) for i, row in enumerate(rows[:HEADER_ROWS])]
    score, place = max(scores, default=(0, 0))
    return -place, score


@contextmanager
def database(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory for what is read from `path` and other files. Its own errors could tell what stands in a
    cell, so they become ProblemsFound without their words."""
    import duckdb

    with connect() as con:
        try:
            yield con
        except duckdb.OutOfMemoryException:
            pesan, saran = (
                "data ini terlalu besar untuk memori 3 GB",
                "Bagi menurut perangkat daerah, atau pakai Parquet.",
            )
            raise refuse(path, "sumber-terlalu-besar", pesan, saran) from None
        except duckdb.Error:
            pesan, saran = "isi berkas ini tidak dapat dibaca sebagai tabel", "Unduh atau simpan ulang berkasnya."
            raise refuse(path, "sumber-bentuk", pesan, saran) from None


def connect() -> duckdb.DuckDBPyConnection:
    """A database in memory only."""
    import duckdb

    config: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False, "autoload_known_extensions": False, "memory_limit": "3GB",
        "temp_directory": "",  # what does not fit is an error, never a file with raw records
    }  # fmt: skip
    con = duckdb.connect(config=config)
    con.execute("SET enable_progress_bar = false")
    return con


def _view(target: _Target, first: int) -> None:
    """The table numbers the rows of `isi_…`, which keeps the order of the file."""
    query = f"CREATE VIEW {target.nama} AS SELECT rowid + {first} AS baris, * FROM isi_{target.nama}"
    target.con.execute(query)


def _csv(path: Path, known: Known, target: _Target) -> Tabel:
    text = sources.sniff(path, lambda rows: _best(rows, known))
    if text.score < HEADER_CELLS:
        raise refuse(path, "sumber-judul-kolom", *_NO_HEADER)
    judul = tuple(text.rows[text.header])
    wanted = [i for i, title in enumerate(judul) if known(title)]
    if not text.plain or not _read_csv(path, text, judul, wanted, target):
        return _from_rows(path, sources.csv_rows(path, text), text.header, known, text.notes, target)
    _view(target, text.header + 2)
    return Tabel(
        con=target.con, berkas=path.name, judul=judul, baris_judul=text.header + 1, catatan=text.notes,
        nama=target.nama, kepala=tuple(map(tuple, text.rows[: text.header])),
    )  # fmt: skip


def _read_csv(path: Path, text: sources.Teks, judul: Sequence[str], wanted: Sequence[int], target: _Target) -> bool:
    """`isi_…` read by DuckDB; False where its rows are not all alike, and each must be looked at to name its place."""
    import duckdb

    columns = ", ".join(f"'c{i}': 'VARCHAR'" for i in range(len(judul)))
    query = (
        f"CREATE TABLE isi_{target.nama} AS SELECT {_trimmed(wanted, text.encoding)}"
        f" FROM read_csv(?, skip = {text.header + 1}, header = false, auto_detect = false,"
        f" columns = {{{columns}}}, delim = ?, quote = '\"',"
        f" escape = '\"', null_padding = true, encoding = '{text.encoding}', max_line_size = 1000000)"
    )
    try:
        target.con.execute(query, [str(path), text.delimiter])
    except duckdb.Error:
        return False
    row = target.con.execute(f"SELECT count(*) FROM isi_{target.nama}").fetchone()
    if row is not None and row[0] == text.lines - text.header - 1:
        return True
    target.con.execute(f"DROP TABLE isi_{target.nama}")
    return False


def _trimmed(wanted: Sequence[int], encoding: str) -> str:
    """The wanted columns as SQL. What Windows-1252 has where Latin-1 has control characters gets its sign."""

    def cell(i: int) -> str:
        signs = ("translate(", ", '\x91\x92\x93\x94\x96\x97\xa0', '‘’“”–— ')") if encoding == "latin-1" else ("", "")
        trimmed = f"if(c{i} LIKE ' %' OR c{i} LIKE '% ', trim(c{i}), coalesce(c{i}, ''))"  # trim alone is slow
        return f"{signs[0]}{trimmed}{signs[1]} AS k{i}"

    return ", ".join(map(cell, wanted))


def _parquet(path: Path, known: Known, target: _Target) -> Tabel:
    described = target.con.execute("DESCRIBE SELECT * FROM read_parquet(?)", [str(path)]).fetchall()
    judul = tuple(str(row[0]) for row in described)
    wanted = [i for i, title in enumerate(judul) if known(title)]
    if len(wanted) < HEADER_CELLS:
        raise refuse(path, "sumber-judul-kolom", *_NO_HEADER)
    quoted = [judul[i].replace('"', '""') for i in wanted]
    cells = (f"trim(coalesce(\"{q}\"::VARCHAR, '')) AS k{i}" for i, q in zip(wanted, quoted, strict=True))
    query = f"CREATE TABLE isi_{target.nama} AS SELECT {', '.join(cells)} FROM read_parquet(?)"
    target.con.execute(query, [str(path)])
    _view(target, 1)
    return Tabel(con=target.con, berkas=path.name, judul=judul, baris_judul=0, nama=target.nama)


def _from_rows(
    path: Path, rows: Sequence[Sequence[str]], header: int, known: Known, notes: tuple[str, ...], target: _Target
) -> Tabel:  # fmt: skip
    """Rows that are already in memory; empty ones are left out, the numbers stay those of the file."""
    judul = tuple(rows[header])
    wanted = [i for i, title in enumerate(judul) if known(title)]
    sources.refuse_long_rows(path, rows, header, len(judul))
    kept = [(n, row) for n, row in enumerate(rows[header + 1 :], start=header + 2) if any(cell.strip() for cell in row)]
    columns = [[n for n, _ in kept], *([row[i].strip() if i < len(row) else "" for _, row in kept] for i in wanted)]
    names = ["baris", *(f"k{i}" for i in wanted)]
    kinds = ["BIGINT[]", *("VARCHAR[]" for _ in wanted)]
    cells = ", ".join(f"unnest(?::{kind}) AS {name}" for kind, name in zip(kinds, names, strict=True))
    target.con.execute(f"CREATE TABLE {target.nama} AS SELECT {cells}", columns)
    return Tabel(
        con=target.con, berkas=path.name, judul=judul, baris_judul=header + 1, catatan=notes,
        nama=target.nama, kepala=tuple(map(tuple, rows[:header])), kosong=len(rows) - header - 1 - len(kept),
    )  # fmt: skip
