"""`kinerja pindai`: nothing of a person in any file, name, message or version, and no report repeats what it found.

No number that could be a person's stands in this file: each is put together when its test runs.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import zlib
from datetime import date
from pathlib import Path

import pytest

from kinerja.disclosure.pindai import Pindaian, Sumber, scan, scan_all, unused
from kinerja.model.portal import IzinPindai

TODAY = Pindaian(tanggal=date(2026, 11, 24))
NIP = "19850304" + "201001" + "1" + "007"
PHONE = "0812" + "3456" + "7890"
MAIL = "orang" + "@" + "kantor.co.id"


def png(kind: bytes, body: bytes) -> bytes:
    """A picture of nothing with one chunk of text."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(kind, body) + chunk(b"IEND", b"")


def found(berkas: str, data: bytes) -> list[tuple[str, int, int]]:
    """Words, line and column of each problem."""
    return [(problem.pesan, problem.baris, problem.kolom) for problem in scan(berkas, data, TODAY)]


@pytest.mark.parametrize(
    ("berkas", "data", "place"),
    [
        ("data/skm/2026/a.yaml", f"status: contoh\ncatatan: lihat {NIP}\n".encode(), (2, 16)),
        ("content/halaman/a.md", f"# Judul\n\nNIP {NIP[:8]} {NIP[8:14]} {NIP[14]} {NIP[15:]}\n".encode(), (3, 5)),
        ("grafik/a.csv", f"a,b\n1,{NIP}\n".encode(), (2, 3)),
        ("grafik/a.svg", f"<svg><text>{NIP}</text></svg>".encode(), (1, 12)),
        ("lama.txt", f"é {NIP}".encode("cp1252"), (1, 3)),
        ("lama16.txt", f"NIP {NIP}".encode("utf-16"), (1, 5)),
        ("a.png", png(b"tEXt", b"Comment\0" + NIP.encode()), (1, 1)),
        ("b.png", png(b"zTXt", b"Comment\0\0" + zlib.compress(NIP.encode())), (1, 1)),
        ("c.png", png(b"iTXt", b"Comment\0\0\0\0\0" + NIP.encode()), (1, 1)),
        ("d.bin", b"\0\xff\x80" * 100 + f"  nomor {NIP}  ".encode() + b"\0" * 9, (1, 1)),
    ],
)  # fmt: skip
def test_a_planted_number_is_found_in_every_kind_of_file(berkas: str, data: bytes, place: tuple[int, int]) -> None:
    """With its place where the file is text."""
    assert [("ada NIP", *place)] == found(berkas, data)


def test_a_report_never_repeats_what_was_found() -> None:
    """Not the number in a file, nor the one in its name."""
    text = "".join(str(problem) for problem in scan(f"data/{NIP}.yaml", f"a: {NIP} {PHONE} {MAIL}".encode(), TODAY))

    assert "nama berkas ini memuat data pribadi" in text
    assert [] == [value for value in (NIP, PHONE, MAIL, NIP[:8]) if value in text]


@pytest.mark.parametrize("data", [b"PK\3\4", b"\xd0\xcf\x11\xe0", b"PAR1", b"\x1f\x8b"])
@pytest.mark.parametrize("name", ["rekap.xlsx", "REKAP.XLSX", "rekap.bak", "catatan.yaml"])
def test_raw_records_have_no_place_in_the_repository_whatever_they_are_called(name: str, data: bytes) -> None:
    """By their bytes: workbooks, zips, Parquet, what is compressed."""
    assert [("catatan mentah atau berkas mampat tidak boleh masuk ke repositori", 1, 1)] == found(name, data)


def test_a_name_is_looked_for_in_results_only() -> None:
    """A regulation may name a minister; a survey names nobody."""
    text = b"catatan: oleh Budi Contoh, S.Pd.\n"

    assert [("ada nama orang di samping gelar atau sapaan", 1, 15)] == found("data/skm/2026/a.yaml", text)
    assert [] == found("content/halaman/a.md", text)


def test_official_contacts_are_allowed_and_others_are_not() -> None:
    """However they are spaced."""
    official = Pindaian(tanggal=TODAY.tanggal, resmi=frozenset({PHONE[1:]}))
    text = f"+62 {PHONE[1:4]}-{PHONE[4:8]}-{PHONE[8:]}, {MAIL}".encode()

    assert ["ada alamat surel"] == [problem.pesan for problem in scan("a.md", text, official)]


def test_an_address_that_belongs_to_nobody_is_no_persons() -> None:
    """Reserved domains."""
    assert [] == found("a.md", b"uji@example.org, orang@kantor.example")


def test_an_allowance_covers_its_kind_in_its_file_only_and_must_be_used() -> None:
    """Else allowances pile up, and one day hide a person."""
    izin = (
        IzinPindai(jenis="NIP", jalur="a.md", alasan="rekaan"),
        IzinPindai(jenis="NIK", jalur="a.md", alasan="rekaan"),
        IzinPindai(jenis="NIP", alasan="tanpa tempat"),
    )
    sources = [
        Sumber(berkas="a.md", data=f"{NIP} {PHONE}".encode()),
        Sumber(berkas="b.md", data=NIP.encode()),
    ]
    problems, used = scan_all(sources, TODAY, izin)

    assert [("a.md", "ada nomor telepon"), ("b.md", "ada NIP")] == [(p.berkas, p.pesan) for p in problems]
    assert [1, 2] == [finding.at[1] for finding in unused(izin, used, riwayat=False)]


