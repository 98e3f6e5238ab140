"""checks.skm: no true survey is accused, and a false index is traced to the way it was computed."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja import checks
from kinerja.checks.registry import Context
from kinerja.model.capaian import Skm, UnsurSkm
from kinerja.model.dokumen import Sumber
from kinerja.model.repository import Repository
from kinerja.numbers import half_up, period_bounds
from kinerja.rules.skm import ikm_of, mutu_of
from kinerja.rules.versi import version_on

SURVEY_CHECKS = [check for check in checks.registered() if check.noun is Skm]
ANSWERS = st.lists(st.integers(0, 60), min_size=4, max_size=4).filter(any)
Answers = tuple[int, ...]


def spread(total: int, n: int) -> Answers:
    """`n` answers from 1 to 4 that add up to `total`."""
    lowest, higher = divmod(total - n, n)
    counts = [0, 0, 0, 0, 0]
    counts[lowest], counts[lowest + 1] = n - higher, higher
    return tuple(counts[:4])


def mean(answers: Answers) -> Fraction:
    """The exact mean of counted answers."""
    return Fraction(sum(value * n for value, n in enumerate(answers, 1)), sum(answers))


def survey(repo: Repository, answers: Sequence[Answers], periode: str = "2026-tw3", places: int = 4) -> Skm:
    """A survey with these answers, everything else computed from them by the rule of its period."""
    versi = version_on(repo.aturan.skm, period_bounds(periode)[1])
    assert versi is not None
    nrr = [mean(one) for one in answers]
    unsur = tuple(
        UnsurSkm(id=known.id, n=sum(one), nrr=half_up(mean(one), places), jawaban=tuple(one))
        for known, one in zip(versi.unsur, answers, strict=False)
    )
    ikm = ikm_of(versi, nrr)
    return Skm(
        berkas=f"data/skm/{periode}/uji.yaml", status="contoh", layanan="uji", periode=periode, cara="daring",
        n=max(one.n for one in unsur), ikm=ikm, mutu=mutu_of(versi, ikm).id, unsur=unsur,
        sumber=(Sumber(judul="Survei uji", penerbit="Dinas Uji"),),
    )  # fmt: skip


def found(skm: Skm, repo: Repository, tanggal: date) -> Iterator[tuple[str, str]]:
    """The name and the message of everything that is found."""
    for check in SURVEY_CHECKS:
        yield from ((check.aturan, finding.pesan) for finding in check.find(skm, Context(repo, tanggal)))


def without_answers(skm: Skm, nrr: str) -> Skm:
    """The survey as a report prints it: means only, all of them `nrr`."""
    return replace(skm, unsur=tuple(replace(one, nrr=Decimal(nrr), jawaban=()) for one in skm.unsur))


@given(st.lists(ANSWERS, min_size=1, max_size=9), st.integers(1, 4))
def test_no_true_survey_is_accused(repo: Repository, tanggal: date, answers: list[Answers], places: int) -> None:
    """Whatever people answered, and however the means are rounded."""
    accused = {aturan for aturan, _ in found(survey(repo, answers, places=places), repo, tanggal)}

    assert set() == accused - {"kelompok-kecil"}


@given(st.lists(st.integers(0, 200), min_size=1, max_size=9), st.integers(2, 4))
def test_no_true_mean_is_impossible(repo: Repository, tanggal: date, totals: list[int], places: int) -> None:
    """Means without the answers behind them."""
    skm = survey(repo, [spread(67 + total, 67) for total in totals], places=places)
    printed = replace(skm, unsur=tuple(replace(one, jawaban=()) for one in skm.unsur))

    assert "nrr-mustahil" not in {aturan for aturan, _ in found(printed, repo, tanggal)}


def test_all_means_in_the_gaps_of_the_printed_table_have_one_letter(
    repo: Repository, tanggal: date, facts: Path
) -> None:
    """1,296 surveys whose index lies between two printed bands: one letter is right, the other is found."""
    with (facts / "ikm_band_gap_vectors.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wrong = []
    for row in rows:
        n, total = int(row["n_responden"]), int(row["total_nilai_semua"])
        base, rest = divmod(total, 9)
        skm = survey(repo, [spread(base + (i < rest), n) for i in range(9)])
        letters = {letter: {a for a, _ in found(replace(skm, mutu=letter), repo, tanggal)} for letter in "ABCD"}
        right = [letter for letter, names in letters.items() if not names]
        others = [names for letter, names in letters.items() if letter not in right]
        if not (right and right[0] in row["gap"].split("/") and others == [{"mutu-ikm"}] * 3):
            wrong.append(row)

    assert (1296, []) == (len(rows), wrong)


@pytest.mark.parametrize(("periode", "mutu"), [("2016", "B"), ("2017", "C"), ("2026-tw3", "C")])
def test_the_letter_is_that_of_the_rule_of_the_survey(repo: Repository, tanggal: date, periode: str, mutu: str) -> None:
    """76.49 was Baik in 2016 and is Kurang Baik since 2017."""
    skm = replace(survey(repo, [(0, 0, 1, 0)], periode), ikm=Decimal("76.49"))
    letters = [letter for letter in "ABCD" if "mutu-ikm" not in dict(found(replace(skm, mutu=letter), repo, tanggal))]

    assert [mutu] == letters


@pytest.mark.parametrize(
    ("nrr", "ikm", "words"),
    [
        ("3.54", "87.62", "88,50; angka ini didapat dengan bobot 0,11"),
        ("3.54", "88.41", "88,50; angka ini didapat dengan bobot 0,111"),
        (
            "3.54",
            "88.43",
            "88,50; angka ini didapat dengan bobot 1/9 dan NRR tertimbang dibulatkan 3 desimal"
            ", atau dengan bobot 0,111 dan NRR tertimbang dibulatkan 3 desimal",
        ),
        ("3.54", "90.00", "88,50; tidak ada bobot dan pembulatan yang dikenal yang memberi angka ini"),
        ("3.54", "88.5", None),
    ],
)
def test_a_false_index_is_traced_to_its_way(
    repo: Repository, tanggal: date, nrr: str, ikm: str, words: str | None
) -> None:
    """Nine equal means, as a report prints them."""
    skm = replace(without_answers(survey(repo, [(0, 0, 1, 0)] * 9), nrr), ikm=Decimal(ikm))
    message = dict(found(skm, repo, tanggal)).get("ikm-hitung")

    assert words == (message and message.removeprefix("IKM ini berbeda dari hitungan ulang, "))


def test_an_index_from_counted_answers_has_no_leeway(repo: Repository, tanggal: date) -> None:
    """Nine means of 10/3 give 83.33; from 3.33 it is 83.25, and so it is with the weight 0.111."""
    skm = replace(survey(repo, [(0, 0, 20, 10)] * 9, places=2), ikm=Decimal("83.25"))

    assert {
        "ikm-hitung": "IKM ini berbeda dari hitungan ulang, 83,33; angka ini didapat dengan bobot 0,111,"
        " atau dengan bobot 1/9 dan NRR dibulatkan 2 desimal,"
        " atau dengan bobot 0,11 dan NRR tertimbang dibulatkan 2 desimal"
    } == dict(found(skm, repo, tanggal))


@pytest.mark.parametrize(("ikm", "accused"), [("83.30", False), ("83.38", True), ("83.37", False)])
def test_an_index_from_means_that_were_rounded_later_is_believed(
    repo: Repository, tanggal: date, ikm: str, accused: bool
) -> None:
    """Nine means printed as 3.33 lie between 3.325 and 3.335: 83.13 to 83.38 before rounding half up."""
    skm = replace(without_answers(survey(repo, [(0, 0, 1, 0)] * 9), "3.33"), ikm=Decimal(ikm))

    assert accused is ("ikm-hitung" in dict(found(skm, repo, tanggal)))
