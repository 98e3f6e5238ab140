"""`kinerja himpun waktu`, as an officer meets it: everything is written, or nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
TITLES = "Nomor,Nama,NIK,Layanan,Tanggal masuk,Berkas lengkap,Tanggal selesai,Status,Warna map\n"
NIK = "647201" + "010101" + "000"  # put together here: no file may hold one
GOOD = (
    f"1,Siti Rahasia,{NIK}1,Surat,6/7/2026,6/7/2026,13/7/2026,selesai,merah\n"
    f"2,Budi Rahasia,{NIK}2,Surat,14/7/2026,14/7/2026,,proses,biru\n"
    f"3,Ani Rahasia,{NIK}3,Salinan arsip,14/7/2026 08:00,14/7/2026 08:00,14/7/2026 08:40,selesai,biru\n"
)
PLACES = [f"data/capaian-layanan/2026-tw3/{slug}.yaml" for slug in ("salinan-arsip", "surat-contoh")]
NEW, OLD = PLACES


@pytest.fixture
def akar(root: Path, tmp_path: Path) -> Path:
    """The small valid repository of the cases, free to be changed."""
    shutil.copytree(root / "tests/kasus/dasar/data", tmp_path / "akar/data")
    shutil.copytree(root / "schemas", tmp_path / "akar/schemas")
    return tmp_path / "akar"


@pytest.fixture
def run(akar: Path) -> Run:
    """`kinerja himpun waktu …` in a process of its own, for the third quarter."""

    def himpun(sumber: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "kinerja", "--akar", str(akar), "--tanggal", "2026-11-24", "himpun", "waktu"]
        command += [str(sumber), "--periode", "2026-tw3", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    return himpun


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register outside the repository, with columns that nobody is to see again."""
    path = tmp_path / "register.csv"
    path.write_text(TITLES + GOOD, "utf-8")
    return path


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_register_becomes_files_that_the_checks_accept(run: Run, akar: Path, register: Path) -> None:
    """At their place in data/; the report tells what was read, left out and dropped."""
    done = run(register)

    assert (0, "") == (done.returncode, done.stderr)
    assert "3 baris dibaca, 3 dihitung" in done.stdout
    assert "Kolom pribadi dibuang sebelum dibaca: nama (kolom B) dan NIK (kolom C)" in done.stdout
    assert "Tidak dikenal dan tidak dibaca: kolom I" in done.stdout
    assert [True, True] == [f"{akar / NEW}: ditulis." in done.stdout, f"{akar / OLD}: diganti" in done.stdout]
    assert 'median: "40"' in (akar / NEW).read_text("utf-8")
    check = [sys.executable, "-m", "kinerja", "--akar", str(akar), "--tanggal", "2026-11-24", "periksa"]
    assert 0 == subprocess.run(check, check=False, capture_output=True).returncode


def test_nothing_personal_reaches_the_terminal_or_a_file(run: Run, akar: Path, register: Path) -> None:
    """Neither when it is counted nor when it is refused."""
    good = run(register)
    register.write_text(TITLES + GOOD.replace(",selesai,", ",Rahasia,").replace("Surat", "Surat Rahasia"), "utf-8")
    bad = run(register)

    said = good.stdout + good.stderr + bad.stdout + bad.stderr + "".join(map(str, snapshot(akar).values()))
    assert (0, 1) == (good.returncode, bad.returncode)
    assert not any(word in said for word in ("Rahasia", "Siti", "64720101", "Warna", "merah"))


def test_the_second_run_leaves_identical_files_alone(run: Run, akar: Path, register: Path) -> None:
    """The same register gives the same bytes."""
    run(register)
    before = {path: (akar / path).stat().st_mtime_ns for path in PLACES}

    done = run(register)

    assert 2 == done.stdout.count("tidak berubah")
    assert before == {path: (akar / path).stat().st_mtime_ns for path in PLACES}


def test_a_row_that_cannot_be_used_keeps_everything_as_it_was(run: Run, akar: Path, register: Path) -> None:
    """Exit code 1, every reason, no file."""
    register.write_text(TITLES + GOOD + "4,X,1,Surat,15/7/2026,15/7/2026,14/7/2026,selesai,-\n", "utf-8")
    before = snapshot(akar)

    done = run(register)

    assert (1, before) == (done.returncode, snapshot(akar))
    assert "register.csv:5:7: register-urutan:" in done.stderr
    assert "Tidak ada yang ditulis" in done.stderr


