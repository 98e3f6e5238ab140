"""Sums of a survey in SQL, exact: only whole numbers leave the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

Answers = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Jumlahan:
    """`jawaban`: counts of 1–4 by unsur; `ragam`: variance of the respondents' contributions to the mean answer."""

    n: int
    jawaban: Mapping[str, Answers]
    ragam: Fraction | None
    seragam: int


def sums(con: duckdb.DuckDBPyConnection, unsur: Mapping[str, str]) -> Jumlahan:
    """The sums over the table `jawaban`, whose column `unsur[id]` is an answer (1–4) or NULL; each row has one."""
    counts = {id_: _counts(con, column) for id_, column in unsur.items()}
    answered = {id_: column for id_, column in unsur.items() if sum(counts[id_])}
    n = _whole(con, "SELECT count(*) FROM jawaban")
    columns = ", ".join(answered.values())
    given = " + ".join(f"({column} IS NOT NULL)::INT" for column in answered.values())
    same = f"least({columns}) = greatest({columns}) AND {given} > 1"
    return Jumlahan(
        n=n,
        jawaban={id_: counts[id_] for id_ in answered},
        ragam=_variance(con, n, list(answered.values())) if n > 1 else None,
        seragam=_whole(con, f"SELECT count(*) FROM jawaban WHERE {same}") if len(answered) > 1 else 0,
    )


def _counts(con: duckdb.DuckDBPyConnection, column: str) -> Answers:
    row = con.execute(
        "SELECT " + ", ".join(f"count(*) FILTER ({column} = {value})" for value in range(1, 5)) + " FROM jawaban"
    ).fetchone()
    assert row is not None
    return row[0], row[1], row[2], row[3]


def _whole(con: duckdb.DuckDBPyConnection, query: str) -> int:
    row = con.execute(query).fetchone()
    assert row is not None
    return int(row[0])


def _variance(con: duckdb.DuckDBPyConnection, n: int, columns: Sequence[str]) -> Fraction:
    """Σ z² ÷ (n − 1), where z is what a respondent adds to the mean of the unsur means (linearised: an unsur that fewer
    people answered weighs its answers more). From the moments of each pair of unsur, so that no row leaves SQL."""
    pairs = list(combinations_with_replacement(columns, 2))
    moments = ", ".join(
        f"count({a} + {b}), coalesce(sum(if({b} IS NULL, NULL, {a})), 0), coalesce(sum(if({a} IS NULL, NULL, {b})), 0),"
        f" coalesce(sum({a} * {b}), 0)"
        for a, b in pairs
    )
    row = con.execute(f"SELECT {moments} FROM jawaban").fetchone()
    assert row is not None
    moment = {pair: tuple(map(int, row[4 * i : 4 * i + 4])) for i, pair in enumerate(pairs)}
    size = {c: moment[c, c][0] for c in columns}
    mean = {c: Fraction(moment[c, c][1], size[c]) for c in columns}
    total = Fraction(0)
    for a, b in pairs:
        both, sum_a, sum_b, product = moment[a, b]
        spread = product - mean[b] * sum_a - mean[a] * sum_b + both * mean[a] * mean[b]
        total += (1 if a == b else 2) * spread * Fraction(n, size[a]) * Fraction(n, size[b])
    return total / len(columns) ** 2 / (n - 1)
