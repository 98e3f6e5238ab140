"""Two texts compared word by word."""

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.diff.teks import Potongan, words

TEXTS = st.lists(
    st.sampled_from(["petugas", "menyapa", "setiap", "pemohon", ",", ".", " ", "  ", "\n", "01/2025"])
).map("".join)


@given(TEXTS | st.text(max_size=30), TEXTS | st.text(max_size=30))
@settings(deadline=None)
def test_what_stays_with_what_goes_is_the_old_text_and_with_what_comes_the_new(lama: str, baru: str) -> None:
    """To the last space; nothing is empty, and no two pieces of one kind stand side by side."""
    pieces = words(lama, baru)

    assert "".join(p.teks for p in pieces if p.jenis != "ditambah") == lama
    assert "".join(p.teks for p in pieces if p.jenis != "dihapus") == baru
    assert all(p.teks for p in pieces)
    assert all(one.jenis != other.jenis for one, other in pairwise(pieces))


def test_whole_words_are_replaced_and_never_single_letters() -> None:
    """`harian` and `hari` share four letters, which nobody wants to read."""
    assert words("Catatan harian petugas", "Catatan hari petugas") == (
        Potongan("tetap", "Catatan "),
        Potongan("dihapus", "harian"),
        Potongan("ditambah", "hari"),
        Potongan("tetap", " petugas"),
    )


def test_words_that_are_replaced_one_after_another_read_as_one_phrase() -> None:
    """The spaces between them go with them."""
    assert [p.jenis for p in words("dalam dua hari kerja", "dalam tiga jam layanan")] == [
        "tetap",
        "dihapus",
        "ditambah",
    ]


def test_equal_texts_have_one_piece_that_stays() -> None:
    """And none that changed."""
    assert words("Sama", "Sama") == (Potongan("tetap", "Sama"),)


def test_a_text_that_is_far_too_long_is_replaced_as_a_whole_at_once() -> None:
    """A stranger's proposal must not keep the machine busy."""
    lama, baru = "a b " * 40_000, "b c " * 40_000
    start = time.perf_counter()

    assert [p.jenis for p in words(lama, baru)] == ["dihapus", "ditambah"]
    assert time.perf_counter() - start < 2
