"""The values of the rules in data/aturan/ are complete and do not contradict themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, product
from statistics import NormalDist
from typing import get_args

from kinerja.checks.registry import Context, check
from kinerja.model.aturan import (
    AturanAngkaKredit,
    AturanPita,
    AturanPolaDistribusi,
    AturanPredikat,
    PredikatOrganisasi,
    Syarat,
    VersiPredikat,
)
from kinerja.model.aturan_layanan import AturanPengaduan, AturanSampel, AturanSelang, AturanSkm, VersiSampel
from kinerja.numbers import id_number
from kinerja.problems import Finding
from kinerja.rules.pita import band_faults
from kinerja.rules.predikat import EKSPEKTASI, PREDIKAT


@check("sel-predikat", AturanPredikat)
def nine_cells_are_complete(aturan: AturanPredikat, context: Context) -> Iterator[Finding]:
    """Setiap pasangan hasil kerja dan perilaku kerja mempunyai tepat satu predikat."""
    for v, versi in enumerate(aturan.versi):
        pairs = [(sel.hasil_kerja, sel.perilaku_kerja) for sel in versi.sel]
        for i, pair in enumerate(pairs):
            if pair in pairs[:i]:
                pesan = f"pasangan {pair[0]} dan {pair[1]} sudah ada di atas"
                yield Finding(("versi", v, "sel", i), pesan, "Hapus atau betulkan salah satunya.")
        for hasil, perilaku in product(EKSPEKTASI, EKSPEKTASI):
            if (hasil, perilaku) not in pairs:
                pesan = f"pasangan {hasil} dan {perilaku} belum ada predikatnya"
                yield Finding(("versi", v, "sel"), pesan, "Tambahkan pasangan itu.")


@check("sel-predikat-turun", AturanPredikat)
def better_ratings_never_lower_the_predikat(aturan: AturanPredikat, context: Context) -> Iterator[Finding]:
    """Penilaian yang lebih baik tidak pernah menghasilkan predikat yang lebih rendah."""
    for v, versi in enumerate(aturan.versi):
        for i in _lowered(versi):
            saran = "Periksa predikat pasangan ini pada lampiran peraturannya."
            pesan = "predikat ini lebih tinggi daripada predikat pasangan dengan penilaian yang lebih baik"
            yield Finding(("versi", v, "sel", i, "predikat"), pesan, saran)


def _lowered(versi: VersiPredikat) -> Iterator[int]:
    ranks = [
        (EKSPEKTASI.index(s.hasil_kerja), EKSPEKTASI.index(s.perilaku_kerja), PREDIKAT.index(s.predikat))
        for s in versi.sel
    ]
    for i, (hasil, perilaku, predikat) in enumerate(ranks):
        if any(h <= hasil and p <= perilaku and worse > predikat for h, p, worse in ranks):
            yield i


@check("pola-lengkap", AturanPolaDistribusi)
def each_organisation_predikat_has_one_pattern(aturan: AturanPolaDistribusi, context: Context) -> Iterator[Finding]:
    """Setiap predikat organisasi mempunyai tepat satu pola distribusi."""
    for v, versi in enumerate(aturan.versi):
        count = Counter(pola.predikat_organisasi for pola in versi.pola)
        for predikat in get_args(PredikatOrganisasi):
            if count[predikat] != 1:
                pesan = f"pola untuk {predikat} tertulis {count[predikat]} kali, seharusnya sekali"
                yield Finding(("versi", v, "pola"), pesan, "Lengkapi kelima pola, masing-masing sekali.")


@check("syarat-pola", AturanPolaDistribusi)
def clauses_can_be_met(aturan: AturanPolaDistribusi, context: Context) -> Iterator[Finding]:
    """Syarat pola menyebut sedikitnya satu batas, antara 0 dan 1, dan batasnya dapat dipenuhi."""
    for v, versi in enumerate(aturan.versi):
        for i, pola in enumerate(versi.pola):
            for j, syarat in enumerate(pola.syarat):
                pesan = _clause_fault(syarat)
                if pesan:
                    saran = 'Tulis batas sebagai pecahan dari seluruh pegawai, misalnya: "7/10".'
                    yield Finding(("versi", v, "pola", i, "syarat", j), pesan, saran)


def _clause_fault(syarat: Syarat) -> str:
    low = [bound for bound in (syarat.lebih_dari, syarat.minimal) if bound is not None]
    high = [syarat.maksimal] if syarat.maksimal is not None else []
    if not low and not high:
        return "syarat ini tidak menyebut batas"
    if any(not 0 <= bound <= 1 for bound in (*low, *high)):
        return "batas syarat ini tidak di antara 0 dan 1"
    ceiling = high[0] if high else Fraction(1)
    strict = syarat.lebih_dari is not None and syarat.lebih_dari >= ceiling
    if strict or any(bound > ceiling for bound in low):
        return "batas bawah syarat ini melebihi batas atasnya"
    return ""


@check("pita-batas", AturanPita)
def bands_cover_their_scale(aturan: AturanPita, context: Context) -> Iterator[Finding]:
    """Pita suatu skala menutup seluruh skala, berurutan, tanpa celah dan tanpa tumpang tindih."""
    for v, versi in enumerate(aturan.versi):
        if versi.minimum >= versi.maksimum:
            pesan = "nilai terkecil skala tidak kurang dari nilai terbesarnya"
            yield Finding(("versi", v, "minimum"), pesan, "Betulkan `minimum` atau `maksimum`.")
            continue
        yield from band_faults(versi.pita, versi.minimum, versi.maksimum, versi.desimal, ("versi", v, "pita"))


@check("pita-batas", AturanSkm)
def survey_bands_cover_the_index(aturan: AturanSkm, context: Context) -> Iterator[Finding]:
    """Pita mutu menutup seluruh indeks: dari jawaban 1 sampai jawaban tertinggi, dikalikan pengali."""
    for v, versi in enumerate(aturan.versi):
        low, high = Decimal(versi.pengali), Decimal(versi.pengali * versi.jawaban_maksimal)
        yield from band_faults(versi.pita, low, high, versi.desimal, ("versi", v, "pita"))


@check("bobot-survei", AturanSkm)
def the_exact_weight_is_listed(aturan: AturanSkm, context: Context) -> Iterator[Finding]:
    """Bobot yang beredar memuat bobot tepat 1/x untuk x unsur, dan tidak ada yang melebihi 1."""
    for v, versi in enumerate(aturan.versi):
        wanted = Fraction(1, len(versi.unsur))
        if wanted not in versi.bobot_beredar:
            pesan = f"bobot tepat {id_number(wanted)} untuk {len(versi.unsur)} unsur belum ada"
            yield Finding(("versi", v, "bobot_beredar"), pesan, f'Tambahkan "{wanted}".')
        for i, bobot in enumerate(versi.bobot_beredar):
            if not 0 < bobot <= 1:
                at = ("versi", v, "bobot_beredar", i)
                yield Finding(at, "bobot satu unsur tidak di antara 0 dan 1", "Betulkan bobot ini.")


@check("parameter-sampel", AturanSampel)
def sample_parameters_can_be_used(aturan: AturanSampel, context: Context) -> Iterator[Finding]:
    """Khi kuadrat lebih dari 0; proporsi dan galat di antara 0 dan 1."""
    for v, versi in enumerate(aturan.versi):
        for key in unusable_parameters(versi):
            pesan = "angka ini harus lebih dari 0" + ("" if key == "khi_kuadrat" else " dan kurang dari 1")
            yield Finding(("versi", v, key), pesan, "Betulkan angka ini menurut rumus sampelnya.")


def unusable_parameters(versi: VersiSampel) -> Iterator[str]:
    """The keys whose number the formula cannot use."""
    if versi.khi_kuadrat <= 0:
        yield "khi_kuadrat"
    for key, value in (("proporsi", versi.proporsi), ("galat", versi.galat)):
        if not 0 < value < 1:
            yield key


@check("angka-kredit", AturanAngkaKredit)
def better_predikat_never_earn_less(aturan: AturanAngkaKredit, context: Context) -> Iterator[Finding]:
    """Koefisien lebih dari 0, dan predikat yang lebih baik tidak mendapat persentase yang lebih kecil."""
    for v, versi in enumerate(aturan.versi):
        for i, jenjang in enumerate(versi.jenjang):
            if jenjang.koefisien <= 0:
                at = ("versi", v, "jenjang", i, "koefisien")
                yield Finding(at, "koefisien harus lebih dari 0", "Betulkan koefisien jenjang ini.")
        for better, worse in pairwise(PREDIKAT):
            if versi.persen[better] < versi.persen[worse]:
                pesan = f"persentase {better} lebih kecil daripada persentase {worse}"
                yield Finding(("versi", v, "persen", better), pesan, "Periksa persentase pada peraturannya.")


@check("parameter-selang", AturanSelang)
def the_quantile_belongs_to_the_level(aturan: AturanSelang, context: Context) -> Iterator[Finding]:
    """Tingkat kepercayaan di antara 0 dan 1, dan z adalah kuantil sebaran normal untuk tingkat itu."""
    for v, versi in enumerate(aturan.versi):
        if not 0 < versi.tingkat < 1:
            saran = 'Tulis bagian dari 1, misalnya "0.95" untuk 95 persen.'
            yield Finding(("versi", v, "tingkat"), "tingkat kepercayaan tidak di antara 0 dan 1", saran)
            continue
        wanted = Decimal(NormalDist().inv_cdf(float(1 + versi.tingkat) / 2))
        if abs(versi.z - wanted) > Decimal("0.0005"):
            pesan = f"z ini bukan kuantil untuk tingkat {id_number(versi.tingkat)}, yaitu {id_number(wanted, 4)}"
            yield Finding(("versi", v, "z"), pesan, "Betulkan `z` atau `tingkat`; keduanya harus cocok.")


@check("tenggat-pengaduan", AturanPengaduan)
def complaints_are_answered_within_a_year(aturan: AturanPengaduan, context: Context) -> Iterator[Finding]:
    """Setiap tenggat pengaduan tidak lebih singkat daripada penerusannya dan kurang dari setahun."""
    for v, versi in enumerate(aturan.versi):
        for i, jenis in enumerate(versi.jenis):
            if not versi.penerusan_hari <= jenis.tenggat_hari < 366:
                pesan = f"tenggat ini tidak di antara {versi.penerusan_hari} dan 365 hari"
                yield Finding(("versi", v, "jenis", i, "tenggat_hari"), pesan, "Periksa tenggat pada peraturannya.")
