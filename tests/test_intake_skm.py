"""`himpun skm`: from the answers of a survey to what may be published of it."""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.intake.kelompok import safe_groups
from kinerja.intake.kolom import key_of
from kinerja.intake.skm import Hasil, Permintaan, aliases, collect_skm
from kinerja.intake.table import open_table
from kinerja.load.repository import load, load_repository, read_sources
from kinerja.load.schema import Schemas
from kinerja.model.repository import Repository
from kinerja.numbers import half_up
from kinerja.problems import ProblemsFound

U = [f"U{n}" for n in range(1, 10)]
LAYANAN = "salinan-arsip"


@pytest.fixture(scope="module")
def city(root: Path) -> Repository:
    """The small city of the cases, with the survey rule of today."""
    small = load(read_sources(root / "tests/kasus/dasar"), Schemas.read(root / "schemas")).repository
    assert small is not None
    return replace(small, aturan=replace(small.aturan, skm=load_repository(root).aturan.skm))


def collect(city: Repository, path: Path, **said: object) -> Hasil:
    """What the command computes, for a service of the city."""
    wanted = Permintaan(**{"layanan": LAYANAN, "periode": "2026-tw3", "cara": "daring", **said})  # type: ignore[arg-type]
    known = aliases(city, wanted.periode, wanted.kuesioner)
    return collect_skm(city, open_table(path, lambda title: key_of(title, known) is not None), wanted)


