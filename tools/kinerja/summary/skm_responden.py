"""Who answered a survey, by groups large enough to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kinerja.model.capaian import KelompokResponden, Skm
from kinerja.numbers import percentages
from kinerja.summary.angka import Angka
from kinerja.summary.skm_angka import survey_figure

KELOMPOK = {
    "laki-laki": "Laki-laki", "perempuan": "Perempuan",
    "sd": "SD", "smp": "SMP", "sma": "SMA", "diii": "D III", "s1": "S1", "s2": "S2 ke atas",
    "di-bawah-25": "Di bawah 25 tahun", "25-39": "25 sampai 39 tahun", "40-59": "40 sampai 59 tahun",
    "60-ke-atas": "60 tahun ke atas",
    "lainnya": "Lainnya (digabung)", "tidak-diisi": "Tidak diisi",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Kelompok:
    """Respondents of one group; the shares of a grouping add up to 100."""

    nama: str
    n: Angka
    bagian: Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class Rincian:
    """Respondents by one question, such as education."""

    judul: str
    kelompok: tuple[Kelompok, ...]


def respondents(skm: Skm) -> Iterator[Rincian]:
    """Each question that has groups."""
    for key, judul in (("jenis_kelamin", "Jenis kelamin"), ("pendidikan", "Pendidikan"), ("usia", "Usia")):
        groups: tuple[KelompokResponden, ...] = getattr(skm, key)
        shares = percentages([group.n for group in groups])
        kelompok = tuple(_group(skm, key, i, share) for i, share in enumerate(shares))
        if kelompok:
            yield Rincian(judul=judul, kelompok=kelompok)


def _group(skm: Skm, key: str, i: int, share: Decimal) -> Kelompok:
    group: KelompokResponden = getattr(skm, key)[i]
    name, place = f"{key.replace('_', '-')}/{group.id}", (key, i, "n")
    rumus = "bagian dari semua responden × 100, dibulatkan supaya jumlahnya 100"
    return Kelompok(
        nama=KELOMPOK[group.id],
        n=survey_figure(skm, name, group.n, "banyak responden kelompok ini", place, satuan="responden"),
        bagian=survey_figure(skm, f"{name}/bagian", share, rumus, (key,), satuan="%", n=skm.n, desimal=0),
    )
