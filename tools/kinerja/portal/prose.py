"""content/: prose in Markdown. Raw HTML in it is shown as text, never passed on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markupsafe import Markup

from kinerja.portal.page import Page
from kinerja.portal.pages.jejak import BERANDA


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """One rendered file: its heading, first sentence, and text."""

    slug: str
    judul: str
    temuan: str
    html: Markup
    tanggal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseIndex:
    """A list of prose pages under one address."""

    isi: tuple[Prose, ...]


class NoRawHtml(Extension):
    """Takes out what lets HTML through Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Deregister the two doors of raw HTML."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


def read_prose(folder: Path, reader: Any) -> Mapping[str, Prose]:
    """Every Markdown file of `folder` by its slug, read by Pelican's own reader."""
    found: dict[str, Prose] = {}
    for path in sorted(folder.glob("*.md")):
        html, metadata = reader.read(str(path))
        found[path.stem] = Prose(
            slug=path.stem,
            judul=str(metadata["title"]),
            temuan=str(metadata.get("temuan", "")),
            html=Markup(html),  # rendered by us, raw HTML taken out
            tanggal=str(metadata.get("tanggal", "")),
        )
    return found


# The guide on GitHub is the page of the portal too: its links lead to files beside it, those of the page to addresses.
_PROSE_LINK = re.compile(r"\]\(\.\./content/(?:halaman/)?([a-z/-]+)\.md\)")


def read_guide(path: Path, settings: Mapping[str, Any]) -> Prose | None:
    """.github/CONTRIBUTING.md: its first heading is the title of the page, its first sentences the finding. None where
    a portal has no such guide."""
    if not path.is_file():
        return None
    title, _, text = path.read_text("utf-8").partition("\n\n")
    finding, _, text = text.partition("\n\n")
    html = Markdown(**settings["MARKDOWN"]).convert(_PROSE_LINK.sub(r"](\1.html)", text))
    return Prose(
        slug="cara-mengusulkan", judul=title.removeprefix("# "), temuan=finding.replace("`", "").replace("\n", " "),
        html=Markup(html),  # rendered by us, raw HTML taken out
    )  # fmt: skip


def guide_pages(guide: Prose | None) -> Iterator[Page]:
    """How to propose a change."""
    if guide is not None:
        yield Page(
            alamat=f"{guide.slug}.html",
            judul=guide.judul,
            temuan=guide.temuan,
            templat="halaman.html",
            view=guide,
            jejak=(BERANDA,),
            data_page=False,
        )


def decision_pages(decisions: Mapping[str, Prose]) -> Iterator[Page]:
    """content/keputusan/: the decision records, public, with an index."""
    if not decisions:
        return
    yield Page(
        alamat="keputusan/index.html",
        judul="Keputusan metode",
        temuan="Setiap pilihan metode dicatat bersama alasan dan pilihan lain yang ditolak.",
        templat="keputusan_indeks.html",
        view=ProseIndex(isi=tuple(decisions.values())),
        jejak=(BERANDA,),
        data_page=False,
    )
    for slug, prose in decisions.items():
        yield Page(
            alamat=f"keputusan/{slug}.html",
            judul=prose.judul,
            temuan=prose.temuan,
            templat="halaman.html",
            view=prose,
            nav="keputusan/index.html",
            jejak=(BERANDA, ("Keputusan metode", "keputusan/index.html")),
            data_page=False,
        )
