"""What the tables of a period must keep to, whatever can be concluded from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from kinerja.disclosure.belahan import group_of
from kinerja.model.hasil import Hasil
from kinerja.problems import Finding

JUMLAH_PEGAWAI = "jumlah-pegawai"
_ULANG = "Buat ulang semua tabel periode ini bersama-sama dengan `kinerja himpun`."


class Kebijakan(Protocol):
    """What is needed of the policy (`VersiPenyamaran`)."""

    @property
    def kelipatan(self) -> int: ...
    @property
    def terbuka(self) -> tuple[str, ...]: ...


def irregular(tables: Sequence[Hasil], earlier: Sequence[Hasil], policy: Kebijakan) -> Iterator[Finding]:
    """Tables that are not rounded as the policy asks, that leave out what outsiders know anyway, or that changed
    without a release of their own. `earlier` are former releases, oldest first."""
    for hasil in tables:
        if hasil.isi != JUMLAH_PEGAWAI and hasil.kelipatan % policy.kelipatan:
            pesan = f"tabel ini tidak dibulatkan ke kelipatan {policy.kelipatan} seperti diminta aturan perlindungan"
            yield Finding(("kelipatan",) if hasil.kelipatan > 1 else (), pesan, _ULANG, hasil.berkas)
        before = next((old for old in reversed(earlier) if old.berkas == hasil.berkas), None)
        if before is not None and hasil.rilis_ke <= before.rilis_ke and hasil.baris != before.baris:
            pesan = "tabel yang sudah terbit berubah, tetapi bukan rilis baru"
            saran = "Kembalikan isinya, atau buat rilis berikutnya dengan `kinerja himpun`."
            yield Finding(("rilis_ke",), pesan, saran, hasil.berkas)
    if JUMLAH_PEGAWAI in policy.terbuka:
        yield from _without_heads(tables)


def _without_heads(tables: Sequence[Hasil]) -> Iterator[Finding]:
    """Groups whose head-count is not there: outsiders know it, and so must the attack."""
    counted = {group_of(baris) for hasil in tables if hasil.isi == JUMLAH_PEGAWAI for baris in hasil.baris}
    for hasil in tables:
        missing = [i for i, baris in enumerate(hasil.baris) if group_of(baris) not in counted]
        if hasil.isi == "predikat" and missing:
            pesan = f"banyak pegawai dari {len(missing)} kelompok tabel ini tidak terbit, padahal diketahui umum"
            yield Finding(("baris", missing[0]), pesan, _ULANG, hasil.berkas)
