"""keberatan.html: the last day for every day of receipt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kinerja.model.aturan import JenisHari
from kinerja.model.repository import Repository
from kinerja.numbers import id_date
from kinerja.portal.pages.keberatan import pages
from kinerja.rules.keberatan import in_time
from kinerja.rules.versi import version_on
from kinerja.summary.keberatan import Keberatan, Tenggat, appeal


def shown(view: Keberatan) -> list[Tenggat]:
    """All rows."""
    return [t for bulan in view.bulan for t in bulan.tenggat]


def counted_in(repo: Repository, jenis: JenisHari) -> Repository:
    """The same rule in another kind of days; the worked examples are of the rule as it is."""
    aturan = repo.aturan.keberatan
    other = replace(aturan, versi=tuple(replace(v, jenis_hari=jenis) for v in aturan.versi))
    written = {slug: p for slug, p in repo.perhitungan.items() if slug != "keberatan"}
    return replace(repo, aturan=replace(repo.aturan, keberatan=other), perhitungan=written)


@pytest.fixture(params=[date(2026, 11, 24), date(2026, 12, 31), date(2026, 2, 28), date(2026, 9, 1)], ids=str)
def day(request: pytest.FixtureRequest) -> date:
    """Days around the ends of months and of the year."""
    found: date = request.param
    return found


def test_the_table_has_every_day_whose_deadline_is_open_and_the_next_three_months(repo: Repository, day: date) -> None:
    """Without a gap, from the first day of receipt that can still be appealed today."""
    view = appeal(repo, day)
    assert view
    days = [t.diterima for t in shown(view)]

    assert days == [days[0] + timedelta(days=i) for i in range(len(days))]
    assert (day - timedelta(days=14), view.masih) == (days[0], days[0])
    after = days[-1] + timedelta(days=1)
    assert (1, 4) == (after.day, (after.year - day.year) * 12 + after.month - day.month)


def test_each_deadline_is_the_last_day_that_is_in_time(repo: Repository, day: date) -> None:
    view, versi = appeal(repo, day), version_on(repo.aturan.keberatan, day)
    assert view
    assert versi

    for t in shown(view):
        assert t.terakhir
        assert in_time(versi, t.diterima, t.terakhir)
        assert not in_time(versi, t.diterima, t.terakhir + timedelta(days=1))


def test_a_deadline_on_a_closed_day_says_why(repo: Repository) -> None:
    """Weekend, holiday, and an ordinary Friday."""
    view = appeal(repo, date(2026, 12, 1))
    assert view
    closed = {t.terakhir: t.libur for t in shown(view)}

    assert "akhir pekan" == closed[date(2026, 12, 26)]
    assert "Kelahiran Yesus Kristus" == closed[date(2026, 12, 25)]
    assert None is closed[date(2026, 12, 18)]


def test_years_without_a_list_of_holidays_are_named(repo: Repository) -> None:
    early, late = appeal(repo, date(2026, 3, 1)), appeal(repo, date(2026, 11, 24))

    assert early
    assert late
    assert ((), ("2027",)) == (early.tanpa_libur, late.tanpa_libur)


def test_in_working_days_weekends_and_holidays_are_left_out(repo: Repository) -> None:
    """From Monday 10 August 2026 fourteen working days lie over the holidays of 17 and 25 August."""
    view = appeal(counted_in(repo, "kerja"), date(2026, 8, 10))

    assert view
    assert date(2026, 9, 1) == view.hari_ini.terakhir
    assert {None} == {t.libur for t in shown(view) if t.terakhir}
    assert "hari kerja" in next(pages(counted_in(repo, "kerja"), date(2026, 8, 10))).temuan


def test_in_working_days_a_year_without_holidays_is_refused_not_guessed(repo: Repository) -> None:
    view = appeal(counted_in(repo, "kerja"), date(2026, 11, 24))
    assert view
    late = [t for t in shown(view) if t.diterima >= date(2027, 1, 1)]

    assert late
    assert {None} == {t.terakhir for t in late}
    assert all("hari libur tahun 2027 belum ada" in (t.alasan or "") for t in late)


def test_a_day_of_receipt_is_judged_by_the_rule_of_that_day(repo: Repository) -> None:
    """A rule that changes tomorrow does not change the deadline of today."""
    aturan = repo.aturan.keberatan
    longer = replace(aturan.versi[-1], berlaku_mulai=date(2026, 11, 25), tenggat_hari=21)
    changed = replace(aturan, versi=(*aturan.versi, longer))
    view = appeal(replace(repo, aturan=replace(repo.aturan, keberatan=changed)), date(2026, 11, 24))

    assert view
    assert [14, 21] == [
        (t.terakhir - t.diterima).days
        for t in shown(view)
        if t.terakhir and t.diterima in (date(2026, 11, 24), date(2026, 11, 25))
    ]


def test_the_page_says_who_decides_until_when_and_that_there_are_no_numbers_yet(
    repo: Repository, tanggal: date
) -> None:
    (page,) = pages(repo, tanggal)
    view = appeal(repo, tanggal)

    assert view
    assert page.temuan == (
        "Keberatan diajukan paling lambat 14 hari sejak hasil diterima, kepada atasan dari pejabat penilai kinerja."
    )
    assert ("belum ada data", "belum ada data") == (view.diajukan.teks, view.diubah.teks)
    assert "10 November 2026" == id_date(view.masih)


def test_before_the_rule_there_is_no_page(repo: Repository) -> None:
    assert [] == list(pages(repo, date(2019, 1, 1)))
