"""Units of the city: how many, of which kind, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.model.perangkat_daerah import Bagian, JenisBagian, JenisPerangkatDaerah, PerangkatDaerah
from kinerja.model.repository import Repository
from kinerja.summary import layanan, penilaian_luar
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.belum_ada import BelumAda, known, missing
from kinerja.summary.layanan import BarisLayanan
from kinerja.summary.penilaian_luar import Seri
from kinerja.summary.sebaran import Sebaran, newest

JENIS: dict[JenisPerangkatDaerah, str] = {
    "badan": "Badan",
    "dinas": "Dinas",
    "inspektorat": "Inspektorat",
    "kecamatan": "Kecamatan",
    "rumah-sakit": "Rumah sakit",
    "satuan": "Satuan",
    "sekretariat": "Sekretariat",
}
JENIS_BAGIAN: dict[JenisBagian, str] = {"kelurahan": "Kelurahan", "upt": "UPT", "bidang": "Bidang"}


@dataclass(frozen=True, slots=True, kw_only=True)
class JumlahJenis:
    """How many units of one kind there are, and how many of their names nobody official has confirmed."""

    jenis: str
    jumlah: Angka
    perlu_verifikasi: Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisUnit:
    """A unit as a row: its kind in words, and how many kelurahan it has (None: it is no kecamatan)."""

    unit: PerangkatDaerah
    jenis: str
    jumlah_kelurahan: Angka | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitIndex:
    """Every unit in the order of the alphabet; the fictional ones apart. No count mixes them."""

    jumlah: Angka
    jumlah_kelurahan: Angka
    jumlah_perlu_verifikasi: Angka
    jenis: tuple[JumlahJenis, ...]
    kecamatan: tuple[BarisUnit, ...]
    lainnya: tuple[BarisUnit, ...]
    contoh: tuple[BarisUnit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KelompokBagian:
    """The parts of one kind, by name; `kode_bps` and `berlaku_mulai`: some part has one."""

    jenis: str
    bagian: tuple[Bagian, ...]
    kode_bps: bool
    berlaku_mulai: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit: its services, its people by predikat, what is known, what is not yet there, and what others
    published about it."""

    unit: PerangkatDaerah
    jenis: str
    jumlah_kelurahan: Angka | None
    layanan: tuple[BarisLayanan, ...]
    jumlah_layanan: Angka
    jumlah_memenuhi: Angka
    sebaran: Sebaran | None
    bagian: tuple[KelompokBagian, ...]
    belum_ada: tuple[BelumAda, ...]
    penilaian_luar: tuple[Seri, ...]
    jumlah_penilaian_luar: Angka


def index(repository: Repository) -> UnitIndex:
    """The list of units, by alphabet: never a ranking."""
    resmi = _alphabetical(u for u in repository.perangkat_daerah.values() if u.status == "resmi")
    contoh = _alphabetical(u for u in repository.perangkat_daerah.values() if u.status == "contoh")
    parents = [u for u in resmi if _kelurahan(u)]
    return UnitIndex(
        jumlah=_count("jumlah", "perangkat daerah", resmi),
        jumlah_kelurahan=Angka(
            id="perangkat-daerah/jumlah-kelurahan",
            nilai=sum(len(_kelurahan(u)) for u in parents),
            status="resmi",
            satuan="kelurahan",
            rumus="banyak kelurahan di semua kecamatan",
            masukan=tuple(Tempat(u.berkas, ("bagian",)) for u in parents) or (Tempat("data/perangkat-daerah"),),
        ),
        jumlah_perlu_verifikasi=_doubtful("jumlah-perlu-verifikasi", resmi),
        jenis=tuple(
            JumlahJenis(
                jenis=nama,
                jumlah=_count(f"jumlah/{jenis}", nama.lower(), units),
                perlu_verifikasi=_doubtful(f"perlu-verifikasi/{jenis}", units),
            )
            for jenis, nama in JENIS.items()
            if (units := [u for u in resmi if u.jenis == jenis])
        ),
        kecamatan=tuple(_row(u) for u in resmi if u.jenis == "kecamatan"),
        lainnya=tuple(_row(u) for u in resmi if u.jenis != "kecamatan"),
        contoh=tuple(_row(u) for u in contoh),
    )


