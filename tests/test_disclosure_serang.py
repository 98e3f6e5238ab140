"""The outsider finds what can be found: worked examples of each attack, and exhaustive search."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.disclosure import serang
from kinerja.disclosure.batas import TidakMungkin, limits
from kinerja.disclosure.belahan import SELAIN, Kelompok, atoms, group_of
from kinerja.disclosure.pembulatan import Soal, round_counts
from kinerja.disclosure.serang import Hasilserang, Serangan, attack, informed
from kinerja.disclosure.tabel import JUMLAH, Hubungan, Sistem, read
from kinerja.disclosure.waktu import over_time
from kinerja.model.hasil import KELAS, BarisHasil, Hasil


@dataclass(frozen=True)
class Policy:
    """What the attack reads of the policy."""

    kelompok_minimal: int = 1
    lebar_minimal: int = 2
    ruang_homogen: int = 2


POLICY = Policy()
Row = Mapping[str, Any]


def row(jumlah: int | None, *counts: int | None, sembunyi: Sequence[str] = (), **kelompok: Any) -> BarisHasil:
    """A row: the classes best first, the rest of them zero; None is hidden."""
    given = dict(itertools.zip_longest(KELAS, counts, fillvalue=0)) if counts else {}
    hidden = tuple(name for name, count in given.items() if count is None) + tuple(sembunyi)
    hidden += () if jumlah is not None else (JUMLAH,)
    return BarisHasil(jumlah=jumlah, disamarkan=hidden, **given, **kelompok)


def table(
    *baris: BarisHasil, tabel: str = "predikat", kelipatan: int = 1, isi: Any = "predikat", periode: str = "2026-tw3",
    **more: Any,
) -> Hasil:  # fmt: skip
    """A table of results."""
    keys = [key for satu in baris for key, _ in sorted(group_of(satu))]
    return Hasil(
        berkas=f"data/hasil/{periode}/{tabel}.yaml", status="contoh", periode=periode, tabel=tabel, isi=isi,
        dimensi=tuple(dict.fromkeys(key.replace("_", "-") for key in keys)), satuan="orang", penyebut="Semua.",
        kelipatan=kelipatan, keadaan="final", dihitung_pada=date(2026, 10, 5), baris=baris, sumber=(),
        **{"rilis_ke": 1, **more},
    )  # type: ignore[arg-type]  # fmt: skip


def staff(*baris: BarisHasil, tabel: str = "jumlah-pegawai") -> Hasil:
    """Exact head-counts, as everybody can read them."""
    return table(*baris, tabel=tabel, isi="jumlah-pegawai")


def unsafe(found: Serangan) -> dict[tuple[frozenset[str], str], tuple[int, int | None]]:
    """What is known too well, by the values of the group and the count."""
    return {
        (frozenset(value for _, value in sel.kelompok), sel.hitungan): (sel.bawah, sel.atas)
        for sel in found.sel
        if not sel.aman
    }


def cell(found: Serangan, hitungan: str, **kelompok: str) -> Hasilserang:
    """One count."""
    return next(sel for sel in found.sel if sel.kelompok == frozenset(kelompok.items()) and sel.hitungan == hitungan)


# Against exhaustive search


CELLS = tuple(itertools.product(("guru", "lainnya"), ("perempuan", "laki-laki"), KELAS[:2]))
MOST = 5
# Every way to have up to five persons in each of the eight true counts, one row a way.
WAYS = np.indices((MOST + 1,) * len(CELLS), dtype=np.int8).reshape(len(CELLS), -1).T


def counted(kelompok: Kelompok, hitungan: str) -> np.ndarray[Any, Any]:
    """A count of a group in every way."""
    wanted = {value for _, value in kelompok}
    columns = [
        i for i, (jabatan, sex, kelas) in enumerate(CELLS)
        if wanted <= {jabatan, sex} and hitungan in (kelas, JUMLAH)
    ]  # fmt: skip
    total: np.ndarray[Any, Any] = WAYS[:, columns].sum(axis=1, dtype=np.int8)
    return total


def fitting(documents: Sequence[Hasil], nol: bool) -> np.ndarray[Any, Any]:
    """Which ways could have led to these tables; `nol`: what is hidden is not zero."""
    good = np.ones(len(WAYS), dtype=bool)
    for hasil in documents:
        for baris in hasil.baris:
            for name, count in ((JUMLAH, baris.jumlah), *((name, getattr(baris, name)) for name in KELAS[:2])):
                value = counted(group_of(baris), name)
                if count is not None:
                    good &= abs(value - count) < hasil.kelipatan
                elif nol and name in baris.disamarkan and name != JUMLAH:
                    good &= value > 0
    return good


@st.composite
def publications(draw: st.DrawFn) -> list[Hasil]:
    """Two posts by two sexes with two classes in use: some of the three tables, rounded or with hidden counts, some
    with head-counts, some with a mistake."""
    truth = {cell: draw(st.integers(0, 2)) for cell in CELLS}
    base = draw(st.sampled_from([1, 2]))

    def shown(count: int) -> int:
        return count - count % base + base * bool(count % base and draw(st.booleans()))

    def rows(keys: Sequence[str]) -> Iterator[BarisHasil]:
        places = [("jabatan", "jenis_kelamin").index(key) for key in keys]
        for group in sorted({tuple(cell[i] for i in places) for cell in CELLS}):
            inside = {cell: n for cell, n in truth.items() if tuple(cell[i] for i in places) == group}
            counts = [sum(n for cell, n in inside.items() if cell[2] == kelas) for kelas in KELAS[:2]]
            kelompok: Any = dict(zip(keys, group, strict=True))
            hide = base == 1 and draw(st.booleans())
            classes = [shown(count) for count in counts]
            yield row(sum(classes), *([None, None] if hide else classes), **kelompok)

    both = [("jabatan",), ("jenis_kelamin",), ("jabatan", "jenis_kelamin")]
    keys = draw(st.lists(st.sampled_from(both), unique=True, min_size=1))
    documents = [table(*rows(names), tabel="-".join(names), kelipatan=base) for names in keys]
    if draw(st.booleans()):
        pairs = itertools.product(("guru", "lainnya"), ("perempuan", "laki-laki"))
        heads = {pair: sum(n for cell, n in truth.items() if cell[:2] == pair) for pair in pairs}
        documents.append(staff(*(row(n, jabatan=j, jenis_kelamin=s) for (j, s), n in heads.items())))
    if draw(st.integers(0, 5)) == 0:
        documents[0] = replace(documents[0], baris=(replace(documents[0].baris[0], baik=7), *documents[0].baris[1:]))
    return documents


def only_two_classes(documents: Sequence[Hasil]) -> dict[tuple[Kelompok, str], tuple[int, int | None]]:
    """What is known beside: nobody is in the other four classes, so that the search stays small."""
    sistem, _ = read(documents)
    return {(sel.kelompok, sel.hitungan): (0, 0) for sel in sistem.sel if sel.hitungan in KELAS[2:]}


@settings(max_examples=150, deadline=None)
@given(publications())
def test_the_outsider_finds_exactly_what_exhaustive_search_finds(documents: list[Hasil]) -> None:
    """Every interval, to the last person; and no way at all is reported as wrong data."""
    good = fitting(documents, nol=True)
    good = good if good.any() else fitting(documents, nol=False)

    found = attack(documents, POLICY, diketahui=only_two_classes(documents))

    if not good.any():
        assert not found.sel
        assert found.masalah
        return
    judged = [sel for sel in found.sel if sel.hitungan in KELAS[:2]]
    assert judged
    for sel in judged:
        value, total = counted(sel.kelompok, sel.hitungan)[good], counted(sel.kelompok, JUMLAH)[good]
        most, room = int(total.max()), int((total - value).max())
        safe = int(value.max() - value.min()) >= min(2, most) and room >= min(2, most)
        assert (sel.bawah, sel.atas, sel.ruang, sel.aman) == (value.min(), value.max(), room, safe), sel
        assert bool(sel.rantai) != safe


# Against the truth

UNITS, POSTS = ("a", "b", "c"), ("guru", "perawat", "staf")
Truth = Mapping[tuple[str, str, str], tuple[int, int]]


def true_count(truth: Truth, kelompok: Kelompok, hitungan: str) -> int:
    """What the count of a group is, also of one that was merged, or that is all but others."""

    def inside(cell: tuple[str, str, str]) -> bool:
        own = dict(zip(("perangkat_daerah", "jabatan", "jenis_kelamin"), cell, strict=True))
        return all(
            (own[key] in atoms(value.removeprefix(SELAIN))) != value.startswith(SELAIN) for key, value in kelompok
        )

    places = {JUMLAH: (0, 1), KELAS[0]: (0,), KELAS[1]: (1,)}.get(hitungan, ())
    return sum(counts[i] for cell, counts in truth.items() if inside(cell) for i in places)


@st.composite
def incomplete(draw: st.DrawFn) -> tuple[Truth, list[Hasil]]:
    """Units by posts by sex: tables that leave rows out, divide only some units, or merge posts, beside others that do
    not; each either exact or rounded, with the sizes of all of its groups or of some."""
    truth = {
        cell: (draw(st.integers(0, 2)), draw(st.integers(1, 4)))
        for cell in itertools.product(UNITS, POSTS, ("perempuan", "laki-laki"))
    }
    base = draw(st.sampled_from([1, 5]))
    merge = draw(st.sampled_from([(), ("guru", "staf"), ("perawat", "staf")]))
    names = [("perangkat_daerah",), ("jabatan",), ("perangkat_daerah", "jabatan"), ("jabatan", "jenis_kelamin"),
             ("perangkat_daerah", "jenis_kelamin")]  # fmt: skip
    domains = {"perangkat_daerah": UNITS, "jabatan": POSTS, "jenis_kelamin": ("perempuan", "laki-laki")}
    documents = []
    sizes = [row(sum(map(sum, truth.values())))]
    chosen = draw(st.lists(st.sampled_from(names), unique=True, min_size=1, max_size=4))
    for i, keys in enumerate(chosen):
        mixed = merge if draw(st.booleans()) else ()
        groups = [dict(zip(keys, values, strict=True)) for values in itertools.product(*(domains[k] for k in keys))]
        if len(keys) > 1 and keys[:1] in chosen:  # may divide only some of the groups that another table shows
            kept = draw(st.sets(st.sampled_from(domains[keys[0]]), min_size=1))
            groups = [group for group in groups if group[keys[0]] in kept]
        rows: dict[Kelompok, BarisHasil] = {}
        for group in groups:
            merged = group.get("jabatan") in mixed
            more: Any = {**group, "jabatan": "lainnya", "gabungan": mixed} if merged else group
            kelompok = group_of(row(0, **more))
            counts = [true_count(truth, kelompok, name) for name in KELAS[:2]]
            shown = [count - count % base + base * (count % base > 2) for count in counts]
            rows[kelompok] = row(sum(counts) if base == 1 else None, *shown, **more)
            if draw(st.integers(0, 3)):
                sizes.append(row(sum(counts), **more))
        documents.append(table(*rows.values(), tabel=f"t{i}", kelipatan=base))
    if draw(st.booleans()):
        documents.append(staff(*{group_of(satu): satu for satu in sizes}.values()))
    return truth, documents


@settings(max_examples=150, deadline=None)
@given(incomplete())
def test_nothing_is_concluded_that_is_not_true(made: tuple[Truth, list[Hasil]]) -> None:
    """What tables leave out, merge and divide differently is never taken for more or fewer people than there are."""
    truth, documents = made

    found = attack(documents, POLICY)

    # Counts that were rounded one by one do not add up, and that is said; nothing else is wrong.
    rounded = any(hasil.kelipatan > 1 for hasil in documents)
    assert [] == [finding.pesan for finding in found.masalah if not rounded or "berjumlah" not in finding.pesan]
    for sel in found.sel:
        value = true_count(truth, sel.kelompok, sel.hitungan)
        assert sel.bawah <= value, sel
        assert sel.atas is None or value <= sel.atas, sel


# The attacks, each as small as it can be


def test_subtraction_within_a_row() -> None:
    """One hidden count is the total without the others: 41 − 30 − 9."""
    found = attack([table(row(41, 9, 30, None, jabatan="guru"))], POLICY)

    assert (2, 2) == unsafe(found)[frozenset({"guru"}), "butuh_perbaikan"]
    assert "Total guru 41 − Sangat Baik 9 − Baik 30 = 2" == cell(found, "butuh_perbaikan", jabatan="guru").rantai


HIDDEN = row(30, 5, 18, None, None, jabatan="guru")


def test_a_linked_table_gives_away_what_the_row_protects() -> None:
    """Two hidden counts are 7 together; the column of one of them is complete in the table by sex."""
    by_post = table(HIDDEN, row(30, 7, 19, 2, 2, jabatan="perawat"), tabel="jabatan")
    by_sex = table(row(40, 8, 24, 5, 3, jenis_kelamin="perempuan"), row(20, 4, 13, 0, 3, jenis_kelamin="laki-laki"),
                   tabel="jenis-kelamin")  # fmt: skip
    alone, linked = attack([by_post], POLICY), attack([by_post, by_sex], POLICY)

    assert (1, 6) == (cell(alone, "kurang", jabatan="guru").bawah, cell(alone, "kurang", jabatan="guru").atas)
    assert cell(alone, "kurang", jabatan="guru").aman
    assert (4, 4) == unsafe(linked)[frozenset({"guru"}), "kurang"]
    assert (
        "Kurang laki-laki 3 + Kurang perempuan 3 = 6 (Kurang seluruhnya); lalu Kurang seluruhnya 6 − Kurang perawat 2"
        " = 4" in cell(linked, "kurang", jabatan="guru").rantai
    )


def test_a_hierarchy_gives_away_a_part() -> None:
    """The unit without its other part."""
    found = attack([table(row(60, 12, 38, 6, 4, perangkat_daerah="dinas"),
                          row(30, 5, 18, None, None, perangkat_daerah="dinas", bagian="a"),
                          row(30, 7, 20, 2, 1, perangkat_daerah="dinas", bagian="b"))], POLICY)  # fmt: skip

    assert (4, 4) == unsafe(found)[frozenset({"dinas", "a"}), "butuh_perbaikan"]
    assert "Butuh Perbaikan dinas 6 − Butuh Perbaikan dinas, b 2 = 4" in [
        part for sel in found.sel for part in sel.rantai.split("; ")
    ]


def test_no_count_is_negative() -> None:
    """Residuals (1, 0) × (1, 0): rank calls the four hidden counts free, but a sum of zero has zeros only."""
    rows = (row(20, 10, 9, None, None, jabatan="guru"), row(20, 10, 10, None, None, jabatan="lainnya"))
    columns = row(40, 20, 19, 1, 0)

    found = unsafe(attack([table(*rows, tabel="a"), table(columns, tabel="b")], POLICY))

    assert [(1, 1), (0, 0), (0, 0), (0, 0)] == [
        found[frozenset({jabatan}), kelas] for jabatan in ("guru", "lainnya") for kelas in KELAS[2:4]
    ]


def test_whoever_knows_that_zeros_are_printed_knows_more() -> None:
    """Two hidden counts are 2 together; neither is zero, so each is 1."""
    found = unsafe(attack([table(row(20, 18, 0, None, None, jabatan="guru"))], POLICY))

    assert [(1, 1), (1, 1)] == [found[frozenset({"guru"}), kelas] for kelas in KELAS[2:4]]


def test_a_group_of_one_class_is_no_secret() -> None:
    """23 of 23, and 22 of 23: who is the other one knows the rest."""
    for counts in ((0, 23), (1, 22)):
        found = attack([table(row(23, *counts, jabatan="guru"))], POLICY)
        assert f"Baik guru tertulis tepat: {counts[1]}, dari 23 orang" == cell(found, "baik", jabatan="guru").rantai


def rounded(*counts: int, n: int, **more: Any) -> list[Hasil]:
    """A rounded row of teachers, and how many they are."""
    return [table(row(sum(counts), *counts, jabatan="guru"), kelipatan=5, **more), staff(row(n, jabatan="guru"))]


def test_rounding_up_into_certainty() -> None:
    """11 of 11 printed as 15 proves it; printed as 10 it leaves room for two."""
    up, down = attack(rounded(0, 15, n=11), POLICY), attack(rounded(0, 10, n=11), POLICY)

    assert (11, 11) == unsafe(up)[frozenset({"guru"}), "baik"]
    assert "Baik guru paling sedikit 11 menurut angka yang terbit, dari 11 orang" in [sel.rantai for sel in up.sel]
    assert down.aman
    assert (6, 11) == (cell(down, "baik", jabatan="guru").bawah, cell(down, "baik", jabatan="guru").atas)


def test_conventional_rounding_with_a_head_count() -> None:
    """13 people, printed as 15: nearest means all of them, either neighbour leaves two; and it does not add up."""
    tables = rounded(0, 15, n=13)
    torn = [table(row(15, 5, 5, jabatan="guru"), kelipatan=5), staff(row(13, jabatan="guru"))]

    assert (13, 13) == unsafe(attack(tables, POLICY, terdekat=True))[frozenset({"guru"}), "baik"]
    assert attack(tables, POLICY).aman
    assert ["bagian-bagian hitungan ini berjumlah 10, bukan 15"] == [
        finding.pesan for finding in attack(torn, POLICY).masalah
    ]


def test_a_group_and_its_larger_group_give_away_the_rest() -> None:
    """All 31 without the 22 women are nine men, whom no table shows."""
    exact = table(row(31, 5, 26, perangkat_daerah="dinas"),
                  row(22, 5, 17, perangkat_daerah="dinas", jenis_kelamin="perempuan"))  # fmt: skip
    soft = table(row(30, 5, 25, perangkat_daerah="dinas"),
                 row(20, 5, 15, perangkat_daerah="dinas", jenis_kelamin="perempuan"), kelipatan=5)  # fmt: skip
    heads = staff(row(31, perangkat_daerah="dinas"), row(22, perangkat_daerah="dinas", jenis_kelamin="perempuan"))
    found, small = attack([exact], POLICY), attack([soft, heads], Policy(kelompok_minimal=10))

    assert (9, 9) == unsafe(found)[frozenset({"dinas", "selain perempuan"}), "baik"]
    assert (
        "Baik dinas 26 − Baik dinas, perempuan 17 = 9"
        in cell(found, "baik", perangkat_daerah="dinas", jenis_kelamin="selain perempuan").rantai
    )
    assert [
        "dinas, selain perempuan, yang tersisa bila kelompok yang terbit dikurangkan, pasti lebih kecil daripada 10"
        " orang"
    ] == [finding.pesan for finding in small.masalah]


def test_merged_groups_that_overlap_give_away_what_they_do_not_share() -> None:
    """a and b together 12, a alone 10: b is two people."""
    one = table(row(10, 3, 7, jabatan="a"), row(12, 2, 10, jabatan="lainnya", gabungan=("b", "c")), tabel="satu")
    other = table(row(14, 4, 10, jabatan="lainnya", gabungan=("a", "b")), row(8, 1, 7, jabatan="c"), tabel="dua")

    found = unsafe(attack([one, other], POLICY))

    assert ((1, 1), (3, 3)) == (found[frozenset({"b"}), "sangat_baik"], found[frozenset({"b"}), "baik"])


def test_what_is_hidden_here_and_printed_there_is_known() -> None:
    """The same group in two tables is the same group."""
    found = attack([table(HIDDEN, tabel="satu"), table(row(30, 5, 18, 4, 3, jabatan="guru"), tabel="dua")], POLICY)

    assert (4, 4) == unsafe(found)[frozenset({"guru"}), "butuh_perbaikan"]


def test_the_same_count_twice_with_two_values_is_wrong() -> None:
    """Rounded for each table by itself."""
    one = table(row(30, 10, 20, jabatan="guru"), kelipatan=5, tabel="satu")
    other = table(row(30, 15, 15, jabatan="guru"), kelipatan=5, tabel="dua")

    found = attack([one, other], POLICY)

    assert [("data/hasil/2026-tw3/dua.yaml", ("baris", 0, name)) for name in KELAS[:2]] == [
        (finding.berkas, finding.at) for finding in found.masalah
    ]


def test_named_persons_make_the_group_smaller() -> None:
    """11 people, nine of them named for their Sangat Baik: little is left of two."""
    guru = frozenset({("jabatan", "guru")})
    tables = rounded(5, 5, n=11)

    assert attack(tables, POLICY).aman
    assert (1, 2) == unsafe(attack(tables, POLICY, diketahui={(guru, "sangat_baik"): (9, None)}))[
        frozenset({"guru"}), "baik"
    ]


def test_a_rule_about_the_distribution_is_known_too() -> None:
    """Ten people, printed as ten Baik; the rule says that four are below."""
    below = (frozenset({("jabatan", "guru")}), "butuh_perbaikan+kurang+sangat_kurang")
    found = attack(rounded(0, 10, n=10), POLICY, diketahui={below: (4, None)})

    assert (6, 6) == unsafe(found)[frozenset({"guru"}), "baik"]
    assert "hanya ada satu kemungkinan yang cocok sekaligus" in cell(found, "baik", jabatan="guru").rantai


def test_a_group_of_one_by_design() -> None:
    """Unit × head: whatever is printed, everybody knows who it is."""
    heads = {"struktural": 1, "fungsional": 24}
    tables = [table(row(0, 0, 0, perangkat_daerah="dinas", rumpun_jabatan="struktural"),
                    row(25, 5, 20, perangkat_daerah="dinas", rumpun_jabatan="fungsional"), kelipatan=5),
              staff(*(row(n, perangkat_daerah="dinas", rumpun_jabatan=post) for post, n in heads.items()))]  # fmt: skip

    found = attack(tables, Policy(kelompok_minimal=10))

    assert "dinas, struktural pasti lebih kecil daripada 10 orang" in [finding.pesan for finding in found.masalah]


def test_tables_that_no_truth_fits_are_wrong() -> None:
    """Head-counts and rounded counts of another day."""
    assert "tidak mungkin menurut yang tertulis" in attack(rounded(0, 15, n=9), POLICY).masalah[0].pesan
    assert "bertentangan" in attack(rounded(5, 5, 0, 5, 5, 5, n=21), POLICY, diketahui={
        (frozenset({("jabatan", "guru")}), "baik"): (0, 0)}).masalah[0].pesan  # fmt: skip


def test_posts_belong_to_families_that_everybody_knows() -> None:
    """Teachers and nurses are functional posts: the family without the nurses are the teachers."""
    rumpun = {"guru": "fungsional", "perawat": "fungsional", "arsiparis": "pelaksana", "sopir": "pelaksana"}
    families = table(row(60, 10, 40, 6, 4, rumpun_jabatan="fungsional"),
                     row(60, 10, 35, 8, 7, rumpun_jabatan="pelaksana"), tabel="rumpun")  # fmt: skip
    posts = table(HIDDEN, row(30, 5, 22, 2, 1, jabatan="perawat"), row(30, 5, 17, None, None, jabatan="arsiparis"),
                  row(30, 5, 18, 4, 3, jabatan="sopir"), tabel="jabatan")  # fmt: skip

    assert cell(attack([families, posts], POLICY), "kurang", jabatan="guru").aman
    assert (3, 3) == unsafe(attack([families, posts], POLICY, rumpun=rumpun))[frozenset({"guru"}), "kurang"]


def test_an_attack_that_forgets_a_sum_finds_less(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each sum of the chain is needed: without it the count of the linked tables is safe."""
    by_post = table(HIDDEN, row(30, 7, 19, 2, 2, jabatan="perawat"), tabel="jabatan")
    by_sex = table(row(40, 8, 24, 5, 3, jenis_kelamin="perempuan"), row(20, 4, 13, 0, 3, jenis_kelamin="laki-laki"),
                   tabel="jenis-kelamin")  # fmt: skip
    sistem, wrong = read([by_post, by_sex])
    total = {
        at for at, sel in enumerate(sistem.sel) if not sel.kelompok and sel.hitungan in ("kurang", "butuh_perbaikan")
    }
    for dimensi in ("jabatan", "jenis_kelamin"):
        fewer = [
            hubungan for hubungan in sistem.hubungan
            if hubungan.jumlah not in total or {dimensi} != {key for key, _ in sistem.sel[hubungan.bagian[0]].kelompok}
        ]  # fmt: skip
        forgetful = replace(sistem, hubungan=tuple(fewer))
        monkeypatch.setattr(serang, "read", lambda *_, **__: (forgetful, wrong))  # noqa: B023

        assert len(fewer) == len(sistem.hubungan) - 2
        assert cell(attack([by_post, by_sex], POLICY), "kurang", jabatan="guru").aman


