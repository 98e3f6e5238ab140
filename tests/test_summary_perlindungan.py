"""What the pages say of the protection of persons: policy, periods, attack, the sentence, a unit's table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest

from kinerja.model.dokumen import Status
from kinerja.model.hasil import KELAS, BarisHasil, Hasil
from kinerja.model.repository import Repository, without_contoh
from kinerja.portal.pages import page_table
from kinerja.rules.versi import version_in_force
from kinerja.summary.figures import collect
from kinerja.summary.hasil_kata import rounding_sentence
from kinerja.summary.perangkat_daerah import unit as unit_view
from kinerja.summary.perlindungan import protection
from kinerja.summary.sebaran import newest

UNIT = "dinas-pelayanan-contoh"
COUNTS = dict(zip(KELAS, (10, 80, 5, 0, 0, 5), strict=True))


@dataclass(frozen=True)
class Ended:
    """How the attack on a period ended."""

    periode: str
    status: Status
    diserang: int = 12
    tersempit: int | None = 3
    masalah: Sequence[object] = ()


def table(periode: str, *baris: BarisHasil, **more: Any) -> Hasil:
    """A table of predikat by unit."""
    name = more.pop("tabel", "predikat-perangkat-daerah")
    base: dict[str, Any] = {
        "berkas": f"data/hasil/{periode}/{name}.yaml", "status": "contoh", "periode": periode, "tabel": name,
        "isi": "predikat", "dimensi": ("perangkat-daerah",), "satuan": "orang", "penyebut": "Semua pegawai.",
        "kelipatan": 5, "keadaan": "final", "rilis_ke": 1, "dihitung_pada": date(2026, 1, 5), "sumber": (),
    }  # fmt: skip
    return Hasil(**{**base, **more}, baris=baris)


def row(unit: str = UNIT, jumlah: int | None = 100, **more: Any) -> BarisHasil:
    """A unit's row."""
    return BarisHasil(perangkat_daerah=unit, jumlah=jumlah, **{**COUNTS, **more})


def with_results(repo: Repository, *tables: Hasil) -> Repository:
    """The repository with these tables only."""
    by_name: dict[str, tuple[Hasil, ...]] = {}
    for hasil in tables:
        by_name[hasil.tabel] = (*by_name.get(hasil.tabel, ()), hasil)
    return replace(repo, hasil=MappingProxyType(by_name))


def spread(repo: Repository, *tables: Hasil) -> Any:
    """The table on the unit's page."""
    return newest(with_results(repo, *tables), repo.perangkat_daerah[UNIT])


# The sentence


def test_the_sentence_names_the_base_and_is_silent_about_exact_counts() -> None:
    assert (
        "Semua jumlah orang dibulatkan ke kelipatan 5 agar tidak seorang pun dapat dikenali; selisih yang lebih kecil "
        "dari itu tidak berarti."
    ) == rounding_sentence(5)
    assert "kelipatan 3" in rounding_sentence(3)
    assert "" == rounding_sentence(1)


# The table of a unit


def test_a_unit_shows_the_newest_year_rather_than_a_newer_quarter(repo: Repository) -> None:
    found = spread(repo, table("2024", row()), table("2025", row(baik=75, sangat_baik=15)), table("2026-tw1", row()))

    assert "Tahun 2025" == found.nama_periode
    assert [15, 75, 5, 0, 0, 5] == [line.jumlah.nilai for line in found.baris]
    assert rounding_sentence(5) == found.kalimat


def test_a_unit_without_a_year_shows_its_newest_quarter(repo: Repository) -> None:
    assert "Triwulan II tahun 2026" == spread(repo, table("2026-tw1", row()), table("2026-tw2", row())).nama_periode


