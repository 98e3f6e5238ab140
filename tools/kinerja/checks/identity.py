"""Names and ids: each one once, and a file stands where its content says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from kinerja.checks.registry import Context, check
from kinerja.checks.walk import parts
from kinerja.model.dokumen import Dokumen, Pita
from kinerja.model.kriteria import Kriteria
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
    if kriteria.berkas.split("/")[-2] != kriteria.jabatan:
        saran = "Pindahkan berkas ke folder jabatannya, atau betulkan jabatan di sini."
        yield Finding(("jabatan",), "jabatan ini tidak sama dengan nama folder berkas", saran)
    if kriteria.slug != kriteria.berlaku_mulai.isoformat():
        saran = f"Beri berkas nama {kriteria.berlaku_mulai.isoformat()}.yaml, atau betulkan tanggalnya."
        yield Finding(("berlaku_mulai",), "tanggal ini tidak sama dengan nama berkas", saran)


@check("nama-berkas", Jadwal)
def calendars_are_named_by_year(jadwal: Jadwal, context: Context) -> Iterator[Finding]:
    """Berkas jadwal bernama tahunnya."""
    if jadwal.slug != str(jadwal.tahun):
        saran = f"Beri berkas nama {jadwal.tahun}.yaml, atau betulkan tahunnya."
        yield Finding(("tahun",), "tahun ini tidak sama dengan nama berkas", saran)


@check("nama-ganda", PerangkatDaerah)
def units_have_their_own_name(unit: PerangkatDaerah, context: Context) -> Iterator[Finding]:
    """Tidak ada dua perangkat daerah dengan nama yang sama."""
    names = Counter(_plain(other.nama) for other in context.repository.perangkat_daerah.values())
    if names[_plain(unit.nama)] > 1:
        yield Finding(("nama",), "nama ini dipakai dua perangkat daerah", "Gabungkan berkasnya, atau betulkan nama.")


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


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
