"""Files to validate: criteria of about 7 kB, valid under schemas/kriteria.schema.json, the same for the same seed."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

SEED = 20261124
TEXT = """
petugas loket berkas permohonan warga layanan jangka waktu standar pelayanan tepat selesai diperiksa dicatat
dengan benar dan jelas kepada pemohon sebelum sesudah setiap bulan triwulan laporan antrean pengaduan dijawab
ditindaklanjuti bersama rekan atasan langsung menurut aturan yang berlaku lisan tertulis bahasa mudah dimengerti
hasil survei contoh acak lembar periksa buku agenda tanda terima perkiraan tanggal urutan dihormati disimpan aman
"""
WORDS = tuple(TEXT.split())
LEVELS = ("di-bawah-ekspektasi", "sesuai-ekspektasi", "di-atas-ekspektasi")
WEIGHTS = (("25", "25", "35", "15"), ("100/7", "300/7", "200/7", "100/7"), ("12.5", "37.5", "30", "20"))


def write(folder: Path, count: int) -> list[Path]:
    """Write `count` files under `folder`, each different, and return their paths."""
    paths = []
    for number in range(count):
        path = folder / "data" / "kriteria" / f"contoh-{number:04}" / "2027-01-01.yaml"
        path.parent.mkdir(parents=True)
        path.write_text("".join(f"{line}\n" for line in _lines(random.Random(SEED + number))), "utf-8")
        paths.append(path)
    return paths


def _lines(chance: random.Random) -> Iterator[str]:
    start = date(2027, 1, 1) + timedelta(days=chance.randrange(1000))
    yield "# Berkas peragaan untuk mengukur kecepatan pemeriksaan."
    yield "status: contoh"
    yield f"judul: {_sentence(chance, 5)}"
    yield from _prose(chance, "ringkasan", 0, 20)
    yield f"jabatan: {chance.choice(WORDS)}-contoh"
    # In quotes: to safe_load a plain date is not text, and the schema would refuse it.
    yield f'berlaku_mulai: "{start}"'
    yield from _prose(chance, "pernyataan", 0, 20)
    yield "tingkat:"
    for level in LEVELS:
        yield f"  - id: {level}"
        yield f"    nama: {level.capitalize().replace('-', ' ')}"
        yield f"    arti: {_sentence(chance, 7)}"
    yield "aspek:"
    for weight in chance.choice(WEIGHTS):
        yield from _aspect(chance, weight)
    yield from ("dasar:", "  - peraturan: permenpanrb-6-2022", "    perlu_verifikasi: true")
    yield from ("sumber:", f"  - judul: {_sentence(chance, 6)}", "    penerbit: Pengelola Contoh")
    yield from ("persetujuan:", "  oleh: Kepala Dinas Contoh", f'  tanggal: "{start - timedelta(days=40)}"')
    yield from _prose(chance, "alasan_perubahan", 0, 25)


def _aspect(chance: random.Random, weight: str) -> Iterator[str]:
    yield f"  - id: {_id(chance)}"
    yield f"    nama: {_sentence(chance, 3)}"
    yield f"    uraian: {_sentence(chance, 8)}"
    yield f'    bobot: "{weight}"'
    yield "    indikator:"
    for _ in range(2):
        yield f"      - id: {_id(chance)}"
        yield f"        nama: {_sentence(chance, 5)}"
        yield f"        uraian: {_sentence(chance, 8)}"
        yield "        bukti:"
        for _ in range(chance.randint(1, 3)):
            yield f"          - {_sentence(chance, 4)}"
        yield "        jangkar:"
        for level in LEVELS:
            yield from _prose(chance, level, 10, 10)


def _prose(chance: random.Random, key: str, indent: int, words: int) -> Iterator[str]:
    yield f"{' ' * indent}{key}: >-"
    margin = " " * (indent + 2)
    yield from textwrap.wrap(
        _sentence(chance, words + chance.randint(-3, 3)) + ".", 90, initial_indent=margin, subsequent_indent=margin
    )


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words)).capitalize()


def _id(chance: random.Random) -> str:
    return "-".join(chance.choices(WORDS, k=3))
