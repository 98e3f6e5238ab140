"""content/: Markdown without raw HTML."""

from __future__ import annotations

from pathlib import Path

import pytest
from pelican.readers import MarkdownReader
from pelican.settings import read_settings

from kinerja.portal.prose import read_prose


@pytest.fixture(scope="module")
def reader(root: Path) -> MarkdownReader:
    """Pelican's reader with the project's settings."""
    return MarkdownReader(read_settings(str(root / "pelicanconf.py")))


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "teks <img src=x onerror=alert(1)> teks",
        "<div>\n\n**tebal**\n\n</div>",
        "<!-- a -->",
    ],
)
def test_raw_html_is_shown_as_text(tmp_path: Path, reader: MarkdownReader, hostile: str) -> None:
    """No element of the writer's reaches the page."""
    (tmp_path / "a.md").write_text(f"Title: Judul\n\n{hostile}\n")

    html = str(read_prose(tmp_path, reader)["a"].html)

    assert [] == [tag for tag in ("<script", "<img", "<div", "<!--") if tag in html]


def test_a_decision_has_the_five_parts_of_a_record(root: Path) -> None:
    """Status, Konteks, Keputusan, Alternatif, Akibat, in this order."""
    parts = ["## Status", "## Konteks", "## Keputusan", "## Alternatif", "## Akibat"]
    records = sorted((root / "content" / "keputusan").glob("*.md"))

    assert records
    assert [] == [
        path.name
        for path in records
        if parts != [line for line in path.read_text().splitlines() if line.startswith("## ")]
    ]
