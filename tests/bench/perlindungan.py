"""Measures the protection of a made city, the attack on it, other methods for the same tables, and `kinerja periksa`.

`python tests/bench/perlindungan.py` prints it. The city has 8,800 people in 60 units and about 400 parts, of six
groups of posts, by golongan and sex; once nearly all are rated *Baik*, once as in the ministry's pattern.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

from kinerja.disclosure import lindungi
from kinerja.disclosure.laporan import comparison_lines
from kinerja.disclosure.lindungi import Bahan
from kinerja.disclosure.pembanding import Ukuran
from kinerja.disclosure.rencana import Sebaran, TabelRancangan, design
from kinerja.disclosure.serang import Serangan
from kinerja.load.build import build
from kinerja.load.strict import parse
from kinerja.model.aturan_layanan import AturanPenyamaran, VersiPenyamaran
from kinerja.model.hasil import KELAS, BarisHasil, Hasil, IsiHasil

ROOT = Path(__file__).resolve().parents[2]
SEED = 20261124
PEOPLE = 8_800
UNITS = 60
PARTS = 400
UNIT, PART = "predikat-perangkat-daerah", "predikat-bagian"
# Family and share of each group of posts.
POSTS = {
    "kepala": ("struktural", 6), "guru": ("fungsional", 40), "perawat": ("fungsional", 14),
    "pranata": ("fungsional", 10), "arsiparis": ("fungsional", 4), "petugas": ("pelaksana", 26),
}  # fmt: skip
GRADES = {"golongan-i": 1, "golongan-ii": 17, "golongan-iii": 48, "golongan-iv": 19, "pppk": 15}
# Weights of the classes in one office and another: nearly everybody is rated alike, or as the ministry draws it.
PATTERNS: dict[str, tuple[tuple[int, ...], ...]] = {
    "nearly all Baik": ((5, 965, 4, 1, 0, 25), (0, 1000, 0, 0, 0, 0), (40, 930, 15, 2, 0, 13)),
    "the ministry's pattern": ((330, 600, 55, 10, 0, 5), (280, 630, 70, 10, 5, 5)),
}


def city(pattern: str, seed: int = SEED) -> Sebaran:
    """How many people have which unit, part, post, golongan, sex and class; the same for the same seed."""
    chance = random.Random(seed)
    offices = _offices(chance)
    cells: dict[tuple[str, ...], list[int]] = {}
    for unit, part in chance.choices([*offices], [*offices.values()], k=PEOPLE):
        post = chance.choices([*POSTS], [weight * _leaning(unit, name) for name, (_, weight) in POSTS.items()])[0]
        weights = PATTERNS[pattern][(unit * 7 + part) % len(PATTERNS[pattern])]
        at = (
            f"unit-{unit:02}", f"bagian-{part:02}", POSTS[post][0], post,
            chance.choices([*GRADES], [*GRADES.values()])[0], chance.choice(("perempuan", "laki-laki")),
        )  # fmt: skip
        row = cells.setdefault(at, [0] * len(KELAS))
        row[chance.choices(range(len(KELAS)), weights)[0]] += 1
    return Sebaran(
        dimensi=("perangkat-daerah", "bagian", "rumpun-jabatan", "jabatan", "golongan", "jenis-kelamin"),
        kelas=KELAS, isi={at: tuple(row) for at, row in sorted(cells.items())},
    )  # fmt: skip


def _offices(chance: random.Random) -> dict[tuple[int, int], float]:
    """Each part of each unit with its share of people: few units are large, most are small."""
    sizes = [chance.paretovariate(1.6) for _ in range(UNITS)]
    parts = Counter(chance.choices(range(UNITS), [size**0.3 for size in sizes], k=PARTS - 2 * UNITS))
    return {
        (unit, part): sizes[unit] * chance.uniform(0.5, 1.5) / (parts[unit] + 2)
        for unit in range(UNITS) for part in range(parts[unit] + 2)
    }  # fmt: skip


def _leaning(unit: int, post: str) -> float:
    """Teachers and nurses work in some units only."""
    home = {"guru": 0, "perawat": 1}.get(post)
    return 1.0 if home is None else 3.0 if unit % 4 == home else 0.02


def policy() -> VersiPenyamaran:
    """The policy of the repository that is in force now."""
    path = ROOT / "data/aturan/penyamaran.yaml"
    rule, problems = build(AturanPenyamaran, parse(path.read_bytes(), path.name).value, path.name)
    assert rule is not None, problems
    return rule.versi[-1]


def document(isi: IsiHasil, tabel: TabelRancangan, baris: tuple[BarisHasil, ...]) -> Hasil:
    """A table of the city."""
    name = tabel.tabel.replace("predikat", isi)
    return Hasil(
        berkas=f"data/hasil/2025/{name}.yaml", status="contoh", periode="2025", tabel=name, isi=isi,
        dimensi=tabel.dimensi, satuan="orang", penyebut="Semua.", keadaan="final", rilis_ke=1,
        dihitung_pada=date(2026, 1, 15), baris=baris, sumber=(),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Protected:
    """Seconds of redesign and rounding, of the attack, and of the comparison; the outcome of each.

    `errors` are how far the counts of each table were moved, up or down; `unbiased` is the mean movement that no
    rounding without bias can go below on average.
    """

    pattern: str
    protect: float
    attack: float
    compared: float
    errors: dict[str, list[int]]
    unbiased: Fraction
    serangan: Serangan
    ukuran: tuple[Ukuran, ...]

    @property
    def ratio(self) -> Fraction:
        """The mean movement, times the one that cannot be avoided."""
        moved = [abs(error) for errors in self.errors.values() for error in errors]
        return Fraction(sum(moved), len(moved)) / self.unbiased

    @property
    def bias(self) -> Fraction:
        """The mean movement, with its sign."""
        moved = [error for errors in self.errors.values() for error in errors]
        return Fraction(sum(moved), len(moved))

    @property
    def narrowest(self) -> int:
        """The width of the narrowest interval that an outsider is left with."""
        return min(sel.atas - sel.bawah for sel in self.serangan.sel if sel.atas is not None and sel.perlu > 0)

    @property
    def largest(self) -> int:
        """How far the count was moved that was moved most."""
        return max(abs(error) for errors in self.errors.values() for error in errors)

    def mean(self, tabel: str) -> Fraction:
        """The mean movement of a count of a table."""
        return Fraction(sum(map(abs, self.errors[tabel])), len(self.errors[tabel]))


def protected(pattern: str, seed: int = SEED) -> Protected:
    """`protect` as the commands call it; what it spends on the attack and on other methods is told apart."""
    sebaran, versi = city(pattern, seed), policy()
    bahan = Bahan(
        rancang=lambda tanpa: design(sebaran, versi, tanpa), kemas=partial(document, "predikat"),
        kemas_jumlah=partial(document, "jumlah-pegawai"), rumpun={name: family for name, (family, _) in POSTS.items()},
    )  # fmt: skip
    with timed("attack") as attacks, timed("compare") as comparisons:
        begun = time.perf_counter()
        made = lindungi.protect(bahan, versi, random.Random(seed))
        spent = time.perf_counter() - begun
    errors = {
        true.tabel: [
            other.hitungan[name] - count
            for one, other in zip(true.baris, shown.baris, strict=True) for name, count in one.hitungan.items()
        ] for true, shown in zip(made.asal, made.dokumen, strict=True)
    }  # fmt: skip
    rests = [n % versi.kelipatan for one in made.asal for b in one.baris for n in b.hitungan.values()]
    least = Fraction(sum(2 * rest * (versi.kelipatan - rest) for rest in rests), versi.kelipatan * len(rests))
    attacked, compared = (sum(seconds for seconds, _ in calls) for calls in (attacks, comparisons))
    return Protected(
        pattern=pattern, protect=spent - attacked - compared, attack=attacks[-1][0], compared=compared, errors=errors,
        unbiased=least, serangan=attacks[-1][1], ukuran=comparisons[-1][1],
    )  # fmt: skip


@contextmanager
def timed(name: str) -> Iterator[list[tuple[float, Any]]]:
    """Seconds and outcome of each call that `lindungi` makes of one of its functions."""
    calls: list[tuple[float, Any]] = []
    plain = getattr(lindungi, name)

    def called(*arguments: Any, **more: Any) -> Any:
        begun = time.perf_counter()
        found = plain(*arguments, **more)
        calls.append((time.perf_counter() - begun, found))
        return found

    setattr(lindungi, name, called)
    try:
        yield calls
    finally:
        setattr(lindungi, name, plain)


def write_periods(akar: Path, periods: Sequence[str]) -> None:
    """The data of this repository with the tables of predikat of its latest year once for each period."""
    for name in ("data", "schemas"):
        shutil.copytree(ROOT / name, akar / name)
    latest = max(path for path in (akar / "data/hasil").iterdir() if path.name.isdecimal())
    tables = {path.name: path.read_text("utf-8") for path in latest.glob("[pj]*.yaml")}
    shutil.rmtree(akar / "data/hasil")
    for periode in periods:
        folder = akar / "data/hasil" / periode
        folder.mkdir(parents=True)
        for name, text in tables.items():
            text = text.replace(f'periode: "{latest.name}"', f"periode: {periode}")
            (folder / name).write_text(re.sub(r"rilis_ke: \d+", "rilis_ke: 1", text), "utf-8")


def periksa(periods: int = 12) -> tuple[float, float]:
    """Seconds of `kinerja periksa` for the first time, and where only other data changed since."""
    with tempfile.TemporaryDirectory() as name:
        akar = Path(name)
        names = [f"{year}-tw{quarter}" for year in (2023, 2024, 2025) for quarter in (1, 2, 3, 4)][:periods]
        write_periods(akar, names)
        subprocess.run(["git", "init", "-q", "-b", "main", name], check=True)
        command = [sys.executable, "-m", "kinerja", "--akar", name, "--tanggal", "2026-11-24", "periksa"]
        seconds = []
        for _ in range(2):
            begun = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            seconds.append(time.perf_counter() - begun)
            (akar / "data/portal.yaml").open("a").write("# Berubah.\n")
    return seconds[0], seconds[1]


# Most that is allowed: the method's first measurement, on another made city of the same size. Mean movement of a unit's
# and of a part's counts; least width of an interval.
BASELINE = {"nearly all Baik": (0.89, 0.71, 2), "the ministry's pattern": (1.31, 1.18, 3)}


def main() -> None:
    """Print everything."""
    for pattern, (unit, part, narrow) in BASELINE.items():
        done = protected(pattern)
        print(
            f"{pattern}: {done.protect:.2f} s to protect (1), {done.attack:.2f} s to attack (7),"
            f" {done.compared:.2f} s to compare (1)\n"
            f"  {len(done.serangan.sel)} counts attacked, narrowest interval {done.narrowest} ({narrow})\n"
            f"  moved: unit {float(done.mean(UNIT)):.2f} ({unit}), part {float(done.mean(PART)):.2f} ({part}),"
            f" most {done.largest} (4), bias {float(done.bias):+.3f} (0.003),"
            f" {float(done.ratio):.2f} times what no unbiased rounding avoids"
        )
        print(*comparison_lines(done.ukuran), sep="\n  ")
    cold, warm = periksa()
    print(f"periksa of 12 periods: {cold:.2f} s (20), then {warm:.2f} s (1)")


if __name__ == "__main__":
    main()
