"""kriteria/bagi-saya.html: from a group of posts and a date to the version that was in force."""

from __future__ import annotations

from datetime import date

from kinerja.model.repository import Repository
from kinerja.numbers import id_date
from kinerja.portal.page import Page
from kinerja.portal.pages.jejak import BAGI_SAYA, BERANDA, KRITERIA
from kinerja.summary.kriteria import KriteriaIndex
from kinerja.summary.kriteria_waktu import for_me


def page(repository: Repository, index: KriteriaIndex, tanggal: date) -> Page:
    """Every day of every group of posts, once."""
    kelompok = {group.jabatan.slug: group for group in index.kelompok}
    view = for_me(repository, kelompok, tanggal)
    used = [bagian.kelompok for one in (*view.resmi, *view.contoh) for bagian in one.kini.isi if bagian.kelompok]
    versions = [version.kriteria.berkas for group in used for version in group.versi]
    return Page(
        alamat=BAGI_SAYA[1],
        judul="Kriteria yang berlaku bagi saya",
        temuan=(
            "Untuk setiap tanggal berlaku tepat satu versi dari setiap kriteria, atau tertulis mengapa tidak ada. "
            "Pilih kelompok jabatan Anda, lalu cari tanggalnya."
        ),
        templat="kriteria_bagi_saya.html",
        view=view,
        berkas=tuple(dict.fromkeys([*(one.jabatan.berkas for one in (*view.resmi, *view.contoh)), *versions])),
        nav=KRITERIA[1],
        jejak=(BERANDA, KRITERIA),
        periode=f"keadaan pada {id_date(tanggal)}",
    )
