"""A strict subset of YAML with the place of every value.

Accepted: one document of mappings, lists and scalars, in block or flow style. A plain scalar is a whole
number, `true`, `false`, or text; what YAML 1.1 or 1.2 would silently turn into something else is refused
with its place. Anchors, aliases, tags, merge keys, duplicate keys, explicit keys (`?`), several documents, tabs,
control characters, a byte-order mark, marks of a merge conflict, deep nesting and large files are refused; so are a
flow collection or a quoted text over several lines, an empty block text, and a comment without a space before it: there
libyaml accepts what YAML forbids. No message repeats a value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from kinerja.load import wording
from kinerja.load.text import FORBIDDEN, Place, Undecodable, decode
from kinerja.problems import Kunci, Problem

MAX_DEPTH = 20
MAX_DIGITS = 15

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_CURLY = frozenset("“”„‘’")
_SUSPECT = frozenset("+-.0123456789~nNyYoOtTfF=<") | _CURLY
_MARKS = ("<<<<<<<", "\n=======\n", ">>>>>>>")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.MULTILINE)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TRAP = re.compile(
    r"~|-|null|y|n|yes|no|on|off|true|false|=|<<"
    r"|[-+]?[0-9][0-9_]*|[-+]?0[xob][0-9a-f_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*(?:e[-+]?[0-9]+)?|[-+]?[0-9][0-9_]*e[-+]?[0-9]+"
    r"|[-+]?\.(?:inf|nan)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t ].*)?",
    re.IGNORECASE | re.ASCII,
)
_BLOCK_HEADER = re.compile(r"[|>][-+1-9]{0,2}(?: +#.*| *)(?:\r?\n|$)")


@dataclass(frozen=True, slots=True)
class Document:
    """The value of a file, and where each part stands (line and column from 1).

    `values` places each value by its path of keys; `keys` places the key that leads to it.
    """

    value: Any
    values: dict[Kunci, Place]
    keys: dict[Kunci, Place]
    problems: tuple[Problem, ...]

    def place(self, at: Kunci, *, key: bool = False) -> Place:
        """Place of the value (or its key) at `at`, or of the nearest part around it."""
        if key and at in self.keys:
            return self.keys[at]
        while at and at not in self.values:
            at = at[:-1]
        return self.values.get(at, (1, 1))


def parse(data: bytes, berkas: str) -> Document:
    """Read one file. Problems are collected; with any, the value must not be used."""
    text = decode(data)
    if isinstance(text, Undecodable):
        return Document(None, {}, {}, (_problem(berkas, text.place, text.aturan),))
    conflict = _CONFLICT.search(text) if any(mark in text for mark in _MARKS) else None
    if conflict:
        place = (text.count("\n", 0, conflict.start()) + 1, 1)
        return Document(None, {}, {}, (_problem(berkas, place, "yaml-konflik"),))
    return _Reader(text, berkas).read()


def _problem(berkas: str, place: Place, aturan: str, pesan: str | None = None) -> Problem:
    words = wording.STRICT[aturan]
    return Problem(berkas, place[0], place[1], aturan, "galat", pesan or words.pesan, words.saran)


class _Reader:
    """One pass over libyaml's events with an explicit stack, so depth never meets Python's limit."""

    def __init__(self, text: str, berkas: str) -> None:
        # Without a last newline libyaml reads a last line of spaces wrongly.
        self.text = text if text.endswith("\n") else text + "\n"
        self.parser = CParser(self.text)
        self.berkas = berkas
        self.values: dict[Kunci, Place] = {}
        self.keys: dict[Kunci, Place] = {}
        self.problems: list[Problem] = []

    def read(self) -> Document:
        try:
            value = self._document()
        except YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            pesan = wording.yaml_problem(getattr(error, "problem", None))
            self.problems.append(_problem(self.berkas, place, "yaml-sintaks", pesan))
            value = None
        return Document(value, self.values, self.keys, tuple(self.problems))

    def _refuse(self, event: Any, aturan: str) -> None:
        self._refuse_at(event.start_mark, aturan)

    def _refuse_at(self, mark: Any, aturan: str) -> None:
        self.problems.append(_problem(self.berkas, (mark.line + 1, mark.column + 1), aturan))

    def _document(self) -> Any:
        next_event = self.parser.get_event
        next_event()  # stream start
        start = next_event()
        if type(start) is not DocumentStartEvent:
            self._refuse(start, "yaml-kosong")
            return None
        if start.version or start.tags:
            self._refuse(start, "yaml-tag")
        value = self._node(next_event)
        next_event()  # document end
        after = next_event()
        if type(after) is DocumentStartEvent:
            self._refuse(after, "yaml-banyak-dokumen")
        return value

    def _node(self, next_event: Any) -> Any:
        """The one node of the document. `frames` holds (container, path, event that opened the inner one)."""
        frames: list[tuple[Any, Kunci, Any]] = []
        box: list[Any] = []
        container: Any = box
        path: Kunci = ()
        key: str | None = None
        while True:
            event = next_event()
            kind = type(event)
            if kind is MappingEndEvent or kind is SequenceEndEvent:
                container, path, opened = frames.pop()
                key = None
                if opened.flow_style:
                    self._one_line(opened, event)
                if not frames:
                    return box[0]
                continue
            if type(container) is dict and key is None:
                key = self._key(event, kind, container, path)
                continue
            at: Kunci
            at = () if container is box else (*path, len(container) if key is None else key)
            mark = event.start_mark
            self.values[at] = (mark.line + 1, mark.column + 1)
            value = self._value(event, kind)
            if key is None:
                container.append(value)
            else:
                container[key] = value
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                if len(frames) >= MAX_DEPTH:
                    self._refuse(event, "yaml-kedalaman")
                    return None
                frames.append((container, path, event))
                container, path = value, at
            elif container is box:
                return value
            key = None

    def _key(self, event: Any, kind: type, mapping: dict[str, Any], path: Kunci) -> str:
        mark = event.start_mark
        if kind is not ScalarEvent or event.anchor or (event.tag and event.implicit == (False, False)):
            self._refuse(event, "yaml-kunci")
            raise YAMLError
        if self._asked(mark.index):
            self._refuse(event, "yaml-kunci")
        key = str(event.value)
        if key in mapping:
            self._refuse(event, "yaml-kunci-ganda")
        elif key == "<<" and event.implicit[0]:
            self._refuse(event, "yaml-jangkar")
        self.keys[(*path, key)] = (mark.line + 1, mark.column + 1)
        return key

    def _asked(self, index: int) -> bool:
        """Whether a question mark makes the text at `index` an explicit key."""
        while index and self.text[index - 1] == " ":
            index -= 1
        return self.text[index - 1 : index] == "?"

    def _value(self, event: Any, kind: type) -> Any:
        if kind is AliasEvent:
            self._refuse(event, "yaml-jangkar")
            return None
        if event.anchor:
            self._refuse(event, "yaml-jangkar")
        if kind is ScalarEvent:
            if event.tag is not None:
                self._refuse(event, "yaml-tag")
            if event.style:
                self._styled(event)
            if not event.implicit[0] or event.style:
                return event.value
            return self._plain(event, event.value)
        if event.tag is not None:
            self._refuse(event, "yaml-tag")
        return {} if kind is MappingStartEvent else []

    def _styled(self, event: Any) -> None:
        if event.style in ("'", '"'):
            self._one_line(event, event)
            if FORBIDDEN.search(event.value):  # written as an escape
                self._refuse(event, "yaml-karakter")
        elif not event.value.strip():
            self._refuse(event, "yaml-isian-kosong")
        elif not _BLOCK_HEADER.match(self.text, event.start_mark.index):
            self._refuse(event, "yaml-komentar")

    def _one_line(self, opening: Any, closing: Any) -> None:
        """What has an end of its own (quotes, brackets) ends on its line, and no comment sticks to it."""
        if opening.start_mark.line != closing.end_mark.line:
            self._refuse(opening, "yaml-satu-baris")
        elif self.text.startswith("#", closing.end_mark.index):
            self._refuse_at(closing.end_mark, "yaml-komentar")

    def _plain(self, event: Any, text: str) -> Any:
        if not text:
            self._refuse(event, "yaml-isian-kosong")
            return None
        if text[0] not in _SUSPECT:
            return text
        if _INTEGER.fullmatch(text):
            if len(text) <= MAX_DIGITS:
                return int(text)
            self._refuse(event, "yaml-angka-panjang")
            return None
        if text == "true" or text == "false":
            return text == "true"
        if text[0] in _CURLY or (_TRAP.fullmatch(text) and not _DATE.fullmatch(text)):
            self._refuse(event, "yaml-kutip" if text[0] in _CURLY else wording.trap(text))
            return None
        return text
