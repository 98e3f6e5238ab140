"""Proposals and corrections: who decided what, in order, and about something that is there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kinerja.checks.registry import Context, check
from kinerja.checks.walk import broken, nearest
from kinerja.model.usulan import Koreksi, Usulan
from kinerja.numbers import id_date
from kinerja.problems import Finding


@check("nama-berkas", Usulan)
def proposals_stand_under_their_number(usulan: Usulan, context: Context) -> Iterator[Finding]:
    """Berkas usulan bernama nomornya."""
    if usulan.slug != usulan.nomor:
        saran = f"Beri berkas nama {usulan.nomor}.yaml, atau betulkan nomor di sini."
        yield Finding(("nomor",), "nomor ini tidak sama dengan nama berkas", saran)


@check("tahap-usulan", Usulan)
def the_decided_have_a_decision(usulan: Usulan, context: Context) -> Iterator[Finding]:
    """Usulan yang diterima atau ditolak, dan hanya itu, mempunyai keputusan pada hari tahapnya."""
    decided = usulan.tahap in ("diterima", "ditolak")
    if decided and usulan.keputusan is None:
        saran = "Tambahkan `keputusan`: tanggal, oleh (jabatan), dan alasan."
        yield Finding(("tahap",), f"usulan ini {usulan.tahap}, tetapi keputusannya belum ada", saran)
    if not decided and usulan.keputusan is not None:
        saran = "Hapus `keputusan`, atau tulis `tahap: diterima` atau `tahap: ditolak`."
        yield Finding(("keputusan",), f"usulan ini masih {usulan.tahap}, tetapi keputusannya sudah ada", saran)
    if decided and usulan.keputusan is not None and usulan.keputusan.tanggal != usulan.tahap_sejak:
        saran = "Tulis tanggal yang sama pada `tahap_sejak`."
        yield Finding(("keputusan", "tanggal"), "tanggal keputusan bukan tanggal tahapnya", saran)


@check("urutan-usulan", Usulan)
def steps_follow_each_other(usulan: Usulan, context: Context) -> Iterator[Finding]:
    """Usulan diajukan sebelum masuk ke tahapnya, tidak di masa depan, dan dapat ditanggapi sesudah diajukan."""
    if usulan.tahap_sejak < usulan.tanggal:
        yield Finding(("tahap_sejak",), "tanggal ini sebelum usulannya diajukan", "Betulkan salah satu tanggalnya.")
    for key in ("tanggal", "tahap_sejak"):
        if getattr(usulan, key) > context.tanggal:
            yield Finding((key,), f"tanggal ini setelah {id_date(context.tanggal)}", "Betulkan tanggalnya.")
    if usulan.tanggapan_sampai is not None and usulan.tanggapan_sampai < usulan.tanggal:
        yield Finding(("tanggapan_sampai",), "tanggal ini sebelum usulannya diajukan", "Betulkan salah satunya.")


@check("rujukan-usulan", Usulan)
def proposals_are_about_something_there(usulan: Usulan, context: Context) -> Iterator[Finding]:
    """Kriteria yang diusulkan berubah, dan berkas yang dihasilkan, memang ada."""
    known = set(context.repository.kriteria) | broken(context.repository, "kriteria")
    if usulan.kriteria is not None and usulan.kriteria not in known:
        saran = nearest(usulan.kriteria, known, "Tulis nama folder yang ada di data/kriteria/.")
        yield Finding(("kriteria",), "kriteria ini tidak ada di data/kriteria/", saran)
    hasil = usulan.keputusan.hasil if usulan.keputusan else None
    if hasil is not None and hasil not in context.repository.sidik:
        saran = "Tulis jalur berkas dari akar repositori, misalnya data/kriteria/guru/2027-01-01.yaml."
        yield Finding(("keputusan", "hasil"), "berkas ini tidak ada di data/", saran)


@check("resmi-merujuk-contoh", Usulan)
def official_proposals_are_about_official_criteria(usulan: Usulan, context: Context) -> Iterator[Finding]:
    """Usulan resmi bukan tentang kriteria contoh."""
    if usulan.status == "resmi" and _status(usulan, context) == "contoh":
        saran = "Rujuk data resmi; data contoh hanya dirujuk oleh data contoh."
        yield Finding(("kriteria",), "data resmi ini merujuk data contoh", saran)


@check("contoh-milik-resmi", Usulan)
def fictional_proposals_are_about_fictional_criteria(usulan: Usulan, context: Context) -> Iterator[Finding]:
    """Usulan contoh hanya tentang kriteria contoh."""
    if usulan.status == "contoh" and _status(usulan, context) == "resmi":
        saran = "Pakai kriteria contoh, atau tulis `status: resmi` bila usulannya nyata."
        yield Finding(("kriteria",), "data contoh ini tentang kriteria resmi", saran)


def _status(usulan: Usulan, context: Context) -> str | None:
    versions = context.repository.kriteria.get(usulan.kriteria or "", ())
    return versions[-1].status if versions else None


@check("urutan-koreksi", Koreksi)
def corrections_are_in_order(koreksi: Koreksi, context: Context) -> Iterator[Finding]:
    """Koreksi tercatat dari yang terlama, dan tidak di masa depan."""
    for i, (before, after) in enumerate(pairwise(koreksi.koreksi), start=1):
        if after.tanggal < before.tanggal:
            pesan = "koreksi ini lebih lama daripada yang di atasnya"
            yield Finding(("koreksi", i, "tanggal"), pesan, "Tambahkan koreksi baru di bawah.")
    for i, butir in enumerate(koreksi.koreksi):
        if butir.tanggal > context.tanggal:
            pesan = f"tanggal ini setelah {id_date(context.tanggal)}"
            yield Finding(("koreksi", i, "tanggal"), pesan, "Betulkan tanggalnya.")


@check("rujukan-koreksi", Koreksi)
def corrections_are_about_something_there(koreksi: Koreksi, context: Context) -> Iterator[Finding]:
    """Berkas yang dikoreksi tertulis dengan jalurnya dari akar repositori."""
    for i, butir in enumerate(koreksi.koreksi):
        if not butir.tentang.startswith("data/") or not butir.tentang.endswith(".yaml"):
            saran = "Tulis jalurnya, misalnya data/kriteria/guru/2024-01-01.yaml."
            yield Finding(("koreksi", i, "tentang"), "ini bukan jalur berkas data", saran)
