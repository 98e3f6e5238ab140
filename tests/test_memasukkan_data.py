"""The guide to intake tells an office's staff what the intake commands know: columns, options, errors."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from kinerja.cli.himpun_aspek import aspek
from kinerja.cli.himpun_penilaian import penilaian
from kinerja.cli.himpun_skm import skm
from kinerja.cli.himpun_waktu import waktu
from kinerja.intake.kolom import PRIBADI, key_of
from kinerja.intake.skm_kolom import RESPONDEN
from kinerja.intake.waktu_kolom import KOLOM

# Errors that no file of an office can cause, or that are told in one row together.
TOGETHER = "sumber-"
_KINDS = "survei|register|sumber|laporan|penilaian|aspek"
RULE = re.compile(rf"({_KINDS})-[a-z]+(-[a-z]+)*|kolom-ganda|baris-ganda|hari-libur-belum-ada")


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    """The guide."""
    return (root / "content" / "halaman" / "memasukkan-data.md").read_text("utf-8")


def names(root: Path) -> set[str]:
    """The names of errors in the source of the intake."""
    literals = (
        node.value
        for path in (root / "tools/kinerja/intake").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return {literal for literal in literals if RULE.fullmatch(literal)} - {"register-elektronik", "register-tertulis"}


def test_every_error_of_the_intake_is_explained(text: str, root: Path) -> None:
    """A row of the table each; those about the file itself share one."""
    found = names(root)

    assert found
    assert [] == [name for name in sorted(found) if not name.startswith(TOGETHER) and f"`{name}`" not in text]
    assert f"`{TOGETHER}…`" in text


def test_no_error_is_explained_that_does_not_exist(text: str, root: Path) -> None:
    """The guide follows the code."""
    told = {name for name in re.findall(r"`([a-z-]+)`", text) if RULE.fullmatch(name)}

    assert set() == told - names(root)


@pytest.mark.parametrize(
    ("title", "key", "alias"),
    [("Nomor responden", "nomor", RESPONDEN), ("Tgl survei", "tanggal", RESPONDEN), ("JK", "jenis_kelamin", RESPONDEN),
     ("Pendidikan terakhir", "pendidikan", RESPONDEN), ("Umur", "usia", RESPONDEN), ("Jenis layanan", "layanan", KOLOM),
     ("Tgl masuk", "diterima", KOLOM), ("Tgl lengkap", "berkas_lengkap", KOLOM), ("Tgl terbit", "selesai", KOLOM),
     ("Status", "keadaan", KOLOM), ("No tiket", "nomor", KOLOM)],
)  # fmt: skip
def test_a_title_in_the_guide_is_recognised(text: str, title: str, key: str, alias: dict[str, tuple[str, ...]]) -> None:
    """What the guide names, the commands read."""
    assert f"`{title}`" in text
    assert key == key_of(title, alias)


@pytest.mark.parametrize("word", ["nama", "NIK", "NIP", "alamat", "telepon", "surel", "tanggal lahir", "petugas"])
def test_a_personal_column_in_the_guide_is_dropped(text: str, word: str) -> None:
    """By the word that a report names it by."""
    assert word in text
    assert word in PRIBADI


@pytest.mark.parametrize("command", [skm, waktu, penilaian, aspek], ids=lambda c: c.name)
def test_every_option_in_the_guide_exists(text: str, command: object) -> None:
    """And the ones that must be given are named."""
    told = set(re.findall(r"--[a-z][a-z-]+", re.sub(r"`git [^`]*`", "", text)))
    options = {name for parameter in command.params for name in parameter.opts if name.startswith("--")}  # type: ignore[attr-defined]
    every = {name for one in (skm, waktu, penilaian, aspek) for parameter in one.params for name in parameter.opts}

    assert set() == told - every
    assert {"--periode"} <= options & told
