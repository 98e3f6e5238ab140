"""kinerja himpun penilaian: the two e-Kinerja reports become tables of predikat."""

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

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@command(name="penilaian")
@click.argument("skp", metavar="SKP", type=FILE)
@click.argument("penilaian_skp", metavar="PENILAIAN", type=FILE)
@click.option("--periode", required=True, metavar="P", help="Periode yang dinilai, misalnya 2026 atau 2026-07.")
@click.option(
    "--pegawai",
    type=FILE,
    default=None,
    metavar="STAF",
    help="Tabel pegawai dengan NIP, jabatan, dan golongan, bila laporannya tidak memuatnya.",
)
@click.option(
    "--dihitung-pada",
    "pada",
    type=DATE,
    default=None,
    metavar="TANGGAL",
    help="Tanggal laporan diunduh; biasanya tanggal acuan.",
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
    metavar="FOLDER",
    help="Folder hasil; biasanya data/hasil/.",
)
@click.pass_obj
def penilaian(
    keadaan: Keadaan,
    skp: Path,
    penilaian_skp: Path,
    periode: str,
    pegawai: Path | None,
    pada: date | None,
    keadaan_hasil: KeadaanHasil,
    benih: str | None,
    keluaran: Path | None,
) -> None:
    """Hitung predikat menurut kelompok dari Laporan SKP dan Laporan Penilaian SKP e-Kinerja (XLSX, CSV, Parquet).

    Kedua berkas berada di luar repositori. Nama tidak pernah dibaca; NIP hanya untuk menggabungkan, lalu dibuang.
    Hitungan dibulatkan agar tidak seorang pun dapat dikenali. Bila ada baris yang tidak dapat dipakai, atau serangan
    terhadap tabelnya berhasil, tidak ada yang ditulis.
    """
    from kinerja.intake.penilaian import Permintaan, collect_ratings

    for path in filter(None, (skp, penilaian_skp, pegawai)):
        refuse_inside(keadaan, path)
    refuse_period(periode)
    loaded = loaded_data(keadaan)
    assert loaded.repository is not None
    repository = remembered(keadaan.akar, loaded.repository, periode)
    wanted = Permintaan(
        skp=skp, penilaian=penilaian_skp, pegawai=pegawai, periode=periode, dihitung_pada=pada or keadaan.tanggal,
        keadaan=keadaan_hasil, benih=benih,
    )  # fmt: skip
    hasil = collected(lambda: collect_ratings(repository, wanted))
    click.echo("\n".join([*(laporan.teks for laporan in hasil.laporan), *hasil.perlindungan]))
    made = checked(keadaan, loaded, hasil.dokumen, wanted.dihitung_pada)
    click.echo("\n".join(write_all(targets(keadaan, made, keluaran))))