def test_singly_hidden_groups_are_found_and_complete_ones_left_alone() -> None:
    """A staff table of others: eleven posts have one star each, whose totals another file of the folder prints."""
    complete = [row(20 + i, 5, 15 + i, jabatan=f"lengkap-{i}") for i in range(200)]
    starred = [row(None, 4, 10 + i, None, jabatan=f"bintang-{i}") for i in range(11)]
    totals = table(*(row(17 + i, jabatan=f"bintang-{i}") for i in range(11)), tabel="lain", isi="jumlah-pegawai")

    found = attack([table(*complete, *starred), totals], POLICY)

    assert [(f"bintang-{i}", "butuh_perbaikan", 3) for i in range(11)] == [
        (dict(sel.kelompok)["jabatan"], sel.hitungan, sel.bawah)
        for sel in found.sel
        if sel.tersembunyi and not sel.aman
    ]
    assert () == found.masalah


# Releases


def test_a_correction_of_exact_counts_shows_the_person() -> None:
    """118 → 115: the former release is in the history for ever."""
    former = table(row(40, 8, 30, 2, jabatan="guru"))
    now = rounded(10, 30, n=40)

    found = attack(now, POLICY, [former])

    assert attack(now, POLICY).aman
    assert "bersama rilis sebelumnya" in found.masalah[0].pesan


