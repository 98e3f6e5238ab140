"""usulan/: the register of proposals, and a page for each of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.model.repository import Repository
from kinerja.numbers import id_date, id_list
from kinerja.portal.page import Page
from kinerja.portal.pages.jejak import BERANDA, KRITERIA, USULAN
from kinerja.summary.usulan import DaftarUsulan, HalamanUsulan, register


def pages(repository: Repository, tanggal: date) -> Iterator[Page]:
    """The register stands also while it is empty: it says how a proposal gets into it."""
    view = register(repository, tanggal)
    halaman = [h for group in (*view.resmi, *view.contoh) for h in group.usulan]
    yield Page(
        alamat=USULAN[1],
        judul="Usulan perubahan kriteria",
        temuan=_finding(view),
        templat="usulan_indeks.html",
        view=view,
        berkas=(repository.aturan.perubahan_kriteria.berkas, *sorted(h.usulan.berkas for h in halaman)),
        nav=KRITERIA[1],
        jejak=(BERANDA, KRITERIA),
        periode=f"keadaan pada {id_date(tanggal)}",
    )
    yield from map(_page, halaman)


def _finding(view: DaftarUsulan) -> str:
    if not view.jumlah.nilai:
        return "Belum ada usulan resmi. Siapa pun dapat mengusulkan, dan setiap putusan terbit bersama alasannya."
    parts = [f"{group.jumlah.teks} {group.nama.lower()}" for group in view.resmi if group.jumlah.nilai]
    return f"Ada {view.jumlah.teks} usulan: {id_list(parts)}."


def _page(view: HalamanUsulan) -> Page:
    usulan = view.usulan
    return Page(
        alamat=view.alamat,
        judul=usulan.judul,
        temuan=_state(view),
        templat="usulan.html",
        view=view,
        berkas=(usulan.berkas,),
        nav=KRITERIA[1],
        jejak=(BERANDA, KRITERIA, USULAN),
        status=usulan.status,
        periode=f"diajukan {id_date(usulan.tanggal)}",
    )


def _state(view: HalamanUsulan) -> str:
    usulan, since = view.usulan, id_date(view.usulan.tahap_sejak)
    if usulan.keputusan:
        return f"Usulan ini {usulan.tahap} pada {id_date(usulan.keputusan.tanggal)} oleh {usulan.keputusan.oleh}."
    answers = ""
    if usulan.tanggapan_sampai:
        words = "Tanggapan diterima sampai" if view.dapat_ditanggapi else "Masa tanggapan berakhir"
        answers = f" {words} {id_date(usulan.tanggapan_sampai)}."
    return f"Usulan ini {view.nama_tahap.lower()} sejak {since}.{answers}"
