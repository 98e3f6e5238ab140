"""Protection of a period's tables: redesign, rounding of all tables together, and no outcome that the attack breaks."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import combinations
from pathlib import Path
from random import Random
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.disclosure import lindungi
from kinerja.disclosure.gabung_kecil import Syarat
from kinerja.disclosure.kaitan import BESIDE, Kaitan, link
from kinerja.disclosure.lindungi import Bahan, Terlindung, protect
from kinerja.disclosure.pembulatan import CannotRound, round_counts
from kinerja.disclosure.program import GagalDihitung
from kinerja.disclosure.rencana import Rancangan, Sebaran, TabelRancangan, counts_of, design, design_levels
from kinerja.disclosure.serang import Hasilserang, Serangan, attack
from kinerja.load.schema import Schemas
from kinerja.load.strict import parse
from kinerja.model.aturan_layanan import TabelRencana, VersiPenyamaran
from kinerja.model.hasil import KELAS, LAINNYA, BarisHasil, Dimensi, Hasil, IsiHasil
from kinerja.problems import ProblemsFound

ROOT = Path(__file__).resolve().parents[1]


def planned(tabel: str, *dimensi: Dimensi, nested: bool = False) -> TabelRencana:
    """A table of the plan."""
    return TabelRencana(tabel=f"predikat-{tabel}", dimensi=dimensi, hierarki=dimensi if nested else ())


VERSI = VersiPenyamaran(
    berlaku_mulai=date(2022, 1, 1), dasar=(), kelompok_minimal=10, sel_minimal=5, kelipatan=5, lebar_minimal=2,
    ruang_homogen=2, terbuka=("jumlah-pegawai",), rencana=(
        planned("perangkat-daerah", "perangkat-daerah"),
        planned("bagian", "perangkat-daerah", "bagian", nested=True),
        planned("rumpun-jabatan", "rumpun-jabatan"),
        planned("jabatan", "rumpun-jabatan", "jabatan", nested=True),
        planned("perangkat-daerah-rumpun", "perangkat-daerah", "rumpun-jabatan"),
    ),
)  # fmt: skip
RUMPUN = {"guru": "fungsional", "perawat": "fungsional", "staf": "pelaksana", "kepala": "struktural"}
Cells = Mapping[tuple[str, str, str], Sequence[int]]


def spread(cells: Cells) -> Sebaran:
    """Counts by unit, part and post."""
    isi = {(unit, part, RUMPUN[post], post): tuple(counts) for (unit, part, post), counts in sorted(cells.items())}
    return Sebaran(dimensi=("perangkat-daerah", "bagian", "rumpun-jabatan", "jabatan"), kelas=KELAS, isi=isi)


def document(isi: IsiHasil, tabel: TabelRancangan, baris: tuple[BarisHasil, ...]) -> Hasil:
    """A table of 2025."""
    name = tabel.tabel.replace("predikat", isi)
    return Hasil(
        berkas=f"data/hasil/2025/{name}.yaml", status="contoh", periode="2025", tabel=name, isi=isi,
        dimensi=tabel.dimensi, satuan="orang", penyebut="Semua.", keadaan="final", rilis_ke=1,
        dihitung_pada=date(2026, 1, 15), baris=baris, sumber=(),
    )  # fmt: skip


def material(sebaran: Sebaran, lama: tuple[Hasil, ...] = (), versi: VersiPenyamaran = VERSI) -> Bahan:
    """What is to be protected."""
    return Bahan(
        rancang=lambda tanpa: design(sebaran, versi, tanpa), kemas=lambda *table: document("predikat", *table),
        kemas_jumlah=lambda *table: document("jumlah-pegawai", *table), lama=lama,
        rumpun=RUMPUN,
    )  # fmt: skip


def linked(sebaran: Sebaran, versi: VersiPenyamaran = VERSI) -> tuple[Kaitan, tuple[Hasil, ...], tuple[Hasil, ...]]:
    """The system of a design, with its true tables and head-counts."""
    bahan, rancangan = material(sebaran, (), versi), design(sebaran, versi)
    asal = tuple(bahan.kemas(tabel, lindungi._rows(rancangan, tabel)) for tabel in rancangan.tabel)
    jumlah = tuple(lindungi._sizes(bahan, rancangan))
    return link(rancangan, (asal, jumlah), versi, (), RUMPUN), asal, jumlah


# At most one class of people is large, as in real offices; zeros and ones are common.
classes = st.lists(st.sampled_from((0, 0, 0, 1, 2, 3, 9)), min_size=6, max_size=6)
posts = st.tuples(st.sampled_from("abcd"), st.sampled_from("xyz"), st.sampled_from([*RUMPUN]))
cities = st.dictionaries(posts, st.tuples(classes, st.integers(0, 25)), min_size=1, max_size=24).map(
    lambda found: {at: [few[0], few[1] + good, *few[2:]] for at, (few, good) in found.items()}
)


# Redesign


@given(cities)
@settings(deadline=None, max_examples=80)
def test_no_group_and_no_rest_of_a_group_is_small(cells: Cells) -> None:
    """Groups of a table do not overlap; neither they, nor what is left of the group they divide, are under ten."""
    rancangan = design(spread(cells), VERSI)
    for tabel in rancangan.tabel:
        for one, other in combinations(tabel.kelompok, 2):
            assert not one.butir & other.butir
        for kelompok in tabel.kelompok:
            assert kelompok.jumlah == sum(rancangan.hitungan(kelompok)) >= VERSI.kelompok_minimal
    groups = [kelompok for tabel in rancangan.tabel for kelompok in tabel.kelompok]
    for whole in (*rancangan.bersama, *groups):
        parts = [one for one in groups if one.nilai[:-1] == whole.nilai or one.nilai[1:] == whole.nilai]
        for dimensi in {({*one.nilai} - {*whole.nilai}).pop()[0] for one in parts}:
            shown = sum(one.jumlah for one in parts if dimensi in dict(one.nilai))
            rest = whole.jumlah - shown
            assert rest == 0 or rest >= VERSI.kelompok_minimal


@given(cities)
@settings(deadline=None, max_examples=30)
def test_only_head_counts_decide_what_is_shown(cells: Cells) -> None:
    """A choice that looked at ratings would tell something of them."""
    shifted = {at: [*counts[3:], *counts[:3]] for at, counts in cells.items()}

    assert design(spread(cells), VERSI).tabel == design(spread(shifted), VERSI).tabel


def test_small_groups_are_merged_inside_their_parent_and_told() -> None:
    """Parts of 4 and 7 become `lainnya`; where that is too small, the next smallest joins."""
    sizes = {("a", "p"): 30, ("a", "q"): 4, ("a", "r"): 7, ("b", "p"): 20, ("b", "q"): 12, ("b", "r"): 3,
             ("c", "p"): 15}  # fmt: skip
    cells = {(*at, "staf"): [0, n, 0, 0, 0, 0] for at, n in sizes.items()}
    found = {tabel.tabel: tabel.kelompok for tabel in design(spread(cells), VERSI).tabel}

    assert [(("a", "p"), 30, ()), (("a", LAINNYA), 11, ("q", "r")), (("b", "p"), 20, ()),
            (("b", LAINNYA), 15, ("q", "r")), (("c", "p"), 15, ())] == [
        (tuple(value for _, value in one.nilai), one.jumlah, one.gabungan) for one in found["predikat-bagian"]
    ]  # fmt: skip


def test_a_unit_with_few_in_a_family_of_posts_is_left_out_and_no_small_rest_stays() -> None:
    """Unit b has one head and no row; nor has a second unit, so that nobody finds the one by subtraction."""
    cells = {(unit, "p", post): [1, n, 1, 0, 0, 0] for unit, heads in (("a", 12), ("b", 1), ("c", 30))
             for post, n in (("kepala", heads), ("staf", 40))}  # fmt: skip
    tabel = next(t for t in design(spread(cells), VERSI).tabel if t.tabel == "predikat-perangkat-daerah-rumpun")

    assert ["c", "c"] == [one.nilai[0][1] for one in tabel.kelompok]


def test_indicators_are_never_merged_and_areas_for_all_of_them_alike() -> None:
    """An indicator with few ratings is left out; an area that is small for one is merged for each."""
    sizes = {("hulu", "satu"): 20, ("hilir", "satu"): 12, ("tengah", "satu"): 14, ("hulu", "dua"): 20,
             ("hilir", "dua"): 4, ("tengah", "dua"): 14, ("hulu", "tiga"): 9}  # fmt: skip
    isi = {at: (n, 0) for at, n in sizes.items()}
    sebaran = Sebaran(dimensi=("wilayah", "indikator"), kelas=("ya", "tidak"), isi=isi)
    (tabel,) = design_levels(sebaran, "aspek-guru", VERSI).tabel

    assert {(("hulu", "satu"), 20), (("hulu", "dua"), 20), ((LAINNYA, "satu"), 26), ((LAINNYA, "dua"), 18)} == {
        (tuple(value for _, value in one.nilai), one.jumlah) for one in tabel.kelompok
    }
    assert {("hilir", "tengah")} == {one.gabungan for one in tabel.kelompok if one.gabungan}


# Protection


def verified(made: Terlindung) -> None:
    """Neighbouring multiples, additive in every row, and safe for whoever knows the head-counts."""
    for true, shown in zip(made.asal, made.dokumen, strict=True):
        assert VERSI.kelipatan == shown.kelipatan
        for before, after in zip(true.baris, shown.baris, strict=True):
            assert (before.kelompok, before.gabungan) == (after.kelompok, after.gabungan)
            pairs = [(before.jumlah or 0, after.jumlah or 0)]
            pairs += [(count, after.hitungan[name]) for name, count in before.hitungan.items()]
            assert all(r % 5 == 0 and abs(r - n) < 5 and (n % 5 or r == n) for n, r in pairs)
            assert sum(after.hitungan.values()) == after.jumlah
    assert attack((*made.dokumen, *made.jumlah), VERSI, rumpun=RUMPUN).aman


def city(seed: int = 1, **same: int) -> dict[tuple[str, str, str], list[int]]:
    """A city of four units; in a unit that is named all have the one class."""
    chance = Random(seed)
    cells = {}
    for unit in "abcd":
        for part in "xyz":
            for post in ("kepala", "staf", "guru"):
                n = chance.randrange(4, 30)
                found = chance.choices(range(6), (4, 80, 6, 2, 1, 7), k=n) if unit not in same else [same[unit]] * n
                cells[unit, part, post] = [found.count(kelas) for kelas in range(6)]
    return cells


@given(cities, st.integers(0, 2**32))
@settings(deadline=None, max_examples=60)
def test_protected_tables_pass_the_attack_or_nothing_comes_out(cells: Cells, seed: int) -> None:
    """Of random small cities, the emptiest included."""
    with contextlib.suppress(ProblemsFound):
        verified(protect(material(spread(cells)), VERSI, Random(seed)))


def test_a_unit_in_which_all_are_good_stays_uncertain() -> None:
    """Many draws; the narrowest interval leaves at least two people elsewhere."""
    for seed in range(10):
        made = protect(material(spread(city(seed, a=1))), VERSI, Random(seed))
        verified(made)


def test_a_correction_keeps_what_can_be_kept() -> None:
    """The same counts draw nothing; one person more changes a few counts at most, never a second draw of all."""
    cells = city()
    first = protect(material(spread(cells)), VERSI, Random(1))
    again = protect(material(spread(cells), first.dokumen), VERSI, Random(2))
    assert first.dokumen == again.dokumen

    moved = []
    for at in [at for at, counts in cells.items() if counts[1]][::3]:
        changed = {cell: [*counts] for cell, counts in cells.items()}
        changed[at][1] -= 1
        changed[at][2] += 1
        made = protect(material(spread(changed), first.dokumen), VERSI, Random(3))
        verified(made)
        moved.append(changes(first, made))
    assert max(moved) <= 24
    assert 2 * moved.count(0) >= len(moved)


@pytest.mark.parametrize("seed", range(1, 5))
def test_twelve_corrections_of_one_person_each_give_nobody_away(seed: int) -> None:
    """All thirteen releases together leave every count as uncertain as it has to be, and few counts are ever moved."""
    cells, chance = city(seed), Random(seed)
    releases = [protect(material(spread(cells)), VERSI, Random(1))]
    moved = []
    for number in range(12):
        at = chance.choice([at for at, counts in cells.items() if counts[1]])
        cells[at][1] -= 1
        cells[at][chance.choice((0, 2))] += 1
        now = protect(material(spread(cells), releases[-1].dokumen), VERSI, Random(number))
        verified(now)
        moved.append(changes(releases[-1], now))
        releases.append(now)
    counts = sum(len(baris.hitungan) for one in releases[-1].dokumen for baris in one.baris)
    earlier = [hasil for made in releases[:-1] for hasil in made.dokumen]
    found = attack((*releases[-1].dokumen, *releases[-1].jumlah), VERSI, earlier, rumpun=RUMPUN)

    assert all(sel.aman for sel in found.sel)
    assert [] == [finding.pesan for finding in found.masalah if "disimpulkan" in finding.pesan]
    assert moved.count(0) >= 4
    assert sum(moved) < counts / 2


def changes(before: Terlindung, after: Terlindung) -> int:
    """How many published counts of classes a release has changed."""
    return sum(
        old.hitungan[name] != new.hitungan[name]
        for one, other in zip(before.dokumen, after.dokumen, strict=True)
        for old, new in zip(one.baris, other.baris, strict=True) for name in old.hitungan
    )  # fmt: skip


def test_draws_are_unbiased() -> None:
    """Over many draws published counts are on average the true ones."""
    kaitan, _, _ = linked(spread(city(5)))
    draws = [round_counts(kaitan.soal, Random(seed)).terbit for seed in range(150)]
    errors = [fmean(draw[i] for draw in draws) - count for i, count in enumerate(kaitan.soal.nilai)]
    nearest = {rest: fmean(e for e, n in zip(errors, kaitan.soal.nilai, strict=True) if n % 5 == rest)
               for rest in range(1, 5)}  # fmt: skip

    assert abs(fmean(errors)) < 0.05
    assert fmean(map(abs, errors)) < 0.3
    assert max(map(abs, nearest.values())) < 0.2


def drawn(kaitan: Kaitan, asal: Sequence[Hasil], jumlah: Sequence[Hasil], seed: int) -> Serangan:
    """One draw, and what the outsider makes of it."""
    bulat = round_counts(kaitan.soal, Random(seed))
    return attack([*(lindungi._rounded(hasil, kaitan, bulat, 5) for hasil in asal), *jumlah], VERSI, rumpun=RUMPUN)


SAME = {("a", "x", "guru"): [0, 11, 0, 0, 0, 0], ("b", "x", "guru"): [2, 30, 3, 0, 0, 1],
        ("c", "x", "guru"): [1, 25, 4, 1, 0, 2]}  # fmt: skip
ONE_TABLE = replace(VERSI, rencana=VERSI.rencana[:1])


def test_without_one_protective_bound_the_attack_succeeds() -> None:
    """11 of 11 printed as 15 are certainly 11; with the bound no draw of many does that."""
    kaitan, asal, jumlah = linked(spread(SAME), ONE_TABLE)
    place = kaitan.tempat[frozenset({("perangkat_daerah", "a")}), "baik"]
    without = {at: bound for at, bound in kaitan.soal.atas.items() if at != place}
    mutant = replace(kaitan, soal=replace(kaitan.soal, atas=without))

    assert all(drawn(kaitan, asal, jumlah, seed).aman for seed in range(40))
    assert not all(drawn(mutant, asal, jumlah, seed).aman for seed in range(80))


def test_without_one_sum_the_attack_finds_that_it_does_not_add_up() -> None:
    """Dropping the sum of classes of one group."""
    kaitan, asal, jumlah = linked(spread(SAME), ONE_TABLE)
    place = kaitan.tempat[frozenset({("perangkat_daerah", "b")}), "jumlah"]
    kept = [satu for satu in kaitan.soal.hubungan if satu.jumlah != place]
    mutant = replace(kaitan, soal=replace(kaitan.soal, hubungan=kept))

    assert any("berjumlah" in finding.pesan for seed in range(20)
               for finding in drawn(mutant, asal, jumlah, seed).masalah)  # fmt: skip


def test_parts_that_could_not_make_up_their_group_are_merged_by_size_alone() -> None:
    """Five parts of 11, all of one class, never make up the 55 of their unit; so they are merged whatever they are."""
    alike = {("a", f"p{i}", "staf"): [0, 11, 0, 0, 0, 0] for i in range(5)}
    mixed = {at: [2, 6, 1, 1, 0, 1] for at in alike}
    others = {(unit, "x", "staf"): [3, 33, 4, 1, 0, 2] for unit in "bc"}
    tables = []
    for cells in (alike, mixed):
        made = protect(material(spread({**cells, **others})), VERSI, Random(1))
        verified(made)
        bagian = next(one for one in made.dokumen if one.tabel == "predikat-bagian")
        tables.append([(baris.kelompok, baris.gabungan) for baris in bagian.baris])

    assert tables[0] == tables[1]
    assert ("p0", "p1", "p2") in {gabungan for _, gabungan in tables[0]}


def test_what_still_cannot_be_rounded_is_given_up_for_all_groups_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaving only the one unit whole would tell that all in it are alike."""
    monkeypatch.setattr(Syarat, "additive", lambda *_: True)
    cells = {("a", f"p{i}", "staf"): [0, 11, 0, 0, 0, 0] for i in range(5)}
    cells |= {(unit, part, "staf"): [3, 33, 4, 1, 0, 2] for unit in "bc" for part in "xy"}
    made = protect(material(spread(cells)), VERSI, Random(1))

    verified(made)
    assert "predikat-bagian" not in {one.tabel for one in made.dokumen}
    assert any(line.startswith("Tidak ada tabel menurut bagian") for line in made.laporan)
    assert any("Serangan" in line and "semuanya aman" in line for line in made.laporan)


