"""Personal numbers are found however they are written, and other numbers are left alone.

No number that could be a person's stands in this file: each is put together when its test runs.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.disclosure.nama import find_names
from kinerja.disclosure.nomor import find_numbers, regencies

TODAY = date(2026, 11, 24)


def kinds(text: str) -> list[str]:
    """What is found, in order."""
    return [found.jenis for found in sorted(find_numbers(text, TODAY))]


def nip(birth: date, start: str, sex: int = 1, serial: int = 7) -> tuple[str, str, str, str]:
    """The four parts of a NIP."""
    return birth.strftime("%Y%m%d"), start, str(sex), f"{serial:03d}"


births = st.dates(date(1961, 1, 1), date(1999, 12, 31))
months = st.sampled_from([*range(1, 13), *range(21, 30)])


@given(
    births, st.integers(18, 30), months, st.integers(1, 2), st.integers(1, 999), st.sampled_from(["", " ", ".", "-"])
)
def test_every_nip_is_found_however_it_is_spaced(
    birth: date, age: int, month: int, sex: int, serial: int, gap: str
) -> None:
    """Eight, six, one, three; PPPK numbers have 21–29 for a month."""
    year = min(birth.year + age, 2026)
    a, b, c, d = nip(birth, f"{year}{month:02d}", sex, serial)

    assert ["NIP"] == kinds(f"nomor: {gap.join((a, b, c, d))}.")
    assert ["NIP"] == kinds(f"NIP{a}{gap}{b}{gap}{c}{d}")


@given(st.sampled_from(sorted(regencies())), st.integers(1, 99), births, st.booleans(), st.integers(1, 9999))
def test_every_nik_is_found(regency: str, district: int, birth: date, woman: bool, serial: int) -> None:
    """The day of a woman's birth has 40 added."""
    day = birth.day + (40 if woman else 0)
    digits = f"{regency}{district:02d}{day:02d}{birth:%m%y}{serial:04d}"

    assert ["NIK"] == kinds(f"no {digits}")
    assert ["NIK"] == kinds(f"no {digits[:6]} {digits[6:12]} {digits[12:]}")
    assert ["NIK"] == kinds("-".join(digits[i : i + 4] for i in (0, 4, 8, 12)))


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        (("0812", "3456", "7890"), "telepon"), (("+62", "812", "3456", "789"), "telepon"),
        (("(0541)", "123456"), "telepon"), (("62", "8123456789"), "telepon"),
        (("01.234.567", ".8-901.234"), "NPWP"), (("NPWP: 01234", "5678901234"), "NPWP"),
        (("orang", "@", "kantor.example"), "surel"), (("a.b+c", "@", "x.co.id"), "surel"),
    ],
)  # fmt: skip
def test_other_personal_numbers_and_addresses_are_found(parts: tuple[str, ...], kind: str) -> None:
    """With and without spaces or dashes."""
    assert [kind] == kinds(f"hubungi {''.join(parts)} hari ini")


@pytest.mark.parametrize(
    "gap", ["\n      ", "\t", "  ", "\u2013", "\u2009", "&nbsp;", "\u200b", "\u00ad", " \u00b7 "[:1]]
)
def test_a_nip_over_lines_or_with_odd_gaps_is_found(gap: str) -> None:
    """Folded YAML, wrapped prose, signs that nobody sees."""
    a, b, c, d = nip(date(1985, 3, 4), "201001")

    assert ["NIP"] == kinds(f"nomor {a}{gap}{b}{gap}{c}{gap}{d} itu")
    assert ["NIP"] == kinds(f"nomor {a[:4]}{gap}{a[4:]}{gap}{b}{c}{d} itu")


