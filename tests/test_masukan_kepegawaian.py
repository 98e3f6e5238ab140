"""What goes wrong in a web editor is told with place, reason and remedy, in words of an HR officer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from kinerja.cli import cli
from kinerja.load.repository import read_sources

LAMA = "data/kriteria/petugas-contoh/2026-01-01.yaml"
BARU = "data/kriteria/petugas-contoh/2027-01-01.yaml"
ASPEK = "data/hasil/2026-tw3/aspek-petugas-contoh.yaml"


@pytest.fixture
def akar(root: Path, tmp_path: Path) -> Path:
    """The small city."""
    for berkas, data in read_sources(root / "tests/kasus/dasar").items():
        (tmp_path / berkas).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / berkas).write_bytes(data)
    (tmp_path / "schemas").symlink_to(root / "schemas")
    return tmp_path


def lines(akar: Path, berkas: str, changes: Mapping[str, str]) -> list[str]:
    """What `periksa` says of a file after these replacements."""
    text = (akar / berkas).read_text("utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    (akar / berkas).write_text(text, "utf-8")
    done = CliRunner().invoke(cli, ["--akar", str(akar), "--tanggal", "2026-11-24", "periksa"])
    assert done.exit_code == 1, done.output
    assert "Traceback" not in done.output
    return [line for line in done.output.splitlines() if ": " in line and line.startswith("data/")]


@pytest.mark.parametrize(
    ("berkas", "changes", "pesan"),
    [
        pytest.param(
            LAMA, {"judul: Kriteria Petugas Contoh": "judul:"},
            f"{LAMA}:2:7: yaml-isian-kosong: isian ini kosong. Saran: Isi nilainya, atau hapus baris ini bila belum ada"
            " data.", id="half-finished: a key without a value",
        ),
        pytest.param(
            LAMA, {"    nama: Sikap melayani": "    nama"},
            f"{LAMA}:23:5: yaml-sintaks: kunci ini tidak diikuti titik dua. Saran: Periksa spasi di awal baris, titik"
            " dua setelah kunci, dan tanda kutip pada baris ini dan sebelumnya.",
            id="half-finished: a key without a colon",
        ),
        pytest.param(
            LAMA, {"    nama: Sikap melayani": "\tnama: Sikap melayani"},
            f"{LAMA}:22:1: yaml-tab: ada tab di sini. Saran: Ganti tab dengan spasi; tiap tingkat menjorok dua spasi.",
            id="a tab",
        ),
        pytest.param(
            LAMA, {'"60"': "“60”"},
            f"{LAMA}:14:12: yaml-kutip: tanda kutip miring (“ ”) tidak dikenal di sini. Saran: Ganti dengan tanda kutip"
            ' tegak ("), misalnya: bobot: "60".', id="smart quotes",
        ),
        pytest.param(
            LAMA, {'    bobot: "40"\n': '<<<<<<< HEAD\n    bobot: "40"\n=======\n    bobot: "50"\n>>>>>>> usulan\n'},
            f"{LAMA}:23:1: yaml-konflik: tanda penggabungan git tertinggal di sini (<<<<<<<, =======, >>>>>>>). Saran:"
            " Pilih bagian yang benar dari kedua versi, lalu hapus ketiga baris tanda itu.",
            id="marks of a merge conflict",
        ),
        pytest.param(
            LAMA, {'"60"': '"65"'},
            f"{LAMA}:12:3: bobot-tidak-seratus: jumlah bobot 105, seharusnya 100. Saran: Ubah bobot sehingga jumlahnya"
            " tepat 100.", id="weights of 105",
        ),
        pytest.param(
            LAMA, {"      - id: sopan": "      - id: tepat-waktu"},
            f"{LAMA}:25:13: id-ganda: id ini sudah dipakai", id="an id used twice",
        ),
        pytest.param(
            BARU, {"  tanggal: 2026-11-02": "  tanggal: 2027-02-01"},
            f"{BARU}:31:12: persetujuan-terlambat: persetujuan ini lebih baru daripada mulai berlakunya, 1 Januari"
            " 2027. Saran: Kriteria tidak berlaku surut", id="in force before it is approved",
        ),
    ],
)  # fmt: skip
def test_a_slip_in_the_web_editor_has_place_reason_and_remedy(
    akar: Path, berkas: str, changes: Mapping[str, str], pesan: str
) -> None:
    found = lines(akar, berkas, changes)
    assert [line for line in found if line.startswith(pesan)], found


def test_a_removed_indicator_that_results_still_name_is_reported_there(akar: Path) -> None:
    found = lines(akar, LAMA, {"      - id: sopan\n": "      - id: ramah\n"})
    assert [line for line in found if line.startswith(ASPEK) and "indikator ini tidak ada di kriteria" in line], found