def test_a_table_that_shows_only_some_units_by_family_is_read_right() -> None:
    """What the others have together is one rest, beside the units that are shown, not one more unit."""
    cells = {(unit, "p", post): [1, n, 1, 0, 0, 0] for unit, heads in (("a", 12), ("b", 1), ("c", 33), ("d", 38))
             for post, n in (("kepala", heads), ("staf", 41))}  # fmt: skip
    kaitan, _, _ = linked(spread(cells))
    sel = kaitan.sistem.sel
    true = [kaitan.soal.nilai[kaitan.tempat[one.kelompok, one.hitungan]] for one in sel]

    assert [] == [satu for satu in kaitan.sistem.hubungan if true[satu.jumlah] != sum(true[at] for at in satu.bagian)]


def test_the_same_seed_gives_the_same_tables_in_every_process() -> None:
    """Sets have another order in each; the demonstration is to have the same bytes."""
    code = (
        "from test_disclosure_lindungi import *; made = protect(material(spread(city())), VERSI, Random(1));"
        "print([[*b.hitungan.values(), b.jumlah] for one in made.dokumen for b in one.baris])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=Path(__file__).parent, capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout for seed in "123"
    }  # fmt: skip

    assert 1 == len(outputs)


def test_few_people_beside_a_group_of_another_table_are_protected_too() -> None:
    """All teachers are in unit a, and three others: the difference of two printed counts is about these three."""
    cells = {("a", "x", "guru"): [0, 40, 2, 0, 0, 1], ("a", "x", "staf"): [0, 3, 0, 0, 0, 0]}
    cells |= {(unit, "x", "staf"): [3, 33, 4, 1, 0, 2] for unit in "bc"}
    kaitan, _, _ = linked(spread(cells))
    beside = {name: at for (kelompok, name), at in kaitan.tempat.items() if any(key == BESIDE for key, _ in kelompok)}

    assert [3, 3] == [kaitan.soal.nilai[beside[name]] for name in ("jumlah", "baik")]
    for seed in range(20):
        assert round_counts(kaitan.soal, Random(seed)).terbit[beside["baik"]] - 8 <= 3 - VERSI.ruang_homogen


