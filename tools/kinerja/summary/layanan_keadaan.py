"""The state of a service in one period: its verdict, or in words why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kinerja.model.capaian import CapaianLayanan
from kinerja.model.layanan import Standar
from kinerja.rules.capaian import state

# the keys of the tag (komponen/tanda.html)
Tanda = Literal["memenuhi", "belum-memenuhi", "sampel-kecil", "data-belum-cukup", "belum-ada-data"]

KEADAAN: dict[Tanda, str] = {
    "memenuhi": "Memenuhi standar",
    "belum-memenuhi": "Belum memenuhi",
    "sampel-kecil": "Sampel kecil",
    "data-belum-cukup": "Data belum cukup",
    "belum-ada-data": "Belum ada data",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Penilaian:
    """`alasan` says in a few words why nothing is judged (empty where something is), `sebab` says it in a sentence."""

    tanda: Tanda
    alasan: str
    sebab: str


def judge(c: CapaianLayanan, standar: Standar | None, *, kecil: bool) -> Penilaian:
    """The verdict of the rule; a small sample is neither praised nor blamed."""
    found = state(c, standar)
    if found == "tidak-dapat-dinilai":
        alasan, sebab = _obstacle(c, standar)
        return Penilaian(tanda="data-belum-cukup", alasan=alasan, sebab=sebab)
    if kecil:
        return Penilaian(tanda="sampel-kecil", alasan="", sebab="Sampel kecil: tidak dinilai memenuhi atau belum.")
    reached = "mencapai" if found == "memenuhi" else "belum mencapai"
    return Penilaian(tanda=found, alasan="", sebab=f"Bagian yang tepat waktu {reached} sasaran standar.")


def _obstacle(c: CapaianLayanan, standar: Standar | None) -> tuple[str, str]:
    if standar is None:
        return "Tidak ada standar yang berlaku", "Tidak ada standar yang berlaku pada periode ini."
    if standar.target is None:
        sebab = "Sasaran belum ditetapkan: standar belum menyebut berapa bagian permohonan yang harus tepat waktu."
        return "Sasaran belum ditetapkan", sebab
    if (c.batas, c.satuan, c.mulai_dari) != (standar.batas, standar.satuan, standar.mulai_dari):
        sebab = "Waktunya dihitung dengan batas, satuan, atau titik mulai lain daripada standarnya."
        return "Dihitung lain daripada standarnya", sebab
    if not c.permohonan:
        return "Belum ada data", "Belum ada permohonan yang dapat dinilai."
    sebab = "Masih terbuka: hasil akhirnya belum pasti, sebab sisa permohonan masih dapat mengubahnya."
    return "Masih terbuka: hasil akhirnya belum pasti", sebab
