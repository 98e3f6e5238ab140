"""kinerja usul: the next version of a document, made of the one before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from kinerja.cli.keadaan import DATE, Keadaan, command

if TYPE_CHECKING:
    from kinerja.model.kriteria import Kriteria

# What belongs to the old version alone, and what is to be written instead.
ISIAN = {
    "berlaku_mulai": "berlaku_mulai: {berlaku}",
    "diumumkan": "# diumumkan: {contoh}          # hari versi ini diumumkan kepada pegawai",
    "jenis_perubahan": "# jenis_perubahan: kecil        # besar, kecil, atau perbaikan",
    "alasan_perubahan": "# alasan_perubahan: …           # apa yang berubah, dan mengapa",
    "persetujuan": (
        "# persetujuan:                  # isi setelah disetujui; jabatan, bukan nama orang\n"
        "#   oleh: …\n"
        "#   tanggal: {contoh}"
    ),
}
DICABUT = "dicabut"
_KEY = re.compile(r"([a-z_]+):")


@click.group(name="usul", options_metavar="[PILIHAN]", subcommand_metavar="PERINTAH [ISIAN]...")
def usul() -> None:
    """Buat versi baru dari versi sebelumnya, untuk diusulkan."""


@command(name="kriteria")
@click.argument("jabatan", metavar="JABATAN")
@click.option("--berlaku", required=True, type=DATE, metavar="TANGGAL", help="Hari pertama versi baru berlaku.")
@click.pass_obj
def kriteria(keadaan: Keadaan, jabatan: str, berlaku: date) -> None:
    """Salin kriteria yang terakhir ke berkas versi baru, beserta komentarnya.

    Yang harus diisi ulang menjadi baris komentar: alasan, pengumuman, dan persetujuan.
    """
    from kinerja.files import write_atomic

    loaded = keadaan.load()
    if loaded.repository is None or loaded.problems:
        raise click.UsageError("data belum dapat dibaca. Jalankan `kinerja periksa`, lalu perbaiki dulu.")
    versions = loaded.repository.kriteria.get(jabatan, ())
    if not versions:
        known = ", ".join(loaded.repository.kriteria)
        raise click.UsageError(f"kriteria itu tidak ada di data/kriteria/. Yang ada: {known}.")
    _refuse_date(versions, berlaku, keadaan.tanggal)
    berkas = f"data/kriteria/{jabatan}/{berlaku}.yaml"
    text = renewed(loaded.sources[versions[-1].berkas].decode(), berlaku, keadaan.tanggal)
    write_atomic(keadaan.akar / berkas, text.encode())
    click.echo(f"{berkas} ditulis dari {versions[-1].berkas}.")
    click.echo("Ubah isinya, isi baris yang masih berupa komentar, lalu jalankan `kinerja periksa` dan `kinerja beda`.")


def _refuse_date(versions: tuple[Kriteria, ...], berlaku: date, tanggal: date) -> None:
    from kinerja.numbers import id_date

    last = versions[-1].berlaku_mulai
    if berlaku <= tanggal:
        raise click.UsageError(f"versi baru mulai berlaku sesudah {id_date(tanggal)}: kriteria tidak berlaku surut.")
    if berlaku <= last:
        raise click.UsageError(f"versi terakhir sudah mulai berlaku {id_date(last)}. Sebutkan tanggal sesudahnya.")


def renewed(text: str, berlaku: date, tanggal: date) -> str:
    """The text of the next version: what belongs to the old one alone is left to be filled in, all else is kept."""
    lines: list[str] = []
    written: set[str] = set()
    for key, block in _blocks(text):
        if key == DICABUT:
            lines += _comments_after(block)
        elif key in ISIAN:
            lines.append(ISIAN[key].format(berlaku=berlaku, contoh=tanggal))
            lines += _comments_after(block)
            written.add(key)
        else:
            lines += block
    missing = [ISIAN[key].format(berlaku=berlaku, contoh=tanggal) for key in ISIAN if key not in written]
    return "\n".join([*lines, *missing]) + "\n"


def _blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """The lines of each key of the document; those before the first one have no key."""
    key = ""
    block: list[str] = []
    for line in text.splitlines():
        found = _KEY.match(line)
        if found:
            yield key, block
            key, block = found[1], []
        block.append(line)
    yield key, block


def _comments_after(block: list[str]) -> list[str]:
    """The comments and empty lines at the end of a block: they belong to what follows."""
    kept = len(block)
    while kept > 1 and (not block[kept - 1].strip() or block[kept - 1].startswith("#")):
        kept -= 1
    return block[kept:]


usul.add_command(kriteria)
