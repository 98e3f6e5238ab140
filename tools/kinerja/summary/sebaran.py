"""How the people of a unit are spread over the predikat: the newest annual table, as it was published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.model.dokumen import Sumber
from kinerja.model.hasil import KELAS, BarisHasil, Hasil, KeadaanHasil
from kinerja.model.perangkat_daerah import PerangkatDaerah
from kinerja.model.repository import Repository
from kinerja.numbers import half_up, id_period, percentages
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.hasil_kata import class_name, merged_names, rounding_sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisSebaran:
    """One class: how many people, and which share of all in whole percent, both from the published counts only."""

    nama: str
    jumlah: Angka
    bagian: Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class Sebaran:
    """The table of one unit. `gabungan` names the units that are counted together, where it was too small alone;
    `kalimat` says how the counts were rounded."""

    nama_periode: str
    keadaan: KeadaanHasil
    baris: tuple[BarisSebaran, ...]
    jumlah: BarisSebaran
    gabungan: tuple[str, ...]
    penyebut: str
    kalimat: str
    dihitung_pada: date
    berkas: str
    sumber: tuple[Sumber, ...]


def newest(repository: Repository, unit: PerangkatDaerah) -> Sebaran | None:
    """The newest year that has the unit, else the newest period of any length; None where nothing was published."""
    found = [(hasil, i) for hasil in _tables(repository, unit) if (i := _row(hasil, unit.slug)) is not None]
    if not found:
        return None
    annual = [one for one in found if one[0].periode.isdigit()]
    return _spread(repository, unit, *(annual or found)[-1])


def _tables(repository: Repository, unit: PerangkatDaerah) -> Iterator[Hasil]:
    for series in repository.hasil.values():
        for hasil in series:
            if (hasil.isi, hasil.dimensi, hasil.status) == ("predikat", ("perangkat-daerah",), unit.status):
                yield hasil


def _row(hasil: Hasil, slug: str) -> int | None:
    """The row that counts the unit, alone or together with others."""
    return next((i for i, b in enumerate(hasil.baris) if slug in (b.perangkat_daerah, *b.gabungan)), None)


def _spread(repository: Repository, unit: PerangkatDaerah, hasil: Hasil, i: int) -> Sebaran:
    baris = hasil.baris[i]
    kelas = [name for name in KELAS if name in baris.hitungan or name in baris.disamarkan]
    shares = _shares(baris, kelas)
    counted = "jumlah yang terbit" + (f", dibulatkan ke kelipatan {hasil.kelipatan}" if hasil.kelipatan > 1 else "")

    def line(name: str, nama: str, nilai: int | None, bagian: int | None) -> BarisSebaran:
        at = f"perangkat-daerah/{unit.slug}/sebaran/{hasil.periode}/{name}"
        place = Tempat(hasil.berkas, ("baris", i, name if nilai is not None else "disamarkan"))
        row = Tempat(hasil.berkas, ("baris", i))
        jumlah = Angka(
            id=at, nilai=nilai, alasan="disamarkan" if nilai is None else None, status=hasil.status, satuan="orang",
            n=baris.jumlah, rumus=counted, masukan=(place,),
        )  # fmt: skip
        share = Angka(
            id=f"{at}/persen", nilai=bagian, alasan="tidak-dapat-dinilai" if bagian is None else None,
            status=hasil.status, satuan="%", n=baris.jumlah, masukan=(row,),
            rumus="jumlah kelas ÷ jumlah semua kelas × 100, dari angka terbit; sisa pembulatan ke sisa terbesar",
        )  # fmt: skip
        return BarisSebaran(nama=nama, jumlah=jumlah, bagian=share)

    rows = zip(kelas, shares, strict=True)
    return Sebaran(
        nama_periode=id_period(hasil.periode),
        keadaan=hasil.keadaan,
        baris=tuple(line(k, class_name(repository, k), baris.hitungan.get(k), share) for k, share in rows),
        jumlah=line("jumlah", "Jumlah", baris.jumlah, None if None in shares else sum(s for s in shares if s)),
        gabungan=merged_names(repository, baris),
        penyebut=hasil.penyebut,
        kalimat=rounding_sentence(hasil.kelipatan),
        dihitung_pada=hasil.dihitung_pada,
        berkas=hasil.berkas,
        sumber=hasil.sumber,
    )


def _shares(baris: BarisHasil, kelas: Sequence[str]) -> list[int | None]:
    """Whole percents that add up to 100; none at all where a count is hidden or all are zero."""
    counts = [baris.hitungan.get(name) for name in kelas]
    shown = [count for count in counts if count is not None]
    if len(shown) < len(counts) or not sum(shown):
        return [None] * len(counts)
    return [int(half_up(share, 0)) for share in percentages(shown)]
