"""Two states of data/, file by file: which belong together, and what differs in each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from kinerja.diff import kata
from kinerja.diff.butir import Butir, Cara, told
from kinerja.diff.jenis import suggested, too_low
from kinerja.diff.kriteria import Konteks, told_criteria
from kinerja.diff.padan import canon, likeness
from kinerja.diff.pohon import Ubahan, compare
from kinerja.model.kriteria import JenisPerubahan
from kinerja.numbers import id_list
from kinerja.problems import ProblemsFound

Keadaan = Literal["gagal", "dihapus", "diubah", "versi-baru", "pindah", "baru", "tata-tulis"]

_KRITERIA = "data/kriteria/"
_LIKE = 0.8  # files with this share of words in common are one file under another name
_MOST_NAMED = 3


class Isi(Protocol):
    """One state of data/."""

    @property
    def nama(self) -> Collection[str]:
        """The paths of its files."""
        ...

    def data(self, berkas: str) -> bytes:
        """The bytes of a file that is there."""
        ...

    def pohon(self, berkas: str) -> Any:
        """The tree of a file that is there. Raises ProblemsFound where it cannot be read."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class BedaBerkas:
    """What differs in one file. `dari` is the file it was compared with (empty: none).

    `usul` is the kind of change that the differences suggest, for criteria only; `peringatan` says where the stated one
    is too low. `galat` says why a file could not be compared.
    """

    berkas: str
    keadaan: Keadaan
    judul: str = ""
    dari: str = ""
    butir: tuple[Butir, ...] = ()
    ubahan: tuple[Ubahan, ...] = ()
    usul: JenisPerubahan | None = None
    peringatan: str = ""
    galat: tuple[str, ...] = ()


def differences(lama: Isi, baru: Isi) -> tuple[BedaBerkas, ...]:
    """Every file whose bytes differ, in the order of the paths."""
    old, new = set(lama.nama), set(baru.nama)
    changed = {berkas for berkas in old & new if lama.data(berkas) != baru.data(berkas)}
    moved = _moves(lama, baru, sorted(old - new), sorted(new - old))
    found = [
        *(_beda(lama, baru, berkas, berkas) for berkas in changed),
        *(_beda(lama, baru, dari, ke) for ke, dari in moved.items()),
        *(_beda(lama, baru, berkas, None) for berkas in old - new - set(moved.values())),
        *(_beda(lama, baru, None, berkas) for berkas in new - old - moved.keys()),
    ]
    return tuple(sorted(found, key=lambda beda: beda.berkas))


def pair(lama: Any, baru: Any, dari: str, ke: str) -> BedaBerkas:
    """Two files that the reader names, whatever they are."""
    ubahan = compare(lama, baru)
    keadaan: Keadaan = "diubah" if ubahan else "tata-tulis"
    return BedaBerkas(
        berkas=ke, keadaan=keadaan, judul=_title(baru), dari=dari, ubahan=ubahan, butir=_told(lama, baru, "", ubahan)
    )


def _beda(lama: Isi, baru: Isi, dari: str | None, ke: str | None) -> BedaBerkas:
    berkas = ke or dari or ""
    try:
        if ke is None:
            return _gone(lama, berkas)
        base = dari or _predecessor(lama, baru, ke)
        if base is None:
            return _new(baru, ke)
        tree = lama.pohon(base) if base in lama.nama else baru.pohon(base)
        return _changed(tree, baru, base, ke, baru_versi=dari is None)
    except ProblemsFound as found:
        return BedaBerkas(berkas=berkas, keadaan="gagal", galat=tuple(map(str, found.problems)))


def _changed(lama: Any, baru: Isi, dari: str, ke: str, *, baru_versi: bool) -> BedaBerkas:
    tree = baru.pohon(ke)
    ubahan = compare(lama, tree)
    butir = _told(lama, tree, _audience(baru, ke), ubahan) if ubahan else ()
    keadaan: Keadaan = "versi-baru" if baru_versi else "pindah" if dari != ke else "diubah" if ubahan else "tata-tulis"
    is_criteria = ke.startswith(_KRITERIA) and bool(ubahan)
    usul = suggested(b for b in butir if not baru_versi or b.unsur != "berlaku mulai") if is_criteria else None
    return BedaBerkas(
        berkas=ke, keadaan=keadaan, judul=_title(tree), dari="" if dari == ke else dari, butir=butir, ubahan=ubahan,
        usul=usul, peringatan=_warning(tree, usul),
    )  # fmt: skip


