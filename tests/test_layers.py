"""Who may import whom: data flows one way, and each library has its one place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "dtcompare"

# What each part may import of the project, besides itself.
ALLOWED = {
    "text": set(),
    "errors": {"model"},
    "words": set(),
    "model": {"text"},
    "analysis": {"model", "text"},
    "reading": {"model", "text", "errors", "words"},
    "view": {"analysis", "model", "text", "errors", "words"},
    "charts": {"view", "analysis", "model", "text", "errors", "words"},
    "report": {"charts", "view", "analysis", "model", "text", "errors", "words"},
    "shell": {
        "report",
        "charts",
        "view",
        "analysis",
        "reading",
        "model",
        "text",
        "errors",
        "words",
    },
    "commands": {"shell", "report", "view", "analysis", "reading", "errors"},
    "cli": {"shell", "view", "words", "errors"},
    "__main__": {"cli"},
    "__init__": {"reading", "analysis", "model"},
}

# The one place of each library.
HOMES = {
    "yaml": {"reading/yaml_events.py"},
    "rich": {"view/rich_table.py"},
    "tabulate": {"view/tabulated.py"},
    "matplotlib": {"charts/fonts.py", "charts/matplotlib_writer.py"},
    "PIL": {"charts/matplotlib_writer.py"},
    "jinja2": {"report/html.py"},
    "markupsafe": {"report/html.py"},
    "docx": {"report/word.py"},
    "openpyxl": {"reading/table_file.py", "view/spreadsheet.py"},
    "numpy": {"analysis/score_math.py", "analysis/uncertainty.py", "charts/matplotlib_writer.py"},
}
SHELL = ("shell/", "commands/", "cli.py")

FILES = sorted(PACKAGE.rglob("*.py"))


def _imports(path: Path) -> Iterator[str]:
    """Every module a file imports, wherever in the file it does."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module is not None
            yield node.module
            if node.module == "dtcompare":
                yield from (f"dtcompare.{alias.name}" for alias in node.names)


def _part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    part = _part(path)
    for name in _imports(path):
        top, _, rest = name.partition(".")
        if top == "dtcompare":
            other = rest.partition(".")[0]
            is_own = other in {"", part} or other.startswith("__")
            assert is_own or other in ALLOWED[part], f"{part} imports {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_each_library_has_its_one_place(path: Path) -> None:
    place = path.relative_to(PACKAGE).as_posix()
    for name in _imports(path):
        top = name.partition(".")[0]
        if top in HOMES:
            assert place in HOMES[top], f"{place} imports {top}"
        if top == "click":
            assert place.startswith(SHELL), f"{place} imports click"


def test_commands_never_import_each_other() -> None:
    for path in (PACKAGE / "commands").glob("*.py"):
        assert not any(name.startswith("dtcompare.commands") for name in _imports(path)), path


def test_every_command_is_at_most_ninety_lines() -> None:
    for path in (PACKAGE / "commands").glob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 90, path
