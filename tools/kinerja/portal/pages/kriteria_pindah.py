"""Former addresses of a group of posts: every page stays where it was, and leads on to where it is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kinerja.model.perangkat_daerah import Jabatan
from kinerja.portal.page import Page


@dataclass(frozen=True, slots=True)
class Pindah:
    """Where a page is now, and its heading there."""

    tujuan: str
    judul: str


def pages(jabatan: Jabatan, now: Iterable[Page]) -> Iterator[Page]:
    """One page for each page of the group and each of its former names."""
    for page in now:
        for slug in jabatan.dahulu:
            rest = page.alamat.removeprefix(f"kriteria/{jabatan.slug}")
            yield Page(
                alamat=f"kriteria/{slug}{rest}",
                judul=f"Alamat lama: {page.judul}",
                temuan=f"Kelompok jabatan ini sekarang bernama {jabatan.nama}. Halamannya pindah ke alamat lain.",
                templat="kriteria_pindah.html",
                view=Pindah(page.alamat, page.judul),
                nav=page.nav,
                jejak=page.jejak,
                status=page.status,
                data_page=False,
            )
