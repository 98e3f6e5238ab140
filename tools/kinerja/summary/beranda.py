"""The home page: how services do, how work is assessed, what changes, where the data are. Official data only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kinerja.model.aturan import Predikat
from kinerja.model.repository import Repository, documents, without_contoh
from kinerja.rules.versi import version_on
from kinerja.summary import kriteria, penilaian_luar, perangkat_daerah
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.aturan import every_rule
from kinerja.summary.belum_ada import BelumAda, known, missing
from kinerja.summary.ikhtisar import Ikhtisar, overview
from kinerja.summary.metodologi_bagian import address_of
from kinerja.summary.penilaian_luar import Seri

Keadaan = Literal["berlaku", "akan-berlaku", "dicabut", "rencana"]
LAINNYA = 3
TERBARU = 5
AKAN_DATANG = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Matriks:
    """The nine cells in the order of the rule: the best level first, by rows of hasil kerja."""

    tingkat: tuple[str, ...]
    sel: tuple[tuple[tuple[Predikat, str], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Perubahan:
    """A version that starts, or an activity of the calendar."""

    tanggal: date
    jenis: str
    judul: str
    uraian: str
    alamat: str
    keadaan: Keadaan
    perlu_verifikasi: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Beranda:
    """`sorotan` is the newest value on official bands, `lainnya` what others published beside it.

    `layanan` are the official services; `peragaan` shows the same with fictional ones, and is None without them.
    """

    sorotan: Seri | None
    lainnya: tuple[Seri, ...]
    layanan: Ikhtisar
    peragaan: Ikhtisar | None
    belum_ada: tuple[BelumAda, ...]
    matriks: Matriks | None
    jumlah_unit: Angka
    jumlah_indikator: Angka
    jumlah_ukuran: Angka
    jumlah_aturan: Angka
    jumlah_contoh: Angka
    jumlah_berkas: Angka
    akan_datang: tuple[Perubahan, ...]
    terbaru: tuple[Perubahan, ...]


def beranda(repository: Repository, tanggal: date) -> Beranda:
    """The home page as it stands on `tanggal`."""
    resmi = without_contoh(repository)
    seri = _judging(resmi)
    sorotan = next((s for s in seri if s.terbaru.angka and s.skala and s.terbaru.pita), None)
    fictional = any(satu.status == "contoh" for satu in repository.layanan.values())
    changes = sorted(_changes(resmi, tanggal), key=lambda c: (c.tanggal, c.judul))
    return Beranda(
        sorotan=sorotan,
        lainnya=tuple(s for s in seri if s is not sorotan)[:LAINNYA],
        layanan=overview(resmi, tanggal, "resmi"),
        peragaan=overview(repository, tanggal, "contoh") if fictional else None,
        belum_ada=missing("beranda", repository.portal.berkas, known(bool(resmi.capaian_layanan), bool(resmi.skm))),
        matriks=_matrix(resmi, tanggal),
        jumlah_unit=perangkat_daerah.index(resmi).jumlah,
        jumlah_indikator=kriteria.index(resmi, tanggal).jumlah_indikator,
        jumlah_ukuran=penilaian_luar.index(resmi).jumlah,
        jumlah_aturan=_count("aturan", "aturan", [rule.berkas for rule in every_rule(resmi.aturan)]),
        jumlah_contoh=_examples(resmi),
        jumlah_berkas=_count("berkas", "berkas", [document.berkas for document in documents(resmi)]),
        akan_datang=tuple(c for c in changes if c.tanggal > tanggal)[:AKAN_DATANG],
        terbaru=tuple(c for c in reversed(changes) if c.tanggal <= tanggal and c.keadaan != "rencana")[:TERBARU],
    )


def files(view: Beranda) -> tuple[str, ...]:
    """The files that the home page is made of: all official ones, for it counts them, and the fictional it shows."""
    shown = view.peragaan.berkas if view.peragaan else ()
    return (*sorted(place.berkas for place in view.jumlah_berkas.masukan), *sorted(shown))


def _judging(resmi: Repository) -> tuple[Seri, ...]:
    """What others say about the government as a whole and can be relied on, the newest first."""
    portal = resmi.portal
    seri = [
        s
        for s in penilaian_luar.index(resmi).dapat_dipegang
        if s.penilaian.objek == portal.pemerintah and s.penilaian.lembaga != portal.pemerintah
    ]
    return tuple(sorted(seri, key=lambda s: s.terbaru.terbitan.periode, reverse=True))


def _count(name: str, satuan: str, found: Sequence[str]) -> Angka:
    return Angka(
        id=f"beranda/jumlah-{name}",
        nilai=len(found),
        status="resmi",
        satuan=satuan,
        rumus="banyak berkas, tanpa data contoh",
        masukan=tuple(Tempat(berkas) for berkas in found),
    )


def _examples(resmi: Repository) -> Angka:
    return Angka(
        id="beranda/jumlah-contoh-perhitungan",
        nilai=sum(len(perhitungan.contoh) for perhitungan in resmi.perhitungan.values()),
        status="resmi",
        satuan="contoh",
        rumus="banyak contoh di semua berkas perhitungan",
        masukan=tuple(Tempat(perhitungan.berkas, ("contoh",)) for perhitungan in resmi.perhitungan.values()),
    )


def _matrix(resmi: Repository, tanggal: date) -> Matriks | None:
    versi = version_on(resmi.aturan.predikat, tanggal)
    if versi is None:
        return None
    levels = sorted(versi.ekspektasi, key=lambda e: e.urutan)
    names = {p.id: p.nama for p in versi.predikat}
    cells = {(s.hasil_kerja, s.perilaku_kerja): s.predikat for s in versi.sel}
    return Matriks(
        tingkat=tuple(level.nama for level in levels),
        sel=tuple(tuple((id := cells[row.id, col.id], names[id]) for col in levels) for row in levels),
    )


def _changes(resmi: Repository, tanggal: date) -> Iterator[Perubahan]:
    for group in kriteria.groups(resmi, tanggal).values():
        for version in group.versi:
            yield Perubahan(
                tanggal=version.kriteria.berlaku_mulai,
                jenis=f"Kriteria, {group.jabatan.nama}",
                judul=version.kriteria.judul,
                uraian=version.kriteria.alasan_perubahan or version.kriteria.ringkasan,
                alamat=f"kriteria/{group.jabatan.slug}/{version.kriteria.berlaku_mulai.isoformat()}.html",
                keadaan=_state(version.kriteria.berlaku_mulai, version.kriteria.dicabut, tanggal),
            )
    yield from _rule_changes(resmi, tanggal)
    for jadwal in resmi.jadwal.values():
        for kegiatan in jadwal.kegiatan:
            yield Perubahan(
                tanggal=kegiatan.mulai,
                jenis="Jadwal",
                judul=kegiatan.nama,
                uraian=kegiatan.uraian,
                alamat=f"kalender.html#{jadwal.tahun}-{kegiatan.id}",
                keadaan="rencana",
            )


def _rule_changes(resmi: Repository, tanggal: date) -> Iterator[Perubahan]:
    for rule in every_rule(resmi.aturan):
        anchor = "pita" if rule.slug in resmi.aturan.pita else rule.slug
        for versi in rule.versi:
            yield Perubahan(
                tanggal=versi.berlaku_mulai,
                jenis="Aturan",
                judul=rule.judul,
                uraian=rule.ringkasan,
                alamat=address_of(anchor),
                keadaan=_state(versi.berlaku_mulai, versi.dicabut, tanggal),
                perlu_verifikasi=versi.perlu_verifikasi,
            )


def _state(mulai: date, dicabut: bool, tanggal: date) -> Keadaan:
    if dicabut:
        return "dicabut"
    return "akan-berlaku" if mulai > tanggal else "berlaku"
