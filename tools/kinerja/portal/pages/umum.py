"""The home page, the list of data files, the page for wrong addresses, and the pages of prose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.model.repository import Repository
from kinerja.portal.page import Page
from kinerja.portal.pages.jejak import BERANDA
from kinerja.summary import beranda as summary
from kinerja.summary import berkas

# address, title, first sentence, template
PROSA = (
    ("tentang.html", "Tentang portal ini",
     "Portal ini memuat angka pelayanan dan kriteria penilaian ASN, tanpa data perorangan.", "tentang.html"),
    ("data-pribadi.html", "Perlindungan data pribadi",
     "Catatan tentang orang tidak pernah masuk ke repositori portal ini; yang terbit hanya jumlah dan nilai layanan.",
     "data_pribadi.html"),
    ("memasukkan-data.html", "Memasukkan data hasil",
     "Berkas mentah tetap di komputer kantor; perintah himpun menulis jumlah dan nilainya saja ke repositori.",
     "prosa.html"),
    ("aksesibilitas.html", "Aksesibilitas",
     "Setiap jenis halaman diuji otomatis terhadap WCAG 2.2 AA; uji oleh pengguna belum dilakukan.",
     "aksesibilitas.html"),
)  # fmt: skip


def pages(repository: Repository, tanggal: date) -> Iterator[Page]:
    """Home, files, 404, and the pages of prose."""
    yield _home(repository, tanggal)
    yield _files(repository)
    yield Page(
        alamat="404.html",
        judul="Halaman tidak ditemukan",
        temuan="Alamat ini tidak ada. Mungkin salah ketik, atau halamannya sudah pindah.",
        templat="404.html",
        data_page=False,
    )
    for alamat, judul, temuan, templat in PROSA:
        yield Page(alamat=alamat, judul=judul, temuan=temuan, templat=templat, jejak=(BERANDA,), data_page=False)


def _files(repository: Repository) -> Page:
    view = berkas.listed(repository)
    return Page(
        alamat="berkas.html",
        judul="Berkas data",
        temuan=f"Portal ini dibuat dari {view.jumlah.teks} berkas data; setiap angka berasal dari salah satunya.",
        templat="berkas.html",
        view=view,
        jejak=(BERANDA,),
        data_page=False,
    )


def _home(repository: Repository, tanggal: date) -> Page:
    view = summary.beranda(repository, tanggal)
    shown = (*((view.sorotan,) if view.sorotan else ()), *view.lainnya)
    charts = (
        view.sorotan.grafik if view.sorotan else None,
        view.layanan.grafik,
        view.peragaan.grafik if view.peragaan else None,
    )
    return Page(
        alamat="index.html",
        judul=f"Bagaimana kinerja pelayanan {repository.portal.daerah}?",
        temuan=_finding(view),
        templat="beranda.html",
        view=view,
        berkas=summary.files(view),
        grafik=tuple(chart for chart in charts if chart),
        sumber=tuple(dict.fromkeys(sumber for seri in shown for sumber in seri.terbaru.terbitan.sumber)),
    )


def _finding(view: summary.Beranda) -> str:
    """What is known of the services; what others say of them, and that the rest is missing, before there is more."""
    services = view.layanan
    known = view.sorotan.penilaian.ringkasan if view.sorotan else "Belum ada penilaian pihak luar yang dapat dimuat."
    if services.dinilai.nilai:
        states = {one.jenis: one.jumlah.teks for one in services.keadaan}
        return (
            f"Dari {services.jumlah.teks} layanan, {states['memenuhi']} memenuhi standar dan "
            f"{states['belum-memenuhi']} belum. {known}"
        )
    return f"{known} Data waktu layanan dan kepuasan masyarakat belum ada."
