"""Codes of units and their parts: unique, and each one inside the code it belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kinerja.checks.registry import Context, check
from kinerja.model.perangkat_daerah import Bagian, PerangkatDaerah
from kinerja.problems import Finding, Kunci

KODE = ("kode_kemendagri", "kode_bps")
# Length of the code of a kecamatan and of a kelurahan.
LENGTHS = {"kode_kemendagri": (8, 13), "kode_bps": (7, 10)}


def _coded(unit: PerangkatDaerah) -> Iterator[tuple[Kunci, PerangkatDaerah | Bagian]]:
    yield (), unit
    for i, bagian in enumerate(unit.bagian):
        yield ("bagian", i), bagian


@check("kode-daerah", PerangkatDaerah)
def codes_lie_in_the_city(unit: PerangkatDaerah, context: Context) -> Iterator[Finding]:
    """Kode perangkat daerah diawali kode kota, dan kode kecamatan sepanjang kode kecamatan."""
    for kode in KODE:
        value, city = getattr(unit, kode), getattr(context.repository.portal, kode)
        if value is None:
            continue
        if not value.startswith(city):
            yield Finding((kode,), f"kode ini tidak diawali kode kota, {city}", "Periksa kode pada daftar resminya.")
        elif unit.jenis == "kecamatan" and len(value) != LENGTHS[kode][0]:
            yield Finding((kode,), "ini bukan kode kecamatan", "Periksa kode pada daftar resminya.")


@check("kode-kelurahan", PerangkatDaerah)
def kelurahan_lie_in_their_kecamatan(unit: PerangkatDaerah, context: Context) -> Iterator[Finding]:
    """Kelurahan ada di dalam kecamatan, dan kodenya diawali kode kecamatannya."""
    for i, bagian in enumerate(unit.bagian):
        if bagian.jenis != "kelurahan":
            continue
        if unit.jenis != "kecamatan":
            saran = "Pindahkan ke berkas kecamatannya, atau betulkan `jenis`."
            yield Finding(("bagian", i, "jenis"), "kelurahan hanya ada di dalam kecamatan", saran)
        for kode in KODE:
            value, parent = getattr(bagian, kode), getattr(unit, kode)
            if value and parent and not (value.startswith(parent) and len(value) == LENGTHS[kode][1]):
                pesan = f"ini bukan kode kelurahan di kecamatan {parent}"
                yield Finding(("bagian", i, kode), pesan, "Periksa kode pada daftar resminya.")


@check("kode-ganda", PerangkatDaerah)
def codes_are_unique(unit: PerangkatDaerah, context: Context) -> Iterator[Finding]:
    """Satu kode hanya milik satu perangkat daerah atau satu bagian."""
    for kode in KODE:
        units = context.repository.perangkat_daerah.values()
        count = Counter(getattr(part, kode) for other in units for _, part in _coded(other))
        for at, part in _coded(unit):
            value = getattr(part, kode)
            if value is not None and count[value] > 1:
                yield Finding((*at, kode), "kode ini dipakai dua kali", "Periksa kode pada daftar resminya.")
