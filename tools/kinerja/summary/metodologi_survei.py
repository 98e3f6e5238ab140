"""The method of the survey of satisfaction: weights and what they do, size of the sample, bands, protection."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kinerja.model.aturan_layanan import Unsur, VersiSkm
from kinerja.model.repository import Repository
from kinerja.numbers import Exact, half_up
from kinerja.rules.sampel import sample_exact, sample_size
from kinerja.rules.skm import Cara, ikm_by
from kinerja.rules.versi import version_on
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.metodologi_bagian import SURVEI, Bagian
from kinerja.summary.metodologi_kaidah import Kaidah, figure, rules
from kinerja.summary.perhitungan import Kelompok
from kinerja.summary.skala import SKM, TabelPita, band_table, scales

RULES = ("skm", "sampel", "pita")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bobot:
    """One circulating weight and its effect, measured over every possible result of a survey."""

    bobot: Angka
    tertinggi: Angka
    turun: Angka
    bagian: Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class Survei:
    """The survey in force; `responden` is the size of the survey that the effects are measured on."""

    unsur: tuple[Unsur, ...]
    responden: Angka
    hasil_mungkin: Angka
    bobot: tuple[Bobot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampel:
    """Parameters, and sizes computed for the populations of the worked examples (before and after rounding)."""

    parameter: tuple[tuple[str, Angka], ...]
    baris: tuple[tuple[Angka, Angka, Angka], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kepuasan:
    """The page. A part is None where its rule is not in force on the day.

    `perlindungan` is the smallest survey, and the smallest group of respondents, that is published.
    """

    bagian: Bagian
    kaidah: Mapping[str, Kaidah]
    survei: Survei | None
    pita_skm: tuple[TabelPita, ...]
    sampel: Sampel | None
    perlindungan: Angka | None
    pita: tuple[TabelPita, ...]


def satisfaction(repository: Repository, tanggal: date) -> Kepuasan:
    """How satisfaction is measured and values are read, as it stands on a day."""
    kaidah = rules(repository, RULES, tanggal)
    return Kepuasan(
        bagian=SURVEI,
        kaidah=kaidah,
        survei=survey_of(repository, tanggal),
        pita_skm=_bands(repository, SKM),
        sampel=sample_of(repository, tanggal, kaidah["sampel"].perhitungan),
        perlindungan=_smallest(repository, tanggal),
        pita=tuple(table for slug in repository.aturan.pita for table in _bands(repository, slug)),
    )


def _bands(repository: Repository, slug: str) -> tuple[TabelPita, ...]:
    return tuple(band_table(skala) for skala in scales(repository, slug) if not skala.dicabut)


def _smallest(repository: Repository, tanggal: date) -> Angka | None:
    """The smallest survey, and the smallest group of respondents, that is published."""
    aturan = repository.aturan.penyamaran
    versi = version_on(aturan, tanggal)
    if versi is None:
        return None
    place = Tempat(aturan.berkas, ("versi", aturan.versi.index(versi), "kelompok_minimal"))
    return figure("penyamaran/kelompok-minimal", versi.kelompok_minimal, (place,), "kelompok terkecil yang diterbitkan",
                  "orang")  # fmt: skip


def survey_of(repository: Repository, tanggal: date) -> Survei | None:
    """The weights of the survey in force. The number of respondents is that of the first worked example."""
    aturan = repository.aturan.skm
    versi = version_on(aturan, tanggal)
    if versi is None:
        return None
    at = Tempat(aturan.berkas, ("versi", aturan.versi.index(versi)))
    people, place = _respondents(repository)
    totals = _totals(versi, people)
    return Survei(
        unsur=tuple(sorted(versi.unsur, key=lambda u: u.urutan)),
        responden=figure("skm/responden", people, (place,), "responden pada contoh hitung", "responden"),
        hasil_mungkin=figure("skm/hasil-mungkin", len(totals), (at, place),
                             "banyak jumlah nilai yang mungkin: dari 1 sampai jawaban tertinggi × responden × unsur"),
        bobot=tuple(_weight(versi, i, totals, people, (at, place)) for i in range(len(versi.bobot_beredar))),
    )  # fmt: skip


def _respondents(repository: Repository) -> tuple[int, Tempat]:
    dokumen = repository.perhitungan.get("skm")
    for i, contoh in enumerate(dokumen.contoh if dokumen else ()):
        people = contoh.masukan.get("responden")
        if dokumen and isinstance(people, int) and "jumlah_nilai" in contoh.masukan:
            return people, Tempat(dokumen.berkas, ("contoh", i, "masukan", "responden"))
    return 100, Tempat(repository.aturan.skm.berkas)


def _totals(versi: VersiSkm, people: int) -> range:
    """Every possible sum of all answers to all unsur."""
    answers = people * len(versi.unsur)
    return range(answers, answers * versi.jawaban_maksimal + 1)


def _index(versi: VersiSkm, total: int, people: int, bobot: Fraction) -> Decimal:
    """The published index for a sum of answers: the weight is the same for every unsur, so their sum is enough."""
    return half_up(ikm_by(versi, [Fraction(total, people)], Cara(bobot=bobot)), versi.desimal)


def _weight(versi: VersiSkm, i: int, totals: range, people: int, at: tuple[Tempat, Tempat]) -> Bobot:
    bobot, exact = versi.bobot_beredar[i], Fraction(1, len(versi.unsur))
    lower = sum(
        bisect_left(totals, pita.bawah, key=lambda t: _index(versi, t, people, bobot))
        - bisect_left(totals, pita.bawah, key=lambda t: _index(versi, t, people, exact))
        for pita in versi.pita[1:]
    )
    name, rule = f"skm/bobot-{i + 1}", at[0]
    places = (Tempat(rule.berkas, (*rule.kunci, "bobot_beredar", i)), Tempat(rule.berkas, (*rule.kunci, "pita")), at[1])
    return Bobot(
        bobot=figure(f"{name}/bobot", bobot if bobot == exact else _decimal(bobot), places[:1],
                     "bobot yang beredar di laporan"),
        tertinggi=figure(f"{name}/tertinggi", _index(versi, totals[-1], people, bobot), places[:1],
                         "semua jawaban tertinggi, dihitung dengan bobot ini"),
        turun=figure(f"{name}/turun", lower, places, "banyak jumlah nilai yang mutunya turun dari bobot tepat"),
        bagian=figure(f"{name}/bagian", Fraction(100 * lower, len(totals)), places, "bagian dari semua jumlah nilai",
                      "%", 1),
    )  # fmt: skip


def _decimal(bobot: Fraction) -> Exact:
    """A weight as reports write it: three decimals at most, no trailing zero."""
    return next((half_up(bobot, places) for places in (2, 3) if half_up(bobot, places) == bobot), bobot)


def sample_of(repository: Repository, tanggal: date, examples: Kelompok | None) -> Sampel | None:
    """The formula in force, worked for the populations of data/perhitungan/."""
    aturan = repository.aturan.sampel
    versi = version_on(aturan, tanggal)
    if versi is None:
        return None
    at = Tempat(aturan.berkas, ("versi", aturan.versi.index(versi)))
    written = repository.perhitungan[examples.slug].contoh if examples else ()
    populations: dict[int, int] = {}
    for i, contoh in enumerate(written):
        populations.setdefault(int(str(contoh.masukan["populasi"])), i)
    rows = []
    for n, i in sorted(populations.items()):
        place = Tempat(examples.berkas if examples else at.berkas, ("contoh", i, "masukan", "populasi"))
        name = f"sampel/{n}"
        rows.append(
            (
                figure(f"{name}/populasi", n, (place,), "pengguna layanan pada contoh hitung"),
                figure(f"{name}/tepat", sample_exact(versi, n), (at, place), "rumus sebelum dibulatkan", "", 3),
                figure(f"{name}/responden", sample_size(versi, n), (at, place), "rumus, dibulatkan ke terdekat"),
            )
        )
    parameters = (("χ² (khi kuadrat)", "khi_kuadrat"), ("P (proporsi)", "proporsi"), ("d (galat)", "galat"))
    return Sampel(
        parameter=tuple(
            (label, figure(f"sampel/{key}", getattr(versi, key), (Tempat(at.berkas, (*at.kunci, key)),),
                           "tetapan rumus"))
            for label, key in parameters
        ),
        baris=tuple(rows),
    )  # fmt: skip
