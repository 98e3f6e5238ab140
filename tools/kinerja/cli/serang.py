"""kinerja serang: what outsiders can conclude from the tables that are published."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kinerja.cli import serangan
from kinerja.cli.keadaan import Keadaan, command

if TYPE_CHECKING:
    from kinerja.checks.perlindungan import Kata
    from kinerja.disclosure.serang import Hasilserang, Serangan
    from kinerja.problems import Finding

FORMATS = ("teks", "json")
Periode = tuple[str, str]


def as_text(periode: Periode, found: Serangan, kata: Kata) -> Iterator[str]:
    """A summary of the period, the counts that are known too well with their chains, and what is wrong beside them."""
    widths = [sel.atas - sel.bawah for sel in found.sel if sel.atas is not None]
    narrowest = min(widths, default="-")
    yield f"{periode[0]} ({periode[1]}): {len(found.sel)} hitungan diserang, selang tersempit {narrowest}"
    rows = [("hitungan", "selang", "perlu", "ruang", "cara")]
    rows += [(kata(sel.kelompok, sel.hitungan), _interval(sel), str(sel.perlu), str(sel.ruang), sel.rantai)
             for sel in found.sel if not sel.aman]  # fmt: skip
    if len(rows) > 1:
        sizes = [max(len(row[i]) for row in rows) for i in range(4)]
        for row in rows:
            yield "  " + "  ".join((*(cell.ljust(n) for cell, n in zip(row, sizes, strict=False)), row[4]))
    yield from (f"  {finding.berkas}: {finding.pesan}. {finding.saran}" for finding in found.masalah)
    yield "  aman" if found.aman else f"  TIDAK AMAN: {len(rows) - 1} hitungan, {len(found.masalah)} masalah lain"


def _interval(sel: Hasilserang) -> str:
    return f"{sel.bawah}–{'' if sel.atas is None else sel.atas}"


def as_json(periode: Periode, found: Serangan, wrong: list[Finding], kata: Kata) -> dict[str, Any]:
    """Every count with its interval, and what is wrong."""
    cells = [
        {"kelompok": dict(sorted(sel.kelompok)), "hitungan": sel.hitungan, "nama": kata(sel.kelompok, sel.hitungan),
         "terbit": [{"berkas": berkas, "tempat": [*at]} for berkas, at in sel.terbit], "bawah": sel.bawah,
         "atas": sel.atas, "perlu": sel.perlu, "ruang": sel.ruang, "aman": sel.aman, "rantai": sel.rantai}
        for sel in found.sel
    ]  # fmt: skip
    problems = [{"berkas": f.berkas, "tempat": [*f.at], "pesan": f.pesan, "saran": f.saran} for f in wrong]
    return {"periode": periode[0], "status": periode[1], "aman": found.aman, "hitungan": cells, "masalah": problems}


@command(name="serang")
@click.argument("paths", metavar="[LOKASI]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), default="teks", show_default=True, help="Bentuk laporan.")
@click.pass_obj
def serang(keadaan: Keadaan, paths: tuple[Path, ...], form: str) -> None:
    """Cari apa yang dapat disimpulkan orang luar dari tabel yang terbit.

    Semua tabel suatu periode dibaca bersama, dengan jumlah pegawai, rilis lama dari riwayat git, dan tabel aspek
    dari periode yang lebih pendek di dalamnya.
    LOKASI membatasi serangan pada periode yang tabelnya ada di berkas atau folder itu.
    """
    from kinerja.checks.perlindungan import attacked, findings, names_of

    loaded = keadaan.load()
    for problem in loaded.problems:
        click.echo(str(problem), err=True)
    if loaded.repository is None:
        sys.exit(1)
    names = tuple(Path(os.path.relpath(path.resolve(), keadaan.akar)).as_posix() for path in paths)
    kata, lama = names_of(loaded.repository), serangan.former(keadaan.akar)
    safe, reports = not loaded.problems, []
    for periode, tables in serangan.chosen(loaded, names).items():
        found = attacked(loaded.repository, keadaan.tanggal, tables, lama.get(periode[0], ()))
        safe &= found.aman
        if form == "teks":
            click.echo("\n".join(as_text(periode, found, kata)))
        else:
            reports.append(as_json(periode, found, [*findings(found, tables, kata)], kata))
    if form == "json":
        click.echo(json.dumps(reports, ensure_ascii=False, indent=2))
    elif not serangan.chosen(loaded, names):
        click.echo("Tidak ada tabel hasil di sini.")
    sys.exit(0 if safe else 1)
