"""A worked example about the protection of persons is one of four kinds, told by its keys.

Source: data/perhitungan/penyamaran.yaml, with the legal source in data/aturan/penyamaran.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kinerja.model.aturan_layanan import VersiPenyamaran
from kinerja.model.repository import Aturan
from kinerja.rules.masukan import Masukan
from kinerja.rules.penyamaran import is_safe, known, nearest, printable, rest, together
from kinerja.rules.pola_distribusi import Rentang
from kinerja.rules.versi import version_in_force

Hasil = Mapping[str, object]


def penyamaran_example(masukan: Masukan, aturan: Aturan) -> Hasil:
    """`bagian`: rounded together; `benar`: what may be printed; `terbit_seluruhnya`: subtraction; `terbit`: what it
    tells."""
    versi = version_in_force(aturan.penyamaran, masukan.day("tanggal"))
    if masukan.has("bagian"):
        return _together(versi, masukan.several("bagian", Masukan.whole))
    if masukan.has("benar"):
        return {"boleh_terbit": printable(versi, masukan.whole("benar"), masukan.whole("jumlah_pegawai"))}
    # Exact figures of others are attacked in the same way: multiples of 1.
    base = masukan.whole("kelipatan") if masukan.has("kelipatan") else versi.kelipatan
    if masukan.has("terbit_seluruhnya"):
        others = [known(one, base) for one in masukan.several("terbit_lain", Masukan.whole)]
        return _told(versi, rest(known(masukan.whole("terbit_seluruhnya"), base), others), None)
    people = masukan.whole("jumlah_pegawai")
    alone = bool(masukan.values.get("dibulatkan_sendiri", False))
    return _told(versi, known(masukan.whole("terbit"), base, people, sendiri=alone), people)


def _together(versi: VersiPenyamaran, bagian: tuple[int, ...]) -> Hasil:
    alone = [nearest(one, versi.kelipatan) for one in bagian]
    return {
        "jumlah_benar": sum(bagian),
        "terbit_bersama": tuple(_sum(printed, total) for printed, total in together(bagian, versi.kelipatan)),
        "terbit_sendiri": _sum(alone, nearest(sum(bagian), versi.kelipatan)),
    }


def _sum(bagian: Iterable[int], jumlah: int) -> str:
    """The sum as it is written, and where it is another one than was printed."""
    parts = [*bagian]
    total = f"{' + '.join(map(str, parts))} = {sum(parts)}"
    return total if sum(parts) == jumlah else f"{total}, bukan {jumlah}"


def _told(versi: VersiPenyamaran, rentang: Rentang, pegawai: int | None) -> Hasil:
    low, high = rentang
    return {"paling_sedikit": low, "paling_banyak": high, "aman": is_safe(versi, rentang, pegawai)}
