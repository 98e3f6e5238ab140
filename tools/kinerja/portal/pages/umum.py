"""The home page, the page for wrong addresses, and the pages of prose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.model.repository import Repository
from kinerja.portal.page import Page
from kinerja.portal.pages.jejak import BERANDA
from kinerja.summary import beranda as summary


def pages(repository: Repository, tanggal: date) -> Iterator[Page]:
    """Home, 404, Tentang, Aksesibilitas."""
    yield _home(repository, tanggal)
    yield Page(
        alamat="404.html",
        judul="Halaman tidak ditemukan",
        temuan="Alamat ini tidak ada. Mungkin salah ketik, atau halamannya sudah pindah.",
        templat="404.html",
        data_page=False,
    )
    yield Page(
        alamat="tentang.html",
        judul="Tentang portal ini",
        temuan="Portal ini memuat angka pelayanan dan kriteria penilaian ASN, tanpa data perorangan.",
        templat="tentang.html",
        jejak=(BERANDA,),
        data_page=False,
    )
    yield Page(
        alamat="aksesibilitas.html",
        judul="Aksesibilitas",
        temuan="Setiap jenis halaman diuji otomatis terhadap WCAG 2.2 AA; uji oleh pengguna belum dilakukan.",
        templat="aksesibilitas.html",
        jejak=(BERANDA,),
        data_page=False,
    )


def _home(repository: Repository, tanggal: date) -> Page:
    view = summary.beranda(repository, tanggal)
    shown = (*((view.sorotan,) if view.sorotan else ()), *view.lainnya)
    chart = view.sorotan.grafik if view.sorotan else None
    known = view.sorotan.penilaian.ringkasan if view.sorotan else "Belum ada penilaian pihak luar yang dapat dimuat."
    return Page(
        alamat="index.html",
        judul=f"Bagaimana kinerja pelayanan {repository.portal.daerah}?",
        temuan=f"{known} Data waktu layanan dan kepuasan masyarakat belum ada.",
        templat="beranda.html",
        view=view,
        berkas=summary.files(view),
        grafik=(chart,) if chart else (),
        sumber=tuple(dict.fromkeys(sumber for seri in shown for sumber in seri.terbaru.terbitan.sumber)),
    )
