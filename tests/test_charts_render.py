"""Specification: one chart in all its forms."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kinerja.charts import render
from kinerja.charts.render import figure
from kinerja.charts.style import DARK, LEBAR, LIGHT, SEMPIT
from kinerja.charts.table import plain, safe
from kinerja.model.dokumen import Pita
from kinerja.summary.angka import Angka, Tempat
from kinerja.summary.grafik import (
    EraPita,
    GrafikMatriks,
    GrafikPita,
    PembandingGrafik,
    PitaGrafik,
    Rentang,
    SelMatriks,
    TitikPita,
    pita_grafik,
)


def _angka(nilai: str | None, *, alasan=None, status="resmi", satuan="") -> Angka:
    return Angka(
        id=f"uji/{nilai or alasan}",
        nilai=None if nilai is None else Decimal(nilai),
        alasan=alasan,
        status=status,
        satuan=satuan,
        desimal=None if nilai is None else 2,
        rumus="sebagaimana diterbitkan",
        masukan=(Tempat("data/penilaian-luar/uji.yaml"),),
    )


def _titik(periode: str, angka: Angka | None = None, **lain) -> TitikPita:
    return TitikPita(periode=periode, label=lain.pop("label", periode), angka=angka, **{"status": "resmi", **lain})


def _pita(*batas: tuple[str, str, str]) -> tuple[PitaGrafik, ...]:
    return tuple(
        PitaGrafik(nama=nama, singkat=nama[-1], bawah=Decimal(bawah), atas=Decimal(atas)) for nama, bawah, atas in batas
    )


def _ombudsman() -> GrafikPita:
    batas = (
        ("e", "Kualitas terendah", "0"), ("d", "Kualitas rendah", "32"), ("c", "Kualitas sedang", "54"),
        ("b", "Kualitas tinggi", "78"), ("a", "Kualitas tertinggi", "88"),
    )  # fmt: skip
    pita = pita_grafik([Pita(id=i, nama=n, bawah=Decimal(b)) for i, n, b in batas], Decimal(100))
    titik = (
        _titik("2021", _angka(None, alasan="belum-ada-data")),
        _titik("2022", rentang=Rentang(bawah=Decimal(78), atas=Decimal(100), kata="Zona hijau")),
        _titik("2023", rentang=Rentang(bawah=Decimal(88), atas=Decimal(100), kata="Kategori A")),
        _titik(
            "2024",
            _angka("93.47"),
            kategori="Kualitas tertinggi",
            pembanding=(PembandingGrafik(nama="Kota Pembanding", angka=_angka("71.5", status="resmi")),),
        ),
    )
    return GrafikPita(
        id="penilaian-luar/ombudsman-kepatuhan",
        judul="Kepatuhan pelayanan publik menurut Ombudsman RI",
        temuan="Pada 2024 nilainya 93,47, kategori A.",
        satuan="nilai 0–100",
        minimum=Decimal(0),
        maksimum=Decimal(100),
        pita_per_era=(EraPita(judul="Kategori Ombudsman RI", berlaku_mulai="2021", pita=pita, titik=titik),),
    )


def _skm(status_akhir="contoh") -> GrafikPita:
    lama = _pita(
        ("Mutu D", "25", "43.76"), ("Mutu C", "43.76", "62.51"),
        ("Mutu B", "62.51", "81.26"), ("Mutu A", "81.26", "100"),
    )  # fmt: skip
    baru = _pita(
        ("Mutu D", "25", "65"),
        ("Mutu C", "65", "76.61"),
        ("Mutu B", "76.61", "88.31"),
        ("Mutu A", "88.31", "100"),
    )
    akhir = [
        _titik(tahun, _angka(nilai, status=status_akhir), kategori=mutu, status=status_akhir)
        for tahun, nilai, mutu in (("2019", "85.2", "Mutu B"), ("2020", "89.4", "Mutu A"))
    ]
    return GrafikPita(
        id="penilaian-luar/skm-kalbar",
        judul="Survei kepuasan masyarakat Provinsi Kalimantan Barat",
        temuan="Nilai 76,49 pada 2016 adalah mutu B menurut pita 2014, tetapi mutu C menurut pita 2017.",
        satuan="indeks",
        minimum=Decimal(25),
        maksimum=Decimal(100),
        pita_per_era=(
            EraPita(
                judul="Pita Permenpan RB 16/2014",
                berlaku_mulai="2014-05-02",
                pita=lama,
                titik=(
                    _titik("2015", _angka("74.32"), kategori="Mutu B"),
                    _titik("2016", _angka("76.49"), kategori="Mutu B"),
                ),
            ),
            EraPita(
                judul="Pita Permenpan RB 14/2017",
                berlaku_mulai="2017-05-09",
                pita=baru,
                titik=(_titik("2018", _angka(None, alasan="tidak-dapat-dinilai")), *akhir),
            ),
        ),
    )


def _sakip() -> GrafikPita:
    batas = (("D", "0", "30"), ("C", "30", "50"), ("CC", "50", "60"), ("B", "60", "70"), ("BB", "70", "80"),
             ("A", "80", "90"), ("AA", "90", "100"))  # fmt: skip
    pita = tuple(PitaGrafik(nama=f"Predikat {n}", singkat=n, bawah=Decimal(b), atas=Decimal(a)) for n, b, a in batas)
    titik = (
        _titik("2023-s1", _angka("1.005", satuan="%"), label="Semester I tahun 2023"),
        _titik("2024", _angka(None, alasan="disamarkan"), label="Tahun anggaran dengan nama yang sangat panjang"),
    )
    return GrafikPita(
        id="uji/padat",
        judul="Sakip",
        temuan="Padat.",
        satuan="",
        minimum=Decimal(0),
        maksimum=Decimal(100),
        pita_per_era=(EraPita(judul="Predikat", berlaku_mulai="2023", pita=pita, titik=titik),),
    )


def _pegawai() -> GrafikPita:
    titik = _titik("2025", replace(_angka("4812"), desimal=0, satuan="pegawai"))
    return GrafikPita(
        id="uji/pegawai",
        judul="Jumlah pegawai",
        temuan="Pegawai berjumlah 4.812.",
        satuan="pegawai",
        minimum=Decimal(0),
        maksimum=Decimal(6000),
        pita_per_era=(EraPita(judul="", berlaku_mulai="2025", pita=(), titik=(titik,)),),
    )


TINGKAT = (
    ("di-atas-ekspektasi", "Di atas ekspektasi"),
    ("sesuai-ekspektasi", "Sesuai ekspektasi"),
    ("di-bawah-ekspektasi", "Di bawah ekspektasi"),
)
SEL = (
    ("sangat-baik", "baik", "kurang"),
    ("baik", "baik", "kurang"),
    ("butuh-perbaikan", "butuh-perbaikan", "sangat-kurang"),
)


def _matriks(status="resmi", angka: Angka | None = None) -> GrafikMatriks:
    return GrafikMatriks(
        id="aturan/predikat",
        judul="Predikat dari hasil kerja dan perilaku kerja",
        temuan="Perilaku di bawah ekspektasi selalu menjadi Kurang atau Sangat Kurang.",
        ekspektasi=TINGKAT,
        status=status,
        sel=tuple(
            SelMatriks(
                hasil_kerja=baris[0],
                perilaku_kerja=kolom[0],
                predikat=predikat,
                nama=predikat.replace("-", " ").title(),
                angka=angka,
            )
            for baris, isi in zip(TINGKAT, SEL, strict=True)
            for kolom, predikat in zip(TINGKAT, isi, strict=True)
        ),
    )


CHARTS = {
    "ombudsman": _ombudsman(),
    "skm": _skm(),
    "sakip": _sakip(),
    "pegawai": _pegawai(),
    "matriks": _matriks(),
    "matriks-contoh": _matriks("contoh", _angka(None, alasan="disamarkan", status="contoh")),
}
each_chart = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
each_width = pytest.mark.parametrize("width", [LEBAR, SEMPIT])


def _svgs(chart) -> tuple[str, str, str]:
    drawn = render(chart)
    return drawn.svg_lebar, drawn.svg_sempit, drawn.svg_mandiri


def _elements(svg: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter())


def _texts(svg: str) -> list[str]:
    return [element.text or "" for element in _elements(svg) if element.tag.endswith("text")]


def _digits(text: str) -> list[str]:
    return re.findall(r"\d[\d.,]*\d|\d", text)


def _said(chart) -> set[str]:
    """Every number that the formatted data holds."""
    if isinstance(chart, GrafikMatriks):
        return {digits for sel in chart.sel if sel.angka for digits in _digits(sel.angka.teks)}
    words = [chart.judul, chart.temuan, chart.satuan]
    edges = {chart.minimum, chart.maksimum}
    for era in chart.pita_per_era:
        words.append(era.judul)
        edges |= {edge for pita in era.pita for edge in (pita.bawah, pita.atas)}
        for titik in era.titik:
            words += [titik.label, titik.kategori, titik.angka.teks if titik.angka else ""]
            words += [satu.angka.teks for satu in titik.pembanding]
    words += [f"{edge:f}".replace(".", ",") if edge < 1000 else f"{edge:,f}".replace(",", ".") for edge in edges]
    return {digits for text in words for digits in _digits(text)}


@each_chart
def test_every_number_in_the_drawing_is_a_number_of_the_data(chart):
    """No rounding of the file reaches a text: 4.812 pegawai stays 4.812."""
    for svg in _svgs(chart):
        assert {digits for text in _texts(svg) for digits in _digits(text)} <= _said(chart)


def test_a_value_is_printed_on_both_widths_in_full():
    """The same figures stand on the phone."""
    for svg in _svgs(_pegawai()):
        assert "4.812 pegawai" in _texts(svg)
    for svg in _svgs(_ombudsman()):
        assert {"93,47", "71,50", "Zona hijau", "belum ada data"} <= set(_texts(svg))


@each_chart
def test_the_drawing_carries_no_style_no_script_and_nothing_from_elsewhere(chart):
    """A page with a strict Content-Security-Policy can hold it."""
    for svg in _svgs(chart):
        for element in _elements(svg):
            assert element.tag.rsplit("}")[-1] in {"svg", "title", "desc", "g", "path", "circle", "text"}
            assert not [name for name in element.attrib if name == "style" or name.startswith("on") or "href" in name]
        rest = svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert "url(" not in rest
        assert "://" not in rest


def test_ids_are_unique_on_a_page_with_all_charts():
    """Both widths of every chart and the standalone drawing stand side by side without a common id."""
    charts = [chart for name, chart in CHARTS.items() if name != "matriks-contoh"]
    ids = [ident for chart in charts for svg in _svgs(chart) for ident in re.findall(r' id="([^"]+)"', svg)]
    assert len(ids) == 2 * 3 * len(charts)
    assert len(set(ids)) == len(ids)


@each_chart
def test_a_screen_reader_hears_title_and_takeaway_once(chart):
    """role=img with both names, and the marks hidden from it."""
    for svg in _svgs(chart):
        root = ElementTree.fromstring(svg)
        title, desc, marks = root
        assert root.attrib["role"] == "img"
        assert root.attrib["aria-labelledby"] == title.attrib["id"]
        assert root.attrib["aria-describedby"] == desc.attrib["id"]
        assert title.text == chart.judul
        assert desc.text == f"{chart.temuan} Angka lengkap ada pada tabel."
        assert marks.attrib == {"aria-hidden": "true"}


@each_chart
def test_every_colour_is_of_the_palette_and_has_its_class(chart):
    """The page's CSS colours it by class, a printer without that CSS by the literal."""
    css = (Path(__file__).parents[1] / "theme/static/css/token.css").read_text(encoding="utf-8")
    for svg in _svgs(chart):
        for element in _elements(svg):
            classes = element.attrib.get("class", "").split()
            for name in ("fill", "stroke"):
                colour = element.attrib.get(name)
                token = next((one[2:] for one in classes if one.startswith(f"{name[0]}-")), None)
                assert (None if token is None else LIGHT[token]) == (None if colour == "none" else colour)
                assert token is None or f".{name[0]}-{token} {{" in css


