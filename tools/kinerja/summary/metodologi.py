"""How every figure and predikat comes about: rule by rule, with its versions and a worked example."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

from kinerja.model.aturan import Versi
from kinerja.model.dokumen import Rujukan
from kinerja.model.repository import Repository
from kinerja.summary.angka import Angka, Tempat
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
from kinerja.summary.perhitungan import Contoh, Kelompok, group, rule_documents
from kinerja.summary.skala import TabelPita, band_table, scales

Keadaan = Literal["berlaku", "akan-berlaku", "arsip", "dicabut"]
Syarat = Callable[[Mapping[str, object]], bool]


class _Titled(Protocol):
    @property
    def berkas(self) -> str: ...

    @property
    def judul(self) -> str: ...

    @property
    def ringkasan(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class VersiRingkas:
    """One version of a rule in time."""

    mulai: date
    selesai: date | None
    keadaan: Keadaan
    perlu_verifikasi: bool
    catatan: str | None
    dasar: tuple[Rujukan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dokumen:
    """One file of rules with its versions."""

    judul: str
    ringkasan: str
    berkas: str
    versi: tuple[VersiRingkas, ...]


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
    "predikat": (
        lambda m: (m["hasil_kerja"], m["perilaku_kerja"]) == ("di-atas-ekspektasi", "di-bawah-ekspektasi"),
        lambda m: (m["hasil_kerja"], m["perilaku_kerja"]) == ("di-bawah-ekspektasi", "di-atas-ekspektasi"),
    ),
    "pola-distribusi": (lambda m: True, lambda m: "kelipatan" in m),
    "skm": (
        lambda m: "jumlah_nilai" in m and "bobot" not in m,
        lambda m: "jumlah_nilai" in m and "bobot" in m,
        lambda m: "ikm" in m and str(m["tanggal"]) < "2017",
        lambda m: "ikm" in m and str(m["ikm"]) == "76.49" and str(m["tanggal"]) >= "2017",
    ),
    "sampel": (lambda m: "responden" in m,),
    "pita": (lambda m: m["skala"] == "sakip", lambda m: m["skala"] == "ombudsman"),
    "angka-kredit": (lambda m: m["predikat"] == "butuh-perbaikan",),
    "keberatan": (lambda m: True, lambda m: "diajukan" in m),
}
ROUNDED: tuple[tuple[str, Syarat], ...] = (
    ("angka-kredit", lambda m: m["jenjang"] == "pemula"),
    ("skm", lambda m: str(m.get("ikm", "")) == "88.305"),
    ("pita", lambda m: m["skala"] == "ipp"),
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
    has_examples = slug in repository.perhitungan
    written = group(repository, slug) if has_examples else None
    sources = rule_documents(repository.aturan, slug)
    dasar = {(d.peraturan, d.pasal): d for _, versions in sources for versi in versions for d in versi.dasar}
    return Kaidah(
        slug=slug,
        dokumen=tuple(_document(repository, berkas, versi, tanggal) for berkas, versi in sources),
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


def _document(repository: Repository, berkas: str, versi: tuple[Versi, ...], tanggal: date) -> Dokumen:
    aturan = repository.aturan
    single = (aturan.predikat, aturan.pola_distribusi, aturan.skm, aturan.sampel, aturan.angka_kredit)
    documents: tuple[_Titled, ...] = (*single, aturan.keberatan, *aturan.pita.values())
    judul, ringkasan = next((d.judul, d.ringkasan) for d in documents if d.berkas == berkas)
    ends = [*(later.berlaku_mulai - timedelta(days=1) for later in versi[1:]), None]
    return Dokumen(
        judul=judul,
        ringkasan=ringkasan,
        berkas=berkas,
        versi=tuple(_version(one, end, tanggal) for one, end in zip(versi, ends, strict=True)),
    )


def _version(versi: Versi, end: date | None, tanggal: date) -> VersiRingkas:
    keadaan: Keadaan = "berlaku"
    if versi.dicabut:
        keadaan = "dicabut"
    elif versi.berlaku_mulai > tanggal:
        keadaan = "akan-berlaku"
    elif end is not None and end < tanggal:
        keadaan = "arsip"
    return VersiRingkas(
        mulai=versi.berlaku_mulai,
        selesai=end,
        keadaan=keadaan,
        perlu_verifikasi=versi.perlu_verifikasi,
        catatan=versi.catatan,
        dasar=versi.dasar,
    )


def _count(name: str, satuan: str, places: list[Tempat]) -> Angka:
    return Angka(
        id=f"metodologi/{name}",
        nilai=len(places),
        status="resmi",
        satuan=satuan,
        rumus="banyak versi di data/aturan/" + (" yang bertanda perlu verifikasi" if "perlu" in name else ""),
        masukan=tuple(places) or (Tempat("data/aturan"),),
    )
