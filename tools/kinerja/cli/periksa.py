"""kinerja periksa: everything that must hold, in one run."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kinerja.cli.keadaan import Keadaan, command
from kinerja.problems import Problem

if TYPE_CHECKING:
    from kinerja.load.repository import Loaded

Reporter = Callable[[tuple[Problem, ...], int], str]


def as_text(problems: tuple[Problem, ...], files: int) -> str:
    """A line for each problem, then the count."""
    wrong = sum(problem.tingkat == "galat" for problem in problems)
    lines = [str(problem) for problem in problems]
    count = f"{files} berkas diperiksa: {wrong} galat, {len(problems) - wrong} peringatan."
    return "\n".join([*lines, "", count] if lines else [count])


def as_json(problems: tuple[Problem, ...], files: int) -> str:
    """For programs."""
    keys = ("berkas", "baris", "kolom", "aturan", "tingkat", "pesan", "saran")
    rows = [{key: getattr(problem, key) for key in keys} for problem in problems]
    return json.dumps({"berkas_diperiksa": files, "masalah": rows}, ensure_ascii=False, indent=2)


def as_github(problems: tuple[Problem, ...], files: int) -> str:
    """Workflow commands: GitHub shows each problem at its line of the pull request."""
    level = {"galat": "error", "peringatan": "warning"}
    lines = [
        f"::{level[p.tingkat]} file={_property(p.berkas)},line={p.baris},col={p.kolom},"
        f"title={_property(p.aturan)}::{_message(f'{p.pesan}. {p.saran}'.strip())}"
        for p in problems
    ]
    return "\n".join(lines or [as_text((), files)])


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


REPORTERS: dict[str, Reporter] = {"teks": as_text, "json": as_json, "github": as_github}


def below(problems: Iterable[Problem], akar: Path, paths: tuple[Path, ...]) -> tuple[Problem, ...]:
    """The problems in the named files and folders; all of them where none is named."""
    if not paths:
        return tuple(problems)
    wanted = [Path(os.path.relpath(path.resolve(), akar)).as_posix() for path in paths]
    return tuple(
        problem
        for problem in problems
        if any(name == "." or problem.berkas == name or problem.berkas.startswith(name + "/") for name in wanted)
    )


def revision(keadaan: Keadaan, rev: str) -> Mapping[str, bytes]:
    """data/ in a revision. One that is not there is a wrong use, with what to do where the history was cut off."""
    from kinerja.load.revision import UnknownRevision, read_revision

    try:
        return read_revision(keadaan.akar, rev)
    except UnknownRevision as unknown:
        saran = (
            "Riwayat di sini terpotong: jalankan `git fetch --unshallow`, atau pakai fetch-depth: 0 di GitHub Actions."
            if unknown.dangkal
            else "Sebutkan cabang, tag, atau id komit yang ada, misalnya origin/main."
        )
        raise click.UsageError(f"revisi itu tidak ada di sini. {saran}") from unknown


def _changed(keadaan: Keadaan, loaded: Loaded, rev: str, former: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """What was in force on the day of the revision stays so, whatever the clock of the newest commit says."""
    from kinerja.checks import kekekalan
    from kinerja.git import head
    from kinerja.load.revision import values

    commit = head(keadaan.akar, rev)
    tanggal = max(keadaan.tanggal, commit.tanggal) if commit else keadaan.tanggal
    return kekekalan.changed(loaded, values(former), values(loaded.sources), tanggal)


@command(name="periksa")
@click.argument("paths", metavar="[LOKASI]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(REPORTERS)),
    default="teks",
    show_default=True,
    help="Bentuk laporan.",
)
@click.option(
    "--terhadap",
    default=None,
    metavar="REV",
    help="Bandingkan dengan revisi git ini: yang resmi dan sudah berlaku atau terbit tidak boleh berubah.",
)
@click.pass_obj
def periksa(keadaan: Keadaan, paths: tuple[Path, ...], form: str, terhadap: str | None) -> None:
    """Periksa susunan YAML, skema, dan aturan antarberkas; semua masalah dilaporkan sekaligus.

    LOKASI membatasi laporan pada berkas atau folder tertentu; pemeriksaannya tetap menyeluruh.
    """
    former = revision(keadaan, terhadap) if terhadap is not None else None
    loaded, problems = keadaan.check()
    if terhadap is not None and former is not None:
        problems = tuple(sorted({*problems, *_changed(keadaan, loaded, terhadap, former)}))
    shown = below(problems, keadaan.akar, paths)
    click.echo(REPORTERS[form](shown, len(loaded.sources)))
    sys.exit(1 if any(problem.tingkat == "galat" for problem in shown) else 0)
