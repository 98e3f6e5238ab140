"""`kinerja himpun waktu`: a register of requests becomes counts and times, or a list of rows and reasons."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.intake.table import open_table
from kinerja.intake.waktu import Hasil, collect_times
from kinerja.intake.waktu_kolom import known
from kinerja.load.repository import load, read_sources
from kinerja.load.schema import Schemas
from kinerja.model.capaian import Waktu
from kinerja.model.layanan import JamLayanan, Layanan, Mulai, SatuanWaktu, Standar
from kinerja.model.repository import Repository
from kinerja.problems import Problem, ProblemsFound
from kinerja.rules import waktu

DASAR = Path(__file__).parent / "kasus/dasar"
PADA = date(2026, 11, 1)
TITLES = (
    "Nomor register",
    "Nama pemohon",
    "Jenis layanan",
    "Tanggal masuk",
    "Berkas lengkap",
    "Tanggal selesai",
    "Status",
)
Row = tuple[str, ...]


@pytest.fixture(scope="module")
def dasar(schemas: Schemas) -> Repository:
    """The small valid repository of the cases."""
    repository = load(read_sources(DASAR), schemas).repository
    assert repository is not None
    return repository


def service(dasar: Repository, slug: str, satuan: SatuanWaktu, batas: int, mulai: Mulai, jam: bool = False) -> Layanan:
    """A made service with one standard, and with office hours where `jam`."""
    standar = Standar(berlaku_mulai=date(2025, 1, 1), batas=batas, satuan=satuan, mulai_dari=mulai, sk="SK 1")
    days = ("senin", "selasa", "rabu", "kamis", "jumat")
    hours = tuple(JamLayanan(hari=day, buka="08:00", tutup="11:30" if day == "jumat" else "15:00") for day in days)
    return replace(
        dasar.layanan["surat-contoh"], berkas=f"data/layanan/dinas-contoh/{slug}.yaml", nama=slug.title(), alias=(),
        standar=(standar,), jam=hours if jam else (),
    )  # fmt: skip


def with_services(dasar: Repository, *layanan: Layanan) -> Repository:
    """The repository with these services only."""
    return replace(dasar, layanan=MappingProxyType({satu.slug: satu for satu in layanan}))


def write_csv(path: Path, rows: Iterable[Sequence[str]], titles: Sequence[str] = TITLES) -> Path:
    """A register as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([titles, *rows])
    return path


