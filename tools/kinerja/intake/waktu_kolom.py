"""A register's columns, the words for the state of a request, and the names of services."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinerja.intake.kolom import Alias, plain
from kinerja.model.repository import Repository
from kinerja.rules.capaian import standard_on

if TYPE_CHECKING:
    import duckdb

KOLOM: Alias = {
    "layanan": (
        "layanan", "nama layanan", "jenis layanan", "jenis pelayanan", "nama pelayanan", "pelayanan",
        "jenis permohonan", "permohonan", "jenis izin", "jenis dokumen", "service", "service name", "service type",
        "complaint type", "request type",
    ),
    "diterima": (
        "diterima", "tanggal diterima", "tgl diterima", "waktu diterima", "tanggal masuk", "tgl masuk", "waktu masuk",
        "masuk", "tanggal permohonan", "tgl permohonan", "tanggal pengajuan", "tgl pengajuan", "tanggal pendaftaran",
        "tgl pendaftaran", "tanggal daftar", "tgl daftar", "tanggal terima", "tgl terima", "permohonan diterima",
        "tanggal permohonan diterima", "received", "received date", "date received", "created", "created date",
        "created at", "opened", "opened date", "submitted", "submitted at",
    ),
    "berkas_lengkap": (
        "berkas lengkap", "tanggal berkas lengkap", "tgl berkas lengkap", "waktu berkas lengkap", "tanggal lengkap",
        "tgl lengkap", "lengkap", "berkas dinyatakan lengkap", "tanggal berkas dinyatakan lengkap",
        "persyaratan lengkap", "complete", "complete date", "documents complete",
    ),
    "selesai": (
        "selesai", "tanggal selesai", "tgl selesai", "waktu selesai", "tanggal penyelesaian", "tgl penyelesaian",
        "tanggal terbit", "tgl terbit", "finished", "finished date", "completed", "completed date", "completed at",
        "closed", "closed date", "closed at", "resolved", "resolved date",
    ),
    "keadaan": ("keadaan", "status", "status permohonan", "keadaan permohonan", "status layanan", "state"),
    "nomor": (
        "nomor", "nomor permohonan", "no permohonan", "nomor register", "no register", "nomor registrasi",
        "no registrasi", "no reg", "nomor pendaftaran", "no pendaftaran", "nomor tiket", "no tiket", "nomor berkas",
        "no berkas", "id", "id permohonan", "unique key", "ticket", "ticket id", "request id", "case id",
    ),
    # Tells rows apart, but may start anew on each page.
    "urut": ("no", "no urut", "nomor urut"),
}  # fmt: skip
TANGGAL = ("diterima", "berkas_lengkap", "selesai")
NAMA_KOLOM = {"diterima": "tanggal diterima", "berkas_lengkap": "tanggal berkas lengkap", "selesai": "tanggal selesai"}

TERBUKA, SELESAI, BATAL = 0, 1, 2
_KEADAAN = {
    TERBUKA: (
        "terbuka", "proses", "diproses", "dalam proses", "sedang diproses", "proses verifikasi", "verifikasi",
        "diterima", "masuk", "baru", "menunggu", "tertunda", "ditunda", "belum selesai", "belum", "berjalan",
        "open", "new", "in progress", "pending", "assigned", "started", "waiting", "processing",
    ),
    SELESAI: (
        "selesai", "sudah selesai", "telah selesai", "selesai diproses", "tuntas", "terbit", "diterbitkan",
        "diserahkan", "sudah diserahkan", "diambil", "sudah diambil", "closed", "done", "finished", "complete",
        "completed", "resolved",
        # A refusal is an answer, and people waited for it.
        "ditolak", "tolak", "tidak dikabulkan", "dikembalikan dengan penolakan", "rejected", "refused", "denied",
    ),
    # Taken back by who asked.
    BATAL: ("batal", "dibatalkan", "ditarik", "dicabut", "gugur", "withdrawn", "cancelled", "canceled"),
}  # fmt: skip
_WORDS = {plain(word): state for state, words in _KEADAAN.items() for word in words}
_TITLES = frozenset(plain(name) for names in KOLOM.values() for name in names)

# What a service's code says where it is no position in the list of services that are counted.
LAIN, GANDA, TANPA_STANDAR, KOSONG, ASING, TIDAK_DIKENAL = -1, -2, -3, -4, -5, -10


def known(title: str) -> bool:
    """Whether a title names a column of a register."""
    return plain(title) in _TITLES


@dataclass(frozen=True, slots=True)
class Pilihan:
    """Which services are counted: all that the register names, or only `layanan`; and for which period."""

    repository: Repository
    periode: str
    layanan: str | None

    def match(self, con: duckdb.DuckDBPyConnection, column: str | None) -> tuple[str, ...]:
        """The services that are counted, each at the place of its code in the table `nama_layanan`.

        A text that no service is called by gets a code of its own there.
        """
        texts = distinct(con, column) if column else [self.layanan or ""]
        names = _names(self.repository)
        found = [self._slug(names.get(plain(text), ())) for text in texts]
        slugs = tuple(sorted({one for one in found if isinstance(one, str)}))
        codes = [
            slugs.index(one) if isinstance(one, str) else one - place * (one == TIDAK_DIKENAL)
            for place, one in enumerate(found)
        ]
        dictionary(con, "nama_layanan", texts, codes)
        return slugs

    def _slug(self, found: tuple[str, ...]) -> str | int:
        """The service of a name that these are called by, or the code that says why it is none."""
        if self.layanan:
            found = (self.layanan,) if self.layanan in found else found[:1]
            if found != (self.layanan,):
                return LAIN if found else ASING
        if len(found) != 1:
            return GANDA if found else TIDAK_DIKENAL
        return found[0] if standard_on(self.repository.layanan[found[0]], self.periode) else TANPA_STANDAR


def _names(repository: Repository) -> Mapping[str, tuple[str, ...]]:
    """The services by each of their names without case, signs and spaces around."""
    names: dict[str, tuple[str, ...]] = {}
    for slug, layanan in repository.layanan.items():
        for name in {plain(text) for text in (slug, layanan.nama, *layanan.alias)} - {""}:
            names[name] = (*names.get(name, ()), slug)
    return names


def match_states(con: duckdb.DuckDBPyConnection, column: str) -> None:
    """The table `kata_keadaan`: the state that each text means; a text that is in no list gets a code of its own."""
    texts = distinct(con, column)
    dictionary(con, "kata_keadaan", texts, [_WORDS.get(plain(t), TIDAK_DIKENAL - i) for i, t in enumerate(texts)])


def distinct(con: duckdb.DuckDBPyConnection, column: str) -> list[str]:
    """The texts of a column, in the order of their first row."""
    rows = con.execute(f"SELECT {column}, min(baris) AS pertama FROM masukan GROUP BY 1 ORDER BY 2").fetchall()
    return [str(text) for text, _ in rows]


def dictionary(con: duckdb.DuckDBPyConnection, name: str, texts: list[str], codes: list[int]) -> None:
    """A table `name` with `teks` and its `kode`."""
    cells = "unnest(?::VARCHAR[]) AS teks, unnest(?::INTEGER[]) AS kode"
    con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT {cells}", [texts, codes])
