"""The files of a rule and their versions in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

from kinerja.model.aturan import Versi
from kinerja.model.dokumen import Rujukan
from kinerja.model.repository import Aturan, Repository

Keadaan = Literal["berlaku", "akan-berlaku", "arsip", "dicabut"]


class Rule(Protocol):
    """Any rule document."""

    @property
    def slug(self) -> str: ...

    @property
    def berkas(self) -> str: ...

    @property
    def judul(self) -> str: ...

    @property
    def ringkasan(self) -> str: ...

    @property
    def versi(self) -> tuple[Versi, ...]: ...


# Rules that have no file of their own: the one whose values they use.
VALUES_OF = {"waktu": "selang"}


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


def every_rule(aturan: Aturan) -> tuple[Rule, ...]:
    """All rule documents."""
    return (
        aturan.predikat, aturan.pola_distribusi, aturan.skm, aturan.sampel, aturan.angka_kredit, aturan.keberatan,
        aturan.selang, aturan.pengaduan, aturan.penyamaran, aturan.perubahan_kriteria, *aturan.pita.values(),
    )  # fmt: skip


def documents_of(repository: Repository, slug: str, tanggal: date) -> tuple[Dokumen, ...]:
    """The files that hold the values of a rule, with the state of each version on a day."""
    return tuple(_document(rule, tanggal) for rule in _rules_of(repository.aturan, slug))


def rule_documents(aturan: Aturan, slug: str) -> tuple[tuple[str, tuple[Versi, ...]], ...]:
    """The files that hold the values of a rule, with their versions."""
    return tuple((rule.berkas, rule.versi) for rule in _rules_of(aturan, slug))


def _rules_of(aturan: Aturan, slug: str) -> tuple[Rule, ...]:
    if slug == "pita":
        return tuple(aturan.pita.values())
    berkas = f"data/aturan/{VALUES_OF.get(slug, slug)}.yaml"
    return tuple(rule for rule in every_rule(aturan) if rule.berkas == berkas)


def _document(rule: Rule, tanggal: date) -> Dokumen:
    versi = rule.versi
    ends = [*(later.berlaku_mulai - timedelta(days=1) for later in versi[1:]), None]
    return Dokumen(
        judul=rule.judul,
        ringkasan=rule.ringkasan,
        berkas=rule.berkas,
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
