"""Before and after: which period is compared, what may be said about it, and why not more."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Literal, TypeVar

from kinerja.numbers import Exact
from kinerja.rules.perbandingan import (
    MASIH_TERBUKA,
    TANPA_SELANG,
    TERBUKA_DULU,
    TERLALU_SEDIKIT,
    Hasil,
    Putusan,
    compare_ikm,
    compare_time,
)
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.layanan_capaian import BarisCapaian
from kinerja.summary.layanan_kata import places, with_unit, year_before
from kinerja.summary.skm_layanan import BarisSkm

# A small sample is no ground for praise or blame, whatever its figures say.
Arah = Hasil | Literal["sampel-kecil"]

WAKTU: dict[Arah, str] = {
    "membaik": "Lebih cepat",
    "menurun": "Lebih lambat",
    "tidak-berubah": "Tidak berubah nyata",
    "sampel-kecil": "Sampel kecil: tidak dinilai naik atau turun",
    "tidak-dapat-dibandingkan": "Tidak dapat dibandingkan",
}
KEPUASAN: dict[Arah, str] = {**WAKTU, "membaik": "Membaik", "menurun": "Menurun"}
NADA: dict[Arah, str] = {
    "membaik": "oke",
    "menurun": "gagal",
    "tidak-berubah": "netral",
    "sampel-kecil": "netral",
    "tidak-dapat-dibandingkan": "netral",
}

# the same measure, but too uncertain for a verdict
TIDAK_PASTI = frozenset((MASIH_TERBUKA, TERBUKA_DULU, TERLALU_SEDIKIT, TANPA_SELANG))

_Row = TypeVar("_Row", BarisCapaian, BarisSkm)


@dataclass(frozen=True, slots=True, kw_only=True)
class Banding(Generic[_Row]):
    """Two periods and the verdict. `kata` are its words, `catatan` says which period was taken, where not last year's.

    `sebanding`: both measure the same, even where uncertainty forbids a verdict. `selisih` is new − old with its
    interval, in the unit of the measure; None where it cannot be told.
    """

    lama: _Row
    baru: _Row
    hasil: Arah
    sebanding: bool
    kata: str
    nada: str
    sebab: str
    catatan: str
    selisih: Angka | None
    bawah: Angka | None
    atas: Angka | None


def compare_times(rows: Sequence[BarisCapaian]) -> Banding[BarisCapaian] | None:
    """The newest period against the same one a year before, or the oldest one that can be compared."""
    if len(rows) < 2:
        return None
    lama, putusan = _chosen(rows, lambda old, new: compare_time(old.capaian, new.capaian))
    baru = rows[-1]
    places = tuple(Tempat(row.capaian.berkas, ("waktu",)) for row in (lama, baru))
    like = replace(baru.median, id=f"{baru.median.id}-selisih/{lama.periode}", masukan=places, desimal=None)
    return _verdict(rows, lama, putusan, WAKTU, like)


def compare_surveys(rows: Sequence[BarisSkm]) -> Banding[BarisSkm] | None:
    """The newest survey against the same period a year before, or the oldest one that can be compared."""
    if len(rows) < 2:
        return None
    lama, putusan = _chosen(rows, lambda old, new: compare_ikm(old.ukuran, new.ukuran))
    baru = rows[-1]
    places = tuple(Tempat(row.skm.berkas, ("unsur",)) for row in (lama, baru))
    like = replace(baru.ikm, id=f"{baru.ikm.id}-selisih/{lama.periode}", masukan=places)
    return _verdict(rows, lama, putusan, KEPUASAN, like)


def _chosen(rows: Sequence[_Row], compare: Callable[[_Row, _Row], Putusan]) -> tuple[_Row, Putusan]:
    """Last year's, else the oldest that can be compared; where none can, last year's or the one just before."""
    baru, earlier = rows[-1], rows[:-1]
    expected = year_before(baru.periode)
    ordered = sorted(earlier, key=lambda row: row.periode != expected)
    verdicts = [(row, compare(row, baru)) for row in ordered]
    usable = [pair for pair in verdicts if _same_measure(pair[1])]
    if usable:
        return usable[0]
    return verdicts[0] if ordered[0].periode == expected else verdicts[-1]


def _same_measure(putusan: Putusan) -> bool:
    return putusan.hasil != "tidak-dapat-dibandingkan" or putusan.sebab in TIDAK_PASTI


def _verdict(
    rows: Sequence[_Row], lama: _Row, putusan: Putusan, kata: Mapping[Arah, str], like: Angka
) -> Banding[_Row]:
    baru, expected, selang = rows[-1], year_before(rows[-1].periode), putusan.selang
    small = _same_measure(putusan) and (lama.kecil or baru.kecil)
    hasil: Arah = "sampel-kecil" if small else putusan.hasil
    catatan = ""
    if lama.periode != expected and _same_measure(putusan):
        there = any(row.periode == expected for row in rows)
        why = "tidak dapat dibandingkan" if there else "tidak memiliki data"
        catatan = f"Periode yang sama setahun sebelumnya {why}, maka dipakai periode sebanding yang paling lama."
    interval = "selang 95% perubahan itu menurut selang kedua nilai"
    return Banding(
        lama=lama,
        baru=baru,
        hasil=hasil,
        sebanding=_same_measure(putusan),
        kata=kata[hasil],
        nada=NADA[hasil],
        sebab=_small(lama, baru) if small else putusan.sebab,
        catatan=catatan,
        selisih=_change(like, "", putusan.selisih, "nilai periode ini − nilai pembanding, sebelum dibulatkan"),
        bawah=_change(like, "/bawah", selang.bawah if selang else None, interval),
        atas=_change(like, "/atas", selang.atas if selang else None, interval),
    )


def _small(lama: _Row, baru: _Row) -> str:
    """Which of the two is too small, with its n."""
    few = [(row.nama_periode, _size(row)) for row in (lama, baru) if row.kecil]
    return f"Terlalu sedikit: {', '.join(f'{with_unit(n)} pada {periode}' for periode, n in few)}."


def _size(row: BarisCapaian | BarisSkm) -> Angka:
    return row.permohonan if isinstance(row, BarisCapaian) else row.n


def _change(like: Angka, end: str, nilai: Exact | None, rumus: str) -> Angka | None:
    """A change with the unit of its measure; times have as many decimals as they need, at most two."""
    if nilai is None:
        return None
    desimal = places(nilai) if like.desimal is None else like.desimal
    return Angka(
        id=f"{like.id}{end}",
        nilai=nilai,
        status=like.status,
        satuan=like.satuan,
        desimal=desimal,
        rumus=rumus,
        masukan=like.masukan,
    )
