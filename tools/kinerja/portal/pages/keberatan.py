"""keberatan.html: what to do about a result that one does not agree with, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.model.repository import Repository
from kinerja.numbers import id_date
from kinerja.portal.page import Page
from kinerja.portal.pages.jejak import BERANDA, KEBERATAN, KRITERIA
from kinerja.summary.keberatan import Keberatan, appeal


def pages(repository: Repository, tanggal: date) -> Iterator[Page]:
    """The page, where a rule of appeals is in force."""
    view = appeal(repository, tanggal)
    if view is None:
        return
    yield Page(
        alamat=KEBERATAN[1],
        judul="Keberatan atas hasil penilaian",
        temuan=_finding(view),
        templat="keberatan.html",
        view=view,
        berkas=view.berkas,
        nav=KRITERIA[1],
        jejak=(BERANDA, KRITERIA),
        sumber=view.versi.sumber,
        periode=f"aturan yang berlaku pada {id_date(tanggal)}",
    )


def _finding(view: Keberatan) -> str:
    kepada = view.versi.diajukan_kepada
    days = "hari" if view.versi.jenis_hari == "kalender" else "hari kerja"
    return (
        f"Keberatan diajukan paling lambat {view.hari.teks} {days} sejak hasil diterima, "
        f"kepada {kepada[0].lower()}{kepada[1:]}."
    )
