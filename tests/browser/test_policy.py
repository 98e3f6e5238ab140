"""The Content-Security-Policy of the pages is in force, whatever gets into them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

INJECTED = """<script>document.title = "disusupi"</script>
<script src="susup.js"></script>
<style>h1 { color: rgb(255, 0, 0) !important }</style>
<p id="susup" style="color: rgb(255, 0, 0)" onclick="document.title = 'disusupi'">susup</p>
<img src="hilang.png" alt="" onerror="document.title = 'disusupi'">
<img src="https://pelacak.example/x.png" alt="">
<iframe src="galeri.html" title="bingkai"></iframe>
</main>"""


@pytest.fixture
def injected(site: Path, tmp_path: Path) -> Path:
    """A copy of the home page into which somebody smuggled script, style and a tracker."""
    folder = tmp_path / "situs"
    shutil.copytree(site / "tema", folder / "tema")
    (folder / "susup.js").write_text("document.title = 'disusupi'")
    html = (site / "index.html").read_text("utf-8")
    (folder / "index.html").write_text(html.replace("</main>", INJECTED), "utf-8")
    return folder


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_nothing_that_is_injected_runs(
    scheme: str, injected: Path, serve: Callable[[Path], str], open_tab: Callable[..., Any]
) -> None:
    """No script, no style, no handler, no request to another host."""
    base = serve(injected) if scheme == "http" else injected.as_uri() + "/"
    tab = open_tab(base=base)
    page = tab.open("index.html")
    page.locator("#susup").click()
    red = "[...document.querySelectorAll('h1, #susup')].some((e) => getComputedStyle(e).color === 'rgb(255, 0, 0)')"

    assert (False, False) == ("disusupi" in page.title(), page.evaluate(red))
    refused = [line for line in tab.noise if "Content Security Policy" in line]
    kinds = ("script-src", "style-src", "img-src", "default-src")
    assert all(any(kind in line for line in refused) for kind in kinds), refused


def test_the_same_without_a_policy_would_run(
    injected: Path, serve: Callable[[Path], str], open_tab: Callable[..., Any]
) -> None:
    """So the test above can fail."""
    page = injected / "index.html"
    page.write_text(page.read_text("utf-8").replace("Content-Security-Policy", "x-tanpa-aturan"), "utf-8")

    assert open_tab(base=serve(injected)).open("index.html").title() == "disusupi"
