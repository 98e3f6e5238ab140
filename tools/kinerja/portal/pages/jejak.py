"""The breadcrumbs that groups of pages share."""

from kinerja.portal.page import Tautan

BERANDA: Tautan = ("Beranda", "index.html")
LAYANAN: Tautan = ("Layanan", "layanan/index.html")
KRITERIA: Tautan = ("Kriteria", "kriteria/index.html")
PERANGKAT_DAERAH: Tautan = ("Perangkat Daerah", "perangkat-daerah/index.html")
PENILAIAN_LUAR: Tautan = ("Penilaian pihak luar", "penilaian-luar/index.html")
METODOLOGI: Tautan = ("Metodologi", "metodologi.html")
CONTOH_PERHITUNGAN: Tautan = ("Contoh perhitungan", "contoh-perhitungan/index.html")
ANCAMAN: Tautan = ("Siapa yang dapat mengetahui apa", "ancaman.html")
