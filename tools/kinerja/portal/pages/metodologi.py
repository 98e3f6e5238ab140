"""metodologi.html, metodologi/, contoh-perhitungan/: how figures come about, and the examples that test it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.model.repository import Repository
from kinerja.portal.page import Page
from kinerja.portal.pages.jejak import BERANDA, CONTOH_PERHITUNGAN, METODOLOGI
from kinerja.summary import metodologi, perhitungan
from kinerja.summary.grafik import Grafik
from kinerja.summary.metodologi_kaidah import Uraian
from kinerja.summary.metodologi_kinerja import performance
from kinerja.summary.metodologi_selang import uncertainty
from kinerja.summary.metodologi_survei import satisfaction
from kinerja.summary.metodologi_waktu import times


def pages(repository: Repository, tanggal: date) -> Iterator[Page]:
    """The method and its parts, the index of examples, and a page of examples for each rule."""
    yield _method(repository, tanggal)
    yield from _parts(repository, tanggal)
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
    return Page(
        alamat=METODOLOGI[1],
        judul=METODOLOGI[0],
        temuan=f"Setiap angka di portal ini memakai aturan yang bertanggal; {view.jumlah_perlu_verifikasi.teks} "
        f"dari {view.jumlah_versi.teks} versi aturan masih perlu dicocokkan dengan naskah resminya.",
        templat="metodologi.html",
        view=view,
        berkas=view.berkas,
        nav=METODOLOGI[1],
        jejak=(BERANDA,),
        n=f"{view.jumlah_versi.teks} versi aturan",
    )


def _parts(repository: Repository, tanggal: date) -> Iterator[Page]:
    kinerja = performance(repository, tanggal)
    yield _part(kinerja, "metodologi_kinerja.html", (kinerja.matriks.grafik,) if kinerja.matriks else ())
    yield _part(times(repository, tanggal), "metodologi_waktu.html")
    yield _part(satisfaction(repository, tanggal), "metodologi_survei.html")
    yield _part(uncertainty(repository, tanggal), "metodologi_selang.html")


def _part(view: Uraian, templat: str, grafik: tuple[Grafik, ...] = ()) -> Page:
    documents = [dokumen.berkas for rule in view.kaidah.values() for dokumen in rule.dokumen]
    examples = [rule.perhitungan.berkas for rule in view.kaidah.values() if rule.perhitungan]
    return Page(
        alamat=view.bagian.alamat,
        judul=view.bagian.judul,
        temuan=view.bagian.temuan,
        templat=templat,
        view=view,
        berkas=tuple(dict.fromkeys((*documents, *examples))),
        nav=METODOLOGI[1],
        jejak=(BERANDA, METODOLOGI),
        grafik=grafik,
    )
