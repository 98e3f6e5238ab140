"""data/ as a commit holds it, beside the working tree's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kinerja import git
from kinerja.load import strict

DATA = "data"


class UnknownRevision(LookupError):
    """There is no such commit here; `dangkal` tells that older ones were left out when the repository was fetched."""

    def __init__(self, rev: str, dangkal: bool) -> None:
        super().__init__(rev)
        self.dangkal = dangkal


def read_revision(root: Path, rev: str) -> Mapping[str, bytes]:
    """The bytes of every file under data/ in a revision. Raises UnknownRevision."""
    commit = git.resolve(root, rev)
    if commit is None:
        raise UnknownRevision(rev, git.is_shallow(root))
    return {
        berkas: data
        for berkas, data in git.tree(root, commit, DATA).items()
        if not any(part.startswith(".") for part in berkas.split("/"))
    }


def values(sources: Mapping[str, bytes]) -> Mapping[str, Any]:
    """Each YAML file as plain values, whatever its schema says; None where it cannot be read.

    Comments, quotes, indentation and the order of keys make no difference.
    """
    found = {}
    for berkas, data in sources.items():
        if berkas.endswith(".yaml"):
            parsed = strict.parse(data, berkas)
            found[berkas] = None if parsed.problems else parsed.value
    return found
