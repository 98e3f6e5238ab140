"""One service in one period: every figure of the requests with its receipt, judged by the standard of its time."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.model.aturan_layanan import VersiSelang
from kinerja.model.capaian import CapaianLayanan
from kinerja.model.layanan import Layanan, Standar
from kinerja.model.repository import Repository
from kinerja.numbers import Exact
from kinerja.rules.capaian import judged, on_time_share, standard_on
from kinerja.rules.selang import Selang, is_small, wilson
from kinerja.rules.versi import version_on
from kinerja.summary.angka import Alasan, Angka, Tempat
from kinerja.summary.layanan_kata import SATUAN, in_sentence
from kinerja.summary.layanan_keadaan import Tanda, judge
from kinerja.summary.skala import end_of

MEDIAN = "nilai tengah waktu semua permohonan; yang masih terbuka dihitung lebih lama daripada yang sudah selesai"
SELANG_MEDIAN = "batas selang 95% nilai tengah menurut urutan waktu permohonan"
TEPAT = "tepat waktu ÷ (selesai + terbuka yang sudah melewati batas) × 100"


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisCapaian:
    """The requests of a period. `tanda` is the state; `alasan` says in a few words why nothing is judged, `sebab` in a
    sentence how the state came about; `kecil`: the sample is small.

    The bounds of an interval are None where there is none; an upper bound of the median that lies among open
    requests is an `Angka` with its reason.
    """

    capaian: CapaianLayanan
    standar: Standar | None
    tanda: Tanda
    alasan: str
    sebab: str
    kecil: bool
    permohonan: Angka
    selesai: Angka
    terbuka: Angka
    terbuka_lewat: Angka
    tepat_waktu: Angka
    dibatalkan: Angka
    batas: Angka
    target: Angka | None
    median: Angka
    median_bawah: Angka | None
    median_atas: Angka | None
    p90: Angka
    terlama: Angka
    tepat: Angka
    tepat_bawah: Angka | None
    tepat_atas: Angka | None

    @property
    def periode(self) -> str:
        """The period of the document."""
        return self.capaian.periode

    @property
    def nama_periode(self) -> str:
        """`triwulan III tahun 2026`."""
        return in_sentence(self.periode)


def achievements(repository: Repository, layanan: Layanan) -> tuple[BarisCapaian, ...]:
    """Every period of a service, the oldest first."""
    return tuple(_row(repository, layanan, c) for c in repository.capaian_layanan.get(layanan.slug, ()))


def figure(
    c: CapaianLayanan,
    name: str,
    nilai: Exact | None,
    rumus: str,
    *kunci: tuple[str, ...],
    satuan: str = "",
    n: int | None = None,
    desimal: int | None = None,
    alasan: Alasan = "belum-ada-data",
) -> Angka:
    """A figure of a document of requests; without a value it carries `alasan`."""
    return Angka(
        id=f"layanan/{c.layanan}/{c.periode}/{name}",
        nilai=nilai,
        alasan=alasan if nilai is None else None,
        status=c.status,
        satuan=satuan,
        desimal=desimal if nilai is not None else None,
        n=n,
        rumus=rumus,
        masukan=tuple(Tempat(c.berkas, key) for key in kunci),
    )


def _row(repository: Repository, layanan: Layanan, c: CapaianLayanan) -> BarisCapaian:
    versi = version_on(repository.aturan.selang, end_of(c.periode))
    standar = standard_on(layanan, c.periode)
    kecil = versi is not None and is_small(versi, c.permohonan)
    penilaian = judge(c, standar, kecil=kecil)
    waktu = _times(c)
    tepat, bawah, atas = _share(c, versi)
    return BarisCapaian(
        capaian=c,
        standar=standar,
        tanda=penilaian.tanda,
        alasan=penilaian.alasan,
        sebab=penilaian.sebab,
        kecil=kecil,
        permohonan=_count(c, "permohonan", c.permohonan),
        selesai=_count(c, "selesai", c.selesai),
        terbuka=_count(c, "terbuka", c.terbuka),
        terbuka_lewat=_count(c, "terbuka_lewat", c.terbuka_lewat),
        tepat_waktu=_count(c, "tepat_waktu", c.tepat_waktu),
        dibatalkan=_count(c, "dibatalkan", c.dibatalkan),
        batas=figure(c, "batas", c.batas, "batas waktu menurut standar pada periode ini", ("batas",),
                     satuan=SATUAN[c.satuan], desimal=0),
        target=target_figure(layanan, standar),
        median=waktu["median"],
        median_bawah=waktu["median_bawah"] if c.waktu and c.waktu.median_bawah is not None else None,
        median_atas=waktu["median_atas"] if c.waktu and c.waktu.median_bawah is not None else None,
        p90=waktu["p90"],
        terlama=waktu["terlama"],
        tepat=tepat,
        tepat_bawah=bawah,
        tepat_atas=atas,
    )  # fmt: skip


def _count(c: CapaianLayanan, name: str, nilai: int) -> Angka:
    words = name.replace("_", "-")
    rumus = {
        "permohonan": "banyak permohonan yang mulai dihitung pada periode ini",
        "selesai": "banyak permohonan yang sudah selesai",
        "terbuka": "banyak permohonan yang belum selesai saat dihitung",
        "terbuka_lewat": "banyak permohonan terbuka yang sudah melewati batas",
        "tepat_waktu": "banyak permohonan yang selesai dalam batas",
        "dibatalkan": "banyak permohonan yang ditarik pemohonnya; tidak ikut dihitung",
    }[name]
    return figure(c, words, nilai, rumus, (name,), satuan="permohonan")


def _times(c: CapaianLayanan) -> dict[str, Angka]:
    """Quantiles; one that is left out lies among the open requests, so it cannot be told yet."""
    rumus = {
        "median": MEDIAN,
        "median_bawah": SELANG_MEDIAN,
        "median_atas": SELANG_MEDIAN,
        "p90": "waktu terpendek yang mencakup 9 dari 10 permohonan",
        "terlama": "waktu terlama di antara yang sudah selesai",
    }
    missing: Alasan = "belum-ada-data" if c.waktu is None else "tidak-dapat-dinilai"
    return {
        name: figure(
            c, name.replace("_", "-"), _quantile(c, name), words, ("waktu", name) if c.waktu else (),
            satuan=SATUAN[c.satuan], n=c.selesai if name == "terlama" else c.permohonan, alasan=missing,
        )
        for name, words in rumus.items()
    }  # fmt: skip


def _quantile(c: CapaianLayanan, name: str) -> Decimal | None:
    found: Decimal | None = getattr(c.waktu, name) if c.waktu else None
    return found


def _share(c: CapaianLayanan, versi: VersiSelang | None) -> tuple[Angka, Angka | None, Angka | None]:
    n = judged(c)
    share = on_time_share(c)
    keys = (("tepat_waktu",), ("selesai",), ("terbuka_lewat",))
    angka = figure(c, "tepat", None if share is None else share * 100, TEPAT, *keys, satuan="%", n=n, desimal=1,
                   alasan="tidak-dapat-dinilai")  # fmt: skip
    if share is None or versi is None:
        return angka, None, None
    selang: Selang = wilson(versi, c.tepat_waktu, n)
    bawah, atas = (
        figure(c, name, None if edge is None else edge * 100, "selang Wilson 95% dari bagian tepat waktu", *keys,
               satuan="%", n=n, desimal=1, alasan="tidak-dapat-dinilai")
        for name, edge in (("tepat-bawah", selang.bawah), ("tepat-atas", selang.atas))
    )  # fmt: skip
    return angka, bawah, atas


def limit_figure(layanan: Layanan, standar: Standar) -> Angka:
    """The time limit of a standard."""
    return _of_standard(
        layanan, standar, "batas", standar.batas, SATUAN[standar.satuan], "batas waktu menurut keputusan standar"
    )


def target_figure(layanan: Layanan, standar: Standar | None) -> Angka | None:
    """The share of requests that the standard wants within its limit; None where it names none."""
    if standar is None or standar.target is None:
        return None
    rumus = "bagian permohonan yang menurut keputusan standar harus tepat waktu × 100"
    return _of_standard(layanan, standar, "target", standar.target * 100, "%", rumus)


def _of_standard(layanan: Layanan, standar: Standar, key: str, nilai: Exact, satuan: str, rumus: str) -> Angka:
    whole = Fraction(nilai).denominator == 1
    return Angka(
        id=f"layanan/{layanan.slug}/standar/{standar.berlaku_mulai.isoformat()}/{key}",
        nilai=nilai,
        status=layanan.status,
        satuan=satuan,
        desimal=0 if whole else 1,
        rumus=rumus,
        masukan=(Tempat(layanan.berkas, ("standar", layanan.standar.index(standar), key)),),
    )
