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
_MAYBE = re.compile(rb"@|[0-9][0-9 .()\xa0\xc2-]{8,}[0-9]|[^\x00-\x7f]{8}")
_PRINTABLE = re.compile(rb"[\x20-\x7e]{12,}")
_PNG = b"\x89PNG\r\n\x1a\n"
_RAW = (".xlsx", ".xlsm", ".xls", ".parquet", ".ods", ".accdb", ".mdb")
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


def contact(text: str) -> str:
    """A telephone number or an address in plain form, to compare by: digits behind the prefix, or lower case."""
    return text.casefold() if "@" in text else re.sub(r"^(?:0062|62|0)", "", re.sub("[^0-9]", "", text))


def scan(berkas: str, data: bytes, pindaian: Pindaian) -> Iterator[Problem]:
    """Every place of a file, and of its name, that shows something of a person.

    `berkas` may have a prefix that ends in a colon (a place in the history); the path behind it counts.
    """
    shown = masked(berkas, pindaian)
    if shown != berkas:
        yield _problem(shown, 1, 1, "nama berkas ini memuat data pribadi")
    if berkas.endswith(_RAW):
        yield _problem(shown, 1, 1, "lembar kerja mentah tidak boleh masuk ke repositori")
    for text, is_text in texts_of(data):
        for found in findings(text, berkas.rpartition(":")[2], pindaian):
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


def masked(text: str, pindaian: Pindaian) -> str:
    """`text` with an ellipsis for whatever in it is personal: safe to print."""
    for found in sorted(findings(text, "", pindaian), reverse=True):
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
    binary = b"\0" in data[:8000]
    if not binary:
        yield data.decode("cp1252", "replace"), True
    else:
        yield "\n".join(run.decode("ascii") for run in _PRINTABLE.findall(data)), False


def _png_texts(data: bytes) -> Iterator[str]:
    """Texts in the chunks tEXt, zTXt, iTXt and eXIf; nothing of the picture itself."""
    at = len(_PNG)
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
    sources: Iterable[tuple[str, str, bytes]], pindaian: Pindaian, izin: Sequence[IzinPindai]
) -> tuple[list[Problem], set[int]]:
    """Every problem of many files that no allowance covers, and the indexes of the allowances that were used.

    A source is the name that the report shows, the id of the object in git (empty for a file on disk), and the bytes;
    the path at the end of the name decides what is looked for.
    """
    problems: list[Problem] = []
    used: set[int] = set()
    for nama, objek, data in sources:
        for problem in scan(nama, data, pindaian):
            covering = (i for i, one in enumerate(izin) if _covers(one, nama, objek))
            allowed = {i for i in covering if _WORDS[izin[i].jenis] == problem.pesan}
            used |= allowed
            if not allowed:
                problems.append(problem)
    return problems, used


def _covers(izin: IzinPindai, nama: str, objek: str) -> bool:
    return (izin.objek is not None and izin.objek == objek) or (izin.jalur is not None and izin.jalur == nama)


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
