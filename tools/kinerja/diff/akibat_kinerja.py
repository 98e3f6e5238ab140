"""What a changed standard or pattern would change: the last requests of a service, the last table of predikat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from kinerja.diff.akibat import Akibat, bands, outcome, replayed, service_name, surveys, unknown
from kinerja.model.aturan import Predikat, PredikatOrganisasi, VersiPolaDistribusi
from kinerja.model.capaian import CapaianLayanan
from kinerja.model.hasil import BarisHasil, Hasil
from kinerja.model.layanan import Standar
from kinerja.model.repository import Repository
from kinerja.rules.capaian import Keadaan, state
from kinerja.rules.pola_distribusi import Hasil as Putusan
from kinerja.rules.pola_distribusi import Rentang, judge_bounds
from kinerja.rules.predikat import PREDIKAT
from kinerja.rules.selang import is_small
from kinerja.rules.versi import version_on
from kinerja.summary.skala import end_of

_KEADAAN: dict[Keadaan, str] = {
    "memenuhi": "memenuhi standar",
    "belum-memenuhi": "belum memenuhi standar",
    "tidak-dapat-dinilai": "tidak dapat dinilai",
}
_PUTUSAN: dict[Putusan, str] = {
    "di-dalam": "di dalam pola",
    "di-luar": "di luar pola",
    "tidak-pasti": "tidak pasti",
    "tidak-dapat-dinilai": "tidak dapat dinilai",
}
_HALF, _NINE_TENTHS = Fraction(1, 2), Fraction(9, 10)


def effects(lama: Repository, baru: Repository, berkas: Sequence[str]) -> tuple[Akibat, ...]:
    """The effect of every changed rule, standard and criterion; `berkas` are the files that changed."""
    return (*bands(lama, baru), *surveys(lama, baru), *standards(lama, baru), *patterns(lama, baru), *unknown(berkas))


def standards(lama: Repository, baru: Repository) -> Iterator[Akibat]:
    """The on-time verdict of each service whose standard changed."""
    rows: list[tuple[str, str, str, str]] = []
    open_: list[str] = []
    for slug, layanan in baru.layanan.items():
        old = lama.layanan.get(slug)
        if old is None or old.standar == layanan.standar:
            continue
        last = next(iter(reversed(baru.capaian_layanan.get(slug, ()))), None)
        name = service_name(baru, slug)
        if last is None:
            open_.append(f"{name}: belum ada capaian yang terbit")
            continue
        before, after = replayed(old.standar, layanan.standar, end_of(last.periode))
        then, now = _state(last, before), _replay(last, after)
        selang = version_on(baru.aturan.selang, end_of(last.periode))
        if selang is not None and is_small(selang, last.permohonan):
            open_.append(f"{name}: sampel kecil, tidak dinilai memenuhi atau belum")
        elif now is None:
            open_.append(f"{name}: jumlah yang terbit dihitung dengan batas lama dan tidak cukup untuk batas yang baru")
        else:
            rows.append((name, last.periode, _KEADAAN[then], _KEADAAN[now]))
    if rows or open_:
        sebab = f"{'; '.join(open_)}." if open_ else ""
        yield replace(outcome("standar layanan", rows, ""), sebab=sebab)


def patterns(lama: Repository, baru: Repository) -> Iterator[Akibat]:
    """Each unit's distribution against the pattern, for every predikat that its organisation may have."""
    old, new = lama.aturan.pola_distribusi.versi, baru.aturan.pola_distribusi.versi
    table = _last_table(baru)
    if old == new:
        return
    if table is None:
        yield outcome("pola distribusi", (), "belum ada sebaran predikat menurut perangkat daerah yang terbit")
        return
    rows: list[tuple[str, str, str, str]] = []
    hidden = 0
    before, after = replayed(old, new, end_of(table.periode))
    for baris in table.baris:
        if baris.perangkat_daerah is None:
            continue
        if baris.disamarkan:
            hidden += 1
            continue
        unit = baru.perangkat_daerah.get(baris.perangkat_daerah)
        name = unit.nama if unit else baris.perangkat_daerah
        rows += _judged(name, table, baris, before, after)
    sebab = "Predikat organisasi setiap unit tidak ada dalam data, maka setiap kemungkinannya dihitung."
    also = f" {hidden} unit disamarkan dan tidak dihitung." if hidden else ""
    yield replace(outcome("pola distribusi", rows, ""), sebab=sebab + also)


