"""A line put into a file: at its place, read without a slip, every other byte as it was."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, NUMBER_WORDS, STATUSES
from dtcompare.model.indicator import Indicator, Unit
from dtcompare.model.period import parse_period
from dtcompare.reading.file_edit import file_of
from dtcompare.reading.file_text import CannotPlace
from dtcompare.reading.line_insert import NewLine, insert_entries
from dtcompare.reading.load import read_folder
from dtcompare.reading.written_words import flow_line
from tests.conftest import AS_OF, DATA

FILES = sorted(
    path.relative_to(DATA).as_posix()
    for path in (*(DATA / "provinces").rglob("*.yaml"), DATA / "national.yaml")
)
# Two figures of one day may contradict each other, which is an error.
TEXTS = [(DATA / file).read_text(encoding="utf-8") for file in FILES]
DATED_DAYS = set(map(date.fromisoformat, re.findall(r"period: (\d{4}-\d\d-\d\d)", "".join(TEXTS))))
NOTES = ("", "a, b: c", "NO", "1.5", "số liệu # tạm", "{x}", "kết thúc:", '"trích"', "- x", "yes")
CHANGES: tuple[Mapping[str, str], ...] = (
    {"times": "2.5"}, {"points": "-3", "since": "2024-Q4"}, {"percent": "120", "since": "2023"},
)  # fmt: skip
Word = str | tuple[str, ...] | Mapping[str, str]
PAGE: Mapping[str, Word] = {
    "title": "Tin: “mới” #1",
    "publisher": "Báo, Đài",
    "published": "2026-11-20",
    "url": "https://example.org/a?b=c#d",
    "read_in": ("en", "vi"),
}
ORDER = ("b", "d", "f")
KINDS = ("lf", "crlf", "no final newline", "crlf, no final newline")


@dataclass(frozen=True)
class Edit:
    """A line to add to the file of a province."""

    province: str
    entry: NewLine
    new_source: bool


def add_line(text: str, entry: NewLine) -> str:
    """The file with one line more."""
    return insert_entries(text, [entry], {}).text


def add_source(text: str, id: str, words: Mapping[str, Word]) -> str:
    """The file with one source more."""
    return insert_entries(text, [], {id: words}).text


def is_insertion(before: str, after: str) -> bool:
    """Whether ``after`` is ``before`` with one stretch of text put in, and nothing else."""
    start = next(
        (n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before)
    )
    return len(after) > len(before) and after.endswith(before[start:])


def turned(text: str, kind: str) -> str:
    """The file with other line ends, or without the last one."""
    if "no final newline" in kind:
        text = text.rstrip("\n")
    return text.replace("\n", "\r\n") if "crlf" in kind else text


def random_number(unit: Unit, word: str, dice: random.Random) -> str | tuple[str, ...]:
    """A number that a quantity of this unit can be."""
    low = int(unit.minimum) if unit.minimum is not None else 0
    high = int(unit.maximum) if unit.maximum is not None else low + 5000
    if high - low < 10:  # shares of one
        return ("0.25", "0.5") if word == "between" else "0.5"
    if word == "between":
        return str(low + 2), str(dice.randint(low + 3, high - 1))
    return str(dice.randint(low + 2, high - 2))


def random_words(indicator: Indicator, dice: random.Random) -> dict[str, Word]:
    """Number, basis, method and what else a line may say."""
    words: dict[str, Word] = {}
    if indicator.unit.ranked and dice.random() < 0.6:
        words |= {dice.choice(("rank", "top")): str(dice.randint(1, 34)), "of": "34"}
    else:
        word = dice.choice(NUMBER_WORDS)
        words[word] = random_number(indicator.unit, word, dice)
    if indicator.bases and not indicator.fixed_basis:
        words["basis"] = dice.choice(indicator.bases)
    if indicator.methods and dice.random() < 0.5:
        words["method"] = dice.choice(indicator.methods)
    return words


def random_edit(dataset: Dataset, province: str, dice: random.Random) -> Edit:
    """Any kind of line that is right for this province."""
    indicator = dice.choice(tuple(dataset.catalogue.indicators.values()))
    record = None if province == NATIONAL else dataset.province(province)
    first = (record.since if record else None) or date(2015, 1, 1)
    last = min((record.until if record else None) or AS_OF, date(2026, 11, 20)) - timedelta(days=1)
    span = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    day = dice.choice([day for day in span if day not in DATED_DAYS])
    is_target = dice.random() < 0.3
    is_undated = not is_target and dice.random() < 0.2
    own = [key for key in dataset.sources if key.rpartition("/")[0] == province]
    new_source = not own or dice.random() < 0.5 or not (is_target or is_undated)
    due = date(2031, 1, 1) + timedelta(days=dice.randint(0, 7000))
    when = due.isoformat() if is_target else "unstated" if is_undated else day.isoformat()
    source = "new-2026-11" if new_source else dice.choice(own).rpartition("/")[2]
    words: dict[str, Word] = {"by" if is_target else "period": when}
    words |= {"every": "year"} if is_target and dice.random() < 0.2 else {}
    words |= random_words(indicator, dice)
    if dice.random() < 0.3:
        words["scope"] = {"ward": "Phường 1, Quận 2"}
    words |= {"status": dice.choice(STATUSES)} if dice.random() < 0.1 else {}
    words |= {"change": dice.choice(CHANGES)} if dice.random() < 0.1 and day.year > 2024 else {}
    words |= {"reject": "a test, of course"} if is_undated or dice.random() < 0.2 else {}
    words |= {"prefer": "true"} if "reject" not in words and dice.random() < 0.1 else {}
    has_borders = record is not None and not record.former
    words |= {"recast": "true"} if has_borders and dice.random() < 0.1 else {}
    words["source"] = source
    words |= {"note": note} if (note := dice.choice(NOTES)) else {}
    period = parse_period(when)
    assert period is not None
    section = "targets" if is_target else "values"
    order = tuple(dataset.catalogue.indicators)
    return Edit(
        province, NewLine(section, indicator.id, period, flow_line(words), order), new_source
    )


def edited(text: str, edit: Edit) -> str:
    """The file with the line, and its page, each put in without another byte touched."""
    after = add_line(text, edit.entry)
    assert is_insertion(text, after)
    if not edit.new_source:
        return after
    done = add_source(after, "new-2026-11", PAGE)
    assert is_insertion(after, done)
    return done


@pytest.mark.parametrize("kind", KINDS)
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 1 << 32))
def test_a_line_in_every_shipped_file(dataset: Dataset, kind: str, seed: int) -> None:
    """One line more in each of the 86 files at once: no error, every other line still there."""
    dice = random.Random(seed)  # noqa: S311 (what hypothesis draws)
    changed: dict[str, bytes] = {}
    for file in FILES:
        province = file.removeprefix("provinces/").removesuffix(".yaml")
        text = turned((DATA / file).read_text(encoding="utf-8"), kind)
        after = edited(text, random_edit(dataset, province, dice))
        if "crlf" in kind:
            assert after.count("\n") == after.count("\r\n")
        assert after.endswith("\n") == text.endswith("\n")
        changed[file] = after.encode()
    reading = read_folder(DATA, AS_OF, changed)
    wrong = [problem for problem in reading.problems if problem.level == "error"]
    assert wrong == []
    assert reading.dataset is not None
    before, now = counted(dataset), counted(reading.dataset)
    assert now == before + Counter(dict.fromkeys(before, 1))
    assert not [p for p in reading.problems if p.code == "order"]


@pytest.mark.parametrize("kind", KINDS)
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 1 << 32))
def test_many_lines_at_once_stand_as_if_put_in_one_by_one(
    dataset: Dataset, kind: str, seed: int
) -> None:
    """In every third file, with a page; each line and the page are where they are said to be."""
    dice = random.Random(seed)  # noqa: S311 (what hypothesis draws)
    for file in FILES[seed % 3 :: 3]:
        province = file.removeprefix("provinces/").removesuffix(".yaml")
        text = turned((DATA / file).read_text(encoding="utf-8"), kind)
        entries = [random_edit(dataset, province, dice).entry for _ in range(dice.randint(2, 9))]
        done = insert_entries(text, entries, {"new-2026-11": PAGE})
        one_by_one = add_source(text, "new-2026-11", PAGE)
        for entry in entries:
            one_by_one = add_line(one_by_one, entry)
        assert done.text == one_by_one
        lines = done.text.splitlines()
        assert [lines[row - 1].lstrip(" -") for row in done.rows] == [e.line for e in entries]
        assert lines[done.pages["new-2026-11"] - 1].strip() == "new-2026-11:"
        kept = [line for n, line in enumerate(lines, 1) if n not in done.fresh]
        assert kept == text.splitlines()


def counted(dataset: Dataset) -> Counter[str]:
    """How many lines each file has."""
    found = Counter(dict.fromkeys(FILES, 0))
    for _, lines in dataset.all_lines():
        found.update(line.file for line in (*lines.figures, *lines.targets))
    return found


def entry(indicator: str, when: str, section: str = "values") -> NewLine:
    """A line of a small file."""
    period = parse_period(when)
    assert period is not None
    key = "period" if section == "values" else "by"
    return NewLine(section, indicator, period, f"{{{key}: {when}, value: 1, source: s}}", ORDER)


B25 = "- {period: 2025, value: 1, source: s}"
HEAD = "name: A\nvalues:\n  d:\n"
BLOCK = f"{HEAD}    - period: 2024\n      value: 1\n      note: |\n        x\n        # y\n"
QUOTED = HEAD.replace("d:", '"d":')
CASES = [
    ("older first", f"{HEAD}    {B25.replace('25', '26')}\n", "2025", 4, f"    {B25}"),
    ("after its equal", f"{HEAD}    {B25}\n    {B25.replace('25', '26')}\n", "2025", 5,
     f"    {B25}"),
    ("before a comment of the next", f"{HEAD}    {B25}\n  # of f\n  f:\n    {B25}\n", "2025", 5,
     f"    {B25}"),
    ("dashes not indented", f"{HEAD}  {B25}\n  f:\n  {B25}\n", "2025", 5, f"  {B25}"),
    ("lines written out", f"{BLOCK}      source: s\n\n# end\n", "2025", 10, f"    {B25}"),
    ("a text with a sharp at the end", BLOCK, "2025", 9, f"    {B25}"),
    ("a mapping over two lines", f"{HEAD}    {B25.replace(' source', chr(10) + '       source')}\n",
     "2025", 6, f"    {B25}"),
    ("a quoted key", f"{QUOTED}    {B25}\n", "2025", 5, f"    {B25}"),
    ("unstated stands first", f"{HEAD}    {B25}\n", "unstated", 4,
     "    - {period: unstated, value: 1, source: s}"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "when", "row", "line"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_where_a_line_goes(text: str, when: str, row: int, line: str) -> None:
    after = add_line(text, entry("d", when))
    assert is_insertion(text, after)
    assert after.splitlines()[row - 1] == line


def test_an_indicator_goes_where_the_catalogue_has_it() -> None:
    text = f"name: A\nvalues:\n  b:\n    {B25}\n  # of f\n  f:\n    {B25}\n"
    assert add_line(text, entry("d", "2025")).splitlines()[4:7] == [
        "  d:",
        f"    {B25}",
        "  # of f",
    ]


def test_a_comment_stays_with_the_list_that_it_closes() -> None:
    """One that is indented as the lines are; one at the place of the keys is the next one's."""
    text = (
        "values:\n  b:\n    - {period: 2024}\n    # closes b\n  # about f\n  f:\n"
        "    - {period: 2024}\n    # closes f\n\n# our aims\ntargets:\n  f:\n    - {by: 2030}\n"
    )
    lines = add_line(text, entry("d", "2025")).splitlines()
    assert lines[3:7] == ["    # closes b", "  d:", f"    {B25}", "  # about f"]
    lines = add_line(text, entry("h", "2025")).splitlines()
    assert lines[7:10] == ["    # closes f", "  h:", f"    {B25}"]


