"""Names of persons beside a title or a form of address, looked for in results only: none has a reason to be there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja.disclosure.nomor import Temuan

FOLDERS = ("data/hasil/", "data/skm/", "data/capaian-layanan/", "data/capaian-organisasi/", "data/penghargaan/",
           "data/tindak-lanjut/")  # fmt: skip

_NAME = r"[A-Z][\w'’]+(?:[ .]+[A-Z][\w'’]*){0,4}"
_BEFORE = r"(?:Drs|Dra|Dr|dr|drg|Ir|Prof|H|Hj|KH|Bapak|Ibu|Pak|Bu|Tn|Ny|Nn|Sdr|Sdri|Saudara|Saudari|Bpk)"
_DEGREE = (
    r"(?i:S\. ?(?:H|E|T|P|Si|Pd|Kom|Sos|IP|STP|Ked|Kep|Farm|Psi|Hut|Pt|Tr|AP|Ag|Hum|KM|Gz)(?:I|I\.)?"
    r"|M\. ?(?:H|M|T|P|Si|Pd|Kom|AP|Kes|Hum|Ak|Ec\.Dev|Sc|Ag|IP)|A\. ?(?:Md|Ma)|S\. ?Tr|Ph\. ?D)"
)
_SHORT = r"(?:SH|SE|ST|MM|SPd|SSos|SKom|SKM|MSi|MPd|AMd)"
_TITLED = re.compile(
    rf"(?<![\w.]){_BEFORE}\.? +(?:[A-Z]\. ?)*{_NAME}"
    rf"|{_NAME},? {_DEGREE}(?![a-z])\.?|{_NAME}, ?(?:{_DEGREE}|{_SHORT})(?![a-z])\.?"
)


def find_names(text: str) -> Iterator[Temuan]:
    """Every name that a title, a degree or a form of address gives away."""
    for match in _TITLED.finditer(text):
        yield Temuan(*match.span(), "nama")


def is_looked_at(berkas: str) -> bool:
    """Whether a file is one in which no name may stand."""
    return berkas.startswith(FOLDERS)
