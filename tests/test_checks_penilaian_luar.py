"""What others published is held against the bands of its time, those of the survey too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kinerja.checks.penilaian_luar import stated_categories_match_the_bands
from kinerja.checks.registry import Context
from kinerja.model.repository import Repository


def test_a_survey_is_judged_by_the_bands_of_its_own_year(repo: Repository, tanggal: date) -> None:
    """76.49 was Baik by the bands of 2014 and is Kurang Baik by those of 2017."""
    series = repo.penilaian_luar["skm-kalbar"]
    value = next(terbitan for terbitan in series.terbitan if terbitan.id == "2016")
    later = replace(series, terbitan=(replace(value, periode="2018"),))
    context = Context(repo, tanggal)

    assert "Baik" == value.kategori_tertulis
    assert [] == [*stated_categories_match_the_bands(series, context)]
    assert [("terbitan", 0, "kategori_tertulis")] == [f.at for f in stated_categories_match_the_bands(later, context)]
