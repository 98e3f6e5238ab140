"""export.atom: what RFC 4287 asks of a feed, and what our readers need of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as Tree

import pytest

from kinerja.export.atom import Entri, Umpan, feed, name_of

NS = "{http://www.w3.org/2005/Atom}"
SITUS = "https://contoh.go.id/kinerja/"
OLD = Entri(alamat="kriteria/guru/2026-01-01-perubahan.html", judul="Guru, versi 1", ringkasan="Versi pertama.",
            tanggal=date(2025, 12, 1))  # fmt: skip
NEW = Entri(alamat="kriteria/guru/2027-01-01-perubahan.html", judul="Guru & murid <2>", ringkasan="Satu perubahan.",
            tanggal=date(2026, 10, 15), butir=("Bobot 20 → 25 (+5)",))  # fmt: skip
UMPAN = Umpan(
    kode="99.01", alamat="kriteria/perubahan.atom", halaman="kriteria/index.html", judul="Perubahan kriteria",
    penerbit="Pemerintah Kota Contoh", hak="CC BY", zona_waktu="WITA", tanggal=date(2026, 11, 24), entri=(OLD, NEW),
)  # fmt: skip


def texts(data: bytes, path: str) -> list[str | None]:
    """The texts of the elements at a path of Atom names."""
    return [e.text for e in Tree.fromstring(data).findall("/".join(NS + name for name in path.split("/")))]


@pytest.mark.parametrize("situs", [None, SITUS])
def test_a_feed_and_each_entry_have_what_the_standard_requires(situs: str | None) -> None:
    """One id, title and moment each; an author; content in an entry without a link."""
    root = Tree.fromstring(feed(UMPAN, situs))
    for part in (root, *root.findall(f"{NS}entry")):
        assert [1, 1, 1] == [len(part.findall(NS + name)) for name in ("id", "title", "updated")]
    assert ["Pemerintah Kota Contoh"] == texts(feed(UMPAN, situs), "author/name")
    assert all(entry.find(f"{NS}content") is not None for entry in root.findall(f"{NS}entry"))


def test_the_newest_entry_comes_first_and_dates_the_feed() -> None:
    """Midnight in the time zone of the city."""
    data = feed(UMPAN, None)

    assert ["2026-10-15T00:00:00+08:00", "2025-12-01T00:00:00+08:00"] == texts(data, "entry/updated")
    assert ["2026-10-15T00:00:00+08:00"] == texts(data, "updated")


def test_a_feed_without_news_has_the_date_of_the_site() -> None:
    """The standard wants a moment, and no clock is asked."""
    assert ["2026-11-24T00:00:00+08:00"] == texts(feed(replace(UMPAN, entri=()), None), "updated")


def test_links_are_absolute_where_the_address_of_the_site_is_known() -> None:
    """The feed's own, its page's, and one in each entry."""
    links = [link.attrib["href"] for link in Tree.fromstring(feed(UMPAN, SITUS)).iter(f"{NS}link")]

    assert [f"{SITUS}{a}" for a in (UMPAN.alamat, UMPAN.halaman, NEW.alamat, OLD.alamat)] == links


def test_without_an_address_there_is_no_link() -> None:
    """A relative one would lead nowhere from inside a reader."""
    assert [] == list(Tree.fromstring(feed(UMPAN, None)).iter(f"{NS}link"))


def test_nobody_gets_old_news_again_when_the_address_becomes_known() -> None:
    """The same names with and without it, each only once, other ones in another city."""
    ids = texts(feed(UMPAN, None), "id") + texts(feed(UMPAN, None), "entry/id")
    other = feed(replace(UMPAN, kode="99.02"), None)

    assert ids == texts(feed(UMPAN, SITUS), "id") + texts(feed(UMPAN, SITUS), "entry/id")
    assert 3 == len(set(ids))
    assert {name_of("99.01", NEW.alamat)} == {ids[1]}
    assert set() == {*ids} & {*texts(other, "id"), *texts(other, "entry/id")}


def test_what_the_data_says_is_text_and_never_markup() -> None:
    """And the changes are a list that a reader shows."""
    root = Tree.fromstring(feed(UMPAN, None))

    assert "Guru & murid <2>" == root.findtext(f"{NS}entry/{NS}title")
    assert ["Bobot 20 → 25 (+5)"] == [e.text for e in root.iter("{http://www.w3.org/1999/xhtml}li")]


def test_the_same_news_in_another_order_gives_the_same_bytes() -> None:
    """Nothing of the machine is in it."""
    assert feed(UMPAN, SITUS) == feed(replace(UMPAN, entri=(NEW, OLD)), SITUS)
