"""Every generated word and sentence, one catalogue a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module

__all__ = ["LANGUAGES", "catalogue", "say", "translated"]

LANGUAGES = ("en", "vi")
_PARTS = {"problem": "problems_", "chart": "charts_"}
_ENDINGS: Mapping[object, str] = {0: ".zero", 1: ".one"}


@cache
def catalogue(lang: str, part: str = "") -> Mapping[str, str]:
    """The sentences of ``lang`` by key; ``part`` names a catalogue beside the main one."""
    module = import_module(f"dtcompare.words.{part}{lang}")
    words: Mapping[str, str] = module.WORDS
    return words


def say(lang: str, key: str, /, **facts: object) -> str:
    """The sentence ``key`` in ``lang``, filled in; ``key.zero``, ``key.one`` serve for these ``n``.

    Keys that start with "problem." or "chart." are in catalogues of their own, loaded when first
    needed.
    """
    words = catalogue(lang, _PARTS.get(key.partition(".")[0], ""))
    count = facts.get("n")
    if count in _ENDINGS and (special := key + _ENDINGS[count]) in words:
        key = special
    return words[key].format_map(facts)


def translated(lang: str, text: str) -> str:
    """What Click says in English in ``lang``; as it is where no pattern of the catalogue fits."""
    if lang == "en":
        return text
    for pattern, sentence in catalogue(lang, "usage_").items():
        if match := re.fullmatch(pattern, text):
            facts = {name: translated(lang, part or "") for name, part in match.groupdict().items()}
            return sentence.format_map(facts)
    return text
