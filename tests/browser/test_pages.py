"""Every kind of page in every mode, and every page in the smallest one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

WIDE = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
MODES: dict[str, dict[str, Any]] = {
    "wide-light": WIDE,
    "wide-dark": {**WIDE, "color_scheme": "dark"},
    "phone-light": PHONE,
    "phone-dark": {**PHONE, "color_scheme": "dark"},
    "forced-colours": {**WIDE, "forced_colors": "active"},
}


def faults(tab: Any, pages: Sequence[str], check: Callable[[Any], list[str]]) -> dict[str, list[str]]:
    """What is wrong, by page."""
    found = {}
    for address in pages:
        page = tab.open(address)
        hidden = [] if page.locator("h1").is_visible() else ["h1 is not visible"]
        if wrong := [*tab.noise, *hidden, *check(page)]:
            found[address] = wrong
    return found


@pytest.mark.parametrize("mode", MODES)
def test_every_kind_of_page_is_sound(
    mode: str, open_tab: Callable[..., Any], axe: Callable[[Any], list[str]], types: Sequence[str]
) -> None:
    """Nothing that axe finds, nothing in the console, no request that fails or goes elsewhere."""
    assert {} == faults(open_tab(**MODES[mode]), types, axe)


def test_every_kind_of_page_works_without_script(open_tab: Callable[..., Any], types: Sequence[str]) -> None:
    """axe is a script itself and cannot run here; what it would see is the same as above."""
    assert {} == faults(open_tab(java_script_enabled=False, **WIDE), types, lambda page: [])


def test_every_kind_of_page_works_from_a_usb_stick(
    stick: str, open_tab: Callable[..., Any], axe: Callable[[Any], list[str]], types: Sequence[str]
) -> None:
    """From file://, in a folder whose name has spaces, and offline."""
    assert {} == faults(open_tab(base=stick, offline=True, **WIDE), types, axe)


def test_the_navigation_works_from_a_usb_stick_without_script(stick: str, open_tab: Callable[..., Any]) -> None:
    """Every entry of the menu and of the foot is clicked."""
    tab = open_tab(base=stick, offline=True, java_script_enabled=False)
    links = tab.open("index.html").locator(".menu a, .kaki nav a")

    for i in range(links.count()):
        tab.open("index.html")
        links.nth(i).click()
        tab.page.wait_for_url(f"{stick}**/*.html")
        assert ([], True) == (tab.noise, tab.page.locator("h1").is_visible()), tab.page.url


def test_every_page_fits_the_smallest_phone(
    open_tab: Callable[..., Any],
    axe: Callable[[Any], list[str]],
    overflow: Callable[[Any], list[str]],
    pages: Mapping[str, Any],
) -> None:
    """320 pixels: no sideways scrolling, no text cut off, nothing that axe finds."""
    tab = open_tab(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)

    assert {} == faults(tab, list(pages), lambda page: [*overflow(page), *axe(page)])


@pytest.mark.parametrize("place", ["address", "stick"])
def test_the_typeface_is_loaded(place: str, open_tab: Callable[..., Any], request: pytest.FixtureRequest) -> None:
    """Our own, not a fallback."""
    page = open_tab(base=request.getfixturevalue(place)).open("index.html")
    loaded = "document.fonts.ready.then((fonts) => [...fonts].map((font) => [font.family, font.status]))"

    assert ["Plus Jakarta Sans", "loaded"] in [[name.strip('"'), status] for name, status in page.evaluate(loaded)]


def test_the_first_view_of_every_kind_of_page_is_light(open_tab: Callable[..., Any], types: Sequence[str]) -> None:
    """At most four requests and 30 KB, as counted by the browser with a cold cache."""
    heavy = {}
    for address in types:
        tab = open_tab(**PHONE)
        tab.open(address).wait_for_load_state("networkidle")
        weight = sum(request.sizes()["responseBodySize"] for request in tab.requests)
        if not (0 < weight <= 30_000 and len(tab.requests) <= 4):
            heavy[address] = (weight, [request.url for request in tab.requests])

    assert {} == heavy
