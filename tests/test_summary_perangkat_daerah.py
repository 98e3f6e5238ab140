"""What is known of the units, what is not, and that nothing ranks them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from kinerja.load.repository import load, read_sources
from kinerja.load.schema import Schemas
from kinerja.model.perangkat_daerah import Bagian, PerangkatDaerah
from kinerja.model.repository import Repository, without_contoh
from kinerja.portal.page import Page
from kinerja.portal.pages.perangkat_daerah import pages
from kinerja.summary import perangkat_daerah
from kinerja.summary.figures import collect
from kinerja.summary.perangkat_daerah import UnitIndex

CONTOH = "dinas-pelayanan-contoh"
MPP = "dinas-penanaman-modal-dan-pelayanan-terpadu-satu-pintu"


@pytest.fixture(scope="module")
def view(repo: Repository) -> UnitIndex:
    """The index of the project's own data."""
    return perangkat_daerah.index(repo)


def with_units(repo: Repository, *units: PerangkatDaerah) -> Repository:
    """The repository with these units only."""
    return replace(repo, perangkat_daerah=MappingProxyType({unit.slug: unit for unit in units}))


def table(repo: Repository, tanggal: date) -> dict[str, Page]:
    """The pages of units by their address."""
    return {page.alamat: page for page in pages(repo, tanggal)}


def test_the_city_has_ten_kecamatan_and_fifty_nine_kelurahan(view: UnitIndex) -> None:
    """Kepmendagri 300.2.2-2430/2025; each kelurahan stands in the file of its kecamatan."""
    shares = [row.jumlah_kelurahan.nilai for row in view.kecamatan if row.jumlah_kelurahan]

    assert (10, 59, 59) == (len(shares), sum(n for n in shares if isinstance(n, int)), view.jumlah_kelurahan.nilai)


def test_units_stand_in_the_order_of_the_alphabet(view: UnitIndex) -> None:
    """In every list: never by a figure."""
    for rows in (view.lainnya, view.kecamatan):
        names = [row.unit.nama.casefold() for row in rows]
        assert sorted(names) == names


def test_the_kinds_add_up(view: UnitIndex) -> None:
    """Units and doubtful names, and the two lists together."""
    units = sum(kind.jumlah.nilai for kind in view.jenis if isinstance(kind.jumlah.nilai, int))
    doubtful = sum(k.perlu_verifikasi.nilai for k in view.jenis if isinstance(k.perlu_verifikasi.nilai, int))

    assert (view.jumlah.nilai, view.jumlah_perlu_verifikasi.nilai) == (units, doubtful)
    assert view.jumlah.nilai == len(view.lainnya) + len(view.kecamatan)


def test_fictional_units_are_in_no_count_and_stand_apart(view: UnitIndex, repo: Repository) -> None:
    """The counts are those of the site as it gets deployed."""
    fictional = {unit.slug for unit in repo.perangkat_daerah.values() if unit.status == "contoh"}

    assert fictional == {row.unit.slug for row in view.contoh}
    assert replace(view, contoh=()) == perangkat_daerah.index(without_contoh(repo))


@pytest.mark.parametrize("slug", ["dinas-kesehatan", "kecamatan-palaran", CONTOH])
def test_what_is_missing_is_not_zero(repo: Repository, tanggal: date, slug: str) -> None:
    """Services and results have no data: each says from what they will come and why they are not there."""
    missing = perangkat_daerah.unit(repo, repo.perangkat_daerah[slug], tanggal).belum_ada

    assert missing
    assert {("belum ada data", None)} == {(b.angka.teks, b.angka.nilai) for b in missing}
    assert all(b.asal and b.alasan for b in missing)


def test_what_others_published_about_a_unit_is_on_its_page_with_its_reliability(
    repo: Repository, tanggal: date
) -> None:
    """Only what names this unit, and a series about the whole city on none."""
    found = {
        slug: {s.penilaian.slug for s in perangkat_daerah.unit(repo, unit, tanggal).penilaian_luar}
        for slug, unit in repo.perangkat_daerah.items()
    }
    stated = {(s.perangkat_daerah, s.slug) for s in repo.penilaian_luar.values() if s.perangkat_daerah}

    assert {"mpp", "predikat-kemenpanrb"} == found[MPP]
    assert stated == {(unit, slug) for unit, slugs in found.items() for slug in slugs}
    assert set() == found["dinas-kesehatan"]


def test_the_first_sentence_is_what_is_known(repo: Repository, tanggal: date) -> None:
    """Services where there are some, else what others published or the parts; and what is not there."""
    found = table(repo, tanggal)
    temuan = {slug: found[f"perangkat-daerah/{slug}.html"].temuan for slug in repo.perangkat_daerah}
    bare = table(replace(repo, layanan=MappingProxyType({})), tanggal)

    assert temuan["kecamatan-sungai-kunjang"].startswith("Kecamatan Sungai Kunjang memiliki 7 kelurahan.")
    assert bare[f"perangkat-daerah/{MPP}.html"].temuan.startswith("Ada 2 ukuran yang sudah terbit tentang ")
    measured = {repo.layanan[slug].perangkat_daerah for slug in repo.capaian_layanan}
    assert [] == [
        text for slug, text in temuan.items() if slug not in measured and "belum ada di portal ini" not in text
    ]


