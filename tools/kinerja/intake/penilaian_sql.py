"""SQL of the reports: NIP as exact numbers, words as codes, dates as dates. No text of a row leaves it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kinerja.intake.penilaian_baca import Sumber
from kinerja.intake.penilaian_kolom import TIDAK_PLT
from kinerja.intake.tanggal import forms

if TYPE_CHECKING:
    import duckdb

# Below 0: words that nothing is known for, each with a code of its own.
Coder = Callable[[str], int | None]


def coded(con: duckdb.DuckDBPyConnection, sumber: Sumber, key: str, code: Coder) -> list[str]:
    """The table `d_<report>_<key>` with the code of each word in a column; returns the words without one."""
    query = f"SELECT DISTINCT {sumber.sel(key)} FROM {sumber.tabel.nama} ORDER BY 1"
    words = [str(word) for (word,) in con.execute(query).fetchall()]
    unknown: list[str] = []
    codes = []
    for word in words:
        found = code(word)
        if found is None:
            unknown.append(word)
        codes.append(-len(unknown) if found is None else found)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE d_{sumber.jenis}_{key} AS"
        " SELECT unnest(?::VARCHAR[]) AS teks, unnest(?::BIGINT[]) AS kode",
        [words, codes],
    )
    return unknown


def joined(sumber: Sumber, keys: Sequence[str]) -> str:
    """FROM the rows of a report, each with its codes as `<key>.kode`."""
    joins = (f" JOIN d_{sumber.jenis}_{key} AS d_{key} ON d_{key}.teks = {sumber.sel(key)}" for key in keys)
    return f"{sumber.tabel.nama}{''.join(joins)}"


def nip_of(sumber: Sumber, tahun: int) -> str:
    """SQL: the number of a person as BIGINT; NULL where it cannot be one, also where digits were lost on the way.

    Source: the numbering of civil servants [verify]: birth (8), start of service (6; month 21–29 for PPPK), sex (1),
    serial number (3).
    """
    n = f"translate({sumber.sel('nip')}, ' .-''’`', '')"
    tests = (
        f"length({n}) = 18",
        f"substr({n}, 15, 1) IN ('1', '2')",
        f"substr({n}, 16, 3) <> '000'",
        f"substr({n}, 1, 4) BETWEEN '1945' AND '{tahun - 17}'",
        f"substr({n}, 9, 4) BETWEEN '1962' AND '{tahun + 1}'",
        f"(substr({n}, 13, 2) BETWEEN '01' AND '12' OR substr({n}, 13, 2) BETWEEN '21' AND '29')",
        f"try_strptime(substr({n}, 1, 8), '%Y%m%d') IS NOT NULL",
    )
    return f"CASE WHEN {' AND '.join(tests)} THEN TRY_CAST({n} AS BIGINT) END"


def plt_of(sumber: Sumber) -> str:
    """SQL: whether a row is of somebody who only stands in for the post."""
    cell = f"lower({sumber.sel('plt')})"
    return f"{cell} NOT IN ({', '.join(quoted(word) for word in TIDAK_PLT)})"


def date_of(con: duckdb.DuckDBPyConnection, sumber: Sumber, key: str) -> str:
    """SQL: the date in a cell, day before month where only numbers stand; NULL where there is none."""
    if key not in sumber.kolom:
        return "NULL::DATE"
    cell = sumber.sel(key)
    query = f"SELECT DISTINCT translate({cell}, '012345678', '999999999') FROM {sumber.tabel.nama} LIMIT 10000"
    bentuk = forms(shape for (shape,) in con.execute(query).fetchall() if shape)
    return f"({bentuk.sql(cell, 'hbt')})::DATE"


def quoted(text: str) -> str:
    """A text as SQL."""
    return "'" + text.replace("'", "''") + "'"
