"""Differences of two trees as sentences, losses first; the same change in many places is told once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args

from kinerja.diff import kata
from kinerja.diff.padan import Jalan, canon
from kinerja.diff.pohon import Ubahan, at, compare
from kinerja.diff.teks import Potongan, words
from kinerja.numbers import id_list

Golongan = Literal["dihapus", "diubah", "dipindah", "ganti-nama", "ditambah"]

GOLONGAN: tuple[Golongan, ...] = get_args(Golongan)
_MANY = 3  # the same change in this many places is told once
_NAMED = 3  # so many of these places by name
_IDENTITY = frozenset({"id", "slug"})
URUTAN = "urutan"


@dataclass(frozen=True, slots=True)
class Butir:
    """One difference. `tempat` is what it is about (`indikator Metode pengajaran`), `unsur` the part of it (`bobot`).

    `potongan` are the words that went and came where it is about a text; `jangkar` is an id to link to, or empty.
    """

    golongan: Golongan
    tempat: str
    unsur: str
    kalimat: str
    potongan: tuple[Potongan, ...] = ()
    jangkar: str = ""


def _nothing(ubahan: Ubahan) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Cara:
    """How the differences of one noun are told: what the whole is called, what a sentence adds, where a link leads."""

    utuh: str = "berkas ini"
    ekor: Callable[[Ubahan], str] = field(default=_nothing)
    jangkar: Callable[[Ubahan], str] = field(default=_nothing)


def told(lama: Any, baru: Any, cara: Cara | None = None, ubahan: Sequence[Ubahan] | None = None) -> tuple[Butir, ...]:
    """Every difference of two trees, losses first, each once. `ubahan` is what `compare` says, where it is known."""
    teller = _Teller(lama, baru, cara or Cara())
    lines = [line for one in (compare(lama, baru) if ubahan is None else ubahan) for line in teller.tell(one)]
    return tuple(sorted(_gathered(lines), key=lambda butir: GOLONGAN.index(butir.golongan)))


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with what it has in common with others of its kind; `bersama` is the sentence for all of them."""

    butir: Butir
    sama: str = ""
    bersama: str = ""


