"""The groups of a table of results: they exist, belong together, and are large enough to be published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kinerja.checks.hasil import criteria_of
from kinerja.checks.registry import Context, check
from kinerja.checks.walk import broken, nearest
from kinerja.disclosure.ambang import small_counts, small_groups, uniform_groups
from kinerja.model.aturan_layanan import VersiPenyamaran
from kinerja.model.hasil import LAINNYA, BarisHasil, Hasil
from kinerja.numbers import id_date, period_bounds
from kinerja.problems import Finding
from kinerja.rules.versi import version_on


@check("rujukan-hasil", Hasil)
def groups_exist(hasil: Hasil, context: Context) -> Iterator[Finding]:
    """Jabatan, bagian, wilayah, dan indikator dalam tabel hasil ada di datanya."""
    jabatan = {*context.repository.jabatan, *broken(context.repository, "jabatan"), LAINNYA}
    wilayah = {slug for slug, unit in context.repository.perangkat_daerah.items() if unit.jenis == "kecamatan"}
    wilayah.add(LAINNYA)
    kriteria = criteria_of(hasil, context)
    indikator = {satu.id for aspek in kriteria.aspek for satu in aspek.indikator} if kriteria else set()
    for i, baris in enumerate(hasil.baris):
        yield from _unknown(i, "jabatan", baris.jabatan, jabatan, "data/jabatan/")
        yield from _unknown(i, "wilayah", baris.wilayah, wilayah, "kecamatan di data/perangkat-daerah/")
        if kriteria is not None:
            yield from _unknown(i, "indikator", baris.indikator, indikator, "kriteria kelompoknya", _DIHAPUS)
        yield from _unknown_part(i, baris, context)


_DIHAPUS = "Indikator yang sudah dinilai tidak dihapus dari versinya: kembalikan idnya, dan hapus lewat versi baru."


def _unknown(
    i: int, key: str, value: str | None, known: Iterable[str], where: str, otherwise: str = ""
) -> Iterator[Finding]:
    if value is not None and value not in known:
        saran = nearest(value, known, otherwise or f"Tulis yang ada: {where}.")
        yield Finding(("baris", i, key), f"{key} ini tidak ada di {where}", saran)


def _unknown_part(i: int, baris: BarisHasil, context: Context) -> Iterator[Finding]:
    unit = context.repository.perangkat_daerah.get(baris.perangkat_daerah or "")
    if baris.bagian is not None and baris.perangkat_daerah is None:
        saran = "Tulis `perangkat_daerah` baris ini."
        yield Finding(("baris", i, "bagian"), "bagian ini tanpa perangkat daerahnya", saran)
    elif unit is not None:
        known = {*(bagian.id for bagian in unit.bagian), LAINNYA}
        yield from _unknown(i, "bagian", baris.bagian, known, "berkas perangkat daerahnya")


@check("perangkat-daerah-pada-masanya", Hasil)
def units_exist_in_the_period(hasil: Hasil, context: Context) -> Iterator[Finding]:
    """Perangkat daerah dalam tabel hasil sudah ada pada akhir periodenya."""
    last = period_bounds(hasil.periode)[1]
    for i, baris in enumerate(hasil.baris):
        for key in ("perangkat_daerah", "wilayah"):
            unit = context.repository.perangkat_daerah.get(getattr(baris, key) or "")
            if unit is not None and unit.berlaku_mulai is not None and unit.berlaku_mulai > last:
                pesan = f"perangkat daerah ini baru ada sejak {id_date(unit.berlaku_mulai)}"
                saran = "Betulkan baris ini, atau `berlaku_mulai` di berkas perangkat daerahnya."
                yield Finding(("baris", i, key), pesan, saran)


@check("resmi-merujuk-contoh", Hasil)
def official_tables_are_of_official_groups(hasil: Hasil, context: Context) -> Iterator[Finding]:
    """Tabel hasil resmi tidak memuat perangkat daerah, jabatan, atau kriteria contoh."""
    if hasil.status == "resmi":
        saran = "Rujuk data resmi; data contoh hanya dirujuk oleh data contoh."
        for at in _of_status(hasil, context, "contoh"):
            yield Finding(at, "data resmi ini merujuk data contoh", saran)


@check("contoh-milik-resmi", Hasil)
def fictional_tables_are_of_fictional_groups(hasil: Hasil, context: Context) -> Iterator[Finding]:
    """Tabel hasil contoh hanya tentang perangkat daerah, jabatan, dan kriteria contoh."""
    if hasil.status == "contoh":
        saran = "Pakai kelompok contoh untuk data contoh, atau tulis `status: resmi` bila datanya nyata."
        for at in _of_status(hasil, context, "resmi"):
            yield Finding(at, "data contoh ini tentang kelompok resmi", saran)


def _of_status(hasil: Hasil, context: Context, status: str) -> Iterator[tuple[str | int, ...]]:
    """Where a table names something of this status."""
    kriteria = criteria_of(hasil, context)
    if kriteria is not None and kriteria.status == status:
        yield ("kelompok",)
    units, jabatan = context.repository.perangkat_daerah, context.repository.jabatan
    for i, baris in enumerate(hasil.baris):
        named = {
            "perangkat_daerah": units.get(baris.perangkat_daerah or ""),
            "wilayah": units.get(baris.wilayah or ""),
            "jabatan": jabatan.get(baris.jabatan or ""),
        }
        for key, document in named.items():
            if document is not None and document.status == status:
                yield ("baris", i, key)


def _rule(context: Context) -> VersiPenyamaran | None:
    # The rule of today: the file is published today, whatever its period.
    return version_on(context.repository.aturan.penyamaran, context.tanggal)


@check("kelompok-kecil", Hasil)
def small_groups_are_not_shown(hasil: Hasil, context: Context) -> Iterator[Finding]:
    """Tidak ada kelompok dalam tabel hasil yang lebih kecil daripada batas perlindungan orang."""
    versi = _rule(context)
    if versi is not None:
        yield from small_groups(hasil, versi)


@check("hitungan-kecil", Hasil)
def small_counts_are_not_shown(hasil: Hasil, context: Context) -> Iterator[Finding]:
    """Tidak ada hitungan orang yang bukan nol tetapi lebih kecil daripada batas perlindungan orang."""
    versi = _rule(context)
    if versi is not None:
        yield from small_counts(hasil, versi)


@check("kelompok-seragam", Hasil)
def uniform_groups_are_not_shown(hasil: Hasil, context: Context) -> Iterator[Finding]:
    """Tidak ada kelompok yang semua anggotanya berhasil sama, karena hasil setiap orang lalu diketahui."""
    yield from uniform_groups(hasil)
