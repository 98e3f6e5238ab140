"""Specification: the charts of services: values with intervals, before and after, series, and the line in a cell."""

from __future__ import annotations

import csv
import gzip
import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kinerja.charts import render, sparkline
from kinerja.charts.canvas import ROOM
from kinerja.charts.dumbbell import BATAS
from kinerja.charts.intervals import SELANG
from kinerja.charts.labels import INSET, MARGIN
from kinerja.charts.render import figure
from kinerja.charts.rows import between
from kinerja.charts.scale import tick_text, ticks, up_to
from kinerja.charts.style import DARK, LEBAR, LIGHT, SEMPIT, SMALL, text_width
from kinerja.charts.table import table
from kinerja.charts.trend import axis
from kinerja.model.repository import Repository
from kinerja.numbers import id_percent
from kinerja.rules.versi import version_on
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.grafik import PitaGrafik
from kinerja.summary.grafik_layanan import (
    BarisSelisih,
    GrafikDeret,
    GrafikSelang,
    GrafikSelisih,
    TitikDeret,
    TitikSelang,
)


def _angka(nilai: str | None, alasan=None, *, status="contoh", satuan="", n=None) -> Angka:
    if nilai is None and alasan is None:
        alasan = "belum-ada-data"
    return Angka(
        id=f"uji/{nilai or alasan}",
        nilai=None if nilai is None else Decimal(nilai),
        alasan=alasan,
        status=status,
        satuan=satuan,
        desimal=None if nilai is None else len(nilai.partition(".")[2]),
        n=n,
        rumus="sebagaimana diterbitkan",
        masukan=(Tempat("data/skm/uji.yaml"),),
    )


def _or_none(nilai: str | None, **lain) -> Angka | None:
    return None if nilai is None else _angka(nilai, **lain)


PITA = tuple(
    PitaGrafik(nama=f"Mutu {nama}", singkat=nama, bawah=Decimal(bawah), atas=Decimal(atas))
    for nama, bawah, atas in (("D", "25", "65"), ("C", "65", "76.61"), ("B", "76.61", "88.31"), ("A", "88.31", "100"))
)
UNSUR = (
    ("Persyaratan", "88.9", "87.0", "90.8"),
    ("Sistem, mekanisme, dan prosedur", "86.2", "84.0", "88.3"),
    ("Waktu penyelesaian", "79.4", "76.7", "82.1"),
    ("Biaya/tarif", "95.1", "93.8", "96.4"),
    ("Produk spesifikasi jenis pelayanan", "87.5", "85.4", "89.6"),
    ("Kompetensi pelaksana", "88.0", "86.1", "89.9"),
    ("Perilaku pelaksana", "90.3", "88.5", "92.1"),
    ("Penanganan pengaduan, saran, dan masukan", "74.8", "71.6", "78.0"),
    ("Sarana dan prasarana", "82.6", "80.2", "85.0"),
)


def _selang(status="contoh", unsur=UNSUR) -> GrafikSelang:
    return GrafikSelang(
        id="uji/unsur",
        judul="Kepuasan menurut unsur pelayanan",
        temuan="Penanganan pengaduan paling lemah: 74,8.",
        satuan="nilai 25–100",
        minimum=Decimal(65),
        maksimum=Decimal(100),
        pita=PITA,
        titik=tuple(
            TitikSelang(
                label=label,
                angka=_angka(nilai, status=status, n=214),
                bawah=_or_none(bawah, status=status),
                atas=_or_none(atas, status=status),
            )
            for label, nilai, bawah, atas in unsur
        ),
        status=status,
    )


def _baris(label, sebelum, sesudah, batas, kata, status="contoh") -> BarisSelisih:
    return BarisSelisih(
        label=label,
        sebelum=_angka(sebelum, status=status, n=120),
        sesudah=_angka(sesudah, status=status, n=131),
        batas=_or_none(batas, status=status),
        kata=kata,
    )


BARIS = (
    ("Kartu Keluarga", "5", "1", "3", "memenuhi standar"),
    ("KTP-el (cetak ulang)", "4", "1", "2", "memenuhi standar"),
    ("Akta kelahiran", "6", "2.5", "5", "memenuhi standar"),
    ("Izin praktik bidan", "14", "8", "7", "1 hari di atas standar"),
    ("Rekomendasi penelitian untuk mahasiswa dan lembaga", "5", "4", "3", "1 hari di atas standar"),
    ("Legalisasi ijazah", "2", "1", "1", "memenuhi standar"),
    ("Surat pindah", None, "3", "3", "memenuhi standar"),
    ("Surat kematian", "2", "2", None, "belum ada standar"),
    ("Izin reklame", None, None, "5", "belum ada data"),
)