@each_chart
def test_a_drawing_stays_within_its_budget(chart):
    """15 KB, and 2.5 KB packed."""
    for svg in _svgs(chart):
        assert len(svg.encode()) <= 15_000
        assert len(gzip.compress(svg.encode())) <= 2_500


@each_chart
@each_width
@pytest.mark.parametrize("standalone", [False, True], ids=["halaman", "mandiri"])
def test_no_words_touch_each_other_or_leave_the_sheet(chart, width, standalone):
    """Measured by the renderer."""
    drawing, boxes = _boxes(chart, width, LIGHT, standalone)
    sheet = drawing.bbox
    for words, box, _ in boxes:
        assert box.x0 >= 0, words
        assert box.x1 <= sheet.x1, words
        assert box.y0 >= 0, words
        assert box.y1 <= sheet.y1, words
    for (words, box, _), (other, beside, _) in combinations(boxes, 2):
        across = min(box.x1, beside.x1) - max(box.x0, beside.x0)
        down = min(box.y1, beside.y1) - max(box.y0, beside.y0)
        assert across <= 0.5 or down <= 0.5, (words, other)


def _contrast(one: str, other: str) -> float:
    """WCAG 2 contrast of two colours."""

    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05

    dark, bright = sorted((light(one), light(other)))
    return bright / dark