def test_shares_are_whole_percents_of_the_published_counts_and_add_up(repo: Repository) -> None:
    found = spread(repo, table("2025", row(jumlah=35, sangat_baik=10, baik=10, butuh_perbaikan=15, belum_dinilai=0)))
    shares = [line.bagian.nilai for line in found.baris]

    assert [29, 28, 43, 0, 0, 0] == shares
    assert 100 == found.jumlah.bagian.nilai
    assert all(line.jumlah.n == 35 for line in found.baris)


def test_a_hidden_count_is_no_zero_and_leaves_no_share_to_work_it_out(repo: Repository) -> None:
    found = spread(repo, table("2025", row(kurang=None, sangat_kurang=None, disamarkan=("kurang", "sangat_kurang"))))
    lines = {line.nama: line for line in found.baris}

    assert "disamarkan" == lines["Kurang"].jumlah.teks
    assert {None} == {line.bagian.nilai for line in (*found.baris, found.jumlah)}


def test_a_unit_that_was_merged_is_shown_with_those_that_it_is_counted_with(repo: Repository) -> None:
    merged = row("lainnya", gabungan=(UNIT, "dinas-perizinan-contoh"))
    found = spread(repo, table("2025", row("dinas-kesehatan-contoh"), merged))

    assert ("Dinas Pelayanan Contoh", "Dinas Perizinan Contoh") == found.gabungan


@pytest.mark.parametrize(
    "other",
    [
        table("2025", row("dinas-kesehatan-contoh")),
        table("2025", row(), dimensi=("perangkat-daerah", "rumpun-jabatan")),
        table("2025", row(), status="resmi"),
        table("2025", row(), isi="jumlah-pegawai"),
    ],
    ids=["of another unit", "of a crossing", "of the other status", "of head-counts"],
)
def test_no_other_table_is_taken_for_the_one_of_a_unit(repo: Repository, other: Hasil) -> None:
    assert spread(repo, other) is None


def test_what_a_unit_has_is_not_listed_as_missing(repo: Repository, tanggal: date) -> None:
    unit = repo.perangkat_daerah[UNIT]
    missing = {
        bool(tables): {
            b.angka.id.rpartition("/")[2] for b in unit_view(with_results(repo, *tables), unit, tanggal).belum_ada
        }
        for tables in ((), (table("2025", row()),))
    }

    assert {"sebaran-predikat"} == missing[False] - missing[True]


# The page about protection


def test_the_policy_of_the_page_is_that_of_the_rule(repo: Repository, tanggal: date) -> None:
    versi = version_in_force(repo.aturan.penyamaran, tanggal)
    kebijakan = protection(repo, tanggal).kebijakan

    assert kebijakan is not None
    shown = {one.angka.id.rpartition("/")[2]: one.angka.nilai for one in kebijakan.ketetapan}
    assert shown == {key: getattr(versi, key) for key in shown}
    assert {"kelompok_minimal", "kelipatan", "sel_minimal", "lebar_minimal", "ruang_homogen"} == set(shown)
    assert versi.kelipatan - 1 == kebijakan.paling_jauh.nilai
    assert [one.tabel for one in versi.rencana] == [one.tabel for one in kebijakan.rencana]


def test_before_the_policy_starts_the_page_stands_without_it(repo: Repository) -> None:
    assert protection(repo, date(2000, 1, 1)).kebijakan is None


def test_a_period_says_what_was_printed_and_how_the_attack_ended(repo: Repository, tanggal: date) -> None:
    results = with_results(repo, table("2025", row(), row("dinas-kesehatan-contoh")))
    (period,) = protection(results, tanggal, [Ended("2025", "contoh"), Ended("2025", "resmi", diserang=99)]).peragaan

    assert (1, 14, 5, 4) == (
        period.jumlah_tabel.nilai, period.jumlah_hitungan.nilai, period.kelipatan.nilai, period.paling_jauh.nilai,
    )  # fmt: skip
    assert (12, 3, True) == (period.diserang.nilai, period.tersempit.nilai, period.aman)


