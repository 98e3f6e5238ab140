"""Two other methods on the same tables, measured as ours is: each count rounded alone, and small counts hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from kinerja.disclosure.batas import possible, propagate
from kinerja.disclosure.belahan import Kelompok, group_of
from kinerja.disclosure.tabel import JUMLAH, Sistem, read
from kinerja.model.aturan_layanan import VersiPenyamaran
from kinerja.model.hasil import BarisHasil, Hasil
from kinerja.numbers import half_up

Cara = Literal["bersama", "sendiri-sendiri", "disembunyikan"]
Hitungan = tuple[Kelompok, str]
Nilai = Mapping[Hitungan, int]
Ujung = Callable[[int], tuple[int, int | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ukuran:
    """How a method does.

    Of `hitungan` counts of classes, of which `berisi` are not zero, `tersembunyi` are hidden. Of `kecil` small ones an
    outsider knows `tepat` exactly; of `seragam` groups in which nearly all are in one class `pasti` for certain. Of
    `jumlah` sums a reader finds that `cocok` come out. `galat` is the mean distance from the true count.
    """

    cara: Cara
    hitungan: int
    berisi: int
    tersembunyi: int
    kecil: int
    tepat: int
    seragam: int
    pasti: int
    jumlah: int
    cocok: int
    galat: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Bandingan:
    """Tables to compare: true, as they are published, and the head-counts that everybody knows.

    With `teliti` the outsider uses all sums at once, which takes long; without it one sum after another, so that what
    is told of each method is the least that can be concluded.
    """

    asal: Sequence[Hasil]
    dokumen: Sequence[Hasil]
    jumlah: Sequence[Hasil]
    versi: VersiPenyamaran
    rumpun: Mapping[str, str] | None = None
    teliti: bool = False


def compare(bandingan: Bandingan) -> tuple[Ukuran, ...]:
    """Our rounding, rounding each count alone to the nearest multiple, and hiding what is under the smallest group."""
    asal, versi = bandingan.asal, bandingan.versi
    ways: dict[Cara, Sequence[Hasil]] = {
        "bersama": bandingan.dokumen,
        "sendiri-sendiri": [rounded_alone(hasil, versi.kelipatan) for hasil in asal],
        "disembunyikan": [thresholded(hasil, versi.kelompok_minimal) for hasil in asal],
    }
    return tuple(_measured(bandingan, cara, tables) for cara, tables in ways.items())


def rounded_alone(hasil: Hasil, kelipatan: int) -> Hasil:
    """Every count to the nearest multiple, whatever the others do."""

    def nearest(count: int) -> int:
        return int(half_up(Fraction(count, kelipatan), 0)) * kelipatan

    return replace(
        hasil, kelipatan=kelipatan,
        baris=tuple(_row(b, {name: nearest(n) for name, n in _counts(b).items()}) for b in hasil.baris),
    )  # fmt: skip


def thresholded(hasil: Hasil, minimal: int) -> Hasil:
    """Counts of a class that are small, but not zero, hidden; everything else exact."""
    return replace(
        hasil, kelipatan=1,
        baris=tuple(
            _row(b, {name: n for name, n in _counts(b).items() if name == JUMLAH or not 0 < n < minimal})
            for b in hasil.baris
        ),
    )  # fmt: skip


def _counts(baris: BarisHasil) -> dict[str, int]:
    return {JUMLAH: baris.jumlah or 0, **baris.hitungan}


def _row(baris: BarisHasil, counts: Mapping[str, int]) -> BarisHasil:
    """The row with these counts only; the others are hidden."""
    hidden = tuple(name for name in baris.hitungan if name not in counts)
    tingkat = {name: counts[name] for name in baris.tingkat or {} if name in counts}
    classes = {name: counts.get(name) for name in baris.hitungan if name not in (baris.tingkat or {})}
    return replace(
        baris, jumlah=counts[JUMLAH], tingkat=tingkat or None, disamarkan=hidden, **classes  # type: ignore[arg-type]
    )  # fmt: skip


def _values(tables: Sequence[Hasil]) -> Nilai:
    """Every count that is printed."""
    return {
        (group_of(baris), name): count
        for hasil in tables for baris in hasil.baris for name, count in _counts(baris).items()
    }  # fmt: skip


def _measured(bandingan: Bandingan, cara: Cara, tables: Sequence[Hasil]) -> Ukuran:
    minimal, room = bandingan.versi.kelompok_minimal, bandingan.versi.ruang_homogen
    true, shown = _values(bandingan.asal), _values(tables)
    sistem, _ = read((*tables, *bandingan.jumlah), terdekat=cara == "sendiri-sendiri", rumpun=bandingan.rumpun)
    sistem = _told(sistem, minimal)
    at = {(sel.kelompok, sel.hitungan): place for place, sel in enumerate(sistem.sel)}
    ends = _ends(sistem, bandingan.teliti)
    classes = {key: count for key, count in true.items() if key[1] != JUMLAH}
    small = [key for key, count in classes.items() if 0 < count < minimal]
    alike = [key for key, count in classes.items() if true[key[0], JUMLAH] - count < room]
    sums = [*_sums(sistem, true)]
    # A reader takes a hidden count for one in the middle of what it can be.
    wrong = [abs(Fraction(shown[key]) - n if key in shown else Fraction(minimal, 2) - n) for key, n in classes.items()]
    return Ukuran(
        cara=cara, hitungan=len(classes), berisi=sum(n > 0 for n in classes.values()),
        tersembunyi=sum(key not in shown for key in classes),
        kecil=len(small), tepat=sum(len({*ends(at[key])}) == 1 for key in small),
        seragam=len(alike), pasti=sum(ends(at[key])[0] > true[key[0], JUMLAH] - room for key in alike),
        jumlah=len(sums), cocok=sum(_adds_up(satu, shown) for satu in sums),
        galat=sum(wrong, Fraction(0)) / max(1, len(wrong)),
    )  # fmt: skip


def _told(sistem: Sistem, minimal: int) -> Sistem:
    """The system with what the rule of hiding tells: a hidden count is under the threshold."""
    sel = (replace(sel, atas=minimal - 1) if sel.tersembunyi and sel.atas is None else sel for sel in sistem.sel)
    return replace(sistem, sel=tuple(sel))


def _ends(sistem: Sistem, teliti: bool) -> Ujung:
    if teliti:
        return possible(sistem).selang
    known = propagate(sistem)
    return lambda at: (known.bawah[at], known.atas[at])


def _sums(sistem: Sistem, true: Nilai) -> Iterator[list[Hitungan]]:
    """Sums whose members all stand in the tables, that of which it is the sum first."""
    for satu in sistem.hubungan:
        members = [(sistem.sel[at].kelompok, sistem.sel[at].hitungan) for at in (satu.jumlah, *satu.bagian)]
        if all(key in true for key in members):
            yield members


def _adds_up(members: Sequence[Hitungan], shown: Nilai) -> bool:
    whole, *parts = members
    return all(key in shown for key in members) and shown[whole] == sum(shown[key] for key in parts)
