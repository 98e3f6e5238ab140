"""simulator.html: from two ratings to the predikat, without a script."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.model.repository import Repository
from kinerja.numbers import id_date
from kinerja.portal.page import Page
from kinerja.portal.pages.jejak import BERANDA, KRITERIA, SIMULATOR
from kinerja.summary.simulator import simulator


def pages(repository: Repository, tanggal: date) -> Iterator[Page]:
    """The page, where a rule of the predikat is in force."""
    view = simulator(repository, tanggal)
    if view is None:
        return
    yield Page(
        alamat=SIMULATOR[1],
        judul=SIMULATOR[0],
        temuan=f"Dari {view.jumlah.teks} pasangan penilaian, {view.jumlah_baik.teks} menghasilkan Baik atau Sangat "
        f"Baik. {view.matriks.grafik.temuan}",
        templat="simulator.html",
        view=view,
        berkas=view.berkas,
        nav=KRITERIA[1],
        jejak=(BERANDA, KRITERIA),
        periode=f"aturan yang berlaku pada {id_date(tanggal)}",
    )
