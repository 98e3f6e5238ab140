"""content/: prose in Markdown. Raw HTML in it is shown as text, never passed on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markupsafe import Markup

from kinerja.portal.page import Page


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


def decision_pages(decisions: Mapping[str, Prose]) -> Iterator[Page]:
    """content/keputusan/: the decision records, public, with an index."""
    if not decisions:
        return
    beranda = ("Beranda", "index.html")
    yield Page(
        alamat="keputusan/index.html",
        judul="Keputusan metode",
        temuan="Setiap pilihan metode dicatat bersama alasan dan pilihan lain yang ditolak.",
        templat="keputusan_indeks.html",
        view=ProseIndex(isi=tuple(decisions.values())),
        jejak=(beranda,),
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
            jejak=(beranda, ("Keputusan metode", "keputusan/index.html")),
            data_page=False,
        )