def write_xlsx(path: Path, rows: Iterable[Sequence[Any]], titles: Sequence[str] = TITLES) -> Path:
    """A register as a workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [titles, *rows]:
        sheet.append(list(row))
    book.save(path)
    return path


def request(number: int, masuk: str, selesai: str, status: str = "selesai", layanan: str = "Surat") -> Row:
    """A row whose documents were complete when it came in."""
    return (f"R-{number}", f"Warga {number}", layanan, masuk, masuk, selesai, status)


def collect(repository: Repository, path: Path, **options: Any) -> Hasil:
    """The register as the command reads it."""
    chosen = {"periode": "2026-tw3", "layanan": None, "cara": "register-elektronik", "dihitung_pada": PADA, **options}
    return collect_times(repository, open_table(path, known), **chosen)


def refused(repository: Repository, path: Path, **options: Any) -> tuple[Problem, ...]:
    """What is wrong with the register."""
    with pytest.raises(ProblemsFound) as caught:
        collect(repository, path, **options)
    return caught.value.problems


def places(problems: Iterable[Problem]) -> list[tuple[int, str]]:
    """Row and rule of each problem."""
    return sorted((problem.baris, problem.aturan) for problem in problems)


# Times


def by_rules(repository: Repository, slug: str, rows: Sequence[Row], form: str) -> tuple[int, int, Waktu]:
    """On time, open past the limit, and the times of one service, by `rules.waktu`, a row after another."""
    layanan = repository.layanan[slug]
    standar = layanan.standar[0]
    kalender = waktu.calendar_of(repository.hari_libur.values(), layanan.jam)
    midnight = datetime.combine(PADA, datetime.min.time())
    done, aged = [], []
    for _, _, _, masuk, lengkap, selesai, _ in (row for row in rows if row[2] == slug):
        start = datetime.strptime(masuk if standar.mulai_dari == "permohonan-diterima" else lengkap, form)
        end = datetime.strptime(selesai, form) if selesai else max(start, midnight)
        (done if selesai else aged).append(waktu.duration(standar.satuan, start, end, kalender))
    late = sum(usia > standar.batas for usia in aged)
    return (
        sum(lama <= standar.batas for lama in done),
        late,
        waktu.quantiles(repository.aturan.selang.versi[0], done, aged),
    )


def random_rows(seed: int, size: int, slugs: Sequence[str], form: str, spread: int) -> list[Row]:
    """Requests of the third quarter of 2026 at any hour of any day, one in eight still open."""
    chance = random.Random(seed)
    rows = []
    for number in range(size):
        masuk = datetime(2026, 7, 1) + timedelta(minutes=chance.randrange(92 * 1440))
        lengkap = min(masuk + timedelta(minutes=chance.randrange(spread)), datetime(2026, 9, 30, 23, 59))
        selesai = lengkap + timedelta(minutes=chance.randrange(spread))
        ended = f"{selesai:{form}}" if chance.random() > 0.125 else ""
        status = "selesai" if ended else "proses"
        rows.append((f"R{number}", "", chance.choice(slugs), f"{masuk:{form}}", f"{lengkap:{form}}", ended, status))
    return rows


@pytest.mark.parametrize(("size", "spread"), [(1, 100), (7, 9000), (60, 90), (500, 12_000), (3000, 20_000)])
@pytest.mark.parametrize("form", ["%Y-%m-%d %H:%M", "%Y-%m-%d"])
def test_sql_gives_what_the_rules_give(dasar: Repository, tmp_path: Path, size: int, spread: int, form: str) -> None:
    """Every unit and start event, with and without hours, over holidays, weekends and times after closing."""
    made = [
        service(dasar, "hari-kerja-jam", "hari-kerja", 2, "berkas-lengkap", jam=True),
        service(dasar, "hari-kerja", "hari-kerja", 3, "permohonan-diterima"),
        service(dasar, "hari", "hari", 4, "berkas-lengkap"),
    ]
    if "%H" in form:
        made.append(service(dasar, "menit", "menit", 45, "permohonan-diterima"))
        made.append(service(dasar, "jam", "jam", 30, "berkas-lengkap", jam=True))
    repository = with_services(dasar, *made)
    rows = random_rows(size, size, [satu.slug for satu in made], form, spread)

    hasil = collect(repository, write_csv(tmp_path / "register.csv", rows))

    assert {row[2] for row in rows} == {dokumen.layanan for dokumen in hasil.dokumen}
    for dokumen in hasil.dokumen:
        mine = [row for row in rows if row[2] == dokumen.layanan]
        tepat, lewat, times = by_rules(repository, dokumen.layanan, mine, form)
        counts = (dokumen.permohonan, dokumen.selesai, dokumen.tepat_waktu, dokumen.terbuka_lewat)
        assert (len(mine), sum(bool(row[5]) for row in mine), tepat, lewat) == counts
        assert times == (dokumen.waktu or Waktu())


def test_times_of_a_small_register_by_hand(dasar: Repository, tmp_path: Path) -> None:
    """Working days on Mondays and Tuesdays until three o'clock, and the holiday of 17 August, a Monday."""
    rows = [
        request(1, "2026-07-06 09:00", "2026-07-06 14:00"),  # Monday, same day: 0
        request(2, "2026-07-06 15:01", "2026-07-13 09:00"),  # after closing: counts as Tuesday; next Monday is 1
        request(3, "2026-08-15 10:00", "2026-08-24 09:00"),  # Saturday before the holiday: Tuesday is 0, Monday 1
        request(4, "2026-07-07 15:00", "2026-07-14 09:00"),  # at closing time is in time: Monday 1, Tuesday 2
        request(5, "2026-09-29 10:00", "", "proses"),
        request(6, "2026-09-29 10:00", "", "dibatalkan"),
    ]

    (dokumen,) = collect(dasar, write_csv(tmp_path / "register.csv", rows)).dokumen

    assert (5, 4, 1, 1, 4, 1) == (
        dokumen.permohonan, dokumen.selesai, dokumen.terbuka, dokumen.terbuka_lewat, dokumen.tepat_waktu,
        dokumen.dibatalkan,
    )  # fmt: skip
    assert dokumen.waktu is not None
    assert ("1", None, "2") == (str(dokumen.waktu.median), dokumen.waktu.p90, str(dokumen.waktu.terlama))
    assert ("contoh", "hari-kerja", "berkas-lengkap", 3) == (
        dokumen.status, dokumen.satuan, dokumen.mulai_dari, dokumen.batas,
    )  # fmt: skip
    assert ("Register permohonan Penerbitan Surat Contoh", "Dinas Contoh", PADA) == (
        dokumen.sumber[0].judul, dokumen.sumber[0].penerbit, dokumen.sumber[0].tanggal,
    )  # fmt: skip


