"""Debian's chromium, a server for the built site, and a tab that hears everything the page complains about."""

from __future__ import annotations

import gzip
import mimetypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AXE = {
    "preload": False,
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}
PLAIN = {".woff2", ".png"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where chromium lies; without it the tests are skipped, but fail in CI."""
    found = next(filter(None, map(shutil.which, ("/usr/bin/chromium", "chromium", "chromium-browser"))), None)
    if not found:
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing("chromium is not installed (`apt-get install chromium`)")
    return found


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright itself."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """One browser for all tests."""
    sandbox = ("--no-sandbox",) if os.geteuid() == 0 else ()
    started = playwright.chromium.launch(executable_path=chromium, args=[*ARGUMENTS, *sandbox])
    yield started
    started.close()


class Handler(SimpleHTTPRequestHandler):
    """Sends files as GitHub Pages does: text compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send one file."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", mimetypes.guess_type(path)[0] or "application/octet-stream")
        if path.suffix not in PLAIN:
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Quiet."""


class Server(ThreadingHTTPServer):
    """Does not mind a browser that hangs up."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Report what is our own mistake."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A server of `folder` on this machine only; gives its address."""
    with Server(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Starts servers that run until the end of the session."""
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(served(folder))


@pytest.fixture(scope="session")
def address(site: Path, serve: Callable[[Path], str]) -> str:
    """The address of the built site on the local server."""
    return serve(site)


@pytest.fixture(scope="session")
def stick(site: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a copy of the site that no server sends: a folder with spaces in its name."""
    return shutil.copytree(site, tmp_path_factory.mktemp("usb") / "Situs kinerja (1)").as_uri() + "/"


@dataclass
class Tab:
    """One tab. `noise` is what went wrong since the last page was opened, `requests` what was asked for."""

    page: Page
    base: str
    noise: list[str] = field(default_factory=list)
    requests: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda m: m.type in ("error", "warning") and self.noise.append(f"console: {m.text}"))
        self.page.on("pageerror", lambda error: self.noise.append(f"error: {error}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("response", lambda r: r.status >= 400 and self.noise.append(f"{r.status}: {r.url}"))
        self.page.on("request", self._note)

    def _failed(self, request: Any) -> None:
        # Aborted: the next page was opened before the typeface of this one had come.
        if request.failure != "net::ERR_ABORTED":
            self.noise.append(f"failed: {request.url} {request.failure}")

    def _note(self, request: Any) -> None:
        if request.url.startswith("data:"):
            return
        self.requests.append(request)
        if not request.url.startswith(self.base):
            self.noise.append(f"foreign: {request.url}")

    def open(self, address: str) -> Page:
        """Go to a page of the site."""
        self.noise.clear()
        self.requests.clear()
        self.page.goto(self.base + address)
        return self.page


@pytest.fixture
def open_tab(browser: Browser, address: str) -> Iterator[Callable[..., Tab]]:
    """Opens tabs with a cold cache; `base` is where the site lies, the rest are Playwright's context options."""
    with ExitStack() as stack:

        def tab(base: str = address, **options: Any) -> Tab:
            return Tab(stack.enter_context(browser.new_context(**options)).new_page(), base)

        yield tab


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """Finds what WCAG 2.2 AA and best practice forbid on a page."""
    runner = Axe()

    def violations(page: Page) -> list[str]:
        found = runner.run(page, options=AXE).response["violations"]
        return [f"{rule['id']}: {node['target']} {node['html'][:120]}" for rule in found for node in rule["nodes"]]

    return violations


@pytest.fixture(scope="session")
def types(site: Path, templates: Mapping[str, str]) -> list[str]:
    """One page of each template: the longest, which shows most of it."""
    longest: dict[str, str] = {}
    for page in sorted(templates, key=lambda page: (site / page).stat().st_size):
        longest[templates[page]] = page
    return sorted(longest.values())


@pytest.fixture(scope="session")
def templates(pages: Mapping[str, Any], repo: Any, tanggal: Any) -> dict[str, str]:
    """The template of every page by its address; decision records are the pages that no data asks for."""
    from kinerja.portal.pages import page_table

    of_data = {page.alamat: page.templat for page in page_table(repo, tanggal)}
    return {page: of_data.get(page, f"keputusan {page.endswith('index.html')}") for page in pages}


@pytest.fixture(scope="session")
def overflow() -> Callable[[Page], list[str]]:
    """Finds text that is cut off, or that can be reached only by scrolling the page sideways."""
    return lambda page: page.evaluate(OVERFLOW)


OVERFLOW = """async () => {
  // The typeface is optional on a slow machine; charts are drawn for it, so here the page waits.
  const tema = document.querySelector('link[rel=stylesheet]').href;
  const source = `url("${new URL('plus-jakarta-sans.woff2', tema)}")`;
  const face = new FontFace('Plus Jakarta Sans', source, { weight: '400 700', display: 'block' });
  document.fonts.add(await face.load());
  const width = document.documentElement.clientWidth, found = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > width) found.push(`page: ${wide} > ${width}`);
  const scrolls = (e) => e && (/auto|scroll/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  const unseen = (e) => e && (getComputedStyle(e).clipPath === 'inset(50%)' || unseen(e.parentElement));
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode()); ) {
    const box = node.parentElement;
    if (!node.data.trim() || unseen(box) || !box.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    const cut = [];
    for (let e = box; e !== document.body; e = e.parentElement) {
      const style = getComputedStyle(e), edge = e.getBoundingClientRect();
      const beside = text.right > edge.right + 1 || text.left < edge.left - 1;
      const below = text.bottom > edge.bottom + 1 || text.top < edge.top - 1;
      const x = e.tagName === 'svg' || /hidden|clip/.test(style.overflowX);
      const y = e.tagName === 'svg' || /hidden|clip/.test(style.overflowY);
      if (x && beside || y && below) cut.push(e);
    }
    if (cut.length || ((text.right > width + 1 || text.left < -1) && !scrolls(box)))
      found.push(`${box.tagName}.${box.className.baseVal ?? box.className}: ${node.data.trim().slice(0, 60)}`);
  }
  return found;
}"""
