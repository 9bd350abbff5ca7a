"""The kinds of single values in data files: each reads a node, and describes itself."""

# ruff: noqa: D102 (Kind says what read and schema do)

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, TypeAlias

from msgspec import Struct

from dtcompare.model.period import Period, Season, parse_season
from dtcompare.reading.mappings import read_line
from dtcompare.reading.nodes import Items, Node, Scalar
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.scalars import (
    FIRST_YEAR,
    ID,
    LAST_YEAR,
    URL,
    is_id,
    is_url,
    read_number,
    read_period,
)

Schema: TypeAlias = dict[str, Any]

_LONGEST_CODE = 32
_BARE = re.compile(r"[-+.0-9~].*|y|n|yes|no|on|off|true|false|null", re.IGNORECASE)
LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
# A row of letters, digits and classes of them, each so many times: no pattern of these is slow.
_CODE_PART = r"([A-Za-z0-9 _/-]|\[([A-Za-z0-9](-[A-Za-z0-9])?)+\])(\{[1-9](,[1-9])?\}|\?)?"
_CODE_PATTERN = re.compile(f"({_CODE_PART}){{1,16}}")
_SEASON = r"P(?=[0-9])([0-9]{1,3}Y)?([0-9]{1,4}M)?"
_YEAR = "(19[0-9]{2}|20[0-9]{2}|2100)"
_DAY = f"{_YEAR}-((0[1-9]|1[0-2])-(0[1-9]|[12][0-9])|(0[13-9]|1[0-2])-30|(0[13578]|1[02])-31)"
_PART = f"({_DAY}|{_YEAR}-(0[1-9]|1[0-2])|{_YEAR}-Q[1-4]|{_YEAR}-H[12]|{_YEAR})"
_PERIOD = f"{_PART}(/{_PART})?~?"


def matching(pattern: str) -> Schema:
    """Return the schema of a text that matches a pattern as a whole."""
    return {"type": "string", "pattern": f"^{pattern}$"}


class Kind(Struct, frozen=True):
    """What a value has to be."""

    def read(self, node: Node, name: str, problems: ProblemList) -> Any:
        """Return the value of ``node``; None where it does not fit, which is noted.

        ``name`` is what messages call the value: most often its key.
        """
        raise NotImplementedError

    def schema(self) -> Schema:
        """Return the JSON Schema of such a value."""
        raise NotImplementedError


# --- texts


class TextType(Kind, frozen=True):
    """Any text at all; NO and 2025 are text here too."""

    def read(self, node: Node, name: str, problems: ProblemList) -> str | None:
        return read_line(node, name, problems)

    def schema(self) -> Schema:
        return {"type": ["string", "number"], "minLength": 1}


class Id(Kind, frozen=True):
    """An id: lower-case ASCII letters and digits in parts joined by "-" (after ``prefix``)."""

    prefix: str = ""

    def read(self, node: Node, name: str, problems: ProblemList) -> str | None:
        text = read_line(node, name, problems)
        if text is None or is_id(text.removeprefix(self.prefix)):
            return text
        problems.add(node, "bad-id", typed=text)
        return None

    def schema(self) -> Schema:
        return matching(f"({self.prefix})?{ID}" if self.prefix else ID)


class Word(Kind, frozen=True):
    """One of a few words."""

    options: tuple[str, ...]

    def read(self, node: Node, name: str, problems: ProblemList) -> str | None:
        text = read_line(node, name, problems)
        if text is None or text in self.options:
            return text
        problems.add_unknown(node, "unknown-word", text, self.options, name=name)
        return None

    def schema(self) -> Schema:
        return {"enum": list(self.options)}


class Url(Kind, frozen=True):
    """A full web address."""

    def read(self, node: Node, name: str, problems: ProblemList) -> str | None:
        text = read_line(node, name, problems)
        if text is None or is_url(text):
            return text
        scheme, mark, rest = text.partition("://")
        host, slash, path = (rest if mark else text).partition("/")
        mended = f"{scheme.lower() if mark else 'https'}://{host.lower()}{slash}{path}"
        key = "url-write" if is_url(mended) else "bad-url"
        problems.add(node, "bad-url", key, name=name, typed=text, write=mended)
        return None

    def schema(self) -> Schema:
        return matching(URL)


class Code(Kind, frozen=True):
    """One word, in quotes where YAML would take it for a number or for yes or no."""

    def read(self, node: Node, name: str, problems: ProblemList) -> str | None:
        text = read_line(node, name, problems)
        if text is None:
            return None
        if len(text) > _LONGEST_CODE or any(sign.isspace() for sign in text):
            problems.add(node, "bad-code", typed=text)
            return None
        if isinstance(node, Scalar) and node.plain and _BARE.fullmatch(text):
            problems.add(node, "bad-code", "bare-code", typed=text)
            return None
        return text

    def schema(self) -> Schema:
        return {"type": "string", "minLength": 1, "maxLength": _LONGEST_CODE}


