"""`periksa --terhadap REV`: what is official and in force, or published, keeps its meaning."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kinerja.checks import kekekalan
from kinerja.cli import cli
from kinerja.load.repository import Loaded, read_sources

KRITERIA = "data/kriteria/semua-asn/2022-01-01.yaml"
PREDIKAT = "data/aturan/predikat.yaml"
KOREKSI = "data/koreksi.yaml"
BUTIR = (
    "koreksi:\n  - tentang: {}\n    tanggal: 2026-11-20\n    apa: Ejaan.\n    alasan: Salah ketik.\n    oleh: BKPSDM\n"
)


def git(folder: Path, *arguments: str) -> None:
    """One git command."""
    author = ("-c", "user.name=Uji", "-c", "user.email=uji@uji.invalid", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def kota(root: Path, tmp_path: Path) -> Path:
    """The project's data in a git repository of its own, with one commit."""
    folder = tmp_path / "kota"
    for berkas, data in read_sources(root).items():
        if not berkas.startswith(("data/hasil/", "data/skm/", "data/capaian-layanan/")):
            (folder / berkas).parent.mkdir(parents=True, exist_ok=True)
            (folder / berkas).write_bytes(data)
    (folder / "schemas").symlink_to(root / "schemas")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "data")
    git(folder, "commit", "-qm", "Awal")
    return folder


def write(kota: Path, changes: Mapping[str, str]) -> None:
    """Put texts in their files."""
    for berkas, text in changes.items():
        (kota / berkas).parent.mkdir(parents=True, exist_ok=True)
        (kota / berkas).write_text(text, "utf-8")


def periksa(kota: Path, rev: str = "HEAD") -> tuple[int, list[str]]:
    """Exit code, and the lines about what must not change."""
    arguments = ["--akar", str(kota), "--tanggal", "2026-11-24", "periksa", "--terhadap", rev]
    done = CliRunner().invoke(cli, arguments)
    told = [line for line in done.output.splitlines() if ": sudah-berlaku: " in line or ": versi-baru-" in line]
    return done.exit_code, told


def text(kota: Path, berkas: str) -> str:
    """What a file holds."""
    return (kota / berkas).read_text("utf-8")


def test_nothing_is_said_where_nothing_changed(kota: Path) -> None:
    assert periksa(kota) == (0, [])


def test_a_changed_word_in_a_version_in_force_is_refused_at_its_line(kota: Path) -> None:
    old = text(kota, KRITERIA)
    line = next(i for i, one in enumerate(old.splitlines(), 1) if one.startswith("judul:"))
    write(kota, {KRITERIA: re.sub(r"(?m)^judul: .*$", "judul: Kriteria lain", old)})
    code, told = periksa(kota)
    assert code == 1
    assert [one.partition(". Saran")[0] for one in told] == [
        f"{KRITERIA}:{line}:8: sudah-berlaku: versi resmi yang sudah berlaku berubah di sini"
    ]


def test_every_changed_place_is_named(kota: Path) -> None:
    changed = re.sub(r"(?m)^(judul|ringkasan): .*$", r"\1: Lain", text(kota, KRITERIA))
    write(kota, {KRITERIA: changed})
    assert len(periksa(kota)[1]) >= 2


def test_comments_and_line_breaks_are_free(kota: Path) -> None:
    write(kota, {KRITERIA: "# Catatan\n\n" + text(kota, KRITERIA).replace("\naspek:", "\n\n# Isi\naspek:")})
    assert periksa(kota) == (0, [])


def test_an_entry_in_the_log_of_corrections_allows_the_change(kota: Path) -> None:
    changed = re.sub(r"(?m)^judul: .*$", "judul: Kriteria lain", text(kota, KRITERIA))
    write(kota, {KRITERIA: changed, KOREKSI: BUTIR.format(KRITERIA)})
    assert periksa(kota) == (0, [])


