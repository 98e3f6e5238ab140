"""One linear program of which only the objective changes (HiGHS), and the same in whole numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np

Titik = Any  # a NumPy vector of whole numbers
_DEKAT = 1e-6
_USAHA, _SEBAR = 12, 4


class GagalDihitung(Exception):
    """The solver gave no answer that can be relied on; nothing may be called safe then."""


@dataclass(frozen=True, slots=True)
class Jawaban:
    """The end of the linear program, and its point where that consists of whole numbers that keep every sum."""

    nilai: float
    titik: Titik | None
    tak_terbatas: bool = False


class Program:
    """`rows` are sums: coefficients by column, and their value. Lower bounds are finite."""

    def __init__(
        self, bawah: Sequence[int], atas: Sequence[float], rows: Sequence[tuple[Mapping[int, int], int]]
    ) -> None:
        self._bawah = np.array(bawah, dtype=np.int64)
        self._atas = np.array(atas, dtype=float)
        rows = [row for row in rows if row[0]]
        self._tetap = np.array([value for _, value in rows], dtype=np.int64)
        self._mulai = np.cumsum([0, *(len(factors) for factors, _ in rows)])[:-1].astype(np.int32)
        self._kolom = np.array([at for factors, _ in rows for at in factors], dtype=np.int32)
        self._faktor = np.array([f for factors, _ in rows for f in factors.values()], dtype=np.int64)
        self._lp: Any = None
        self._tujuan: tuple[int, ...] = ()

    def again(self) -> Program:
        """The same program with a state of its own."""
        other = copy(self)
        other._lp, other._tujuan = None, ()
        return other

    def _model(self, whole: bool) -> Any:
        lp = highspy.HighsLp()
        columns, rows = len(self._bawah), len(self._tetap)
        lp.num_col_, lp.num_row_ = columns, rows
        lp.col_cost_ = np.zeros(columns)
        lp.col_lower_ = self._bawah.astype(float)
        lp.col_upper_ = np.where(np.isinf(self._atas), highspy.kHighsInf, self._atas)
        lp.row_lower_ = lp.row_upper_ = self._tetap.astype(float)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.append(self._mulai, len(self._kolom)).astype(np.int32)
        lp.a_matrix_.index_ = self._kolom
        lp.a_matrix_.value_ = self._faktor.astype(float)
        if whole:
            lp.integrality_ = [highspy.HighsVarType.kInteger] * columns
        highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        highs.setOptionValue("output_flag", False)
        highs.setOptionValue("threads", 1)
        highs.setOptionValue("simplex_strategy", 4)
        if highs.passModel(lp) != highspy.HighsStatus.kOk:
            raise GagalDihitung
        return highs

    def solve(self, bobot: tuple[tuple[int, int], ...], maksimum: bool) -> Jawaban:
        """The end over all numbers, from where the last question ended."""
        if self._lp is None:
            self._lp = self._model(False)
        self._aim({at: float(-factor if maksimum else factor) for at, factor in bobot})
        self._lp.run()
        status = self._lp.getModelStatus()
        if status in (highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible):
            return Jawaban(0.0, None, True)
        if status != highspy.HighsModelStatus.kOptimal:
            raise GagalDihitung(str(status))
        value = self._lp.getInfo().objective_function_value
        return Jawaban(-value if maksimum else value, self._whole(self._lp.getSolution().col_value))

    def _aim(self, tujuan: Mapping[int, float]) -> None:
        for at in self._tujuan:
            self._lp.changeColCost(at, 0.0)
        for at, cost in tujuan.items():
            self._lp.changeColCost(at, cost)
        self._tujuan = tuple(tujuan)

    def move(self, bobot: tuple[tuple[int, int], ...], nilai: int) -> Titik | None:
        """A whole point where a weighted sum has this value: a few broken numbers are held at whole ones, again and
        again, until the others are whole too. Cheap; None where it does not succeed."""
        places = np.array([at for at, _ in bobot], dtype=np.int32)
        self._lp.addRow(float(nilai), float(nilai), len(bobot), places, np.array([float(f) for _, f in bobot]))
        held: list[int] = []
        titik = None
        for turn in range(_USAHA):
            real = np.asarray(self._lp.getSolution().col_value)
            broken = np.flatnonzero(np.abs(real - np.rint(real)) > _DEKAT)
            if turn == 0:  # away from the points that are known already, so that this one answers more
                self._aim({int(i): 1.0 if (int(i) * 7) % 3 else -1.0 for i in broken[::_SEBAR]})
            for at in broken[:: max(1, len(broken) // _SEBAR)] if turn else ():
                whole = float(np.floor(real[at]))
                self._lp.changeColBounds(int(at), whole, whole)
                held.append(int(at))
            self._lp.run()
            if self._lp.getModelStatus() != highspy.HighsModelStatus.kOptimal:
                break
            titik = self._whole(self._lp.getSolution().col_value)
            if titik is not None:
                break
        for at in held:
            self._lp.changeColBounds(at, float(self._bawah[at]), float(self._atas[at]))
        self._lp.deleteRows(1, np.array([len(self._tetap)], dtype=np.int32))
        return titik

    def solve_whole(self, bobot: tuple[tuple[int, int], ...], maksimum: bool) -> Titik | None:
        """A point that reaches the end over whole numbers; None where there is no point at all."""
        if not bobot:
            found = self._first()
            if found is not None:
                return found
        highs = self._model(True)
        highs.setOptionValue("mip_rel_gap", 0.0)
        highs.setOptionValue("mip_abs_gap", 0.5)
        for at, factor in bobot:
            highs.changeColCost(at, float(-factor if maksimum else factor))
        highs.run()
        status = highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        titik = self._whole(highs.getSolution().col_value) if status == highspy.HighsModelStatus.kOptimal else None
        if titik is None:
            raise GagalDihitung(str(status))
        return titik

    def _first(self) -> Titik | None:
        """A whole point of the linear program, where its first answer happens to be one."""
        try:
            return self.solve((), False).titik
        except GagalDihitung:
            return None

    def _whole(self, values: Sequence[float]) -> Titik | None:
        """The nearest whole numbers, where they are near and keep every bound and every sum exactly."""
        real = np.asarray(values)
        titik = np.rint(real).astype(np.int64)
        if len(real) and np.abs(real - titik).max() > _DEKAT:
            return None
        if (titik < self._bawah).any() or (titik > self._atas).any():
            return None
        sums = np.add.reduceat(self._faktor * titik[self._kolom], self._mulai) if len(self._tetap) else self._tetap
        return titik if (sums == self._tetap).all() else None