def _state(c: CapaianLayanan, standar: Standar | None) -> Keadaan:
    return "tidak-dapat-dinilai" if standar is None or standar.dicabut else state(c, standar)


def _replay(c: CapaianLayanan, standar: Standar | None) -> Keadaan | None:
    """The verdict by another standard; None where the counts by the old limit leave it open."""
    if standar is None or standar.dicabut or not standar.target or not c.permohonan:
        return "tidak-dapat-dinilai"
    if (standar.batas, standar.satuan, standar.mulai_dari) == (c.batas, c.satuan, c.mulai_dari):
        return state(c, standar)
    if (standar.satuan, standar.mulai_dari) != (c.satuan, c.mulai_dari):
        return None
    least, most = _share_within(c, standar.batas)
    if least >= standar.target:
        return "memenuhi"
    return "belum-memenuhi" if most < standar.target else None


def _share_within(c: CapaianLayanan, batas: int) -> tuple[Fraction, Fraction]:
    """Between which shares the requests within another limit lie, by the counts and the quantiles.

    Times are written with two decimals and limits are whole, so one that is written above a limit was above it. An
    open request may still end within the limit.
    """
    certain, possible = Fraction(c.tepat_waktu, c.permohonan), Fraction(c.tepat_waktu + c.terbuka, c.permohonan)
    least = certain if batas >= c.batas else Fraction(0)
    most = possible if batas <= c.batas else Fraction(1)
    if c.waktu is not None:
        if c.waktu.p90 is not None and c.waktu.p90 < batas:
            least = max(least, _NINE_TENTHS)
        if c.waktu.terlama is not None and c.waktu.terlama < batas:
            least = max(least, Fraction(c.selesai, c.permohonan))
        if c.waktu.median is not None and c.waktu.median > batas and not c.terbuka:
            most = min(most, _HALF)
    return least, most


def _last_table(repository: Repository) -> Hasil | None:
    tables = [h for series in repository.hasil.values() for h in series if h.isi == "predikat"]
    by_unit = [h for h in tables if h.dimensi == ("perangkat-daerah",)]
    return max(by_unit, key=lambda h: end_of(h.periode), default=None)


def _judged(
    unit: str, table: Hasil, baris: BarisHasil, lama: VersiPolaDistribusi | None, baru: VersiPolaDistribusi | None
) -> Iterator[tuple[str, str, str, str]]:
    rentang = _bounds(baris, table.kelipatan)
    names = {pola.predikat_organisasi: pola.nama for versi in (lama, baru) if versi for pola in versi.pola}
    for organisasi, nama in names.items():
        then, now = (_verdict(versi, organisasi, rentang) for versi in (lama, baru))
        yield f"{unit}, bila organisasinya {nama}", table.periode, then, now


def _verdict(
    versi: VersiPolaDistribusi | None, organisasi: PredikatOrganisasi, rentang: Mapping[Predikat, Rentang]
) -> str:
    if versi is None or versi.dicabut or all(pola.predikat_organisasi != organisasi for pola in versi.pola):
        return "tanpa pola"
    return _PUTUSAN[judge_bounds(versi, organisasi, rentang).hasil]


def _bounds(baris: BarisHasil, kelipatan: int) -> Mapping[Predikat, Rentang]:
    """The counts of those who have a predikat, as far as rounding leaves them known."""
    counts = {kelas: baris.hitungan.get(kelas.replace("-", "_"), 0) for kelas in PREDIKAT}
    reach = kelipatan // 2
    return {kelas: Rentang(max(0, n - reach), n + reach) for kelas, n in counts.items()}
