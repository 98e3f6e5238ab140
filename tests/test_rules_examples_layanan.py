"""rules.examples_layanan: examples of intervals and of time, and how what they cannot use is refused."""

from __future__ import annotations

import pytest

from kinerja.rules.errors import UnusableInput
from kinerja.rules.examples import compute

DAY = {"satuan": "hari-kerja", "mulai": "2026-03-02 10:00", "selesai": "2026-03-05 14:00", "libur": []}
PERIOD = {"tanggal": "2026-06-30", "waktu_selesai": ["1", "2"]}
SHARE = {"tanggal": "2026-06-30", "permohonan": 40, "permohonan_tepat_waktu": 38}
UNSUR = {"tanggal": "2026-06-30", "jawaban": [1, 2, 3, 4]}


@pytest.mark.parametrize(
    ("rule", "masukan", "at"),
    [
        ("waktu", {**DAY, "mulai": "2026-03-02"}, ("mulai",)),
        ("waktu", {**DAY, "mulai": "2026-03-06 10:00"}, ("selesai",)),
        ("waktu", {**DAY, "satuan": "minggu"}, ("satuan",)),
        ("waktu", {**DAY, "jam_tutup": "15.00"}, ("jam_tutup",)),
        ("waktu", {**DAY, "libur": "2026-03-03"}, ("libur",)),
        ("waktu", {**DAY, "libur": ["2026-03-03", "besok"]}, ("libur", "1")),
        ("waktu", {key: value for key, value in DAY.items() if key != "libur"}, ("mulai",)),
        ("waktu", {**PERIOD, "waktu_selesai": ["1", "2,5"]}, ("waktu_selesai", "1")),
        ("waktu", {**PERIOD, "tanggal": "2016-06-30"}, ("tanggal",)),
        ("selang", {**SHARE, "permohonan_tepat_waktu": 41}, ("permohonan_tepat_waktu",)),
        ("selang", {**SHARE, "permohonan": 0, "permohonan_tepat_waktu": 0}, ("permohonan",)),
        ("selang", {**UNSUR, "populasi": 9}, ("populasi",)),
        ("selang", {**UNSUR, "jawaban": [0, 0, 0, 0]}, ("jawaban",)),
        ("selang", {"tanggal": "2026-06-30"}, ("nrr_rata_rata",)),
    ],
)
def test_what_a_rule_cannot_use_is_refused_at_its_key(repo, rule, masukan, at):
    """The path leads to the key that a person must edit."""
    with pytest.raises(UnusableInput) as caught:
        compute(rule, masukan, repo.aturan)

    assert ("masukan", *at) == caught.value.at


def test_working_days_of_two_years_are_counted_with_the_holidays_of_the_example(repo):
    """Friday, over a holiday on Thursday and a weekend, to Monday."""
    masukan = {**DAY, "mulai": "2025-12-31 09:00", "selesai": "2026-01-05 09:00", "libur": ["2026-01-01"]}

    assert {"lama": "2"} == compute("waktu", masukan, repo.aturan)


def test_a_bound_of_zero_has_no_minus(repo):
    """Rounded from just below."""
    masukan = {
        "tanggal": "2026-06-30", "ikm_sebelum": "80", "bawah_sebelum": "79", "atas_sebelum": "80",
        "ikm_sesudah": "80.5", "bawah_sesudah": "79.999", "atas_sesudah": "81",
    }  # fmt: skip

    assert {"selisih_bawah": "0.00", "selisih_atas": "1.62", "putusan": "tidak-berubah"} == compute(
        "selang", masukan, repo.aturan
    )