def test_a_pinned_correction_is_allowed() -> None:
    """One person more is Baik: nothing changes, or one value crosses."""
    former, now = rounded(10, 20, 5, n=33), rounded(5, 25, 5, n=33)

    assert attack(now, POLICY, former).aman


def test_a_value_that_changed_without_need_is_refused() -> None:
    """Twelve people: what is printed as 15 now is 11 or 12, which 10 was right for."""
    heads = staff(row(30, jabatan="guru"))
    former = table(row(30, 10, 20, jabatan="guru"), kelipatan=5)
    now = table(row(30, 15, 15, jabatan="guru"), kelipatan=5)
    known = {(frozenset({("jabatan", "guru")}), "baik"): (17, 18)}

    found = attack([now, heads], POLICY, [former], diketahui=known)

    assert "nilai lamanya pasti masih cocok" in " ".join(finding.pesan for finding in found.masalah)


def to_and_fro(*firsts: int) -> Serangan:
    """The last of these releases, attacked with those before it."""
    series = [rounded(first, 30 - first, n=33) for first in firsts]
    return attack(series[-1], POLICY, [release[0] for release in series[:-1]])


def test_a_value_that_goes_to_and_fro_was_drawn_again() -> None:
    """10, 15, 10, 15: four hundred such draws average to the truth."""
    assert ["nilai terbit ini berubah bolak-balik: pembulatannya diundi ulang"] * 2 == [
        finding.pesan for finding in to_and_fro(10, 15, 10, 15).masalah
    ]


