"""kinerja himpun skm: the answers of a survey become NRR, IKM and mutu."""

from __future__ import annotations

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
from kinerja.cli.keadaan import Keadaan, command

if TYPE_CHECKING:
    from kinerja.intake.skm import Hasil, Permintaan
    from kinerja.intake.skm_kolom import Kuesioner
    from kinerja.intake.tanggal import Urutan
    from kinerja.model.capaian import CaraSurvei
    from kinerja.model.repository import Repository


@command(name="skm")
@click.argument("sumber", metavar="SUMBER", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--layanan", required=True, metavar="L", help="Slug layanan yang disurvei.")
@click.option("--periode", required=True, metavar="P", help="Periode survei, misalnya 2026-tw3.")
@click.option(
    "--cara",
    type=click.Choice(["daring", "tatap-muka"]),
    default="tatap-muka",
    show_default=True,
    help="Cara survei; hasil dari cara yang berbeda tidak dibandingkan.",
)
@click.option(
    "--kuesioner",
    type=click.Choice(["regulasi", "umum"]),
    default="regulasi",
    show_default=True,
    help="Arti U8 dan U9: regulasi (pengaduan, sarana) atau umum (sarana, pengaduan).",
)
@click.option("--populasi", type=click.IntRange(min=1), default=None, metavar="N", help="Banyak pengguna layanan.")
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
    help="Berkas .yaml atau folder hasil; biasanya data/skm/.",
)
@click.pass_obj
def skm(
    keadaan: Keadaan,
    sumber: Path,
    layanan: str,
    periode: str,
    cara: CaraSurvei,
    kuesioner: Kuesioner,
    populasi: int | None,
    urutan: Urutan | None,
    keluaran: Path | None,
) -> None:
    """Hitung IKM, mutu, dan nilai tiap unsur dari jawaban survei (CSV, XLSX, Parquet).

    SUMBER berada di luar repositori. Kolom jawaban bernama U1 sampai U9 atau nama unsurnya, isinya 1 sampai 4.
    Kolom pribadi dibuang sebelum dibaca. Bila ada baris yang tidak dapat dipakai, semuanya disebut dan tidak ada yang
    ditulis.
    """
    from kinerja.intake.skm import Permintaan
    from kinerja.problems import ProblemsFound

    refuse_inside(keadaan, sumber)
    refuse_period(periode)
    loaded = loaded_data(keadaan)
    assert loaded.repository is not None
    refuse_service(loaded.repository, layanan)
    permintaan = Permintaan(
        layanan=layanan, periode=periode, cara=cara, kuesioner=kuesioner, populasi=populasi, urutan=urutan
    )
    try:
        hasil = _collected(loaded.repository, sumber, permintaan)
    except ProblemsFound as found:
        stop(found.problems)
        return
    made = checked(keadaan, loaded, [hasil.dokumen], keadaan.tanggal)
    click.echo("\n".join([hasil.laporan.teks, *write_all(targets(keadaan, made, keluaran))]))


def _collected(repository: Repository, sumber: Path, permintaan: Permintaan) -> Hasil:
    from kinerja.intake.kolom import key_of
    from kinerja.intake.skm import aliases, collect_skm
    from kinerja.intake.table import open_table

    known = aliases(repository, permintaan.periode, permintaan.kuesioner)
    return collect_skm(repository, open_table(sumber, lambda title: key_of(title, known) is not None), permintaan)
