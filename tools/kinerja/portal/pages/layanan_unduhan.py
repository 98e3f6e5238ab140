"""The tables of services as CSV, every figure with its interval and n."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kinerja.charts.table import plain, write
from kinerja.summary.angka import Angka
from kinerja.summary.layanan import BarisLayanan
from kinerja.summary.layanan_capaian import BarisCapaian
from kinerja.summary.layanan_halaman import HalamanLayanan
from kinerja.summary.layanan_keadaan import KEADAAN, Tanda
from kinerja.summary.skm_layanan import BarisSkm

KOLOM = (
    "layanan", "nama", "perangkat_daerah", "status", "periode", "keadaan", "alasan_keadaan", "permohonan", "selesai",
    "terbuka", "terbuka_lewat_batas", "tepat_waktu", "dibatalkan_pemohon", "satuan_waktu", "batas", "median",
    "median_bawah", "median_atas", "alasan_median", "persentil_90", "terlama_yang_selesai", "persen_tepat",
    "persen_tepat_bawah", "persen_tepat_atas", "n_persen_tepat", "periode_ikm", "ikm", "ikm_bawah", "ikm_atas",
    "mutu", "responden",
)  # fmt: skip


def all_services(rows: Iterable[BarisLayanan]) -> bytes:
    """A line for each service with its newest figures."""
    return write(
        KOLOM,
        (
            (*_name(row.layanan.slug, row.layanan.nama, row.unit.nama, row.layanan.status),
             *(_times(row.capaian, row.tanda) if row.capaian else _no_times(row.tanda, batas=row.batas)),
             *_survey(row.skm))
            for row in rows
        ),
    )  # fmt: skip


def one_service(view: HalamanLayanan) -> bytes:
    """A line for each period of one service, the oldest first."""
    return write(KOLOM, _periods(view))


def _periods(view: HalamanLayanan) -> Iterator[tuple[str, ...]]:
    times = {row.periode: row for row in reversed(view.capaian)}
    surveys = {row.periode: row for row in reversed(view.skm)}
    layanan = view.layanan
    for periode in sorted({*times, *surveys}):
        row = times.get(periode)
        tanda: Tanda = row.tanda if row else "belum-ada-data"
        name = _name(layanan.slug, layanan.nama, view.unit.nama, layanan.status)
        yield (*name, *(_times(row, tanda) if row else _no_times(tanda, periode)), *_survey(surveys.get(periode)))


def _name(slug: str, nama: str, unit: str, status: str) -> tuple[str, ...]:
    return slug, nama, unit, status


def _no_times(tanda: Tanda, periode: str = "", batas: Angka | None = None) -> tuple[str, ...]:
    """Only the limit is known, if that."""
    satuan = batas.satuan if batas else ""
    return (periode, KEADAAN[tanda], *[""] * 7, satuan, _cell(batas), *[""] * 10)


def _times(row: BarisCapaian, tanda: Tanda) -> tuple[str, ...]:
    c = row.capaian
    reason = row.median.teks if row.median.alasan else ""
    counts = (c.permohonan, c.selesai, c.terbuka, c.terbuka_lewat, c.tepat_waktu, c.dibatalkan)
    return (
        c.periode, KEADAAN[tanda], row.alasan, *map(str, counts), row.batas.satuan,
        *map(_cell, (row.batas, row.median, row.median_bawah, row.median_atas)), reason,
        *map(_cell, (row.p90, row.terlama, row.tepat, row.tepat_bawah, row.tepat_atas)), str(row.tepat.n),
    )  # fmt: skip


def _survey(row: BarisSkm | None) -> tuple[str, ...]:
    if row is None:
        return ("",) * 6
    return row.periode, _cell(row.ikm), _cell(row.bawah), _cell(row.atas), row.skm.mutu, str(row.skm.n)


def _cell(angka: Angka | None) -> str:
    return "" if angka is None or angka.nilai is None else plain(angka.nilai, angka.desimal)
