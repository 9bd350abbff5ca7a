"""What standard error says of an error: what was wrong and what to type next."""

from __future__ import annotations

import re
from collections.abc import Sequence

import click

from dtcompare import words
from dtcompare.errors import DataBroken, DtcompareError, Refused, RevisionBroken, UnknownName
from dtcompare.reading.problems import shown
from dtcompare.shell.settings import Settings
from dtcompare.view.problems import problem_line, problems_text

__all__ = ["error_text", "suggestion"]

_PROGRAM = "dtcompare"
_LONGEST = 1000  # letters of a line: the names of all formats fit in


def error_text(error: Exception, typed: Sequence[str], settings: Settings) -> str:
    """Return the lines about an error, in the language of the run.

    ``typed`` are the words of the command line: a slip in them is told in the language that they
    ask for, be it after the slip.
    """
    lang = settings.lang
    if isinstance(error, DataBroken):
        return _problems_text(error, lang)
    if isinstance(error, click.ClickException):
        text = _usage_text(error, _typed_language(typed) or lang)
    elif isinstance(error, DtcompareError):
        text = _own_text(error, lang)
    elif isinstance(error, OSError):
        text = _system_text(error, lang)
    else:
        text = words.say(lang, "error.unexpected", what=f"{type(error).__name__}: {error}")
    return f"{_PROGRAM}: {text}"


def _problems_text(error: DataBroken, lang: str) -> str:
    """Return every problem of the data set on its line."""
    if isinstance(error, Refused):
        last = words.say(lang, "add.refused")
    elif isinstance(error, RevisionBroken):
        last = words.say(lang, "error.revision-broken", **error.facts)
    else:
        return problems_text(error.problems, error.files, lang)
    lines = [problem_line(problem, lang) for problem in error.problems]
    return "\n".join([*lines, f"{_PROGRAM}: {last}"])


def _own_text(error: DtcompareError, lang: str) -> str:
    """Return the sentence of an error, with the names that may have been meant."""
    facts = {name: _one_line(fact) for name, fact in error.facts.items()}
    text = words.say(lang, error.key, **facts)
    if not isinstance(error, UnknownName):
        return text
    hint = words.say(lang, error.key.replace("unknown-", "list-"))
    return f"{text}{suggestion(error, lang)}\n{hint}"


def suggestion(error: UnknownName, lang: str) -> str:
    """Return what goes on the sentence of an unknown name: those that may have been meant."""
    if not error.matches:
        return ""
    matches = f" {words.say(lang, 'error.or')} ".join(error.matches)
    return "; " + words.say(lang, "error.did-you-mean", matches=matches)


def _one_line(fact: object) -> object:
    """Return a fact that a sentence can hold: a text on one line, and not too long."""
    return shown(fact, _LONGEST) if isinstance(fact, str) else fact


def _typed_language(typed: Sequence[str]) -> str | None:
    """Return the last --lang that was typed; None without one that we speak."""
    line = " ".join(typed).replace("--lang=", "--lang ")
    found = [lang for lang in re.findall(r"--lang (\S+)", line) if lang in words.LANGUAGES]
    return found[-1] if found else None


def _usage_text(error: click.ClickException, lang: str) -> str:
    """Return the message of Click, which speaks English, on a line of its own; then where to look.

    What it has no translation for stays as it is.
    """
    context = error.ctx if isinstance(error, click.UsageError) else None
    message = words.translated(lang, shown(error.format_message(), _LONGEST))
    command = context.command_path if context else _PROGRAM
    return f"{message}\n{words.say(lang, 'error.usage', command=command)}"


def _system_text(error: OSError, lang: str) -> str:
    """Return what the system says: a full disk, a stream that is gone, a file it cannot read."""
    reason = error.strerror or str(error)
    if error.filename is not None:
        return words.say(lang, "error.cannot-read", path=error.filename, reason=reason)
    output = words.say(lang, "standard-output")
    return words.say(lang, "error.cannot-write", path=output, reason=reason)
