"""What ``--version`` says: of the program, the data set in use, and Python."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

import click

from dtcompare import __version__
from dtcompare.errors import DtcompareError
from dtcompare.shell.settings import Settings
from dtcompare.view.console import write


def show_version(ctx: click.Context, _: click.Parameter, value: object) -> None:
    """Show the versions and leave; nothing of the data where there is no data set."""
    settings = ctx.find_object(Settings)
    if not value or ctx.resilient_parsing or settings is None:
        return
    from dtcompare.reading.folder import read_release

    lines = [f"dtcompare {__version__}"]
    with suppress(DtcompareError, OSError):
        root = os.path.abspath(settings.root())  # noqa: PTH100 (pathlib is slow to import)
        lines.append(settings.say("version.data", release=read_release(root) or "–", folder=root))
    lines.append(f"Python {sys.version.partition(' ')[0]} ({sys.platform})")
    write("".join(f"{line}\n" for line in lines))
    ctx.exit()
