"""One e-Kinerja report or staff table, opened: the right one, of the right year, with the columns it must have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.intake.kolom import key_of, letter, plain, recognise
from kinerja.intake.penilaian_kolom import KOLOM, NAMA_KOLOM, NAMA_LAPORAN, WAJIB, Laporan
from kinerja.intake.rumus import formula_cells
from kinerja.intake.sources import MAX_LISTED
from kinerja.intake.table import Tabel, open_table
from kinerja.numbers import BULAN, id_list, id_number, period_bounds
from kinerja.problems import Problem, ProblemsFound

if TYPE_CHECKING:
    import duckdb

# So many empty rows are no export: something far below has stretched the sheet.
BARIS_KOSONG = 100_000
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sumber:
    """An open report: the place of each known column, and what its title is."""

    jenis: Laporan
    tabel: Tabel
    kolom: Mapping[str, int]
    judul: str
    pribadi: tuple[str, ...]
    tidak_dikenal: tuple[str, ...]

    def sel(self, key: str) -> str:
        """SQL of a cell; empty where the report has no such column."""
        return f"k{self.kolom[key]}" if key in self.kolom else "''"

    def problem(self, baris: int, key: str, aturan: str, pesan: str, saran: str) -> Problem:
        """A problem in the column `key`."""
        return Problem(self.tabel.berkas, baris, self.kolom.get(key, 0) + 1, aturan, "galat", pesan, saran)

    def listed(self, query: str, key: str, aturan: str, pesan: str, saran: str) -> list[Problem]:
        """`Tabel.problems` in the column `key`."""
        return self.tabel.problems(query, self.kolom.get(key, 0), aturan, pesan, saran)

    @property
    def tahun(self) -> set[int]:
        """The years in the title."""
        return {int(year) for year in _YEAR.findall(self.judul)}

    @property
    def kosong(self) -> str:
        """SQL: whether nothing stands in the columns that were read."""
        return " AND ".join(f"k{place} = ''" for place in self.kolom.values())


def open_report(jenis: Laporan, path: Path, con: duckdb.DuckDBPyConnection, periode: str) -> Sumber:
    """The table named after the report. Raises ProblemsFound where it is not that report of that period."""
    alias = KOLOM[jenis]
    tabel = open_table(path, lambda title: key_of(title, alias) is not None, con, jenis)
    seen = recognise(tabel.judul, alias)
    sumber = Sumber(
        jenis=jenis,
        tabel=tabel,
        kolom=_places(tabel, jenis),
        judul=next((line for row in tabel.kepala if (line := " ".join(" ".join(row).split()))), ""),
        pribadi=seen.pribadi,
        tidak_dikenal=seen.tidak_dikenal,
    )
    for problems in (_wrong_report(sumber, periode), _columns(sumber), _cells(sumber, path)):
        if found := tuple(problems):
            raise ProblemsFound(found)
    return sumber


def _places(tabel: Tabel, jenis: Laporan) -> dict[str, int]:
    """Where each column is: of several names for one thing the first in the table of names counts."""
    titles = [plain(title) for title in tabel.judul]
    found = {}
    for key, names in KOLOM[jenis].items():
        known = [plain(name) for name in (key, *names)]
        place = next((titles.index(name) for name in known if name in titles), None)
        if place is not None:
            found[key] = place
    return found


def _wrong_report(sumber: Sumber, periode: str) -> Iterator[Problem]:
    """What the title says against what was asked for."""
    words = plain(sumber.judul).split()
    if sumber.jenis == "pegawai":
        return
    if "laporan" in words and ("penilaian" in words) != (sumber.jenis == "penilaian"):
        pesan = f"judul berkas ini bukan {NAMA_LAPORAN[sumber.jenis]}"
        saran = "Urutannya: Laporan SKP dahulu, lalu Laporan Penilaian SKP."
        yield sumber.problem(1, "", "laporan-keliru", pesan, saran)
        return
    first, last = period_bounds(periode)
    if sumber.tahun and first.year not in sumber.tahun:
        pesan = f"tahun dalam judul laporan ini bukan {first.year}"
        yield sumber.problem(1, "", "laporan-periode", pesan, "Betulkan --periode, atau unduh laporan tahun itu.")
    months = [n for n, name in enumerate(BULAN, 1) if name.casefold() in words]
    one_month = len(months) == 1 and (first.month, last.month) != (months[0], months[0])
    if sumber.jenis == "penilaian" and (one_month or ("tahunan" in words and (first.month, last.month) != (1, 12))):
        pesan = "judul laporan ini menyebut bulan lain, atau setahun, padahal periodenya bukan itu"
        yield sumber.problem(1, "", "laporan-periode", pesan, "Betulkan --periode, atau unduh laporan periode itu.")


def _columns(sumber: Sumber) -> Iterator[Problem]:
    """Columns that are missing, or there twice."""
    baris = max(1, sumber.tabel.baris_judul)
    for group in WAJIB[sumber.jenis]:
        if not any(key in sumber.kolom for key in group):
            names = " atau ".join(NAMA_KOLOM[key] for key in group)
            pesan = f"kolom {names} tidak ada, padahal {NAMA_LAPORAN[sumber.jenis]} memilikinya"
            saran = "Periksa apakah berkasnya benar dan tidak tertukar, lalu unduh ulang tanpa mengubah judul kolom."
            yield sumber.problem(baris, "", "laporan-keliru", pesan, saran)
    titles = [plain(title) for title in sumber.tabel.judul]
    for key, place in sumber.kolom.items():
        again = [letter(i) for i, title in enumerate(titles) if title == titles[place]]
        if len(again) > 1:
            pesan = f"kolom {id_list(again)} berjudul sama"
            yield sumber.problem(baris, key, "kolom-ganda", pesan, "Hapus salah satu kolom itu.")


def _cells(sumber: Sumber, path: Path) -> Iterator[Problem]:
    """Formulas instead of values, and rows that are only there by accident."""
    tabel = sumber.tabel
    used = {place: key for key, place in sumber.kolom.items()}
    formulas = [
        (row, column) for row, column in formula_cells(path, tabel.lembar) if row > tabel.baris_judul and column in used
    ]
    saran = "Salin kolom ini, lalu tempel sebagai nilai (Paste Special, Values), dan simpan lagi."
    for i, (row, column) in enumerate(formulas[:MAX_LISTED]):
        more = len(formulas) - MAX_LISTED
        pesan = "sel ini berisi rumus, bukan nilai"
        pesan += f" (dan {id_number(more)} sel lain)" if more > 0 and i == MAX_LISTED - 1 else ""
        yield sumber.problem(row, used[column], "sumber-rumus", pesan, saran)
    query = f"SELECT count(*), count(*) FILTER ({sumber.kosong}) FROM {tabel.nama}"
    rows, blank = tabel.con.execute(query).fetchall()[0]
    if rows == blank:
        pesan, saran = "tidak ada baris berisi di bawah judul kolom", "Periksa apakah laporannya benar."
        yield sumber.problem(tabel.baris_judul + 1, "", "laporan-kosong", pesan, saran)
    if blank + tabel.kosong > BARIS_KOSONG:
        pesan = f"ada lebih dari {id_number(BARIS_KOSONG)} baris kosong"
        saran = "Hapus baris kosong itu di Excel (pilih barisnya, lalu Delete), dan simpan lagi."
        yield sumber.problem(tabel.baris_judul + 1, "", "laporan-baris-kosong", pesan, saran)
