"""What the officer reads of a protection: what was merged, how far counts moved, how the attack went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from kinerja.disclosure.kaitan import Kaitan
from kinerja.disclosure.pembanding import Cara, Ukuran
from kinerja.disclosure.pembulatan import Pembulatan
from kinerja.disclosure.rencana import Nilai, Rancangan
from kinerja.disclosure.serang import Serangan
from kinerja.model.aturan_layanan import VersiPenyamaran
from kinerja.model.hasil import Dimensi
from kinerja.numbers import id_list, id_number, id_percent

CONTOH = 10
# In the plan all tables of aspects, one for each group of posts, have one name.
ASPEK = "aspek"
NAMA: Mapping[Cara, str] = {
    "bersama": "dibulatkan bersama (dipakai)",
    "sendiri-sendiri": "setiap hitungan dibulatkan sendiri",
    "disembunyikan": "hitungan kecil disembunyikan",
}


def design_lines(rancangan: Rancangan, versi: VersiPenyamaran, tanpa: Iterable[Dimensi]) -> Iterator[str]:
    """The groups that were merged, and the tables that are not made."""
    made = {ASPEK if tabel.tabel.startswith(f"{ASPEK}-") else tabel.tabel for tabel in rancangan.tabel}
    for rencana in versi.rencana:
        if rencana.tabel not in made and set(rencana.dimensi) <= set(rancangan.sebaran.dimensi):
            yield f"{rencana.tabel}: tidak dibuat, karena kelompoknya terlalu kecil untuk dibedakan dengan aman."
    for tabel in rancangan.tabel:
        merged = [kelompok for kelompok in tabel.kelompok if kelompok.gabungan]
        for kelompok in merged[:CONTOH]:
            yield f"{tabel.tabel}: {_words(kelompok.nilai)} adalah gabungan {id_list([*kelompok.gabungan])}."
        if len(merged) > CONTOH:
            yield f"{tabel.tabel}: {id_number(len(merged) - CONTOH)} kelompok lain juga gabungan."
    for dimensi in sorted(tanpa):
        yield f"Tidak ada tabel menurut {dimensi}, karena bagiannya tidak dapat dibulatkan dengan aman."


def _words(nilai: Nilai) -> str:
    return ", ".join(value for _, value in nilai) or "seluruhnya"


def movement_lines(kaitan: Kaitan, bulat: Pembulatan) -> Iterator[str]:
    """How far published counts are from the true ones."""
    shown = [kaitan.tempat[sel.kelompok, sel.hitungan] for sel in kaitan.sistem.sel if sel.terbit]
    moved = [abs(bulat.terbit[at] - kaitan.soal.nilai[at]) for at in shown]
    mean = Fraction(sum(moved), len(moved))
    yield (
        f"{id_number(len(moved))} hitungan dibulatkan ke kelipatan {kaitan.soal.kelipatan}: rata-rata bergeser"
        f" {id_number(mean, 2)}, paling jauh {max(moved)}."
    )
    if not bulat.optimal:
        yield "Waktu habis sebelum pembulatan terbaik ditemukan; yang dipakai tetap aman dan berjumlah tepat."
    if kaitan.soal.lama:
        kept = sum(bulat.terbit[at] == old for at, old in kaitan.soal.lama.items())
        total = len(kaitan.soal.lama)
        yield f"{id_number(kept)} dari {id_number(total)} hitungan terbitan lama dipertahankan."


def attack_lines(serangan: Serangan) -> Iterator[str]:
    """What an outsider can learn at most."""
    widths = [sel.atas - sel.bawah for sel in serangan.sel if sel.atas is not None and sel.perlu > 0]
    narrow = f"; selang tersempit {min(widths)}" if widths else ""
    yield f"Serangan: {id_number(len(serangan.sel))} hitungan diserang, semuanya aman{narrow}."


def comparison_lines(ukuran: Iterable[Ukuran]) -> Iterator[str]:
    """How other methods would have done on the same tables."""
    yield "Cara lain untuk tabel yang sama, menurut yang paling sedikit dapat disimpulkan orang luar:"
    for satu in ukuran:
        yield (
            f"  {NAMA[satu.cara]}: {_of(satu.tersembunyi, satu.hitungan)} hitungan hilang,"
            f" {_of(satu.tepat, satu.kecil)} hitungan kecil diketahui tepat, {_of(satu.pasti, satu.seragam)} kelompok"
            f" hampir seragam diketahui pasti, {_of(satu.cocok, satu.jumlah)} jumlah cocok, rata-rata meleset"
            f" {id_number(satu.galat, 2)}."
        )


def _of(some: int, every: int) -> str:
    share = f" ({id_percent(Fraction(some, every))})" if some else ""
    return f"{id_number(some)} dari {id_number(every)}{share}"
