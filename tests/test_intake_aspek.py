"""`himpun aspek`: from ratings of indicators to counts by level, by the criteria in force, never by school."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from click.testing import CliRunner

from kinerja.cli.himpun_aspek import aspek as command
from kinerja.cli.keadaan import Keadaan
from kinerja.intake.aspek import Permintaan, Terhimpun, collect_aspects
from kinerja.load.repository import load, read_sources
from kinerja.load.schema import Schemas
from kinerja.model.repository import Repository
from kinerja.problems import ProblemsFound

TITLES = ("Kelompok", "Wilayah", "Indikator", "Tingkat", "Nama Guru")
NAMA = "Penanda Rahasia"
AREAS = ("Kecamatan Hulu", "hilir")
HILIR = b"status: resmi\nnama: Kecamatan Hilir\njenis: kecamatan\nsumber:\n  - judul: Uji\n    penerbit: Uji\n"
TEACHER = b"status: resmi\nnama: Guru\nuraian: Uji.\nkriteria:\n  - guru\n"
Rows = list[list[Any]]


@pytest.fixture(scope="module")
def akar(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small city with the teachers' criteria of the project and a second kecamatan."""
    folder = tmp_path_factory.mktemp("kota")
    criteria = (root / "data/kriteria/guru/2024-01-01.yaml").read_bytes()
    sources = {
        **read_sources(root / "tests/kasus/dasar"),
        "data/dasar-hukum.yaml": (root / "data/dasar-hukum.yaml").read_bytes(),
        "data/kriteria/guru/2024-01-01.yaml": criteria,
        "data/jabatan/guru.yaml": TEACHER,
        "data/perangkat-daerah/kecamatan-hilir.yaml": HILIR,
    }
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


