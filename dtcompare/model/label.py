"""A text of the data set, in the languages that it has."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["DATA_LANGUAGES", "Label"]

DATA_LANGUAGES = ("en", "vi")


class Label(Struct, frozen=True, order=True):
    """A word, name or note in both languages; one that has but one says the same in both."""

    en: str
    vi: str

    def say(self, lang: str) -> str:
        """Return the label in ``lang`` ("en" or "vi")."""
        return self.vi if lang == "vi" else self.en
