"""layanan/: the table of services; for each its page, all its periods, and the poster of its survey."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.model.dokumen import Dokumen, Sumber
from kinerja.model.layanan import Layanan
from kinerja.model.repository import Repository
from kinerja.numbers import id_period
from kinerja.portal.page import Page, Tautan
from kinerja.portal.pages.jejak import BERANDA, LAYANAN
from kinerja.portal.pages.layanan_unduhan import all_services, one_service
from kinerja.summary import layanan as summary
from kinerja.summary import layanan_halaman
from kinerja.summary.layanan_halaman import HalamanLayanan
from kinerja.summary.layanan_kata import in_sentence, with_unit
from kinerja.summary.skala import end_of

SEMUA = "layanan/semua-layanan.csv"


def pages(repository: Repository, tanggal: date) -> Iterator[Page]:
    """Offices and services by name, never ranked."""
    view = summary.index(repository, tanggal)
    rows = tuple(row for group in (*view.resmi, *view.contoh) for row in group.baris)
    resmi = [row for row in rows if row.layanan.status == "resmi"]
    yield Page(
        alamat=LAYANAN[1],
        judul="Layanan",
        temuan=_finding(view),
        templat="layanan_indeks.html",
        view=view,
        berkas=tuple(berkas for row in rows for berkas in _files(repository, row.layanan)),
        nav=LAYANAN[1],
        jejak=(BERANDA,),
        unduhan=((SEMUA, all_services(rows)),),
        sumber=tuple(dict.fromkeys(sumber for row in resmi for sumber in row.layanan.sumber)),
        n=f"{view.jumlah.teks} layanan, tidak termasuk layanan contoh",
    )
    for row in rows:
        detail = layanan_halaman.page(repository, row.layanan, tanggal)
        yield _service(repository, detail)
        if detail.capaian or detail.skm:
            yield _history(repository, detail)
        if detail.skm:
            yield _poster(detail)


def _finding(view: summary.LayananIndex) -> str:
    if not view.jumlah.nilai:
        return "Belum ada layanan yang dicatat."
    if view.belum_ada.nilai == view.jumlah.nilai:
        return f"Portal ini mencatat {view.jumlah.teks} layanan. Waktu layanan dan kepuasannya belum ada data."
    return (
        f"Dari {view.jumlah.teks} layanan, {view.memenuhi.teks} memenuhi standar dan {view.belum_memenuhi.teks} belum. "
        f"{view.belum_ada.teks} layanan belum ada data, {view.belum_cukup.teks} belum dapat dinilai, "
        f"{view.sampel_kecil.teks} bersampel kecil."
    )


def _files(repository: Repository, layanan: Layanan) -> tuple[str, ...]:
    slug = layanan.slug
    follow_ups = [t for t in repository.tindak_lanjut.values() if t.layanan == slug]
    documents: list[Dokumen] = [layanan, *repository.capaian_layanan.get(slug, ()), *repository.skm.get(slug, ())]
    return tuple(document.berkas for document in (*documents, *follow_ups))


def _service(repository: Repository, view: HalamanLayanan) -> Page:
    layanan, charts, aturan = view.layanan, view.grafik, repository.aturan
    counted = [row.permohonan for row in view.capaian[:1]] + [row.n for row in view.skm[:1]]
    rules = (aturan.selang.berkas, aturan.skm.berkas, aturan.pengaduan.berkas)
    return Page(
        alamat=f"layanan/{layanan.slug}.html",
        judul=layanan.nama,
        temuan=view.temuan,
        templat="layanan.html",
        view=view,
        berkas=(*_files(repository, layanan), *rules),
        nav=LAYANAN[1],
        jejak=(BERANDA, LAYANAN),
        status=layanan.status,
        grafik=tuple(chart for chart in (charts.waktu, charts.unsur) if chart),
        sumber=_sources(view),
        periode=_span(view),
        n=" dan ".join(map(with_unit, counted)) or None,
    )


def _history(repository: Repository, view: HalamanLayanan) -> Page:
    layanan, charts = view.layanan, view.grafik
    return Page(
        alamat=view.alamat_riwayat,
        judul=f"{layanan.nama}: semua periode",
        temuan=view.temuan,
        templat="layanan_riwayat.html",
        view=view,
        berkas=(*_files(repository, layanan), repository.aturan.selang.berkas, repository.aturan.skm.berkas),
        nav=LAYANAN[1],
        jejak=(BERANDA, LAYANAN, (layanan.nama, f"layanan/{layanan.slug}.html")),
        status=layanan.status,
        grafik=tuple(chart for chart in (charts.tren_waktu, charts.tren_ikm) if chart),
        unduhan=((f"layanan/{layanan.slug}.csv", one_service(view)),),
        sumber=_sources(view),
        periode=_span(view),
    )


def _sources(view: HalamanLayanan) -> tuple[Sumber, ...]:
    found = [sumber for row in view.capaian for sumber in row.capaian.sumber]
    found += [sumber for row in view.skm for sumber in row.skm.sumber]
    return tuple(dict.fromkeys((*view.layanan.sumber, *found)))


def _span(view: HalamanLayanan) -> str | None:
    periods = sorted({*(row.periode for row in view.capaian), *(row.periode for row in view.skm)}, key=end_of)
    if not periods:
        return None
    first, last = id_period(periods[0]), in_sentence(periods[-1])
    return first if len(periods) == 1 else f"{first} sampai {last}"


def _poster(view: HalamanLayanan) -> Page:
    layanan, survey = view.layanan, view.skm[0]
    above: Tautan = (layanan.nama, f"layanan/{layanan.slug}.html")
    return Page(
        alamat=f"layanan/{layanan.slug}-poster.html",
        judul=f"Poster IKM: {layanan.nama}",
        temuan=f"Nilai IKM {survey.nama_periode} adalah {survey.ikm.teks}, mutu {survey.mutu}.",
        templat="poster_ikm.html",
        view=view,
        berkas=(survey.skm.berkas, layanan.berkas),
        nav=LAYANAN[1],
        jejak=(BERANDA, LAYANAN, above),
        status=layanan.status,
        sumber=survey.skm.sumber,
        periode=id_period(survey.periode),
        n=with_unit(survey.n),
    )
