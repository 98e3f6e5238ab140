"""How persons are protected: the policy, what was merged and rounded in each period, how the attack on it ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kinerja.model.aturan_layanan import VersiPenyamaran
from kinerja.model.dokumen import Status, Sumber
from kinerja.model.hasil import Hasil
from kinerja.model.repository import Repository
from kinerja.numbers import Exact, id_period
from kinerja.rules.versi import version_on
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.hasil_kata import group_name, merged_names, rounding_sentence, split_by
from kinerja.summary.metodologi_bagian import PERLINDUNGAN, Bagian
from kinerja.summary.metodologi_kaidah import Kaidah, Syarat, first_examples, rules
from kinerja.summary.perhitungan import Contoh

RULE = "penyamaran"
CONTOH: Mapping[str, tuple[Syarat, ...]] = {
    "tetangga": (lambda m: m.get("benar") == 13,),
    "bersama": (lambda m: "bagian" in m,),
    "batas": (lambda m: m.get("benar") == 11,),
    "sendiri": (lambda m: "dibulatkan_sendiri" in m, lambda m: m.get("terbit") == 15 and "dibulatkan_sendiri" not in m),
    "pengurangan": (
        lambda m: "terbit_seluruhnya" in m and "kelipatan" in m,
        lambda m: "terbit_seluruhnya" in m and "kelipatan" not in m,
    ),
}
# Key of the policy, label, unit, what it asks for.
KETETAPAN = (
    ("kelompok_minimal", "Kelompok paling kecil", "orang",
     "Kelompok yang lebih kecil digabung dengan yang lain di dalam induknya; sisanya pun tidak boleh lebih kecil."),
    ("kelipatan", "Kelipatan", "",
     "Setiap hitungan menjadi salah satu dari dua kelipatan terdekatnya; yang sudah kelipatan tetap."),
    ("sel_minimal", "Hitungan paling kecil", "orang",
     "Hitungan yang lebih kecil, tetapi bukan nol, tidak pernah terbit."),
    ("lebar_minimal", "Rentang paling sempit", "orang",
     "Sebanyak ini jarak antara hitungan terendah dan tertinggi yang harus tetap mungkin bagi orang luar."),
    ("ruang_homogen", "Ruang bagi hasil lain", "orang",
     "Sebanyak ini anggota setiap kelompok harus tetap mungkin berpredikat lain, juga bila hampir semuanya sama."),
)  # fmt: skip


class Diserang(Protocol):
    """How the attack on one period and status ended."""

    @property
    def periode(self) -> str: ...
    @property
    def status(self) -> Status: ...
    @property
    def diserang(self) -> int: ...
    @property
    def tersempit(self) -> int | None: ...
    @property
    def masalah(self) -> Sequence[object]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Ketetapan:
    """One number of the policy, and what it asks for."""

    judul: str
    angka: Angka
    arti: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rencana:
    """A table that may be published."""

    tabel: str
    menurut: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kebijakan:
    """The policy in force. `terbuka`: what is public anyway."""

    mulai: date
    perlu_verifikasi: bool
    catatan: str | None
    ketetapan: tuple[Ketetapan, ...]
    paling_jauh: Angka
    kalimat: str
    terbuka: tuple[str, ...]
    predikat_organisasi: str | None
    rencana: tuple[Rencana, ...]
    sumber: tuple[Sumber, ...]
    berkas: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gabungan:
    """A group that was too small alone, and what it was merged of."""

    tabel: str
    kelompok: str
    isi: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Periode:
    """The tables of one period. `tidak_dibuat`: tables of the plan whose groups were too small.

    How far the counts may be from the true ones is known, how far they are is not: the true ones are nowhere here.
    """

    nama: str
    status: Status
    jumlah_tabel: Angka
    jumlah_hitungan: Angka
    kelipatan: Angka
    paling_jauh: Angka
    diserang: Angka
    tersempit: Angka
    aman: bool | None
    gabungan: tuple[Gabungan, ...]
    tidak_dibuat: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Perlindungan:
    """The page. `kebijakan` is None before the policy starts; the periods of fictional data stand apart."""

    bagian: Bagian
    kaidah: Mapping[str, Kaidah]
    contoh: Mapping[str, tuple[Contoh, ...]]
    kebijakan: Kebijakan | None
    resmi: tuple[Periode, ...]
    peragaan: tuple[Periode, ...]
    berkas: tuple[str, ...]


def protection(repository: Repository, tanggal: date, serangan: Sequence[Diserang] = ()) -> Perlindungan:
    """How persons are protected, as it stands on a day."""
    kaidah = rules(repository, (RULE,), tanggal)
    versi = version_on(repository.aturan.penyamaran, tanggal)
    found = [_period(repository, versi, tables, serangan) for tables in _periods(repository)]
    written = kaidah[RULE].perhitungan
    return Perlindungan(
        bagian=PERLINDUNGAN,
        kaidah=kaidah,
        contoh={
            name: tuple(c for wanted in conditions for c in first_examples(written, repository, wanted))
            for name, conditions in CONTOH.items()
        },
        kebijakan=_policy(repository, versi) if versi else None,
        resmi=tuple(one for one in found if one.status == "resmi"),
        peragaan=tuple(one for one in found if one.status == "contoh"),
        berkas=(repository.aturan.penyamaran.berkas, *(h.berkas for tables in _periods(repository) for h in tables)),
    )


def _policy(repository: Repository, versi: VersiPenyamaran) -> Kebijakan:
    aturan = repository.aturan.penyamaran
    at = ("versi", aturan.versi.index(versi))
    base = Tempat(aturan.berkas, (*at, "kelipatan"))

    def stated(key: str, satuan: str) -> Angka:
        masukan = (Tempat(aturan.berkas, (*at, key)),)
        return _figure(f"kebijakan/{key}", getattr(versi, key), "resmi", satuan, "tertulis dalam aturan", masukan)

    return Kebijakan(
        mulai=versi.berlaku_mulai,
        perlu_verifikasi=versi.perlu_verifikasi,
        catatan=versi.catatan,
        ketetapan=tuple(
            Ketetapan(judul=judul, angka=stated(key, satuan), arti=arti) for key, judul, satuan, arti in KETETAPAN
        ),
        paling_jauh=_figure("kebijakan/paling-jauh", versi.kelipatan - 1, "resmi", "orang", "kelipatan − 1", (base,)),
        kalimat=rounding_sentence(versi.kelipatan),
        terbuka=tuple(isi.replace("-", " ") for isi in versi.terbuka),
        predikat_organisasi=versi.predikat_organisasi,
        rencana=tuple(Rencana(tabel=one.tabel, menurut=split_by(one.dimensi)) for one in versi.rencana),
        sumber=versi.sumber,
        berkas=aturan.berkas,
    )


def _periods(repository: Repository) -> list[tuple[Hasil, ...]]:
    """The protected tables of each period and status, newest first; exact head-counts are no part of them."""
    found: dict[tuple[str, Status], list[Hasil]] = {}
    for series in repository.hasil.values():
        for hasil in series:
            if hasil.isi != "jumlah-pegawai":
                found.setdefault((hasil.periode, hasil.status), []).append(hasil)
    return [tuple(sorted(found[key], key=lambda h: h.berkas)) for key in sorted(found, reverse=True)]


def _period(
    repository: Repository, versi: VersiPenyamaran | None, tables: tuple[Hasil, ...], serangan: Sequence[Diserang]
) -> Periode:
    periode, status = tables[0].periode, tables[0].status
    ended = next((one for one in serangan if (one.periode, one.status) == (periode, status)), None)
    places = tuple(Tempat(hasil.berkas) for hasil in tables)
    base = max(tables, key=lambda hasil: hasil.kelipatan)
    step = (Tempat(base.berkas, ("kelipatan",) if base.kelipatan > 1 else ()),)

    def figure(name: str, nilai: int | None, satuan: str, rumus: str, masukan: tuple[Tempat, ...] = places) -> Angka:
        return _figure(f"{periode}/{name}", nilai, status, satuan, rumus, masukan)

    counts = sum(len(baris.hitungan) + (baris.jumlah is not None) for hasil in tables for baris in hasil.baris)
    attacked = "banyak hitungan yang dicoba disimpulkan dari semua tabel periode ini"
    narrow = "selisih terkecil antara hitungan tertinggi dan terendah yang mungkin bagi orang luar"
    return Periode(
        nama=id_period(periode),
        status=status,
        jumlah_tabel=figure("tabel", len(tables), "tabel", "banyak berkas hasil periode ini"),
        jumlah_hitungan=figure("hitungan", counts, "hitungan", "banyak angka yang tercetak di dalamnya"),
        kelipatan=figure("kelipatan", base.kelipatan, "", "tertulis dalam berkas hasil", step),
        paling_jauh=figure("paling-jauh", base.kelipatan - 1, "orang", "kelipatan − 1", step),
        diserang=figure("diserang", ended.diserang if ended else None, "hitungan", attacked),
        tersempit=figure("tersempit", ended.tersempit if ended else None, "orang", narrow),
        aman=None if ended is None else not ended.masalah,
        gabungan=tuple(_merged(repository, tables)),
        tidak_dibuat=tuple(_left_out(versi, tables)),
    )


def _merged(repository: Repository, tables: Sequence[Hasil]) -> Iterator[Gabungan]:
    for hasil in tables:
        for baris in hasil.baris:
            if baris.gabungan:
                names = merged_names(repository, baris)
                yield Gabungan(tabel=hasil.tabel, kelompok=group_name(repository, baris), isi=names)


def _left_out(versi: VersiPenyamaran | None, tables: Sequence[Hasil]) -> Iterator[str]:
    """Tables of the plan that the period has not, where it has any of their kind."""
    made = {hasil.tabel for hasil in tables if hasil.isi == "predikat"}
    for rencana in versi.rencana if versi and made else ():
        if rencana.tabel not in made and "indikator" not in rencana.dimensi:
            yield split_by(rencana.dimensi)


def _figure(
    name: str, nilai: Exact | None, status: Status, satuan: str, rumus: str, masukan: tuple[Tempat, ...]
) -> Angka:
    return Angka(
        id=f"perlindungan/{name}", nilai=nilai, alasan="belum-ada-data" if nilai is None else None, status=status,
        satuan=satuan, rumus=rumus, masukan=masukan,
    )  # fmt: skip
