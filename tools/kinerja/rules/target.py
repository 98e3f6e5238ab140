"""A service keeps its target when the requests within the time limit reach that share of all requests.

Source: UU 25/2009 Pasal 21 and PermenPANRB 15/2014 (time limit as a component of the service standard).
"""

from __future__ import annotations

from fractions import Fraction

from kinerja.numbers import Exact
from kinerja.rules.errors import UnusableInput


def target_met(target: Exact | None, volume_meeting: int | None, total: int | None) -> bool | None:
    """Whether the target share is reached; None where there is no target or nothing to judge.

    A target of 0 is no target, and no requests prove nothing.
    """
    if target is None or volume_meeting is None or total is None or target == 0 or total == 0:
        return None
    if not 0 <= volume_meeting <= total:
        raise UnusableInput(("volume_meeting",), "jumlah yang tepat waktu harus di antara 0 dan jumlah seluruhnya")
    return volume_meeting >= Fraction(target) * total
