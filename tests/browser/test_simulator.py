"""The simulator without a script: every pair of ratings, every rank, and nothing leaves the page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import product
from typing import Any

import pytest

from kinerja.model.repository import Repository
from kinerja.summary.simulator import Simulator, simulator

PHONE = {"viewport": {"width": 360, "height": 740}}


@pytest.fixture(scope="module")
def view(repo: Repository, tanggal: date) -> Simulator:
    """What the page must say."""
    found = simulator(repo, tanggal)
    assert found
    return found


@pytest.fixture
def tab(stick: str, open_tab: Callable[..., Any]) -> Any:
    """The page from file://, offline, without JavaScript."""
    tab = open_tab(base=stick, offline=True, java_script_enabled=False, **PHONE)
    tab.open("simulator.html")
    return tab


def seen(page: Any) -> list[str]:
    """The words in each box of answers that are on the screen."""
    return [" ".join(text.split()) for text in page.locator("[role=status]").all_inner_texts()]


def test_before_a_choice_nothing_is_answered(tab: Any) -> None:
    assert all(text.startswith("Pilih ") for text in seen(tab.page))

    tab.page.locator("input.h1").check()
    assert all(text.startswith("Pilih ") for text in seen(tab.page))


def test_each_of_the_nine_pairs_shows_its_predikat_and_no_other(tab: Any, view: Simulator) -> None:
    names = {s.predikat.nama for s in view.sel}
    for row, column in product(range(1, 4), repeat=2):
        tab.page.locator(f"input.h{row}").check()
        tab.page.locator(f"input.p{column}").check()
        (sel,) = [s for s in view.sel if s.kelas == f"c{row}{column}"]

        shown = [one.inner_text() for one in tab.page.locator(".jawaban__predikat").all() if one.is_visible()]
        assert [sel.predikat.nama] == [name for name in shown if name in names]
        assert sel.predikat.arti in seen(tab.page)[0]
        outlined = "(e) => parseFloat(getComputedStyle(e).outlineWidth) > 0 && e.innerText"
        assert [False] * 8 + [sel.predikat.nama] == sorted(
            (cell.evaluate(outlined) for cell in tab.page.locator(".matriks td").all()), key=bool
        )
    assert [] == tab.noise


def test_what_would_change_it_is_that_of_the_chosen_pair(tab: Any, view: Simulator) -> None:
    tab.page.locator("input.h2").check()
    tab.page.locator("input.p3").check()
    (sel,) = [s for s in view.sel if s.kelas == "c23"]
    (table,) = [one for one in tab.page.locator(".jika .tabel").all() if one.is_visible()]

    rows = [" ".join(row.split()) for row in table.locator("tbody tr").all_inner_texts()]
    pairs = zip(sel.perubahan, rows, strict=True)
    assert all(u.predikat.nama in row and u.menjadi.lower() in row for u, row in pairs)
    assert ["Lebih baik", "Lebih baik", "Tetap", "Lebih rendah"] == [
        next(word for word in ("Lebih baik", "Tetap", "Lebih rendah") if word in row) for row in rows
    ]


def test_a_rank_leaves_only_its_own_credit_points(tab: Any, view: Simulator) -> None:
    """Without one, all ranks are listed."""
    tab.page.locator("input.h2").check()
    tab.page.locator("input.p2").check()
    (baik,) = [p for p in view.kredit if "c22" in p.kelas]

    def listed() -> list[str]:
        return [" ".join(one.inner_text().split()) for one in tab.page.locator(".jenjang li").all() if one.is_visible()]

    assert [jenjang for jenjang, _, _ in baik.baris] == [line.split(":")[0] for line in listed()]
    for i, (jenjang, koefisien, nilai) in enumerate(baik.baris, start=1):
        tab.page.locator(f"input.j{i}").check()
        assert [f"{jenjang}: {koefisien.teks} × {baik.persen.teks}% = {nilai.teks}"] == listed()


def test_the_choice_can_be_emptied(tab: Any) -> None:
    tab.page.locator("input.h1").check()
    tab.page.locator("input.p1").check()
    tab.page.locator("button[type=reset]").click()

    assert 0 == tab.page.locator("input.h1:checked, input.p1:checked").count()
    assert all(text.startswith("Pilih ") for text in seen(tab.page))


def test_the_keyboard_is_enough_and_enter_sends_nothing(tab: Any) -> None:
    """No address changes, nothing is asked for."""
    before = tab.page.url
    tab.requests.clear()
    tab.page.locator("input.h1").focus()
    tab.page.keyboard.press("ArrowDown")
    tab.page.keyboard.press("Tab")
    tab.page.keyboard.press("Space")
    tab.page.keyboard.press("Enter")
    tab.page.wait_for_timeout(200)

    assert "Baik" in seen(tab.page)[0]
    sent = [request.url for request in tab.requests if request.resource_type != "font"]
    assert (before, [], []) == (tab.page.url, sent, tab.noise)
