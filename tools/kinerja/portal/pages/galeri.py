"""galeri.html: every component of the theme with an example; documentation, review page and test at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from kinerja.charts import sparkline
from kinerja.model.repository import Repository
from kinerja.portal.page import Page
from kinerja.portal.pages import galeri_grafik


def pages(repository: Repository, tanggal: date) -> Iterator[Page]:
    """The gallery: figures in it are made up, so it is marked as contoh and kept out of search engines."""
    # Safe: our own SVG of numbers.
    mini = Markup(sparkline(galeri_grafik.course(), "Median enam triwulan: turun", patah=(3,)))
    yield Page(
        alamat="galeri.html",
        judul="Galeri komponen",
        temuan="Setiap komponen tampilan portal ini ada di sini, dengan isi rekaan.",
        templat="galeri.html",
        status="contoh",
        jejak=(("Beranda", "index.html"),),
        view=mini,
        grafik=galeri_grafik.charts(),
        data_page=False,
    )
