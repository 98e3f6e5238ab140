"""The parts of the method about a person's assessment: nine cells, pattern, credit points, appeal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kinerja.model.aturan import (
    Jenjang,
    NilaiEkspektasi,
    NilaiPredikat,
    Predikat,
    Syarat,
    VersiAngkaKredit,
    VersiKeberatan,
    VersiPredikat,
)
from kinerja.model.repository import Repository
from kinerja.rules.angka_kredit import credit_of
from kinerja.rules.predikat import predikat_of
from kinerja.rules.versi import version_on
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.grafik import GrafikMatriks, SelMatriks
from kinerja.summary.metodologi_bagian import KINERJA, Bagian
from kinerja.summary.metodologi_kaidah import Kaidah, figure, rules

RULES = ("predikat", "pola-distribusi", "angka-kredit", "keberatan")
SelNama = tuple[Predikat, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Silang:
    """Two ratings swapped between hasil kerja and perilaku kerja, and the predikat of either way round."""

    tinggi: str
    rendah: str
    hasil_rendah: SelNama
    perilaku_rendah: SelNama


@dataclass(frozen=True, slots=True, kw_only=True)
class Matriks:
    """The nine cells, the best level first; `silang` are the pairs whose predikat depends on the order."""

    tingkat: tuple[str, ...]
    sel: tuple[tuple[SelNama, ...], ...]
    predikat: tuple[NilaiPredikat, ...]
    silang: tuple[Silang, ...]
    grafik: GrafikMatriks


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPola:
    """One clause: the words, and its bounds."""

    organisasi: str
    bunyi: str
    batas: tuple[tuple[str, Angka], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TabelPola:
    """All clauses, by the predikat of the organisation."""

    pegawai_minimal: Angka
    syarat: tuple[BarisPola, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kredit:
    """Credit points by rank and predikat."""

    predikat: tuple[tuple[str, Angka], ...]
    baris: tuple[tuple[str, Angka, tuple[Angka, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenggat:
    """The appeal."""

    versi: VersiKeberatan
    hari: Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinerja:
    """The page. A part is None where its rule is not in force on the day."""

    bagian: Bagian
    kaidah: Mapping[str, Kaidah]
    matriks: Matriks | None
    pola: TabelPola | None
    kredit: Kredit | None
    tenggat: Tenggat | None


def performance(repository: Repository, tanggal: date) -> Kinerja:
    """How a person's work is assessed, as it stands on a day."""
    return Kinerja(
        bagian=KINERJA,
        kaidah=rules(repository, RULES, tanggal),
        matriks=matrix_of(repository, tanggal),
        pola=patterns_of(repository, tanggal),
        kredit=credits_of(repository, tanggal),
        tenggat=deadline_of(repository, tanggal),
    )


def matrix_of(repository: Repository, tanggal: date) -> Matriks | None:
    """The nine cells in force."""
    versi = version_on(repository.aturan.predikat, tanggal)
    if versi is None:
        return None
    levels = tuple(sorted(versi.ekspektasi, key=lambda e: e.urutan))
    names = {p.id: p.nama for p in versi.predikat}

    def cell(hasil: NilaiEkspektasi, perilaku: NilaiEkspektasi) -> SelNama:
        predikat = predikat_of(versi, hasil.id, perilaku.id)
        return predikat, names[predikat]

    pairs = [(high, low) for i, high in enumerate(levels) for low in levels[i + 1 :]]
    return Matriks(
        tingkat=tuple(e.nama for e in levels),
        sel=tuple(tuple(cell(hasil, perilaku) for perilaku in levels) for hasil in levels),
        predikat=tuple(sorted(versi.predikat, key=lambda p: p.urutan)),
        silang=tuple(
            Silang(tinggi=high.nama, rendah=low.nama, hasil_rendah=cell(low, high), perilaku_rendah=cell(high, low))
            for high, low in pairs
            if cell(low, high) != cell(high, low)
        ),
        grafik=_matrix_chart(versi, levels, names),
    )


