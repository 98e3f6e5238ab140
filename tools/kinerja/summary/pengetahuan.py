"""Regulations with their chains and what uses them, and the glossary by letter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from itertools import groupby

from kinerja.model.dokumen import Dokumen, Rujukan
from kinerja.model.hukum import Istilah, Peraturan
from kinerja.model.kriteria import Kriteria
from kinerja.model.penilaian_luar import Jadwal, PenilaianLuar
from kinerja.model.perubahan import AturanPerubahanKriteria
from kinerja.model.repository import Repository, documents, without_contoh
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.metodologi_bagian import address_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Pemakaian:
    """A page of the portal that rests on a regulation."""

    judul: str
    alamat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hukum:
    """One regulation. `rantai` is it with all that it replaced and all that replaced it, the oldest first."""

    peraturan: Peraturan
    pengganti: Peraturan | None
    rantai: tuple[Peraturan, ...]
    pemakaian: tuple[Pemakaian, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KelompokHukum:
    """Regulations of one kind, in the order of the file."""

    jenis: str
    jangkar: str
    hukum: tuple[Hukum, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarHukum:
    """Every regulation, by kind."""

    kelompok: tuple[KelompokHukum, ...]
    jumlah: Angka
    jumlah_perlu_verifikasi: Angka
    jumlah_diganti: Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class Huruf:
    """The terms that start with one letter."""

    huruf: str
    istilah: tuple[Istilah, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Abjad:
    """The glossary from A to Z; `nama` and `alamat` give the term and the place of an id."""

    huruf: tuple[Huruf, ...]
    alamat: Mapping[str, str]
    singkatan: tuple[Istilah, ...]
    nama: Mapping[str, str]
    jumlah: Angka


def hukum(repository: Repository) -> DaftarHukum:
    """Regulations by kind, each with its chain and the pages that use it."""
    listed = repository.dasar_hukum.peraturan
    used = _uses(without_contoh(repository))
    by_kind: dict[str, list[Hukum]] = defaultdict(list)
    for peraturan in listed:
        by_kind[peraturan.jenis].append(_regulation(listed, peraturan, used))
    return DaftarHukum(
        kelompok=tuple(
            KelompokHukum(jenis=jenis, jangkar=_anchor(jenis), hukum=tuple(found)) for jenis, found in by_kind.items()
        ),
        jumlah=_regulations(repository, "jumlah", listed, "banyak rujukan dalam daftar"),
        jumlah_perlu_verifikasi=_regulations(
            repository, "jumlah-perlu-verifikasi", [p for p in listed if p.perlu_verifikasi], "banyak yang bertanda"
        ),
        jumlah_diganti=_regulations(
            repository, "jumlah-diganti", [p for p in listed if p.diganti_oleh], "banyak yang sudah diganti"
        ),
    )


def chain(listed: tuple[Peraturan, ...], peraturan: Peraturan) -> tuple[Peraturan, ...]:
    """All that a regulation replaced, itself, and all that replaced it, by year."""
    found = {peraturan.id: peraturan}
    before, after = [peraturan], [peraturan]
    while before:
        current = before.pop()
        before += [p for p in listed if p.diganti_oleh == current.id and p.id not in found]
        found |= {p.id: p for p in before}
    while after:
        current = after.pop()
        after += [p for p in listed if p.id == current.diganti_oleh and p.id not in found]
        found |= {p.id: p for p in after}
    return tuple(sorted(found.values(), key=lambda p: (p.tahun, p.id)))


# The glossary on two pages, so that each is light: the address, and the first letter that it no longer has.
PARUH = (("kamus.html", "M"), ("kamus-m-z.html", "["))


def term_address(istilah: Istilah) -> str:
    """The page and anchor of a term."""
    page = next(page for page, end in PARUH if istilah.istilah[0].upper() < end)
    return f"{page}#{istilah.id}"


def kamus(repository: Repository) -> Abjad:
    """The glossary by first letter."""
    istilah = sorted(repository.kamus.istilah, key=lambda i: i.istilah.casefold())
    short = [i for i in istilah if i.singkatan]
    return Abjad(
        huruf=tuple(
            Huruf(huruf=letter, istilah=tuple(found))
            for letter, found in groupby(istilah, key=lambda i: i.istilah[0].upper())
        ),
        alamat={i.id: term_address(i) for i in istilah},
        singkatan=tuple(sorted(short, key=lambda i: (i.singkatan or "").casefold())),
        nama={i.id: i.istilah for i in istilah},
        jumlah=Angka(
            id="kamus/jumlah",
            nilai=len(istilah),
            status="resmi",
            satuan="istilah",
            rumus="banyak istilah dalam daftar",
            masukan=(Tempat(repository.kamus.berkas, ("istilah",)),),
        ),
    )


def _regulation(listed: tuple[Peraturan, ...], peraturan: Peraturan, used: Mapping[str, Sequence[Pemakaian]]) -> Hukum:
    return Hukum(
        peraturan=peraturan,
        pengganti=next((p for p in listed if p.id == peraturan.diganti_oleh), None),
        rantai=chain(listed, peraturan),
        pemakaian=tuple(used.get(peraturan.id, ())),
    )


def _anchor(jenis: str) -> str:
    return "jenis-" + re.sub(r"[^a-z0-9]+", "-", jenis.lower())


def _regulations(repository: Repository, name: str, found: Sequence[Peraturan], rumus: str) -> Angka:
    return Angka(
        id=f"dasar-hukum/{name}",
        nilai=len(found),
        status="resmi",
        satuan="rujukan",
        rumus=rumus,
        masukan=(Tempat(repository.dasar_hukum.berkas, ("peraturan",)),),
    )


def _uses(resmi: Repository) -> dict[str, list[Pemakaian]]:
    used: dict[str, list[Pemakaian]] = defaultdict(list)
    for document in documents(resmi):
        page = _page(document)
        if page:
            for id in dict.fromkeys(r.peraturan for r in _references(document)):
                used[id].append(page)
    return used


def _page(document: Dokumen) -> Pemakaian | None:
    if isinstance(document, Kriteria):
        alamat = f"kriteria/{document.jabatan}/{document.berlaku_mulai.isoformat()}.html"
        return Pemakaian(judul=document.judul, alamat=alamat)
    if isinstance(document, PenilaianLuar):
        return Pemakaian(judul=document.judul, alamat=f"penilaian-luar/{document.slug}.html")
    if isinstance(document, Jadwal):
        return Pemakaian(judul=f"Jadwal {document.tahun}", alamat="kalender.html")
    if isinstance(document, AturanPerubahanKriteria):
        return Pemakaian(judul=document.judul, alamat="usulan/index.html#pemberitahuan")
    if document.berkas.startswith("data/aturan/"):
        anchor = "pita" if document.berkas.startswith("data/aturan/pita/") else document.slug
        return Pemakaian(judul=str(getattr(document, "judul", document.slug)), alamat=address_of(anchor))
    return None


def _references(value: object) -> Iterator[Rujukan]:
    if isinstance(value, Rujukan):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _references(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _references(getattr(value, field.name))
