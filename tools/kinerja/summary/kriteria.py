"""Criteria: which version is in force for whom on a date, and what must be told of the versions around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kinerja.model.kriteria import Kriteria
from kinerja.model.perangkat_daerah import Jabatan
from kinerja.model.repository import Repository
from kinerja.rules.versi import kriteria_on
from kinerja.summary.angka import Angka, Tempat

Keadaan = Literal["berlaku", "akan-berlaku", "arsip", "dicabut", "akan-dicabut"]

SEMUA = "semua-asn"  # the group of posts whose criteria are everybody's


@dataclass(frozen=True, slots=True, kw_only=True)
class VersiKriteria:
    """One version with its place in time. `berakhir` is the day before its successor starts."""

    kriteria: Kriteria
    keadaan: Keadaan
    berakhir: date | None
    jumlah_aspek: Angka
    jumlah_indikator: Angka

    @property
    def alamat(self) -> str:
        """The address of this version, which never changes."""
        return f"kriteria/{self.kriteria.jabatan}/{self.kriteria.berlaku_mulai.isoformat()}.html"

    @property
    def alamat_perubahan(self) -> str:
        """The page that tells what this version changed."""
        return f"{self.alamat.removesuffix('.html')}-perubahan.html"

    def alamat_banding(self, baru: VersiKriteria) -> str:
        """The page that compares this version with a newer one."""
        return f"{self.alamat.removesuffix('.html')}-ke-{baru.kriteria.berlaku_mulai.isoformat()}.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class KelompokKriteria:
    """All versions for one group of posts, newest first.

    `berlaku` is the one in force, `berikut` the next that was announced. `utama` is the one that the address
    without a date shows, so that it never breaks: in force, else the newest that has started, else the first.
    """

    jabatan: Jabatan
    berlaku: VersiKriteria | None
    berikut: VersiKriteria | None
    utama: VersiKriteria
    versi: tuple[VersiKriteria, ...]

    @property
    def alamat(self) -> str:
        """The address of the version in force, whichever it is."""
        return f"kriteria/{self.jabatan.slug}.html"

    @property
    def alamat_riwayat(self) -> str:
        """The page of all versions."""
        return f"kriteria/{self.jabatan.slug}/riwayat.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pilihan:
    """A group of posts with the criteria that apply to it; `khusus`: some are in force that are not everybody's."""

    jabatan: Jabatan
    kriteria: tuple[KelompokKriteria, ...]
    khusus: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KriteriaIndex:
    """The door for an ASN: find your group of posts, follow it to the criteria. No count mixes in `contoh`."""

    resmi: tuple[Pilihan, ...]
    contoh: tuple[Pilihan, ...]
    kelompok: tuple[KelompokKriteria, ...]
    jumlah_kelompok: Angka
    jumlah_khusus: Angka
    jumlah_kriteria: Angka
    jumlah_indikator: Angka


def groups(repository: Repository, tanggal: date) -> dict[str, KelompokKriteria]:
    """The versions of every group of posts, as they stand on `tanggal`; everybody's criteria first."""
    found = {
        slug: _group(repository.jabatan[slug], versions, tanggal)
        for slug, versions in repository.kriteria.items()
        if slug in repository.jabatan
    }
    return dict(sorted(found.items(), key=lambda item: (item[0] != SEMUA, item[1].jabatan.nama)))