def _selisih(status="contoh", baris=BARIS) -> GrafikSelisih:
    return GrafikSelisih(
        id="uji/waktu",
        judul="Waktu layanan sebelum dan sesudah, terhadap batas standar",
        temuan="Izin praktik bidan masih 1 hari di atas standar.",
        satuan="hari kerja, median",
        nama_sebelum="TW III 2025",
        nama_sesudah="TW III 2026",
        baris=tuple(_baris(*satu, status=status) for satu in baris),
        status=status,
    )


TITIK = (
    ("2024-tw4", "TW IV 2024", "12", "10", "14", "10", ""),
    ("2025-tw1", "TW I 2025", "11", "9.5", "13", "10", ""),
    ("2025-tw2", "TW II 2025", None, None, None, "10", ""),
    ("2025-tw3", "TW III 2025", "9", "8", "11", "10", ""),
    ("2025-tw4", "TW IV 2025", "8.5", "7", "10", "7", ""),
    ("2026-tw1", "TW I 2026", "8", "7", "9", "7",
     "Waktu mulai dihitung sejak berkas dinyatakan lengkap, bukan sejak permohonan diterima."),
    ("2026-tw2", "TW II 2026", "6.5", "6", "7.5", "7", ""),
    ("2026-tw3", "TW III 2026", "6", "5", "7", "7", ""),
)  # fmt: skip


def _deret(status="contoh", titik=TITIK, **lain) -> GrafikDeret:
    isi = {
        "id": "uji/deret",
        "judul": "Waktu layanan tiap triwulan",
        "temuan": "Median turun dari 8 menjadi 6 hari kerja sejak TW I 2026.",
        "satuan": "hari kerja, median",
        "nama_batas": "batas standar",
    }
    return GrafikDeret(
        **{**isi, **lain},
        titik=tuple(
            TitikDeret(
                periode=periode,
                label=label,
                angka=_angka(nilai, status=status, n=90),
                bawah=_or_none(bawah, status=status),
                atas=_or_none(atas, status=status),
                batas=_or_none(batas, status=status),
                patah=patah,
            )
            for periode, label, nilai, bawah, atas, batas, patah in titik
        ),
        status=status,
    )


IKM = (
    ("2022-s2", "Semester II 2022", "76.10", "73.20", "79.00", None, ""),
    ("2023-s1", "Semester I 2023", "78.92", "76.25", "81.59", None, ""),
    ("2023-s2", "Semester II 2023", None, None, None, None, ""),
    ("2024-s1", "Semester I 2024", "80.40", "78.00", None, None, "Survei tatap muka diganti survei daring."),
    ("2024-s2", "Semester II 2024", "84.75", "82.26", "87.24", None, ""),
    ("2025-s1", "Semester I 2025", "88.31", "86.05", "90.57", None, "Pertanyaan survei berubah."),
    ("2025-s2", "Semester II 2025", "90.02", "88.11", "91.93", None, ""),
    ("2026-s1", "Semester I 2026", "91.50", None, None, None, ""),
)


def _ikm() -> GrafikDeret:
    return _deret(titik=IKM, pita=PITA, minimum=Decimal("65"), satuan="nilai 25–100", nama_batas="")


def _panjang() -> GrafikDeret:
    titik = [
        (f"{t}-{b:02}", f"{n} {t}", str(3 + b % 4), None, None, "5", "")
        for t in (2025, 2026)
        for b, n in enumerate(("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt"), start=1)
    ]
    return _deret(titik=titik)


def _angkutan() -> GrafikDeret:
    """Long names of periods, large values, and a limit that is missing in between."""
    titik = (
        ("2024", "Tahun anggaran 2024 setelah perubahan anggaran", "1280", "1201", "1359", "1500", ""),
        ("2025", "Tahun anggaran 2025", "1410", None, "1600", None, ""),
        ("2026", "Tahun anggaran 2026", "1190", "1100", "1290", "1200", ""),
    )
    return _deret(titik=titik, satuan="menit")


def _sendiri() -> GrafikDeret:
    return _deret(titik=(("2026", "Tahun 2026", "0", None, None, None, ""),), nama_batas="")