class CodePattern(Kind, frozen=True):
    """The pattern of a code: letters, digits, [classes] of them, {how many}."""

    def read(self, node: Node, name: str, problems: ProblemList) -> str | None:
        text = read_line(node, name, problems)
        if text is None or (_CODE_PATTERN.fullmatch(text) and _compiles(text)):
            return text
        problems.add(node, "bad-pattern", name=name, typed=text)
        return None

    def schema(self) -> Schema:
        return {"type": "string", "format": "regex"}


def _compiles(pattern: str) -> bool:
    """Return whether a pattern has a meaning: [9-0] and {3,1} have none."""
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


class LanguageCode(Kind, frozen=True):
    """The code of a language: en, vi, lo."""

    def read(self, node: Node, name: str, problems: ProblemList) -> str | None:
        text = read_line(node, name, problems)
        if text is None or re.fullmatch(LANGUAGE, text):
            return text
        problems.add(node, "bad-language", typed=text)
        return None

    def schema(self) -> Schema:
        return matching(LANGUAGE)


# --- time


class When(Kind, frozen=True):
    """A period; ``also`` is a word that may stand for one, ``grain`` the only one allowed.

    One that is ``begun`` is never of a day to come.
    """

    also: str | None = None
    grain: str | None = None
    begun: bool = False

    def read(self, node: Node, name: str, problems: ProblemList) -> Period | None:
        period = read_period(node, name, problems, also=self.also, grain=self.grain)
        if self.begun and period is not None and period.start > problems.today:
            problems.add(node, "future", "future-day", name=name, date=period.text)
            return None
        return period

    def schema(self) -> Schema:
        if self.grain == "day":
            return matching(_DAY)
        pattern = f"({_PERIOD}|{self.also})" if self.also else _PERIOD
        year = {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
        return {"anyOf": [year, matching(pattern)]}


class SeasonKind(Kind, frozen=True):
    """A duration of years and months, P1Y or P3M."""

    def read(self, node: Node, name: str, problems: ProblemList) -> Season | None:
        text = read_line(node, name, problems)
        season = None if text is None else parse_season(text)
        if text is not None and season is None:
            problems.add(node, "bad-season", name=name, typed=text)
        return season

    def schema(self) -> Schema:
        return matching(_SEASON)


# --- numbers, true and false


class Number(Kind, frozen=True):
    """A number without quotes; ``least`` and ``most`` are allowed themselves."""

    whole: bool = False
    least: int | None = None
    most: int | None = None

    def read(self, node: Node, name: str, problems: ProblemList) -> Decimal | None:
        number = read_number(node, name, problems)
        if number is None:
            return None
        facts = {"name": name, "number": str(number)}
        if self.whole and number != number.to_integral_value():
            problems.add(node, "want-whole", **facts)
            return None
        if self.least is not None and number < self.least:
            problems.add(node, "out-of-range", "too-low", **facts, least=self.least)
            return None
        if self.most is not None and number > self.most:
            problems.add(node, "out-of-range", "too-high", **facts, most=self.most)
            return None
        return number

    def schema(self) -> Schema:
        schema: Schema = {"type": "integer" if self.whole else "number"}
        if self.least is not None:
            schema["minimum"] = self.least
        if self.most is not None:
            schema["maximum"] = self.most
        return schema


class Span(Kind, frozen=True):
    """Two numbers in brackets; ``ordered``: the lower first."""

    ordered: bool = True

    def read(self, node: Node, name: str, problems: ProblemList) -> tuple[Decimal, Decimal] | None:
        if not isinstance(node, Items) or len(node.items) != 2:
            problems.add(node, "want-list", "want-span", name=name)
            return None
        low, high = (read_number(item, name, problems) for item in node.items)
        if low is None or high is None:
            return None
        if self.ordered and low >= high:
            problems.add(node, "bad-span", name=name, low=str(low), high=str(high))
            return None
        return (low, high)

    def schema(self) -> Schema:
        return {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}


class Flag(Kind, frozen=True):
    """true or false; ``only``: true, the key is left out otherwise."""

    only: bool = False

    def read(self, node: Node, name: str, problems: ProblemList) -> bool | None:
        words = ("true",) if self.only else ("true", "false")
        if isinstance(node, Scalar) and node.plain and node.text in words:
            return node.text == "true"
        problems.add(node, "want-true", "" if self.only else "want-flag", name=name)
        return None

    def schema(self) -> Schema:
        return {"const": True} if self.only else {"type": "boolean"}
