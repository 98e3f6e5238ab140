"""click's own words in Indonesian."""

from __future__ import annotations

import importlib
from gettext import ngettext as _english
from typing import Any

WORDS = {
    "Usage:": "Pemakaian:",
    "Usage: ": "Pemakaian: ",
    "Options": "Pilihan",
    "Commands": "Perintah",
    "Arguments": "Isian",
    "[OPTIONS]": "[PILIHAN]",
    "COMMAND [ARGS]...": "PERINTAH [ISIAN]...",
    "Show this message and exit.": "Tampilkan bantuan ini lalu berhenti.",
    "Error: {message}": "Galat: {message}",
    "Try '{command} {option}' for help.": "Ketik '{command} {option}' untuk bantuan.",
    "No such command {name!r}.": "Perintah {name!r} tidak ada.",
    "No such option: {name}": "Pilihan {name} tidak ada.",
    "No such option {name!r}.": "Pilihan {name!r} tidak ada.",
    "Did you mean {possibility}?": "Barangkali maksudnya {possibility}?",
    "Did you mean {suggestion!r}?": "Barangkali maksudnya {suggestion!r}?",
    "(Possible options: {possibilities})": "(Pilihan yang mirip: {possibilities})",
    "Missing command.": "Perintah belum disebut.",
    "Missing argument": "Isian belum disebut:",
    "Missing option": "Pilihan belum disebut:",
    "Missing parameter": "Isian belum disebut:",
    "Missing {param_type}": "{param_type} belum disebut",
    "Invalid value for {param_hint}: {message}": "Isian {param_hint} tidak dapat dipakai: {message}",
    "Invalid value: {message}": "Isian tidak dapat dipakai: {message}",
    "{name} {filename!r} does not exist.": "{name} {filename!r} tidak ada.",
    "{name} {filename!r} is a file.": "{name} {filename!r} adalah berkas, bukan folder.",
    "{name} {filename!r} is a directory.": "{name} {filename!r} adalah folder, bukan berkas.",
    "{name} {filename!r} is not readable.": "{name} {filename!r} tidak dapat dibaca.",
    "{name} {filename!r} is not writable.": "{name} {filename!r} tidak dapat ditulisi.",
    "{value!r} is not a valid {number_type}.": "{value!r} bukan {number_type}.",
    "Option {name!r} requires an argument.": "Pilihan {name!r} memerlukan isian.",
    "Option {name!r} does not take a value.": "Pilihan {name!r} tidak memakai isian.",
    "Could not open file {filename!r}: {message}": "Berkas {filename!r} tidak dapat dibuka: {message}",
    "default: {default}": "bawaan: {default}",
    "required": "wajib",
    "file": "berkas",
    "directory": "folder",
    "path": "lokasi",
    "File": "Berkas",
    "Directory": "Folder",
    "Path": "Lokasi",
    "Aborted!": "Dihentikan.",
    "unknown error": "galat tak dikenal",
    "(Deprecated)": "(Tidak dipakai lagi)",
}
PLURALS = {
    "Got unexpected extra argument ({args})": "Isian berlebih: {args}",
    "{value!r} is not {choice}.": "{value!r} bukan {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} bukan salah satu dari {choices}.",
    "Option {name!r} requires {nargs} arguments.": "Pilihan {name!r} memerlukan {nargs} isian.",
    "(Possible options: {possibilities})": "(Pilihan yang mirip: {possibilities})",
    "Did you mean {possibility}?": "Barangkali maksudnya {possibility}?",
    "No such option: {name}": "Pilihan {name} tidak ada.",
}
MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types", "_termui_impl")


def translate(message: str) -> str:
    """The Indonesian words for one of click's; its own where there are none."""
    return WORDS.get(message, message)


def translate_plural(singular: str, plural: str, n: int) -> str:
    """Indonesian has one form for any number."""
    known = PLURALS.get(plural) or PLURALS.get(singular)
    return known or _english(singular, plural, n)


def install() -> None:
    """Give click our words in place of gettext's."""
    for name in MODULES:
        module: Any = importlib.import_module(f"click.{name}")
        if hasattr(module, "_"):
            module._ = translate
        if hasattr(module, "ngettext"):
            module.ngettext = translate_plural
