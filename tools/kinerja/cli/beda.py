"""kinerja beda: what a change of the data means, in plain words."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kinerja.cli.keadaan import Keadaan, command

if TYPE_CHECKING:
    from kinerja.diff.laporan import Laporan

KERJA = "folder kerja"
MAIN = ("main", "origin/main")
SEBAGIAN = "Riwayat git diambil sebagian: jalankan git fetch --unshallow (di GitHub Actions: fetch-depth: 0)."
SHORT = 10
# Only what follows from these can be computed; both states are built for that.
WITH_EFFECT = ("data/aturan/", "data/layanan/")
FORMS = ("teks", "markdown", "json")


@dataclass(slots=True)
class Isi:
    """One state of data/; a file is parsed when it is asked for, once."""

    nama_keadaan: str
    sources: Mapping[str, bytes]
    _trees: dict[str, Any] = field(default_factory=dict)

    @property
    def nama(self) -> Collection[str]:
        """The paths of its files."""
        return self.sources.keys()

    def data(self, berkas: str) -> bytes:
        """The bytes of a file."""
        return self.sources[berkas]

    def pohon(self, berkas: str) -> Any:
        """The tree of a file. Raises ProblemsFound."""
        from kinerja.load.strict import parse
        from kinerja.problems import ProblemsFound

        if berkas not in self._trees:
            document = parse(self.sources[berkas], berkas)
            if document.problems:
                raise ProblemsFound(document.problems)
            self._trees[berkas] = document.value
        return self._trees[berkas]


@command(name="beda")
@click.argument("dari", metavar="[DARI]", required=False)
@click.argument("ke", metavar="[KE]", required=False)
@click.option("--format", "form", type=click.Choice(FORMS), default="teks", show_default=True, help="Bentuk laporan.")
@click.pass_obj
def beda(keadaan: Keadaan, dari: str | None, ke: str | None, form: str) -> None:
    """Terangkan perubahan data dengan kata-kata: yang hilang lebih dahulu, lalu akibatnya.

    DARI dan KE adalah revisi git (cabang, tanda, atau nomor commit), atau dua berkas YAML. Tanpa DARI dipakai titik
    temu dengan cabang main; tanpa KE dipakai folder kerja. Kode keluar 1 berarti analisis gagal.
    """
    from kinerja.diff import laporan as bentuk

    _refuse_missing(dari, ke)
    files = dari is not None and ke is not None and Path(dari).is_file() and Path(ke).is_file()
    found = _of_files(str(dari), str(ke)) if files else _of_revisions(keadaan, dari, ke)
    forms: Mapping[str, Callable[[Laporan], str]] = {
        "teks": bentuk.as_text, "markdown": bentuk.as_markdown, "json": bentuk.as_json,
    }  # fmt: skip
    click.echo(_masked(keadaan, forms[form](found)))
    sys.exit(1 if found.gagal else 0)


def _refuse_missing(dari: str | None, ke: str | None) -> None:
    """Of two files both must be there: the name of one is no revision."""
    for name in (dari, ke):
        if name is not None and name.endswith(".yaml") and not Path(name).is_file():
            raise click.UsageError(f"berkas {Path(name).name} tidak ada. Sebutkan dua berkas YAML, atau dua revisi.")


def _of_files(dari: str, ke: str) -> Laporan:
    from kinerja.diff.berkas import BedaBerkas, pair
    from kinerja.diff.laporan import Laporan
    from kinerja.problems import ProblemsFound

    isi = Isi(KERJA, {name: Path(name).read_bytes() for name in (dari, ke)})
    if isi.data(dari) == isi.data(ke):
        return Laporan(dari=dari, ke=ke, berkas=())
    try:
        found = pair(isi.pohon(dari), isi.pohon(ke), dari, ke)
    except ProblemsFound as error:
        found = BedaBerkas(berkas=ke, keadaan="gagal", galat=tuple(map(str, error.problems)))
    return Laporan(dari=dari, ke=ke, berkas=(found,))


def _of_revisions(keadaan: Keadaan, dari: str | None, ke: str | None) -> Laporan:
    from kinerja.diff.berkas import differences
    from kinerja.diff.laporan import Laporan

    lama = _revision(keadaan.akar, dari or _start(keadaan.akar))
    baru = _working_tree(keadaan) if ke is None else _revision(keadaan.akar, ke)
    berkas = differences(lama, baru)
    akibat, tanpa = _effects(keadaan, lama, baru, [one.berkas for one in berkas if one.keadaan != "tata-tulis"])
    return Laporan(dari=lama.nama_keadaan, ke=baru.nama_keadaan, berkas=berkas, akibat=akibat, tanpa_akibat=tanpa)


def _start(akar: Path) -> str:
    """Where this branch left main; the newest commit where there is no main. Refuses to guess where the history was
    cut off: nothing would seem to have changed."""
    from kinerja.git import is_shallow, merge_base

    base = next((base for main in MAIN if (base := merge_base(akar, main, "HEAD"))), None)
    if base is None and is_shallow(akar):
        raise click.ClickException(f"Analisis gagal: titik temu dengan cabang main tidak ada di sini. {SEBAGIAN}")
    return base or "HEAD"


def _revision(akar: Path, revisi: str) -> Isi:
    from kinerja.git import is_shallow, resolve, tree

    commit = resolve(akar, revisi)
    if commit is None:
        saran = SEBAGIAN if is_shallow(akar) else "Periksa namanya, atau jalankan git fetch."
        raise click.ClickException(f"Analisis gagal: revisi {revisi} tidak ada di sini. {saran}")
    shown = commit[:SHORT] if commit.startswith(revisi) or revisi == commit else f"{revisi} ({commit[:SHORT]})"
    return Isi(shown, {path: data for path, data in tree(akar, commit, "data").items() if _is_data(path)})


def _working_tree(keadaan: Keadaan) -> Isi:
    from kinerja.load.repository import read_sources

    if not (keadaan.akar / "data").is_dir():
        raise click.UsageError("folder data/ tidak ada di sini. Jalankan di folder repositori, atau sebutkan --akar.")
    return Isi(KERJA, {path: data for path, data in read_sources(keadaan.akar).items() if _is_data(path)})


def _is_data(path: str) -> bool:
    return path.endswith(".yaml") and not any(part.startswith(".") for part in path.split("/"))


def _effects(keadaan: Keadaan, lama: Isi, baru: Isi, berkas: list[str]) -> tuple[tuple[Any, ...], str]:
    """What would become of what was last published; both states have to fit today's schemas for that."""
    from kinerja.diff.akibat import unknown
    from kinerja.diff.akibat_kinerja import effects
    from kinerja.load.repository import load
    from kinerja.load.schema import Schemas
    from kinerja.model.repository import SINGLE

    if not any(path.startswith(WITH_EFFECT) for path in berkas):
        return tuple(unknown(berkas)), ""
    schemas = Schemas.read(keadaan.akar / "schemas")
    # A file that everything needs today and that an older state does not have yet is taken as it is today.
    needed = [f"data/{noun}.yaml" for noun in SINGLE]
    later = {path: baru.sources[path] for path in needed if path in baru.sources}
    old, new = load({**later, **lama.sources}, schemas), load(baru.sources, schemas)
    for loaded, isi in ((old, lama), (new, baru)):
        if loaded.repository is None or loaded.problems:
            return (), f"data pada {isi.nama_keadaan} belum lolos periksa. Jalankan kinerja periksa lebih dahulu."
    assert old.repository is not None
    assert new.repository is not None
    return effects(old.repository, new.repository, berkas), ""


def _masked(keadaan: Keadaan, text: str) -> str:
    """What looks personal in the data is not repeated."""
    from kinerja.disclosure.pindai import Pindaian, masked

    return masked(text, Pindaian(tanggal=keadaan.tanggal, resmi=frozenset()))
