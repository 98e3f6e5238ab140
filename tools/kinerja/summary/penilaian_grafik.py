"""The chart of a series: its values on the bands of their time."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from kinerja.model.penilaian_luar import PenilaianLuar, Terbitan
from kinerja.summary.angka import Angka
from kinerja.summary.grafik import EraPita, GrafikPita, Rentang, TitikPita, pita_grafik
from kinerja.summary.penilaian_baca import Bacaan
from kinerja.summary.skala import Skala, band_name, end_of, span_of_publication


class Titik(NamedTuple):
    """One publication to draw: its figure, its band in words, and the scale of its time."""

    terbitan: Terbitan
    angka: Angka | None
    pita: str
    skala: Skala | None


def chart(penilaian: PenilaianLuar, titik: Iterable[Titik], again: Bacaan | None) -> GrafikPita | None:
    """Values on their bands, a new part of the drawing for each version; None where nothing can be drawn.

    `again` adds the newest value once more on later bands, as a part of its own.
    """
    ordered = sorted(titik, key=lambda one: end_of(one.terbitan.periode))
    drawn = [(one, one.skala, point) for one in ordered if one.skala and (point := _point(penilaian, one, one.skala))]
    if not drawn:
        return None
    eras = [_era(skala, (point,)) for _, skala, point in drawn]
    eras = [_joined(list(group)) for _, group in groupby(eras, key=lambda era: era.berlaku_mulai)]
    scales = [skala for _, skala, _ in drawn]
    if again:
        eras.append(_era(again.skala, (_again(drawn[-1][0], again),)))
        scales.append(again.skala)
    return GrafikPita(
        id=penilaian.slug,
        judul=penilaian.judul,
        temuan=penilaian.ringkasan,
        satuan=penilaian.satuan,
        minimum=min(skala.minimum for skala in scales),
        maksimum=max(skala.maksimum for skala in scales),
        pita_per_era=tuple(eras),
    )


def _era(skala: Skala, titik: tuple[TitikPita, ...]) -> EraPita:
    return EraPita(
        judul=skala.judul,
        berlaku_mulai=skala.berlaku_mulai.isoformat(),
        pita=pita_grafik(skala.pita, skala.maksimum),
        titik=titik,
    )


def _joined(eras: list[EraPita]) -> EraPita:
    first = eras[0]
    return EraPita(
        judul=first.judul,
        berlaku_mulai=first.berlaku_mulai,
        pita=first.pita,
        titik=tuple(titik for era in eras for titik in era.titik),
    )


def _again(titik: Titik, again: Bacaan) -> TitikPita:
    periode, angka = titik.terbitan.periode, titik.angka
    assert angka is not None
    return TitikPita(
        periode=periode,
        label=f"{periode}, dibaca ulang",
        angka=angka,
        kategori=band_name(again.pita),
        status=angka.status,
    )


def _point(penilaian: PenilaianLuar, titik: Titik, skala: Skala) -> TitikPita | None:
    periode = titik.terbitan.periode
    if titik.angka is not None:
        kategori, status = titik.pita, penilaian.status
        return TitikPita(periode=periode, label=periode, angka=titik.angka, kategori=kategori, status=status)
    span = span_of_publication(skala, titik.terbitan)
    if span is None:
        return None
    words = titik.terbitan.kategori_tertulis or titik.terbitan.kategori or ""
    kata = f"Kategori {words}" if len(words) <= 2 else f"{words[:1].upper()}{words[1:]}"
    rentang = Rentang(bawah=span[0], atas=span[1], kata=kata)
    return TitikPita(periode=periode, label=periode, rentang=rentang, status=penilaian.status)
