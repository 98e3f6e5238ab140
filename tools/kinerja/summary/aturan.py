"""The files of a rule and their versions in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

from kinerja.model.aturan import Versi
from kinerja.model.dokumen import Rujukan
from kinerja.model.repository import Aturan, Repository

Keadaan = Literal["berlaku", "akan-berlaku", "arsip", "dicabut"]


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


def documents_of(repository: Repository, slug: str, tanggal: date) -> tuple[Dokumen, ...]:
    """The files that hold the values of a rule, with the state of each version on a day."""
    sources = rule_documents(repository.aturan, slug)
    return tuple(_document(repository, berkas, versi, tanggal) for berkas, versi in sources)


def rule_documents(aturan: Aturan, slug: str) -> tuple[tuple[str, tuple[Versi, ...]], ...]:
    """The files that hold the values of a rule, with their versions."""
    if slug == "pita":
        return tuple((satu.berkas, satu.versi) for satu in aturan.pita.values())
    documents: dict[str, tuple[str, tuple[Versi, ...]]] = {
        "predikat": (aturan.predikat.berkas, aturan.predikat.versi),
        "pola-distribusi": (aturan.pola_distribusi.berkas, aturan.pola_distribusi.versi),
        "skm": (aturan.skm.berkas, aturan.skm.versi),
        "sampel": (aturan.sampel.berkas, aturan.sampel.versi),
        "angka-kredit": (aturan.angka_kredit.berkas, aturan.angka_kredit.versi),
        "keberatan": (aturan.keberatan.berkas, aturan.keberatan.versi),
    }
    return (documents[slug],)


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
