"""What a version of criteria changed, in sentences, losses first."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja.diff.butir import GOLONGAN, Butir, told
from kinerja.diff.jenis import kind_of, suggested, too_low
from kinerja.diff.kriteria import Konteks, between, told_criteria, tree_of
from kinerja.diff.pohon import compare, leaves
from kinerja.model.repository import Repository

NAMES = ["Menyapa setiap pemohon", "Mencatat semua permohonan", "Mengantar berkas"]
TEXTS = st.sampled_from(["Petugas datang tepat waktu", "Petugas datang sangat tepat waktu", "Lain sama sekali isinya"])
INDIKATOR = st.fixed_dictionaries(
    {"id": st.sampled_from("abcd"), "nama": st.sampled_from(NAMES)},
    optional={"uraian": TEXTS, "bobot": st.sampled_from(["10", "20.5"]),
              "jangkar": st.fixed_dictionaries({"rendah": TEXTS})},
)  # fmt: skip
ASPEK = st.fixed_dictionaries(
    {
        "id": st.sampled_from("xyz"),
        "nama": st.sampled_from(["Mutu", "Waktu"]),
        "indikator": st.lists(INDIKATOR, max_size=4),
    }
)
TREES = st.fixed_dictionaries({"judul": TEXTS, "aspek": st.lists(ASPEK, max_size=3)})


def version(**changes: Any) -> dict[str, Any]:
    """A small version, with changes."""
    return {
        "judul": "Kriteria Guru",
        "berlaku_mulai": "2026-01-01",
        "tingkat": [{"id": "kurang", "nama": "Kurang"}, {"id": "baik", "nama": "Baik"}],
        "aspek": [
            {
                "id": "metode",
                "nama": "Metode pengajaran",
                "bobot": "20",
                "indikator": [
                    {
                        "id": "tanya",
                        "nama": "Mengajak bertanya",
                        "uraian": "Siswa bertanya setiap hari.",
                        "bukti": ["Catatan"],
                    },
                    {"id": "jelas", "nama": "Menjelaskan runtut", "jangkar": {"kurang": "Belum runtut sama sekali."}},
                ],
            },
            {
                "id": "kelas",
                "nama": "Suasana kelas",
                "bobot": "80",
                "indikator": [{"id": "tertib", "nama": "Kelas tertib"}],
            },
        ],
        **changes,
    }


def sentences(lama: Any, baru: Any, konteks: Konteks | None = None) -> list[str]:
    """The sentences of the differences."""
    return [butir.kalimat for butir in told_criteria(lama, baru, konteks or Konteks())]


def test_a_weight_is_told_with_its_step_its_start_the_sum_and_for_whom() -> None:
    """The example of the order, with the sum that stays."""
    baru = version()
    baru["aspek"][0]["bobot"], baru["aspek"][1]["bobot"] = "25", "75"

    assert sentences(version(), baru, Konteks(berlaku="1 Januari 2027", bagi="guru")) == [
        "Bobot “Metode pengajaran” 20 → 25 (+5), berlaku 1 Januari 2027; jumlah bobot tetap 100; berlaku bagi guru.",
        "Bobot “Suasana kelas” 80 → 75 (−5), berlaku 1 Januari 2027; jumlah bobot tetap 100; berlaku bagi guru.",
    ]


def test_a_sum_of_weights_that_changes_is_told() -> None:
    """It is then no longer 100."""
    baru = version()
    baru["aspek"][0]["bobot"] = "22.5"

    assert sentences(version(), baru) == ["Bobot “Metode pengajaran” 20 → 22,5 (+2,5); jumlah bobot 100 → 102,5."]


def test_what_is_removed_comes_before_what_is_changed_and_what_is_added_last() -> None:
    """Losses first."""
    baru = version(judul="Kriteria Guru Tetap")
    del baru["aspek"][0]["indikator"][0]
    baru["aspek"][1]["indikator"].insert(0, {"id": "bersih", "nama": "Ruang yang bersih dan rapi"})

    assert sentences(version(), baru) == [
        "Indikator “Mengajak bertanya” dihapus.",
        "Judul diubah.",
        "Indikator “Ruang yang bersih dan rapi” ditambahkan.",
    ]


def test_an_indicator_under_another_aspect_is_told_as_moved_and_links_to_its_new_place() -> None:
    """Neither removed nor added."""
    baru = version()
    baru["aspek"][1]["indikator"].append(baru["aspek"][0]["indikator"].pop(0))
    (butir,) = told_criteria(version(), baru, Konteks())

    assert (butir.golongan, butir.kalimat, butir.jangkar) == (
        "dipindah",
        "Indikator “Mengajak bertanya” pindah dari aspek Metode pengajaran ke aspek Suasana kelas.",
        "kriteria.kelas.tanya",
    )


def test_another_order_is_told_as_such() -> None:
    """Nothing went away."""
    baru = version()
    baru["aspek"][0]["indikator"].reverse()

    assert sentences(version(), baru) == ["Urutan indikator “Menjelaskan runtut” berubah: dari ke-2 menjadi ke-1."]


def test_a_new_name_and_a_new_id_are_told_as_renaming() -> None:
    """The old one is named."""
    baru = version()
    baru["aspek"][0]["indikator"][0] |= {"id": "bertanya", "nama": "Mengajak siswa bertanya", "dahulu": ["tanya"]}
    found = told_criteria(version(), baru, Konteks())

    assert [b.kalimat for b in found if b.golongan == "ganti-nama"] == [
        "Id indikator “Mengajak siswa bertanya”: tanya → bertanya.",
        "Indikator “Mengajak bertanya” berganti nama menjadi “Mengajak siswa bertanya”.",
    ]
    assert {b.golongan for b in found} == {"ganti-nama", "ditambah"}


def test_a_changed_description_of_a_level_is_told_with_the_name_of_the_level_and_its_words() -> None:
    """Not with its id."""
    baru = version()
    baru["aspek"][0]["indikator"][1]["jangkar"]["kurang"] = "Masih belum runtut sama sekali."
    (butir,) = told_criteria(version(), baru, Konteks())

    assert butir.kalimat == "Gambaran tingkat Kurang indikator “Menjelaskan runtut” diubah."
    assert [(p.jenis, p.teks) for p in butir.potongan if p.jenis != "tetap"] == [
        ("dihapus", "Belum"),
        ("ditambah", "Masih belum"),
    ]


def test_a_level_that_gets_another_id_everywhere_is_told_once() -> None:
    """61 indicators would otherwise fill the page."""
    lama = version()
    lama["aspek"][0]["indikator"] = [
        {"id": f"i{n}", "nama": f"Indikator nomor {n}", "jangkar": {"kurang": f"Belum terlihat pada nomor {n}."}}
        for n in range(61)
    ]
    baru = deepcopy(lama)
    for indikator in baru["aspek"][0]["indikator"]:
        indikator["jangkar"]["baik"] = indikator["jangkar"].pop("kurang")
    (butir,) = told_criteria(lama, baru, Konteks())

    assert butir.golongan == "ganti-nama"
    assert butir.kalimat.startswith(
        "Isi “gambaran tingkat Kurang” kini menjadi “gambaran tingkat Baik”, 61 kali: indikator Indikator nomor 0,"
    )
    assert butir.kalimat.endswith("dan 58 tempat lain.")


@given(TREES, TREES)
@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_every_changed_scalar_can_be_read_in_the_sentences(lama: Any, baru: Any) -> None:
    """Removed, changed and added, in a sentence or in its words; and what is equal has none."""
    found = told_criteria(lama, baru, Konteks())
    read = " ".join(f"{b.kalimat} {' '.join(_sides(b))}" for b in found)

    assert bool(found) == bool(compare(lama, baru))
    for change in compare(lama, baru):
        for side in (change.lama, change.baru) if change.jenis != "dipindah" else ():
            for _, value in leaves(side):
                assert value is None or isinstance(value, dict | list) or str(value).replace(".", ",") in read


def _sides(butir: Butir) -> Iterable[str]:
    """The old and the new text of a difference."""
    for other in ("ditambah", "dihapus"):
        yield "".join(p.teks for p in butir.potongan if p.jenis != other).replace(".", ",")


@given(TREES, TREES)
@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
def test_the_kinds_stand_in_their_order(lama: Any, baru: Any) -> None:
    """Losses first, whatever changes."""
    order = [GOLONGAN.index(butir.golongan) for butir in told_criteria(lama, baru, Konteks())]

    assert order == sorted(order)


# Versions of the project


def test_the_start_and_the_approval_of_a_version_are_no_change_of_criteria(repo: Repository) -> None:
    """The page of a version shows them apart."""
    lama, baru = repo.kriteria["petugas-layanan-contoh"]
    units = {butir.unsur for butir in between(lama, baru)}

    assert {"bobot", "ringkasan", "indikator"} <= units
    assert not [unit for unit in units if unit.startswith(("berlaku", "persetujuan", "alasan"))]


def test_a_first_version_changes_nothing(repo: Repository) -> None:
    """There is nothing before it."""
    assert between(None, repo.kriteria["guru"][0]) == ()


def test_a_changed_start_of_the_same_version_is_told(repo: Repository) -> None:
    """Where nothing else tells it."""
    versi = repo.kriteria["guru"][0]
    assert between(versi, versi) == ()
    assert [b.unsur for b in between(versi, replace(versi, catatan="Baru."))] == ["catatan"]


def test_a_model_as_a_tree_is_what_its_file_says(repo: Repository, root: Any) -> None:
    """So pages and command tell the same."""
    from kinerja.load.strict import parse

    for versions in repo.kriteria.values():
        for versi in versions:
            assert compare(parse((root / versi.berkas).read_bytes(), "").value, tree_of(versi)) == ()


# How large a change is


@pytest.mark.parametrize(
    ("lama", "baru", "kind"),
    [
        ("Siswa bertanya setiap hari.", "siswa bertanya, setiap hari", "perbaikan"),
        ("Siswa bertanya setiap hari.", "Siswa bertannya setiap hari.", "perbaikan"),
        ("Siswa bertanya setiap hari.", "Siswa bertanya setiap pekan.", "kecil"),
        ("Siswa harus bertanya.", "Siswa tidak harus bertanya.", "kecil"),
        ("Siswa wajib bertanya.", "Siswa wajar bertanya.", "kecil"),
        ("Paling lama 10 menit.", "Paling lama 15 menit.", "kecil"),
    ],
)
def test_only_a_slip_of_the_pen_is_a_perbaikan(lama: str, baru: str, kind: str) -> None:
    """Signs, capitals and spelling; never a number, and never a word that turns the sentence round."""
    found = told(
        {"aspek": [{"id": "a", "nama": "A", "uraian": lama}]}, {"aspek": [{"id": "a", "nama": "A", "uraian": baru}]}
    )

    assert suggested(found) == kind


def test_weights_levels_and_indicators_make_a_large_change() -> None:
    """And the largest difference decides."""
    weight, without = version(), version(catatan="Baru.")
    weight["aspek"][0]["bobot"] = "25"
    del without["aspek"][0]["indikator"][1]["jangkar"]

    assert suggested(told_criteria(version(), weight, Konteks())) == "besar"
    assert suggested(told_criteria(version(), without, Konteks())) == "besar"
    assert suggested(told_criteria(version(), version(catatan="Baru."), Konteks())) == "perbaikan"
    assert suggested(()) == "perbaikan"


def test_another_order_alone_is_a_perbaikan() -> None:
    """Nobody is judged otherwise."""
    baru = version()
    baru["aspek"].reverse()

    assert [kind_of(butir) for butir in told_criteria(version(), baru, Konteks())] == ["perbaikan"]


def test_a_stated_kind_is_too_low_only_below_the_suggestion() -> None:
    """Nothing stated is not too low."""
    assert too_low("kecil", "besar")
    assert not too_low("besar", "kecil")
    assert not too_low("kecil", "kecil")
    assert not too_low(None, "besar")