def _gone(lama: Isi, berkas: str) -> BedaBerkas:
    tree = lama.pohon(berkas)
    return BedaBerkas(
        berkas=berkas, keadaan="dihapus", judul=_title(tree), ubahan=(Ubahan("dihapus", (), None, lama=tree),),
        butir=told(tree, {}), usul="besar" if berkas.startswith(_KRITERIA) else None,
    )  # fmt: skip


def _new(baru: Isi, berkas: str) -> BedaBerkas:
    tree = baru.pohon(berkas)
    return BedaBerkas(
        berkas=berkas, keadaan="baru", judul=_title(tree), ubahan=(Ubahan("ditambah", None, (), baru=tree),),
        butir=told({}, tree),
    )  # fmt: skip


def _told(lama: Any, baru: Any, audience: str, ubahan: Sequence[Ubahan]) -> tuple[Butir, ...]:
    if isinstance(baru, dict) and "aspek" in baru and "tingkat" in baru:
        start = kata.value_of("berlaku_mulai", baru.get("berlaku_mulai", ""))
        return told_criteria(lama, baru, Konteks(berlaku=start, bagi=audience), ubahan)
    return told(lama, baru, Cara(), ubahan)


def _predecessor(lama: Isi, baru: Isi, berkas: str) -> str | None:
    """The version of criteria that a new file follows: the latest one before it in its folder."""
    folder, _, name = berkas.rpartition("/")
    if not berkas.startswith(_KRITERIA):
        return None
    siblings = {other for side in (lama, baru) for other in side.nama if other.rpartition("/")[0] == folder}
    return max((other for other in siblings if other < f"{folder}/{name}"), default=None)


def _moves(lama: Isi, baru: Isi, gone: list[str], come: list[str]) -> Mapping[str, str]:
    """New path → old path of the files that got another name: with the same words, about the same time."""
    found: dict[str, str] = {}
    for ke in come if gone else ():
        there = [dari for dari in gone if _noun(dari) == _noun(ke) and dari not in found.values()]
        scored = [(score, dari) for dari in there if (score := _alike(lama, baru, dari, ke)) >= _LIKE]
        if scored:
            found[ke] = max(scored)[1]
    return found


def _alike(lama: Isi, baru: Isi, dari: str, ke: str) -> float:
    try:
        old, new = lama.pohon(dari), baru.pohon(ke)
    except ProblemsFound:
        return 0.0
    if not isinstance(old, dict) or not isinstance(new, dict):
        return 0.0
    same_time = all(old.get(key) == new.get(key) for key in ("periode", "berlaku_mulai", "tahun"))
    return 1.0 if canon(old) == canon(new) else likeness(old, new) if same_time else 0.0


def _noun(berkas: str) -> str:
    return "/".join(berkas.split("/")[:2])


def _title(pohon: Any) -> str:
    found = (pohon.get(key) for key in ("judul", "nama")) if isinstance(pohon, dict) else ()
    return next((name for name in found if isinstance(name, str)), "")


def _audience(isi: Isi, berkas: str) -> str:
    """The groups of posts that a folder of criteria applies to."""
    if not berkas.startswith(_KRITERIA):
        return ""
    return id_list(tuple(_groups(isi, berkas.split("/")[2])))


def _groups(isi: Isi, slug: str) -> Iterator[str]:
    names = []
    for berkas in sorted(isi.nama):
        if berkas.startswith("data/jabatan/"):
            tree = isi.pohon(berkas)
            if isinstance(tree, dict) and slug in tree.get("kriteria", ()):
                names.append(_lower(str(tree.get("nama", ""))))
    yield from names[:_MOST_NAMED]
    if len(names) > _MOST_NAMED:
        yield f"{len(names) - _MOST_NAMED} kelompok jabatan lain"


def _lower(nama: str) -> str:
    """A name inside a sentence; `ASN` stays as it is."""
    return " ".join(word if word.isupper() else word.lower() for word in nama.split())


def _warning(pohon: Any, usul: JenisPerubahan | None) -> str:
    tertulis = pohon.get("jenis_perubahan") if isinstance(pohon, dict) else None
    if usul is None or tertulis not in ("besar", "kecil", "perbaikan") or not too_low(tertulis, usul):
        return ""
    return (
        f"Berkas menyebut jenis perubahan {tertulis}, tetapi isinya tampak {usul}. "
        "Periksa lagi, lalu ubah jenis_perubahan atau jelaskan dalam alasan_perubahan."
    )
