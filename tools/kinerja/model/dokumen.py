"""What every file under data/ has in common, and the small parts that many nouns share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Status = Literal["resmi", "contoh"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dokumen:
    """One YAML file. `berkas` is its path from the root of the repository; it is not a key in it."""

    berkas: str

    @property
    def slug(self) -> str:
        """The file's name without folder and ending: the identity of the document within its noun."""
        return self.berkas.rsplit("/", 1)[-1].removesuffix(".yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sumber:
    """Where a fact was read."""

    judul: str
    penerbit: str
    url: str | None = None
    tanggal: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rujukan:
    """A reference to a regulation in data/dasar-hukum.yaml, by its id, down to the clause."""

    peraturan: str
    pasal: str | None = None
    perlu_verifikasi: bool = False
    catatan: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pita:
    """One band of a scale. It starts at `bawah` and ends where the next band starts.

    `termasuk_bawah` is false where the lower edge itself belongs to the band below (SAKIP).
    """

    id: str
    nama: str
    bawah: Decimal
    termasuk_bawah: bool = True
    keterangan: str | None = None