def index(repository: Repository, tanggal: date) -> KriteriaIndex:
    """Groups of posts with what applies to them, and how much of it is open to everyone."""
    kelompok = groups(repository, tanggal)
    pilihan = [
        Pilihan(jabatan=jabatan, kriteria=found, khusus=any(g.berlaku for g in found if g.jabatan.slug != SEMUA))
        for jabatan in sorted(repository.jabatan.values(), key=lambda j: (j.slug != SEMUA, j.nama))
        for found in [tuple(kelompok[slug] for slug in jabatan.kriteria if slug in kelompok)]
    ]
    resmi = tuple(p for p in pilihan if p.jabatan.status == "resmi")
    own = [p for p in resmi if p.jabatan.slug != SEMUA]
    posts = tuple(Tempat(p.jabatan.berkas, ("kriteria",)) for p in own)
    in_force = [g.berlaku for g in kelompok.values() if g.berlaku and g.berlaku.kriteria.status == "resmi"]
    aspects = tuple(Tempat(v.kriteria.berkas, ("aspek",)) for v in in_force)
    dates = tuple(Tempat(v.kriteria.berkas, ("berlaku_mulai",)) for v in in_force)
    return KriteriaIndex(
        resmi=resmi,
        contoh=tuple(p for p in pilihan if p.jabatan.status == "contoh"),
        kelompok=tuple(kelompok.values()),
        jumlah_kelompok=_count("jumlah-kelompok", len(own), "kelompok jabatan", "banyak kelompok jabatan", posts),
        jumlah_khusus=_count(
            "jumlah-khusus", sum(p.khusus for p in own), "kelompok jabatan",
            "banyak kelompok jabatan yang memiliki kriteria sendiri yang berlaku", posts,
        ),
        jumlah_kriteria=_count(
            "jumlah-kriteria", len(in_force), "kriteria", "banyak kriteria resmi yang berlaku", dates
        ),
        jumlah_indikator=_count(
            "jumlah-indikator", sum(indicators(v.kriteria) for v in in_force), "indikator",
            "banyak indikator dalam semua kriteria resmi yang berlaku", aspects,
        ),
    )  # fmt: skip


def applies_to(repository: Repository, jabatan: str) -> tuple[Jabatan, ...]:
    """The groups of posts that the criteria of one folder apply to, by name."""
    return tuple(sorted((j for j in repository.jabatan.values() if jabatan in j.kriteria), key=lambda j: j.nama))


def indicators(kriteria: Kriteria) -> int:
    """How many indicators a version has."""
    return sum(len(aspek.indikator) for aspek in kriteria.aspek)


def _group(jabatan: Jabatan, versions: tuple[Kriteria, ...], tanggal: date) -> KelompokKriteria:
    current = kriteria_on(versions, tanggal)
    described = []
    for i, kriteria in enumerate(versions):
        successor = versions[i + 1] if i + 1 < len(versions) else None
        berakhir = successor.berlaku_mulai - timedelta(days=1) if successor else None
        described.append(_version(kriteria, _state(kriteria, current, tanggal), berakhir))
    berlaku = next((v for v in described if v.keadaan == "berlaku"), None)
    started = [v for v in described if v.kriteria.berlaku_mulai <= tanggal]
    return KelompokKriteria(
        jabatan=jabatan,
        berlaku=berlaku,
        berikut=next((v for v in described if v.kriteria.berlaku_mulai > tanggal), None),
        utama=berlaku or (started[-1] if started else described[0]),
        versi=tuple(reversed(described)),
    )


def _state(kriteria: Kriteria, current: Kriteria | None, tanggal: date) -> Keadaan:
    if kriteria.berlaku_mulai > tanggal:
        return "akan-dicabut" if kriteria.dicabut else "akan-berlaku"
    if kriteria.dicabut:
        return "dicabut"
    return "berlaku" if kriteria is current else "arsip"


def _version(kriteria: Kriteria, keadaan: Keadaan, berakhir: date | None) -> VersiKriteria:
    def count(what: str, nilai: int) -> Angka:
        return Angka(
            id=f"kriteria/{kriteria.jabatan}/{kriteria.berlaku_mulai}/{what}",
            nilai=nilai,
            status=kriteria.status,
            satuan=what,
            rumus=f"banyak {what} dalam daftar aspek",
            masukan=(Tempat(kriteria.berkas, ("aspek",)),),
        )

    return VersiKriteria(
        kriteria=kriteria,
        keadaan=keadaan,
        berakhir=berakhir,
        jumlah_aspek=count("aspek", len(kriteria.aspek)),
        jumlah_indikator=count("indikator", indicators(kriteria)),
    )


def _count(name: str, nilai: int, satuan: str, rumus: str, masukan: Iterable[Tempat]) -> Angka:
    return Angka(
        id=f"kriteria/{name}", nilai=nilai, status="resmi", satuan=satuan, rumus=rumus,
        masukan=tuple(masukan) or (Tempat("data/kriteria"),),
    )  # fmt: skip
