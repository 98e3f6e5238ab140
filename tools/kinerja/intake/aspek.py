"""Ratings of indicators, one row each → how many of each level, by indicator and by kecamatan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from kinerja.disclosure.laporan import ASPEK
from kinerja.disclosure.lindungi import Bahan, Terlindung, protect
from kinerja.disclosure.rencana import Sebaran, TabelRancangan, design_levels
from kinerja.intake.kolom import Alias, Pengenalan, key_of, plain, recognise
from kinerja.intake.laporan import CONTOH_BARIS, Dilewati, Laporan, TidakAman
from kinerja.intake.rumus import formula_cells
from kinerja.intake.sources import MAX_LISTED
from kinerja.intake.table import Tabel, database, open_table
from kinerja.intake.terbit import dice, policy, published, released
from kinerja.model.dokumen import Sumber
from kinerja.model.hasil import BarisHasil, Dimensi, Hasil, KeadaanHasil
from kinerja.model.kriteria import Kriteria
from kinerja.model.repository import Repository
from kinerja.numbers import id_number, id_period, period_bounds
from kinerja.problems import Problem, ProblemsFound
from kinerja.rules.versi import kriteria_on

KOLOM: Alias = {
    "kelompok": ("kelompok", "kelompok jabatan"),
    "wilayah": ("wilayah", "kecamatan"),
    "indikator": ("indikator", "subindikator", "sub indikator", "nama indikator"),
    "tingkat": ("tingkat", "hasil", "hasil pengamatan", "nilai", "penilaian"),
}
WAJIB = ("indikator", "tingkat")
PENYEBUT = "Semua penilaian yang tercatat dalam periode ini, satu baris untuk setiap penilaian satu indikator."


@dataclass(frozen=True, slots=True, kw_only=True)
class Permintaan:
    """The file and what the officer said about it; `kelompok` where the file has no such column; `benih` seeds the
    rounding of a demonstration."""

    sumber: Path
    periode: str
    dihitung_pada: date
    kelompok: str | None = None
    keadaan: KeadaanHasil = "sementara"
    benih: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terhimpun:
    """A table for each group of posts as it may be published, and the reports for the terminal.

    `asal` are the same tables before rounding: for tests, never to be written or shown.
    """

    dokumen: tuple[Hasil, ...]
    laporan: Laporan
    perlindungan: tuple[str, ...]
    asal: tuple[Hasil, ...]


Cell = tuple[str, str, str, str]


def collect_aspects(repository: Repository, permintaan: Permintaan) -> Terhimpun:
    """The tables of one period. Raises ProblemsFound with every row that cannot be used, or where no table is safe."""
    with database(permintaan.sumber) as con:
        tabel = open_table(permintaan.sumber, lambda title: key_of(title, KOLOM) is not None, con)
        kolom = recognise(tabel.judul, KOLOM)
        _refuse([*_column_problems(tabel, kolom, permintaan)])
        cells, blank = _cells(tabel, kolom)
        reader = _Reader(repository, permintaan, tabel, kolom)
        counts = reader.counts(cells)
        _refuse(reader.problems)
        laporan = Laporan(
            berkas=tabel.berkas, dibaca=tabel.jumlah, dihitung=sum(counts.values()), dilewati=blank,
            kolom_pribadi=kolom.pribadi, kolom_tidak_dikenal=kolom.tidak_dikenal, catatan=tabel.catatan,
        )  # fmt: skip
    dice_of = [*reader.dice(counts)]
    try:
        safe = [reader.protected(group, counts, acak) for group, acak in dice_of]
    except ProblemsFound as refused:
        raise TidakAman(refused.problems, (laporan,)) from None
    return Terhimpun(
        dokumen=tuple(released(repository, table) for found in safe for table in found.dokumen), laporan=laporan,
        perlindungan=tuple(line for found in safe for line in found.laporan),
        asal=tuple(table for found in safe for table in found.asal),
    )  # fmt: skip


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise ProblemsFound(tuple(sorted(set(problems))))


def _column_problems(tabel: Tabel, kolom: Pengenalan, permintaan: Permintaan) -> Iterator[Problem]:
    baris = max(1, tabel.baris_judul)

    def problem(aturan: str, pesan: str, saran: str, baris: int = baris, place: int = 0) -> Problem:
        return Problem(tabel.berkas, baris, place + 1, aturan, "galat", pesan, saran)

    for key in WAJIB:
        if key not in kolom.dikenal:
            saran = "Beri judul kolom kelompok, wilayah, indikator, dan tingkat."
            yield problem("aspek-kolom", f"kolom {key} tidak ada", saran)
    if "kelompok" not in kolom.dikenal and permintaan.kelompok is None:
        saran = "Tambahkan kolom itu, atau sebutkan --kelompok."
        yield problem("aspek-kolom", "kolom kelompok tidak ada", saran)
    for pair in kolom.ganda:
        yield problem("kolom-ganda", f"kolom {pair} berisi hal yang sama", "Hapus salah satu kolom itu.")
    if not tabel.jumlah:
        yield problem("aspek-kosong", "tidak ada baris di bawah judul kolom", "Periksa apakah berkasnya benar.")
    used = set(kolom.dikenal.values())
    formulas = [c for c in formula_cells(permintaan.sumber, tabel.lembar) if c[0] > baris and c[1] in used]
    for row, column in formulas[:MAX_LISTED]:
        saran = "Salin kolom ini, lalu tempel sebagai nilai, dan simpan lagi."
        yield problem("sumber-rumus", "sel ini berisi rumus, bukan nilai", saran, row, column)


def _cells(tabel: Tabel, kolom: Pengenalan) -> tuple[list[tuple[Cell, int, int]], tuple[Dilewati, ...]]:
    """Each combination of words with how many rows have it and the first of them; and the rows without any word."""
    cell = {key: f"k{kolom.dikenal[key]}" if key in kolom.dikenal else "''" for key in KOLOM}
    blank = " AND ".join(f"{one} = ''" for one in cell.values())
    rows = tabel.con.execute(
        f"SELECT {', '.join(cell.values())}, count(*), min(baris) FROM masukan WHERE NOT ({blank})"
        " GROUP BY ALL ORDER BY min(baris)"
    ).fetchall()
    query = f"SELECT count(*), min(baris, {CONTOH_BARIS}) FROM masukan WHERE {blank}"
    count, first = tabel.con.execute(query).fetchall()[0]
    left = (Dilewati(alasan="kosong", jumlah=count, baris=tuple(first)),) if count else ()
    return [((a, b, c, d), n, baris) for a, b, c, d, n, baris in rows], left


def _known(kriteria: Kriteria, indikator: str, tingkat: str) -> tuple[str | None, str | None]:
    """The ids of an indicator and a level, by id or name."""
    indicators = {plain(name): i.id for a in kriteria.aspek for i in a.indikator for name in (i.id, i.nama)}
    levels = {plain(name): t.id for t in kriteria.tingkat for name in (t.id, t.nama)}
    return indicators.get(plain(indikator)), levels.get(plain(tingkat))


class _Reader:
    """The words of the rows against the criteria of their group and the kecamatan of the city."""

    def __init__(self, repository: Repository, permintaan: Permintaan, tabel: Tabel, kolom: Pengenalan) -> None:
        self.repository, self.permintaan, self.tabel, self.kolom = repository, permintaan, tabel, kolom
        self.akhir = period_bounds(permintaan.periode)[1]
        self.problems: list[Problem] = []
        self.groups: dict[str, Kriteria] = {}
        for slug, versions in repository.kriteria.items():
            kriteria = kriteria_on(versions, self.akhir)
            if kriteria is not None:
                name = repository.jabatan[slug].nama if slug in repository.jabatan else slug
                self.groups |= {plain(slug): kriteria, plain(name): kriteria}
        self.areas = {
            plain(name): slug
            for slug, unit in repository.perangkat_daerah.items()
            if unit.jenis == "kecamatan" and (unit.berlaku_mulai is None or unit.berlaku_mulai <= self.akhir)
            for name in (slug, unit.nama, unit.nama.removeprefix("Kecamatan "), *unit.alias)
        }

    def counts(self, cells: Sequence[tuple[Cell, int, int]]) -> Counter[Cell]:
        """How many ratings of each group, area ('' for none), indicator and level."""
        found: Counter[Cell] = Counter()
        for (kelompok, wilayah, indikator, tingkat), n, baris in cells:
            kriteria = self.groups.get(plain(kelompok or self.permintaan.kelompok or ""))
            if kriteria is None:
                pesan = f"kelompok ini tidak mempunyai kriteria pada akhir {id_period(self.permintaan.periode)}"
                self._add(baris, n, "kelompok", pesan, "Tulis nama folder di data/kriteria/.")
                continue
            area = self.areas.get(plain(wilayah)) if "wilayah" in self.kolom.dikenal else ""
            which, level = _known(kriteria, indikator, tingkat)
            if area is None:
                saran = "Tulis nama kecamatan; hasil per sekolah atau per kantor tidak dihimpun."
                self._add(baris, n, "wilayah", "wilayah ini bukan kecamatan yang dikenal", saran)
            if which is None:
                saran = f"Pakai {', '.join(i.id for aspek in kriteria.aspek for i in aspek.indikator)}."
                self._add(baris, n, "indikator", "indikator ini tidak ada dalam kriteria yang berlaku", saran)
            if level is None:
                saran = f"Pakai {', '.join(t.id for t in kriteria.tingkat)}."
                self._add(baris, n, "tingkat", "tingkat ini tidak ada dalam kriteria yang berlaku", saran)
            if area is not None and which is not None and level is not None:
                found[kriteria.jabatan, area, which, level] += n
        return found

    def _add(self, baris: int, n: int, key: str, pesan: str, saran: str) -> None:
        same = f" ({id_number(n)} baris dengan isi ini)"
        place = self.kolom.dikenal.get(key, 0) + 1
        self.problems.append(Problem(self.tabel.berkas, baris, place, f"aspek-{key}", "galat", pesan + same, saran))

    def dice(self, counts: Mapping[Cell, int]) -> Iterator[tuple[str, Random]]:
        """Each group of posts that was rated, and the randomness that its table is rounded with."""
        for group in sorted({group for group, *_ in counts}):
            yield group, dice(self.permintaan.benih, self._criteria(group).status, (self.tabel.berkas,))

    def spread(self, group: str, counts: Mapping[Cell, int]) -> Sebaran:
        """How many ratings of one group of posts have each area, indicator and level."""
        kriteria = self._criteria(group)
        levels = [tingkat.id for tingkat in kriteria.tingkat]
        own = sorted({(area, which) for jabatan, area, which, _ in counts if jabatan == group})
        indicators = [indikator.id for aspek in kriteria.aspek for indikator in aspek.indikator]
        isi: dict[tuple[str, ...], tuple[int, ...]] = {
            (area, which): tuple(counts[group, area, which, level] for level in levels) for area, which in own
        }
        urutan: dict[Dimensi, Sequence[str]] = {"indikator": indicators}
        return Sebaran(dimensi=("wilayah", "indikator"), kelas=tuple(levels), isi=isi, urutan=urutan)

    def protected(self, group: str, counts: Mapping[Cell, int], acak: Random) -> Terlindung:
        """The table of one group of posts, rounded. Raises ProblemsFound where no safe one was found."""
        kriteria, sebaran = self._criteria(group), self.spread(group, counts)
        versi = policy(self.repository, self.permintaan.dihitung_pada)
        if not any(rencana.tabel == ASPEK for rencana in versi.rencana):
            pesan = "tabel aspek tidak ada dalam rencana di data/aturan/penyamaran.yaml"
            saran = "Tambahkan tabel aspek pada rencana itu, bila memang boleh terbit."
            raise ProblemsFound((Problem(self.tabel.berkas, 1, 1, "perlindungan", "galat", pesan, saran),))

        def document(rancangan: TabelRancangan, baris: tuple[BarisHasil, ...]) -> Hasil:
            return self._document(kriteria, rancangan.dimensi, baris)

        bahan = Bahan(
            rancang=lambda tanpa: design_levels(sebaran, f"aspek-{group}", versi, tanpa), kemas=document,
            kemas_jumlah=document, lama=published(self.repository, self.permintaan.periode, kriteria.status, group),
        )  # fmt: skip
        return protect(bahan, versi, acak)

    def _criteria(self, group: str) -> Kriteria:
        kriteria = kriteria_on(self.repository.kriteria[group], self.akhir)
        assert kriteria is not None
        return kriteria

    def _document(self, kriteria: Kriteria, dimensi: tuple[Dimensi, ...], baris: tuple[BarisHasil, ...]) -> Hasil:
        periode, tabel, pada = self.permintaan.periode, f"aspek-{kriteria.jabatan}", self.permintaan.dihitung_pada
        penerbit = (
            self.repository.portal.pemerintah if kriteria.status == "resmi" else "Data peragaan portal ini, kota kedua"
        )
        return Hasil(
            berkas=f"data/hasil/{periode}/{tabel}.yaml", status=kriteria.status, periode=periode, tabel=tabel,
            isi="aspek", kelompok=kriteria.jabatan, dimensi=dimensi, satuan="penilaian", penyebut=PENYEBUT,
            keadaan=self.permintaan.keadaan, rilis_ke=1, dihitung_pada=pada, baris=baris,
            sumber=(Sumber(judul=f"Catatan penilaian: {kriteria.judul}", penerbit=penerbit, tanggal=pada),),
        )  # fmt: skip
