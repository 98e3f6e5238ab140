"""kinerja grafik: every chart of the portal as files."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import click

from kinerja.cli.keadaan import Keadaan, command


@command(name="grafik")
@click.option(
    "--keluaran",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    metavar="DIR",
    help="Folder hasil; biasanya grafik/.",
)
@click.option("--hanya", default="*", metavar="POLA", help="Hanya grafik yang id-nya cocok, misalnya 'ombudsman*'.")
@click.pass_obj
def grafik(keadaan: Keadaan, keluaran: Path | None, hanya: str) -> None:
    """Gambar semua grafik: SVG, PNG, dan CSV dengan angka yang sama."""
    from kinerja.files import Cache, write_atomic
    from kinerja.portal import assets
    from kinerja.portal.pages import page_table

    repository = keadaan.repository()
    folder = keluaran.resolve() if keluaran else keadaan.akar / "grafik"
    cache = Cache(keadaan.akar / ".kinerja-cache" / "grafik")
    charts = [c for c in assets.charts_of(page_table(repository, keadaan.tanggal)) if fnmatch(c.id, hanya)]
    if not charts:
        raise click.UsageError("tidak ada grafik yang cocok dengan pola itu.")
    for chart in charts:
        picture = assets.rendered(chart, cache)
        for ending, data in (
            ("svg", picture.svg_mandiri.encode()),
            ("png", picture.png),
            ("csv", picture.csv),
        ):
            write_atomic(folder / f"{chart.id}.{ending}", data)
    click.echo(f"{len(charts)} grafik ditulis di {folder}.")