def unit(repository: Repository, perangkat_daerah: PerangkatDaerah, tanggal: date) -> Unit:
    """What the portal knows of one unit on a day."""
    row, services = _row(perangkat_daerah), layanan.rows(repository, tanggal, perangkat_daerah.slug)
    sebaran = newest(repository, perangkat_daerah)
    met = [service for service in services if service.tanda == "memenuhi"]
    series = [s for s in repository.penilaian_luar.values() if s.perangkat_daerah == perangkat_daerah.slug]
    return Unit(
        unit=perangkat_daerah,
        jenis=row.jenis,
        jumlah_kelurahan=row.jumlah_kelurahan,
        bagian=tuple(_parts(perangkat_daerah)),
        layanan=services,
        jumlah_layanan=_services(perangkat_daerah, "jumlah-layanan", services, "banyak layanan unit ini"),
        jumlah_memenuhi=_services(perangkat_daerah, "layanan-memenuhi", met, "banyak yang terakhir memenuhi standar"),
        sebaran=sebaran,
        belum_ada=missing(
            f"perangkat-daerah/{perangkat_daerah.slug}", perangkat_daerah.berkas,
            known(any(s.capaian for s in services), any(s.skm for s in services), sebaran is not None),
            perangkat_daerah.status,
        ),
        penilaian_luar=tuple(penilaian_luar.series(repository, s) for s in sorted(series, key=lambda s: s.judul)),
        jumlah_penilaian_luar=_own(
            perangkat_daerah, "jumlah-penilaian-luar", len(series), "ukuran",
            "banyak seri penilaian luar yang menyebut unit ini",
            tuple(Tempat(s.berkas, ("perangkat_daerah",)) for s in series) or (Tempat("data/penilaian-luar"),),
        ),
    )  # fmt: skip


def _row(unit: PerangkatDaerah) -> BarisUnit:
    found = _kelurahan(unit)
    rumus = "banyak kelurahan dalam daftar bagian"
    angka = _own(unit, "jumlah-kelurahan", len(found), "kelurahan", rumus, (Tempat(unit.berkas, ("bagian",)),))
    return BarisUnit(unit=unit, jenis=JENIS[unit.jenis], jumlah_kelurahan=angka if found else None)


def _kelurahan(unit: PerangkatDaerah) -> tuple[Bagian, ...]:
    return tuple(bagian for bagian in unit.bagian if bagian.jenis == "kelurahan")


def _parts(unit: PerangkatDaerah) -> Iterable[KelompokBagian]:
    for jenis, nama in JENIS_BAGIAN.items():
        found = sorted((b for b in unit.bagian if b.jenis == jenis), key=lambda b: b.nama.casefold())
        if found:
            yield KelompokBagian(
                jenis=nama,
                bagian=tuple(found),
                kode_bps=any(b.kode_bps for b in found),
                berlaku_mulai=any(b.berlaku_mulai for b in found),
            )


def _services(unit: PerangkatDaerah, name: str, found: Sequence[BarisLayanan], rumus: str) -> Angka:
    places = tuple(Tempat(row.layanan.berkas) for row in found) or (Tempat("data/layanan"),)
    return _own(unit, name, len(found), "layanan", rumus, places)


def _own(unit: PerangkatDaerah, name: str, nilai: int, satuan: str, rumus: str, masukan: tuple[Tempat, ...]) -> Angka:
    return Angka(
        id=f"perangkat-daerah/{unit.slug}/{name}", nilai=nilai, status=unit.status, satuan=satuan, rumus=rumus,
        masukan=masukan,
    )  # fmt: skip


def _alphabetical(units: Iterable[PerangkatDaerah]) -> list[PerangkatDaerah]:
    return sorted(units, key=lambda u: u.nama.casefold())


def _count(name: str, satuan: str, units: list[PerangkatDaerah]) -> Angka:
    return _figure(name, len(units), satuan, "banyak berkas perangkat daerah, tanpa unit contoh", units, ())


def _doubtful(name: str, units: list[PerangkatDaerah]) -> Angka:
    nilai = sum(u.perlu_verifikasi for u in units)
    rumus = "banyak perangkat daerah yang namanya perlu verifikasi"
    return _figure(name, nilai, "nama", rumus, units, ("nama",))


def _figure(
    name: str, nilai: int, satuan: str, rumus: str, units: list[PerangkatDaerah], kunci: tuple[str, ...]
) -> Angka:
    return Angka(
        id=f"perangkat-daerah/{name}",
        nilai=nilai,
        status="resmi",
        satuan=satuan,
        rumus=rumus,
        masukan=tuple(Tempat(u.berkas, kunci) for u in units) or (Tempat("data/perangkat-daerah"),),
    )
