"""The whole site in one step: the old one stands until the new one is complete."""

from __future__ import annotations

import logging
import shutil
from datetime import date
from pathlib import Path

from kinerja.files import new_sibling, swap_in
from kinerja.problems import BuildFailed


def build(root: Path, output: Path, tanggal: date, situs: str | None = None, resmi: bool = False) -> None:
    """Run Pelican into a folder beside `output`, then exchange the two. The data must have been checked.

    Raises BuildFailed where a template or a file stands in the way; `output` is then as it was.
    """
    from jinja2 import TemplateError
    from pelican import Pelican
    from pelican.log import console
    from pelican.log import init as init_logging
    from pelican.settings import read_settings

    made = new_sibling(output)
    try:
        init_logging(level=logging.WARNING, fatal="warnings")
        settings = read_settings(
            str(root / "pelicanconf.py"),
            override={
                "OUTPUT_PATH": str(made),
                "TANGGAL": tanggal.isoformat(),
                "SITUS": situs or "",
                "RESMI": resmi,
            },
        )
        console.quiet = True
        Pelican(settings).run()
        swap_in(made, output)
    except (TemplateError, LookupError, RuntimeError, OSError) as error:
        raise BuildFailed(f"{type(error).__name__}: {error}") from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
