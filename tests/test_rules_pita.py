"""rules.pita: the band of a value."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.model.dokumen import Pita
from kinerja.rules.pita import band_bounds, band_faults, band_of
from kinerja.rules.versi import version_on


def _pita(*edges: tuple[str, str], termasuk_bawah: bool = True) -> tuple[Pita, ...]:
    return tuple(
        Pita(id=id_, nama=id_, bawah=Decimal(bawah), termasuk_bawah=termasuk_bawah or not i)
        for i, (id_, bawah) in enumerate(edges)
    )


IKM = _pita(("D", "25.00"), ("C", "65.00"), ("B", "76.61"), ("A", "88.31"))
SAKIP = _pita(
    ("D", "0"),
    ("C", "30"),
    ("CC", "50"),
    ("B", "60"),
    ("BB", "70"),
    ("A", "80"),
    ("AA", "90"),
    termasuk_bawah=False,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("25", "D"), ("64.99", "D"), ("64.994", "D"), ("64.995", "C"), ("65", "C"), ("76.60", "C"),
        ("76.604", "C"), ("76.605", "B"), ("88.30", "B"), ("88.304", "B"), ("88.305", "A"), ("100", "A"),
    ],
)  # fmt: skip
def test_an_edge_belongs_to_its_band_after_rounding(value, expected):
    """No value falls into the gaps that the printed tables leave."""
    assert expected == band_of(IKM, Decimal(value), 2).id


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", "D"), ("30", "D"), ("30.01", "C"), ("50", "C"), ("60", "CC"), ("70", "B"), ("70.1", "BB"),
        ("78.74", "BB"), ("80", "BB"), ("80.004", "BB"), ("80.005", "A"), ("80.1", "A"),
        ("90", "A"), ("100", "AA"),
    ],
)  # fmt: skip
def test_an_excluded_edge_belongs_to_the_band_below(value, expected):
    """SAKIP: exactly 80 is BB."""
    assert expected == band_of(SAKIP, Decimal(value), 2).id


def test_below_the_lowest_band_there_is_none():
    """A value off the scale gets no letter."""
    assert band_of(IKM, Decimal("24.99"), 2) is None


@given(st.fractions(25, 100), st.sampled_from([IKM, SAKIP]))
def test_every_value_of_the_scale_has_a_band(value, pita):
    """The rule is total, also for values with endless decimals."""
    assert band_of(pita, value, 2) in pita


@given(st.fractions(25, 100), st.fractions(25, 100), st.sampled_from([IKM, SAKIP]))
def test_a_higher_value_never_has_a_lower_band(one, other, pita):
    """The rule is monotone."""
    low, high = sorted((one, other))

    assert pita.index(band_of(pita, low, 2)) <= pita.index(band_of(pita, high, 2))


@given(st.fractions(25, 100), st.permutations(IKM))
def test_the_order_of_the_bands_in_the_file_does_not_matter(value, shuffled):
    """The highest edge reached decides."""
    assert band_of(IKM, value, 2) is band_of(shuffled, value, 2)


def test_bounds_join_without_a_gap_up_to_the_maximum():
    """For drawing: each band ends where the next starts."""
    assert [
        ("D", "25.00", "65.00"),
        ("C", "65.00", "76.61"),
        ("B", "76.61", "88.31"),
        ("A", "88.31", "100"),
    ] == [(batas.pita.id, str(batas.bawah), str(batas.atas)) for batas in band_bounds(IKM, Decimal(100))]


def test_sound_bands_have_no_fault():
    """The two kinds of edges."""
    assert [] == [*_faults(IKM, "25"), *_faults(SAKIP, "0")]


def _faults(pita, minimum):
    return list(band_faults(pita, Decimal(minimum), Decimal(100), 2))


@pytest.mark.parametrize(
    ("pita", "at", "pesan"),
    [
        (
            _pita(("D", "30"), ("A", "80")),
            ("pita", 0, "bawah"),
            "nilai mulai dari 0 belum masuk pita mana pun",
        ),
        (_pita(("D", "-5"), ("A", "80")), ("pita", 0, "bawah"), "di bawah nilai terkecil 0"),
        (_pita(("D", "0"), ("A", "101")), ("pita", 1, "bawah"), "di atas nilai terbesar 100"),
        (_pita(("D", "0"), ("B", "80"), ("A", "70")), ("pita", 2, "bawah"), "pita A bertumpuk dengan pita B"),
        (_pita(("D", "0"), ("B", "70"), ("A", "70")), ("pita", 2, "bawah"), "pita A bertumpuk dengan pita B"),
        (_pita(("D", "0"), ("A", "80.005")), ("pita", 1, "bawah"), "lebih teliti"),
        (_pita(("A", "0"), ("A", "80")), ("pita", 1, "id"), "dipakai dua kali"),
    ],
)
def test_a_fault_is_found_at_its_band(pita, at, pesan):
    """One finding, placed where a person must edit."""
    (fault,) = _faults(pita, "0")

    assert (at, True) == (fault.at, pesan in fault.pesan)


def test_no_bands_at_all_is_a_fault():
    """Placed at the list."""
    assert [("pita",)] == [fault.at for fault in _faults((), "0")]


def test_a_lowest_edge_that_is_excluded_leaves_the_minimum_out():
    """0 would have no band."""
    pita = (Pita(id="D", nama="D", bawah=Decimal(0), termasuk_bawah=False),)

    assert [("pita", 0, "bawah")] == [fault.at for fault in _faults(pita, "0")]


def test_every_scale_of_the_data_covers_its_range_once(repo):
    """No gap and no overlap in any version of any scale."""
    versions = [versi for aturan in repo.aturan.pita.values() for versi in aturan.versi]

    assert [] == [f for v in versions for f in band_faults(v.pita, v.minimum, v.maksimum, v.desimal)]


def test_every_band_of_the_survey_covers_its_range_once(repo):
    """From the lowest answer to the highest, times the multiplier."""
    for v in repo.aturan.skm.versi:
        faults = band_faults(v.pita, Decimal(v.pengali), Decimal(v.pengali * v.jawaban_maksimal), v.desimal)
        assert [] == list(faults)


@pytest.mark.parametrize(
    ("skala", "nilai", "expected"),
    [("ombudsman", "93.47", "A"), ("ombudsman", "85.77", "B"), ("sakip", "80", "BB")],
)
def test_published_values_get_their_published_category(repo, skala, nilai, expected):
    """Samarinda and the province, 2024."""
    versi = version_on(repo.aturan.pita[skala], date(2024, 12, 31))

    assert expected == band_of(versi.pita, Fraction(nilai), versi.desimal).id