def _boxes(chart, width, ink, standalone):
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    drawing = figure(chart, width, ink, standalone=standalone)
    drawing.set_facecolor(ink["latar"])
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    texts = drawing.axes[0].texts
    return drawing, [(text.get_text(), text.get_window_extent(canvas.get_renderer()), text) for text in texts]


@each_chart
@each_width
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["terang", "gelap"])
def test_every_word_is_readable_on_what_lies_under_it(chart, width, palette):
    """4.5 : 1 against every dot under its box, whatever was drawn there."""
    import numpy
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    drawing, boxes = _boxes(chart, width, palette, False)
    for _, _, text in boxes:
        text.set_visible(False)
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    dots = numpy.asarray(canvas.buffer_rgba())[:, :, :3]
    for words, box, text in boxes:
        rows = slice(int(dots.shape[0] - box.y1), int(dots.shape[0] - box.y0) + 1)
        under = dots[max(rows.start, 0) : rows.stop, int(box.x0) : int(box.x1) + 1].reshape(-1, 3)
        for colour in numpy.unique(under, axis=0):
            assert _contrast(text.get_color(), "#{:02x}{:02x}{:02x}".format(*colour)) >= 4.5, words


def test_where_the_rule_changes_the_drawing_breaks():
    """No line joins 2016 to a value under the next bands; the break is drawn and said once a change."""
    lines = figure(_skm("resmi"), LEBAR, LIGHT).axes[0].lines
    (broken,) = (line for line in lines if len(line.get_xdata()) > 2)
    links = [tuple(line.get_ydata()) for line in lines if line.get_color() == LIGHT["redup"] and line != broken]
    slopes = [(top, bottom) for top, bottom in links if top != bottom]
    assert len(slopes) == 2  # 2015–2016 and 2019–2020
    assert not [slope for slope in slopes if slope[0] < min(broken.get_ydata()) < slope[1]]
    words = " ".join(_texts(_svgs(_skm())[1]))
    assert words.count("Aturan berubah") == 1
    assert "Aturan berubah" not in " ".join(_texts(_svgs(_ombudsman())[1]))


