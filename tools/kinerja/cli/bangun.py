"""kinerja bangun: checks, then the whole portal."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kinerja.cli.keadaan import Keadaan, command


@command(name="bangun")
@click.option(
    "--keluaran",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    metavar="DIR",
    help="Folder hasil; biasanya output/.",
)
@click.option("--situs", default=None, metavar="URL", help="Alamat situs, bila sudah ada.")
@click.option("--resmi", is_flag=True, help="Tanpa data contoh: inilah yang diterbitkan.")
@click.pass_obj
def bangun(keadaan: Keadaan, keluaran: Path | None, situs: str | None, resmi: bool) -> None:
    """Periksa data, lalu bangun seluruh portal. Situs lama tetap utuh sampai yang baru selesai."""
    from kinerja.portal.build import build
    from kinerja.problems import BuildFailed

    keadaan.repository()
    output = keluaran.resolve() if keluaran else keadaan.akar / "output"
    try:
        build(keadaan.akar, output, keadaan.tanggal, situs, resmi)
    except BuildFailed as error:
        click.echo(f"Portal gagal dibangun, situs lama tetap utuh. {error}", err=True)
        sys.exit(1)
    pages = sum(1 for _ in output.rglob("*.html"))
    click.echo(f"{pages} halaman dibangun. Buka {output / 'index.html'} di peramban.")