def write(path: Path, rows: Sequence[Sequence[object]], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    """A CSV file."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def refused(city: Repository, path: Path, **said: object) -> list[tuple[int, int, str]]:
    """Row, column and rule of each problem."""
    with pytest.raises(ProblemsFound) as found:
        collect(city, path, **said)
    return [(problem.baris, problem.kolom, problem.aturan) for problem in found.value.problems]


def answers(n: int, seed: int = 1) -> list[list[int]]:
    """Plausible answers of `n` people to nine unsur."""
    draw = random.Random(seed)
    return [[draw.choices((1, 2, 3, 4), (1, 4, 20, 15))[0] for _ in U] for _ in range(n)]


def test_the_index_is_the_mean_of_the_means_of_the_unsur(city: Repository, tmp_path: Path) -> None:
    """By hand: nine means, their mean, times 25, half up."""
    people = answers(120)
    skm = collect(city, write(tmp_path / "survei.csv", [U, *people])).dokumen
    means = [Fraction(sum(person[u] for person in people), 120) for u in range(9)]

    assert half_up(sum(means, start=Fraction(0)) / 9 * 25, 2) == skm.ikm
    assert [half_up(mean, 4) for mean in means] == [unsur.nrr for unsur in skm.unsur]
    assert [120] * 9 == [sum(unsur.jawaban) for unsur in skm.unsur]


def test_the_variance_is_that_of_what_each_respondent_adds_to_the_mean(city: Repository, tmp_path: Path) -> None:
    """With every question answered: the sample variance of the respondents' own means."""
    people = answers(50)
    skm = collect(city, write(tmp_path / "survei.csv", [U, *people])).dokumen
    own = [Fraction(sum(person), 9) for person in people]
    mean = sum(own, start=Fraction(0)) / 50

    assert half_up(sum(((one - mean) ** 2 for one in own), start=Fraction(0)) / 49, 6) == skm.ragam


def test_an_unanswered_question_lowers_only_its_own_n(city: Repository, tmp_path: Path) -> None:
    """A blank is no answer, and never a zero."""
    people: list[list[object]] = [list(person) for person in answers(30)]
    people[4][2] = ""
    skm = collect(city, write(tmp_path / "survei.csv", [U, *people])).dokumen

    assert (30, [30, 30, 29, *[30] * 6]) == (skm.n, [unsur.n for unsur in skm.unsur])


def test_a_respondent_without_any_answer_is_left_out_and_told(city: Repository, tmp_path: Path) -> None:
    """Rows in are rows counted and rows explained."""
    header, rows = [*U, "Usia"], [[*person, 30] for person in answers(30)]
    found = collect(city, write(tmp_path / "survei.csv", [header, *rows, [*[""] * 9, 41]]))

    assert 30 == found.dokumen.n
    assert [(31, 30), (1, (32,))] == [
        (found.laporan.dibaca, found.laporan.dihitung),
        (found.laporan.dilewati[0].jumlah, found.laporan.dilewati[0].baris),
    ]


def test_u8_is_pengaduan_by_the_regulation_and_sarana_in_the_usual_questionnaire(
    city: Repository, tmp_path: Path
) -> None:
    """The officer says which of the two it was."""
    path = write(tmp_path / "survei.csv", [U, *([[3] * 7 + [1, 4]] * 20)])
    by = {
        said: {u.id: u.nrr for u in collect(city, path, kuesioner=said).dokumen.unsur} for said in ("regulasi", "umum")
    }

    assert (1, 4) == (by["regulasi"]["pengaduan"], by["regulasi"]["sarana-prasarana"])
    assert (4, 1) == (by["umum"]["pengaduan"], by["umum"]["sarana-prasarana"])


def test_straight_liners_are_counted_and_kept(city: Repository, tmp_path: Path) -> None:
    """They are a question about the survey, not a reason to drop anybody."""
    path = write(tmp_path / "survei.csv", [U, *[[3] * 9] * 8, *[[4] * 9] * 4, [4, 3, *[4] * 7]])

    assert (13, 12) == ((skm := collect(city, path).dokumen).n, skm.seragam)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_is_read_however_the_office_saved_it(
    city: Repository, tmp_path: Path, delimiter: str, encoding: str
) -> None:
    """Title rows above the header, any of the usual delimiters and encodings; the numbers do not change."""
    people = answers(20)
    rows = [["Survei é"], [], [*U, "Jenis Kelamin"], *([*person, "L"] for person in people)]
    skm = collect(city, write(tmp_path / "survei.csv", rows, delimiter, encoding)).dokumen

    assert collect(city, write(tmp_path / "lurus.csv", [U, *people])).dokumen.unsur == skm.unsur


def test_a_workbook_gives_the_same_as_a_csv(city: Repository, tmp_path: Path) -> None:
    """A real XLSX, with titles below a heading and numbers as numbers."""
    people = answers(25)
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (["Hasil survei"], [], U, *people):
        sheet.append(row)
    workbook.save(tmp_path / "survei.xlsx")

    same = collect(city, write(tmp_path / "survei.csv", [U, *people]))
    assert same.dokumen == collect(city, tmp_path / "survei.xlsx").dokumen


def test_personal_columns_are_named_and_never_loaded(city: Repository, tmp_path: Path) -> None:
    """Not even their cells are in the table that the computation sees."""
    rows = [["Nama", "No HP", *U, "Hobi"], *(["Orang", "0", *person, "x"] for person in answers(20))]
    path = write(tmp_path / "survei.csv", rows)
    known = aliases(city, "2026-tw3", "regulasi")
    tabel = open_table(path, lambda title: key_of(title, known) is not None)
    laporan = collect(city, path).laporan

    assert ("baris", *(f"k{n}" for n in range(2, 11))) == tuple(
        row[0] for row in tabel.con.execute("DESCRIBE masukan").fetchall()
    )
    assert ("nama (kolom A)", "telepon (kolom B)") == laporan.kolom_pribadi
    assert ("kolom L",) == laporan.kolom_tidak_dikenal


@pytest.mark.parametrize("cell", ["5", "tiga", "3,5", "3.5", "0", "-1", "1e0"])
def test_an_answer_outside_of_one_to_four_is_refused_at_its_cell(city: Repository, tmp_path: Path, cell: str) -> None:
    """A scale of five, text, decimals, zero: none is turned into something else."""
    people: list[list[object]] = [list(person) for person in answers(20)]
    people[6][3] = cell

    assert [(8, 4, "survei-jawaban")] == refused(city, write(tmp_path / "survei.csv", [U, *people], ";"))


def test_every_bad_row_is_told_in_one_run(city: Repository, tmp_path: Path) -> None:
    """Answers, groups and doubled numbers together."""
    rows = [[n, *person, "L"] for n, person in enumerate(answers(20), start=1)]
    rows[2][4], rows[5][10], rows[9][0] = 7, "entah", 3
    found = refused(city, write(tmp_path / "survei.csv", [["No", *U, "Jenis kelamin"], *rows]))

    assert [(4, 5, "survei-jawaban"), (7, 11, "survei-kelompok"), (11, 1, "baris-ganda")] == sorted(found)


def test_a_cell_is_never_repeated_in_a_message(city: Repository, tmp_path: Path) -> None:
    """It may be anything, a name in the wrong column too."""
    people: list[list[object]] = [list(person) for person in answers(20)]
    people[0][0] = "SitiRahasia"
    with pytest.raises(ProblemsFound) as found:
        collect(city, write(tmp_path / "survei.csv", [U, *people]))

    assert "rahasia" not in "".join(map(str, found.value.problems)).casefold()


def test_bytes_that_are_no_table_are_refused(city: Repository, tmp_path: Path) -> None:
    """A workbook named .csv, a picture named .xlsx, an empty file, one without titles."""
    openpyxl.Workbook().save(tmp_path / "buku.xlsx")
    (tmp_path / "buku.csv").write_bytes((tmp_path / "buku.xlsx").read_bytes())
    (tmp_path / "gambar.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\x03\x04 rusak")
    (tmp_path / "kosong.csv").write_bytes(b" \n")
    write(tmp_path / "tanpa-judul.csv", answers(5))
    rules = [
        refused(city, tmp_path / name)[0][2]
        for name in ("buku.csv", "gambar.xlsx", "rusak.xlsx", "kosong.csv", "tanpa-judul.csv")
    ]

    assert ["sumber-akhiran", "sumber-bentuk", "sumber-bentuk", "sumber-kosong", "sumber-judul-kolom"] == rules


def test_a_survey_of_a_few_is_not_published(city: Repository, tmp_path: Path) -> None:
    """Its counts would show what each of them answered."""
    assert [(1, 1, "survei-jumlah")] == refused(city, write(tmp_path / "survei.csv", [U, *answers(9)]))
    assert 10 == collect(city, write(tmp_path / "sepuluh.csv", [U, *answers(10)])).dokumen.n


def test_more_respondents_than_users_are_refused(city: Repository, tmp_path: Path) -> None:
    """The population is that of the service in the period."""
    assert [(1, 1, "survei-jumlah")] == refused(city, write(tmp_path / "survei.csv", [U, *answers(20)]), populasi=19)


def test_the_sample_is_held_against_the_table(city: Repository, tmp_path: Path) -> None:
    """Krejcie and Morgan: 80 of 100 users."""
    assert 80 == collect(city, write(tmp_path / "survei.csv", [U, *answers(20)]), populasi=100).dokumen.sampel_minimal


# Groups of respondents

counts = st.dictionaries(st.sampled_from(("sd", "smp", "sma", "diii", "s1", "s2", "tidak-diisi")), st.integers(0, 60))
ORDER = ("sd", "smp", "sma", "diii", "s1", "s2", "lainnya", "tidak-diisi")


@settings(max_examples=300)
@given(counts, st.integers(3, 20))
def test_no_published_group_is_small_and_none_is_lost(found: dict[str, int], minimal: int) -> None:
    """Either every group reaches the minimum and they sum to all, or there is no breakdown."""
    safe = safe_groups(found, minimal, ORDER)

    assert not safe or (len(safe) > 1 and sum(n for _, n in safe) == sum(found.values()))
    assert all(n >= minimal for _, n in safe)


def test_a_small_remainder_takes_the_next_group_with_it() -> None:
    """Else it could be found by subtraction, or be small itself."""
    assert (("sma", 40), ("lainnya", 17)) == safe_groups({"sd": 2, "smp": 15, "sma": 40}, 10, ORDER)


def test_two_groups_of_which_one_is_small_are_not_broken_down() -> None:
    """Five women among forty: the men would tell."""
    assert () == safe_groups({"laki-laki": 35, "perempuan": 5}, 10, ("laki-laki", "perempuan", "lainnya"))


def test_the_mutu_is_that_of_the_rounded_index(city: Repository, tmp_path: Path) -> None:
    """All ones give 25 and D, all fours 100 and A."""
    marks = {
        answer: collect(city, write(tmp_path / f"{answer}.csv", [U, *([[answer] * 9] * 12)])).dokumen
        for answer in (1, 4)
    }

    assert [(Decimal("25.00"), "D"), (Decimal("100.00"), "A")] == [(marks[a].ikm, marks[a].mutu) for a in (1, 4)]


# Dates of the answers


def test_answers_of_another_period_are_left_out_and_told(city: Repository, tmp_path: Path) -> None:
    """A form that stays open collects the next quarter too."""
    days = ["2026-07-01", "2026-09-30 23:59:00", "2026-10-01", *[""] * 9]
    rows = [["Timestamp", *U], *([day, *person] for day, person in zip(days, answers(12), strict=True))]
    found = collect(city, write(tmp_path / "survei.csv", rows))

    assert (11, date(2026, 7, 1), date(2026, 9, 30)) == (found.dokumen.n, found.dokumen.mulai, found.dokumen.selesai)
    assert [("tanggalnya di luar periode", (4,))] == [(one.alasan, one.baris) for one in found.laporan.dilewati]


def test_the_order_of_day_and_month_is_asked_for_where_both_fit(city: Repository, tmp_path: Path) -> None:
    """And taken from the column where only one does."""
    both = write(tmp_path / "dua.csv", [["Tanggal", *U], *(["7/8/2026", *person] for person in answers(10))])
    one = write(
        tmp_path / "satu.csv", [["Tanggal", *U], *([day, *answers(1)[0]] for day in ("7/8/2026", *["31/7/2026"] * 9))]
    )

    assert [(2, 1, "survei-tanggal")] == refused(city, both)
    assert date(2026, 8, 7) == collect(city, both, urutan="hbt").dokumen.mulai
    assert date(2026, 7, 31) == collect(city, one).dokumen.mulai


def test_a_date_that_is_none_is_refused_at_its_cell(city: Repository, tmp_path: Path) -> None:
    """Words, and a day that no month has."""
    rows = [["Tanggal", *U], *([day, *answers(1)[0]] for day in ("2026-07-01", "kemarin", "2026-09-31"))]

    assert [(3, 1, "survei-tanggal"), (4, 1, "survei-tanggal")] == refused(city, write(tmp_path / "survei.csv", rows))
