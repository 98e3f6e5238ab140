"""Worked examples of data/perhitungan/, computed by the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from kinerja.model import perhitungan as model
from kinerja.model.dokumen import Rujukan
from kinerja.model.repository import Repository
from kinerja.numbers import Exact, exact, id_list, id_weekday
from kinerja.rules.examples import compute
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.aturan import Dokumen, documents_of, rule_documents
from kinerja.summary.metodologi_bagian import address_of
from kinerja.summary.perhitungan_kata import DESIMAL, KALIMAT, KATA, LABEL, SAAT, TANGGAL
from kinerja.summary.skala import SKM, band_name, scale_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Butir:
    """One input or result: words, a date, or figures (each with its own label where there are several)."""

    label: str
    kata: str = ""
    tanggal: date | None = None
    angka: tuple[tuple[str, Angka], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contoh:
    """One worked example; `hasil` comes from the rule, not from the file."""

    aturan: str
    jangkar: str
    kasus: str
    masukan: tuple[Butir, ...]
    hasil: tuple[Butir, ...]
    penjelasan: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kelompok:
    """The examples of one rule. `dokumen` are the files that hold its values, `uraian` is where it is explained."""

    slug: str
    uraian: str
    judul: str
    pengantar: str
    rumus: str
    berkas: str
    dokumen: tuple[Dokumen, ...]
    dasar: tuple[Rujukan, ...]
    jumlah: Angka
    contoh: tuple[Contoh, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indeks:
    """Every rule that has examples."""

    jumlah: Angka
    jumlah_aturan: Angka
    kelompok: tuple[Kelompok, ...]


def index(repository: Repository, tanggal: date) -> Indeks:
    """All examples, by rule in alphabetical order."""
    groups = tuple(group(repository, slug, tanggal) for slug in repository.perhitungan)
    places = tuple(Tempat(g.berkas, ("contoh",)) for g in groups)
    return Indeks(
        jumlah=_count("jumlah", sum(len(g.contoh) for g in groups), "contoh", places),
        jumlah_aturan=_count("jumlah-aturan", len(groups), "aturan", tuple(Tempat(g.berkas) for g in groups)),
        kelompok=groups,
    )


def group(repository: Repository, slug: str, tanggal: date) -> Kelompok:
    """The examples of one rule."""
    dokumen = repository.perhitungan[slug]
    documents = documents_of(repository, slug, tanggal)
    dasar = {(d.peraturan, d.pasal): d for document in documents for versi in document.versi for d in versi.dasar}
    return Kelompok(
        slug=slug,
        uraian=address_of(slug),
        judul=dokumen.judul,
        pengantar=dokumen.pengantar,
        rumus=dokumen.rumus,
        berkas=dokumen.berkas,
        dokumen=documents,
        dasar=tuple(dasar.values()),
        jumlah=_count(f"{slug}/jumlah", len(dokumen.contoh), "contoh", (Tempat(dokumen.berkas, ("contoh",)),)),
        contoh=tuple(example(repository, slug, i) for i in range(len(dokumen.contoh))),
    )


def example(repository: Repository, slug: str, i: int) -> Contoh:
    """One example, computed."""
    dokumen = repository.perhitungan[slug]
    contoh = dokumen.contoh[i]
    maker = _Maker(repository, dokumen, i)
    return Contoh(
        aturan=slug,
        jangkar=f"contoh-{i + 1}",
        kasus=contoh.kasus,
        masukan=tuple(maker.items("masukan", contoh.masukan)),
        hasil=tuple(maker.items("hasil", compute(slug, contoh.masukan, repository.aturan))),
        penjelasan=contoh.penjelasan,
    )


@dataclass(frozen=True, slots=True)
class _Maker:
    """Turns the keys and values of one example into what a page shows."""

    repository: Repository
    dokumen: model.Perhitungan
    i: int

    def items(self, part: str, values: Mapping[str, object]) -> Iterator[Butir]:
        for key, value in values.items():
            label = LABEL.get(key, key.replace("_", " ").capitalize())
            if key in TANGGAL:
                yield Butir(label=label, tanggal=date.fromisoformat(str(value)))
            elif key in SAAT:
                yield Butir(label=label, kata=_moments(value))
            elif numbers := tuple(self._numbers(part, key, value)):
                yield Butir(label=label, angka=numbers)
            else:
                yield Butir(label=label, kata=self._word(key, value))

    def _numbers(self, part: str, key: str, value: object) -> Iterator[tuple[str, Angka]]:
        if isinstance(value, Mapping):
            for sub, number in value.items():
                yield self._name(sub), self._angka(part, (key, sub), int(str(number)))
        elif isinstance(value, tuple | list) and key not in KALIMAT:
            for n, text in enumerate(value):
                yield "", self._angka(part, (key, n), _value(str(text)))
        elif isinstance(value, int) and not isinstance(value, bool):
            yield "", self._angka(part, (key,), value)
        elif key in DESIMAL:
            yield "", self._angka(part, (key,), _value(str(value)))

    def _angka(self, part: str, keys: tuple[str | int, ...], nilai: Exact) -> Angka:
        at = ("contoh", self.i)
        berkas = self.dokumen.berkas
        rules = rule_documents(self.repository.aturan, self.dokumen.slug)
        rumus = "ditulis sebagai masukan contoh hitung" if part == "masukan" else self.dokumen.rumus
        names = [str(key + 1) if isinstance(key, int) else key for key in keys]
        return Angka(
            id=f"perhitungan/{self.dokumen.slug}/{self.i + 1}/{part}/{'/'.join(names)}",
            nilai=nilai,
            status="contoh",
            rumus=rumus,
            masukan=(Tempat(berkas, (*at, "masukan", *keys)),)
            if part == "masukan"
            else (Tempat(berkas, (*at, "masukan")), *(Tempat(rule) for rule, _ in rules)),
        )

    def _word(self, key: str, value: object) -> str:
        if isinstance(value, bool):
            return "ya" if value else "tidak"
        if isinstance(value, tuple | list):
            return id_list([str(one) for one in value]) or "tidak ada"
        word = str(value)
        if key in ("mutu", "kategori"):
            return self._band(word)
        if key == "skala":
            return self.repository.aturan.pita[word].judul
        return self._name(word)

    def _band(self, ident: str) -> str:
        masukan = self.dokumen.contoh[self.i].masukan
        tanggal = date.fromisoformat(str(masukan["tanggal"]))
        skala = scale_on(self.repository, str(masukan.get("skala", SKM)), tanggal)
        pita = next((p for p in skala.pita if p.id == ident), None) if skala else None
        return band_name(pita) if pita else ident

    def _name(self, ident: str) -> str:
        aturan = self.repository.aturan
        names: dict[str, str] = {one.id: one.nama for v in aturan.predikat.versi for one in v.ekspektasi}
        names |= {one.id: one.nama for v in aturan.predikat.versi for one in v.predikat}
        names |= {one.id: one.nama for v in aturan.angka_kredit.versi for one in v.jenjang}
        names |= {one.id: one.nama for v in aturan.skm.versi for one in v.unsur}
        return {**names, **KATA}.get(ident, ident)


def _moments(value: object) -> str:
    """Words for a day, a day with its time, a time alone, or several of them."""
    if isinstance(value, tuple | list):
        return id_list([_moments(one) for one in value]) or "tidak ada"
    day, _, clock = str(value).rpartition(" ") if ":" in str(value) else (str(value), "", "")
    words = [id_weekday(datetime.fromisoformat(day).date())] if day else []
    return " ".join([*words, f"pukul {clock.replace(':', '.')}"] if clock else words)


def _value(text: str) -> Exact:
    return exact(text) if "/" in text else Decimal(text)


def _count(name: str, nilai: int, satuan: str, masukan: tuple[Tempat, ...]) -> Angka:
    rumus = f"banyak {satuan} di data/perhitungan/"
    return Angka(id=f"perhitungan/{name}", nilai=nilai, status="resmi", satuan=satuan, rumus=rumus, masukan=masukan)
