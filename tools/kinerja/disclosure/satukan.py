"""Several systems put together into one, with sums of their own that tie them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kinerja.disclosure.belahan import Kelompok
from kinerja.disclosure.tabel import JUMLAH, Hubungan, Sel, Sistem

Tanda = tuple[str, str]  # what tells the groups of one system from the same groups of another


def marked(kelompok: Kelompok, tanda: Tanda | None) -> Kelompok:
    """A group as it is called in the whole."""
    return kelompok | {tanda} if tanda else kelompok


@dataclass(slots=True)
class Satuan:
    """The system that is being put together; its counts by group and name."""

    kelas: tuple[str, ...]
    sel: list[Sel] = field(default_factory=list)
    tempat: dict[tuple[Kelompok, str], int] = field(default_factory=dict)
    hubungan: dict[Hubungan, None] = field(default_factory=dict)

    def add(self, sistem: Sistem, tanda: Tanda | None = None) -> None:
        """All of a system, its groups marked."""
        start = len(self.sel)
        for sel in sistem.sel:
            kelompok = marked(sel.kelompok, tanda)
            self.tempat[kelompok, sel.hitungan] = len(self.sel)
            self.sel.append(Sel(kelompok, sel.hitungan, sel.terbit, sel.bawah, sel.atas, sel.tersembunyi))
        for satu in sistem.hubungan:
            self.hubungan[Hubungan(start + satu.jumlah, tuple(start + at for at in satu.bagian))] = None

    def cell(self, kelompok: Kelompok, hitungan: str) -> int:
        """The place of a count; one that no table knows is made, with the whole of its group."""
        if (kelompok, hitungan) not in self.tempat:
            names = (JUMLAH, *self.kelas)
            for name in names:
                self.tempat[kelompok, name] = len(self.sel)
                self.sel.append(Sel(kelompok, name, (), 0, None))
            total, *parts = (self.tempat[kelompok, name] for name in names)
            self.hubungan[Hubungan(total, tuple(parts))] = None
        return self.tempat[kelompok, hitungan]

    def sums(self, whole: Kelompok, parts: Iterable[Kelompok]) -> None:
        """Each count of a group is the sum of those of its parts."""
        groups = [*parts]
        for name in (JUMLAH, *self.kelas):
            bagian = tuple(self.cell(part, name) for part in groups)
            self.hubungan[Hubungan(self.cell(whole, name), bagian)] = None

    def whole(self) -> Sistem:
        """What has been put together."""
        return Sistem(tuple(self.sel), tuple(self.hubungan), self.kelas)
