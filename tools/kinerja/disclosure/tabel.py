"""A period's tables as one linear system: every count that an outsider can name, and every sum that must hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from kinerja.disclosure.belahan import Belahan, Keadaan, Kelompok, group_of, splits, useful
from kinerja.model.hasil import KELAS, Hasil
from kinerja.numbers import id_number
from kinerja.problems import Finding, Kunci

JUMLAH = "jumlah"
Tempat = tuple[str, Kunci]


@dataclass(frozen=True, slots=True)
class Sel:
    """One count of one group, with what its publications alone say of it. Without `terbit` it is only implied."""

    kelompok: Kelompok
    hitungan: str
    terbit: tuple[Tempat, ...]
    bawah: int
    atas: int | None
    tersembunyi: bool = False


@dataclass(frozen=True, slots=True)
class Hubungan:
    """`jumlah` is the sum of `bagian`; all are places in `Sistem.sel`."""

    jumlah: int
    bagian: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sistem:
    """What is known of one set of linked tables. `kelas` are the counts that `jumlah` divides into."""

    sel: tuple[Sel, ...]
    hubungan: tuple[Hubungan, ...]
    kelas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Terbitan:
    """A count as one table prints it, less than `langkah` from the true one; None where it is hidden. `nol` where that
    table prints zeros."""

    nilai: int | None
    kelipatan: int
    langkah: int
    tempat: Tempat
    nol: bool


_Cetak = Mapping[tuple[Kelompok, str], Sequence[_Terbitan]]


def linked(documents: Sequence[Hasil]) -> tuple[tuple[Hasil, ...], ...]:
    """The documents in sets that know of each other: of each period all of predikat with the head-counts, and those of
    each group of posts whose aspects are rated."""
    by_set: dict[tuple[str, str], list[Hasil]] = defaultdict(list)
    for hasil in documents:
        by_set[linked_by(hasil)].append(hasil)
    return tuple(tuple(found) for _, found in sorted(by_set.items()))


def linked_by(hasil: Hasil) -> tuple[str, str]:
    """What the documents of a set have in common: the period, and the group of posts where aspects are rated."""
    return hasil.periode, (hasil.kelompok or "") if hasil.isi == "aspek" else ""


def read(
    documents: Sequence[Hasil], *, terdekat: bool = False, rumpun: Mapping[str, str] | None = None
) -> tuple[Sistem, tuple[Finding, ...]]:
    """The system of a set of linked tables, and what in it contradicts itself.

    `terdekat`: each count was rounded to the nearest multiple, as others do; ours go to either neighbour. `rumpun`:
    the family of each group of posts.
    """
    printed = _printed(documents, terdekat)
    sizes = {kelompok: terbit for (kelompok, hitungan), terbit in printed.items() if hitungan == JUMLAH}
    tables = [[group_of(baris) for baris in hasil.baris] for hasil in documents]
    found = splits(tables, lambda induk, bagian: _state(sizes, induk, bagian), rumpun)
    rated = [kelompok for kelompok, hitungan in printed if hitungan != JUMLAH]
    kept, rests = useful(found, rated)
    levels = dict.fromkeys(name for (_, name) in printed if name != JUMLAH)
    kelas = KELAS if set(levels) <= set(KELAS) else tuple(levels)
    sistem = _system(printed, dict.fromkeys((*found, *rests)), kept, rated, kelas if levels else ())
    return sistem, (*_contradictions(printed), *_sums(sistem, printed))


def _printed(documents: Sequence[Hasil], terdekat: bool) -> _Cetak:
    """Every publication of each count."""
    printed: dict[tuple[Kelompok, str], list[_Terbitan]] = defaultdict(list)
    for hasil in documents:
        step = hasil.kelipatan // 2 + 1 if terdekat else hasil.kelipatan
        zeros = any(count == 0 for baris in hasil.baris for count in baris.hitungan.values())
        for i, baris in enumerate(hasil.baris):
            kelompok = group_of(baris)
            counts: dict[str, int | None] = dict.fromkeys(baris.disamarkan)
            if baris.jumlah is not None:
                counts[JUMLAH] = baris.jumlah
            for name, count in {**counts, **baris.hitungan}.items():
                at = ("tingkat", name) if name in (baris.tingkat or {}) else (name,)
                place: Kunci = ("baris", i, *(at if count is not None else ("disamarkan",)))
                terbitan = _Terbitan(count, hasil.kelipatan, step, (hasil.berkas, place), zeros and name != JUMLAH)
                printed[kelompok, name].append(terbitan)
    return printed


def _state(sizes: Mapping[Kelompok, Sequence[_Terbitan]], induk: Kelompok, bagian: Sequence[Kelompok]) -> Keadaan:
    groups = [
        {terbit.kelipatan: terbit.nilai for terbit in sizes.get(kelompok, ()) if terbit.nilai is not None}
        for kelompok in (induk, *bagian)
    ]
    for base in sorted(set.intersection(*(set(group) for group in groups))):
        whole, total = groups[0][base], sum(group[base] for group in groups[1:])
        if total == whole:
            return "lengkap"
        if total < whole:
            return "kurang" if base == 1 else "kurang-bulat"
        return "lebih"
    return "tidak-diketahui"


def bounds(nilai: int | None, langkah: int, nol: bool = False) -> tuple[int, int | None]:
    """What a printed count says of the true one: less than a step away; hidden, not zero where zeros are printed."""
    if nilai is None:
        return (1 if nol else 0), None
    return max(0, nilai - langkah + 1), nilai + langkah - 1


def _cell(printed: _Cetak, kelompok: Kelompok, hitungan: str) -> Sel:
    terbit = printed.get((kelompok, hitungan), ())
    found = [bounds(satu.nilai, satu.langkah, satu.nol) for satu in terbit]
    tops = [atas for _, atas in found if atas is not None]
    hidden = any(satu.nilai is None for satu in terbit)
    return Sel(
        kelompok, hitungan, tuple(satu.tempat for satu in terbit), max((bawah for bawah, _ in found), default=0),
        min(tops, default=None), hidden,
    )  # fmt: skip


def _system(
    printed: _Cetak, found: Iterable[Belahan], kept: Sequence[Belahan], rated: Sequence[Kelompok], kelas: Sequence[str]
) -> Sistem:
    cells: dict[tuple[Kelompok, str], int] = {}
    sel: list[Sel] = []
    hubungan: dict[Hubungan, None] = {}

    def cell(kelompok: Kelompok, hitungan: str) -> int:
        at = cells.setdefault((kelompok, hitungan), len(sel))
        if at == len(sel):
            sel.append(_cell(printed, kelompok, hitungan))
        return at

    for kelompok, hitungan in printed:
        cell(kelompok, hitungan)
    judged = dict.fromkeys((*rated, *(group for split in kept for group in (split.induk, *split.bagian))))
    for kelompok in judged if kelas else ():
        hubungan[Hubungan(cell(kelompok, JUMLAH), tuple(cell(kelompok, name) for name in kelas))] = None
    for names, belahan in (((JUMLAH,), found), (kelas, kept)):
        for split in belahan:
            for name in names:
                bagian = tuple(cell(kelompok, name) for kelompok in split.bagian)
                hubungan[Hubungan(cell(split.induk, name), bagian)] = None
    return Sistem(tuple(sel), tuple(hubungan), tuple(kelas))


def _contradictions(printed: _Cetak) -> Iterator[Finding]:
    """The same count printed twice with values that cannot both be true."""
    for terbit in printed.values():
        first: dict[int, _Terbitan] = {}
        for satu in (satu for satu in terbit if satu.nilai is not None):
            other = first.setdefault(satu.kelipatan, satu)
            if other.nilai != satu.nilai:
                pesan = f"hitungan kelompok ini berbeda dengan yang tertulis di {other.tempat[0]}"
                yield Finding(satu.tempat[1], pesan, _ULANG, satu.tempat[0])
        for one, other in combinations(first.values(), 2):
            if not _meet(bounds(one.nilai, one.langkah), bounds(other.nilai, other.langkah)):
                pesan = f"hitungan ini tidak mungkin menurut yang tertulis di {other.tempat[0]}"
                yield Finding(one.tempat[1], pesan, _ULANG, one.tempat[0])


_ULANG = "Buat ulang semua tabel periode ini bersama-sama dengan `kinerja himpun`."


def _meet(one: tuple[int, int | None], other: tuple[int, int | None]) -> bool:
    return not any(b is not None and a > b for a, b in ((one[0], other[1]), (other[0], one[1])))


def _sums(sistem: Sistem, printed: _Cetak) -> Iterator[Finding]:
    """Sums whose every member is printed with the same base, and that do not come out."""
    values = [
        {satu.kelipatan: satu for satu in printed.get((sel.kelompok, sel.hitungan), ()) if satu.nilai is not None}
        for sel in sistem.sel
    ]
    for hubungan in sistem.hubungan:
        members = [values[hubungan.jumlah], *(values[at] for at in hubungan.bagian)]
        for base in sorted(set.intersection(*(set(member) for member in members))):
            whole, *parts = (member[base].nilai or 0 for member in members)
            if sum(parts) != whole:
                berkas, at = members[0][base].tempat
                pesan = f"bagian-bagian hitungan ini berjumlah {id_number(sum(parts))}, bukan {id_number(whole)}"
                yield Finding(at, pesan, _ULANG, berkas)
    yield from _disagreements(sistem, values)


def _disagreements(sistem: Sistem, values: Sequence[Mapping[int, _Terbitan]]) -> Iterator[Finding]:
    """A total that no table prints, and that comes out otherwise by another division of the same people."""
    first: dict[tuple[int, int], int] = {}
    for hubungan in sistem.hubungan:
        members = [values[at] for at in hubungan.bagian]
        for base in sorted(set.intersection(*(set(member) for member in members)) - set(values[hubungan.jumlah])):
            total = sum(member[base].nilai or 0 for member in members)
            if first.setdefault((hubungan.jumlah, base), total) != total:
                other = id_number(first[hubungan.jumlah, base])
                pesan = f"kelompok-kelompok ini berjumlah {id_number(total)}, dan menurut pembagian lain {other}"
                berkas, at = members[0][base].tempat
                yield Finding(at, pesan, _ULANG, berkas)


def without_convention(sistem: Sistem) -> Sistem:
    """The same system for tables that hide zeros too: a hidden count may be zero."""
    sel = tuple(replace(sel, bawah=0) if sel.tersembunyi and sel.bawah == 1 else sel for sel in sistem.sel)
    return replace(sistem, sel=sel)