def test_only_withdrawn_requests_have_no_times(dasar: Repository, tmp_path: Path) -> None:
    """They are counted beside the requests."""
    rows = [request(1, "2026-07-06", "", "ditarik"), request(2, "2026-07-07", "2026-07-08", "batal")]

    (dokumen,) = collect(dasar, write_csv(tmp_path / "register.csv", rows)).dokumen

    assert (0, 2, None) == (dokumen.permohonan, dokumen.dibatalkan, dokumen.waktu)


def test_a_refused_request_was_waited_for_too(dasar: Repository, tmp_path: Path) -> None:
    """A refusal is an answer: its time counts like any other."""
    rows = [request(1, "2026-07-06", "2026-07-28", "ditolak"), request(2, "2026-07-06", "2026-07-07", "selesai")]

    (dokumen,) = collect(dasar, write_csv(tmp_path / "register.csv", rows)).dokumen

    assert (2, 2, 0, 1) == (dokumen.permohonan, dokumen.selesai, dokumen.dibatalkan, dokumen.tepat_waktu)


def test_the_standard_is_that_of_the_end_of_the_period(dasar: Repository, tmp_path: Path) -> None:
    """A new standard in the middle of the quarter holds for all of it, with its unit and start event."""
    surat = dasar.layanan["surat-contoh"]
    new = Standar(
        berlaku_mulai=date(2026, 9, 1), batas=2, satuan="jam", mulai_dari="permohonan-diterima", sk="SK 2"
    )  # fmt: skip
    repository = with_services(dasar, replace(surat, standar=(*surat.standar, new)))
    rows = [("1", "", "Surat", "2026-07-06 09:00", "", "2026-07-06 10:30", "selesai")]

    (dokumen,) = collect(repository, write_csv(tmp_path / "register.csv", rows)).dokumen

    assert dokumen.waktu is not None
    assert ("jam", 2, "1.5") == (dokumen.satuan, dokumen.batas, str(dokumen.waktu.median))


def test_what_was_written_by_hand_beside_the_counts_stays(dasar: Repository, tmp_path: Path) -> None:
    """Complaints and the note of the file that is there."""
    old = replace(dasar.capaian_layanan["surat-contoh"][-1], catatan="Loket pindah pada Agustus.")
    repository = replace(dasar, capaian_layanan={"surat-contoh": (old,)})

    hasil = collect(repository, write_csv(tmp_path / "r.csv", [request(1, "2026-07-06", "2026-07-07")]))

    assert old.catatan == hasil.dokumen[0].catatan
    assert "dipertahankan" in hasil.laporan.teks


# Dates


DATE_FORMS = {
    "iso": ("2026-07-13", "2026-07-20"),
    "iso-time": ("2026-07-13T08:05:30", "2026-07-20 09:00"),
    "iso-slash": ("2026/7/13", "2026/7/20"),
    "dmy-slash": ("13/7/2026", "20/7/2026"),
    "dmy-dash": ("13-07-2026", "20-07-2026"),
    "dmy-dot": ("13.07.2026", "20.07.2026 09.30"),
    "mdy-time": ("7/13/2026 8:05", "7/20/2026 14:00"),
    "mdy-half": ("7/13/2026 8:05:00 AM", "7/20/2026 2:00:00 PM"),
    "words": ("13 Juli 2026", "20 Juli 2026 pukul 09.30"),
    "words-weekday": ("Senin, 13 Juli 2026", "Senin, 20 Juli 2026"),
    "words-short": ("13-Jul-2026", "20 Jul 2026"),
    "words-case": ("13 JULI 2026", "20 juli 2026"),
}


