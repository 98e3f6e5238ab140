"""Columns of a raw file by the names that offices give them; personal ones are never read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

Alias = Mapping[str, Sequence[str]]

# What a personal column is called, and the neutral word that a report names it by.
PRIBADI: Alias = {
    "nama": (
        "nama", "nama lengkap", "nama pemohon", "nama responden", "nama pegawai", "pemohon", "responden", "name",
        "nama pelapor", "nama orang tua", "nama ibu", "nama ayah",
    ),
    "NIK": ("nik", "no nik", "nomor nik", "nomor induk kependudukan", "no ktp", "nomor ktp", "ktp"),
    "NIP": ("nip", "nip baru", "nomor induk pegawai"),
    "nomor KK": ("no kk", "nomor kk", "nomor kartu keluarga"),
    "NPWP": ("npwp", "no npwp"),
    "alamat": ("alamat", "alamat lengkap", "alamat pemohon", "alamat rumah", "address", "rt rw", "domisili"),
    "telepon": (
        "telepon", "no telepon", "nomor telepon", "telp", "no telp", "hp", "no hp", "nomor hp", "handphone", "wa",
        "no wa", "nomor wa", "whatsapp", "nomor whatsapp", "phone",
    ),
    "surel": ("email", "e mail", "surel", "alamat email", "alamat surel", "email address"),
    "tanggal lahir": ("tanggal lahir", "tgl lahir", "tempat tanggal lahir", "ttl", "tempat lahir"),
    "alamat IP": ("ip", "ip address", "alamat ip"),
    "tanda tangan": ("tanda tangan", "ttd", "paraf"),
    "petugas": ("petugas", "nama petugas", "operator", "diterima oleh", "diproses oleh"),
    "koordinat": ("latitude", "longitude", "lat", "lon", "koordinat", "lokasi"),
    "rekening": ("rekening", "no rekening", "nomor rekening"),
    "catatan bebas": (
        "catatan", "keterangan", "saran", "kritik dan saran", "kritik saran", "saran masukan", "komentar",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengenalan:
    """`dikenal`: position by key. The rest are words for a report; an unknown title is told by its column letter."""

    dikenal: Mapping[str, int]
    pribadi: tuple[str, ...]
    tidak_dikenal: tuple[str, ...]
    ganda: tuple[str, ...]


@lru_cache(maxsize=4096)
def plain(title: str) -> str:
    """A title without case, accents, signs and doubled spaces.

    >>> plain("  Tgl. Selesai_Proses ")
    'tgl selesai proses'
    """
    decomposed = unicodedata.normalize("NFKD", title.casefold())
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^0-9a-z]+", " ", kept).split())


def letter(position: int) -> str:
    """The name of a column in a spreadsheet: 0 is A, 26 is AA."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def key_of(title: str, alias: Alias) -> str | None:
    """The key that a title stands for; None where the table does not know it."""
    wanted = plain(title)
    return next((key for key, names in alias.items() if wanted in map(plain, (key, *names))), None) if wanted else None


def recognise(judul: Sequence[str], alias: Alias) -> Pengenalan:
    """What each column is. What the tables do not know is listed, never guessed."""
    dikenal: dict[str, int] = {}
    pribadi, unknown, ganda = [], [], []
    for position, title in enumerate(judul):
        key = key_of(title, alias)
        if key is not None:
            if key in dikenal:
                ganda.append(f"{letter(dikenal[key])} dan {letter(position)}")
            dikenal.setdefault(key, position)
        elif kind := key_of(title, PRIBADI):
            pribadi.append(f"{kind} (kolom {letter(position)})")
        elif title.strip():
            unknown.append(f"kolom {letter(position)}")
    return Pengenalan(dikenal=dikenal, pribadi=tuple(pribadi), tidak_dikenal=tuple(unknown), ganda=tuple(ganda))
