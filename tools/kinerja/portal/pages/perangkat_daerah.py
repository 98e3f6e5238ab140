"""perangkat-daerah/: the index of units, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.model.repository import Repository
from kinerja.portal.page import Page
from kinerja.portal.pages.jejak import BERANDA, PERANGKAT_DAERAH
from kinerja.summary import ikhtisar
from kinerja.summary import perangkat_daerah as summary


def pages(repository: Repository, tanggal: date) -> Iterator[Page]:
    """Alphabetical, never ranked."""
    view = summary.index(repository)
    resmi = sorted((row.unit for row in (*view.lainnya, *view.kecamatan)), key=lambda unit: unit.slug)
    yield Page(
        alamat=PERANGKAT_DAERAH[1],
        judul="Perangkat Daerah",
        temuan=_finding(view),
        templat="perangkat_daerah_indeks.html",
        view=view,
        berkas=tuple(unit.berkas for unit in (*resmi, *(row.unit for row in view.contoh))),
        nav=PERANGKAT_DAERAH[1],
        jejak=(BERANDA,),
        sumber=tuple(dict.fromkeys(sumber for unit in resmi for sumber in unit.sumber)),
        n=f"{view.jumlah.teks} perangkat daerah, menurut abjad",
    )
    for unit in repository.perangkat_daerah.values():
        detail = summary.unit(repository, unit, tanggal)
        yield Page(
            alamat=f"perangkat-daerah/{unit.slug}.html",
            judul=unit.nama,
            temuan=_unit_finding(detail),
            templat="perangkat_daerah.html",
            view=detail,
            berkas=_files(detail),
            nav=PERANGKAT_DAERAH[1],
            jejak=(BERANDA, PERANGKAT_DAERAH),
            status=unit.status,
            sumber=(*unit.sumber, *(detail.sebaran.sumber if detail.sebaran else ())),
        )


def _finding(view: summary.UnitIndex) -> str:
    kelurahan = f" dan {view.jumlah_kelurahan.teks} kelurahan" if view.jumlah_kelurahan.nilai else ""
    doubtful = view.jumlah_perlu_verifikasi
    verified = f"{doubtful.teks} nama masih perlu verifikasi." if doubtful.nilai else "Semua nama sesuai sumbernya."
    return f"Portal ini mencatat {view.jumlah.teks} perangkat daerah{kelurahan}. {verified}"


def _files(detail: summary.Unit) -> tuple[str, ...]:
    services = (berkas for row in detail.layanan for berkas in ikhtisar.files(row))
    series = (series.penilaian.berkas for series in detail.penilaian_luar)
    people = (detail.sebaran.berkas,) if detail.sebaran else ()
    return (detail.unit.berkas, *dict.fromkeys(services), *series, *people)


def _unit_finding(detail: summary.Unit) -> str:
    """What is known of the services, else what others published, else its parts; and what is not there."""
    nama, outside, services = detail.unit.nama, detail.jumlah_penilaian_luar, detail.jumlah_layanan
    if any(row.capaian for row in detail.layanan):
        met = detail.jumlah_memenuhi.teks
        return f"{nama} memiliki {services.teks} layanan yang dicatat; {met} memenuhi standar pada periode terakhirnya."
    if services.nilai:
        known = f"{nama} memiliki {services.teks} layanan yang dicatat."
        missing = "Data waktunya" if any(row.skm for row in detail.layanan) else "Data waktu dan kepuasannya"
        return f"{known} {missing} belum ada di portal ini."
    if detail.sebaran:
        known = f"Sebaran predikat pegawai {nama} sudah ada untuk {detail.sebaran.nama_periode}."
        return f"{known} Data layanannya belum ada di portal ini."
    if outside.nilai:
        known = f"Ada {outside.teks} ukuran yang sudah terbit tentang {nama}."
    elif detail.jumlah_kelurahan:
        known = f"{nama} memiliki {detail.jumlah_kelurahan.teks} kelurahan."
    else:
        return f"Data layanan dan hasil penilaian {nama} belum ada di portal ini."
    return f"{known} Data layanan dan hasil penilaiannya belum ada di portal ini."