def test_a_file_that_cannot_be_written_takes_the_others_back(run: Run, register: Path, tmp_path: Path) -> None:
    """A folder stands where the second file is to be; the first one gets its old bytes back."""
    folder = tmp_path / "hasil"
    (folder / "surat-contoh.yaml").mkdir(parents=True)
    (folder / "salinan-arsip.yaml").write_text("lama", "utf-8")

    done = run(register, "--keluaran", str(folder))

    assert (1, True) == (done.returncode, "tidak dapat ditulis" in done.stderr)
    assert {"salinan-arsip.yaml": b"lama"} == snapshot(folder)
    assert ["salinan-arsip.yaml", "surat-contoh.yaml"] == sorted(path.name for path in folder.iterdir())


def test_what_the_checks_refuse_is_not_written(run: Run, akar: Path, register: Path) -> None:
    """The documents are read back beside everything else in data/."""
    (akar / "data/perangkat-daerah/dinas-arsip.yaml").unlink()
    before = snapshot(akar)

    done = run(register)

    assert (1, before) == (done.returncode, snapshot(akar))
    assert "data/layanan/dinas-arsip/salinan-arsip.yaml:" in done.stderr


def test_raw_records_in_the_repository_are_refused(run: Run, akar: Path, register: Path) -> None:
    """They would be published with the next commit; a link into it is no way around."""
    inside = akar / "register.csv"
    shutil.copy(register, inside)
    link = register.with_name("tautan.csv")
    link.symlink_to(inside)

    assert [2, 2] == [run(inside).returncode, run(link).returncode]


@pytest.mark.parametrize("arguments", [("--layanan", "tidak-ada"), ("--cara", "lisan"), ("--periode", "2026-tw5")])
def test_wrong_use_is_told_apart_from_wrong_data(run: Run, register: Path, arguments: tuple[str, str]) -> None:
    """Exit code 2."""
    assert 2 == run(register, *arguments).returncode


def test_the_result_can_go_elsewhere(run: Run, akar: Path, register: Path, tmp_path: Path) -> None:
    """Into a folder, or one document into a file; the repository stays as it is."""
    before = snapshot(akar)
    folder, file = tmp_path / "hasil", tmp_path / "satu.yaml"

    assert 0 == run(register, "--keluaran", str(folder)).returncode
    assert 0 == run(register, "--layanan", "surat-contoh", "--keluaran", str(file)).returncode
    assert 2 == run(register, "--keluaran", str(file)).returncode
    assert ["salinan-arsip.yaml", "surat-contoh.yaml"] == sorted(snapshot(folder))
    assert file.read_bytes() == (folder / "surat-contoh.yaml").read_bytes()
    assert before == snapshot(akar)


def test_counting_on_a_later_day_than_the_newest_commit_is_no_mistake(run: Run, akar: Path, register: Path) -> None:
    """The file is committed after it was made."""
    assert 0 == run(register, "--dihitung-pada", "2026-12-01").returncode
    assert "dihitung_pada: 2026-12-01" in (akar / OLD).read_text("utf-8")


def test_a_real_register_of_another_city(run: Run, akar: Path, shared: Path) -> None:
    """Month first without padding, open requests, other people's words: counted without a change to the file."""
    source = (akar / "data/layanan/dinas-contoh/surat-contoh.yaml").read_text("utf-8")
    made = {"bangkai-contoh": "Dead Animal", "aniaya-contoh": "Animal-Abuse", "taman-contoh": "Animal in a Park"}
    for slug, alias in made.items():
        text = source.replace("  - Surat\n", f"  - {alias}\n").replace("hari-kerja", "jam")
        text = text.replace("nama: Penerbitan Surat Contoh", f"nama: Layanan {alias} Contoh")
        path = akar / f"data/layanan/dinas-contoh/{slug}.yaml"
        path.write_text(text.replace("berkas-lengkap", "permohonan-diterima"), "utf-8")

    refused = run(shared / "real/requests_register.csv", "--periode", "2025-tw1")
    done = run(shared / "real/requests_register.csv", "--periode", "2025-tw1", "--layanan", "bangkai-contoh")

    assert (1, 6) == (refused.returncode, refused.stderr.count("nama layanan tidak dikenal"))
    assert (0, True, True) == (
        done.returncode,
        "4.969 baris dibaca, 1.695 dihitung" in done.stdout,
        "92 dari 1.695 permohonan masih terbuka" in done.stdout,
    )
    assert "dibaca bulan-hari-tahun" in done.stdout
