"""Demonstration data (`status: contoh`) and official data stay apart, and tell by name which they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja.checks.registry import Context, check
from kinerja.checks.walk import service_of
from kinerja.model.dokumen import Dokumen
from kinerja.model.kriteria import Kriteria
from kinerja.model.layanan import Layanan
from kinerja.model.penilaian_luar import PenilaianLuar
from kinerja.model.perangkat_daerah import Jabatan
from kinerja.model.portal import Portal
from kinerja.model.repository import Repository
from kinerja.problems import Finding

_CONTOH = re.compile(r"\bContoh\b")


@check("nama-contoh", Dokumen)
def fiction_is_named_so(document: Dokumen, context: Context) -> Iterator[Finding]:
    """Nama atau judul data contoh memuat kata "Contoh", dan nama atau judul data resmi tidak."""
    status = getattr(document, "status", None)
    for key in ("nama", "judul"):
        name = getattr(document, key, None)
        if status is None or name is None:
            continue
        named = _CONTOH.search(name) is not None
        if status == "contoh" and not named:
            pesan = f'{key} data contoh ini tidak memuat kata "Contoh"'
            yield Finding((key,), pesan, "Tambahkan kata Contoh, dengan huruf besar di awal.")
        if status == "resmi" and named:
            pesan = f'{key} data resmi ini memuat kata "Contoh"'
            yield Finding((key,), pesan, "Ganti kata itu, atau tulis `status: contoh` bila datanya rekaan.")


@check("resmi-merujuk-contoh", Portal)
def the_portal_is_kept_by_real_units(portal: Portal, context: Context) -> Iterator[Finding]:
    """Pengelola portal bukan perangkat daerah contoh."""
    for i, pengelola in enumerate(portal.pengelola):
        if _unit_status(context.repository, pengelola.perangkat_daerah) == "contoh":
            yield _refers_to_fiction("pengelola", i, "perangkat_daerah")


@check("resmi-merujuk-contoh", Jabatan)
def official_posts_have_official_criteria(jabatan: Jabatan, context: Context) -> Iterator[Finding]:
    """Jabatan resmi tidak memakai kriteria contoh."""
    if jabatan.status == "resmi":
        for i, folder in enumerate(jabatan.kriteria):
            if any(version.status == "contoh" for version in context.repository.kriteria.get(folder, ())):
                yield _refers_to_fiction("kriteria", i)


@check("resmi-merujuk-contoh", Kriteria)
def official_criteria_are_of_official_posts(kriteria: Kriteria, context: Context) -> Iterator[Finding]:
    """Kriteria resmi bukan milik jabatan contoh."""
    jabatan = context.repository.jabatan.get(kriteria.jabatan)
    if kriteria.status == "resmi" and jabatan is not None and jabatan.status == "contoh":
        yield _refers_to_fiction("jabatan")


@check("resmi-merujuk-contoh", PenilaianLuar)
def official_values_are_of_official_units(penilaian: PenilaianLuar, context: Context) -> Iterator[Finding]:
    """Penilaian resmi bukan tentang perangkat daerah contoh."""
    if penilaian.status == "resmi" and _unit_status(context.repository, penilaian.perangkat_daerah) == "contoh":
        yield _refers_to_fiction("perangkat_daerah")


@check("resmi-merujuk-contoh", Layanan)
def official_services_are_of_official_units(layanan: Layanan, context: Context) -> Iterator[Finding]:
    """Layanan resmi bukan milik perangkat daerah contoh."""
    if layanan.status == "resmi" and _unit_status(context.repository, layanan.perangkat_daerah) == "contoh":
        yield _refers_to_fiction("perangkat_daerah")


@check("resmi-merujuk-contoh", Dokumen)
def official_results_are_of_official_services(document: Dokumen, context: Context) -> Iterator[Finding]:
    """Capaian, survei, dan tindak lanjut resmi bukan tentang layanan contoh."""
    layanan = service_of(document, context.repository)
    if layanan is not None and layanan.status == "contoh" and getattr(document, "status", None) == "resmi":
        yield _refers_to_fiction("layanan")


@check("contoh-milik-resmi", Kriteria)
def fictional_criteria_are_of_fictional_posts(kriteria: Kriteria, context: Context) -> Iterator[Finding]:
    """Kriteria contoh hanya milik jabatan contoh."""
    jabatan = context.repository.jabatan.get(kriteria.jabatan)
    if kriteria.status == "contoh" and jabatan is not None and jabatan.status == "resmi":
        yield _belongs_to_reality("jabatan", "jabatan")


@check("contoh-milik-resmi", PenilaianLuar)
def fictional_values_are_of_fictional_units(penilaian: PenilaianLuar, context: Context) -> Iterator[Finding]:
    """Penilaian contoh hanya tentang perangkat daerah contoh."""
    if penilaian.status != "contoh":
        return
    if penilaian.perangkat_daerah is None:
        saran = "Tambahkan `perangkat_daerah` dengan perangkat daerah yang berstatus contoh."
        yield Finding(("status",), "penilaian contoh ini tidak menyebut perangkat daerah contoh", saran)
    elif _unit_status(context.repository, penilaian.perangkat_daerah) == "resmi":
        yield _belongs_to_reality("perangkat daerah", "perangkat_daerah")


@check("contoh-milik-resmi", Layanan)
def fictional_services_are_of_fictional_units(layanan: Layanan, context: Context) -> Iterator[Finding]:
    """Layanan contoh hanya milik perangkat daerah contoh."""
    if layanan.status == "contoh" and _unit_status(context.repository, layanan.perangkat_daerah) == "resmi":
        yield _belongs_to_reality("perangkat daerah", "perangkat_daerah")


@check("contoh-milik-resmi", Dokumen)
def fictional_results_are_of_fictional_services(document: Dokumen, context: Context) -> Iterator[Finding]:
    """Capaian, survei, dan tindak lanjut contoh hanya tentang layanan contoh."""
    layanan = service_of(document, context.repository)
    if layanan is not None and layanan.status == "resmi" and getattr(document, "status", None) == "contoh":
        yield _belongs_to_reality("layanan", "layanan")


def _unit_status(repository: Repository, slug: str | None) -> str | None:
    unit = repository.perangkat_daerah.get(slug) if slug is not None else None
    return unit.status if unit is not None else None


def _refers_to_fiction(*at: str | int) -> Finding:
    saran = "Rujuk data resmi; data contoh hanya dirujuk oleh data contoh."
    return Finding(at, "data resmi ini merujuk data contoh", saran)


def _belongs_to_reality(noun: str, *at: str | int) -> Finding:
    saran = f"Buat {noun} contoh untuk data contoh, atau tulis `status: resmi` bila datanya nyata."
    return Finding(at, f"data contoh ini milik {noun} resmi", saran)