def test_a_period_that_was_not_attacked_is_not_called_safe(repo: Repository, tanggal: date) -> None:
    (period,) = protection(with_results(repo, table("2025", row())), tanggal).peragaan

    assert (None, "belum ada data") == (period.aman, period.diserang.teks)


def test_a_period_that_failed_is_not_called_safe(repo: Repository, tanggal: date) -> None:
    ended = [Ended("2025", "contoh", masalah=("pasti 2",))]

    assert protection(with_results(repo, table("2025", row())), tanggal, ended).peragaan[0].aman is False


def test_groups_that_were_merged_are_named_in_words(repo: Repository, tanggal: date) -> None:
    small = row("lainnya", gabungan=(UNIT, "dinas-perizinan-contoh"))
    grade = BarisHasil(golongan="lainnya", gabungan=("golongan-i", "pppk"), jumlah=20, **COUNTS)
    grades = table("2025", grade, tabel="predikat-golongan", dimensi=("golongan",))
    (period,) = protection(with_results(repo, table("2025", small), grades), tanggal).peragaan

    assert [
        ("predikat-golongan", ("golongan I", "PPPK")),
        ("predikat-perangkat-daerah", ("Dinas Pelayanan Contoh", "Dinas Perizinan Contoh")),
    ] == [(one.tabel, one.isi) for one in period.gabungan]


def test_tables_of_the_plan_that_were_not_made_are_named(repo: Repository, tanggal: date) -> None:
    (period,) = protection(with_results(repo, table("2025", row())), tanggal).peragaan

    assert "golongan" in period.tidak_dibuat
    assert "perangkat daerah" not in period.tidak_dibuat
    assert not any("indikator" in one for one in period.tidak_dibuat)


def test_real_and_fictional_periods_stand_apart(repo: Repository, tanggal: date) -> None:
    real = table("2025", row("dinas-kesehatan"), status="resmi", tabel="predikat-resmi")
    view = protection(with_results(repo, table("2025", row()), real), tanggal)

    assert (["resmi"], ["contoh"]) == ([p.status for p in view.resmi], [p.status for p in view.peragaan])
    assert () == protection(without_contoh(repo), tanggal).peragaan


@pytest.mark.parametrize(
    ("ended", "words"),
    [
        ((), "Tabel resmi belum ada"),
        (None, "Sebagian tabel belum diserang"),
        (("2025", "resmi"), "tidak satu pun dapat"),
    ],
)
def test_the_first_sentence_claims_what_was_proved_of_real_tables(
    repo: Repository, tanggal: date, ended: Any, words: str
) -> None:
    tables = [table("2025", row("dinas-kesehatan"), status="resmi")] if ended != () else [table("2025", row())]
    found = page_table(with_results(repo, *tables), tanggal, [Ended(*ended)] if ended else [Ended("2025", "contoh")])
    (page,) = (page for page in found if page.alamat == "perlindungan.html")

    assert words in page.temuan


def test_nothing_on_the_page_tells_how_far_a_count_moved(repo: Repository, tanggal: date) -> None:
    """Every figure about a period is read from the published files or from the attack on them."""
    results = with_results(repo, table("2025", row()))
    figures = list(collect(protection(results, tanggal, [Ended("2025", "contoh")]).peragaan))

    assert {"tabel", "hitungan", "kelipatan", "paling-jauh", "diserang", "tersempit"} == {
        a.id.rpartition("/")[2] for a in figures
    }
    assert {"data/hasil/2025/predikat-perangkat-daerah.yaml"} == {t.berkas for a in figures for t in a.masukan}


def test_every_kind_of_example_is_worked_on_the_page(repo: Repository, tanggal: date) -> None:
    contoh = protection(repo, tanggal).contoh

    assert {"tetangga": 1, "bersama": 1, "batas": 1, "sendiri": 2, "pengurangan": 2} == {
        name: len(found) for name, found in contoh.items()
    }
