"""kriteria/: the index, a page for each group of posts that shows what is in force, and one for every version.

Beside them stand the pages of `kriteria_waktu`, `kriteria_perubahan` and `kriteria_pindah`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.model.repository import Repository
from kinerja.numbers import id_date, id_list
from kinerja.portal.page import Page
from kinerja.portal.pages import kriteria_perubahan, kriteria_pindah, kriteria_umpan, kriteria_waktu
from kinerja.portal.pages.jejak import BERANDA, KRITERIA
from kinerja.summary import kriteria as summary
from kinerja.summary import kriteria_halaman


def pages(repository: Repository, tanggal: date) -> Iterator[Page]:
    """`kriteria/<jabatan>.html` is the version in force; a version's own address stays for ever."""
    view = summary.index(repository, tanggal)
    resmi = [v.kriteria for group in view.kelompok for v in group.versi if v.kriteria.status == "resmi"]
    sources = [source for kriteria in resmi for source in kriteria.sumber]
    sources += [source for pilihan in view.resmi for source in pilihan.jabatan.sumber]
    yield Page(
        alamat=KRITERIA[1],
        judul="Kriteria penilaian",
        temuan=_finding(view),
        templat="kriteria_indeks.html",
        view=view,
        berkas=tuple(
            dict.fromkeys(
                [
                    *(pilihan.jabatan.berkas for pilihan in (*view.resmi, *view.contoh)),
                    *(version.kriteria.berkas for group in view.kelompok for version in group.versi),
                ]
            )
        ),
        nav=KRITERIA[1],
        jejak=(BERANDA,),
        sumber=tuple(dict.fromkeys(sources)),
        periode=f"keadaan pada {id_date(tanggal)}",
        unduhan=(kriteria_umpan.feed_file(repository.portal, view.kelompok, tanggal),),
    )
    yield kriteria_waktu.page(repository, view, tanggal)
    for group in view.kelompok:
        found = (*_group(repository, view, group), *kriteria_perubahan.pages(group))
        yield from found
        yield from kriteria_pindah.pages(group.jabatan, found)


def _group(repository: Repository, index: summary.KriteriaIndex, group: summary.KelompokKriteria) -> Iterator[Page]:
    semua = {one.jabatan.slug: one for one in index.kelompok}
    yield _page(kriteria_halaman.page(repository, semua, group.utama), group.alamat)
    for version in group.versi:
        yield _page(kriteria_halaman.page(repository, semua, version), version.alamat)


def _finding(view: summary.KriteriaIndex) -> str:
    if not view.jumlah_kriteria.nilai:
        return "Belum ada kriteria resmi yang berlaku."
    return (
        f"Sekarang berlaku {view.jumlah_kriteria.teks} kriteria dengan {view.jumlah_indikator.teks} indikator. "
        f"{view.jumlah_khusus.teks} dari {view.jumlah_kelompok.teks} kelompok jabatan memiliki kriteria khusus."
    )


def _page(view: kriteria_halaman.HalamanKriteria, alamat: str) -> Page:
    group, version, kriteria = view.kelompok, view.versi, view.versi.kriteria
    dated = alamat == version.alamat
    start, judul = id_date(kriteria.berlaku_mulai), kriteria.judul
    return Page(
        alamat=alamat,
        judul=f"{judul}, versi {start}" if dated else judul,
        temuan=f"Kriteria ini dicabut mulai {start}." if kriteria.dicabut else kriteria.ringkasan,
        templat="kriteria.html",
        view=view,
        berkas=tuple(dict.fromkeys([kriteria.berkas, group.jabatan.berkas, *(v.kriteria.berkas for v in group.versi)])),
        nav=KRITERIA[1],
        jejak=(BERANDA, KRITERIA, (group.utama.kriteria.judul, group.alamat)) if dated else (BERANDA, KRITERIA),
        status=kriteria.status,
        sumber=kriteria.sumber,
        periode=f"{start} sampai {id_date(version.berakhir)}" if version.berakhir else f"sejak {start}",
        n=id_list([jabatan.nama for jabatan in view.bagi]) or group.jabatan.nama,
    )
