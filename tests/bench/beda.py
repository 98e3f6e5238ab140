"""Measures `kinerja periksa` and `kinerja beda` on 200 criteria files of 300 lines. `python tests/bench/beda.py`.

Cold: every file differs from main, and nothing is cached. Warm: one file differs. `periksa` and `beda` are processes of
their own, as a person or a workflow runs them; processor time is counted, which other work on the machine does not
lengthen.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILES, LINES = 200, 300
FOLDER = Path("data/kriteria/semua-asn")
HEAD = """status: resmi
judul: Kriteria Peraga
ringkasan: Kriteria peragaan untuk mengukur kecepatan.
jabatan: semua-asn
berlaku_mulai: {start}
tingkat:
  - id: kurang
    nama: Kurang
  - id: baik
    nama: Baik
dasar:
  - peraturan: pp-46-2011
sumber:
  - judul: Data peragaan
    penerbit: Portal ini
persetujuan:
  oleh: Kepala Dinas
  tanggal: 2026-11-02
alasan_perubahan: Untuk mengukur kecepatan pemeriksaan.
aspek:
  - id: satu
    nama: Satu-satunya aspek
    indikator:
"""
INDICATOR = """      - id: indikator-{number}
        nama: Indikator nomor {number}
        uraian: Petugas mencatat permohonan nomor {number} pada buku agenda {word}.
        bukti:
          - Buku agenda nomor {number}
        jangkar:
          kurang: Permohonan nomor {number} belum tercatat pada hari yang sama.
          baik: Permohonan nomor {number} tercatat pada hari yang sama dengan jelas.
"""


def text(start: date, word: str) -> str:
    """One version."""
    lines, number = HEAD.format(start=start), 0
    while lines.count("\n") < LINES:
        number += 1
        lines += INDICATOR.format(number=number, word=word)
    return lines


def write(folder: Path) -> list[Path]:
    """A repository whose main holds every version."""
    for name in ("data", "schemas"):
        source = ROOT / name if name == "schemas" else ROOT / "tests/kasus/dasar/data"
        shutil.copytree(source, folder / name)
    shutil.rmtree(folder / FOLDER, ignore_errors=True)
    (folder / FOLDER).mkdir(parents=True)
    paths = []
    for number in range(FILES):
        start = date(2027, 1, 1) + timedelta(days=number)
        paths.append(folder / FOLDER / f"{start}.yaml")
        paths[-1].write_text(text(start, "lama"), "utf-8")
    git = ["git", "-C", str(folder), "-c", "user.name=Uji", "-c", "user.email=uji@example.org"]
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "Data"]):
        subprocess.run([*git, *command], check=True)
    return paths


def seconds(folder: Path) -> tuple[float, float]:
    """Of `periksa` and of `beda`."""
    found = []
    for command in (["periksa"], ["beda", "--format", "markdown"]):
        begun = _spent()
        arguments = [sys.executable, "-m", "kinerja", "--akar", str(folder), "--tanggal", "2026-11-24", *command]
        done = subprocess.run(arguments, capture_output=True, text=True, check=False)
        found.append(_spent() - begun)
        assert "Traceback" not in done.stderr, done.stderr
    return found[0], found[1]


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure() -> tuple[tuple[float, float], tuple[float, float]]:
    """Seconds of `periksa` and `beda` where one file differs, and where all do."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = write(folder)
        start = date(2027, 1, 1)
        seconds(folder)
        paths[0].write_text(text(start, "baru"), "utf-8")
        one = seconds(folder)
        for number, path in enumerate(paths):
            path.write_text(text(start + timedelta(days=number), "baru"), "utf-8")
        shutil.rmtree(folder / ".kinerja-cache", ignore_errors=True)
        return one, seconds(folder)


if __name__ == "__main__":
    for what, (periksa, beda) in zip(("one file changed", "every file changed"), measure(), strict=True):
        print(f"{what}: periksa {periksa:.2f} s, beda {beda:.2f} s, together {periksa + beda:.2f} s")
