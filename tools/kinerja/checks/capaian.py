"""Results of services: counts that add up, times that agree with them, judged by the standard of their time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kinerja.checks.registry import Context, check
from kinerja.checks.walk import service_of
from kinerja.model.capaian import CapaianLayanan
from kinerja.numbers import id_date, id_number, id_period, period_bounds
from kinerja.problems import Finding
from kinerja.rules.capaian import standard_on
from kinerja.rules.selang import median_ranks
from kinerja.rules.versi import version_on

_TIMES = ("median_bawah", "median", "median_atas", "p90", "terlama")
# Each pair is in order where both are known.
_ASCENDING = (
    ("median_bawah", "median"),
    ("median", "median_atas"),
    ("median", "p90"),
    ("p90", "terlama"),
    ("median_atas", "terlama"),
)


@check("jumlah-permohonan", CapaianLayanan)
def requests_add_up(capaian: CapaianLayanan, context: Context) -> Iterator[Finding]:
    """Permohonan adalah yang selesai ditambah yang terbuka; tepat waktu bagian dari selesai, lewat dari terbuka."""
    saran = "Hitung ulang dari register; yang dibatalkan tidak masuk hitungan."
    total = capaian.selesai + capaian.terbuka
    if capaian.permohonan != total:
        pesan = f"permohonan berbeda dari `selesai` ditambah `terbuka`, yaitu {id_number(total)}"
        yield Finding(("permohonan",), pesan, saran)
    if capaian.tepat_waktu > capaian.selesai:
        yield Finding(("tepat_waktu",), "yang tepat waktu lebih banyak daripada yang selesai", saran)
    if capaian.terbuka_lewat > capaian.terbuka:
        yield Finding(("terbuka_lewat",), "yang terbuka lewat batas lebih banyak daripada yang terbuka", saran)


@check("jumlah-pengaduan", CapaianLayanan)
def complaints_add_up(capaian: CapaianLayanan, context: Context) -> Iterator[Finding]:
    """Pengaduan yang tepat waktu paling banyak yang selesai, dan yang selesai paling banyak yang masuk."""
    pengaduan = capaian.pengaduan
    if pengaduan is None:
        return
    saran = "Hitung ulang dari catatan pengaduan periode ini."
    if pengaduan.selesai > pengaduan.masuk:
        pesan = "pengaduan yang selesai lebih banyak daripada yang masuk"
        yield Finding(("pengaduan", "selesai"), pesan, saran)
    if pengaduan.tepat_waktu > pengaduan.selesai:
        pesan = "pengaduan yang tepat waktu lebih banyak daripada yang selesai"
        yield Finding(("pengaduan", "tepat_waktu"), pesan, saran)


@check("urutan-waktu", CapaianLayanan)
def times_ascend(capaian: CapaianLayanan, context: Context) -> Iterator[Finding]:
    """Waktu tidak negatif, dan berurutan: batas bawah median, median, batas atasnya, p90, lalu yang terlama."""
    times = _times(capaian)
    saran = "Hitung ulang dari register."
    for key, value in times.items():
        if value < 0:
            yield Finding(("waktu", key), "waktu ini kurang dari 0", saran)
    for lower, upper in _ASCENDING:
        if lower in times and upper in times and times[upper] < times[lower]:
            yield Finding(("waktu", upper), f"`{upper}` lebih singkat daripada `{lower}`", saran)


@check("waktu-belum-diketahui", CapaianLayanan)
def unknown_times_are_left_out(capaian: CapaianLayanan, context: Context) -> Iterator[Finding]:
    """Waktu yang jatuh pada permohonan yang masih terbuka, atau tanpa permohonan, belum diketahui dan tidak ditulis."""
    times = _times(capaian)
    if capaian.waktu is not None and not times:
        yield Finding(("waktu",), "tidak ada satu waktu pun di sini", "Hapus `waktu`.")
    elif times and capaian.permohonan == 0:
        yield Finding(("waktu",), "tidak ada permohonan, jadi waktunya tidak diketahui", "Hapus `waktu`.")
        return
    for key in times:
        needed = _rank(key, capaian, context)
        if needed is not None and not 1 <= needed <= capaian.permohonan:
            pesan = f"`{key}` tidak dapat dihitung dari {id_number(capaian.permohonan)} permohonan"
            yield Finding(("waktu", key), pesan, "Hapus baris ini.")
        elif needed is not None and key != "median_bawah" and needed > capaian.selesai:
            pesan = f"`{key}` jatuh pada permohonan yang masih terbuka, jadi belum diketahui"
            saran = "Hapus baris ini; permohonan yang terbuka ikut dihitung, lebih lama daripada yang selesai."
            yield Finding(("waktu", key), pesan, saran)


@check("waktu-lengkap", CapaianLayanan)
def known_times_are_written(capaian: CapaianLayanan, context: Context) -> Iterator[Finding]:
    """Waktu yang sudah dapat diketahui dari yang selesai semuanya tertulis."""
    times = _times(capaian)
    for key in _TIMES:
        needed = _rank(key, capaian, context) if capaian.selesai else None
        lower = key == "median_bawah"
        if (
            key not in times
            and needed is not None
            and 1 <= needed <= (capaian.permohonan if lower else capaian.selesai)
        ):
            at = ("waktu",) if capaian.waktu is not None else ()
            yield Finding(at, f"`{key}` belum ada, padahal sudah dapat dihitung", "Hitung ulang dari register.")


@check("waktu-bulat", CapaianLayanan)
def working_days_are_whole(capaian: CapaianLayanan, context: Context) -> Iterator[Finding]:
    """Waktu dalam hari kerja adalah bilangan bulat; median boleh berakhir setengah."""
    for key, value in _times(capaian).items():
        parts = 2 if key == "median" else 1
        if capaian.satuan == "hari-kerja" and value * parts % 1:
            yield Finding(("waktu", key), "hari kerja dihitung bulat", "Hitung ulang dari register.")


def _rank(key: str, capaian: CapaianLayanan, context: Context) -> int | None:
    """Which of the requests, from the shortest, this time is; None where no rule of its day says so."""
    n = capaian.permohonan
    if key in ("median_bawah", "median_atas"):
        versi = version_on(context.repository.aturan.selang, period_bounds(capaian.periode)[1])
        if versi is None or not 0 < versi.tingkat < 1:
            return None
        return median_ranks(versi, n)[key == "median_atas"]
    return {"median": n // 2 + 1, "p90": -(-9 * n // 10), "terlama": max(1, capaian.selesai)}[key]


@check("waktu-dan-jumlah", CapaianLayanan)
def times_agree_with_counts(capaian: CapaianLayanan, context: Context) -> Iterator[Finding]:
    """Median, p90, dan waktu terlama di bawah atau di atas batas cocok dengan jumlah yang tepat waktu."""
    n = capaian.permohonan
    # Time: on-time requests at least, where it lies below the limit; at most, where it lies above.
    bounds = {"median": ((n + 1) // 2, n // 2), "p90": (-(-9 * n // 10), (9 * n - 1) // 10)}
    bounds["terlama"] = (capaian.selesai, capaian.selesai - 1)
    for key, value in _times(capaian).items():
        if key not in bounds or (_rank(key, capaian, context) or 0) > capaian.selesai:
            continue
        least, most = bounds[key]
        saran = "Hitung ulang dari register, dengan batas yang tertulis di berkas ini."
        if value < capaian.batas and capaian.tepat_waktu < least:
            pesan = f"`{key}` di bawah batas, maka yang tepat waktu sedikitnya {id_number(least)}"
            yield Finding(("tepat_waktu",), pesan, saran)
        if value > capaian.batas and capaian.tepat_waktu > most:
            pesan = f"`{key}` di atas batas, maka yang tepat waktu paling banyak {id_number(most)}"
            yield Finding(("tepat_waktu",), pesan, saran)


@check("standar-pada-masanya", CapaianLayanan)
def results_are_judged_by_the_standard_of_their_time(capaian: CapaianLayanan, context: Context) -> Iterator[Finding]:
    """Satuan, awal hitungan, dan batas capaian adalah milik standar yang berlaku pada akhir periodenya."""
    layanan = service_of(capaian, context.repository)
    if layanan is None:
        return
    standar = standard_on(layanan, capaian.periode)
    if standar is None:
        saran = "Tulis standar itu dengan SK-nya di berkas layanan, atau betulkan periode."
        yield Finding(("periode",), "pada akhir periode ini tidak ada standar layanan yang berlaku", saran)
        return
    for key in ("satuan", "mulai_dari", "batas"):
        wanted = getattr(standar, key)
        if getattr(capaian, key) != wanted:
            pesan = f"berbeda dari standar yang berlaku pada akhir periode ini, yaitu {wanted}"
            yield Finding((key,), pesan, "Hitung ulang menurut standar itu, atau betulkan standarnya.")


@check("tanggal-hitung", CapaianLayanan)
def results_are_counted_after_their_period(capaian: CapaianLayanan, context: Context) -> Iterator[Finding]:
    """Capaian dihitung setelah periodenya berakhir dan tidak di masa depan."""
    last = period_bounds(capaian.periode)[1]
    if capaian.dihitung_pada < last:
        pesan = f"dihitung sebelum periodenya berakhir, {id_date(last)}"
        yield Finding(("dihitung_pada",), pesan, "Hitung ulang setelah periodenya berakhir, atau betulkan tanggalnya.")
    if capaian.dihitung_pada > context.tanggal:
        yield Finding(("dihitung_pada",), f"tanggal ini setelah {id_date(context.tanggal)}", "Betulkan tanggalnya.")


@check("periode-bertumpuk", CapaianLayanan, "peringatan")
def periods_of_a_service_do_not_overlap(capaian: CapaianLayanan, context: Context) -> Iterator[Finding]:
    """Periode capaian satu layanan tidak bertumpuk, agar permohonan tidak dihitung dua kali."""
    first, last = period_bounds(capaian.periode)
    inside = [
        id_period(other.periode)
        for other in context.repository.capaian_layanan.get(capaian.slug, ())
        if other is not capaian and first <= period_bounds(other.periode)[0] and period_bounds(other.periode)[1] <= last
    ]
    if inside:
        pesan = f"periode ini memuat periode lain layanan yang sama: {', '.join(inside)}"
        yield Finding(("periode",), pesan, "Hapus salah satunya, agar permohonan tidak dihitung dua kali.")


def _times(capaian: CapaianLayanan) -> dict[str, Decimal]:
    """The times that are known, by their key."""
    known = {key: getattr(capaian.waktu, key, None) for key in _TIMES}
    return {key: value for key, value in known.items() if value is not None}
