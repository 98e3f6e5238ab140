"""The predikat of a unit's people lie within the pattern that the predikat of the organisation asks for.

Source: SE MenPANRB 3/2023 ("digunakan sebagai pertimbangan bagi pimpinan"); guidance, not a hard limit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Literal, NamedTuple

from kinerja.model.aturan import Pola, Predikat, PredikatOrganisasi, Syarat, VersiPolaDistribusi
from kinerja.rules.errors import UnusableInput
from kinerja.rules.predikat import PREDIKAT

Hasil = Literal["di-dalam", "di-luar", "tidak-pasti", "tidak-dapat-dinilai"]
HasilSyarat = Literal["terpenuhi", "tidak-terpenuhi", "tidak-pasti"]


class Rentang(NamedTuple):
    """A whole number known only to lie between `paling_sedikit` and `paling_banyak`, both included."""

    paling_sedikit: int
    paling_banyak: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SyaratDinilai:
    """A clause with its own outcome; the share lies between `bagian_terkecil` and `bagian_terbesar`.

    Both ends are reached by some counts within the bounds; with exact counts they are equal.
    """

    syarat: Syarat
    hasil: HasilSyarat
    bagian_terkecil: Fraction
    bagian_terbesar: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Putusan:
    """The outcome for one unit, and of each clause; no clause where the unit cannot be judged."""

    hasil: Hasil
    pola: Pola
    syarat: tuple[SyaratDinilai, ...]


def judge(versi: VersiPolaDistribusi, organisasi: PredikatOrganisasi, jumlah: Mapping[Predikat, int]) -> Putusan:
    """The outcome for exact counts, by exact fractions. A predikat that is not listed counts 0."""
    return judge_bounds(versi, organisasi, {kelas: Rentang(n, n) for kelas, n in jumlah.items()})


def judge_bounds(
    versi: VersiPolaDistribusi,
    organisasi: PredikatOrganisasi,
    rentang: Mapping[Predikat, Rentang],
    total: Rentang | None = None,
) -> Putusan:
    """The outcome for counts known within bounds, as after rounding; `total` bounds the sum as well.

    di-dalam: all counts within the bounds satisfy every clause; di-luar: none satisfies them together;
    tidak-pasti: the bounds leave it open, also whether there are enough people to judge. Every possible
    total is tried, so this is exact as long as the clauses of a pattern name groups that do not overlap;
    where they do, an impossible combination of clauses may still read as tidak-pasti, never as di-dalam.
    """
    pola = _pola(versi, organisasi)
    bounds = {kelas: rentang.get(kelas, Rentang(0, 0)) for kelas in PREDIKAT}
    totals = _totals(bounds, total)
    judged = [t for t in totals if t >= max(versi.pegawai_minimal, 1)]
    if not judged:
        return Putusan(hasil="tidak-dapat-dinilai", pola=pola, syarat=())
    clauses = tuple(_clause(syarat, bounds, judged) for syarat in pola.syarat)
    return Putusan(
        hasil=_outcome(pola.syarat, clauses, bounds, judged) if len(judged) == len(totals) else "tidak-pasti",
        pola=pola,
        syarat=clauses,
    )


def _pola(versi: VersiPolaDistribusi, organisasi: PredikatOrganisasi) -> Pola:
    for pola in versi.pola:
        if pola.predikat_organisasi == organisasi:
            return pola
    raise UnusableInput(("predikat_organisasi",), "tidak ada pola distribusi untuk capaian organisasi ini")


def _totals(bounds: Mapping[Predikat, Rentang], total: Rentang | None) -> range:
    for kelas, (low, high) in bounds.items():
        if not 0 <= low <= high:
            raise UnusableInput(("jumlah", kelas), "jumlah pegawai tidak boleh negatif atau terbalik batasnya")
    low, high = sum(r.paling_sedikit for r in bounds.values()), sum(r.paling_banyak for r in bounds.values())
    if total is not None:
        low, high = max(low, total.paling_sedikit), min(high, total.paling_banyak)
    if low > high:
        raise UnusableInput(("total",), "total tidak mungkin dengan jumlah per predikat yang tertulis")
    return range(low, high + 1)


def _clause(syarat: Syarat, bounds: Mapping[Predikat, Rentang], totals: Sequence[int]) -> SyaratDinilai:
    reached = [(t, _reachable(syarat, bounds, t)) for t in totals]
    allowed = [(group, _allowed([syarat], t)) for t, group in reached]
    every = all(inner.start <= group.start and group.stop <= inner.stop for group, inner in allowed)
    some = any(max(inner.start, group.start) < min(inner.stop, group.stop) for group, inner in allowed)
    return SyaratDinilai(
        syarat=syarat,
        hasil="terpenuhi" if every else "tidak-pasti" if some else "tidak-terpenuhi",
        bagian_terkecil=min(Fraction(group.start, t) for t, group in reached),
        bagian_terbesar=max(Fraction(group.stop - 1, t) for t, group in reached),
    )


def _reachable(syarat: Syarat, bounds: Mapping[Predikat, Rentang], total: int) -> range:
    """Every size the clause's group can have when all counts add up to `total`."""
    group = _sum(bounds, syarat.predikat)
    rest = _sum(bounds, [kelas for kelas in bounds if kelas not in syarat.predikat])
    low = max(group.paling_sedikit, total - rest.paling_banyak)
    return range(low, min(group.paling_banyak, total - rest.paling_sedikit) + 1)


