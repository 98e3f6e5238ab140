"""How every figure and predikat comes about: rule by rule, with its versions and a worked example."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from kinerja.model.dokumen import Rujukan
from kinerja.model.repository import Repository
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.aturan import Dokumen, documents_of
from kinerja.summary.metodologi_kinerja import (
    Kredit,
    Matriks,
    TabelPola,
    Tenggat,
    credits_of,
    deadline_of,
    matrix_of,
    patterns_of,
)
from kinerja.summary.metodologi_survei import Sampel, Survei, sample_of, survey_of
from kinerja.summary.perhitungan import Contoh, Kelompok, group
from kinerja.summary.skala import TabelPita, band_table, scales

Syarat = Callable[[Mapping[str, object]], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kaidah:
    """What every rule shows: formula, worked examples, files; `perhitungan` is None where none are written."""

    slug: str
    dokumen: tuple[Dokumen, ...]
    dasar: tuple[Rujukan, ...]
    perhitungan: Kelompok | None
    contoh: tuple[Contoh, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metodologi:
    """The page. A part is None where the rule is not in force on the day."""

    kaidah: Mapping[str, Kaidah]
    matriks: Matriks | None
    pola: TabelPola | None
    survei: Survei | None
    pita_skm: tuple[TabelPita, ...]
    sampel: Sampel | None
    pita: tuple[TabelPita, ...]
    kredit: Kredit | None
    tenggat: Tenggat | None
    pembulatan: tuple[Contoh, ...]
    jumlah_versi: Angka
    jumlah_perlu_verifikasi: Angka


RULES = ("predikat", "pola-distribusi", "skm", "sampel", "pita", "angka-kredit", "keberatan")
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
}
ROUNDED: tuple[tuple[str, Syarat], ...] = (
    ("angka-kredit", lambda m: m["jenjang"] == "pemula"),
    ("skm", lambda m: str(m.get("ikm", "")) == "88.305"),
    ("pola-distribusi", lambda m: "kelipatan" not in m and _total(m) == 101),
)


def methodology(repository: Repository, tanggal: date) -> Metodologi:
    """The page as it stands on a day."""
    kaidah = {slug: _rule(repository, slug, tanggal) for slug in RULES}
    versions = [
        (Tempat(d.berkas, ("versi", i)), v) for r in kaidah.values() for d in r.dokumen for i, v in enumerate(d.versi)
    ]
    doubtful = [(place, v) for place, v in versions if v.perlu_verifikasi]
    return Metodologi(
        kaidah=kaidah,
        matriks=matrix_of(repository, tanggal),
        pola=patterns_of(repository, tanggal),
        survei=survey_of(repository, tanggal),
        pita_skm=tuple(band_table(skala) for skala in scales(repository, "skm") if not skala.dicabut),
        sampel=sample_of(repository, tanggal, kaidah["sampel"].perhitungan),
        pita=tuple(
            band_table(skala)
            for slug in repository.aturan.pita
            for skala in scales(repository, slug)
            if not skala.dicabut
        ),
        kredit=credits_of(repository, tanggal),
        tenggat=deadline_of(repository, tanggal),
        pembulatan=tuple(c for slug, wanted in ROUNDED for c in _chosen(kaidah[slug].perhitungan, repository, wanted)),
        jumlah_versi=_count("jumlah-versi", "versi aturan", [place for place, _ in versions]),
        jumlah_perlu_verifikasi=_count("jumlah-perlu-verifikasi", "versi aturan", [place for place, _ in doubtful]),
    )


def _rule(repository: Repository, slug: str, tanggal: date) -> Kaidah:
    written = group(repository, slug, tanggal) if slug in repository.perhitungan else None
    documents = documents_of(repository, slug, tanggal)
    dasar = {(d.peraturan, d.pasal): d for document in documents for versi in document.versi for d in versi.dasar}
    return Kaidah(
        slug=slug,
        dokumen=documents,
        dasar=tuple(dasar.values()),
        perhitungan=written,
        contoh=tuple(c for wanted in SHOWN[slug] for c in _chosen(written, repository, wanted)),
    )


def _chosen(written: Kelompok | None, repository: Repository, wanted: Syarat) -> tuple[Contoh, ...]:
    """The first example that shows what is wanted."""
    if written is None:
        return ()
    examples = zip(written.contoh, repository.perhitungan[written.slug].contoh, strict=True)
    return tuple(shown for shown, contoh in examples if wanted(contoh.masukan))[:1]


def _total(masukan: Mapping[str, object]) -> int:
    jumlah = masukan["jumlah"]
    return sum(int(str(n)) for n in jumlah.values()) if isinstance(jumlah, Mapping) else 0


def _count(name: str, satuan: str, places: list[Tempat]) -> Angka:
    return Angka(
        id=f"metodologi/{name}",
        nilai=len(places),
        status="resmi",
        satuan=satuan,
        rumus="banyak versi di data/aturan/" + (" yang bertanda perlu verifikasi" if "perlu" in name else ""),
        masukan=tuple(places) or (Tempat("data/aturan"),),
    )
