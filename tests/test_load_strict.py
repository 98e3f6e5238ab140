"""load.strict: a subset of YAML in which nothing is read otherwise than it looks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kinerja.load import strict


def _rules(text: str) -> list[str]:
    return [problem.aturan for problem in strict.parse(text.encode(), "x.yaml").problems]


def _suite(shared: Path) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads((shared / "torture" / "yaml_test_suite.json").read_text("utf-8"))
    return cases


def _parsed(case: dict[str, Any]) -> strict.Document:
    return strict.parse(case["yaml"].encode("utf-8", "surrogatepass"), "x.yaml")


def test_every_invalid_document_of_the_yaml_test_suite_is_refused(shared: Path) -> None:
    """libyaml alone lets a dozen of them pass."""
    invalid = [case for case in _suite(shared) if case["fail"]]

    assert (94, []) == (len(invalid), [case["id"] for case in invalid if not _parsed(case).problems])


def test_what_is_accepted_of_the_yaml_test_suite_means_what_the_suite_says(shared: Path) -> None:
    """The subset is YAML: its documents have one meaning, the standard's."""
    accepted = [(case, _parsed(case)) for case in _suite(shared) if not _parsed(case).problems]

    assert [json.loads(case["json"]) for case, _ in accepted] == [document.value for _, document in accepted]
    assert len(accepted) > 80


def test_naughty_strings_come_back_as_they_were_written(shared: Path) -> None:
    """In double quotes; raw control characters and the like are refused, never altered."""
    naughty = json.loads((shared / "torture" / "blns.json").read_text("utf-8"))
    for text in naughty:
        document = strict.parse(f"a: {json.dumps(text)}\n".encode(), "x.yaml")
        assert document.problems or {"a": text} == document.value


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    """Any file ends in a value or in problems."""
    document = strict.parse(data, "x.yaml")
    assert document.problems or document.value is not None


_LINES = st.lists(st.sampled_from(
    ["a: 1", "b: x y", "- a", "- b: c", "  - d", "  e: f", "    g: 'h'", "i:", "j: >-", "  text", "k: [a, b]", "[l]",
     "m: {n: o}", "? p", ": q", "# r", "s: 't'#u", "v: |", "   w", "", "  ", "x: -", "y: no", "- - z", "k: [a,", "b]"]
), max_size=8)  # fmt: skip


def _texts(value: Any) -> Any:
    """As PyYAML's loader of plain texts would give it."""
    if isinstance(value, dict):
        return {key: _texts(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_texts(part) for part in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


@given(_LINES)
def test_an_accepted_document_reads_the_same_with_pyyaml(lines: list[str]) -> None:
    """Two readers, one structure."""
    text = "\n".join(lines) + "\n"
    document = strict.parse(text.encode(), "x.yaml")
    assert document.problems or _texts(document.value) == yaml.load(text, yaml.BaseLoader)


@given(st.integers(1 - 10**14, 10**15 - 1))
def test_whole_numbers_are_whole_numbers(number: int) -> None:
    """Up to fifteen characters with the sign."""
    assert {"a": number} == strict.parse(f"a: {number}\n".encode(), "x.yaml").value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 2026-01-31", "2026-01-31"),
        ("a: true", True),
        ("a: 0", 0),
        ('a: "012"', "012"),
        ("a: 64.72.01", "64.72.01"),
        ("a: Ya", "Ya"),
        ("a: 10.30 WITA", "10.30 WITA"),
        ("a: >-\n  satu\n  dua", "satu dua"),
    ],
)
def test_plain_values_are_what_they_look_like(text: str, value: Any) -> None:
    """A date stays text: the model reads it."""
    assert {"a": value} == strict.parse(text.encode(), "x.yaml").value


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a: No", "yaml-ya-tidak"),
        ("a: y", "yaml-ya-tidak"),
        ("a: TRUE", "yaml-ya-tidak"),
        ("a: NULL", "yaml-null"),
        ("a: 1e3", "yaml-angka"),
        ("a: 0x1F", "yaml-angka"),
        ("a: 1_000", "yaml-angka"),
        ("a: +1", "yaml-angka"),
        ("a: .inf", "yaml-angka"),
        ("a: 8:30", "yaml-angka"),
        ("a: 2026-1-31", "yaml-tanggal"),
        ("a: 999999999999999999", "yaml-angka-panjang"),
        ("<<: {b: 1}", "yaml-jangkar"),
        ("a: !!python/object:os.system x", "yaml-tag"),
        ("%YAML 1.1\n---\na: 1", "yaml-tag"),
        ("{[a]: 1}", "yaml-kunci"),
        ("{? a : 1}", "yaml-kunci"),
        ("a:\n  b: 1\n c: 2", "yaml-sintaks"),
        ('a: "b', "yaml-sintaks"),
    ],
)
def test_traps_are_refused_by_name(text: str, rule: str) -> None:
    """What YAML 1.1 would turn into something else."""
    assert rule in _rules(text)


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    """271 bytes that would become millions of leaves."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 9)]

    assert {"yaml-jangkar"} == set(_rules("\n".join(lines)))


def test_deep_nesting_never_meets_the_limit_of_recursion() -> None:
    """A hundred thousand brackets give one problem."""
    assert ["yaml-kedalaman"] == _rules("[" * 100_000 + "]" * 100_000)


def test_places_count_lines_and_columns_from_one() -> None:
    """Of values, and of the keys that lead to them."""
    document = strict.parse(b"a: 1\nb:\n  - c: x\n    d: 'y'\n", "x.yaml")

    assert ((1, 4), (3, 5), (4, 8)) == tuple(map(document.place, [("a",), ("b", 0), ("b", 0, "d")]))
    assert (4, 5) == document.place(("b", 0, "d"), key=True)


def test_the_place_of_a_missing_part_is_that_of_what_is_around_it() -> None:
    """So a finding about something absent still leads to its line."""
    document = strict.parse(b"a: 1\nb:\n  - c: x\n", "x.yaml")

    assert ((3, 5), (1, 1)) == (document.place(("b", 0, "tidak", "ada")), document.place(("z",)))


def test_windows_line_ends_are_read() -> None:
    """A file saved on Windows is no problem."""
    assert {"a": "x", "b": 2} == strict.parse(b"a: x\r\nb: 2\r\n", "x.yaml").value


@pytest.mark.parametrize("escape", [r"\u202e", r"\0", r"\x1c", r"\uFEFF"])
def test_an_invisible_character_cannot_hide_behind_an_escape(escape: str) -> None:
    """Written out or escaped: it is refused at the value."""
    problems = strict.parse(f'nama: "a{escape}b"\n'.encode(), "uji.yaml").problems

    assert [("yaml-karakter", 1, 7)] == [(p.aturan, p.baris, p.kolom) for p in problems]


def test_line_ends_of_windows_make_no_difference() -> None:
    """Git for Windows may check files out with them."""
    source = b"judul: Uji\nuraian: >-\n  Satu\n  dua.\nbutir:\n  - a\n"
    document = strict.parse(source.replace(b"\n", b"\r\n"), "uji.yaml")

    assert () == document.problems
    assert strict.parse(source, "uji.yaml").value == document.value
