"""The two catalogues say the same things, and every key that the code names is there."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from dtcompare.analysis.footing import REASONS
from dtcompare.analysis.gaps import VERDICTS
from dtcompare.analysis.listing import KINDS
from dtcompare.errors import UnknownName
from dtcompare.model.figure import NUMBER_WORDS, PLACE_WORDS, SCOPE_KEYS, STATUSES
from dtcompare.words import LANGUAGES, catalogue, say

PACKAGE = Path(__file__).parents[1] / "dtcompare"
PARTS = ("", "problems_", "charts_")
# Placeholders that a language may leave out: Vietnamese has no plural and often no word for it.
OPTIONAL = {"unit", "units", "n"}


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("part", PARTS)
def test_both_languages_have_the_same_keys(part: str) -> None:
    assert set(catalogue("en", part)) == set(catalogue("vi", part))


@pytest.mark.parametrize("part", PARTS)
def test_both_languages_use_the_same_facts(part: str) -> None:
    for key, text in catalogue("en", part).items():
        there = _fields(catalogue("vi", part)[key])
        assert _fields(text) - OPTIONAL == there - OPTIONAL, key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_empty_or_has_stray_spaces(lang: str) -> None:
    for part in PARTS:
        for key, text in catalogue(lang, part).items():
            assert text.strip(), key
            assert "  " not in text or key.startswith("place.hole"), key


def test_every_key_named_in_the_code_is_in_the_catalogue() -> None:
    known = {**catalogue("en"), **catalogue("en", "charts_")}
    named = re.compile(r"""say\(\s*(?:self\.lang,\s*|settings\.lang,\s*)?"([a-z0-9.-]+)\"""")
    for path in PACKAGE.rglob("*.py"):
        if "words" not in path.parts:
            for key in named.findall(path.read_text(encoding="utf-8")):
                assert key in known or key.startswith("problem."), f"{path.name}: {key}"


FAMILIES = {
    "amount.{}": NUMBER_WORDS,
    "place.{}": PLACE_WORDS,
    "chart.value.{}": (*NUMBER_WORDS, *PLACE_WORDS),
    "status.{}": STATUSES,
    "scope.{}": set(SCOPE_KEYS) - {"tier"},
    "reason.{}": REASONS,
    "verdict.{}": VERDICTS,
    "list.counts.{}": KINDS,
    "list.title.{}": KINDS,
}


@pytest.mark.parametrize("family", FAMILIES)
def test_every_word_of_the_field_has_its_sentence(family: str) -> None:
    """The keys that the code puts together, for every word that may come."""
    part = "charts_" if family.startswith("chart.") else ""
    wanted = {family.format(word) for word in FAMILIES[family]}
    assert wanted <= set(catalogue("en", part))


def test_every_error_has_its_sentence_and_an_unknown_name_where_to_look() -> None:
    """Errors are raised with the key of their sentence; what lists the names is told by it."""
    code = "\n".join(p.read_text(encoding="utf-8") for p in PACKAGE.rglob("*.py"))
    known = set(catalogue("en"))
    keys = set(re.findall(r'"(error\.[a-z-]+)"', code))
    unknown = set(re.findall(rf'{UnknownName.__name__}\(\s*"error\.unknown-([a-z]+)"', code))
    kinds = unknown | set(re.findall(r'find_label\("([a-z]+)"', code))
    assert {"basis", "method", "region", "province", "score", "node", "schema"} <= kinds
    assert keys | {f"error.{way}-{kind}" for way in ("unknown", "list") for kind in kinds} <= known


def test_counts_choose_the_form() -> None:
    assert say("en", "extent", n=1, unit="province", units="provinces") == "1 province"
    assert say("en", "extent", n=34, unit="province", units="provinces") == "34 provinces"
    assert say("vi", "extent", n=34, unit="tỉnh", units="tỉnh, thành phố") == "34 tỉnh, thành phố"


_TOLD = re.compile(r"""(f?)["'](chart\.(?:[^"'{}\s]|\{[^{}]*\})+)["']""")
_DOTTED = re.compile(r'"([a-z]+\.[a-z]+)"')
_HOLE = re.compile(r"(\.?)\{[^{}]*\}")


def _called_for(code: str) -> re.Pattern[str]:
    """What the keys of charts that the code names or puts together look like.

    A hole behind a dot is one word, or several that the code names; right behind "chart." it is
    several, as one would be any key. Another hole is any ending.
    """
    several = "|".join(sorted(set(map(re.escape, _DOTTED.findall(code)))))

    def filled(hole: re.Match[str]) -> str:
        if not hole[1]:
            return "[a-z0-9._-]*"
        one = "" if hole.start() == len("chart") else "[a-z0-9_-]+|"
        return rf"\.(?:{one}{several})"

    found = {
        _HOLE.sub(filled, key) if put_together else re.escape(key)
        for put_together, key in _TOLD.findall(code)
    }
    return re.compile(rf"(?:{'|'.join(sorted(found))})(?:\.zero|\.one)?")


def test_every_word_of_charts_is_said_somewhere() -> None:
    """By its key, or by one that is put together."""
    paths = (path for path in PACKAGE.rglob("*.py") if "words" not in path.parts)
    called_for = _called_for("\n".join(path.read_text(encoding="utf-8") for path in paths))
    assert [key for key in catalogue("en", "charts_") if not called_for.fullmatch(key)] == []
