"""The parts of the method: which page explains what, and the one address of each explanation."""

from __future__ import annotations

from dataclasses import dataclass

METODOLOGI = "metodologi.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bagian:
    """A page of the method. `temuan` is its first sentence; `isi` are its sections, anchor and title."""

    alamat: str
    judul: str
    temuan: str
    isi: tuple[tuple[str, str], ...]


KINERJA = Bagian(
    alamat="metodologi/kinerja.html",
    judul="Cara menilai kinerja pegawai",
    temuan="Dua penilaian bertemu dalam satu tabel dan menjadi satu predikat; tidak ada rata-rata.",
    isi=(
        ("predikat", "Predikat kinerja"),
        ("pola-distribusi", "Pola distribusi predikat"),
        ("angka-kredit", "Angka kredit"),
        ("keberatan", "Keberatan"),
    ),
)
WAKTU = Bagian(
    alamat="metodologi/waktu.html",
    judul="Cara menghitung waktu layanan",
    temuan="Waktu dihitung untuk semua permohonan; yang belum selesai tidak dihilangkan dari hitungan.",
    isi=(
        ("waktu", "Dari kapan sampai kapan"),
        ("hari-kerja", "Hari kerja"),
        ("terbuka", "Permohonan yang belum selesai"),
        ("tepat-waktu", "Bagian yang tepat waktu"),
        ("standar", "Memenuhi standar atau belum"),
        ("pengaduan", "Pengaduan"),
    ),
)
SURVEI = Bagian(
    alamat="metodologi/survei.html",
    judul="Cara menghitung kepuasan dan membaca nilai",
    temuan="Nilai kepuasan dihitung dari jawaban setiap unsur dengan bobot yang tepat, tanpa pembulatan di tengah.",
    isi=(
        ("skm", "Survei kepuasan masyarakat, IKM, dan mutu"),
        ("sampel", "Jumlah responden"),
        ("seragam", "Jawaban yang seragam"),
        ("responden", "Perlindungan responden"),
        ("pita", "Pita nilai"),
    ),
)
SELANG = Bagian(
    alamat="metodologi/selang.html",
    judul="Ketidakpastian dan perbandingan",
    temuan="Kata “membaik” hanya dipakai bila ukurannya sama dan selisihnya lebih besar daripada ketidakpastiannya.",
    isi=(
        ("selang", "Selang kepercayaan"),
        ("selang-survei", "Selang IKM dan unsur"),
        ("selang-bagian", "Selang bagian yang tepat waktu"),
        ("selang-median", "Selang waktu tengah"),
        ("sampel-kecil", "Sampel kecil"),
        ("perbandingan", "Kapan disebut membaik atau menurun"),
        ("deret", "Garis yang diputus"),
    ),
)
PERLINDUNGAN = Bagian(
    alamat="perlindungan.html",
    judul="Perlindungan orang dalam tabel",
    temuan="Jumlah orang dibulatkan bersama-sama sebelum terbit, lalu program lain mencoba menebak nilai seseorang.",
    isi=(
        ("cara", "Tiga langkah"),
        ("pensil", "Contoh dengan pensil"),
        ("serangan", "Serangan terakhir"),
        ("penyamaran", "Kebijakan"),
        ("rencana", "Tabel yang boleh terbit"),
    ),
)
BAGIAN = (KINERJA, WAKTU, SURVEI, SELANG, PERLINDUNGAN)


# Rules that are explained where they are used.
LAIN = {"perubahan-kriteria": "usulan/index.html#pemberitahuan"}


def address_of(anchor: str) -> str:
    """Where a rule, or another section of the method, is explained."""
    if anchor in LAIN:
        return LAIN[anchor]
    page = next((b.alamat for b in BAGIAN if anchor in dict(b.isi)), METODOLOGI)
    return f"{page}#{anchor}"
