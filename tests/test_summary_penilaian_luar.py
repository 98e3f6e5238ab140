"""What others published: read on the bands of its time, never smoothed, never mixed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest

from kinerja.model.dokumen import Sumber
from kinerja.model.penilaian_luar import PenilaianLuar, Terbitan
from kinerja.model.repository import Repository
from kinerja.summary import penilaian_luar
from kinerja.summary.figures import collect
from kinerja.summary.penilaian_luar import Seri
from kinerja.summary.skala import end_of, scale_on, scales

SUMBER = (Sumber(judul="Berita uji", penerbit="Harian Uji"),)


def publication(periode: str, **lain: object) -> Terbitan:
    """A made-up publication."""
    values = {"keandalan": "pemberitaan", "sumber": SUMBER, **lain}
    return Terbitan(id=periode, periode=periode, **values)  # type: ignore[arg-type]


def made(*terbitan: Terbitan, **lain: object) -> PenilaianLuar:
    """A made-up series."""
    values = {
        "berkas": "data/penilaian-luar/uji.yaml",
        "status": "resmi",
        "judul": "Uji",
        "ringkasan": "Uji.",
        "lembaga": "Lembaga Uji",
        "objek": "Pemerintah Kota Uji",
        "satuan": "nilai (skala 0–100)",
        **lain,
    }
    return PenilaianLuar(terbitan=terbitan, **values)  # type: ignore[arg-type]


def read(repo: Repository, slug: str) -> Seri:
    return penilaian_luar.series(repo, repo.penilaian_luar[slug])


def test_the_groups_hold_every_series_once(repo: Repository) -> None:
    view = penilaian_luar.index(repo)
    groups = (view.pada_pita, view.tanpa_pita, view.pernyataan, view.belum_dapat_dipegang, view.pembanding, view.contoh)
    slugs = [s.penilaian.slug for group in groups for s in group]

    assert sorted(repo.penilaian_luar) == sorted(slugs)
    assert view.dapat_dipegang == tuple(
        sorted((*view.pada_pita, *view.tanpa_pita, *view.pernyataan), key=lambda s: s.penilaian.judul)
    )


def test_what_contradicts_itself_or_has_no_source_stands_apart_with_its_reason(repo: Repository) -> None:
    shaky = penilaian_luar.index(repo).belum_dapat_dipegang

    assert {"akip-perangkat-daerah", "kepuasan-pernyataan-wali-kota"} == {s.penilaian.slug for s in shaky}
    assert all(s.terbaru.terbitan.catatan and s.grafik is None for s in shaky)


def test_series_about_others_and_fictional_ones_are_in_no_count(repo: Repository) -> None:
    fictional = replace(repo.penilaian_luar["eppd"], status="contoh", berkas="data/penilaian-luar/rekaan.yaml")
    mixed = replace(repo, penilaian_luar=MappingProxyType({**repo.penilaian_luar, "rekaan": fictional}))
    before, after = penilaian_luar.index(repo), penilaian_luar.index(mixed)

    assert before.jumlah == after.jumlah
    assert before.jumlah.nilai == sum(p.tentang_daerah for p in repo.penilaian_luar.values())
    assert ["rekaan"] == [s.penilaian.slug for s in after.contoh]


def test_ombudsman_keeps_value_category_and_zone_apart(repo: Repository) -> None:
    """2024 has a value, 2023 only a letter, 2022 only a zone that spans two letters."""
    seri = read(repo, "ombudsman-kepatuhan")
    assert seri.grafik is not None
    drawn = {
        t.periode: (t.angka and t.angka.teks, t.rentang and (t.rentang.bawah, t.rentang.atas))
        for t in seri.grafik.titik
    }

    assert drawn == {
        "2022": (None, (Decimal(78), Decimal(100))),
        "2023": (None, (Decimal(88), Decimal(100))),
        "2024": ("93,47", None),
    }


def test_a_zone_of_two_bands_is_not_given_one_of_them(repo: Repository) -> None:
    rows = {b.terbitan.periode: b for b in read(repo, "ombudsman-kepatuhan").baris}
    assert rows["2022"].kategori is not None

    assert "" == rows["2022"].kategori.pita
    assert "tidak dipilihkan" in rows["2022"].kategori.kata


def test_peers_stand_in_alphabetical_order_with_the_own_value_among_them(repo: Repository) -> None:
    peers = read(repo, "ombudsman-kepatuhan").terbaru.pembanding
    names = [peer.nama for peer in peers]

    assert sorted(names) == names
    assert ("Kota Samarinda", "93,47") in [(peer.nama, peer.angka.teks) for peer in peers]
    assert {"Provinsi Kalimantan Timur": "B, Kualitas tinggi"}.items() <= {p.nama: p.pita for p in peers}.items()


@pytest.mark.parametrize(
    ("nilai", "tertulis", "cocok"),
    [
        ("93.47", "zona hijau", True),
        ("78.00", "B", True),
        ("77.99", "zona hijau", False),
        ("93.47", "kualitas tertinggi", True),
        ("93.47", "luar biasa", None),
        ("93.47", None, None),
    ],
)
def test_a_stated_category_is_checked_against_the_band(
    repo: Repository, nilai: str, tertulis: str | None, cocok: bool | None
) -> None:
    terbitan = publication("2024", nilai=Decimal(nilai), kategori_tertulis=tertulis)
    row = penilaian_luar.series(repo, made(terbitan, skala="ombudsman")).terbaru

    assert row.kategori is not None
    assert cocok is row.kategori.cocok


def test_a_value_after_the_table_ended_gets_no_category(repo: Repository) -> None:
    """The Ombudsman's table is known until 2024."""
    seri = penilaian_luar.series(repo, made(publication("2025", nilai=Decimal("95.00")), skala="ombudsman"))

    assert seri.grafik is None
    assert seri.terbaru.kategori is not None
    assert ("", None) == (seri.terbaru.pita, seri.terbaru.kategori.cocok)


