"""The version in force on a day is the latest one that has started by then, unless that one repeals the rule.

Source: UU 12/2011 Pasal 87 (a rule binds from its promulgation or the day it names) [verify].
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from kinerja.model.aturan import Versi
from kinerja.model.kriteria import Kriteria
from kinerja.model.layanan import Standar
from kinerja.rules.errors import UnusableInput


class _Starting(Protocol):
    @property
    def berlaku_mulai(self) -> date: ...

    @property
    def dicabut(self) -> bool: ...


_Item = TypeVar("_Item", bound=_Starting)
_Version = TypeVar("_Version", bound=Versi)
_VersionOut = TypeVar("_VersionOut", bound=Versi, covariant=True)


class DatedRule(Protocol[_VersionOut]):
    """A rule document; its `versi` keep their own type."""

    @property
    def versi(self) -> tuple[_VersionOut, ...]: ...


def version_on(dated: DatedRule[_Version], tanggal: date) -> _Version | None:
    """The version of a rule in force on `tanggal`; None before the first one and after a repeal."""
    return _latest(dated.versi, tanggal)


def version_in_force(dated: DatedRule[_Version], tanggal: date, key: str = "tanggal") -> _Version:
    """As `version_on`, for what cannot go without. Raises UnusableInput at `key` where there is none."""
    versi = version_on(dated, tanggal)
    if versi is None:
        raise UnusableInput((key,), "pada tanggal ini belum atau tidak lagi ada aturan yang berlaku")
    return versi


def kriteria_on(kriteria: Iterable[Kriteria], tanggal: date) -> Kriteria | None:
    """The version of one group's criteria in force on `tanggal`; None before the first and after a repeal."""
    return _latest(kriteria, tanggal)


def standar_on(standar: Iterable[Standar], tanggal: date) -> Standar | None:
    """The standard of one service in force on `tanggal`; None before the first and after a repeal."""
    return _latest(standar, tanggal)


def _latest(items: Iterable[_Item], tanggal: date) -> _Item | None:
    started = [item for item in items if item.berlaku_mulai <= tanggal]
    if not started:
        return None
    latest = max(started, key=lambda item: item.berlaku_mulai)
    return None if latest.dicabut else latest
