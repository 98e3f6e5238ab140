"""The demonstration data: made by the tool from its seed, named as fiction, and without anything personal."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from python_calamine import load_workbook

import peragaan
from kinerja.disclosure.nomor import find_numbers
from kinerja.load.write import to_yaml
from kinerja.model.dokumen import Dokumen
from kinerja.model.hasil import KELAS, LAINNYA, BarisHasil, Hasil
from kinerja.model.repository import Repository, without_contoh
from kinerja.summary.berkas import listed
from rekaan.daftar_lain import DAFTAR, OLEH_SLUG
from rekaan.ekspor import JUDUL_PENILAIAN, JUDUL_SKP
from rekaan.profil import PERIODE, SEMUA
from rekaan.profil_pegawai import FORMASI, SEMESTER
from rekaan.profil_pegawai import PERIODE as DINILAI

QUARTER = "2026-tw3"
OFFICES = ("kecamatan-contoh", "dinas-perizinan-contoh")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the small part is made, outside the repository."""
    return tmp_path_factory.mktemp("peragaan")


@pytest.fixture(scope="module")
def made(root: Path, folder: Path) -> list[Dokumen]:
    """One quarter of two offices: registers as a workbook and as a CSV of Windows, and their surveys."""
    return list(peragaan.documents(peragaan.make(root, folder, (QUARTER,), OFFICES)))


def ours(repo: Repository) -> Iterator[Dokumen]:
    """What the tool has left in the repository: services with their results and follow-ups."""
    for slug in OLEH_SLUG:
        yield repo.layanan[slug]
        yield from repo.capaian_layanan.get(slug, ())
        yield from repo.skm.get(slug, ())
    yield from (satu for satu in repo.tindak_lanjut.values() if satu.layanan in OLEH_SLUG)


def test_the_same_seed_gives_the_committed_bytes(root: Path, made: list[Dokumen]) -> None:
    """Through the real commands: whoever runs the tool again changes nothing."""
    results = [document for document in made if QUARTER in document.berkas]

    assert len(results) > len(OFFICES)
    assert [] == [each.berkas for each in made if (root / each.berkas).read_bytes() != to_yaml(each)]


def test_every_quarter_of_every_profile_is_there_and_nothing_else(repo: Repository) -> None:
    """A quarter without a register or a survey has no file."""
    for slug, profil in SEMUA.items():
        held = {"capaian_layanan": profil.banyak, "skm": profil.suka}
        for noun, values in held.items():
            wanted = [periode for periode, value in zip(PERIODE, values, strict=True) if value is not None]
            assert wanted == [satu.periode for satu in getattr(repo, noun).get(slug, ())], f"{noun} {slug}"
    assert {bahan.slug for bahan in DAFTAR} == set(SEMUA)
    assert len(DAFTAR) >= 12


def test_everything_that_it_writes_is_fiction_and_says_so(repo: Repository, made: list[Dokumen]) -> None:
    """`status: contoh`, of offices and services that are called Contoh."""
    for document in (*made, *ours(repo)):
        assert "contoh" == getattr(document, "status", None), document.berkas
        name = getattr(document, "nama", None) or getattr(document, "judul", None) or document.slug
        assert re.search(r"\bcontoh\b", name, re.IGNORECASE), document.berkas


def test_a_standard_has_all_fourteen_components(repo: Repository) -> None:
    """The demonstration shows what a complete standard looks like."""
    for slug in OLEH_SLUG:
        komponen = repo.layanan[slug].komponen
        assert [] == [name for name in komponen.__dataclass_fields__ if not getattr(komponen, name)], slug


def test_no_person_of_the_raw_files_is_in_what_comes_out(repo: Repository, made: list[Dokumen], folder: Path) -> None:
    """The artificial names stay in the registers."""
    raw = b"".join(path.read_bytes() for path in sorted((folder / "mentah").rglob("*.csv")))
    assert b"Orang 1" in raw

    for document in (*made, *ours(repo)):
        assert not re.search(rb"Orang \d|tidak dicatat", to_yaml(document)), document.berkas


