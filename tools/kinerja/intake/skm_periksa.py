"""Rows and columns of a survey that cannot be used: each with place and remedy, never with what is in the cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kinerja.intake.kolom import Pengenalan, plain
from kinerja.intake.skm_kolom import JENIS_KELAMIN, PENDIDIKAN
from kinerja.intake.table import Tabel
from kinerja.problems import Problem


def problems_of(tabel: Tabel, kolom: Pengenalan, unsur: Mapping[str, str]) -> list[Problem]:
    """Every reason at once; columns first, for without them rows cannot be judged. `unsur`: column by id."""
    problems = [*_column_problems(tabel, kolom, unsur)]
    return problems or [*_answer_problems(tabel, unsur), *_group_problems(tabel, kolom), *_twice(tabel, kolom)]


def _problem(tabel: Tabel, baris: int, kolom: int, aturan: str, pesan: str, saran: str) -> Problem:
    return Problem(tabel.berkas, baris, kolom + 1, aturan, "galat", pesan, saran)


def _column_problems(tabel: Tabel, kolom: Pengenalan, unsur: Mapping[str, str]) -> Iterator[Problem]:
    if not unsur:
        saran = "Beri nama kolom jawaban U1 sampai U9, atau nama unsurnya."
        yield _problem(tabel, max(1, tabel.baris_judul), 0, "survei-tanpa-unsur", "tidak ada kolom unsur survei", saran)
    for pair in kolom.ganda:
        pesan = f"kolom {pair} berisi hal yang sama"
        yield _problem(tabel, max(1, tabel.baris_judul), 0, "kolom-ganda", pesan, "Hapus salah satu kolom itu.")


def _answer_problems(tabel: Tabel, unsur: Mapping[str, str]) -> Iterator[Problem]:
    """Rows whose answer is no whole number from 1 to 4; a fifth step has its own words."""
    for column in unsur.values():
        five = rf"regexp_full_match({column}, '5(\.0+)?')"
        valid = rf"{column} = '' OR regexp_full_match({column}, '[1-4](\.0+)?')"
        tests = (
            (five, "jawaban di luar 1 sampai 4; barangkali kuesioner memakai skala 5",
             "Survei kepuasan memakai skala 4. Jawaban skala 5 tidak dapat diubah; ulangi survei dengan skala 4."),
            (f"NOT ({valid} OR {five})", "jawaban bukan bilangan bulat 1 sampai 4",
             "Tulis 1, 2, 3, atau 4 dengan angka; kosongkan sel bila tidak dijawab."),
        )  # fmt: skip
        for test, pesan, saran in tests:
            yield from tabel.listed(test, int(column[1:]), "survei-jawaban", pesan, saran)


def _group_problems(tabel: Tabel, kolom: Pengenalan) -> Iterator[Problem]:
    known = {"jenis_kelamin": JENIS_KELAMIN, "pendidikan": PENDIDIKAN}
    for key, words in known.items():
        if key in kolom.dikenal:
            place = kolom.dikenal[key]
            query = f"SELECT k{place}, min(baris), count(*) FROM masukan GROUP BY 1 ORDER BY 2"
            rows = tabel.con.execute(query).fetchall()
            for text, baris, jumlah in rows:
                if text and plain(text) not in words:
                    pesan = f"isi kolom {key.replace('_', ' ')} tidak dikenal ({jumlah} baris dengan isi ini)"
                    saran = f"Pakai salah satu: {', '.join(sorted(set(words.values())))}; atau kosongkan."
                    yield _problem(tabel, baris, place, "survei-kelompok", pesan, saran)
    if "usia" in kolom.dikenal:
        place = kolom.dikenal["usia"]
        test = rf"k{place} <> '' AND NOT regexp_full_match(k{place}, '\d{{1,2}}(\.0+)?|1[01]\d(\.0+)?|120')"
        pesan, saran = "usia bukan bilangan bulat 0 sampai 120", "Tulis usia dalam tahun dengan angka, atau kosongkan."
        yield from tabel.listed(test, place, "survei-kelompok", pesan, saran)


def _twice(tabel: Tabel, kolom: Pengenalan) -> Iterator[Problem]:
    if "nomor" not in kolom.dikenal:
        return
    place = kolom.dikenal["nomor"]
    again = f"baris NOT IN (SELECT min(baris) FROM masukan GROUP BY k{place}) AND k{place} <> ''"
    pesan, saran = "nomor responden ini sudah ada di baris lain", "Hapus baris ganda, atau betulkan nomornya."
    yield from tabel.listed(again, place, "baris-ganda", pesan, saran)
