"""kalender.html: the official calendar, and the same as a file that a calendar program can follow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.export.ics import Acara, Almanak, calendar
from kinerja.model.portal import Portal
from kinerja.model.repository import Repository
from kinerja.numbers import id_date
from kinerja.portal.page import Page
from kinerja.portal.pages.jejak import BERANDA, KALENDER, KRITERIA
from kinerja.summary import jadwal as summary

BERKAS_ICS = "kalender.ics"
TANPA_AKHIR = "Batas akhirnya belum diketahui; yang tampil hanya hari mulainya."


def pages(repository: Repository, tanggal: date) -> Iterator[Page]:
    """The page, where there is a calendar."""
    view = summary.kalender(repository, tanggal)
    if not view.tahun:
        return
    years = [str(year.tahun) for year in view.tahun]
    coming = f", lalu {view.jumlah_rencana.teks} kegiatan menyusul" if view.jumlah_rencana.nilai else ""
    portal = repository.portal
    yield Page(
        alamat=KALENDER[1],
        judul=KALENDER[0],
        temuan=f"Pada {id_date(tanggal)}, {view.jumlah_berjalan.teks} kegiatan sudah dimulai{coming}.",
        templat="kalender.html",
        view=view,
        berkas=tuple(j.berkas for j in repository.jadwal.values() if j.status == "resmi"),
        nav=KRITERIA[1],
        jejak=(BERANDA, KRITERIA),
        periode=years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}",
        unduhan=((BERKAS_ICS, calendar(_almanac(view, portal, tanggal), portal.situs)),),
    )


def _almanac(view: summary.Kalender, portal: Portal, tanggal: date) -> Almanak:
    return Almanak(
        kode=portal.kode_kemendagri,
        judul=f"{KALENDER[0]}, {portal.pemerintah}",
        penerbit=portal.pemerintah,
        zona_waktu=portal.zona_waktu,
        tanggal=tanggal,
        acara=tuple(_event(year.tahun, acara) for year in view.tahun for acara in year.acara),
    )


def _event(tahun: int, acara: summary.Acara) -> Acara:
    kegiatan = acara.kegiatan
    return Acara(
        alamat=f"{KALENDER[1]}#{tahun}-{kegiatan.id}",
        judul=kegiatan.nama,
        uraian=kegiatan.uraian if kegiatan.selesai else f"{kegiatan.uraian}\n{TANPA_AKHIR}",
        golongan=acara.jenis,
        mulai=kegiatan.mulai,
        selesai=kegiatan.selesai,
    )