def test_a_value_that_comes_back_once_may_have_been_corrected_twice() -> None:
    """10, 15, 10."""
    assert () == to_and_fro(10, 15, 10).masalah


def test_a_table_drawn_again_is_refused() -> None:
    """Five of six rows move by one step, and none of them had to."""

    def drawn(*counts: int) -> Hasil:
        return table(*(row(30, count, 30 - count, jabatan=f"j{i}") for i, count in enumerate(counts)), kelipatan=5)

    heads = staff(*(row(31, jabatan=f"j{i}") for i in range(6)))
    found = attack([drawn(10, 15, 10, 15, 10, 15), heads], POLICY, [drawn(15, 10, 15, 10, 15, 15)])

    assert "lebih dari separuh baris berubah" in found.masalah[0].pesan


def test_a_table_that_was_published_once_is_not_forgotten() -> None:
    """The exact table has another name, and is deleted: it stays in the history."""
    former = table(row(40, 8, 30, 2, jabatan="guru"), tabel="dihapus")

    found = attack(rounded(10, 30, n=40), POLICY, [former])

    assert "bersama rilis sebelumnya dapat disimpulkan: Sangat Baik guru pasti 8" in found.masalah[0].pesan


def test_two_releases_that_merge_differently_give_away_what_they_do_not_share() -> None:
    """b and c are shown together now; c alone, and b with a, before: each is safe, but not both."""
    sizes = {"a": 12, "b": 11, "c": 12}
    heads = staff(row(35), *(row(n, jabatan=post) for post, n in sizes.items()))
    now = table(row(10, 0, 10, jabatan="a"), row(25, 0, 25, jabatan="lainnya", gabungan=("b", "c")), kelipatan=5)
    before = table(row(15, 5, 10, jabatan="c"), row(20, 0, 20, jabatan="lainnya", gabungan=("a", "b")), kelipatan=5)

    assert [True, True] == [attack([one, heads], POLICY).aman for one in (now, before)]
    assert any("Baik b pasti 10" in finding.pesan for finding in attack([now, heads], POLICY, [before, heads]).masalah)


