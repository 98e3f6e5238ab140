"""A rule refuses a value it cannot use, and says in Indonesian which one and why.

Source: none; this is how the rules of this package speak.
"""

from __future__ import annotations

from kinerja.problems import KinerjaError, Kunci


class UnusableInput(KinerjaError):
    """A value that a rule cannot use. `at` is the path of keys to it; `pesan` never repeats the value."""

    def __init__(self, at: Kunci, pesan: str) -> None:
        super().__init__(pesan)
        self.at = at
        self.pesan = pesan

    def under(self, *keys: str | int) -> UnusableInput:
        """The same error seen from further up: `keys` lead to where `at` starts."""
        return UnusableInput((*keys, *self.at), self.pesan)
