"""Everything that the program says: a file a language, a line a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

__all__ = ["LANGUAGES", "catalogue", "say", "translated"]

LANGUAGES = ("en", "vi")
_ENDINGS: Mapping[object, str] = {0: ".zero", 1: ".one"}


@cache
def catalogue(lang: str) -> Mapping[str, str]:
    r"""Read every text of ``lang``, by key, from its file of lines ``key = text``.

    A "\n" in a text is a line break; empty lines and those that begin with "#" say nothing.
    """
    texts = {}
    with open(f"{__path__[0]}/{lang}.txt", encoding="utf-8") as file:  # noqa: PTH123 (no pathlib)
        lines = file.read().split("\n")
    for line in lines:
        if line and line[0] != "#":
            key, _, text = line.partition(" = ")
            texts[key] = text.replace(r"\n", "\n")
    return texts


def say(lang: str, key: str, /, **facts: object) -> str:
    """Return the text ``key`` in ``lang``, filled in; for n = 0, 1 ``key.zero``, ``key.one``.

    Raises KeyError where there is no such text, or where it names a fact that was not given.
    """
    texts = catalogue(lang)
    count = facts.get("n")
    if count in _ENDINGS and (special := key + _ENDINGS[count]) in texts:
        key = special
    if key not in texts:
        raise KeyError(f"words/{lang}.txt has no text '{key}'")
    try:
        return texts[key].format_map(facts)
    except KeyError as missing:
        raise KeyError(f"'{key}' of words/{lang}.txt needs the fact {missing}") from None


def translated(lang: str, text: str) -> str:
    """Return what Click says in English in ``lang``; as it is where no pattern of usage fits."""
    if lang == "en":
        return text
    for key, pattern in catalogue("en").items():
        if key.startswith("usage.") and (match := re.fullmatch(pattern, text)):
            facts = {name: translated(lang, part or "") for name, part in match.groupdict().items()}
            return say(lang, key, **facts)
    return text
