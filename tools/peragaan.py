"""Make the demonstration data: fictional services and people, and their results through the real intake commands.

    python tools/peragaan.py [--hanya layanan|penilaian]

Registers, answers, exports of e-Kinerja and observations are made up from a fixed seed in a temporary folder outside
the repository and read by the commands of `kinerja himpun`, beside a copy of the rules without any results. What
comes out replaces the demonstration data below data/. The same seed gives the same bytes. Needs the extra `uji`.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import get_args

import click
from click.testing import CliRunner

from kinerja.cli import cli
from kinerja.load.repository import load_repository
from kinerja.load.write import to_yaml
from kinerja.model.capaian import CaraCatat
from kinerja.model.dokumen import Dokumen
from kinerja.model.hasil import KELAS, Hasil
from kinerja.model.repository import Repository
from kinerja.numbers import period_bounds
from kinerja.rules.versi import kriteria_on
from rekaan import ekspor, kantor, pegawai, pengamatan, tambahan, tindak_lanjut
from rekaan.berkas import Bentuk, write
from rekaan.daftar_lain import DAFTAR, OLEH_SLUG
from rekaan.profil import PERIODE, SEMUA
from rekaan.profil_pegawai import PERIODE as DINILAI
from rekaan.profil_pegawai import SEMESTER
from rekaan.register import JUDUL, Baris, Meja, Urusan, desk, rows, taken_on
from rekaan.survei import answers, titles

BENIH = "peragaan 2026"
TANGGAL = date(2026, 11, 24)
ATURAN = (
    "portal.yaml", "dasar-hukum.yaml", "istilah.yaml", "koreksi.yaml", "aturan", "hari-libur", "perangkat-daerah",
    "jabatan", "kriteria",
)  # fmt: skip
HASIL = ("capaian-layanan", "skm", "tindak-lanjut")
CARA: tuple[CaraCatat, ...] = get_args(CaraCatat)
GURU = "guru-contoh"
# The fiction before this one was published exactly; it is of other people.
KOTA = f"{BENIH}, kota kedua, a"
DIKOREKSI = "2025"
BENTUK: Mapping[str, Bentuk] = {
    "dinas-perizinan-contoh": "xlsx",
    "dinas-pendidikan-contoh": "xlsx",
    "kecamatan-contoh": "csv-lama",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Panggung:
    """The folders of one run: the small repository `akar`, what the commands read (`mentah`) and write (`hasil`)."""

    akar: Path
    mentah: Path
    hasil: Path
    meja: Mapping[str, Meja]

    def run(self, noun: str, periode: str, *arguments: str) -> str:
        """What one real command says; it is shown where it fails."""
        start = ("--akar", str(self.akar), "--tanggal", str(TANGGAL), "himpun")
        target = ("--periode", periode, "--keluaran", str(self.hasil / noun / periode))
        done = CliRunner().invoke(cli, [*start, *arguments, *target])
        if done.exit_code:
            raise click.ClickException(done.output)
        return done.output


def stage(sumber: Path, folder: Path) -> Panggung:
    """A repository of rules and fictional services, without results, taken from the one at `sumber`."""
    akar = folder / "repositori"
    shutil.copytree(sumber / "schemas", akar / "schemas")
    (akar / "data").mkdir()
    for name in ATURAN:
        copy = shutil.copytree if (sumber / "data" / name).is_dir() else shutil.copy2
        copy(sumber / "data" / name, akar / "data" / name)
    put(akar, fixed())
    repository = load_repository(akar)
    meja = {slug: desk(layanan, repository.hari_libur.values()) for slug, layanan in repository.layanan.items()}
    return Panggung(akar=akar, mentah=folder / "mentah", hasil=folder / "hasil", meja=meja)


def fixed() -> Iterator[Dokumen]:
    """The documents that need no intake: offices, services, follow-ups."""
    yield from offices()
    yield from (bahan.document() for bahan in DAFTAR)
    yield from (rencana.document() for rencana in tindak_lanjut.DAFTAR)


def offices() -> Iterator[Dokumen]:
    """The fictional offices that have no file yet."""
    return (document for satu in kantor.DAFTAR if (document := satu.document()))


def put(akar: Path, documents: Iterable[Dokumen]) -> None:
    """Each document at its place."""
    for document in documents:
        target = akar / document.berkas
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(to_yaml(document))


def register(panggung: Panggung, unit: str, periode: str, cara: CaraCatat) -> dict[str, int]:
    """The register of an office in one quarter, made and read; how many requests of each service it holds."""
    found: list[Baris] = []
    counted: dict[str, int] = {}
    for slug, bahan in OLEH_SLUG.items():
        profil = SEMUA[slug]
        if bahan.kantor == unit and profil.cara(periode) == cara:
            own = rows(
                Urusan(
                    meja=panggung.meja[slug],
                    profil=profil,
                    periode=periode,
                    pada=taken_on(periode),
                    acak=Random(f"{BENIH}/{slug}/{periode}"),
                )
            )
            found += own
            counted |= {slug: len(own)} if own else {}
    if found:
        kepala = f"{cara.replace('-', ' ').capitalize()} {kantor.OLEH_SLUG[unit].nama}"
        path = write(panggung.mentah / periode / f"{cara}-{unit}", bentuk(unit), JUDUL, found, kepala)
        taken = str(taken_on(periode))
        panggung.run("capaian-layanan", periode, "waktu", str(path), "--cara", cara, "--dihitung-pada", taken)
    return counted


def survey(panggung: Panggung, slug: str, periode: str, banyak: int) -> None:
    """The survey of a service in one quarter, made and read, where there is one; `banyak` are its users."""
    profil = SEMUA[slug]
    found = answers(Random(f"{BENIH}/{slug}/{periode}/survei"), profil, panggung.meja[slug], periode)
    if found:
        unit = OLEH_SLUG[slug].kantor
        path = write(panggung.mentah / periode / f"survei-{slug}", bentuk(unit), titles(profil), found, "Survei")
        cara = profil.cara_survei(periode)
        panggung.run("skm", periode, "skm", str(path), "--layanan", slug, "--cara", cara, "--populasi", str(banyak))


def bentuk(unit: str) -> Bentuk:
    """The kind of files that an office keeps."""
    return BENTUK.get(unit, "csv")


def make(
    sumber: Path, folder: Path, periode: Sequence[str] = PERIODE, unit: Sequence[str] = (*kantor.OLEH_SLUG,)
) -> Repository:
    """The demonstration of these quarters and offices; what no register holds is added last."""
    panggung = stage(sumber, folder)
    for quarter in periode:
        for office in unit:
            for cara in CARA:
                for slug, banyak in register(panggung, office, quarter, cara).items():
                    survey(panggung, slug, quarter, banyak)
    shutil.copytree(panggung.hasil, panggung.akar / "data", dirs_exist_ok=True)
    put(panggung.akar, tambahan.documents(load_repository(panggung.akar)))
    return load_repository(panggung.akar)


def rate(sumber: Path, folder: Path, periode: Sequence[str] = (*DINILAI, *SEMESTER), rilis: int = 2) -> Repository:
    """The ratings of these periods, each beside what was published before; the last year is corrected and released
    again unless `rilis` is 1."""
    panggung = stage(sumber, folder)
    put(panggung.akar, offices())
    for satu in periode:
        if satu in SEMESTER:
            observe(panggung, satu)
        else:
            ratings = pegawai.rated(KOTA, satu, pegawai.people(KOTA, int(satu[:4])))
            publish_ratings(panggung, satu, ratings)
            if satu == DIKOREKSI and rilis > 1:
                publish_ratings(panggung, satu, corrected(panggung, satu, ratings))
    put(panggung.akar, tambahan.approvals(load_repository(panggung.akar)))
    return load_repository(panggung.akar)


def publish_ratings(panggung: Panggung, periode: str, nilai: pegawai.Nilai) -> None:
    """Both exports with a staff table, made and read."""
    semua = pegawai.people(KOTA, int(periode[:4]))
    files = ekspor.export(panggung.mentah / periode, semua, nilai, periode, KOTA)
    exports = (str(files.skp), str(files.penilaian), "--pegawai", str(files.staf))
    panggung.run("hasil", periode, "penilaian", *exports, *_taken(periode))
    shutil.copytree(panggung.hasil, panggung.akar / "data", dirs_exist_ok=True)


def corrected(panggung: Panggung, periode: str, nilai: pegawai.Nilai) -> pegawai.Nilai:
    """The ratings with one person's changed, so that a published count can no longer stand."""
    table = next(
        satu for satu in load_repository(panggung.akar).hasil["predikat-perangkat-daerah"] if satu.periode == periode
    )
    semua = pegawai.people(KOTA, int(periode[:4]))
    for baris in table.baris:
        unit = [one.nip for one in semua if one.unit == baris.perangkat_daerah]
        for kelas, name in enumerate(KELAS):
            own = [nip for nip in unit if nilai[nip] == kelas]
            printed, rest = getattr(baris, name), len(own) % table.kelipatan
            if rest == 1 and printed > len(own):  # one fewer is a multiple, which stands as it is
                return {**nilai, own[0]: (kelas + 1) % len(KELAS)}
            if rest == table.kelipatan - 1 and printed < len(own):
                return {**nilai, next(nip for nip in unit if nilai[nip] != kelas): kelas}
    raise click.ClickException("tidak ada hitungan yang berubah karena koreksi satu orang")


