"""Files without half-written states: atomic writing, exchange of folders, a cache by content."""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


def write_atomic(path: Path, data: bytes) -> None:
    """Write the whole file or nothing. Its folder is made where it is missing. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
        os.replace(name, path)
    finally:
        with suppress(OSError):  # after a good write it has its new name
            os.unlink(name)


def new_sibling(folder: Path) -> Path:
    """A new empty folder beside `folder`, on the same file system, named so that git ignores it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    os.chmod(made, 0o755)
    return made


def swap_in(new: Path, folder: Path) -> None:
    """Put `new` where `folder` is, in one step where the system can, and remove the old content."""
    if not folder.exists():
        os.rename(new, folder)
        return
    if _exchange(new, folder):
        shutil.rmtree(new)
        return
    old = new.with_name(new.name + "-lama")
    os.rename(folder, old)
    try:
        os.rename(new, folder)
    except OSError:
        os.rename(old, folder)
        raise
    shutil.rmtree(old)


def _exchange(one: Path, other: Path) -> bool:
    """Linux's renameat2 with RENAME_EXCHANGE; False where it is not to be had."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))


class Cache:
    """Values by the content of what they were made of. Safe to delete, and safe under two processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: bytes, make: Callable[[], bytes]) -> bytes:
        """The cached bytes for `key`, made and kept where they are missing. A cache that cannot be kept is no error."""
        name = hashlib.sha256(key).hexdigest()
        path = self.folder / name[:2] / name[2:]
        try:
            return _checked(path.read_bytes())
        except (OSError, ValueError):
            pass
        value = make()
        with suppress(OSError):
            write_atomic(path, hashlib.sha256(value).digest() + value)
        return value


def _checked(data: bytes) -> bytes:
    digest, value = data[:32], data[32:]
    if hashlib.sha256(value).digest() != digest:
        raise ValueError("damaged cache entry")
    return value
