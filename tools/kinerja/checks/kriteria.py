"""Criteria: weights, anchors, and what a change of criteria must tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kinerja.checks.registry import Context, check
from kinerja.model.kriteria import Aspek, Indikator, Kriteria
from kinerja.numbers import id_date, id_number
from kinerja.problems import Finding, Kunci

Weighted = Sequence[Aspek | Indikator]


def _weighted_lists(kriteria: Kriteria) -> Iterator[tuple[Kunci, Weighted]]:
    """The list of aspects, and the list of indicators of each aspect, where any item has a weight."""
    lists: list[tuple[Kunci, Weighted]] = [(("aspek",), kriteria.aspek)]
    lists += [(("aspek", i, "indikator"), aspek.indikator) for i, aspek in enumerate(kriteria.aspek)]
    for at, items in lists:
        if any(item.bobot is not None for item in items):
            yield at, items


@check("bobot-sebagian", Kriteria)
def all_have_a_weight_or_none(kriteria: Kriteria, context: Context) -> Iterator[Finding]:
    """Dalam satu daftar, semua aspek (atau indikator) berbobot atau semuanya tidak."""
    for at, items in _weighted_lists(kriteria):
        for i, item in enumerate(items):
            if item.bobot is None:
                saran = "Beri bobot pada semua butir daftar ini, atau hapus semua bobotnya."
                yield Finding((*at, i), "butir ini belum berbobot, padahal yang lain berbobot", saran)


@check("bobot-tidak-seratus", Kriteria)
def weights_sum_to_hundred(kriteria: Kriteria, context: Context) -> Iterator[Finding]:
    """Bobot dalam satu daftar berjumlah tepat 100."""
    for at, items in _weighted_lists(kriteria):
        weights = [item.bobot for item in items if item.bobot is not None]
        total = sum(weights, start=Fraction(0))
        if total != 100 and len(weights) == len(items):
            pesan = f"jumlah bobot {_number(total)}, seharusnya 100"
            yield Finding(at, pesan, "Ubah bobot sehingga jumlahnya tepat 100.")


@check("bobot-tidak-positif", Kriteria)
def weights_are_positive(kriteria: Kriteria, context: Context) -> Iterator[Finding]:
    """Setiap bobot lebih dari 0."""
    for at, items in _weighted_lists(kriteria):
        for i, item in enumerate(items):
            if item.bobot is not None and item.bobot <= 0:
                saran = "Beri bobot lebih dari 0, atau hapus butir yang tidak dinilai."
                yield Finding((*at, i, "bobot"), "bobot harus lebih dari 0", saran)


def _number(total: Fraction) -> str:
    """Decimals where two hold the value, otherwise the fraction."""
    return id_number(total, 2).removesuffix(",00") if (total * 100).denominator == 1 else id_number(total)


@check("jangkar-tingkat", Kriteria)
def anchors_follow_the_scale(kriteria: Kriteria, context: Context) -> Iterator[Finding]:
    """Jangkar setiap indikator menjelaskan semua tingkat versi itu, dan tidak ada tingkat lain."""
    levels = [tingkat.id for tingkat in kriteria.tingkat]
    for i, aspek in enumerate(kriteria.aspek):
        for j, indikator in enumerate(aspek.indikator):
            at = ("aspek", i, "indikator", j, "jangkar")
            if indikator.jangkar is None:
                continue
            for key in indikator.jangkar:
                if key not in levels:
                    saran = f"Tingkat versi ini: {', '.join(levels)}."
                    yield Finding((*at, key), "kunci jangkar ini bukan tingkat versi ini", saran)
            for level in levels:
                if level not in indikator.jangkar:
                    yield Finding(at, f"jangkar untuk tingkat {level} belum ada", "Jelaskan juga tingkat itu.")


@check("perubahan-tanpa-alasan", Kriteria)
def changes_have_a_reason(kriteria: Kriteria, context: Context) -> Iterator[Finding]:
    """Versi kriteria sesudah yang pertama menyebut alasan perubahannya."""
    if previous(kriteria, context) and not _written(kriteria.alasan_perubahan):
        pesan = "alasan perubahan dari versi sebelumnya belum ada"
        yield Finding((), pesan, "Tambahkan `alasan_perubahan`: apa yang berubah dan mengapa.")


@check("perubahan-tanpa-persetujuan", Kriteria)
def changes_are_approved(kriteria: Kriteria, context: Context) -> Iterator[Finding]:
    """Versi kriteria sesudah yang pertama menyebut siapa yang menyetujui."""
    approval = kriteria.persetujuan
    if previous(kriteria, context) and not (approval and _written(approval.oleh)):
        saran = "Tambahkan `persetujuan` dengan jabatan yang menyetujui dan tanggalnya."
        yield Finding((), "persetujuan atas perubahan ini belum ada", saran)


@check("persetujuan-terlambat", Kriteria)
def approval_comes_before_force(kriteria: Kriteria, context: Context) -> Iterator[Finding]:
    """Kriteria disetujui paling lambat pada hari mulai berlakunya."""
    if kriteria.persetujuan is not None and kriteria.persetujuan.tanggal > kriteria.berlaku_mulai:
        pesan = f"persetujuan ini lebih baru daripada mulai berlakunya, {id_date(kriteria.berlaku_mulai)}"
        saran = "Kriteria tidak berlaku surut: mundurkan mulai berlakunya, atau betulkan tanggal persetujuan."
        yield Finding(("persetujuan", "tanggal"), pesan, saran)


@check("kriteria-tanpa-sumber", Kriteria)
def official_criteria_have_a_source(kriteria: Kriteria, context: Context) -> Iterator[Finding]:
    """Kriteria resmi menyebut dasar hukum dan sumber isinya."""
    if kriteria.status != "resmi":
        return
    for key, value in (("dasar", kriteria.dasar), ("sumber", kriteria.sumber)):
        if not value:
            yield Finding((key,), f"kriteria resmi ini belum menyebut {key}", f"Isi sedikitnya satu butir `{key}`.")


def _written(text: str | None) -> bool:
    """Whether a text says anything: a draft leaves an ellipsis to be replaced."""
    return text is not None and any(letter.isalpha() for letter in text)


def previous(kriteria: Kriteria, context: Context) -> Kriteria | None:
    """The version that this one follows; None for the first one of its folder."""
    versions = context.repository.kriteria[kriteria.berkas.split("/")[-2]]
    return next((one for one in reversed(versions) if one.berlaku_mulai < kriteria.berlaku_mulai), None)
