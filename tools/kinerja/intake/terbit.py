"""Before a table of results is written: which release it is, and whether any group in it is too small."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kinerja.disclosure.ambang import small_counts, small_groups, uniform_groups
from kinerja.model.hasil import BarisHasil, Hasil
from kinerja.model.repository import Repository
from kinerja.problems import Finding, Problem, ProblemsFound
from kinerja.rules.versi import version_on


def released(repository: Repository, hasil: Hasil) -> Hasil:
    """The table as its next release; the one that is there, where nothing in it has changed.

    A note written by hand stays. An approval does not: it was given to other figures.
    """
    old = next(
        (
            old
            for old in repository.hasil.get(hasil.tabel, ())
            if (old.periode, old.status) == (hasil.periode, hasil.status)
        ),
        None,
    )
    if old is None:
        return hasil
    same = replace(
        hasil, rilis_ke=old.rilis_ke, dihitung_pada=old.dihitung_pada, persetujuan=old.persetujuan, catatan=old.catatan,
        sumber=old.sumber,
    )  # fmt: skip
    return old if same == old else replace(hasil, rilis_ke=old.rilis_ke + 1, catatan=old.catatan)


def refuse_small(repository: Repository, tables: Sequence[Hasil], tanggal: date) -> None:
    """Raises ProblemsFound where a group, or a count in it, is smaller than the policy allows. No count is told."""
    versi = version_on(repository.aturan.penyamaran, tanggal) or repository.aturan.penyamaran.versi[-1]
    problems = [
        Problem(hasil.berkas, 1, 1, aturan, "galat", f"{_name(repository, hasil, finding)}: {finding.pesan}", _SARAN)
        for hasil in tables
        for aturan, findings in (
            ("kelompok-kecil", small_groups(hasil, versi)),
            ("hitungan-kecil", small_counts(hasil, versi)),
            ("kelompok-seragam", uniform_groups(hasil)),
        )
        for finding in findings
    ]
    if problems:
        raise ProblemsFound(tuple(problems))


_SARAN = "Tabel ini belum dapat ditulis: perlindungan orang untuk kelompok kecil belum ada di perintah ini."


def _name(repository: Repository, hasil: Hasil, finding: Finding) -> str:
    """The group of a finding in words."""
    place = finding.at[1]
    assert isinstance(place, int)
    return ", ".join(_words(repository, hasil.baris[place])) or "seluruhnya"


def _words(repository: Repository, baris: BarisHasil) -> Iterator[str]:
    for slug in (baris.perangkat_daerah, baris.wilayah):
        if slug is not None:
            yield repository.perangkat_daerah[slug].nama if slug in repository.perangkat_daerah else slug
    if baris.jabatan is not None:
        jabatan = repository.jabatan.get(baris.jabatan)
        yield jabatan.nama if jabatan else f"jabatan {baris.jabatan}"
    for key in ("bagian", "rumpun_jabatan", "golongan", "jenis_kelamin", "indikator"):
        value = getattr(baris, key)
        if value is not None:
            yield value