def _unsur_kosong() -> GrafikSelang:
    """Reasons instead of values, an interval with an open end, a value at each end of the axis, a note."""
    unsur = (
        ("Persyaratan", "65", "65", "66.2"),
        ("Waktu", "100", "99.1", "100"),
        ("Biaya", None, None, None),
        ("Sarana dan prasarana pada kantor kelurahan serta mal pelayanan publik", "80", "78.5", None),
    )
    chart = _selang(unsur=unsur)
    return replace(chart, titik=(*chart.titik, replace(chart.titik[0], catatan="sampel kecil, 12 responden")))


def _besar() -> GrafikSelisih:
    """Values so near to each other and to the limit that their words could meet, and large ones."""
    baris = (
        ("Layanan A", "1000", "1001", "1000", "1 menit di atas standar"),
        ("Layanan B", "0", "0", "0", "memenuhi standar"),
        ("Layanan C", "1480", "1500", "1495", "5 menit di atas standar pelayanan yang berlaku sejak 2024"),
        ("Layanan D", "40", "20", "1", "19 menit di atas standar"),
        ("Layanan E", "1500", "1440", "1430", "10 menit di atas standar"),
    )
    return replace(_selisih(baris=baris), satuan="menit")


CHARTS = {
    "selang": _selang(),
    "selang-kosong": _unsur_kosong(),
    "selisih": _selisih(),
    "selisih-besar": _besar(),
    "deret": _deret(),
    "deret-pita": _ikm(),
    "deret-panjang": _panjang(),
    "deret-angkutan": _angkutan(),
    "deret-satu": _sendiri(),
}
each_chart = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
each_width = pytest.mark.parametrize("width", [LEBAR, SEMPIT])
each_palette = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["terang", "gelap"])


def _svgs(chart) -> tuple[str, str, str]:
    drawn = render(chart)
    return drawn.svg_lebar, drawn.svg_sempit, drawn.svg_mandiri


def _elements(svg: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter())


def _texts(svg: str) -> list[str]:
    return [element.text or "" for element in _elements(svg) if element.tag.endswith("text")]


def _words(svg: str) -> str:
    return " ".join(_texts(svg))


def _csv(chart) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(chart).csv.decode("utf-8"), newline="")))


def _boxes(chart, width, ink, standalone):
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    drawing = figure(chart, width, ink, standalone=standalone)
    drawing.set_facecolor(ink["latar"])
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    texts = drawing.axes[0].texts
    return drawing, [(text.get_text(), text.get_window_extent(canvas.get_renderer()), text) for text in texts]


def _lines(chart, colour: str, width: int = LEBAR) -> list[list[tuple[float, float]]]:
    """Every line of a colour, by its points on the sheet."""
    lines = figure(chart, width, LIGHT).axes[0].lines
    return [list(zip(*map(list, line.get_data()), strict=True)) for line in lines if line.get_color() == LIGHT[colour]]


# Every chart


@each_chart
@each_width
@pytest.mark.parametrize("standalone", [False, True], ids=["halaman", "mandiri"])
def test_no_words_touch_each_other_or_leave_the_sheet(chart, width, standalone):
    """Measured by the renderer."""
    drawing, boxes = _boxes(chart, width, LIGHT, standalone)
    for words, box, _ in boxes:
        assert box.x0 >= 0, words
        assert box.x1 <= drawing.bbox.x1, words
        assert box.y0 >= 0, words
        assert box.y1 <= drawing.bbox.y1, words
    for (words, box, _), (other, beside, _) in combinations(boxes, 2):
        across = min(box.x1, beside.x1) - max(box.x0, beside.x0)
        down = min(box.y1, beside.y1) - max(box.y0, beside.y0)
        assert across <= 0.5 or down <= 0.5, (words, other)


