"""Charts of a service: before and after, the trend of its times, satisfaction by unsur, the trend of the index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from kinerja.model.layanan import Layanan
from kinerja.numbers import id_number, id_period
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.grafik import PitaGrafik, pita_grafik
from kinerja.summary.grafik_layanan import (
    BarisSelisih,
    GrafikDeret,
    GrafikSelang,
    GrafikSelisih,
    TitikDeret,
    TitikSelang,
)
from kinerja.summary.layanan_banding import Banding
from kinerja.summary.layanan_capaian import BarisCapaian
from kinerja.summary.layanan_kata import CATAT, MULAI, SATUAN, SURVEI, periods_between, places, short_period, with_unit
from kinerja.summary.skala import Skala
from kinerja.summary.skm_layanan import BarisSkm

TITIK_PERCIK = 8
LANGKAH = 5

_Row = TypeVar("_Row", BarisCapaian, BarisSkm)


def before_after(layanan: Layanan, banding: Banding[BarisCapaian], temuan: str) -> GrafikSelisih:
    """Median and ninth tenth of both periods against the limit; what cannot be compared has no point before."""
    lama, baru = banding.lama, banding.baru
    rows = (("Separuh selesai", lama.median, baru.median), ("9 dari 10 selesai", lama.p90, baru.p90))
    return GrafikSelisih(
        id=f"layanan-{layanan.slug}-waktu",
        judul=f"Waktu layanan: {layanan.nama}",
        temuan=f"{temuan} {changed}" if (changed := limit_changed(banding)) else temuan,
        satuan=SATUAN[baru.capaian.satuan],
        nama_sebelum=id_period(lama.periode),
        nama_sesudah=id_period(baru.periode),
        baris=tuple(
            BarisSelisih(
                label=label,
                sebelum=before if banding.sebanding else _not_comparable(after, lama.periode),
                sesudah=after,
                batas=baru.batas,
                kata=against_limit(after, baru.batas),
                netral=baru.kecil,
            )
            for label, before, after in rows
        ),
        status=baru.capaian.status,
    )


def limit_changed(banding: Banding[BarisCapaian]) -> str:
    """That the limit was another one in the earlier period; empty where it was not. Only the newer one is drawn."""
    lama, baru = banding.lama.batas, banding.baru.batas
    if (lama.nilai, lama.satuan) == (baru.nilai, baru.satuan):
        return ""
    before = lama.teks if lama.satuan == baru.satuan else with_unit(lama)
    return f"Batas standar berubah dari {before} menjadi {with_unit(baru)}; yang digambar batas yang baru."


def against_limit(angka: Angka, batas: Angka) -> str:
    """`dalam batas`, `lewat 2 hari kerja`, or that it is not known yet."""
    if angka.nilai is None or batas.nilai is None:
        return "belum diketahui"
    over = Fraction(angka.nilai) - Fraction(batas.nilai)
    if over <= 0:
        return "dalam batas"
    return f"lewat {id_number(over, places(over))} {batas.satuan}"


def _not_comparable(like: Angka, periode: str) -> Angka:
    return replace(
        like, id=f"{like.id}-pembanding/{periode}", nilai=None, alasan="tidak-berlaku", desimal=None, n=None,
        rumus="tidak ditampilkan karena tidak dapat dibandingkan",
    )  # fmt: skip


def time_points(rows: Sequence[BarisCapaian]) -> tuple[TitikDeret, ...]:
    """The medians in the unit of the newest period, a point without value where a period has no data.

    A median among open requests is not known yet, but the lower end of its interval may be.
    `patah` says what changed where the ones before cannot be compared.
    """
    same = [row for row in rows if row.capaian.satuan == rows[-1].capaian.satuan] if rows else []
    points: list[TitikDeret] = []
    previous: BarisCapaian | None = None
    for periode, row in _spaced(same):
        if row is None:
            points.append(_gap(same[-1].median, periode))
            continue
        points.append(
            TitikDeret(
                periode=periode,
                label=short_period(periode),
                angka=row.median,
                bawah=row.median_bawah,
                atas=row.median_atas,
                batas=row.batas,
                patah=_break_of_times(previous, row) if previous else "",
            )
        )
        previous = row
    return tuple(points)


def _break_of_times(old: BarisCapaian, new: BarisCapaian) -> str:
    before, after = old.capaian, new.capaian
    if before.mulai_dari != after.mulai_dari:
        return f"Dihitung sejak {MULAI[after.mulai_dari]}"
    if before.cara != after.cara:
        return f"Cara catat menjadi {CATAT[after.cara]}"
    return ""


def sparkline(rows: Sequence[BarisCapaian]) -> tuple[Angka, ...]:
    """The newest medians that can be compared with each other; none where there are fewer than two."""
    points = time_points(rows)
    start = max((i for i, titik in enumerate(points) if titik.patah), default=0)
    newest = points[start:][-TITIK_PERCIK:]
    return tuple(titik.angka for titik in newest) if _drawable(newest) else ()


def index_points(rows: Sequence[BarisSkm]) -> tuple[TitikDeret, ...]:
    """The indexes under the newest rule of the survey, gaps and breaks as for times."""
    same = [row for row in rows if row.ukuran.berlaku_mulai == rows[-1].ukuran.berlaku_mulai] if rows else []
    points: list[TitikDeret] = []
    previous: BarisSkm | None = None
    for periode, row in _spaced(same):
        if row is None:
            points.append(_gap(same[-1].ikm, periode))
            continue
        changed = previous is not None and previous.skm.cara != row.skm.cara
        points.append(
            TitikDeret(
                periode=periode,
                label=short_period(periode),
                angka=row.ikm,
                bawah=row.bawah,
                atas=row.atas,
                batas=None,
                patah=f"Cara menjadi {SURVEI[row.skm.cara]}" if changed else "",
            )
        )
        previous = row
    return tuple(points)


def _spaced(rows: Sequence[_Row]) -> list[tuple[str, _Row | None]]:
    """Every period from the first to the last, with its row where there is one."""
    by_period = {row.periode: row for row in rows}
    if not by_period:
        return []
    between = periods_between(rows[0].periode, rows[-1].periode)
    names = between if set(by_period) <= set(between) else tuple(by_period)
    return [(periode, by_period.get(periode)) for periode in names]


def _gap(like: Angka, periode: str) -> TitikDeret:
    head, _, tail = like.id.rpartition("/")
    angka = replace(
        like, id=f"{head.rpartition('/')[0]}/{periode}/{tail}", nilai=None, alasan="belum-ada-data", desimal=None,
        n=None, rumus="belum ada berkas data periode ini", masukan=(Tempat(like.masukan[0].berkas.rsplit("/", 2)[0]),),
    )  # fmt: skip
    return TitikDeret(
        periode=periode, label=short_period(periode), angka=angka, bawah=None, atas=None, batas=None, patah=""
    )


def time_trend(layanan: Layanan, titik: tuple[TitikDeret, ...], temuan: str) -> GrafikDeret | None:
    """The medians over the periods; None with fewer than two values."""
    if not _drawable(titik):
        return None
    newest = titik[-1].angka
    return GrafikDeret(
        id=f"layanan-{layanan.slug}-tren-waktu",
        judul=f"Waktu tengah per periode: {layanan.nama}",
        temuan=temuan,
        satuan=newest.satuan,
        titik=titik,
        nama_batas="Batas standar",
        status=newest.status,
    )


def index_trend(layanan: Layanan, rows: Sequence[BarisSkm], titik: tuple[TitikDeret, ...]) -> GrafikDeret | None:
    """The indexes over the periods on the bands of the newest rule; None with fewer than two values."""
    if not _drawable(titik):
        return None
    newest = rows[-1]
    minimum, pita = _bands(newest.skala, (angka for one in titik for angka in (one.angka, one.bawah)))
    return GrafikDeret(
        id=f"layanan-{layanan.slug}-tren-ikm",
        judul=f"Indeks kepuasan masyarakat per periode: {layanan.nama}",
        temuan=f"Indeks {newest.nama_periode}: {newest.ikm.teks} ({newest.mutu}).",
        satuan="IKM",
        titik=titik,
        nama_batas="",
        pita=pita,
        minimum=minimum,
        maksimum=newest.skala.maksimum,
        status=newest.ikm.status,
    )


def elements(layanan: Layanan, row: BarisSkm, temuan: str) -> GrafikSelang:
    """Each unsur with its interval on the bands."""
    minimum, pita = _bands(row.skala, (angka for unsur in row.unsur for angka in (unsur.indeks, unsur.bawah)))
    return GrafikSelang(
        id=f"layanan-{layanan.slug}-unsur",
        judul=f"Kepuasan per unsur: {layanan.nama}, {row.nama_periode}",
        temuan=temuan,
        satuan="nilai unsur pada skala IKM",
        minimum=minimum,
        maksimum=row.skala.maksimum,
        desimal=row.skala.desimal,
        pita=pita,
        titik=tuple(
            TitikSelang(label=unsur.nama, angka=unsur.indeks, bawah=unsur.bawah, atas=unsur.atas) for unsur in row.unsur
        ),
        status=row.skm.status,
    )


def _bands(skala: Skala, angka: Iterable[Angka | None]) -> tuple[Decimal, tuple[PitaGrafik, ...]]:
    """Where the axis begins (a round number below everything drawn), and the bands from there on."""
    values = [Fraction(one.nilai) for one in angka if one is not None and one.nilai is not None]
    minimum = max(skala.minimum, Decimal(int(min(values) - 1) // LANGKAH * LANGKAH))
    whole = pita_grafik(skala.pita, skala.maksimum)
    return minimum, tuple(replace(pita, bawah=max(pita.bawah, minimum)) for pita in whole if pita.atas > minimum)


def _drawable(titik: Sequence[TitikDeret]) -> bool:
    return sum(one.angka.nilai is not None for one in titik) > 1