@pytest.mark.parametrize(("masuk", "selesai"), DATE_FORMS.values(), ids=list(DATE_FORMS))
def test_dates_as_people_write_them(dasar: Repository, tmp_path: Path, masuk: str, selesai: str) -> None:
    """Monday to the Monday after: on Mondays and Tuesdays that is two working days."""
    (dokumen,) = collect(dasar, write_csv(tmp_path / "r.csv", [request(1, masuk, selesai)])).dokumen

    assert dokumen.waktu is not None
    assert ("2", 1) == (str(dokumen.waktu.median), dokumen.selesai)


def test_the_order_of_day_and_month_follows_from_all_rows(dasar: Repository, tmp_path: Path) -> None:
    """One row that fits a single order decides for the column, wherever it stands; the report says which."""
    rows = [request(n, "07/06/2026", "07/07/2026") for n in range(30_000)]
    rows.append(request(30_000, "07/13/2026", "07/14/2026"))

    hasil = collect(dasar, write_csv(tmp_path / "r.csv", rows))

    assert (30_001, True) == (hasil.dokumen[0].permohonan, "dibaca bulan-hari-tahun" in hasil.laporan.teks)


@pytest.mark.parametrize(("urutan", "permohonan"), [("hbt", 2), ("bht", 1)])
def test_an_order_that_cannot_be_known_must_be_stated(
    dasar: Repository, tmp_path: Path, urutan: str, permohonan: int
) -> None:
    """5/9 is in the quarter as 5 September, and not as May 9."""
    path = write_csv(tmp_path / "r.csv", [request(1, "5/9/2026", "6/10/2026"), request(2, "9/7/2026", "10/8/2026")])

    problems = refused(dasar, path)

    assert [(1, "register-urutan-tanggal")] * 3 == places(problems)
    assert all("--urutan-tanggal" in problem.saran for problem in problems)
    assert permohonan == collect(dasar, path, urutan=urutan).dokumen[0].permohonan


def test_dates_that_are_the_same_in_both_orders_need_no_statement(dasar: Repository, tmp_path: Path) -> None:
    """7/7 is 7/7."""
    rows = [("1", "", "Surat", "7/7/2026", "7/7/2026", "8/8/2026", "selesai")]

    assert 1 == collect(dasar, write_csv(tmp_path / "r.csv", rows)).dokumen[0].permohonan


BAD_DATES = {
    "mixed": (["13/7/2026", "14/7/2026", "7/15/2026"], [(4, "register-tanggal")]),
    "two digits": (["13/7/2026", "14/7/26", "15/7/2026"], [(3, "register-tanggal")]),
    "no such day": (["13/7/2026", "31/6/2026", "15/7/2026"], [(3, "register-tanggal")]),
    "no such hour": (["2026-07-13 08:00", "2026-07-13 25:00"], [(3, "register-tanggal")]),
    "not a date": (["2026-07-13", "RAHASIA", "45850"], [(3, "register-tanggal"), (4, "register-tanggal")]),
    "year first and last": (["2026-07-13", "2026-07-14", "15/07/2026"], [(4, "register-urutan-tanggal")]),
}


@pytest.mark.parametrize(("masuk", "expected"), BAD_DATES.values(), ids=list(BAD_DATES))
def test_dates_that_cannot_be_read_are_listed_by_row(
    dasar: Repository, tmp_path: Path, masuk: list[str], expected: list[tuple[int, str]]
) -> None:
    """Never guessed, and never repeated in the message."""
    rows = [(str(n), "", "Surat", "", text, "2026-07-21", "selesai") for n, text in enumerate(masuk)]

    problems = refused(dasar, write_csv(tmp_path / "r.csv", rows))

    assert expected == places(problems)
    assert not any(text in str(problem) for problem in problems for text in masuk)


def test_a_stated_order_is_kept(dasar: Repository, tmp_path: Path) -> None:
    """Rows that are written otherwise are listed."""
    path = write_csv(tmp_path / "r.csv", [request(1, "13/7/2026", "2026-07-21")])

    assert {(2, "register-tanggal")} == set(places(refused(dasar, path, urutan="bht")))
    assert {(2, "register-tanggal")} == set(places(refused(dasar, path, urutan="tbh")))