@each_chart
@each_width
def test_no_mark_leaves_the_sheet(chart, width):
    """Dots, whiskers, bars and limits lie on it whole."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    drawing = figure(chart, width, LIGHT)
    renderer = FigureCanvasAgg(drawing).get_renderer()
    for mark in (*drawing.axes[0].lines, *drawing.axes[0].patches):
        box = mark.get_window_extent(renderer)
        assert box.x0 >= 0
        assert box.x1 <= drawing.bbox.x1
        assert box.y0 >= 0
        assert box.y1 <= drawing.bbox.y1


def _contrast(one: str, other: str) -> float:
    """WCAG 2 contrast of two colours."""

    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05

    dark, bright = sorted((light(one), light(other)))
    return bright / dark


@each_chart
@each_width
@each_palette
def test_every_word_is_readable_on_what_lies_under_it(chart, width, palette):
    """4.5 : 1 against every dot under its box: no line, tick or whisker runs through a word."""
    import numpy
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    drawing, boxes = _boxes(chart, width, palette, False)
    for _, _, text in boxes:
        text.set_visible(False)
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    dots = numpy.asarray(canvas.buffer_rgba())[:, :, :3]
    for words, box, text in boxes:
        rows = slice(max(int(dots.shape[0] - box.y1), 0), int(dots.shape[0] - box.y0) + 1)
        under = dots[rows, int(box.x0) : int(box.x1) + 1].reshape(-1, 3)
        for colour in numpy.unique(under, axis=0):
            assert _contrast(text.get_color(), "#{:02x}{:02x}{:02x}".format(*colour)) >= 4.5, words


@each_palette
@pytest.mark.parametrize("ground", ["latar", "pita"])
def test_the_colour_of_limits_can_be_seen_and_read(palette, ground):
    """It is used for lines and for words."""
    assert _contrast(palette["standar"], palette[ground]) >= 4.5


@each_chart
def test_a_drawing_stays_within_its_budget(chart):
    """15 KB, and 2.5 KB packed."""
    for svg in _svgs(chart):
        assert len(svg.encode()) <= 15_000
        assert len(gzip.compress(svg.encode())) <= 2_500


@each_chart
def test_the_drawing_is_fit_for_a_strict_page(chart):
    """No style, no script, colours of the palette with their classes, title and takeaway for a screen reader."""
    css = (Path(__file__).parents[1] / "theme/static/css/token.css").read_text(encoding="utf-8")
    for svg in _svgs(chart):
        title, desc, marks = ElementTree.fromstring(svg)
        assert (title.text, marks.attrib) == (chart.judul, {"aria-hidden": "true"})
        assert desc.text == f"{chart.temuan} Angka lengkap ada pada tabel."
        for element in _elements(svg):
            assert element.tag.rsplit("}")[-1] in {"svg", "title", "desc", "g", "path", "circle", "text"}
            assert "style" not in element.attrib
            classes = element.attrib.get("class", "").split()
            for name in ("fill", "stroke"):
                colour = element.attrib.get(name)
                token = next((one[2:] for one in classes if one.startswith(f"{name[0]}-")), None)
                assert (None if token is None else LIGHT[token]) == (None if colour == "none" else colour)
                assert token is None or f".{name[0]}-{token} {{" in css


@each_chart
def test_the_same_chart_gives_the_same_bytes(chart):
    """Drawn twice."""
    assert render(chart) == render(chart)


@each_chart
def test_an_example_looks_like_one_in_every_form(chart):
    """The words and the hatching in the drawing, the status in the CSV."""
    for svg in _svgs(chart):
        assert "Contoh: angka rekaan, bukan hasil penilaian" in _texts(svg)
        assert "f-awas" in svg
    assert {row["status"] for row in _csv(chart)} == {"contoh"}


@pytest.mark.parametrize("make", [_selang, _selisih, _deret])
def test_an_official_chart_has_nothing_of_an_example(make):
    """Neither words nor status."""
    for svg in _svgs(make("resmi")):
        assert "ontoh" not in _words(svg)
    assert {row["status"] for row in _csv(make("resmi"))} == {"resmi"}


@pytest.mark.parametrize(("make", "field"), [(_selang, "titik"), (_selisih, "baris"), (_deret, "titik")])
def test_one_example_among_official_figures_is_marked_where_it_stands(make, field):
    """And a chart that holds it cannot say that it is official."""
    one = getattr(make("contoh"), field)[0]
    rest = getattr(make("resmi"), field)[1:]
    mixed = replace(make("contoh"), **{field: (one, *rest)})
    for svg in _svgs(mixed):
        assert sum(text == "Contoh" or text.endswith("· Contoh") for text in _texts(svg)) == 1
    assert [row["status"] for row in _csv(mixed)][:2] == ["contoh", "resmi"]
    with pytest.raises(ValueError, match="contoh"):
        replace(mixed, status="resmi")


@each_chart
def test_words_from_elsewhere_stay_words(chart):
    """Markup and control characters in a title do no harm."""
    hostile = replace(chart, judul='"><script>', temuan="]]>&lt; $x^2$")
    for svg in _svgs(hostile):
        assert "<script" not in svg
        assert ElementTree.fromstring(svg)[0].text == '"><script>'


# Values with intervals


def test_the_interval_stands_in_words_beside_its_value_on_both_widths():
    """Whoever cannot measure the bar reads it."""
    for svg in _svgs(_selang()):
        texts = _texts(svg)
        assert f"nilai dengan {SELANG}" in texts
        for _, nilai, bawah, atas in UNSUR:
            assert nilai.replace(".", ",") in texts
            assert f"{bawah}–{atas}".replace(".", ",") in texts


def test_the_bar_reaches_exactly_from_end_to_end():
    """87,0 to 90,8 on an axis from 65 to 100, and the dot at 88,9."""
    axes = figure(_selang(), LEBAR, LIGHT).axes[0]
    edges = {
        round(x)
        for patch in axes.patches
        if patch.get_facecolor()[:3] == _rgb(LIGHT["pita"])
        for x in (patch.get_x(), patch.get_x() + patch.get_width())
    }
    left, right = min(edges), max(edges)
    bar = next(p for p in axes.patches if p.get_facecolor()[:3] == _rgb(LIGHT["merek"]) and p.get_x() > 100)
    for value, x in ((Fraction("87.0"), bar.get_x()), (Fraction("90.8"), bar.get_x() + bar.get_width())):
        assert x == pytest.approx(left + float((value - 65) / 35) * (right - left), abs=1)


def _rgb(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))


def test_what_has_no_value_has_no_mark_but_its_reason():
    """A dotted row with words; never a dot at the beginning of the axis."""
    chart = _selang(unsur=(("Biaya", None, None, None),))
    for svg in _svgs(chart):
        assert "belum ada data" in _texts(svg)
        assert "<circle" not in svg
        assert SELANG not in _words(svg)


def test_an_open_interval_says_so():
    """In words, and as a broken line to the end of the axis."""
    chart = _selang(unsur=(("Sarana", "80", "78.5", None),))
    for svg in _svgs(chart):
        assert "78,5 atau lebih" in _texts(svg)
    assert max(x for line in _lines(chart, "merek") for x, _ in line) == pytest.approx(LEBAR - 12 - 172)


@pytest.mark.parametrize(
    ("bawah", "atas", "kata"),
    [("1", "2", "1–2"), ("1", None, "1 atau lebih"), (None, "2", "sampai 2"), (None, None, "")],
)
def test_the_words_of_an_interval(bawah, atas, kata):
    """Both ends, one, none."""
    assert between(_or_none(bawah), _or_none(atas)) == kata


def test_bands_outside_the_axis_are_not_drawn():
    """The axis begins at 65, so mutu D has neither stripe nor name."""
    for svg in _svgs(_selang()):
        assert {"Mutu A", "Mutu B", "Mutu C"} <= set(_texts(svg))
        assert "Mutu D" not in _words(svg)


def test_a_value_that_is_not_known_yet_may_have_its_lower_end():
    """A median among open requests: the drawing says from where on it lies; where nothing is known nothing is drawn."""
    unknown = _angka(None, "tidak-dapat-dinilai")
    titik = TitikDeret(periode="2026-tw3", label="TW III", angka=unknown, bawah=_angka("10"), atas=unknown)
    before = replace(titik, periode="2026-tw2", label="TW II", angka=_angka("12"), atas=_angka("13"))
    chart = replace(_deret(), titik=(before, titik))

    for svg in _svgs(chart):
        assert "10 atau lebih" in _words(svg)
    assert ",10,," in table(chart).decode().splitlines()[-1]
    with pytest.raises(ValueError, match="interval"):
        replace(titik, angka=_angka(None))


@pytest.mark.parametrize("unsur", [("U", "80", "81", "82"), ("U", "64", "62", "66"), ("U", None, "1", None)])
def test_an_impossible_interval_is_refused(unsur):
    """It does not hold its value, lies off the axis, or is around nothing."""
    with pytest.raises(ValueError, match=r"interval|axis"):
        _selang(unsur=(unsur,))


def test_rounded_ends_may_lie_a_hair_beside_an_unrounded_value():
    """All answers the same: value and ends are equal, whichever of them was rounded."""
    value = replace(_angka("88.884"), desimal=2)
    assert TitikSelang(label="U", angka=value, bawah=_angka("88.88"), atas=_angka("88.88"))


# Before and after


def test_both_values_the_limit_and_the_words_of_every_service_are_there():
    """Numbers beside the dots, names of both periods and of the limit in the key."""
    for svg in _svgs(_selisih()):
        texts, words = _texts(svg), _words(svg)
        assert {"TW III 2025", "TW III 2026", BATAS, "2,5", "14"} <= set(texts)
        assert words.count("1 hari di atas standar") >= 2
        assert "TW III 2025: belum ada data" in words
        assert svg.count('class="s-standar"') == 9


def test_only_what_is_over_its_limit_is_written_in_the_colour_of_the_limit():
    """Beside the words that say so, never instead of them."""
    for svg in _svgs(_selisih()):
        red = [e.text for e in _elements(svg) if e.tag.endswith("text") and "f-standar" in e.attrib["class"]]
        assert red == ["1 hari di atas standar"] * 2


def test_a_small_sample_over_its_limit_is_not_written_in_that_colour():
    """It is no ground for blame."""
    chart = _selisih()
    for svg in _svgs(replace(chart, baris=tuple(replace(baris, netral=True) for baris in chart.baris))):
        assert [e for e in _elements(svg) if e.tag.endswith("text") and "f-standar" in e.attrib["class"]] == []


def test_the_words_beside_a_label_leave_room_for_the_font_of_the_browser():
    """Ended at the edge, so that wider letters grow towards the label, and far enough from it."""
    right = SEMPIT - MARGIN - INSET
    rows = [(label, "5", "1", "3", "Tidak berubah") for label in ("Mutasi Siswa", "Surat Keterangan Pindah Contoh")]
    beside, below = (render(_selisih(baris=(row,))).svg_sempit for row in rows)
    ends = [(e.attrib["x"], e.attrib.get("text-anchor")) for e in _elements(beside) if e.text == "Tidak berubah"]
    starts = [e.attrib["x"] for e in _elements(below) if e.text == "Tidak berubah"]

    assert [(str(right), "end")] == ends
    assert [str(MARGIN + INSET)] == starts
    room = right - MARGIN - INSET - text_width("Mutasi Siswa", weight=600) * ROOM
    assert text_width("Tidak berubah") * ROOM < room


def test_the_tag_of_an_example_is_not_hatched_under_its_words():
    """Not even in the browser's own font: beside them, or below where they fill the strip."""
    for svg in _svgs(_selisih()):
        width = float(svg.split('width="', 1)[1].split('"', 1)[0])
        words = 22 + text_width("Contoh: angka rekaan, bukan hasil penilaian", SMALL, 600) * ROOM
        hatch = next(e.attrib["d"] for e in _elements(svg) if e.attrib.get("class") == "s-redup")
        x, y = map(float, re.match(r"M([\d.]+) ([\d.]+)", hatch).groups())
        assert (x >= words) if width > SEMPIT else (y > 21 + 4)


