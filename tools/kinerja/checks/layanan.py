"""Services: their hours, their fourteen components, their steps, and their dated standards."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from itertools import pairwise

from kinerja.checks.registry import Context, check
from kinerja.model.layanan import Komponen, Layanan
from kinerja.numbers import id_list, id_number
from kinerja.problems import Finding
from kinerja.rules.versi import standar_on
from kinerja.rules.waktu import MENIT


@check("jam-layanan", Layanan)
def hours_run_forward(layanan: Layanan, context: Context) -> Iterator[Finding]:
    """Setiap hari tertulis sekali dalam jam layanan, dan layanan tutup setelah buka."""
    days = [jam.hari for jam in layanan.jam]
    for i, jam in enumerate(layanan.jam):
        if jam.hari in days[:i]:
            saran = "Tulis satu baris untuk setiap hari; jam istirahat ditulis dalam catatan."
            yield Finding(("jam", i, "hari"), "hari ini sudah ada di atas", saran)
        if jam.tutup <= jam.buka:
            pesan = "jam tutup tidak lebih lambat daripada jam buka"
            yield Finding(("jam", i, "tutup"), pesan, "Betulkan `buka` atau `tutup`, dengan jam 00:00 sampai 23:59.")


@check("standar-urut", Layanan)
def standards_ascend(layanan: Layanan, context: Context) -> Iterator[Finding]:
    """Standar layanan tertulis dari yang terlama, masing-masing dengan tanggal berlaku sendiri."""
    for i, (before, after) in enumerate(pairwise(layanan.standar), start=1):
        if after.berlaku_mulai <= before.berlaku_mulai:
            saran = "Urutkan standar dari yang terlama; betulkan tanggalnya."
            yield Finding(("standar", i, "berlaku_mulai"), "standar ini tidak mulai setelah standar di atasnya", saran)


@check("target-standar", Layanan)
def targets_are_shares(layanan: Layanan, context: Context) -> Iterator[Finding]:
    """Target tepat waktu lebih dari 0 dan paling besar 1, yaitu semua permohonan."""
    for i, standar in enumerate(layanan.standar):
        if standar.target is not None and not 0 < standar.target <= 1:
            saran = (
                'Tulis bagian dari 1, misalnya "0.9" untuk 90 persen; hapus baris ini bila SK tidak menyebut target.'
            )
            yield Finding(("standar", i, "target"), "target ini tidak di antara 0 dan 1", saran)


@check("langkah-melebihi-batas", Layanan)
def steps_fit_in_the_limit(layanan: Layanan, context: Context) -> Iterator[Finding]:
    """Lama seluruh langkah prosedur tidak melebihi batas dalam menit atau jam menurut standar yang berlaku."""
    standar = standar_on(layanan.standar, context.tanggal)
    if standar is None or standar.satuan not in ("menit", "jam"):
        return
    limit = standar.batas * MENIT[standar.satuan]
    steps = sum(langkah.menit or 0 for langkah in layanan.komponen.prosedur)
    if steps > limit:
        pesan = f"lama semua langkah {id_number(steps)} menit, lebih dari batas standar {id_number(limit)} menit"
        yield Finding(("komponen", "prosedur"), pesan, "Cocokkan lama langkah dan batas dengan SK standarnya.")


@check("komponen-belum-lengkap", Layanan, "peringatan")
def standards_have_their_components(layanan: Layanan, context: Context) -> Iterator[Finding]:
    """Layanan yang standarnya sudah diverifikasi memuat keempat belas komponen standar pelayanan."""
    # What `perlu_verifikasi` marks is shown as unfinished by the portal: a warning would only repeat it.
    if not layanan.standar or layanan.perlu_verifikasi:
        return
    missing = [field.name for field in dataclasses.fields(Komponen) if not getattr(layanan.komponen, field.name)]
    if missing:
        pesan = f"komponen yang belum ada: {id_list([f'`{name}`' for name in missing])}"
        saran = "Lengkapi menurut SK standarnya, atau tulis `perlu_verifikasi: true` bila belum diketahui."
        yield Finding(("komponen",), pesan, saran)
