"""Two trees of plain YAML: applied to the old one, what differs gives the new one."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja.diff.padan import canon
from kinerja.diff.pohon import Ubahan, apply, compare, leaves
from kinerja.load.strict import parse

SCALARS = st.one_of(
    st.integers(-2, 3), st.booleans(), st.sampled_from(["a", "b", "1", "satu dua tiga", "satu dua empat"])
)
KEYS = st.sampled_from(["id", "nama", "aspek", "indikator", "bobot", "jangkar", "berlaku_mulai", "dahulu_nama"])
TREES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=5), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=25,
)
IDS = st.sampled_from("abcdef")
INDIKATOR = st.fixed_dictionaries(
    {"id": IDS, "nama": st.sampled_from(["Satu dua tiga", "Satu dua empat", "Lain sekali lagi"])},
    optional={"bobot": st.sampled_from(["10", "20"]), "bukti": st.lists(SCALARS, max_size=4),
              "dahulu": st.lists(IDS, max_size=2, unique=True)},
)  # fmt: skip
ASPEK = st.fixed_dictionaries(
    {"id": IDS, "nama": st.sampled_from(["Mutu", "Waktu"]), "indikator": st.lists(INDIKATOR, max_size=4)}
)
CRITERIA = st.fixed_dictionaries({"judul": SCALARS, "aspek": st.lists(ASPEK, max_size=4)})


def round_trip(lama: Any, baru: Any) -> tuple[Ubahan, ...]:
    """What differs, after a look that it leads from the old tree to the new one and changes neither."""
    before = canon(lama), canon(baru)
    found = compare(lama, baru)
    assert canon(apply(lama, found)) == canon(baru)
    assert (canon(lama), canon(baru)) == before
    return found


@given(TREES, TREES)
@settings(deadline=None, max_examples=300)
def test_the_differences_of_any_two_trees_lead_from_one_to_the_other(lama: Any, baru: Any) -> None:
    """Whatever their form is."""
    round_trip(lama, baru)


@given(CRITERIA, CRITERIA)
@settings(deadline=None, max_examples=500, suppress_health_check=[HealthCheck.too_slow])
def test_the_differences_of_criteria_lead_from_one_to_the_other(lama: Any, baru: Any) -> None:
    """Aspects and indicators removed, renamed, moved between aspects, in any mixture, ids used twice among them."""
    round_trip(lama, baru)


@given(CRITERIA, CRITERIA)
@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_every_scalar_that_came_or_went_stands_in_exactly_one_difference(lama: Any, baru: Any) -> None:
    """Old scalars − new scalars = scalars that are told as gone − scalars that are told as come, one by one."""
    gone: Counter[str] = Counter()
    come: Counter[str] = Counter()
    for change in compare(lama, baru):
        gone += _values(change.lama) if change.jenis in ("dihapus", "diubah") else Counter()
        come += _values(change.baru) if change.jenis in ("ditambah", "diubah") else Counter()
    assert _values(lama) + come == _values(baru) + gone


@given(CRITERIA, CRITERIA)
@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_no_place_is_told_twice(lama: Any, baru: Any) -> None:
    """Neither an old place nor a new one, moving apart from changing."""
    found = compare(lama, baru)
    for side in ("dari", "ke"):
        places = [(getattr(c, side), c.jenis == "dipindah") for c in found if getattr(c, side) is not None]
        assert len(places) == len(set(places))


def _values(tree: Any) -> Counter[str]:
    return Counter(canon(value) for _, value in leaves(tree) if not isinstance(value, dict | list))


@given(TREES)
def test_equal_trees_do_not_differ(pohon: Any) -> None:
    """Also where they are not the same object."""
    assert compare(pohon, deepcopy(pohon)) == ()


@pytest.mark.parametrize(("lama", "baru"), [(1, True), ("1", 1), (0, False), ([1], [True]), ({"a": 1}, {"a": "1"})])
def test_values_of_different_kinds_differ(lama: Any, baru: Any) -> None:
    """Python takes 1 and True for equal; the data does not."""
    assert round_trip(lama, baru)


def criteria(**aspek: list[dict[str, Any]]) -> dict[str, Any]:
    """Aspects by id, with their indicators."""
    return {"aspek": [{"id": id_, "nama": id_.title(), "indikator": indikator} for id_, indikator in aspek.items()]}


SAPA = {"id": "sapa", "nama": "Menyapa setiap pemohon", "bobot": "40"}
CATAT = {"id": "catat", "nama": "Mencatat semua permohonan", "bobot": "60"}
ANTAR = {"id": "antar", "nama": "Mengantar berkas ke loket lain", "bobot": "20"}


def kinds(found: tuple[Ubahan, ...]) -> list[tuple[str, Any, Any]]:
    """Kind and place of each difference."""
    return [(change.jenis, change.dari, change.ke) for change in found]


def test_an_indicator_that_goes_to_another_aspect_is_moved() -> None:
    """Not removed and added, also when something in it changes on the way."""
    lama = criteria(sikap=[SAPA, CATAT], hasil=[ANTAR])
    baru = criteria(sikap=[CATAT], hasil=[ANTAR, {**SAPA, "bobot": "50"}])

    dari, ke = ("aspek", 0, "indikator", 0), ("aspek", 1, "indikator", 1)
    assert kinds(round_trip(lama, baru)) == [("dipindah", dari, ke), ("diubah", (*dari, "bobot"), (*ke, "bobot"))]


def test_indicators_that_a_new_aspect_takes_over_are_moved_into_it() -> None:
    """The new aspect is told without them."""
    found = round_trip(criteria(sikap=[SAPA, CATAT]), criteria(sikap=[CATAT], ramah=[SAPA]))

    assert [change.jenis for change in found] == ["ditambah", "dipindah"]
    assert found[0].baru == {"id": "ramah", "nama": "Ramah", "indikator": []}


def test_indicators_of_a_removed_aspect_that_live_on_are_not_lost_with_it() -> None:
    """Removal in words means that it is gone."""
    found = round_trip(criteria(sikap=[SAPA], hasil=[CATAT]), criteria(hasil=[CATAT, SAPA]))

    assert [change.jenis for change in found] == ["dihapus", "dipindah"]
    assert found[0].lama == {"id": "sikap", "nama": "Sikap", "indikator": []}


def test_a_new_id_that_names_the_old_one_is_a_renaming() -> None:
    """Even if nothing else stays alike."""
    baru = {"id": "salam", "nama": "Memberi salam", "dahulu": ["sapa"]}
    found = round_trip(criteria(sikap=[SAPA]), criteria(sikap=[baru]))

    assert ("diubah", "sapa", "salam") in [(c.jenis, c.lama, c.baru) for c in found]


def test_a_new_id_with_the_same_words_is_a_renaming() -> None:
    """By likeness, where nobody wrote `dahulu`."""
    (change,) = round_trip(criteria(sikap=[SAPA, CATAT]), criteria(sikap=[{**SAPA, "id": "salam"}, CATAT]))

    assert (change.jenis, change.lama, change.baru) == ("diubah", "sapa", "salam")


def test_a_new_id_with_other_words_is_removed_and_added() -> None:
    """Likeness that is only of one word is none."""
    found = round_trip(criteria(sikap=[SAPA]), criteria(sikap=[{"id": "rapi", "nama": "Menata setiap meja kerja"}]))

    assert sorted(change.jenis for change in found) == ["dihapus", "ditambah"]


def test_a_changed_order_names_as_few_movers_as_possible() -> None:
    """The last one came to the front; the others did not move."""
    found = round_trip(criteria(s=[SAPA, CATAT, ANTAR]), criteria(s=[ANTAR, SAPA, CATAT]))

    assert kinds(found) == [("dipindah", ("aspek", 0, "indikator", 2), ("aspek", 0, "indikator", 0))]


def test_a_text_of_a_list_that_is_like_the_old_one_is_changed_and_another_is_removed_and_added() -> None:
    """Lists of texts have no ids."""
    lama = {"bukti": ["Catatan antrean harian", "Foto loket"]}

    assert [c.jenis for c in round_trip(lama, {"bukti": ["Catatan antrean mingguan", "Foto loket"]})] == ["diubah"]
    found = round_trip(lama, {"bukti": ["Rekaman suara", "Foto loket"]})
    assert sorted(c.jenis for c in found) == ["dihapus", "ditambah"]


def test_the_description_of_a_level_whose_id_changes_is_moved_to_the_new_key() -> None:
    """Its words are the same."""
    lama, baru = (
        {"jangkar": {"kurang": "Belum terlihat sama sekali"}},
        {"jangkar": {"rendah": "Belum terlihat sama sekali"}},
    )

    assert kinds(round_trip(lama, baru)) == [("dipindah", ("jangkar", "kurang"), ("jangkar", "rendah"))]


def test_every_file_of_the_project_can_be_made_of_every_other_of_its_folder(root: Path) -> None:
    """Real data: versions of criteria, rules, services."""
    for folder in sorted({path.parent for path in (root / "data").rglob("*.yaml")}):
        trees = [parse(path.read_bytes(), path.name).value for path in sorted(folder.glob("*.yaml"))[:6]]
        for lama, baru in pairwise(trees):
            round_trip(lama, baru)
            round_trip(baru, lama)
