"""Names and ids: each one once, and a file stands where its content says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from kinerja.checks.registry import Context, check
from kinerja.checks.walk import parts
from kinerja.model.capaian import CapaianLayanan, Skm
from kinerja.model.dokumen import Dokumen, Pita
from kinerja.model.hari_libur import HariLibur
from kinerja.model.kriteria import Kriteria
from kinerja.model.layanan import Layanan
from kinerja.model.penilaian_luar import Jadwal
from kinerja.model.perangkat_daerah import Jabatan, PerangkatDaerah
from kinerja.problems import Finding


@check("id-ganda", Dokumen)
def ids_are_unique(document: Dokumen, context: Context) -> Iterator[Finding]:
    """Setiap id hanya dipakai sekali dalam daftarnya."""
    for at, part in parts(document):
        if not isinstance(part, tuple):
            continue
        ids = [getattr(item, "id", None) for item in part if not isinstance(item, Pita)]
        for i, id_ in enumerate(ids):
            if id_ is not None and id_ in ids[:i]:
                yield Finding((*at, i, "id"), "id ini sudah dipakai dalam daftar yang sama", "Beri id yang lain.")


@check("id-ganda", Kriteria)
def indicators_are_unique(kriteria: Kriteria, context: Context) -> Iterator[Finding]:
    """Id indikator hanya dipakai sekali dalam satu versi kriteria, juga antar-aspek."""
    seen: set[str] = set()
    for i, aspek in enumerate(kriteria.aspek):
        own = [indikator.id for indikator in aspek.indikator]
        for j, id_ in enumerate(own):
            if id_ in seen:
                pesan = "id ini sudah dipakai indikator di aspek lain"
                yield Finding(("aspek", i, "indikator", j, "id"), pesan, "Beri id yang lain.")
        seen.update(own)


@check("urutan", Dokumen)
def orders_are_complete(document: Dokumen, context: Context) -> Iterator[Finding]:
    """Urutan dalam satu daftar berjalan dari 1 tanpa lompatan dan tanpa angka ganda."""
    for at, part in parts(document):
        urutan = [getattr(item, "urutan", None) for item in part] if isinstance(part, tuple) else []
        if urutan and None not in urutan and sorted(n for n in urutan if n) != list(range(1, len(urutan) + 1)):
            pesan = f"urutan di sini harus memuat 1 sampai {len(urutan)} masing-masing sekali"
            yield Finding((*at, *_misplaced(urutan)), pesan, "Betulkan angka `urutan`.")


def _misplaced(urutan: list[Any]) -> tuple[int, str]:
    """The first item whose number is repeated or too large."""
    wrong = (i for i, n in enumerate(urutan) if n in urutan[:i] or not 1 <= n <= len(urutan))
    return next(wrong), "urutan"


@check("nama-berkas", Kriteria)
def criteria_stand_in_their_folder(kriteria: Kriteria, context: Context) -> Iterator[Finding]:
    """Berkas kriteria bernama tanggal berlakunya, di folder yang bernama jabatannya."""
    if _folder(kriteria) != kriteria.jabatan:
        saran = "Pindahkan berkas ke folder jabatannya, atau betulkan jabatan di sini."
        yield Finding(("jabatan",), "jabatan ini tidak sama dengan nama folder berkas", saran)
    if kriteria.slug != kriteria.berlaku_mulai.isoformat():
        saran = f"Beri berkas nama {kriteria.berlaku_mulai.isoformat()}.yaml, atau betulkan tanggalnya."
        yield Finding(("berlaku_mulai",), "tanggal ini tidak sama dengan nama berkas", saran)


@check("nama-berkas", Jadwal)
def calendars_are_named_by_year(jadwal: Jadwal, context: Context) -> Iterator[Finding]:
    """Berkas jadwal bernama tahunnya."""
    yield from _named_by_year(jadwal)


@check("nama-berkas", HariLibur)
def holidays_are_named_by_year(hari_libur: HariLibur, context: Context) -> Iterator[Finding]:
    """Berkas hari libur bernama tahunnya."""
    yield from _named_by_year(hari_libur)


def _named_by_year(document: Jadwal | HariLibur) -> Iterator[Finding]:
    if document.slug != str(document.tahun):
        saran = f"Beri berkas nama {document.tahun}.yaml, atau betulkan tahunnya."
        yield Finding(("tahun",), "tahun ini tidak sama dengan nama berkas", saran)


@check("nama-berkas", Layanan)
def services_stand_in_their_folder(layanan: Layanan, context: Context) -> Iterator[Finding]:
    """Berkas layanan ada di folder yang bernama perangkat daerahnya."""
    if _folder(layanan) != layanan.perangkat_daerah:
        saran = "Pindahkan berkas ke folder perangkat daerahnya, atau betulkan perangkat daerah di sini."
        yield Finding(("perangkat_daerah",), "perangkat daerah ini tidak sama dengan nama folder berkas", saran)


@check("nama-berkas", CapaianLayanan)
def results_stand_in_their_period(capaian: CapaianLayanan, context: Context) -> Iterator[Finding]:
    """Berkas capaian bernama layanannya, di folder yang bernama periodenya."""
    yield from _misfiled(capaian)


@check("nama-berkas", Skm)
def surveys_stand_in_their_period(skm: Skm, context: Context) -> Iterator[Finding]:
    """Berkas survei bernama layanannya, di folder yang bernama periodenya."""
    yield from _misfiled(skm)


def _misfiled(document: CapaianLayanan | Skm) -> Iterator[Finding]:
    if _folder(document) != document.periode:
        saran = f"Pindahkan berkas ke folder {document.periode}, atau betulkan periode di sini."
        yield Finding(("periode",), "periode ini tidak sama dengan nama folder berkas", saran)
    if document.slug != document.layanan:
        saran = f"Beri berkas nama {document.layanan}.yaml, atau betulkan layanan di sini."
        yield Finding(("layanan",), "layanan ini tidak sama dengan nama berkas", saran)


def _folder(document: Dokumen) -> str:
    return document.berkas.split("/")[-2]


@check("nama-ganda", PerangkatDaerah)
def units_have_their_own_name(unit: PerangkatDaerah, context: Context) -> Iterator[Finding]:
    """Nama atau alias perangkat daerah hanya milik satu perangkat daerah."""
    names = Counter(_plain(other.nama) for other in context.repository.perangkat_daerah.values())
    if names[_plain(unit.nama)] > 1:
        yield Finding(("nama",), "nama ini dipakai dua perangkat daerah", "Gabungkan berkasnya, atau betulkan nama.")
    others = [other for other in context.repository.perangkat_daerah.values() if other is not unit]
    taken = {_plain(name) for o in others for name in (o.nama, o.singkatan or o.nama, *o.alias)}
    for i, alias in enumerate(unit.alias):
        if _plain(alias) in taken:
            saran = "Tulis nama ini pada satu perangkat daerah saja, agar ekspor terbaca tanpa ragu."
            yield Finding(("alias", i), "alias ini dipakai perangkat daerah lain", saran)


@check("nama-ganda", Jabatan)
def posts_have_their_own_names(jabatan: Jabatan, context: Context) -> Iterator[Finding]:
    """Nama atau alias jabatan hanya milik satu kelompok jabatan, agar ekspor terbaca tanpa ragu."""
    others = [other for other in context.repository.jabatan.values() if other is not jabatan]
    taken = {_plain(name) for other in others for name in (other.nama, *other.alias)}
    saran = "Tulis nama ini pada satu kelompok jabatan saja."
    if _plain(jabatan.nama) in taken:
        yield Finding(("nama",), "nama ini dipakai kelompok jabatan lain", saran)
    for i, alias in enumerate(jabatan.alias):
        if _plain(alias) in taken:
            yield Finding(("alias", i), "alias ini dipakai kelompok jabatan lain", saran)


@check("nama-ganda", Layanan)
def services_have_their_own_names(layanan: Layanan, context: Context) -> Iterator[Finding]:
    """Nama atau alias layanan hanya milik satu layanan suatu perangkat daerah, agar register terbaca tanpa ragu."""
    own = (layanan.perangkat_daerah, layanan.bagian)
    others = [o for o in context.repository.layanan.values() if o is not layanan]
    taken = {_plain(name) for o in others if own == (o.perangkat_daerah, o.bagian) for name in (o.nama, *o.alias)}
    saran = "Tulis nama ini pada satu layanan saja."
    if _plain(layanan.nama) in taken:
        yield Finding(("nama",), "nama ini dipakai layanan lain di perangkat daerah yang sama", saran)
    for i, alias in enumerate(layanan.alias):
        if _plain(alias) in taken:
            yield Finding(("alias", i), "alias ini dipakai layanan lain di perangkat daerah yang sama", saran)


@check("layanan-ganda", Layanan)
def service_addresses_are_unique(layanan: Layanan, context: Context) -> Iterator[Finding]:
    """Nama berkas layanan hanya dipakai sekali di seluruh kota, karena menjadi alamat halamannya."""
    same = sorted(
        berkas
        for berkas in context.repository.sidik
        if berkas.startswith("data/layanan/") and berkas.endswith(f"/{layanan.slug}.yaml")
    )
    saran = "Beri salah satunya nama berkas yang lain, misalnya ditambah nama perangkat daerahnya."
    for berkas in same if len(same) > 1 else ():
        folders = ", ".join(other.split("/")[2] for other in same if other != berkas)
        yield Finding((), f"nama berkas layanan ini juga dipakai di folder {folders}", saran, berkas)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
