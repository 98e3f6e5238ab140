"""All services at once: which keep their standard, which became faster, how satisfaction is distributed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Literal

from kinerja.model.dokumen import Status
from kinerja.model.repository import Repository
from kinerja.numbers import id_list, id_period
from kinerja.summary import layanan
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.grafik_layanan import BarisSelisih, GrafikSelisih
from kinerja.summary.layanan import BarisLayanan
from kinerja.summary.layanan_banding import WAKTU, Arah, Banding
from kinerja.summary.layanan_capaian import BarisCapaian
from kinerja.summary.layanan_grafik import limit_changed
from kinerja.summary.layanan_keadaan import KEADAAN, Tanda
from kinerja.summary.skala import SKM, band_name, scale_on

JUDUL = "Layanan mana yang menjadi lebih cepat?"
# So many rows fit a small picture; the rest are in the table of services.
BARIS_GRAFIK = 8
KECIL: Literal["sampel-kecil"] = "sampel-kecil"
# On the home page the words of the row for small samples are those of the state.
PERUBAHAN: dict[Arah, str] = {**WAKTU, KECIL: KEADAAN[KECIL]}
TANPA_PEMBANDING = "Belum ada pembanding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Golongan:
    """Services of which the same is said; by office and name. Without any data `jumlah` carries its reason."""

    nama: str
    jenis: str
    jumlah: Angka
    baris: tuple[BarisLayanan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ikhtisar:
    """Services of one status. `mutu` are the bands in force, the best first; `grafik` shows one unit and period."""

    jumlah: Angka
    dinilai: Angka
    disurvei: Angka
    keadaan: tuple[Golongan, ...]
    perubahan: tuple[Golongan, ...]
    mutu: tuple[Golongan, ...]
    grafik: GrafikSelisih | None
    berkas: tuple[str, ...]


def overview(repository: Repository, tanggal: date, status: Status) -> Ikhtisar:
    """The services of one status on a day: official and fictional ones are never mixed."""
    rows = [row for row in layanan.rows(repository, tanggal) if row.layanan.status == status]
    maker = _Maker(f"beranda/layanan-{status}", status)
    dinilai = [row for row in rows if row.capaian]
    compared = [row for row in rows if row.banding]
    return Ikhtisar(
        jumlah=maker.count("jumlah", rows, "banyak layanan yang dicatat"),
        dinilai=maker.count("dengan-waktu", dinilai, "banyak layanan yang memiliki data waktu"),
        disurvei=maker.count("dengan-survei", [row for row in rows if row.skm], "banyak layanan yang disurvei"),
        keadaan=tuple(maker.state(tanda, dinilai) for tanda in KEADAAN if tanda != "belum-ada-data"),
        perubahan=(*(maker.change(hasil, dinilai) for hasil in PERUBAHAN), maker.alone(dinilai)),
        mutu=maker.bands(repository, tanggal, rows),
        grafik=_chart(compared, status),
        berkas=tuple(dict.fromkeys(berkas for row in rows for berkas in files(row))),
    )


def files(row: BarisLayanan) -> Iterable[str]:
    """The files that a row of services shows."""
    yield row.layanan.berkas
    if row.capaian:
        yield row.capaian.capaian.berkas
    if row.banding:
        yield row.banding.lama.capaian.berkas
    if row.skm:
        yield row.skm.skm.berkas


@dataclass(frozen=True, slots=True)
class _Maker:
    name: str
    status: Status

    def count(
        self, name: str, found: Sequence[BarisLayanan], rumus: str, *, of: Sequence[object] | None = None
    ) -> Angka:
        """How many; without any that could be counted (`of`), there is no data."""
        nothing = of is not None and not of
        return Angka(
            id=f"{self.name}/{name}",
            nilai=None if nothing else len(found),
            alasan="belum-ada-data" if nothing else None,
            status=self.status,
            satuan="layanan",
            rumus=rumus,
            masukan=tuple(Tempat(row.layanan.berkas) for row in found) or (Tempat("data/layanan"),),
        )

    def state(self, tanda: Tanda, rows: Sequence[BarisLayanan]) -> Golongan:
        """The services in one state."""
        found = [row for row in rows if row.tanda == tanda]
        angka = self.count(tanda, found, f"banyak layanan yang terakhir “{KEADAAN[tanda]}”", of=rows)
        return Golongan(nama=KEADAAN[tanda], jenis=tanda, jumlah=angka, baris=tuple(found))

    def change(self, hasil: Arah, rows: Sequence[BarisLayanan]) -> Golongan:
        """The services that changed in one way."""
        found = [row for row in rows if row.banding and row.banding.hasil == hasil]
        name = f"perubahan/{hasil}" if hasil == KECIL else hasil  # the state of that name has the short one
        angka = self.count(name, found, f"banyak layanan yang terakhir disebut “{PERUBAHAN[hasil]}”", of=rows)
        return Golongan(nama=PERUBAHAN[hasil], jenis=hasil, jumlah=angka, baris=tuple(found))

    def alone(self, rows: Sequence[BarisLayanan]) -> Golongan:
        """The services with a single period."""
        found = [row for row in rows if not row.banding]
        angka = self.count("tanpa-pembanding", found, "banyak layanan yang baru memiliki satu periode", of=rows)
        return Golongan(nama=TANPA_PEMBANDING, jenis="tanpa-pembanding", jumlah=angka, baris=tuple(found))

    def bands(self, repository: Repository, tanggal: date, rows: Sequence[BarisLayanan]) -> tuple[Golongan, ...]:
        """The services on each band of the survey's rule in force; small samples apart, none of an older rule."""
        skala = scale_on(repository, SKM, tanggal)
        if skala is None:
            return ()
        surveyed = [row for row in rows if row.skm and row.skm.skala.berlaku_mulai == skala.berlaku_mulai]
        enough = [row for row in surveyed if row.skm and not row.skm.kecil]
        small = [row for row in surveyed if row.skm and row.skm.kecil]
        found = {pita.id: [row for row in enough if row.skm and row.skm.skm.mutu == pita.id] for pita in skala.pita}
        few = self.count(f"mutu/{KECIL}", small, "banyak layanan yang respondennya terlalu sedikit", of=surveyed)
        bands = tuple(
            Golongan(
                nama=band_name(pita),
                jenis=pita.id,
                jumlah=self.count(f"mutu/{pita.id.lower()}", found[pita.id],
                                  f"banyak layanan yang IKM terakhirnya bermutu {pita.id}", of=surveyed),
                baris=tuple(found[pita.id]),
            )
            for pita in reversed(skala.pita)
        )  # fmt: skip
        return (*bands, Golongan(nama=KEADAAN[KECIL], jenis=KECIL, jumlah=few, baris=tuple(small)))


