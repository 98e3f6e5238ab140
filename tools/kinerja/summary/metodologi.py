"""The method: its parts, and what holds for every figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kinerja.model.repository import Repository
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.aturan import every_rule
from kinerja.summary.metodologi_bagian import BAGIAN, Bagian
from kinerja.summary.metodologi_kaidah import Syarat, figure, first_examples
from kinerja.summary.perhitungan import Contoh, group


@dataclass(frozen=True, slots=True, kw_only=True)
class Metodologi:
    """The entry to the method. `berkas` are the files of all rules."""

    bagian: tuple[Bagian, ...]
    pembulatan: tuple[Contoh, ...]
    jumlah_versi: Angka
    jumlah_perlu_verifikasi: Angka
    berkas: tuple[str, ...]


ROUNDED: tuple[tuple[str, Syarat], ...] = (
    ("angka-kredit", lambda m: m["jenjang"] == "pemula"),
    ("skm", lambda m: str(m.get("ikm", "")) == "88.305"),
    ("pola-distribusi", lambda m: "kelipatan" not in m and _total(m) == 101),
)


def methodology(repository: Repository, tanggal: date) -> Metodologi:
    """The entry as it stands on a day."""
    documents = every_rule(repository.aturan)
    versions = [(Tempat(d.berkas, ("versi", i)), versi) for d in documents for i, versi in enumerate(d.versi)]
    doubtful = [place for place, versi in versions if versi.perlu_verifikasi]
    return Metodologi(
        bagian=BAGIAN,
        pembulatan=_rounded(repository, tanggal),
        jumlah_versi=_count("jumlah-versi", [place for place, _ in versions]),
        jumlah_perlu_verifikasi=_count("jumlah-perlu-verifikasi", doubtful),
        berkas=tuple(document.berkas for document in documents),
    )


def _rounded(repository: Repository, tanggal: date) -> tuple[Contoh, ...]:
    return tuple(
        example
        for slug, wanted in ROUNDED
        if slug in repository.perhitungan
        for example in first_examples(group(repository, slug, tanggal), repository, wanted)
    )


def _total(masukan: Mapping[str, object]) -> int:
    jumlah = masukan["jumlah"]
    return sum(int(str(n)) for n in jumlah.values()) if isinstance(jumlah, Mapping) else 0


def _count(name: str, places: list[Tempat]) -> Angka:
    marked = " yang bertanda perlu verifikasi" if "perlu" in name else ""
    return figure(
        name, len(places), tuple(places) or (Tempat("data/aturan"),), f"banyak versi di data/aturan/{marked}",
        "versi aturan",
    )  # fmt: skip
