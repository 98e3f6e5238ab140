"""data/aturan/perubahan-kriteria.yaml: how long before it is in force a version of criteria is made known."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.model.aturan import Versi
from kinerja.model.dokumen import Dokumen


@dataclass(frozen=True, slots=True, kw_only=True)
class VersiPerubahanKriteria(Versi):
    """At least `pemberitahuan_hari` days lie between the day a version is told and its first day."""

    pemberitahuan_hari: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanPerubahanKriteria(Dokumen):
    """data/aturan/perubahan-kriteria.yaml"""

    judul: str
    ringkasan: str
    versi: tuple[VersiPerubahanKriteria, ...]
