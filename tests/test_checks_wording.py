"""checks.wording: the spelling of the glossary, in the data by a rule and in content/ by this test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kinerja.checks.wording import misspellings

CONTENT = Path(__file__).resolve().parent.parent / "content"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Prilaku kerja", ["perilaku"]),
        ("diatas dan dibawah ekspektasi", ["di atas", "di bawah"]),
        ("hasil survey", ["survei"]),
        ("Kemenpan-RB dan PAN RB", ["PANRB, misalnya KemenPANRB"]),
        ("KemenPANRB, PermenPANRB 6/2022", []),
        ("perilaku di atas ekspektasi menurut survei", []),
        ("surveyor, diatasi, perizinan, penganalisaan", []),
    ],
)
def test_misspellings_are_told_by_whole_words(text: str, right: list[str]) -> None:
    """A word that only contains one is left alone."""
    assert right == list(misspellings(text))


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.md")), ids=lambda p: p.relative_to(CONTENT).as_posix())
def test_prose_is_spelled_as_the_glossary(path: Path) -> None:
    """Code and addresses are left out."""
    text = re.sub(r"```.*?```|`[^`]*`|https?://\S+", "", path.read_text("utf-8"), flags=re.DOTALL)

    assert [] == list(misspellings(text))
