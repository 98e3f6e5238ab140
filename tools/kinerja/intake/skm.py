"""Answers of a survey → counts for each unsur, IKM, mutu, and groups of respondents that are safe to publish."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from kinerja.intake.kelompok import safe_groups
from kinerja.intake.kolom import Alias, Pengenalan, plain, recognise
from kinerja.intake.laporan import Dilewati, Laporan
from kinerja.intake.skm_hitung import Answers, Jumlahan, sums
from kinerja.intake.skm_kolom import ORDER, Kuesioner, columns, group_of
from kinerja.intake.skm_periksa import problems_of
from kinerja.intake.skm_tanggal import Tanggalan, read_dates
from kinerja.intake.table import Tabel
from kinerja.intake.tanggal import Urutan
from kinerja.model.aturan_layanan import VersiPenyamaran, VersiSampel, VersiSkm
from kinerja.model.capaian import CaraSurvei, KelompokResponden, Skm, UnsurSkm
from kinerja.model.dokumen import Sumber
from kinerja.model.repository import Repository
from kinerja.numbers import half_up, id_list, period_bounds
from kinerja.problems import Problem, ProblemsFound
from kinerja.rules import sampel, skm
from kinerja.rules.versi import version_on

NRR_PLACES, RAGAM_PLACES = 4, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Permintaan:
    """What the officer said about the file: `populasi` are the users of the service in the period."""

    layanan: str
    periode: str
    cara: CaraSurvei
    kuesioner: Kuesioner = "regulasi"
    populasi: int | None = None
    urutan: Urutan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hasil:
    """The document, and the report for the terminal."""

    dokumen: Skm
    laporan: Laporan


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aturan:
    skm: VersiSkm
    sampel: VersiSampel | None
    penyamaran: VersiPenyamaran


def aliases(repository: Repository, periode: str, kuesioner: Kuesioner) -> Alias:
    """The titles of columns by the rule version of the period's last day."""
    return columns(_rules(repository, periode).skm, kuesioner)


def collect_skm(repository: Repository, tabel: Tabel, permintaan: Permintaan) -> Hasil:
    """One survey from a raw table. Raises ProblemsFound with every row that cannot be used."""
    aturan = _rules(repository, permintaan.periode)
    kolom = recognise(tabel.judul, columns(aturan.skm, permintaan.kuesioner))
    unsur = {satu.id: f"k{kolom.dikenal[satu.id]}" for satu in aturan.skm.unsur if satu.id in kolom.dikenal}
    dates = read_dates(tabel, kolom, permintaan.urutan)
    problems = (*problems_of(tabel, kolom, unsur), *dates.problems)
    if problems:
        raise ProblemsFound(problems)
    dilewati = _answers(tabel, unsur, dates, permintaan.periode)
    found = sums(tabel.con, {id_: f"u{place}" for place, id_ in enumerate(unsur)})
    _refuse_too_few(tabel, found, permintaan, aturan.penyamaran.kelompok_minimal)
    groups = _groups(tabel, kolom, aturan.penyamaran)
    dokumen = replace(_document(repository, aturan, found, groups, permintaan), **_days(tabel, dates))
    return Hasil(dokumen=dokumen, laporan=_report(tabel, kolom, dilewati, aturan, dokumen))


def _rules(repository: Repository, periode: str) -> _Aturan:
    last = period_bounds(periode)[1]
    versi = version_on(repository.aturan.skm, last)
    penyamaran = version_on(repository.aturan.penyamaran, last) or repository.aturan.penyamaran.versi[0]
    if versi is None:
        pesan = "pada periode itu belum ada aturan survei"
        raise ProblemsFound((Problem(repository.aturan.skm.berkas, 1, 1, "aturan-survei", "galat", pesan),))
    return _Aturan(skm=versi, sampel=version_on(repository.aturan.sampel, last), penyamaran=penyamaran)


def _answers(tabel: Tabel, unsur: Mapping[str, str], dates: Tanggalan, periode: str) -> tuple[Dilewati, ...]:
    """The table `jawaban`: the answers as numbers, of the period's rows that have one. Returns what was left out."""
    cells = ", ".join(
        f"TRY_CAST(TRY_CAST(nullif({column}, '') AS DOUBLE) AS INT) AS u{place}"
        for place, column in enumerate(unsur.values())
    )
    some = " OR ".join(f"{column} <> ''" for column in unsur.values())
    inside = dates.within(*period_bounds(periode))
    tabel.con.execute(f"CREATE TABLE jawaban AS SELECT {cells}, * FROM masukan WHERE ({some}) AND {inside}")
    reasons = {
        "tidak menjawab satu unsur pun": f"NOT ({some})",
        "tanggalnya di luar periode": f"({some}) AND NOT {inside}",
    }
    return tuple(
        Dilewati(alasan=alasan, jumlah=len(rows), baris=rows)
        for alasan, test in reasons.items()
        if (rows := _rows(tabel, test))
    )


def _rows(tabel: Tabel, test: str) -> tuple[int, ...]:
    found = tabel.con.execute(f"SELECT baris FROM masukan WHERE {test} ORDER BY baris").fetchall()
    return tuple(int(baris) for (baris,) in found)


