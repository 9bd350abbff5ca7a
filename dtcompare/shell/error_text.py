"""What standard error says of an error: what was wrong and what to type next."""

from __future__ import annotations

import re
from contextlib import suppress

import click

from dtcompare import words
from dtcompare.errors import DataBroken, DtcompareError, Refused, RevisionBroken, UnknownName
from dtcompare.reading.problems import shown
from dtcompare.shell.help import say_names
from dtcompare.shell.settings import Settings
from dtcompare.view.problems import problem_line, problems_text

_PROGRAM = "dtcompare"
# What people type for an option. Letters alone would lead them elsewhere.
_MEANT = {
    "--top": ("limit", "head", "n", "max", "max-rows", "rows", "count", "number", "first-n"),
    "--reverse": ("tail", "desc", "descending", "asc", "ascending", "bottom", "worst"),
    "--full": ("verbose", "v", "all", "long", "details", "more", "no-limit"),
    "--quiet": ("silent", "q", "no-notes"),
    "--decimals": ("precision", "round", "digits", "places"),
    "--output": ("out", "save", "file", "to", "export"),
    "--format": ("json", "csv", "tsv", "markdown", "md", "html", "type", "as"),
    "--lang": ("language", "locale", "l", "vi", "vn", "en"),
    "--as-of": ("date", "on", "day", "today"),
    "--period": ("year", "when", "month", "quarter", "season"),
    "--only": ("province", "provinces", "filter", "where", "include"),
    "--color": ("no-color", "colour", "no-colour"),
    "--data": ("dataset", "data-dir", "dir", "folder", "path"),
}
_LONGEST = 1000  # letters of a line: the names of all formats fit in


def error_text(error: Exception, settings: Settings) -> str:
    """Return the lines about an error, in the language of the run."""
    lang = settings.lang
    if isinstance(error, DataBroken):
        return _problems_text(error, lang)
    if isinstance(error, click.ClickException):
        text = _usage_text(error, settings)
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
    facts = dict(error.facts)
    for name, fact in error.facts.items():
        if isinstance(fact, str):
            facts[name] = shown(fact, _LONGEST)
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


def _usage_text(error: click.ClickException, settings: Settings) -> str:
    """Return the message of Click, which speaks English, on a line of its own; then where to look.

    What it has no translation for stays as it is.
    """
    lang = settings.lang
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context and (better := _misplaced_text(context, error.message, settings)):
        return better
    meant = _meant_option(error) if isinstance(error, click.NoSuchOption) else None
    said = f"{error.message} (Did you mean '{meant}'?)" if meant else error.format_message()
    message = words.translated(lang, shown(said, _LONGEST))
    if isinstance(error, click.MissingParameter):
        message = say_names(lang, message)
    command = context.command_path if context else _PROGRAM
    return f"{message}\n{words.say(lang, 'error.usage', command=command)}"


def _misplaced_text(context: click.Context, message: str, settings: Settings) -> str | None:
    """Return what a word too many names, and the command that all the words ask for."""
    extra = re.fullmatch(words.catalogue("en")["usage.extra-words"], message)
    if extra is None:
        return None
    from dtcompare.shell.typed_words import misplaced  # few errors need the data

    typed = [str(word) for word in context.params.values() if isinstance(word, str)]
    with suppress(DtcompareError, OSError):
        dataset = settings.dataset()
        for word in (extra["words"], *extra["words"].split()):
            error = misplaced(dataset, word, "", settings, typed)
            if error is not None:
                return _own_text(error, settings.lang)
    return None


def _meant_option(error: click.NoSuchOption) -> str | None:
    """Return the option of the command that means what was typed; None where none is known to."""
    typed = error.option_name.lstrip("-").lower().replace("_", "-")
    if error.ctx is None:
        return None
    known = {name for param in error.ctx.command.params for name in param.opts}
    meant = [option for option, others in _MEANT.items() if typed in others and option in known]
    return meant[0] if meant else None


def _system_text(error: OSError, lang: str) -> str:
    """Return what the system says: a full disk, a stream that is gone, a file it cannot read."""
    reason = error.strerror or str(error)
    if error.filename is not None:
        return words.say(lang, "error.cannot-read", path=error.filename, reason=reason)
    output = words.say(lang, "standard-output")
    return words.say(lang, "error.cannot-write", path=output, reason=reason)
