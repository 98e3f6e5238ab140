"""The built site, without a browser."""

from __future__ import annotations

import gzip
import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kinerja.model.repository import Repository
from kinerja.portal.pages import page_table

FIRST_VIEW = 30_000


def test_every_page_of_the_table_is_written(pages: Mapping[str, Any], repo: Repository, tanggal: date) -> None:
    """Pelican only logs a plugin that fails: so the files themselves are counted."""
    assert [] == [page.alamat for page in page_table(repo, tanggal) if page.alamat not in pages]


def test_pelican_itself_writes_the_same_bytes(site: Path, root: Path, tmp_path: Path) -> None:
    """`pelican` with the repository's settings is the second way to build."""
    command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", str(tmp_path), "--fatal=warnings"]
    options = ["-e", 'TANGGAL="2026-11-24"']
    done = subprocess.run([*command, *options], cwd=root, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert contents(site) == contents(tmp_path)


def test_pelican_writes_nothing_where_the_data_is_wrong(root: Path, tmp_path: Path) -> None:
    """The plugin runs the same checks first."""
    for name in (".github", "data", "schemas", "content", "theme"):
        shutil.copytree(root / name, tmp_path / name)
    shutil.copy(root / "pelicanconf.py", tmp_path)
    (tmp_path / "data" / "portal.yaml").write_text("judul: no\n")

    done = subprocess.run(
        [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-e", 'TANGGAL="2026-11-24"'],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (1, False) == (done.returncode, (tmp_path / "output").exists())
    assert "data/portal.yaml:1:8: yaml-ya-tidak" in done.stderr


def test_another_locale_time_zone_and_umask_give_the_same_bytes(site: Path, root: Path, tmp_path: Path) -> None:
    """And an empty cache: warm is the same as cold."""
    for name in (".github", "data", "schemas", "content", "theme"):
        shutil.copytree(root / name, tmp_path / name)
    shutil.copy(root / "pelicanconf.py", tmp_path)
    if (root / ".git").exists():
        shutil.copytree(root / ".git", tmp_path / ".git")
    environment = {**os.environ, "LC_ALL": "C", "TZ": "America/Caracas", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-m", "kinerja", "--akar", str(tmp_path), "--tanggal", "2026-11-24", "bangun"]
    done = subprocess.run(command, env=environment, umask=0o077, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert contents(site) == contents(tmp_path / "output")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file by its path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


# each page: fixtures `page` (address) and `html` are made of the parsed site


def violations(pages: Mapping[str, Any], find: Callable[[Any], Any]) -> dict[str, Any]:
    """What `find` finds, by page."""
    return {address: found for address, html in pages.items() if (found := find(html))}


def test_no_page_has_inline_style_or_script(pages: Mapping[str, Any]) -> None:
    """The policy forbids it; charts included."""
    assert {} == violations(
        pages,
        lambda html: (
            html.tags("style", "script")
            + html.attributes("style")
            + [name for _, attributes in html.elements for name in attributes if name.startswith("on")]
        ),
    )


def test_every_page_states_a_policy_without_unsafe_inline(pages: Mapping[str, Any]) -> None:
    """`default-src 'none'`"""

    def wrong(html: Any) -> bool:
        policies = [m["content"] for m in html.tags("meta") if m.get("http-equiv") == "Content-Security-Policy"]
        return len(policies) != 1 or "default-src 'none'" not in policies[0] or "unsafe" in policies[0]

    assert {} == violations(pages, wrong)


def test_ids_are_unique_on_each_page(pages: Mapping[str, Any]) -> None:
    """Charts, anchors and components share the page."""

    def repeated(html: Any) -> list[str]:
        ids = html.attributes("id")
        return sorted({name for name in ids if ids.count(name) > 1})

    assert {} == violations(pages, repeated)


def test_every_page_has_one_heading_a_title_and_a_description(pages: Mapping[str, Any]) -> None:
    """Titles are unique in the site."""

    def wrong(html: Any) -> bool:
        description = [m for m in html.tags("meta") if m.get("name") == "description" and m["content"].strip()]
        return (1, 1) != (len(html.tags("h1")), len(description))

    assert {} == violations(pages, wrong)


def test_every_internal_link_leads_to_a_file_and_an_anchor_that_exist(pages: Mapping[str, Any], site: Path) -> None:
    """Relative, and never to a bare folder: that does not work from a USB stick."""
    dead = []
    for address, html in pages.items():
        for href in html.attributes("href"):
            if re.match(r"[a-z]+:", href):
                continue
            path, _, anchor = href.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(address), path)) if path else address
            if not (site / target).is_file() or (anchor and anchor not in pages[target].attributes("id")):
                dead.append((address, href))

    assert [] == dead


def test_nothing_is_loaded_from_another_host(pages: Mapping[str, Any]) -> None:
    """No src, no style sheet, no font from elsewhere."""

    def foreign(html: Any) -> list[str]:
        links = [a.get("href", "") for a in html.tags("link") if a.get("rel") != "canonical"]
        return [address for address in [*links, *html.attributes("src")] if re.match(r"https?:|//", address)]

    assert {} == violations(pages, foreign)


def test_pages_with_demonstration_data_are_marked_and_kept_out_of_search_engines(
    pages: Mapping[str, Any], repo: Repository, tanggal: date
) -> None:
    """Banner and noindex on exactly those pages."""
    expected = {page.alamat for page in page_table(repo, tanggal) if page.status == "contoh"}
    marked = {
        address
        for address, html in pages.items()
        if any(m.get("name") == "robots" and m["content"] == "noindex" for m in html.tags("meta"))
    }

    assert expected == marked


def test_every_figure_on_a_page_has_a_receipt_that_prints_the_same(pages: Mapping[str, Any], root: Path) -> None:
    """HTML and `ringkas` agree; the gallery's figures are made up in the gallery itself."""
    command = [sys.executable, "-m", "kinerja", "--akar", str(root), "--tanggal", "2026-11-24", "ringkas"]
    figures = {a["id"]: a for a in json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["angka"]}
    printed = {
        name for address, html in pages.items() if address != "galeri.html" for name in html.attributes("data-angka")
    }

    assert printed
    assert set() == printed - set(figures)


def test_the_text_of_a_figure_is_that_of_its_receipt(site: Path, root: Path) -> None:
    """What stands in the element is `teks`, and nothing rounds on the way."""
    command = [sys.executable, "-m", "kinerja", "--akar", str(root), "--tanggal", "2026-11-24", "ringkas"]
    figures = {a["id"]: a for a in json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["angka"]}
    pattern = re.compile(r'data-angka="([^"]+)">([^<]*)')
    wrong = [
        (page.name, name, text)
        for page in site.rglob("*.html")
        if page.name != "galeri.html"
        for name, text in pattern.findall(page.read_text("utf-8"))
        if text.replace("&nbsp;", " ").strip() != figures[name]["teks"]
    ]

    assert [] == wrong


def test_the_yaml_of_every_page_is_in_the_site(site: Path, root: Path) -> None:
    """A reader offline reaches the data too."""
    assert contents(root / "data") == contents(site / "data")


def test_the_first_view_of_every_page_is_light(site: Path, pages: Mapping[str, Any]) -> None:
    """HTML, style sheets and font, gzip: at most 30 KB in at most four requests."""
    heavy = {}
    for address, html in pages.items():
        sheets = [a["href"].rpartition("/")[2] for a in html.tags("link") if a["rel"] == "stylesheet"]
        shared = [site / "tema" / name for name in ("plus-jakarta-sans.woff2", *sheets)]
        size = sum(map(weight, (site / address, *shared)))
        if size > FIRST_VIEW or len(sheets) > 2:
            heavy[address] = (size, sheets)

    assert {} == heavy


def weight(path: Path) -> int:
    """Bytes on the wire."""
    data = path.read_bytes()
    return len(data) if path.suffix == ".woff2" else len(gzip.compress(data, 6, mtime=0))


def test_every_chart_is_light_and_has_its_three_files(site: Path) -> None:
    """One SVG is at most 15 KB."""
    charts = sorted(p.stem for p in (site / "grafik").glob("*.svg"))

    assert charts
    assert [] == [name for name in charts if (site / "grafik" / f"{name}.svg").stat().st_size > 15_000]
    assert [] == [name for name in charts for end in ("png", "csv") if not (site / f"grafik/{name}.{end}").is_file()]


def test_every_page_with_data_says_where_it_comes_from(site: Path, repo: Repository, tanggal: date) -> None:
    """*Tentang data ini*: version, files, licence, citation."""
    silent = [
        page.alamat
        for page in page_table(repo, tanggal)
        if page.data_page and 'id="tentang-data"' not in (site / page.alamat).read_text("utf-8")
    ]

    assert [] == silent


@pytest.mark.parametrize("word", ["None", "Undefined", "Fraction(", "Decimal(", "datetime.date"])
def test_no_page_shows_the_words_of_the_machine(pages: Mapping[str, Any], word: str) -> None:
    """A missing value is left out or worded."""
    assert {} == violations(pages, lambda html: [text for text in html.words if word in text])
