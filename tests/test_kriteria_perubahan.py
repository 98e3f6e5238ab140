"""What changed in the criteria: for each version, between any two, as a feed; and addresses that stay for ever."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from types import MappingProxyType
from typing import Any
from xml.etree import ElementTree as Tree

import pytest

from kinerja.model.kriteria import Kriteria
from kinerja.model.repository import Repository
from kinerja.portal.page import Page
from kinerja.portal.pages.kriteria import pages as page_rows
from kinerja.portal.pages.kriteria_perubahan import HalamanPerubahan, HalamanRiwayat
from kinerja.summary import kriteria, kriteria_halaman
from kinerja.summary.figures import collect

CONTOH = "petugas-layanan-contoh"
NEWEST = f"kriteria/{CONTOH}/2027-01-01-perubahan.html"
ATOM = "{http://www.w3.org/2005/Atom}"


def with_versions(repo: Repository, jabatan: str, *versions: Kriteria) -> Repository:
    """The repository with other criteria for one group of posts."""
    return replace(repo, kriteria=MappingProxyType({**repo.kriteria, jabatan: versions}))


def later(version: Kriteria, mulai: date, **changes: Any) -> Kriteria:
    """The same criteria from another day on, changed."""
    return replace(version, berkas=f"data/kriteria/{version.jabatan}/{mulai}.yaml", berlaku_mulai=mulai, **changes)


def table(repo: Repository, tanggal: date) -> dict[str, Page]:
    """The pages of criteria by their address."""
    return {page.alamat: page for page in page_rows(repo, tanggal)}


def view_of(page: Page) -> HalamanPerubahan:
    """The differences that a page shows."""
    assert isinstance(page.view, HalamanPerubahan)
    return page.view


# each version, and any two


@pytest.fixture(scope="module")
def three(repo: Repository) -> Repository:
    """A third version after the two of the demonstration: one indicator less, and nothing said of the kind."""
    first, second = repo.kriteria[CONTOH]
    aspek = (*second.aspek[:-1], replace(second.aspek[-1], indikator=second.aspek[-1].indikator[:1]))
    third = later(second, date(2028, 1, 1), aspek=aspek, alasan_perubahan="Usul dicatat di tempat lain.")
    return with_versions(repo, CONTOH, first, second, third)


def test_any_two_versions_can_be_compared(three: Repository, tanggal: date) -> None:
    """The older one first in the address, whether or not another lies between."""
    found = table(three, tanggal)
    days = [version.berlaku_mulai for version in three.kriteria[CONTOH]]
    expected = {f"kriteria/{CONTOH}/{lama}-ke-{baru}.html" for lama, baru in combinations(days, 2)}

    assert expected == {address for address in found if re.search(rf"{CONTOH}/.*-ke-", address)}
    history = found[f"kriteria/{CONTOH}/riwayat.html"].view
    assert isinstance(history, HalamanRiwayat)
    assert expected == {lama.alamat_banding(baru) for baru, semua in history.banding for lama in semua}


def test_the_page_of_a_version_compares_it_with_the_one_before(three: Repository, tanggal: date) -> None:
    """Not with the first one, and the comparison of the same two tells the same."""
    found = table(three, tanggal)
    newest = view_of(found[f"kriteria/{CONTOH}/2028-01-01-perubahan.html"])
    same = view_of(found[f"kriteria/{CONTOH}/2027-01-01-ke-2028-01-01.html"])
    across = view_of(found[f"kriteria/{CONTOH}/2026-01-01-ke-2028-01-01.html"])

    assert newest.lama
    assert date(2027, 1, 1) == newest.lama.kriteria.berlaku_mulai
    assert (newest, True, False) == (same, newest.berurutan, across.berurutan)


def test_losses_come_first_and_the_finding_counts_them(three: Repository, tanggal: date) -> None:
    """What is taken away is never below what is given."""
    across = table(three, tanggal)[f"kriteria/{CONTOH}/2026-01-01-ke-2028-01-01.html"]
    kinds = [part.golongan for part in view_of(across).bagian]

    assert "dihapus" == kinds[0]
    assert kinds.index("diubah") < kinds.index("ditambah")
    assert "1 dihapus" in across.temuan


def test_every_difference_stands_on_the_page_once(three: Repository, tanggal: date) -> None:
    """Grouped by what it is about, none lost and none twice."""
    for page in table(three, tanggal).values():
        if isinstance(page.view, HalamanPerubahan) and page.view.jumlah:
            shown = [butir for part in page.view.bagian for _, found in part.tempat for butir in found]

            assert page.view.jumlah.nilai == len(shown) == len(set(shown))
            assert [len([b for b in shown if b.golongan == p.golongan]) for p in page.view.bagian] == [
                p.jumlah.nilai for p in page.view.bagian
            ]


def test_a_first_version_has_a_page_that_says_there_is_nothing_to_compare(repo: Repository, tanggal: date) -> None:
    """Not an empty list, and not everything as new."""
    page = table(repo, tanggal)["kriteria/guru/2024-01-01-perubahan.html"]

    assert "tidak ada versi sebelumnya untuk dibandingkan" in page.temuan
    assert () == view_of(page).bagian


def test_versions_that_say_the_same_are_called_the_same(repo: Repository, tanggal: date) -> None:
    """No change is a finding too."""
    first = repo.kriteria["guru"][0]
    again = later(first, date(2027, 1, 1))
    page = table(with_versions(repo, "guru", first, again), tanggal)["kriteria/guru/2027-01-01-perubahan.html"]

    assert "Isi versi 1 Januari 2024 dan versi 1 Januari 2027 sama." == page.temuan


def test_a_repeal_is_the_finding_of_its_page(repo: Repository, tanggal: date) -> None:
    """Whatever else differs."""
    first = repo.kriteria["guru"][0]
    ended = later(first, date(2027, 1, 1), dicabut=True)
    page = table(with_versions(repo, "guru", first, ended), tanggal)["kriteria/guru/2027-01-01-perubahan.html"]

    assert "Kriteria ini dicabut mulai 1 Januari 2027." == page.temuan


@pytest.mark.parametrize(("tertulis", "rendah"), [(None, False), ("besar", False), ("perbaikan", True)])
def test_the_kind_of_change_is_stated_and_checked(repo: Repository, tanggal: date, tertulis: Any, rendah: bool) -> None:
    """Weights that change are a large change, whatever the version says."""
    first, second = repo.kriteria[CONTOH]
    changed = with_versions(repo, CONTOH, first, replace(second, jenis_perubahan=tertulis))
    jenis = view_of(table(changed, tanggal)[NEWEST]).jenis
    assert jenis

    assert (tertulis, "besar", rendah) == (jenis.tertulis, jenis.disarankan, jenis.terlalu_rendah)


def test_no_two_counts_of_changes_share_a_receipt(three: Repository, tanggal: date) -> None:
    """`collect` refuses two different figures with one id."""
    figures = list(collect(tuple(page.view for page in table(three, tanggal).values())))

    assert {"perubahan"} < {angka.satuan for angka in figures}


# what a reader sees and hears


def test_words_that_went_and_came_are_marked_for_eyes_and_ears(pages: Mapping[str, Any], site: Path) -> None:
    """`<del>` and `<ins>`, each with hidden words for a screen reader."""
    html = pages[NEWEST]
    text = (site / NEWEST).read_text("utf-8")
    marked = re.findall(r"<(ins|del)>(<span class=\"sembunyi\">\[(dihapus|ditambahkan): </span>)?", text)

    # the two words of the sentence that explains the marks need no explanation themselves
    assert [("del", ""), ("ins", "")] == [(tag, word) for tag, hidden, word in marked if not hidden]
    assert {("del", "dihapus"), ("ins", "ditambahkan")} == {(tag, word) for tag, hidden, word in marked if hidden}
    assert "waktunya" in "".join(html.words)


def test_reason_approval_and_start_stand_before_the_changes(site: Path) -> None:
    """Who decided, when, and why."""
    text = (site / NEWEST).read_text("utf-8")
    order = ["pemohon lebih sering mengeluhkan", "Kepala Dinas Pelayanan Contoh", 'id="diubah"', 'id="ditambah"']

    assert sorted(order, key=text.index) == order
    assert "30 → 25 (−5)" in text


def test_each_change_leads_to_the_criterion_it_is_about(pages: Mapping[str, Any]) -> None:
    """Every anchor is tested to exist with all links of the site."""
    hrefs = pages[NEWEST].attributes("href")

    assert "2027-01-01.html#kriteria.sikap-melayani.bahasa-mudah" in hrefs


def test_history_and_changes_can_be_reached_from_the_criteria(pages: Mapping[str, Any]) -> None:
    """From the page in force, which announces what comes."""
    hrefs = set(pages[f"kriteria/{CONTOH}.html"].attributes("href"))

    assert {f"{CONTOH}/riwayat.html", f"{CONTOH}/2027-01-01-perubahan.html", "bagi-saya.html"} <= hrefs


# ids of the past


def test_a_former_id_of_an_aspect_or_indicator_is_still_an_anchor(repo: Repository, tanggal: date) -> None:
    """Also where both were renamed; an id that something else has now is left to it."""
    first = repo.kriteria["guru"][0]
    one, other = first.aspek[0].indikator
    aspek = replace(first.aspek[0], dahulu=("kelas",), indikator=(replace(one, dahulu=("suasana", other.id)), other))
    changed = with_versions(repo, "guru", replace(first, aspek=(aspek, *first.aspek[1:])))
    semua = kriteria.groups(changed, tanggal)
    view = kriteria_halaman.page(changed, semua, semua["guru"].utama)
    parts = [(part.id, *part.dahulu) for group in view.aspek for part in group.indikator]
    anchors = [a for found in (*((one.id, *one.dahulu) for one in view.aspek), *parts) for a in found]

    assert ("kriteria.kelas",) == view.aspek[0].dahulu
    assert {
        "kriteria.manajemen-kelas.suasana",
        "kriteria.kelas.suasana",
        "kriteria.kelas.keteraturan-suasana-kelas",
    } <= set(view.aspek[0].indikator[0].dahulu)
    assert len(anchors) == len(set(anchors))


@pytest.fixture(scope="module")
def renamed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site where the group `guru` was called `pengajar` before, at an address that is known."""
    folder = tmp_path_factory.mktemp("berganti")
    for name in (".github", "data", "schemas", "content", "theme"):
        shutil.copytree(root / name, folder / name)
    shutil.copy(root / "pelicanconf.py", folder)
    guru = folder / "data/jabatan/guru.yaml"
    guru.write_text(guru.read_text("utf-8") + "dahulu:\n  - pengajar\n", "utf-8")
    command = [sys.executable, "-m", "kinerja", "--akar", str(folder), "--tanggal", "2026-11-24", "bangun"]
    done = subprocess.run([*command, "--situs", "https://contoh.go.id/"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "output"


def test_every_page_of_a_renamed_group_stays_at_its_old_address_and_leads_on(renamed: Path) -> None:
    """At once, by a link, and for search engines; the history and every version too."""
    folder = renamed / "kriteria"
    now = [p.relative_to(folder).as_posix() for p in (folder / "guru.html", *sorted((folder / "guru").iterdir()))]

    assert len(now) > 3
    for address in now:
        text = (folder / address.replace("guru", "pengajar", 1)).read_text("utf-8")
        target = ("../" if "/" in address else "") + address

        assert f'<meta http-equiv="refresh" content="0; url={target}">' in text
        assert f'<a href="{target}">' in text.partition("<main")[2]
        assert [f"https://contoh.go.id/kriteria/{address}"] == re.findall(r'rel="canonical" href="([^"]*)"', text)


def test_lists_of_posts_keep_the_old_anchor(renamed: Path) -> None:
    """In the index and in *Kriteria yang berlaku bagi saya*."""
    for name in ("index.html", "bagi-saya.html"):
        assert 1 == (renamed / "kriteria" / name).read_text("utf-8").count('id="pengajar"')


# the feed


def test_the_feed_tells_official_versions_only_and_leads_to_their_changes(renamed: Path, repo: Repository) -> None:
    """The address of the site comes from `--situs`."""
    root = Tree.parse(renamed / "kriteria/perubahan.atom").getroot()
    links = {e.attrib["href"].removeprefix("https://contoh.go.id/") for e in root.findall(f"{ATOM}entry/{ATOM}link")}
    resmi = [v for group in repo.kriteria.values() for v in group if v.status == "resmi"]

    assert {f"kriteria/{v.jabatan}/{v.berlaku_mulai}-perubahan.html" for v in resmi} == links
    assert [] == [link for link in links if not (renamed / link).is_file()]


def test_the_feed_says_what_changed_and_why(repo: Repository, tanggal: date) -> None:
    """In sentences, dated by the day when it was announced."""
    first = repo.kriteria["guru"][0]
    new = later(
        first, date(2027, 1, 1), aspek=first.aspek[:2], alasan_perubahan="Alasannya.", diumumkan=date(2026, 11, 1)
    )
    index = table(with_versions(repo, "guru", first, new), tanggal)["kriteria/index.html"]
    ((name, data),) = index.unduhan
    newest = Tree.fromstring(data).find(f"{ATOM}entry")
    assert newest is not None
    text = "".join(newest.itertext())

    assert "kriteria/perubahan.atom" == name
    assert "2026-11-01T00:00:00+08:00" == newest.findtext(f"{ATOM}updated")
    assert "Alasannya." in text
    assert "Metode Pembelajaran" in text


def test_pages_of_criteria_announce_the_feed_to_readers_of_feeds(pages: Mapping[str, Any]) -> None:
    """By a link in the head."""
    types = [a.get("type") for a in pages["kriteria/guru.html"].tags("link") if a["rel"] == "alternate"]

    assert ["application/atom+xml"] == types
