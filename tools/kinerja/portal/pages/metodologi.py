"""metodologi.html and contoh-perhitungan/: how figures come about, and the examples that test it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.model.repository import Repository
from kinerja.portal.page import Page
from kinerja.portal.pages.jejak import BERANDA, CONTOH_PERHITUNGAN, METODOLOGI
from kinerja.summary import metodologi, perhitungan


def pages(repository: Repository, tanggal: date) -> Iterator[Page]:
    """The page of the method, the index of examples, and a page of examples for each rule."""
    yield _method(repository, tanggal)
    view = perhitungan.index(repository, tanggal)
    if not view.kelompok:
        return
    yield Page(
        alamat=CONTOH_PERHITUNGAN[1],
        judul="Contoh perhitungan",
        temuan=f"{view.jumlah.teks} contoh untuk {view.jumlah_aturan.teks} aturan; setiap contoh sekaligus menguji "
        "kode yang menghitung di portal ini.",
        templat="perhitungan_indeks.html",
        view=view,
        berkas=tuple(group.berkas for group in view.kelompok),
        nav=METODOLOGI[1],
        jejak=(BERANDA, METODOLOGI),
        n=f"{view.jumlah.teks} contoh",
    )
    for group in view.kelompok:
        yield Page(
            alamat=f"contoh-perhitungan/{group.slug}.html",
            judul=group.judul,
            temuan=group.pengantar,
            templat="perhitungan.html",
            view=group,
            berkas=(group.berkas, *(dokumen.berkas for dokumen in group.dokumen)),
            nav=METODOLOGI[1],
            jejak=(BERANDA, METODOLOGI, CONTOH_PERHITUNGAN),
            n=f"{group.jumlah.teks} contoh",
        )


def _method(repository: Repository, tanggal: date) -> Page:
    view = metodologi.methodology(repository, tanggal)
    documents = [dokumen for rule in view.kaidah.values() for dokumen in rule.dokumen]
    examples = [rule.perhitungan.berkas for rule in view.kaidah.values() if rule.perhitungan]
    return Page(
        alamat=METODOLOGI[1],
        judul="Metodologi",
        temuan=f"Setiap angka di portal ini memakai aturan yang bertanggal; {view.jumlah_perlu_verifikasi.teks} "
        f"dari {view.jumlah_versi.teks} versi aturan masih perlu dicocokkan dengan naskah resminya.",
        templat="metodologi.html",
        view=view,
        berkas=(*(dokumen.berkas for dokumen in documents), *examples),
        nav=METODOLOGI[1],
        jejak=(BERANDA,),
        grafik=(view.matriks.grafik,) if view.matriks else (),
        n=f"{view.jumlah_versi.teks} versi aturan",
    )
