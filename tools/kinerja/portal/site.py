"""What every page shares, and the links between them."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from kinerja.model.portal import Portal
from kinerja.model.repository import Repository
from kinerja.numbers import id_date
from kinerja.portal.page import Page, Tautan, TentangData

NAV: tuple[Tautan, ...] = (
    ("Layanan", "layanan/index.html"),
    ("Kriteria", "kriteria/index.html"),
    ("Perangkat Daerah", "perangkat-daerah/index.html"),
    ("Penilaian pihak luar", "penilaian-luar/index.html"),
    ("Metodologi", "metodologi.html"),
)
KAKI: tuple[Tautan, ...] = (
    ("Contoh perhitungan", "contoh-perhitungan/index.html"),
    ("Berkas data", "berkas.html"),
    ("Dasar hukum", "dasar-hukum.html"),
    ("Kamus istilah", "kamus.html"),
    ("Kalender", "kalender.html"),
    ("Simulator", "simulator.html"),
    ("Keberatan", "keberatan.html"),
    ("Usulan", "usulan/index.html"),
    ("Keputusan metode", "keputusan/index.html"),
    ("Cara mengusulkan", "cara-mengusulkan.html"),
    ("Data pribadi", "data-pribadi.html"),
    ("Aksesibilitas", "aksesibilitas.html"),
    ("Tentang", "tentang.html"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What every page knows of the site. `situs` is its address, `commit` the id of the newest commit."""

    portal: Portal
    nav: tuple[Tautan, ...]
    kaki: tuple[Tautan, ...]
    tanggal: date
    situs: str | None
    commit: str | None


@dataclass(frozen=True, slots=True)
class Links:
    """Links as seen from one page. Only what will be written can be linked."""

    known: frozenset[str]
    alamat: str
    situs: str | None

    def url(self, target: str) -> str:
        """The relative address of `target`; the 404 page, served from anywhere, has absolute ones.

        Raises LookupError where no such file will be written.
        """
        path, mark, anchor = target.partition("#")
        if path not in self.known:
            raise LookupError(f"{self.alamat} links to {path}, which is not in the site")
        if self.alamat == "404.html" and self.situs:
            return f"{self.situs.rstrip('/')}/{path}{mark}{anchor}"
        return posixpath.relpath(path, posixpath.dirname(self.alamat) or ".") + mark + anchor

    def ada(self, target: str) -> bool:
        """Whether `target` will be written."""
        return target.partition("#")[0] in self.known


def tentang_data(
    page: Page, repository: Repository, changes: Mapping[str, date], situs: str | None
) -> TentangData | None:
    """The foot of a data page: version, date of the last change, citation, link for reports of errors."""
    if not page.data_page or not page.berkas:
        return None
    portal = repository.portal
    dates = [changes[berkas] for berkas in page.berkas if berkas in changes]
    versi = version(page.berkas, repository.sidik)
    diperbarui = max(dates, default=None)
    when = f"Diperbarui {id_date(diperbarui)}, versi {versi}." if diperbarui else f"Versi {versi}."
    where = f" {situs.rstrip('/')}/{page.alamat}." if situs else ""
    return TentangData(
        sumber=page.sumber,
        periode=page.periode,
        n=page.n,
        diperbarui=diperbarui,
        versi=versi,
        berkas=page.berkas,
        lisensi=portal.lisensi_data,
        kutipan=f"{portal.pemerintah}. “{page.judul}”. {portal.judul}. {when}{where} {portal.lisensi_data.nama}.",
        lapor=f"{portal.repositori}/issues/new" if portal.repositori else None,
    )


def version(berkas: tuple[str, ...], sidik: Mapping[str, str]) -> str:
    """A short name for the exact content of some files: it changes when one of them does."""
    lines = "\n".join(f"{name} {sidik[name]}" for name in sorted(berkas))
    return hashlib.sha256(lines.encode()).hexdigest()[:10]


def with_tentang(
    pages: tuple[Page, ...], repository: Repository, changes: Mapping[str, date], situs: str | None
) -> tuple[Page, ...]:
    """The pages with their foot."""
    return tuple(replace(page, tentang_data=tentang_data(page, repository, changes, situs)) for page in pages)