def office(rilis_ke: int, sizes: tuple[int, int], *counts: tuple[int, ...]) -> list[Hasil]:
    """Two units, with how many work in each."""
    rows = (row(sum(own), *own, perangkat_daerah=unit) for unit, own in zip("ab", counts, strict=True))
    heads = (row(n, perangkat_daerah=unit) for unit, n in zip("ab", sizes, strict=True))
    return [table(*rows, tabel="unit", kelipatan=5, rilis_ke=rilis_ke),
            table(row(sum(sizes)), *heads, tabel="jumlah", isi="jumlah-pegawai", rilis_ke=rilis_ke)]  # fmt: skip


def test_a_reorganisation_gives_away_those_who_moved() -> None:
    """118 people, and 115 after three went to another unit: at least 106 Baik before, at most 104 after."""
    before = office(1, (118, 42), (10, 110, 0), (5, 35, 0))
    far, near = office(2, (115, 45), (10, 100, 5), (5, 40, 0)), office(2, (115, 45), (10, 105, 0), (5, 40, 0))

    assert [True] * 3 == [attack(tables, POLICY).aman for tables in (before, far, near)]
    assert attack(near, POLICY, before).aman
    assert any(
        "bersama rilis sebelumnya dapat disimpulkan: Baik a, yang keluar pasti 2 sampai 3" in finding.pesan
        and "Baik a, rilis sebelumnya paling sedikit 106 − Baik a paling banyak 104 = paling sedikit 2" in finding.pesan
        for finding in attack(far, POLICY, before).masalah
    )