def test_an_official_and_an_example_value_are_never_joined():
    """A line would claim that they belong together."""
    chart = _skm("resmi")
    era = chart.pita_per_era[0]
    contoh = replace(era.titik[1], status="contoh", angka=_angka("76.49", status="contoh"))
    mixed = replace(chart, pita_per_era=(replace(era, titik=(era.titik[0], contoh)),))
    assert not [line for line in figure(mixed, LEBAR, LIGHT).axes[0].lines if line.get_linewidth() == 1.5]


def test_every_band_is_named_even_where_its_name_is_too_wide():
    """On the band, or below with its short name, or below with its edges."""
    chart = _ombudsman()
    era = chart.pita_per_era[0]
    nameless = replace(era, pita=tuple(replace(pita, singkat="") for pita in era.pita))
    for svg in _svgs(chart):
        assert "A = Kualitas tertinggi" in " ".join(_texts(svg))
    for svg in _svgs(replace(chart, pita_per_era=(nameless,))):
        assert "88–100 = Kualitas tertinggi" in " ".join(_texts(svg))
    for svg in _svgs(_skm()):
        assert "Mutu A" in _texts(svg)


def test_what_is_missing_or_hidden_is_drawn_with_its_words_and_never_at_zero():
    """`belum ada data`, `disamarkan`, and `tidak dapat dinilai` have a dotted row and no mark."""
    for alasan, kata in (("belum-ada-data", "belum ada data"), ("disamarkan", "disamarkan")):
        chart = _ombudsman()
        titik = (_titik("2021", _angka(None, alasan=alasan)),)
        alone = replace(chart, pita_per_era=(replace(chart.pita_per_era[0], titik=titik),))
        for svg in _svgs(alone):
            assert kata in _texts(svg)
            assert "<circle" not in svg
            assert "stroke-dasharray" in svg


def test_an_example_looks_like_one_in_every_form():
    """The word, the hatching, and the column of the CSV; nothing of it in an official chart."""
    for chart in (_skm(), CHARTS["matriks-contoh"]):
        for svg in _svgs(chart):
            assert "Contoh: angka rekaan, bukan hasil penilaian" in _texts(svg)
            assert "f-awas" in svg
        assert b",contoh" in render(chart).csv
    for svg in _svgs(_skm("resmi")):
        assert "ontoh" not in " ".join(_texts(svg))
    assert b"contoh" not in render(_skm("resmi")).csv