def test_a_comment_stays_with_the_source_that_it_closes() -> None:
    text = "sources:\n  a:\n    title: T\n    # read on paper\n# values\nvalues:\n  b:\n    - {}\n"
    lines = add_source(text, "c", {"title": "U"}).splitlines()
    assert lines[3:7] == ["    # read on paper", "  c:", "    title: U", "# values"]


def test_sections_are_begun_in_their_order() -> None:
    """name, sources, values, targets; an empty line before each."""
    text = add_line("name: A\n# the end\n", entry("d", "2026", "targets"))
    text = add_line(text, entry("b", "2025"))
    text = add_source(text, "s", {"title": "T"})
    assert text == (
        "name: A\n\nsources:\n  s:\n    title: T\n\nvalues:\n  b:\n"
        f"    {B25}\n\ntargets:\n  d:\n    - {{by: 2026, value: 1, source: s}}\n# the end\n"
    )


def test_a_section_before_the_first_line_of_the_file() -> None:
    """What comes first by order stands first, also where the last line has no end."""
    text = f"values:\n  d:\n    {B25}\nname: >\n  A\n  B"
    assert add_source(text, "s", {"title": "T"}) == f"sources:\n  s:\n    title: T\n\n{text}"


@pytest.mark.parametrize(
    "text",
    [
        "{name: A}\n",
        "name: A\nvalues: {d: [{period: 2025, value: 1, source: s}]}\n",
        "name: A\nvalues:\n  d: [{period: 2025, value: 1, source: s}]\n",
        "name: A\nvalues:\n",
        "name: A\nvalues:\n  d:\n    - {value: 1}\n",
        "name: [\n",
    ],
)
def test_a_file_without_room_is_left_alone(text: str) -> None:
    with pytest.raises(CannotPlace):
        add_line(text, entry("d", "2025"))


def test_words_are_quoted_where_they_must_be() -> None:
    words = {"value": "86,6", "note": "yes", "reject": "a: b", "source": "x-1", "period": "12:30"}
    assert flow_line(words) == (
        '{value: "86,6", note: "yes", reject: "a: b", source: x-1, period: 12:30}'
    )
    assert flow_line({"between": ("50", "55"), "scope": {"ward": "Phúc Yên"}}) == (
        "{between: [50, 55], scope: {ward: Phúc Yên}}"
    )


def test_nothing_typed_can_end_its_word() -> None:
    """A value that looks like more keys stays one text."""
    line = flow_line({"value": "45, basis: area}", "note": "a\nb: {c}\x00"})
    assert line == '{value: "45, basis: area}", note: "a b: {c}\\u0000"}'


def test_files_are_where_the_reader_looks() -> None:
    assert file_of("former/ha-tay") == "provinces/former/ha-tay.yaml"
    assert file_of(NATIONAL) == "national.yaml"
    assert Path(DATA / file_of("phu-tho")).is_file()
