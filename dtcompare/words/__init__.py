"""Everything that the program says: a file a language, a line a text."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from functools import cache

__all__ = ["LANGUAGES", "catalogue", "say", "translated"]

_ENDINGS: Mapping[object, str] = {0: ".zero", 1: ".one"}


def _folders() -> tuple[str, ...]:
    """Return where files of texts are: here, and in the folder that DTCOMPARE_WORDS names."""
    own = os.environ.get("DTCOMPARE_WORDS", "")
    return (__path__[0], own) if os.path.isdir(own) else (__path__[0],)  # noqa: PTH112 (no pathlib)


def _spoken() -> tuple[str, ...]:
    """Return the languages that have a file of texts, English first."""
    files = [name for folder in _folders() for name in os.listdir(folder)]  # noqa: PTH208 (the same)
    names = {name.removesuffix(".txt") for name in files if name.endswith(".txt")}
    return ("en", *sorted(name for name in names if name != "en" and "." not in name))


# A further language is one more file; what it does not say is said in English.
LANGUAGES = _spoken()


@cache
def catalogue(lang: str) -> Mapping[str, str]:
    r"""Return every text of ``lang``, by key; in English where its file lacks one.

    A "\n" in a text is a line break; empty lines and those that begin with "#" say nothing.
    """
    own = _read(lang)
    family, _, last = lang.rpartition(".")
    if last == "en":
        return own
    english = catalogue(f"{family}.en" if family else "en")
    missing = {key: text for key, text in english.items() if _stem(key) not in own}
    return missing | own


def _stem(key: str) -> str:
    """Return the key without .zero or .one: a language that lacks these forms needs none."""
    return key.removesuffix(".zero").removesuffix(".one")


def _read(name: str) -> dict[str, str]:
    """Return the texts of one file of lines ``key = text``; none where there is no such file."""
    texts: dict[str, str] = {}
    lines: list[str] = []
    for folder in _folders():
        with suppress(FileNotFoundError), open(f"{folder}/{name}.txt", encoding="utf-8") as file:  # noqa: PTH123 (no pathlib)
            lines = lines or file.read().split("\n")
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
