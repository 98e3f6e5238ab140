"""What changed: a page for each version, one for any two versions, and the history of a group of posts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from kinerja.diff.butir import GOLONGAN, Butir, Golongan
from kinerja.diff.jenis import suggested, too_low
from kinerja.diff.kriteria import between
from kinerja.model.kriteria import JenisPerubahan, Kriteria
from kinerja.numbers import id_date, id_list
from kinerja.portal.page import Page
from kinerja.portal.pages.jejak import BERANDA, KRITERIA
from kinerja.summary.angka import Angka
from kinerja.summary.kriteria import KelompokKriteria, VersiKriteria
from kinerja.summary.kriteria_perubahan import counts, pairs, predecessor

KATA: Mapping[Golongan, str] = {
    "dihapus": "dihapus", "diubah": "diubah", "dipindah": "dipindah", "ganti-nama": "berganti nama",
    "ditambah": "ditambah",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Bagian:
    """The differences of one kind, by the part of the criteria they are about."""

    golongan: Golongan
    kata: str
    jumlah: Angka
    tempat: tuple[tuple[str, tuple[Butir, ...]], ...]


@dataclass(frozen=True, slots=True)
class Jenis:
    """How large the change is: as the version states, and as its differences suggest."""

    tertulis: JenisPerubahan | None
    disarankan: JenisPerubahan
    terlalu_rendah: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HalamanPerubahan:
    """Two versions; `lama` is None for the first one. `berurutan`: nothing lies between them."""

    kelompok: KelompokKriteria
    lama: VersiKriteria | None
    baru: VersiKriteria
    berurutan: bool
    jumlah: Angka | None
    jenis: Jenis | None
    bagian: tuple[Bagian, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HalamanRiwayat:
    """Every version, the newest first, with what it changed and the older ones it can be compared with."""

    kelompok: KelompokKriteria
    perubahan: tuple[HalamanPerubahan, ...]
    banding: tuple[tuple[VersiKriteria, tuple[VersiKriteria, ...]], ...]


def pages(group: KelompokKriteria) -> Iterator[Page]:
    """The history, what each version changed, and every older version beside every newer one."""
    found = tuple(changes(group, versi, predecessor(group, versi)) for versi in group.versi)
    yield _history(HalamanRiwayat(
        kelompok=group,
        perubahan=found,
        banding=tuple((v, group.versi[i + 1 :]) for i, v in enumerate(group.versi) if group.versi[i + 1 :]),
    ))  # fmt: skip
    for view in found:
        yield _changes(view)
    for lama, baru in pairs(group):
        yield _comparison(changes(group, baru, lama), lama)


def changes(group: KelompokKriteria, baru: VersiKriteria, lama: VersiKriteria | None) -> HalamanPerubahan:
    """The differences of two versions, grouped; none where there is no older one."""
    butir = between(lama.kriteria, baru.kriteria) if lama else ()
    jumlah: Mapping[str, Angka] = counts(lama.kriteria, baru.kriteria, (b.golongan for b in butir)) if lama else {}
    bagian = tuple(
        Bagian(
            golongan=kind,
            kata=KATA[kind],
            jumlah=jumlah[kind],
            tempat=_by_place([b for b in butir if b.golongan == kind]),
        )
        for kind in GOLONGAN
        if kind in jumlah
    )
    return HalamanPerubahan(
        kelompok=group,
        lama=lama,
        baru=baru,
        berurutan=lama == predecessor(group, baru),
        jumlah=jumlah.get(""),
        jenis=_kind(baru.kriteria, butir) if lama else None,
        bagian=bagian,
    )


def _kind(kriteria: Kriteria, butir: tuple[Butir, ...]) -> Jenis:
    stated, found = kriteria.jenis_perubahan, suggested(butir)
    return Jenis(stated, found, too_low(stated, found))


def _by_place(butir: list[Butir]) -> tuple[tuple[str, tuple[Butir, ...]], ...]:
    order = list(dict.fromkeys(b.tempat for b in butir))
    together = sorted(butir, key=lambda b: order.index(b.tempat))
    return tuple((place, tuple(found)) for place, found in groupby(together, key=lambda b: b.tempat))


def finding(view: HalamanPerubahan) -> str:
    """The first sentence: how much differs, and since when."""
    start = id_date(view.baru.kriteria.berlaku_mulai)
    if view.baru.kriteria.dicabut:
        return f"Kriteria ini dicabut mulai {start}."
    if view.lama is None or view.jumlah is None:
        return f"Ini versi pertama di portal, berlaku mulai {start}; tidak ada versi sebelumnya untuk dibandingkan."
    if not view.bagian:
        return f"Isi versi {id_date(view.lama.kriteria.berlaku_mulai)} dan versi {start} sama."
    kinds = id_list([f"{part.jumlah.teks} {part.kata}" for part in view.bagian])
    if view.berurutan:
        return f"Mulai {start} ada {view.jumlah.teks} perubahan: {kinds}."
    return (
        f"Dari versi {id_date(view.lama.kriteria.berlaku_mulai)} ke versi {start} "
        f"ada {view.jumlah.teks} perubahan: {kinds}."
    )


def _history(view: HalamanRiwayat) -> Page:
    group = view.kelompok
    kriteria = group.utama.kriteria
    return Page(
        alamat=group.alamat_riwayat,
        judul=f"Riwayat: {kriteria.judul}",
        temuan=_history_finding(group),
        templat="kriteria_riwayat.html",
        view=view,
        berkas=_files(group, *group.versi),
        nav=KRITERIA[1],
        jejak=_trail(group),
        status=kriteria.status,
        sumber=kriteria.sumber,
        periode=f"sejak {id_date(group.versi[-1].kriteria.berlaku_mulai)}",
        n=group.jabatan.nama,
    )


def _history_finding(group: KelompokKriteria) -> str:
    first = id_date(group.versi[-1].kriteria.berlaku_mulai)
    if len(group.versi) == 1:
        return f"Kriteria ini belum pernah berubah sejak versi pertamanya, {first}."
    latest = id_date(group.versi[0].kriteria.berlaku_mulai)
    return f"Versi pertama berlaku mulai {first}, yang terbaru mulai {latest}. Versi lama tetap dapat dibuka di sini."


def _changes(view: HalamanPerubahan) -> Page:
    kriteria = view.baru.kriteria
    judul = f"{kriteria.judul}: apa yang berubah mulai {id_date(kriteria.berlaku_mulai)}"
    return _page(view, view.baru.alamat_perubahan, judul)


def _comparison(view: HalamanPerubahan, lama: VersiKriteria) -> Page:
    old, new = id_date(lama.kriteria.berlaku_mulai), id_date(view.baru.kriteria.berlaku_mulai)
    return _page(view, lama.alamat_banding(view.baru), f"{view.baru.kriteria.judul}: {old} dan {new} dibandingkan")


def _page(view: HalamanPerubahan, alamat: str, judul: str) -> Page:
    group, kriteria = view.kelompok, view.baru.kriteria
    versions = (view.baru, view.lama) if view.lama else (view.baru,)
    return Page(
        alamat=alamat,
        judul=judul,
        temuan=finding(view),
        templat="kriteria_perubahan.html",
        view=view,
        berkas=_files(group, *versions),
        nav=KRITERIA[1],
        jejak=_trail(group),
        status=kriteria.status,
        sumber=kriteria.sumber,
        periode=f"mulai {id_date(kriteria.berlaku_mulai)}",
        n=group.jabatan.nama,
    )


def _files(group: KelompokKriteria, *versions: VersiKriteria) -> tuple[str, ...]:
    return (group.jabatan.berkas, *(version.kriteria.berkas for version in versions))


def _trail(group: KelompokKriteria) -> tuple[tuple[str, str], ...]:
    return (BERANDA, KRITERIA, (group.utama.kriteria.judul, group.alamat))
