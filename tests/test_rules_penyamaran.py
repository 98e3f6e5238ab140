"""rules.penyamaran: what can be followed with a pencil agrees with the program that attacks whole tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.disclosure.serang import attack
from kinerja.model.aturan_layanan import VersiPenyamaran
from kinerja.model.hasil import KELAS, BarisHasil, Hasil
from kinerja.model.repository import Repository
from kinerja.rules.errors import UnusableInput
from kinerja.rules.examples import compute
from kinerja.rules.penyamaran import is_safe, known, nearest, neighbours, printable, rest, together
from kinerja.rules.pola_distribusi import Rentang
from kinerja.rules.versi import version_in_force


@pytest.fixture(scope="module")
def versi(repo: Repository, tanggal: date) -> VersiPenyamaran:
    """The policy in force."""
    return version_in_force(repo.aturan.penyamaran, tanggal)


@given(st.integers(0, 500), st.integers(2, 10))
def test_a_printed_count_is_less_than_a_step_from_the_true_one(count: int, base: int) -> None:
    """And whoever sees it cannot exclude the true one."""
    for printed in neighbours(count, base):
        assert printed % base == 0
        assert abs(printed - count) < base
        low, high = known(printed, base)
        assert low <= count <= high


@given(st.integers(0, 500), st.integers(2, 10))
def test_conventional_rounding_is_never_further_than_half_a_step(count: int, base: int) -> None:
    assert 2 * abs(nearest(count, base) - count) <= base
    low, high = known(nearest(count, base), base, sendiri=True)
    assert low <= count <= high


@given(st.lists(st.integers(0, 60), min_size=2, max_size=5))
def test_parts_that_are_rounded_together_add_up_to_a_neighbour_of_their_sum(parts: list[int]) -> None:
    found = list(together(parts, 5))

    assert found
    for printed, total in found:
        assert sum(printed) == total
        assert total in neighbours(sum(parts), 5)
        assert all(p in neighbours(true, 5) for p, true in zip(printed, parts, strict=True))


def table(isi: str, kelipatan: int, jumlah: int, **kelas: int) -> Hasil:
    """One group as a table."""
    return Hasil(
        berkas=f"data/hasil/2026/{isi}.yaml", status="contoh", periode="2026", tabel=isi, isi=isi,  # type: ignore[arg-type]
        dimensi=("perangkat-daerah",), satuan="orang", penyebut="Semua.", kelipatan=kelipatan, keadaan="final",
        rilis_ke=1, dihitung_pada=date(2027, 1, 5), sumber=(),
        baris=(BarisHasil(perangkat_daerah="dinas-contoh", jumlah=jumlah, **kelas),),  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize("people", range(10, 31))
def test_what_may_be_printed_of_a_uniform_group_is_what_the_attack_lets_pass(
    people: int, versi: VersiPenyamaran
) -> None:
    """All have one class: each neighbour of their number, attacked with the exact head-count."""
    passed = []
    for printed in neighbours(people, versi.kelipatan):
        counts = {**dict.fromkeys(KELAS, 0), "baik": printed}
        protected = table("predikat", versi.kelipatan, printed, **counts)
        found = attack([protected, table("jumlah-pegawai", 1, people)], replace(versi, kelompok_minimal=1))
        (told,) = (sel for sel in found.sel if sel.hitungan == "baik")
        passed += [printed] if told.aman else []
        assert known(printed, versi.kelipatan, people) == (told.bawah, told.atas)

    assert passed == list(printable(versi, people, people))


def test_the_protective_bound_is_that_of_the_protector(versi: VersiPenyamaran) -> None:
    """A value up to n + base − 1 − room is allowed, whatever the true count of the class."""
    room = max(versi.lebar_minimal, versi.ruang_homogen)
    for people in range(versi.kelompok_minimal, 60):
        for count in range(people + 1):
            allowed = [p for p in neighbours(count, versi.kelipatan) if p <= people + versi.kelipatan - 1 - room]
            assert allowed == list(printable(versi, count, people))


def test_a_total_less_its_parts_is_known_as_well_as_they_are() -> None:
    assert Rentang(2, 2) == rest(Rentang(41, 41), [Rentang(30, 30), Rentang(9, 9)])
    assert Rentang(0, 12) == rest(Rentang(36, 44), [Rentang(26, 34), Rentang(6, 14)])


def test_a_group_smaller_than_the_room_asks_for_no_more_than_it_has(versi: VersiPenyamaran) -> None:
    assert is_safe(versi, Rentang(0, 1), 1)
    assert not is_safe(versi, Rentang(1, 1), 1)


@pytest.mark.parametrize(
    ("masukan", "at"),
    [
        ({"bagian": [13]}, ("bagian",)),
        ({"bagian": [1] * 6}, ("bagian",)),
        ({"benar": 12, "jumlah_pegawai": 11}, ("benar",)),
        ({"terbit": 13, "jumlah_pegawai": 40}, ("terbit",)),
        ({"terbit": 15, "jumlah_pegawai": 10}, ("jumlah_pegawai",)),
        ({"terbit": 15}, ("jumlah_pegawai",)),
        ({"terbit_seluruhnya": 10, "terbit_lain": [40]}, ("terbit_lain",)),
    ],
)
def test_an_example_that_cannot_be_is_refused_at_its_key(
    repo: Repository, masukan: dict[str, object], at: tuple[str, ...]
) -> None:
    with pytest.raises(UnusableInput) as caught:
        compute("penyamaran", {"tanggal": "2026-06-30", **masukan}, repo.aturan)

    assert ("masukan", *at) == caught.value.at
