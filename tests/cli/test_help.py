"""Help: a screen for all commands, a command's own options first, the rest where asked for."""

from __future__ import annotations

import inspect
import re

import click
import pytest

from dtcompare.cli import COMMANDS, EXAMPLES, Stub, root
from dtcompare.words import catalogue
from tests.conftest import Run

SAID_OF_ALL = {
    "Usage",
    "Options",
    "Options, before or after the command",
    "Examples:",
    "Start here",
    "Show this message and exit.",
    "Every number has a page behind it, and only figures measured alike are ranked.",
    "dtcompare COMMAND -h shows the options of a command, with examples.",
}


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


def _commands() -> dict[str, click.Command]:
    """Return every command, loaded, by its name."""
    loaded = {}
    for name, command in root.commands.items():
        assert isinstance(command, Stub)
        loaded[name] = command.load()
    return loaded


def _said() -> set[str]:
    """Return everything that help says in words, in English."""
    texts = {*SAID_OF_ALL, *(remark for _, remark in EXAMPLES if remark)}
    for group, _, _, answer in COMMANDS:
        texts |= {group, answer}
    for command in (root, *_commands().values()):
        paragraphs = inspect.cleandoc(command.help or "").split("\n\n")
        texts |= {" ".join(text.split()) for text in paragraphs if not text.startswith("\b")}
        options = [option for option in command.params if isinstance(option, click.Option)]
        texts |= {" ".join((option.help or "").split()) for option in options}
    return texts - {""}


def test_help_is_all_in_vietnamese_and_nothing_else_is_there() -> None:
    """words/help.vi.txt holds what the code says in English, word for word, and no more."""
    told = {text for text in catalogue("help.vi") if not text.isupper()}
    assert told == _said()


def test_what_is_to_be_typed_is_named_in_vietnamese(run: Run) -> None:
    """Words in capitals stand for it, in usage lines and before options; N and A,B stay."""
    for name in _commands():
        code, out, _ = run("--lang", "vi", name, "--help-all", as_of=None)
        assert code == 0
        usage = out.split("\n\n")[0]
        terms = [line.split("  ")[1] for line in out.splitlines() if line.startswith("  -")]
        names = re.findall(r"[\w-]{2,}", " ".join((usage, *terms)))
        assert [name for name in names if name.isascii() and name.isupper()] == []


def test_bounds_behind_an_option_are_in_vietnamese(run: Run) -> None:
    code, out, _ = run("--lang", "vi", "rank", "--help-all", as_of=None)
    assert code == 0
    text = " ".join(out.split())
    assert "Hiển thị N dòng đầu của mỗi nhóm. [từ 1 trở lên]" in text
    assert "[từ 0 đến 12]" in text
    assert "[0<=x<=12]" in " ".join(run("rank", "--help-all", as_of=None)[1].split())


def test_help_is_in_the_language_of_the_run(run: Run) -> None:
    code, out, _ = run("--lang", "vi", "rank", "-h", as_of=None)
    assert code == 0
    assert out.startswith("Cách dùng: dtcompare rank")
    assert "Hiển thị N dòng đầu của mỗi nhóm." in out
    assert "Ví dụ:" in out
    assert run("rank", "-h", as_of=None)[1].startswith("Usage: dtcompare rank")
    whole = run("--lang", "vi", "-h", as_of=None)[1]
    assert "Mỗi con số đều có trang nguồn" in whole
    assert "Tra cứu" in whole
