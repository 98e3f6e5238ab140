"""Where a change of criteria is proposed: the issue form, and the web editor on the right file."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from kinerja.model.kriteria import Aspek, Indikator
from kinerja.model.portal import Pengelola, Portal
from kinerja.summary.kriteria import VersiKriteria

FORMULIR = "usulan-kriteria.yml"  # a file of .github/ISSUE_TEMPLATE/, whose fields `jabatan` and `indikator` are filled
CABANG = "main"


@dataclass(frozen=True, slots=True, kw_only=True)
class JalanUsulan:
    """The ways to propose a change of one version.

    `formulir` and `berkas` are None while the repository has no address: then `pengelola` is the office to ask.
    `berkas` opens the file of a version that is still to come; where that has started it opens a `baru` one in the
    same folder, for what is in force is not changed.
    """

    formulir: str | None
    berkas: str | None
    baru: bool
    pengelola: Pengelola


def ways(portal: Portal, versi: VersiKriteria, jabatan: str) -> JalanUsulan | None:
    """The ways for a version in force or to come, None for one that is past or a repeal.

    `jabatan` is the name of its group of posts.
    """
    if versi.keadaan not in ("berlaku", "akan-berlaku"):
        return None
    kriteria = versi.kriteria
    baru = versi.keadaan == "berlaku"
    folder = kriteria.berkas.rpartition("/")[0]
    path = f"new/{CABANG}/{quote(folder)}" if baru else f"edit/{CABANG}/{quote(kriteria.berkas)}"
    return JalanUsulan(
        formulir=form(portal, jabatan),
        berkas=f"{portal.repositori.rstrip('/')}/{path}" if portal.repositori else None,
        baru=baru,
        pengelola=next((p for p in portal.pengelola if "kriteria" in p.peran.casefold()), portal.pengelola[0]),
    )


def form(portal: Portal, jabatan: str, bagian: Aspek | Indikator | None = None) -> str | None:
    """The issue form with the group of posts, and where there is one the aspect or indicator, filled in."""
    if not portal.repositori:
        return None
    about = f"{jabatan}, {bagian.nama}" if bagian else jabatan
    fields = {"template": FORMULIR, "title": f"Usulan kriteria: {about}", "jabatan": jabatan}
    if bagian:
        fields["indikator"] = bagian.nama
    return f"{portal.repositori.rstrip('/')}/issues/new?{urlencode(fields)}"
