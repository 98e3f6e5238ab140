"""perangkat-daerah/: the index of units, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.model.repository import Repository
from kinerja.portal.page import Page
from kinerja.portal.pages.jejak import BERANDA, PERANGKAT_DAERAH
from kinerja.summary import perangkat_daerah as summary


def pages(repository: Repository, tanggal: date) -> Iterator[Page]:
    """Alphabetical, never ranked."""
    view = summary.index(repository)
    resmi = [unit for group in view.kelompok for unit in group.unit]
    yield Page(
        alamat=PERANGKAT_DAERAH[1],
        judul="Perangkat Daerah",
        temuan=f"{repository.portal.daerah} memiliki {view.jumlah.teks} perangkat daerah "
        f"dengan {view.jumlah_kelurahan.teks} kelurahan.",
        templat="perangkat_daerah_indeks.html",
        view=view,
        berkas=tuple(unit.berkas for unit in (*resmi, *view.contoh)),
        nav=PERANGKAT_DAERAH[1],
        jejak=(BERANDA,),
        sumber=tuple(dict.fromkeys(sumber for unit in resmi for sumber in unit.sumber)),
        n=f"{view.jumlah.teks} perangkat daerah, diurutkan menurut abjad",
    )
    for unit in repository.perangkat_daerah.values():
        detail = summary.unit(repository, unit, tanggal)
        parts = f" dengan {detail.jumlah_kelurahan.teks} kelurahan" if detail.jumlah_kelurahan else ""
        yield Page(
            alamat=f"perangkat-daerah/{unit.slug}.html",
            judul=unit.nama,
            temuan=f"{unit.nama} adalah {detail.jenis.lower()}{parts}. Hasil penilaian dan layanannya belum ada data.",
            templat="perangkat_daerah.html",
            view=detail,
            berkas=(unit.berkas, *(series.berkas for series in detail.penilaian_luar)),
            nav=PERANGKAT_DAERAH[1],
            jejak=(BERANDA, PERANGKAT_DAERAH),
            status=unit.status,
            sumber=unit.sumber,
        )
