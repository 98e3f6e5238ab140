"""The simulator: the nine cells, what each of them leads to, and what another rating would change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kinerja.model.aturan import NilaiEkspektasi, NilaiPredikat, VersiPredikat
from kinerja.model.dokumen import Rujukan
from kinerja.model.repository import Repository
from kinerja.rules.predikat import predikat_of
from kinerja.rules.versi import version_on
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.metodologi_kinerja import Kredit, Matriks, credits_of, matrix_of

Arah = Literal["naik", "tetap", "turun"]
Penilaian = Literal["hasil kerja", "perilaku kerja"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Perubahan:
    """One of the two ratings at another level, the other one as it is. `persen`: of the coefficient."""

    penilaian: Penilaian
    menjadi: str
    predikat: NilaiPredikat
    arah: Arah
    persen: Angka | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sel:
    """One cell; `kelas` is its name in the style sheet (row, column)."""

    kelas: str
    hasil_kerja: str
    perilaku_kerja: str
    predikat: NilaiPredikat
    perubahan: tuple[Perubahan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KreditPredikat:
    """The credit points that a predikat gives, by rank: name, coefficient, points. `kelas` are its cells."""

    kelas: tuple[str, ...]
    nama: str
    persen: Angka
    baris: tuple[tuple[str, Angka, Angka], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulator:
    """The page. Without a rule of credit points in force `tabel` is None and `kredit` is empty."""

    matriks: Matriks
    sel: tuple[Sel, ...]
    jumlah: Angka
    jumlah_baik: Angka
    tabel: Kredit | None
    kredit: tuple[KreditPredikat, ...]
    kredit_perlu_verifikasi: bool
    dasar: tuple[Rujukan, ...]
    berkas: tuple[str, ...]


def simulator(repository: Repository, tanggal: date) -> Simulator | None:
    """What the rules in force on a day lead to; None where no rule of the predikat is in force."""
    aturan = repository.aturan
    versi, matriks = version_on(aturan.predikat, tanggal), matrix_of(repository, tanggal)
    if versi is None or matriks is None:
        return None
    tabel, nilai = credits_of(repository, tanggal), version_on(aturan.angka_kredit, tanggal)
    persen = dict(tabel.predikat) if tabel else {}
    sel = tuple(_cells(versi, persen))
    good = [s for s in sel if s.predikat.urutan <= _rank(versi, "baik")]
    place = Tempat(aturan.predikat.berkas, ("versi", aturan.predikat.versi.index(versi), "sel"))
    return Simulator(
        matriks=matriks,
        sel=sel,
        jumlah=_count("jumlah", len(sel), "banyak sel", place),
        jumlah_baik=_count("jumlah-baik", len(good), "banyak sel dengan predikat Baik atau lebih", place),
        tabel=tabel,
        kredit=_credits(sel, tabel) if tabel else (),
        kredit_perlu_verifikasi=nilai is not None and nilai.perlu_verifikasi,
        dasar=(*versi.dasar, *(nilai.dasar if tabel and nilai else ())),
        berkas=(aturan.predikat.berkas, *((aturan.angka_kredit.berkas,) if tabel else ())),
    )


def _cells(versi: VersiPredikat, persen: dict[str, Angka]) -> Iterator[Sel]:
    levels = sorted(versi.ekspektasi, key=lambda e: e.urutan)
    named = {p.id: p for p in versi.predikat}

    def found(hasil: NilaiEkspektasi, perilaku: NilaiEkspektasi) -> NilaiPredikat:
        return named[predikat_of(versi, hasil.id, perilaku.id)]

    for i, hasil in enumerate(levels, start=1):
        for j, perilaku in enumerate(levels, start=1):
            now = found(hasil, perilaku)
            moves: list[tuple[Penilaian, str, NilaiPredikat]] = [
                *(("hasil kerja", other.nama, found(other, perilaku)) for other in levels if other is not hasil),
                *(("perilaku kerja", other.nama, found(hasil, other)) for other in levels if other is not perilaku),
            ]
            yield Sel(
                kelas=f"c{i}{j}",
                hasil_kerja=hasil.nama,
                perilaku_kerja=perilaku.nama,
                predikat=now,
                perubahan=tuple(
                    Perubahan(
                        penilaian=which, menjadi=level, predikat=then, arah=_direction(now, then),
                        persen=persen.get(then.nama),
                    )
                    for which, level, then in sorted(moves, key=lambda move: move[2].urutan)
                ),
            )  # fmt: skip


def _direction(now: NilaiPredikat, then: NilaiPredikat) -> Arah:
    if then.urutan == now.urutan:
        return "tetap"
    return "naik" if then.urutan < now.urutan else "turun"


def _rank(versi: VersiPredikat, predikat: str) -> int:
    return next(p.urutan for p in versi.predikat if p.id == predikat)


def _credits(sel: tuple[Sel, ...], tabel: Kredit) -> tuple[KreditPredikat, ...]:
    return tuple(
        KreditPredikat(
            kelas=tuple(s.kelas for s in sel if s.predikat.nama == nama),
            nama=nama,
            persen=persen,
            baris=tuple((jenjang, koefisien, nilai[i]) for jenjang, koefisien, nilai in tabel.baris),
        )
        for i, (nama, persen) in enumerate(tabel.predikat)
    )


def _count(name: str, nilai: int, rumus: str, place: Tempat) -> Angka:
    return Angka(
        id=f"simulator/{name}", nilai=nilai, status="resmi", satuan="pasangan penilaian", rumus=rumus, masukan=(place,)
    )
