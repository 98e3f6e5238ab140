"""The reports joined: one row for each person, and for every other row the reason why it is not counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kinerja.intake.laporan import CONTOH_BARIS, Dilewati
from kinerja.intake.penilaian_baca import Sumber
from kinerja.intake.penilaian_baris import Kode, unit_key
from kinerja.intake.penilaian_kenal import Kamus
from kinerja.intake.penilaian_kolom import BELUM
from kinerja.numbers import id_date, id_number
from kinerja.problems import Problem

if TYPE_CHECKING:
    import duckdb

KOSONG, PLT, LAMA, GANDA = "kosong", "Plt/Plh", "baris lama setelah mutasi", "baris ganda yang isinya sama"
GABUNG = "digabung dengan baris lain dari pegawai yang sama"
MILIK_LAIN = "milik baris Laporan SKP yang lama atau Plt/Plh"
TANPA_SKP = "pegawainya tidak ada dalam Laporan SKP"


def latest(con: duckdb.DuckDBPyConnection, sumber: Sumber) -> Iterator[Problem]:
    """`orang`: the newest row of each person. Newest rows of one person that say different things are problems."""
    con.execute("CREATE TEMP TABLE buang(baris BIGINT, alasan VARCHAR)")
    con.execute(
        "CREATE TEMP TABLE banyak AS SELECT baris, nip, unit, jabatan, golongan,"
        " coalesce(akhir, DATE '0001-01-01') AS akhir, max(coalesce(akhir, DATE '0001-01-01')) OVER (PARTITION BY nip)"
        " AS terakhir FROM s WHERE NOT kosong AND NOT plt AND nip IN (SELECT nip FROM s WHERE NOT kosong AND NOT plt"
        " GROUP BY nip HAVING count(*) > 1)"
    )
    con.execute(f"INSERT INTO buang SELECT baris, '{LAMA}' FROM banyak WHERE akhir < terakhir")
    con.execute(
        f"INSERT INTO buang SELECT baris, '{GANDA}' FROM banyak WHERE akhir = terakhir AND baris NOT IN"
        " (SELECT min(baris) FROM banyak WHERE akhir = terakhir GROUP BY nip)"
    )
    con.execute(f"INSERT INTO buang SELECT baris, if(kosong, '{KOSONG}', '{PLT}') FROM s WHERE kosong OR plt")
    con.execute(
        "CREATE TEMP TABLE orang AS SELECT nip, baris, unit, bagian, jabatan, golongan FROM s"
        " WHERE baris NOT IN (SELECT baris FROM buang)"
    )
    tie = "SELECT nip FROM banyak WHERE akhir = terakhir GROUP BY nip HAVING count(DISTINCT {}) > 1"
    units = tie.format("unit")
    pesan = "NIP ini ada di baris lain dengan perangkat daerah yang berbeda dan periode_akhir yang sama"
    saran = "Periksa apakah dua orang memakai satu NIP; bila mutasi, betulkan periode_akhir yang lama di e-Kinerja."
    query = f"SELECT baris FROM banyak WHERE akhir = terakhir AND nip IN ({units})"
    yield from sumber.listed(query, "nip", "penilaian-nip-ganda", pesan, saran)
    others = tie.format("(jabatan, golongan)")
    query = f"SELECT baris FROM banyak WHERE akhir = terakhir AND nip IN ({others}) AND nip NOT IN ({units})"
    pesan = "NIP ini ada di baris lain dengan jabatan atau golongan yang berbeda dan periode_akhir yang sama"
    yield from sumber.listed(query, "nip", "penilaian-nip-ganda", pesan, saran)


def unit_problems(con: duckdb.DuckDBPyConnection, sumber: Sumber, kamus: Kamus, kode: Kode) -> Iterator[Problem]:
    """Units that nobody knows, that are not there yet, or that are of the other kind (official, fictional)."""
    key = unit_key(sumber)
    rows = con.execute("SELECT unit, min(baris), count(*) FROM orang GROUP BY 1 ORDER BY 2").fetchall()
    for code, baris, count in rows:
        same = f" ({id_number(count)} baris dengan isi ini)"
        if code < 0:
            pesan, saran = "perangkat daerah ini tidak dikenal", "Tambahkan namanya pada `alias` di berkasnya."
        elif not kamus.in_time(kode.unit[code]):
            mulai = kode.unit[code].berlaku_mulai
            assert mulai is not None
            pesan = f"perangkat daerah ini baru ada sejak {id_date(mulai)}, setelah periodenya"
            saran = "Betulkan --periode, laporan, atau `berlaku_mulai` di berkas perangkat daerahnya."
        elif kode.unit[code].status != kode.status:
            pesan = "perangkat daerah contoh bercampur dengan yang resmi"
            saran = "Hitung laporan peragaan dan laporan nyata terpisah."
        else:
            continue
        yield sumber.problem(baris, key, "penilaian-perangkat-daerah", pesan + same, saran)


def grade_problems(con: duckdb.DuckDBPyConnection, sumber: Sumber, table: str) -> Iterator[Problem]:
    """Words that are no golongan."""
    query = f"SELECT golongan, min(baris), count(*) FROM {table} WHERE golongan < 0 GROUP BY 1 ORDER BY 2"
    for _, baris, count in con.execute(query).fetchall():
        pesan = f"golongan ini tidak dikenal ({id_number(count)} baris dengan isi ini)"
        yield sumber.problem(baris, "golongan", "penilaian-golongan", pesan, "Tulis seperti III/c, atau IX untuk PPPK.")


def ratings(con: duckdb.DuckDBPyConnection, sumber: Sumber, with_id: bool) -> Iterator[Problem]:
    """`nilai`: the class of each person, and `lewat`: why a row of the report is not counted.

    By NIP; by the id of the SKP where the report has no NIP. `with_id`: both reports have ids, so that the rating of a
    row that was left out (an old one, Plt/Plh) is not taken for that of the person.
    """
    by_nip = "nip" in sumber.kolom
    _matched(con, by_nip, with_id)
    con.execute(
        "CREATE TEMP TABLE nilai AS SELECT nip, min(kelas) AS kelas, min(baris) AS baris,"
        f" count(DISTINCT kelas) FILTER (kelas <> {BELUM}) AS beda FROM kena WHERE alasan IS NULL GROUP BY nip"
    )
    con.execute(
        f"CREATE TEMP TABLE lewat AS SELECT baris, if(kosong, '{KOSONG}', '{PLT}') AS alasan FROM n WHERE kosong OR plt"
        f" UNION ALL SELECT baris, coalesce(alasan, '{GABUNG}') FROM kena WHERE alasan IS NOT NULL"
        " OR baris NOT IN (SELECT baris FROM nilai)"
    )
    query = "SELECT baris FROM kena WHERE alasan IS NULL AND nip IN (SELECT nip FROM nilai WHERE beda > 1)"
    pesan = "pegawai ini ada di baris lain dengan predikat yang berbeda"
    saran = "Periksa apakah dua orang memakai satu NIP, atau satu pegawai mempunyai dua SKP; sisakan yang berlaku."
    yield from sumber.listed(query, "nip" if by_nip else "id", "penilaian-nip-ganda", pesan, saran)
    if not by_nip:
        query = "SELECT n.baris FROM n JOIN kunci ON n.id = kunci.id WHERE kunci.orang > 1"
        pesan = "id ini dipakai lebih dari satu NIP dalam Laporan SKP"
        yield from sumber.listed(query, "id", "penilaian-nip-ganda", pesan, "Unduh ulang kedua laporan.")


def _matched(con: duckdb.DuckDBPyConnection, by_nip: bool, with_id: bool) -> None:
    """`kena`: the person of each rating, or the reason why it belongs to none."""
    if with_id:
        others = f"baris IN (SELECT baris FROM buang WHERE alasan IN ('{LAMA}', '{PLT}'))"
        con.execute(
            f"CREATE TEMP TABLE kunci AS SELECT id, any_value(nip) AS nip, bool_and({others}) AS lain,"
            " count(DISTINCT nip) AS orang FROM s WHERE NOT kosong GROUP BY id"
        )
    same = " AND n.nip = k.nip" if by_nip else ""
    key = f" LEFT JOIN kunci k ON n.id = k.id AND n.id_isi{same}" if with_id else ""
    reason = f"CASE WHEN k.lain THEN '{MILIK_LAIN}'" if with_id else "CASE"
    con.execute(
        f"CREATE TEMP TABLE kena AS SELECT n.baris, o.nip, n.kelas, {reason} WHEN o.nip IS NULL THEN '{TANPA_SKP}' END"
        f" AS alasan FROM n{key} LEFT JOIN orang o ON {'n' if by_nip else 'k'}.nip = o.nip"
        " WHERE NOT n.kosong AND NOT n.plt"
    )


def apply_staff(con: duckdb.DuckDBPyConnection, sumber: Sumber) -> None:
    """`orang` with post and golongan of the staff table, where it has the person; `lewat_p`: its other rows."""
    columns = [key for key in ("jabatan", "golongan") if key in sumber.kolom]
    chosen = ", ".join(f"coalesce(p.{key}, o.{key}) AS {key}" for key in columns)
    con.execute("CREATE TEMP TABLE staf AS SELECT nip, min(baris) AS baris, any_value(jabatan) AS jabatan,"
                " any_value(golongan) AS golongan FROM p WHERE NOT kosong GROUP BY nip")  # fmt: skip
    con.execute(f"CREATE TEMP TABLE lewat_p AS SELECT baris, CASE WHEN kosong THEN '{KOSONG}' WHEN nip NOT IN"
                f" (SELECT nip FROM orang) THEN '{TANPA_SKP}' WHEN baris NOT IN (SELECT baris FROM staf) THEN '{GANDA}'"
                " END AS alasan FROM p")  # fmt: skip
    con.execute("DELETE FROM lewat_p WHERE alasan IS NULL")
    con.execute(f"CREATE OR REPLACE TEMP TABLE orang AS SELECT o.* REPLACE ({chosen}) FROM orang o"
                " LEFT JOIN staf p ON o.nip = p.nip")  # fmt: skip


def left_out(con: duckdb.DuckDBPyConnection, table: str) -> tuple[Dilewati, ...]:
    """The rows that are not counted, by reason."""
    query = f"SELECT alasan, count(*), min(baris, {CONTOH_BARIS}) FROM {table} GROUP BY 1 ORDER BY 1"
    rows = con.execute(query).fetchall()
    return tuple(Dilewati(alasan=reason, jumlah=count, baris=tuple(first)) for reason, count, first in rows)


Count = tuple[int, int, int, int, int, int, int]


def counts(con: duckdb.DuckDBPyConnection) -> Sequence[Count]:
    """How many people of each unit, part, post, golongan, sex (1 man, 2 woman) and class."""
    return con.execute(
        f"SELECT unit, bagian, jabatan, golongan, ((o.nip // 1000) % 10)::INT, coalesce(kelas, {BELUM}),"
        " count(*)::BIGINT FROM orang o LEFT JOIN nilai ON o.nip = nilai.nip GROUP BY ALL ORDER BY ALL"
    ).fetchall()
