"""How long requests took, in SQL: the same definitions as `rules.waktu`, over a million rows at once.

A test compares the two on random rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from kinerja.intake.waktu_kolom import BATAL, SELESAI
from kinerja.model.aturan_layanan import VersiSelang
from kinerja.model.capaian import Waktu
from kinerja.model.layanan import Standar
from kinerja.numbers import half_up
from kinerja.rules.selang import median_ranks
from kinerja.rules.waktu import DESIMAL, MENIT, Kalender

if TYPE_CHECKING:
    import duckdb

_MINUTE = 60_000_000
_TIMES = ("median", "median_bawah", "median_atas", "p90", "terlama")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hitungan:
    """What one service did in the period; `seketika` are those that were finished at the moment they started."""

    selesai: int
    terbuka: int
    terbuka_lewat: int
    tepat_waktu: int
    dibatalkan: int
    seketika: int
    waktu: Waktu | None


def choose(con: duckdb.DuckDBPyConnection, standar: Sequence[Standar], first: date, last: date) -> None:
    """The table `hitung`: the requests of the services (`standar` by code) whose start event lies in the period."""
    start = start_of(standar)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE hitung AS SELECT layanan, keadaan, {start} AS mulai,"
        f" {start_of(standar, '_jam')} AS mulai_jam, selesai, selesai_jam FROM urai"
        f" WHERE layanan >= 0 AND {start} >= DATE '{first}' AND {start} < DATE '{last + timedelta(days=1)}'"
    )


def start_of(standar: Sequence[Standar], suffix: str = "") -> str:
    """SQL: the start event of a row of `urai`, by the standard of its service."""
    received = [code for code, satu in enumerate(standar) if satu.mulai_dari == "permohonan-diterima"]
    if len(received) in (0, len(standar)):
        return f"{'diterima' if received else 'berkas_lengkap'}{suffix}"
    return f"if(layanan IN ({_listed(received)}), diterima{suffix}, berkas_lengkap{suffix})"


def years(con: duckdb.DuckDBPyConnection, services: Sequence[int], dihitung_pada: date) -> range:
    """The years from the first start to the last end, or to the day of counting for what is open, of these services."""
    today = f"TIMESTAMP '{dihitung_pada}'"
    row = con.execute(
        f"SELECT min(year(mulai)), max(year(if(keadaan = {SELESAI}, least(selesai, {today}), {today})))"
        f" FROM hitung WHERE keadaan <> {BATAL} AND layanan IN ({', '.join(map(str, services))})"
    ).fetchone()
    return range(0) if row is None or row[0] is None else range(int(row[0]), int(row[1]) + 1)


def calendar(con: duckdb.DuckDBPyConnection, kalender: Mapping[int, Kalender], tahun: range) -> None:
    """The table `kalender`: for each service and day the running number of working days, whether it is open, and when
    it closes."""
    codes: list[int] = []
    days: list[date] = []
    numbers: list[int] = []
    opened: list[bool] = []
    closing: list[str | None] = []
    for code, satu in kalender.items():
        number = 0
        for place in range((date(tahun.stop, 1, 1) - date(tahun.start, 1, 1)).days if tahun else 0):
            day = date(tahun.start, 1, 1) + timedelta(days=place)
            is_open = satu.is_open(day)
            number += is_open
            tutup = satu.tutup.get(day.weekday())
            codes.append(code)
            days.append(day)
            numbers.append(number)
            opened.append(is_open)
            closing.append(tutup.isoformat() if tutup else None)
    con.execute(
        "CREATE OR REPLACE TEMP TABLE kalender AS SELECT unnest(?::INTEGER[]) AS layanan, unnest(?::DATE[]) AS hari,"
        " unnest(?::INTEGER[]) AS ke, unnest(?::BOOLEAN[]) AS buka, unnest(?::TIME[]) AS tutup",
        [codes, days, numbers, opened, closing],
    )


def _durations(con: duckdb.DuckDBPyConnection, standar: Sequence[Standar], dihitung_pada: date) -> None:
    """The table `lama`: how many requests (`n`) of a service took `nilai`, or have been open for it.

    `nilai` is in microseconds, or in working days. An open one is as old as it was when `dihitung_pada` began: it has
    taken at least that long. Where a standard in days has a date without time of day, whole days are counted.
    """
    working = [code for code, satu in enumerate(standar) if satu.satuan == "hari-kerja"]
    whole = [code for code, satu in enumerate(standar) if satu.satuan == "hari"]
    parts = []
    if len(working) < len(standar):
        end = f"if(keadaan = {SELESAI}, selesai, TIMESTAMP '{dihitung_pada}')"
        exact = f"epoch_us({end}) - epoch_us(mulai)"
        if whole:
            days = f"(({end})::DATE - mulai::DATE) * {1440 * _MINUTE}"
            dated = f"layanan IN ({_listed(whole)}) AND NOT (mulai_jam AND (keadaan <> {SELESAI} OR selesai_jam))"
            exact = f"if({dated}, {days}, {exact})"
        others = f" AND layanan NOT IN ({_listed(working)})" if working else ""
        parts.append(
            f"SELECT layanan, keadaan = {SELESAI} AS selesai, greatest(0, {exact})::BIGINT AS nilai, count(*) AS n"
            f" FROM hitung WHERE keadaan <> {BATAL}{others} GROUP BY ALL"
        )
    if working:
        parts.append(_working_days(working, dihitung_pada))
    con.execute(f"CREATE OR REPLACE TEMP TABLE lama AS {' UNION ALL '.join(parts)}")


def _working_days(working: Sequence[int], dihitung_pada: date) -> str:
    """Working days after the day of the start up to the end; one less where the start counts as on the next one."""
    late = "coalesce(mulai::TIME > a.tutup, FALSE)"
    starts = (
        f"SELECT h.layanan, h.keadaan = {SELESAI} AS selesai, a.ke + (NOT a.buka OR {late})::INTEGER AS dari,"
        f" if(h.keadaan = {SELESAI}, h.selesai::DATE, DATE '{dihitung_pada}') AS akhir, count(*) AS n"
        " FROM hitung h JOIN kalender a ON h.layanan = a.layanan AND h.mulai::DATE = a.hari"
        f" WHERE h.keadaan <> {BATAL} AND h.layanan IN ({_listed(working)}) GROUP BY ALL"
    )
    return (
        "SELECT s.layanan, s.selesai, greatest(0, b.ke - s.dari)::BIGINT AS nilai, sum(s.n)::BIGINT AS n"
        f" FROM ({starts}) s JOIN kalender b ON s.layanan = b.layanan AND s.akhir = b.hari GROUP BY ALL"
    )


def results(
    con: duckdb.DuckDBPyConnection, standar: Sequence[Standar], versi: VersiSelang, dihitung_pada: date
) -> dict[int, Hitungan]:
    """The counts and times of each service that has a request in the period."""
    if not standar:
        return {}
    _durations(con, standar, dihitung_pada)
    at_once = f"keadaan = {SELESAI} AND selesai = mulai AND mulai_jam AND selesai_jam"
    cancelled, instant = (
        dict(con.execute(f"SELECT layanan, count(*) FROM hitung WHERE {test} GROUP BY 1").fetchall())
        for test in (f"keadaan = {BATAL}", at_once)
    )
    limits = " ".join(f"WHEN {code} THEN {satu.batas * _unit(satu)}" for code, satu in enumerate(standar))
    limit = f"CASE layanan {limits} END"
    rows = con.execute(
        "SELECT layanan, coalesce(sum(n) FILTER (selesai), 0), coalesce(sum(n) FILTER (NOT selesai), 0),"
        f" coalesce(sum(n) FILTER (NOT selesai AND nilai > {limit}), 0),"
        f" coalesce(sum(n) FILTER (selesai AND nilai <= {limit}), 0) FROM lama GROUP BY 1 ORDER BY 1"
    ).fetchall()
    counts = {int(code): tuple(map(int, numbers)) for code, *numbers in rows}
    waktu = _times(con, {code: (c[0], c[1]) for code, c in counts.items()}, standar, versi)
    return {
        code: Hitungan(
            selesai=c[0], terbuka=c[1], terbuka_lewat=c[2], tepat_waktu=c[3], dibatalkan=cancelled.get(code, 0),
            seketika=instant.get(code, 0), waktu=waktu.get(code),
        )
        for code in sorted({*counts, *cancelled})
        for c in (counts.get(code, (0, 0, 0, 0)),)
    }  # fmt: skip


def _times(
    con: duckdb.DuckDBPyConnection, sizes: Mapping[int, tuple[int, int]], standar: Sequence[Standar], versi: VersiSelang
) -> dict[int, Waktu]:
    """The order statistics. `ca` counts all requests up to a time, `cs` the finished ones."""
    if not sizes:
        return {}
    ranks = {code: _ranks(versi, selesai, selesai + terbuka) for code, (selesai, terbuka) in sizes.items()}
    values = ", ".join(f"({code}, {', '.join(map(str, satu))})" for code, satu in ranks.items())
    picks = ", ".join(
        f"min(nilai) FILTER ({'ca' if place == 2 else 'cs'} >= r{place})" for place in range(len(ranks[min(ranks)]))
    )
    rows = con.execute(
        "WITH j AS (SELECT layanan, nilai, sum(n) AS a, sum(if(selesai, n, 0)) AS s FROM lama GROUP BY ALL),"
        " c AS (SELECT layanan, nilai, sum(a) OVER w AS ca, sum(s) OVER w AS cs FROM j"
        " WINDOW w AS (PARTITION BY layanan ORDER BY nilai))"
        f" SELECT layanan, {picks} FROM c JOIN (VALUES {values}) r(layanan, r0, r1, r2, r3, r4, r5) USING (layanan)"
        " GROUP BY 1"
    ).fetchall()
    return {
        int(code): found
        for code, *picked in rows
        if (found := _waktu(ranks[code], picked, _unit(standar[code]))) is not None
    }


def _ranks(versi: VersiSelang, selesai: int, n: int) -> tuple[int, ...]:
    """Ranks from 1: both middle ones, the lower and upper bound of the median, p90, the longest. 0 is none."""
    lower, upper = median_ranks(versi, n)
    finished = ((n + 1) // 2, n // 2 + 1, upper, -(-9 * n // 10), selesai)
    first, second, atas, p90, terlama = (rank if rank <= selesai else 0 for rank in finished)
    return first, second, lower if lower <= n else 0, atas, p90, terlama


def _waktu(ranks: Sequence[int], picked: Sequence[int], unit: int) -> Waktu | None:
    first, second, bawah, atas, p90, terlama = (
        Fraction(value, unit) if rank > 0 else None for rank, value in zip(ranks, picked, strict=True)
    )
    median = None if first is None or second is None else (first + second) / 2
    found = dict(zip(_TIMES, map(_rounded, (median, bawah, atas, p90, terlama)), strict=True))
    return Waktu(**found) if any(value is not None for value in found.values()) else None


def _rounded(value: Fraction | None) -> Decimal | None:
    if value is None:
        return None
    return Decimal(f"{half_up(value, DESIMAL):f}".rstrip("0").rstrip("."))


def _unit(standar: Standar) -> int:
    """How many of `lama.nilai` one unit of the standard is."""
    return 1 if standar.satuan == "hari-kerja" else MENIT[standar.satuan] * _MINUTE


def _listed(codes: Sequence[int]) -> str:
    return ", ".join(map(str, codes))