def test_before_is_hollow_and_after_is_filled():
    """Told apart without colour."""
    svg = render(_selisih(baris=BARIS[:1])).svg_lebar
    circles = [e.attrib["class"] for e in _elements(svg) if e.tag.endswith("circle")]
    assert circles == ["f-latar s-redup", "f-merek s-merek"] * 2


def test_the_same_value_before_and_after_is_a_ring_around_a_dot():
    """Neither hides the other."""
    axes = figure(_selisih(baris=BARIS[7:8]), LEBAR, LIGHT).axes[0]
    ring, dot = axes.patches[-2:]
    assert ring.center == dot.center
    assert ring.radius > dot.radius + 2


def test_the_limit_of_a_service_without_data_is_still_shown():
    """With a dotted row; a service without a limit has no tick."""
    for baris, ticks_drawn in ((BARIS[8], 1), (BARIS[7], 0)):
        marks = _lines(_selisih(baris=(baris,)), "standar")
        assert len(marks) == 2 * ticks_drawn  # one of them in the key


# Series


def test_no_line_crosses_a_break_or_a_missing_period():
    """Three runs: TW IV 2024 and TW I 2025, TW III and TW IV 2025, the three of 2026."""
    chart = _deret()
    bare = replace(chart, titik=tuple(replace(t, bawah=None, atas=None, batas=None) for t in chart.titik))
    for width, along in ((LEBAR, 0), (SEMPIT, 1)):
        runs = _lines(bare, "merek", width)
        assert [len(run) for run in runs] == [2, 2, 3]
        ends = [(run[0][along], run[-1][along]) for run in runs]
        assert all(end < start for (_, end), (start, _) in pairwise(ends))


