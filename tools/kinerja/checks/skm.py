"""Surveys: counts that add up, means that can occur, and an index that follows from its means."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from kinerja.checks.aturan import unusable_parameters
from kinerja.checks.registry import Context, check
from kinerja.model.aturan_layanan import VersiSkm
from kinerja.model.capaian import KelompokResponden, Skm, UnsurSkm
from kinerja.numbers import half_up, id_date, id_number, period_bounds
from kinerja.problems import Finding
from kinerja.rules.errors import UnusableInput
from kinerja.rules.ragam import variance_bounds
from kinerja.rules.sampel import sample_size
from kinerja.rules.skm import Cara, ikm_by, ikm_of, mutu_of, possible_mean, reproductions
from kinerja.rules.versi import version_on

RINCIAN = ("jenis_kelamin", "pendidikan", "usia")


@check("tanggal-survei", Skm)
def surveys_lie_in_their_period(skm: Skm, context: Context) -> Iterator[Finding]:
    """Survei selesai setelah mulai, keduanya di dalam periodenya, dan tidak di masa depan."""
    first, last = period_bounds(skm.periode)
    for key, day in (("mulai", skm.mulai), ("selesai", skm.selesai)):
        if day is not None and not first <= day <= last:
            pesan = f"tanggal ini di luar periode {id_date(first)} sampai {id_date(last)}"
            yield Finding((key,), pesan, "Betulkan tanggal atau periode.")
        elif day is not None and day > context.tanggal:
            yield Finding((key,), f"tanggal ini setelah {id_date(context.tanggal)}", "Betulkan tanggal survei.")
    if skm.mulai is not None and skm.selesai is not None and skm.selesai < skm.mulai:
        yield Finding(("selesai",), "survei selesai sebelum mulai", "Betulkan `mulai` atau `selesai`.")


@check("jumlah-responden", Skm)
def no_part_exceeds_the_whole(skm: Skm, context: Context) -> Iterator[Finding]:
    """Yang menjawab suatu unsur dan yang menjawab seragam paling banyak semua responden; responden, semua pengguna."""
    saran = "Hitung ulang dari jawaban survei."
    for i, unsur in enumerate(skm.unsur):
        if unsur.n > skm.n:
            yield Finding(("unsur", i, "n"), "yang menjawab unsur ini lebih banyak daripada responden", saran)
    if skm.seragam is not None and skm.seragam > skm.n:
        yield Finding(("seragam",), "yang menjawab seragam lebih banyak daripada responden", saran)
    if skm.populasi is not None and skm.n > skm.populasi:
        saran = "Populasi adalah semua pengguna layanan pada periode ini; betulkan `populasi` atau `n`."
        yield Finding(("populasi",), "pengguna layanan lebih sedikit daripada responden", saran)


@check("ragam-survei", Skm)
def variances_can_occur(skm: Skm, context: Context) -> Iterator[Finding]:
    """Ragam ada hanya bila respondennya lebih dari satu, dan cocok dengan banyak jawaban setiap unsur."""
    if skm.ragam is None:
        return
    saran = "Hitung ulang dari jawaban survei."
    if skm.n == 1:
        yield Finding(("ragam",), "satu responden tidak mempunyai ragam", "Hapus baris ini.")
    elif not all(unsur.jawaban and sum(unsur.jawaban) for unsur in skm.unsur):
        yield Finding(("ragam",), "ragam tidak dapat diperiksa tanpa banyak jawaban setiap unsur", "Hapus baris ini.")
    else:
        ragam, half = Fraction(skm.ragam), Fraction(1, 2 * 10 ** _decimals(skm.ragam))
        low, high = variance_bounds([unsur.jawaban for unsur in skm.unsur], skm.n)
        if ragam < 0 or ragam - half > high:
            yield Finding(("ragam",), "ragam ini tidak mungkin dari jawaban survei", saran)
        elif ragam + half < low:
            yield Finding(("ragam",), "ragam ini terlalu kecil bagi jawaban yang tersebar seperti ini", saran)


@check("jawaban-unsur", Skm)
def answers_sum_to_their_respondents(skm: Skm, context: Context) -> Iterator[Finding]:
    """Jumlah jawaban 1, 2, 3, dan 4 suatu unsur sama dengan banyak yang menjawabnya."""
    for i, unsur in enumerate(skm.unsur):
        if unsur.jawaban and sum(unsur.jawaban) != unsur.n:
            pesan = f"jumlah keempat jawaban {id_number(sum(unsur.jawaban))}, padahal `n` {id_number(unsur.n)}"
            yield Finding(("unsur", i, "jawaban"), pesan, "Hitung ulang jawaban atau `n` unsur ini.")


@check("nrr-jawaban", Skm)
def means_follow_from_the_answers(skm: Skm, context: Context) -> Iterator[Finding]:
    """NRR yang tertulis sama dengan rata-rata jawabannya, dibulatkan setengah ke atas."""
    for i, unsur in enumerate(skm.unsur):
        mean = _mean(unsur)
        if mean is not None and half_up(mean, _decimals(unsur.nrr)) != unsur.nrr:
            pesan = f"NRR ini berbeda dari rata-rata jawabannya: {id_number(mean, max(2, _decimals(unsur.nrr)))}"
            yield Finding(("unsur", i, "nrr"), pesan, "Betulkan NRR atau jawaban; keduanya harus cocok.")


@check("nrr-mustahil", Skm)
def means_can_occur(skm: Skm, context: Context) -> Iterator[Finding]:
    """NRR tanpa rincian jawaban berada pada skala jawaban, dan NRR kali n dapat menjadi bilangan bulat."""
    versi = _version(skm, context)
    for i, unsur in enumerate(skm.unsur):
        if unsur.jawaban or versi is None:
            continue
        if not 1 <= unsur.nrr <= versi.jawaban_maksimal:
            pesan = f"NRR ini di luar skala 1 sampai {versi.jawaban_maksimal}"
            saran = "Periksa skala jawaban survei; skala lain tidak dapat diubah menjadi skala ini."
            yield Finding(("unsur", i, "nrr"), pesan, saran)
        elif not possible_mean(unsur.nrr, unsur.n, _decimals(unsur.nrr)):
            pesan = f"NRR ini tidak mungkin dari {id_number(unsur.n)} jawaban bulat"
            yield Finding(("unsur", i, "nrr"), pesan, "Periksa NRR dan `n` unsur ini pada sumbernya.")


@check("ikm-hitung", Skm)
def indices_follow_from_their_means(skm: Skm, context: Context) -> Iterator[Finding]:
    """IKM yang tertulis sama dengan hitungan ulang dari jawaban, atau dari NRR bila jawabannya tidak ada."""
    versi = _version(skm, context)
    nrr = [_mean(unsur) or Fraction(unsur.nrr) for unsur in skm.unsur]
    if versi is None or skm.ikm == (recomputed := ikm_of(versi, nrr)):
        return
    ways = reproductions(versi, nrr, skm.ikm)
    exact = Cara(bobot=Fraction(1, len(nrr)))
    if not ways and _follows_before_rounding(versi, skm):
        return
    pesan = f"IKM ini berbeda dari hitungan ulang, {id_number(recomputed)}; "
    if exact in ways:
        pesan = f"IKM ini tidak ditulis dengan {versi.desimal} desimal; hitungan ulang memberi {id_number(recomputed)}"
    elif ways:
        pesan += f"angka ini didapat dengan {', atau dengan '.join(map(_named, _simplest(ways)))}"
    else:
        pesan += "tidak ada bobot dan pembulatan yang dikenal yang memberi angka ini"
    yield Finding(("ikm",), pesan, "Betulkan IKM atau NRR; NRR yang dibulatkan ditulis dengan lebih banyak desimal.")


def _follows_before_rounding(versi: VersiSkm, skm: Skm) -> bool:
    """Whether means that round to the written ones can give the written index: then nothing is proved."""
    low, high = (
        ikm_by(versi, [_edge(unsur, sign) for unsur in skm.unsur], Cara(bobot=Fraction(1, len(skm.unsur))))
        for sign in (-1, 1)
    )
    half = Fraction(1, 2 * 10**versi.desimal)
    return low < Fraction(skm.ikm) + half and Fraction(skm.ikm) - half < high


def _edge(unsur: UnsurSkm, sign: int) -> Fraction:
    return _mean(unsur) or Fraction(unsur.nrr) + Fraction(sign, 2 * 10 ** _decimals(unsur.nrr))


def _simplest(ways: tuple[Cara, ...]) -> list[Cara]:
    """For each weight the way with the fewest roundings."""
    by_weight: dict[Fraction, Cara] = {}
    for cara in sorted(ways, key=_roundings):
        by_weight.setdefault(cara.bobot, cara)
    return list(by_weight.values())


def _roundings(cara: Cara) -> tuple[int, bool]:
    weighted = cara.desimal_tertimbang is not None
    return (cara.desimal_nrr is not None) + weighted, weighted


def _named(cara: Cara) -> str:
    words = [f"bobot {_weight(cara.bobot)}"]
    if cara.desimal_nrr is not None:
        words.append(f"NRR dibulatkan {cara.desimal_nrr} desimal")
    if cara.desimal_tertimbang is not None:
        words.append(f"NRR tertimbang dibulatkan {cara.desimal_tertimbang} desimal")
    return " dan ".join(words)


def _weight(bobot: Fraction) -> str:
    """`1/9` as it stands, `111/1000` as `0,111`."""
    if bobot.numerator == 1:
        return id_number(bobot)
    return id_number(bobot, next((n for n in range(1, 9) if (bobot * 10**n).denominator == 1), None))


@check("mutu-ikm", Skm)
def letters_follow_from_the_bands(skm: Skm, context: Context) -> Iterator[Finding]:
    """Mutu adalah pita IKM menurut aturan survei yang berlaku pada akhir periodenya."""
    versi = _version(skm, context)
    if versi is None:
        return
    try:
        mutu = mutu_of(versi, skm.ikm)
    except UnusableInput as error:
        yield Finding(error.at, error.pesan, "Periksa letak koma dan skala survei.")
        return
    if skm.mutu != mutu.id:
        pesan = f"mutu ini tidak cocok: menurut aturan pada periodenya, IKM {id_number(skm.ikm)} bermutu {mutu.id}"
        yield Finding(("mutu",), pesan, f"Tulis `mutu: {mutu.id}`, atau betulkan IKM.")


@check("sampel-minimal", Skm)
def sample_sizes_follow_from_the_users(skm: Skm, context: Context) -> Iterator[Finding]:
    """Jumlah responden paling sedikit dihitung dari jumlah pengguna layanan menurut rumusnya."""
    versi = version_on(context.repository.aturan.sampel, period_bounds(skm.periode)[1])
    if skm.sampel_minimal is None or versi is None or any(unusable_parameters(versi)):
        return
    if skm.populasi is None:
        saran = "Tulis `populasi`, yaitu banyak pengguna layanan pada periode ini, atau hapus baris ini."
        yield Finding(("sampel_minimal",), "jumlah ini tidak dapat dihitung tanpa jumlah pengguna", saran)
    elif skm.sampel_minimal != (wanted := sample_size(versi, skm.populasi)):
        pesan = f"jumlah ini berbeda dari hitungan ulang, {id_number(wanted)}"
        yield Finding(("sampel_minimal",), pesan, "Betulkan jumlah ini atau `populasi`.")


@check("rincian-responden", Skm)
def breakdowns_sum_to_the_respondents(skm: Skm, context: Context) -> Iterator[Finding]:
    """Jumlah responden menurut jenis kelamin, pendidikan, atau usia sama dengan semua responden."""
    for key, groups in _breakdowns(skm):
        total = sum(group.n for group in groups)
        if groups and total != skm.n:
            pesan = f"jumlah kelompok ini {id_number(total)}, padahal respondennya {id_number(skm.n)}"
            saran = "Lengkapi kelompoknya; yang tidak mengisi ditulis sebagai `tidak-diisi`."
            yield Finding((key,), pesan, saran)


@check("kelompok-kecil", Skm)
def small_groups_are_not_published(skm: Skm, context: Context) -> Iterator[Finding]:
    """Tidak ada survei atau kelompok responden, juga kelompok lainnya, di bawah batas perlindungan orang."""
    # The rule of today: the file is published today, whenever the survey was held.
    versi = version_on(context.repository.aturan.penyamaran, context.tanggal)
    minimal = versi.kelompok_minimal if versi is not None else 0
    if skm.n < minimal:
        pesan = f"survei dengan kurang dari {minimal} responden menunjukkan jawaban orangnya"
        yield Finding(("n",), pesan, "Gabungkan dengan periode lain, atau hapus berkas ini.")
    for key, groups in _breakdowns(skm):
        for i, group in enumerate(groups):
            if group.n < minimal:
                pesan = f"kelompok ini berisi kurang dari {minimal} orang"
                saran = "Gabungkan ke `lainnya`; bila itu pun terlalu kecil, hapus seluruh rincian ini."
                yield Finding((key, i, "n"), pesan, saran)


def _breakdowns(skm: Skm) -> Iterator[tuple[str, tuple[KelompokResponden, ...]]]:
    yield from zip(RINCIAN, (skm.jenis_kelamin, skm.pendidikan, skm.usia), strict=True)


def _version(skm: Skm, context: Context) -> VersiSkm | None:
    return version_on(context.repository.aturan.skm, period_bounds(skm.periode)[1])


def _mean(unsur: UnsurSkm) -> Fraction | None:
    """The exact mean of the counted answers 1, 2, 3, 4; None where they are not known."""
    total = sum(unsur.jawaban)
    if total == 0:
        return None
    return Fraction(sum(nilai * banyak for nilai, banyak in enumerate(unsur.jawaban, start=1)), total)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
