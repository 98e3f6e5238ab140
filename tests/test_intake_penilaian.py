"""`himpun penilaian`: from the two e-Kinerja exports to counts, with every row accounted for and nobody named."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from click.testing import CliRunner

from kinerja.cli.himpun_penilaian import penilaian as command
from kinerja.cli.keadaan import Keadaan
from kinerja.disclosure.serang import attack
from kinerja.intake.penilaian import Permintaan, Terhimpun, collect_ratings
from kinerja.intake.penilaian_kenal import Kamus, grade_of
from kinerja.intake.penilaian_kolom import class_of
from kinerja.intake.table import connect
from kinerja.intake.terbit import policy
from kinerja.load.repository import load, read_sources
from kinerja.load.schema import Schemas
from kinerja.model.hasil import KELAS, Hasil
from kinerja.model.repository import Repository
from kinerja.problems import ProblemsFound

Rows = Sequence[Sequence[object]]
SKP_TITLES = (
    "id", "nip", "nama", "is_plt_plh", "periode_akhir", "skp_unor_induk", "skp_status", "jabatan", "unit_kerja",
    "golongan",
)  # fmt: skip
PENILAIAN_TITLES = ("id", "nip", "nama", "hasil_akhir")
JUDUL = {"skp": "Laporan SKP Tahun 2026", "penilaian": "Laporan Penilaian SKP Tahunan Tahun 2026"}


def nip(n: int, sex: int = 1, pppk: bool = False) -> str:
    """The number of a made-up person."""
    start = f"{2010 + n % 12}{21 if pppk else 1 + n % 12:02}"
    return f"{1970 + n % 25}{1 + n % 12:02}{1 + n % 28:02}{start}{sex}{1 + n // 300 % 999:03}"


def report(titles: Sequence[str], rows: Rows, judul: str) -> list[list[object]]:
    """The rows of a sheet as e-Kinerja writes them: title, agency, time stamp, an empty row, column titles, data."""
    above: list[list[object]] = [[judul], ["Instansi Pemerintah Kota Contoh"], [], [], [], ["Diunduh 2027-01-05"], []]
    return [*above, list(titles), *map(list, rows)]


def xlsx(path: Path, rows: Rows) -> Path:
    """A workbook; whatever is text stays text."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def delimited(path: Path, rows: Rows, delimiter: str = ",", encoding: str = "utf-8") -> Path:
    """A text file."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def parquet(path: Path, titles: Sequence[str], rows: Rows, types: Mapping[str, str] | None = None) -> Path:
    """A Parquet file, text unless another type is named."""
    kinds = types or {}
    cells = ", ".join(f'unnest(?::{kinds.get(title, "VARCHAR")}[]) AS "{title}"' for title in titles)
    columns = [[row[i] for row in rows] for i in range(len(titles))]
    duckdb.connect().execute(f"COPY (SELECT {cells}) TO '{path}' (FORMAT parquet)", columns)
    return path


UNITS = ("Dinas Arsip", "Kecamatan Hulu")
POSTS = ("Arsiparis Ahli Muda", "Pengadministrasi Umum")
PREDIKAT = ("Sangat Baik", "BAIK", "baik", "Butuh perbaikan", "-", "")
NAMA = "Penanda Rahasia"
JABATAN = "status: resmi\nnama: {}\nuraian: Kelompok uji.\nalias:\n  - {}\nkriteria:\n  - semua-asn\n"
EXTRA = {
    "data/jabatan/arsiparis.yaml": JABATAN.format("Arsiparis", "Arsiparis Ahli"),
    "data/jabatan/pelaksana.yaml": JABATAN.format("Pelaksana", "Pengadministrasi"),
    "data/perangkat-daerah/dinas-baru.yaml": "status: resmi\nnama: Dinas Baru\nsingkatan: Disbaru\nalias:\n"
    "  - Dinas Baru Kota\njenis: dinas\nberlaku_mulai: 2027-01-01\nsumber:\n  - judul: Uji\n    penerbit: Uji\n",
}


@pytest.fixture(scope="module")
def akar(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small city with two official units, on disk."""
    folder = tmp_path_factory.mktemp("kota")
    sources = {**read_sources(root / "tests/kasus/dasar"), **{b: text.encode() for b, text in EXTRA.items()}}
    for berkas, data in sources.items():
        (folder / berkas).parent.mkdir(parents=True, exist_ok=True)
        (folder / berkas).write_bytes(data)
    (folder / "schemas").symlink_to(root / "schemas")
    return folder


