"""The guide for proposals: one text for GitHub and for the portal, with a template that is itself valid."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kinerja.load import build, strict
from kinerja.load.schema import Schemas
from kinerja.model.kriteria import Kriteria

BERKAS = "data/kriteria/guru-contoh/2027-07-01.yaml"


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    """The guide."""
    return (root / ".github" / "CONTRIBUTING.md").read_text("utf-8")


@pytest.fixture(scope="module")
def templat(text: str) -> str:
    """The template of a file of criteria in it."""
    found = re.search(r"(?ms)^```yaml\n(.*?)^```$", text)
    assert found is not None
    return found[1]


def uncommented(templat: str) -> str:
    """The template with every optional line that it shows as a comment."""
    return re.sub(r"(?m)^( *)# ([a-z_]+: )", r"\1\2", templat)


@pytest.mark.parametrize("optional", [False, True], ids=["as it stands", "with every optional line"])
def test_the_template_is_a_valid_file_of_criteria(templat: str, schemas: Schemas, optional: bool) -> None:
    source = uncommented(templat) if optional else templat
    parsed = strict.parse(source.encode(), BERKAS)
    assert parsed.problems == ()
    assert schemas.check("kriteria", parsed, BERKAS) == ()
    document, found = build.build(Kriteria, parsed.value, BERKAS)
    assert isinstance(document, Kriteria)
    assert not found


def test_the_template_shows_every_key_that_criteria_may_have(templat: str, root: Path) -> None:
    schema = json.loads((root / "schemas" / "kriteria.schema.json").read_text("utf-8"))
    aspek = schema["properties"]["aspek"]["items"]["properties"]
    keys = {*schema["properties"], *aspek, *aspek["indikator"]["items"]["properties"]}
    shown = set(re.findall(r"(?m)^ *(?:# |- )?([a-z_]+):", templat))
    assert keys - shown == set()


def test_the_guide_names_only_files_that_are_there(text: str, root: Path) -> None:
    named = re.findall(r"\]\(\.\./([^)]+)\)", text)
    assert named
    assert [name for name in named if not (root / name).is_file()] == []


def test_the_pairs_of_wording_show_what_can_be_observed_beside_what_cannot(text: str) -> None:
    table = text.partition("## Menulis kriteria yang baik")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| ")]
    assert rows[0] == ["Dapat diamati", "Tidak dapat diamati"]
    assert len(rows) >= 5
    assert all(len(good) > len(bad) for good, bad in rows[1:])