def test_the_break_is_drawn_and_said():
    """Once, with the reason; a break before the first period has nothing to part."""
    for svg in _svgs(_deret()):
        assert _words(svg).count("Deret terputus") == 1
        assert "Waktu mulai dihitung sejak berkas dinyatakan lengkap" in _words(svg)
    for svg in _svgs(_deret(titik=TITIK[5:])):
        assert "Deret terputus" not in _words(svg)
    for svg in _svgs(_ikm()):
        assert _words(svg).count("Deret terputus") == 2


def test_a_missing_period_keeps_its_place_with_its_words():
    """Named, `belum ada data`, a dotted line and no dot."""
    for svg in _svgs(_deret()):
        assert "TW II 2025" in _words(svg)
        assert "belum ada data" in _words(svg)
        assert svg.count("<circle") == 7 + 1  # one in the key
        assert svg.count("stroke-dasharray") == 1


def test_the_limit_is_a_stepped_line_of_its_time():
    """Level through each period, a step where it changes, a gap at the break and where there is none."""
    for width, across in ((LEBAR, 1), (SEMPIT, 0)):
        runs = _lines(_deret(), "standar", width)[1:]  # the first is the key's
        assert [len(run) for run in runs] == [4, 2]
        first = [point[across] for point in runs[0]]
        assert (first[0], first[2]) == (first[1], first[3])
        assert first[1] != first[2]
    assert len(_lines(_angkutan(), "standar")) == 1 + 2


