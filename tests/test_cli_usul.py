"""`kinerja usul kriteria`: the next version, with everything carried over but what belongs to the old one alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from kinerja.cli import cli
from kinerja.cli.usul import renewed
from kinerja.load import strict
from kinerja.load.repository import load_repository, read_sources

LAMA = "data/kriteria/petugas-contoh/2027-01-01.yaml"
BARU = "data/kriteria/petugas-contoh/2027-07-01.yaml"


@pytest.fixture
def akar(root: Path, tmp_path: Path) -> Path:
    """The small city, with a comment in its criteria."""
    for berkas, data in read_sources(root / "tests/kasus/dasar").items():
        (tmp_path / berkas).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / berkas).write_bytes(data)
    text = (tmp_path / LAMA).read_text("utf-8")
    (tmp_path / LAMA).write_text(text.replace("aspek:", "# Dua aspek saja.\naspek:"), "utf-8")
    (tmp_path / "schemas").symlink_to(root / "schemas")
    return tmp_path


def run(akar: Path, *arguments: str) -> tuple[int, str]:
    """Exit code and output of one call."""
    done = CliRunner().invoke(cli, ["--akar", str(akar), "--tanggal", "2026-11-24", *arguments])
    return done.exit_code, " ".join(done.output.split())


def test_the_new_version_has_the_content_of_the_last_one(akar: Path) -> None:
    assert run(akar, "usul", "kriteria", "petugas-contoh", "--berlaku", "2027-07-01")[0] == 0
    *_, lama, baru = load_repository(akar).kriteria["petugas-contoh"]
    assert (baru.aspek, baru.tingkat, baru.dasar, baru.judul) == (lama.aspek, lama.tingkat, lama.dasar, lama.judul)
    assert baru.berlaku_mulai == date(2027, 7, 1)


def test_comments_are_kept(akar: Path) -> None:
    run(akar, "usul", "kriteria", "petugas-contoh", "--berlaku", "2027-07-01")
    assert "\n# Dua aspek saja.\naspek:" in (akar / BARU).read_text("utf-8")


def test_reason_and_approval_are_left_to_be_filled_in(akar: Path) -> None:
    run(akar, "usul", "kriteria", "petugas-contoh", "--berlaku", "2027-07-01")
    code, output = run(akar, "periksa", str(akar / BARU))
    assert code == 1
    assert "perubahan-tanpa-alasan" in output
    assert "perubahan-tanpa-persetujuan" in output
    assert "# alasan_perubahan: …" in (akar / BARU).read_text("utf-8")


def test_the_file_passes_once_the_comments_are_filled_in_and_no_ellipsis_is_left(akar: Path) -> None:
    run(akar, "usul", "kriteria", "petugas-contoh", "--berlaku", "2027-07-01")
    text = (akar / BARU).read_text("utf-8")
    for line in ("# alasan_perubahan", "# persetujuan", "#   oleh", "#   tanggal"):
        text = text.replace(line, line.removeprefix("# ").replace("#   ", "  "))
    (akar / BARU).write_text(text, "utf-8")
    assert run(akar, "periksa", str(akar / BARU))[0] == 1
    (akar / BARU).write_text(text.replace(": …", ": Diisi"), "utf-8")
    counted = f"{len(read_sources(akar))} berkas diperiksa: 0 galat, 0 peringatan."
    assert run(akar, "periksa", str(akar / BARU)) == (0, counted)


@pytest.mark.parametrize(
    ("jabatan", "berlaku", "pesan"),
    [
        ("petugas-contoh", "2026-11-24", "kriteria tidak berlaku surut"),
        ("petugas-contoh", "2027-01-01", "versi terakhir sudah mulai berlaku 1 Januari 2027"),
        ("guru", "2027-07-01", "Yang ada: petugas-contoh, semua-asn"),
    ],
)
def test_what_cannot_be_a_new_version_is_refused(akar: Path, jabatan: str, berlaku: str, pesan: str) -> None:
    before = read_sources(akar)
    code, output = run(akar, "usul", "kriteria", jabatan, "--berlaku", berlaku)
    assert code == 2
    assert pesan in output
    assert read_sources(akar) == before


def test_a_repeal_is_not_carried_over() -> None:
    text = "judul: Uji\nberlaku_mulai: 2026-01-01\ndicabut: true\n\n# Daftar aspek\naspek: []\n"
    made = renewed(text, date(2027, 7, 1), date(2026, 11, 24))
    assert "dicabut" not in made
    assert "\n# Daftar aspek\naspek: []\n" in made


def test_the_new_text_of_every_version_of_the_project_is_valid_yaml(root: Path) -> None:
    for path in (root / "data/kriteria").rglob("*.yaml"):
        made = renewed(path.read_text("utf-8"), date(2027, 7, 1), date(2026, 11, 24))
        assert strict.parse(made.encode(), path.name).problems == ()
