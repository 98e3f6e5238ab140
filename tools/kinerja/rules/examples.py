"""A worked example is right when its rule, computed from its input, gives exactly its result.

Source: data/perhitungan/, one file for each rule, with the legal source in data/aturan/.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import get_args

from kinerja.model.aturan import Predikat, PredikatOrganisasi
from kinerja.model.aturan_layanan import VersiSkm
from kinerja.model.repository import Aturan
from kinerja.numbers import half_up
from kinerja.rules import angka_kredit, examples_layanan, examples_penyamaran, keberatan, pola_distribusi, sampel, skm
from kinerja.rules.errors import UnusableInput
from kinerja.rules.masukan import Masukan
from kinerja.rules.pita import band_of
from kinerja.rules.pola_distribusi import Rentang
from kinerja.rules.predikat import EKSPEKTASI, PREDIKAT, predikat_of
from kinerja.rules.versi import version_in_force
from kinerja.rules.waktu import Kalender

Hasil = Mapping[str, object]
ORGANISASI: tuple[PredikatOrganisasi, ...] = get_args(PredikatOrganisasi)


def compute(rule: str, masukan: Mapping[str, object], aturan: Aturan) -> Hasil:
    """The result of a rule in the forms of YAML: words, whole numbers, decimals and dates as text.

    Raises UnusableInput, with the path of keys below the example, for what the rule cannot use.
    """
    if rule not in RULES:
        raise UnusableInput((), "tidak ada aturan perhitungan dengan nama ini")
    reader = Masukan(masukan)
    try:
        return RULES[rule](reader, aturan)
    except UnusableInput as error:
        if error.at[:1] == reader.at:
            raise
        raise error.under(*reader.at) from error


def _predikat(masukan: Masukan, aturan: Aturan) -> Hasil:
    versi = version_in_force(aturan.predikat, masukan.day("tanggal"))
    hasil_kerja, perilaku = (masukan.word(key, EKSPEKTASI) for key in ("hasil_kerja", "perilaku_kerja"))
    return {"predikat": predikat_of(versi, hasil_kerja, perilaku)}


def _pola_distribusi(masukan: Masukan, aturan: Aturan) -> Hasil:
    versi = version_in_force(aturan.pola_distribusi, masukan.day("tanggal"))
    total = Rentang(masukan.whole("total"), masukan.whole("total")) if masukan.has("total") else None
    organisasi = masukan.word("predikat_organisasi", ORGANISASI)
    putusan = pola_distribusi.judge_bounds(versi, organisasi, _counts(masukan), total)
    hasil: dict[str, object] = {"putusan": putusan.hasil}
    if putusan.hasil != "tidak-dapat-dinilai":
        outcomes = [clause.hasil for clause in putusan.syarat]
        hasil["syarat_terpenuhi"] = outcomes.count("terpenuhi")
        hasil["syarat_tidak_terpenuhi"] = outcomes.count("tidak-terpenuhi")
        hasil["syarat_tidak_pasti"] = outcomes.count("tidak-pasti")
    return hasil


def _counts(masukan: Masukan) -> dict[Predikat, Rentang]:
    """Exact counts under `jumlah`, or rounded ones: a multiple of `kelipatan`, off by less than it."""
    jumlah = masukan.part("jumlah")
    off = masukan.whole("kelipatan") - 1 if masukan.has("kelipatan") else 0
    counts = {kelas: jumlah.whole(kelas) for kelas in PREDIKAT if jumlah.has(kelas)}
    return {kelas: Rentang(max(0, n - off), n + off) if n >= 0 else Rentang(n, n) for kelas, n in counts.items()}


def _skm(masukan: Masukan, aturan: Aturan) -> Hasil:
    versi = version_in_force(aturan.skm, masukan.day("tanggal"))
    if masukan.has("nrr"):
        nrr = masukan.decimal("nrr")
        return {"nrr_mungkin": skm.possible_mean(nrr, masukan.whole("responden"), _places(nrr))}
    if masukan.has("ikm"):
        return {"mutu": skm.mutu_of(versi, masukan.decimal("ikm")).id}
    nrr_semua = _nrr(versi, masukan)
    if masukan.has("ikm_tertulis"):
        ways = skm.reproductions(versi, nrr_semua, masukan.decimal("ikm_tertulis"))
        return {"bobot_cocok": tuple(dict.fromkeys(_fraction_text(cara.bobot) for cara in ways))}
    ikm = skm.ikm_exact(versi, nrr_semua)
    if masukan.has("bobot"):
        ikm = skm.ikm_by(versi, nrr_semua, skm.Cara(bobot=masukan.fraction("bobot")))
    return {"ikm": str(half_up(ikm, versi.desimal)), "mutu": skm.mutu_of(versi, ikm).id}


def _nrr(versi: VersiSkm, masukan: Masukan) -> list[Fraction]:
    totals, responden = masukan.part("jumlah_nilai"), masukan.whole("responden")
    known = {unsur.id for unsur in versi.unsur}
    for key in totals.values:
        if key not in known:
            raise UnusableInput((*totals.at, key), "unsur ini tidak ada dalam aturan survei pada tanggal itu")
    return [skm.nrr_of(versi, totals.whole(key), responden) for key in totals.values]


def _sampel(masukan: Masukan, aturan: Aturan) -> Hasil:
    versi = version_in_force(aturan.sampel, masukan.day("tanggal"))
    populasi = masukan.whole("populasi")
    hasil: dict[str, object] = {"sampel": sampel.sample_size(versi, populasi)}
    if masukan.has("responden"):
        hasil["cukup"] = sampel.sample_sufficient(versi, masukan.whole("responden"), populasi)
    return hasil


def _pita(masukan: Masukan, aturan: Aturan) -> Hasil:
    skala = masukan.word("skala", tuple(aturan.pita))
    versi = version_in_force(aturan.pita[skala], masukan.day("tanggal"))
    nilai = half_up(masukan.fraction("nilai"), versi.desimal)
    pita = band_of(versi.pita, nilai, versi.desimal) if versi.minimum <= nilai <= versi.maksimum else None
    if pita is None:
        raise UnusableInput(("nilai",), "nilai berada di luar skala")
    return {"kategori": pita.id}


def _angka_kredit(masukan: Masukan, aturan: Aturan) -> Hasil:
    versi = version_in_force(aturan.angka_kredit, masukan.day("tanggal"))
    credit = angka_kredit.credit_of(versi, masukan.text("jenjang"), masukan.word("predikat", PREDIKAT))
    return {"angka_kredit": str(credit)}


def _keberatan(masukan: Masukan, aturan: Aturan) -> Hasil:
    diterima = masukan.day("diterima")
    versi = version_in_force(aturan.keberatan, diterima, "diterima")
    kalender = None
    if masukan.has("libur"):
        years = frozenset({diterima.year, diterima.year + 1})
        kalender = Kalender(libur=frozenset(masukan.several("libur", Masukan.day)), tahun=years)
    hasil: dict[str, object] = {"hari_terakhir": keberatan.last_day(versi, diterima, kalender).isoformat()}
    if masukan.has("diajukan"):
        hasil["tepat_waktu"] = keberatan.in_time(versi, diterima, masukan.day("diajukan"), kalender)
    return hasil


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _fraction_text(value: Fraction) -> str:
    """`0.11` where three decimals hold the value, otherwise `1/9`."""
    if value == half_up(value, 3):
        return f"{half_up(value, 3):f}".rstrip("0").rstrip(".")
    return f"{value.numerator}/{value.denominator}"


RULES: Mapping[str, Callable[[Masukan, Aturan], Hasil]] = {
    "predikat": _predikat,
    "pola-distribusi": _pola_distribusi,
    "skm": _skm,
    "sampel": _sampel,
    "pita": _pita,
    "angka-kredit": _angka_kredit,
    "keberatan": _keberatan,
    "selang": examples_layanan.selang_example,
    "waktu": examples_layanan.waktu_example,
    "penyamaran": examples_penyamaran.penyamaran_example,
}
