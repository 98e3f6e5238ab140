"""Words for tables of people: names of groups and classes, and the one sentence that goes with every such table."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.model.hasil import LAINNYA, BarisHasil, Dimensi
from kinerja.model.repository import Repository
from kinerja.numbers import id_list

DIMENSI: dict[Dimensi, str] = {
    "perangkat-daerah": "perangkat daerah",
    "bagian": "bagian perangkat daerah",
    "jabatan": "jabatan",
    "rumpun-jabatan": "rumpun jabatan",
    "golongan": "golongan",
    "jenis-kelamin": "jenis kelamin",
    "wilayah": "wilayah",
    "indikator": "indikator",
}
KATA = {
    "golongan-i": "golongan I",
    "golongan-ii": "golongan II",
    "golongan-iii": "golongan III",
    "golongan-iv": "golongan IV",
    "pppk": "PPPK",
    "belum_dinilai": "Belum dinilai",
}


def rounding_sentence(kelipatan: int) -> str:
    """What a reader must know of every table of people; nothing where the counts are exact."""
    if kelipatan == 1:
        return ""
    return (
        f"Semua jumlah orang dibulatkan ke kelipatan {kelipatan} agar tidak seorang pun dapat dikenali; selisih yang "
        "lebih kecil dari itu tidak berarti."
    )


def class_name(repository: Repository, kelas: str) -> str:
    """`sangat_baik` is `Sangat Baik`, as the rule of predikat names it."""
    names = {p.id.replace("-", "_"): p.nama for versi in repository.aturan.predikat.versi for p in versi.predikat}
    return {**names, **KATA}.get(kelas, kelas.replace("_", " ").capitalize())


def value_name(repository: Repository, dimensi: Dimensi, nilai: str, unit: str | None = None) -> str:
    """The name of one value of a dimension; a part is named by the file of its unit."""
    if dimensi in ("perangkat-daerah", "wilayah") and nilai in repository.perangkat_daerah:
        return repository.perangkat_daerah[nilai].nama
    if dimensi == "bagian" and unit and unit in repository.perangkat_daerah:
        names = {bagian.id: bagian.nama for bagian in repository.perangkat_daerah[unit].bagian}
        return names.get(nilai, nilai.replace("-", " "))
    if dimensi == "jabatan" and nilai in repository.jabatan:
        return repository.jabatan[nilai].nama
    return KATA.get(nilai, nilai.replace("-", " "))


def group_name(repository: Repository, baris: BarisHasil) -> str:
    """The group of a row: `Dinas Contoh, struktural`; `seluruhnya` where nothing narrows it."""
    return ", ".join(_values(repository, baris)) or "seluruhnya"


def _values(repository: Repository, baris: BarisHasil) -> Iterator[str]:
    for dimensi in DIMENSI:
        nilai = getattr(baris, dimensi.replace("-", "_"))
        if nilai is not None:
            yield value_name(repository, dimensi, nilai, baris.perangkat_daerah)


def merged_names(repository: Repository, baris: BarisHasil) -> tuple[str, ...]:
    """The groups that a row was merged of: values of the dimension that reads `lainnya`, else of the innermost."""
    narrowed = [d for d in DIMENSI if getattr(baris, d.replace("-", "_")) is not None]
    if not narrowed:
        return baris.gabungan
    rests = [d for d in narrowed if getattr(baris, d.replace("-", "_")) == LAINNYA]
    dimensi = (rests or narrowed[-1:])[0]
    return tuple(value_name(repository, dimensi, nilai, baris.perangkat_daerah) for nilai in baris.gabungan)


def split_by(dimensi: tuple[Dimensi, ...]) -> str:
    """How a table is divided, in words."""
    return id_list([DIMENSI[one] for one in dimensi])