def test_ends_and_limits_that_are_not_known_are_not_drawn():
    """An Angka with a reason stands for them as None does: no whisker, no key, no line to the edge."""
    unknown = _angka(None, "tidak-dapat-dinilai")
    titik = TitikDeret(periode="2026", label="2026", angka=_angka("3"), bawah=unknown, atas=unknown, batas=unknown)
    series = replace(_deret(), titik=(titik, replace(titik, periode="2027")), nama_batas="")
    one = TitikSelang(label="U", angka=_angka("80"), bawah=unknown, atas=unknown)
    for chart in (series, replace(_selang(), titik=(one,))):
        for svg in _svgs(chart):
            assert "stroke-dasharray" not in svg
            assert "s-standar" not in svg
            assert SELANG not in _words(svg)


def test_official_and_example_values_are_never_joined():
    """A line would claim that they belong together."""
    first, second = _deret("resmi").titik[0], _deret("contoh").titik[1]
    chart = replace(_deret(), titik=tuple(replace(t, bawah=None, atas=None, batas=None) for t in (first, second)))
    assert _lines(chart, "merek") == []


def test_every_value_and_interval_of_a_series_stands_in_words():
    """On both widths, whichever way the periods run."""
    for svg in _svgs(_deret()):
        packed = _words(svg).replace(" ", "")
        for _, label, nilai, bawah, atas, _, _ in TITIK:
            assert label.replace(" ", "") in packed
            if nilai:
                assert nilai.replace(".", ",") in _texts(svg)
                assert f"{bawah}–{atas}".replace(".", ",") in packed


def test_an_axis_without_ends_goes_from_zero_to_a_round_number():
    """With bands it is theirs; what is given stays."""
    assert axis(_deret()) == (Decimal(0), Decimal(15))
    assert axis(_ikm()) == (Decimal(65), Decimal(100))
    assert axis(_deret(minimum=Decimal(0), maksimum=Decimal(20))) == (Decimal(0), Decimal(20))
    assert axis(_sendiri()) == (Decimal(0), Decimal(1))


def test_a_series_off_its_axis_or_without_a_name_for_its_limit_is_refused():
    """Neither could be drawn truly."""
    with pytest.raises(ValueError, match="axis"):
        _deret(maksimum=Decimal(13))
    with pytest.raises(ValueError, match="axis"):
        _deret(pita=PITA)
    with pytest.raises(ValueError, match="names"):
        _deret(nama_batas="")


def test_round_numbers_for_an_axis():
    """1, 2, 3, 4, 5 and their tens; the end holds the highest value."""
    assert ticks(0, 15, 5) == (0, 3, 6, 9, 12, 15)
    assert [tick_text(value) for value in ticks(0, Fraction(1, 2), 5)] == ["0", "0,1", "0,2", "0,3", "0,4", "0,5"]
    assert ticks(Decimal("2.5"), 10, 4) == (4, 6, 8, 10)
    assert (up_to([14, 3], 5), up_to([1501], 4), up_to([], 5), up_to([0], 5)) == (15, 1600, 1, 1)
    assert tick_text(Fraction(1500)) == "1.500"


# Tables


