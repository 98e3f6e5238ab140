"""Measures `kinerja himpun waktu` on a made register against a bare DuckDB query for the same quantiles.

Each is a process of its own, a round after another on the same file; the median of the rounds' ratios is what counts.
`python tests/bench/himpun.py [ROWS]` prints it.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
SEED = 20261124
ROWS = 1_000_000
ROUNDS = 5
TITLES = "No register,Nama pemohon,Jenis layanan,Tanggal masuk,Berkas lengkap,Tanggal selesai,Status\n"
SERVICES = ("Surat", "Salinan arsip")
FORM = "%d/%m/%Y %H:%M"

# The same median, 90th percentile and longest time, as one would ask DuckDB for them without checking anything: the
# first service in working days (open on Monday and Tuesday until three o'clock), the second in minutes.
BARE = """
import json, sys, duckdb
rows = duckdb.connect().execute('''
    WITH hari AS (
        SELECT d::DATE AS d, isodow(d) < 3 AND d <> DATE '2026-08-17' AS buka,
            sum((isodow(d) < 3 AND d <> DATE '2026-08-17')::INT) OVER (ORDER BY d) AS ke
        FROM range(DATE '2026-01-01', DATE '2027-01-01', INTERVAL 1 DAY) r(d)),
    lama AS (
        SELECT "Jenis layanan" AS layanan, CASE
            WHEN "Tanggal selesai" IS NULL THEN 1000000
            WHEN layanan = 'Salinan arsip' THEN date_diff('minute', "Tanggal masuk", "Tanggal selesai")
            ELSE greatest(0, b.ke - a.ke - (NOT a.buka OR "Berkas lengkap"::TIME > TIME '15:00')::INT) END AS nilai
        FROM read_csv(?, timestampformat = '%d/%m/%Y %H:%M') r
        JOIN hari a ON a.d = r."Berkas lengkap"::DATE LEFT JOIN hari b ON b.d = r."Tanggal selesai"::DATE)
    SELECT layanan, quantile_cont(nilai, 0.5), quantile_disc(nilai, 0.9), max(nilai) FILTER (nilai < 1000000)
    FROM lama GROUP BY 1 ORDER BY 1''', [sys.argv[1]]).fetchall()
print(json.dumps([[float(value) for value in row[1:]] for row in rows]))
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """Medians over the rounds: how many times as long as the bare query; seconds of both; the most memory in MB."""

    ratio: float
    ours: float
    bare: float
    memory: float


def write_register(path: Path, rows: int) -> None:
    """A register of two services in the third quarter of 2026, the same for the same number of rows."""
    chance = random.Random(SEED)
    first = datetime(2026, 7, 1)
    with path.open("w", encoding="utf-8") as file:
        file.write(TITLES)
        for number in range(rows):
            service = number % 2
            start = first + timedelta(minutes=chance.randrange(92 * 1440))
            end = start + timedelta(minutes=chance.randrange((8 * 1440, 90)[service]))
            done = chance.random() > 0.05
            ended = f"{end:{FORM}},selesai" if done else ",proses"
            file.write(f"R-{number:07},Warga {number},{SERVICES[service]},{start:{FORM}},{start:{FORM}},{ended}\n")


def waktu(rows: int = ROWS, rounds: int = ROUNDS) -> Measured:
    """`kinerja himpun waktu` from the start of the process to the written files."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "tests/kasus/dasar/data", folder / "akar/data")
        shutil.copytree(ROOT / "schemas", folder / "akar/schemas")
        register = folder / "register.csv"
        write_register(register, rows)
        ours = [
            sys.executable, "-m", "kinerja", "--akar", str(folder / "akar"), "--tanggal", "2026-11-24", "himpun",
            "waktu", str(register), "--periode", "2026-tw3", "--keluaran", str(folder / "hasil"),
        ]  # fmt: skip
        bare = [sys.executable, "-c", BARE, str(register)]
        expected = json.loads(subprocess.run(bare, capture_output=True, check=True).stdout)
        found = [(*_run(ours), _run(bare)[0]) for _ in range(rounds)]
        assert expected == [_times(path) for path in sorted((folder / "hasil").iterdir())]
    return Measured(
        ratio=median(seconds / other for seconds, _, other in found),
        ours=median(seconds for seconds, _, _ in found),
        bare=median(other for _, _, other in found),
        memory=max(memory for _, memory, _ in found),
    )


def skm(people: int = 100_000, rounds: int = 3) -> float:
    """Seconds of `kinerja himpun skm` for so many respondents, from the start of the process to the written file."""
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "data", folder / "akar/data")
        shutil.copytree(ROOT / "schemas", folder / "akar/schemas")
        with (folder / "survei.csv").open("w", encoding="utf-8") as file:
            file.write(f"No,Nama,Jenis kelamin,Usia,{','.join(f'U{n}' for n in range(1, 10))}\n")
            for number in range(people):
                answers = ",".join(map(str, chance.choices((1, 2, 3, 4), (1, 4, 20, 15), k=9)))
                file.write(f"{number},Warga {number},{'LP'[number % 2]},{17 + number % 60},{answers}\n")
        command = [
            sys.executable, "-m", "kinerja", "--akar", str(folder / "akar"), "--tanggal", "2026-11-24", "himpun", "skm",
            str(folder / "survei.csv"), "--layanan", "penerimaan-pengaduan", "--periode", "2026-tw3",
            "--keluaran", str(folder / "hasil"),
        ]  # fmt: skip
        return median(_run(command)[0] for _ in range(rounds))


def _times(path: Path) -> list[float]:
    """Median, p90 and the longest as they stand in a file."""
    text = path.read_text("utf-8")
    return [float(text.partition(f' {key}: "')[2].partition('"')[0]) for key in ("median", "p90", "terlama")]


def _run(command: list[str]) -> tuple[float, float]:
    """Seconds and the most memory in MB of one process."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return time.perf_counter() - begun, usage.ru_maxrss / 1024


if __name__ == "__main__":
    done = waktu(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
    print(f"{skm():.2f} s for a survey of 100,000")
    print(f"{done.ratio:.2f} times: {done.ours:.2f} s against {done.bare:.2f} s; {done.memory:.0f} MB")