def test_a_workbook_gives_dates_and_midnights(dasar: Repository, tmp_path: Path) -> None:
    """True dates need no order, and a midnight is a time although the file does not tell it from a date."""
    rows = [
        (1, "Warga", "Salinan arsip", datetime(2026, 7, 6, 23, 30), None, datetime(2026, 7, 7), "selesai"),
        (2, "Warga", "salinan  ARSIP", datetime(2026, 7, 7), None, datetime(2026, 7, 7, 0, 50), "Closed"),
    ]

    hasil = collect(dasar, write_xlsx(tmp_path / "r.xlsx", rows))

    assert hasil.dokumen[0].waktu is not None
    assert ("40", "50", "menit") == (
        str(hasil.dokumen[0].waktu.median), str(hasil.dokumen[0].waktu.terlama), hasil.dokumen[0].satuan,
    )  # fmt: skip
    assert "dibaca pukul 00.00" in hasil.laporan.teks


# What cannot be used


def test_every_reason_is_listed_at_once(dasar: Repository, tmp_path: Path) -> None:
    """Each with its row, and without a word of what stands there."""
    rows = [
        request(1, "2026-07-06", "", "selesai"),
        request(2, "2026-07-06", "2026-07-07", "proses"),
        request(3, "2026-07-08", "2026-07-07"),
        request(4, "2026-07-06", "2027-01-01"),
        request(5, "2026-07-06", "2026-07-07"),
        request(5, "2026-07-13", "2026-07-14"),
        request(7, "2026-07-06", "2026-07-07", "RAHASIA"),
        request(8, "2026-07-06", "2026-07-07", layanan="RAHASIA"),
        request(9, "2026-07-06", "2026-07-07", "RAHASIA"),
        ("10", "", "Surat", "2026-07-08", "2026-07-07", "2026-07-09", "selesai"),
        request(11, "2026-07-06", "2026-07-07", layanan="Salinan arsip"),
    ]

    problems = refused(dasar, write_csv(tmp_path / "r.csv", rows))

    assert [
        (2, "register-selesai"), (3, "register-selesai"), (4, "register-urutan"), (4, "register-urutan"),
        (5, "register-masa-depan"), (7, "baris-ganda"), (8, "register-keadaan"), (9, "register-layanan"),
        (11, "register-urutan"), (12, "register-tanpa-jam"), (12, "register-tanpa-jam"),
    ] == places(problems)  # fmt: skip
    assert not any("RAHASIA" in str(problem) or "Warga" in str(problem) for problem in problems)


def test_rows_without_a_number_that_are_alike_are_doubles(dasar: Repository, tmp_path: Path) -> None:
    """The remedy names the column that would tell them apart; a running number does."""
    row = ("Surat", "2026-07-06", "2026-07-07", "selesai")
    titles = ("Layanan", "Berkas lengkap", "Selesai", "Status")
    path = write_csv(tmp_path / "r.csv", [row, row, (*row[:2], "2026-07-08", "selesai")], titles)

    problems = refused(dasar, path)

    assert [(3, "baris-ganda")] == places(problems)
    assert "nomor" in problems[0].saran
    numbered = write_csv(tmp_path / "n.csv", [("1", *row), ("2", *row)], ("No", *titles))
    assert 2 == collect(dasar, numbered).dokumen[0].permohonan


def test_the_same_number_of_another_service_is_no_double(dasar: Repository, tmp_path: Path) -> None:
    """Offices number each service on its own."""
    rows = [request(1, "2026-07-06 08:00", "2026-07-06 09:00", layanan=name) for name in ("Surat", "Salinan arsip")]

    assert 2 == len(collect(dasar, write_csv(tmp_path / "r.csv", rows)).dokumen)


def test_at_most_twenty_rows_are_listed_for_a_reason(dasar: Repository, tmp_path: Path) -> None:
    """The last one says how many more there are."""
    rows = [request(n, "2026-07-08", "2026-07-07") for n in range(50)]

    problems = [p for p in refused(dasar, write_csv(tmp_path / "r.csv", rows)) if "diterima" in p.pesan]

    assert (20, 21, True) == (len(problems), problems[-1].baris, "dan 30 baris lain" in problems[-1].pesan)
    assert not any("baris lain" in problem.pesan for problem in problems[:-1])


