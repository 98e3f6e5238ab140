"""From counts of people to the protected tables of predikat of a period, and their head-counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from kinerja.disclosure.lindungi import Bahan, Terlindung, protect
from kinerja.disclosure.rencana import Sebaran, TabelRancangan, design
from kinerja.intake.kolom import plain
from kinerja.intake.penilaian_baris import Kode
from kinerja.intake.penilaian_gabung import Count
from kinerja.intake.penilaian_kenal import GOLONGAN
from kinerja.intake.terbit import policy, published
from kinerja.model import dokumen
from kinerja.model.hasil import KELAS, LAINNYA, BarisHasil, Dimensi, Hasil, IsiHasil, KeadaanHasil
from kinerja.model.repository import Repository

PENYEBUT = (
    "Semua pegawai dalam Laporan SKP e-Kinerja, masing-masing sekali menurut SKP terakhirnya, termasuk yang belum"
    " dinilai. Baris Plt dan Plh tidak dihitung."
)
JENIS_KELAMIN = {2: "perempuan", 1: "laki-laki"}
DIMENSI: tuple[Dimensi, ...] = (
    "perangkat-daerah", "bagian", "rumpun-jabatan", "jabatan", "golongan", "jenis-kelamin",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Terbitan:
    """What every table of a run has in common."""

    periode: str
    dihitung_pada: date
    keadaan: KeadaanHasil
    kode: Kode


def spread(repository: Repository, kode: Kode, counts: Iterable[Count], known: Collection[str]) -> Sebaran:
    """How many people have each combination of what the files tell."""
    rumpun = families(repository) | {LAINNYA: LAINNYA}
    told = {"bagian": {"induk", "unit"} <= set(known), "rumpun-jabatan": "jabatan" in known}
    told |= {"jabatan": "jabatan" in known, "golongan": "golongan" in known}
    dimensi = tuple(satu for satu in DIMENSI if told.get(satu, True))
    cells: dict[tuple[str, ...], list[int]] = {}
    for unit, part, post, grade, sex, kelas, n in counts:
        # A post that no group knows is counted, in a group of its own.
        jabatan = kode.jabatan[post] if post >= 0 else LAINNYA
        own = {
            "perangkat-daerah": kode.unit[unit].slug, "bagian": _part(kode, unit, part), "jabatan": jabatan,
            "rumpun-jabatan": rumpun[jabatan], "golongan": GOLONGAN[grade], "jenis-kelamin": JENIS_KELAMIN[sex],
        }  # fmt: skip
        row = cells.setdefault(tuple(own[satu] for satu in dimensi), [0] * len(KELAS))
        row[kelas] += n
    urutan: dict[Dimensi, Sequence[str]] = {
        "perangkat-daerah": [unit.slug for unit in kode.unit], "jabatan": kode.jabatan, "golongan": GOLONGAN,
        "bagian": [bagian.id for unit in kode.unit for bagian in unit.bagian],
        "rumpun-jabatan": ("struktural", "fungsional", "pelaksana"), "jenis-kelamin": [*JENIS_KELAMIN.values()],
    }  # fmt: skip
    isi = {values: tuple(row) for values, row in sorted(cells.items())}
    return Sebaran(dimensi=dimensi, kelas=KELAS, isi=isi, urutan=urutan)


def families(repository: Repository) -> dict[str, str]:
    """The family of each group of posts."""
    return {slug: jabatan.rumpun or LAINNYA for slug, jabatan in repository.jabatan.items()}


def _part(kode: Kode, unit: int, part: int) -> str:
    """The part of a unit; `lainnya` where its file has no such part."""
    name = kode.bagian[part] if 0 <= part < len(kode.bagian) else ""
    return next((bagian.id for bagian in kode.unit[unit].bagian if plain(bagian.nama) == name), LAINNYA)


def protected(repository: Repository, terbitan: Terbitan, sebaran: Sebaran, acak: Random) -> Terlindung:
    """The tables of the plan, rounded together. Raises ProblemsFound where no safe ones were found."""
    versi = policy(repository, terbitan.dihitung_pada)
    bahan = Bahan(
        rancang=lambda tanpa: design(sebaran, versi, tanpa),
        kemas=lambda tabel, baris: _document(terbitan, tabel, "predikat", baris),
        kemas_jumlah=lambda tabel, baris: _document(terbitan, tabel, "jumlah-pegawai", baris),
        lama=published(repository, terbitan.periode, terbitan.kode.status),
        rumpun=families(repository),
    )
    found = protect(bahan, versi, acak)
    return found if "jumlah-pegawai" in versi.terbuka else replace(found, jumlah=())


def _document(terbitan: Terbitan, rancangan: TabelRancangan, isi: IsiHasil, baris: tuple[BarisHasil, ...]) -> Hasil:
    tabel = rancangan.tabel if isi == "predikat" else f"{isi}-{rancangan.tabel.removeprefix('predikat-')}"
    return Hasil(
        berkas=f"data/hasil/{terbitan.periode}/{tabel}.yaml",
        status=terbitan.kode.status,
        periode=terbitan.periode,
        tabel=tabel,
        isi=isi,
        dimensi=rancangan.dimensi,
        satuan="orang",
        penyebut=PENYEBUT,
        keadaan=terbitan.keadaan,
        rilis_ke=1,
        dihitung_pada=terbitan.dihitung_pada,
        baris=baris,
        sumber=(_source(terbitan),),
    )


def _source(terbitan: Terbitan) -> dokumen.Sumber:
    penerbit = "e-Kinerja BKN" if terbitan.kode.status == "resmi" else "Data peragaan portal ini, kota kedua"
    judul = "Laporan SKP dan Laporan Penilaian SKP"
    return dokumen.Sumber(judul=judul, penerbit=penerbit, tanggal=terbitan.dihitung_pada)
