"""kinerja himpun: raw records outside the repository → aggregates that are safe to publish."""

from __future__ import annotations

import importlib
import shutil
import signal
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from kinerja.cli.keadaan import Keadaan

if TYPE_CHECKING:
    from kinerja.load.repository import Loaded
    from kinerja.model.dokumen import Dokumen
    from kinerja.model.repository import Repository
    from kinerja.problems import Problem

T = TypeVar("T")

COMMANDS = {
    "penilaian": "Dua laporan e-Kinerja menjadi banyak pegawai menurut predikat.",
    "aspek": "Penilaian indikator menjadi banyak penilaian menurut tingkat.",
    "skm": "Jawaban survei menjadi IKM, mutu, dan nilai tiap unsur.",
    "waktu": "Register permohonan menjadi jumlah, ketepatan, dan lama layanan.",
}


class _Group(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(f"kinerja.cli.himpun_{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """DuckDB tells an interruption in its own words, with a traceback."""
        try:
            return super().invoke(ctx)
        except RuntimeError as error:
            if "interrupted" in str(error).lower():
                raise click.Abort from None
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands without importing any."""
        with formatter.section("Perintah"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=_Group, name="himpun", options_metavar="[PILIHAN]", subcommand_metavar="PERINTAH [ISIAN]...")
def himpun() -> None:
    """Ubah catatan mentah menjadi agregat yang aman terbit.

    Berkas mentah tetap di luar repositori; yang ditulis hanya jumlah dan nilai.
    """
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))  # so that what was begun is cleaned up


def refuse_inside(keadaan: Keadaan, sumber: Path) -> None:
    """Raw records are never to be in the repository, where the next commit would publish them."""
    if any(path.is_relative_to(keadaan.akar) for path in (sumber.resolve(), sumber.absolute())):
        raise click.UsageError("berkas mentah ada di dalam repositori. Pindahkan ke luar, agar tidak ikut terbit.")


def refuse_period(periode: str) -> None:
    """A period that is written in another way than the data write it is a wrong use."""
    from kinerja.numbers import period_bounds

    try:
        period_bounds(periode)
    except ValueError as error:
        raise click.UsageError("tulis periode sebagai 2026, 2026-s1, 2026-tw3, atau 2026-07.") from error


def refuse_service(repository: Repository, layanan: str) -> None:
    """A service that data/layanan/ does not have is a wrong use."""
    if layanan not in repository.layanan:
        raise click.UsageError("layanan itu tidak ada di data/layanan/. Sebutkan slugnya, yaitu nama berkasnya.")


def stop(problems: Iterable[Problem]) -> NoReturn:
    """Print what is wrong and exit with 1."""
    shown = list(problems)
    for problem in shown:
        click.echo(str(problem), err=True)
    click.echo(f"\n{len(shown)} galat disebut. Tidak ada yang ditulis.", err=True)
    sys.exit(1)


def collected(collect: Callable[[], T]) -> T:
    """What a reader makes of its files. What is wrong with them is printed, also what became of the rows where only the
    tables may not be published; exit code 1 then."""
    from kinerja.intake.laporan import TidakAman
    from kinerja.problems import ProblemsFound

    try:
        return collect()
    except ProblemsFound as refused:
        if isinstance(refused, TidakAman):
            click.echo("\n".join(laporan.teks for laporan in refused.laporan))
        stop(refused.problems)


def loaded_data(keadaan: Keadaan) -> Loaded:
    """The repository's data, well formed; what the checks say of it is told with the new documents."""
    loaded = keadaan.load()
    if loaded.problems or loaded.repository is None:
        stop(loaded.problems)
    return loaded


def checked(keadaan: Keadaan, loaded: Loaded, documents: Iterable[Dokumen], pada: date) -> dict[str, bytes]:
    """The bytes of each document by its place in data/, read back and checked beside everything else there."""
    from kinerja import checks
    from kinerja.load.repository import load
    from kinerja.load.schema import Schemas
    from kinerja.load.write import to_yaml

    made = {document.berkas: to_yaml(document) for document in documents}
    again = load({**loaded.sources, **made}, Schemas.read(keadaan.akar / "schemas"))
    found = (*again.problems, *checks.run(again, max(keadaan.tanggal, pada)))
    wrong = sorted(problem for problem in found if problem.tingkat == "galat")
    if wrong:
        stop(wrong)
    return made


def targets(keadaan: Keadaan, made: Mapping[str, bytes], keluaran: Path | None) -> dict[Path, bytes]:
    """Where each document is to be written: its place in data/, the named file, or below the named folder."""
    if keluaran is None:
        return {keadaan.akar / berkas: data for berkas, data in made.items()}
    if keluaran.suffix != ".yaml":
        return {keluaran.resolve() / Path(berkas).name: data for berkas, data in made.items()}
    if len(made) > 1:
        raise click.UsageError(f"ada {len(made)} berkas hasil. Sebutkan folder pada --keluaran, bukan satu berkas.")
    return {keluaran.resolve(): data for data in made.values()}


def write_all(files: Mapping[Path, bytes]) -> list[str]:
    """Write every file or none; a line for each says what became of it. An identical file is left as it is."""
    try:
        old = {path: path.read_bytes() if path.is_file() else None for path in files}
        _replace({path: data for path, data in files.items() if old[path] != data}, old)
    except OSError as error:
        raise click.ClickException(f"hasil tidak dapat ditulis ({error.strerror}). Tidak ada yang diubah.") from error
    words = {True: "tidak berubah", False: "diganti, isinya berbeda dari yang lama"}
    return [f"{path}: {'ditulis' if old[path] is None else words[old[path] == data]}." for path, data in files.items()]


def _replace(files: Mapping[Path, bytes], old: Mapping[Path, bytes | None]) -> None:
    """Everything is on the disk before the first file gets its name; what was renamed is undone after a failure."""
    from kinerja.files import new_sibling, write_atomic

    staged: dict[Path, Path] = {}
    done: list[Path] = []
    try:
        for path, data in files.items():
            staged[path] = new_sibling(path) / path.name
            write_atomic(staged[path], data)
        for path, ready in staged.items():
            ready.replace(path)
            done.append(path)
    except OSError:
        for path in done:
            before = old[path]
            path.unlink() if before is None else write_atomic(path, before)
        raise
    finally:
        for ready in staged.values():
            shutil.rmtree(ready.parent, ignore_errors=True)
