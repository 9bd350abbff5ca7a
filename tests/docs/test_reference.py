"""docs/cli.md against the commands: all of them are there, and nothing that does not exist."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from dtcompare.cli import COMMANDS, NAME, root
from dtcompare.errors import Exit
from dtcompare.view.formats import FORMATS, SUFFIXES
from scripts.cli_page import ENVIRONMENT, commands, context_of
from scripts.runs import run as run_as_shown
from tests.conftest import ARTICLES, DATA, ROOT, Run
from tests.docs.test_pages import PAGES

REFERENCE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
HELP = re.compile(rf"^\s*({NAME} (?:{'|'.join(entry[1] for entry in COMMANDS)}) .*)$", re.MULTILINE)

_TYPED = re.compile(rf"(?:`|^(?:\$ )?){NAME} ([^`|>\n]+)", re.MULTILINE)
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
_OF_OTHERS = {"--check", "--large", "--peers", "--only", "--tenth", "--theirs"}  # scripts, git


def names(command: click.Command) -> set[str]:
    """Every way to write an option of a command."""
    options = command.get_params(context_of(command))
    return {name for option in options for name in (*option.opts, *option.secondary_opts)}


def every_name() -> set[str]:
    """Every way to write an option of any command."""
    return names(root).union(*(names(command) for command in commands().values()))


def section(title: str) -> str:
    """The part of the reference under a heading."""
    return REFERENCE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def examples() -> Iterator[str]:
    """Every example in the help of a command."""
    for command in commands().values():
        yield from (line.strip() for line in HELP.findall(command.help or ""))


def typed(text: str) -> Iterator[list[str]]:
    """The words of every command line on a page that is typed as it stands."""
    for line in _TYPED.findall(text.replace(" \\\n", " ")):
        words = shlex.split(line.partition("  ")[0], comments=True)
        if words and words[0].islower() and words[0] in commands():
            yield words


@pytest.mark.parametrize("name", tuple(commands()))
def test_every_command_and_option_is_there(name: str) -> None:
    """A heading for the command, a row for each of its options, its help and its examples."""
    command = commands()[name]
    parts = section(f"{NAME} {name}")
    assert parts
    for shared in ("Output options", "Chart options", "Global options"):
        if f"(#{shared.lower().replace(' ', '-')})" in parts:
            parts += section(shared)
    for option in names(command):
        if option.startswith("-"):
            assert re.search(rf"^\| `[^`]*{re.escape(option)}(?![\w-])", parts, re.MULTILINE), (
                option
            )
    own = [line.strip() for line in HELP.findall(command.help or "")]
    assert own
    assert [line for line in own if f"\n{line}\n" not in parts] == []


def test_every_format_and_suffix_is_there() -> None:
    """No format and no suffix is left out."""
    assert [name for name in (*FORMATS, *SUFFIXES) if f"`{name}`" not in REFERENCE] == []


def test_every_exit_code_is_there() -> None:
    """Every exit code has its row."""
    assert [code for code in Exit if f"| {code.value} | " not in REFERENCE] == []


def test_every_environment_variable_is_there() -> None:
    """Every variable that the code reads is explained, and no other."""
    pattern = re.compile(r"environ\.get\(\s*\"([A-Z_]+)\"")
    sources = (ROOT / "dtcompare").rglob("*.py")
    read = {name for path in sources for name in pattern.findall(path.read_text(encoding="utf-8"))}
    assert read <= set(ENVIRONMENT)
    of_click = {f"_{NAME.upper()}_COMPLETE", "APPDATA", "PAGER", "XDG_CONFIG_HOME"}
    assert set(ENVIRONMENT) - read <= of_click


def commit(folder: Path) -> None:
    """All of a folder as the first revision of a repository; skips where git is missing."""
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is not installed")
    name = ("-c", "user.name=Tester", "-c", "user.email=tester@example.org")
    head = ("update-ref", "refs/remotes/origin/main", "HEAD")
    for words in (("init", "-q"), ("add", "."), (*name, "commit", "-qm", "All"), head):
        subprocess.run([git, "-C", str(folder), *words], check=True)


def write_tables(folder: Path) -> None:
    """The tables that the examples of ``import`` name."""
    tables = {
        "t.csv": "province,score\nHà Nam,0.31\nHà Giang,0.3\n",
        "index.csv": "province,score\nHà Nam,0.31\n",
        "index.yaml": "period: 2021\nsource: tbtc-2022-08\ncolumns:\n  score: {indicator: dti}\n",
        "all.csv": "province,indicator,period,value,source\nHà Nam,dti,2021,0.31,tbtc-2022-08\n",
    }
    for name, text in tables.items():
        (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("line", tuple(examples()))
def test_examples_of_help_work(
    line: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every example in a command's help does what it says on the shipped data.

    The charts of everything are drawn from a smaller data set.
    """
    words = shlex.split(line)[1:]
    data = ARTICLES if words[0] == "chart-all" else DATA
    shutil.copytree(data, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SHELL", "/bin/bash")
    if words[0] == "new":
        (tmp_path / "data" / "provinces" / f"{words[1]}.yaml").unlink()
    if words[0] == "import":
        write_tables(tmp_path)
    if "--pages" in words:
        (tmp_path / "links.txt").write_text("404 https://example.org/\n", encoding="utf-8")
    if words[0] == "diff" or "--changed" in words:
        commit(tmp_path)
    code, out, err = run(*words, as_of=None)
    assert (code, bool(out), err) == (0, True, "")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_pages_name_only_what_exists(path: Path) -> None:
    """Every command line on a page is of a command, with options that this command has."""
    text = path.read_text(encoding="utf-8")
    for words in typed(text):
        known = names(commands()[words[0]])
        given = [word.partition("=")[0] for word in words[1:] if re.match(r"-{1,2}[a-z]", word)]
        assert [word for word in given if word not in known] == [], words
    prose = re.sub(r"^```(?:sh|powershell)$.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    assert set(_OPTION.findall(prose)) - every_name() - _OF_OTHERS == set()


def test_bare_command_is_shown_as_it_is() -> None:
    """The overview names every command that the reference has."""
    shown = run_as_shown(NAME).out
    assert [
        name for name in commands() if not re.search(rf"(^  |[:,] ){name}\b", shown, re.MULTILINE)
    ] == []
