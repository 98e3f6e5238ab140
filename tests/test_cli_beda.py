"""`kinerja beda` over a real git repository."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kinerja.diff.akibat import Akibat
from kinerja.diff.berkas import BedaBerkas
from kinerja.diff.butir import Butir
from kinerja.diff.laporan import BATAS, Laporan, as_markdown
from kinerja.diff.teks import Potongan

ROOT = Path(__file__).resolve().parent.parent
LAMA = "data/kriteria/petugas-layanan-contoh/2027-01-01.yaml"
BARU = "data/kriteria/petugas-layanan-contoh/2027-07-01.yaml"


def kinerja(*arguments: str, akar: Path) -> subprocess.CompletedProcess[str]:
    """`kinerja …` in a process of its own."""
    command = [sys.executable, "-m", "kinerja", "--akar", str(akar), "--tanggal", "2026-11-24", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def git(folder: Path, *arguments: str) -> str:
    """One git command in a repository of its own."""
    who = ("-c", "user.name=Penguji", "-c", "user.email=penguji@example.org")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def kerja(tmp_path: Path) -> Path:
    """A repository with the project's data on main, and a branch of a proposal checked out."""
    for folder in ("data", "schemas"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "Data")
    git(tmp_path, "switch", "-q", "-c", "usulan")
    return tmp_path


def edit(path: Path, *pairs: tuple[str, str]) -> None:
    """Replace what is there; what is not there is an error of the test."""
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def test_without_a_change_it_says_so_and_succeeds(kerja: Path) -> None:
    """In other words than a failure."""
    done = kinerja("beda", akar=kerja)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Tidak ada perubahan pada data/. ")


def test_comments_and_spaces_are_no_change_of_content(kerja: Path) -> None:
    """Told apart from substance, and from nothing at all."""
    edit(kerja / LAMA, ("status: contoh\n", "# Catatan penyunting\nstatus:   contoh\n"))
    done = kinerja("beda", akar=kerja)

    assert done.returncode == 0
    assert "Isi data tidak berubah: hanya tata tulis yang lain." in done.stdout
    assert LAMA in done.stdout


def test_a_new_version_is_compared_with_the_one_that_it_follows(kerja: Path) -> None:
    """The whole report, as it is printed."""
    shutil.copy(kerja / LAMA, kerja / BARU)
    edit(kerja / BARU, ("2027-01-01", "2027-07-01"), ('bobot: "35"', 'bobot: "33"'))
    base = git(kerja, "rev-parse", "main")[:10]
    done = kinerja("beda", akar=kerja)

    assert done.stdout == (
        f"Perubahan dari {base} ke folder kerja: 1 berkas; 2 diubah.\n"
        "\n"
        "Kriteria Petugas Layanan Contoh: versi baru\n"
        f"{BARU}, dibandingkan dengan {LAMA}\n"
        "\n"
        "Jenis perubahan yang disarankan: besar.\n"
        "\n"
        "- Berlaku mulai 1 Januari 2027 → 1 Juli 2027.\n"
        "- Bobot “Sikap melayani” 35 → 33 (−2), berlaku 1 Juli 2027; jumlah bobot 100 → 98;"
        " berlaku bagi jabatan fungsional lain contoh, jabatan pelaksana contoh, pejabat struktural contoh,"
        " dan 2 kelompok jabatan lain.\n"
        "\n"
        "Akibat, bila diterapkan pada data terakhir yang terbit\n"
        "\n"
        "- Kriteria: tidak dapat dihitung. Penilaian setiap pegawai tidak diterbitkan, jadi akibatnya bagi predikat"
        " tidak dapat dihitung.\n"
    )


def test_a_stated_kind_that_is_too_low_is_warned_of(kerja: Path) -> None:
    """Weights are no slip of the pen."""
    shutil.copy(kerja / LAMA, kerja / BARU)
    edit(kerja / BARU, ("2027-01-01", "2027-07-01"), ('bobot: "35"', 'bobot: "40"'))
    edit(kerja / BARU, ("status: contoh\n", "status: contoh\njenis_perubahan: perbaikan\n"))

    assert (
        "PERINGATAN: Berkas menyebut jenis perubahan perbaikan, tetapi isinya tampak besar."
        in kinerja("beda", akar=kerja).stdout
    )


