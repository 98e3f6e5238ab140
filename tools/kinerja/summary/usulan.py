"""The register of proposals: what was proposed, how far it is, what was decided and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kinerja.model.dokumen import Status
from kinerja.model.perubahan import AturanPerubahanKriteria, VersiPerubahanKriteria
from kinerja.model.portal import Pengelola
from kinerja.model.repository import Repository
from kinerja.model.usulan import Tahap, Usulan
from kinerja.rules.versi import version_on
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.kriteria import KelompokKriteria, groups

# The order in which a proposal goes through them; the last two are ends.
TAHAP: Mapping[Tahap, str] = {
    "diajukan": "Diajukan",
    "dibahas": "Sedang dibahas",
    "diterima": "Diterima",
    "ditolak": "Ditolak",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Langkah:
    """One step on the way of a proposal. `sejak` is its day, None where that is to come or was not kept."""

    nama: str
    sejak: date | None
    keadaan: Literal["selesai", "kini", "nanti"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HalamanUsulan:
    """One proposal. `tentang` are the criteria it is about, `dapat_ditanggapi` whether answers are still taken.

    `hasil` is the page of what was made of it.
    """

    usulan: Usulan
    nama_tahap: str
    tentang: KelompokKriteria | None
    dapat_ditanggapi: bool
    hasil: str | None
    langkah: tuple[Langkah, ...]

    @property
    def alamat(self) -> str:
        """The address of its page."""
        return f"usulan/{self.usulan.slug}.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class KelompokTahap:
    """The proposals at one step, the newest first."""

    tahap: Tahap
    nama: str
    jumlah: Angka
    usulan: tuple[HalamanUsulan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pemberitahuan:
    """How long before its first day a version is told: the rule in force, or the one that comes next."""

    ringkasan: str
    versi: VersiPerubahanKriteria
    hari: Angka
    berlaku: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarUsulan:
    """The register. No count mixes in `contoh`. `pengelola` is the office that keeps the criteria."""

    resmi: tuple[KelompokTahap, ...]
    contoh: tuple[KelompokTahap, ...]
    jumlah: Angka
    pemberitahuan: Pemberitahuan | None
    pengelola: Pengelola


def register(repository: Repository, tanggal: date) -> DaftarUsulan:
    """Every proposal by its step, as of a day."""
    known = groups(repository, tanggal)
    halaman = [_page(usulan, known, tanggal) for usulan in repository.usulan.values()]
    offices = repository.portal.pengelola
    return DaftarUsulan(
        resmi=_by_step(halaman, "resmi"),
        contoh=_by_step(halaman, "contoh"),
        jumlah=_count("jumlah", [h for h in halaman if h.usulan.status == "resmi"], "resmi"),
        pemberitahuan=_notice(repository.aturan.perubahan_kriteria, tanggal),
        pengelola=next((p for p in offices if "kriteria" in p.peran.casefold()), offices[0]),
    )


def steps(usulan: Usulan) -> tuple[Langkah, ...]:
    """Handed in, discussed, decided: what is behind, where it is now, what is to come."""
    decided = usulan.tahap in ("diterima", "ditolak")
    discussed = usulan.tahap == "dibahas"
    return (
        Langkah(
            nama="Diajukan", sejak=usulan.tanggal, keadaan="kini" if usulan.tahap == "diajukan" else "selesai"
        ),
        Langkah(
            nama="Dibahas terbuka",
            sejak=usulan.tahap_sejak if discussed else None,
            keadaan="selesai" if decided else "kini" if discussed else "nanti",
        ),
        Langkah(
            nama=TAHAP[usulan.tahap] if decided else "Diputus, dengan alasannya",
            sejak=usulan.tahap_sejak if decided else None,
            keadaan="kini" if decided else "nanti",
        ),
    )  # fmt: skip


def _page(usulan: Usulan, known: Mapping[str, KelompokKriteria], tanggal: date) -> HalamanUsulan:
    sampai, made = usulan.tanggapan_sampai, usulan.keputusan.hasil if usulan.keputusan else None
    return HalamanUsulan(
        usulan=usulan,
        nama_tahap=TAHAP[usulan.tahap],
        tentang=known.get(usulan.kriteria) if usulan.kriteria else None,
        dapat_ditanggapi=usulan.tahap in ("diajukan", "dibahas") and sampai is not None and tanggal <= sampai,
        hasil=f"{made.removeprefix('data/').removesuffix('.yaml')}.html" if made else None,
        langkah=steps(usulan),
    )


def _notice(aturan: AturanPerubahanKriteria, tanggal: date) -> Pemberitahuan | None:
    now = version_on(aturan, tanggal)
    versi = now or next((v for v in aturan.versi if v.berlaku_mulai > tanggal and not v.dicabut), None)
    if versi is None:
        return None
    place = Tempat(aturan.berkas, ("versi", aturan.versi.index(versi), "pemberitahuan_hari"))
    return Pemberitahuan(
        ringkasan=aturan.ringkasan,
        versi=versi,
        hari=Angka(
            id="usulan/pemberitahuan", nilai=versi.pemberitahuan_hari, status="resmi", satuan="hari",
            rumus="masa pemberitahuan menurut aturan", masukan=(place,),
        ),
        berlaku=now is not None,
    )  # fmt: skip


def _by_step(halaman: Iterable[HalamanUsulan], status: Status) -> tuple[KelompokTahap, ...]:
    newest = sorted(
        (h for h in halaman if h.usulan.status == status),
        key=lambda h: (h.usulan.tahap_sejak, h.usulan.nomor),
        reverse=True,
    )
    found = {tahap: tuple(h for h in newest if h.usulan.tahap == tahap) for tahap in TAHAP}
    return tuple(
        KelompokTahap(
            tahap=tahap,
            nama=TAHAP[tahap],
            jumlah=_count(tahap if status == "resmi" else f"contoh-{tahap}", some, status),
            usulan=some,
        )
        for tahap, some in found.items()
        if newest
    )


def _count(name: str, found: Iterable[HalamanUsulan], status: Status) -> Angka:
    files = tuple(Tempat(h.usulan.berkas, ("tahap",)) for h in found)
    return Angka(
        id=f"usulan/{name}", nilai=len(files), status=status, satuan="usulan", rumus="banyak usulan menurut tahapnya",
        masukan=files or (Tempat("data/usulan"),),
    )  # fmt: skip