def test_those_who_came_are_given_away_too() -> None:
    """The other way round."""
    before, now = office(1, (115, 45), (10, 100, 5), (5, 40, 0)), office(2, (118, 42), (10, 110, 0), (5, 35, 0))

    assert any(
        "Baik a, yang masuk pasti 2 sampai 3" in finding.pesan for finding in attack(now, POLICY, before).masalah
    )


# Periods within periods


def ratings(periode: str, *counts: int, kelipatan: int = 5, satuan: Any = "penilaian") -> Hasil:
    """How many ratings of teachers have each level."""
    baris = BarisHasil(indikator="sopan", jumlah=sum(counts), tingkat=dict(zip("ab", counts, strict=True)))
    made = table(baris, tabel="aspek-guru", isi="aspek", kelompok="guru", periode=periode, kelipatan=kelipatan)
    return replace(made, satuan=satuan)


YEAR = ratings("2025", 0, 20)
QUARTERS = [ratings(f"2025-tw{i}", 0, 10) for i in range(1, 5)]


def test_a_year_and_its_quarters_are_one_system() -> None:
    """At least six in each quarter, at most 24 in the year: all 24 are of one level. Each quarter is needed for it."""
    found = attack([YEAR], POLICY, selama=QUARTERS)

    assert all(attack([satu], POLICY).aman for satu in (YEAR, *QUARTERS))
    assert "bersama tabel periode di dalamnya dapat disimpulkan: A sopan pasti 0" in found.masalah[0].pesan
    for left_out in QUARTERS:
        assert attack([YEAR], POLICY, selama=[satu for satu in QUARTERS if satu is not left_out]).aman


