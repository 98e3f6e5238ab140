"""dasar-hukum.html, kamus.html, jadwal.html: what a reader looks up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.model.repository import Repository
from kinerja.numbers import id_date
from kinerja.portal.page import Page
from kinerja.portal.pages.jejak import BERANDA
from kinerja.summary import jadwal
from kinerja.summary import pengetahuan as summary


def pages(repository: Repository, tanggal: date) -> Iterator[Page]:
    """Regulations, glossary, and the calendar where there is one."""
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
    calendar = jadwal.kalender(repository, tanggal)
    if calendar.tahun:
        yield _jadwal(repository, calendar, tanggal)


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


def _jadwal(repository: Repository, view: jadwal.Kalender, tanggal: date) -> Page:
    years = [str(year.tahun) for year in view.tahun]
    coming = f", lalu {view.jumlah_rencana.teks} kegiatan menyusul" if view.jumlah_rencana.nilai else ""
    return Page(
        alamat="jadwal.html",
        judul="Jadwal penilaian, survei, dan publikasi",
        temuan=f"Pada {id_date(tanggal)}, {view.jumlah_berjalan.teks} kegiatan sudah dimulai{coming}.",
        templat="jadwal.html",
        view=view,
        berkas=tuple(j.berkas for j in repository.jadwal.values() if j.status == "resmi"),
        jejak=(BERANDA,),
        periode=years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}",
    )
