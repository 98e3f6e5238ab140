"""perlindungan.html, ancaman.html: how persons are protected in what is published, and against whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kinerja.model.repository import Repository
from kinerja.portal.page import Page
from kinerja.portal.pages.jejak import ANCAMAN, BERANDA, METODOLOGI
from kinerja.summary.perlindungan import Diserang, Perlindungan, protection


def pages(repository: Repository, tanggal: date, serangan: Sequence[Diserang]) -> Iterator[Page]:
    """The method with how the last attack ended, and the threats that it is made against."""
    view = protection(repository, tanggal, serangan)
    yield Page(
        alamat=view.bagian.alamat,
        judul=view.bagian.judul,
        temuan=_finding(view),
        templat="perlindungan.html",
        view=view,
        berkas=view.berkas,
        nav=METODOLOGI[1],
        jejak=(BERANDA, METODOLOGI),
        sumber=view.kebijakan.sumber if view.kebijakan else (),
    )
    yield Page(
        alamat=ANCAMAN[1],
        judul=ANCAMAN[0],
        temuan="Yang paling banyak tahu adalah rekan sekantor dan pengumpul terbitan lama; perlindungan dibuat untuk "
        "menghadapi mereka.",
        templat="ancaman.html",
        view=view,
        berkas=(repository.aturan.penyamaran.berkas,),
        nav=METODOLOGI[1],
        jejak=(BERANDA, METODOLOGI, (view.bagian.judul, view.bagian.alamat)),
    )


def _finding(view: Perlindungan) -> str:
    """What was done, and how the attack on real tables ended; fictional ones prove nothing of the city."""
    if not view.resmi:
        return f"{view.bagian.temuan} Tabel resmi belum ada yang terbit."
    if any(periode.aman is None for periode in view.resmi):
        return f"{view.bagian.temuan} Sebagian tabel belum diserang."
    return f"{view.bagian.temuan} Pada serangan terakhir, tidak satu pun dapat dipastikan."
