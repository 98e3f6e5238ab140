"""The official calendar as seen on a date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kinerja.model.penilaian_luar import Jadwal, JenisKegiatan, Kegiatan
from kinerja.model.repository import Repository, without_contoh
from kinerja.summary.angka import Angka, Tempat

KeadaanKegiatan = Literal["rencana", "berjalan", "selesai", "terbuka"]
JENIS: Mapping[JenisKegiatan, str] = {"penilaian": "Penilaian", "survei": "Survei", "publikasi": "Publikasi"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Acara:
    """One activity with its state. `terbuka`: it has started, and its end is not known."""

    kegiatan: Kegiatan
    jenis: str
    keadaan: KeadaanKegiatan


@dataclass(frozen=True, slots=True, kw_only=True)
class TahunJadwal:
    """The activities of one year in the order of their start."""

    tahun: int
    acara: tuple[Acara, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kalender:
    """The official calendar."""

    tahun: tuple[TahunJadwal, ...]
    jumlah_berjalan: Angka
    jumlah_rencana: Angka
    berikut: Kegiatan | None


def kalender(repository: Repository, tanggal: date) -> Kalender:
    """The official calendar as it stands on `tanggal`."""
    years = sorted(without_contoh(repository).jadwal.values(), key=lambda j: j.tahun)
    tahun = tuple(
        TahunJadwal(
            tahun=year.tahun,
            acara=tuple(
                Acara(kegiatan=k, jenis=JENIS[k.jenis], keadaan=state(k, tanggal))
                for k in sorted(year.kegiatan, key=lambda k: k.mulai)
            ),
        )
        for year in years
    )
    acara = [a for year in tahun for a in year.acara]
    coming = sorted((a.kegiatan for a in acara if a.keadaan == "rencana"), key=lambda k: k.mulai)
    return Kalender(
        tahun=tahun,
        jumlah_berjalan=_activities("berjalan", sum(a.keadaan in ("berjalan", "terbuka") for a in acara), years),
        jumlah_rencana=_activities("rencana", len(coming), years),
        berikut=coming[0] if coming else None,
    )


def state(kegiatan: Kegiatan, tanggal: date) -> KeadaanKegiatan:
    """Both ends belong to the activity; without an end it is not known whether it still runs."""
    if tanggal < kegiatan.mulai:
        return "rencana"
    if kegiatan.selesai is None:
        return "terbuka"
    return "berjalan" if tanggal <= kegiatan.selesai else "selesai"


def _activities(name: str, nilai: int, found: list[Jadwal]) -> Angka:
    return Angka(
        id=f"jadwal/jumlah-{name}",
        nilai=nilai,
        status="resmi",
        satuan="kegiatan",
        rumus="banyak kegiatan menurut mulai dan selesainya pada tanggal terbit",
        masukan=tuple(Tempat(j.berkas, ("kegiatan",)) for j in found),
    )
