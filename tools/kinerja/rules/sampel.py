"""A survey needs S = χ²NP(1−P) ÷ (d²(N−1) + χ²P(1−P)) respondents, rounded to the nearest.

Source: Krejcie and Morgan 1970, the table that PermenPANRB 14/2017 prints [verify].
"""

from __future__ import annotations

from fractions import Fraction

from kinerja.model.aturan_layanan import VersiSampel
from kinerja.numbers import half_up
from kinerja.rules.errors import UnusableInput


def sample_exact(versi: VersiSampel, populasi: int) -> Fraction:
    """The size before rounding. The population are the users of the service in the period, not the city."""
    if populasi < 1:
        raise UnusableInput(("populasi",), "populasi harus paling sedikit 1")
    proporsi, galat = Fraction(versi.proporsi), Fraction(versi.galat)
    spread = Fraction(versi.khi_kuadrat) * proporsi * (1 - proporsi)
    return spread * populasi / (galat**2 * (populasi - 1) + spread)


def sample_size(versi: VersiSampel, populasi: int) -> int:
    """The smallest number of respondents that the table asks for."""
    return int(half_up(sample_exact(versi, populasi), 0))


def sample_sufficient(versi: VersiSampel, responden: int, populasi: int) -> bool:
    """Whether `responden` reach the size that the table asks for."""
    return responden >= sample_size(versi, populasi)
