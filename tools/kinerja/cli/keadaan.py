"""What every command shares: the repository's root, the date, loading with checks, and how problems are printed."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kinerja.load.repository import Loaded
    from kinerja.model.repository import Repository
    from kinerja.problems import Problem


command = partial(click.command, options_metavar="[PILIHAN]")


class _Date(click.ParamType[date]):
    name = "tanggal"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """A date written as year-month-day."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail("tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-01-31", param, ctx)


DATE = _Date()


@dataclass
class Keadaan:
    """The state of one run."""

    akar: Path
    stated: Any = None

    @property
    def tanggal(self) -> date:
        """The date of the run: as stated, else the newest commit's, else today's with a warning."""
        if self.stated is None:
            from kinerja.git import publication_date

            found = publication_date(self.akar)
            if not found.dari_git:
                click.echo(
                    "Peringatan: riwayat git tidak ada, jadi tanggal hari ini yang dipakai."
                    " Sebutkan --tanggal agar hasilnya tetap sama.",
                    err=True,
                )
            self.stated = found.tanggal
        assert isinstance(self.stated, date)
        return self.stated

    def load(self) -> Loaded:
        """data/, with the problems of its form."""
        from kinerja.load.repository import load, read_sources
        from kinerja.load.schema import Schemas

        if not (self.akar / "data").is_dir() or not (self.akar / "schemas").is_dir():
            raise click.UsageError(
                "folder data/ atau schemas/ tidak ada di sini. Jalankan di folder repositori, atau sebutkan --akar."
            )
        return load(read_sources(self.akar), Schemas.read(self.akar / "schemas"))

    def check(self) -> tuple[Loaded, tuple[Problem, ...]]:
        """Load data/, run every check, attack the tables of people, and look for what is personal in every file."""
        from kinerja import checks
        from kinerja.cli.pindaian import masked, scan
        from kinerja.cli.serangan import protection

        loaded = self.load()
        attack = protection(self.akar, self.tanggal, loaded)
        found = masked(self.tanggal, loaded, {*loaded.problems, *checks.run(loaded, self.tanggal), *attack})
        return loaded, tuple(sorted({*found, *scan(self.akar, self.tanggal, loaded)}))

    def usable(self) -> Loaded:
        """data/, fit for use. Prints what is wrong and exits with 1 where it is not."""
        loaded, problems = self.check()
        wrong = [problem for problem in problems if problem.tingkat == "galat"]
        if wrong or loaded.repository is None:
            for problem in problems:
                click.echo(str(problem), err=True)
            click.echo(f"\n{len(wrong)} galat. Tidak ada yang ditulis.", err=True)
            sys.exit(1)
        return loaded

    def repository(self) -> Repository:
        """The repository, fit for use."""
        repository = self.usable().repository
        assert repository is not None
        return repository
