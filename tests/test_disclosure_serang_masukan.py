"""Input that must not get as far as the attack, and figures about persons that a table cannot even express."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from kinerja import checks
from kinerja.load.repository import load, read_sources
from kinerja.load.schema import Schemas
from kinerja.model.hasil import BarisHasil, Hasil

UNIT = "data/hasil/2026-tw3/predikat-perangkat-daerah.yaml"
PLAN = "data/aturan/penyamaran.yaml"
Found = Callable[..., dict[str, set[str]]]


@pytest.fixture
def found(root: Path, schemas: Schemas, tanggal: date) -> Found:
    """The rules that a change of one file of the base case breaks, with what is said of it."""
    sources = read_sources(root / "tests/kasus/dasar")

    def problems(berkas: str, *changes: tuple[str, str]) -> dict[str, set[str]]:
        text = sources[berkas].decode()
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        loaded = load({**sources, berkas: text.encode()}, schemas)
        rules: dict[str, set[str]] = {}
        for problem in (*loaded.problems, *checks.run(loaded, tanggal)):
            rules.setdefault(problem.aturan, set()).add(problem.pesan)
        return rules

    return problems


def test_the_base_case_is_accepted(found: Found) -> None:
    """So that each refusal below comes from its change."""
    assert {} == found(UNIT)


BAD = {
    "a table that does not add up": ("jumlah-hasil", "berjumlah 60, bukan 65", ("jumlah: 60", "jumlah: 65")),
    "an unknown unit": ("rujukan-perangkat-daerah", "tidak ada", ("dinas-contoh", "dinas-lupa")),
    "a count that is no multiple of the base": (
        "kelipatan-hasil", "bukan kelipatan 5", ("belum_dinilai: 10", "belum_dinilai: 11")),
    "unit by head": (
        "di-luar-rencana", "tidak ada dalam rencana", ("  - perangkat-daerah", "  - perangkat-daerah\n  - jabatan")),
    "a second marker for hidden: a star": ("jenis-isian", "", ("kurang: 0", 'kurang: "*"')),
    "a second marker for hidden: nothing": ("yaml-isian-kosong", "", ("kurang: 0", "kurang:")),
    "a second marker for hidden: a number below zero": ("batas-isian", "", ("kurang: 0", "kurang: -1")),
    "a second list of hidden counts": (
        "kunci-tidak-dikenal", "", ("belum_dinilai: 10", "belum_dinilai: 10\n    disembunyikan:\n      - kurang")),
    "hidden, and printed all the same": (
        "disamarkan", "disamarkan tetapi juga tertulis",
        ("belum_dinilai: 10", "belum_dinilai: 10\n    disamarkan:\n      - kurang\n      - sangat_kurang")),
    "one count hidden, so that the total gives it away": (
        "disamarkan", "dapat dihitung dari yang lain", ("    kurang: 0\n", "    disamarkan:\n      - kurang\n")),
    "a count with decimals": ("yaml-angka", "", ("kurang: 0", "kurang: 0.5")),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_tables_are_refused_with_their_reason(case: str, found: Found) -> None:
    """Each by its own rule."""
    rule, words, change = BAD[case]

    assert any(words in pesan for pesan in found(UNIT, change)[rule])


@pytest.mark.parametrize("key", ["persen", "rata_rata", "median", "minimum", "maksimum", "simpangan_baku", "tertinggi",
                                 "peringkat", "nama", "nip"])  # fmt: skip
def test_a_table_has_no_room_for_means_shares_ranks_or_names(key: str, found: Found) -> None:
    """Shares invert to counts, and means of few to persons: neither can be written into a row."""
    assert "kunci-tidak-dikenal" in found(UNIT, ("belum_dinilai: 10", f"belum_dinilai: 10\n    {key}: 1"))


def test_whatever_a_table_counts_is_a_whole_number() -> None:
    """So that what is derived from it comes from rounded counts only."""
    numbers = {field.name for kind in (BarisHasil, Hasil) for field in fields(kind)
               if any(word in str(field.type) for word in ("float", "Decimal", "Fraction"))}  # fmt: skip

    assert set() == numbers


def test_a_plan_whose_tables_overlap_without_a_link_is_refused(found: Found, root: Path) -> None:
    """Parts of units without their unit, and units by posts, which holds the head."""
    text = (root / "tests/kasus/dasar" / PLAN).read_text()
    loose = "      - tabel: predikat-bagian\n        dimensi:\n          - bagian\n"
    heads = "      - tabel: pimpinan\n        dimensi:\n          - perangkat-daerah\n          - jabatan\n"
    said = found(PLAN, (text, text + loose + heads))["rencana-tabel"]

    assert "bagian bertumpang tindih dengan perangkat-daerah tanpa tautan" in said
    assert any("pimpinannya adalah kelompok yang berisi satu orang" in pesan for pesan in said)
