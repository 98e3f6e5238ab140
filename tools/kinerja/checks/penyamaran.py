"""The policy that protects persons in tables, and tables that it does not plan."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.checks.registry import Context, check
from kinerja.model.aturan_layanan import AturanPenyamaran, TabelRencana, VersiPenyamaran
from kinerja.model.hasil import Hasil
from kinerja.numbers import id_list
from kinerja.problems import Finding
from kinerja.rules.versi import version_on

ASPEK = "aspek"
ASPEK_DIMENSI = {"wilayah", "indikator"}
# Each value of the second lies inside one of the first.
HIERARKI = (("perangkat-daerah", "bagian"), ("rumpun-jabatan", "jabatan"))
TERBUKA = "jumlah-pegawai"
# The head of a unit is a group of one by design.
SATU_ORANG = {"jabatan"}
UNIT = {"perangkat-daerah", "bagian"}


@check("parameter-penyamaran", AturanPenyamaran)
def the_numbers_fit_each_other(aturan: AturanPenyamaran, context: Context) -> Iterator[Finding]:
    """Kelipatan lebih besar daripada ruang dan lebar yang diminta, dan kelompok paling kecil adalah kelipatannya."""
    for v, versi in enumerate(aturan.versi):
        for key, pesan, saran in _misfits(versi):
            yield Finding(("versi", v, key), pesan, saran)
        for i, isi in enumerate(versi.terbuka):
            if isi != TERBUKA:
                pesan = "isi ini bukan sesuatu yang sudah diketahui umum"
                yield Finding(("versi", v, "terbuka", i), pesan, f"Hanya {TERBUKA} yang dapat disebut terbuka.")


def _misfits(versi: VersiPenyamaran) -> Iterator[tuple[str, str, str]]:
    for key in ("ruang_homogen", "lebar_minimal"):
        if getattr(versi, key) >= versi.kelipatan:
            # A printed zero hides at most one step less one.
            pesan = f"pembulatan ke kelipatan {versi.kelipatan} tidak dapat memberi sebanyak ini"
            yield key, pesan, "Besarkan `kelipatan`, atau kecilkan angka ini."
    if versi.kelompok_minimal % versi.kelipatan:
        pesan = f"angka ini bukan kelipatan {versi.kelipatan}, sehingga kelompok terkecil dapat tercetak lebih kecil"
        yield "kelompok_minimal", pesan, "Tulis kelipatan dari `kelipatan`, misalnya: kelompok_minimal: 10."
    if versi.sel_minimal > versi.kelipatan:
        pesan = f"hitungan yang dibulatkan ke kelipatan {versi.kelipatan} dapat lebih kecil daripada ini"
        yield "sel_minimal", pesan, "Tulis paling banyak sama dengan `kelipatan`."


@check("rencana-tabel", AturanPenyamaran)
def tables_of_the_plan_are_linked(aturan: AturanPenyamaran, context: Context) -> Iterator[Finding]:
    """Rencana tabel tidak menyilangkan perangkat daerah dengan jabatan, dan tabelnya saling bertaut."""
    for v, versi in enumerate(aturan.versi):
        for i, rencana in enumerate(versi.rencana):
            for pesan, saran in (*_again(versi, i), *_faults(versi, rencana)):
                yield Finding(("versi", v, "rencana", i), pesan, saran)


def _again(versi: VersiPenyamaran, place: int) -> Iterator[tuple[str, str]]:
    rencana = versi.rencana[place]
    for other in versi.rencana[:place]:
        if other.tabel == rencana.tabel or {*other.dimensi} == {*rencana.dimensi}:
            yield "tabel ini sudah ada di atas, dengan nama atau dimensi yang sama", "Hapus salah satunya."
            return


def _faults(versi: VersiPenyamaran, rencana: TabelRencana) -> Iterator[tuple[str, str]]:
    dimensi, nested = {*rencana.dimensi}, (*rencana.hierarki,)
    if (rencana.tabel == ASPEK) != (dimensi <= ASPEK_DIMENSI):
        yield "hanya tabel aspek dibagi menurut wilayah dan indikator, dan hanya menurut keduanya", _BETULKAN
    if rencana.tabel == ASPEK:
        return
    if dimensi & SATU_ORANG and dimensi & UNIT:
        pesan = "jabatan disilangkan dengan perangkat daerah: pimpinannya adalah kelompok yang berisi satu orang"
        yield pesan, "Pakai rumpun-jabatan sebagai ganti jabatan, atau hapus tabel ini."
    if nested and (nested not in HIERARKI or not _adjacent(rencana)):
        pairs = id_list([f"{luar} lalu {dalam}" for luar, dalam in HIERARKI])
        yield "hierarki ini tidak dikenal, atau dimensinya tidak berurutan di tabel ini", f"Tulis {pairs}."
    for outer, inner in HIERARKI:
        planned = any(outer in other.dimensi for other in versi.rencana)
        if inner in dimensi and nested != (outer, inner) and (planned or inner == "bagian"):
            pesan = f"{inner} bertumpang tindih dengan {outer} tanpa tautan"
            yield pesan, f"Tulis dimensi {outer} sebelum {inner}, dan keduanya pada `hierarki`."
    yield from _unlinked(versi, rencana)


def _adjacent(rencana: TabelRencana) -> bool:
    places = [rencana.dimensi.index(satu) for satu in rencana.hierarki if satu in rencana.dimensi]
    return len(places) == 2 and places[1] == places[0] + 1


def _unlinked(versi: VersiPenyamaran, rencana: TabelRencana) -> Iterator[tuple[str, str]]:
    """Margins of a crossing that no table of the plan shows: the same people, rounded without knowing of each other."""
    planned = [{*other.dimensi} for other in versi.rencana]
    inner = {*rencana.hierarki[1:]}
    if len(rencana.dimensi) > 1 and {*rencana.dimensi[:-1]} not in planned:
        pesan = f"tabel menurut {id_list([*rencana.dimensi[:-1]])} saja belum ada dalam rencana"
        yield pesan, "Tambahkan tabel itu, agar jumlahnya bertaut."
    for satu in rencana.dimensi[1:]:
        if satu not in inner and {satu} not in planned:
            pesan = f"tabel menurut {satu} saja belum ada dalam rencana, padahal jumlahnya dapat dihitung dari sini"
            yield pesan, "Tambahkan tabel itu, agar jumlahnya bertaut."


_BETULKAN = "Betulkan nama atau dimensi tabel ini."


@check("di-luar-rencana", Hasil)
def only_planned_tables_are_published(hasil: Hasil, context: Context) -> Iterator[Finding]:
    """Tabel hasil dibagi menurut dimensi yang ada dalam rencana tabel, dan tidak menurut yang lain."""
    versi = version_on(context.repository.aturan.penyamaran, context.tanggal)
    if versi is None:
        return
    planned = [tuple(rencana.dimensi) for rencana in versi.rencana if (rencana.tabel == ASPEK) == (hasil.isi == ASPEK)]
    # An outer dimension that tells nobody apart is left out, as is the area where there are too few ratings.
    planned += [rencana.hierarki[1:] for rencana in versi.rencana if rencana.hierarki[1:] == ("jabatan",)]
    planned += [("indikator",)] if hasil.isi == ASPEK and planned else []
    if tuple(hasil.dimensi) not in planned:
        pesan = "pembagian tabel ini tidak ada dalam rencana di data/aturan/penyamaran.yaml"
        yield Finding(("dimensi",), pesan, "Hapus tabel ini, atau buat ulang dengan `kinerja himpun`.")
