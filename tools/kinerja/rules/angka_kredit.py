"""Credit points of a year = coefficient of the rank × percentage of the predikat, rounded half up.

Source: PermenPANRB 1/2023 (conversion of the predikat kinerja).
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from kinerja.model.aturan import Jenjang, Predikat, VersiAngkaKredit
from kinerja.numbers import half_up
from kinerja.rules.errors import UnusableInput


def credit_of(versi: VersiAngkaKredit, jenjang: str, predikat: Predikat) -> Decimal:
    """The credit points of one year for the rank with this id."""
    persen = versi.persen.get(predikat)
    if persen is None:
        raise UnusableInput(("predikat",), "tidak ada persentase angka kredit untuk predikat ini")
    return half_up(Fraction(_jenjang(versi, jenjang).koefisien) * persen / 100, versi.desimal)


def _jenjang(versi: VersiAngkaKredit, jenjang: str) -> Jenjang:
    for satu in versi.jenjang:
        if satu.id == jenjang:
            return satu
    raise UnusableInput(("jenjang",), "jenjang ini tidak ada dalam aturan angka kredit")