def test_an_attack_that_succeeds_lets_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is drawn; the officer reads by which chain."""
    chain = "Total guru 41 − Baik 30 − Sangat Baik 9 = 2"

    def broken(*_: object, **__: object) -> Serangan:
        return Serangan((Hasilserang("2025", frozenset(), "baik", (), 2, 2, 2, 0, False, chain),), ())

    monkeypatch.setattr(lindungi, "attack", broken)
    with pytest.raises(ProblemsFound) as refused:
        protect(material(spread(city())), VERSI, Random(1))

    assert chain in refused.value.problems[0].pesan


@pytest.mark.parametrize("detik", [0.0, 0.001, 0.01])
def test_when_time_runs_out_nothing_unsafe_comes_out(monkeypatch: pytest.MonkeyPatch, detik: float) -> None:
    """Either safe tables, perhaps not the best ones, or none."""
    monkeypatch.setattr(lindungi, "round_counts", partial(round_counts, detik=detik))
    with contextlib.suppress(ProblemsFound):
        verified(protect(material(spread(city())), VERSI, Random(1)))


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [(CannotRound(()), "tidak ditemukan pembulatan"), (ArithmeticError(), "tidak dapat dihitung dengan pasti")],
)
def test_a_solver_that_finds_nothing_is_a_reason_to_refuse(
    monkeypatch: pytest.MonkeyPatch, wrong: Exception, reason: str
) -> None:
    """As is one whose answer is wrong."""

    def broken(*_: object) -> None:
        raise wrong

    monkeypatch.setattr(lindungi, "round_counts", broken)
    with pytest.raises(ProblemsFound) as refused:
        protect(material(spread(city())), VERSI, Random(1))

    assert [True] == [reason in problem.pesan for problem in refused.value.problems]


def test_an_attack_without_an_answer_lets_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be attacked is not called safe."""

    def broken(*_: object, **__: object) -> Serangan:
        raise GagalDihitung

    monkeypatch.setattr(lindungi, "attack", broken)
    with pytest.raises(ProblemsFound, match="1 masalah"):
        protect(material(spread(city())), VERSI, Random(1))


