"""Measures `kinerja pindai --riwayat` on a made history. `python tests/bench/pindai.py [COMMITS]` prints it."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SEED = 20261124
COMMITS = 2_000
FILES = 3  # changed by each commit


def write_history(folder: Path, commits: int) -> None:
    """A repository whose every commit changes a few data files of the usual size, through `git fast-import`."""
    subprocess.run(["git", "init", "-q", "-b", "main", str(folder)], check=True)
    shutil.copytree(ROOT / "tests/kasus/dasar/data", folder / "data")
    shutil.copytree(ROOT / "schemas", folder / "schemas")
    chance = random.Random(SEED)
    samples = [path.read_text("utf-8") for path in sorted((ROOT / "data").rglob("*.yaml"))]
    with subprocess.Popen(["git", "-C", str(folder), "fast-import", "--quiet"], stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        for number in range(commits):
            message = f"Perubahan {number}".encode()
            head = f"commit refs/heads/main\ncommitter uji <uji@example.org> {1_700_000_000 + number} +0800\n"
            process.stdin.write(head.encode() + b"data %d\n%s\n" % (len(message), message))
            for _ in range(FILES):
                text = f"# {number}\n{chance.choice(samples)}".encode()
                name = f"arsip/berkas-{chance.randrange(400)}.yaml"
                process.stdin.write(f"M 644 inline {name}\ndata {len(text)}\n".encode() + text + b"\n")


def pindai(commits: int = COMMITS) -> float:
    """Seconds of the scan of files and history."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_history(folder, commits)
        command = [
            sys.executable,
            "-m",
            "kinerja",
            "--akar",
            str(folder),
            "--tanggal",
            "2026-11-24",
            "pindai",
            "--riwayat",
        ]
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - begun


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else COMMITS
    print(f"{wanted} commits: {pindai(wanted):.2f} s")