@pytest.mark.parametrize(
    "words",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "]]>&lt;", "$x^2$ \\frac", "a\x00b\nc"],
)
def test_hostile_words_stay_words(words):
    """Titles and labels are escaped, formulas are not set, control characters vanish."""
    chart = _ombudsman()
    era = replace(chart.pita_per_era[0], judul=words)
    hostile = replace(chart, judul=words.replace("\x00", ""), temuan=words.replace("\x00", ""), pita_per_era=(era,))
    for svg in _svgs(hostile):
        for element in _elements(svg):
            assert element.tag.rsplit("}")[-1] in {"svg", "title", "desc", "g", "path", "circle", "text"}
        assert " ".join(words.replace("\x00", " ").split()) in " ".join(_texts(svg))


def test_a_letter_that_the_font_lacks_is_drawn_all_the_same(caplog):
    """DejaVu helps out, without a warning in the log: a warning ends the build."""
    chart = replace(_ombudsman(), judul="Ωmega Ж")
    render(chart)
    assert not caplog.records


def test_two_processes_draw_the_same_bytes():
    """Nothing of the clock, the machine or the order of a set is in the files."""
    code = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1])\n"
        "from test_charts_render import CHARTS, digest\n"
        "print([digest(chart) for chart in CHARTS.values()])"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, str(Path(__file__).parent)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "Asia/Makassar"), ("2", "America/Lima"))
    }
    assert len(runs) == 1


def digest(chart) -> str:
    """One number for all the forms of a chart."""
    drawn = render(chart)
    whole = "".join((drawn.svg_lebar, drawn.svg_sempit, drawn.svg_mandiri)).encode() + drawn.png + drawn.csv
    return hashlib.sha256(whole).hexdigest()


def test_the_picture_is_twice_the_size_and_says_nothing_of_its_making():
    """PNG for messages and reports, opaque, without text chunks."""
    from PIL import Image

    drawn = render(_ombudsman())
    with Image.open(io.BytesIO(drawn.png)) as picture:
        assert picture.width == 2 * LEBAR
        assert picture.getpixel((0, 0)) == (255, 255, 255, 255)
    assert not re.search(rb"tEXt|iTXt|zTXt|tIME", drawn.png)


def test_the_standalone_drawing_opens_by_itself():
    """It has its namespace, its ground, and title and takeaway in sight."""
    chart = _ombudsman()
    svg = render(chart).svg_mandiri
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert 'class="f-latar" fill="#ffffff"' in svg
    assert chart.temuan in " ".join(_texts(svg))
    assert "xmlns" not in render(chart).svg_lebar


def test_the_csv_has_the_rows_of_the_drawing_for_machines():
    """Points in numbers, reasons in words, comparisons as rows of their own, CRLF."""
    raw = render(_ombudsman()).csv
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8"), newline="")))
    assert raw.endswith(b"\r\n")
    assert [(row["periode"], row["nilai"], row["alasan"]) for row in rows] == [
        ("2021", "", "belum ada data"),
        ("2022", "", ""),
        ("2023", "", ""),
        ("2024", "93.47", ""),
        ("2024", "71.50", ""),
    ]
    assert (rows[1]["kategori"], rows[1]["rentang_bawah"], rows[1]["rentang_atas"]) == (
        "Zona hijau",
        "78",
        "100",
    )
    assert rows[4]["pembanding"] == "Kota Pembanding"
    assert {row["status"] for row in rows} == {"resmi"}
    assert {row["berlaku_mulai"] for row in rows} == {"2021"}


@pytest.mark.parametrize("cell", ["=1+1", "+62", "-3", "-3.25", "@x", "\tx", "\rx", "-x", "=", "- 1", "teks"])
def test_a_cell_cannot_become_a_formula(cell):
    """An apostrophe before what a spreadsheet would run, none before a plain number."""
    plain_number = re.fullmatch(r"[+-]?\d+(\.\d+)?", cell)
    assert safe(cell) == (cell if plain_number or cell == "teks" else f"'{cell}")


def test_a_number_for_machines_is_exact_where_it_can_be():
    """Half up where decimals are set; a fraction without them has six."""
    assert plain(Decimal("93.465"), 2) == "93.47"
    assert plain(Decimal("1E+3"), None) == "1000"
    assert plain(Fraction(1, 3), None) == "0.333333"
    assert plain(Fraction(6, 3), None) == "2"


def test_a_point_off_the_axis_is_refused():
    """It would be drawn at the edge, which is not where it is."""
    with pytest.raises(ValueError, match="off its axis"):
        replace(_ombudsman(), maksimum=Decimal(90))


def test_asking_for_help_does_not_load_the_drawing_library():
    """Importing the charts is cheap; drawing one is not."""
    code = "import sys, kinerja.charts; print('matplotlib' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert found == "False\n"
