"""What the tools write is the one canonical YAML, and reads back as the same document."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.load import build, strict
from kinerja.load.repository import load, read_sources
from kinerja.load.schema import Schemas, noun_of
from kinerja.load.write import to_yaml
from kinerja.model.capaian import TindakLanjut
from kinerja.model.dokumen import Dokumen, Sumber
from kinerja.model.repository import NOUNS, Repository, documents

BASE = Path(__file__).parent / "kasus/dasar"


def read_back(document: Dokumen, schemas: Schemas) -> Dokumen | None:
    """The document that the loader makes of what was written."""
    parsed = strict.parse(to_yaml(document), document.berkas)
    noun = noun_of(document.berkas, schemas.by_noun)
    assert noun is not None
    assert () == parsed.problems
    assert () == schemas.check(noun, parsed, document.berkas)
    built, findings = build.build(type(document), parsed.value, document.berkas)
    assert [] == findings
    return built


@pytest.mark.parametrize("noun", ["layanan", "capaian-layanan", "skm", "tindak-lanjut", "hari-libur", "kriteria"])
def test_a_written_document_reads_back_as_itself(noun: str, schemas: Schemas) -> None:
    """Every key, in every nesting of the small repository."""
    loaded = load(read_sources(BASE), schemas)
    assert loaded.repository is not None
    found = [d for d in documents(loaded.repository) if isinstance(d, NOUNS[noun])]

    assert found
    assert found == [read_back(document, schemas) for document in found]


def test_every_document_of_the_project_can_be_written(repo: Repository, schemas: Schemas) -> None:
    """Dates, decimals, fractions, nested lists, long paragraphs."""
    nouns = (NOUNS["layanan"], NOUNS["hari-libur"], NOUNS["penilaian-luar"], NOUNS["perangkat-daerah"])
    found = [document for document in documents(repo) if isinstance(document, nouns)]

    assert [d.berkas for d in found if read_back(d, schemas) != d] == []


words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=300)


@given(words.map(lambda text: " ".join(text.split())).filter(bool))
def test_any_words_survive(text: str) -> None:
    """Quotes, colons, signs that YAML knows, and lines long enough to be folded."""
    document = TindakLanjut(
        berkas="data/tindak-lanjut/uji.yaml", status="contoh", judul=text[:2000], layanan="surat", periode="2026",
        rencana=text, penanggung_jawab="Kepala", tenggat=date(2026, 1, 31), keadaan="rencana",
        sumber=(Sumber(judul=text, penerbit="no"),),
    )  # fmt: skip
    parsed = strict.parse(to_yaml(document), document.berkas)

    if not any(problem.aturan == "yaml-karakter" for problem in parsed.problems):
        assert document == build.build(TindakLanjut, parsed.value, document.berkas)[0]


def test_numbers_are_written_so_that_no_reader_takes_them_for_something_else() -> None:
    """A decimal and a fraction are text, a count is a number, a period is quoted."""
    from kinerja.load.write import scalar

    written = [scalar(value) for value in (Decimal("3.50"), Fraction(1, 9), Fraction(9, 10), 12, True, "2026", "no")]

    assert ['"3.50"', '"1/9"', '"0.9"', "12", "true", '"2026"', '"no"'] == written