def observe(panggung: Panggung, periode: str) -> None:
    """The observations of teachers in one semester, made and read."""
    repository = load_repository(panggung.akar)
    kriteria = kriteria_on(repository.kriteria[GURU], period_bounds(periode)[1])
    assert kriteria is not None
    semua = pegawai.people(KOTA, int(periode[:4]))
    nama = repository.jabatan[GURU].nama
    seen = pengamatan.observed(panggung.mentah / periode, semua, kriteria, nama, periode, KOTA)
    panggung.run("hasil", periode, "aspek", str(seen), *_taken(periode))
    shutil.copytree(panggung.hasil, panggung.akar / "data", dirs_exist_ok=True)


def _taken(periode: str) -> tuple[str, ...]:
    keadaan = "sementara" if periode == DINILAI[-1] else "final"
    return ("--dihitung-pada", str(ekspor.taken_on(periode)), "--keadaan", keadaan, "--benih", f"{KOTA}/{periode}")


def tables(repository: Repository) -> Iterator[Hasil]:
    """The demonstration tables of ratings."""
    return (satu for series in repository.hasil.values() for satu in series if satu.status == "contoh")


def documents(repository: Repository) -> Iterator[Dokumen]:
    """Everything that a run makes."""
    yield from fixed()
    for series in (*repository.capaian_layanan.values(), *repository.skm.values()):
        yield from series


