"""Follow-ups: what is done has its date, and what is late is shown as late."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.checks.registry import Context, check
from kinerja.model.capaian import TindakLanjut
from kinerja.numbers import id_date
from kinerja.problems import Finding
from kinerja.rules.tindak_lanjut import overdue


@check("tindak-lanjut-selesai", TindakLanjut)
def only_finished_work_has_its_day(tindak_lanjut: TindakLanjut, context: Context) -> Iterator[Finding]:
    """Tindak lanjut yang selesai, dan hanya itu, mempunyai tanggal selesai yang tidak di masa depan."""
    day = tindak_lanjut.selesai_pada
    if tindak_lanjut.keadaan == "selesai" and day is None:
        pesan = "tindak lanjut ini selesai, tetapi tanggalnya belum ada"
        yield Finding(("keadaan",), pesan, "Tambahkan `selesai_pada`, atau betulkan `keadaan`.")
    if tindak_lanjut.keadaan != "selesai" and day is not None:
        pesan = f"tindak lanjut ini mempunyai tanggal selesai, padahal keadaannya {tindak_lanjut.keadaan}"
        yield Finding(("selesai_pada",), pesan, "Hapus baris ini, atau tulis `keadaan: selesai`.")
    if day is not None and day > context.tanggal:
        yield Finding(("selesai_pada",), f"tanggal ini setelah {id_date(context.tanggal)}", "Betulkan tanggalnya.")


@check("tindak-lanjut-terlambat", TindakLanjut, "peringatan")
def late_work_is_shown_as_late(tindak_lanjut: TindakLanjut, context: Context) -> Iterator[Finding]:
    """Tindak lanjut selesai paling lambat pada tenggatnya; yang lewat tampil sebagai terlambat."""
    if overdue(tindak_lanjut, context.tanggal):
        saran = "Selesaikan lalu tulis `keadaan: selesai`; tenggat baru hanya bila ada keputusannya."
        yield Finding(("tenggat",), "tenggat sudah lewat, dan tindak lanjut ini belum selesai", saran)
