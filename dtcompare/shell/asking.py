"""What is missing is asked for, where somebody sits at a terminal; elsewhere it is named."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

import click

from dtcompare import words
from dtcompare.errors import UnknownName, WrongUsage
from dtcompare.text import fold

__all__ = ["Asker"]

_MOST = 12  # choices that are shown without being asked for


def at_terminal() -> bool:
    """Whether somebody can read a question and answer it."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


class Asker:
    """Asks questions on standard error; never where that or standard input is no terminal."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self.able = at_terminal()

    def text(
        self, option: str, question: str, valid: Callable[[str], bool] = bool, default: str = ""
    ) -> str:
        """The answer to a question. Raises WrongUsage that names ``option`` where none is had.

        One that is not ``valid`` is asked for again.
        """
        if not self.able:
            raise WrongUsage("error.missing-option", option=option)
        while True:
            answer = self._prompt(question, default)
            if valid(answer):
                return answer
            click.echo(words.say(self._lang, "ask.again", answer=answer), err=True)

    def choice(
        self,
        option: str,
        question: str,
        choices: Mapping[str, str],
        find: Callable[[str], str] | None = None,
    ) -> str:
        """One of ``choices``, given by its id, its name or its number in the list.

        ``find`` knows further names, and what an unknown one may have meant (UnknownName).
        """
        if not self.able:
            listed = ", ".join(choices) if len(choices) <= _MOST else ""
            key = "error.missing-choice" if listed else "error.missing-option"
            raise WrongUsage(key, option=option, choices=listed)
        ids = list(choices)
        meant = {fold(name): id for id, name in choices.items()} | {fold(id): id for id in ids}
        meant |= {str(number): id for number, id in enumerate(ids, 1) if str(number) not in meant}
        show = len(ids) <= _MOST
        while True:
            if show:
                self._list(choices)
            answer = self._prompt(question if show else f"{question} (?)", "")
            if answer in choices or fold(answer) in meant:
                return answer if answer in choices else meant[fold(answer)]
            if find is None or answer == "?":
                show = True
                continue
            try:
                return find(answer)
            except UnknownName as error:
                click.echo(self._unknown(error), err=True)

    def _unknown(self, error: UnknownName) -> str:
        """That there is no such name, and what it may have meant."""
        text = words.say(self._lang, error.key, **error.facts)
        if not error.matches:
            return text
        matches = f" {words.say(self._lang, 'error.or')} ".join(error.matches)
        return f"{text}; {words.say(self._lang, 'error.did-you-mean', matches=matches)}"

    def _list(self, choices: Mapping[str, str]) -> None:
        for number, (id, name) in enumerate(choices.items(), 1):
            click.echo(f"  {number:>3}  {id}  {name if name != id else ''}".rstrip(), err=True)

    def _prompt(self, question: str, default: str) -> str:
        said = words.say(self._lang, f"ask.{question.removesuffix(' (?)')}")
        said += " (?)" if question.endswith("(?)") else ""
        try:
            answer: str = click.prompt(said, default=default or None, err=True, type=str)
        except click.Abort:
            click.echo(err=True)  # the shell's next line begins on its own
            raise
        return answer.strip()
