"""What a publication must keep to, whatever can be concluded from it: base, head-counts, a release for each change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kinerja.disclosure.tabel import read
from kinerja.disclosure.terbitan import irregular
from kinerja.model.hasil import KELAS, BarisHasil, Hasil
from kinerja.problems import Finding


@dataclass(frozen=True)
class Policy:
    """Base 5; head-counts are public anyway."""

    kelipatan: int = 5
    terbuka: tuple[str, ...] = ("jumlah-pegawai",)


def row(jumlah: int, *counts: int, **kelompok: Any) -> BarisHasil:
    """A group with its counts, best class first."""
    given = {**dict.fromkeys(KELAS, 0), **dict(zip(KELAS, counts, strict=False))} if counts else {}
    return BarisHasil(jumlah=jumlah, **given, **kelompok)


def table(tabel: str, *baris: BarisHasil, kelipatan: int = 5, rilis_ke: int = 1, isi: Any = "predikat") -> Hasil:
    """A table."""
    return Hasil(
        berkas=f"data/hasil/2025/{tabel}.yaml", status="contoh", periode="2025", tabel=tabel, isi=isi,
        dimensi=("perangkat-daerah",), satuan="orang", penyebut="Semua.", kelipatan=kelipatan, keadaan="final",
        rilis_ke=rilis_ke, dihitung_pada=date(2026, 1, 15), baris=baris, sumber=(),
    )  # fmt: skip


UNIT = table("predikat", row(30, 10, 20, perangkat_daerah="dinas"))
HEADS = table("jumlah-pegawai", row(31, perangkat_daerah="dinas"), kelipatan=1, isi="jumlah-pegawai")


def told(tables: list[Hasil], earlier: list[Hasil] | None = None) -> list[str]:
    """What is wrong."""
    found: list[Finding] = [*irregular(tables, earlier or [], Policy())]
    return [finding.pesan for finding in found]


def test_a_rounded_table_with_its_head_counts_is_in_order() -> None:
    assert told([UNIT, HEADS]) == []


def test_a_table_of_another_base_is_refused_although_its_counts_fit() -> None:
    assert told([replace(UNIT, kelipatan=3), HEADS]) == [
        "tabel ini tidak dibulatkan ke kelipatan 5 seperti diminta aturan perlindungan"
    ]


def test_head_counts_cannot_be_left_out() -> None:
    assert told([UNIT]) == ["banyak pegawai dari 1 kelompok tabel ini tidak terbit, padahal diketahui umum"]


def test_a_published_table_changes_only_by_a_release_of_its_own() -> None:
    other = replace(UNIT, baris=(row(30, 15, 15, perangkat_daerah="dinas"),))
    assert told([other, HEADS], [UNIT]) == ["tabel yang sudah terbit berubah, tetapi bukan rilis baru"]
    assert told([replace(other, rilis_ke=2), HEADS], [UNIT]) == []


def test_divisions_of_the_same_people_must_come_to_the_same() -> None:
    """No table prints the total of all; two of them imply it."""
    units = table("unit", row(30, 10, 20, perangkat_daerah="dinas"), row(20, 5, 15, perangkat_daerah="kantor"))
    sexes = table("sex", row(25, 5, 20, jenis_kelamin="perempuan"), row(25, 10, 15, jenis_kelamin="laki-laki"))
    moved = table("sex", row(25, 10, 15, jenis_kelamin="perempuan"), row(25, 10, 15, jenis_kelamin="laki-laki"))
    whole = table(
        "jumlah-pegawai", row(50), row(30, perangkat_daerah="dinas"), row(20, perangkat_daerah="kantor"),
        row(25, jenis_kelamin="perempuan"), row(25, jenis_kelamin="laki-laki"), kelipatan=1, isi="jumlah-pegawai",
    )  # fmt: skip

    assert read([units, sexes, whole])[1] == ()
    assert {finding.pesan for finding in read([units, moved, whole])[1]} == {
        "kelompok-kelompok ini berjumlah 20, dan menurut pembagian lain 15",
        "kelompok-kelompok ini berjumlah 30, dan menurut pembagian lain 35",
    }