def test_an_entry_about_another_file_does_not(kota: Path) -> None:
    changed = re.sub(r"(?m)^judul: .*$", "judul: Kriteria lain", text(kota, KRITERIA))
    write(kota, {KRITERIA: changed, KOREKSI: BUTIR.format(PREDIKAT)})
    assert periksa(kota)[0] == 1


def test_an_old_entry_does_not_allow_a_new_change(kota: Path) -> None:
    write(kota, {KOREKSI: BUTIR.format(KRITERIA)})
    git(kota, "commit", "-qam", "Koreksi")
    write(kota, {KRITERIA: re.sub(r"(?m)^judul: .*$", "judul: Kriteria lain", text(kota, KRITERIA))})
    assert periksa(kota)[0] == 1


def test_the_log_of_corrections_only_grows(kota: Path) -> None:
    write(kota, {KOREKSI: BUTIR.format(KRITERIA)})
    git(kota, "commit", "-qam", "Koreksi")
    write(kota, {KOREKSI: "koreksi: []\n"})
    code, told = periksa(kota)
    assert code == 1
    assert "koreksi yang sudah tercatat berubah atau hilang" in told[0]


def test_a_version_in_force_is_not_deleted_or_renamed(kota: Path) -> None:
    (kota / KRITERIA).rename(kota / "data/kriteria/semua-asn/2022-01-02.yaml")
    code, told = periksa(kota)
    assert code == 1
    assert f"{KRITERIA}:1:1: sudah-berlaku: versi resmi yang sudah berlaku dihapus atau berganti nama" in told[0]


def test_a_version_of_a_rule_in_force_does_not_change(kota: Path) -> None:
    write(kota, {PREDIKAT: re.sub(r"(?m)^( +)arti: .*$", r"\1arti: Lain.", text(kota, PREDIKAT), count=1)})
    code, told = periksa(kota)
    assert code == 1
    assert "versi aturan yang sudah berlaku berubah di sini" in told[0]


def test_fictional_criteria_may_change(kota: Path) -> None:
    contoh = "data/kriteria/guru-contoh/2025-01-01.yaml"
    write(kota, {contoh: text(kota, contoh).replace("Guru rekaan", "Guru peragaan")})
    assert periksa(kota) == (0, [])


def test_a_new_version_that_starts_in_the_past_is_refused(kota: Path) -> None:
    baru = "data/kriteria/semua-asn/2026-11-24.yaml"
    persetujuan = "alasan_perubahan: Uji.\npersetujuan:\n  oleh: Kepala BKPSDM\n  tanggal: 2026-10-01\n"
    write(
        kota,
        {baru: text(kota, KRITERIA).replace("berlaku_mulai: 2022-01-01", "berlaku_mulai: 2026-11-24") + persetujuan},
    )
    code, told = periksa(kota)
    assert code == 1
    assert "versi-baru-terlambat: versi baru ini mulai berlaku pada atau sebelum 24 November 2026" in told[0]


def test_a_revision_that_is_not_there_is_a_wrong_use(kota: Path) -> None:
    done = CliRunner().invoke(cli, ["--akar", str(kota), "periksa", "--terhadap", "cabang-lain"])
    assert done.exit_code == 2
    assert "revisi itu tidak ada di sini. Sebutkan cabang, tag, atau id komit yang ada" in " ".join(done.output.split())


def test_a_shallow_clone_is_told_how_to_get_the_history(kota: Path, tmp_path: Path) -> None:
    first = subprocess.run(["git", "rev-parse", "HEAD"], cwd=kota, check=True, capture_output=True).stdout.decode()
    write(kota, {KOREKSI: BUTIR.format(KRITERIA)})
    git(kota, "commit", "-qam", "Koreksi")
    git(tmp_path, "clone", "-q", "--depth", "1", kota.as_uri(), "dangkal")
    (tmp_path / "dangkal/schemas").symlink_to((kota / "schemas").resolve())
    arguments = ["--akar", str(tmp_path / "dangkal"), "periksa", "--terhadap", first.strip()]
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == 2
    assert "git fetch --unshallow" in " ".join(done.output.split())


