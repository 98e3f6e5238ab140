"""Dates and periods: in order, inside their year, and not ahead of the day of the build."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kinerja.checks.registry import Context, check
from kinerja.model.aturan import Versi
from kinerja.model.capaian import CapaianLayanan, Skm, TindakLanjut
from kinerja.model.dokumen import Dokumen
from kinerja.model.hukum import DasarHukum
from kinerja.model.penilaian_luar import Jadwal, PenilaianLuar
from kinerja.numbers import id_date, period_bounds
from kinerja.problems import Finding


@check("versi-urut", Dokumen)
def versions_ascend(document: Dokumen, context: Context) -> Iterator[Finding]:
    """Versi aturan tertulis dari yang terlama, masing-masing dengan tanggal berlaku sendiri."""
    versions: tuple[Versi, ...] = getattr(document, "versi", ())
    for i, (before, after) in enumerate(pairwise(versions), start=1):
        if after.berlaku_mulai <= before.berlaku_mulai:
            pesan = "versi ini tidak mulai berlaku setelah versi di atasnya"
            yield Finding(("versi", i, "berlaku_mulai"), pesan, "Urutkan versi dari yang terlama; betulkan tanggalnya.")


@check("tahun-peraturan", DasarHukum)
def regulations_are_dated_in_their_year(hukum: DasarHukum, context: Context) -> Iterator[Finding]:
    """Tanggal penetapan peraturan jatuh pada tahun peraturan itu."""
    for i, peraturan in enumerate(hukum.peraturan):
        if peraturan.tanggal is not None and peraturan.tanggal.year != peraturan.tahun:
            pesan = f"tanggal penetapan tidak jatuh pada tahun {peraturan.tahun}"
            yield Finding(("peraturan", i, "tanggal"), pesan, "Periksa tahun dan tanggal peraturan.")


@check("jadwal-rentang", Jadwal)
def activities_lie_in_their_year(jadwal: Jadwal, context: Context) -> Iterator[Finding]:
    """Kegiatan selesai setelah mulai, dan keduanya jatuh pada tahun jadwal."""
    for i, kegiatan in enumerate(jadwal.kegiatan):
        at = ("kegiatan", i)
        for key, day in (("mulai", kegiatan.mulai), ("selesai", kegiatan.selesai)):
            if day is not None and day.year != jadwal.tahun:
                pesan = f"tanggal ini tidak jatuh pada tahun {jadwal.tahun}"
                yield Finding((*at, key), pesan, "Betulkan tanggal, atau pindahkan kegiatan ke jadwal tahunnya.")
        if kegiatan.selesai is not None and kegiatan.selesai < kegiatan.mulai:
            yield Finding((*at, "selesai"), "kegiatan selesai sebelum mulai", "Betulkan `mulai` atau `selesai`.")


@check("periode-masa-depan", PenilaianLuar)
def periods_have_begun(penilaian: PenilaianLuar, context: Context) -> Iterator[Finding]:
    """Yang diterbitkan pihak lain adalah tentang periode yang sudah mulai."""
    for i, terbitan in enumerate(penilaian.terbitan):
        if period_bounds(terbitan.periode)[0] > context.tanggal:
            pesan = f"periode ini belum mulai pada {id_date(context.tanggal)}"
            yield Finding(("terbitan", i, "periode"), pesan, "Betulkan periode, atau tunggu sampai periodenya mulai.")


@check("periode-masa-depan", CapaianLayanan)
def results_are_of_begun_periods(capaian: CapaianLayanan, context: Context) -> Iterator[Finding]:
    """Capaian layanan adalah tentang periode yang sudah mulai."""
    yield from _not_begun(capaian.periode, context)


@check("periode-masa-depan", Skm)
def surveys_are_of_begun_periods(skm: Skm, context: Context) -> Iterator[Finding]:
    """Hasil survei adalah tentang periode yang sudah mulai."""
    yield from _not_begun(skm.periode, context)


@check("periode-masa-depan", TindakLanjut)
def follow_ups_are_of_begun_periods(tindak_lanjut: TindakLanjut, context: Context) -> Iterator[Finding]:
    """Tindak lanjut adalah tentang hasil suatu periode yang sudah mulai."""
    yield from _not_begun(tindak_lanjut.periode, context)


def _not_begun(periode: str, context: Context) -> Iterator[Finding]:
    if period_bounds(periode)[0] > context.tanggal:
        pesan = f"periode ini belum mulai pada {id_date(context.tanggal)}"
        yield Finding(("periode",), pesan, "Betulkan periode, atau tunggu sampai periodenya mulai.")


@check("periode-belum-selesai", PenilaianLuar, "peringatan")
def yearly_values_come_after_the_year(penilaian: PenilaianLuar, context: Context) -> Iterator[Finding]:
    """Nilai atau kategori suatu tahun baru ada setelah tahun itu berakhir."""
    for i, terbitan in enumerate(penilaian.terbitan):
        first, last = period_bounds(terbitan.periode)
        rated = terbitan.nilai is not None or terbitan.kategori is not None
        if rated and len(terbitan.periode) == 4 and first <= context.tanggal <= last:
            saran = "Periksa apakah nilai ini tentang tahun sebelumnya; bila tentang sebagian tahun, tulis bulannya."
            yield Finding(("terbitan", i, "periode"), "nilai setahun, padahal tahunnya belum berakhir", saran)


@check("tanggal-terbit", PenilaianLuar)
def publications_come_after_their_period_begins(penilaian: PenilaianLuar, context: Context) -> Iterator[Finding]:
    """Tanggal terbit tidak mendahului periodenya dan tidak di masa depan."""
    for i, terbitan in enumerate(penilaian.terbitan):
        if terbitan.tanggal is None:
            continue
        at = ("terbitan", i, "tanggal")
        if terbitan.tanggal > context.tanggal:
            yield Finding(at, f"tanggal terbit setelah {id_date(context.tanggal)}", "Betulkan tanggal terbit.")
        if terbitan.tanggal < period_bounds(terbitan.periode)[0]:
            yield Finding(at, "tanggal terbit sebelum periodenya mulai", "Betulkan tanggal terbit atau periode.")
