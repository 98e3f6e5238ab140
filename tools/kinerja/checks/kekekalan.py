"""What is official and in force, or published, keeps its meaning: compared with an earlier revision.

It is no `@check`: those look at one document at a time, and this needs the revision too. Values are taken as they
stand in the files, since an earlier revision may have had other schemas.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from kinerja.numbers import id_date
from kinerja.problems import Finding, Kunci, Problem

if TYPE_CHECKING:
    from kinerja.load.repository import Loaded

ATURAN = "sudah-berlaku"
TERLAMBAT = "versi-baru-terlambat"
KOREKSI = "data/koreksi.yaml"
TERBIT = ("data/hasil/", "data/capaian-layanan/", "data/skm/")
Nilai = Mapping[str, Any]  # file → its plain values, None where it cannot be read
_BUTIR = "di data/koreksi.yaml: tentang, tanggal, apa, alasan, oleh"
_CATAT = f"Kembalikan isinya, atau catat pembetulannya {_BUTIR}."
_VERSI = f"Kembalikan isinya, lalu tulis yang baru sebagai versi baru; bila memang salah tulis, catat {_BUTIR}."
_SURUT = f"Tulis tanggal berlaku yang masih di depan; bila memang sudah berlaku tetapi belum tercatat, catat {_BUTIR}."


def changed(loaded: Loaded, lama: Nilai, baru: Nilai, tanggal: date) -> tuple[Problem, ...]:
    """Every change since the earlier revision that needs an entry in koreksi.yaml and has none, as problems."""
    corrected = _corrected(lama.get(KOREKSI), baru.get(KOREKSI))
    unread = {berkas for berkas, value in baru.items() if value is None}  # reported already
    free = {berkas for berkas, day in corrected.items() if day >= _since(lama.get(berkas))} | unread
    kept = [(berkas, old) for berkas, old in lama.items() if isinstance(old, dict) and berkas not in free]
    found = [
        *(loaded.place(f, ATURAN) for berkas, old in kept for f in _findings(berkas, old, baru.get(berkas), tanggal)),
        *(loaded.place(f, ATURAN) for f in _log(lama.get(KOREKSI), baru.get(KOREKSI)) if KOREKSI not in unread),
        *(loaded.place(f, TERLAMBAT) for f in _late(lama, baru, tanggal) if f.berkas not in free),
    ]
    return tuple(sorted(found))


def _entries(koreksi: Any) -> list[Any]:
    entries = koreksi.get("koreksi", []) if isinstance(koreksi, dict) else []
    return entries if isinstance(entries, list) else []


def _corrected(lama: Any, baru: Any) -> dict[str, date]:
    """The files that an entry was added for since, and the day of the correction."""
    old = _entries(lama)
    added = (entry for entry in _entries(baru) if isinstance(entry, dict) and entry not in old)
    days = ((str(entry.get("tentang")), _day(entry, "tanggal")) for entry in added if entry.get("alasan"))
    return {berkas: day for berkas, day in days if day is not None}


def _since(document: Any) -> date:
    """The day from which a document is held to: nothing is corrected before it is there."""
    return _day(document, "berlaku_mulai") or _day(document, "dihitung_pada") or date.min


def _log(lama: Any, baru: Any) -> Iterator[Finding]:
    kept = _entries(baru)
    if any(entry not in kept for entry in _entries(lama)):
        pesan = "koreksi yang sudah tercatat berubah atau hilang"
        yield Finding(("koreksi",), pesan, "Kembalikan; koreksi hanya ditambah.", KOREKSI)


def _findings(berkas: str, lama: Any, baru: Any, tanggal: date) -> Iterator[Finding]:
    if berkas.startswith("data/kriteria/") and lama.get("status") == "resmi" and _started(lama, tanggal):
        yield from _same(berkas, (), lama, baru, "versi resmi yang sudah berlaku", _VERSI)
    elif berkas.startswith("data/aturan/"):
        yield from _rule(berkas, lama, baru, tanggal)
    elif berkas.startswith(TERBIT) and lama.get("status") == "resmi" and not _next_release(lama, baru):
        yield from _same(berkas, (), lama, baru, "hasil resmi yang sudah terbit", _CATAT)


def _next_release(lama: Any, baru: Any) -> bool:
    """Whether provisional results give way to a later release, as they said they would."""
    old, new = (value.get("rilis_ke") if isinstance(value, dict) else None for value in (lama, baru))
    return lama.get("keadaan") == "sementara" and isinstance(old, int) and isinstance(new, int) and new > old


def _rule(berkas: str, lama: Any, baru: Any, tanggal: date) -> Iterator[Finding]:
    """Each version that has started."""
    apa = "versi aturan yang sudah berlaku"
    now = {start: (i, versi) for i, start, versi in _versions(baru)}
    for _, start, versi in _versions(lama):
        if start > tanggal:
            continue
        if not isinstance(baru, dict):
            yield _gone(berkas, apa, _VERSI)
            return
        if start not in now:
            yield Finding(
                ("versi",), f"versi aturan yang berlaku sejak {id_date(start)} tidak ada lagi", _VERSI, berkas
            )
        else:
            i, new = now[start]
            yield from _same(berkas, ("versi", i), versi, new, apa, _VERSI)


def _versions(document: Any) -> Iterator[tuple[int, date, Any]]:
    """Place, first day and content of each dated version of a rule."""
    versions = document.get("versi") if isinstance(document, dict) else None
    for i, versi in enumerate(versions if isinstance(versions, list) else ()):
        start = _start(versi)
        if start is not None:
            yield i, start, versi


def _start(versi: Any) -> date | None:
    """The first day of a version; None where it names none that there is."""
    return _day(versi, "berlaku_mulai")


def _day(value: Any, key: str) -> date | None:
    try:
        return date.fromisoformat(value[key])
    except (KeyError, TypeError, ValueError):
        return None


def _started(versi: Any, tanggal: date) -> bool:
    start = _start(versi)
    return start is not None and start <= tanggal


def _same(berkas: str, at: Kunci, lama: Any, baru: Any, apa: str, saran: str) -> Iterator[Finding]:
    """A finding at each place that differs; none where both mean the same."""
    if baru is None:
        yield _gone(berkas, apa, saran)
        return
    for place in dict.fromkeys(_places(_meaning(lama), _meaning(baru))):
        yield Finding((*at, *place), f"{apa} berubah di sini", saran, berkas)


def _meaning(value: Any) -> Any:
    """A value without what only its layout tells: how its texts are broken into lines."""
    if isinstance(value, dict):
        return {key: _meaning(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_meaning(part) for part in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def _gone(berkas: str, apa: str, saran: str) -> Finding:
    return Finding((), f"{apa} dihapus atau berganti nama", saran, berkas)


def _places(lama: Any, baru: Any) -> Iterator[Kunci]:
    """The way to each value of the new tree that the old one has not, or to where one is missing."""
    if isinstance(lama, dict) and isinstance(baru, dict):
        yield from ((key,) for key in baru if key not in lama)
        for key in (key for key in baru if key in lama):
            yield from ((key, *rest) for rest in _places(lama[key], baru[key]))
        if lama.keys() - baru.keys():
            yield ()
    elif isinstance(lama, list) and isinstance(baru, list):
        for i, (one, other) in enumerate(zip(lama, baru, strict=False)):
            yield from ((i, *rest) for rest in _places(one, other))
        yield from ((i,) for i in range(len(lama), len(baru)))
        if len(baru) < len(lama):
            yield ()
    elif lama != baru:
        yield ()


def _late(lama: Nilai, baru: Nilai, tanggal: date) -> Iterator[Finding]:
    """A new version that follows a known one starts in the future: nobody is rated by what was not known.

    What was in force before the first known version may still be recorded.
    """
    pesan = f"versi baru ini mulai berlaku pada atau sebelum {id_date(tanggal)}"
    for berkas, new in baru.items():
        for at, start in _new_versions(berkas, lama, new):
            if start <= tanggal and any(first < start for first in _known(berkas, lama)):
                yield Finding((*at, "berlaku_mulai"), pesan, _SURUT, berkas)


def _new_versions(berkas: str, lama: Nilai, baru: Any) -> Iterator[tuple[Kunci, date]]:
    """The official versions in a file that the revision had not: a file of criteria is one, a rule lists its own."""
    start = _start(baru)
    if berkas.startswith("data/aturan/"):
        known = {first for _, first, _ in _versions(lama.get(berkas))}
        yield from ((("versi", i), first) for i, first, _ in _versions(baru) if first not in known)
    elif berkas.startswith("data/kriteria/") and start is not None and baru.get("status") == "resmi":
        old = lama.get(berkas)
        if not isinstance(old, dict) or old.get("status") != "resmi":
            yield (), start


def _known(berkas: str, lama: Nilai) -> Iterator[date]:
    """The first days of the versions of the same criteria or rule in the revision."""
    if berkas.startswith("data/aturan/"):
        yield from (start for _, start, _ in _versions(lama.get(berkas)))
        return
    folder = berkas.rpartition("/")[0] + "/"
    for other, old in lama.items():
        start = _start(old)
        if start is not None and other != berkas and other.startswith(folder) and old.get("status") == "resmi":
            yield start
