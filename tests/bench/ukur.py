"""Measures what the project promises: `python tests/bench/ukur.py [--situs DIR]`; exit 1 where a target is missed.

Speed is compared within one run, so it can be read on any machine: the same files are validated in turn by `kinerja`
and by PyYAML with jsonschema, a round after another, and the median of the rounds' ratios is what counts. From bytes
to the frozen model (strict YAML, schema, dataclasses) `kinerja` is to be at least 10 times as fast as
`yaml.safe_load` + jsonschema, and at least 3 times as fast as `CSafeLoader` + jsonschema, which end at plain values.
`kinerja --help` starts in 0.2 s. A built site (`output/` where it is there, or DIR) has a first view of at most 30 kB
after gzip in four requests (page, style sheet, font, one more), and charts of at most 15 kB. `himpun waktu` takes at
most four times as long as a bare DuckDB query for the same quantiles. The tables of a made city of 8,800 people are
protected in a second and attacked in seven, as exactly as no unbiased rounding can avoid.
"""

from __future__ import annotations

import argparse
import gzip
import json
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

import bahan
import beda
import himpun
import penilaian
import perlindungan
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from kinerja.disclosure.laporan import comparison_lines
from kinerja.load import build, strict
from kinerja.load.schema import Schemas
from kinerja.model.kriteria import Kriteria

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("kinerja", "PyYAML", "jsonschema", "jsonschema-rs", "click")
FILES = 1000
ROUNDS = 20
STARTS = 10


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `measured` and `target` are in `unit`; `least` tells which side of the target is good."""

    what: str
    measured: float
    target: float
    unit: str
    least: bool = False
    note: str = ""

    @property
    def good(self) -> bool:
        """Whether the target is met."""
        return self.measured >= self.target if self.least else self.measured <= self.target

    @property
    def fails(self) -> bool:
        """Whether the gate fails: a time only at three times its target, for machines differ."""
        return self.measured > 3 * self.target if self.unit == "s" else not self.good


def validation() -> Iterator[Row]:
    """Ours against the two usual ways, on the same files, in interleaved rounds."""
    validators = {
        "kinerja": _ours(Schemas.read(ROOT / "schemas")),
        "safe_load + jsonschema": _usual(yaml.SafeLoader),
        "CSafeLoader + jsonschema": _usual(yaml.CSafeLoader),
    }
    with tempfile.TemporaryDirectory() as folder:
        paths = bahan.write(Path(folder), FILES)
        size = median(path.stat().st_size for path in paths)
        rounds = [_round(validators, paths[start::ROUNDS]) for start in range(ROUNDS)]
    for name, target in (("safe_load + jsonschema", 10), ("CSafeLoader + jsonschema", 3)):
        ratio = median(seconds[name] / seconds["kinerja"] for seconds in rounds)
        ours, theirs = (1000 * median(s[n] for s in rounds) * ROUNDS / FILES for n in ("kinerja", name))
        note = f"{ours:.2f} ms against {theirs:.2f} ms a file of {size / 1000:.1f} kB"
        yield Row(f"validation against {name}", ratio, target, "times", least=True, note=note)


def _round(validators: dict[str, Callable[[Path], None]], paths: Sequence[Path]) -> dict[str, float]:
    seconds = {}
    for name, validate in validators.items():
        start = time.perf_counter()
        for path in paths:
            validate(path)
        seconds[name] = time.perf_counter() - start
    return seconds


def _ours(schemas: Schemas) -> Callable[[Path], None]:
    def validate(path: Path) -> None:
        document = strict.parse(path.read_bytes(), path.name)
        problems = document.problems or schemas.check("kriteria", document, path.name)
        kriteria, findings = build.build(Kriteria, document.value, path.name)
        assert kriteria is not None, (problems, findings)

    return validate


def _usual(loader: Any) -> Callable[[Path], None]:
    schemas = {path.name: json.loads(path.read_bytes()) for path in (ROOT / "schemas").glob("*.json")}
    registry: Any = Registry().with_resources((n, DRAFT202012.create_resource(s)) for n, s in schemas.items())
    validator = Draft202012Validator(schemas["kriteria.schema.json"], registry=registry)

    def validate(path: Path) -> None:
        value = yaml.load(path.read_bytes(), Loader=loader)
        assert validator.is_valid(value), path

    return validate


def start() -> Iterator[Row]:
    """The start of the command, beside that of the interpreter alone."""
    commands = {"help": ("-m", "kinerja", "--help"), "python": ("-c", "pass")}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(STARTS):
        for name, arguments in commands.items():
            begun = time.perf_counter()
            subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
            times[name].append(time.perf_counter() - begun)
    helped, bare = median(times["help"]), median(times["python"])
    yield Row("kinerja --help", helped, 0.2, "s", note=f"{helped / bare:.1f} times `python -c pass`")


def records() -> Iterator[Row]:
    """Raw records: a register beside a bare query for the same quantiles, a survey, the exports of 10,000 people; and
    the scan of this repository."""
    register = himpun.waktu(rounds=3)
    note = f"{register.ours:.2f} s against {register.bare:.2f} s for a million rows"
    yield Row("himpun waktu, times a bare query", register.ratio, 4, "times", note=note)
    yield Row("himpun waktu, memory", register.memory, 1000, "MB")
    yield Row("himpun skm, 100,000 answers", himpun.skm(), 2, "s")
    exports = penilaian.penilaian()
    yield Row("himpun penilaian, 10,000 people", exports.seconds, 3, "s", note=f"{exports.memory:.0f} MB")
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", "kinerja", "pindai"], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    yield Row("pindai of this repository", time.perf_counter() - begun, 1, "s")


def protection() -> Iterator[Row]:
    """The tables of a made city, twice; and the check of twelve periods, the first time and again."""
    for pattern, (unit, part, narrow) in perlindungan.BASELINE.items():
        done = perlindungan.protected(pattern)
        print(f"{pattern}:", *comparison_lines(done.ukuran), sep="\n  ")
        yield Row(f"protect a city, {pattern}", done.protect, 1, "s")
        yield Row("attack of it", done.attack, 7, "s", note=f"{len(done.serangan.sel)} counts")
        yield Row("other methods for the same tables", done.compared, 1, "s")
        yield Row("narrowest interval", done.narrowest, narrow, "people", least=True)
        moved = f"unit {float(done.mean(perlindungan.UNIT)):.2f}, part {float(done.mean(perlindungan.PART)):.2f}"
        note = f"{moved}; in the first measurement {unit} and {part}"
        yield Row("moved, times the unavoidable", float(done.ratio), 1.05, "times", note=note)
        yield Row("moved at most", done.largest, 4, "people", note=f"bias {float(done.bias):+.3f}")
    cold, warm = perlindungan.periksa()
    yield Row("periksa of 12 periods, first", cold, 20, "s")
    yield Row("periksa of 12 periods, again", warm, 1, "s")


def proposal() -> Iterator[Row]:
    """The check and the account of a change of criteria, in processor time."""
    one, every = beda.measure()
    for what, (check, told), target in (("one file", one, 0.5), ("every file", every, 2.0)):
        note = f"{check:.2f} and {told:.2f} s, {beda.FILES} files of {beda.LINES} lines"
        yield Row(f"periksa and beda, {what} changed", check + told, target, "s", note=note)


def site(folder: Path) -> Iterator[Row]:
    """The heaviest page and the heaviest chart."""
    pages = {path: first_view(folder, path) for path in folder.rglob("*.html")}
    for unit, index, target in (("bytes", 0, 30_000), ("requests", 1, 4)):
        path = max(pages, key=lambda page: pages[page][index])
        note = f"{len(pages)} pages; {path.relative_to(folder)}"
        yield Row(f"first view of a page, {unit}", pages[path][index], target, unit, note=note)
    charts = sorted(folder.rglob("*.svg"), key=lambda path: path.stat().st_size)
    for path in charts[-1:]:
        note = f"{len(charts)} charts; {path.name}"
        yield Row("chart as SVG, bytes", path.stat().st_size, 15_000, "bytes", note=note)


def first_view(folder: Path, page: Path) -> tuple[int, int]:
    """Bytes on the wire and requests: the page, what its head loads, its images, and the fonts of its style sheets."""
    text = page.read_text("utf-8")
    tags = re.findall(r"<(?:link|script|img)\b[^>]*>", text)
    wanted = [tag for tag in tags if not tag.startswith("<link") or re.search(r'rel="(stylesheet|preload)"', tag)]
    found = (re.search(r'(?:href|src)="(?!data:)([^"#?]+)', tag) for tag in wanted)
    files = {(page.parent / match[1]).resolve() for match in found if match}
    for sheet in [path for path in files if path.suffix == ".css"]:
        urls = re.findall(r'url\("?(?!data:)([^")?#]+)', sheet.read_text("utf-8"))
        files |= {(sheet.parent / url).resolve() for url in urls}
    return sum(map(_weight, (page, *files))), 1 + len(files)


def _weight(path: Path) -> int:
    data = path.read_bytes()
    return len(data) if path.suffix in (".woff2", ".png") else len(gzip.compress(data, 6, mtime=0))


def main() -> int:
    """Measure, print, and tell by the exit code whether any target is missed by too much."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--situs", type=Path, metavar="DIR", help="a built site; output/ where it is there")
    chosen = arguments.parse_args().situs
    folder = chosen or ROOT / "output"
    if chosen and not (chosen / "index.html").is_file():
        arguments.error(f"no built site in {chosen}")
    sections: list[Callable[[], Iterator[Row]]] = [validation, start, records, protection, proposal]
    if (folder / "index.html").is_file():
        sections.append(partial(site, folder.resolve()))
    else:
        print("No built site: its weight is not measured.")
    print(f"Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in PACKAGES))
    rows = [row for section in sections for row in section()]
    print(f"{'':40} {'measured':>10} {'target':>10}")
    for row in rows:
        mark = "met" if row.good else "MISSED"
        target = f"{'≥' if row.least else '≤'} {row.target:g}"
        measured = f"{row.measured:.0f}" if row.measured >= 100 else f"{row.measured:.2f}"
        print(f"{row.what:40} {measured:>10} {target:>10} {row.unit:9} {mark:7} {row.note}")
    return 1 if any(row.fails for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
