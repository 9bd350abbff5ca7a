"""Both languages say the same things, every text is said somewhere, and what is said is there."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import dtcompare
from dtcompare.analysis.comparability import REASONS
from dtcompare.analysis.gaps import VERDICTS
from dtcompare.analysis.listing import KINDS
from dtcompare.errors import UnknownName
from dtcompare.model.figure import NUMBER_WORDS, PLACE_WORDS, SCOPE_KEYS, STATUSES
from dtcompare.words import LANGUAGES, catalogue, say, translated

PACKAGE = Path(dtcompare.__file__).parent
TREES = [
    ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.parent != PACKAGE / "words"
]
NODES = [node for tree in TREES for node in ast.walk(tree)]
# Placeholders that a language may leave out: Vietnamese has no plural and often no word for it.
OPTIONAL = {"unit", "units", "n"}
# Said as the data or Click have it, not as the code does.
OPEN = ("language.", "usage.")
KEY = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")


def _lines(lang: str) -> list[str]:
    text = (PACKAGE / "words" / f"{lang}.txt").read_text(encoding="utf-8")
    return text.splitlines()


def _is_text(line: str) -> bool:
    return bool(line) and not line.startswith("#")


def _outline(lang: str) -> list[str]:
    """Return the sections and keys of a file in their order; its head is left out."""
    lines = _lines(lang)
    return [line.partition(" = ")[0] for line in lines[lines.index("") :]]


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_files_hold_the_same_sections_and_keys_in_the_same_order() -> None:
    assert _outline("en") == _outline("vi")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_key_and_no_section_stands_twice(lang: str) -> None:
    outline = [entry for entry in _outline(lang) if entry]
    assert sorted(entry for entry in set(outline) if outline.count(entry) > 1) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_is_a_key_and_a_text(lang: str) -> None:
    line_form = re.compile(rf"{KEY.pattern} = \S(?:.*\S)?")
    assert [x for x in _lines(lang) if _is_text(x) and not line_form.fullmatch(x)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_has_stray_spaces(lang: str) -> None:
    doubled = [key for key, text in catalogue(lang).items() if "  " in text]
    assert doubled == ["place.hole", "place.holes"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_line_stands_before_a_section_and_nowhere_else(lang: str) -> None:
    outline = _outline(lang)
    sections = [place for place, entry in enumerate(outline) if entry.startswith("#")]
    assert [place for place, entry in enumerate(outline) if not entry] == [
        place - 1 for place in sections
    ]


def test_both_languages_use_the_same_facts() -> None:
    apart = []
    for key, text in catalogue("en").items():
        optional = set() if key.startswith("problem.") else OPTIONAL
        english, vietnamese = _fields(text) - optional, _fields(catalogue("vi")[key]) - optional
        if english != vietnamese and not key.startswith("usage."):
            apart.append(key)
    assert apart == []


# What the Vietnamese texts never say, and what they say in its place.
WRONG = {
    "chưa có số liệu": "chưa tìm thấy số liệu: nobody has looked everywhere",
    "chưa có thông tin": "chưa tìm thấy thông tin",
    "không nêu tính trên gì": "không nêu rõ mẫu số",
    "cơ sở tính": "mẫu số",
    "nội dung có": "chỉ số có: an indicator is chỉ số, a target chỉ tiêu",
    "mục tiêu": "chỉ tiêu",
    "quá hạn": "hết hạn",
    "hạt giống": "số khởi tạo (seed)",
    "bản biên dịch": "bản dựng sẵn",
    "chưa đáng tin cậy": "độ tin cậy thấp",
    "trong top": "trong tốp",
    "so được": "so sánh được",
    "tuỳ": "tùy",
    "hoá": "hóa",
    "xoá": "xóa",
    "khoá": "khóa",
    "thuỷ": "thủy",
    "quí": "quý",
}


@pytest.mark.parametrize("file", ["vi", "help.vi", "keys.vi"])
def test_vietnamese_has_one_word_for_one_thing(file: str) -> None:
    forms = re.compile(rf"(?<!\w)(?:{'|'.join(WRONG)})(?!\w)", re.IGNORECASE)
    found = {key: forms.findall(text) for key, text in catalogue(file).items()}
    assert {key: wrong for key, wrong in found.items() if wrong} == {}


def test_usage_is_told_by_what_its_pattern_finds() -> None:
    for key, pattern in catalogue("en").items():
        if key.startswith("usage."):
            assert _fields(catalogue("vi")[key]) <= set(re.compile(pattern).groupindex), key


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("No such option: --colour", "không có tùy chọn '--colour'"),
        (
            "No such option: --colour Did you mean --color?",
            "không có tùy chọn '--colour'; có phải --color?",
        ),
        ("Option '--period' requires an argument.", "'--period' cần một giá trị"),
        ("Something that Click never said", "Something that Click never said"),
    ],
)
def test_what_click_says_is_translated(english: str, vietnamese: str) -> None:
    assert translated("vi", english) == vietnamese
    assert translated("en", english) == english


def test_counts_choose_the_form() -> None:
    assert say("en", "extent", n=1, unit="province", units="provinces") == "1 province"
    assert say("en", "extent", n=34, unit="province", units="provinces") == "34 provinces"
    assert say("vi", "extent", n=34, unit="tỉnh", units="tỉnh, thành phố") == "34 tỉnh, thành phố"
    assert say("en", "cache.count", n=0) == "No compiled copies."


def test_a_line_break_and_a_brace_are_said_as_they_are() -> None:
    assert say("en", "chart.score.column.gaps") == "If no figure\nwere missing"
    wanted = "'url' must be keys with values, like '{key: value}'"
    assert say("en", "problem.want-mapping", name="url") == wanted


def test_a_wrong_key_and_a_missing_fact_are_named() -> None:
    with pytest.raises(KeyError, match=r"words/vi\.txt has no text 'rank\.nothing'"):
        say("vi", "rank.nothing")
    with pytest.raises(KeyError, match=r"'range' of words/en\.txt needs the fact 'high'"):
        say("en", "range", low=1)


def _literals() -> set[str]:
    """Return every text that the code writes out, and each word of those that have several."""
    docstrings = {id(node.value) for node in NODES if isinstance(node, ast.Expr)}
    constants = [n for n in NODES if isinstance(n, ast.Constant) and id(n) not in docstrings]
    texts = [node.value for node in constants if isinstance(node.value, str)]
    return {word for text in texts for word in (text, *text.split())}


def _pattern(text: ast.JoinedStr) -> re.Pattern[str]:
    """Return what a text that is put together looks like, each of its holes a group."""
    parts = ""
    for part in text.values:
        parts += re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.*)"
    return re.compile(parts.replace("(.*)(.*)", "(.*)"))


def _made(text: ast.JoinedStr, known: set[str]) -> set[str]:
    """Return the keys that a text that is put together may be."""
    start = getattr(text.values[0], "value", None)
    if not isinstance(start, str) or not re.match(r"[a-z]+\.", start):
        return set()  # what begins with a hole could be any key
    matches = [_pattern(text).fullmatch(key) for key in catalogue("en") if key.startswith(start)]
    return {
        match[0]
        for match in matches
        if match and all(_is_written(hole, start, known) for hole in match.groups())
    }


def _said() -> set[str]:
    """Return what code and templates write out, and the keys that the code puts together of it."""
    known = _literals()
    for template in (PACKAGE / "report" / "templates").iterdir():
        known.update(re.findall(r"say\([\"']([a-z.-]+)[\"']", template.read_text("utf-8")))
    texts = [node for node in NODES if isinstance(node, ast.JoinedStr)]
    return known.union(*(_made(text, known) for text in texts))


def _is_written(hole: str, start: str, known: set[str]) -> bool:
    """Decide whether the code writes out what fills a hole, or a part of it and its endings."""
    if start == "chart." and "." not in hole:
        return False  # it would be any key of charts
    if hole in known or hole.isdecimal():
        return True
    return all(piece in known for piece in re.split(r"(?=\.)", hole))


def test_every_text_is_said_somewhere() -> None:
    """By its key, by one that is put together, or as a form of such a key for a number."""
    said = _said()
    unsaid = []
    for key in catalogue("en"):
        # The command line makes the one of the other.
        base = re.sub(r"(?:\.page)?(?:\.(?:one|zero))?$", "", key, count=1).replace(
            "error.list-", "error.unknown-"
        )
        if key not in said and base not in said and not key.startswith(OPEN):
            unsaid.append(key)
    assert unsaid == []


def _keys_of_calls() -> Iterator[ast.expr]:
    """Yield what the code hands to ``say``, both sides of a choice."""
    for node in NODES:
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else None
            name = node.func.id if isinstance(node.func, ast.Name) else name
            for given in node.args if name == "say" else ():
                yield from (given.body, given.orelse) if isinstance(given, ast.IfExp) else (given,)


def test_every_key_that_the_code_says_has_its_text() -> None:
    texts = catalogue("en")
    literals = {k.value for k in _keys_of_calls() if isinstance(k, ast.Constant)}
    patterns = [_pattern(key) for key in _keys_of_calls() if isinstance(key, ast.JoinedStr)]
    assert len(literals) > 400
    assert len(patterns) > 80
    assert sorted(str(key) for key in literals if key not in texts) == []
    assert [p.pattern for p in patterns if not any(map(p.fullmatch, texts))] == []


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
    wanted = {family.format(word) for word in FAMILIES[family]}
    assert wanted <= set(catalogue("en"))


def test_every_error_has_its_sentence_and_an_unknown_name_where_to_look() -> None:
    """Errors are raised with the key of their sentence; what lists the names is told by it."""
    code = "\n".join(p.read_text(encoding="utf-8") for p in PACKAGE.rglob("*.py"))
    known = set(catalogue("en"))
    keys = set(re.findall(r'"(error\.[a-z-]+)"', code))
    unknown = set(re.findall(rf'{UnknownName.__name__}\(\s*"error\.unknown-([a-z]+)"', code))
    kinds = unknown | set(re.findall(r'(?:find_label|_unknown)\(\s*"([a-z]+)"', code))
    assert {"basis", "method", "region", "province", "score", "node", "schema"} <= kinds
    assert keys | {f"error.{way}-{kind}" for way in ("unknown", "list") for kind in kinds} <= known
