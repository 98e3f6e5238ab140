"""Bytes to text: UTF-8 without what the eye cannot see."""

from __future__ import annotations

import re
from typing import NamedTuple

MAX_BYTES = 1_000_000

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)

Place = tuple[int, int]


class Undecodable(NamedTuple):
    """Where the bytes are no text of ours, and the id of the rule they break."""

    place: Place
    aturan: str


def decode(data: bytes) -> str | Undecodable:
    """The text of a file, or the first reason why it has none."""
    if len(data) > MAX_BYTES:
        return Undecodable((1, 1), "yaml-ukuran")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        return Undecodable(_place_in(before, len(before)), "yaml-penyandian")
    if text.startswith("\ufeff"):
        return Undecodable((1, 1), "yaml-bom")
    if "\t" in text:
        return Undecodable(_place_in(text, text.index("\t")), "yaml-tab")
    match = FORBIDDEN.search(text)
    return Undecodable(_place_in(text, match.start()), "yaml-karakter") if match else text


def _place_in(text: str, index: int) -> Place:
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1
