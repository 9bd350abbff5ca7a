"""A name in the languages of the data set."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["Label"]


class Label(Struct, frozen=True):
    """A word or name in English, in Vietnamese, or in both."""

    en: str
    vi: str

    def say(self, lang: str) -> str:
        """Return the label in ``lang`` ("en" or "vi")."""
        return self.vi if lang == "vi" else self.en
