"""Protection of the tables of one period: redesign, one rounding of all of them together, and an attack on the outcome.

Nothing leaves this module that the attack has not passed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from kinerja.disclosure.belahan import Kelompok as Kunci
from kinerja.disclosure.belahan import group_of
from kinerja.disclosure.kaitan import Kaitan, link, row
from kinerja.disclosure.laporan import attack_lines, comparison_lines, design_lines, movement_lines
from kinerja.disclosure.pembanding import Bandingan, compare
from kinerja.disclosure.pembulatan import CannotRound, Pembulatan, round_counts
from kinerja.disclosure.program import GagalDihitung
from kinerja.disclosure.rencana import Rancangan, TabelRancangan
from kinerja.disclosure.serang import Serangan, attack
from kinerja.disclosure.tabel import JUMLAH
from kinerja.model.aturan_layanan import VersiPenyamaran
from kinerja.model.hasil import BarisHasil, Dimensi, Hasil
from kinerja.problems import Problem, ProblemsFound

# How often the draw is repeated before groups that it leaves unsafe are no longer told apart, and how often that.
UNDIAN = 5
RANCANGAN = 40

Rancang = Callable[[frozenset[Dimensi]], Rancangan]
Kemas = Callable[[TabelRancangan, tuple[BarisHasil, ...]], Hasil]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bahan:
    """What is to be protected. `rancang` makes the tables, without some dimensions; `kemas` makes a document
    of a table and its rows; `kemas_jumlah` that of its head-counts, where they may be published. `lama` is what is
    published of the period now, `rumpun` the family of each group of posts."""

    rancang: Rancang
    kemas: Kemas
    kemas_jumlah: Kemas
    lama: tuple[Hasil, ...] = ()
    rumpun: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terlindung:
    """The tables as they may be published, with their exact head-counts; `asal` are the true counts, never to be
    written; `laporan` is for the officer."""

    dokumen: tuple[Hasil, ...]
    jumlah: tuple[Hasil, ...]
    asal: tuple[Hasil, ...]
    laporan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Undian:
    """One draw and what an outsider makes of it."""

    dokumen: tuple[Hasil, ...]
    bulat: Pembulatan
    serangan: Serangan


def protect(bahan: Bahan, versi: VersiPenyamaran, acak: Random) -> Terlindung:
    """The tables of a period. Raises ProblemsFound where no safe ones were found; nothing is given out then."""
    tanpa: frozenset[Dimensi] = frozenset()
    for _ in range(RANCANGAN):
        rancangan = bahan.rancang(tanpa)
        asal = tuple(bahan.kemas(tabel, _rows(rancangan, tabel)) for tabel in rancangan.tabel)
        if not asal:
            break
        jumlah = tuple(_sizes(bahan, rancangan))
        kaitan = link(rancangan, (asal, jumlah), versi, bahan.lama, bahan.rumpun)
        try:
            undian = _drawn(bahan, versi, kaitan, (asal, jumlah), acak)
        except CannotRound as wrong:
            blamed = frozenset(_blamed(rancangan, (kaitan.hubungan[at] for at in wrong.hubungan)))
            sebab = [_TIDAK_BULAT]
        except (ArithmeticError, GagalDihitung):
            raise _refused(asal, [_TIDAK_PERCAYA]) from None
        else:
            if undian.serangan.aman:
                lines = (*design_lines(rancangan, versi, tanpa), *_lines(bahan, versi, kaitan, undian, (asal, jumlah)))
                return Terlindung(dokumen=undian.dokumen, jumlah=jumlah, asal=asal, laporan=lines)
            unsafe = [sel for sel in undian.serangan.sel if not sel.aman]
            blamed = frozenset(_blamed(rancangan, ((sel.kelompok, ()) for sel in unsafe)))
            sebab = [*(finding.pesan for finding in undian.serangan.masalah), *(sel.rantai for sel in unsafe)]
        if blamed <= tanpa:
            raise _refused(asal, sebab)
        tanpa |= blamed
    raise _refused((), [_KECIL])


def _lines(
    bahan: Bahan, versi: VersiPenyamaran, kaitan: Kaitan, undian: _Undian,
    tables: tuple[tuple[Hasil, ...], tuple[Hasil, ...]],
) -> Iterator[str]:  # fmt: skip
    """What the officer reads of a safe draw."""
    yield from movement_lines(kaitan, undian.bulat)
    yield from attack_lines(undian.serangan)
    asal, jumlah = tables
    yield from comparison_lines(
        compare(Bandingan(asal=asal, dokumen=undian.dokumen, jumlah=jumlah, versi=versi, rumpun=bahan.rumpun))
    )


def _rows(rancangan: Rancangan, tabel: TabelRancangan) -> tuple[BarisHasil, ...]:
    return tuple(row(rancangan, kelompok) for kelompok in tabel.kelompok)


def _sizes(bahan: Bahan, rancangan: Rancangan) -> Iterator[Hasil]:
    """The head-counts of every group; the first table tells that of all, so that each split shows if it is whole."""
    groups = rancangan.bersama
    for tabel in rancangan.tabel:
        rows = (row(rancangan, kelompok, {JUMLAH: kelompok.jumlah}) for kelompok in (*groups, *tabel.kelompok))
        groups = ()
        yield bahan.kemas_jumlah(tabel, tuple(rows))


def _drawn(
    bahan: Bahan, versi: VersiPenyamaran, kaitan: Kaitan, tables: tuple[tuple[Hasil, ...], tuple[Hasil, ...]],
    acak: Random,
) -> _Undian:  # fmt: skip
    """The first draw that the attack passes, or the last one. Tables that stay as they are beside it are known too."""
    asal, jumlah = tables
    made = {hasil.tabel for hasil in (*asal, *jumlah)}
    stay = [hasil for hasil in bahan.lama if hasil.tabel not in made]
    for _ in range(UNDIAN):
        bulat = round_counts(kaitan.soal, acak)
        dokumen = tuple(_rounded(hasil, kaitan, bulat, versi.kelipatan) for hasil in asal)
        undian = _Undian(dokumen, bulat, _attacked(bahan, versi, (*dokumen, *jumlah, *stay)))
        if undian.serangan.aman:
            break
    return undian


def _attacked(bahan: Bahan, versi: VersiPenyamaran, tables: Sequence[Hasil]) -> Serangan:
    return attack(tables, versi, bahan.lama, rumpun=bahan.rumpun)


def _rounded(hasil: Hasil, kaitan: Kaitan, bulat: Pembulatan, kelipatan: int) -> Hasil:
    baris = []
    for satu in hasil.baris:
        kelompok = group_of(satu)
        counts = {name: bulat.terbit[kaitan.tempat[kelompok, name]] for name in (JUMLAH, *satu.hitungan)}
        classes = {name: counts[name] for name in satu.hitungan if name not in (satu.tingkat or {})}
        tingkat = {name: counts[name] for name in satu.tingkat} if satu.tingkat else None
        baris.append(replace(satu, jumlah=counts[JUMLAH], tingkat=tingkat, **classes))  # type: ignore[arg-type]
    return replace(hasil, kelipatan=kelipatan, baris=tuple(baris))


def _blamed(rancangan: Rancangan, sums: Iterable[tuple[Kunci, tuple[Kunci, ...]]]) -> Iterator[Dimensi]:
    """The dimension whose parts do not make up their group. It is given up everywhere: to leave only that group whole
    would tell that its members are alike."""
    last = {
        group_of(row(rancangan, kelompok)): kelompok.nilai for tabel in rancangan.tabel for kelompok in tabel.kelompok
    }
    for induk, bagian in sums:
        shown = [last[kunci] for kunci in (*bagian, induk) if kunci in last]
        if shown:
            yield max(shown, key=len)[-1][0]


_KECIL = "tidak ada tabel yang aman: semua kelompok terlalu kecil, atau tidak dapat dibedakan dengan aman"
_TIDAK_BULAT = "tidak ditemukan pembulatan yang berjumlah tepat dan aman bagi semua tabel sekaligus"
_TIDAK_PERCAYA = "pembulatan atau serangannya tidak dapat dihitung dengan pasti, sehingga tidak ada yang boleh terbit"
_SARAN = "Kurangi tabel dalam rencana di data/aturan/penyamaran.yaml, atau terbitkan periode yang lebih panjang."


def _refused(asal: Sequence[Hasil], sebab: Sequence[str]) -> ProblemsFound:
    """What to tell where no table is safe, such as the chains by which the last draw gives a person away."""
    berkas = asal[0].berkas if asal else "data/hasil/"
    return ProblemsFound(tuple(Problem(berkas, 1, 1, "perlindungan", "galat", pesan, _SARAN) for pesan in sebab[:20]))
