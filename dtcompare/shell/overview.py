"""What the bare command shows: what there is to ask, how much data, and how new it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from dtcompare.errors import DtcompareError
from dtcompare.shell.help import say_help, say_names
from dtcompare.shell.settings import Settings
from dtcompare.view.console import write
from dtcompare.view.phrases import Phrases

Entry = tuple[str, str, str, str]  # group, command, what stands behind it, what it answers


def write_overview(settings: Settings, commands: Sequence[Entry]) -> None:
    """Write a screen: each command of the first group on a line, the names of the others, the data.

    Of the data nothing is said where they cannot be read.
    """
    lines = [settings.say("home.title"), "", *_first_group(commands, settings.lang), ""]
    lines += _other_groups(commands, settings.lang)
    lines += ["", settings.say("home.examples"), settings.say("home.help")]
    with suppress(DtcompareError):
        lines.append(_data_text(settings))
    write("".join(f"{line}\n" for line in lines))


def _first_group(commands: Sequence[Entry], lang: str) -> Iterator[str]:
    """Yield a line for each command of the first group."""
    first = [entry for entry in commands if entry[0] == commands[0][0]]
    usages = [f"{name} {say_names(lang, typed)}".rstrip() for _, name, typed, _ in first]
    width = max(map(len, usages))
    for usage, entry in zip(usages, first, strict=True):
        yield f"  {usage:<{width}}  {say_help(lang, entry[3])}"


def _other_groups(commands: Sequence[Entry], lang: str) -> Iterator[str]:
    """Yield the names of the commands of each other group."""
    groups: dict[str, list[str]] = {}
    for group, name, _, _ in commands:
        groups.setdefault(group, []).append(name)
    for group in list(groups)[1:]:
        yield f"{say_help(lang, group)}: {', '.join(groups[group])}"


def _data_text(settings: Settings) -> str:
    """Say how many provinces there are, former ones too, and when the newest page is from."""
    dataset = settings.dataset()
    phrases = Phrases(dataset, settings.lang)
    existing = len(dataset.register.existing(settings.as_of))
    facts = {"n": existing, "former": len(dataset.register.provinces) - existing}
    newest = dataset.newest_page(settings.as_of)
    if newest is None:
        return phrases.say("home.data.no-date", **facts)
    return phrases.say("home.data", date=phrases.moment(newest), **facts)
