"""One page of the site: where it lies, what it says first, what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.model.dokumen import Status, Sumber
from kinerja.model.portal import Lisensi
from kinerja.summary.grafik import Grafik

Tautan = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TentangData:
    """The foot of a data page: where its figures come from and how to cite them."""

    sumber: tuple[Sumber, ...]
    periode: str | None
    n: str | None
    diperbarui: date | None
    versi: str
    berkas: tuple[str, ...]
    lisensi: Lisensi
    kutipan: str
    lapor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A row of the page table.

    `alamat` is the path in the output, `judul` the heading, `temuan` the first sentence (the finding).
    `templat` gets `view`. `berkas` are the files under data/ that the page shows: its version is made of
    them. `nav` is the address of the entry of the navigation that the page belongs to, `jejak` the pages
    above it. `grafik` are the charts it shows, reached in the template by `grafik(id)`. `unduhan` are files that
    are written with it: path in the output, content. `data_page` pages end with *Tentang data ini*, for which
    `sumber`, `periode` and `n` say what is known.
    """

    alamat: str
    judul: str
    temuan: str
    templat: str
    view: object = None
    berkas: tuple[str, ...] = ()
    nav: str = ""
    jejak: tuple[Tautan, ...] = ()
    status: Status = "resmi"
    grafik: tuple[Grafik, ...] = ()
    unduhan: tuple[tuple[str, bytes], ...] = ()
    data_page: bool = True
    sumber: tuple[Sumber, ...] = ()
    periode: str | None = None
    n: str | None = None
    tentang_data: TentangData | None = None
