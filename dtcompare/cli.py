"""The root command: a table of stubs, the global options, and errors turned into exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword

import click
from msgspec.structs import replace

from dtcompare.errors import CopyBroken, DataBroken, DtcompareError, Exit
from dtcompare.shell.help import HelpContext, say_help
from dtcompare.shell.settings import Settings, global_options
from dtcompare.shell.version import show_version
from dtcompare.view.console import allow_escapes, quiet_stdout, set_utf8

NAME = "dtcompare"

# Group, command, what stands behind it in the overview, and what it answers. A command's module
# is dtcompare.commands.NAME (NAME_ where Python has the word), imported when the command is run.
COMMANDS = (
    ("Ask", "overview", "", "who leads, over all that can be ranked"),
    ("Ask", "rank", "[INDICATOR] [PERIOD]", "who is ahead, measured how, and how sure"),
    ("Ask", "show", "PROVINCE [INDICATOR]", "what is known of a province, or one figure"),
    ("Ask", "compare", "PROVINCE PROVINCE ...", "two to six side by side, like with like"),
    ("Ask", "peers", "PROVINCE", "the provinces nearest in people and region"),
    ("Ask", "gap", "[PROVINCE | INDICATOR]", "how far from the targets, what is overdue"),
    ("Ask", "trend", "INDICATOR [PROVINCE ...]", "how a figure changed"),
    ("Ask", "relate", "INDICATOR INDICATOR", "two indicators against each other"),
    ("Ask", "reporting", "[PROVINCE]", "who reports what, how old, what to ask for"),
    ("Ask", "score", "[NAME]", "a composite index, and how firm its places are"),
    ("Ask", "list", "WHAT [WORD]", "what there is: indicators, provinces, sources"),
    ("Ask", "help", "[COMMAND]", "the options of a command, with examples"),
    ("Take away", "chart-all", "DIR", "the charts of every indicator and province, in one go"),
    ("Take away", "export", "[-o FILE]", "the whole data set, one row a figure, for other tools"),
    ("Take away", "report", "PROVINCE", "a document to hand in: .html, .docx or .md"),
    ("Take away", "site", "DIR", "a web site of all rankings and reports, in both languages"),
    ("Maintain", "check", "[PATH ...]", "what is wrong in the YAML files, and where"),
    ("Maintain", "new", "PROVINCE", "begins the file of a province"),
    ("Maintain", "add", "PROVINCE INDICATOR", "adds one figure or target, with its page"),
    ("Maintain", "import", "TABLE", "adds a whole table, all of it or nothing"),
    ("Maintain", "diff", "[REV]", "what changed, and what it does to rankings and gaps"),
    ("Maintain", "schema", "[KIND]", "JSON Schemas of the data files and of the JSON output"),
    ("Maintain", "cache", "show | clear", "the compiled copies that make a start quick"),
    ("Maintain", "completion", "install | show", "commands and ids completed with TAB"),
)

# What people type for a command, and for which.
MEANT = {
    "comparison": "compare",
    "ranking": "rank",
    "ranks": "rank",
    "gaps": "gap",
    "target": "gap",
    "targets": "gap",
    "profile": "show",
    "province": "show",
    "changes": "trend",
    "correlate": "relate",
    "correlation": "relate",
    "scatter": "relate",
    "coverage": "reporting",
    "composite": "score",
    "index": "score",
    "ls": "list",
    "lint": "check",
    "validate": "check",
    "verify": "check",
    "create": "new",
    "insert": "add",
    "schemas": "schema",
}

EXAMPLES = (
    ("dtcompare rank", "what can be ranked"),
    ("dtcompare show 'Quảng Ninh'", "also quang-ninh, QUANGNINH, or its code: 22"),
    ("dtcompare compare quang-ninh phu-tho", ""),
    ("dtcompare gap phu-tho", ""),
    ("dtcompare rank online-filing --lang vi -o ho-so.png", ""),
)


_PROMISE = "Every number has a page behind it, and only figures measured alike are ranked."
_CLOSING = f"{NAME} COMMAND -h shows the options of a command, with examples."


class Stub(click.Command):
    """A command known by name and help alone; the real one is imported when it is run."""

    def load(self) -> click.Command:
        """Import the real command."""
        name = (self.name or "").replace("-", "_")
        name += "_" * iskeyword(name)
        module = import_module(f"dtcompare.commands.{name}")
        command: click.Command = module.command
        command.context_class = HelpContext
        return command


class Root(click.Group):
    """The group of all commands: help and completion of names import none of them."""

    context_class = HelpContext

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the first word names or means, loaded."""
        if args and args[0] not in self.commands and args[0] in MEANT:
            meant = MEANT[args[0]]
            settings = ctx.find_object(Settings)
            if settings and not settings.repeated and not ctx.resilient_parsing:
                note = settings.say("answered-with", typed=args[0], command=meant)
                click.echo(f"{NAME}: {note}", err=True)
            args = [meant, *args[1:]]
        name, command, rest = super().resolve_command(ctx, args)
        if isinstance(command, Stub):
            command = command.load()
        return name, command, rest

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the overview: what there is to ask, by group, and how to start."""
        settings = ctx.find_object(Settings)
        lang = settings.lang if settings is not None else "en"
        formatter.write_usage(NAME, "[OPTIONS] COMMAND [ARGS]...")
        formatter.write_paragraph()
        with formatter.indentation():
            for text in (self.help or "", _PROMISE):
                formatter.write_text(text)
        for group in dict.fromkeys(entry[0] for entry in COMMANDS):
            formatter.write(f"\n{say_help(lang, group)}\n")
            rows = [entry for entry in COMMANDS if entry[0] == group]
            with formatter.indentation():
                formatter.write_dl([(f"{name} {args}", text) for _, name, args, text in rows])
        formatter.write(f"\n{say_help(lang, 'Start here')}\n")
        for example, remark in EXAMPLES:
            formatter.write(f"  {example:<40}  {say_help(lang, remark)}".rstrip() + "\n")
        self.format_options(ctx, formatter)
        formatter.write(f"\n{say_help(lang, _CLOSING)}\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the global options, without the list of commands that stands above."""
        records = [parameter.get_help_record(ctx) for parameter in self.get_params(ctx)]
        with formatter.section("Options, before or after the command"):
            formatter.write_dl([record for record in records if record is not None])


