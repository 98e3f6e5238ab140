"""The Indonesian words of the loader: what is wrong with the form of a file, and how to mend it."""

from __future__ import annotations

import re
from typing import NamedTuple


class Words(NamedTuple):
    """What is wrong, and what to do."""

    pesan: str
    saran: str


STRICT: dict[str, Words] = {
    "yaml-ukuran": Words("berkas lebih besar dari 1 MB", "Bagi berkas ini menjadi beberapa berkas."),
    "yaml-penyandian": Words(
        "huruf di sini tidak tersimpan sebagai UTF-8", "Simpan ulang berkas dengan penyandian UTF-8."
    ),
    "yaml-bom": Words("berkas diawali tanda BOM yang tidak terlihat", "Simpan ulang berkas sebagai UTF-8 tanpa BOM."),
    "yaml-karakter": Words(
        "ada karakter tak terlihat yang tidak boleh dipakai",
        "Hapus karakter itu lalu ketik ulang bagian ini.",
    ),
    "yaml-tab": Words("ada tab di sini", "Ganti tab dengan spasi; tiap tingkat menjorok dua spasi."),
    "yaml-kosong": Words("berkas ini kosong", "Isi berkas sesuai bentuknya, atau hapus berkas ini."),
    "yaml-banyak-dokumen": Words(
        "berkas berisi lebih dari satu dokumen YAML",
        "Hapus baris --- ini, atau pindahkan isinya ke berkas lain.",
    ),
    "yaml-jangkar": Words(
        "jangkar dan rujukan YAML (tanda &, *, <<) tidak dipakai di sini", "Tulis isinya secara lengkap."
    ),
    "yaml-tag": Words("tag YAML (tanda ! atau %) tidak dipakai di sini", "Hapus tag itu."),
    "yaml-kunci": Words("kunci harus berupa satu kata atau teks biasa", "Tulis kunci sebagai teks, misalnya: nama."),
    "yaml-satu-baris": Words(
        "teks berkutip atau kurung ini tidak selesai di baris yang sama",
        "Tulis dalam satu baris; untuk teks panjang pakai >-, untuk daftar pakai baris yang diawali tanda -.",
    ),
    "yaml-komentar": Words("komentar (tanda #) menempel pada isian", "Beri satu spasi sebelum tanda #."),
    "yaml-kunci-ganda": Words("kunci ini tertulis dua kali", "Hapus salah satunya; hanya satu yang dapat berlaku."),
    "yaml-kedalaman": Words("susunan bertingkat terlalu dalam", "Kurangi tingkat susunan di bagian ini."),
    "yaml-isian-kosong": Words("isian ini kosong", "Isi nilainya, atau hapus baris ini bila belum ada data."),
    "yaml-null": Words(
        "isian kosong (null, ~, atau -) tidak dipakai di sini",
        "Isi nilainya, atau hapus baris ini bila belum ada data.",
    ),
    "yaml-ya-tidak": Words(
        "kata ini dapat terbaca sebagai ya atau tidak oleh program lain",
        "Tulis true atau false; bila maksudnya teks, beri tanda kutip.",
    ),
    "yaml-angka": Words(
        "angka ini dapat terbaca berbeda oleh program lain",
        'Beri tanda kutip, misalnya: "3.5", "012", atau "12:30".',
    ),
    "yaml-tanggal": Words(
        "tanggal ini dapat terbaca berbeda oleh program lain",
        "Tulis tanggal sebagai tahun-bulan-hari, misalnya: 2026-01-31; bila ada jam, beri tanda kutip.",
    ),
    "yaml-angka-panjang": Words(
        "angka ini terlalu panjang",
        "Bila ini nomor (bukan jumlah), beri tanda kutip. Nomor pribadi seperti NIP tidak boleh ada di sini.",
    ),
    "yaml-kutip": Words(
        "tanda kutip miring (“ ”) tidak dikenal di sini", 'Ganti dengan tanda kutip tegak ("), misalnya: bobot: "60".'
    ),
    "yaml-konflik": Words(
        "tanda penggabungan git tertinggal di sini (<<<<<<<, =======, >>>>>>>)",
        "Pilih bagian yang benar dari kedua versi, lalu hapus ketiga baris tanda itu.",
    ),
    "yaml-sintaks": Words(
        "susunan YAML tidak dapat dibaca di sini",
        "Periksa spasi di awal baris, titik dua setelah kunci, dan tanda kutip pada baris ini dan sebelumnya.",
    ),
}

_SYNTAX = (
    ("mapping values are not allowed", "ada titik dua yang tidak pada tempatnya"),
    ("could not find expected ':'", "kunci ini tidak diikuti titik dua"),
    (
        "found character that cannot start",
        "karakter ini tidak dapat mengawali isian (misalnya @ atau `)",
    ),
    ("found unexpected end of stream", "tanda kutip tidak ditutup sampai akhir berkas"),
    ("did not find expected key", "baris ini tidak sejajar dengan kunci di atasnya"),
    ("did not find expected '-' indicator", "butir daftar ini tidak sejajar dengan butir di atasnya"),
    ("did not find expected ',' or ']'", "daftar dengan kurung siku tidak ditutup atau kurang koma"),
    ("did not find expected ',' or '}'", "pemetaan dengan kurung kurawal tidak ditutup atau kurang koma"),
    ("found undefined", "jangkar dan rujukan YAML (tanda &, *, <<) tidak dipakai di sini"),
    ("block sequence entries are not allowed", "tanda butir (-) tidak pada tempatnya"),
    (
        "found unknown escape character",
        "tanda \\ di dalam tanda kutip ganda diikuti huruf yang tidak dikenal",
    ),
)


def yaml_problem(problem: str | None) -> str | None:
    """Indonesian words for libyaml's complaint; None where only the general words fit."""
    for start, pesan in _SYNTAX:
        if problem and start in problem:
            return pesan
    return None


def trap(text: str) -> str:
    """Which kind of YAML 1.1 trap a plain scalar is: the id of its rule."""
    if text in ("=", "<<"):
        return "yaml-jangkar"
    if text in ("~", "-") or text.lower() == "null":
        return "yaml-null"
    if text.isalpha():
        return "yaml-ya-tidak"
    if re.match(r"[0-9]{4}-", text):
        return "yaml-tanggal"
    return "yaml-angka"
