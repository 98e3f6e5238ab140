"""Files without half-written states."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kinerja.files import Cache, new_sibling, swap_in, write_atomic


def test_a_written_file_is_readable_by_everyone_and_leaves_no_temporary_file(tmp_path: Path) -> None:
    """One file, the stated bytes, mode 644."""
    write_atomic(tmp_path / "baru" / "a.txt", b"isi")

    assert [("a.txt", b"isi", 0o644)] == [
        (p.name, p.read_bytes(), p.stat().st_mode & 0o777) for p in (tmp_path / "baru").iterdir()
    ]


def test_a_failed_write_leaves_the_old_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last step fails: the old file stands, the new one is gone."""
    target = tmp_path / "a.txt"
    target.write_bytes(b"lama")
    monkeypatch.setattr(os, "replace", _refuse)

    with pytest.raises(OSError, match="penuh"):
        write_atomic(target, b"baru")

    assert [("a.txt", b"lama")] == [(p.name, p.read_bytes()) for p in tmp_path.iterdir()]


def test_folders_are_exchanged_and_the_old_one_is_removed(tmp_path: Path) -> None:
    """After the exchange only the new content is there."""
    old = tmp_path / "output"
    old.mkdir()
    (old / "lama.html").touch()
    new = new_sibling(old)
    (new / "baru.html").touch()

    swap_in(new, old)

    assert ["output/baru.html"] == [p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.html")]


def test_a_folder_that_is_not_there_yet_is_simply_named(tmp_path: Path) -> None:
    """The first build has nothing to exchange with."""
    new = new_sibling(tmp_path / "output")
    (new / "a.html").touch()

    swap_in(new, tmp_path / "output")

    assert ["output"] == [p.name for p in tmp_path.iterdir()]


def test_without_the_systems_exchange_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other systems than Linux."""
    monkeypatch.setattr("sys.platform", "lain")
    old = tmp_path / "output"
    old.mkdir()
    (old / "lama.html").touch()
    new = new_sibling(old)
    (new / "baru.html").touch()

    swap_in(new, old)

    assert ["output/baru.html"] == [p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.html")]


def test_a_cached_value_is_made_once(tmp_path: Path) -> None:
    """The second call takes what the first one made."""
    cache = Cache(tmp_path)
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        return b"nilai"

    assert [b"nilai", b"nilai"] == [cache.get(b"kunci", make), cache.get(b"kunci", make)]
    assert [1] == made


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 64], ids=["empty", "short", "other bytes"])
def test_a_damaged_cache_entry_is_made_again(tmp_path: Path, damage: bytes) -> None:
    """A cache never changes what comes out."""
    cache = Cache(tmp_path)
    cache.get(b"kunci", lambda: b"nilai")
    (entry,) = (p for p in tmp_path.rglob("*") if p.is_file())
    entry.write_bytes(damage)

    assert cache.get(b"kunci", lambda: b"nilai") == b"nilai"


def test_a_cache_that_cannot_be_kept_is_no_error(tmp_path: Path) -> None:
    """A file stands where the cache's folder should be."""
    (tmp_path / "cache").touch()

    assert Cache(tmp_path / "cache").get(b"kunci", lambda: b"nilai") == b"nilai"


def _refuse(*_: object) -> None:
    raise OSError("penuh")
