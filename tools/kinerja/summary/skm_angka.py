"""Figures of a survey and of the intervals around them, each with its receipt."""

from __future__ import annotations

from kinerja.model.capaian import Skm
from kinerja.numbers import Exact
from kinerja.rules.selang import Selang
from kinerja.summary.angka import Angka, Tempat


def survey_figure(
    skm: Skm, name: str, nilai: Exact, rumus: str, *kunci: tuple[str | int, ...], satuan: str = "",
    n: int | None = None, desimal: int | None = None,
) -> Angka:  # fmt: skip
    """One figure of a survey document."""
    return Angka(
        id=f"layanan/{skm.layanan}/{skm.periode}/{name}",
        nilai=nilai,
        status=skm.status,
        satuan=satuan,
        desimal=desimal,
        n=n,
        rumus=rumus,
        masukan=tuple(Tempat(skm.berkas, key) for key in kunci),
    )


def interval_figures(
    skm: Skm, name: str, selang: Selang | None, desimal: int, faktor: int, *kunci: tuple[str | int, ...]
) -> tuple[Angka | None, Angka | None]:
    """Both ends of a 95 % interval, multiplied onto the scale that is printed."""
    if selang is None or selang.atas is None:
        return None, None
    rumus = "selang kepercayaan 95% dengan koreksi populasi terbatas"
    low, high = (
        survey_figure(skm, f"{name}-{end}", edge * faktor, rumus, *kunci, n=skm.n, desimal=desimal)
        for end, edge in (("bawah", selang.bawah), ("atas", selang.atas))
    )
    return low, high