def _matrix_chart(
    versi: VersiPredikat, levels: tuple[NilaiEkspektasi, ...], names: dict[Predikat, str]
) -> GrafikMatriks:
    cells = [(h.id, p.id, predikat_of(versi, h.id, p.id)) for h in levels for p in levels]
    return GrafikMatriks(
        id="matriks-predikat",
        judul="Predikat dari hasil kerja dan perilaku kerja",
        temuan="Perilaku di bawah ekspektasi selalu menghasilkan Kurang atau Sangat Kurang."
        if {c for _, p, c in cells if p == "di-bawah-ekspektasi"} <= {"kurang", "sangat-kurang"}
        else "Predikat mengikuti baris hasil kerja dan kolom perilaku kerja.",
        ekspektasi=tuple((e.id, e.nama) for e in levels),
        sel=tuple(SelMatriks(hasil_kerja=h, perilaku_kerja=p, predikat=c, nama=names[c]) for h, p, c in cells),
        status="resmi",
    )


def patterns_of(repository: Repository, tanggal: date) -> TabelPola | None:
    """The clauses in force."""
    aturan = repository.aturan.pola_distribusi
    versi = version_on(aturan, tanggal)
    if versi is None:
        return None
    at = ("versi", aturan.versi.index(versi))
    return TabelPola(
        pegawai_minimal=figure(
            "pola/pegawai-minimal", versi.pegawai_minimal, (Tempat(aturan.berkas, (*at, "pegawai_minimal")),),
            "pilihan portal ini", "pegawai",
        ),
        syarat=tuple(
            BarisPola(
                organisasi=pola.nama,
                bunyi=syarat.bunyi,
                batas=_bounds(f"pola/{pola.predikat_organisasi}/{j + 1}", syarat,
                              Tempat(aturan.berkas, (*at, "pola", i, "syarat", j))),
            )
            for i, pola in enumerate(versi.pola)
            for j, syarat in enumerate(pola.syarat)
        ),
    )  # fmt: skip


def _bounds(name: str, syarat: Syarat, at: Tempat) -> tuple[tuple[str, Angka], ...]:
    bounds = (("lebih dari", "lebih_dari"), ("paling sedikit", "minimal"), ("paling banyak", "maksimal"))
    return tuple(
        (words, figure(f"{name}/{key}", value * 100, (Tempat(at.berkas, (*at.kunci, key)),), "bagian × 100", "%", 0))
        for words, key in bounds
        if isinstance(value := getattr(syarat, key), Fraction)
    )


def credits_of(repository: Repository, tanggal: date) -> Kredit | None:
    """The table of credit points in force, computed from coefficients and percentages."""
    aturan = repository.aturan.angka_kredit
    versi, words = version_on(aturan, tanggal), version_on(repository.aturan.predikat, tanggal)
    if versi is None or words is None:
        return None
    at = ("versi", aturan.versi.index(versi))
    predikat = [p for p in sorted(words.predikat, key=lambda p: p.urutan) if p.id in versi.persen]
    return Kredit(
        predikat=tuple(
            (
                p.nama,
                figure(f"kredit/persen/{p.id}", versi.persen[p.id],
                       (Tempat(aturan.berkas, (*at, "persen", p.id)),), "persentase koefisien", "%"),
            )
            for p in predikat
        ),
        baris=tuple(
            (
                jenjang.nama,
                figure(f"kredit/koefisien/{jenjang.id}", jenjang.koefisien,
                       (Tempat(aturan.berkas, (*at, "jenjang", i, "koefisien")),), "koefisien setahun"),
                tuple(_credit(versi, jenjang, p.id, Tempat(aturan.berkas, (*at, "jenjang", i))) for p in predikat),
            )
            for i, jenjang in enumerate(versi.jenjang)
        ),
    )  # fmt: skip


def _credit(versi: VersiAngkaKredit, jenjang: Jenjang, predikat: Predikat, at: Tempat) -> Angka:
    places = (Tempat(at.berkas, (*at.kunci, "koefisien")), Tempat(at.berkas, (*at.kunci[:2], "persen", predikat)))
    nilai = credit_of(versi, jenjang.id, predikat)
    return figure(f"kredit/{jenjang.id}/{predikat}", nilai, places, "koefisien × persentase, setengah ke atas")


def deadline_of(repository: Repository, tanggal: date) -> Tenggat | None:
    """The appeal in force."""
    aturan = repository.aturan.keberatan
    versi = version_on(aturan, tanggal)
    if versi is None:
        return None
    place = Tempat(aturan.berkas, ("versi", aturan.versi.index(versi), "tenggat_hari"))
    return Tenggat(
        versi=versi, hari=figure("keberatan/tenggat", versi.tenggat_hari, (place,), "tenggat menurut aturan", "hari")
    )
