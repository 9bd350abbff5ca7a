"""The two catalogues say the same things, and every key that the code names is there."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

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


def test_counts_choose_the_form() -> None:
    assert say("en", "extent", n=1, unit="province", units="provinces") == "1 province"
    assert say("en", "extent", n=34, unit="province", units="provinces") == "34 provinces"
    assert say("vi", "extent", n=34, unit="tỉnh", units="tỉnh, thành phố") == "34 tỉnh, thành phố"