def test_the_officer_reads_how_far_counts_moved_and_how_other_methods_would_do() -> None:
    """What was merged, the movement, the attack, and a line for each method."""
    report = "\n".join(protect(material(spread(city())), VERSI, Random(1)).laporan)

    for words in (
        "paling jauh",
        "semuanya aman",
        "dibulatkan bersama (dipakai): 0 dari",
        "hitungan kecil disembunyikan",
    ):
        assert words in report


# What cannot be written at all


@pytest.mark.parametrize(("key", "value"), [("kelipatan", 1), ("kelompok_minimal", 1), ("kelompok_minimal", 2)])
def test_a_policy_that_protects_nobody_is_refused(schemas: Schemas, key: str, value: int) -> None:
    """A base of 1 rounds nothing, and a group of 1 is a person."""
    berkas = "data/aturan/penyamaran.yaml"
    text = re.sub(rf"^( +{key}): \d+$", rf"\1: {value}", (ROOT / berkas).read_text("utf-8"), flags=re.MULTILINE)
    found = schemas.check("aturan/penyamaran", parse(text.encode(), berkas), berkas)

    assert [("batas-isian", True)] == [(problem.aturan, "paling sedikit" in problem.saran) for problem in found]


@pytest.mark.parametrize("key", ["rata_rata", "median", "terendah", "tertinggi", "simpangan_baku", "persen"])
@pytest.mark.parametrize("place", ["", "    "])
def test_a_mean_of_few_has_no_place_to_stand(schemas: Schemas, key: str, place: str) -> None:
    """Tables have counts only: neither a table nor a row can say a mean, a least or a greatest value."""
    berkas = next(path for path in sorted((ROOT / "data/hasil").rglob("predikat-*.yaml")))
    text = berkas.read_text("utf-8").replace("baris:\n  - ", f"baris:\n  - {key}: 3\n    ", 1)
    if not place:
        text = f"{key}: 3\n" + berkas.read_text("utf-8")
    found = schemas.check("hasil", parse(text.encode(), berkas.name), berkas.name)

    assert ["kunci-tidak-dikenal"] == [problem.aturan for problem in found]


def test_an_outcome_counts_every_person_once() -> None:
    """The bits of a design are those of its spread."""
    sebaran = spread(city(7))
    rancangan: Rancangan = design(sebaran, VERSI)
    total = sum(map(sum, sebaran.isi.values()))

    assert {total} == {
        sum(one.jumlah for one in tabel.kelompok) for tabel in rancangan.tabel if len(tabel.dimensi) == 1
    }
    assert total == sum(counts_of(sebaran, (1 << len(sebaran.isi)) - 1))
