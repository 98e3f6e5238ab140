"""The Pelican plugin: one table of pages feeds pages, navigation and links."""

from __future__ import annotations

from typing import Any


def register() -> None:
    """Called by Pelican: connect our generator and our writer."""
    from pelican.plugins import signals

    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)


def _generators(pelican: Any) -> Any:
    from kinerja.portal.generator import PortalGenerator

    return PortalGenerator


def _writer(pelican: Any) -> Any:
    from kinerja.portal.writer import PortalWriter

    return PortalWriter
