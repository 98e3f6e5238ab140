"""What others published about the city: each figure with its band, its source, and how far it can be relied on."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.model.penilaian_luar import Keandalan, PenilaianLuar, Terbitan
from kinerja.model.repository import Repository
from kinerja.numbers import Exact
from kinerja.problems import Kunci
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.grafik import GrafikPita
from kinerja.summary.penilaian_baca import Bacaan, Kategori, category_of, limits_of, reread
from kinerja.summary.penilaian_grafik import Titik, chart
from kinerja.summary.skala import (
    Skala,
    TabelPita,
    band_name,
    band_of_publication,
    band_table,
    end_of,
    scale_on,
)

KEANDALAN: dict[Keandalan, tuple[str, str]] = {
    "resmi": ("Sumber resmi", "oke"),
    "pemberitaan": ("Dari pemberitaan", "info"),
    "bertentangan": ("Saling bertentangan", "awas"),
    "tanpa-sumber": ("Tanpa sumber", "awas"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PembandingAngka:
    """A government's figure in the same publication, the own one included; `pita` is its band in words."""

    nama: str
    angka: Angka
    pita: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Baris:
    """One published figure as a row: a value, or the words that were published.

    `kategori` compares the words of the source with the bands; None where the series has no scale.
    """

    terbitan: Terbitan
    angka: Angka | None
    n: Angka | None
    kata: str
    pita: str
    kategori: Kategori | None
    keandalan: str
    nada: str
    pembanding: tuple[PembandingAngka, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seri:
    """One series, newest figure first; `grafik` only where values can be read on bands.

    `bacaan_ulang` is the newest value on later bands, where its letter changes; `batas` says in sentences what
    the figures do not tell.
    """

    penilaian: PenilaianLuar
    terbaru: Baris
    baris: tuple[Baris, ...]
    skala: tuple[Skala, ...]
    pita: tuple[TabelPita, ...]
    bacaan_ulang: Bacaan | None
    batas: tuple[str, ...]
    grafik: GrafikPita | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriIndex:
    """Series about the city, what cannot be relied on yet, and series about others shown for the method.

    `dapat_dipegang` is made of the three groups after it. Fictional series stand apart, in no count.
    """

    dapat_dipegang: tuple[Seri, ...]
    pada_pita: tuple[Seri, ...]
    tanpa_pita: tuple[Seri, ...]
    pernyataan: tuple[Seri, ...]
    belum_dapat_dipegang: tuple[Seri, ...]
    pembanding: tuple[Seri, ...]
    contoh: tuple[Seri, ...]
    jumlah: Angka
    jumlah_pada_pita: Angka
    jumlah_belum: Angka


def index(repository: Repository) -> SeriIndex:
    """All series in the order of their titles."""
    semua = [series(repository, p) for p in sorted(repository.penilaian_luar.values(), key=lambda p: p.judul)]
    resmi = [s for s in semua if s.penilaian.status == "resmi"]
    tentang = tuple(s for s in resmi if s.penilaian.tentang_daerah)
    shaky = tuple(s for s in tentang if s.terbaru.terbitan.keandalan in ("bertentangan", "tanpa-sumber"))
    solid = tuple(s for s in tentang if s not in shaky)
    banded = tuple(s for s in solid if s.terbaru.angka and s.terbaru.kategori and s.terbaru.kategori.pita)
    return SeriIndex(
        dapat_dipegang=solid,
        pada_pita=banded,
        tanpa_pita=tuple(s for s in solid if s.terbaru.angka and s not in banded),
        pernyataan=tuple(s for s in solid if not s.terbaru.angka),
        belum_dapat_dipegang=shaky,
        pembanding=tuple(s for s in resmi if not s.penilaian.tentang_daerah),
        contoh=tuple(s for s in semua if s.penilaian.status == "contoh"),
        jumlah=_count("jumlah", "banyak ukuran tentang daerah ini", tentang),
        jumlah_pada_pita=_count("jumlah-pada-pita", "banyak ukuran yang nilai terbarunya terletak pada pita", banded),
        jumlah_belum=_count("jumlah-belum", "banyak ukuran yang bertentangan atau tanpa sumber", shaky),
    )


def _count(name: str, rumus: str, seri: tuple[Seri, ...]) -> Angka:
    places = tuple(Tempat(s.penilaian.berkas) for s in seri) or (Tempat("data/penilaian-luar"),)
    return Angka(
        id=f"penilaian-luar/{name}", nilai=len(seri), status="resmi", satuan="ukuran", rumus=rumus, masukan=places
    )


def series(repository: Repository, penilaian: PenilaianLuar) -> Seri:
    """One series with its bands and chart."""
    rows = []
    scales: dict[tuple[str | int, ...], Skala] = {}
    for i, terbitan in enumerate(penilaian.terbitan):
        skala = scale_on(repository, penilaian.skala, end_of(terbitan.periode)) if penilaian.skala else None
        if skala:
            scales[skala.kunci] = skala
        rows.append((_row(penilaian, i, terbitan, skala), skala))
    newest = sorted(rows, key=lambda row: end_of(row[0].terbitan.periode), reverse=True)
    again = reread(repository, penilaian, newest[0][0].terbitan)
    shown = (*scales.values(), *((again.skala,) if again else ()))
    return Seri(
        penilaian=penilaian,
        terbaru=newest[0][0],
        baris=tuple(row for row, _ in newest),
        skala=tuple(scales.values()),
        pita=tuple(band_table(skala) for skala in shown),
        bacaan_ulang=again,
        batas=tuple(limits_of(repository, penilaian, shown)),
        grafik=chart(penilaian, [Titik(row.terbitan, row.angka, row.pita, skala) for row, skala in rows], again),
    )


def _row(penilaian: PenilaianLuar, i: int, terbitan: Terbitan, skala: Skala | None) -> Baris:
    kata, nada = KEANDALAN[terbitan.keandalan]
    pita = band_of_publication(skala, terbitan) if skala else None
    angka = _value(penilaian, terbitan.id, terbitan.nilai, ("terbitan", i, "nilai"), terbitan.n)
    return Baris(
        terbitan=terbitan,
        angka=angka,
        n=_value(penilaian, f"{terbitan.id}/n", terbitan.n, ("terbitan", i, "n"), None, satuan=""),
        kata=terbitan.pernyataan or terbitan.kategori_tertulis or terbitan.kategori or "",
        pita=band_name(pita) if pita else terbitan.kategori_tertulis or "",
        kategori=category_of(skala, terbitan) if penilaian.skala else None,
        keandalan=kata,
        nada=nada,
        pembanding=_peers(penilaian, i, terbitan, skala, angka),
    )


def _peers(
    penilaian: PenilaianLuar, i: int, terbitan: Terbitan, skala: Skala | None, own: Angka | None
) -> tuple[PembandingAngka, ...]:
    """In alphabetical order: a table, never a ranking."""
    found: list[tuple[str, Angka | None]] = (
        [(penilaian.objek.removeprefix("Pemerintah "), own)] if own and terbitan.pembanding else []
    )
    for j, peer in enumerate(terbitan.pembanding):
        name, key = f"{terbitan.id}/{peer.nama.lower().replace(' ', '-')}", ("terbitan", i, "pembanding", j, "nilai")
        found.append((peer.nama, _value(penilaian, name, peer.nilai, key, None)))
    return tuple(
        PembandingAngka(nama=nama, angka=angka, pita=_band_words(skala, angka))
        for nama, angka in sorted(found, key=lambda item: item[0])
        if angka is not None
    )


def _band_words(skala: Skala | None, angka: Angka) -> str:
    pita = skala.band(angka.nilai) if skala and angka.nilai is not None else None
    return band_name(pita) if pita else ""


def _value(
    penilaian: PenilaianLuar, name: str, nilai: Exact | None, kunci: Kunci, n: int | None, satuan: str | None = None
) -> Angka | None:
    """A published number as it was published, with the decimals of its source."""
    if nilai is None:
        return None
    return Angka(
        id=f"penilaian-luar/{penilaian.slug}/{name}",
        nilai=nilai,
        status=penilaian.status,
        satuan=_unit(penilaian.satuan) if satuan is None else satuan,
        n=n,
        rumus=f"angka yang diterbitkan {penilaian.lembaga}",
        masukan=(Tempat(penilaian.berkas, kunci),),
    )


def _unit(satuan: str) -> str:
    """What is printed after the number: a scale is no unit, and percent has its sign."""
    plain = satuan.partition(" (")[0]
    return {"persen": "%", "nilai": "", "indeks": "", "skor": ""}.get(plain, plain)
