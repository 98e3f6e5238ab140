"""What a proposal's comment says, word for word, in a real repository with branches."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kinerja.load.repository import read_sources

LAMA = "data/kriteria/petugas-contoh/2027-01-01.yaml"
KOMENTAR = """\
Perubahan dari {asal} ke folder kerja: 1 berkas; 2 diubah.

### Kriteria Petugas Contoh: diubah
data/kriteria/petugas-contoh/2027-01-01.yaml

Jenis perubahan yang disarankan: besar.

- Bobot *Ketepatan waktu* 40 → 45 (+5), berlaku 1 Januari 2027; jumlah bobot tetap 100; berlaku bagi petugas contoh.
- Bobot *Sikap melayani* 60 → 55 (−5), berlaku 1 Januari 2027; jumlah bobot tetap 100; berlaku bagi petugas contoh.

### Akibat, bila diterapkan pada data terakhir yang terbit

- Kriteria: tidak dapat dihitung. Penilaian setiap pegawai tidak diterbitkan, jadi akibatnya bagi predikat tidak dapat \
dihitung.
"""


def git(folder: Path, *arguments: str) -> str:
    """One git command."""
    author = ("-c", "user.name=Uji", "-c", "user.email=uji@uji.invalid", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True)
    return done.stdout.decode().strip()


@pytest.fixture
def usulan(root: Path, tmp_path: Path) -> Path:
    """The small city on `main`, and a branch on which two weights were changed."""
    for berkas, data in read_sources(root / "tests/kasus/dasar").items():
        (tmp_path / berkas).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / berkas).write_bytes(data)
    (tmp_path / "schemas").symlink_to(root / "schemas")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "data")
    git(tmp_path, "commit", "-qm", "Awal")
    git(tmp_path, "checkout", "-qb", "usulan")
    text = (tmp_path / LAMA).read_text("utf-8")
    text = text.replace('bobot: "40"', 'bobot: "45"').replace('bobot: "60"', 'bobot: "55"')
    (tmp_path / LAMA).write_text(text, "utf-8")
    git(tmp_path, "commit", "-qam", "Bobot")
    return tmp_path


def report(root: Path, folder: Path, asal: str) -> str:
    """What the workflow's script writes for the comment."""
    env = {**os.environ, "KINERJA": str(Path(sys.executable).parent / "kinerja")}
    done = subprocess.run(
        ["bash", str(root / ".github/laporan.sh"), asal, "laporan"],
        cwd=folder,
        env=env,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return (folder / "laporan/komentar.md").read_text("utf-8")


def test_the_comment_says_what_changed_word_for_word(root: Path, usulan: Path) -> None:
    assert report(root, usulan, "main") == KOMENTAR.format(asal=f"main ({git(usulan, 'rev-parse', 'main')[:10]})")


def test_a_proposal_that_changes_nothing_says_so(root: Path, usulan: Path) -> None:
    assert report(root, usulan, "usulan").startswith("Tidak ada perubahan pada data/.")


def test_an_analysis_that_fails_is_called_that(root: Path, usulan: Path) -> None:
    komentar = report(root, usulan, "tidak-ada")
    assert "Analisis gagal" in komentar
    assert "Tidak ada perubahan" not in komentar


def test_the_full_report_lies_beside_the_comment(root: Path, usulan: Path) -> None:
    report(root, usulan, "main")
    assert "Bobot “Ketepatan waktu” 40 → 45 (+5)" in (usulan / "laporan/lengkap.txt").read_text("utf-8")
