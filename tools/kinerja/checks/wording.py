"""The spelling of the glossary in every text that people write into the data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja.checks.registry import Context, check
from kinerja.checks.walk import parts
from kinerja.model.dokumen import Dokumen
from kinerja.problems import Finding

# wrong spelling, right spelling
_WORDS = (
    ("prilaku", "perilaku"),
    ("diatas", "di atas"),
    ("dibawah", "di bawah"),
    ("surveys?", "survei"),
    ("(?:kemen|permen)?pan[ -]rb", "PANRB, misalnya KemenPANRB"),
    ("prosentase", "persentase"),
    ("kwalitas", "kualitas"),
    ("obyektif", "objektif"),
    ("obyektifitas|obyektivitas|objektifitas", "objektivitas"),
    ("efektifitas", "efektivitas"),
    ("kreatifitas", "kreativitas"),
    ("analisa", "analisis"),
    ("resiko", "risiko"),
    ("ijin", "izin"),
    ("merubah", "mengubah"),
    ("standarisasi", "standardisasi"),
)
SPELLINGS = tuple((re.compile(rf"\b(?:{wrong})\b", re.IGNORECASE), right) for wrong, right in _WORDS)
_ANY = re.compile(rf"\b(?:{'|'.join(wrong for wrong, _ in _WORDS)})\b", re.IGNORECASE)
_SASARAN_KERJA = re.compile(r"\bsasaran kerja pegawai\b", re.IGNORECASE)
_OLD_YEARS = re.compile(r"\b201[1-8]\b")

# Written as their source writes them, or not read by people.
VERBATIM = frozenset(
    ("id", "kode", "kode_kemendagri", "kode_bps", "url", "situs", "repositori", "surel", "telepon", "inggris",
     "alias", "kata_cari", "sk", "sumber", "tentang", "kategori_tertulis", "masukan", "hasil",
     "lisensi_data", "lisensi_kode")
)  # fmt: skip


def texts(document: Dokumen) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of a document that the portal's own people word."""
    for at, part in parts(document):
        if isinstance(part, str) and VERBATIM.isdisjoint(at):
            yield at, part


def misspellings(text: str) -> Iterator[str]:
    """The right spelling of what is misspelled in `text`, once each."""
    for wrong, right in SPELLINGS if _ANY.search(text) else ():
        if wrong.search(text):
            yield right


@check("ejaan", Dokumen, "peringatan")
def texts_are_spelled_as_the_glossary(document: Dokumen, context: Context) -> Iterator[Finding]:
    """Teks memakai ejaan kamus istilah: perilaku, di atas, di bawah, survei, PANRB."""
    for at, text in texts(document):
        for right in misspellings(text):
            yield Finding(at, "ejaan di teks ini tidak baku", f"Ejaan yang dipakai portal: {right}.")


@check("kepanjangan-skp", Dokumen, "peringatan")
def skp_is_named_by_its_law(document: Dokumen, context: Context) -> Iterator[Finding]:
    """Sejak 2019 SKP berarti Sasaran Kinerja Pegawai; nama lama hanya dengan tahun 2011 sampai 2018."""
    for at, text in texts(document):
        if _SASARAN_KERJA.search(text) and not _OLD_YEARS.search(text):
            saran = "Tulis Sasaran Kinerja Pegawai, atau sebutkan tahun aturan lamanya (2011 sampai 2018)."
            yield Finding(at, "kepanjangan SKP di teks ini memakai nama lama", saran)
