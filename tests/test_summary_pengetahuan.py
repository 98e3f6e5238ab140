"""Regulations and their chains, the glossary, and the calendar on the days around an activity."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kinerja.model.hukum import Peraturan
from kinerja.model.penilaian_luar import Kegiatan
from kinerja.model.repository import Repository
from kinerja.portal.pages.pengetahuan import pages
from kinerja.summary import jadwal, pengetahuan


def peraturan(name: str, tahun: int, diganti_oleh: str | None = None) -> Peraturan:
    """A regulation with no more than a chain needs."""
    return Peraturan(
        id=name, jenis="Peraturan", singkatan=name, nomor="1", tahun=tahun, tentang="-", kegunaan="-",
        diganti_oleh=diganti_oleh,
    )  # fmt: skip


# Dasar hukum


def test_a_chain_is_the_same_seen_from_each_of_its_members() -> None:
    """The oldest first; what has nothing to do with it stays out."""
    old, mid, new = peraturan("a", 1979, "b"), peraturan("b", 2011, "c"), peraturan("c", 2019)
    listed = (new, peraturan("x", 2000), old, mid)

    assert {(old, mid, new)} == {pengetahuan.chain(listed, one) for one in (old, mid, new)}


def test_a_regulation_that_replaced_two_has_both_in_its_chain() -> None:
    """Not only one of them."""
    listed = (peraturan("a", 2001, "c"), peraturan("b", 2002, "c"), peraturan("c", 2003))

    assert ["a", "b", "c"] == [p.id for p in pengetahuan.chain(listed, listed[2])]


def test_a_circle_in_the_data_does_not_hang_the_site() -> None:
    """A check may refuse it; the summary ends anyway."""
    listed = (peraturan("a", 2001, "b"), peraturan("b", 2002, "a"))

    assert ["a", "b"] == [p.id for p in pengetahuan.chain(listed, listed[0])]


def test_assessment_of_civil_servants_went_from_1979_to_2019(repo: Repository) -> None:
    """PP 10/1979, PP 46/2011, PP 30/2019."""
    found = {h.peraturan.id: h for group in pengetahuan.hukum(repo).kelompok for h in group.hukum}

    assert ["PP 10/1979", "PP 46/2011", "PP 30/2019"] == [p.singkatan for p in found["pp-46-2011"].rantai]
    assert "pp-30-2019" == getattr(found["pp-46-2011"].pengganti, "id", None)


def test_every_regulation_stands_once_in_its_kind(repo: Repository) -> None:
    """And every kind has an anchor of its own."""
    view = pengetahuan.hukum(repo)
    listed = [h.peraturan for group in view.kelompok for h in group.hukum]

    assert sorted(p.id for p in repo.dasar_hukum.peraturan) == sorted(p.id for p in listed)
    assert len({group.jangkar for group in view.kelompok}) == len(view.kelompok)
    assert view.jumlah.nilai == len(listed)


def test_a_regulation_names_what_rests_on_it_and_never_demonstration_data(repo: Repository) -> None:
    """The nine cells rest on PermenPANRB 6/2022."""
    found = {h.peraturan.id: h for group in pengetahuan.hukum(repo).kelompok for h in group.hukum}
    used = [page.alamat for h in found.values() for page in h.pemakaian]

    assert repo.aturan.predikat.judul in {page.judul for page in found["permenpanrb-6-2022"].pemakaian}
    assert [] == [alamat for alamat in used if "contoh" in alamat]


@pytest.mark.parametrize(
    ("checked", "words"),
    [(0, "semuanya belum dicocokkan"), (1, "1 di antaranya belum dicocokkan"), (2, "semuanya sudah dicocokkan")],
)
def test_the_first_sentence_says_how_many_are_still_to_be_checked(repo: Repository, checked: int, words: str) -> None:
    """None, some, all."""
    two = [peraturan("a", 2001), peraturan("b", 2002)]
    listed = tuple(replace(p, perlu_verifikasi=i >= checked) for i, p in enumerate(two))
    law = replace(repo.dasar_hukum, peraturan=listed)
    page = next(pages(replace(repo, dasar_hukum=law), date(2026, 1, 1)))

    assert words in page.temuan


# Kamus


def test_the_glossary_runs_from_a_to_z_and_leads_only_to_terms_that_exist(repo: Repository) -> None:
    """No letter twice, no term lost."""
    view = pengetahuan.kamus(repo)
    letters = [group.huruf for group in view.huruf]
    listed = [istilah for group in view.huruf for istilah in group.istilah]

    assert sorted(set(letters)) == letters
    assert {i.id for i in repo.kamus.istilah} == {i.id for i in listed}
    assert view.jumlah.nilai == len(listed)
    assert [] == [name for i in listed for name in i.lihat if name not in view.nama]


# Jadwal

SATU_HARI = Kegiatan(
    id="a", jenis="survei", nama="A", uraian="-", mulai=date(2026, 5, 1), selesai=date(2026, 5, 1), dasar=()
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2026, 4, 30), "rencana"), (date(2026, 5, 1), "berjalan"), (date(2026, 5, 2), "selesai")],
)
def test_an_activity_runs_on_its_first_and_last_day(day: date, expected: str) -> None:
    """Both belong to it."""
    assert expected == jadwal.state(SATU_HARI, day)


def test_an_activity_without_a_known_end_is_never_called_finished() -> None:
    """Nor running: it has started, that is all that is known."""
    endless = replace(SATU_HARI, selesai=None)

    assert ["rencana", "terbuka"] == [jadwal.state(endless, d) for d in (date(2026, 4, 30), date(2099, 1, 1))]


def test_the_next_activity_is_the_nearest_one(repo: Repository) -> None:
    """On New Year's Eve the year to come lies ahead, a day later it has begun."""
    eve, day = jadwal.kalender(repo, date(2026, 12, 31)), jadwal.kalender(repo, date(2027, 1, 1))

    assert eve.berikut
    assert date(2027, 1, 1) == eve.berikut.mulai
    assert (None, 0) == (day.berikut, day.jumlah_rencana.nilai)
