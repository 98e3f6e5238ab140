"""`kinerja serang`, and the attack as a part of `periksa`: on a small repository with a history."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kinerja import git
from kinerja.checks import perlindungan
from kinerja.cli import serangan
from kinerja.load.repository import Loaded, load, read_sources
from kinerja.load.schema import Schemas
from kinerja.load.write import to_yaml
from kinerja.model.dokumen import Sumber
from kinerja.model.hasil import KELAS, BarisHasil, Hasil

TODAY = date(2026, 11, 24)
Run = Callable[..., subprocess.CompletedProcess[str]]


def table(*counts: int, kelipatan: int = 5, rilis_ke: int = 1) -> Hasil:
    """The fictional office of the base case: its 62 people by class."""
    named = dict(zip(KELAS, (*counts, 0, 0, 0), strict=False))
    baris = BarisHasil(perangkat_daerah="dinas-contoh", jumlah=sum(counts), **named)  # type: ignore[arg-type]
    return Hasil(
        berkas="data/hasil/2026-tw3/predikat-perangkat-daerah.yaml", status="contoh", periode="2026-tw3",
        tabel="predikat-perangkat-daerah", isi="predikat", dimensi=("perangkat-daerah",), satuan="orang",
        penyebut="Semua pegawai.", kelipatan=kelipatan, keadaan="sementara", rilis_ke=rilis_ke,
        dihitung_pada=date(2026, 10, 5), baris=(baris,),
        sumber=(Sumber(judul="Laporan peragaan", penerbit="Portal ini"),),
    )  # fmt: skip


def heads(jumlah: int) -> Hasil:
    """How many people work there."""
    baris = BarisHasil(perangkat_daerah="dinas-contoh", jumlah=jumlah)
    return replace(
        table(1, 1, 1, kelipatan=1), berkas="data/hasil/2026-tw3/jumlah-pegawai.yaml", tabel="jumlah-pegawai",
        isi="jumlah-pegawai", baris=(baris,),
    )  # fmt: skip


def publish(akar: Path, *documents: Hasil) -> None:
    """Write and commit."""
    for hasil in documents:
        (akar / hasil.berkas).parent.mkdir(parents=True, exist_ok=True)
        (akar / hasil.berkas).write_bytes(to_yaml(hasil))
    identity = ("-c", "user.name=uji", "-c", "user.email=uji@example.org")
    for arguments in (("add", "-A"), (*identity, "commit", "-q", "-m", "terbitkan")):
        subprocess.run(["git", "-C", str(akar), *arguments], check=True, env={**os.environ})


@pytest.fixture
def akar(root: Path, tmp_path: Path) -> Path:
    """The base case without its exact tables, in git."""
    shutil.copytree(root / "tests/kasus/dasar/data", tmp_path / "data")
    shutil.copytree(root / "schemas", tmp_path / "schemas")
    for path in (tmp_path / "data/hasil").rglob("*.yaml"):
        path.unlink()
    (tmp_path / ".gitignore").write_text(".kinerja-cache/\n")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    return tmp_path


@pytest.fixture
def run(akar: Path) -> Run:
    """`kinerja serang …` there."""

    def kinerja(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "kinerja", "--akar", str(akar), "--tanggal", "2026-11-24", "serang"]
        return subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)

    return kinerja


def loaded(akar: Path) -> Loaded:
    """The repository as it is on disk."""
    return load(read_sources(akar), Schemas.read(akar / "schemas"))


def test_safe_tables_are_called_safe(akar: Path, run: Run) -> None:
    """Exit code 0."""
    publish(akar, table(10, 45, 5), heads(62))

    done = run()

    assert (0, True) == (done.returncode, done.stdout.endswith("  aman\n")), done.stdout + done.stderr
    assert "2026-tw3 (contoh): 6 hitungan diserang, selang tersempit 4" in done.stdout


def test_what_can_be_concluded_is_told_with_its_chain(akar: Path, run: Run) -> None:
    """Exit code 1; names of the data, not slugs."""
    publish(akar, table(0, 15, 0), heads(11))

    done = run(str(akar / "data/hasil/2026-tw3"))

    assert 1 == done.returncode
    assert "paling sedikit 11 menurut angka yang terbit, dari 11 orang" in done.stdout
    assert "Baik Dinas Contoh" in done.stdout


def test_the_report_for_programs_has_every_count(akar: Path, run: Run) -> None:
    """Safe ones too."""
    publish(akar, table(10, 45, 5), heads(62))

    (report,) = json.loads(run("--format", "json").stdout)

    assert (True, "2026-tw3", "contoh", []) == tuple(report[key] for key in ("aman", "periode", "status", "masalah"))
    assert [*KELAS] == [sel["hitungan"] for sel in report["hitungan"]]
    assert {"kelompok", "hitungan", "nama", "terbit", "bawah", "atas", "perlu", "ruang", "aman", "rantai"} == set(
        report["hitungan"][0]
    )


def test_other_folders_have_nothing_to_attack(akar: Path, run: Run) -> None:
    """A place without tables."""
    publish(akar, table(0, 15, 0), heads(11))

    assert (0, "Tidak ada tabel hasil di sini.\n") == (
        (done := run(str(akar / "data/jabatan"))).returncode,
        done.stdout,
    )


def test_former_releases_come_out_of_the_history(akar: Path, run: Run) -> None:
    """An exact table stays in git when a rounded one takes its place."""
    publish(akar, table(9, 46, 6, kelipatan=1))
    publish(akar, table(10, 45, 5, rilis_ke=2), heads(61))

    done = run()

    assert 1 == done.returncode
    assert "bersama rilis sebelumnya dapat disimpulkan: Sangat Baik Dinas Contoh pasti 9" in done.stdout


def fiction(hasil: Hasil, penerbit: str) -> Hasil:
    """The same table, made up by somebody."""
    return replace(hasil, sumber=(Sumber(judul="Laporan peragaan", penerbit=penerbit),))


def test_another_fiction_in_the_history_says_nothing_of_this_one(akar: Path, run: Run) -> None:
    """Made-up tables are of the people of their own publisher, whatever stood there before."""
    exact, now = table(9, 46, 6, kelipatan=1), (table(10, 45, 5, rilis_ke=2), heads(61))
    publish(akar, exact)
    publish(akar, *(fiction(hasil, "Kota kedua") for hasil in now))
    other = run()
    publish(akar, fiction(table(10, 46, 5, kelipatan=1, rilis_ke=3), "Kota kedua"))
    publish(akar, *(fiction(replace(hasil, rilis_ke=4), "Kota kedua") for hasil in now))
    own = run()

    assert (0, 1) == (other.returncode, own.returncode), other.stdout + own.stdout
    assert "bersama rilis sebelumnya dapat disimpulkan" in own.stdout


def test_what_is_real_is_of_the_same_people_whoever_publishes_it(akar: Path, run: Run) -> None:
    """A new name of the source hides nothing; nor is a fiction a release of what is real."""
    exact, now = table(9, 46, 6, kelipatan=1), (table(10, 45, 5, rilis_ke=2), heads(61))
    publish(akar, exact)
    publish(akar, *(replace(hasil, status="resmi") for hasil in now))
    fictional = run()
    publish(akar, replace(exact, status="resmi"))
    publish(akar, *(replace(fiction(hasil, "Penerbit baru"), status="resmi", rilis_ke=3) for hasil in now))
    real = run()

    assert (0, 1) == (fictional.returncode, real.returncode), fictional.stdout + real.stdout
    assert "bersama rilis sebelumnya dapat disimpulkan" in real.stdout


def ratings(periode: str, *counts: int) -> Hasil:
    """How often the officers of the base case were on time."""
    levels = dict(zip(("sesuai", "di-atas"), counts, strict=True))
    baris = BarisHasil(indikator="tepat-waktu", jumlah=sum(counts), tingkat=levels)
    return replace(
        table(0), berkas=f"data/hasil/{periode}/aspek-petugas-contoh.yaml", tabel="aspek-petugas-contoh", isi="aspek",
        periode=periode, kelompok="petugas-contoh", satuan="penilaian", dimensi=("indikator",), baris=(baris,),
    )  # fmt: skip


def test_a_year_is_attacked_with_its_quarters(akar: Path, run: Run) -> None:
    """Every table safe by itself; one quarter that is published later makes the year unsafe."""
    quarters = [ratings(f"2025-tw{i}", 0, 10) for i in range(1, 5)]
    publish(akar, ratings("2025", 0, 20), *quarters[:3])
    before, remembered = run(), serangan.protection(akar, TODAY, loaded(akar))
    publish(akar, quarters[3])
    after = serangan.protection(akar, TODAY, loaded(akar))

    assert (0, ()) == (before.returncode, remembered), before.stdout
    assert {"data/hasil/2025/aspek-petugas-contoh.yaml"} <= {problem.berkas for problem in after}
    assert all("bersama tabel periode di dalamnya dapat disimpulkan" in problem.pesan for problem in after)


def test_very_many_findings_are_cut_short_in_the_check_but_not_in_the_command(akar: Path, run: Run) -> None:
    """Twenty, and how many more there are; `kinerja serang` has all."""
    rows = tuple(replace(table(0, 9, 0).baris[0], perangkat_daerah=None, jabatan=f"j{i}") for i in range(9))
    publish(akar, replace(table(0, 9, 0, kelipatan=1), baris=rows, dimensi=("jabatan",)))

    found, (report,) = serangan.protection(akar, TODAY, loaded(akar)), json.loads(run("--format", "json").stdout)

    assert perlindungan.TERBANYAK + 1 == len(found)
    (more,) = (problem for problem in found if "temuan lain" in problem.pesan)
    assert len(report["masalah"]) - perlindungan.TERBANYAK == int(more.pesan.split()[2])
    assert "kinerja serang data/hasil/2026-tw3" in more.saran


def test_git_tells_the_versions_of_each_file_oldest_first(akar: Path) -> None:
    """One that came back is there twice; one that was deleted keeps its versions."""
    one, other = table(10, 45, 5), table(15, 40, 5)
    for hasil in (one, other, one):
        publish(akar, hasil)
    (akar / one.berkas).unlink()
    publish(akar, heads(62))

    history = git.versions(akar, "data/hasil")
    data = dict(git.contents(akar, dict.fromkeys(id_ for ids in history.values() for id_ in ids)))

    assert [to_yaml(one), to_yaml(other), to_yaml(one)] == [data[id_] for id_ in history[one.berkas]]
    assert {} == git.versions(akar, "data/tidak-ada")


def test_the_check_says_where_and_forgets_nothing(akar: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time nothing is attacked again, and every problem is there; a change is attacked."""
    publish(akar, table(0, 15, 0), heads(11))
    first = serangan.protection(akar, TODAY, loaded(akar))
    calls: list[object] = []
    real = perlindungan.attacked
    monkeypatch.setattr(perlindungan, "attacked", lambda *a: calls.append(a) or real(*a))  # type: ignore[func-returns-value]

    again = serangan.protection(akar, TODAY, loaded(akar))
    publish(akar, table(10, 45, 5, rilis_ke=2), heads(62))
    changed = serangan.protection(akar, TODAY, loaded(akar))

    assert (first, 1, ()) == (again, len(calls), changed)
    assert 6 == len(first)
    assert {("perlindungan", "galat", table(0, 15, 0).berkas)} == {(p.aturan, p.tingkat, p.berkas) for p in first}
    line = (akar / table(1).berkas).read_text().splitlines().index("    baik: 45") + 1
    assert [line] == [p.baris for p in first if "disimpulkan: Baik" in p.pesan]
