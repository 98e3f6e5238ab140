"""What an officer reads on the terminal after an intake: rows in = rows counted + rows explained."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.numbers import id_list, id_number
from kinerja.problems import Problem, ProblemsFound

CONTOH_BARIS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Dilewati:
    """Rows that were left out for one reason, by their number in the file."""

    alasan: str
    jumlah: int
    baris: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Laporan:
    """What was read, counted, left out and why. No cell of the file stands in it."""

    berkas: str
    dibaca: int
    dihitung: int
    dilewati: tuple[Dilewati, ...] = ()
    kolom_pribadi: tuple[str, ...] = ()
    kolom_tidak_dikenal: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.dibaca != self.dihitung + sum(satu.jumlah for satu in self.dilewati):
            raise ValueError("rows in are not rows counted and rows explained")

    @property
    def teks(self) -> str:
        """The report in lines."""
        lines = [f"{self.berkas}: {id_number(self.dibaca)} baris dibaca, {id_number(self.dihitung)} dihitung."]
        lines += [f"  {id_number(satu.jumlah)} baris dilewati: {satu.alasan}{_rows(satu)}." for satu in self.dilewati]
        if self.kolom_pribadi:
            lines.append(f"  Kolom pribadi dibuang sebelum dibaca: {id_list(self.kolom_pribadi)}.")
        if self.kolom_tidak_dikenal:
            lines.append(f"  Tidak dikenal dan tidak dibaca: {id_list(self.kolom_tidak_dikenal)}.")
        return "\n".join([*lines, *(f"  {satu}" for satu in self.catatan)])


class TidakAman(ProblemsFound):
    """No table of the rows may be published; what became of the rows is told all the same."""

    def __init__(self, problems: tuple[Problem, ...], laporan: tuple[Laporan, ...]) -> None:
        super().__init__(problems)
        self.laporan = laporan


def _rows(satu: Dilewati) -> str:
    if not satu.baris:
        return ""
    shown = ", ".join(str(baris) for baris in satu.baris[:CONTOH_BARIS])
    more = ", …" if satu.jumlah > CONTOH_BARIS else ""
    return f" (baris {shown}{more})"
