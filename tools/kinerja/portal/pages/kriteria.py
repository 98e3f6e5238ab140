"""kriteria/: the index, a page for the version in force of each group, and one for every version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.model.repository import Repository
from kinerja.numbers import id_date
from kinerja.portal.page import Page, Tautan
from kinerja.portal.pages.jejak import BERANDA, KRITERIA
from kinerja.summary import kriteria as summary


def pages(repository: Repository, tanggal: date) -> Iterator[Page]:
    """`kriteria/<jabatan>.html` is the version in force; a version's own address stays for ever."""
    view = summary.index(repository, tanggal)
    files = tuple(v.kriteria.berkas for group in view.kelompok for v in group.versi)
    resmi = [v.kriteria for group in view.kelompok for v in group.versi if v.kriteria.status == "resmi"]
    yield Page(
        alamat=KRITERIA[1],
        judul="Kriteria penilaian",
        temuan=f"Saat ini {view.jumlah_indikator.teks} indikator kriteria terbuka untuk dibaca siapa saja.",
        templat="kriteria_indeks.html",
        view=view,
        berkas=(*files, *(jabatan.berkas for jabatan in repository.jabatan.values())),
        nav=KRITERIA[1],
        jejak=(BERANDA,),
        sumber=tuple(dict.fromkeys(sumber for kriteria in resmi for sumber in kriteria.sumber)),
    )
    for group in view.kelompok:
        if group.berlaku:
            yield _page(group, group.berlaku, f"kriteria/{group.jabatan.slug}.html")
        for version in group.versi:
            address = f"kriteria/{group.jabatan.slug}/{version.kriteria.berlaku_mulai.isoformat()}.html"
            yield _page(group, version, address)


def _page(group: summary.KelompokKriteria, version: summary.VersiKriteria, alamat: str) -> Page:
    kriteria = version.kriteria
    archived = alamat.count("/") == 2
    jejak: tuple[Tautan, ...] = (BERANDA, KRITERIA)
    if archived and group.berlaku:
        jejak = (*jejak, (group.berlaku.kriteria.judul, f"kriteria/{group.jabatan.slug}.html"))
    return Page(
        alamat=alamat,
        judul=f"{kriteria.judul}, versi {id_date(kriteria.berlaku_mulai)}" if archived else kriteria.judul,
        temuan=kriteria.ringkasan,
        templat="kriteria.html",
        view=summary.page(group, version),
        berkas=(kriteria.berkas, group.jabatan.berkas),
        nav=KRITERIA[1],
        jejak=jejak,
        status=kriteria.status,
        sumber=kriteria.sumber,
        periode=_period(version),
        n=group.jabatan.nama,
    )


def _period(version: summary.VersiKriteria) -> str:
    start = id_date(version.kriteria.berlaku_mulai)
    return f"{start} sampai {id_date(version.berakhir)}" if version.berakhir else f"sejak {start}"