def test_a_year_without_holidays_names_the_file_to_add(dasar: Repository, tmp_path: Path) -> None:
    """Working days only: the other units need no calendar."""
    path = write_csv(tmp_path / "r.csv", [request(1, "2025-12-29 08:00", "2026-01-05 08:00")])
    options = {"periode": "2025-tw4", "dihitung_pada": PADA}

    problems = refused(dasar, path, **options)

    assert [("data/hari-libur/2025.yaml", "hari-libur-belum-ada")] == [(p.berkas, p.aturan) for p in problems]
    hours = with_services(dasar, replace(service(dasar, "surat", "jam", 9, "berkas-lengkap"), alias=("Surat",)))
    assert 1 == collect(hours, path, **options).dokumen[0].permohonan


@pytest.mark.parametrize(
    ("drop", "words"),
    [
        ("Jenis layanan", "kolom layanan"),
        ("Berkas lengkap", "tanggal berkas lengkap"),
        ("Tanggal selesai", "tanggal selesai"),
    ],
)
def test_a_missing_column_is_named(dasar: Repository, tmp_path: Path, drop: str, words: str) -> None:
    """Which one is needed follows from the standard."""
    keep = [i for i, title in enumerate(TITLES) if title != drop]
    row = request(1, "2026-07-06", "2026-07-07")
    path = write_csv(tmp_path / "r.csv", [[row[i] for i in keep]], [TITLES[i] for i in keep])

    (problem,) = refused(dasar, path)

    assert (1, "register-kolom", True) == (problem.baris, problem.aturan, words in problem.pesan)


def test_two_columns_for_one_thing_are_refused(dasar: Repository, tmp_path: Path) -> None:
    """By their letters."""
    row = (*request(1, "2026-07-06", "2026-07-07"), "2026-07-08")

    (problem,) = refused(dasar, write_csv(tmp_path / "r.csv", [row], (*TITLES, "Closed date")))

    assert ("kolom-ganda", True) == (problem.aturan, "F dan H" in problem.pesan)


def test_a_period_that_is_not_over_is_refused(dasar: Repository, tmp_path: Path) -> None:
    """A part of a quarter is no quarter."""
    path = write_csv(tmp_path / "r.csv", [request(1, "2026-07-06", "2026-07-07")])

    assert [(1, "register-periode")] == places(refused(dasar, path, dihitung_pada=date(2026, 9, 29)))


def test_a_service_without_a_standard_cannot_be_asked_for(dasar: Repository, tmp_path: Path) -> None:
    """There is no unit to count in; in a register of several services its rows are left out with that reason."""
    bare = replace(service(dasar, "lain", "hari", 1, "berkas-lengkap"), standar=())
    repository = with_services(dasar, bare, dasar.layanan["surat-contoh"])
    rows = [request(1, "2026-07-06", "2026-07-07"), request(2, "2026-07-06", "2026-07-07", layanan="lain")]
    path = write_csv(tmp_path / "r.csv", rows)

    assert ["register-standar"] == [problem.aturan for problem in refused(repository, path, layanan="lain")]
    laporan = collect(repository, path).laporan
    assert [(1, (3,), True)] == [(d.jumlah, d.baris, "standar" in d.alasan) for d in laporan.dilewati]


def test_a_name_of_two_services_is_settled_by_the_option(dasar: Repository, tmp_path: Path) -> None:
    """Without it nobody can know which one is meant."""
    twin = replace(service(dasar, "kembar", "hari", 1, "berkas-lengkap"), alias=("Surat",))
    repository = with_services(dasar, twin, dasar.layanan["surat-contoh"])
    path = write_csv(tmp_path / "r.csv", [request(1, "2026-07-06", "2026-07-07")])

    assert [(2, "register-layanan")] == places(refused(repository, path))
    assert "kembar" == collect(repository, path, layanan="kembar").dokumen[0].layanan


# Files as they come


def test_windows_text_with_semicolons_and_titles_above_the_header(dasar: Repository, tmp_path: Path) -> None:
    """Rows keep the numbers that they have in the file."""
    path = tmp_path / "r.csv"
    lines = ["REGISTER PERMOHONAN – 2026", "", ";".join(TITLES), ";".join(request(1, "13/7/2026", "20/7/2026"))]
    path.write_bytes("\r\n".join([*lines, ";".join(request(2, "13/7/2026", "", "selesai"))]).encode("cp1252"))

    assert [(5, "register-selesai")] == places(refused(dasar, path))
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    assert "Windows-1252" in collect(dasar, path).laporan.teks


