"""Help of a command: its own options first, those that all share where they are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import click

from dtcompare.shell.settings import Settings
from dtcompare.words import catalogue

_EXAMPLES = "Examples:"

__all__ = ["HelpContext", "say_help"]


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
        super().write_usage(prog, args, prefix or f"{say_help(self._lang, 'Usage')}: ")

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
        told = [(term, say_help(self._lang, text)) for term, text in rows]
        super().write_dl(told, col_max, col_spacing)


def say_help(lang: str, text: str) -> str:
    """Return an English text of the help in ``lang``; as it is where it has no translation.

    What Click says of bounds and defaults behind it, in brackets, stays.
    """
    said, bracket, bounds = text.partition("  [")
    key = _keys().get(" ".join(said.split()))
    return f"{catalogue(lang)[key]}{bracket}{bounds}" if key else text


@cache
def _keys() -> dict[str, str]:
    """Return the key of every English text of the help."""
    return {text: key for key, text in catalogue("en").items() if key.startswith("help.")}
