"""One generator over one page table."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pelican.generators import Generator
from pelican.readers import MarkdownReader

from kinerja import checks, git
from kinerja.charts import RenderedChart
from kinerja.charts.sparkline import sparkline
from kinerja.checks.perlindungan import Putusan, as_problems, judged
from kinerja.files import Cache
from kinerja.load.repository import load, read_sources
from kinerja.load.riwayat import former
from kinerja.load.schema import Schemas
from kinerja.model.repository import Repository, without_contoh
from kinerja.numbers import id_date, id_number, id_period, id_weekday
from kinerja.portal import assets, site
from kinerja.portal.page import Page
from kinerja.portal.pages import page_table
from kinerja.portal.prose import decision_pages, guide_pages, read_guide, read_prose
from kinerja.summary.grafik import Grafik


def _setting_true(value: Any) -> bool:
    return value is True or str(value).lower() == "true"


class PortalGenerator(Generator):
    """Loads and checks the data, then writes every page and file of the site."""

    def generate_context(self) -> None:
        """Everything that can fail does so here, before a file is written."""
        self.root = Path(self.settings["PATH"]).parent
        stated = self.settings["TANGGAL"]
        tanggal = date.fromisoformat(str(stated)) if stated else git.publication_date(self.root).tanggal
        repository, serangan = self._checked(tanggal)
        situs = self.settings["SITUS"] or repository.portal.situs
        repository = replace(repository, portal=replace(repository.portal, situs=situs))
        content = Path(self.settings["PATH"])
        reader = MarkdownReader(self.settings)
        self.prose = read_prose(content / "halaman", reader)
        decisions = read_prose(content / "keputusan", reader)
        guide = read_guide(self.root / ".github" / "CONTRIBUTING.md", self.settings)
        prose = (*decision_pages(decisions), *guide_pages(guide))
        pages = (*page_table(repository, tanggal, serangan), *prose)
        changes = git.last_changes(self.root, "data")
        self.pages = site.with_tentang(pages, repository, changes, situs)
        self.charts = assets.charts_of(self.pages)
        self.files = list(assets.theme_files(Path(self.theme)))
        self.files += [(berkas, (self.root / berkas).read_bytes()) for berkas in repository.sidik]
        self.files += [file for page in self.pages for file in page.unduhan]
        self.known = frozenset(
            [
                *(page.alamat for page in self.pages),
                *(name for name, _ in self.files),
                *(name for chart in self.charts for name in assets.chart_files(chart)),
            ]
        )
        self.site = self._site(repository, tanggal, situs)
        self.peraturan = {p.id: p for p in repository.dasar_hukum.peraturan}

    def _checked(self, tanggal: date) -> tuple[Repository, tuple[Putusan, ...]]:
        """The data, and how the attack on its tables of people ended."""
        loaded = load(read_sources(self.root), Schemas.read(self.root / "schemas"))
        cache = Cache(self.root / ".kinerja-cache" / "serang")
        serangan = judged(loaded, tanggal, former(self.root), cache.get)
        problems = (*loaded.problems, *checks.run(loaded, tanggal), *as_problems(loaded, serangan))
        wrong = [problem for problem in problems if problem.tingkat == "galat"]
        if wrong or loaded.repository is None:
            sys.stderr.write("".join(f"{problem}\n" for problem in wrong))
            sys.exit(1)
        resmi = _setting_true(self.settings["RESMI"])
        return without_contoh(loaded.repository) if resmi else loaded.repository, serangan

    def _site(self, repository: Repository, tanggal: date, situs: str | None) -> site.Site:
        commit = git.head(self.root)
        return site.Site(
            portal=repository.portal,
            nav=tuple(link for link in site.NAV if link[1] in self.known),
            kaki=tuple(link for link in site.KAKI if link[1] in self.known),
            tanggal=tanggal,
            situs=situs,
            commit=commit.id if commit else None,
        )

    def generate_output(self, writer: Any) -> None:
        """Write pages, charts, style, and the YAML that they come from."""
        cache = Cache(self.root / ".kinerja-cache" / "grafik")
        drawn = {chart.id: (chart, assets.rendered(chart, cache)) for chart in self.charts}
        self.env.filters.update(tanggal=id_date, hari=id_weekday, angka_id=id_number, periode=id_period)
        for page in self.pages:
            writer.write_bytes(page.alamat, self._render(page, drawn).encode())
        for name, data in self.files:
            writer.write_bytes(name, data)
        for chart, picture in drawn.values():
            contents = (picture.svg_mandiri.encode(), picture.png, picture.csv)
            for name, data in zip(assets.chart_files(chart), contents, strict=True):
                writer.write_bytes(name, data)

    def _render(self, page: Page, drawn: dict[str, tuple[Grafik, RenderedChart]]) -> str:
        links = site.Links(self.known, page.alamat, self.site.situs)
        html: str = self.env.get_template(page.templat).render(
            page=page,
            view=page.view,
            site=self.site,
            url=links.url,
            ada=links.ada,
            grafik=self._chart_lookup(links, drawn),
            percik=lambda nilai, judul: Markup(sparkline(nilai, judul)),  # drawn and escaped by charts
            prosa=lambda slug: self.prose[slug].html,
            peraturan=self.peraturan,
        )
        return html.rstrip() + "\n"

    @staticmethod
    def _chart_lookup(
        links: site.Links, drawn: dict[str, tuple[Grafik, RenderedChart]]
    ) -> Callable[[str], assets.PageChart]:
        def lookup(chart_id: str) -> assets.PageChart:
            chart, picture = drawn[chart_id]
            files = assets.chart_files(chart)
            return assets.PageChart(
                id=chart.id,
                judul=chart.judul,
                temuan=chart.temuan,
                lebar=Markup(picture.svg_lebar),  # drawn and escaped by charts
                sempit=Markup(picture.svg_sempit),
                unduh=tuple((name.rsplit(".", 1)[1].upper(), links.url(name)) for name in files),
            )

        return lookup
