"""The outsider: what anybody can conclude from everything that is published of a period."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from kinerja.disclosure.batas import Batas, TidakMungkin, possible
from kinerja.disclosure.belahan import DIMENSI, Kelompok
from kinerja.disclosure.pindah import moves
from kinerja.disclosure.rantai import Asal, Kata, chain, origins, words
from kinerja.disclosure.rilis import Baca, redrawn, together
from kinerja.disclosure.tabel import JUMLAH, Hubungan, Sel, Sistem, Tempat, linked, read
from kinerja.disclosure.waktu import over_time
from kinerja.model.hasil import Hasil
from kinerja.numbers import id_number
from kinerja.problems import Finding

Diketahui = Mapping[tuple[Kelompok, str], tuple[int, int | None]]
_SARAN = "Lindungi ulang seluruh tabel periode ini dengan `kinerja himpun`."


class Kebijakan(Protocol):
    """What the attack needs of the policy (`VersiPenyamaran`)."""

    @property
    def kelompok_minimal(self) -> int: ...
    @property
    def lebar_minimal(self) -> int: ...
    @property
    def ruang_homogen(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Hasilserang:
    """What can be known of one count: it lies in `bawah`–`atas`; the interval has to be `perlu` wide.

    `ruang` is how many of the group may be in another class; `rantai` tells how an unsafe count is worked out;
    `tersembunyi`: some table hides it.
    """

    periode: str
    kelompok: Kelompok
    hitungan: str
    terbit: tuple[Tempat, ...]
    bawah: int
    atas: int | None
    perlu: int
    ruang: int | None
    aman: bool
    rantai: str = ""
    tersembunyi: bool = False


@dataclass(frozen=True, slots=True)
class Serangan:
    """The outcome: every count that says something of persons, and what is wrong beside them."""

    sel: tuple[Hasilserang, ...]
    masalah: tuple[Finding, ...]

    @property
    def aman(self) -> bool:
        """Whether nothing was found."""
        return not self.masalah and all(sel.aman for sel in self.sel)


@dataclass(frozen=True, slots=True)
class Sendiri:
    """What the tables of one set say by themselves."""

    batas: Batas
    sel: tuple[Hasilserang, ...]
    tables: Sequence[Hasil]
    policy: Kebijakan
    kata: Kata

    def lost(self, batas: Batas, pesan: str, hanya: Collection[Kelompok] | None = None) -> Iterator[Finding]:
        """What a larger system gives away beside it."""
        known = {(sel.kelompok, sel.hitungan) for sel in self.sel if not sel.aman}
        shown = {(sel.kelompok, sel.hitungan): sel.terbit for sel in self.batas.sistem.sel}
        for sel in judge(batas, self.policy, self.tables[0].periode, self.kata, hanya):
            if not sel.aman and (sel.kelompok, sel.hitungan) not in known:
                group = frozenset((key, value) for key, value in sel.kelompok if key in DIMENSI)
                terbit = sel.terbit or shown.get((group, sel.hitungan), ())
                berkas, place = terbit[0] if terbit else (self.tables[0].berkas, ("baris",))
                yield Finding(place, f"{pesan} dapat disimpulkan: {told(sel, self.kata)}", _SARAN, berkas)


def told(sel: Hasilserang, kata: Kata) -> str:
    """What is known of a count, and how: `Baik guru pasti 11 (…)`."""
    atas = "tanpa batas" if sel.atas is None else id_number(sel.atas)
    known = atas if sel.atas == sel.bawah else f"{id_number(sel.bawah)} sampai {atas}"
    return f"{kata(sel.kelompok, sel.hitungan)} pasti {known} ({sel.rantai})"


def attack(
    documents: Sequence[Hasil], policy: Kebijakan, earlier: Sequence[Hasil] = (), *,
    selama: Sequence[Hasil] = (), diketahui: Diketahui | None = None, terdekat: bool = False,
    rumpun: Mapping[str, str] | None = None, kata: Kata = words,
) -> Serangan:  # fmt: skip
    """Everything that can be concluded from the documents, period by period.

    `earlier` are former releases of the same tables, oldest first; `selama` are tables of periods inside theirs.
    `diketahui` is what is public beside the tables: bounds of a count; of several together under a name like
    `kurang+sangat_kurang`. `terdekat` and `rumpun`: see `tabel.read`.
    """
    sel: list[Hasilserang] = []
    masalah: list[Finding] = []

    def lihat(tables: Sequence[Hasil]) -> tuple[Sistem, tuple[Finding, ...]]:
        sistem, found = read(tables, terdekat=terdekat, rumpun=rumpun)
        return informed(sistem, diketahui or {}), found

    def baca(tables: Sequence[Hasil]) -> Sistem:
        return lihat(tables)[0]

    for tables in linked(documents):
        sistem, found = lihat(tables)
        masalah += found
        try:
            batas = possible(sistem)
        except TidakMungkin as wrong:
            if not found:
                masalah.append(impossible(sistem, wrong, tables, kata))
            continue
        alone = Sendiri(batas, tuple(judge(batas, policy, tables[0].periode, kata)), tables, policy, kata)
        sel += alone.sel
        masalah += _small(batas, policy, kata)
        masalah += redrawn(batas, tables, earlier)
        masalah += _with_former(alone, earlier, baca)
        masalah += _over_time(alone, selama, baca)
    return Serangan(tuple(sel), tuple(masalah))


def informed(sistem: Sistem, diketahui: Diketahui) -> Sistem:
    """The system with what is known beside the tables."""
    places = {(sel.kelompok, sel.hitungan): at for at, sel in enumerate(sistem.sel)}
    sel, hubungan = [*sistem.sel], [*sistem.hubungan]
    for (kelompok, hitungan), (bawah, atas) in diketahui.items():
        if (kelompok, hitungan) in places:
            at = places[kelompok, hitungan]
            tops = [top for top in (sel[at].atas, atas) if top is not None]
            sel[at] = replace(sel[at], bawah=max(bawah, sel[at].bawah), atas=min(tops, default=None))
        elif all((kelompok, name) in places for name in hitungan.split("+")):
            hubungan.append(Hubungan(len(sel), tuple(places[kelompok, name] for name in hitungan.split("+"))))
            sel.append(Sel(kelompok, hitungan, (), bawah, atas))
    return replace(sistem, sel=tuple(sel), hubungan=tuple(hubungan))


def judge(
    batas: Batas, policy: Kebijakan, periode: str, kata: Kata, hanya: Collection[Kelompok] | None = None
) -> Iterator[Hasilserang]:  # fmt: skip
    """Each count of a class (of these groups only, if they are named), against what the policy asks."""
    places = {(sel.kelompok, sel.hitungan): at for at, sel in enumerate(batas.sistem.sel)}
    asal: Asal | None = None
    asked = [
        (at, total)
        for at, sel in enumerate(batas.sistem.sel)
        if sel.hitungan in batas.sistem.kelas
        and (hanya is None or sel.kelompok in hanya)
        and (total := places.get((sel.kelompok, JUMLAH))) is not None
    ]
    batas.ask(at for at, _ in asked)
    for at, total in asked:
        sel = batas.sistem.sel[at]
        most = batas.extreme(((total, 1),), True)
        bawah, atas = batas.selang(at)
        ruang = batas.extreme(((total, 1), (at, -1)), True)
        perlu = policy.lebar_minimal if most is None else min(policy.lebar_minimal, most)
        room = policy.ruang_homogen if most is None else min(policy.ruang_homogen, most)
        aman = (atas is None or atas - bawah >= perlu) and (ruang is None or ruang >= room)
        rantai = ""
        if not aman:
            asal = asal or origins(batas.sistem)
            rantai = chain(batas, asal, at, total, (bawah, atas), ruang is None or ruang >= room, kata)
        yield Hasilserang(
            periode, sel.kelompok, sel.hitungan, sel.terbit, bawah, atas, perlu, ruang, aman, rantai, sel.tersembunyi
        )  # fmt: skip


def _with_former(alone: Sendiri, earlier: Sequence[Hasil], baca: Baca) -> Iterator[Finding]:
    """Counts that are safe by themselves, and known too well by whoever kept a former release."""
    tables, pesan = alone.tables, "bersama rilis sebelumnya"
    both = together(alone.batas, tables, earlier, baca)
    if both is not None:
        yield from alone.lost(both, pesan)
    for move in moves(alone.batas, tables, earlier, baca):
        yield from alone.lost(move.batas, pesan, move.kelompok)


def _over_time(alone: Sendiri, selama: Sequence[Hasil], baca: Baca) -> Iterator[Finding]:
    """Counts that the tables of periods inside this one give away; and tables of time that do not add up."""
    sistem = over_time(alone.batas.sistem, alone.tables, selama, baca)
    if sistem is None:
        return
    try:
        batas = possible(sistem)
    except TidakMungkin as wrong:
        yield impossible(sistem, wrong, alone.tables, alone.kata)
        return
    yield from alone.lost(batas, "bersama tabel periode di dalamnya")


def _small(batas: Batas, policy: Kebijakan, kata: Kata) -> Iterator[Finding]:
    """Groups whose ratings are published, or that remain when published ones are taken away, of too few people."""
    sistem = batas.sistem
    rated = {sel.kelompok for sel in sistem.sel if sel.terbit and sel.hitungan != JUMLAH}
    shown: dict[Kelompok, Tempat] = {}
    for sel in sistem.sel:
        if sel.terbit and sel.hitungan != JUMLAH:
            shown.setdefault(sel.kelompok, (sel.terbit[0][0], sel.terbit[0][1][:2]))
    for hubungan in sistem.hubungan:
        groups = [sistem.sel[at].kelompok for at in (hubungan.jumlah, *hubungan.bagian)]
        apart = {*groups} - rated
        if len(apart) == 1 and sistem.sel[hubungan.jumlah].hitungan in sistem.kelas:
            near = next(shown[group] for group in groups if group in shown)
            shown.setdefault(apart.pop(), near)
    for at, sel in enumerate(sistem.sel):
        if sel.hitungan == JUMLAH and sel.kelompok in shown:
            most = batas.extreme(((at, 1),), True)
            if most is not None and 0 < most < policy.kelompok_minimal:
                berkas, place = shown[sel.kelompok]
                rest = "" if sel.kelompok in rated else ", yang tersisa bila kelompok yang terbit dikurangkan,"
                pesan = f"{kata(sel.kelompok, '')}{rest} pasti lebih kecil daripada {policy.kelompok_minimal} orang"
                yield Finding(place, pesan, "Gabungkan dengan kelompok lain.", berkas)


def impossible(sistem: Sistem, wrong: TidakMungkin, tables: Sequence[Hasil], kata: Kata) -> Finding:
    """Tables that no true counts could have led to, at the count where it shows."""
    place = next(
        (sistem.sel[at].terbit[0] for at in wrong.sel if sistem.sel[at].terbit), (tables[0].berkas, ("baris",))
    )
    sel = sistem.sel[wrong.hubungan.jumlah if wrong.hubungan else wrong.sel[0]]
    pesan = "tabel periode ini bertentangan: tidak ada hitungan benar yang cocok dengan semuanya"
    if wrong.hubungan is not None:
        pesan += f" ({kata(sel.kelompok, sel.hitungan)} tidak cocok dengan bagian-bagiannya)"
    return Finding(place[1], pesan, _SARAN, place[0])
