"""What a document refers to by its id or slug exists."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.checks.registry import Context, check
from kinerja.checks.walk import broken, nearest, parts
from kinerja.model.capaian import Skm, TindakLanjut
from kinerja.model.dokumen import Dokumen, Rujukan
from kinerja.model.hasil import LAINNYA, Hasil
from kinerja.model.hukum import DasarHukum, Kamus
from kinerja.model.kriteria import Kriteria
from kinerja.model.layanan import Layanan
from kinerja.model.penilaian_luar import PenilaianLuar
from kinerja.model.perangkat_daerah import Jabatan
from kinerja.numbers import period_bounds
from kinerja.problems import Finding, Kunci
from kinerja.rules.versi import version_on


@check("rujukan-peraturan", Dokumen)
def regulations_exist(document: Dokumen, context: Context) -> Iterator[Finding]:
    """Setiap peraturan yang dirujuk tercatat di data/dasar-hukum.yaml."""
    known = {peraturan.id for peraturan in context.repository.dasar_hukum.peraturan}
    for at, part in parts(document):
        if isinstance(part, Rujukan) and part.peraturan not in known:
            saran = nearest(part.peraturan, known, "Catat dulu peraturannya di data/dasar-hukum.yaml.")
            yield Finding((*at, "peraturan"), "peraturan ini tidak ada di data/dasar-hukum.yaml", saran)


@check("rujukan-pengganti", DasarHukum)
def successors_exist(hukum: DasarHukum, context: Context) -> Iterator[Finding]:
    """Peraturan pengganti tercatat dan bukan peraturan itu sendiri."""
    known = {peraturan.id for peraturan in hukum.peraturan}
    for i, peraturan in enumerate(hukum.peraturan):
        others = known - {peraturan.id}
        if peraturan.diganti_oleh is not None and peraturan.diganti_oleh not in others:
            saran = nearest(peraturan.diganti_oleh, others, "Catat dulu peraturan penggantinya di berkas ini.")
            yield Finding(("peraturan", i, "diganti_oleh"), "peraturan pengganti ini tidak ada", saran)


@check("rujukan-istilah", Kamus)
def terms_exist(kamus: Kamus, context: Context) -> Iterator[Finding]:
    """Istilah yang disebut pada `lihat` ada di kamus dan bukan istilah itu sendiri."""
    known = {istilah.id for istilah in kamus.istilah}
    for i, istilah in enumerate(kamus.istilah):
        others = known - {istilah.id}
        for j, lihat in enumerate(istilah.lihat):
            if lihat not in others:
                saran = nearest(lihat, others, "Tambahkan istilahnya, atau hapus baris ini.")
                yield Finding(("istilah", i, "lihat", j), "istilah yang dirujuk ini tidak ada", saran)


@check("rujukan-kriteria", Jabatan)
def criteria_exist(jabatan: Jabatan, context: Context) -> Iterator[Finding]:
    """Kriteria yang berlaku bagi suatu jabatan ada foldernya di data/kriteria/."""
    known = set(context.repository.kriteria) | broken(context.repository, "kriteria")
    for i, kriteria in enumerate(jabatan.kriteria):
        if kriteria not in known:
            saran = nearest(kriteria, known, "Tulis nama folder yang ada di data/kriteria/.")
            yield Finding(("kriteria", i), "kriteria ini tidak ada di data/kriteria/", saran)


@check("rujukan-jabatan", Kriteria)
def posts_exist(kriteria: Kriteria, context: Context) -> Iterator[Finding]:
    """Setiap folder kriteria mempunyai jabatannya di data/jabatan/."""
    known = set(context.repository.jabatan) | broken(context.repository, "jabatan")
    if kriteria.jabatan not in known:
        saran = nearest(kriteria.jabatan, known, "Buat dulu berkas jabatannya di data/jabatan/.")
        yield Finding(("jabatan",), "jabatan ini tidak ada di data/jabatan/", saran)


@check("kriteria-tidak-dipakai", Kriteria, "peringatan")
def criteria_are_used(kriteria: Kriteria, context: Context) -> Iterator[Finding]:
    """Kriteria dipakai oleh sedikitnya satu jabatan."""
    used = {folder for jabatan in context.repository.jabatan.values() for folder in jabatan.kriteria}
    if kriteria.jabatan not in used and not broken(context.repository, "jabatan"):
        saran = "Tambahkan kriteria ini pada daftar `kriteria` di berkas jabatannya."
        yield Finding(("jabatan",), "kriteria ini tidak dipakai jabatan mana pun", saran)


@check("rujukan-perangkat-daerah", Dokumen)
def units_exist(document: Dokumen, context: Context) -> Iterator[Finding]:
    """Perangkat daerah yang dirujuk ada di data/perangkat-daerah/."""
    known = set(context.repository.perangkat_daerah) | broken(context.repository, "perangkat-daerah")
    known |= {LAINNYA} if isinstance(document, Hasil) else set()
    for at, part in parts(document):
        if at[-1:] == ("perangkat_daerah",) and part is not None and part not in known:
            saran = nearest(part, known, "Buat dulu berkasnya di data/perangkat-daerah/, atau hapus baris ini.")
            yield Finding(at, "perangkat daerah ini tidak ada di data/perangkat-daerah/", saran)


@check("rujukan-skala", PenilaianLuar)
def scales_exist(penilaian: PenilaianLuar, context: Context) -> Iterator[Finding]:
    """Skala suatu penilaian ada di data/aturan/pita/, atau skm."""
    known = {"skm", *context.repository.aturan.pita} | broken(context.repository, "aturan/pita")
    if penilaian.skala is not None and penilaian.skala not in known:
        saran = nearest(penilaian.skala, known, "Tulis nama berkas yang ada di data/aturan/pita/.")
        yield Finding(("skala",), "skala ini tidak ada di data/aturan/pita/", saran)


@check("rujukan-bagian", Layanan)
def parts_of_units_exist(layanan: Layanan, context: Context) -> Iterator[Finding]:
    """Bagian yang melayani ada di berkas perangkat daerahnya."""
    unit = context.repository.perangkat_daerah.get(layanan.perangkat_daerah)
    known = {bagian.id for bagian in unit.bagian} if unit else set()
    if unit is not None and layanan.bagian is not None and layanan.bagian not in known:
        saran = nearest(layanan.bagian, known, "Tambahkan bagiannya di berkas perangkat daerah, atau hapus baris ini.")
        yield Finding(("bagian",), "bagian ini tidak ada di perangkat daerahnya", saran)


@check("rujukan-layanan", Dokumen)
def services_exist(document: Dokumen, context: Context) -> Iterator[Finding]:
    """Layanan yang dirujuk ada di data/layanan/."""
    slug = getattr(document, "layanan", None)
    known = set(context.repository.layanan) | broken(context.repository, "layanan")
    if slug is not None and slug not in known:
        saran = nearest(slug, known, "Buat dulu berkasnya di data/layanan/, di folder perangkat daerahnya.")
        yield Finding(("layanan",), "layanan ini tidak ada di data/layanan/", saran)


@check("rujukan-unsur", Skm)
def unsur_are_those_of_the_survey(skm: Skm, context: Context) -> Iterator[Finding]:
    """Unsur survei ada dalam aturan survei yang berlaku pada akhir periodenya."""
    for i, unsur in enumerate(skm.unsur):
        yield from _unknown_unsur(("unsur", i, "id"), unsur.id, skm.periode, context)


@check("rujukan-unsur", TindakLanjut)
def unsur_to_lift_exist(tindak_lanjut: TindakLanjut, context: Context) -> Iterator[Finding]:
    """Unsur yang ditindaklanjuti ada dalam aturan survei yang berlaku pada akhir periodenya."""
    if tindak_lanjut.unsur is not None:
        yield from _unknown_unsur(("unsur",), tindak_lanjut.unsur, tindak_lanjut.periode, context)


def _unknown_unsur(at: Kunci, id_: str, periode: str, context: Context) -> Iterator[Finding]:
    versi = version_on(context.repository.aturan.skm, period_bounds(periode)[1])
    if versi is None:
        saran = "Periksa periodenya, atau catat aturan masa itu di data/aturan/skm.yaml."
        yield Finding(("periode",), "pada akhir periode ini tidak ada aturan survei yang berlaku", saran)
        return
    known = [unsur.id for unsur in versi.unsur]
    if id_ not in known:
        saran = nearest(id_, known, f"Tulis salah satu dari: {', '.join(known)}.")
        yield Finding(at, "unsur ini tidak ada dalam aturan survei pada periodenya", saran)
