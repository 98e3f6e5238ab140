"""What others published: one statement each, on its scale, as reliable as it says."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kinerja.checks.registry import Context, check
from kinerja.model.dokumen import Pita
from kinerja.model.penilaian_luar import PenilaianLuar, Terbitan
from kinerja.numbers import half_up, id_number
from kinerja.problems import Finding, Kunci
from kinerja.rules.pita import band_of
from kinerja.summary.skala import Skala, end_of, scale_on

Graded = Iterator[tuple[int, Terbitan, Skala]]


def _graded(penilaian: PenilaianLuar, context: Context) -> Graded:
    """Each publication with the bands in force at the end of its period, where the series has a scale."""
    for i, terbitan in enumerate(penilaian.terbitan):
        skala = scale_on(context.repository, penilaian.skala or "", end_of(terbitan.periode))
        if skala is not None:
            yield i, terbitan, skala


@check("terbitan-isi", PenilaianLuar)
def one_statement_each(penilaian: PenilaianLuar, context: Context) -> Iterator[Finding]:
    """Setiap terbitan berisi tepat satu dari nilai, kategori, atau pernyataan."""
    for i, terbitan in enumerate(penilaian.terbitan):
        said = [key for key in ("nilai", "kategori", "pernyataan") if getattr(terbitan, key) is not None]
        if not said:
            pesan = "terbitan ini belum berisi nilai, kategori, atau pernyataan"
            yield Finding(("terbitan", i), pesan, "Tulis salah satunya; yang tidak diketahui tidak ditulis.")
        for key in said[1:]:
            pesan = f"terbitan ini berisi {said[0]} dan juga {key}"
            saran = "Tulis satu saja; kata kategori di samping nilai ditulis sebagai `kategori_tertulis`."
            yield Finding(("terbitan", i, key), pesan, saran)


@check("nilai-di-luar-skala", PenilaianLuar)
def values_lie_on_their_scale(penilaian: PenilaianLuar, context: Context) -> Iterator[Finding]:
    """Nilai yang berskala berada di antara nilai terkecil dan terbesar skalanya."""
    for i, terbitan, skala in _graded(penilaian, context):
        if terbitan.nilai is not None and not skala.minimum <= terbitan.nilai <= skala.maksimum:
            pesan = f"nilai ini di luar skala {id_number(skala.minimum)} sampai {id_number(skala.maksimum)}"
            yield Finding(("terbitan", i, "nilai"), pesan, "Periksa nilai dan skalanya pada sumber.")


@check("desimal-nilai", PenilaianLuar)
def values_are_shown_in_full(penilaian: PenilaianLuar, context: Context) -> Iterator[Finding]:
    """Nilai yang terbit, juga pembandingnya, tidak mempunyai desimal lebih banyak daripada yang ditampilkan."""
    saran = "Naikkan `desimal` berkas ini agar nilai tampil seperti di sumbernya."
    for i, terbitan in enumerate(penilaian.terbitan):
        values: list[tuple[Kunci, Decimal | None]] = [(("terbitan", i, "nilai"), terbitan.nilai)]
        values += [(("terbitan", i, "pembanding", j, "nilai"), p.nilai) for j, p in enumerate(terbitan.pembanding)]
        for at, nilai in values:
            if nilai is not None and half_up(nilai, penilaian.desimal) != nilai:
                yield Finding(at, f"nilai ini mempunyai lebih dari {penilaian.desimal} angka desimal", saran)


@check("kategori-skala", PenilaianLuar)
def categories_belong_to_the_scale(penilaian: PenilaianLuar, context: Context) -> Iterator[Finding]:
    """Kategori seri yang berskala adalah id salah satu pita skala itu pada periodenya."""
    for i, terbitan, skala in _graded(penilaian, context):
        ids = [pita.id for pita in skala.pita]
        if terbitan.kategori is not None and terbitan.kategori not in ids:
            saran = f"Tulis salah satu dari: {', '.join(ids)}."
            yield Finding(("terbitan", i, "kategori"), "kategori ini tidak ada pada skalanya", saran)


@check("kategori-tertulis", PenilaianLuar)
def stated_categories_match_the_bands(penilaian: PenilaianLuar, context: Context) -> Iterator[Finding]:
    """Kategori yang tertulis di sumber cocok dengan pita dari nilai atau kategorinya, kecuali dicatat bertentangan."""
    for i, terbitan, skala in _graded(penilaian, context):
        if terbitan.keandalan == "bertentangan" or terbitan.kategori_tertulis is None:
            continue
        stated = _plain(terbitan.kategori_tertulis)
        meant = {pita.id for pita in skala.pita if stated in _names(pita)}
        band = _band(terbitan, skala)
        if band is not None and meant and band.id not in meant:
            pesan = f"kategori yang tertulis tidak cocok: menurut skalanya seharusnya {band.id}"
            saran = "Periksa pada sumber; bila sumbernya memang bertentangan, tulis `keandalan: bertentangan`."
            yield Finding(("terbitan", i, "kategori_tertulis"), pesan, saran)


def _band(terbitan: Terbitan, skala: Skala) -> Pita | None:
    if terbitan.nilai is not None:
        return band_of(skala.pita, terbitan.nilai, skala.desimal)
    return next((pita for pita in skala.pita if pita.id == terbitan.kategori), None)


def _names(pita: Pita) -> set[str]:
    names = (pita.id, pita.nama, f"{pita.id} ({pita.nama})", pita.keterangan or pita.nama)
    return {_plain(name) for name in names}


def _plain(name: str) -> str:
    return " ".join(name.replace("-", " ").casefold().split())


@check("keandalan-tanpa-catatan", PenilaianLuar)
def doubts_are_explained(penilaian: PenilaianLuar, context: Context) -> Iterator[Finding]:
    """Terbitan yang bertentangan atau tanpa sumber menjelaskan sebabnya dalam catatan."""
    for i, terbitan in enumerate(penilaian.terbitan):
        if terbitan.keandalan in ("bertentangan", "tanpa-sumber") and terbitan.catatan is None:
            pesan = f"keandalan {terbitan.keandalan} tanpa penjelasan"
            yield Finding(("terbitan", i, "keandalan"), pesan, "Tulis `catatan`: apa yang bertentangan atau tidak ada.")


@check("keandalan-resmi", PenilaianLuar)
def official_values_can_be_traced(penilaian: PenilaianLuar, context: Context) -> Iterator[Finding]:
    """Terbitan dengan keandalan resmi mempunyai sumber yang beralamat atau bertanggal."""
    for i, terbitan in enumerate(penilaian.terbitan):
        traced = any(sumber.url is not None or sumber.tanggal is not None for sumber in terbitan.sumber)
        if terbitan.keandalan == "resmi" and not traced:
            saran = "Tambahkan `url` atau `tanggal` sumber, atau tulis `keandalan: pemberitaan`."
            yield Finding(("terbitan", i, "sumber"), "sumber resmi ini tidak dapat ditelusuri", saran)


@check("pembanding-daerah", PenilaianLuar)
def comparisons_do_not_name_our_units(penilaian: PenilaianLuar, context: Context) -> Iterator[Finding]:
    """Seri tentang daerah lain tidak menyebut perangkat daerah kota ini."""
    if not penilaian.tentang_daerah and penilaian.perangkat_daerah is not None:
        pesan = "seri tentang daerah lain ini menyebut perangkat daerah kota ini"
        yield Finding(("perangkat_daerah",), pesan, "Hapus baris ini, atau hapus `tentang_daerah: false`.")
