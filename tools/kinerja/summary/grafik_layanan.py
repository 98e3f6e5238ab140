"""What the charts of services show: values with their intervals, before and after, series over periods."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.model.dokumen import Status
from kinerja.numbers import half_up
from kinerja.summary.angka import Angka
from kinerja.summary.grafik import PitaGrafik


@dataclass(frozen=True, slots=True, kw_only=True)
class TitikSelang:
    """One row: a value (or the reason why there is none) and the interval around it.

    One end may be missing where the interval is not bounded on that side; `catatan` is printed after it.
    """

    label: str
    angka: Angka
    bawah: Angka | None = None
    atas: Angka | None = None
    catatan: str = ""

    def __post_init__(self) -> None:
        _around(self.bawah, self.angka, self.atas)


@dataclass(frozen=True, slots=True, kw_only=True)
class GrafikSelang:
    """Values with 95 % intervals on bands, such as the IKM per unsur.

    `desimal` are the decimals of the edges of the bands (None: their own). Without `pita` the axis is plain.
    """

    id: str
    judul: str
    temuan: str
    satuan: str
    minimum: Decimal
    maksimum: Decimal
    desimal: int | None = None
    pita: tuple[PitaGrafik, ...]
    titik: tuple[TitikSelang, ...]
    status: Status

    def __post_init__(self) -> None:
        figures = [angka for satu in self.titik for angka in (satu.bawah, satu.angka, satu.atas)]
        _marked(self.status, figures)
        _on_axis(figures, self.minimum, self.maksimum)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisSelisih:
    """One row: before, after, the most that the standard allows, and `kata`: how after stands to it.

    `netral`: no colour speaks of the limit, as for a small sample.
    """

    label: str
    sebelum: Angka
    sesudah: Angka
    batas: Angka | None = None
    kata: str
    netral: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GrafikSelisih:
    """Before and after of several services in one unit, each with its limit. The axis begins at 0."""

    id: str
    judul: str
    temuan: str
    satuan: str
    nama_sebelum: str
    nama_sesudah: str
    baris: tuple[BarisSelisih, ...]
    status: Status

    def __post_init__(self) -> None:
        figures = [angka for satu in self.baris for angka in (satu.sebelum, satu.sesudah, satu.batas)]
        _marked(self.status, figures)
        if any(angka.nilai < 0 for angka in figures if angka is not None and angka.nilai is not None):
            raise ValueError("a GrafikSelisih begins at 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class TitikDeret:
    """One period: its value or the reason why there is none, its interval, and the limit of its time.

    A value that cannot be told yet may have the lower end of its interval.

    `patah` says in a sentence why this and what follows cannot be compared with what came before.
    """

    periode: str
    label: str
    angka: Angka
    bawah: Angka | None = None
    atas: Angka | None = None
    batas: Angka | None = None
    patah: str = ""

    def __post_init__(self) -> None:
        _around(self.bawah, self.angka, self.atas)


@dataclass(frozen=True, slots=True, kw_only=True)
class GrafikDeret:
    """A series over periods, the oldest first; every period has its point, also one without data.

    Without `minimum` and `maksimum` the axis is that of the bands, or goes from 0 to a round number above all values.
    """

    id: str
    judul: str
    temuan: str
    satuan: str
    titik: tuple[TitikDeret, ...]
    nama_batas: str = ""
    pita: tuple[PitaGrafik, ...] = ()
    minimum: Decimal | None = None
    maksimum: Decimal | None = None
    status: Status

    def __post_init__(self) -> None:
        figures = self.angka
        _marked(self.status, figures)
        _on_axis(figures, *self.ujung)
        if not self.nama_batas and any(satu.batas and satu.batas.nilai is not None for satu in self.titik):
            raise ValueError("a GrafikDeret with limits names them")

    @property
    def ujung(self) -> tuple[Decimal, Decimal | None]:
        """Both ends of the axis; the upper one None where the values decide."""
        low = min((pita.bawah for pita in self.pita), default=Decimal(0))
        high = max((pita.atas for pita in self.pita), default=None)
        return (low if self.minimum is None else self.minimum, high if self.maksimum is None else self.maksimum)

    @property
    def angka(self) -> tuple[Angka, ...]:
        """Every figure that stands on the axis."""
        every = (angka for satu in self.titik for angka in (satu.angka, satu.bawah, satu.atas, satu.batas))
        return tuple(angka for angka in every if angka is not None)


def has_interval(low: Angka | None, high: Angka | None) -> bool:
    """Whether at least one end is known."""
    return any(angka is not None and angka.nilai is not None for angka in (low, high))


def _around(low: Angka | None, middle: Angka, high: Angka | None) -> None:
    """An interval is around a value, or around one that cannot be told yet; an open end is None, or a reason.

    Compared as printed: one of them may be rounded and another not.
    """
    unknown = middle.nilai is None and middle.alasan != "tidak-dapat-dinilai"
    if unknown and (low is not None or high is not None):
        raise ValueError("an interval without a value")
    there = [(one.nilai, one.desimal) for one in (low, middle, high) if one is not None and one.nilai is not None]
    coarsest = min((places for _, places in there if places is not None), default=None)
    ends = [Fraction(value if coarsest is None else half_up(value, coarsest)) for value, _ in there]
    if ends != sorted(ends):
        raise ValueError("an interval that does not hold its value")


def _marked(status: Status, figures: Iterable[Angka | None]) -> None:
    """No example in a chart that says nothing of it."""
    if status == "resmi" and any(angka is not None and angka.status == "contoh" for angka in figures):
        raise ValueError("a chart with a contoh figure is contoh")


def _on_axis(figures: Iterable[Angka | None], low: Decimal, high: Decimal | None) -> None:
    """Beyond the axis a mark would be drawn at its end, which is not where it is."""
    if high is not None and not low < high:
        raise ValueError("an axis from low to high")
    values = [Fraction(angka.nilai) for angka in figures if angka is not None and angka.nilai is not None]
    if any(value < low or (high is not None and value > high) for value in values):
        raise ValueError("a value lies off its axis")
