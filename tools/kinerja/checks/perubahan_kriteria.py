"""A change of criteria is told in time, and what gets another id is still found under the old one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kinerja.checks.kriteria import previous
from kinerja.checks.registry import Context, check
from kinerja.model.kriteria import Kriteria
from kinerja.model.perangkat_daerah import Jabatan
from kinerja.numbers import id_date
from kinerja.problems import Finding, Kunci
from kinerja.rules.versi import version_on


@check("pemberitahuan-kriteria", Kriteria)
def changes_are_told_in_time(kriteria: Kriteria, context: Context) -> Iterator[Finding]:
    """Versi baru kriteria diumumkan sebelum berlaku, dengan jarak yang ditentukan aturan."""
    at, told = _told(kriteria)
    if told is None:
        return
    approved = kriteria.persetujuan.tanggal if kriteria.persetujuan else told
    if told < approved:
        pesan = "versi ini diumumkan sebelum disetujui"
        yield Finding(at, pesan, "Betulkan tanggal ini, atau tanggal persetujuannya.")
    if told > kriteria.berlaku_mulai:
        if at == ("diumumkan",):
            pesan = f"versi ini diumumkan sesudah mulai berlaku, {id_date(kriteria.berlaku_mulai)}"
            yield Finding(at, pesan, "Mundurkan mulai berlakunya, atau betulkan tanggal ini.")
        return
    versi = version_on(context.repository.aturan.perubahan_kriteria, told)
    days = (kriteria.berlaku_mulai - told).days
    if versi is not None and days < versi.pemberitahuan_hari and previous(kriteria, context):
        pesan = f"hanya {days} hari sampai versi ini berlaku, padahal sedikitnya {versi.pemberitahuan_hari} hari"
        yield Finding(at, pesan, "Mundurkan mulai berlakunya, agar semua pegawai sempat mengetahuinya.")


def _told(kriteria: Kriteria) -> tuple[Kunci, date | None]:
    """When the version became known: the day it was announced, otherwise the day it was approved."""
    if kriteria.diumumkan is not None:
        return ("diumumkan",), kriteria.diumumkan
    return ("persetujuan", "tanggal"), kriteria.persetujuan.tanggal if kriteria.persetujuan else None


@check("id-berganti", Kriteria)
def whatever_gets_another_id_names_the_old_one(kriteria: Kriteria, context: Context) -> Iterator[Finding]:
    """Indikator yang namanya sama dengan versi sebelumnya tetapi idnya lain menyebut id lamanya pada `dahulu`."""
    before = previous(kriteria, context)
    here = {indikator.id for aspek in kriteria.aspek for indikator in aspek.indikator}
    gone = {
        indikator.nama.casefold(): indikator.id
        for aspek in (before.aspek if before else ())
        for indikator in aspek.indikator
        if indikator.id not in here
    }
    for i, aspek in enumerate(kriteria.aspek):
        for j, indikator in enumerate(aspek.indikator):
            old = gone.get(indikator.nama.casefold())
            if old is not None and old not in indikator.dahulu:
                saran = f"Tambahkan `dahulu` dengan isi {old}, agar tautan lama tetap berlaku."
                yield Finding(("aspek", i, "indikator", j, "id"), "id indikator ini berganti tanpa `dahulu`", saran)


@check("id-dahulu", Kriteria)
def former_ids_are_nobody_elses(kriteria: Kriteria, context: Context) -> Iterator[Finding]:
    """Id lama suatu aspek atau indikator tidak dipakai butir lain dalam versi yang sama."""
    places: list[tuple[Kunci, str, tuple[str, ...]]] = []
    for i, aspek in enumerate(kriteria.aspek):
        places.append((("aspek", i), aspek.id, aspek.dahulu))
        parts = enumerate(aspek.indikator)
        places += [(("aspek", i, "indikator", j), indikator.id, indikator.dahulu) for j, indikator in parts]
    yield from _taken(places)


@check("id-dahulu", Jabatan)
def former_slugs_are_nobody_elses(jabatan: Jabatan, context: Context) -> Iterator[Finding]:
    """Slug lama suatu kelompok jabatan tidak dipakai kelompok lain, dan tidak dua kali."""
    others = [other for other in context.repository.jabatan.values() if other.slug != jabatan.slug]
    taken = {jabatan.slug, *(other.slug for other in others), *(old for other in others for old in other.dahulu)}
    for i, old in enumerate(jabatan.dahulu):
        if old in taken:
            yield Finding(("dahulu", i), "slug lama ini masih dipakai kelompok lain", "Hapus, atau betulkan slugnya.")


def _taken(places: list[tuple[Kunci, str, tuple[str, ...]]]) -> Iterator[Finding]:
    now = {id_ for _, id_, _ in places}
    seen: set[str] = set()
    for at, _, former in places:
        for k, old in enumerate(former):
            if old in now or old in seen:
                saran = "Hapus id lama ini, atau beri id lain pada butir yang memakainya."
                yield Finding((*at, "dahulu", k), "id lama ini dipakai butir lain", saran)
            seen.add(old)
