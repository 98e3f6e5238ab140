"""penilaian-luar/: what others published, by series."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.model.repository import Repository
from kinerja.numbers import id_period
from kinerja.portal.page import Page
from kinerja.portal.pages.jejak import BERANDA, PENILAIAN_LUAR
from kinerja.summary import penilaian_luar as summary
from kinerja.summary.skala import end_of


def pages(repository: Repository, tanggal: date) -> Iterator[Page]:
    """An index, and a page for each series."""
    view = summary.index(repository)
    semua = (*view.dapat_dipegang, *view.belum_dapat_dipegang, *view.pembanding, *view.contoh)
    yield Page(
        alamat=PENILAIAN_LUAR[1],
        judul="Penilaian pihak luar",
        temuan=f"Dari {view.jumlah.teks} ukuran tentang {repository.portal.daerah}, {view.jumlah_pada_pita.teks} dapat "
        f"dibaca pada pita resmi dan {view.jumlah_belum.teks} belum dapat dipegang.",
        templat="penilaian_luar_indeks.html",
        view=view,
        berkas=tuple(s.penilaian.berkas for s in semua),
        nav=PENILAIAN_LUAR[1],
        jejak=(BERANDA,),
        n=f"{view.jumlah.teks} ukuran tentang daerah ini",
    )
    yield from (_series(seri) for seri in semua)


def _series(seri: summary.Seri) -> Page:
    penilaian = seri.penilaian
    periods = sorted({t.periode for t in penilaian.terbitan}, key=end_of)
    first, last = id_period(periods[0]), id_period(periods[-1])
    return Page(
        alamat=f"penilaian-luar/{penilaian.slug}.html",
        judul=penilaian.judul,
        temuan=penilaian.ringkasan,
        templat="penilaian_luar.html",
        view=seri,
        berkas=(penilaian.berkas, *dict.fromkeys(pita.skala.berkas for pita in seri.pita)),
        nav=PENILAIAN_LUAR[1],
        jejak=(BERANDA, PENILAIAN_LUAR),
        status=penilaian.status,
        grafik=(seri.grafik,) if seri.grafik else (),
        sumber=tuple(dict.fromkeys(s for t in penilaian.terbitan for s in t.sumber)),
        periode=first if len(periods) == 1 else f"{first} sampai {last.lower()}",
        n=penilaian.objek,
    )