# values alone, without a repository

HASIL = "data/hasil/2025/predikat.yaml"
PITA = "data/aturan/pita/sakip.yaml"
HARI = date(2026, 11, 24)
TERBIT = {"status": "resmi", "keadaan": "final", "rilis_ke": 1, "baris": [{"jumlah": 60}]}


def found(lama: Mapping[str, Any], baru: Mapping[str, Any], tanggal: date = HARI) -> list[tuple[str, str]]:
    """File and rule of everything that is refused, each once."""
    problems = kekekalan.changed(Loaded(None, (), {}), lama, baru, tanggal)
    return [*dict.fromkeys((problem.berkas, problem.aturan) for problem in problems)]


def rule(*starts: str, judul: str = "Pita") -> dict[str, Any]:
    """A rule with versions from these days on."""
    return {"judul": judul, "versi": [{"berlaku_mulai": start, "minimum": "0"} for start in starts]}


def criteria(start: str, status: str = "resmi", text: str = "Isi.") -> dict[str, Any]:
    """A version of criteria."""
    return {"status": status, "berlaku_mulai": start, "ringkasan": text}


@pytest.mark.parametrize("folder", ["hasil", "skm", "capaian-layanan"])
def test_published_official_results_are_not_changed_or_deleted(folder: str) -> None:
    berkas = f"data/{folder}/2025/tabel.yaml"
    lain = {**TERBIT, "baris": [{"jumlah": 61}]}
    assert found({berkas: TERBIT}, {berkas: TERBIT}) == []
    assert found({berkas: TERBIT}, {berkas: lain}) == [(berkas, "sudah-berlaku")]
    assert found({berkas: TERBIT}, {}) == [(berkas, "sudah-berlaku")]


def test_provisional_results_give_way_to_a_later_release_only() -> None:
    sementara = {**TERBIT, "keadaan": "sementara"}
    lain = {**TERBIT, "baris": [{"jumlah": 61}]}
    assert found({HASIL: sementara}, {HASIL: {**lain, "rilis_ke": 2}}) == []
    assert found({HASIL: sementara}, {HASIL: lain}) == [(HASIL, "sudah-berlaku")]
    assert found({HASIL: sementara}, {}) == [(HASIL, "sudah-berlaku")]
    assert found({HASIL: TERBIT}, {HASIL: {**lain, "rilis_ke": 2}}) == [(HASIL, "sudah-berlaku")]


def test_a_correction_cannot_be_older_than_what_it_corrects() -> None:
    lama, baru = {KRITERIA: criteria("2024-01-01")}, {KRITERIA: criteria("2024-01-01", text="Lain.")}
    butir = {"tentang": KRITERIA, "alasan": "Salah tulis."}
    assert found(lama, {**baru, KOREKSI: {"koreksi": [{**butir, "tanggal": "2026-11-20"}]}}) == []
    assert found(lama, {**baru, KOREKSI: {"koreksi": [{**butir, "tanggal": "2020-01-01"}]}}) == [
        (KRITERIA, "sudah-berlaku")
    ]


def test_a_fictional_result_is_free() -> None:
    assert found({HASIL: {**TERBIT, "status": "contoh"}}, {}) == []


def test_what_starts_later_is_free() -> None:
    assert found({KRITERIA: criteria("2027-01-01")}, {KRITERIA: criteria("2027-01-01", text="Lain.")}) == []
    assert found({PITA: rule("2020-01-01", "2027-01-01")}, {PITA: rule("2020-01-01", "2027-02-01")}) == []


def test_a_version_of_a_rule_slipped_in_before_today_is_refused_unless_it_is_recorded() -> None:
    lama, baru = {PITA: rule("2020-01-01")}, {PITA: rule("2020-01-01", "2025-01-01")}
    butir = {"koreksi": [{"tentang": PITA, "tanggal": "2026-11-20", "alasan": "Belum tercatat."}]}
    assert found(lama, baru) == [(PITA, "versi-baru-terlambat")]
    assert found(lama, {**baru, KOREKSI: butir}) == []
    assert found(lama, {PITA: rule("2020-01-01", "2026-11-25")}) == []


