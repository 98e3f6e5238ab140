"""Measures `kinerja himpun penilaian` on made exports: time from start to written files, and the most memory.

`python tests/bench/penilaian.py [PEOPLE] [xlsx, csv or parquet]` prints it. Five million people take the CSV or the
Parquet form; every number is made here and lies in a temporary folder that only its owner can read.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb
import openpyxl

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = 10_000
UNITS = ("Dinas Arsip", "Kecamatan Hulu")
# A birth date, a start of service, sex, serial: no two people have the same.
NIP = (
    "strftime(DATE '1970-01-01' + (i % 9000)::INT, '%Y%m%d') || (2000 + i // 9000 % 24)::VARCHAR"
    " || lpad((1 + i // 216000 % 12)::VARCHAR, 2, '0') || (1 + i % 2)::VARCHAR"
    " || lpad((1 + i // 2592000)::VARCHAR, 3, '0')"
)
SKP = (
    f"SELECT 'id-' || i AS id, {NIP} AS nip, 'Warga ' || i AS nama, if(i % 50 = 49, '1', '0') AS is_plt_plh,"
    f" '2026-12-31' AS periode_akhir, ['{UNITS[0]}', '{UNITS[1].upper()}'][1 + i % 2] AS skp_unor_induk,"
    " 'persetujuan' AS skp_status, ['Guru Ahli Pertama', 'Perawat Mahir', 'Arsiparis Ahli Muda'][1 + i % 3]"
    " || ' ' || i % 900 AS jabatan, ['III/a', 'II/c', 'IV/a'][1 + i % 3] AS golongan FROM range({}) t(i)"
)
PENILAIAN = (
    f"SELECT 'id-' || i AS id, {NIP} AS nip, 'Warga ' || i AS nama,"
    " ['Baik', 'SANGAT BAIK', 'Butuh Perbaikan', 'Kurang', 'Sangat Kurang', '-'][1 + i // 7 % 6] AS hasil_akhir"
    " FROM range({}) t(i)"
)
JUDUL = {"skp": "Laporan SKP Tahun 2026", "penilaian": "Laporan Penilaian SKP Tahun 2026"}


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds, and the most memory in MB."""

    seconds: float
    memory: float


def write_exports(folder: Path, people: int, kind: str) -> tuple[Path, Path]:
    """Both reports, the same for the same number of people."""
    made = []
    for name, query in (("skp", SKP), ("penilaian", PENILAIAN)):
        path = folder / f"{name}.{kind}"
        found = query.format(people)
        if kind == "xlsx":
            _workbook(path, JUDUL[name], found)
        else:
            form = "FORMAT csv, HEADER" if kind == "csv" else "FORMAT parquet"
            duckdb.connect().execute(f"COPY ({found}) TO '{path}' ({form})")
        made.append(path)
    return made[0], made[1]


def _workbook(path: Path, judul: str, query: str) -> None:
    rows = duckdb.connect().execute(query)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    titles = [column[0] for column in rows.description or ()]
    for row in ([judul], ["Instansi Pemerintah Kota Contoh"], [], titles, *rows.fetchall()):
        sheet.append(list(row))
    book.save(path)


def penilaian(people: int = PEOPLE, kind: str = "xlsx") -> Measured:
    """`kinerja himpun penilaian` from the start of the process to the written files."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "tests/kasus/dasar/data", folder / "akar/data")
        shutil.copytree(ROOT / "schemas", folder / "akar/schemas")
        skp, rated = write_exports(folder, people, kind)
        command = [
            sys.executable, "-m", "kinerja", "--akar", str(folder / "akar"), "--tanggal", "2027-02-01", "himpun",
            "penilaian", str(skp), str(rated), "--periode", "2026", "--keluaran", str(folder / "hasil"),
        ]  # fmt: skip
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        assert len([*(folder / "hasil").glob("*.yaml")]) >= 4
    return Measured(seconds, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    done = penilaian(wanted, *sys.argv[2:3])
    print(f"{wanted:,} people: {done.seconds:.2f} s; {done.memory:.0f} MB")
