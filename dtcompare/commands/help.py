"""``dtcompare help``: the help of a command, or of all."""

from __future__ import annotations

import click

from dtcompare.shell.settings import Settings, global_options


@click.command("help")
@click.argument("name", metavar="[COMMAND]", required=False)
@global_options
@click.pass_context
def command(ctx: click.Context, settings: Settings, *, name: str | None) -> None:
    """Show the help of COMMAND, as its -h does; without one, of all commands.

    \b
    Examples:
      dtcompare help
      dtcompare help rank
    """
    whole = ctx.find_root()
    root = whole.command
    if name is None or not isinstance(root, click.Group):
        click.echo(root.get_help(whole))
        return
    found, known, _ = root.resolve_command(whole, [name])
    assert known is not None  # else the group has said that there is no such command
    with known.context_class(known, info_name=found, parent=whole, obj=settings) as asked:
        click.echo(known.get_help(asked))
