"""One comment on a proposal, edited in place: the script of komentar.yml against a server that speaks GitHub's API."""

from __future__ import annotations

import importlib.util
import io
import json
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

KEPALA = "a" * 40
TANDA = "<!-- kinerja-beda -->"
KUNCI = "kunci-rahasia"


@pytest.fixture(scope="module")
def skrip(root: Path) -> ModuleType:
    """The script, which lies outside every package."""
    spec = importlib.util.spec_from_file_location("komentar", root / ".github" / "komentar.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["komentar"] = module
    spec.loader.exec_module(module)
    return module


def zipped(**files: str) -> bytes:
    """An artefact."""
    arsip = io.BytesIO()
    with zipfile.ZipFile(arsip, "w") as out:
        for name, text in files.items():
            out.writestr(name.replace("_", "."), text)
    return arsip.getvalue()


class Situs(ThreadingHTTPServer):
    """A repository with one open proposal; remembers the comments, and the tokens that its storage was shown."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Jawaban)
        self.kepala = KEPALA
        self.arsip: bytes | None = zipped(komentar_md="### Bobot turun\n")
        self.komentar: list[dict[str, Any]] = []
        self.kunci_penyimpanan: list[str | None] = []

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"


class Jawaban(BaseHTTPRequestHandler):
    """The few addresses that the script may ask."""

    server: Situs

    def log_message(self, format: str, *args: Any) -> None:
        """Be silent."""

    def _json(self, value: Any) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())

    def do_GET(self) -> None:
        """Lists, and the artefact, which lies on another host."""
        path, situs = self.path.partition("?")[0], self.server
        if path == "/simpanan":
            situs.kunci_penyimpanan.append(self.headers.get("Authorization"))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(situs.arsip or b"")
            return
        assert self.headers["Authorization"] == f"Bearer {KUNCI}"
        if path.endswith("/zip"):
            self.send_response(302)
            self.send_header("Location", f"http://localhost:{situs.server_port}/simpanan")
            self.end_headers()
        elif path.endswith("/artifacts"):
            there = [{"name": "laporan", "expired": False, "id": 5}] if situs.arsip is not None else []
            self._json({"artifacts": [{"name": "pratinjau", "expired": False, "id": 4}, *there]})
        elif path.endswith("/pulls"):
            self._json([{"number": 7, "head": {"sha": situs.kepala}}])
        else:
            assert path.endswith("/issues/7/comments")
            self._json(situs.komentar)

    def _body(self) -> str:
        return str(json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"])

    def do_POST(self) -> None:
        """A new comment of the robot."""
        assert self.path.endswith("/issues/7/comments")
        there = self.server.komentar
        there.append({"id": len(there), "user": {"type": "Bot"}, "body": self._body()})
        self._json({})

    def do_PATCH(self) -> None:
        """A changed comment."""
        self.server.komentar[int(self.path.rpartition("/")[2])]["body"] = self._body()
        self._json({})


@pytest.fixture
def situs() -> Iterator[Situs]:
    """A running server."""
    with Situs() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def run(skrip: ModuleType, situs: Situs) -> str:
    """One run of the workflow."""
    env = {
        "GITHUB_API_URL": situs.url, "GITHUB_REPOSITORY": "kota/portal", "GITHUB_TOKEN": KUNCI, "JALAN": "9",
        "KEPALA": KEPALA,
    }  # fmt: skip
    return str(skrip.main(env))


def test_a_proposal_gets_the_report_as_a_comment(skrip: ModuleType, situs: Situs) -> None:
    assert run(skrip, situs) == "Komentar pada usulan #7 ditulis."
    assert [one["body"] for one in situs.komentar] == [f"{TANDA}\n### Bobot turun\n\nUntuk komit aaaaaaaaaa."]


def test_the_next_report_replaces_the_comment_instead_of_adding_one(skrip: ModuleType, situs: Situs) -> None:
    run(skrip, situs)
    situs.arsip = zipped(komentar_md="Tidak ada perubahan.")
    assert run(skrip, situs) == "Komentar pada usulan #7 diperbarui."
    assert [one["body"] for one in situs.komentar] == [f"{TANDA}\nTidak ada perubahan.\n\nUntuk komit aaaaaaaaaa."]


def test_the_comment_of_a_person_stays_although_it_has_the_mark(skrip: ModuleType, situs: Situs) -> None:
    situs.komentar.append({"id": 0, "user": {"type": "User"}, "body": f"{TANDA} milik saya"})
    run(skrip, situs)
    assert [one["body"][:29] for one in situs.komentar] == [f"{TANDA} milik s", f"{TANDA}\n### Bob"]


def test_a_proposal_that_has_moved_on_gets_no_comment(skrip: ModuleType, situs: Situs) -> None:
    situs.kepala = "b" * 40
    assert run(skrip, situs) == "Tidak ada usulan terbuka dengan komit ini: tidak ada yang ditulis."
    assert situs.komentar == []


def test_a_run_without_a_report_says_that_the_analysis_failed(skrip: ModuleType, situs: Situs) -> None:
    situs.arsip = None
    run(skrip, situs)
    assert "**Analisis gagal**" in situs.komentar[0]["body"]


def test_an_artefact_without_the_report_says_that_the_analysis_failed(skrip: ModuleType, situs: Situs) -> None:
    situs.arsip = zipped(lain_md="### Bobot turun")
    run(skrip, situs)
    assert "**Analisis gagal**" in situs.komentar[0]["body"]


def test_the_token_is_not_shown_to_the_storage_of_artefacts(skrip: ModuleType, situs: Situs) -> None:
    run(skrip, situs)
    assert situs.kunci_penyimpanan == [None]


def test_a_report_of_a_stranger_calls_nobody(skrip: ModuleType) -> None:
    assert "@kepala" not in skrip.comment_of("Halo @kepala", KEPALA)


def test_a_report_cannot_forge_the_mark(skrip: ModuleType) -> None:
    assert skrip.comment_of(f"a {TANDA} b", KEPALA).count(TANDA) == 1


def test_a_long_report_is_cut_at_a_line_and_says_so(skrip: ModuleType) -> None:
    komentar = skrip.comment_of("\n".join(["satu baris laporan"] * 10_000), KEPALA)
    assert len(komentar) < 60_500
    assert "satu baris laporan\n\n… dipotong. Laporan lengkap ada pada artefak `laporan`." in komentar