@dataclass(frozen=True, slots=True)
class _Teller:
    lama: Any
    baru: Any
    cara: Cara

    def tell(self, ubahan: Ubahan) -> Iterator[_Line]:
        if ubahan.jenis == "diubah":
            yield self._changed(ubahan)
        elif ubahan.jenis == "dipindah":
            yield self._moved(ubahan)
        else:
            yield from self._gone_or_come(ubahan)

    def _butir(
        self, golongan: Golongan, ubahan: Ubahan, kalimat: str, potongan: tuple[Potongan, ...] = (), unsur: str = ""
    ) -> Butir:
        pohon, jalan = self._side(ubahan)
        return Butir(
            golongan,
            kata.place_of(pohon, jalan, self.cara.utuh),
            unsur or kata.part_of(pohon, jalan) or next((list_ for _, list_, _ in _last(pohon, jalan)), "isi"),
            f"{kata.capital(kalimat)}{self.cara.ekor(ubahan)}.",
            potongan,
            self.cara.jangkar(ubahan),
        )

    def _side(self, ubahan: Ubahan) -> tuple[Any, Jalan]:
        """The tree that a change is told by, and its place in it: the new one, unless it is gone."""
        if ubahan.ke is not None:
            return self.baru, ubahan.ke
        assert ubahan.dari is not None
        return self.lama, ubahan.dari

    def _subject(self, ubahan: Ubahan) -> str:
        """`bobot “Metode pengajaran”`, `batas bawah pita Baik, versi mulai 1 Januari 2017:`, `judul`."""
        pohon, jalan = self._side(ubahan)
        part = kata.part_of(pohon, jalan)
        name = next((kata.name_of(item) for _, _, item in _last(pohon, jalan)), "")
        if part == "bobot":
            return f"bobot {kata.quoted(name)}" if name else part
        place = kata.place_of(pohon, jalan, "")
        alone = ", " not in place and name and place.endswith(f" {name}") and not name.startswith("mulai ")
        return f"{part} {f'{place.removesuffix(name)}{kata.quoted(name)}' if alone else place}".strip()

    def _changed(self, ubahan: Ubahan) -> _Line:
        lama, baru, key, part = ubahan.lama, ubahan.baru, _key(ubahan.ke), kata.part_of(self.baru, ubahan.ke or ())
        items = _last(self.lama, ubahan.dari or ())
        is_name = key == "nama" and bool(items) and part == "nama"
        golongan: Golongan = "ganti-nama" if is_name or key in _IDENTITY else "diubah"
        same = canon([golongan, part, lama, baru])
        if is_name:
            change = f"{kata.quoted(str(lama))} berganti nama menjadi {kata.quoted(str(baru))}"
            return _Line(self._butir(golongan, ubahan, f"{items[0][1]} {change}"), same, change)
        subject = self._subject(ubahan)
        if isinstance(lama, dict | list) or isinstance(baru, dict | list):
            pieces = words(kata.content_of(lama), kata.content_of(baru))
            return _Line(self._butir(golongan, ubahan, f"{subject} diubah seluruhnya", pieces))
        old, new = kata.value_of(key, lama), kata.value_of(key, baru)
        if kata.is_short(lama) and kata.is_short(baru):
            change = f"{old} → {new}{kata.step_of(key, lama, baru)}"
            colon = ":" if items and part != "bobot" else ""
            return _Line(self._butir(golongan, ubahan, f"{subject}{colon} {change}"), same, f"{part} {change}")
        line = self._butir(golongan, ubahan, f"{subject} diubah", words(old, new))
        return _Line(line, same, f"{part} diubah dengan cara yang sama")

    def _moved(self, ubahan: Ubahan) -> _Line:
        assert ubahan.dari is not None
        assert ubahan.ke is not None
        before, after = ubahan.dari[-1], ubahan.ke[-1]
        new_home = kata.place_of(self.baru, ubahan.ke[:-1], self.cara.utuh)
        if isinstance(before, str) or isinstance(after, str):
            old, new = (kata.part_of(p, j) for p, j in ((self.lama, ubahan.dari), (self.baru, ubahan.ke)))
            change = f"isi {kata.quoted(old)} kini menjadi {kata.quoted(new)}"
            line = self._butir("ganti-nama", ubahan, f"pada {new_home}, {change}")
            return _Line(line, canon(["kunci", old, new]), change)
        list_, name = kata.words_of(str(ubahan.ke[-2])), kata.name_of(at(self.baru, ubahan.ke))
        what = f"{list_} {kata.quoted(name)}" if name else f"satu {list_}"
        if not self._at_home(ubahan.dari, ubahan.ke):
            old_home = kata.place_of(self.lama, ubahan.dari[:-1], self.cara.utuh)
            return _Line(self._butir("dipindah", ubahan, f"{what} pindah dari {old_home} ke {new_home}"))
        order = f"urutan {what} berubah: dari ke-{before + 1} menjadi ke-{after + 1}"
        bersama = f"urutan {list_} dalam {new_home} berubah"
        return _Line(self._butir("dipindah", ubahan, order, unsur=URUTAN), canon(["urutan", list_, new_home]), bersama)

    def _at_home(self, dari: Jalan, ke: Jalan) -> bool:
        """Whether an item stayed in its list, whose own item may have got another name."""
        old, new = _last(self.lama, dari[:-1]), _last(self.baru, ke[:-1])
        if not old or not new:
            return bool(old) == bool(new) and dari[:-1] == ke[:-1]
        (_, _, one), (_, _, other) = old[0], new[0]
        former = {other.get("id"), *other.get("dahulu", ())} if "id" in other else {None}
        return one.get("id") in former or kata.name_of(one) == kata.name_of(other)

    def _gone_or_come(self, ubahan: Ubahan) -> Iterator[_Line]:
        gone = ubahan.jenis == "dihapus"
        nilai = ubahan.lama if gone else ubahan.baru
        earlier = None if gone else self._earlier(ubahan)
        if earlier is not None:
            yield from self._version(ubahan, earlier)
            return
        golongan: Golongan = "dihapus" if gone else "ditambah"
        verb = "dihapus" if gone else "ditambahkan"
        pohon, jalan = self._side(ubahan)
        text = kata.content_of(nilai) if isinstance(nilai, dict | list) else kata.value_of(_key(jalan), nilai)
        one = "satu " if isinstance(jalan[-1], int) and not isinstance(nilai, dict) else ""
        subject, part = f"{one}{self._subject(ubahan)}", kata.part_of(pohon, jalan) or _key(jalan)
        same = "" if isinstance(nilai, dict) else canon([golongan, part, nilai])
        if isinstance(nilai, dict | list) or not kata.is_short(nilai):
            pieces = (Potongan("dihapus" if gone else "ditambah", text),)
            line = self._butir(golongan, ubahan, f"{subject} {verb}", pieces)
            yield _Line(line, same, f"{part} yang sama {verb}")
        else:
            yield _Line(self._butir(golongan, ubahan, f"{subject} {verb}: {text}"), same, f"{part} {verb}: {text}")

    def _earlier(self, ubahan: Ubahan) -> Any:
        """The version that an added version of a rule or a standard follows."""
        assert ubahan.ke is not None
        siblings, start = at(self.baru, ubahan.ke[:-1]), _start(ubahan.baru)
        older = [one for one in siblings if start and "" < _start(one) < start] if isinstance(siblings, list) else []
        return max(older, key=_start, default=None)

    def _version(self, ubahan: Ubahan, earlier: Any) -> Iterator[_Line]:
        """An added version: that it is there, and what it changes."""
        assert ubahan.ke is not None
        place = kata.place_of(self.baru, ubahan.ke, "")
        yield _Line(
            self._butir("ditambah", ubahan, f"{place} ditambahkan; isinya dibandingkan dengan versi sebelumnya")
        )
        for butir in told(earlier, {**ubahan.baru, "berlaku_mulai": earlier["berlaku_mulai"]}, Cara(utuh=place)):
            tempat = place if butir.tempat == place else f"{butir.tempat}, {place}"
            yield _Line(replace(butir, tempat=tempat, kalimat=f"{butir.kalimat.removesuffix('.')}, {place}."))


