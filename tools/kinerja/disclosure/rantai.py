"""How a count is worked out from what is published, in words: the shortest chain of sums."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kinerja.disclosure.batas import Batas, Selang, limits
from kinerja.disclosure.belahan import SELAIN, Kelompok
from kinerja.disclosure.tabel import JUMLAH, Hubungan, Sel, Sistem
from kinerja.numbers import MINUS, id_list, id_number

Kata = Callable[[Kelompok, str], str]
Ujung = tuple[int, bool]  # a count, and whether its upper end
_TAK_ADA = 10**9
_UTUH = {"laki-laki"}  # words that are written with their hyphen
_TERBANYAK = 6  # members of a sum that are named before the rest is put together


def words(kelompok: Kelompok, hitungan: str) -> str:
    """A count of a group without knowing any names but the slugs: `Baik dinas contoh`."""
    group = ", ".join(_value(value) for _, value in sorted(kelompok, key=_order)) or "seluruhnya"
    return f"{count_name(hitungan)} {group}" if hitungan else group


def count_name(hitungan: str) -> str:
    """`Sangat Baik`, `Total`, `Kurang dan Sangat Kurang`."""
    if hitungan == JUMLAH:
        return "Total"
    return " dan ".join(name.replace("_", " ").replace("-", " ").title() for name in hitungan.split("+"))


def _order(pair: tuple[str, str]) -> tuple[bool, str]:
    return pair[0] != "perangkat_daerah", pair[0]


def _value(value: str) -> str:
    if value.startswith(SELAIN):
        return SELAIN + _value(value.removeprefix(SELAIN))
    return " dan ".join(part if part in _UTUH else part.replace("-", " ") for part in value.split("+"))


@dataclass(frozen=True, slots=True)
class _Langkah:
    """One bound: which sum gave it, from which bounds. Without a sum it stands in a table, or is zero."""

    nilai: int
    hubungan: Hubungan | None = None
    dari: tuple[tuple[Ujung, int], ...] = ()


@dataclass(slots=True)
class Asal:
    """For each end of each count the bounds in the order in which rounds of sums gave them."""

    sistem: Sistem
    langkah: dict[Ujung, list[_Langkah]] = field(default_factory=dict)

    def step(self, ujung: Ujung, nilai: int) -> _Langkah | None:
        """The earliest step that is as good as this value."""
        return next((s for s in self.langkah[ujung] if (s.nilai <= nilai if ujung[1] else s.nilai >= nilai)), None)


def origins(sistem: Sistem) -> Asal:
    """In each round every sum is used once on the bounds of the round before: the first round that reaches a bound
    is the length of its shortest chain."""
    asal = Asal(sistem)
    for at, sel in enumerate(sistem.sel):
        asal.langkah[at, False] = [_Langkah(sel.bawah)]
        asal.langkah[at, True] = [_Langkah(_TAK_ADA if sel.atas is None else sel.atas)]
    changed = set(range(len(sistem.sel)))
    for _ in sistem.sel:
        now = {ujung: steps[-1].nilai for ujung, steps in asal.langkah.items()}
        better: dict[Ujung, _Langkah] = {}
        for hubungan in sistem.hubungan:
            if changed.intersection((hubungan.jumlah, *hubungan.bagian)):
                for ujung, step in _conclusions(hubungan, now):
                    best = better.get(ujung, _Langkah(now[ujung])).nilai
                    if step.nilai < best if ujung[1] else step.nilai > best:
                        better[ujung] = step
        if not better:
            break
        changed = {at for at, _ in better}
        for ujung, step in better.items():
            asal.langkah[ujung].append(step)
    return asal


def _conclusions(hubungan: Hubungan, now: dict[Ujung, int]) -> Iterator[tuple[Ujung, _Langkah]]:
    """What one sum says of each of its members."""
    for atas in (False, True):
        same = tuple((at, atas) for at in hubungan.bagian)
        total = sum(now[ujung] for ujung in same)
        if total < _TAK_ADA:
            yield (
                (hubungan.jumlah, atas), _Langkah(total, hubungan, tuple((ujung, now[ujung]) for ujung in same))
            )  # fmt: skip
        other = [(at, not atas) for at in hubungan.bagian]
        rest, whole = sum(now[ujung] for ujung in other), (hubungan.jumlah, atas)
        for at in hubungan.bagian:
            value = now[whole] - (rest - now[at, not atas])
            if abs(value) < _TAK_ADA // 2:
                dari = ((whole, now[whole]), *((u, now[u]) for u in other if u[0] != at))
                yield (at, atas), _Langkah(value, hubungan, dari)


def chain(batas: Batas, asal: Asal, at: int, total: int, selang: Selang, sempit: bool, kata: Kata) -> str:
    """The reason why a count is known too well: both ends where its interval is narrow (`sempit`), the lower end where
    the group is all of one class."""
    bawah, atas = selang
    ends: list[tuple[Ujung, int]] = [((at, False), bawah)]
    if sempit and atas is not None:
        ends.append(((at, True), atas))
    found = [_told(asal, ujung, nilai, kata) for ujung, nilai in ends if ujung[1] or nilai or not sempit]
    if None in found:
        found = [_together(batas, at, selang, kata)]
    text = "; ".join(dict.fromkeys(part for part in found if part))
    most = batas.extreme(((total, 1),), True)
    return text if sempit or most is None else f"{text}, dari {id_number(most)} orang"


def _told(asal: Asal, ujung: Ujung, nilai: int, kata: Kata) -> str | None:
    """The chain to one end in words; None where single sums do not reach it."""
    step = asal.step(ujung, nilai)
    if step is None:
        return None
    told: dict[tuple[Ujung, int], str] = {}

    def tell(ujung: Ujung, step: _Langkah, last: bool) -> None:
        if step.hubungan is None:
            return
        for source, value in step.dari:
            earlier = asal.step(source, value)
            assert earlier is not None
            if (source, earlier.nilai) not in told:
                tell(source, earlier, False)
        told[ujung, step.nilai] = _sum(asal, ujung, step, kata, last)

    tell(ujung, step, True)
    if not told:
        sel = asal.sistem.sel[ujung[0]]
        exact = sel.bawah == sel.atas
        how = (
            "tertulis tepat" if exact else f"paling {_END[ujung[1]]} {id_number(step.nilai)} menurut angka yang terbit"
        )
        return f"{kata(sel.kelompok, sel.hitungan)} {how}" + (f": {id_number(step.nilai)}" if exact else "")
    return "; lalu ".join(dict.fromkeys(told.values()))


_END = {False: "sedikit", True: "banyak"}


def _exact(asal: Asal, ujung: Ujung, value: int) -> bool:
    """Whether the other end of the count is known to be the same."""
    return asal.step((ujung[0], not ujung[1]), value) is not None


def _sum(asal: Asal, ujung: Ujung, step: _Langkah, kata: Kata, last: bool) -> str:
    """`Total guru 41 − Baik 30 − Sangat Baik 9 = 2`"""
    assert step.hubungan is not None
    sel = asal.sistem.sel
    sign = " + " if step.hubungan.jumlah == ujung[0] else f" {MINUS} "
    group = sel[step.dari[0][0][0]].kelompok
    parts, exact = [], True
    for i, (source, value) in enumerate(step.dari):
        known = _exact(asal, source, value)
        exact &= known
        if value == 0 and i > 0:
            continue  # nothing is taken away; an end at zero needs no words
        cell = sel[source[0]]
        name = count_name(cell.hitungan) if i and cell.kelompok == group else kata(cell.kelompok, cell.hitungan)
        parts.append((f"{name}{'' if known else f' paling {_END[source[1]]}'} {id_number(value)}", value))
    text = sign.join(part for part, _ in parts[:_TERBANYAK])
    if more := parts[_TERBANYAK:]:
        text += f"{sign}{len(more)} hitungan lain {id_number(sum(value for _, value in more))}"
    end = id_number(step.nilai) if exact else f"paling {_END[ujung[1]]} {id_number(step.nilai)}"
    own = sel[ujung[0]]
    return f"{text} = {end}" + ("" if last else f" ({kata(own.kelompok, own.hitungan)})")


def _together(batas: Batas, at: int, selang: Selang, kata: Kata) -> str:
    """The fewest sums that give the bounds only when they are taken together."""
    sums = [hubungan for hubungan in batas.sistem.hubungan if _linked(batas, hubungan, at)]
    if len(sums) <= 60:
        for hubungan in tuple(sums):
            fewer = [other for other in sums if other is not hubungan]
            if _reached(batas.sistem, fewer, at, selang):
                sums = fewer
        sel = batas.sistem.sel
        names = [kata(sel[hubungan.jumlah].kelompok, sel[hubungan.jumlah].hitungan) for hubungan in sums]
        return f"hanya ada satu kemungkinan yang cocok sekaligus dengan jumlah {id_list(names)}"
    return "hanya ada satu kemungkinan yang cocok dengan semua jumlah yang terbit sekaligus"


def _linked(batas: Batas, hubungan: Hubungan, at: int) -> bool:
    part = batas.bagian.get(at)
    return part is not None and any(batas.bagian.get(other) is part for other in (hubungan.jumlah, *hubungan.bagian))


def _reached(sistem: Sistem, sums: Sequence[Hubungan], at: int, selang: Selang) -> bool:
    """Whether these sums alone bound the count as well."""
    used = sorted({at, *(member for hubungan in sums for member in (hubungan.jumlah, *hubungan.bagian))})
    place = {member: i for i, member in enumerate(used)}
    sel: tuple[Sel, ...] = tuple(sistem.sel[member] for member in used)
    rows = tuple(Hubungan(place[h.jumlah], tuple(place[member] for member in h.bagian)) for h in sums)
    return limits(replace(sistem, sel=sel, hubungan=rows)).selang(place[at]) == selang
