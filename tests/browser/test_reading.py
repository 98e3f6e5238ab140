"""Ways of reading other than a mouse and a screen of the usual size: keyboard, large text, paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

WIDE = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 360, "height": 740}}
STOPS = """() => {
  const reachable = 'a[href], summary, input, button, select, textarea, [tabindex="0"]';
  window.stops = [...document.querySelectorAll(reachable)].filter((e) => e.checkVisibility() && !other(e));
  // Tab reaches one radio of a group; arrow keys reach the others.
  function other(e) {
    if (e.type !== 'radio') return false;
    const group = [...document.getElementsByName(e.name)];
    return e !== (group.find((radio) => radio.checked) ?? group[0]);
  }
  return window.stops.length;
}"""
FOCUS = """() => {
  const e = document.activeElement, box = e.getBoundingClientRect();
  const target = e.type === 'radio' ? e.closest('label') ?? e : e;
  const ring = [e, target].some((x) => {
    const style = getComputedStyle(x);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  });
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return [window.stops.indexOf(e), ring && inside, e.outerHTML.slice(0, 100)];
}"""


@pytest.fixture(params=["index.html", "kriteria"])
def walked(request: pytest.FixtureRequest, site: Path) -> str:
    """The home page, and the longest page of criteria."""
    if request.param == "index.html":
        return "index.html"
    longest = max((site / "kriteria").rglob("*.html"), key=lambda path: path.stat().st_size)
    return longest.relative_to(site).as_posix()


def test_tab_reaches_everything_in_order_with_a_visible_focus(walked: str, open_tab: Callable[..., Any]) -> None:
    """In the order of the document, on screen, with a ring."""
    page = open_tab(**WIDE).open(walked)
    reached, unseen = [], []
    for _ in range(page.evaluate(STOPS)):
        page.keyboard.press("Tab")
        index, visible, html = page.evaluate(FOCUS)
        reached.append(index)
        if not visible:
            unseen.append(html)

    assert (list(range(len(reached))), []) == (reached, unseen)


def test_the_skip_link_leads_to_the_content(walked: str, open_tab: Callable[..., Any]) -> None:
    """It is the first stop, it shows itself, and the next stop lies inside main."""
    page = open_tab(**WIDE).open(walked)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")

    assert ("#isi", True) == (skip.get_attribute("href"), skip.bounding_box()["width"] > 50)

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


LARGE = "document.documentElement.style.fontSize = '32px'"
# WCAG 2.2, 1.4.12. A chart is a drawing: its words stand in the table beside it too.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }
    svg, svg * { letter-spacing: 0 !important; word-spacing: 0 !important }`);
  document.adoptedStyleSheets = [sheet];
}"""


@pytest.mark.parametrize("change", [LARGE, SPACED], ids=["twice-the-size", "spaced"])
@pytest.mark.parametrize("screen", [WIDE, PHONE], ids=["wide", "phone"])
def test_larger_or_looser_text_stays_on_the_page(
    change: str,
    screen: Mapping[str, Any],
    open_tab: Callable[..., Any],
    overflow: Callable[[Any], list[str]],
    types: Sequence[str],
) -> None:
    """No sideways scrolling and no text cut off."""
    tab, found = open_tab(**screen), {}
    for address in types:
        page = tab.open(address)
        page.evaluate(change)
        if cut := overflow(page):
            found[address] = cut

    assert {} == found


def test_every_detail_is_open_on_paper(open_tab: Callable[..., Any], types: Sequence[str]) -> None:
    """Nobody can click on paper."""
    closed = """[...document.querySelectorAll('details > :not(summary)')]
      .filter((e) => !e.closest('.jangan-cetak') && !(e.checkVisibility() && e.getBoundingClientRect().height))
      .map((e) => e.outerHTML.slice(0, 100))"""
    tab, found = open_tab(**WIDE), {}
    tab.page.emulate_media(media="print")
    for address in types:
        if hidden := tab.open(address).evaluate(closed):
            found[address] = hidden

    assert {} == found


def test_every_kind_of_page_prints_without_an_empty_page(
    open_tab: Callable[..., Any], types: Sequence[str], tmp_path: Path
) -> None:
    """A4 as the style sheet says; every page of the PDF has words, and the last words are those of the foot."""
    pdftotext = shutil.which("pdftotext")
    tab, found = open_tab(**WIDE), {}
    for address in types:
        page, path = tab.open(address), tmp_path / "halaman.pdf"
        data = page.pdf(path=path, prefer_css_page_size=True)
        if not re.search(rb"/Type\s*/Page\b", data):
            found[address] = "no page"
        if pdftotext:
            text = subprocess.run([pdftotext, path, "-"], capture_output=True, text=True, check=True).stdout
            empty = [i for i, sheet in enumerate(text.split("\f")[:-1], start=1) if not sheet.strip()]
            if empty:
                found[address] = f"empty: {empty}"

    assert {} == found
    if not pdftotext:
        pytest.skip("words on paper need pdftotext (poppler-utils)")