# A real repository


def kinerja(*arguments: str, akar: Path) -> subprocess.CompletedProcess[str]:
    """`kinerja …` in a process of its own."""
    command = [sys.executable, "-m", "kinerja", "--akar", str(akar), "--tanggal", "2026-11-24", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def city(tmp_path: Path, root: Path) -> Path:
    """The small city of the cases in a git repository of its own."""
    shutil.copytree(root / "tests/kasus/dasar/data", tmp_path / "data")
    shutil.copytree(root / "schemas", tmp_path / "schemas")
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "Mulai")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    """One git command."""
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    identity = ("-c", "user.name=uji", "-c", "user.email=uji@example.org")
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, env=environment)


def commit(folder: Path, message: str) -> None:
    """Everything, with a message."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)


def test_a_clean_repository_is_silent(city: Path) -> None:
    """Files and history."""
    assert 0 == kinerja("pindai", "--riwayat", akar=city).returncode


def test_periksa_refuses_a_file_with_a_number_before_it_is_committed(city: Path) -> None:
    """So the hook stops it. The report names kind, line and column."""
    (city / "catatan.md").write_text(f"Tanya {PHONE}\n", "utf-8")
    done = kinerja("periksa", akar=city)

    assert 1 == done.returncode
    assert "catatan.md:1:7: data-pribadi: ada nomor telepon" in done.stdout
    assert PHONE not in done.stdout + done.stderr


def test_what_was_deleted_is_still_in_the_history(city: Path) -> None:
    """A version, a file name, and a message of a commit: each is found, none is repeated."""
    (city / "data" / "salah.txt").write_text(f"a\nb {NIP}\n", "utf-8")
    (city / f"foto {NIP}.txt").write_text("kosong\n", "utf-8")
    commit(city, "Salah")
    (city / "data" / "salah.txt").unlink()
    (city / f"foto {NIP}.txt").unlink()
    commit(city, f"Hapus data, hubungi {PHONE}")
    now, ever = kinerja("pindai", akar=city), kinerja("pindai", "--riwayat", akar=city)

    assert (0, 1) == (now.returncode, ever.returncode)
    assert ":data/salah.txt:2:3: data-pribadi: ada NIP" in ever.stdout
    assert "riwayat:nama berkas:foto ….txt:1:1: data-pribadi: nama berkas ini memuat data pribadi" in ever.stdout
    assert ":pesan:1:21: data-pribadi: ada nomor telepon" in ever.stdout
    assert [] == [value for value in (NIP, PHONE) if value in ever.stdout + ever.stderr]


def test_what_is_ready_to_be_committed_is_looked_at_too(city: Path) -> None:
    """A file that was changed or deleted after `git add`: the commit would hold the old text."""
    for name in ("a.md", "b.md"):
        (city / name).write_text(f"Tanya {PHONE}\n", "utf-8")
    git(city, "add", "a.md", "b.md")
    (city / "a.md").write_text("bersih\n", "utf-8")
    (city / "b.md").unlink()
    done = kinerja("periksa", akar=city)

    assert 1 == done.returncode
    assert "siap disimpan:a.md:1:7: data-pribadi" in done.stdout
    assert "siap disimpan:b.md:1:7: data-pribadi" in done.stdout


def test_the_message_of_a_commit_is_looked_at_before_it_is_made(city: Path, root: Path) -> None:
    """By the second hook."""
    message = city / "pesan.txt"
    message.write_text(f"Betulkan data {NIP}\n", "utf-8")
    bad = kinerja("pindai", "--pesan", str(message), akar=city)
    message.write_text("Betulkan data\n", "utf-8")
    good = kinerja("pindai", "--pesan", str(message), akar=city)

    assert (1, 0) == (bad.returncode, good.returncode)
    assert "pesan commit:1:15: data-pribadi: ada NIP" in bad.stdout
    assert "pindai --pesan" in (root / ".githooks/commit-msg").read_text("utf-8")


def test_names_of_branches_and_tags_are_part_of_the_history(city: Path) -> None:
    """They are public too."""
    git(city, "branch", f"data-{NIP}")
    done = kinerja("pindai", "--riwayat", akar=city)

    assert "riwayat:cabang atau tag:heads/data-…:1:1: data-pribadi" in done.stdout
    assert NIP not in done.stdout


def test_a_personal_file_name_is_masked_in_every_message(city: Path) -> None:
    """Of every rule, not only of this one."""
    (city / "data/skm/2026-tw3" / f"{NIP}.yaml").write_text("status: contoh\n", "utf-8")
    done = kinerja("periksa", akar=city)

    assert 1 == done.returncode
    assert NIP not in done.stdout + done.stderr


def test_a_location_outside_of_the_repository_is_refused(city: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Silence would be taken for clean."""
    assert 2 == kinerja("pindai", str(tmp_path_factory.mktemp("lain")), akar=city).returncode


def test_a_location_limits_the_report(city: Path) -> None:
    """The scan stays whole."""
    (city / "a.md").write_text(f"{PHONE}\n", "utf-8")
    (city / "b.md").write_text(f"{PHONE}\n", "utf-8")
    done = kinerja("pindai", str(city / "a.md"), akar=city)

    assert "a.md:1:1" in done.stdout
    assert "b.md" not in done.stdout


def test_this_repository_shows_nobody(root: Path) -> None:
    """Every file that is in git or would go into it."""
    done = kinerja("pindai", akar=root)

    assert (0, "") == (done.returncode, done.stderr), done.stdout
