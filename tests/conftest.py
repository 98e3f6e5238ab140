"""What the tests share: the project itself, its data, and (where it is there) the folder of other people's data."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kinerja.load.repository import Loaded, load, read_sources
from kinerja.load.schema import Schemas
from kinerja.model.repository import Repository

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the project."""
    return ROOT


@pytest.fixture(scope="session")
def tanggal() -> date:
    """The date that tests build for."""
    return date(2026, 11, 24)


@pytest.fixture(scope="session")
def schemas() -> Schemas:
    """The project's schemas."""
    return Schemas.read(ROOT / "schemas")


@pytest.fixture(scope="session")
def loaded(schemas: Schemas) -> Loaded:
    """The project's own data, loaded."""
    return load(read_sources(ROOT), schemas)


@pytest.fixture(scope="session")
def repo(loaded: Loaded) -> Repository:
    """The project's own data as a model."""
    assert loaded.repository is not None, loaded.problems
    return loaded.repository


@pytest.fixture(scope="session")
def shared() -> Path:
    """Facts and hostile input that are not ours to commit: tests that read them are skipped without them."""
    if not SHARED.is_dir():
        pytest.skip("the folder of shared facts is not beside the project")
    return SHARED


@pytest.fixture(scope="session")
def facts(shared: Path) -> Path:
    """Tables of figures collected from elsewhere."""
    return shared / "facts"


@dataclass
class Html(HTMLParser):
    """What the tests ask of a page: its elements in order, and the words outside of SVG."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words.append(data)

    def attributes(self, name: str) -> list[str]:
        """The values of one attribute, in order."""
        return [attributes[name] for _, attributes in self.elements if name in attributes]

    def tags(self, *names: str) -> list[dict[str, str]]:
        """The attributes of the elements of these names."""
        return [attributes for tag, attributes in self.elements if tag in names]


def parse_html(text: str) -> Html:
    """A page, parsed."""
    html = Html()
    html.feed(text)
    html.close()
    return html


def kinerja(*arguments: str, akar: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """`kinerja …` in a process of its own."""
    command = [sys.executable, "-m", "kinerja", "--akar", str(akar), "--tanggal", "2026-11-24", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole portal, built by the command that the README names."""
    folder = tmp_path_factory.mktemp("situs") / "output"
    done = kinerja("bangun", "--keluaran", str(folder))
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Html]:
    """Every page of the site by its address, parsed."""
    return {p.relative_to(site).as_posix(): parse_html(p.read_text("utf-8")) for p in sorted(site.rglob("*.html"))}