def test_a_unit_shows_its_own_services_by_name(repo: Repository, tanggal: date) -> None:
    """All of them, and no others; the page is made of their files too."""
    for slug, unit in repo.perangkat_daerah.items():
        own = {layanan.slug for layanan in repo.layanan.values() if layanan.perangkat_daerah == slug}
        detail = perangkat_daerah.unit(repo, unit, tanggal)
        names = [row.layanan.nama.casefold() for row in detail.layanan]
        page = table(with_units(repo, unit), tanggal)[f"perangkat-daerah/{slug}.html"] if own else None

        assert (own, sorted(names)) == ({row.layanan.slug for row in detail.layanan}, names)
        assert detail.jumlah_layanan.nilai == len(own)
        assert page is None or {repo.layanan[name].berkas for name in own} <= set(page.berkas)


def test_what_a_unit_has_is_no_longer_missing(schemas: Schemas, tanggal: date) -> None:
    """A service with times and a survey, and a table of predikat, leave what nobody has delivered."""
    small = load(read_sources(Path(__file__).parent / "kasus" / "dasar"), schemas).repository
    assert small is not None
    missing = {
        slug: {b.angka.id.rpartition("/")[2] for b in perangkat_daerah.unit(small, unit, tanggal).belum_ada}
        for slug, unit in small.perangkat_daerah.items()
    }

    assert {"waktu-layanan", "kepuasan-masyarakat", "sebaran-predikat"} == missing["dinas-arsip"] - missing[
        "dinas-contoh"
    ]


def test_the_finding_of_the_index_counts_doubtful_names(repo: Repository, tanggal: date) -> None:
    """Or says that there are none."""
    sure = replace(repo.perangkat_daerah["dinas-kesehatan"], perlu_verifikasi=False)
    doubtful = replace(sure, berkas="data/perangkat-daerah/dinas-b.yaml", nama="Dinas B", perlu_verifikasi=True)
    one, both = (
        table(with_units(repo, *units), tanggal)["perangkat-daerah/index.html"].temuan
        for units in ((sure,), (sure, doubtful))
    )

    assert "Portal ini mencatat 1 perangkat daerah. Semua nama sesuai sumbernya." == one
    assert "Portal ini mencatat 2 perangkat daerah. 1 nama masih perlu verifikasi." == both


def test_a_city_without_units_still_has_an_index(repo: Repository, tanggal: date) -> None:
    """Nothing to list, nothing to divide by."""
    found = table(with_units(repo), tanggal)

    assert ["perangkat-daerah/index.html"] == list(found)
    assert {0} == {angka.nilai for angka in collect(found["perangkat-daerah/index.html"].view)}


def test_parts_are_grouped_by_kind_and_named_in_order(repo: Repository, tanggal: date) -> None:
    """Kelurahan before UPT, each by name; columns that nobody filled are left out."""
    parts = (
        Bagian(id="upt-z", nama="UPT Z", jenis="upt"),
        Bagian(id="b", nama="b", jenis="kelurahan", kode_bps="6472010001"),
        Bagian(id="a", nama="A", jenis="kelurahan", berlaku_mulai=date(2020, 1, 1)),
    )
    unit = replace(repo.perangkat_daerah["kecamatan-palaran"], bagian=parts)
    detail = perangkat_daerah.unit(repo, unit, tanggal)

    assert [("Kelurahan", ["A", "b"]), ("UPT", ["UPT Z"])] == [
        (kind.jenis, [part.nama for part in kind.bagian]) for kind in detail.bagian
    ]
    assert [(True, True), (False, False)] == [(kind.kode_bps, kind.berlaku_mulai) for kind in detail.bagian]
    assert detail.jumlah_kelurahan
    assert 2 == detail.jumlah_kelurahan.nilai


def test_no_two_figures_of_the_units_share_a_receipt(repo: Repository, tanggal: date) -> None:
    """And what is fictional carries it in its receipt."""
    figures = list(collect(tuple(page.view for page in pages(repo, tanggal))))

    assert [] == [a.id for a in figures if (a.status == "contoh") != ("contoh" in a.id)]


def test_a_doubtful_kelurahan_is_marked_with_its_reason(site: Path) -> None:
    """Two lists of different years spell one name differently."""
    text = (site / "perangkat-daerah/kecamatan-samarinda-utara.html").read_text("utf-8")

    assert 1 == text.count("Perlu verifikasi")
    assert "daftar tahun 2023 menulis Sungai Siring" in text


def test_every_unit_can_be_reached_from_the_index(site: Path, repo: Repository) -> None:
    """By its own page."""
    text = (site / "perangkat-daerah/index.html").read_text("utf-8")

    assert [] == [slug for slug in repo.perangkat_daerah if f'href="{slug}.html"' not in text]
