"""Former releases of the tables of people, out of the history: what was committed once stays readable for ever."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from kinerja import git
from kinerja.load import build, strict
from kinerja.load.schema import Schemas
from kinerja.model.hasil import Hasil

FOLDER = "data/hasil"


def former(akar: Path) -> Mapping[str, Sequence[tuple[bytes, Hasil]]]:
    """Every committed version of every table, by period, oldest first, with its bytes. One that cannot be read any
    more (its form was another one then) is left out."""
    history = git.versions(akar, FOLDER)
    data = dict(git.contents(akar, dict.fromkeys(id_ for ids in history.values() for id_ in ids)))
    schemas = Schemas.read(akar / "schemas") if data else None
    found: dict[str, list[tuple[bytes, Hasil]]] = {}
    for berkas, ids in sorted(history.items()):
        for source in (data[id_] for id_ in ids if id_ in data):
            hasil = _read(source, berkas, schemas) if schemas else None
            if hasil is not None:
                found.setdefault(hasil.periode, []).append((source, hasil))
    return found


def _read(source: bytes, berkas: str, schemas: Schemas) -> Hasil | None:
    parsed = strict.parse(source, berkas)
    if parsed.problems or schemas.check("hasil", parsed, berkas):
        return None
    document, wrong = build.build(Hasil, parsed.value, berkas)
    return document if isinstance(document, Hasil) and not wrong else None
