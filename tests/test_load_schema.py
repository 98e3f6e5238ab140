"""load.schema: every problem of form at once, at its place, in words that never repeat a value."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.load import strict
from kinerja.load.schema import Schemas, nearest, noun_of, unknown_key_hint
from kinerja.model.repository import NOUNS
from kinerja.problems import Kunci, Problem

ROOT = Path(__file__).resolve().parent.parent
DASAR = ROOT / "tests" / "kasus" / "dasar"
FILES = sorted(path.relative_to(DASAR).as_posix() for path in (DASAR / "data").rglob("*.yaml"))
MARK = "Penanda 999999999999999999"


@cache
def _schemas() -> Schemas:
    return Schemas.read(ROOT / "schemas")


@cache
def _value(berkas: str) -> Any:
    return strict.parse((DASAR / berkas).read_bytes(), berkas).value


def _check(berkas: str, value: Any) -> tuple[Problem, ...]:
    """The problems of a value, written as a file and read again."""
    document = strict.parse(json.dumps(value, ensure_ascii=False).encode(), berkas)
    noun = noun_of(berkas, _schemas().by_noun)
    assert noun is not None
    return document.problems or _schemas().check(noun, document, berkas)


def _places(value: Any, at: Kunci = ()) -> Iterator[Kunci]:
    yield at
    items: Any = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in items:
        yield from _places(part, (*at, key))


def _changed(value: Any, at: Kunci, new: Any) -> Any:
    if not at:
        return new
    changed = copy.deepcopy(value)
    inner = changed
    for key in at[:-1]:
        inner = inner[key]
    inner[at[-1]] = new
    return changed


_NEW = st.sampled_from(
    [MARK, MARK * 200, "", 0, -1, 10**14, True, [], {}, [MARK], [MARK, MARK], {MARK: 1}, {"nama": MARK}, MARK + "\n"]
)


@given(st.data())
def test_no_message_repeats_what_stands_in_the_file(data: st.DataObject) -> None:
    """Whatever is put in whatever place, even as a key: it may be a person's number."""
    berkas = data.draw(st.sampled_from(FILES))
    at = data.draw(st.sampled_from(list(_places(_value(berkas)))))
    changed = _changed(_value(berkas), at, data.draw(_NEW))
    if isinstance(changed, dict) and data.draw(st.booleans()):
        changed[MARK] = MARK

    words = [part for problem in _check(berkas, changed) for part in (problem.pesan, problem.saran)]
    assert [] == [text for text in words if "Penanda" in text or "99999" in text]


@given(st.data())
def test_what_is_not_valid_is_always_explained(data: st.DataObject) -> None:
    """jsonschema-rs says whether, jsonschema says where: never a refusal without a problem, nor the reverse."""
    berkas = data.draw(st.sampled_from(FILES))
    at = data.draw(st.sampled_from(list(_places(_value(berkas)))))
    changed = _changed(_value(berkas), at, data.draw(_NEW))

    noun = noun_of(berkas, _schemas().by_noun)
    assert noun is not None
    document = strict.Document(changed, {}, {}, ())
    valid, problems = _schemas().is_valid(noun, changed), _schemas().check(noun, document, berkas)
    assert valid == (not problems)
    assert valid <= (not list(_schemas()._errors(noun, changed)))


@pytest.mark.parametrize("berkas", FILES)
def test_every_missing_required_key_is_named(berkas: str) -> None:
    """An empty file of each noun: one problem for each key, each with what to write."""
    noun = noun_of(berkas, _schemas().by_noun)
    assert noun is not None
    problems = _check(berkas, {})

    assert sorted(f"kunci wajib `{key}` belum ada" for key in _schemas().by_noun[noun]["required"]) == sorted(
        problem.pesan for problem in problems
    )
    assert all(problem.saran for problem in problems)


def test_one_run_reports_every_problem_of_a_file_in_the_order_of_its_lines() -> None:
    """A person mends a file once, not once for each problem."""
    text = "status: resmy\nnama: 12\nuraian: Semua.\nkriteria: []\nalias: [a, a]\nwarna: biru\n"
    document = strict.parse(text.encode(), "data/jabatan/x.yaml")
    found = [(p.baris, p.aturan) for p in _schemas().check("jabatan", document, "data/jabatan/x.yaml")]

    expected = ["pilihan", "jenis-isian", "jumlah-isian", "isian-ganda", "kunci-tidak-dikenal"]
    assert list(zip([1, 2, 4, 5, 6], expected, strict=True)) == found


def test_an_unknown_key_is_reported_at_the_key() -> None:
    """The value may be fine; the name is what must be mended."""
    document = strict.parse(b"status: resmi\nnama: A\nuraian: B\nkriteria: [c]\nAlias: []\n", "data/jabatan/x.yaml")
    (problem,) = _schemas().check("jabatan", document, "data/jabatan/x.yaml")

    assert (5, 1, "Barangkali maksudnya `alias`?") == (problem.baris, problem.kolom, problem.saran)


def test_a_last_newline_in_a_text_of_one_line_is_reported_at_it() -> None:
    """Python's `$` fits before it; jsonschema-rs and JSON Schema say no."""
    text = "status: resmi\nnama: |\n  Guru\nuraian: B\nkriteria: [c]\n"
    document = strict.parse(text.encode(), "data/jabatan/x.yaml")
    found = [(p.baris, p.aturan) for p in _schemas().check("jabatan", document, "data/jabatan/x.yaml")]

    assert [(2, "bentuk-isian")] == found


def test_an_anchor_that_is_no_id_is_reported_without_its_neighbours() -> None:
    """Keys named by a pattern are known keys."""
    berkas = "data/kriteria/petugas-contoh/2026-01-01.yaml"
    changed = copy.deepcopy(_value(berkas))
    changed["aspek"][0]["indikator"][0]["jangkar"]["Di Bawah"] = "x"

    assert ["kunci-tidak-dikenal"] == [problem.aturan for problem in _check(berkas, changed)]


@pytest.mark.parametrize(
    ("key", "known", "hint"),
    [
        ("Berlaku Mulai", ["berlaku_mulai", "judul"], "Barangkali maksudnya `berlaku_mulai`?"),
        ("xyz", ["nama", "judul"], "Kunci yang dikenal di sini: nama, judul."),
        ("xyz", [], "Hapus kunci ini."),
    ],
)
def test_a_hint_names_known_keys_only(key: str, known: list[str], hint: str) -> None:
    """The unknown one is not repeated."""
    assert hint == unknown_key_hint(key, known)


def test_a_hint_at_a_choice_understands_case_and_spaces() -> None:
    """`Sangat Baik` is meant for `sangat-baik`; something far off gets no hint."""
    choices = ["sangat-baik", "baik", "butuh-perbaikan"]

    assert ("Barangkali maksudnya `sangat-baik`?", "") == (nearest("Sangat Baik", choices), nearest("luar", choices))


def test_a_file_belongs_to_the_noun_with_the_longest_path() -> None:
    """`aturan/pita` before `aturan`."""
    assert "aturan/pita" == noun_of("data/aturan/pita/sakip.yaml", NOUNS)
    assert None is noun_of("data/rahasia/sakip.yaml", NOUNS)


def test_the_words_of_a_shared_part_are_found_through_its_reference() -> None:
    """`x-pesan` beside a `$ref` wins over the one behind it."""
    described = _schemas().describe("kriteria", ("dasar", 0, "peraturan"))

    assert "pp-30-2019" in described["x-pesan"]
    assert "pattern" in described
