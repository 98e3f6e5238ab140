"""A register as typed rows: the service, the state, and the dates of each request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kinerja.intake.kolom import Pengenalan
from kinerja.intake.table import Tabel
from kinerja.intake.tanggal import EARLIEST, Bentuk, Urutan, forms, likelier, shapes
from kinerja.intake.waktu_kolom import KOSONG, SELESAI, TANGGAL, TERBUKA, match_states
from kinerja.problems import Problem

# So many rows are looked at for the forms of dates; all of them where that was not enough.
SAMPLE = 20_000
WORKBOOKS = (".xlsx", ".xlsm", ".xls")


@dataclass(frozen=True, slots=True)
class Tanggalan:
    """How one column of dates is read: its forms, and the order of day and month in those of numbers only."""

    posisi: int
    bentuk: Bentuk
    urutan: Urutan

    @property
    def sel(self) -> str:
        """The column of `masukan`."""
        return f"k{self.posisi}"

    @property
    def sql(self) -> str:
        """The time of a cell."""
        return self.bentuk.sql(self.sel, self.urutan)


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The table `urai`: `baris`, `layanan` (its code), `keadaan`, `tanda` (alike for duplicates), and for each of the
    three dates the time, `…_jam` (whether the time of day is stated), `…_isi` (whether the cell has anything)."""

    tabel: Tabel
    kolom: Pengenalan
    slugs: tuple[str, ...]
    tanggal: Mapping[str, Tanggalan]
    tengah_malam: tuple[str, ...]

    def listed(self, test: str, posisi: int, aturan: str, pesan: str, saran: str) -> list[Problem]:
        """The first rows of counted services for which `test` holds, and how many more there are."""
        return self.problems(f"SELECT baris FROM urai WHERE layanan >= 0 AND ({test})", posisi, aturan, pesan, saran)

    def problems(self, query: str, posisi: int, aturan: str, pesan: str, saran: str) -> list[Problem]:
        """As `Tabel.problems`."""
        return self.tabel.problems(query, posisi, aturan, pesan, saran)


def read_register(tabel: Tabel, kolom: Pengenalan, slugs: tuple[str, ...], urutan: Urutan | None) -> Register:
    """The table `urai`. A cell that cannot be read is NULL there; `waktu_periksa` tells which and why.

    `slugs` are the services by their code in the table `nama_layanan`.
    """
    if "keadaan" in kolom.dikenal:
        match_states(tabel.con, f"k{kolom.dikenal['keadaan']}")
    places = {key: kolom.dikenal[key] for key in TANGGAL if key in kolom.dikenal}
    step = tabel.jumlah // SAMPLE + 1
    tabel.con.execute(f"CREATE OR REPLACE TEMP TABLE cuplikan AS SELECT * FROM masukan WHERE baris % {step} = 0")
    tanggal = {key: _looked_at(tabel, place, urutan, "cuplikan") for key, place in places.items()}
    _parse(tabel, kolom, tanggal)
    if step > 1 and (unread := _unread(tabel, tanggal)):
        tanggal |= {key: _looked_at(tabel, places[key], urutan, "masukan") for key in unread}
        _parse(tabel, kolom, tanggal)
    midnight = tuple(key for key, satu in tanggal.items() if _midnights(tabel, satu.bentuk))
    return Register(tabel=tabel, kolom=kolom, slugs=slugs, tanggal=tanggal, tengah_malam=midnight)


def _looked_at(tabel: Tabel, posisi: int, urutan: Urutan | None, source: str) -> Tanggalan:
    bentuk = forms(shapes(tabel.con, f"k{posisi}", source))
    return Tanggalan(posisi, bentuk, urutan or likelier(tabel.con, f"k{posisi}", bentuk, source))


def _midnights(tabel: Tabel, bentuk: Bentuk) -> bool:
    """Whether dates stand among times in a workbook, whose reader gives a midnight as a date."""
    return bentuk.jam is None and bentuk.iso and not bentuk.angka and tabel.berkas.lower().endswith(WORKBOOKS)


def _parse(tabel: Tabel, kolom: Pengenalan, tanggal: Mapping[str, Tanggalan]) -> None:
    known = kolom.dikenal
    cells = [f"m.k{place}" for place in sorted(known.values())]
    empty = " AND ".join(f"{cell} = ''" for cell in cells)
    service = "l.kode" if "layanan" in known else "0"
    state = "s.kode" if "keadaan" in known else f"if(m.k{known['selesai']} = '', {TERBUKA}, {SELESAI})"
    same = f"hash({', '.join(cells)})"
    if "nomor" in known:
        same = f"if(m.k{known['nomor']} = '', {same}, hash(m.k{known['nomor']}))"
    columns = [
        "m.baris", f"if({empty}, {KOSONG}, {service})::INTEGER AS layanan", f"{state}::INTEGER AS keadaan",
        f"{same} AS tanda", *(_date(key, tanggal.get(key), tabel) for key in TANGGAL),
    ]  # fmt: skip
    joins = "".join(
        f" LEFT JOIN {name} {short} ON m.k{known[key]} = {short}.teks"
        for name, short, key in (("nama_layanan", "l", "layanan"), ("kata_keadaan", "s", "keadaan"))
        if key in known
    )
    tabel.con.execute(f"CREATE OR REPLACE TEMP TABLE urai AS SELECT {', '.join(columns)} FROM masukan m{joins}")


def _date(key: str, satu: Tanggalan | None, tabel: Tabel) -> str:
    if satu is None:
        return f"NULL::TIMESTAMP AS {key}, FALSE AS {key}_jam, FALSE AS {key}_isi"
    bentuk = replace(satu.bentuk, jam=True) if _midnights(tabel, satu.bentuk) else satu.bentuk
    return f"{satu.sql} AS {key}, {bentuk.has_time(satu.sel)} AS {key}_jam, {satu.sel} <> '' AS {key}_isi"


def unread(key: str) -> str:
    """SQL: whether the cell of a date has something that is no date; a year of two digits reads as one long ago."""
    return f"{key}_isi AND ({key} IS NULL OR {key} < TIMESTAMP '{EARLIEST}-01-01')"


def _unread(tabel: Tabel, tanggal: Mapping[str, Tanggalan]) -> list[str]:
    row = tabel.con.execute(
        "SELECT " + ", ".join(f"count(*) FILTER ({unread(key)})" for key in tanggal) + " FROM urai"
    ).fetchone()
    assert row is not None
    return [key for key, count in zip(tanggal, row, strict=True) if count]
