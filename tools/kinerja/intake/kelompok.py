"""Groups of respondents, merged until none can single anybody out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

LAINNYA = "lainnya"


def safe_groups(counts: Mapping[str, int], minimal: int, order: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """Groups of fewer than `minimal` people merged into `lainnya`; if that is small too, the next smallest joins it.

    Empty where no two groups of that size are left: one group alone says nothing. The groups keep their `order`.
    """
    kept = {group: n for group, n in counts.items() if n >= minimal and group != LAINNYA}
    rest = sum(counts.values()) - sum(kept.values())
    while 0 < rest < minimal and kept:
        smallest = min(kept, key=lambda group: (kept[group], order.index(group)))
        rest += kept.pop(smallest)
    if rest:
        kept[LAINNYA] = rest
    if len(kept) < 2 or min(kept.values()) < minimal:
        return ()
    return tuple((group, kept[group]) for group in order if group in kept)