def test_nothing_looks_like_a_real_number_of_a_person(made: list[Dokumen], folder: Path, tanggal: date) -> None:
    """Neither in the raw files nor in what comes out."""
    texts = [path.read_text("cp1252") for path in sorted((folder / "mentah").rglob("*.csv"))]
    texts += [to_yaml(document).decode() for document in made]

    assert [] == [found for text in texts for found in find_numbers(text, tanggal)]


# Ratings: the two exports of e-Kinerja, and the observations of teachers

TAHUN = 2025
DIBUAT = (str(TAHUN), "2026-s1")
ORANG = sum(formasi.size(TAHUN) for formasi in FORMASI.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Dinilai:
    """One whole run: what it was made from, what it wrote, and what its commands said."""

    folder: Path
    repository: Repository
    ucapan: str
    lembar: Mapping[str, list[list[str]]]

    @property
    def tabel(self) -> list[Hasil]:
        """The tables that came out."""
        return [*peragaan.tables(self.repository)]

    def table(self, name: str) -> Hasil:
        """One of them."""
        return next(table for table in self.tabel if table.tabel == name)

    def column(self, name: str, title: str) -> list[str]:
        """The cells below a title in one of the raw files."""
        rows = self.lembar[name]
        header = next(row for row in rows if title in row)
        return [row[header.index(title)] for row in rows[rows.index(header) + 1 :]]


@pytest.fixture(scope="module")
def dinilai(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Dinilai:
    """The exports of all the fictional offices for a year, and the observations of a semester, made and read."""
    folder = tmp_path_factory.mktemp("penilaian")
    said: list[str] = []
    run = peragaan.Panggung.run
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(peragaan.Panggung, "run", lambda *words: said.append(run(*words)))
        repository = peragaan.rate(root, folder, DIBUAT)
    sheets = {
        path.stem: [[str(cell) for cell in row] for row in load_workbook(path).get_sheet_by_index(0).to_python(False)]
        for path in (folder / "mentah").rglob("*.xlsx")
    }
    staff = (folder / "mentah" / str(TAHUN) / "pegawai.csv").read_text("cp1252").splitlines()
    return Dinilai(
        folder=folder, repository=repository, ucapan="\n".join(said),
        lembar={**sheets, "pegawai": [line.split(";") for line in staff]},
    )  # fmt: skip


def test_the_exports_of_ten_thousand_people_give_the_committed_tables(root: Path, dinilai: Dinilai) -> None:
    """The same bytes."""
    units = dinilai.table("jumlah-pegawai-perangkat-daerah")

    assert ORANG == sum(baris.jumlah or 0 for baris in units.baris if baris.perangkat_daerah)
    assert {*FORMASI} == {baris.perangkat_daerah for baris in units.baris if baris.perangkat_daerah}
    assert ORANG > 10_000
    assert [] == [each.berkas for each in dinilai.tabel if (root / each.berkas).read_bytes() != to_yaml(each)]


def test_the_correction_of_one_person_changes_only_what_can_no_longer_stand(
    root: Path, dinilai: Dinilai, tmp_path: Path
) -> None:
    """One rating of ten thousand: a release of its own for the tables that it reaches, every other count as it was."""
    before = {each.berkas: each for each in peragaan.tables(peragaan.rate(root, tmp_path, DIBUAT, rilis=1))}
    again = [table for table in dinilai.tabel if table.rilis_ke == 2]
    moved = [
        name
        for table in again
        for old, new in zip(before[table.berkas].baris, table.baris, strict=True)
        for name, count in new.hitungan.items()
        if old.hitungan[name] != count
    ]

    assert "predikat-perangkat-daerah" in {table.tabel for table in again}
    assert [] == [table.berkas for table in dinilai.tabel if table.rilis_ke == 1 and table != before[table.berkas]]
    assert 0 < len(moved) < 20


def test_three_years_three_quarters_and_three_semesters_are_there(repo: Repository) -> None:
    """And no other demonstration table."""
    found = {(table.isi, table.periode) for table in peragaan.tables(repo)}

    assert {("aspek", periode) for periode in SEMESTER} == {one for one in found if one[0] == "aspek"}
    for isi in ("predikat", "jumlah-pegawai"):
        assert {(isi, periode) for periode in DINILAI} == {one for one in found if one[0] == isi}


def counts(repo: Repository, tabel: str, periode: str, unit: str) -> BarisHasil:
    """The row of a unit in a table."""
    table = next(table for table in repo.hasil[tabel] if table.periode == periode)
    return next(baris for baris in table.baris if baris.perangkat_daerah == unit)


def test_an_office_where_all_are_baik_does_not_say_so_of_anybody(repo: Repository) -> None:
    """All 120 are, and the published count leaves room."""
    row = counts(repo, "predikat-perangkat-daerah", "2025", "dinas-kebersihan-contoh")

    assert (120, 120) == (row.jumlah, row.baik)
    # What the printed 120 says is 116 to 124, of 120 people: four may be rated otherwise.
    assert 0 == sum(row.hitungan.values()) - (row.baik or 0)


def test_an_office_lost_two_people(repo: Repository) -> None:
    """Its head-count is public, its results are merged with a neighbour's or rounded."""
    sizes = [
        counts(repo, "jumlah-pegawai-perangkat-daerah", periode, "kantor-arsip-contoh").jumlah
        for periode in ("2023", "2024")
    ]

    assert [16, 14] == sizes


def test_one_office_jumps_in_one_year(repo: Repository) -> None:
    """From a fifth to two thirds Sangat Baik: a question for the objectivity of its ratings."""
    before, after = (
        counts(repo, "predikat-perangkat-daerah", periode, "dinas-kependudukan-contoh") for periode in ("2024", "2025")
    )

    assert 4 * (before.sangat_baik or 0) < (before.jumlah or 0)
    assert 5 * (after.sangat_baik or 0) > 3 * (after.jumlah or 0)


def test_the_exports_have_the_form_of_e_kinerja(dinilai: Dinilai) -> None:
    """Title with the year in A1, agency in A2, time stamp in A6, the header below."""
    for name, titles in (("laporan-skp", JUDUL_SKP), ("laporan-penilaian-skp", JUDUL_PENILAIAN)):
        above = [row[0] for row in dinilai.lembar[name][:7]]
        assert str(TAHUN) in above[0]
        assert above[1].startswith("Instansi")
        assert re.match(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}", above[5])
        assert [*titles] == dinilai.lembar[name][7]


def test_the_exports_have_the_traps_of_e_kinerja(dinilai: Dinilai) -> None:
    """Mixed case, two signs for "not yet", stand-ins, people with an old row; the command tells each of them."""
    words = {*dinilai.column("laporan-penilaian-skp", "hasil_akhir")}
    skp = [*zip(*(dinilai.column("laporan-skp", key) for key in ("nip", "periode_akhir", "is_plt_plh")), strict=True)]
    standing = {nip for nip, _, plt in skp if plt != "0"}
    before = {nip for nip, akhir, _ in skp if akhir < f"{TAHUN}-12-31"}

    assert {"Baik", "BAIK", "baik", "-", ""} < words
    assert (ORANG, True, True) == (len({nip for nip, *_ in skp}), len(standing) > 10, len(before) > 100)
    for words in ("Plt/Plh", "baris lama setelah mutasi", "baris ganda", "tidak ada dalam Laporan SKP", "lainnya"):
        assert words in dinilai.ucapan


def test_tables_are_fiction_from_end_to_end(repo: Repository, dinilai: Dinilai) -> None:
    """Status, units, posts and criteria; without demonstration data none is left."""
    for table in dinilai.tabel:
        named = [name for b in table.baris for name in (b.perangkat_daerah, b.jabatan, b.wilayah, table.kelompok)]
        assert ("contoh", True) == (table.status, table.periode in DIBUAT)
        assert all(name.endswith("-contoh") for name in named if name not in (None, LAINNYA)), table.berkas
        assert {"Data peragaan portal ini, kota kedua"} == {sumber.penerbit for sumber in table.sumber}
    assert [] == [*peragaan.tables(without_contoh(repo))]


def test_the_tables_use_the_whole_scale_and_count_who_is_not_rated(dinilai: Dinilai) -> None:
    """And the offices do not all rate alike."""
    units, aspects = dinilai.table("predikat-perangkat-daerah"), dinilai.table("aspek-guru-contoh")

    assert [] == [kelas for kelas in KELAS if not any(getattr(baris, kelas) for baris in units.baris)]
    assert len({tuple(n * 10 // (b.jumlah or 1) for n in b.hitungan.values()) for b in units.baris}) > 5
    assert 3 * 8 == len(aspects.baris)


def test_no_name_and_no_number_of_the_exports_is_in_anything_that_the_run_wrote(dinilai: Dinilai) -> None:
    """Every NIP, name and id of the raw files, looked for in all other files, their names, and the terminal."""
    markers = {
        cell
        for name, titles in {"laporan-skp": ("id", "nip", "nama"), "laporan-penilaian-skp": ("id", "nip", "nama"),
                             "pegawai": ("NIP", "Nama"), "pengamatan": ("NIP", "Nama")}.items()
        for title in titles
        for cell in dinilai.column(name, title)
    }  # fmt: skip
    raw = dinilai.folder / "mentah"
    written = [path for path in dinilai.folder.rglob("*") if path.is_file() and raw not in path.parents]
    text = "\n".join([dinilai.ucapan, *(f"{path}\n{path.read_text('utf-8')}" for path in written)])
    staff = (raw / str(TAHUN) / "pegawai.csv").read_text("cp1252")

    assert len(markers) > 3 * ORANG
    assert len(written) > len(dinilai.tabel)
    assert len(markers & personal(staff)) > ORANG
    assert not markers & personal(text)
    assert "Orang Rekaan" not in text


def personal(text: str) -> set[str]:
    """Whatever has the form of a NIP, an id or a name of the exports."""
    return {
        found
        for form in (r"(?=(\d{18}))", r"(?=([0-9a-f]{24}))", r"(Orang Rekaan \d+)")
        for found in re.findall(form, text)
    }


def test_the_exports_hold_no_number_that_a_person_can_have(dinilai: Dinilai, tanggal: date) -> None:
    """They are read as NIP, but everybody in them began to serve before being born."""
    numbers = dinilai.column("laporan-skp", "nip")

    assert {18} == {len(number) for number in numbers}
    assert [] == [found for number in numbers for found in find_numbers(number, tanggal)]


def test_every_table_is_listed_on_the_site(repo: Repository) -> None:
    """The page of data files links it, marked as an example."""
    files = {berkas: contoh for one in listed(repo).map for berkas, contoh in one.berkas}

    assert {True} == {files[table.berkas] for table in peragaan.tables(repo)}


def test_a_new_run_takes_old_tables_away(root: Path, dinilai: Dinilai, tmp_path: Path) -> None:
    """Only those that are fiction."""
    shutil.copytree(root / "data", tmp_path / "data")
    shutil.copytree(root / "schemas", tmp_path / "schemas")
    one = dinilai.table("predikat-perangkat-daerah")
    old = tmp_path / one.berkas.replace(str(TAHUN), str(TAHUN - 5))
    kept = tmp_path / one.berkas.replace(str(TAHUN), str(TAHUN - 6))
    for path, year, status in ((old, TAHUN - 5, "contoh"), (kept, TAHUN - 6, "resmi")):
        path.parent.mkdir()
        text = to_yaml(one).decode().replace("status: contoh", f"status: {status}")
        path.write_text(text.replace(f'periode: "{TAHUN}"', f'periode: "{year}"'), "utf-8")
    peragaan.publish_tables(dinilai.repository, tmp_path)

    assert (False, True) == (old.exists(), kept.exists())
    assert {each.berkas: (root / each.berkas).read_bytes() for each in dinilai.tabel} == {
        each.berkas: (tmp_path / each.berkas).read_bytes() for each in dinilai.tabel
    }
