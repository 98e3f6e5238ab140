"""How large a change of criteria is: besar (duties, weights), kecil (other words), perbaikan (a slip is mended)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from kinerja.diff.butir import URUTAN, Butir
from kinerja.diff.teks import Potongan
from kinerja.model.kriteria import JenisPerubahan

URUT: tuple[JenisPerubahan, ...] = ("perbaikan", "kecil", "besar")

# What decides by which measure people are judged; a level's description counts too (`gambaran tingkat …`).
_BESAR = frozenset({"bobot", "aspek", "indikator", "tingkat", "jangkar", "dicabut", "bila tidak dinilai", "arti"})
# What nobody is judged by.
_PERBAIKAN = frozenset({"id", "dahulu", "catatan", "perlu verifikasi", "istilah lain", "status", URUTAN})
_BESIDE = ("sumber", "persetujuan", "alasan perubahan", "jenis perubahan", "diumumkan")
# Words that turn a sentence round, however alike their letters are.
_TURNING = frozenset({
    "tidak", "tak", "bukan", "belum", "tanpa", "kecuali", "wajib", "harus", "dapat", "boleh", "paling", "semua",
    "setiap", "sebagian", "kurang", "lebih", "minimal", "maksimal", "sebelum", "sesudah", "dan", "atau",
})  # fmt: skip
_LIKE = 0.8


def suggested(butir: Iterable[Butir]) -> JenisPerubahan:
    """The largest kind among the differences; `perbaikan` where there is none."""
    return max((kind_of(one) for one in butir), key=URUT.index, default="perbaikan")


def kind_of(butir: Butir) -> JenisPerubahan:
    """The kind of one difference."""
    if butir.unsur in _PERBAIKAN or butir.unsur.startswith(_BESIDE):
        return "perbaikan"
    if butir.golongan in ("diubah", "ganti-nama") and butir.potongan and is_slip(butir.potongan):
        return "perbaikan"
    if butir.golongan == "ganti-nama":
        return "kecil"
    large = butir.unsur in _BESAR or butir.unsur.startswith("gambaran tingkat")
    return "besar" if large else "kecil"


def too_low(tertulis: JenisPerubahan | None, usul: JenisPerubahan) -> bool:
    """Whether a version states less than its differences suggest."""
    return tertulis is not None and URUT.index(tertulis) < URUT.index(usul)


def is_slip(potongan: Sequence[Potongan]) -> bool:
    """Whether only signs, capitals, or the spelling of single words differ; never a number or a word that decides."""
    changes = [part for part in potongan if part.jenis != "tetap"]
    if _letters("".join(p.teks for p in potongan if p.jenis != "ditambah")) == _letters(
        "".join(p.teks for p in potongan if p.jenis != "dihapus")
    ):
        return True
    pairs = [(one, other) for one, other in pairwise(potongan) if (one.jenis, other.jenis) == ("dihapus", "ditambah")]
    return 2 * len(pairs) == len(changes) and all(_spelled(one.teks, other.teks) for one, other in pairs)


def _letters(teks: str) -> list[str]:
    return re.findall(r"\w+", teks.casefold())


def _spelled(lama: str, baru: str) -> bool:
    old, new = _letters(lama), _letters(baru)
    if len(old) != len(new) or any(part.isdigit() for part in "".join(old + new)):
        return False
    return all(
        a == b or (not {a, b} & _TURNING and SequenceMatcher(None, a, b).ratio() >= _LIKE)
        for a, b in zip(old, new, strict=True)
    )
