"""The model of criteria holds a large rubric of others, 61 indicators by 6 levels, without loss."""

from __future__ import annotations

import json
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from kinerja.load import build, strict
from kinerja.load.schema import Schemas
from kinerja.load.write import to_yaml
from kinerja.model.dokumen import Rujukan, Sumber
from kinerja.model.kriteria import Aspek, Indikator, Kriteria, Tingkat

BERKAS = "data/kriteria/pelayanan/2024-01-01.yaml"
Rubrik = list[dict[str, Any]]


@pytest.fixture(scope="module")
def rubrik(shared: Path) -> Rubrik:
    """The indicators as their publisher wrote them."""
    found = json.loads((shared / "real/pekppp_f02_rubric.json").read_text("utf-8"))["indikator"]
    assert isinstance(found, list)
    return found


def criteria(rubrik: Rubrik) -> Kriteria:
    """The rubric in our model: an aspect for each category, an anchor for each level."""
    numbered = list(enumerate(rubrik, start=1))
    levels = sorted({detail["nilai"] for one in rubrik for detail in one["detail"]})
    return Kriteria(
        berkas=BERKAS, status="resmi", judul="Rubrik", ringkasan="Rubrik.", jabatan="pelayanan",
        berlaku_mulai=date(2024, 1, 1), tingkat=tuple(Tingkat(id=f"nilai-{n}", nama=str(n)) for n in levels),
        aspek=tuple(
            Aspek(
                id=f"kategori-{kategori}-{jenis.lower()}", nama=f"Kategori {kategori}, jenis {jenis}",
                indikator=tuple(
                    Indikator(
                        id=f"f02-{number:02d}", nama=one["indikator"],
                        jangkar={f"nilai-{d['nilai']}": d["jawaban"] for d in one["detail"]},
                    )
                    for number, one in own
                ),
            )
            for (kategori, jenis), own in groupby(numbered, lambda pair: (pair[1]["kategori_id"], pair[1]["jenis"]))
        ),
        dasar=(Rujukan(peraturan="permenpanrb-29-2022"),), sumber=(Sumber(judul="F02", penerbit="Uji"),),
    )  # fmt: skip


def rubric(kriteria: Kriteria) -> Rubrik:
    """Our model as the publisher's rubric."""
    return [
        {
            "indikator": indikator.nama,
            "jenis": aspek.id[-1].upper(),
            "kategori_id": int(aspek.id.split("-")[1]),
            "detail": [
                {"nilai": int(level.removeprefix("nilai-")), "jawaban": text}
                for level, text in (indikator.jangkar or {}).items()
            ],
        }
        for aspek in kriteria.aspek
        for indikator in aspek.indikator
    ]


def test_the_rubric_has_the_size_that_is_said_of_it(rubrik: Rubrik) -> None:
    assert len(rubrik) == 61
    assert {len(one["detail"]) for one in rubrik} == {6}


def test_the_model_gives_back_every_word(rubrik: Rubrik) -> None:
    assert rubric(criteria(rubrik)) == rubrik


def test_a_file_of_it_is_valid_and_gives_back_every_word(rubrik: Rubrik, schemas: Schemas) -> None:
    parsed = strict.parse(to_yaml(criteria(rubrik)), BERKAS)
    assert parsed.problems == ()
    assert schemas.check("kriteria", parsed, BERKAS) == ()
    document, wrong = build.build(Kriteria, parsed.value, BERKAS)
    assert not wrong
    assert isinstance(document, Kriteria)
    assert rubric(document) == rubrik
