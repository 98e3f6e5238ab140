"""The breadcrumbs that groups of pages share."""

from kinerja.portal.page import Tautan

BERANDA: Tautan = ("Beranda", "index.html")
LAYANAN: Tautan = ("Layanan", "layanan/index.html")
KRITERIA: Tautan = ("Kriteria", "kriteria/index.html")
BAGI_SAYA: Tautan = ("Kriteria yang berlaku bagi saya", "kriteria/bagi-saya.html")
SIMULATOR: Tautan = ("Simulator predikat", "simulator.html")
KEBERATAN: Tautan = ("Keberatan", "keberatan.html")
KALENDER: Tautan = ("Kalender penilaian", "kalender.html")
USULAN: Tautan = ("Usulan perubahan", "usulan/index.html")
PERANGKAT_DAERAH: Tautan = ("Perangkat Daerah", "perangkat-daerah/index.html")
PENILAIAN_LUAR: Tautan = ("Penilaian pihak luar", "penilaian-luar/index.html")
METODOLOGI: Tautan = ("Metodologi", "metodologi.html")
CONTOH_PERHITUNGAN: Tautan = ("Contoh perhitungan", "contoh-perhitungan/index.html")
ANCAMAN: Tautan = ("Siapa yang dapat mengetahui apa", "ancaman.html")