@pytest.mark.parametrize(
    "parts",
    [("(0812) ", "3456 ", "7801"), ("0812\u2013", "3456\u2013", "7801"), ("hp=0812", "3456", "7801"),
     ("f_0812", "3456", "7801.md"), ("wa.me/62", "8123456", "7801"), ("(0541) ", "733 ", "001"),
     ("0541 ", "733", "001")],
)  # fmt: skip
def test_a_telephone_number_is_found_in_its_many_forms(parts: tuple[str, ...]) -> None:
    """Brackets, dashes, in a query, in a name, in a link, with an area code."""
    assert ["telepon"] == kinds("".join(parts))


@pytest.mark.parametrize(
    "parts", [("_budi", "@", "x.co.id"), ("budi", "&#64;", "x.co.id"), ("budi", "\uff20", "x.co.id")]
)
def test_an_address_is_found_behind_its_disguises(parts: tuple[str, ...]) -> None:
    """Entities, full-width signs."""
    assert ["surel"] == kinds(f"tulis ke {''.join(parts)} ya")


def test_digits_of_other_scripts_are_read_as_digits() -> None:
    """Full width, as some keyboards write them."""
    digits = "".join(nip(date(1985, 3, 4), "201001"))

    assert ["NIP"] == kinds("".join(chr(0xFF10 + int(digit)) for digit in digits))


@pytest.mark.parametrize(
    "text",
    [
        "2024 2025 2026 2027", "0.1234567890123456", "NILAI IKM 88.31", "64.72.01.1001", "2026-11-24 08:00:00",
        "sha256 " + "5feceb66ffc86f38d952786c6d696c79", "SK 700/697/2022", "Rp1.234.567.890.123.456", "@import", "1e10",
        "logo@2x.png",
        "git@github.com:kota/portal.git",
        "ISBN 978-602-1234-56-7",
    ],
)  # fmt: skip
def test_numbers_of_other_kinds_are_left_alone(text: str) -> None:
    """Years in a row, decimals, codes of places, hashes, money."""
    assert [] == kinds(text)


def test_random_digits_are_rarely_taken_for_a_persons() -> None:
    """Of 100,000 strings of 18 digits none, of 16 digits as many as the codes of regencies and dates predict."""
    draw = random.Random(5)
    long = sum(bool(kinds(f"x {draw.randrange(10**18):018d} y")) for _ in range(100_000))
    short = sum(kinds(f"x {draw.randrange(10**16):016d} y") == ["NIK"] for _ in range(100_000))
    share = len(regencies()) / 10_000 * 62 / 100 * 366 / 31 / 100 * 9_999 / 10_000

    assert 0 == long
    assert abs(short - 100_000 * share) < 5 * (100_000 * share) ** 0.5


def test_a_day_or_month_that_does_not_exist_is_no_birth() -> None:
    """31 February, month 13, serial number 000."""
    good = date(1985, 3, 4)
    wrong = ["19850231201001" + "1007", "19851304201001" + "1007", "".join(nip(good, "201001", serial=0))]
    young = "".join(nip(TODAY - timedelta(days=10 * 365), "202601"))

    assert [[], [], [], []] == [kinds(digits) for digits in (*wrong, young)]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Budi Contoh",
        "oleh Ibu Siti",
        "Budi Contoh, S.Pd.",
        "Budi Contoh, S.E., M.M.",
        "H. Ahmad",
        "Sdr. Ali",
        "BUDI HARTONO, S.SOS., M.Si",
        "H. M. Nuh",
        "Nur’aini, S.H.",
        "Budi Hartono S.Kom",
        "Pak Budi",
        "Ny. Siti",
    ],
)
def test_a_name_is_told_by_its_title(text: str) -> None:
    """Titles before, degrees after, forms of address."""
    assert list(find_names(f"Penanggung jawab: {text}"))


@pytest.mark.parametrize(
    "text",
    ["Kepala Bidang Pelayanan", "Kepala Seksi Pendaftaran, Dinas Contoh", "Surat Keterangan Contoh", "Lulusan S1",
     "Dinas Pendidikan Contoh", "Penerbitan Kartu, Contoh"],
)  # fmt: skip
def test_a_post_or_a_service_is_no_name(text: str) -> None:
    """What a result is made of."""
    assert [] == list(find_names(text))