def test_only_the_changes_of_the_branch_are_told_where_main_has_gone_on(kerja: Path) -> None:
    """From the commit that both share."""
    edit(kerja / LAMA, ("judul: ", "judul: Cabang "))
    git(kerja, "commit", "-q", "-am", "Usulan")
    git(kerja, "switch", "-q", "main")
    edit(kerja / "data/jadwal/2026.yaml", ("nama: ", "nama: Utama "))
    git(kerja, "commit", "-q", "-am", "Utama")
    git(kerja, "switch", "-q", "usulan")
    report = kinerja("beda", akar=kerja).stdout

    assert LAMA in report
    assert "data/jadwal" not in report


def test_two_revisions_are_compared_without_the_working_tree(kerja: Path) -> None:
    """Both by name."""
    edit(kerja / LAMA, ("judul: ", "judul: Cabang "))
    git(kerja, "commit", "-q", "-am", "Usulan")
    (kerja / "data/jadwal/2026.yaml").unlink()
    report = kinerja("beda", "main", "usulan", akar=kerja).stdout

    assert "Judul diubah." in report
    assert "data/jadwal" not in report


def test_two_files_are_compared_wherever_they_are(kerja: Path, tmp_path: Path) -> None:
    """As a preparation, without git."""
    other = tmp_path / "baru.yaml"
    shutil.copy(kerja / LAMA, other)
    edit(other, ('bobot: "35"', 'bobot: "34.5"'))

    assert (
        "Bobot “Sikap melayani” 35 → 34,5 (−0,5)" in kinerja("beda", str(kerja / LAMA), str(other), akar=kerja).stdout
    )


def test_a_removed_version_is_a_loss_and_stands_first(kerja: Path) -> None:
    """Before everything that is changed or new."""
    (kerja / LAMA).unlink()
    edit(kerja / "data/aturan/keberatan.yaml", ("tenggat_hari: 14", "tenggat_hari: 15"))
    report = kinerja("beda", akar=kerja).stdout

    assert report.index(LAMA) < report.index("data/aturan/keberatan.yaml")
    assert "berkas dihapus" in report
    assert "14 → 15 (+1)" in report


def test_a_file_with_another_name_is_moved_and_not_removed_and_added(kerja: Path) -> None:
    """Its content did not change."""
    git(kerja, "mv", "data/jabatan/guru.yaml", "data/jabatan/pendidik.yaml")
    report = kinerja("beda", akar=kerja).stdout

    assert "berkas berganti nama\ndata/jabatan/guru.yaml menjadi data/jabatan/pendidik.yaml" in report
    assert "dihapus" not in report


def test_a_new_version_of_a_rule_is_told_by_what_it_changes(kerja: Path) -> None:
    """And its effect on the last surveys."""
    path = kerja / "data/aturan/skm.yaml"
    last = path.read_text("utf-8").split("  - berlaku_mulai: 2017-01-01")[1]
    later = last.replace('"88.31"', '"85.00"')
    with path.open("a", encoding="utf-8") as file:
        file.write(f"  - berlaku_mulai: 2028-01-01{later}")
    report = kinerja("beda", akar=kerja).stdout

    assert "Versi mulai 1 Januari 2028 ditambahkan; isinya dibandingkan dengan versi sebelumnya." in report
    assert "Batas bawah pita “Sangat Baik”: 88,31 → 85,00 (−3,31), versi mulai 1 Januari 2028." in report
    assert "mutu B, Baik → mutu A, Sangat Baik." in report


def test_a_file_that_cannot_be_read_is_a_failure_and_the_others_are_told(kerja: Path) -> None:
    """“No change” would be a lie."""
    edit(kerja / LAMA, ("judul: ", "judul: Cabang "))
    (kerja / "data/jadwal/2026.yaml").write_text("status: [contoh\n", "utf-8")
    done = kinerja("beda", akar=kerja)

    assert done.returncode == 1
    assert done.stdout.startswith("Analisis gagal untuk 1 berkas. ")
    assert "- data/jadwal/2026.yaml:2:1: yaml-sintaks: " in done.stdout
    assert "Judul diubah." in done.stdout
    assert "Tidak ada perubahan" not in done.stdout


def test_a_revision_that_is_not_there_is_a_failure(kerja: Path) -> None:
    """Not an empty difference."""
    done = kinerja("beda", "tidak-ada", akar=kerja)

    assert done.returncode == 1
    assert "Analisis gagal: revisi tidak-ada tidak ada di sini." in done.stderr


