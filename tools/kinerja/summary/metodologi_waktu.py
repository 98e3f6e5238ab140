"""The method of times: working days, open requests, the share on time, the target, complaints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kinerja.model.aturan import JenisHari
from kinerja.model.repository import Repository
from kinerja.numbers import Exact, half_up
from kinerja.rules.target import target_met
from kinerja.rules.versi import version_on
from kinerja.rules.waktu import quantiles
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.metodologi_bagian import WAKTU, Bagian
from kinerja.summary.metodologi_kaidah import Kaidah, Syarat, figure, first_examples, rules
from kinerja.summary.perhitungan import Contoh

RULES = ("waktu", "pengaduan")
CONTOH: Mapping[str, Syarat] = {
    "jam": lambda m: m.get("satuan") in ("menit", "jam"),
    "hari-kerja": lambda m: m.get("satuan") == "hari-kerja" and bool(m.get("libur")),
    "tutup": lambda m: m.get("satuan") == "hari-kerja" and "jam_tutup" in m,
    "terbuka": lambda m: "waktu_selesai" in m and bool(m.get("umur_terbuka")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Terbuka:
    """One example with open requests: what leaving them out would have made of it.

    `batas` is a limit for the example: the median that the finished ones alone would give, in whole units.
    """

    selesai: Angka
    terbuka: Angka
    tengah_selesai: Angka
    tengah_semua: Angka
    batas: Angka
    tepat_waktu: Angka
    terbuka_lewat: Angka
    dinilai: Angka
    bagian_selesai: Angka
    bagian: Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class Sasaran:
    """A target beside the share of the example: equal as printed, compared as whole numbers over all requests."""

    semua: Angka
    sasaran: Angka
    dicetak: Angka
    tercapai: bool
    kiri: Angka
    kanan: Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengaduan:
    """The deadlines of complaints in force."""

    jenis_hari: JenisHari
    penerusan: Angka
    jenis: tuple[tuple[str, Angka], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HitungWaktu:
    """The page. `libur` are the years whose closed days are known, with how many there are."""

    bagian: Bagian
    kaidah: Mapping[str, Kaidah]
    contoh: Mapping[str, tuple[Contoh, ...]]
    libur: tuple[tuple[str, Angka], ...]
    terbuka: Terbuka | None
    sasaran: Sasaran | None
    pengaduan: Pengaduan | None


def times(repository: Repository, tanggal: date) -> HitungWaktu:
    """How times are counted, as it stands on a day."""
    kaidah = rules(repository, RULES, tanggal)
    written = kaidah["waktu"].perhitungan
    terbuka = _open(repository, tanggal)
    return HitungWaktu(
        bagian=WAKTU,
        kaidah=kaidah,
        contoh={name: first_examples(written, repository, wanted) for name, wanted in CONTOH.items()},
        libur=tuple(
            (
                str(year.tahun),
                figure(f"waktu/libur/{year.tahun}", len(year.libur), (Tempat(year.berkas, ("libur",)),),
                       "banyak hari libur nasional dan cuti bersama", "hari"),
            )
            for year in repository.hari_libur.values() if year.status == "resmi"
        ),
        terbuka=terbuka,
        sasaran=_target(terbuka) if terbuka else None,
        pengaduan=complaints_of(repository, tanggal),
    )  # fmt: skip


def _open(repository: Repository, tanggal: date) -> Terbuka | None:
    """The first example with open requests, also counted without them."""
    written, versi = repository.perhitungan.get("waktu"), version_on(repository.aturan.selang, tanggal)
    found = [(i, c.masukan) for i, c in enumerate(written.contoh) if CONTOH["terbuka"](c.masukan)] if written else []
    if written is None or versi is None or not found:
        return None
    i, masukan = found[0]
    done, ages = (_several(masukan[key]) for key in ("waktu_selesai", "umur_terbuka"))
    alone, every = quantiles(versi, done, ()).median, quantiles(versi, done, ages).median
    limit = half_up(alone or Decimal(0), 0)
    on_time, late = sum(time <= limit for time in done), sum(age > limit for age in ages)
    judged = len(done) + late
    at = (Tempat(written.berkas, ("contoh", i, "masukan")),)

    def shown(name: str, nilai: Exact | None, rumus: str, satuan: str = "", desimal: int | None = None) -> Angka:
        return Angka(
            id=f"metodologi/waktu/{name}", nilai=nilai, alasan="tidak-dapat-dinilai" if nilai is None else None,
            status="contoh", satuan=satuan, desimal=None if nilai is None else desimal, rumus=rumus, masukan=at,
        )  # fmt: skip

    return Terbuka(
        selesai=shown("selesai", len(done), "banyak permohonan yang selesai pada contoh", "permohonan"),
        terbuka=shown("terbuka", len(ages), "banyak permohonan yang belum selesai pada contoh", "permohonan"),
        tengah_selesai=shown("tengah-selesai", alone, "nilai tengah yang sudah selesai saja"),
        tengah_semua=shown("tengah-semua", every, "nilai tengah semua permohonan; yang terbuka paling lama"),
        batas=shown("batas", limit, "batas pada contoh: nilai tengah yang sudah selesai, dibulatkan"),
        tepat_waktu=shown("tepat-waktu", on_time, "banyak yang selesai dalam batas"),
        terbuka_lewat=shown("terbuka-lewat", late, "banyak yang belum selesai dan sudah melewati batas"),
        dinilai=shown("dinilai", judged, "selesai + terbuka yang sudah melewati batas"),
        bagian_selesai=shown("bagian-selesai", Fraction(100 * on_time, len(done)), "tepat waktu ÷ selesai × 100",
                             "%", 1),
        bagian=shown("bagian", Fraction(100 * on_time, judged),
                     "tepat waktu ÷ (selesai + terbuka yang sudah melewati batas) × 100", "%", 1),
    )  # fmt: skip


def _target(terbuka: Terbuka) -> Sasaran | None:
    """The share of the example beside a target of the same whole percent; None where open requests can change it."""
    met, total = int(terbuka.tepat_waktu.nilai or 0), int(terbuka.selesai.nilai or 0) + int(terbuka.terbuka.nilai or 0)
    if terbuka.dinilai.nilai != total:
        return None
    percent = int(half_up(Fraction(100 * met, total), 0))

    def shown(name: str, nilai: Exact, rumus: str, satuan: str = "") -> Angka:
        return Angka(
            id=f"metodologi/waktu/sasaran/{name}", nilai=nilai, status="contoh", satuan=satuan,
            desimal=0, rumus=rumus, masukan=terbuka.bagian.masukan,
        )  # fmt: skip

    return Sasaran(
        semua=shown("semua", total, "selesai + terbuka"),
        sasaran=shown("sasaran", percent, "sasaran pada contoh: bagian yang tepat waktu, dibulatkan", "%"),
        dicetak=shown("dicetak", Fraction(100 * met, total), "bagian yang tepat waktu tanpa desimal", "%"),
        tercapai=bool(target_met(Fraction(percent, 100), met, total)),
        kiri=shown("kiri", 100 * met, "tepat waktu × 100"),
        kanan=shown("kanan", percent * total, "persen sasaran × semua permohonan"),
    )


def complaints_of(repository: Repository, tanggal: date) -> Pengaduan | None:
    """The deadlines of complaints; None where no rule is in force."""
    aturan = repository.aturan.pengaduan
    versi = version_on(aturan, tanggal)
    if versi is None:
        return None
    at, satuan = ("versi", aturan.versi.index(versi)), "hari kerja" if versi.jenis_hari == "kerja" else "hari"
    return Pengaduan(
        jenis_hari=versi.jenis_hari,
        penerusan=figure("pengaduan/penerusan", versi.penerusan_hari, (Tempat(aturan.berkas, (*at, "penerusan_hari")),),
                         "tenggat menurut aturan", satuan),
        jenis=tuple(
            (
                satu.nama,
                figure(f"pengaduan/{satu.id}", satu.tenggat_hari,
                       (Tempat(aturan.berkas, (*at, "jenis", i, "tenggat_hari")),), "tenggat menurut aturan", satuan),
            )
            for i, satu in enumerate(versi.jenis)
        ),
    )  # fmt: skip


def _several(values: object) -> tuple[Fraction, ...]:
    return tuple(Fraction(str(value)) for value in values) if isinstance(values, tuple | list) else ()