def test_a_year_without_its_first_semester_is_the_second() -> None:
    """Cumulative minus previous, although no table shows the second."""
    found = attack([ratings("2025", 12, 30, kelipatan=1)], POLICY, selama=[ratings("2025-s1", 10, 29, kelipatan=1)])

    said = [finding.pesan for finding in found.masalah]
    assert any("A sopan, Semester 2 tahun 2025 pasti 2 " in pesan for pesan in said)
    assert any("B sopan 30 − B sopan, Semester 1 tahun 2025 29 = 1" in pesan for pesan in said)


def test_quarters_make_up_the_semester_that_no_table_shows() -> None:
    """The year, its second semester, and two quarters instead of the first."""
    parts = [*QUARTERS[:2], ratings("2025-s2", 0, 15)]

    assert not attack([YEAR], POLICY, selama=parts).aman
    assert attack([YEAR], POLICY, selama=parts[1:]).aman


def test_periods_that_cannot_be_within_each_other_are_wrong() -> None:
    """A semester with more ratings than its year."""
    found = attack([YEAR], POLICY, selama=[ratings("2025-s1", 0, 90)])

    assert ["bertentangan" in finding.pesan for finding in found.masalah] == [True]


def test_people_are_rated_anew_in_each_period() -> None:
    """A year's predikat of a person is not the sum of four: counts of people are not added up over time. Nor are
    periods that do not lie within each other, or other levels."""
    people = [replace(satu, satuan="orang") for satu in (YEAR, *QUARTERS)]
    others = [ratings("2024-s1", 0, 90), replace(ratings("2025-s1", 0, 90), kelompok="perawat")]
    levels = replace(QUARTERS[0], baris=(BarisHasil(indikator="sopan", jumlah=90, tingkat={"a": 0, "lain": 90}),))

    assert attack(people[:1], POLICY, selama=people[1:]).aman
    assert attack([YEAR], POLICY, selama=[*others, levels]).aman


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 2), min_size=4, max_size=4), st.data())
def test_what_periods_say_of_each_other_is_what_exhaustive_search_finds(truth: list[int], data: st.DataObject) -> None:
    """Two semesters by two levels, rounded or not, one of them perhaps without a table."""
    base = data.draw(st.sampled_from([1, 3]))
    both = [tuple(truth[:2]), tuple(truth[2:])]
    year = (truth[0] + truth[2], truth[1] + truth[3])

    def shown(count: int) -> int:
        return count - count % base + base * bool(count % base and data.draw(st.booleans()))

    counts = {"2025": [*map(shown, year)], "2025-s1": [*map(shown, both[0])], "2025-s2": [*map(shown, both[1])]}
    kept = [name for name in counts if name != "2025-s2" or data.draw(st.booleans())]
    documents = {name: ratings(name, *counts[name], kelipatan=base) for name in kept}

    def fits(way: tuple[int, ...]) -> bool:
        values = {"2025": (way[0] + way[2], way[1] + way[3]), "2025-s1": way[:2], "2025-s2": way[2:]}
        return all(
            abs(value - printed) < base
            for name in kept
            for value, printed in zip(
                (*values[name], sum(values[name])), (*counts[name], sum(counts[name])), strict=True
            )
        )

    def baca(tables: Sequence[Hasil]) -> Sistem:
        return read(tables)[0]

    good = [way for way in itertools.product(range(9), repeat=4) if fits(way)]
    sistem = over_time(baca([documents["2025"]]), [documents["2025"]], [documents[name] for name in kept[1:]], baca)
    assert sistem is not None
    if not good:
        with pytest.raises(TidakMungkin):
            limits(sistem)
        return
    batas = limits(sistem)
    places = {(dict(sel.kelompok).get("periode"), sel.hitungan): at for at, sel in enumerate(sistem.sel)
              if "indikator" in dict(sel.kelompok)}  # fmt: skip
    for i, (periode, level) in enumerate(itertools.product(("Semester 1 tahun 2025", "Semester 2 tahun 2025"), "ab")):
        values = [way[i] for way in good]
        assert (min(values), max(values)) == batas.selang(places[periode, level])


