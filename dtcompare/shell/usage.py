"""What was wrong with the words that were typed, in the language asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

import click

from dtcompare import words
from dtcompare.reading.problems import shown
from dtcompare.shell.settings import Settings

__all__ = ["brief", "typed_language", "usage_text"]

_LONGEST = 1000  # letters of a line: the names of all formats fit in


def brief(fact: object) -> object:
    """A fact that a sentence can hold: a text on one line, and not too long."""
    return shown(fact, _LONGEST) if isinstance(fact, str) else fact


def typed_language(arguments: Sequence[str], settings: Settings) -> str:
    """The last --lang that was typed, be it behind the slip; else that of the settings."""
    line = " ".join(arguments).replace("--lang=", "--lang ")
    found = [lang for lang in re.findall(r"--lang (\S+)", line) if lang in words.LANGUAGES]
    return found[-1] if found else settings.lang


def usage_text(error: click.ClickException, lang: str) -> str:
    """The message of Click, which speaks English, on a line of its own; then where to look."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    said = shown(error.format_message(), _LONGEST)
    where = context.command_path if context else "dtcompare"
    return f"{words.translated(lang, said)}\n{words.say(lang, 'error.usage', command=where)}"
