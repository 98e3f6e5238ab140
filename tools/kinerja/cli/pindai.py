"""kinerja pindai: personal numbers and names in files, or in the whole history."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kinerja.cli import pindaian
from kinerja.cli.keadaan import Keadaan, command
from kinerja.cli.periksa import REPORTERS, below


@command(name="pindai")
@click.argument("paths", metavar="[LOKASI]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--riwayat", is_flag=True, help="Pindai juga seluruh riwayat git.")
@click.option(
    "--format", "form", type=click.Choice(list(REPORTERS)), default="teks", show_default=True, help="Bentuk laporan."
)
@click.pass_obj
def pindai(keadaan: Keadaan, paths: tuple[Path, ...], riwayat: bool, form: str) -> None:
    """Cari NIP, NIK, NPWP, telepon, surel, dan nama orang; yang ditemukan tidak pernah ditampilkan.

    LOKASI membatasi laporan pada berkas atau folder tertentu.
    """
    loaded = keadaan.load()
    problems = pindaian.scan(keadaan.akar, keadaan.tanggal, loaded)
    shown = below(problems, keadaan.akar, paths)
    if riwayat:
        shown += pindaian.scan(keadaan.akar, keadaan.tanggal, loaded, riwayat=True)
    click.echo(REPORTERS[form](shown, len(tuple(pindaian.tree(keadaan.akar)))))
    sys.exit(1 if shown else 0)