def test_the_csv_has_the_interval_in_columns_of_its_own():
    """bawah, atas and n, numbers with a point, reasons in words."""
    rows = _csv(_selang())
    assert list(rows[0]) == ["nama", "nilai", "bawah", "atas", "satuan", "alasan", "n", "catatan", "status"]
    assert [rows[0][key] for key in ("nilai", "bawah", "atas", "n")] == ["88.9", "87.0", "90.8", "214"]
    empty = _csv(_unsur_kosong())
    assert [empty[2][key] for key in ("nilai", "bawah", "atas", "alasan")] == ["", "", "", "belum ada data"]
    assert (empty[3]["bawah"], empty[3]["atas"]) == ("78.5", "")


def test_the_csv_of_before_and_after():
    """One row a service, each value with its own n and reason."""
    rows = _csv(_selisih())
    assert [rows[3][key] for key in ("sebelum", "sesudah", "batas", "keterangan")] == ["14", "8", "7", BARIS[3][4]]
    assert [rows[6][key] for key in ("sebelum", "alasan_sebelum", "sesudah")] == ["", "belum ada data", "3"]
    assert (rows[0]["n_sebelum"], rows[0]["n_sesudah"]) == ("120", "131")
    assert rows[7]["batas"] == ""


def test_the_csv_of_a_series():
    """Every period, the missing one too, and why the series breaks."""
    rows = _csv(_deret())
    assert [row["periode"] for row in rows] == [titik[0] for titik in TITIK]
    assert [rows[1][key] for key in ("nilai", "bawah", "atas", "batas", "n")] == ["11", "9.5", "13", "10", "90"]
    assert (rows[2]["nilai"], rows[2]["alasan"]) == ("", "belum ada data")
    assert [row["periode"] for row in rows if row["patah"]] == ["2026-tw1"]


# The line in a cell


def _mini(*nilai: str | None, status="resmi", **lain) -> str:
    return sparkline([_angka(satu, status=status) for satu in nilai], "Median: turun", **lain)


def _moves(svg: str) -> list[int]:
    """How many points each run of the line has."""
    found = re.search(r'class="s-merek"[^>]* d="([^"]+)"', svg)
    return [run.count("L") + 1 for run in found[1].split("M")[1:]] if found else []


def test_the_line_in_a_cell_is_small_and_passes_a_strict_page():
    """No id, no style, its name for a screen reader, under 1 KB."""
    svg = _mini("3", "5", None, "2.5", "4", "1", "2", "3")
    root = ElementTree.fromstring(svg)
    assert (root.attrib["role"], root.attrib["aria-label"]) == ("img", "Median: turun")
    assert (root.attrib["width"], root.attrib["height"]) == ("120", "32")
    assert len(svg) <= 1000
    assert not re.search(r"style=| id=|url\(|href", svg)


def test_the_line_in_a_cell_has_gaps():
    """Where there is no value and where the series breaks; a lonely value is a dot, the newest a larger one."""
    assert _moves(_mini("1", "2", None, "3", "4", "5")) == [2, 3]
    assert _moves(_mini("1", "2", "3", "4", patah=(2,))) == [2, 2]
    alone = _mini("1", None, "3", "4")
    assert _moves(alone) == [2]
    assert alone.count("<circle") == 2
    assert _mini("1", "2", None).count("<circle") == 0


def test_the_line_in_a_cell_spans_its_height_and_never_falls_to_zero():
    """The highest value is on top, a level series in the middle, nothing at all a dotted line."""
    assert "M4 4L60 28L116 16" in _mini("10", "2", "6")
    assert "M4 16L116 16" in _mini("7", "7")
    for nothing in (_mini(None, None), sparkline([], "Median: turun")):
        assert "stroke-dasharray" in nothing
        assert "merek" not in nothing


def test_the_line_in_a_cell_shows_an_example():
    """Hatched behind it."""
    assert "s-garis" in _mini("1", "2", status="contoh")
    assert "s-garis" not in _mini("1", "2")


def test_words_in_the_name_of_the_line_stay_words():
    """Quotes and angle brackets are escaped."""
    svg = sparkline([_angka("1")], '"><script>')
    assert ElementTree.fromstring(svg).attrib["aria-label"] == '"><script>'


def test_the_key_names_the_level_of_the_rule(repo: Repository, tanggal: date) -> None:
    """The words of a drawing follow data/aturan/selang.yaml."""
    versi = version_on(repo.aturan.selang, tanggal)

    assert versi is not None
    assert id_percent(versi.tingkat) in SELANG
