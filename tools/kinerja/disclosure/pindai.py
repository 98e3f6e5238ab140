"""What a file shows of persons, whatever kind of file it is: kind and place only, never the value."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from kinerja.disclosure.nama import find_names, is_looked_at
from kinerja.disclosure.nomor import Jenis, Temuan, find_numbers
from kinerja.model.portal import IzinPindai
from kinerja.model.repository import Repository
from kinerja.problems import Finding, Problem

# Domains that belong to nobody (RFC 2606, RFC 6761).
_NOBODY = re.compile(r"(?i)@(?:[a-z0-9-]+\.)*(?:example(?:\.(?:com|net|org))?|invalid|test|localhost)$")
_PRINTABLE = re.compile(rb"[\x20-\x7e]{12,}")
_PNG = b"\x89PNG\r\n\x1a\n"
# What raw records come in, whatever the file is called: zip (workbooks too), OLE, Parquet, gzip.
_RAW = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PAR1", b"\x1f\x8b")
ATURAN = "data-pribadi"
SARAN = (
    "Jangan simpan berkas ini ke git. Hapus bagian itu; bila sudah telanjur tersimpan,"
    " baca “Bila data pribadi terlanjur masuk” di CONTRIBUTING."
)
_WORDS: dict[Jenis, str] = {
    "NIP": "ada NIP", "NIK": "ada NIK", "NPWP": "ada NPWP", "telepon": "ada nomor telepon", "surel": "ada alamat surel",
    "nama": "ada nama orang di samping gelar atau sapaan",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Pindaian:
    """What to scan against: the date bounds the years of a NIP, `resmi` are official contacts in plain form."""

    tanggal: date
    resmi: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sumber:
    """Something to scan: the path, which decides what is looked for; the bytes; and for a version in the history the id
    of its object and the words that a report puts before the path."""

    berkas: str
    data: bytes
    objek: str = ""
    awalan: str = ""


def contact(text: str) -> str:
    """A telephone number or an address in plain form, to compare by: digits behind the prefix, or lower case."""
    return text.casefold() if "@" in text else re.sub(r"^(?:0062|62|0)", "", re.sub("[^0-9]", "", text))


def scan(berkas: str, data: bytes, pindaian: Pindaian, awalan: str = "") -> Iterator[Problem]:
    """Every place of a file, and of its name, that shows something of a person.

    `awalan` is printed before the name: a place in the history.
    """
    name = masked(berkas, pindaian, berkas)
    shown = f"{awalan}{name}"
    if name != berkas:
        yield _problem(shown, 1, 1, "nama berkas ini memuat data pribadi")
    if data.startswith(_RAW):
        yield _problem(shown, 1, 1, "catatan mentah atau berkas mampat tidak boleh masuk ke repositori")
        return
    for text, is_text in texts_of(data):
        for found in findings(text, berkas, pindaian):
            line, start = text.count("\n", 0, found.awal) + 1, text.rfind("\n", 0, found.awal) + 1
            place = (line, found.awal - start + 1) if is_text else (1, 1)
            yield _problem(shown, *place, _WORDS[found.jenis])


def findings(text: str, berkas: str, pindaian: Pindaian) -> Iterable[Temuan]:
    """What a text shows, without official contacts and addresses that belong to nobody."""
    found = [*find_numbers(text, pindaian.tanggal), *(find_names(text) if is_looked_at(berkas) else ())]
    for one in sorted(found):
        value = text[one.awal : one.akhir]
        official = one.jenis in ("telepon", "surel") and contact(value) in pindaian.resmi
        if not official and not (one.jenis == "surel" and _NOBODY.search(value)):
            yield one


def masked(text: str, pindaian: Pindaian, berkas: str = "") -> str:
    """`text` with an ellipsis for whatever in it is personal: safe to print. Names count where `berkas` has none."""
    for found in sorted(findings(text, berkas, pindaian), reverse=True):
        text = f"{text[: found.awal]}…{text[found.akhir :]}"
    return text


def texts_of(data: bytes) -> Iterator[tuple[str, bool]]:
    """The texts in a file, and whether the text is the file itself: UTF-8, UTF-16, the texts of a PNG, or whatever
    can be read in other bytes."""
    if data.startswith(_PNG):
        yield from ((text, False) for text in _png_texts(data))
        return
    for encoding in ("utf-8-sig", "utf-16"):
        if encoding == "utf-8-sig" or data.startswith((b"\xff\xfe", b"\xfe\xff")):
            with suppress(UnicodeDecodeError):
                yield data.decode(encoding), True
                return
    if (wide := _wide(data)) is not None:
        yield wide, True
    elif b"\0" not in data[:8000]:
        yield data.decode("cp1252", "replace"), True
    else:
        yield "\n".join(run.decode("ascii") for run in _PRINTABLE.findall(data)), False


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Latin text is zero."""
    head = data[:4000]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(head) > 8 and head[start::2].count(0) * 10 > len(head) * 4 and head[1 - start :: 2].count(0) < 8:
            return data.decode(encoding, "replace")
    return None


