"""kinerja himpun aspek: ratings of indicators become a table of levels."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kinerja.cli.himpun import checked, collected, loaded_data, refuse_inside, refuse_period, targets, write_all
from kinerja.cli.keadaan import DATE, Keadaan, command
from kinerja.cli.serangan import remembered

if TYPE_CHECKING:
    from kinerja.model.hasil import KeadaanHasil


@command(name="aspek")
@click.argument("sumber", metavar="SUMBER", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--periode", required=True, metavar="P", help="Periode yang dinilai, misalnya 2026-s1.")
@click.option(
    "--kelompok", default=None, metavar="K", help="Folder di data/kriteria/, bila berkasnya tanpa kolom kelompok."
)
@click.option(
    "--dihitung-pada",
    "pada",
    type=DATE,
    default=None,
    metavar="TANGGAL",
    help="Tanggal catatan diambil; biasanya tanggal acuan.",
)
@click.option(
    "--keadaan",
    "keadaan_hasil",
    type=click.Choice(["sementara", "final"]),
    default="sementara",
    show_default=True,
    help="final hanya setelah periodenya berakhir.",
)
@click.option(
    "--benih",
    default=None,
    metavar="TEKS",
    help="Benih undian pembulatan, hanya untuk uji dan peragaan; ditolak untuk data resmi.",
)
@click.option(
    "--keluaran",
    type=click.Path(path_type=Path),
    default=None,
    metavar="LOKASI",
    help="Berkas .yaml atau folder hasil; biasanya data/hasil/.",
)
@click.pass_obj
def aspek(
    keadaan: Keadaan,
    sumber: Path,
    periode: str,
    kelompok: str | None,
    pada: date | None,
    keadaan_hasil: KeadaanHasil,
    benih: str | None,
    keluaran: Path | None,
) -> None:
    """Hitung tingkat setiap indikator dari catatan penilaian (kolom kelompok, wilayah, indikator, tingkat).

    SUMBER berada di luar repositori. Kolom lain tidak dibaca. Hitungan dibulatkan agar tidak seorang pun dapat
    dikenali. Bila ada baris yang tidak dapat dipakai, atau serangan terhadap tabelnya berhasil, tidak ada yang ditulis.
    """
    from kinerja.intake.aspek import Permintaan, collect_aspects

    refuse_inside(keadaan, sumber)
    refuse_period(periode)
    loaded = loaded_data(keadaan)
    assert loaded.repository is not None
    repository = remembered(keadaan.akar, loaded.repository, periode)
    if kelompok is not None and kelompok not in repository.kriteria:
        raise click.UsageError("kelompok itu tidak ada di data/kriteria/. Sebutkan nama foldernya.")
    wanted = Permintaan(
        sumber=sumber, periode=periode, dihitung_pada=pada or keadaan.tanggal, kelompok=kelompok, keadaan=keadaan_hasil,
        benih=benih,
    )  # fmt: skip
    hasil = collected(lambda: collect_aspects(repository, wanted))
    click.echo("\n".join([hasil.laporan.teks, *hasil.perlindungan]))
    made = checked(keadaan, loaded, hasil.dokumen, wanted.dihitung_pada)
    click.echo("\n".join(write_all(targets(keadaan, made, keluaran))))
