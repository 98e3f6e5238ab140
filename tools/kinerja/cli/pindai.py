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
    "--pesan",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=None,
    metavar="BERKAS",
    help="Pindai hanya pesan commit dalam berkas ini (dipakai oleh pengait).",
)
@click.option(
    "--format", "form", type=click.Choice(list(REPORTERS)), default="teks", show_default=True, help="Bentuk laporan."
)
@click.pass_obj
def pindai(keadaan: Keadaan, paths: tuple[Path, ...], riwayat: bool, pesan: Path | None, form: str) -> None:
    """Cari NIP, NIK, NPWP, telepon, surel, dan nama orang; yang ditemukan tidak pernah ditampilkan.

    LOKASI membatasi laporan pada berkas atau folder tertentu.
    """
    if any(not path.resolve().is_relative_to(keadaan.akar) for path in paths):
        raise click.UsageError("lokasi itu di luar repositori. Yang dipindai hanya isi repositori; lihat --akar.")
    loaded = keadaan.load()
    if pesan is not None:
        shown = pindaian.scan_message(keadaan.tanggal, loaded, pesan.read_bytes())
        click.echo(REPORTERS[form](shown, 1))
        sys.exit(1 if shown else 0)
    problems = pindaian.scan(keadaan.akar, keadaan.tanggal, loaded)
    shown = below(problems, keadaan.akar, paths)
    if riwayat:
        shown += pindaian.scan(keadaan.akar, keadaan.tanggal, loaded, riwayat=True)
    click.echo(REPORTERS[form](shown, len(tuple(pindaian.tree(keadaan.akar)))))
    sys.exit(1 if shown else 0)