def test_what_was_in_force_before_all_that_is_known_may_be_recorded() -> None:
    lama = {"data/kriteria/guru/2024-01-01.yaml": criteria("2024-01-01")}
    dulu = {"data/kriteria/guru/2020-01-01.yaml": criteria("2020-01-01")}
    baru_sama_sekali = {f"data/kriteria/dokter/{day}.yaml": criteria(day) for day in ("2020-01-01", "2022-01-01")}
    assert found(lama, {**lama, **dulu, **baru_sama_sekali, PITA: rule("2015-01-01", "2020-01-01")}) == []


def test_a_fictional_version_does_not_become_official_afterwards() -> None:
    first, second = (f"data/kriteria/guru/{day}.yaml" for day in ("2024-01-01", "2026-01-01"))
    lama = {first: criteria("2024-01-01"), second: criteria("2026-01-01", "contoh")}
    assert found(lama, {**lama, second: criteria("2026-01-01")}) == [(second, "versi-baru-terlambat")]


def test_an_entry_without_a_reason_allows_nothing() -> None:
    butir = {"koreksi": [{"tentang": HASIL, "apa": "Angka."}]}
    assert found({HASIL: TERBIT}, {KOREKSI: butir}) == [(HASIL, "sudah-berlaku")]


def test_how_a_text_is_broken_into_lines_is_free() -> None:
    lama, baru = (criteria("2024-01-01", text=text) for text in ("Satu dua.", "Satu\ndua.\n"))
    assert found({KRITERIA: lama}, {KRITERIA: baru}) == []


@pytest.mark.parametrize("odd", [[], "teks", {"versi": 3}, {"versi": [4, {"berlaku_mulai": "2026-02-31"}]}, None])
def test_files_that_make_no_sense_are_left_to_the_other_rules(odd: Any) -> None:
    """Neither side may bring the comparison down; what was in force must still be there."""
    berkas = (PITA, KRITERIA, HASIL, KOREKSI)
    good = {PITA: rule("2020-01-01"), KRITERIA: criteria("2022-01-01"), HASIL: TERBIT, KOREKSI: {"koreksi": []}}
    assert found(dict.fromkeys(berkas, odd), good) == []
    expected = [] if odd is None else sorted((name, "sudah-berlaku") for name in (PITA, KRITERIA, HASIL))
    assert found(good, dict.fromkeys(berkas, odd)) == expected


# dates and folders of git


def test_the_day_of_the_revision_counts_where_it_is_later_than_the_stated_one(kota: Path) -> None:
    """A commit that claims to be old does not make what is in force a thing of the future."""
    write(kota, {KRITERIA: re.sub(r"(?m)^judul: .*$", "judul: Kriteria lain", text(kota, KRITERIA))})
    done = CliRunner().invoke(cli, ["--akar", str(kota), "--tanggal", "2020-01-01", "periksa", "--terhadap", "HEAD"])
    assert "sudah-berlaku: versi resmi yang sudah berlaku berubah di sini" in done.output


def test_data_in_a_folder_of_a_larger_repository_is_compared_too(kota: Path, tmp_path: Path) -> None:
    luar = tmp_path / "luar"
    (luar / "kota").mkdir(parents=True)
    git(luar, "init", "-q", "-b", "main")
    (kota / "data").rename(luar / "kota/data")
    (luar / "kota/schemas").symlink_to((kota / "schemas").resolve())
    git(luar, "add", "kota/data")
    git(luar, "commit", "-qm", "Awal")
    (luar / "kota" / KRITERIA).unlink()
    code, told = periksa(luar / "kota")
    assert code == 1
    assert "dihapus atau berganti nama" in told[0]
