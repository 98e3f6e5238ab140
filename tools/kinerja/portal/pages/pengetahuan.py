"""dasar-hukum.html, kamus.html: what a reader looks up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.model.repository import Repository
from kinerja.portal.page import Page
from kinerja.portal.pages.jejak import BERANDA
from kinerja.summary import pengetahuan as summary


def pages(repository: Repository, tanggal: date) -> Iterator[Page]:
    """Regulations and glossary."""
    yield _hukum(repository)
    kamus = summary.kamus(repository)
    for (alamat, _), judul in zip(summary.PARUH, ("Kamus istilah", "Kamus istilah, M sampai Z"), strict=True):
        yield Page(
            alamat=alamat,
            judul=judul,
            temuan=f"{kamus.jumlah.teks} istilah penilaian kinerja dan pelayanan dijelaskan dengan kata sehari-hari.",
            templat="kamus.html",
            view=kamus,
            berkas=(repository.kamus.berkas,),
            jejak=(BERANDA,),
            n=f"{kamus.jumlah.teks} istilah",
        )


def _hukum(repository: Repository) -> Page:
    view = summary.hukum(repository)
    left = view.jumlah_perlu_verifikasi
    checked = "semuanya sudah"
    if left.nilai:
        checked = "semuanya belum" if left.nilai == view.jumlah.nilai else f"{left.teks} di antaranya belum"
    return Page(
        alamat="dasar-hukum.html",
        judul="Dasar hukum",
        temuan=f"Portal ini memakai {view.jumlah.teks} rujukan; {checked} dicocokkan dengan naskah resmi.",
        templat="dasar_hukum.html",
        view=view,
        berkas=(repository.dasar_hukum.berkas,),
        jejak=(BERANDA,),
        sumber=tuple(dict.fromkeys(s for p in repository.dasar_hukum.peraturan for s in p.sumber)),
        n=f"{view.jumlah.teks} rujukan",
    )
