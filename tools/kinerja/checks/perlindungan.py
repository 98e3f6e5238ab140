"""The attack on what is published, as a check of whole periods: run only where a period, or what it rests on, changed.

It is no `@check`: those look at one document at a time, and this needs the releases in the history too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja.model.aturan_layanan import VersiPenyamaran
from kinerja.model.dokumen import Status
from kinerja.model.hasil import LAINNYA, Hasil
from kinerja.model.repository import Repository
from kinerja.numbers import id_number, period_within
from kinerja.problems import Finding, Problem
from kinerja.rules.versi import version_on

if TYPE_CHECKING:
    from kinerja.disclosure.serang import Serangan
    from kinerja.load.repository import Loaded

ATURAN = "perlindungan"
TERBANYAK = 20  # so many findings of one period are told one by one
Kata = Callable[[frozenset[tuple[str, str]], str], str]
Ingat = Callable[[bytes, Callable[[], bytes]], bytes]
Lama = Mapping[str, Sequence[tuple[bytes, Hasil]]]  # period → its former releases, oldest first, with their bytes
_SARAN = "Lindungi ulang seluruh tabel periode ini dengan `kinerja himpun`."


def policy_on(repository: Repository, tanggal: date) -> VersiPenyamaran:
    """The policy of today: the tables are published today, whatever their period."""
    return version_on(repository.aturan.penyamaran, tanggal) or repository.aturan.penyamaran.versi[-1]


def periods(repository: Repository) -> Mapping[tuple[str, str], tuple[Hasil, ...]]:
    """The tables of each period and status: what is fictional says nothing of what is real."""
    found: dict[tuple[str, str], list[Hasil]] = {}
    for series in repository.hasil.values():
        for hasil in series:
            found.setdefault((hasil.periode, hasil.status), []).append(hasil)
    return {key: tuple(sorted(tables, key=lambda hasil: hasil.berkas)) for key, tables in sorted(found.items())}


def names_of(repository: Repository) -> Kata:
    """Words for a count of a group, with the names of the data instead of slugs."""
    from kinerja.disclosure.rantai import words

    names = {("perangkat_daerah", slug): unit.nama for slug, unit in repository.perangkat_daerah.items()}
    names |= {("wilayah", slug): unit.nama for slug, unit in repository.perangkat_daerah.items()}
    names |= {("jabatan", slug): jabatan.nama for slug, jabatan in repository.jabatan.items()}
    for slug, unit in repository.perangkat_daerah.items():
        names |= {(f"bagian {slug}", bagian.id): bagian.nama for bagian in unit.bagian}

    def kata(kelompok: frozenset[tuple[str, str]], hitungan: str) -> str:
        unit = dict(kelompok).get("perangkat_daerah", "")
        named = {(f"bagian {unit}" if key == "bagian" else key, value): (key, value) for key, value in kelompok}
        return words(frozenset((key, names.get(at, value)) for at, (key, value) in named.items()), hitungan)

    return kata


def families(repository: Repository) -> Mapping[str, str]:
    """The family of each group of posts."""
    return {slug: jabatan.rumpun or LAINNYA for slug, jabatan in repository.jabatan.items()}


def same_people(old: Hasil, tables: Sequence[Hasil]) -> bool:
    """Whether an earlier release of a period speaks of the people of its tables.

    What is real is always of the same people, however its source is called. Each fiction names itself as publisher of
    its first source: what is made up of one city says nothing of another one.
    """
    fictions = {_publisher(hasil) for hasil in tables if hasil.status == "contoh"}
    return old.status == tables[0].status and (old.status == "resmi" or _publisher(old) in fictions)


def _publisher(hasil: Hasil) -> str:
    return hasil.sumber[0].penerbit if hasil.sumber else ""


def inside(repository: Repository, tables: Sequence[Hasil]) -> tuple[Hasil, ...]:
    """The tables of periods within theirs: of the same status, and of the same fiction."""
    return tuple(
        hasil
        for (periode, _), shorter in periods(repository).items() if period_within(periode, tables[0].periode)
        for hasil in shorter if same_people(hasil, tables)
    )  # fmt: skip


def attacked(
    repository: Repository, tanggal: date, tables: Sequence[Hasil], former: Sequence[tuple[bytes, Hasil]]
) -> Serangan:  # fmt: skip
    """What can be concluded from the tables of one period and status."""
    from kinerja.disclosure.serang import attack
    from kinerja.disclosure.terbitan import irregular

    earlier = [old for _, old in former if same_people(old, tables)]
    policy, names, selama = policy_on(repository, tanggal), names_of(repository), inside(repository, tables)
    found = attack(tables, policy, earlier, selama=selama, rumpun=families(repository), kata=names)
    return replace(found, masalah=(*irregular(tables, earlier, policy), *found.masalah))


def findings(serangan: Serangan, tables: Sequence[Hasil], kata: Kata) -> Iterator[Finding]:
    """What is wrong with a period, with the chain by which it is found out."""
    from kinerja.disclosure.serang import told

    for finding in serangan.masalah:
        yield finding if finding.berkas else Finding(finding.at, finding.pesan, finding.saran, tables[0].berkas)
    shown = {(sel.periode, sel.hitungan): sel.terbit[0] for sel in reversed(serangan.sel) if sel.terbit}
    for sel in serangan.sel:
        if not sel.aman:
            berkas, at = sel.terbit[0] if sel.terbit else shown[sel.periode, sel.hitungan]
            yield Finding(at, f"dari tabel yang terbit dapat disimpulkan: {told(sel, kata)}", _SARAN, berkas)


@dataclass(frozen=True, slots=True)
class Putusan:
    """How the attack on one period and status ended: how many counts it was on, how narrow the narrowest of those that
    must have room is left, and what is wrong."""

    periode: str
    status: Status
    diserang: int
    tersempit: int | None
    masalah: tuple[Finding, ...]


def protection(loaded: Loaded, tanggal: date, former: Lama, ingat: Ingat) -> tuple[Problem, ...]:
    """Every period attacked, as problems."""
    return as_problems(loaded, judged(loaded, tanggal, former, ingat))


def as_problems(loaded: Loaded, found: Sequence[Putusan]) -> tuple[Problem, ...]:
    """What is wrong with each period, at its place in the files; where there is very much, the first of it."""
    return tuple(sorted({loaded.place(finding, ATURAN) for putusan in found for finding in _first(putusan)}))


def judged(loaded: Loaded, tanggal: date, former: Lama, ingat: Ingat) -> tuple[Putusan, ...]:
    """Every period attacked. `ingat` keeps the outcome by the content of all that it rests on."""
    repository = loaded.repository
    if repository is None:
        return ()
    found: list[Putusan] = []
    for (periode, _), tables in periods(repository).items():
        old = former.get(periode, ())
        key = _key(loaded, repository, tanggal, tables, old)

        def make(tables: Sequence[Hasil] = tables, old: Sequence[tuple[bytes, Hasil]] = old) -> bytes:
            serangan = attacked(repository, tanggal, tables, old)
            widths = [sel.atas - sel.bawah for sel in serangan.sel if sel.atas is not None and sel.perlu > 0]
            rows = [[f.berkas, f.at, f.pesan, f.saran] for f in findings(serangan, tables, names_of(repository))]
            return json.dumps([len(serangan.sel), min(widths, default=None), rows]).encode()

        diserang, tersempit, rows = json.loads(ingat(key, make))
        masalah = tuple(Finding(tuple(at), pesan, saran, berkas) for berkas, at, pesan, saran in rows)
        found.append(Putusan(periode, tables[0].status, diserang, tersempit, masalah))
    return tuple(found)


def _first(putusan: Putusan) -> Iterator[Finding]:
    """What can be read: the first findings of a period, and how many more there are."""
    yield from putusan.masalah[:TERBANYAK]
    if rest := putusan.masalah[TERBANYAK:]:
        pesan = f"masih ada {id_number(len(rest))} temuan lain pada periode {putusan.periode}"
        saran = f"Lihat semuanya dengan `kinerja serang data/hasil/{putusan.periode}`."
        yield Finding(rest[0].at, pesan, saran, rest[0].berkas)


def _key(
    loaded: Loaded, repository: Repository, tanggal: date, tables: Sequence[Hasil],
    former: Sequence[tuple[bytes, Hasil]],
) -> bytes:  # fmt: skip
    """The tables, their former releases, the policy, the names in messages, and our own code."""

    names = sorted(
        pair for pair in repository.sidik.items() if pair[0].startswith(("data/perangkat-", "data/jabatan/"))
    )
    code = [path.read_bytes() for path in sorted(Path(__file__).parent.parent.glob("disclosure/*.py"))]
    parts = [
        *(part for hasil in (*tables, *inside(repository, tables))
          for part in (hasil.berkas.encode(), loaded.sources[hasil.berkas])),
        b"lama", *(part for data, hasil in former for part in (hasil.berkas.encode(), data)),
        repr((policy_on(repository, tanggal), names, version("highspy"))).encode(),
        *code, Path(__file__).read_bytes(),
    ]  # fmt: skip
    return b"".join(str(len(part)).encode() + b":" + part for part in parts)
