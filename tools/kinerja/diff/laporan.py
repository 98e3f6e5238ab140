"""The report of what differs: in plain text, in Markdown for a comment, and for programs."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kinerja.diff.akibat import Akibat
from kinerja.diff.berkas import BedaBerkas, Keadaan
from kinerja.diff.butir import GOLONGAN
from kinerja.diff.teks import Potongan
from kinerja.numbers import id_list

BATAS = 58_000  # characters of the Markdown; the comment around it adds some, GitHub takes 65,536
TIDAK_ADA = "Tidak ada perubahan pada data/."
GAGAL = "Analisis gagal"

_KEADAAN: Mapping[Keadaan, str] = {
    "gagal": "tidak dapat dibandingkan",
    "dihapus": "berkas dihapus",
    "diubah": "diubah",
    "versi-baru": "versi baru",
    "pindah": "berkas berganti nama",
    "baru": "berkas baru",
    "tata-tulis": "hanya tata tulis (komentar, spasi); isinya sama",
}
# Losses and what matters most to people first.
_URUT: tuple[Keadaan, ...] = ("gagal", "dihapus", "versi-baru", "diubah", "pindah", "baru", "tata-tulis")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Laporan:
    """What differs between two states of data/. `tanpa_akibat` says why no effect could be computed."""

    dari: str
    ke: str
    berkas: tuple[BedaBerkas, ...]
    akibat: tuple[Akibat, ...] = ()
    tanpa_akibat: str = ""

    @property
    def gagal(self) -> bool:
        """Whether a file could not be compared."""
        return any(beda.keadaan == "gagal" for beda in self.berkas)


@dataclass(frozen=True, slots=True)
class Bentuk:
    """How a form marks words, names and lists."""

    kepala: Callable[[str], str]
    kalimat: Callable[[str], str]
    potongan: Callable[[Sequence[Potongan]], str]


def _plain_pieces(potongan: Sequence[Potongan]) -> str:
    marks = {"tetap": "{}", "dihapus": "[-{}-]", "ditambah": "{{+{}+}}"}
    return " ".join("".join(marks[p.jenis].format(p.teks) for p in potongan).split())


def _escaped(teks: str) -> str:
    """Text of others: nothing in it is a link, a heading or a tag."""
    return _SPECIAL.sub(r"\\\1", " ".join(teks.split()))


def _markdown_pieces(potongan: Sequence[Potongan]) -> str:
    return "".join(_markdown_piece(p) for p in potongan)


def _markdown_piece(p: Potongan) -> str:
    core = _escaped(p.teks)
    if not core or p.jenis == "tetap":
        return f"{' ' if p.teks[:1].isspace() else ''}{core}{' ' if core and p.teks[-1:].isspace() else ''}"
    tag = "del" if p.jenis == "dihapus" else "ins"
    return f"{' ' if p.teks[:1].isspace() else ''}<{tag}>{core}</{tag}>{' ' if p.teks[-1:].isspace() else ''}"


def _markdown_sentence(kalimat: str) -> str:
    return _escaped(kalimat).replace("“", "*").replace("”", "*")


TEKS = Bentuk(kepala=lambda teks: teks, kalimat=lambda teks: teks, potongan=_plain_pieces)
MARKDOWN = Bentuk(kepala=lambda teks: f"### {_escaped(teks)}", kalimat=_markdown_sentence, potongan=_markdown_pieces)


def as_text(laporan: Laporan) -> str:
    """Everything, for a terminal."""
    return "\n".join(line for block in _blocks(laporan, TEKS) for line in block).strip()


def as_markdown(laporan: Laporan) -> str:
    """For a comment: at most `BATAS` characters; what is cut is counted, and where the whole stands is said."""
    lines = [line for block in _blocks(laporan, MARKDOWN) for line in block]
    size = 0
    for number, line in enumerate(lines):
        size += len(line) + 1
        if size > BATAS:
            left = sum(line.startswith("- ") for line in lines[number:])
            return "\n".join([*lines[:number], "", _cut(left)]).strip()
    return "\n".join(lines).strip()


def as_json(laporan: Laporan) -> str:
    """For programs: the sentences, and every change with its places and values."""
    rows = [_row(beda) for beda in _ordered(laporan.berkas)]
    akibat = [
        {"aturan": a.aturan, "dihitung": a.dihitung, "sebab": a.sebab,
         "pindah": [{key: getattr(p, key) for key in ("objek", "periode", "dari", "ke")} for p in a.pindah]}
        for a in laporan.akibat
    ]  # fmt: skip
    whole = {
        "dari": laporan.dari, "ke": laporan.ke, "hasil": _verdict(laporan), "berkas": rows, "akibat": akibat,
        "tanpa_akibat": laporan.tanpa_akibat,
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _cut(left: int) -> str:
    return (
        f"… dipotong: {left} baris perubahan tidak ditampilkan di sini. Laporan lengkap ada pada artefak `laporan`"
        " (lengkap.txt), atau jalankan `kinerja beda` di komputer."
    )


def _verdict(laporan: Laporan) -> str:
    if laporan.gagal:
        return "gagal"
    return "berubah" if any(beda.ubahan for beda in laporan.berkas) else "sama"


def _ordered(berkas: Iterable[BedaBerkas]) -> list[BedaBerkas]:
    return sorted(berkas, key=lambda beda: (_URUT.index(beda.keadaan), beda.berkas))


def _blocks(laporan: Laporan, bentuk: Bentuk) -> Iterator[list[str]]:
    yield [_summary(laporan), ""]
    for beda in _ordered(laporan.berkas):
        yield _block(beda, bentuk)
    yield _effects(laporan, bentuk)


def _summary(laporan: Laporan) -> str:
    if not laporan.berkas:
        return f"{TIDAK_ADA} Yang dibandingkan: {laporan.dari} dan {laporan.ke}."
    failed = sum(beda.keadaan == "gagal" for beda in laporan.berkas)
    start = f"{GAGAL} untuk {failed} berkas. " if failed else ""
    counts = Counter(butir.golongan for beda in laporan.berkas for butir in beda.butir)
    if not any(beda.ubahan for beda in laporan.berkas):
        same = "" if failed else "Isi data tidak berubah: hanya tata tulis yang lain. "
        return f"{start}{same}Yang dibandingkan: {laporan.dari} dan {laporan.ke}."
    kinds = id_list([f"{counts[kind]} {kind}" for kind in GOLONGAN if counts[kind]])
    touched = sum(bool(beda.ubahan) for beda in laporan.berkas)
    return f"{start}Perubahan dari {laporan.dari} ke {laporan.ke}: {touched} berkas; {kinds}."


def _block(beda: BedaBerkas, bentuk: Bentuk) -> list[str]:
    title = f"{beda.judul}: " if beda.judul else ""
    lines = [bentuk.kepala(f"{title}{_KEADAAN[beda.keadaan]}"), bentuk.kalimat(_path(beda)), ""]
    if beda.usul:
        lines += [f"Jenis perubahan yang disarankan: {beda.usul}."]
    if beda.peringatan:
        lines += [f"PERINGATAN: {bentuk.kalimat(beda.peringatan)}"]
    lines += [""] if len(lines) > 3 else []
    lines += [f"- {bentuk.kalimat(galat)}" for galat in beda.galat]
    for butir in beda.butir:
        lines.append(f"- {bentuk.kalimat(butir.kalimat)}")
        if butir.potongan:
            lines.append(f"  {bentuk.potongan(butir.potongan)}")
    return [*lines, ""] if lines[-1] else lines


def _path(beda: BedaBerkas) -> str:
    if beda.keadaan == "versi-baru":
        return f"{beda.berkas}, dibandingkan dengan {beda.dari}"
    return f"{beda.dari} menjadi {beda.berkas}" if beda.dari else beda.berkas


def _effects(laporan: Laporan, bentuk: Bentuk) -> list[str]:
    if not laporan.akibat and not laporan.tanpa_akibat:
        return []
    lines = [bentuk.kepala("Akibat, bila diterapkan pada data terakhir yang terbit"), ""]
    lines += [f"- Tidak dapat dihitung: {bentuk.kalimat(laporan.tanpa_akibat)}"] if laporan.tanpa_akibat else []
    for akibat in laporan.akibat:
        lines += [f"- {bentuk.kalimat(line)}" for line in _effect(akibat)]
    return [*lines, ""]


def _effect(akibat: Akibat) -> Iterator[str]:
    name = akibat.aturan[:1].upper() + akibat.aturan[1:]
    if akibat.dihitung:
        yield f"{name}: {len(akibat.pindah)} dari {akibat.dihitung} keadaan berubah."
        yield from (f"“{p.objek}”, {p.periode}: {p.dari} → {p.ke}." for p in akibat.pindah)
    if akibat.sebab:
        yield (
            f"{name}: {akibat.sebab}" if akibat.dihitung else f"{name}: tidak dapat dihitung. {_sentence(akibat.sebab)}"
        )


def _sentence(teks: str) -> str:
    return teks[:1].upper() + teks[1:]


def _row(beda: BedaBerkas) -> dict[str, Any]:
    keys = ("berkas", "keadaan", "judul", "dari", "usul", "peringatan", "galat")
    butir = [
        {**{key: getattr(b, key) for key in ("golongan", "tempat", "unsur", "kalimat")},
         "potongan": [{"jenis": p.jenis, "teks": p.teks} for p in b.potongan]}
        for b in beda.butir
    ]  # fmt: skip
    ubahan = [{key: getattr(u, key) for key in ("jenis", "dari", "ke", "lama", "baru")} for u in beda.ubahan]
    return {**{key: getattr(beda, key) for key in keys}, "butir": butir, "ubahan": ubahan}