def _allowed(syarat: Sequence[Syarat], total: int) -> range:
    """Every size of a group that satisfies all `syarat` about it when there are `total` people."""
    low, high = 0, total
    for one in syarat:
        if one.lebih_dari is not None:
            low = max(low, floor(one.lebih_dari * total) + 1)
        if one.minimal is not None:
            low = max(low, ceil(one.minimal * total))
        if one.maksimal is not None:
            high = min(high, floor(one.maksimal * total))
    return range(low, max(low, high + 1))


def _sum(bounds: Mapping[Predikat, Rentang], kelas: Sequence[Predikat]) -> Rentang:
    listed = [bounds[satu] for satu in dict.fromkeys(kelas)]
    return Rentang(sum(r.paling_sedikit for r in listed), sum(r.paling_banyak for r in listed))


def _outcome(
    syarat: Sequence[Syarat],
    clauses: Sequence[SyaratDinilai],
    bounds: Mapping[Predikat, Rentang],
    totals: Sequence[int],
) -> Hasil:
    if all(clause.hasil == "terpenuhi" for clause in clauses):
        return "di-dalam"
    if any(clause.hasil == "tidak-terpenuhi" for clause in clauses):
        return "di-luar"
    return "tidak-pasti" if any(_together(syarat, bounds, t) for t in totals) else "di-luar"


def _together(syarat: Sequence[Syarat], bounds: Mapping[Predikat, Rentang], total: int) -> bool:
    """Whether some counts that add up to `total` satisfy all clauses; True if the groups overlap."""
    groups = dict.fromkeys(frozenset(one.predikat) for one in syarat)
    named = [kelas for group in groups for kelas in group]
    if len(named) != len(set(named)):
        return True
    spans = [*_spans(groups, syarat, bounds, total), _sum(bounds, [k for k in bounds if k not in named])]
    possible = all(span.paling_sedikit <= span.paling_banyak for span in spans)
    low, high = sum(span.paling_sedikit for span in spans), sum(span.paling_banyak for span in spans)
    return possible and low <= total <= high


def _spans(
    groups: Mapping[frozenset[Predikat], None],
    syarat: Sequence[Syarat],
    bounds: Mapping[Predikat, Rentang],
    total: int,
) -> Iterator[Rentang]:
    for group in groups:
        inner = _allowed([one for one in syarat if frozenset(one.predikat) == group], total)
        outer = _sum(bounds, sorted(group))
        yield Rentang(max(inner.start, outer.paling_sedikit), min(inner.stop - 1, outer.paling_banyak))
