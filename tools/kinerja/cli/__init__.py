"""The command line: one module a command, each loaded only when it is called."""

from __future__ import annotations

import importlib
import io
import sys
from pathlib import Path

import click

from kinerja.cli import wording
from kinerja.cli.keadaan import DATE, Keadaan

COMMANDS = {
    "periksa": "Periksa semua yang harus benar sebelum data terbit.",
    "pindai": "Cari nomor pribadi dan nama orang di berkas dan riwayat.",
    "serang": "Cari apa yang dapat disimpulkan orang luar dari tabel yang terbit.",
    "ringkas": "Tulis semua angka terbit beserta asalnya.",
    "grafik": "Gambar semua grafik: SVG, PNG, dan CSV.",
    "himpun": "Ubah catatan mentah menjadi agregat yang aman terbit.",
    "beda": "Terangkan perubahan data dan akibatnya dengan kata-kata.",
    "usul": "Buat versi baru kriteria dari versi sebelumnya.",
    "bangun": "Periksa data, lalu bangun seluruh portal.",
}

wording.install()


class LazyGroup(click.Group):
    """Knows its commands by name; imports one only to run it or to show its own help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(f"kinerja.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands without importing any."""
        with formatter.section("Perintah"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(
    cls=LazyGroup,
    options_metavar="[PILIHAN]",
    subcommand_metavar="PERINTAH [ISIAN]...",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--akar",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    show_default=True,
    metavar="DIR",
    help="Folder repositori.",
)
@click.option(
    "--tanggal",
    type=DATE,
    default=None,
    metavar="TANGGAL",
    help="Tanggal acuan (tahun-bulan-hari); biasanya tanggal commit terakhir.",
)
@click.pass_context
def cli(ctx: click.Context, akar: Path, tanggal: object) -> None:
    """Transparansi Kinerja ASN: dari data YAML menjadi portal."""
    write_utf8()
    ctx.obj = Keadaan(akar.resolve(), tanggal)


def write_utf8() -> None:
    """Offices use Windows, whose pipes have a code page of their own that lacks some of our signs."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8")