def _chart(rows: Sequence[BarisLayanan], status: Status) -> GrafikSelisih | None:
    """The services with the most common unit and pair of periods, by name; None where nothing can be compared.

    Small samples are left out: the chart asks who became faster.
    """
    small = [row for row in rows if row.banding and row.banding.hasil == KECIL]
    rows = [row for row in rows if row not in small]
    pairs = Counter(_pair(row.banding) for row in rows if row.banding and row.banding.sebanding)
    if not pairs:
        return None
    satuan, before, after = pairs.most_common(1)[0][0]
    drawn = [row for row in rows if row.banding and _fits(row.banding, satuan, before, after)][:BARIS_GRAFIK]
    faster = sum(row.banding is not None and row.banding.hasil == "membaik" for row in drawn)
    return GrafikSelisih(
        id=f"beranda-layanan-{status}",
        judul=JUDUL,
        temuan=f"{faster} dari {len(drawn)} layanan pada gambar ini menjadi lebih cepat.{_notes(drawn, small)}",
        satuan=satuan,
        nama_sebelum=id_period(before),
        nama_sesudah=id_period(after),
        baris=tuple(_drawn(row, row.banding) for row in drawn if row.banding),
        status=status,
    )


def _notes(drawn: Sequence[BarisLayanan], small: Sequence[BarisLayanan]) -> str:
    """What the drawing does not show: limits that were others before, and small samples."""
    changed = [row.layanan.nama for row in drawn if row.banding and limit_changed(row.banding)]
    notes = ""
    if changed:
        notes += f" Batas yang digambar adalah batas terbaru; sebelumnya lain pada {id_list(changed)}."
    if small:
        notes += " Layanan bersampel kecil tidak digambar."
    return notes


def _pair(banding: Banding[BarisCapaian]) -> tuple[str, str, str]:
    return banding.baru.median.satuan, banding.lama.periode, banding.baru.periode


def _fits(banding: Banding[BarisCapaian], satuan: str, before: str, after: str) -> bool:
    """The same unit and periods; what cannot be compared is drawn without its old value, so only the new one counts."""
    if banding.sebanding:
        return _pair(banding) == (satuan, before, after)
    return (banding.baru.median.satuan, banding.baru.periode) == (satuan, after)


def _drawn(row: BarisLayanan, banding: Banding[BarisCapaian]) -> BarisSelisih:
    before, after = banding.lama.median, banding.baru.median
    if not banding.sebanding:
        before = replace(
            after, id=f"beranda/{before.id}", nilai=None, alasan="tidak-berlaku", desimal=None, n=None,
            rumus="tidak ditampilkan karena tidak dapat dibandingkan",
        )  # fmt: skip
    limit = banding.baru.batas.nilai
    over = after.nilai is not None and limit is not None and Fraction(after.nilai) > Fraction(limit)
    return BarisSelisih(
        label=row.layanan.nama,
        sebelum=before,
        sesudah=after,
        batas=banding.baru.batas,
        kata=f"{banding.kata}, di atas batas" if over else banding.kata,
    )
