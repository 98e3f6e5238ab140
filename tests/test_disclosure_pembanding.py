"""Other methods on the same tables: what they hide, what they give away, and whether their sums come out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import partial
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.disclosure.laporan import comparison_lines
from kinerja.disclosure.lindungi import Bahan, Terlindung, protect
from kinerja.disclosure.pembanding import Bandingan, Ukuran, compare, rounded_alone, thresholded
from kinerja.disclosure.rencana import Sebaran, TabelRancangan, design
from kinerja.model.aturan_layanan import TabelRencana, VersiPenyamaran
from kinerja.model.hasil import KELAS, BarisHasil, Hasil, IsiHasil

Offices = Mapping[str, Sequence[int]]
UNIT, PART = "predikat-perangkat-daerah", "predikat-bagian"
VERSI = VersiPenyamaran(
    berlaku_mulai=date(2022, 1, 1), dasar=(), kelompok_minimal=10, sel_minimal=5, kelipatan=5, lebar_minimal=2,
    ruang_homogen=2, rencana=(
        TabelRencana(tabel=UNIT, dimensi=("perangkat-daerah",)),
        TabelRencana(tabel=PART, dimensi=("perangkat-daerah", "bagian"), hierarki=("perangkat-daerah", "bagian")),
    ),
)  # fmt: skip


def table(name: str, isi: IsiHasil, *baris: BarisHasil) -> Hasil:
    """A table of 2025."""
    return Hasil(
        berkas=f"data/hasil/2025/{name}.yaml", status="contoh", periode="2025", tabel=name, isi=isi,
        dimensi=("indikator",) if isi == "aspek" else ("perangkat-daerah",), satuan="orang", penyebut="Semua.",
        keadaan="final", rilis_ke=1, dihitung_pada=date(2026, 1, 15), baris=baris, sumber=(),
    )  # fmt: skip


def by_unit(offices: Offices) -> Hasil:
    """Counts of classes by unit."""
    return table(UNIT, "predikat", *(
        BarisHasil(perangkat_daerah=unit, jumlah=sum(counts), **dict(zip(KELAS, counts, strict=True)))
        for unit, counts in offices.items()
    ))  # fmt: skip


def heads(offices: Offices) -> Hasil:
    """How many people each unit has, and all of them."""
    rows = [BarisHasil(perangkat_daerah=unit, jumlah=sum(counts)) for unit, counts in offices.items()]
    return table("jumlah-pegawai", "jumlah-pegawai", BarisHasil(jumlah=sum(map(sum, offices.values()))), *rows)


def city(seed: int) -> Terlindung:
    """Four units of three parts, protected; in the first unit all have one class."""
    chance, isi = Random(seed), {}
    for unit in "abcd":
        for part in "xyz":
            found = chance.choices(range(6), (0, 1, 0, 0, 0, 0) if unit == "a" else (4, 80, 6, 2, 1, 7), k=37)
            isi[unit, part] = tuple(found.count(kelas) for kelas in range(6))
    sebaran = Sebaran(dimensi=("perangkat-daerah", "bagian"), kelas=KELAS, isi=isi)

    def packed(isi: IsiHasil, tabel: TabelRancangan, baris: tuple[BarisHasil, ...]) -> Hasil:
        return table(tabel.tabel.replace("predikat", isi), isi, *baris)

    bahan = Bahan(
        rancang=partial(design, sebaran, VERSI), kemas=partial(packed, "predikat"),
        kemas_jumlah=partial(packed, "jumlah-pegawai"),
    )  # fmt: skip
    return protect(bahan, VERSI, Random(seed))


def others(offices: Offices, *, teliti: bool = True) -> dict[str, Ukuran]:
    """Each method on the exact tables."""
    asal = (by_unit(offices),)
    found = compare(Bandingan(asal=asal, dokumen=asal, jumlah=(heads(offices),), versi=VERSI, teliti=teliti))
    return {satu.cara: satu for satu in found}


TWO = {"a": [0, 13, 0, 0, 0, 0], "b": [12, 30, 2, 0, 0, 0]}


def test_rounding_alone_goes_to_the_nearest_multiple() -> None:
    """12 becomes 10 and 13 becomes 15, whatever the sums are; a tie goes up."""
    hasil = by_unit({"a": [12, 13, 2, 0, 10, 0], "b": [1, 40, 1, 1, 1, 1]})
    rounded = rounded_alone(hasil, 5)

    assert {"sangat_baik": 10, "baik": 15, "butuh_perbaikan": 0, "kurang": 0, "sangat_kurang": 10, "belum_dinilai": 0} \
        == rounded.baris[0].hitungan  # fmt: skip
    assert (35, 5) == (rounded.baris[0].jumlah, rounded.kelipatan)
    assert 4 == rounded_alone(hasil, 4).baris[0].butuh_perbaikan


def test_hiding_leaves_zeros_and_large_counts() -> None:
    """1 to 9 are hidden and named; the head-count stays."""
    hasil = by_unit({"a": [9, 10, 1, 0, 0, 0], "b": [0, 40, 0, 0, 0, 0]})
    first = thresholded(hasil, 10).baris[0]

    assert ("sangat_baik", "butuh_perbaikan") == first.disamarkan
    assert {"baik": 10, "kurang": 0, "sangat_kurang": 0, "belum_dinilai": 0} == first.hitungan
    assert 20 == first.jumlah


def test_rounding_alone_proves_that_all_are_alike() -> None:
    """13 of a head-count of 13 are printed as 15, which stands for 13 to 17."""
    found = others(TWO)["sendiri-sendiri"]

    assert (0, 1, 1) == (found.tersembunyi, found.seragam, found.pasti)


def test_rounding_alone_breaks_sums() -> None:
    """Of 44 people 12, 30 and 2 are printed as 10, 30 and 0, their sum as 45."""
    found = others(TWO)["sendiri-sendiri"]

    assert 0 < found.cocok < found.jumlah


def test_one_hidden_count_of_a_row_is_found_by_subtraction() -> None:
    """44 − 12 − 30 = 2; and who is printed exactly needs no subtraction: 13 of 13."""
    found = others(TWO)["disembunyikan"]

    assert (1, 1, 1) == (found.tersembunyi, found.kecil, found.tepat)
    assert (1, 1) == (found.seragam, found.pasti)


def test_the_rule_of_hiding_is_known_too() -> None:
    """Two hidden counts of 18 people are under ten each: both are nine."""
    found = others({"a": [9, 40, 9, 0, 0, 0], "b": [0, 30, 12, 0, 0, 0]})["disembunyikan"]

    assert (2, 2) == (found.tersembunyi, found.tepat)


def test_the_mean_error_is_that_of_the_counts() -> None:
    """Twelve counts: 12, 13 and 2 are off by 2 each; hidden is the 2, read as five."""
    found = others(TWO)

    assert Fraction(2 + 2 + 2, 12) == found["sendiri-sendiri"].galat
    assert Fraction(5 - 2, 12) == found["disembunyikan"].galat


@given(st.dictionaries(
    st.sampled_from("abcde"), st.lists(st.integers(0, 14), min_size=6, max_size=6).filter(lambda n: sum(n) >= 10),
    min_size=2,
))  # fmt: skip
@settings(deadline=None, max_examples=30)
def test_what_single_sums_give_away_is_the_least(offices: Offices) -> None:
    """All sums at once never give away less, and nothing else is counted differently."""
    quick, whole = others(offices, teliti=False), others(offices)
    for cara, found in quick.items():
        assert found.tepat <= whole[cara].tepat
        assert found.pasti <= whole[cara].pasti
        assert (found.tersembunyi, found.cocok, found.galat) == (
            whole[cara].tersembunyi, whole[cara].cocok, whole[cara].galat,
        )  # fmt: skip


def test_what_is_rounded_together_gives_nothing_away_and_adds_up() -> None:
    """The three methods on a city of which one unit is rated alike."""
    made = city(3)
    ours, alone, hidden = compare(Bandingan(
        asal=made.asal, dokumen=made.dokumen, jumlah=made.jumlah, versi=VERSI, teliti=True
    ))  # fmt: skip

    assert (0, 0, 0) == (ours.tersembunyi, ours.tepat, ours.pasti)
    assert ours.seragam > 0
    assert ours.cocok == ours.jumlah > max(alone.cocok, hidden.cocok)
    assert alone.pasti > 0
    assert hidden.pasti > 0


def test_levels_of_indicators_are_compared_too() -> None:
    """Tables of aspects have their counts under `tingkat`."""
    rows = {"satu": {"ya": 30, "sebagian": 4, "tidak": 12}, "dua": {"ya": 25, "sebagian": 11, "tidak": 10}}
    asal = (table("aspek-guru", "aspek", *(
        BarisHasil(indikator=name, jumlah=sum(counts.values()), tingkat=counts) for name, counts in rows.items()
    )),)  # fmt: skip
    found = compare(Bandingan(asal=asal, dokumen=asal, jumlah=(), versi=VERSI))

    assert (6, 1, 1) == (found[2].hitungan, found[2].tersembunyi, found[2].tepat)


def test_the_officer_reads_a_line_for_each_method() -> None:
    """With shares; the report of each protection has them."""
    lines = [*comparison_lines(others(TWO).values())]
    made = city(1)

    assert 4 == len(lines)
    assert "1 dari 12 (8%) hitungan hilang, 1 dari 1 (100%) hitungan kecil diketahui tepat" in lines[3]
    assert [line.partition(":")[0] for line in lines] == [line.partition(":")[0] for line in made.laporan[-4:]]
