"""Every figure of a view is found once, wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

import pytest

from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.figures import collect


def figure(name: str, nilai: int = 1) -> Angka:
    return Angka(id=name, nilai=nilai, status="resmi", rumus="uji", masukan=(Tempat("data/uji.yaml"),))


@dataclass(frozen=True)
class View:
    satu: Angka
    banyak: tuple[tuple[str, Angka], ...]
    menurut: MappingProxyType[str, Angka]
    tidak_ada: Angka | None = None


def test_figures_in_fields_tuples_and_mappings_come_in_their_order() -> None:
    view = View(figure("a"), (("x", figure("b")), ("y", figure("c"))), MappingProxyType({"z": figure("d")}))

    assert ["a", "b", "c", "d"] == [angka.id for angka in collect([view, "kata", None, 7])]


def test_a_figure_shown_twice_is_collected_once() -> None:
    assert ["a"] == [angka.id for angka in collect((figure("a"), {"lagi": figure("a")}))]


def test_one_id_cannot_stand_for_two_figures() -> None:
    with pytest.raises(ValueError, match="the id a"):
        list(collect((figure("a", 1), figure("a", 2))))