@pytest.fixture(scope="module")
def city(akar: Path) -> Repository:
    """The small city as a model."""
    repository = load(read_sources(akar), Schemas.read(akar / "schemas")).repository
    assert repository is not None
    return repository


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing may depend on the folder that a command is run in, or leave anything there."""
    monkeypatch.chdir(tmp_path)


Row = list[Any]


def people(n: int = 240) -> tuple[list[Row], list[Row]]:
    """Rows of both reports for `n` people."""
    skp, rated = [], []
    for i in range(n):
        number = nip(i, sex=1 + i % 2, pppk=i % 4 == 3)
        grade = "IX" if i % 4 == 3 else ("III/c", "Penata (III/a)", "II/d")[i % 3]
        unit = (UNITS[i % 2].upper(), UNITS[i % 2])[i % 5 == 0]
        post = POSTS[i // 2 % 2] + " - Bidang"
        skp.append([f"s{i}", number, f"{NAMA} {i}", "0", "2026-12-31", unit, "persetujuan", post, "Bidang", grade])
        rated.append([f"s{i}", number, f"{NAMA} {i}", PREDIKAT[i // 8 % 6]])
    return skp, rated


def files(folder: Path, skp: Sequence[Row], rated: Sequence[Row], kind: str = "xlsx") -> dict[str, Path]:
    """Both reports in one of the three forms."""
    titles = {"skp": (SKP_TITLES, skp), "penilaian": (PENILAIAN_TITLES, rated)}
    found = {}
    for name, (columns, rows) in titles.items():
        path = folder / f"{name}.{kind}"
        if kind == "parquet":
            found[name] = parquet(path, columns, rows)
        else:
            write = xlsx if kind == "xlsx" else delimited
            found[name] = write(path, report(columns, rows, JUDUL[name]))
    return found


def collect(city: Repository, paths: dict[str, Path], **said: Any) -> Terhimpun:
    """What the command computes."""
    wanted = {"periode": "2026", "dihitung_pada": date(2027, 1, 5), **paths, **said}
    return collect_ratings(city, Permintaan(**wanted))


def refused(city: Repository, paths: dict[str, Path], **said: Any) -> list[tuple[str, int, str]]:
    """File, row and rule of each problem."""
    with pytest.raises(ProblemsFound) as found:
        collect(city, paths, **said)
    assert not any(NAMA in str(problem) for problem in found.value.problems)
    return [(problem.berkas, problem.baris, problem.aturan) for problem in found.value.problems]


def table(found: Terhimpun, name: str) -> Hasil:
    """One of the tables, before rounding."""
    return next(one for one in found.asal if one.tabel == f"predikat-{name}")


HEAD = 8


# What is counted


@pytest.mark.parametrize("kind", ["xlsx", "csv", "parquet"])
def test_everybody_is_counted_once_by_unit_post_golongan_and_sex(city: Repository, tmp_path: Path, kind: str) -> None:
    """By hand, from the rows that were written."""
    skp, rated = people()
    found = collect(city, files(tmp_path, skp, rated, kind))
    classes = [class_of(row[3]) for row in rated]
    by_unit = Counter((i % 2, kelas) for i, kelas in enumerate(classes))
    by_sex = Counter((row[1][14], kelas) for row, kelas in zip(skp, classes, strict=True))

    assert ["perangkat-daerah", "jabatan", "golongan", "jenis-kelamin"] == [t.dimensi[0] for t in found.asal]
    assert ["dinas-arsip", "kecamatan-hulu"] == [b.perangkat_daerah for b in table(found, "perangkat-daerah").baris]
    for i, baris in enumerate(table(found, "perangkat-daerah").baris):
        assert [by_unit[i, kelas] for kelas in range(6)] == [getattr(baris, key) for key in KELAS]
    assert ["perempuan", "laki-laki"] == [b.jenis_kelamin for b in table(found, "jenis-kelamin").baris]
    for sex, baris in zip("21", table(found, "jenis-kelamin").baris, strict=True):
        assert [by_sex[sex, kelas] for kelas in range(6)] == [getattr(baris, key) for key in KELAS]
    assert ["arsiparis", "pelaksana"] == [b.jabatan for b in table(found, "jabatan").baris]
    assert ["golongan-ii", "golongan-iii", "pppk"] == [b.golongan for b in table(found, "golongan").baris]
    assert {240} == {sum(b.jumlah or 0 for b in one.baris) for one in found.asal}
    assert [(240, 240), (240, 240)] == [(one.dibaca, one.dihitung) for one in found.laporan]


def test_a_table_says_what_it_counts(city: Repository, tmp_path: Path) -> None:
    """Status, denominator, release, and source."""
    found = table(collect(city, files(tmp_path, *people())), "jabatan")

    assert ("resmi", "orang", "sementara", 1) == (found.status, found.satuan, found.keadaan, found.rilis_ke)
    assert "termasuk yang belum dinilai" in found.penyebut
    assert "data/hasil/2026/predikat-jabatan.yaml" == found.berkas


def test_rows_are_dropped_merged_and_told(city: Repository, tmp_path: Path) -> None:
    """Plt/Plh, an older row after a transfer, a repeated row, a rating without SKP, a person without a rating."""
    skp, rated = people()
    plt = [*skp[0]]
    plt[0], plt[3], plt[5] = "p1", "1", UNITS[1]
    old = [*skp[1]]
    old[0], old[4], old[5] = "l1", "2026-03-31", "Kantor Yang Tidak Dikenal"
    extra = [plt, old, [*skp[2]]]
    strangers = [["x", nip(5000), "", "Baik"], ["l1", skp[1][1], "", "Sangat Kurang"], ["p1", skp[0][1], "", "Kurang"]]
    found = collect(city, files(tmp_path, [*extra, *skp], [*strangers, *rated[:-1], [*rated[0]]]))
    one, two = found.laporan

    assert (243, 240) == (one.dibaca, one.dihitung)
    assert {("Plt/Plh", (9,)), ("baris lama setelah mutasi", (10,)), ("baris ganda yang isinya sama", (12 + 2,))} == {
        (left.alasan, left.baris) for left in one.dilewati
    }
    assert (243, 239) == (two.dibaca, two.dihitung)
    assert [1, 2, 1] == [left.jumlah for left in sorted(two.dilewati, key=lambda left: left.alasan)]
    assert any(note.startswith("1 pegawai tidak ada dalam penilaian.xlsx") for note in one.catatan)
    assert {240} == {sum(b.jumlah or 0 for b in t.baris) for t in found.asal}


def test_reports_are_joined_by_id_where_the_ratings_have_no_nip(city: Repository, tmp_path: Path) -> None:
    """The real second report has `id` and `hasil_akhir` only."""
    skp, rated = people()
    paths = files(tmp_path, skp, rated)
    both = collect(city, paths)
    rows = report(("id", "hasil_akhir"), [[row[0], row[3]] for row in rated], JUDUL["penilaian"])

    assert both.asal == collect(city, {**paths, "penilaian": xlsx(tmp_path / "lain.xlsx", rows)}).asal


def test_dates_numbers_and_truth_values_of_a_workbook_are_read(city: Repository, tmp_path: Path) -> None:
    """As real cells, not as text."""
    skp, rated = people()
    wanted = collect(city, files(tmp_path, skp, rated)).asal
    for i, row in enumerate(skp):
        row[3], row[4] = (0, False, None, "-")[i % 4], (date(2026, 12, 31), "31-12-2026", "31 Desember 2026")[i % 3]
    for i, other in ((0, True), (1, "Ya"), (2, 2)):
        skp.append([*skp[i][:3], other, *skp[i][4:]])
    found = collect(city, files(tmp_path, skp, rated))

    assert wanted == found.asal
    assert [("Plt/Plh", 3)] == [(left.alasan, left.jumlah) for left in found.laporan[0].dilewati]


def test_nothing_is_written_while_a_file_is_read() -> None:
    """What does not fit into memory is an error: DuckDB has no folder for temporary files."""
    with connect() as con:
        assert [("", False)] == con.execute(
            "SELECT current_setting('temp_directory'), current_setting('autoload_known_extensions')"
        ).fetchall()


def test_a_staff_table_gives_post_and_golongan(city: Repository, tmp_path: Path) -> None:
    """Where the reports have neither."""
    skp, rated = people()
    short = [row[:7] for row in skp]
    paths = {
        "skp": xlsx(tmp_path / "a.xlsx", report(SKP_TITLES[:7], short, JUDUL["skp"])),
        "penilaian": files(tmp_path, skp, rated)["penilaian"],
    }
    without = collect(city, paths)
    staff = delimited(tmp_path / "staf.csv", [["NIP", "Nama", "Jabatan", "Gol. Ruang"], *[
        [row[1], row[2], row[7], row[9]] for row in [*skp, [0, nip(6000), NAMA, 0, 0, 0, 0, POSTS[0], 0, "III/a"]]
    ]], ";")  # fmt: skip
    found = collect(city, paths, pegawai=staff)

    assert ["perangkat-daerah", "jenis-kelamin"] == [t.dimensi[0] for t in without.asal]
    assert collect(city, files(tmp_path, skp, rated)).asal == found.asal
    assert (241, 240) == (found.laporan[2].dibaca, found.laporan[2].dihitung)


def test_a_post_that_no_group_knows_is_counted_and_told_by_row(city: Repository, tmp_path: Path) -> None:
    """As `lainnya`; its text is not told."""
    skp, rated = people()
    for row in skp[:120]:
        row[7] = f"Juru {NAMA}"
    found = collect(city, files(tmp_path, skp, rated))
    note = next(note for note in found.laporan[0].catatan if "jabatan" in note)

    assert ["arsiparis", "pelaksana", "lainnya"] == [b.jabatan for b in table(found, "jabatan").baris]
    assert re.search("120 baris dengan 1 sebutan .*baris 9, 10,", note)
    assert NAMA not in note


def test_fictional_units_have_fictional_posts_only(city: Repository, tmp_path: Path) -> None:
    """Demonstration data never count in an official group of posts."""
    skp, rated = people()
    for i, row in enumerate(skp):
        row[5], row[7] = "Dinas Contoh", ("Petugas Loket Contoh", POSTS[0])[i % 2]
    found = collect(city, files(tmp_path, skp, rated))

    assert {"contoh"} == {one.status for one in found.dokumen}
    assert ["petugas-contoh", "lainnya"] == [b.jabatan for b in table(found, "jabatan").baris]
    assert "Data peragaan portal ini, kota kedua" == found.dokumen[0].sumber[0].penerbit


def test_the_longest_alias_that_starts_a_title_counts(city: Repository) -> None:
    """At the end of a word: "Arsiparis" does not start "Arsiparisan"."""
    kamus = Kamus(city, date(2026, 12, 31))

    assert ["arsiparis", "arsiparis", None, "pelaksana", None] == [
        kamus.jabatan(title, "resmi")
        for title in ("Arsiparis Ahli Utama", "ARSIPARIS", "Arsiparisan", "pengadministrasi umum", "Kepala Arsiparis")
    ]


@pytest.mark.parametrize(
    ("text", "pppk", "wanted"),
    [("III/a", False, "golongan-iii"), ("IIIa", False, "golongan-iii"), ("Pembina Utama (IV/e)", False, "golongan-iv"),
     ("X", False, "pppk"), ("V", True, "pppk"), ("I", True, "pppk"), ("II", False, "golongan-ii"),
     ("-", False, "tidak-diisi"), ("V/a", False, None), ("IIII", False, None), ("tiga", False, None)],
)  # fmt: skip
def test_golongan(text: str, pppk: bool, wanted: str | None) -> None:
    """Of PNS with a letter, of PPPK without."""
    assert wanted == grade_of(text, pppk)


def test_the_same_figures_are_the_same_release_and_others_the_next(city: Repository, tmp_path: Path) -> None:
    """What is published stays as it is until a figure changes; an approval was given to the old figures."""
    skp, rated = people()
    first = collect(city, files(tmp_path, skp, rated))
    after = replace(city, hasil={one.tabel: (one,) for one in first.dokumen})
    again = collect(after, files(tmp_path, skp, rated), dihitung_pada=date(2027, 2, 1))
    for row in rated[:60]:
        row[3] = "Kurang"
    changed = collect(after, files(tmp_path, skp, rated), dihitung_pada=date(2027, 2, 1))

    assert first.dokumen == again.dokumen
    assert {("predikat", 2), ("jumlah-pegawai", 1)} == {(one.isi, one.rilis_ke) for one in changed.dokumen}


# What is refused

Change = Callable[[list[Row], list[Row]], None]


def set_cell(report: int, row: int, column: int, value: object) -> Change:
    """A change of one cell."""

    def change(*reports: list[Row]) -> None:
        reports[report][row][column] = value

    return change


def add(report: int, row: int, **cells: object) -> Change:
    """A copy of a row with other cells, at the end."""

    def change(*reports: list[Row]) -> None:
        titles = (SKP_TITLES, PENILAIAN_TITLES)[report]
        reports[report].append([cells.get(t, old) for t, old in zip(titles, reports[report][row], strict=True)])

    return change


DAMAGED = (1.98e17, "1.98E+17", "1,98E+17", "", "12345", nip(1)[:-3] + "000", nip(1)[:14] + "3" + nip(1)[15:],
           "19701332" + nip(1)[8:], nip(1) + "1")  # fmt: skip


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("value", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_nip_is_refused_by_row(city: Repository, tmp_path: Path, value: object, kind: str) -> None:
    """A number has lost its last digits; its row is told, not what is left of it."""
    skp, rated = people()
    skp[3][1] = value

    assert [("skp." + kind, HEAD + 4, "penilaian-nip")] == refused(city, files(tmp_path, skp, rated, kind))


def test_a_nip_stored_as_a_number_is_refused_although_it_has_18_digits(city: Repository, tmp_path: Path) -> None:
    """XLSX keeps about 15 digits of a number; as text, with spaces or an apostrophe, it is whole."""
    skp, rated = people()
    skp[0][1] = int(skp[0][1])
    skp[1][1] = " ".join((skp[1][1][:8], skp[1][1][8:14], skp[1][1][14], skp[1][1][15:]))
    skp[2][1] = "'" + skp[2][1]

    assert [("skp.xlsx", HEAD + 1, "penilaian-nip")] == refused(city, files(tmp_path, skp, rated))


CASES: dict[str, tuple[Change, list[tuple[str, int, str]]]] = {
    "cukup": (set_cell(1, 4, 3, "Cukup"), [("penilaian.xlsx", HEAD + 5, "penilaian-predikat")]),
    "istimewa": (set_cell(1, 4, 3, "Istimewa"), [("penilaian.xlsx", HEAD + 5, "penilaian-predikat")]),
    "angka": (set_cell(1, 4, 3, "88"), [("penilaian.xlsx", HEAD + 5, "penilaian-predikat")]),
    "unit-asing": (set_cell(0, 6, 5, "Dinas Entah"), [("skp.xlsx", HEAD + 7, "penilaian-perangkat-daerah")]),
    "unit-belum-ada": (set_cell(0, 6, 5, "DISBARU"), [("skp.xlsx", HEAD + 7, "penilaian-perangkat-daerah")]),
    "unit-contoh": (set_cell(0, 6, 5, "Dinas Contoh"), [("skp.xlsx", HEAD + 7, "penilaian-perangkat-daerah")]),
    "golongan": (set_cell(0, 6, 9, "tiga"), [("skp.xlsx", HEAD + 7, "penilaian-golongan")]),
    "tanggal": (set_cell(0, 6, 4, "akhir tahun"), [("skp.xlsx", HEAD + 7, "penilaian-tanggal")]),
    "seri": (
        add(0, 0, skp_unor_induk=UNITS[1]),
        [("skp.xlsx", HEAD + 1, "penilaian-nip-ganda"), ("skp.xlsx", HEAD + 241, "penilaian-nip-ganda")],
    ),
    "dua-jabatan": (
        add(0, 0, jabatan=POSTS[1]),
        [("skp.xlsx", HEAD + 1, "penilaian-nip-ganda"), ("skp.xlsx", HEAD + 241, "penilaian-nip-ganda")],
    ),
    "dua-predikat": (
        add(1, 0, hasil_akhir="Kurang"),
        [("penilaian.xlsx", HEAD + 1, "penilaian-nip-ganda"), ("penilaian.xlsx", HEAD + 241, "penilaian-nip-ganda")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_be_used_is_refused_with_its_row(city: Repository, tmp_path: Path, case: str) -> None:
    """And nothing else is."""
    skp, rated = people()
    change, wanted = CASES[case]
    change(skp, rated)

    assert wanted == refused(city, files(tmp_path, skp, rated))


def test_all_reasons_are_told_at_once(city: Repository, tmp_path: Path) -> None:
    """Of both files."""
    skp, rated = people()
    skp[0][1], skp[1][4], rated[2][3], skp[3][5] = "1", "besok", "Cukup", "Dinas Entah"

    assert {"penilaian-nip", "penilaian-tanggal", "penilaian-predikat", "penilaian-perangkat-daerah"} == {
        rule for _, _, rule in refused(city, files(tmp_path, skp, rated))
    }


def test_the_wrong_report_or_year_is_refused(city: Repository, tmp_path: Path) -> None:
    """By the title above the table, and by the columns where there is none."""
    skp, rated = people()
    paths = files(tmp_path, skp, rated)
    swapped = {"skp": paths["penilaian"], "penilaian": paths["skp"]}
    bare = files(tmp_path, skp, rated, "parquet")

    assert {"laporan-keliru"} == {rule for _, _, rule in refused(city, swapped)}
    assert {"laporan-keliru"} == {
        rule for _, _, rule in refused(city, {"skp": bare["penilaian"], "penilaian": bare["skp"]})
    }
    assert {"laporan-periode"} == {rule for _, _, rule in refused(city, paths, periode="2025")}
    march = xlsx(
        tmp_path / "maret.xlsx", report(PENILAIAN_TITLES, rated, "Laporan Penilaian SKP Bulan Maret Tahun 2026")
    )
    assert {"laporan-periode"} == {
        rule for _, _, rule in refused(city, {**paths, "penilaian": march}, periode="2026-04")
    }
    assert collect(city, {**paths, "penilaian": march}, periode="2026-03").dokumen


def test_reports_of_different_people_are_refused(city: Repository, tmp_path: Path) -> None:
    """Not one rating fits."""
    skp, _ = people()
    others = [[f"z{i}", nip(i + 3000), "", "Baik"] for i in range(20)]

    assert [("penilaian.xlsx", 1, "laporan-keliru")] == refused(city, files(tmp_path, skp, others))


def test_formulas_instead_of_values_are_refused(city: Repository, tmp_path: Path) -> None:
    """A formula whose value was never stored would otherwise count as not yet rated."""
    skp, rated = people()
    rated[1][3] = '=IF(TRUE,"Baik","")'

    assert [("penilaian.xlsx", HEAD + 2, "sumber-rumus")] == refused(city, files(tmp_path, skp, rated))


def test_an_encrypted_or_broken_workbook_is_refused(city: Repository, tmp_path: Path) -> None:
    """Before anything is read."""
    paths = files(tmp_path, *people())
    paths["skp"].write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600)
    paths["penilaian"].write_bytes(b"PK\x03\x04 broken")

    assert {"sumber-bersandi", "sumber-bentuk"} == {rule for _, _, rule in refused(city, paths)}


def test_a_million_empty_rows_are_refused(city: Repository, tmp_path: Path) -> None:
    """One cell far below stretches the sheet; the place is told."""
    skp, rated = people(20)
    paths = files(tmp_path, skp, rated)
    book = openpyxl.load_workbook(paths["skp"])
    sheet = book.active
    assert sheet is not None
    for column, value in enumerate(people(21)[0][20], start=1):
        sheet.cell(1_000_000, column, value)
    book.save(paths["skp"])

    assert [("skp.xlsx", HEAD + 1, "laporan-baris-kosong")] == refused(city, paths)


# Protection


def test_a_small_unit_is_merged_and_a_table_of_one_group_is_not_made(city: Repository, tmp_path: Path) -> None:
    """Nine people of two units: no table may tell them apart; the rest of the period is published."""
    skp, rated = people()
    for i, row in enumerate(skp):
        row[5] = UNITS[i < 9]
    found = collect(city, files(tmp_path, skp, rated))

    assert "predikat-perangkat-daerah" not in {one.tabel for one in found.dokumen}
    assert {"predikat-jabatan", "predikat-golongan", "predikat-jenis-kelamin"} <= {one.tabel for one in found.dokumen}
    assert any("predikat-perangkat-daerah: tidak dibuat" in line for line in found.perlindungan)


def test_published_counts_are_multiples_that_add_up(city: Repository, tmp_path: Path) -> None:
    """Each a neighbour of the true one; all tables have the same total; head-counts stay exact."""
    found = collect(city, files(tmp_path, *people()))
    predikat = [one for one in found.dokumen if one.isi == "predikat"]

    assert [one.tabel for one in found.asal] == [one.tabel for one in predikat]
    for true, shown in zip(found.asal, predikat, strict=True):
        assert 5 == shown.kelipatan
        for before, after in zip(true.baris, shown.baris, strict=True):
            assert before.kelompok == after.kelompok
            pairs = [(before.jumlah or 0, after.jumlah or 0)]
            pairs += [(count, after.hitungan[name]) for name, count in before.hitungan.items()]
            assert all(r % 5 == 0 and abs(r - n) < 5 for n, r in pairs)
            assert sum(after.hitungan.values()) == after.jumlah
    assert 1 == len({sum(b.jumlah or 0 for b in one.baris) for one in predikat})
    for one in (one for one in found.dokumen if one.isi == "jumlah-pegawai"):
        true = next(t for t in found.asal if t.dimensi == one.dimensi)
        rows = [b for b in one.baris if any(b.kelompok)]
        assert [b.jumlah for b in true.baris] == [b.jumlah for b in rows]


def test_a_group_of_one_and_the_same_rating_stays_uncertain(city: Repository, tmp_path: Path) -> None:
    """All 120 are Baik: what is published must be possible with others among them."""
    skp, rated = people()
    for i, row in enumerate(rated):
        row[3] = "Baik" if i % 2 else row[3]
    found = collect(city, files(tmp_path, skp, rated))

    assert attack(found.dokumen, policy(city, date(2027, 1, 5))).aman
    assert any("semuanya aman" in line for line in found.perlindungan)


def test_a_correction_of_one_person_keeps_what_is_published(city: Repository, tmp_path: Path) -> None:
    """Where the old value can still stand for the new count."""
    skp, rated = people()
    first = collect(city, files(tmp_path, skp, rated))
    after = replace(city, hasil={one.tabel: (one,) for one in first.dokumen})
    rated[0][3] = "Baik"
    changed = collect(after, files(tmp_path, skp, rated))
    cells = [
        [(one.tabel, b.kelompok, name, n) for one in run.dokumen for b in one.baris for name, n in b.hitungan.items()]
        for run in (first, changed)
    ]

    assert len(cells[0]) == len(cells[1])
    assert len({*cells[0]} - {*cells[1]}) <= 12


def test_a_seed_is_refused_for_official_data(city: Repository, tmp_path: Path) -> None:
    """Whoever knows the seed could take the rounding back; fictional data may be drawn again."""
    skp, rated = people()
    assert {"benih-resmi"} == {rule for _, _, rule in refused(city, files(tmp_path, skp, rated), benih="1")}

    for row in skp:
        row[5] = "Dinas Contoh"
    paths = files(tmp_path, skp, rated)
    assert collect(city, paths, benih="1").dokumen == collect(city, paths, benih="1").dokumen


def test_nothing_is_published_where_no_group_is_large_enough(city: Repository, tmp_path: Path) -> None:
    """Eight people in all."""
    assert {"perlindungan"} == {rule for _, _, rule in refused(city, files(tmp_path, *people(8)))}


# Nothing personal anywhere


def run(akar: Path, *arguments: object) -> tuple[int, str]:
    """The command in this process: exit code, and everything on the terminal."""
    done = CliRunner().invoke(command, [*map(str, arguments)], obj=Keadaan(akar, date(2027, 2, 1)))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def test_what_became_of_the_rows_is_told_although_no_table_is_safe(akar: Path, tmp_path: Path) -> None:
    """Before the reason; nothing is written."""
    paths = files(tmp_path, *people(8))
    code, output = run(akar, paths["skp"], paths["penilaian"], "--periode", "2026", "--keluaran", tmp_path / "hasil")

    assert (1, False) == (code, (tmp_path / "hasil").exists())
    assert 0 <= output.index("skp.xlsx: 8 baris dibaca") < output.index("tidak ada tabel yang aman")


@pytest.mark.parametrize("kind", ["xlsx", "csv", "parquet"])
@pytest.mark.parametrize("broken", [False, True])
def test_no_name_and_no_number_leaves_the_machine(
    akar: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, broken: bool
) -> None:
    """Markers in every cell of a person; searched for in the terminal and in every file that there is afterwards."""
    raw, out, temp = (tmp_path / name for name in ("mentah", "hasil", "tmp"))
    for folder in (raw, temp):
        folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(temp))
    skp, rated = people()
    if broken:
        skp[5][1], skp[6][5], rated[7][3], skp[8][9] = f"{NAMA}1", f"{NAMA}2", f"{NAMA}3", f"{NAMA}4"
        skp[9][4] = f"{NAMA}5"
    paths = files(raw, skp, rated, kind)
    code, output = run(akar, paths["skp"], paths["penilaian"], "--periode", "2026", "--keluaran", out)
    written = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file() and raw not in p.parents}
    markers = [NAMA.encode(), *(str(row[1]).encode() for row in skp)]

    assert (1 if broken else 0, 0 if broken else 8) == (code, len(written)), output
    assert not [m for m in markers if m in output.encode() or any(m in data for data in written.values())]
    assert not list(temp.iterdir())
    assert {p.parent for p in written} <= {out}


def test_files_inside_the_repository_are_refused(akar: Path, tmp_path: Path) -> None:
    """The next commit would publish them."""
    paths = files(tmp_path, *people())
    inside = akar / "skp.xlsx"
    inside.write_bytes(paths["skp"].read_bytes())
    code, output = run(akar, inside, paths["penilaian"], "--periode", "2026")
    os.unlink(inside)

    assert (2, True) == (code, "di dalam repositori" in output)


def test_the_tables_pass_the_checks_of_the_repository(akar: Path, tmp_path: Path) -> None:
    """They are written into data/hasil/, and the same files again change nothing."""
    paths = files(tmp_path, *people())
    code, output = run(akar, paths["skp"], paths["penilaian"], "--periode", "2026")
    again = run(akar, paths["skp"], paths["penilaian"], "--periode", "2026", "--dihitung-pada", "2027-01-20")
    made = sorted((akar / "data/hasil/2026").iterdir())
    for path in made:
        path.unlink()

    assert 0 == code, output
    assert 8 == len(made)
    assert 8 == again[1].count("tidak berubah"), again[1]


def test_what_git_has_is_kept_to_although_the_files_are_gone(akar: Path, tmp_path: Path) -> None:
    """A table that was published stays known: to draw it again would tell more of it each time."""
    kota = tmp_path / "kota"
    shutil.copytree(akar, kota, symlinks=True)
    raw = tmp_path / "mentah"
    raw.mkdir()
    paths = files(raw, *people())
    run(kota, paths["skp"], paths["penilaian"], "--periode", "2026")
    first = {path.name: path.read_bytes() for path in (kota / "data/hasil/2026").iterdir()}
    author = ("-c", "user.name=uji", "-c", "user.email=uji@example.org")
    for arguments in (("init", "-q"), ("add", "-A"), (*author, "commit", "-qm", "Terbit")):
        subprocess.run(["git", "-C", str(kota), *arguments], check=True)
    shutil.rmtree(kota / "data/hasil/2026")
    code, output = run(kota, paths["skp"], paths["penilaian"], "--periode", "2026")

    assert 0 == code, output
    assert first == {path.name: path.read_bytes() for path in (kota / "data/hasil/2026").iterdir()}
