"""Raw answers of a survey: the nine unsur, and what respondents say of themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import TypeVar

from kinerja.numbers import period_bounds
from rekaan.profil import PERIODE, Profil
from rekaan.register import Baris, Meja

T = TypeVar("T")
UNSUR = (
    "persyaratan", "prosedur", "waktu-penyelesaian", "biaya", "produk", "kompetensi-pelaksana", "perilaku-pelaksana",
    "pengaduan", "sarana-prasarana",
)  # fmt: skip
RESPONDEN = ("No Responden", "Nama Responden", "Tanggal", "Jenis Kelamin", "Usia", "Pendidikan")
PENDIDIKAN = (("SD", 6), ("SMP", 12), ("SMA", 45), ("DIII", 10), ("S1", 24), ("S2", 3))
USIA = (((17, 24), 18), ((25, 39), 42), ((40, 59), 32), ((60, 78), 8))
LEBIH = {"biaya": 0.12, "perilaku-pelaksana": 0.1, "kompetensi-pelaksana": 0.05, "sarana-prasarana": -0.06}
LEMAH = -0.3
TENGAH, TEPI = 0.4, 0.5
KOSONG = 0.01


def titles(profil: Profil) -> tuple[str, ...]:
    """The header: the unsur by their names, or by number in a questionnaire that asks all nine."""
    asked = [id_ for id_ in UNSUR if id_ != profil.tanpa]
    numbers = [f"U{place}" for place in range(1, len(UNSUR) + 1)]
    return (*RESPONDEN, *(numbers if len(asked) == len(UNSUR) else [id_.replace("-", " ") for id_ in asked]))


def answers(acak: Random, profil: Profil, meja: Meja, periode: str) -> list[Baris]:
    """The rows of one survey; none where the profile holds none."""
    nomor = PERIODE.index(periode)
    suka, banyak = profil.suka[nomor], profil.banyak[nomor]
    if suka is None or banyak is None:
        return []
    n = max(8, int(banyak * profil.responden))
    first, last = period_bounds(periode)
    days = [first + timedelta(days=place) for place in range((last - first).days + 1)]
    open_days = [day for day in days if meja.kalender.is_open(day)]
    asked = sorted(acak.choice(open_days) for _ in range(n))
    return [
        (str(place), f"Orang {acak.randint(1, 9999)}", str(day), *_person(acak), *_ticks(acak, profil, suka))
        for place, day in enumerate(asked, start=1)
    ]


def _person(acak: Random) -> tuple[str, str, str]:
    (low, high), pendidikan = _drawn(acak, USIA), _drawn(acak, PENDIDIKAN)
    return acak.choice(("Laki-laki", "Perempuan")), str(acak.randint(low, high)), pendidikan


def _drawn(acak: Random, weighted: Sequence[tuple[T, int]]) -> T:
    values, weights = zip(*weighted, strict=True)
    chosen: T = acak.choices(values, weights)[0]
    return chosen


def _ticks(acak: Random, profil: Profil, suka: float) -> list[str]:
    """One answer for each unsur asked; a few boxes stay empty."""
    mood = acak.gauss(0, TENGAH)
    asked = [id_ for id_ in UNSUR if id_ != profil.tanpa]
    if acak.random() < profil.seragam:
        return [_tick(suka + mood)] * len(asked)
    return [
        "" if acak.random() < KOSONG else _tick(suka + mood + _liking(profil, id_) + acak.gauss(0, TEPI))
        for id_ in asked
    ]


def _liking(profil: Profil, id_: str) -> float:
    return LEMAH if id_ == profil.lemah else LEBIH.get(id_, 0)


def _tick(value: float) -> str:
    return str(min(4, max(1, int(value + 0.5))))
