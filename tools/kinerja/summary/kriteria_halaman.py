"""One version of criteria as a page: what is looked at, what each level is like, what the source leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from kinerja.model.kriteria import Aspek, Indikator, Kriteria, Tingkat
from kinerja.model.perangkat_daerah import Jabatan
from kinerja.model.portal import Portal
from kinerja.model.repository import Repository
from kinerja.numbers import Exact, half_up
from kinerja.problems import Kunci
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.kriteria import KelompokKriteria, VersiKriteria, applies_to
from kinerja.summary.kriteria_usulan import JalanUsulan, form, ways
from kinerja.summary.pengetahuan import term_address


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorHalaman:
    """An indicator; `gambaran` holds name of a level and what it looks like, from the lowest level up.

    `dahulu` are the anchors of its former ids, `usul` the form in which a change is proposed, where it has an address.
    """

    id: str
    dahulu: tuple[str, ...]
    usul: str | None
    nomor: str
    indikator: Indikator
    bobot: Angka | None
    gambaran: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AspekHalaman:
    """An aspect; `rinci` is true where an indicator of it has more than a name."""

    id: str
    dahulu: tuple[str, ...]
    usul: str | None
    nomor: str
    aspek: Aspek
    bobot: Angka | None
    jumlah_indikator: Angka
    indikator: tuple[IndikatorHalaman, ...]
    rinci: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TingkatHalaman:
    """A level; `istilah` is the address of its term in the glossary."""

    tingkat: Tingkat
    istilah: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HalamanKriteria:
    """One version with its siblings.

    `bagi` are the groups of posts it applies to, `bersama` the other criteria that one of them has to read.
    `tanpa` names what the source does not give and nobody added. `usulan` are the ways to propose a change of it.
    """

    kelompok: KelompokKriteria
    versi: VersiKriteria
    bagi: tuple[Jabatan, ...]
    bersama: tuple[KelompokKriteria, ...]
    tingkat: tuple[TingkatHalaman, ...]
    aspek: tuple[AspekHalaman, ...]
    berbobot: bool
    tanpa: tuple[str, ...]
    perlu_verifikasi: bool
    usulan: JalanUsulan | None


def page(repository: Repository, semua: Mapping[str, KelompokKriteria], versi: VersiKriteria) -> HalamanKriteria:
    """The page of one version; `semua` are the groups that it stands among."""
    kriteria = versi.kriteria
    kelompok = semua[kriteria.jabatan]
    bagi = applies_to(repository, kriteria.jabatan)
    beside = {slug for jabatan in bagi for slug in jabatan.kriteria if slug != kriteria.jabatan}
    terms = {kode: term_address(istilah) for istilah in repository.kamus.istilah for kode in istilah.kode}
    return HalamanKriteria(
        kelompok=kelompok,
        versi=versi,
        bagi=bagi,
        bersama=tuple(group for slug, group in semua.items() if slug in beside),
        tingkat=tuple(TingkatHalaman(tingkat=t, istilah=terms.get(t.id)) for t in kriteria.tingkat),
        aspek=tuple(_aspects(kriteria, repository.portal, kelompok.jabatan)),
        berbobot=_weighted(kriteria),
        tanpa=missing(kriteria),
        perlu_verifikasi=_doubtful(kriteria),
        usulan=ways(repository.portal, versi, kelompok.jabatan.nama),
    )


def anchor(aspek: str, indikator: str | None = None) -> str:
    """The anchor of an aspect, or of an indicator in it, by their ids.

    With a dot it cannot be the anchor of a section of the page, nor an aspect that of an indicator.
    """
    return f"kriteria.{aspek}.{indikator}" if indikator else f"kriteria.{aspek}"


def missing(kriteria: Kriteria) -> tuple[str, ...]:
    """What no indicator of the version has: said plainly, never filled in."""
    indikator = [ind for aspek in kriteria.aspek for ind in aspek.indikator]
    found = {
        "gambaran setiap tingkat": any(ind.jangkar for ind in indikator),
        "bobot": _weighted(kriteria),
        "bukti": any(ind.bukti for ind in indikator),
    }
    return tuple(name for name, there in found.items() if not there)


def _weighted(kriteria: Kriteria) -> bool:
    return any(part.bobot is not None for part in _parts(kriteria))


def _parts(kriteria: Kriteria) -> Iterator[Aspek | Indikator]:
    for aspek in kriteria.aspek:
        yield aspek
        yield from aspek.indikator


def _doubtful(kriteria: Kriteria) -> bool:
    return any(part.perlu_verifikasi for part in (*kriteria.dasar, *_parts(kriteria)))


def _aspects(kriteria: Kriteria, portal: Portal, jabatan: Jabatan) -> Iterator[AspekHalaman]:
    taken = {anchor(aspek.id) for aspek in kriteria.aspek}
    taken |= {anchor(aspek.id, ind.id) for aspek in kriteria.aspek for ind in aspek.indikator}
    for i, aspek in enumerate(kriteria.aspek):
        indikator = []
        for j, ind in enumerate(aspek.indikator):
            old = [anchor(a, b) for a in _names(aspek) for b in _names(ind)]
            indikator.append(_indicator(kriteria, i, j, _free(old, taken), form(portal, jabatan.nama, ind)))
        yield AspekHalaman(
            id=anchor(aspek.id),
            dahulu=_free(map(anchor, _names(aspek)), taken),
            usul=form(portal, jabatan.nama, aspek),
            nomor=str(i + 1),
            aspek=aspek,
            bobot=_weight(kriteria, aspek.id, aspek.bobot, ("aspek", i, "bobot")),
            jumlah_indikator=_figure(
                kriteria, f"{aspek.id}/indikator", len(aspek.indikator), "indikator",
                "banyak indikator dalam aspek ini", ("aspek", i, "indikator"),
            ),
            indikator=tuple(indikator),
            rinci=any(ind.uraian or ind.bukti or ind.jangkar or ind.bobot is not None for ind in aspek.indikator),
        )  # fmt: skip


def _names(part: Aspek | Indikator) -> tuple[str, ...]:
    return (part.id, *part.dahulu)


def _free(anchors: Iterable[str], taken: set[str]) -> tuple[str, ...]:
    """Those that no part of the page has yet; they are taken from now on."""
    found = tuple(dict.fromkeys(a for a in anchors if a not in taken))
    taken.update(found)
    return found


def _indicator(kriteria: Kriteria, i: int, j: int, dahulu: tuple[str, ...], usul: str | None) -> IndikatorHalaman:
    aspek = kriteria.aspek[i]
    indikator = aspek.indikator[j]
    gambaran = indikator.jangkar or {}
    name, place = f"{aspek.id}/{indikator.id}", ("aspek", i, "indikator", j, "bobot")
    return IndikatorHalaman(
        id=anchor(aspek.id, indikator.id),
        dahulu=dahulu,
        usul=usul,
        nomor=f"{i + 1}.{j + 1}",
        indikator=indikator,
        bobot=_weight(kriteria, name, indikator.bobot, place),
        gambaran=tuple((t.nama, gambaran[t.id]) for t in kriteria.tingkat if t.id in gambaran),
    )


def _weight(kriteria: Kriteria, name: str, value: Fraction | None, kunci: Kunci) -> Angka | None:
    if value is None:
        return None
    return _figure(kriteria, f"{name}/bobot", _decimal(value), "%", "bobot yang tertulis", kunci)


def _decimal(value: Fraction) -> Exact:
    """Written with a decimal comma where few decimals hold it exactly: 25/2 reads 12,5."""
    return next((half_up(value, places) for places in range(4) if (value * 10**places).denominator == 1), value)


def _figure(kriteria: Kriteria, name: str, nilai: Exact, satuan: str, rumus: str, kunci: Kunci) -> Angka:
    return Angka(
        id=f"kriteria/{kriteria.jabatan}/{kriteria.berlaku_mulai}/aspek/{name}",
        nilai=nilai,
        status=kriteria.status,
        satuan=satuan,
        rumus=rumus,
        masukan=(Tempat(kriteria.berkas, kunci),),
    )