# Mutations: whoever forgets something is found out


def test_every_relation_that_is_dropped_is_missed_by_exhaustive_search() -> None:
    """Nothing is said of the teachers but that there are some: without either of the two divisions they stay unknown.
    (One sum alone may be missing: the others of its division make up for it.)"""
    documents = [table(row(None, None, None, jabatan="guru"), row(None, 2, 2, jabatan="lainnya"), tabel="jabatan"),
                 table(row(None, 1, 2, jenis_kelamin="perempuan"), row(None, 2, 3, jenis_kelamin="laki-laki"),
                       tabel="jenis-kelamin")]  # fmt: skip
    sistem = informed(read(documents)[0], only_two_classes(documents))
    good = fitting(documents, nol=True)

    def agrees(tried: Sistem) -> bool:
        batas = limits(tried)
        known = [(at, counted(sel.kelompok, sel.hitungan)[good]) for at, sel in enumerate(tried.sel)]
        return all(batas.selang(at) == (value.min(), value.max()) for at, value in known)

    def without(dimensi: str) -> Sistem:
        parts = [{key for key, _ in sistem.sel[satu.bagian[0]].kelompok} for satu in sistem.hubungan]
        kept = [satu for satu, keys in zip(sistem.hubungan, parts, strict=True)
                if keys != {dimensi} or sistem.sel[satu.jumlah].kelompok]  # fmt: skip
        assert len(kept) == len(sistem.hubungan) - 1 - len(KELAS)
        return replace(sistem, hubungan=tuple(kept))

    assert agrees(sistem)
    assert [False, False] == [agrees(without(dimensi)) for dimensi in ("jabatan", "jenis_kelamin")]


def test_a_rounding_that_forgets_a_protective_bound_is_refused() -> None:
    """11 of 11 may be printed as 10 only: without the bound some draw prints 15, and the attack says so."""
    heads, bound = staff(row(11, jabatan="guru")), {1: 11 + 4 - 2}
    soal = Soal(nilai=[11, 11, 0], hubungan=[Hubungan(0, (1, 2))], kelipatan=5, atas=bound)

    def outcomes(soal: Soal) -> set[tuple[int, bool]]:
        draws = [round_counts(soal, Random(seed)).terbit for seed in range(40)]
        return {
            (good, attack([table(row(n, rest, good, jabatan="guru"), kelipatan=5), heads], POLICY).aman)
            for n, good, rest in draws
        }

    assert {(10, True)} == outcomes(soal)
    assert {(10, True), (15, False)} == outcomes(replace(soal, atas={}))


def test_a_rounding_that_forgets_a_sum_is_refused() -> None:
    """A whole that is rounded without knowing of its parts does not add up."""
    heads = staff(row(36), row(18, jabatan="a"), row(18, jabatan="b"))
    soal = Soal(nilai=[36, 18, 18], hubungan=[Hubungan(0, (1, 2))], kelipatan=5)

    def outcomes(soal: Soal) -> set[bool]:
        found = set()
        for seed in range(30):
            total, one, other = round_counts(soal, Random(seed)).terbit
            posts = table(row(one, 0, one, jabatan="a"), row(other, 0, other, jabatan="b"), tabel="a", kelipatan=5)
            city = table(row(total, 0, total), tabel="b", kelipatan=5)
            found.add(not any("berjumlah" in wrong.pesan for wrong in attack([posts, city, heads], POLICY).masalah))
        return found

    assert {True} == outcomes(soal)
    assert {True, False} == outcomes(replace(soal, hubungan=()))
