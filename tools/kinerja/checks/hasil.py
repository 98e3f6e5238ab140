"""Tables of results: each group once, counts that add up, and in the place that they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja.checks.registry import Context, check
from kinerja.checks.walk import nearest
from kinerja.model.hasil import KELAS, BarisHasil, Hasil
from kinerja.model.kriteria import Kriteria
from kinerja.numbers import id_date, id_number, id_period, period_bounds
from kinerja.problems import Finding
from kinerja.rules.versi import kriteria_on


def criteria_of(hasil: Hasil, context: Context) -> Kriteria | None:
    """The version of the criteria that an aspect table counts by; None where it has none."""
    versions = context.repository.kriteria.get(hasil.kelompok or "", ())
    return kriteria_on(versions, period_bounds(hasil.periode)[1])


def levels_of(hasil: Hasil, context: Context) -> tuple[str, ...] | None:
    """The names of the counts that each row has to give; None where the criteria are not known."""
    if hasil.isi != "aspek":
        return KELAS if hasil.isi == "predikat" else ()
    kriteria = criteria_of(hasil, context)
    return None if kriteria is None else tuple(tingkat.id for tingkat in kriteria.tingkat)


@check("nama-berkas", Hasil)
def tables_stand_in_their_period(hasil: Hasil, context: Context) -> Iterator[Finding]:
    """Berkas hasil bernama tabelnya, di folder yang bernama periodenya; tabel aspek bernama kelompoknya."""
    if hasil.berkas.split("/")[-2] != hasil.periode:
        saran = f"Pindahkan berkas ke folder {hasil.periode}, atau betulkan periode di sini."
        yield Finding(("periode",), "periode ini tidak sama dengan nama folder berkas", saran)
    if hasil.slug != hasil.tabel:
        saran = f"Beri berkas nama {hasil.tabel}.yaml, atau betulkan tabel di sini."
        yield Finding(("tabel",), "tabel ini tidak sama dengan nama berkas", saran)
    if hasil.kelompok is not None and hasil.tabel != f"aspek-{hasil.kelompok}":
        saran = "Nama tabel aspek adalah aspek- lalu kelompoknya; betulkan `tabel` atau `kelompok`."
        yield Finding(("tabel",), "tabel ini tidak bernama menurut kelompoknya", saran)


@check("isi-hasil", Hasil)
def tables_have_the_counts_of_their_content(hasil: Hasil, context: Context) -> Iterator[Finding]:
    """Tabel predikat memakai keenam kelas, tabel aspek tingkat kriteria kelompoknya, jumlah pegawai tidak satu pun."""
    if (hasil.kelompok is None) == (hasil.isi == "aspek"):
        yield Finding(("isi",), "`kelompok` ditulis untuk tabel aspek, dan hanya untuk itu", "Betulkan salah satunya.")
        return
    levels = levels_of(hasil, context)
    if levels is None:
        saran = nearest(hasil.kelompok or "", context.repository.kriteria, "Tulis nama folder di data/kriteria/.")
        pesan = f"kelompok ini tidak mempunyai kriteria yang berlaku pada akhir {id_period(hasil.periode)}"
        yield Finding(("kelompok",), pesan, saran)
        return
    for i, baris in enumerate(hasil.baris):
        classes = {key for key in KELAS if getattr(baris, key) is not None}
        own, foreign = (classes, {*(baris.tingkat or {})}) if hasil.isi != "aspek" else (baris.tingkat or {}, classes)
        given = {*own, *baris.disamarkan}
        for name in sorted((given - {*levels, "jumlah"}) | foreign):
            yield Finding(("baris", i), f"`{name}` bukan hitungan tabel ini", f"Pakai {', '.join(levels)}.")
        for name in (name for name in levels if name not in given):
            saran = "Tulis 0 bila memang tidak ada, atau sebutkan pada `disamarkan` bila tidak ditampilkan."
            yield Finding(("baris", i), f"`{name}` belum ada", saran)


@check("disamarkan", Hasil)
def hidden_counts_are_absent(hasil: Hasil, context: Context) -> Iterator[Finding]:
    """Hitungan yang disamarkan tidak tertulis, dan tidak dapat dihitung dari yang tertulis."""
    for i, baris in enumerate(hasil.baris):
        shown = {*baris.hitungan} | ({"jumlah"} if baris.jumlah is not None else set())
        for j, name in enumerate(baris.disamarkan):
            if name in shown:
                saran = "Hapus hitungannya, atau hapus namanya di sini."
                yield Finding(("baris", i, "disamarkan", j), "hitungan ini disamarkan tetapi juga tertulis", saran)
        if baris.jumlah is None and "jumlah" not in baris.disamarkan:
            yield Finding(("baris", i), "`jumlah` belum ada", "Tulis jumlah, atau sebutkan pada `disamarkan`.")
        if len(baris.disamarkan) == 1:
            saran = "Samarkan sedikitnya satu hitungan lain di baris ini."
            yield Finding(("baris", i, "disamarkan", 0), "hitungan ini dapat dihitung dari yang lain", saran)


@check("jumlah-hasil", Hasil)
def counts_add_up(hasil: Hasil, context: Context) -> Iterator[Finding]:
    """Hitungan suatu baris berjumlah `jumlah`; bila ada yang disamarkan, tidak melebihinya."""
    for i, baris in enumerate(hasil.baris):
        total = sum(baris.hitungan.values())
        if baris.jumlah is None or hasil.isi == "jumlah-pegawai":
            continue
        hidden = bool(baris.disamarkan)
        if total > baris.jumlah or (total != baris.jumlah and not hidden):
            pesan = f"hitungan di baris ini berjumlah {id_number(total)}, bukan {id_number(baris.jumlah)}"
            yield Finding(("baris", i, "jumlah"), pesan, "Hitung ulang dengan `kinerja himpun`.")


@check("kelipatan-hasil", Hasil)
def counts_are_rounded(hasil: Hasil, context: Context) -> Iterator[Finding]:
    """Setiap hitungan adalah kelipatan dari `kelipatan`."""
    for i, baris in enumerate(hasil.baris):
        counts = {**baris.hitungan, **({} if baris.jumlah is None else {"jumlah": baris.jumlah})}
        for name, count in counts.items():
            if count % hasil.kelipatan:
                at = ("tingkat", name) if name in (baris.tingkat or {}) else (name,)
                pesan = f"bukan kelipatan {hasil.kelipatan}"
                yield Finding(("baris", i, *at), pesan, "Bulatkan semua hitungan bersama-sama dengan `kinerja himpun`.")


@check("baris-hasil", Hasil)
def groups_are_told_apart(hasil: Hasil, context: Context) -> Iterator[Finding]:
    """Setiap kelompok hanya mempunyai satu baris, dan dibagi menurut dimensi tabelnya saja."""
    seen: set[tuple[str | None, ...]] = set()
    for i, baris in enumerate(hasil.baris):
        if baris.kelompok in seen:
            yield Finding(("baris", i), "kelompok ini sudah ada di baris lain", "Gabungkan kedua baris itu.")
        seen.add(baris.kelompok)
        for key in strange_keys(hasil.dimensi, baris):
            saran = "Tambahkan pada `dimensi`, atau hapus kunci ini."
            yield Finding(("baris", i, key), f"`{key}` bukan dimensi tabel ini", saran)


def strange_keys(dimensi: Sequence[str], baris: BarisHasil) -> Iterator[str]:
    """The dimensions that a row is narrowed by although its table does not name them."""
    keys = ("perangkat_daerah", "bagian", "jabatan", "rumpun_jabatan", "golongan", "jenis_kelamin", "wilayah",
            "indikator")  # fmt: skip
    return (key for key in keys if getattr(baris, key) is not None and key.replace("_", "-") not in dimensi)


@check("periode-masa-depan", Hasil)
def tables_are_of_begun_periods(hasil: Hasil, context: Context) -> Iterator[Finding]:
    """Hasil adalah tentang periode yang sudah mulai."""
    if period_bounds(hasil.periode)[0] > context.tanggal:
        pesan = f"periode ini belum mulai pada {id_date(context.tanggal)}"
        yield Finding(("periode",), pesan, "Betulkan periode, atau tunggu sampai periodenya mulai.")


@check("tanggal-hitung", Hasil)
def tables_are_counted_in_time(hasil: Hasil, context: Context) -> Iterator[Finding]:
    """Hasil dihitung setelah periodenya mulai dan tidak di masa depan; yang final setelah periodenya berakhir."""
    first, last = period_bounds(hasil.periode)
    saran = "Betulkan tanggalnya."
    if hasil.dihitung_pada > context.tanggal:
        yield Finding(("dihitung_pada",), f"tanggal ini setelah {id_date(context.tanggal)}", saran)
    if hasil.dihitung_pada < first:
        yield Finding(("dihitung_pada",), "tanggal ini sebelum periodenya mulai", saran)
    if hasil.keadaan == "final" and hasil.dihitung_pada < last:
        pesan = f"{id_period(hasil.periode)} belum berakhir ketika ini dihitung"
        yield Finding(("keadaan",), pesan, "Tulis sementara, atau hitung ulang setelah periodenya berakhir.")
