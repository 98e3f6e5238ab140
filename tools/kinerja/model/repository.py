"""The whole of data/ as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from kinerja.model.aturan import AturanAngkaKredit, AturanKeberatan, AturanPita, AturanPolaDistribusi, AturanPredikat
from kinerja.model.aturan_layanan import AturanPengaduan, AturanPenyamaran, AturanSampel, AturanSelang, AturanSkm
from kinerja.model.capaian import CapaianLayanan, Skm, TindakLanjut
from kinerja.model.dokumen import Dokumen
from kinerja.model.hari_libur import HariLibur
from kinerja.model.hasil import Hasil
from kinerja.model.hukum import DasarHukum, Kamus
from kinerja.model.kriteria import Kriteria
from kinerja.model.layanan import Layanan
from kinerja.model.penilaian_luar import Jadwal, PenilaianLuar
from kinerja.model.perangkat_daerah import Jabatan, PerangkatDaerah
from kinerja.model.perhitungan import Perhitungan
from kinerja.model.perubahan import AturanPerubahanKriteria
from kinerja.model.portal import Portal
from kinerja.model.usulan import Koreksi, Usulan

# noun = folder or file under data/ = stem of the schema
NOUNS: Mapping[str, type[Dokumen]] = {
    "portal": Portal,
    "dasar-hukum": DasarHukum,
    "istilah": Kamus,
    "perangkat-daerah": PerangkatDaerah,
    "jabatan": Jabatan,
    "aturan/predikat": AturanPredikat,
    "aturan/pola-distribusi": AturanPolaDistribusi,
    "aturan/skm": AturanSkm,
    "aturan/sampel": AturanSampel,
    "aturan/angka-kredit": AturanAngkaKredit,
    "aturan/keberatan": AturanKeberatan,
    "aturan/selang": AturanSelang,
    "aturan/pengaduan": AturanPengaduan,
    "aturan/penyamaran": AturanPenyamaran,
    "aturan/perubahan-kriteria": AturanPerubahanKriteria,
    "aturan/pita": AturanPita,
    "perhitungan": Perhitungan,
    "kriteria": Kriteria,
    "penilaian-luar": PenilaianLuar,
    "jadwal": Jadwal,
    "hari-libur": HariLibur,
    "layanan": Layanan,
    "capaian-layanan": CapaianLayanan,
    "skm": Skm,
    "tindak-lanjut": TindakLanjut,
    "hasil": Hasil,
    "usulan": Usulan,
    "koreksi": Koreksi,
}

# the nouns whose files lie one folder deeper: by group of posts, unit, or period
NESTED = frozenset({"kriteria", "layanan", "capaian-layanan", "skm", "hasil"})

# the nouns that are one file which everything needs
SINGLE = frozenset(noun for noun in NOUNS if noun.startswith("aturan/") and noun != "aturan/pita") | {
    "portal",
    "dasar-hukum",
    "istilah",
    "koreksi",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Aturan:
    """Every rule document."""

    predikat: AturanPredikat
    pola_distribusi: AturanPolaDistribusi
    skm: AturanSkm
    sampel: AturanSampel
    angka_kredit: AturanAngkaKredit
    keberatan: AturanKeberatan
    selang: AturanSelang
    pengaduan: AturanPengaduan
    penyamaran: AturanPenyamaran
    perubahan_kriteria: AturanPerubahanKriteria
    pita: Mapping[str, AturanPita]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """Every document, by slug in the order of the slugs; `kriteria` by group of posts, oldest version first;
    `capaian_layanan` and `skm` by service, `hasil` by table, oldest period first.

    `sidik` gives for each file under data/ the SHA-256 of its bytes. `rusak` names the files that are there
    but could not be read: what refers to them is not to be reported as unknown.
    """

    portal: Portal
    dasar_hukum: DasarHukum
    kamus: Kamus
    perangkat_daerah: Mapping[str, PerangkatDaerah]
    jabatan: Mapping[str, Jabatan]
    aturan: Aturan
    perhitungan: Mapping[str, Perhitungan]
    kriteria: Mapping[str, tuple[Kriteria, ...]]
    penilaian_luar: Mapping[str, PenilaianLuar]
    jadwal: Mapping[str, Jadwal]
    hari_libur: Mapping[str, HariLibur]
    layanan: Mapping[str, Layanan]
    capaian_layanan: Mapping[str, tuple[CapaianLayanan, ...]]
    skm: Mapping[str, tuple[Skm, ...]]
    tindak_lanjut: Mapping[str, TindakLanjut]
    hasil: Mapping[str, tuple[Hasil, ...]]
    usulan: Mapping[str, Usulan]
    koreksi: Koreksi
    sidik: Mapping[str, str]
    rusak: frozenset[str] = frozenset()


def without_contoh(repository: Repository) -> Repository:
    """The repository as it gets deployed: nothing with `status: contoh` is left."""

    def resmi(documents: Mapping[str, Any]) -> Mapping[str, Any]:
        return MappingProxyType({slug: d for slug, d in documents.items() if d.status == "resmi"})

    def resmi_series(series: Mapping[str, tuple[Any, ...]]) -> Mapping[str, tuple[Any, ...]]:
        kept = {slug: tuple(d for d in documents if d.status == "resmi") for slug, documents in series.items()}
        return MappingProxyType({slug: documents for slug, documents in kept.items() if documents})

    return replace(
        repository,
        perangkat_daerah=resmi(repository.perangkat_daerah),
        jabatan=resmi(repository.jabatan),
        kriteria=resmi_series(repository.kriteria),
        penilaian_luar=resmi(repository.penilaian_luar),
        jadwal=resmi(repository.jadwal),
        hari_libur=resmi(repository.hari_libur),
        layanan=resmi(repository.layanan),
        capaian_layanan=resmi_series(repository.capaian_layanan),
        skm=resmi_series(repository.skm),
        tindak_lanjut=resmi(repository.tindak_lanjut),
        hasil=resmi_series(repository.hasil),
        usulan=resmi(repository.usulan),
    )


def documents(repository: Repository) -> tuple[Dokumen, ...]:
    """Every document of the repository, once."""
    aturan = repository.aturan
    single = (repository.portal, repository.dasar_hukum, repository.kamus, repository.koreksi)
    rules = (
        aturan.predikat, aturan.pola_distribusi, aturan.skm, aturan.sampel, aturan.angka_kredit, aturan.keberatan,
        aturan.selang, aturan.pengaduan, aturan.penyamaran, aturan.perubahan_kriteria,
    )  # fmt: skip
    by_slug: tuple[Mapping[str, Dokumen], ...] = (
        repository.perangkat_daerah, repository.jabatan, aturan.pita, repository.perhitungan,
        repository.penilaian_luar, repository.jadwal, repository.hari_libur, repository.layanan,
        repository.tindak_lanjut, repository.usulan,
    )  # fmt: skip
    series: tuple[Mapping[str, tuple[Dokumen, ...]], ...] = (
        repository.kriteria, repository.capaian_layanan, repository.skm, repository.hasil,
    )  # fmt: skip
    nested = (document for group in series for documents in group.values() for document in documents)
    return (*single, *rules, *(d for nouns in by_slug for d in nouns.values()), *nested)
