"""The rows of a chart of bands: for each period what is drawn and what is said."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from kinerja.summary.angka import Angka
from kinerja.summary.grafik import EraPita, TitikPita

Kind = Literal["nilai", "rentang", "kosong", "pembanding", "pembanding-kosong", "selisih", "lewat"]


@dataclass(frozen=True, slots=True)
class Row:
    """`start` and `end` are on the axis and differ for a span only; `value` is printed, then `note`."""

    kind: Kind
    label: str
    value: str
    note: str
    contoh: bool
    start: Fraction | None = None
    end: Fraction | None = None


def with_unit(angka: Angka) -> str:
    """`93,47 poin`, `12%`, or the words of the reason."""
    if angka.nilai is None or not angka.satuan:
        return angka.teks
    space = "" if angka.satuan == "%" else " "
    return f"{angka.teks}{space}{angka.satuan}"


def between(low: Angka | None, high: Angka | None) -> str:
    """`86,9–90,9`; with one end `3 atau lebih` or `sampai 3`; nothing without ends."""
    start = low.teks if low is not None and low.nilai is not None else ""
    end = high.teks if high is not None and high.nilai is not None else ""
    if start and end:
        return f"{start}–{end}"
    return f"{start} atau lebih" if start else f"sampai {end}" if end else ""


def rows(era: EraPita) -> tuple[Row, ...]:
    """The points of one era from top to bottom, each followed by its comparisons."""
    return tuple(row for titik in era.titik for row in (_own(titik), *_comparisons(titik)))


def _own(titik: TitikPita) -> Row:
    contoh = titik.status == "contoh"
    note = " · ".join(part for part in (titik.kategori, "Contoh" if contoh else "") if part)
    if titik.rentang is not None:
        start, end = Fraction(titik.rentang.bawah), Fraction(titik.rentang.atas)
        return Row("rentang", titik.label, titik.rentang.kata, note, contoh, start, end)
    assert titik.angka is not None
    if titik.angka.nilai is None:
        return Row("kosong", titik.label, with_unit(titik.angka), note, contoh)
    value = Fraction(titik.angka.nilai)
    return Row("nilai", titik.label, with_unit(titik.angka), note, contoh, value, value)


def _comparisons(titik: TitikPita) -> tuple[Row, ...]:
    return tuple(
        Row(
            "pembanding-kosong" if satu.angka.nilai is None else "pembanding",
            satu.nama,
            with_unit(satu.angka),
            "Contoh" if satu.angka.status == "contoh" else "",
            satu.angka.status == "contoh",
            None if satu.angka.nilai is None else Fraction(satu.angka.nilai),
            None if satu.angka.nilai is None else Fraction(satu.angka.nilai),
        )
        for satu in titik.pembanding
    )