def ratings(city: Repository, n: int = 400) -> Rows:
    """Ratings with the words of the criteria, in ids and in names."""
    kriteria = city.kriteria["guru"][0]
    indicators = [satu for part in kriteria.aspek for satu in part.indikator][:2]
    found: Rows = []
    for i in range(n):
        which, level = indicators[i % 2], kriteria.tingkat[i // 4 % 3]
        words = (which.nama.upper(), level.nama) if i % 3 else (which.id, level.id)
        found.append(["guru" if i % 3 else "Guru", AREAS[i // 2 % 2], *words, f"{NAMA} {i}"])
    return found


def write(path: Path, rows: Rows, titles: Sequence[str] = TITLES) -> Path:
    """A file of the kind that its name says."""
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        for row in (["Catatan pengamatan"], titles, *rows):
            sheet.append(list(row))
        book.save(path)
    elif path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([titles, *rows])
    else:
        cells = ", ".join(f'unnest(?::VARCHAR[]) AS "{title}"' for title in titles)
        columns = [[row[i] for row in rows] for i in range(len(titles))]
        duckdb.connect().execute(f"COPY (SELECT {cells}) TO '{path}' (FORMAT parquet)", columns)
    return path


def collect(city: Repository, path: Path, **said: Any) -> Terhimpun:
    """What the command computes."""
    wanted = {"periode": "2026-s1", "dihitung_pada": date(2026, 7, 6), **said}
    return collect_aspects(city, Permintaan(sumber=path, **wanted))


def refused(city: Repository, path: Path, **said: Any) -> list[tuple[int, str]]:
    """Row and rule of each problem."""
    with pytest.raises(ProblemsFound) as found:
        collect(city, path, **said)
    assert not any(NAMA in str(problem) for problem in found.value.problems)
    return [(problem.baris, problem.aturan) for problem in found.value.problems]


@pytest.mark.parametrize("kind", ["xlsx", "csv", "parquet"])
def test_ratings_are_counted_by_area_indicator_and_level(city: Repository, tmp_path: Path, kind: str) -> None:
    """By hand, from the rows that were written."""
    rows = ratings(city)
    found = collect(city, write(tmp_path / f"a.{kind}", rows))
    (hasil,) = found.asal
    by_hand = Counter((i // 2 % 2, i % 2, i // 4 % 3) for i in range(len(rows)))
    areas = ("kecamatan-hilir", "kecamatan-hulu")

    assert ("aspek-guru", "guru", "penilaian", "resmi") == (hasil.tabel, hasil.kelompok, hasil.satuan, hasil.status)
    assert ("wilayah", "indikator") == hasil.dimensi
    assert [(area, which) for area in areas for which in range(2)] == [
        (baris.wilayah, i % 2) for i, baris in enumerate(hasil.baris)
    ]
    for i, baris in enumerate(hasil.baris):
        assert baris.tingkat is not None
        assert [by_hand[1 - i // 2, i % 2, level] for level in range(3)] == list(baris.tingkat.values())
        assert sum(baris.tingkat.values()) == baris.jumlah
    assert (400, 400) == (found.laporan.dibaca, found.laporan.dihitung)
    assert ("kolom E",) == found.laporan.kolom_tidak_dikenal


def test_without_areas_the_city_is_counted(city: Repository, tmp_path: Path) -> None:
    """And without a group of posts it is named on the command line."""
    rows = [row[2:4] for row in ratings(city)]
    path = write(tmp_path / "a.csv", rows, TITLES[2:4])
    (hasil,) = collect(city, path, kelompok="guru").asal

    assert ("indikator",) == hasil.dimensi
    assert [200, 200] == [baris.jumlah for baris in hasil.baris]
    assert [(1, "aspek-kolom")] == refused(city, path)


def test_words_outside_the_criteria_are_refused_by_row(city: Repository, tmp_path: Path) -> None:
    """Each with how many rows have the same words; the words are not told."""
    rows = ratings(city)
    rows[0][0], rows[1][1], rows[2][2], rows[3][3], rows[4][1] = "dosen", f"SD {NAMA}", "melompat", "lumayan", ""

    assert [(2, "aspek-kelompok"), (3, "aspek-wilayah"), (4, "aspek-indikator"), (5, "aspek-tingkat"),
            (6, "aspek-wilayah")] == refused(city, write(tmp_path / "a.csv", rows))  # fmt: skip


def test_criteria_have_to_be_in_force(city: Repository, tmp_path: Path) -> None:
    """Teachers' criteria start in 2024."""
    path = write(tmp_path / "a.csv", ratings(city))

    assert {"aspek-kelompok"} == {rule for _, rule in refused(city, path, periode="2023-s1")}


def test_small_areas_are_merged_for_every_indicator(city: Repository, tmp_path: Path) -> None:
    """Nine ratings of an indicator in one of two kecamatan: only the city is left."""
    rows = ratings(city)
    few = [row for row in rows if row[1] == AREAS[0]] + [row for row in rows if row[1] == AREAS[1]][:18]
    (hasil,) = collect(city, write(tmp_path / "a.csv", few)).asal

    assert ("indikator",) == hasil.dimensi
    assert [109, 109] == [baris.jumlah for baris in hasil.baris]


def test_an_indicator_with_few_ratings_is_left_out(city: Repository, tmp_path: Path) -> None:
    """Ratings of different indicators are never merged; of too few altogether nothing is published."""
    rows = ratings(city)
    few = [row for i, row in enumerate(rows) if i % 2] + rows[:18:2]
    (hasil,) = collect(city, write(tmp_path / "a.csv", few)).asal

    assert 1 == len({baris.indikator for baris in hasil.baris})
    assert {"perlindungan"} == {rule for _, rule in refused(city, write(tmp_path / "b.csv", rows[:9]))}


def test_levels_are_rounded_and_add_up(city: Repository, tmp_path: Path) -> None:
    """To multiples of five next to the true counts."""
    found = collect(city, write(tmp_path / "a.csv", ratings(city)))
    (true,), (shown,) = found.asal, found.dokumen

    assert 5 == shown.kelipatan
    for before, after in zip(true.baris, shown.baris, strict=True):
        assert sum(after.hitungan.values()) == after.jumlah
        assert all(r % 5 == 0 and abs(r - before.hitungan[name]) < 5 for name, r in after.hitungan.items())
    assert any("semuanya aman" in line for line in found.perlindungan)


def test_formulas_and_missing_columns_are_refused(city: Repository, tmp_path: Path) -> None:
    """A formula may have no value."""
    rows = ratings(city)
    rows[0][3] = '="Dilakukan"'

    assert [(3, "sumber-rumus")] == refused(city, write(tmp_path / "a.xlsx", rows))
    assert [(1, "aspek-kolom")] == refused(city, write(tmp_path / "b.csv", [row[:3] for row in rows], TITLES[:3]))


def test_empty_rows_are_told(city: Repository, tmp_path: Path) -> None:
    """Rows in are rows counted and rows explained."""
    found = collect(city, write(tmp_path / "a.csv", [*ratings(city), ["", "", "", "", NAMA]]))

    assert (401, 400, (402,)) == (found.laporan.dibaca, found.laporan.dihitung, found.laporan.dilewati[0].baris)


def test_a_changed_table_is_the_next_release(city: Repository, tmp_path: Path) -> None:
    """An unchanged one stays as it is."""
    rows = ratings(city)
    first = collect(city, write(tmp_path / "a.csv", rows)).dokumen
    after = replace(city, hasil={first[0].tabel: first})

    assert first == collect(after, write(tmp_path / "a.csv", rows), dihitung_pada=date(2026, 8, 1)).dokumen
    assert [2] == [one.rilis_ke for one in collect(after, write(tmp_path / "b.csv", rows[:-60])).dokumen]


def test_the_command_writes_what_the_checks_accept_and_nobody_is_named(
    akar: Path, city: Repository, tmp_path: Path
) -> None:
    """In data/hasil/ of the small city; the raw file has a name in each row."""
    raw = tmp_path / "mentah.csv"
    write(raw, ratings(city))
    done = CliRunner().invoke(command, [str(raw), "--periode", "2026-s1"], obj=Keadaan(akar, date(2026, 11, 24)))
    made = akar / "data/hasil/2026-s1/aspek-guru.yaml"
    text = made.read_text("utf-8")
    made.unlink()

    assert 0 == done.exit_code, done.output
    assert NAMA not in done.output + text
    assert "tabel: aspek-guru" in text


def test_what_became_of_the_rows_is_told_although_no_table_is_safe(
    akar: Path, city: Repository, tmp_path: Path
) -> None:
    """Before the reason; nothing is written."""
    raw = tmp_path / "mentah.csv"
    write(raw, ratings(city)[:5])
    done = CliRunner().invoke(command, [str(raw), "--periode", "2026-s1"], obj=Keadaan(akar, date(2026, 11, 24)))

    assert (1, []) == (done.exit_code, [*(akar / "data/hasil/2026-s1").glob("*.yaml")])
    assert 0 <= done.output.index("mentah.csv: 5 baris dibaca") < done.output.index("tidak ada tabel yang aman")