def _png_texts(data: bytes) -> Iterator[str]:
    """Texts in the chunks tEXt, zTXt, iTXt and eXIf; nothing of the picture itself."""
    at = len(_PNG)
    end = data.rfind(b"IEND")
    yield "\n".join(run.decode("ascii") for run in _PRINTABLE.findall(data[end + 8 :] if end > 0 else b""))
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + length]
        if kind in (b"tEXt", b"iTXt", b"eXIf", b"zTXt"):
            yield body.decode("latin-1")
            _, _, rest = body.partition(b"\0")
            for start in range(min(len(rest), 64)) if kind in (b"zTXt", b"iTXt") else ():
                with suppress(zlib.error):
                    yield zlib.decompressobj().decompress(rest[start:], 1_000_000).decode("latin-1")
                    break
        at += 12 + length


def _problem(berkas: str, baris: int, kolom: int, pesan: str) -> Problem:
    return Problem(berkas, baris, kolom, ATURAN, "galat", pesan, SARAN)


def scan_all(
    sources: Iterable[Sumber], pindaian: Pindaian, izin: Sequence[IzinPindai]
) -> tuple[list[Problem], set[int]]:
    """Every problem of many files that no allowance covers, and the indexes of the allowances that were used."""
    problems: list[Problem] = []
    used: set[int] = set()
    for sumber in sources:
        for problem in scan(sumber.berkas, sumber.data, pindaian, sumber.awalan):
            covering = (i for i, one in enumerate(izin) if _covers(one, sumber))
            allowed = {i for i in covering if _WORDS[izin[i].jenis] == problem.pesan}
            used |= allowed
            if not allowed:
                problems.append(problem)
    return problems, used


def _covers(izin: IzinPindai, sumber: Sumber) -> bool:
    if izin.objek is not None:
        return izin.objek == sumber.objek
    return izin.jalur is not None and izin.jalur == sumber.berkas and not sumber.objek


def unused(izin: Sequence[IzinPindai], used: set[int], *, riwayat: bool) -> Iterator[Finding]:
    """Allowances that nothing needs: of files after a scan of the files, of objects after one of the history."""
    for i, one in enumerate(izin):
        if one.jalur is None and one.objek is None:
            pesan = "izin ini tidak menyebut jalur atau objek"
            yield Finding(("izin_pindai", i), pesan, "Isi salah satunya, atau hapus izin ini.")
        elif i not in used and (one.objek is not None) == riwayat:
            yield Finding(("izin_pindai", i), "izin pindai ini tidak terpakai", "Hapus izin ini.")


def official(repository: Repository) -> frozenset[str]:
    """The contacts of institutions that data/portal.yaml and data/layanan/ publish, in plain form."""
    contacts = [*repository.portal.kontak]
    contacts += [kontak for layanan in repository.layanan.values() for kontak in layanan.kontak]
    values = (value for kontak in contacts for value in (kontak.surel, kontak.telepon) if value)
    return frozenset(map(contact, values))
