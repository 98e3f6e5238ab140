"""For any day exactly one version of every set of criteria, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja.model.kriteria import Kriteria
from kinerja.model.repository import Repository
from kinerja.rules.versi import kriteria_on
from kinerja.summary import kriteria
from kinerja.summary.kriteria_waktu import Rentang, WaktuJabatan, for_me, spans

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(2018, 1, 1), date(2032, 12, 31))
# starts of versions, and whether each repeals
VERSIONS = st.dictionaries(DAYS, st.booleans(), max_size=5)


def with_starts(repo: Repository, jabatan: str, starts: Mapping[date, bool]) -> Repository:
    """The repository where one group's criteria have versions from these days on."""
    first = repo.kriteria[jabatan][0]
    versions = tuple(
        replace(first, berkas=f"data/kriteria/{jabatan}/{day}.yaml", berlaku_mulai=day, dicabut=repeals)
        for day, repeals in sorted(starts.items())
    )
    others = {slug: found for slug, found in repo.kriteria.items() if slug != jabatan}
    return replace(repo, kriteria=MappingProxyType({**others, jabatan: versions} if versions else others))


def times(repo: Repository, jabatan: str, tanggal: date = TODAY) -> WaktuJabatan:
    """The spans of one group of posts."""
    return spans(repo.jabatan[jabatan], kriteria.groups(repo, tanggal), tanggal)


def on(waktu: WaktuJabatan, tanggal: date) -> list[Rentang]:
    """The spans that hold a day."""
    return [span for span in waktu.rentang if span.memuat(tanggal)]


def around(days: Sequence[date]) -> list[date]:
    """Each day with the one before and the one after: where mistakes by one would show."""
    return [day + timedelta(days=shift) for day in days for shift in (-1, 0, 1)]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(own=VERSIONS, everybodys=VERSIONS, tanggal=DAYS)
def test_every_day_has_one_row_and_it_names_the_version_in_force_or_a_reason(
    repo: Repository, own: dict[date, bool], everybodys: dict[date, bool], tanggal: date
) -> None:
    """The page and `rules.versi` cannot disagree, repeals included."""
    changed = with_starts(with_starts(repo, "guru", own), "semua-asn", everybodys)
    waktu = times(changed, "guru")
    for day in (tanggal, *around([*own, *everybodys])):
        (row,) = on(waktu, day)
        told: list[Kriteria | None] = [bagian.versi.kriteria if bagian.versi else None for bagian in row.isi]

        assert [kriteria_on(changed.kriteria.get(slug, ()), day) for slug in ("semua-asn", "guru")] == told
        assert [] == [bagian for bagian in row.isi if (bagian.versi is None) == (bagian.alasan is None)]


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(own=VERSIONS, tanggal=DAYS)
def test_the_row_of_today_is_the_one_that_holds_it(repo: Repository, own: dict[date, bool], tanggal: date) -> None:
    """Whatever the date of the site."""
    waktu = times(with_starts(repo, "guru", own), "guru", tanggal)

    assert [waktu.kini] == on(waktu, tanggal)


def test_before_the_first_version_the_reason_is_its_start(repo: Repository) -> None:
    """Not an empty cell."""
    oldest = times(repo, "guru").rentang[-1]

    assert (None, date(2021, 12, 31), date(2022, 1, 1)) == (oldest.mulai, oldest.selesai, oldest.sesudah)
    assert ["belum-mulai", "belum-mulai"] == [bagian.alasan for bagian in oldest.isi]
    assert [date(2022, 1, 1), date(2024, 1, 1)] == [bagian.sejak for bagian in oldest.isi]


def test_after_a_repeal_the_reason_is_the_repeal_and_its_day(repo: Repository) -> None:
    """Everybody's criteria go on."""
    ended = with_starts(repo, "guru", {date(2024, 1, 1): False, date(2026, 7, 1): True})
    everybodys, own = times(ended, "guru").kini.isi

    assert (None, "dicabut", date(2026, 7, 1)) == (own.versi, own.alasan, own.sejak)
    assert everybodys.versi


def test_criteria_that_were_never_published_are_named_as_such(repo: Repository) -> None:
    """One row for all time."""
    empty = with_starts(with_starts(repo, "guru", {}), "semua-asn", {})
    (row,) = times(empty, "guru").rentang

    assert (None, None) == (row.mulai, row.selesai)
    assert {"belum-diterbitkan"} == {bagian.alasan for bagian in row.isi}


def test_every_group_of_posts_is_on_the_page_and_fiction_apart(repo: Repository) -> None:
    """Everybody's first."""
    view = for_me(repo, kriteria.groups(repo, TODAY), TODAY)

    assert set(repo.jabatan) == {w.jabatan.slug for w in (*view.resmi, *view.contoh)}
    assert ("semua-asn", {"resmi"}, {"contoh"}) == (
        view.resmi[0].jabatan.slug,
        {w.jabatan.status for w in view.resmi},
        {w.jabatan.status for w in view.contoh},
    )


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("1 Januari 2022 sampai 31 Desember 2023", "semua-asn/2022-01-01.html"),
        ("Kualitas pembelajaran guru: tidak ada di portal ini", "guru/2024-01-01.html"),
    ],
)
def test_a_reader_finds_dates_reasons_and_the_address_of_the_version(
    site: Path, pages: Mapping[str, Any], words: str, address: str
) -> None:
    """Without JavaScript: everything stands in the page."""
    assert words in (site / "kriteria/bagi-saya.html").read_text("utf-8")
    assert address in pages["kriteria/bagi-saya.html"].attributes("href")