def _days(tabel: Tabel, dates: Tanggalan) -> dict[str, Any]:
    """First and last day of the answers, where they are dated."""
    row = tabel.con.execute(f"SELECT min({dates.sql})::DATE, max({dates.sql})::DATE FROM jawaban").fetchone()
    assert row is not None
    return {"mulai": row[0], "selesai": row[1]}


def _refuse_too_few(tabel: Tabel, found: Jumlahan, permintaan: Permintaan, minimal: int) -> None:
    pesan = saran = ""
    if not found.n:
        pesan, saran = "tidak ada satu jawaban pun di berkas ini", "Periksa apakah berkasnya benar."
    elif found.n < minimal:
        pesan = f"kurang dari {minimal} responden: hasilnya akan menunjukkan jawaban orangnya"
        saran = "Gabungkan dengan periode lain; survei sekecil ini tidak diterbitkan."
    elif permintaan.populasi is not None and found.n > permintaan.populasi:
        pesan = "responden lebih banyak daripada pengguna layanan"
        saran = "Betulkan --populasi: banyak pengguna layanan pada periode ini."
    if pesan:
        raise ProblemsFound((Problem(tabel.berkas, 1, 1, "survei-jumlah", "galat", pesan, saran),))


def _groups(
    tabel: Tabel, kolom: Pengenalan, penyamaran: VersiPenyamaran
) -> Mapping[str, tuple[KelompokResponden, ...]]:
    """Sex, education and age of those who answered, as far as they may be published."""
    found = {}
    for key, order in ORDER.items():
        if key not in kolom.dikenal:
            continue
        rows = tabel.con.execute(f"SELECT k{kolom.dikenal[key]}, count(*) FROM jawaban GROUP BY 1").fetchall()
        counts: Counter[str] = Counter()
        for text, n in rows:
            counts[group_of(key, text)] += n
        safe = safe_groups(counts, penyamaran.kelompok_minimal, order)
        found[key] = tuple(KelompokResponden(id=group, n=n) for group, n in safe)
    return found


def _document(
    repository: Repository, aturan: _Aturan, found: Jumlahan, groups: Mapping[str, tuple[KelompokResponden, ...]],
    permintaan: Permintaan,
) -> Skm:  # fmt: skip
    layanan = repository.layanan[permintaan.layanan]
    unit = repository.perangkat_daerah[layanan.perangkat_daerah]
    nrr = {id_: _mean(aturan.skm, answers) for id_, answers in found.jawaban.items()}
    ikm = skm.ikm_of(aturan.skm, [*nrr.values()])
    needed = aturan.sampel and permintaan.populasi and sampel.sample_size(aturan.sampel, permintaan.populasi)
    return Skm(
        berkas=f"data/skm/{permintaan.periode}/{layanan.slug}.yaml",
        status=layanan.status,
        layanan=layanan.slug,
        periode=permintaan.periode,
        cara=permintaan.cara,
        n=found.n,
        populasi=permintaan.populasi,
        sampel_minimal=needed or None,
        seragam=found.seragam,
        ikm=ikm,
        mutu=skm.mutu_of(aturan.skm, ikm).id,
        ragam=None if found.ragam is None else half_up(found.ragam, RAGAM_PLACES),
        unsur=tuple(
            UnsurSkm(id=id_, n=sum(answers), nrr=half_up(nrr[id_], NRR_PLACES), jawaban=answers)
            for id_, answers in found.jawaban.items()
        ),
        jenis_kelamin=groups.get("jenis_kelamin", ()),
        pendidikan=groups.get("pendidikan", ()),
        usia=groups.get("usia", ()),
        sumber=(Sumber(judul=f"Survei kepuasan masyarakat, {layanan.nama}", penerbit=unit.nama),),
    )


def _mean(versi: VersiSkm, answers: Answers) -> Fraction:
    return skm.nrr_of(versi, sum(value * n for value, n in enumerate(answers, start=1)), sum(answers))


def _report(tabel: Tabel, kolom: Pengenalan, dilewati: tuple[Dilewati, ...], aturan: _Aturan, dokumen: Skm) -> Laporan:
    missing = [unsur.nama for unsur in aturan.skm.unsur if unsur.id not in {satu.id for satu in dokumen.unsur}]
    notes = [*tabel.catatan]
    if missing:
        notes.append(f"Unsur yang tidak ada di berkas: {id_list(missing)}. IKM dihitung dari unsur yang ada.")
    if any(re.fullmatch(r"u ?\d+", plain(title)) for title in tabel.judul):
        notes.append("Kolom U1, U2, … dibaca menurut urutan kuesioner yang dipilih; lihat --kuesioner.")
    if dokumen.sampel_minimal is None:
        notes.append("Kecukupan sampel tidak dinilai: sebutkan --populasi.")
    elif dokumen.n < dokumen.sampel_minimal:
        notes.append(f"Sampel kurang: {dokumen.n} responden, padahal tabel meminta {dokumen.sampel_minimal}.")
    for key in ORDER:
        if key in kolom.dikenal and not getattr(dokumen, key):
            notes.append(f"Rincian {key.replace('_', ' ')} tidak ditulis: kelompoknya terlalu kecil.")
    return Laporan(
        berkas=tabel.berkas, dibaca=tabel.jumlah, dihitung=dokumen.n, dilewati=dilewati,
        kolom_pribadi=kolom.pribadi, kolom_tidak_dikenal=kolom.tidak_dikenal, catatan=tuple(notes),
    )  # fmt: skip
