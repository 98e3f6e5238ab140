"""The rows of a chart as CSV: RFC 4180, UTF-8, points for decimals, nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from fractions import Fraction

from kinerja.numbers import Exact, half_up
from kinerja.summary.angka import ALASAN, Angka
from kinerja.summary.grafik import EraPita, Grafik, GrafikMatriks, GrafikPita, TitikPita
from kinerja.summary.grafik_layanan import GrafikDeret, GrafikSelang, GrafikSelisih

PLAIN = re.compile(r"[+-]?\d+(\.\d+)?")
KOLOM_PITA = (
    "periode", "nama_periode", "pembanding", "nilai", "satuan", "kategori", "rentang_bawah", "rentang_atas",
    "alasan", "n", "status", "aturan", "berlaku_mulai",
)  # fmt: skip
KOLOM_MATRIKS = ("hasil_kerja", "perilaku_kerja", "predikat", "nilai", "satuan", "alasan", "n", "status")
KOLOM_SELANG = ("nama", "nilai", "bawah", "atas", "satuan", "alasan", "n", "catatan", "status")
KOLOM_SELISIH = (
    "nama", "sebelum", "alasan_sebelum", "n_sebelum", "sesudah", "alasan_sesudah", "n_sesudah", "batas", "satuan",
    "keterangan", "status",
)  # fmt: skip
KOLOM_DERET = (
    "periode", "nama_periode", "nilai", "bawah", "atas", "batas", "satuan", "alasan", "n", "patah", "status",
)  # fmt: skip


def table(chart: Grafik) -> bytes:
    """The CSV of a chart, its rows in the order of the drawing."""
    if isinstance(chart, GrafikMatriks):
        return write(KOLOM_MATRIKS, _cells(chart))
    if isinstance(chart, GrafikSelang):
        return write(KOLOM_SELANG, _intervals(chart))
    if isinstance(chart, GrafikSelisih):
        return write(KOLOM_SELISIH, _differences(chart))
    if isinstance(chart, GrafikDeret):
        return write(KOLOM_DERET, _series(chart))
    return write(KOLOM_PITA, _points(chart))


def write(columns: Iterable[str], lines: Iterable[Iterable[str]]) -> bytes:
    """Cells to bytes."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([safe(cell) for cell in line] for line in lines)
    return sheet.getvalue().encode("utf-8")


def safe(cell: str) -> str:
    """`cell`, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not PLAIN.fullmatch(cell) else cell


def plain(value: Exact, places: int | None) -> str:
    """A number for machines: a point for decimals, no grouping; a fraction without `places` has six."""
    if places is None and isinstance(value, int | Fraction):
        places = 0 if value.denominator == 1 else 6
    return f"{value if places is None else half_up(value, places):f}"


def _number(angka: Angka | None) -> tuple[str, str, str, str]:
    """Value, unit, reason, n."""
    if angka is None:
        return "", "", "", ""
    nilai = "" if angka.nilai is None else plain(angka.nilai, angka.desimal)
    alasan = "" if angka.alasan is None else ALASAN[angka.alasan]
    return nilai, angka.satuan, alasan, "" if angka.n is None else str(angka.n)


def _points(chart: GrafikPita) -> Iterable[tuple[str, ...]]:
    for era in chart.pita_per_era:
        for titik in era.titik:
            yield _point(chart, era, titik)
            for satu in titik.pembanding:
                nilai, satuan, alasan, n = _number(satu.angka)
                yield (titik.periode, titik.label, satu.nama, nilai, satuan or chart.satuan, "", "", "",
                       alasan, n, satu.angka.status, era.judul, era.berlaku_mulai)  # fmt: skip


def _point(chart: GrafikPita, era: EraPita, titik: TitikPita) -> tuple[str, ...]:
    nilai, satuan, alasan, n = _number(titik.angka)
    bawah = atas = ""
    if titik.rentang is not None:
        bawah = plain(titik.rentang.bawah, chart.desimal)
        atas = plain(titik.rentang.atas, chart.desimal)
    kategori = titik.kategori or (titik.rentang.kata if titik.rentang else "")
    return (titik.periode, titik.label, "", nilai, satuan or chart.satuan, kategori, bawah, atas,
            alasan, n, titik.status, era.judul, era.berlaku_mulai)  # fmt: skip


def _cells(chart: GrafikMatriks) -> Iterable[tuple[str, ...]]:
    nama = dict(chart.ekspektasi)
    for baris, _ in chart.ekspektasi:
        for kolom, _ in reversed(chart.ekspektasi):
            sel = next(sel for sel in chart.sel if (sel.hasil_kerja, sel.perilaku_kerja) == (baris, kolom))
            yield (nama[baris], nama[kolom], sel.nama, *_number(sel.angka), chart.status)


def _intervals(chart: GrafikSelang) -> Iterable[tuple[str, ...]]:
    for titik in chart.titik:
        nilai, satuan, alasan, n = _number(titik.angka)
        yield (titik.label, nilai, _number(titik.bawah)[0], _number(titik.atas)[0], satuan or chart.satuan,
               alasan, n, titik.catatan, titik.angka.status)  # fmt: skip


def _differences(chart: GrafikSelisih) -> Iterable[tuple[str, ...]]:
    for baris in chart.baris:
        sebelum, _, alasan_sebelum, n_sebelum = _number(baris.sebelum)
        sesudah, _, alasan_sesudah, n_sesudah = _number(baris.sesudah)
        contoh = "contoh" in (baris.sebelum.status, baris.sesudah.status)
        yield (baris.label, sebelum, alasan_sebelum, n_sebelum, sesudah, alasan_sesudah, n_sesudah,
               _number(baris.batas)[0], chart.satuan, baris.kata, "contoh" if contoh else "resmi")  # fmt: skip


def _series(chart: GrafikDeret) -> Iterable[tuple[str, ...]]:
    for titik in chart.titik:
        nilai, satuan, alasan, n = _number(titik.angka)
        bawah, atas, batas = (_number(angka)[0] for angka in (titik.bawah, titik.atas, titik.batas))
        yield (titik.periode, titik.label, nilai, bawah, atas, batas, satuan or chart.satuan, alasan, n,
               titik.patah, titik.angka.status)  # fmt: skip
