"""kriteria/perubahan.atom: every official version as news, with what it changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kinerja.export.atom import Entri, Umpan, feed
from kinerja.model.portal import Portal
from kinerja.numbers import id_date
from kinerja.portal.pages.kriteria_perubahan import HalamanPerubahan, changes, finding
from kinerja.summary.kriteria import KelompokKriteria
from kinerja.summary.kriteria_perubahan import predecessor, told_on

ALAMAT = "kriteria/perubahan.atom"


def feed_file(portal: Portal, groups: Iterable[KelompokKriteria], tanggal: date) -> tuple[str, bytes]:
    """The feed by its path in the output; fiction is no news."""
    umpan = Umpan(
        kode=portal.kode_kemendagri,
        alamat=ALAMAT,
        halaman="kriteria/index.html",
        judul=f"Perubahan kriteria penilaian ASN, {portal.daerah}",
        penerbit=portal.pemerintah,
        hak=portal.lisensi_data.nama,
        zona_waktu=portal.zona_waktu,
        tanggal=tanggal,
        entri=tuple(
            _entry(changes(group, versi, predecessor(group, versi)))
            for group in groups
            for versi in group.versi
            if versi.kriteria.status == "resmi"
        ),
    )
    return ALAMAT, feed(umpan, portal.situs)


def _entry(view: HalamanPerubahan) -> Entri:
    kriteria = view.baru.kriteria
    return Entri(
        alamat=view.baru.alamat_perubahan,
        judul=f"{kriteria.judul}, versi {id_date(kriteria.berlaku_mulai)}",
        ringkasan=" ".join(filter(None, (finding(view), kriteria.alasan_perubahan))),
        tanggal=told_on(kriteria),
        butir=tuple(butir.kalimat for part in view.bagian for _, found in part.tempat for butir in found),
    )
