"""docs/cli.md: every command with its arguments, options and examples, from Click's own objects."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Mapping

import click

from dtcompare.cli import COMMANDS, MEANT, NAME, Stub, root
from dtcompare.errors import Exit
from dtcompare.shell.chart_options import chart_options
from dtcompare.shell.output import text_options
from dtcompare.shell.settings import global_options
from dtcompare.view.formats import CHART_SUFFIXES, FORMATS, SUFFIXES
from scripts.runs import names_of

EXITS: Mapping[Exit, str] = {
    Exit.DONE: "done",
    Exit.FAILED: "could not be done: the data have errors, a file cannot be read or written",
    Exit.USAGE: "wrong usage, or a name that stands for nothing",
    Exit.FOUND: (
        "`check` found an error; with `--fail-empty`, nothing was found; "
        "with `--fail-on-change`, something changed"
    ),
    Exit.INTERRUPTED: "interrupted",
    Exit.CLOSED_PIPE: "whatever read the output has closed it",
}

ENVIRONMENT: Mapping[str, str] = {
    "DTCOMPARE_CACHE_DIR": (
        "Where the compiled copies lie, else the platform's cache folder;"
        " `dtcompare cache show` tells."
    ),
    "XDG_CACHE_HOME": "On Linux, the folder that holds `dtcompare/`, the compiled copies.",
    "LOCALAPPDATA": "On Windows, the folder that holds the compiled copies.",
    "DTCOMPARE_DATA": "The data set to use where `--data` names none.",
    "DTCOMPARE_WORDS": "A folder with the file of words of a further language, LANG.txt.",
    "DTCOMPARE_LANG": "The language, en or vi, where `--lang` names none.",
    "LC_ALL": "The language where neither that nor dtcompare.toml says: vi_VN is Vietnamese.",
    "LANG": "The same where LC_ALL is not set.",
    "PAGER": "What shows a full answer longer than the terminal; `--no-pager` does without.",
    "XDG_CONFIG_HOME": "On Linux, the folder that holds `dtcompare/dtcompare.toml`.",
    "APPDATA": "On Windows, the folder that holds it.",
    "SOURCE_DATE_EPOCH": "Seconds since 1970; its day counts as today where `--as-of` names none.",
    "NO_COLOR": "Set to anything: no colour, unless `--color` asks for it.",
    "FORCE_COLOR": "Set to anything but 0 or false: colour also where there is no terminal.",
    "COLUMNS": "Columns of the terminal; tables use 100 at most.",
    "LINES": "Lines of the terminal.",
    "TERM": "`dumb`: no colour and no block characters.",
    "SHELL": "Tells `dtcompare completion` which shell is in use.",
    "ZDOTDIR": "The folder of `.zshrc`, for `dtcompare completion install`.",
    "_DTCOMPARE_COMPLETE": "Set by shell completion.",
}

# What Click leaves unwrapped: a backspace, or the two signs that write one.
_EXAMPLES = re.compile(r"(?:\x08|\\b)\nExamples:\n")


def commands() -> dict[str, click.Command]:
    """Load every command, by name, in the order of the overview."""
    found = {}
    for _, name, _, _ in COMMANDS:
        stub = root.commands[name]
        found[name] = stub.load() if isinstance(stub, Stub) else stub
    return found


def context_of(command: click.Command) -> click.Context:
    """Return the context in which the command's help is written."""
    parent = click.Context(root, info_name=NAME, **root.context_settings)
    return parent if command is root else click.Context(command, parent, command.name)


def page() -> str:
    """Return the whole reference below the page's title."""
    parts = [
        _overview(),
        *(_command(command) for command in commands().values()),
        _shared_options(),
        _formats(),
        f"## Exit codes\n\n{exit_codes()}",
        _environment(),
        _SETTINGS,
    ]
    return "\n".join(parts)


def _overview() -> str:
    lines = [
        f"| [`{NAME} {name}`](#{NAME}-{name}) `{_piped(arguments)}` | {text} |"
        for _, name, arguments, text in COMMANDS
    ]
    meant = ", ".join(f"`{typed}` ({name})" for typed, name in MEANT.items())
    return (
        "| Command | Answers |\n|---|---|\n"
        + "\n".join(lines)
        + "\n\nBare `dtcompare` shows the commands and how much data there is. Words that mean a "
        f"command are answered with it: {meant}.\n"
    )


def _piped(text: str) -> str:
    """Return ``text`` with its bars marked as no ends of a cell."""
    return text.replace("|", "\\|")


def _command(command: click.Command) -> str:
    said, *examples = _EXAMPLES.split(inspect.cleandoc(command.help or ""))
    given = {p.name for p in command.params}
    takes = [name for name, options in SHARED.items() if given >= set(names_of(options))]
    shared = {name for part in takes for name in names_of(SHARED[part])}
    own = [p for p in command.params if isinstance(p, click.Option) and p.name not in shared]
    arguments = [p for p in command.params if isinstance(p, click.Argument)]
    *others, last = [f"[{name} options](#{name}-options)" for name in takes]
    links = f"{', '.join(others)} and the {last}" if others else last
    typed = " ".join(["[OPTIONS]", *map(_placed, arguments)])
    return "\n".join(
        [
            f"## {NAME} {command.name}\n",
            f"```text\n{NAME} {command.name} {typed}\n```\n",
            f"{said.strip()}\n",
            *([_arguments(arguments)] if arguments else []),
            *([_options(own)] if own else []),
            f"Also the {links}.\n",
            f"Examples:\n\n```text\n{_unindented(examples)}\n```\n",
        ]
    )


# What several commands take, by the heading it stands under.
SHARED: Mapping[str, Callable[[Callable[..., object]], object]] = {
    "output": text_options,
    "chart": chart_options,
    "global": global_options,
}


