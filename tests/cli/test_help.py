"""Help: a screen for all commands, a command's own options first, the rest where asked for."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click
import pytest

from dtcompare.cli import COMMANDS, Stub, root
from dtcompare.shell.help import say_help
from tests.conftest import Run


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_bare_command_fits_a_screen(run: Run, lang: str) -> None:
    """Twenty-four lines of eighty columns, the last of them the prompt's."""
    code, out, err = run("--lang", lang, as_of=None)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert len(lines) <= 23
    assert [line for line in lines if len(line) > 80] == []


def test_help_of_a_command_has_its_own_options_first(run: Run) -> None:
    """Those of output, charts and every command where all are asked for."""
    code, own, _ = run("rank", "-h", as_of=None)
    assert code == 0
    code, whole, _ = run("rank", "--help-all", as_of=None)
    assert code == 0
    for option in ("--basis", "--top", "--output", "--full", "--help-all"):
        assert f"{option} " in own
        assert f"{option} " in whole
    for option in ("--dpi", "--sources", "--fail-empty", "--data", "--no-cache"):
        assert f"{option} " not in own
        assert f"{option} " in whole
    assert "--data " in run("-h", as_of=None)[1]


def test_help_names_a_command(run: Run) -> None:
    """As its own -h does; a word that means a command is one."""
    assert run("help", "rank", as_of=None) == run("rank", "-h", as_of=None)
    assert run("help", "gap", as_of=None) == run("gap", "-h", as_of=None)
    assert run("help", as_of=None) == run("-h", as_of=None)
    code, out, err = run("help", "nothing", as_of=None)
    assert (code, out) == (2, "")
    assert "No such command 'nothing'" in err


def _texts(command: click.Command) -> Iterator[str]:
    """Yield everything that the help of a command says in words."""
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        if not paragraph.startswith("\b"):
            yield paragraph
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield parameter.help or ""
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from _texts(inner.load() if isinstance(inner, Stub) else inner)
            assert name


def test_all_help_has_its_vietnamese() -> None:
    """What stands in words/en.txt as the code has it (help....) has its text in vi.txt."""
    texts = {*_texts(root), *(entry[0] for entry in COMMANDS), *(entry[3] for entry in COMMANDS)}
    missing = [text for text in texts if text and say_help("vi", text) == text]
    assert [text for text in missing if not text.startswith("estimated, provisional")] == []


def test_help_is_in_the_language_of_the_run(run: Run) -> None:
    code, out, _ = run("--lang", "vi", "rank", "-h", as_of=None)
    assert code == 0
    assert out.startswith("Cách dùng: dtcompare rank")
    assert "Hiện N dòng đầu của mỗi nhóm." in out
    assert "Ví dụ:" in out
    assert run("rank", "-h", as_of=None)[1].startswith("Usage: dtcompare rank")
    whole = run("--lang", "vi", "-h", as_of=None)[1]
    assert "Mỗi con số đều có trang nguồn" in whole
    assert "Tra cứu" in whole
