"""A published figure with its receipt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kinerja.model.dokumen import Status
from kinerja.numbers import Exact, id_number

Alasan = Literal["disamarkan", "belum-ada-data", "tidak-dapat-dinilai", "tidak-berlaku"]

ALASAN: dict[Alasan, str] = {
    "disamarkan": "disamarkan",
    "belum-ada-data": "belum ada data",
    "tidak-dapat-dinilai": "tidak dapat dinilai",
    "tidak-berlaku": "tidak berlaku",
}


@dataclass(frozen=True, slots=True)
class Tempat:
    """A place in data/: the file, and the path of keys in it (empty: the whole file)."""

    berkas: str
    kunci: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Angka:
    """One published figure. Either `nilai` or `alasan` is there: hidden is never 0, missing is never 0.

    `id` is stable and unique in the site (`penilaian-luar/ombudsman/2024`); `satuan` is printed after the
    number; `desimal` are the decimals printed (half up), None prints the value's own; `rumus` says in
    Indonesian how it was made of `masukan`.
    """

    id: str
    nilai: Exact | None = None
    alasan: Alasan | None = None
    status: Status
    satuan: str = ""
    desimal: int | None = None
    n: int | None = None
    rumus: str
    masukan: tuple[Tempat, ...]

    def __post_init__(self) -> None:
        if (self.nilai is None) == (self.alasan is None):
            raise ValueError("an Angka has either a value or a reason")

    @property
    def teks(self) -> str:
        """What is printed, without the unit: `93,47` or the words of the reason."""
        if self.nilai is None:
            assert self.alasan is not None
            return ALASAN[self.alasan]
        return id_number(self.nilai, self.desimal)
