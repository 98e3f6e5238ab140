"""kinerja himpun waktu: a register of requests becomes counts and times of services."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kinerja.cli.himpun import (
    checked,
    loaded_data,
    refuse_inside,
    refuse_period,
    refuse_service,
    stop,
    targets,
    write_all,
)
from kinerja.cli.keadaan import DATE, Keadaan, command

if TYPE_CHECKING:
    from kinerja.intake.tanggal import Urutan
    from kinerja.model.capaian import CaraCatat


@command(name="waktu")
@click.argument("sumber", metavar="SUMBER", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--layanan", default=None, metavar="L", help="Hanya layanan ini (slug); biasanya semua yang disebut register."
)
@click.option("--periode", required=True, metavar="P", help="Periode yang dihitung, misalnya 2026-tw3.")
@click.option(
    "--cara",
    type=click.Choice(["register-elektronik", "register-tertulis"]),
    default="register-elektronik",
    show_default=True,
    help="Cara mencatat; waktu dari cara yang berbeda tidak dibandingkan.",
)
@click.option(
    "--dihitung-pada",
    "pada",
    type=DATE,
    default=None,
    metavar="TANGGAL",
    help="Tanggal register diambil; biasanya tanggal acuan.",
)
@click.option(
    "--urutan-tanggal",
    "urutan",
    type=click.Choice(["hbt", "bht", "tbh"]),
    default=None,
    help="Urutan hari (h), bulan (b), dan tahun (t), bila tidak dapat dipastikan dari isinya.",
)
@click.option(
    "--keluaran",
    type=click.Path(path_type=Path),
    default=None,
    metavar="LOKASI",
    help="Berkas .yaml atau folder hasil; biasanya data/capaian-layanan/.",
)
@click.pass_obj
def waktu(
    keadaan: Keadaan,
    sumber: Path,
    layanan: str | None,
    periode: str,
    cara: CaraCatat,
    pada: date | None,
    urutan: Urutan | None,
    keluaran: Path | None,
) -> None:
    """Hitung jumlah, ketepatan, dan lama layanan dari register permohonan (CSV, XLSX, Parquet).

    SUMBER berada di luar repositori. Kolom pribadi dibuang sebelum dibaca. Bila ada baris yang tidak dapat dipakai,
    semuanya disebut dan tidak ada yang ditulis.
    """
    from kinerja.intake.table import open_table
    from kinerja.intake.waktu import collect_times
    from kinerja.intake.waktu_kolom import known
    from kinerja.problems import ProblemsFound

    refuse_inside(keadaan, sumber)
    refuse_period(periode)
    loaded = loaded_data(keadaan)
    assert loaded.repository is not None
    if layanan is not None:
        refuse_service(loaded.repository, layanan)
    day = pada or keadaan.tanggal
    try:
        hasil = collect_times(loaded.repository, open_table(sumber, known), periode, layanan, cara, day, urutan)
    except ProblemsFound as found:
        stop(found.problems)
        return
    made = checked(keadaan, loaded, hasil.dokumen, day)
    lines = write_all(targets(keadaan, made, keluaran))
    click.echo("\n".join([hasil.laporan.teks, *lines]))
