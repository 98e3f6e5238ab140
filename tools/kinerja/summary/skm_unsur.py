"""The unsur of a survey: means, their intervals, their mutu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.model.aturan_layanan import VersiSelang, VersiSkm
from kinerja.model.capaian import Skm, UnsurSkm
from kinerja.rules.selang import unsur_interval
from kinerja.rules.skm import mutu_of
from kinerja.summary.angka import Angka
from kinerja.summary.skala import band_name
from kinerja.summary.skm_angka import interval_figures, survey_figure


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisUnsur:
    """One unsur: its mean answer, the same on the scale of the index with its interval, and its mutu in words."""

    id: str
    nama: str
    n: Angka
    nrr: Angka
    indeks: Angka
    bawah: Angka | None
    atas: Angka | None
    mutu: str
    terendah: bool


def mean_of(unsur: UnsurSkm) -> Fraction:
    """The mean answer, from the answers where they are known: the written mean is rounded."""
    if not unsur.jawaban:
        return Fraction(unsur.nrr)
    return Fraction(sum(nilai * banyak for nilai, banyak in enumerate(unsur.jawaban, 1)), sum(unsur.jawaban))


def elements(
    skm: Skm, versi: VersiSkm, selang: VersiSelang | None, means: Sequence[Fraction]
) -> tuple[BarisUnsur, ...]:
    """Every unsur in the order of the regulation; one that it does not name comes last."""
    names = {unsur.id: (unsur.urutan, unsur.nama) for unsur in versi.unsur}
    lowest = min(means)
    found = []
    for i, (unsur, mean) in enumerate(zip(skm.unsur, means, strict=True)):
        key = ("unsur", i, "jawaban" if unsur.jawaban else "nrr")
        interval = unsur_interval(selang, unsur.jawaban, skm.populasi) if selang and unsur.jawaban else None
        name = f"unsur/{unsur.id}"
        bawah, atas = interval_figures(skm, name, interval, versi.desimal, versi.pengali, key)
        order, nama = names.get(unsur.id, (len(names) + 1 + i, unsur.id.replace("-", " ").capitalize()))
        row = BarisUnsur(
            id=unsur.id,
            nama=nama,
            n=survey_figure(skm, f"{name}/n", unsur.n, "banyak responden yang menjawab unsur ini", ("unsur", i, "n")),
            nrr=survey_figure(skm, f"{name}/nrr", mean, "rata-rata jawaban unsur ini", key, n=unsur.n, desimal=2),
            indeks=survey_figure(
                skm, name, mean * versi.pengali, f"rata-rata jawaban unsur ini × {versi.pengali}", key, n=unsur.n,
                desimal=versi.desimal,
            ),
            bawah=bawah,
            atas=atas,
            mutu=band_name(mutu_of(versi, mean * versi.pengali)),
            terendah=mean == lowest,
        )  # fmt: skip
        found.append((order, row))
    return tuple(row for _, row in sorted(found, key=lambda item: item[0]))