def publish(repository: Repository, akar: Path) -> int:
    """Put the services and their results in the place of the old; returns how many files there are."""
    ours = {f"\nlayanan: {slug}\n" for slug in OLEH_SLUG}
    for noun in HASIL:
        for path in sorted((akar / "data" / noun).rglob("*-contoh.yaml")):
            if any(line in path.read_text("utf-8") for line in ours):
                path.unlink()
    made = list(documents(repository))
    put(akar, made)
    return len(made)


def publish_tables(repository: Repository, akar: Path) -> int:
    """Put the tables of ratings in the place of the old; returns how many files there are."""
    for old in tables(load_repository(akar)):
        (akar / old.berkas).unlink()
    made = [*offices(), *tables(repository)]
    put(akar, made)
    return len(made)


BAGIAN: Mapping[str, tuple[Callable[..., Repository], Callable[[Repository, Path], int]]] = {
    "layanan": (make, publish),
    "penilaian": (rate, publish_tables),
}


@click.command()
@click.option("--akar", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", help="Repositori.")
@click.option("--mentah", type=click.Path(path_type=Path), default=None, help="Folder di luar repositori; disimpan.")
@click.option("--hanya", type=click.Choice([*BAGIAN]), default=None, help="Hanya bagian ini.")
@click.option("--rilis", type=click.IntRange(1, 2), default=2, help="1: penilaian sebelum koreksi satu orang.")
def peragaan(akar: Path, mentah: Path | None, hanya: str | None, rilis: int) -> None:
    """Buat ulang data contoh layanan dan penilaian lewat perintah himpun."""
    akar = akar.resolve()
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        for part in [hanya] if hanya else BAGIAN:
            made, published = BAGIAN[part]
            repository = made(akar, Path(folder) / part, **({"rilis": rilis} if part == "penilaian" else {}))
            count += published(repository, akar)
            if mentah is not None:
                shutil.copytree(Path(folder) / part / "mentah", mentah, dirs_exist_ok=True)
    click.echo(f"{count} berkas contoh ditulis.")


if __name__ == "__main__":
    peragaan()
