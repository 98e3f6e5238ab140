"""Worked examples, computed again by the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kinerja.checks.registry import Context, check
from kinerja.checks.walk import broken
from kinerja.model.perhitungan import Contoh, Perhitungan
from kinerja.problems import Finding
from kinerja.rules.errors import UnusableInput
from kinerja.rules.examples import compute

_NUMBER = re.compile(r"(-?\d+)\.(\d+)")


@check("perhitungan-hasil", Perhitungan)
def examples_come_out_right(perhitungan: Perhitungan, context: Context) -> Iterator[Finding]:
    """Hasil setiap contoh sama dengan yang dihitung dari masukannya menurut aturan pada tanggalnya."""
    for i, contoh in enumerate(perhitungan.contoh):
        computed = _compute(perhitungan, contoh, context)
        if isinstance(computed, Mapping):
            for key, pesan, saran in _differences(contoh.hasil, computed):
                yield Finding(("contoh", i, "hasil", *key), pesan, saran)


@check("perhitungan-masukan", Perhitungan)
def examples_can_be_computed(perhitungan: Perhitungan, context: Context) -> Iterator[Finding]:
    """Masukan setiap contoh dapat dihitung menurut aturannya."""
    for i, contoh in enumerate(perhitungan.contoh):
        computed = _compute(perhitungan, contoh, context)
        if isinstance(computed, UnusableInput):
            saran = "Betulkan masukan ini, atau tanggalnya bila aturannya berbeda pada tanggal lain."
            yield Finding(("contoh", i, *computed.at), computed.pesan, saran)


@check("kasus-ganda", Perhitungan)
def cases_have_their_own_sentence(perhitungan: Perhitungan, context: Context) -> Iterator[Finding]:
    """Setiap contoh mempunyai kalimat kasus sendiri."""
    sentences = [contoh.kasus for contoh in perhitungan.contoh]
    for i, kasus in enumerate(sentences):
        if kasus in sentences[:i]:
            saran = "Sebutkan apa yang membedakan contoh ini."
            yield Finding(("contoh", i, "kasus"), "kalimat kasus ini sama dengan contoh di atas", saran)


def _compute(perhitungan: Perhitungan, contoh: Contoh, context: Context) -> Mapping[str, object] | UnusableInput | None:
    """The result, or why there is none; None where the scale that the example needs could not be read."""
    if contoh.masukan.get("skala") in broken(context.repository, "aturan/pita"):
        return None
    try:
        return compute(perhitungan.slug, contoh.masukan, context.repository.aturan)
    except UnusableInput as error:
        return error


def _differences(
    stated: Mapping[str, object], computed: Mapping[str, object]
) -> Iterator[tuple[tuple[str, ...], str, str]]:
    for key, value in stated.items():
        if key not in computed:
            yield (key,), "hasil ini tidak dihitung dari masukan contoh", "Hapus baris ini, atau lengkapi masukannya."
        elif computed[key] != value:
            pesan = f"hasil ini berbeda dari yang dihitung: {_shown(computed[key])}"
            yield (key,), pesan, "Betulkan hasil, masukan, atau aturannya; ketiganya harus cocok."
    for key in computed:
        if key not in stated:
            yield (), f"hasil `{key}` belum ada", f"Tambahkan `{key}` menurut perhitungan sendiri."


def _shown(value: Any) -> str:
    """A computed result in Indonesian: dates and ids as they stand, numbers with a decimal comma."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value)) or "tidak ada"
    return _NUMBER.sub(r"\1,\2", str(value))
