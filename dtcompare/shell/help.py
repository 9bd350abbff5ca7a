"""Help of a command: its own options first, those that all share where they are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import click

from dtcompare.shell.settings import Settings
from dtcompare.words import catalogue, translated

ENGLISH = "en"
_EXAMPLES = "Examples:"
_BOUNDS = "  ["  # what Click sets before bounds and defaults


class HelpContext(click.Context):
    """A context whose help is written in the language of the run."""

    def make_formatter(self) -> click.HelpFormatter:
        """Return what writes the help."""
        settings = self.find_object(Settings)
        lang = settings.lang if settings is not None else "en"
        return _Formatter(lang, width=self.terminal_width, max_width=self.max_content_width)


class _Formatter(click.HelpFormatter):
    """Writes help, each text that has a translation in its language."""

    def __init__(self, lang: str, **sizes: Any) -> None:
        super().__init__(**sizes)
        self._lang = lang

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        prefix = prefix or f"{say_help(self._lang, 'Usage')}: "
        super().write_usage(prog, say_names(self._lang, args), prefix)

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        super().write_heading(say_help(self._lang, heading))

    def write_text(self, text: str) -> None:
        """Write paragraphs, each translated by itself."""
        paragraphs = [say_help(self._lang, part) for part in text.split("\n\n")]
        examples = say_help(self._lang, _EXAMPLES)
        super().write_text("\n\n".join(paragraphs).replace(f"\n{_EXAMPLES}\n", f"\n{examples}\n"))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write a list of terms and what they mean."""
        told = [(say_names(self._lang, term), say_help(self._lang, text)) for term, text in rows]
        super().write_dl(told, col_max, col_spacing)


def say_help(lang: str, text: str) -> str:
    """Return an English text of the help in ``lang``; as it is where it has no translation.

    Of what Click says of bounds and defaults behind it, in brackets, each part is translated.
    """
    if lang == ENGLISH:
        return text
    said, bracket, bounds = text.partition(_BOUNDS)
    told = _texts(lang).get(" ".join(said.split()), said)
    parts = [translated(lang, part) for part in bounds.removesuffix("]").split("; ")]
    return say_names(lang, told) + (f"{bracket}{'; '.join(parts)}]" if bracket else "")


def say_names(lang: str, text: str) -> str:
    """Return ``text`` with the words in capitals, which stand for what is typed, in ``lang``."""
    if lang == ENGLISH:
        return text
    names = _texts(lang)
    return re.sub(r"\b[A-Z]{2,}\b", lambda found: names.get(found[0], found[0]), text)


def _texts(lang: str) -> Mapping[str, str]:
    """Return the help in ``lang``, by its English."""
    return catalogue(f"help.{lang}")
