"""The charts of the gallery: one of each kind for services, every figure made up."""

from __future__ import annotations

from decimal import Decimal

from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.grafik import PitaGrafik
from kinerja.summary.grafik_layanan import (
    BarisSelisih,
    GrafikDeret,
    GrafikSelang,
    GrafikSelisih,
    TitikDeret,
    TitikSelang,
)

PITA = (("D", "25", "65"), ("C", "65", "76.61"), ("B", "76.61", "88.31"), ("A", "88.31", "100"))
UNSUR = (
    ("Persyaratan", "88.9", "87.0", "90.8"),
    ("Waktu penyelesaian", "79.4", "76.7", "82.1"),
    ("Penanganan pengaduan, saran, dan masukan", "74.8", "71.6", "78.0"),
)
WAKTU = (
    ("Layanan Contoh A", "5", "1", "3", "memenuhi standar"),
    ("Layanan Contoh B", "14", "8", "7", "1 hari di atas standar"),
    ("Layanan Contoh C", None, "2", "2", "memenuhi standar"),
)
DERET = (
    ("2025-tw2", "TW II 2025", "11", "9.5", "13", "10", ""),
    ("2025-tw3", "TW III 2025", "9", "8", "11", "7", ""),
    ("2025-tw4", "TW IV 2025", None, None, None, "7", ""),
    ("2026-tw1", "TW I 2026", "8", "7", "9", "7", "Waktu kini dihitung sejak berkas lengkap."),
    ("2026-tw2", "TW II 2026", "6.5", "6", "7.5", "7", ""),
    ("2026-tw3", "TW III 2026", "6", "5", "7", "7", ""),
)


def charts() -> tuple[GrafikSelang | GrafikSelisih | GrafikDeret, ...]:
    """One of each."""
    return _selang(), _selisih(), _deret()


def course() -> tuple[Angka, ...]:
    """The values of the line in a cell."""
    return tuple(_angka(nilai) for _, _, nilai, *_ in DERET)


def _angka(nilai: str | None) -> Angka:
    return Angka(
        id=f"galeri/{nilai}",
        nilai=None if nilai is None else Decimal(nilai),
        alasan="belum-ada-data" if nilai is None else None,
        status="contoh",
        rumus="angka rekaan untuk galeri",
        masukan=(Tempat("tools/kinerja/portal/pages/galeri_grafik.py"),),
    )


def _perhaps(nilai: str | None) -> Angka | None:
    return None if nilai is None else _angka(nilai)


def _selang() -> GrafikSelang:
    return GrafikSelang(
        id="galeri/unsur",
        judul="Kepuasan menurut unsur di Layanan Contoh A",
        temuan="Penanganan pengaduan paling lemah dalam contoh ini: 74,8.",
        satuan="nilai 25–100",
        minimum=Decimal(65),
        maksimum=Decimal(100),
        pita=tuple(
            PitaGrafik(nama=f"Mutu {nama}", singkat=nama, bawah=Decimal(bawah), atas=Decimal(atas))
            for nama, bawah, atas in PITA
        ),
        titik=tuple(
            TitikSelang(label=label, angka=_angka(nilai), bawah=_angka(bawah), atas=_angka(atas))
            for label, nilai, bawah, atas in UNSUR
        ),
        status="contoh",
    )


def _selisih() -> GrafikSelisih:
    return GrafikSelisih(
        id="galeri/waktu",
        judul="Waktu tiga layanan contoh, sebelum dan sesudah",
        temuan="Layanan Contoh B masih 1 hari di atas standar.",
        satuan="hari kerja, median",
        nama_sebelum="TW III 2025",
        nama_sesudah="TW III 2026",
        baris=tuple(
            BarisSelisih(label=label, sebelum=_angka(sebelum), sesudah=_angka(sesudah), batas=_angka(batas), kata=kata)
            for label, sebelum, sesudah, batas, kata in WAKTU
        ),
        status="contoh",
    )


def _deret() -> GrafikDeret:
    return GrafikDeret(
        id="galeri/deret",
        judul="Waktu Layanan Contoh B tiap triwulan",
        temuan="Median dalam contoh ini turun dari 8 menjadi 6 hari kerja sejak TW I 2026.",
        satuan="hari kerja, median",
        nama_batas="batas standar",
        titik=tuple(
            TitikDeret(
                periode=periode, label=label, angka=_angka(nilai), bawah=_perhaps(bawah), atas=_perhaps(atas),
                batas=_angka(batas), patah=patah,
            )
            for periode, label, nilai, bawah, atas, batas, patah in DERET
        ),
        status="contoh",
    )  # fmt: skip
