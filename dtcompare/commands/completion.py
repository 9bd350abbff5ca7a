"""``dtcompare completion``: commands, options and names completed in the shell."""

from __future__ import annotations

import os
import sys

import click

from dtcompare.shell.completion import (
    LINES,
    find_shell,
    find_start_file,
    install_line,
    write_script,
)
from dtcompare.shell.settings import Settings, global_options
from dtcompare.view.console import write


@click.command("completion")
@click.argument("what", type=click.Choice(("install", "show")))
@click.argument("shell", type=click.Choice(tuple(LINES)), required=False)
@global_options
@click.pass_context
def command(ctx: click.Context, settings: Settings, /, what: str, shell: str | None) -> None:
    """Complete commands, options and ids with TAB: install it in a shell, or show the script.

    Without SHELL: the one in use. Installing adds one line to the file that the shell reads when it
    starts, and says which.

    \b
    Examples:
      dtcompare completion install
      dtcompare completion show zsh
    """
    shell = shell or find_shell(os.environ, sys.platform)
    if what == "show":
        write(write_script(ctx.find_root().command, shell))
        return
    path, line = find_start_file(shell, os.environ), LINES[shell]
    if install_line(path, line):
        write(f"{settings.say('completion.installed', path=path)}\n  {line}\n")
    else:
        write(settings.say("completion.present", path=path) + "\n")