def test_in_a_shallow_clone_it_says_how_to_get_the_history(
    kerja: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A workflow that fetched the newest commit only."""
    old = git(kerja, "rev-parse", "main")
    edit(kerja / LAMA, ("judul: ", "judul: Cabang "))
    git(kerja, "commit", "-q", "-am", "Usulan")
    clone = tmp_path_factory.mktemp("dangkal") / "klon"
    git(kerja, "clone", "-q", "--depth", "1", f"file://{kerja}", str(clone))
    done = kinerja("beda", old, akar=clone)

    assert done.returncode == 1
    assert "fetch-depth: 0" in done.stderr


def test_a_shallow_clone_without_main_is_a_failure_and_not_no_change(
    kerja: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Where the branch left main cannot be known there."""
    git(kerja, "checkout", "-qB", "lain")
    git(kerja, "commit", "-q", "--allow-empty", "-m", "Kosong")
    clone = tmp_path_factory.mktemp("dangkal") / "klon"
    git(kerja, "clone", "-q", "--depth", "1", "--branch", "lain", f"file://{kerja}", str(clone))
    done = kinerja("beda", akar=clone)

    assert done.returncode == 1
    assert "Analisis gagal" in done.stderr
    assert "git fetch --unshallow" in done.stderr


def test_a_file_that_is_not_there_is_called_by_its_name(kerja: Path) -> None:
    """It is no revision."""
    done = kinerja("beda", str(kerja / "data/portal.yaml"), str(kerja / "tidak-ada.yaml"), akar=kerja)

    assert done.returncode == 2
    assert "berkas tidak-ada.yaml tidak ada" in " ".join(done.stderr.split())


def test_for_programs_it_lists_every_change_with_place_and_values(kerja: Path) -> None:
    """JSON, with the sentences beside."""
    edit(kerja / "data/aturan/keberatan.yaml", ("tenggat_hari: 14", "tenggat_hari: 15"))
    found = json.loads(kinerja("beda", "--format", "json", akar=kerja).stdout)

    assert found["hasil"] == "berubah"
    (berkas,) = found["berkas"]
    (ubahan,) = berkas["ubahan"]
    assert (ubahan["jenis"], ubahan["lama"], ubahan["baru"]) == ("diubah", 14, 15)
    assert ubahan["ke"][-1] == "tenggat_hari"


def test_a_number_of_a_person_is_not_repeated(kerja: Path) -> None:
    """A report is posted where everybody reads it."""
    nip = "".join(("19850312", "201001", "1", "007"))
    edit(kerja / LAMA, ("judul: ", f"catatan: Hubungi {nip}.\njudul: "))

    for form in ("teks", "markdown", "json"):
        assert nip not in kinerja("beda", "--format", form, akar=kerja).stdout


# Markdown


def test_the_text_of_a_stranger_is_text_in_markdown(kerja: Path) -> None:
    """No link, no tag, no heading of theirs."""
    edit(
        kerja / LAMA, ("judul: Kriteria", 'judul: "Kriteria <b>[x](http://contoh.invalid)</b> # y"\ncatatan: Kriteria')
    )
    report = kinerja("beda", "--format", "markdown", akar=kerja).stdout

    assert r"\<b\>\[x\]" in report
    assert "<b>" not in report.replace(r"\<b\>", "")


def test_a_comment_is_capped_and_says_what_it_leaves_out() -> None:
    """GitHub refuses more; the whole report is an artefact."""
    butir = tuple(
        Butir("diubah", "versi ini", "uraian", f"Uraian {n} diubah.", (Potongan("ditambah", "kata " * 40),))
        for n in range(900)
    )
    berkas = (BedaBerkas(berkas="data/x.yaml", keadaan="diubah", judul="Judul", butir=butir),)
    report = as_markdown(Laporan(dari="a", ke="b", berkas=berkas, akibat=(Akibat(aturan="pita", sebab="entah."),)))

    shown = sum(line.startswith("- Uraian") for line in report.splitlines())
    assert len(report) <= BATAS + 300 < 60_000
    assert f"… dipotong: {900 - shown + 1} baris perubahan tidak ditampilkan di sini." in report
    assert "artefak `laporan`" in report
