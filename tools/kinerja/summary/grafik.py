"""What a chart shows, ready to draw: every number an `Angka`, every word chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from kinerja.model.aturan import Ekspektasi, Predikat
from kinerja.model.dokumen import Pita, Status
from kinerja.numbers import Exact
from kinerja.summary.angka import Angka

if TYPE_CHECKING:
    from kinerja.summary.grafik_layanan import GrafikDeret, GrafikSelang, GrafikSelisih


@dataclass(frozen=True, slots=True, kw_only=True)
class PitaGrafik:
    """A band from `bawah` to `atas`; `singkat` stands on it where `nama` is too wide."""

    nama: str
    singkat: str = ""
    bawah: Decimal
    atas: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Rentang:
    """Only a category was published: the span of values it stands for, and its words."""

    bawah: Decimal
    atas: Decimal
    kata: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PembandingGrafik:
    """The same measure of another government."""

    nama: str
    angka: Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class TitikPita:
    """One period. Either `angka` (a value, or the reason why there is none) or `rentang`.

    `kategori` is the name of the band the value lies on, in words.
    """

    periode: str
    label: str
    angka: Angka | None = None
    rentang: Rentang | None = None
    kategori: str = ""
    status: Status
    pembanding: tuple[PembandingGrafik, ...] = ()

    def __post_init__(self) -> None:
        if (self.angka is None) == (self.rentang is None):
            raise ValueError("a TitikPita has either an Angka or a Rentang")
        if self.angka is not None and self.angka.status != self.status:
            raise ValueError("a TitikPita has the status of its Angka")


@dataclass(frozen=True, slots=True, kw_only=True)
class EraPita:
    """The points judged by one version of the bands, so that no line can cross a change of rule.

    `judul` names the rule (`Permenpan RB 14/2017`); `berlaku_mulai` is a period or a date in ISO form.
    Without `pita` the values stand on a plain axis.
    """

    judul: str
    berlaku_mulai: str
    pita: tuple[PitaGrafik, ...]
    titik: tuple[TitikPita, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GrafikPita:
    """Values over the years on the bands of the rule of their time.

    `temuan` is the takeaway in one sentence; `desimal` are the decimals of the edges (None: their own).
    """

    id: str
    judul: str
    temuan: str
    satuan: str
    desimal: int | None = None
    minimum: Decimal
    maksimum: Decimal
    pita_per_era: tuple[EraPita, ...]

    def __post_init__(self) -> None:
        if not self.minimum < self.maksimum:
            raise ValueError("a GrafikPita has an axis")
        if any(not self.minimum <= nilai <= self.maksimum for titik in self.titik for nilai in _nilai(titik)):
            raise ValueError("a value of a GrafikPita lies off its axis")

    @property
    def titik(self) -> tuple[TitikPita, ...]:
        """All points, from the first era on."""
        return tuple(titik for era in self.pita_per_era for titik in era.titik)

    @property
    def status(self) -> Status:
        """`contoh` as soon as one point is."""
        return "contoh" if any(titik.status == "contoh" for titik in self.titik) else "resmi"


def _nilai(titik: TitikPita) -> tuple[Exact, ...]:
    """Every value that a point puts on the axis."""
    angka = (titik.angka, *(satu.angka for satu in titik.pembanding))
    ujung = () if titik.rentang is None else (titik.rentang.bawah, titik.rentang.atas)
    return (*(satu.nilai for satu in angka if satu is not None and satu.nilai is not None), *ujung)


@dataclass(frozen=True, slots=True, kw_only=True)
class SelMatriks:
    """One of the nine cells; `angka` is how many have it, where that is shown."""

    hasil_kerja: Ekspektasi
    perilaku_kerja: Ekspektasi
    predikat: Predikat
    nama: str
    angka: Angka | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GrafikMatriks:
    """Hasil kerja × perilaku kerja. `ekspektasi` are the three levels (id, name), the best first."""

    id: str
    judul: str
    temuan: str
    nama_baris: str = "Hasil kerja"
    nama_kolom: str = "Perilaku kerja"
    ekspektasi: tuple[tuple[Ekspektasi, str], ...]
    sel: tuple[SelMatriks, ...]
    status: Status

    def __post_init__(self) -> None:
        tingkat = [kunci for kunci, _ in self.ekspektasi]
        pasangan = {(sel.hasil_kerja, sel.perilaku_kerja) for sel in self.sel}
        if len(self.sel) != 9 or pasangan != {(baris, kolom) for baris in tingkat for kolom in tingkat}:
            raise ValueError("a GrafikMatriks has each of the nine cells once")


Grafik: TypeAlias = "GrafikPita | GrafikMatriks | GrafikSelang | GrafikSelisih | GrafikDeret"


def pita_grafik(pita: Sequence[Pita], maksimum: Decimal) -> tuple[PitaGrafik, ...]:
    """The bands of a rule with their upper edges; an id of one or two letters is the short name."""
    urut = sorted(pita, key=lambda satu: satu.bawah)
    atas = [*(satu.bawah for satu in urut[1:]), maksimum]
    return tuple(
        PitaGrafik(
            nama=satu.nama,
            singkat=satu.id.upper() if len(satu.id) <= 2 else "",
            bawah=satu.bawah,
            atas=sampai,
        )
        for satu, sampai in zip(urut, atas, strict=True)
    )
