"""Dates and periods: in order, inside their year, and not ahead of the day of the build."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from kinerja.checks.registry import Context, check
from kinerja.model.aturan import Versi
from kinerja.model.dokumen import Dokumen
from kinerja.model.hukum import DasarHukum
from kinerja.model.penilaian_luar import Jadwal, PenilaianLuar
from kinerja.numbers import PERIODE, id_date
from kinerja.problems import Finding


def period_bounds(periode: str) -> tuple[date, date]:
    """First and last day of a period. Raises ValueError for another form.

    >>> period_bounds("2026-tw3")
    (datetime.date(2026, 7, 1), datetime.date(2026, 9, 30))
    """
    match = PERIODE.fullmatch(periode)
    if match is None:
        raise ValueError("not a period")
    months, number = 12, 1
    for name, length in (("semester", 6), ("triwulan", 3), ("bulan", 1)):
        if match[name]:
            months, number = length, int(match[name])
    year, first = int(match["tahun"]), months * (number - 1) + 1
    after = date(year + 1, 1, 1) if first + months > 12 else date(year, first + months, 1)
    return date(year, first, 1), after - timedelta(days=1)


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
