"""``dtcompare cache``: the compiled copies that make a start quick."""

from __future__ import annotations

import click

from dtcompare.reading.cachefolder import cache_folder, clear, is_own, stores
from dtcompare.shell.settings import Settings, global_options
from dtcompare.view.console import write


@click.command("cache")
@click.argument("what", type=click.Choice(("show", "clear")))
@global_options
def command(settings: Settings, /, what: str) -> None:
    """Show the compiled copies of data sets, or clear them away.

    They make a start quick and are made again when they are missing; --no-cache does without.
    DTCOMPARE_CACHE_DIR says where they lie.

    \b
    Examples:
      dtcompare cache show
      dtcompare cache clear
    """
    folder = cache_folder()
    if what == "clear":
        write(settings.say("cache.cleared", n=clear(folder)) + "\n")
        return
    found = list(stores(folder))
    lines = [folder or settings.say("cache.none")]
    if found and not is_own(folder, folder=True):
        lines.append(settings.say("cache.foreign"))
    for entry in found:
        size = -(-entry.stat(follow_symlinks=False).st_size // 1000)
        lines.append(settings.say("cache.entry", size=size, name=entry.name))
    write("\n".join([*lines, settings.say("cache.count", n=len(found))]) + "\n")