def test_a_binary_file_with_a_wrong_ending_is_refused(dasar: Repository, tmp_path: Path) -> None:
    """By its bytes, not its name."""
    book = write_xlsx(tmp_path / "r.xlsx", [request(1, "2026-07-06", "2026-07-07")])
    book.rename(tmp_path / "r.csv")

    assert [(1, "sumber-akhiran")] == places(refused(dasar, tmp_path / "r.csv"))


# What is left out


def test_rows_in_are_rows_counted_and_rows_explained(dasar: Repository, tmp_path: Path) -> None:
    """Each row that is in no document has its reason."""
    rows = [
        request(1, "2026-07-06", "2026-07-07"),
        request(2, "2026-06-30", "2026-07-07"),
        request(3, "2026-10-01", ""),
        ("4", "", "Surat", "2026-07-06", "", "", "proses"),
        request(5, "2026-07-06 08:00", "2026-07-06 08:30", layanan="Salinan arsip"),
        request(6, "2026-07-06", "2026-07-07", layanan="Layanan yang tidak ada"),
        ("", "", "", "", "", "", ""),
        request(8, "2026-07-06", "", "dibatalkan"),
    ]
    rows[2] = (*rows[2][:6], "proses")

    laporan = collect(dasar, write_csv(tmp_path / "r.csv", rows), layanan="surat-contoh").laporan

    assert (8, 2) == (laporan.dibaca, laporan.dihitung)
    assert {
        "kosong": (8,), "bukan layanan yang diminta": (6,), "nama layanannya tidak dikenal": (7,),
        "tanggal mulai menurut standar layanannya tidak diisi": (5,),
        "mulai sebelum Triwulan III tahun 2026": (3,), "mulai setelah Triwulan III tahun 2026": (4,),
    } == {satu.alasan: satu.baris for satu in laporan.dilewati}  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("Surat", "surat contoh", "SURAT-CONTOH", "Salinan arsip", "", "lain")),
            st.dates(date(2026, 5, 1), date(2026, 10, 31)) | st.none(),
            st.integers(0, 40),
            st.sampled_from(("selesai", "proses", "batal", "")),
        ),
        max_size=30,
    )
)
def test_no_row_disappears(
    dasar: Repository, tmp_path_factory: pytest.TempPathFactory, drawn: list[tuple[str, date | None, int, str]]
) -> None:
    """Any register is either refused as a whole, or every row of it is counted or explained."""
    rows = []
    for number, (layanan, masuk, days, status) in enumerate(drawn):
        ended = f"{masuk + timedelta(days)} 10:00" if masuk and status == "selesai" else ""
        start = f"{masuk} 09:00" if masuk else ""
        rows.append((str(number), "x", layanan, start, start, ended, status))
    path = write_csv(tmp_path_factory.mktemp("acak") / "r.csv", rows)

    try:
        hasil = collect(dasar, path, layanan="surat-contoh")
    except ProblemsFound:
        return
    counted = sum(dokumen.permohonan + dokumen.dibatalkan for dokumen in hasil.dokumen)
    assert len(rows) == hasil.laporan.dibaca == counted + sum(satu.jumlah for satu in hasil.laporan.dilewati)


def test_a_register_without_states_says_how_it_was_read(dasar: Repository, tmp_path: Path) -> None:
    """A request with a finishing date is finished."""
    rows = [row[:6] for row in (request(1, "2026-07-06", "2026-07-07"), request(2, "2026-07-06", ""))]

    hasil = collect(dasar, write_csv(tmp_path / "r.csv", rows, TITLES[:6]))

    assert (1, 1, True) == (
        hasil.dokumen[0].selesai, hasil.dokumen[0].terbuka, "Kolom keadaan tidak ada" in hasil.laporan.teks,
    )  # fmt: skip


def test_requests_that_end_where_they_start_are_asked_about(dasar: Repository, tmp_path: Path) -> None:
    """A register that is filled in at once shows no times."""
    rows = [request(n, f"2026-07-06 08:{n:02}", f"2026-07-06 08:{n:02}", layanan="Salinan arsip") for n in range(3)]

    assert (
        "3 dari 3 permohonan selesai pada saat yang sama"
        in collect(dasar, write_csv(tmp_path / "r.csv", rows)).laporan.teks
    )
