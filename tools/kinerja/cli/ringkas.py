"""kinerja ringkas: every published figure with its receipt."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kinerja.cli.keadaan import Keadaan, command

if TYPE_CHECKING:
    from kinerja.summary.angka import Angka

KEYS = ("id", "nilai", "alasan", "teks", "satuan", "n", "status", "rumus", "masukan")


def row(angka: Angka) -> dict[str, Any]:
    """One figure with plain values: exact numbers as text, places as `file#key/key`."""
    masukan = [f"{t.berkas}#{'/'.join(map(str, t.kunci))}" if t.kunci else t.berkas for t in angka.masukan]
    values = {key: getattr(angka, key) for key in KEYS if key not in ("nilai", "masukan")}
    return {**values, "nilai": None if angka.nilai is None else str(angka.nilai), "masukan": masukan}


def as_json(figures: list[Angka]) -> str:
    """A list of figures."""
    rows = [{key: row(angka)[key] for key in KEYS} for angka in figures]
    return json.dumps({"angka": rows}, ensure_ascii=False, indent=2) + "\n"


def as_csv(figures: list[Angka]) -> str:
    """A line for each figure (RFC 4180)."""
    from kinerja.charts.table import safe

    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(KEYS)
    for angka in figures:
        values = {**row(angka), "masukan": " ".join(row(angka)["masukan"])}
        writer.writerow(["" if values[key] is None else safe(str(values[key])) for key in KEYS])
    return target.getvalue()


FORMS = {"json": as_json, "csv": as_csv}


@command(name="ringkas")
@click.option("--periode", default=None, metavar="P", help="Hanya angka satu periode, misalnya 2024.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    default="json",
    show_default=True,
    help="Bentuk hasil.",
)
@click.option(
    "--keluaran",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    metavar="DIR",
    help="Tulis ke folder ini; tanpa pilihan ini, ke layar.",
)
@click.pass_obj
def ringkas(keadaan: Keadaan, periode: str | None, form: str, keluaran: Path | None) -> None:
    """Tulis semua angka terbit: nilai, satuan, n, rumus, dan tempat asalnya di data/."""
    from kinerja.cli.serangan import judged
    from kinerja.files import write_atomic
    from kinerja.portal.pages import page_table
    from kinerja.summary.figures import collect

    loaded = keadaan.usable()
    assert loaded.repository is not None
    pages = page_table(loaded.repository, keadaan.tanggal, judged(keadaan.akar, keadaan.tanggal, loaded))
    figures = {angka.id: angka for page in pages for angka in collect((page.view, page.grafik))}
    chosen = [a for _, a in sorted(figures.items()) if periode is None or periode in a.id.split("/")]
    text = FORMS[form](chosen)
    if keluaran is None:
        click.echo(text, nl=False)
        return
    write_atomic(keluaran.resolve() / f"angka.{form}", text.encode())
    click.echo(f"{len(chosen)} angka ditulis di {keluaran}.")