def _last(pohon: Any, jalan: Jalan) -> tuple[tuple[int, str, Any], ...]:
    return tuple(kata.items_on(pohon, jalan))[-1:]


def _start(item: Any) -> str:
    start = item.get("berlaku_mulai") if isinstance(item, dict) else None
    return start if isinstance(start, str) else ""


def _key(jalan: Jalan | None) -> str:
    """The last key on the way to a place."""
    return next((key for key in reversed(jalan or ()) if isinstance(key, str)), "")


def _gathered(lines: Iterable[_Line]) -> Iterator[Butir]:
    """The same change in many places as one."""
    groups: dict[str, list[_Line]] = {}
    for number, line in enumerate(lines):
        groups.setdefault(line.sama or f"#{number}", []).append(line)
    for group in groups.values():
        if len(group) < _MANY:
            yield from (line.butir for line in group)
            continue
        places = list(dict.fromkeys(line.butir.tempat for line in group))
        named = places if len(places) <= _NAMED else [*places[:_NAMED], f"{len(places) - _NAMED} tempat lain"]
        sentence = f"{kata.capital(group[0].bersama)}, {len(group)} kali: {id_list(named)}."
        yield replace(group[0].butir, tempat=f"{len(group)} tempat", kalimat=sentence, jangkar="")
