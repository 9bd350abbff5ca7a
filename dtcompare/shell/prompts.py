"""What is missing is asked for, where somebody sits at a terminal; elsewhere it is named."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

import click

from dtcompare import words
from dtcompare.errors import UnknownName, WrongUsage
from dtcompare.shell.error_text import suggestion
from dtcompare.text import fold

_MOST = 12  # choices that are shown without being asked for


def at_terminal() -> bool:
    """Return whether somebody can read a question and answer it."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


class Prompter:
    """Asks questions on standard error; never where that or standard input is no terminal."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self.able = at_terminal()

    def ask_text(
        self, option: str, question: str, valid: Callable[[str], bool] = bool, default: str = ""
    ) -> str:
        """Ask until the answer is ``valid``, and return it.

        Raises WrongUsage that names ``option`` where nobody can answer.
        """
        if not self.able:
            raise WrongUsage("error.missing-option", option=option)
        while True:
            answer = self._prompt(self._question(question), default)
            if valid(answer):
                return answer
            click.echo(words.say(self._lang, "ask.again", answer=answer), err=True)

    def ask_choice(
        self,
        option: str,
        question: str,
        choices: Mapping[str, str],
        find: Callable[[str], str] | None = None,
    ) -> str:
        """Ask for one of ``choices`` (id to name), by its id, its name or its number in the list.

        ``find`` knows further names, and what an unknown one may have meant (UnknownName). Raises
        WrongUsage that names ``option`` where nobody can answer.
        """
        few = len(choices) <= _MOST
        if not self.able:
            key = "error.missing-choice" if few and choices else "error.missing-option"
            raise WrongUsage(key, option=option, choices=", ".join(choices) if few else "")
        ids = _ids_by_answer(choices)
        listing = few
        while True:
            if listing:
                _list_choices(choices)
            text = self._question(question)
            answer = self._prompt(text if listing else f"{text} (?)", "")
            if answer in choices:
                return answer
            if fold(answer) in ids:
                return ids[fold(answer)]
            if find is None or answer == "?":
                listing = True
                continue
            try:
                return find(answer)
            except UnknownName as error:
                text = words.say(self._lang, error.key, **error.facts)
                click.echo(text + suggestion(error, self._lang), err=True)

    def _question(self, name: str) -> str:
        return words.say(self._lang, f"ask.{name}")

    def _prompt(self, text: str, default: str) -> str:
        try:
            answer: str = click.prompt(text, default=default or None, err=True, type=str)
        except click.Abort:
            click.echo(err=True)  # the shell's next line begins on its own
            raise
        return answer.strip()


def _ids_by_answer(choices: Mapping[str, str]) -> dict[str, str]:
    """Return what may be answered, folded, with the id it means; an id goes before a name."""
    ids = {fold(name): id for id, name in choices.items()} | {fold(id): id for id in choices}
    for number, id in enumerate(choices, 1):
        ids.setdefault(str(number), id)
    return ids


def _list_choices(choices: Mapping[str, str]) -> None:
    for number, (id, name) in enumerate(choices.items(), 1):
        click.echo(f"  {number:>3}  {id}  {name if name != id else ''}".rstrip(), err=True)
