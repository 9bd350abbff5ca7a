"""Commands run in this process, as somebody at a terminal of 100 columns would see them."""

from __future__ import annotations

import contextlib
import io
import os
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from unittest import mock

from dtcompare.cli import COMMANDS, main
from dtcompare.errors import Exit
from dtcompare.shell.output import text_options

ROOT = Path(__file__).resolve().parent.parent

_FIXED = ROOT / "tests" / "data" / "fixed"

# The day of every example in README.md and docs/.
AS_OF = date(2026, 11, 21)
AS_OF_EPOCH = str(int(datetime(AS_OF.year, AS_OF.month, AS_OF.day, tzinfo=UTC).timestamp()))
_WIDTH = "100"

# The commands that show a result, in any of the formats.
_SHOWING = {name for _, name, _, _ in COMMANDS} - {"add", "check", "help"}


@dataclass(frozen=True, slots=True)
class Run:
    """What a command line came to."""

    code: int
    out: str
    err: str


def run(line: str, folder: Path = ROOT) -> Run:
    """Runs ``dtcompare ...`` in ``folder``, on the data in it, as at a terminal."""
    name, *arguments = shlex.split(line.replace("\\\n", " "))
    if name != "dtcompare":
        raise ValueError(line)
    out, err = io.StringIO(), io.StringIO()
    with surroundings(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([*arguments, *_looks(arguments)])
    return Run(code, _trimmed(out.getvalue()), _trimmed(err.getvalue()))


def console_block(line: str, folder: Path = ROOT) -> str:
    """A command line and its whole output as a block of text; raises RuntimeError if it failed."""
    done = run(line, folder)
    if done.code == Exit.FAILED:
        raise RuntimeError(line, done.err)
    return f"```text\n$ {line}\n{done.err}{done.out}```\n"


@contextlib.contextmanager
def surroundings(folder: Path = ROOT) -> Iterator[None]:
    """The folder with its own data (the project's: those that do not move), day and width fixed."""
    data = _FIXED if folder == ROOT else folder / "data"
    wanted = {
        "COLUMNS": _WIDTH,
        "DTCOMPARE_LANG": "en",
        "DTCOMPARE_DATA": str(data),
        "NO_COLOR": "1",
        "SOURCE_DATE_EPOCH": AS_OF_EPOCH,
    }
    with contextlib.chdir(folder), mock.patch.dict(os.environ, wanted):
        yield


def _looks(arguments: list[str]) -> list[str]:
    """What makes a command that shows a result draw it as it does on a terminal."""
    chosen = {"-f", "--format", "-o", "--output", "-h", "--help", "--version"}
    takes_format = bool(arguments) and arguments[0] in _SHOWING
    return ["-f", "table"] if takes_format and not chosen.intersection(arguments) else []


def names_of(decorator: object = text_options) -> tuple[str, ...]:
    """The names of the options that a decorator such as ``text_options`` adds."""
    assert callable(decorator)

    def bare() -> None:
        """Stands for a command."""

    options = getattr(decorator(bare), "__click_params__", [])
    return tuple(option.name for option in reversed(options))


def _trimmed(text: str) -> str:
    """``text`` without spaces at the ends of lines."""
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())
