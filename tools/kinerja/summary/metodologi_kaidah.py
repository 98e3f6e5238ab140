"""What every rule shows on the pages of the method: formula, worked examples, legal basis, versions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kinerja.model.dokumen import Rujukan
from kinerja.model.repository import Repository
from kinerja.numbers import Exact
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.aturan import Dokumen, documents_of
from kinerja.summary.metodologi_bagian import Bagian
from kinerja.summary.perhitungan import Contoh, Kelompok, group

Syarat = Callable[[Mapping[str, object]], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaidah:
    """One rule; `perhitungan` is None where no examples are written for it."""

    slug: str
    dokumen: tuple[Dokumen, ...]
    dasar: tuple[Rujukan, ...]
    perhitungan: Kelompok | None
    contoh: tuple[Contoh, ...]


class Uraian(Protocol):
    """A part of the method, ready to show."""

    @property
    def bagian(self) -> Bagian: ...

    @property
    def kaidah(self) -> Mapping[str, Kaidah]: ...


# The examples that are worked on the page itself: the first of each kind.
SHOWN: Mapping[str, tuple[Syarat, ...]] = {
    "predikat": (lambda m: (m["hasil_kerja"], m["perilaku_kerja"]) == ("di-atas-ekspektasi", "di-bawah-ekspektasi"),),
    "pola-distribusi": (lambda m: True,),
    "skm": (
        lambda m: "jumlah_nilai" in m and "bobot" not in m,
        lambda m: "jumlah_nilai" in m and "bobot" in m,
        lambda m: "ikm" in m and str(m["tanggal"]) < "2017",
        lambda m: "ikm" in m and str(m["ikm"]) == "76.49" and str(m["tanggal"]) >= "2017",
    ),
    "sampel": (lambda m: "responden" in m,),
    "pita": (lambda m: m["skala"] == "sakip", lambda m: m["skala"] == "ombudsman"),
    "angka-kredit": (lambda m: m["predikat"] == "butuh-perbaikan",),
    "keberatan": (lambda m: True,),
    "penyamaran": (lambda m: m.get("terbit") == 0,),
}


def rules(repository: Repository, slugs: Iterable[str], tanggal: date) -> Mapping[str, Kaidah]:
    """The rules of a page, by slug."""
    return {slug: _rule(repository, slug, tanggal) for slug in slugs}


def first_examples(written: Kelompok | None, repository: Repository, wanted: Syarat) -> tuple[Contoh, ...]:
    """The first example that shows what is wanted; none where there is none."""
    if written is None:
        return ()
    examples = zip(written.contoh, repository.perhitungan[written.slug].contoh, strict=True)
    return tuple(shown for shown, contoh in examples if wanted(contoh.masukan))[:1]


def figure(
    name: str, nilai: Exact, masukan: tuple[Tempat, ...], rumus: str, satuan: str = "", desimal: int | None = None
) -> Angka:
    """A figure of the method, with its receipt."""
    return Angka(
        id=f"metodologi/{name}", nilai=nilai, status="resmi", satuan=satuan, desimal=desimal, rumus=rumus,
        masukan=masukan,
    )  # fmt: skip


def _rule(repository: Repository, slug: str, tanggal: date) -> Kaidah:
    written = group(repository, slug, tanggal) if slug in repository.perhitungan else None
    documents = documents_of(repository, slug, tanggal)
    dasar = {(d.peraturan, d.pasal): d for document in documents for versi in document.versi for d in versi.dasar}
    return Kaidah(
        slug=slug,
        dokumen=documents,
        dasar=tuple(dasar.values()),
        perhitungan=written,
        contoh=tuple(c for wanted in SHOWN.get(slug, ()) for c in first_examples(written, repository, wanted)),
    )
