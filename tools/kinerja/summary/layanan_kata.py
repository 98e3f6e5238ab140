"""Words about services: units of time, start events, ways of recording, periods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kinerja.model.capaian import CaraCatat, CaraSurvei
from kinerja.model.layanan import Hari, JamLayanan, Mulai, SatuanWaktu
from kinerja.numbers import BULAN, PERIODE, Exact, id_period, period_bounds
from kinerja.summary.angka import Angka

SATUAN: dict[SatuanWaktu, str] = {"menit": "menit", "jam": "jam", "hari": "hari", "hari-kerja": "hari kerja"}
MULAI: dict[Mulai, str] = {
    "permohonan-diterima": "permohonan diterima",
    "berkas-lengkap": "berkas dinyatakan lengkap",
}
CATAT: dict[CaraCatat, str] = {
    "register-elektronik": "register elektronik",
    "register-tertulis": "register tertulis",
}
SURVEI: dict[CaraSurvei, str] = {"daring": "survei daring", "tatap-muka": "survei tatap muka"}
HARI: dict[Hari, str] = {
    "senin": "Senin", "selasa": "Selasa", "rabu": "Rabu", "kamis": "Kamis", "jumat": "Jumat", "sabtu": "Sabtu",
    "minggu": "Minggu",
}  # fmt: skip


def in_sentence(periode: str) -> str:
    """The words of a period inside a sentence.

    >>> in_sentence("2026-tw3")
    'triwulan III tahun 2026'
    """
    words = id_period(periode)
    return words if words.startswith(BULAN) else words[:1].lower() + words[1:]


def short_period(periode: str) -> str:
    """A label for charts.

    >>> short_period("2026-tw3"), short_period("2026-07")
    ('TW III 2026', 'Jul 2026')
    """
    match = PERIODE.fullmatch(periode)
    assert match is not None, "periods come from checked data"
    if match["bulan"]:
        return f"{BULAN[int(match['bulan']) - 1][:3]} {match['tahun']}"
    words = id_period(periode).replace("Triwulan", "TW").replace("Semester", "Sem")
    return words.replace("tahun ", "").removeprefix("Tahun ")


def year_before(periode: str) -> str:
    """The same part of the year before: `2026-tw3` gives `2025-tw3`."""
    return f"{int(periode[:4]) - 1}{periode[4:]}"


def periods_between(first: str, last: str) -> tuple[str, ...]:
    """Every period of the kind of `first` from it to `last`; only the two where their kinds differ.

    >>> periods_between("2025-tw4", "2026-tw2")
    ('2025-tw4', '2026-tw1', '2026-tw2')
    """
    found = [first]
    while found[-1] != last and period_bounds(found[-1]) < period_bounds(last):
        found.append(_next(found[-1]))
    return tuple(found) if found[-1] == last else tuple(dict.fromkeys((first, last)))


def _next(periode: str) -> str:
    match = PERIODE.fullmatch(periode)
    assert match is not None, "periods come from checked data"
    year = int(match["tahun"])
    for name, form, count in (("semester", "{}-s{}", 2), ("triwulan", "{}-tw{}", 4), ("bulan", "{}-{:02}", 12)):
        if match[name]:
            number = int(match[name])
            return form.format(year, number + 1) if number < count else form.format(year + 1, 1)
    return str(year + 1)


def hours(jam: Sequence[JamLayanan]) -> tuple[str, ...]:
    """Days with the same hours together: `Senin–Kamis 08.00–15.00`."""
    return tuple(
        f"{HARI[group[0].hari]}{'–' + HARI[group[-1].hari] if len(group) > 1 else ''} "
        f"{group[0].buka.replace(':', '.')}–{group[0].tutup.replace(':', '.')}"
        for group in _runs(jam)
    )


def _runs(jam: Sequence[JamLayanan]) -> Iterator[list[JamLayanan]]:
    days = list(HARI)
    run: list[JamLayanan] = []
    for one in sorted(jam, key=lambda j: (days.index(j.hari), j.buka)):
        joined = run and (run[-1].buka, run[-1].tutup) == (one.buka, one.tutup)
        if joined and days.index(one.hari) == days.index(run[-1].hari) + 1:
            run.append(one)
            continue
        if run:
            yield run
        run = [one]
    if run:
        yield run


def places(value: Exact) -> int:
    """As many decimals as a time needs, at most two."""
    return next((n for n in (0, 1) if (Fraction(value) * 10**n).denominator == 1), 2)


def with_unit(angka: Angka) -> str:
    """A figure as it stands in a sentence: `2 hari kerja`, `94,2%`, or the words of its reason."""
    if angka.alasan is not None or not angka.satuan:
        return angka.teks
    return f"{angka.teks}%" if angka.satuan == "%" else f"{angka.teks} {angka.satuan}"


def how_long(angka: Angka) -> str:
    """The words after `selesai`: `dalam 2 hari kerja`; no working day at all is the same day."""
    same_day = angka.nilai == 0 and angka.satuan == SATUAN["hari-kerja"]
    return "pada hari yang sama" if same_day else f"dalam {with_unit(angka)}"
