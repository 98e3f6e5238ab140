"""The page of one service: what was found, in the order in which a citizen asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.model.capaian import TindakLanjut
from kinerja.model.layanan import Layanan
from kinerja.model.perangkat_daerah import PerangkatDaerah
from kinerja.model.repository import Repository
from kinerja.numbers import id_list
from kinerja.rules.perbandingan import MASIH_TERBUKA
from kinerja.rules.tindak_lanjut import overdue
from kinerja.summary import layanan_grafik
from kinerja.summary.angka import Angka
from kinerja.summary.grafik_layanan import GrafikDeret, GrafikSelang, GrafikSelisih
from kinerja.summary.layanan_banding import Banding, compare_surveys, compare_times
from kinerja.summary.layanan_capaian import BarisCapaian, achievements
from kinerja.summary.layanan_kata import CATAT, MULAI, how_long, in_sentence, with_unit
from kinerja.summary.layanan_keadaan import Tanda
from kinerja.summary.layanan_pengaduan import Pengaduan, complaints
from kinerja.summary.layanan_standar import StandarLayanan, standard_of
from kinerja.summary.skm_layanan import BarisSkm, surveys


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTindakLanjut:
    """One follow-up; `tanda` is its state, `terlambat` once its day has passed without an end."""

    tindak_lanjut: TindakLanjut
    unsur: str
    untuk_terendah: bool
    tanda: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grafik:
    """The charts of a page; None where there is not enough to draw."""

    waktu: GrafikSelisih | None
    tren_waktu: GrafikDeret | None
    unsur: GrafikSelang | None
    tren_ikm: GrafikDeret | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HalamanLayanan:
    """Everything on the page. `capaian` and `skm` are all periods, the newest first; `temuan` the first sentences.

    `batas_berubah` says that the limit was another before; `satuan_lain` and `aturan_lain` name the periods that the
    trends leave out.
    """

    layanan: Layanan
    unit: PerangkatDaerah
    bagian: str
    temuan: str
    tanda: Tanda
    capaian: tuple[BarisCapaian, ...]
    skm: tuple[BarisSkm, ...]
    banding: Banding[BarisCapaian] | None
    batas_berubah: str
    banding_ikm: Banding[BarisSkm] | None
    cara_catat: str
    mulai_dari: str
    unsur_terendah: str
    tindak_lanjut: tuple[BarisTindakLanjut, ...]
    pengaduan: Pengaduan
    standar: StandarLayanan
    grafik: Grafik
    percik: tuple[Angka, ...]
    satuan_lain: str
    aturan_lain: str

    @property
    def alamat_riwayat(self) -> str:
        """The page of all periods."""
        return f"layanan/{self.layanan.slug}-riwayat.html"

    @property
    def terbaru(self) -> BarisCapaian | None:
        """The newest period of times."""
        return self.capaian[0] if self.capaian else None

    @property
    def survei(self) -> BarisSkm | None:
        """The newest survey."""
        return self.skm[0] if self.skm else None


def page(repository: Repository, layanan: Layanan, tanggal: date) -> HalamanLayanan:
    """The page of a service on a day."""
    capaian, skm = achievements(repository, layanan), surveys(repository, layanan.slug)
    unit = repository.perangkat_daerah[layanan.perangkat_daerah]
    banding, standar = compare_times(capaian), standard_of(layanan, tanggal)
    newest, survey = capaian[-1] if capaian else None, skm[-1] if skm else None
    temuan = finding(standar, newest, banding)
    weakest = _weakest(survey)
    return HalamanLayanan(
        layanan=layanan,
        unit=unit,
        bagian=next((b.nama for b in unit.bagian if b.id == layanan.bagian), ""),
        temuan=temuan,
        tanda=newest.tanda if newest else "belum-ada-data",
        capaian=capaian[::-1],
        skm=skm[::-1],
        banding=banding,
        batas_berubah=layanan_grafik.limit_changed(banding) if banding else "",
        banding_ikm=compare_surveys(skm),
        cara_catat=CATAT[newest.capaian.cara] if newest else "",
        mulai_dari=MULAI[newest.capaian.mulai_dari] if newest else "",
        unsur_terendah=weakest,
        tindak_lanjut=_follow_ups(repository, layanan, survey, tanggal),
        pengaduan=complaints(repository, newest, tanggal),
        standar=standar,
        grafik=_charts(layanan, capaian, skm, banding, temuan, weakest),
        percik=layanan_grafik.sparkline(capaian),
        satuan_lain=_names(row.periode for row in capaian if newest and row.capaian.satuan != newest.capaian.satuan),
        aturan_lain=_names(
            row.periode for row in skm if survey and row.ukuran.berlaku_mulai != survey.ukuran.berlaku_mulai
        ),
    )


def finding(standar: StandarLayanan, newest: BarisCapaian | None, banding: Banding[BarisCapaian] | None) -> str:
    """The first sentences: how long half of the requests take, the change where it holds, the limit."""
    limit = newest.batas if newest else standar.berlaku.batas if standar.berlaku else None
    last = f"Batas standar {with_unit(limit)}." if limit else "Batas waktunya belum diketahui."
    if newest is None:
        return f"Belum ada data waktu layanan. {last}"
    if newest.median.nilai is None:
        open_ones = with_unit(newest.terbuka)
        unknown = f"Waktu tengah belum diketahui: {open_ones} dari {newest.permohonan.teks} masih terbuka."
        return f"{unknown if newest.capaian.terbuka else 'Waktu tengah belum ada data.'} {last}"
    sentences = [f"Separuh permohonan selesai {how_long(newest.median)}{_change(banding)}.", last]
    if banding and newest.capaian.terbuka:
        sentences += _held_back(newest, banding)
    if newest.kecil:
        sentences.append(f"Sampel kecil: {with_unit(newest.permohonan)}.")
    return " ".join(sentences)


def _held_back(newest: BarisCapaian, banding: Banding[BarisCapaian]) -> list[str]:
    """What open requests forbid to say: nothing where the verdict stands without them."""
    before, after = banding.lama.median.nilai, banding.baru.median.nilai
    if (
        banding.hasil in ("membaik", "menurun", "sampel-kecil")
        or not banding.sebanding
        or before is None
        or after is None
    ):
        return []
    open_ones, unclear = with_unit(newest.terbuka), banding.sebab == MASIH_TERBUKA
    if after < before and (unclear or banding.hasil == "tidak-berubah"):
        within = "" if unclear else " dan selisihnya di dalam ketidakpastian"
        return [f"{open_ones} masih terbuka{within}, jadi belum dapat disebut lebih cepat."]
    return [f"{open_ones} masih terbuka, jadi waktunya belum dapat dibandingkan."] if unclear else []


def _change(banding: Banding[BarisCapaian] | None) -> str:
    if banding is None or banding.hasil in ("tidak-dapat-dibandingkan", "sampel-kecil"):
        return ""
    if banding.hasil == "tidak-berubah" and banding.lama.median.nilai == banding.baru.median.nilai:
        return f", sama seperti pada {banding.lama.nama_periode}"
    words = {"membaik": "lebih cepat", "menurun": "lebih lambat", "tidak-berubah": "tidak berubah nyata"}
    return f", {words[banding.hasil]} dari {with_unit(banding.lama.median)} pada {banding.lama.nama_periode}"


def _names(periods: Iterable[str]) -> str:
    return id_list([in_sentence(periode) for periode in periods])


def _weakest(survey: BarisSkm | None) -> str:
    if survey is None:
        return ""
    names = id_list([unsur.nama for unsur in survey.terendah])
    first = survey.terendah[0]
    return f"Unsur terendah: {names} ({first.indeks.teks}; {first.mutu})."


def _follow_ups(
    repository: Repository, layanan: Layanan, survey: BarisSkm | None, tanggal: date
) -> tuple[BarisTindakLanjut, ...]:
    """Those for the weakest unsur first, then by deadline."""
    names = {unsur.id: unsur.nama for unsur in survey.unsur} if survey else {}
    weakest = {unsur.id for unsur in survey.terendah} if survey else set()
    found = [t for t in repository.tindak_lanjut.values() if t.layanan == layanan.slug]
    rows = [
        BarisTindakLanjut(
            tindak_lanjut=t,
            unsur=names.get(t.unsur, t.unsur.replace("-", " ").capitalize()) if t.unsur else "",
            untuk_terendah=t.unsur in weakest,
            tanda="terlambat" if overdue(t, tanggal) else t.keadaan,
        )
        for t in found
    ]
    return tuple(sorted(rows, key=lambda r: (not r.untuk_terendah, r.tindak_lanjut.tenggat, r.tindak_lanjut.slug)))


def _charts(
    layanan: Layanan, capaian: Sequence[BarisCapaian], skm: Sequence[BarisSkm],
    banding: Banding[BarisCapaian] | None, temuan: str, weakest: str,
) -> Grafik:  # fmt: skip
    return Grafik(
        waktu=layanan_grafik.before_after(layanan, banding, temuan) if banding else None,
        tren_waktu=layanan_grafik.time_trend(layanan, layanan_grafik.time_points(capaian), temuan),
        unsur=layanan_grafik.elements(layanan, skm[-1], weakest) if skm else None,
        tren_ikm=layanan_grafik.index_trend(layanan, skm, layanan_grafik.index_points(skm)),
    )