def _unindented(examples: Iterable[str]) -> str:
    return "\n".join(line.strip() for part in examples for line in part.strip().splitlines())


def _called(argument: click.Argument) -> str:
    """Return the argument's name in capitals."""
    return (argument.metavar or argument.name or "").strip("[].").upper()


def _placed(argument: click.Argument) -> str:
    """Return the argument as it stands in the usage line."""
    name = _called(argument) + " ..." * (argument.nargs == -1)
    return name if argument.required else f"[{name}]"


def _arguments(arguments: Iterable[click.Argument]) -> str:
    lines = ["| Argument | |", "|---|---|"]
    for argument in arguments:
        facts = ["needed" if argument.required else "may be left out"]
        if argument.nargs == -1:
            facts.append("any number")
        if words := _choices(argument):
            facts.append("one of " + ", ".join(f"`{word}`" for word in words))
        lines.append(f"| `{_called(argument)}` | {'; '.join(facts)} |")
    return "\n".join(lines) + "\n"


def _choices(parameter: click.Parameter) -> tuple[str, ...]:
    """Return the words a parameter takes; none where it takes any."""
    kind = parameter.type
    return tuple(map(str, kind.choices)) if isinstance(kind, click.Choice) else ()


def _options(options: Iterable[click.Option]) -> str:
    """Return a row for each option, in words that no release of Click decides."""
    lines = ["| Option | |", "|---|---|"]
    for option in options:
        choices = "|".join(_choices(option))
        words = option.metavar or (f"[{choices}]" if choices else "")
        names = ", ".join(sorted(option.opts, key=len))
        default = f" Default: {option.default}." if isinstance(option.default, str) else ""
        shown = f"{names} {words}".strip()
        lines.append(f"| `{_piped(shown)}` | {_piped(option.help or '')}{default} |")
    return "\n".join(lines) + "\n"


def _shared_options() -> str:
    """Return the options that several commands take, once."""
    command = commands()["rank"]
    output, drawing, everywhere = map(names_of, SHARED.values())
    by_name = {p.name: p for p in command.params if isinstance(p, click.Option)}
    rest = [
        p
        for p in root.get_params(context_of(root))
        if isinstance(p, click.Option) and p.name not in everywhere
    ]
    return "\n".join(
        [
            "## Output options\n",
            "Of every command that shows a result.\n",
            _options(by_name[name] for name in output),
            "## Chart options\n",
            "For a result that is saved as a chart; [Charts](charts.md) shows what they do.\n",
            _options(by_name[name] for name in drawing),
            "## Global options\n",
            "Of every command; they may stand before its name or after it.\n",
            _options([*(by_name[name] for name in everywhere), *rest]),
        ]
    )


def _formats() -> str:
    others = ", ".join(f"`{name}`" for name in FORMATS if name not in _FORMATS)
    suffixes: dict[str, list[str]] = {}
    for suffix, name in SUFFIXES.items():
        suffixes.setdefault(name, []).append(suffix)
    lines = [
        f"| `{name}` | {', '.join(f'`{s}`' for s in suffixes.get(name, [])) or '–'} | {text} |"
        for name, text in _FORMATS.items()
    ]
    return "\n".join(
        [
            "## Formats\n",
            (
                "`--format` names the form. Without it a terminal gets `table`, a pipe `plain`, "
                "and a file the form of its suffix. `table` and `plain` fit a screen: notes, pages "
                "and lists are counted at their foot, and `--full` shows them. Every other form, "
                "and every file, is whole.\n"
            ),
            "| Format | Suffixes | |\n|---|---|---|",
            *lines,
            f"\n{', '.join(f'`{suffix}`' for suffix in CHART_SUFFIXES)} are [charts](charts.md).\n",
            f"Also the table forms of tabulate: {others}.\n",
            (
                "CSV, TSV and JSON lines carry every row, those that are not ranked too, with the "
                "reason. Output is always UTF-8; `--bom` marks it for Excel. An existing file is "
                "replaced by a whole new one or left alone.\n"
            ),
        ]
    )


_FORMATS: Mapping[str, str] = {
    "table": "for a terminal: as wide as it is, with bars and colour where it has room",
    "plain": "aligned text as wide as it needs to be, nothing folded or cut",
    "csv": "one row a figure, commas",
    "tsv": "one row a figure, tabs",
    "json": "one object, [described key by key](json.md)",
    "jsonl": "one object a row",
    "markdown": "the sheet as Markdown",
    "html": "a page of its own",
    "latex": "the sheet as LaTeX",
    "xlsx": "a workbook, by the suffix of `-o`; needs `dtcompare[office]`",
    "rst": "the sheet as reStructuredText",
}


_SETTINGS = """\
## Settings

`dtcompare.toml` in the working folder or one above it, else in the user's configuration folder,
says what holds where nothing is typed. Every line may be left out.

```toml
lang = "vi"                  # en or vi; --lang and DTCOMPARE_LANG come before it
data = "../provinces/data"   # seen from the file; --data and DTCOMPARE_DATA come before it
size = "slide"               # of charts, as --size
highlight = ["quang-ninh"]   # in charts, where the chart shows it
safe-csv = true              # as --safe-csv
```
"""


def exit_codes() -> str:
    """Return the table of exit codes."""
    lines = [f"| {code.value} | {EXITS[code]} |" for code in Exit]
    return "\n".join(["| Exit code | |\n|---|---|", *lines, ""])


def _environment() -> str:
    lines = [f"| `{name}` | {text} |" for name, text in ENVIRONMENT.items()]
    return "\n".join(["## Environment variables\n", "| Variable | |\n|---|---|", *lines, ""])
