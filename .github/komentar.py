"""Post the report of a proposal as one comment, edited in place. Run by komentar.yml, from the main branch only.

The report was written by code of the proposal: it is text, nothing in it is run, and the proposal that it belongs to is
looked up by the commit that GitHub itself states, never read from it. Needs the standard library only.
"""

from __future__ import annotations

import io
import json
import os
import sys
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

TANDA = "<!-- kinerja-beda -->"
ARTEFAK = "laporan"
BERKAS = "komentar.md"
BATAS = 60_000  # characters; GitHub refuses more than 65,536
BATAS_ARSIP = 20_000_000  # bytes
PER_HALAMAN = 100


@dataclass(frozen=True, slots=True)
class GitHub:
    """The API of one repository."""

    url: str
    token: str

    def call(self, method: str, path: str, body: Mapping[str, str] | None = None) -> bytes:
        """One request; the answer's bytes."""
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(f"{self.url}/{path}", data=data, method=method)
        request.add_header("Accept", "application/vnd.github+json")
        # Not sent on to another host, to which an artefact's address leads.
        request.add_unredirected_header("Authorization", f"Bearer {self.token}")
        with urllib.request.urlopen(request, timeout=30) as answer:
            found: bytes = answer.read(BATAS_ARSIP)
        return found

    def pages(self, path: str, key: str = "") -> Iterator[Any]:
        """Every entry of a list."""
        page, sign = 1, "&" if "?" in path else "?"
        while True:
            found = json.loads(self.call("GET", f"{path}{sign}per_page={PER_HALAMAN}&page={page}"))
            rows = found[key] if key else found
            yield from rows
            if len(rows) < PER_HALAMAN:
                return
            page += 1


def text_of(arsip: bytes) -> str | None:
    """The report in an artefact, None where it has none."""
    with zipfile.ZipFile(io.BytesIO(arsip)) as files:
        if BERKAS not in files.namelist():
            return None
        with files.open(BERKAS) as report:
            return report.read(BATAS * 4).decode("utf-8", "replace")


def comment_of(laporan: str | None, kepala: str) -> str:
    """The comment: marked, capped, calling nobody."""
    if not laporan or not laporan.strip():
        laporan = "**Analisis gagal**: laporan perubahan tidak terbentuk. Buka catatan jalannya `usulan` di bawah."
    # A zero-width space after an at-sign: the text of a stranger must not notify people.
    laporan = laporan.replace(TANDA, "").replace("@", "@\u200b").strip()
    if len(laporan) > BATAS:
        laporan = laporan[:BATAS].rsplit("\n", 1)[0] + "\n\n… dipotong. Laporan lengkap ada pada artefak `laporan`."
    return f"{TANDA}\n{laporan}\n\nUntuk komit {kepala[:10]}."


def report_of(github: GitHub, jalan: str) -> str | None:
    """The report that a run left behind, None where there is none."""
    for artefak in github.pages(f"actions/runs/{int(jalan)}/artifacts", "artifacts"):
        if artefak["name"] == ARTEFAK and not artefak["expired"]:
            return text_of(github.call("GET", f"actions/artifacts/{int(artefak['id'])}/zip"))
    return None


def proposal(github: GitHub, kepala: str) -> int | None:
    """The number of the open proposal whose newest commit this is; None where it has moved on."""
    numbers = (pull["number"] for pull in github.pages("pulls?state=open") if pull["head"]["sha"] == kepala)
    return next(numbers, None)


def post(github: GitHub, nomor: int, komentar: str) -> str:
    """Write the comment, or change the one that is there."""
    for old in github.pages(f"issues/{nomor}/comments"):
        if old["user"]["type"] == "Bot" and old["body"].startswith(TANDA):
            github.call("PATCH", f"issues/comments/{int(old['id'])}", {"body": komentar})
            return "diperbarui"
    github.call("POST", f"issues/{nomor}/comments", {"body": komentar})
    return "ditulis"


def main(env: Mapping[str, str]) -> str:
    """What happened, in words."""
    github = GitHub(f"{env['GITHUB_API_URL']}/repos/{env['GITHUB_REPOSITORY']}", env["GITHUB_TOKEN"])
    nomor = proposal(github, env["KEPALA"])
    if nomor is None:
        return "Tidak ada usulan terbuka dengan komit ini: tidak ada yang ditulis."
    komentar = comment_of(report_of(github, env["JALAN"]), env["KEPALA"])
    return f"Komentar pada usulan #{nomor} {post(github, nomor, komentar)}."


if __name__ == "__main__":
    try:
        print(main(os.environ))
    except (urllib.error.URLError, zipfile.BadZipFile) as wrong:
        sys.exit(f"Komentar tidak ditulis: {wrong}")
