"""Pelican's writer with one more door: whole files, written only where they changed."""

from __future__ import annotations

from pathlib import Path

from pelican.utils import sanitised_join
from pelican.writers import Writer

from kinerja.files import write_atomic


class PortalWriter(Writer):
    """Keeps Pelican's guard against two files with one name."""

    def write_bytes(self, name: str, data: bytes) -> None:
        """Write `name` below the output folder. Raises RuntimeError where it was written before."""
        path = sanitised_join(self.output_path, name)
        if path in self._written_files:
            raise RuntimeError(f"two pages want to be written to {name}")
        self._written_files.add(path)
        file = Path(path)
        if file.is_file() and file.stat().st_size == len(data) and file.read_bytes() == data:
            return
        write_atomic(file, data)
