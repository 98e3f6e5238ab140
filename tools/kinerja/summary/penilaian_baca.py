"""How a published value is read: its category against the bands, on later bands, and what it does not tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kinerja.model.dokumen import Pita
from kinerja.model.penilaian_luar import PenilaianLuar, Terbitan
from kinerja.model.repository import Repository
from kinerja.numbers import id_list
from kinerja.summary.skala import (
    Skala,
    band_name,
    band_of_publication,
    bands_in_words,
    bands_named,
    end_of,
    scale_on,
    scales,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kategori:
    """The band in words (empty: none), and what comparing it with the source says.

    `cocok` is None where there is nothing to compare.
    """

    pita: str
    cocok: bool | None
    kata: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bacaan:
    """A value on bands that came after its time, where its band is another one."""

    skala: Skala
    semula: Pita
    pita: Pita


def category_of(skala: Skala | None, terbitan: Terbitan) -> Kategori:
    """What the bands of its time say of a publication, and whether the source says the same."""
    if skala is None:
        return Kategori(pita="", cocok=None, kata="Tidak ada pita yang berlaku untuk periode ini.")
    band, written = band_of_publication(skala, terbitan), terbitan.kategori_tertulis
    if terbitan.nilai is None:
        return _category_only(skala, terbitan, band)
    if band is None:
        return Kategori(pita="", cocok=None, kata="Nilai berada di luar pita.")
    name = band_name(band)
    if written is None:
        return Kategori(pita=name, cocok=None, kata="Sumber tidak menulis kategori; ini hasil membaca pita.")
    named = bands_in_words(skala.pita, written)
    if not named:
        return Kategori(pita=name, cocok=None, kata=f"Kategori tertulis “{written}” tidak ada pada pita.")
    agrees = band in named
    verdict = "cocok dengan pita" if agrees else "tidak cocok dengan pita"
    return Kategori(pita=name, cocok=agrees, kata=f"Kategori tertulis “{written}” {verdict}.")


def _category_only(skala: Skala, terbitan: Terbitan, band: Pita | None) -> Kategori:
    named = [pita.id for pita in bands_named(skala.pita, terbitan)]
    words = terbitan.kategori_tertulis or terbitan.kategori or ""
    if band is not None:
        return Kategori(pita=band_name(band), cocok=None, kata="Hanya kategori yang terbit, tanpa nilai.")
    if named:
        kata = f"Hanya “{words}” yang terbit. Itu mencakup kategori {id_list(named)}, maka tidak dipilihkan salah satu."
        return Kategori(pita="", cocok=None, kata=kata)
    return Kategori(pita="", cocok=None, kata="Tidak ada nilai atau kategori yang dapat dibaca pada pita.")


def reread(repository: Repository, penilaian: PenilaianLuar, terbitan: Terbitan) -> Bacaan | None:
    """The value on the newest later bands; None where its band stays the same or no later bands are known."""
    if penilaian.skala is None or terbitan.nilai is None:
        return None
    then = scale_on(repository, penilaian.skala, end_of(terbitan.periode))
    semula = then.band(terbitan.nilai) if then else None
    if then is None or semula is None:
        return None
    later = [s for s in scales(repository, penilaian.skala) if s.berlaku_mulai > then.berlaku_mulai and not s.dicabut]
    pita = later[-1].band(terbitan.nilai) if later else None
    if pita is None or pita.id == semula.id:
        return None
    return Bacaan(skala=later[-1], semula=semula, pita=pita)


def limits_of(repository: Repository, penilaian: PenilaianLuar, shown: tuple[Skala, ...]) -> Iterator[str]:
    """What the figures of a series do not tell, one sentence each."""
    terbitan = penilaian.terbitan
    if not penilaian.tentang_daerah:
        yield f"Angka ini bukan tentang {repository.portal.daerah}."
    if penilaian.skala or penilaian.satuan in ("persen", "kategori"):
        yield f"Yang dinilai adalah {penilaian.objek}, bukan pegawai dan bukan unit di dalamnya."
    else:
        yield "Angka ini keterangan, bukan ukuran kinerja pegawai atau unit."
    if all(t.keandalan == "pemberitaan" for t in terbitan):
        yield f"Angka dibaca dari berita, belum dari naskah {penilaian.lembaga}."
    bare = [t.periode for t in terbitan if t.nilai is None]
    if bare and len(bare) < len(terbitan):
        years = id_list(sorted(bare))
        yield f"Untuk {years} nilainya tidak terbit, maka naik atau turunnya tidak dapat dihitung."
    if penilaian.satuan == "persen" and any(t.n is None for t in terbitan):
        yield "Jumlah orang yang ditanya tidak disebut, maka ketelitiannya tidak diketahui."
    if any(t.pembanding for t in terbitan):
        yield "Daerah lain hanya yang disebut sumber yang sama; daftarnya tidak lengkap dan bukan peringkat."
    if any(skala.perlu_verifikasi for skala in shown):
        yield "Batas pita yang dipakai belum dicocokkan dengan naskah resminya."
