"""What a changed rule would change in what was last published: replayed, never guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Protocol, TypeVar

from kinerja.model.capaian import Skm
from kinerja.model.repository import Repository
from kinerja.numbers import id_period
from kinerja.rules.errors import UnusableInput
from kinerja.rules.pita import band_of
from kinerja.rules.sampel import sample_sufficient
from kinerja.rules.skm import mutu_of
from kinerja.summary.skala import band_name, end_of

TANPA_KATEGORI = "tanpa kategori"

# What no published aggregate tells: rule or folder → the reason.
_TIDAK_DAPAT = {
    "aturan/predikat": "jumlah pegawai menurut pasangan hasil kerja dan perilaku kerja tidak diterbitkan",
    "aturan/angka-kredit": "jumlah pegawai menurut jenjang dan predikat tidak diterbitkan",
    "aturan/keberatan": "belum ada data keberatan yang terbit",
    "aturan/selang": "keadaan unit dan layanan tidak ditentukan oleh lebar selang, kecuali tanda sampel kecil",
    "aturan/pengaduan": "pengaduan terbit sebagai jumlah menurut tenggat lama",
    "aturan/penyamaran": "yang disamarkan tidak ada dalam data yang terbit",
    "hari-libur": "waktu layanan yang terbit sudah dihitung dengan hari libur lama",
    "kriteria": "penilaian setiap pegawai tidak diterbitkan, jadi akibatnya bagi predikat tidak dapat dihitung",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pindah:
    """A unit or service whose state would be another one."""

    objek: str
    periode: str
    dari: str
    ke: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Akibat:
    """The effect of one rule. `dihitung` aggregates were replayed; `sebab` says what could not be, and why."""

    aturan: str
    dihitung: int = 0
    pindah: tuple[Pindah, ...] = ()
    sebab: str = ""


class Dated(Protocol):
    """A version of a rule or a standard."""

    @property
    def berlaku_mulai(self) -> date: ...

    @property
    def dicabut(self) -> bool: ...


Versi = TypeVar("Versi", bound=Dated)


def replayed(lama: Sequence[Versi], baru: Sequence[Versi], day: date) -> tuple[Versi | None, Versi | None]:
    """The version that judged an aggregate of `day`, and the one to judge it by instead.

    That is the changed version of its time; where its time stays as it was, the newest version that is changed.
    """
    before, after = _on(lama, day), _on(baru, day)
    if before != after:
        return before, after
    changed = [versi for versi in baru if versi not in lama]
    return before, max(changed, key=lambda versi: versi.berlaku_mulai, default=after)


def bands(lama: Repository, baru: Repository) -> Iterator[Akibat]:
    """Bands of outside assessments, on the last value of each series."""
    for slug, aturan in baru.aturan.pita.items():
        old = lama.aturan.pita.get(slug)
        if old is None or old.versi == aturan.versi:
            continue
        rows = []
        for seri in baru.penilaian_luar.values():
            values = [t for t in seri.terbitan if t.nilai is not None] if seri.skala == slug else []
            if values:
                last = max(values, key=lambda t: end_of(t.periode))
                before, after = replayed(old.versi, aturan.versi, end_of(last.periode))
                rows.append((seri.judul, last.periode, _band(before, last.nilai), _band(after, last.nilai)))
        yield outcome(f"pita {aturan.judul}", rows, "belum ada nilai yang terbit pada pita ini")


def surveys(lama: Repository, baru: Repository) -> Iterator[Akibat]:
    """The mutu of the last survey of each service."""
    if lama.aturan.skm.versi != baru.aturan.skm.versi:
        rows = _surveyed(lama.aturan.skm.versi, baru.aturan.skm.versi, baru, _mutu)
        yield outcome("mutu survei kepuasan", rows, "belum ada survei yang terbit")
    if lama.aturan.sampel.versi != baru.aturan.sampel.versi:
        rows = _surveyed(lama.aturan.sampel.versi, baru.aturan.sampel.versi, baru, _enough)
        yield outcome("jumlah responden", rows, "belum ada survei yang terbit")


def unknown(berkas: Iterable[str]) -> Iterator[Akibat]:
    """The rules and folders among the changed files whose effect nothing published tells."""
    paths = tuple(berkas)
    for name, sebab in _TIDAK_DAPAT.items():
        if any(path.startswith((f"data/{name}/", f"data/{name}.")) for path in paths):
            yield Akibat(aturan=name.rpartition("/")[2].replace("-", " "), sebab=f"{sebab}.")


def outcome(aturan: str, rows: Sequence[tuple[str, str, str, str]], kosong: str) -> Akibat:
    """The effect from rows of object, period, state before, state after."""
    moved = tuple(
        Pindah(objek=objek, periode=id_period(periode), dari=dari, ke=ke)
        for objek, periode, dari, ke in rows
        if dari != ke
    )
    return Akibat(aturan=aturan, dihitung=len(rows), pindah=moved, sebab="" if rows or not kosong else f"{kosong}.")


def service_name(repository: Repository, slug: str) -> str:
    """A service with its unit."""
    layanan = repository.layanan.get(slug)
    unit = repository.perangkat_daerah.get(layanan.perangkat_daerah) if layanan else None
    return f"{layanan.nama} ({unit.nama})" if layanan and unit else layanan.nama if layanan else slug


def _on(items: Sequence[Versi], day: date) -> Versi | None:
    started = [item for item in items if item.berlaku_mulai <= day]
    return max(started, key=lambda item: item.berlaku_mulai, default=None)


def _band(versi: Any, nilai: Any) -> str:
    if versi is None or versi.dicabut or not versi.minimum <= nilai <= versi.maksimum:
        return TANPA_KATEGORI
    pita = band_of(versi.pita, nilai, versi.desimal)
    return band_name(pita) if pita else TANPA_KATEGORI


def _surveyed(
    lama: Sequence[Versi],
    baru: Sequence[Versi],
    repository: Repository,
    state: Callable[[Versi | None, Skm], str | None],
) -> list[tuple[str, str, str, str]]:
    rows = []
    for slug, skm in _last(repository.skm).items():
        before, after = (state(v, skm) for v in replayed(lama, baru, end_of(skm.periode)))
        if before is not None and after is not None:
            rows.append((service_name(repository, slug), skm.periode, before, after))
    return rows


def _last(series: Mapping[str, tuple[Skm, ...]]) -> Mapping[str, Skm]:
    return {slug: documents[-1] for slug, documents in series.items()}


def _mutu(versi: Any, skm: Skm) -> str:
    if versi is None or versi.dicabut:
        return TANPA_KATEGORI
    try:
        return f"mutu {band_name(mutu_of(versi, Fraction(skm.ikm)))}"
    except UnusableInput:
        return TANPA_KATEGORI


def _enough(versi: Any, skm: Skm) -> str | None:
    if versi is None or not skm.populasi:
        return None
    return "responden cukup" if sample_sufficient(versi, skm.n, skm.populasi) else "responden kurang"