def test_a_series_never_crosses_a_change_of_rule(repo: Repository) -> None:
    """Each version of the bands is a part of its own in the drawing, in the order of time."""
    terbitan = (publication("2018", nilai=Decimal("80.00")), publication("2016", nilai=Decimal("76.49")))
    seri = penilaian_luar.series(repo, made(*terbitan, skala="skm", satuan="indeks (skala 25–100)"))

    assert seri.grafik is not None
    parts = [(era.judul, [t.periode for t in era.titik]) for era in seri.grafik.pita_per_era]
    assert [("Pita PermenPANRB 16/2014", ["2016"]), ("Pita PermenPANRB 14/2017", ["2018"])] == parts


def test_the_same_value_is_read_once_more_where_later_bands_change_its_letter(repo: Repository) -> None:
    seri = read(repo, "skm-kalbar")
    assert seri.bacaan_ulang is not None
    assert seri.grafik is not None

    assert ("B", "C") == (seri.bacaan_ulang.semula.id, seri.bacaan_ulang.pita.id)
    assert ["B, Baik", "B, Baik", "C, Kurang Baik"] == [t.kategori for t in seri.grafik.titik]
    assert seri.grafik.titik[1].angka == seri.grafik.titik[2].angka


def test_the_newest_publication_is_the_one_whose_period_ends_last(repo: Repository) -> None:
    terbitan = (publication("2024-12", nilai=Decimal(2)), publication("2024-tw3", nilai=Decimal(1)))

    assert "2024-12" == penilaian_luar.series(repo, made(*terbitan)).terbaru.terbitan.periode


def test_figures_are_printed_as_they_were_published(repo: Repository) -> None:
    assert ("271", "3,5820", "%") == (
        read(repo, "merit-provinsi-kaltim").terbaru.angka.teks,  # type: ignore[union-attr]
        read(repo, "eppd").terbaru.angka.teks,  # type: ignore[union-attr]
        read(repo, "survei-lsi").terbaru.angka.satuan,  # type: ignore[union-attr]
    )


def test_every_figure_leads_to_its_line(repo: Repository) -> None:
    for angka in collect(penilaian_luar.index(repo)):
        assert all(tempat.berkas.startswith(("data/penilaian-luar", "data/aturan")) for tempat in angka.masukan)
        assert angka.rumus


def test_what_a_figure_does_not_say_depends_on_what_is_missing(repo: Repository) -> None:
    stated = " ".join(read(repo, "kepuasan-pernyataan-wali-kota").batas)
    survey = " ".join(read(repo, "survei-lsi").batas)

    assert "Jumlah orang yang ditanya tidak disebut" in stated
    assert "Jumlah orang yang ditanya" not in survey
    assert "bukan tentang" in read(repo, "sakip-provinsi-kaltim").batas[0]


@pytest.mark.parametrize(
    ("periode", "last"),
    [
        ("2024", date(2024, 12, 31)), ("2024-s1", date(2024, 6, 30)), ("2024-tw4", date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 29)), ("2023-02", date(2023, 2, 28)), ("2025-12", date(2025, 12, 31)),
    ],
)  # fmt: skip
def test_a_period_is_judged_by_the_rules_of_its_last_day(periode: str, last: date) -> None:
    assert last == end_of(periode)


def test_a_scale_is_the_version_of_the_day(repo: Repository) -> None:
    starts = [s.berlaku_mulai for s in scales(repo, "skm")]
    found = scale_on(repo, "skm", date(2016, 12, 31))

    assert found is not None
    assert (starts[1], Decimal(25), Decimal(100)) == (found.berlaku_mulai, found.minimum, found.maksimum)
    assert (None, None) == (scale_on(repo, "tidak-ada", date(2024, 1, 1)), scale_on(repo, "sakip", date(2000, 1, 1)))