@click.command(
    cls=Root,
    name=NAME,
    invoke_without_command=True,
    commands={name: Stub(name, short_help=text) for _, name, _, text in COMMANDS},
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@global_options
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    callback=show_version,
    help="Show the versions of program, data and Python, and exit.",
)
@click.pass_context
def root(ctx: click.Context, settings: Settings) -> None:
    """Compares the provinces of Viet Nam on digital transformation."""
    if ctx.invoked_subcommand is None:
        from dtcompare.shell.overview import write_overview

        write_overview(settings, COMMANDS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    set_utf8()
    allow_escapes()
    settings = Settings.from_clock()
    if f"_{NAME.upper()}_COMPLETE" in os.environ:
        root.main(prog_name=NAME, obj=settings)
    arguments = sys.argv[1:] if arguments is None else arguments
    # In a locale that is not UTF-8 a name arrives undecoded.
    typed = [os.fsencode(word).decode("utf-8", "surrogateescape") for word in arguments]
    try:
        settings.read_config(typed)
        begun = replace(settings, notes=[])
        try:
            return _run(typed, settings)
        except CopyBroken:  # nothing has been told yet: an answer is written when it is whole
            settings = replace(begun, cache=False, repeated=True)
            return _run(typed, settings)
    except (KeyboardInterrupt, click.Abort):
        return Exit.INTERRUPTED
    except BrokenPipeError:
        quiet_stdout()
        return Exit.CLOSED_PIPE
    except Exception as error:
        if settings.debug and not isinstance(error, (DataBroken, click.ClickException)):
            raise
        return _report(error, settings)


def _run(arguments: list[str], settings: Settings) -> int:
    """Parse and run; return the exit code of a command that left with one."""
    try:
        with root.make_context(NAME, arguments, obj=settings) as ctx:
            root.invoke(ctx)
            if sys.stdout:
                sys.stdout.flush()
    except click.exceptions.Exit as left:
        return left.exit_code
    return Exit.DONE


def _report(error: Exception, settings: Settings) -> int:
    """Write what was wrong to standard error, if it is there, and return the exit code."""
    from dtcompare.shell.error_text import error_text

    if isinstance(error, OSError) and error.filename is None:
        quiet_stdout()
    if sys.stderr is not None and not sys.stderr.closed:
        click.echo(error_text(error, settings), err=True)
    if isinstance(error, (DtcompareError, click.ClickException)):
        return error.exit_code
    return Exit.FAILED
