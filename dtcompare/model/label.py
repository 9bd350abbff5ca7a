"""A text of the data set, in the languages that it has."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

DATA_LANGUAGES = ("en", "vi")  # what every data set may speak; others it declares


class Label(Struct, frozen=True, order=True):
    """A word, name or note; one that lacks English or Vietnamese says there what another says.

    ``others`` are (language, text) of further languages that the data set declares.
    """

    en: str
    vi: str
    others: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Label:
        """Return the label of texts by language, of which there is one at least."""
        first = next(texts[lang] for lang in (*DATA_LANGUAGES, *texts) if lang in texts)
        others = [(lang, text) for lang, text in texts.items() if lang not in DATA_LANGUAGES]
        return cls(texts.get("en", first), texts.get("vi", first), tuple(others))

    def say(self, lang: str) -> str:
        """Return the label in ``lang``, else in English."""
        if lang == "vi":
            return self.vi
        return dict(self.others).get(lang, self.en) if self.others else self.en
