"""What is said of a service: its state, its change, what is missing, and that nothing ranks services."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from kinerja.charts.table import table as chart_table
from kinerja.load.repository import load, read_sources
from kinerja.load.schema import Schemas
from kinerja.model.capaian import CapaianLayanan, Skm, TindakLanjut, Waktu
from kinerja.model.layanan import JamLayanan, Komponen, Layanan
from kinerja.model.repository import Repository, without_contoh
from kinerja.portal.page import Page
from kinerja.portal.pages.layanan import pages
from kinerja.summary import layanan as summary
from kinerja.summary import layanan_halaman
from kinerja.summary.figures import collect
from kinerja.summary.layanan_grafik import against_limit, time_points
from kinerja.summary.layanan_halaman import HalamanLayanan
from kinerja.summary.layanan_kata import hours, in_sentence, periods_between, short_period

SLUG = "surat-contoh"
EMPTY = "salinan-arsip"
Change = Callable[..., Repository]


@pytest.fixture(scope="module")
def small(root: Path, schemas: Schemas) -> Repository:
    """The smallest valid data: one fictional service with figures, one real service without."""
    loaded = load(read_sources(root / "tests" / "kasus" / "dasar"), schemas)
    assert loaded.repository is not None, loaded.problems
    return loaded.repository


def period(small: Repository, periode: str, median: str | None, bawah: str, atas: str | None, **changes: Any) -> Any:
    """A document of requests made of the one in the data."""
    c = small.capaian_layanan[SLUG][-1]
    times = {
        "median": None if median is None else Decimal(median),
        "median_bawah": Decimal(bawah),
        "median_atas": None if atas is None else Decimal(atas),
    }
    waktu = Waktu(**times, p90=None if median is None else Decimal("9"), terlama=Decimal("9"))
    berkas = f"data/capaian-layanan/{periode}/{SLUG}.yaml"
    return replace(c, **{"berkas": berkas, "periode": periode, "waktu": waktu, **changes})


def with_periods(small: Repository, *documents: CapaianLayanan) -> Repository:
    """The repository with these periods of requests only."""
    return replace(small, capaian_layanan=MappingProxyType({SLUG: documents}))


def survey(small: Repository, periode: str, counts: tuple[int, int, int, int], **changes: Any) -> Skm:
    """A survey in which both unsur got the same answers; changes may replace the second."""
    skm = small.skm[SLUG][-1]
    n = sum(counts)
    mean = Fraction(sum(i * c for i, c in enumerate(counts, 1)), n)
    unsur = tuple(replace(u, n=n, jawaban=counts, nrr=Decimal("3.25")) for u in skm.unsur)
    ikm = Decimal(str(round(float(mean) * 25, 2)))
    berkas = f"data/skm/{periode}/{SLUG}.yaml"
    values = {"berkas": berkas, "periode": periode, "n": n, "populasi": n * 9, "unsur": unsur, "ikm": ikm}
    return replace(skm, **{**values, **changes})


def detail(repository: Repository, slug: str = SLUG, tanggal: date = date(2026, 11, 24)) -> HalamanLayanan:
    """The page of a service."""
    return layanan_halaman.page(repository, repository.layanan[slug], tanggal)


def table(repository: Repository, tanggal: date) -> dict[str, Page]:
    """The pages of services by their address."""
    return {page.alamat: page for page in pages(repository, tanggal)}


# the index


def test_the_fictional_service_is_in_no_count_and_stands_apart(small: Repository, tanggal: date) -> None:
    """The counts are those of the site as it gets deployed."""
    view = summary.index(small, tanggal)

    assert [SLUG] == [row.layanan.slug for group in view.contoh for row in group.baris]
    assert replace(view, contoh=()) == summary.index(without_contoh(small), tanggal)


def test_every_state_is_counted_once(small: Repository, tanggal: date) -> None:
    """The five states add up to the number of services."""
    view = summary.index(small, tanggal)
    states = (view.memenuhi, view.belum_memenuhi, view.sampel_kecil, view.belum_cukup, view.belum_ada)

    assert view.jumlah.nilai == sum(angka.nilai for angka in states if isinstance(angka.nilai, int))


def test_services_stand_by_office_and_name_never_by_a_figure(small: Repository, tanggal: date) -> None:
    """In both lists."""
    copies = {name: named(small.layanan[EMPTY], name) for name in ("zebra", "apel", "mangga")}
    view = summary.index(replace(small, layanan=MappingProxyType({**small.layanan, **copies})), tanggal)
    names = [row.layanan.nama for row in view.resmi[0].baris]

    assert sorted(names, key=str.casefold) == names
    assert 4 == len(names)


def named(layanan: Layanan, name: str) -> Layanan:
    """Another service of the same office."""
    return replace(layanan, berkas=f"data/layanan/dinas-arsip/{name}.yaml", nama=name.capitalize())


def test_a_service_without_data_shows_its_limit_and_no_zero(small: Repository, tanggal: date) -> None:
    """Belum ada data is not 0."""
    row = next(row for row in summary.rows(small, tanggal) if row.layanan.slug == EMPTY)

    assert {("belum ada data", None)} == {(a.teks, a.nilai) for a in (row.median, row.tepat, row.ikm)}
    assert ("belum-ada-data", 60, "menit") == (row.tanda, row.batas.nilai, row.batas.satuan)


def test_an_office_has_its_own_rows(small: Repository, tanggal: date) -> None:
    """For the page of the unit."""
    assert [SLUG] == [row.layanan.slug for row in summary.rows(small, tanggal, "dinas-contoh")]


def test_the_index_says_first_what_is_known(small: Repository, tanggal: date) -> None:
    """Also where nothing is."""
    assert "belum ada data" in table(small, tanggal)["layanan/index.html"].temuan
    empty = replace(small, layanan=MappingProxyType({}))
    assert "Belum ada layanan yang dicatat." == table(empty, tanggal)["layanan/index.html"].temuan


# judged by the standard of its time


def test_a_service_keeps_its_standard_by_whole_numbers(small: Repository) -> None:
    """90 of 100 is the 90 percent of the decree; with 87 the two that are still open cannot help any more."""
    kept, missed = (
        detail(with_periods(small, period(small, "2026-tw3", "2", "1", "2", tepat_waktu=n))) for n in (90, 87)
    )

    assert ("memenuhi", "belum-memenuhi") == (kept.tanda, missed.tanda)


def test_while_open_requests_decide_nothing_is_said_but_the_reason(small: Repository) -> None:
    """88 and the two that are open within the limit may still become 90."""
    view = detail(with_periods(small, period(small, "2026-tw3", "2", "1", "2", tepat_waktu=88)))
    assert view.terbaru

    assert "data-belum-cukup" == view.tanda
    assert "Masih terbuka: hasil akhirnya belum pasti" == view.terbaru.alasan
    assert view.terbaru.sebab.startswith(view.terbaru.alasan)


def test_a_result_is_judged_by_the_limit_of_its_period(small: Repository) -> None:
    """A later, stricter limit does not make an earlier period late."""
    layanan = small.layanan[SLUG]
    stricter = replace(layanan.standar[0], berlaku_mulai=date(2026, 7, 1), batas=1)
    later = replace(layanan, standar=(*layanan.standar, stricter))
    changed = replace(small, layanan=MappingProxyType({**small.layanan, SLUG: later}))
    documents = (period(small, "2026-tw2", "2", "1", "2"), period(small, "2026-tw3", "2", "1", "2", batas=1))
    view = detail(with_periods(changed, *documents))

    assert [(1, "2026-07-01"), (3, "2025-01-01")] == [
        (row.batas.nilai, row.standar.berlaku_mulai.isoformat()) for row in view.capaian if row.standar
    ]


def test_without_a_target_nothing_is_judged_and_the_reason_is_said(small: Repository) -> None:
    """Not every decree names one."""
    layanan = small.layanan[SLUG]
    without = replace(layanan, standar=(replace(layanan.standar[0], target=None),))
    view = detail(replace(small, layanan=MappingProxyType({**small.layanan, SLUG: without})))

    assert "data-belum-cukup" == view.tanda
    assert view.terbaru
    assert "belum menyebut berapa bagian" in view.terbaru.sebab
    assert "Sasaran belum ditetapkan" == view.terbaru.alasan


def test_the_share_on_time_has_its_n_and_its_interval(small: Repository) -> None:
    """Of the finished ones and the open ones that are late already."""
    row = detail(small).terbaru
    assert row
    assert row.tepat_bawah
    assert row.tepat_atas

    assert (Fraction(9000, 98), 98, "91,8") == (row.tepat.nilai, row.tepat.n, row.tepat.teks)
    assert (row.tepat_bawah.nilai or 0) < Fraction(9000, 98) < (row.tepat_atas.nilai or 0)


# before and after


def test_faster_only_beyond_the_uncertainty(small: Repository) -> None:
    """Against the same quarter of the year before."""
    before = period(small, "2025-tw3", "5", "5", "6")
    faster = detail(with_periods(small, before, period(small, "2026-tw3", "2", "1", "2")))
    same = detail(with_periods(small, before, period(small, "2026-tw3", "4", "3", "6")))

    assert "lebih cepat dari 5 hari kerja pada triwulan III tahun 2025" in faster.temuan
    assert "tidak berubah nyata dari 5 hari kerja" in same.temuan
    assert faster.temuan.startswith("Separuh permohonan selesai dalam 2 hari kerja")
    assert faster.temuan.endswith("Batas standar 3 hari kerja.")


def test_a_service_that_got_slower_says_so(small: Repository) -> None:
    """In the first sentence and as a tag."""
    documents = (period(small, "2025-tw3", "2", "1", "2"), period(small, "2026-tw3", "6", "5", "7"))
    view = detail(with_periods(small, *documents))

    assert "lebih lambat dari 2 hari kerja" in view.temuan
    assert view.banding
    assert "Lebih lambat" == view.banding.kata


def test_open_requests_keep_a_quarter_from_being_called_faster(small: Repository) -> None:
    """Its median went down, but those that are still open can bring it up again."""
    documents = (
        period(small, "2025-tw3", "5", "5", "6"),
        period(small, "2026-tw3", "3", "2", None, selesai=60, terbuka=40, tepat_waktu=50),
    )
    view = detail(with_periods(small, *documents))

    assert "40 permohonan masih terbuka, jadi belum dapat disebut lebih cepat." in view.temuan
    assert "lebih cepat dari" not in view.temuan


def test_an_equal_median_is_the_same_and_a_longer_one_waits_for_open_requests(small: Repository) -> None:
    """No word of change where there is none, or where it is not known yet."""
    before, still_open = period(small, "2025-tw3", "2", "1", "3"), {"selesai": 60, "terbuka": 40, "tepat_waktu": 9}
    same = detail(with_periods(small, before, period(small, "2026-tw3", "2", "1", "3"))).temuan
    longer = detail(with_periods(small, before, period(small, "2026-tw3", "4", "2", None, **still_open))).temuan

    assert ", sama seperti pada triwulan III tahun 2025." in same
    assert "40 permohonan masih terbuka, jadi waktunya belum dapat dibandingkan." in longer


def test_more_than_half_open_means_the_median_is_not_known_yet(small: Repository) -> None:
    """No number is made up for it."""
    view = detail(
        with_periods(small, period(small, "2026-tw3", None, "4", None, selesai=40, terbuka=60, tepat_waktu=9))
    )
    assert view.terbaru

    assert "tidak dapat dinilai" == view.terbaru.median.teks
    assert "60 permohonan dari 100 masih terbuka" in view.temuan


def test_another_start_event_is_not_compared(small: Repository) -> None:
    """And the page says why; the chart shows no point before."""
    documents = (
        period(small, "2025-tw3", "5", "5", "6", mulai_dari="permohonan-diterima"),
        period(small, "2026-tw3", "2", "1", "2"),
    )
    view = detail(with_periods(small, *documents))
    assert view.banding
    assert view.grafik.waktu

    assert ("Tidak dapat dibandingkan", False) == (view.banding.kata, view.banding.sebanding)
    assert "Titik awal" in view.banding.sebab
    assert "dari 5" not in view.temuan
    assert {"tidak berlaku"} == {row.sebelum.teks for row in view.grafik.waktu.baris}


def test_where_last_year_is_missing_the_oldest_comparable_period_is_taken(small: Repository) -> None:
    """And the page says that it did so."""
    documents = [period(small, p, "5", "5", "6") for p in ("2025-tw1", "2025-tw2")]
    view = detail(with_periods(small, *documents, period(small, "2026-tw3", "2", "1", "2")))
    assert view.banding

    assert "2025-tw1" == view.banding.lama.periode
    assert "tidak memiliki data" in view.banding.catatan


def test_a_small_sample_says_so(small: Repository) -> None:
    """Below the number of the rule, with its n."""
    few = {"permohonan": 12, "selesai": 12, "terbuka": 0, "terbuka_lewat": 0, "tepat_waktu": 12}
    view = detail(with_periods(small, period(small, "2026-tw3", "2", "1", "2", **few)))

    assert "Sampel kecil: 12 permohonan." in view.temuan


@pytest.mark.parametrize("small_one", ["2025-tw3", "2026-tw3"])
def test_a_small_sample_is_neither_praised_nor_blamed(small: Repository, small_one: str) -> None:
    """Neither by its state nor by a comparison, whichever of the two periods is small; the figures stay."""
    few = {"permohonan": 20, "selesai": 20, "terbuka": 0, "terbuka_lewat": 0, "tepat_waktu": 20}
    documents = [
        period(small, name, *median, **(few if name == small_one else {}))
        for name, median in (("2025-tw3", ("5", "5", "6")), ("2026-tw3", ("2", "1", "2")))
    ]
    view = detail(with_periods(small, *documents))
    states = {row.periode: row.tanda for row in view.capaian}
    assert view.banding
    assert view.banding.selisih

    assert "sampel-kecil" == states[small_one]
    assert ("sampel-kecil", "netral") == (view.banding.hasil, view.banding.nada)
    assert "Sampel kecil: tidak dinilai naik atau turun" == view.banding.kata
    assert "20 permohonan pada triwulan III" in view.banding.sebab
    assert "lebih cepat" not in view.temuan


def test_a_small_survey_is_neither_better_nor_worse(small: Repository) -> None:
    """Twenty respondents, from all twos to all fours."""
    skm = (survey(small, "2025-tw3", (0, 20, 0, 0)), survey(small, "2026-tw3", (0, 0, 0, 20)))
    banding = detail(replace(small, skm=MappingProxyType({SLUG: skm}))).banding_ikm
    assert banding

    assert ("Sampel kecil: tidak dinilai naik atau turun", "netral") == (banding.kata, banding.nada)


def test_a_limit_that_changed_is_said_on_the_page_and_in_the_drawing(small: Repository) -> None:
    """Only the newer one is drawn."""
    after = period(small, "2026-tw3", "2", "1", "2")
    same, other = (
        detail(with_periods(small, period(small, "2025-tw3", "5", "5", "6", batas=n), after)) for n in (3, 5)
    )
    assert other.grafik.waktu
    assert same.grafik.waktu

    assert "Batas standar berubah dari 5 menjadi 3 hari kerja; yang digambar batas yang baru." == other.batas_berubah
    assert other.grafik.waktu.temuan.endswith(other.batas_berubah)
    assert ("", same.temuan) == (same.batas_berubah, same.grafik.waktu.temuan)


def test_an_unknown_median_keeps_the_end_that_is_known(small: Repository, tanggal: date) -> None:
    """In the drawing and in both downloads."""
    documents = [period(small, p, "5", "5", "6") for p in ("2026-tw1", "2026-tw2")]
    many_open = period(small, "2026-tw3", None, "4.5", None, selesai=40, terbuka=60, tepat_waktu=9)
    repository = with_periods(small, *documents, many_open)
    chart = detail(repository).grafik.tren_waktu
    assert chart
    drawn = list(csv.DictReader(io.StringIO(chart_table(chart).decode())))[-1]
    ((_, one),) = table(repository, tanggal)[f"layanan/{SLUG}-riwayat.html"].unduhan
    written = list(csv.DictReader(io.StringIO(one.decode())))
    times = next(row for row in written if row["periode"] == "2026-tw3")

    assert ("", "4.5", "", "tidak dapat dinilai") == tuple(drawn[k] for k in ("nilai", "bawah", "atas", "alasan"))
    assert ("", "4.5", "") == tuple(times[k] for k in ("median", "median_bawah", "median_atas"))


def test_withdrawn_requests_are_shown_but_not_counted(small: Repository, tanggal: date) -> None:
    """In the table and in the download; the longest finished one is called that."""
    repository = with_periods(small, period(small, "2026-tw3", "2", "1", "2", dibatalkan=7))
    row = detail(repository).terbaru
    assert row
    ((_, one),) = table(repository, tanggal)[f"layanan/{SLUG}-riwayat.html"].unduhan
    written = next(csv.DictReader(io.StringIO(one.decode())))

    assert (7, 100) == (row.dibatalkan.nilai, row.permohonan.nilai)
    assert ("7", "9") == (written["dibatalkan_pemohon"], written["terlama_yang_selesai"])


def test_no_working_day_at_all_is_the_same_day(small: Repository) -> None:
    """In words."""
    view = detail(with_periods(small, period(small, "2026-tw3", "0", "0", "1")))

    assert view.temuan.startswith("Separuh permohonan selesai pada hari yang sama.")


def test_the_first_sentences_are_short(small: Repository) -> None:
    """At most twenty words each."""
    before = period(small, "2025-tw3", "5", "5", "6")
    after = [
        ("2", "1", "2", {}),
        ("4", "3", "6", {}),
        ("3", "2", None, {"selesai": 60, "terbuka": 40, "tepat_waktu": 9}),
    ]
    findings = [detail(with_periods(small, before, period(small, "2026-tw3", *t, **c))).temuan for *t, c in after]
    sentences = [s for text in (*findings, detail(small, EMPTY).temuan) for s in text.split(". ")]

    assert [] == [sentence for sentence in sentences if len(sentence.split()) > 20]


# trends


def test_a_missing_quarter_is_a_gap_and_a_new_method_a_break(small: Repository) -> None:
    """Nothing is drawn across either."""
    documents = (
        period(small, "2025-tw4", "5", "5", "6", cara="register-tertulis"),
        period(small, "2026-tw2", "4", "3", "5"),
        period(small, "2026-tw3", "2", "1", "2"),
    )
    points = time_points(detail(with_periods(small, *documents)).capaian[::-1])

    assert [("2025-tw4", False), ("2026-tw1", True), ("2026-tw2", False), ("2026-tw3", False)] == [
        (point.periode, point.angka.nilai is None) for point in points
    ]
    assert ["", "", "Cara catat menjadi register elektronik", ""] == [point.patah for point in points]


def test_the_sparkline_begins_after_the_last_break(small: Repository, tanggal: date) -> None:
    """So a line never joins what cannot be compared."""
    documents = [period(small, p, "5", "5", "6", cara="register-tertulis") for p in ("2025-tw4", "2026-tw1")]
    documents += [period(small, p, "2", "1", "2") for p in ("2026-tw2", "2026-tw3")]
    row = next(r for r in summary.rows(with_periods(small, *documents), tanggal) if r.layanan.slug == SLUG)

    assert [2, 2] == [angka.nilai for angka in row.percik]


def test_how_a_value_stands_to_its_limit_is_said_in_words(small: Repository) -> None:
    """Beyond it with the difference."""
    within = detail(with_periods(small, period(small, "2026-tw3", "3", "2", "3"))).terbaru
    above = detail(with_periods(small, period(small, "2026-tw3", "4.5", "4", "5"))).terbaru
    assert within
    assert above

    assert "dalam batas" == against_limit(within.median, within.batas)
    assert "lewat 1,5 hari kerja" == against_limit(above.median, above.batas)


# survey


def test_the_weakest_unsur_comes_with_its_follow_up_and_an_overdue_one_is_late(small: Repository) -> None:
    """By its own due date."""
    skm = survey(small, "2026-tw3", (0, 5, 20, 15))
    worse = replace(skm.unsur[1], jawaban=(20, 10, 10, 0))
    changed = replace(small, skm=MappingProxyType({SLUG: (replace(skm, unsur=(skm.unsur[0], worse)),)}))
    other = replace(next(iter(small.tindak_lanjut.values())), berkas="data/tindak-lanjut/a.yaml", unsur="persyaratan")
    both: dict[str, TindakLanjut] = {**small.tindak_lanjut, "a": other}
    early, late = (
        detail(replace(changed, tindak_lanjut=MappingProxyType(both)), tanggal=day)
        for day in (date(2026, 12, 31), date(2027, 1, 1))
    )

    assert "Unsur terendah: Prosedur (" in early.unsur_terendah
    assert [("prosedur", True), ("persyaratan", False)] == [
        (row.tindak_lanjut.unsur, row.untuk_terendah) for row in early.tindak_lanjut
    ]
    assert ("berjalan", "terlambat") == (early.tindak_lanjut[0].tanda, late.tindak_lanjut[0].tanda)


def test_better_only_beyond_the_interval_and_by_the_same_way_of_asking(small: Repository) -> None:
    """Otherwise the page says why not."""
    old, new = survey(small, "2025-tw3", (20, 20, 0, 0)), survey(small, "2026-tw3", (0, 0, 20, 20))
    online = replace(new, cara="daring")
    better, other = (
        detail(replace(small, skm=MappingProxyType({SLUG: (old, skm)}))).banding_ikm for skm in (new, online)
    )
    assert better
    assert other

    assert ("Membaik", "Tidak dapat dibandingkan") == (better.kata, other.kata)
    assert "Cara surveinya berbeda" in other.sebab


def test_every_unsur_has_its_interval_around_its_value(small: Repository) -> None:
    """On the scale of the index."""
    row = detail(small).survei
    assert row

    for unsur in row.unsur:
        assert unsur.bawah
        assert unsur.atas
        assert (unsur.bawah.nilai or 0) <= (unsur.indeks.nilai or 0) <= (unsur.atas.nilai or 0)


def test_shares_of_respondents_add_up_to_a_hundred(small: Repository) -> None:
    """In each grouping."""
    row = detail(small).survei
    assert row

    assert [100, 100] == [sum(Fraction(k.bagian.nilai or 0) for k in r.kelompok) for r in row.rincian]


def test_too_few_respondents_for_the_table_is_said(small: Repository) -> None:
    """Against the sample that Krejcie and Morgan ask for."""
    skm = small.skm[SLUG][-1]
    enough, short = (
        detail(replace(small, skm=MappingProxyType({SLUG: (replace(skm, sampel_minimal=n),)}))).survei for n in (40, 41)
    )
    assert enough
    assert short

    assert (True, False) == (enough.cukup, short.cukup)


# the standard in plain words


def test_what_is_not_known_of_the_standard_is_said(small: Repository) -> None:
    """Of all fourteen components, none is left out."""
    bare = replace(small.layanan[SLUG], komponen=Komponen(biaya="Gratis."))
    standar = detail(replace(small, layanan=MappingProxyType({**small.layanan, SLUG: bare}))).standar
    semua = (*standar.untuk_warga, *standar.untuk_unit)

    assert (14, 13, ["Biaya atau tarif"]) == (len(semua), standar.belum_ada, [c.nama for c in semua if c.ada])


def test_days_with_the_same_hours_stand_together() -> None:
    """Only neighbours."""
    days = ("senin", "selasa", "rabu", "jumat")
    jam = [JamLayanan(hari=hari, buka="08:00", tutup="15:00") for hari in days]  # type: ignore[arg-type]

    assert ("Senin–Rabu 08.00–15.00", "Jumat 08.00–15.00") == hours(jam)


@pytest.mark.parametrize(
    ("periode", "words", "short"),
    [
        ("2026", "tahun 2026", "2026"),
        ("2026-s1", "semester 1 tahun 2026", "Sem 1 2026"),
        ("2026-tw3", "triwulan III tahun 2026", "TW III 2026"),
        ("2026-07", "Juli 2026", "Jul 2026"),
    ],
)
def test_periods_have_words_for_sentences_and_for_charts(periode: str, words: str, short: str) -> None:
    """Months keep their capital."""
    assert (words, short) == (in_sentence(periode), short_period(periode))


def test_periods_follow_each_other_over_the_year() -> None:
    """Of one kind; periods of different length only stand beside each other."""
    assert ("2025-12", "2026-01", "2026-02") == periods_between("2025-12", "2026-02")
    assert ("2025-s2", "2026-s1") == periods_between("2025-s2", "2026-s1")
    assert ("2025", "2026-tw3") == periods_between("2025", "2026-tw3")


# pages and receipts


def test_what_is_not_judged_has_its_reason_beside_it(pages: Mapping[str, Any]) -> None:
    """In the table of services, on the page of the service, and on the home page."""
    there = {
        address: {"Sasaran belum ditetapkan", "Sampel kecil"} - set(_sentences(pages[address]))
        for address in ("layanan/index.html", "index.html")
    }

    assert {"layanan/index.html": set(), "index.html": set()} == there
    assert "Sasaran belum ditetapkan" in _sentences(pages["layanan/konsultasi-gizi-contoh.html"])
    assert "Belum ada pembanding" in _sentences(pages["index.html"])


def test_a_small_sample_shows_no_verdict_on_its_page(pages: Mapping[str, Any]) -> None:
    """No word of praise or blame; the longest time and the withdrawn requests are called what they are."""
    words = _sentences(pages["layanan/pengganti-ijazah-contoh.html"])

    assert set() == {"Memenuhi standar", "Belum memenuhi", "Menurun", "Membaik", "Lebih cepat"} & set(words)
    assert {"Sampel kecil", "Sampel kecil: tidak dinilai naik atau turun"} <= set(words)
    assert {"Terlama yang selesai", "Dibatalkan pemohon"} <= set(words)
    assert "Terlama" not in words


def _sentences(page: Any) -> list[str]:
    """The pieces of text of a page, without brackets around them."""
    return [text.strip(" ()\n") for text in page.words]


def test_a_service_has_its_page_its_periods_and_its_poster(small: Repository, tanggal: date) -> None:
    """The last two only where there is something to show."""
    assert [
        "layanan/index.html",
        f"layanan/{EMPTY}.html",
        f"layanan/{SLUG}.html",
        f"layanan/{SLUG}-riwayat.html",
        f"layanan/{SLUG}-poster.html",
    ] == list(table(small, tanggal))


def test_pages_of_a_fictional_service_are_marked(small: Repository, tanggal: date) -> None:
    """The poster too."""
    assert {SLUG} == {
        page.alamat.split("/")[1].split(".")[0].removesuffix("-riwayat").removesuffix("-poster")
        for page in table(small, tanggal).values()
        if page.status == "contoh"
    }


def test_no_two_figures_of_services_share_a_receipt_and_fiction_is_told_by_it(small: Repository, tanggal: date) -> None:
    """In all pages of the group together."""
    figures = list(collect(tuple((page.view, page.grafik) for page in pages(small, tanggal))))

    assert figures
    assert [] == [a.id for a in figures if (a.status == "contoh") != (SLUG in a.id)]


def test_every_receipt_of_a_service_leads_into_the_data(small: Repository, tanggal: date) -> None:
    """To a file that is there, or to the folder in which one is missing."""
    folders = {name.rsplit("/", depth)[0] for name in small.sidik for depth in (1, 2)}
    figures = collect(tuple((page.view, page.grafik) for page in pages(small, tanggal)))

    assert set() == {t.berkas for a in figures for t in a.masukan} - set(small.sidik) - folders


def test_the_downloads_hold_the_intervals_and_leave_what_is_missing_empty(small: Repository, tanggal: date) -> None:
    """A line for each service; a line for each period."""
    found = table(small, tanggal)
    ((name, every),) = found["layanan/index.html"].unduhan
    ((_, one),) = found[f"layanan/{SLUG}-riwayat.html"].unduhan
    head, *lines = every.decode().splitlines()
    rows = [dict(zip(head.split(","), line.split(","), strict=True)) for line in lines]

    assert "layanan/semua-layanan.csv" == name
    assert {"3", "60"} == {row["batas"] for row in rows}
    assert [(EMPTY, "", ""), (SLUG, "1", "2")] == [
        (r["layanan"], r["median_bawah"], r["median_atas"]) for r in sorted(rows, key=lambda r: r["layanan"])
    ]
    assert ["2026-tw2", "2026-tw3"] == [line.split(",")[4] for line in one.decode().splitlines()[1:]]
