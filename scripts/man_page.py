"""Writes the man page, dtcompare.1, from the texts of the help: python scripts/man_page.py FILE."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # python scripts/man_page.py puts this folder there

import click  # noqa: E402 (after the line above)

from dtcompare import __version__  # noqa: E402
from dtcompare.cli import COMMANDS, EXAMPLES, NAME, root  # noqa: E402
from dtcompare.shell.chart_options import chart_options  # noqa: E402
from dtcompare.shell.output import text_options  # noqa: E402
from scripts.cli_page import ENVIRONMENT, EXITS, SHARED, commands, context_of  # noqa: E402
from scripts.runs import names_of  # noqa: E402

_LINKS = re.compile(r"\[([^]]+)]\([^)]+\)")


def man_page() -> str:
    """Return the whole page, in the man macros of roff."""
    lines = [
        f'.TH {NAME.upper()} 1 "" "{NAME} {__version__}" "User Commands"',
        ".SH NAME",
        f"{NAME} \\- {_roff('compares provinces on digital transformation, like with like')}",
        ".SH SYNOPSIS",
        f".B {NAME}",
        "[OPTIONS] COMMAND [ARGS]...",
        ".SH DESCRIPTION",
        _roff(root.help or ""),
        ".SH COMMANDS",
        *_commands(),
        ".SH OUTPUT OPTIONS",
        "Of every command that shows a result.",
        *_options(_named(text_options)),
        ".SH CHART OPTIONS",
        "For a result that is saved as a chart.",
        *_options(_named(chart_options)),
        ".SH GLOBAL OPTIONS",
        "Of every command; they may stand before its name or after it.",
        *_options(root.get_params(context_of(root))),
        ".SH EXIT STATUS",
        *_terms((str(code.value), text) for code, text in EXITS.items()),
        ".SH ENVIRONMENT",
        *_terms(ENVIRONMENT.items()),
        ".SH EXAMPLES",
        *_terms((line, remark) for line, remark in EXAMPLES),
    ]
    return "\n".join(lines) + "\n"


def _commands() -> Iterator[str]:
    """Yield every command: its usage, what its help says, its own options and its examples."""
    shared = {name for each in SHARED.values() for name in names_of(each)}
    behind = {name: arguments for _, name, arguments, _ in COMMANDS}
    for name, command in commands().items():
        usage = f"{NAME} {name} {behind[name]}".rstrip()
        yield f".SS {_roff(usage)}"
        for number, part in enumerate(inspect.cleandoc(command.help or "").split("\n\n")):
            if number:
                yield ".PP"
            if part.startswith("\b"):
                yield from (".nf", _roff(part.removeprefix("\b\n")), ".fi")
            else:
                yield _roff(" ".join(part.split()))
        own = [option for option in command.params if option.name not in shared]
        yield from _options(own)


def _named(options: Callable[..., object]) -> list[click.Parameter]:
    """Return the options that a decorator such as ``text_options`` adds."""
    by_name = {option.name: option for option in commands()["rank"].params}
    return [by_name[name] for name in names_of(options)]


def _options(parameters: Iterable[click.Parameter]) -> Iterator[str]:
    """Yield each option with what it takes and what it does."""
    for option in parameters:
        if isinstance(option, click.Option):
            choices = option.type.choices if isinstance(option.type, click.Choice) else ()
            taken = option.metavar or "|".join(map(str, choices))
            yield from _terms([(f"{', '.join(option.opts)} {taken}".strip(), option.help or "")])


def _terms(terms: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield a list of terms, each in bold, and what they mean."""
    for term, text in terms:
        yield from (".TP", f"\\fB{_roff(term)}\\fR", _roff(_LINKS.sub(r"\1", text)))


def _roff(text: str) -> str:
    """Return a text as roff takes it literally; the backticks of Markdown are left out."""
    text = text.replace("`", "").replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.MULTILINE)


def main(arguments: list[str]) -> int:
    """Write the page to the file named; return the exit code."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    Path(arguments[0]).write_text(man_page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
