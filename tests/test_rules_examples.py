"""rules.examples and rules.masukan: what a worked example may hold, and how it is refused."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja.problems import KinerjaError
from kinerja.rules.errors import UnusableInput
from kinerja.rules.examples import compute

PREDIKAT = {
    "tanggal": "2025-12-31",
    "hasil_kerja": "sesuai-ekspektasi",
    "perilaku_kerja": "sesuai-ekspektasi",
}
CREDIT = {"tanggal": "2025-12-31", "jenjang": "ahli-muda", "predikat": "baik"}
SURVEY = {"tanggal": "2025-06-30", "responden": 10, "jumlah_nilai": {"persyaratan": 35}}


def _refused(rule, masukan, repo):
    with pytest.raises(UnusableInput) as caught:
        compute(rule, masukan, repo.aturan)
    return caught.value


@pytest.mark.parametrize(
    ("rule", "masukan", "at"),
    [
        ("predikat", {**PREDIKAT, "hasil_kerja": "baik sekali"}, ("hasil_kerja",)),
        ("predikat", {**PREDIKAT, "tanggal": "31-12-2025"}, ("tanggal",)),
        ("predikat", {**PREDIKAT, "tanggal": "2021-12-31"}, ("tanggal",)),
        ("predikat", {"tanggal": "2025-12-31"}, ("hasil_kerja",)),
        ("angka-kredit", {**CREDIT, "jenjang": "ahli-sekali"}, ("jenjang",)),
        ("sampel", {"tanggal": "2025-06-30", "populasi": 0}, ("populasi",)),
        ("sampel", {"tanggal": "2025-06-30", "populasi": True}, ("populasi",)),
        ("sampel", {"tanggal": "2025-06-30", "populasi": "100"}, ("populasi",)),
        ("pita", {"tanggal": "2024-12-31", "skala": "sakip", "nilai": "100.01"}, ("nilai",)),
        ("pita", {"tanggal": "2024-12-31", "skala": "sakip", "nilai": "80,5"}, ("nilai",)),
        ("pita", {"tanggal": "2024-12-31", "skala": "entah", "nilai": "80"}, ("skala",)),
        ("pita", {"tanggal": "2025-12-31", "skala": "ombudsman", "nilai": "93.47"}, ("tanggal",)),
        ("skm", {**SURVEY, "jumlah_nilai": {"maklumat": 35}}, ("jumlah_nilai", "maklumat")),
        ("skm", {**SURVEY, "jumlah_nilai": 35}, ("jumlah_nilai",)),
        ("skm", {**SURVEY, "responden": 0}, ("responden",)),
        ("skm", {"tanggal": "2025-06-30", "ikm": "8831/100"}, ("ikm",)),
        ("keberatan", {"diterima": "2019-01-01"}, ("diterima",)),
        ("keberatan", {"diterima": "2026-01-05", "diajukan": "2026-01-01"}, ("diajukan",)),
        (
            "pola-distribusi",
            {"tanggal": "2025-12-31", "predikat_organisasi": "baik", "jumlah": {"baik": -1}},
            ("jumlah", "baik"),
        ),
    ],
)
def test_what_a_rule_cannot_use_is_refused_at_its_key(repo, rule, masukan, at):
    """The path leads to the key that a person must edit."""
    assert ("masukan", *at) == _refused(rule, masukan, repo).at


def test_a_refusal_does_not_repeat_the_value(repo):
    """It might be a personal number."""
    number = "19700101" + "199003" + "1001"
    error = _refused("predikat", {**PREDIKAT, "hasil_kerja": number}, repo)

    assert number not in error.pesan


def test_a_refusal_is_an_error_of_this_package():
    """A command turns it into a message and exit code 1."""
    assert issubclass(UnusableInput, KinerjaError)


def test_an_unknown_rule_is_refused(repo):
    """No example without a rule."""
    assert "tidak ada aturan perhitungan" in _refused("penghargaan", {}, repo).pesan


def test_a_date_may_be_read_already(repo):
    """The loader may hand over a date or its text."""
    assert compute("predikat", PREDIKAT, repo.aturan) == compute(
        "predikat", {**PREDIKAT, "tanggal": date(2025, 12, 31)}, repo.aturan
    )


def test_an_index_that_follows_from_no_weight_gives_an_empty_list(repo):
    """Said as an answer, not as an error."""
    hasil = compute("skm", {**SURVEY, "ikm_tertulis": "10.00"}, repo.aturan)

    assert {"bobot_cocok": ()} == hasil
