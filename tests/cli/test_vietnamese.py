"""With --lang vi no English word stands in what the program says, but names and what is typed."""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from dtcompare.analysis.listing import KINDS
from dtcompare.cli import root
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import STATUSES
from dtcompare.model.label import Label
from dtcompare.reading.load import read_folder
from dtcompare.words import catalogue
from tests.conftest import AS_OF, DATA, SHIPPED, Run

# Names, and what has no Vietnamese: programs, formats, brands.
NAMES = {"dtcompare", "git", "internet", "online", "viettel", "seed"}
# Words of the command line and of the data files, which help, hints and lists name.
FORMATS = {"table", "plain", "json", "csv", "markdown", "format", "data"}
KEYS = {"people", "area", "own", "name", "value", "about", "note", "indicator", "scores"}
KEYS |= {"since", "times", "column", "status", "low", "provinces", *STATUSES}
# What is typed: a command with its words, an option, an id of several words, a file, an address.
TYPED = re.compile(
    r"dtcompare(?: (?:[a-z0-9./-]+|--[a-z-]+|'[^']+'))+"
    r"|--?[a-z][a-z-]*|[A-Z]+_[A-Z_]+|[a-z]*[0-9]+[a-z]*|[a-z0-9]+(?:[-/][a-z0-9]+)+|https?://\S+|\S+\.(?:yaml|csv|md)\b"
)
WORD = re.compile(r"[^\W\d_]{3,}")  # marks of notes have two letters
# Sections of words that name keys of the data files and what is typed: no measure of Vietnamese.
OF_FILES = ("problem.", "error.", "usage.", "ask.", "chart.scorecard.breaks")


def _words(texts: Iterable[str]) -> set[str]:
    found = (word.lower() for text in texts for word in WORD.findall(text))
    return {word for word in found if word.isascii()}


def _ours(lang: str) -> set[str]:
    """Return the words of ASCII letters that the program says in a language."""
    texts = {k: v for k, v in catalogue(lang).items() if not k.startswith(OF_FILES)}
    return _words(re.sub(r"\{[^}]*\}", "", TYPED.sub("", text)) for text in texts.values())


ENGLISH = _ours("en") - _ours("vi") - NAMES


COMMANDS = (
    "",
    "overview",
    "rank",
    "rank 5g --full",
    "rank 5g --list-all --full",
    "rank online-filing --full",
    "rank online-filing --stats",
    "rank online-filing --by region",
    "rank 5g-stations --per people --full",
    "rank dti --full",
    "rank dti 2022 --full",
    "rank dead-spots --full",
    "show quang-ninh",
    "show quang-ninh --full",
    "show former/vinh-phuc --full",
    "show vietnam --full",
    "show phu-tho digital-economy --full",
    "show quang-ninh dti --full",
    "compare quang-ninh phu-tho",
    "compare quang-ninh phu-tho hue --full",
    "peers hue",
    "gap",
    "gap --full",
    "gap phu-tho --full",
    "gap digital-economy --against national --full",
    "trend digital-economy --full",
    "trend dti quang-ninh hue --full",
    "trend 5g --full",
    "relate online-filing digital-economy --full",
    "report quang-ninh",
    "reporting",
    "reporting --full",
    "reporting phu-tho --full",
    "score dti-2022 --full",
    "score dti-2022 --method-card --full",
    "score dti-2022 --explain hue --full",
    "score dti-2022 --compare dti-2020 --full",
    "list indicators --full",
    "list provinces --full",
    "list bases --full",
    "list methods --full",
    "list regions",
    "list scores",
    "check",
)
CHARTS = (
    "rank 5g",
    "rank online-filing",
    "rank online-filing --chart map",
    "rank 5g-stations --per people",
    "rank dti",
    "show quang-ninh",
    "show phu-tho digital-economy",
    "compare quang-ninh phu-tho",
    "gap",
    "gap phu-tho",
    "gap digital-economy --against national",
    "trend digital-economy",
    "trend dti quang-ninh hue",
    "trend dti --chart bump",
    "trend 5g",
    "relate 5g-stations bts-stations",
    "reporting",
    "reporting phu-tho",
    "score dti-2022",
    "score dti-2022 --explain hue",
    "score dti-2022 --compare dti-2020",
)
SLIPS = (
    "rnk 5g",
    "rank 5g --nothing",
    "rank 5g 2025 csv",
    "trend",
    "compare hue",
    "rank 5g --by size",
    "rank 5g --list-all=3",
    "rank 5g --top",
    "rank 5g --top x",
    "rank 5g --top 0",
    "rank 5g --decimals 20",
    "rank moon",
    "rank hue",
    "show moon",
    "show 5g",
    "rank 5g --basis moon",
    "rank 5g --region moon",
    "rank 5g --as-of moon",
    "rank 5g --period moon",
    "rank 5g --data nowhere",
    "rank online-filing --per people",
    "rank online-filing --title moon",
    "score moon",
    "score dti-2022 --weights moon",
    "schema moon",
    "diff --nothing",
    "add hue --value 3",
)


def _labels(data: Dataset) -> Iterator[Label]:
    """Yield every text of the data that outputs show."""
    catalogue_ = data.catalogue
    for table in (catalogue_.groups, catalogue_.bases, catalogue_.remarks, data.register.regions):
        yield from table.values()
    yield from (method.label for method in catalogue_.methods.values())
    for indicator, lines in data.all_lines():
        yield indicator.name
        for line in (*lines.figures, *lines.targets):
            yield from (label for label in (line.note, line.reject) if label is not None)
            yield from (label for _, label in line.scope)


@functools.cache
def _of_the_data(folder: Path) -> tuple[str, ...]:
    """Return the texts of a data set, no matter of the program, the longest first."""
    data = read_folder(folder, AS_OF).require()
    sources = data.sources.values()
    texts = {text for s in sources for text in (s.title, s.publisher, s.quoting, s.number) if text}
    texts |= {label.vi for label in _labels(data)}
    texts |= {score.note.vi for score in data.scores.values() if score.note}
    return tuple(sorted(texts, key=len, reverse=True))


def _ids(folder: Path) -> set[str]:
    """Return the words that ids of a data set are made of."""
    data = read_folder(folder, AS_OF).require()
    declared = data.catalogue
    return _words(" ".join((*declared.indicators, *declared.bases, *declared.methods)).split("-"))


def _leaks(text: str, folder: Path = DATA) -> set[str]:
    """Return the English words that are left when what is typed and the data's texts are out."""
    for known in _of_the_data(folder):
        if known in text:
            text = re.sub(rf"(?<!\w){re.escape(known)}(?!\w)", " ", text)
    return _words([TYPED.sub(" ", text)]) & ENGLISH


@pytest.mark.parametrize("folder", [DATA, SHIPPED], ids=["fixed", "shipped"])
@pytest.mark.parametrize("form", ["plain", "markdown"])
def test_commands_say_no_english_word(run: Run, folder: Path, form: str) -> None:
    found = {}
    for line in COMMANDS:
        options = ("-f", form) if line not in {"", "check", "report quang-ninh"} else ()
        code, out, err = run(*line.split(), *options, "--lang", "vi", "--data", str(folder))
        assert code == 0, (line, err)
        typed = line.startswith(("list", "rank 5g", "check")) or not line
        known = {*root.commands, *_ids(folder), *KEYS} if typed else set()
        found[line] = (_leaks(out, folder) | _leaks(err, folder)) - known
    assert {line: words for line, words in found.items() if words} == {}


@pytest.mark.parametrize("folder", [DATA, SHIPPED], ids=["fixed", "shipped"])
def test_charts_say_no_english_word(run: Run, tmp_path: Path, folder: Path) -> None:
    """In their texts, titles and descriptions, where a text of the data may be broken."""
    of_the_data = _words(_of_the_data(folder))
    found, file = {}, tmp_path / "chart.svg"
    for line in CHARTS:
        options = ("--lang", "vi", "--data", str(folder), "-o", str(file))
        code, _, err = run(*line.split(), *options)
        if "--first" in err:  # more rows than a page holds
            code, _, err = run(*line.split(), *options, "--first", "9")
        assert code == 0, (line, err)
        texts = re.findall(
            r"<(text|title|desc)\b[^>]*>(.*?)</\1>", file.read_text("utf-8"), re.DOTALL
        )
        said = "\n".join(html.unescape(re.sub(r"<[^>]+>", "", text)) for _, text in texts)
        assert len(said) > 100
        found[line] = _leaks(said, folder) - of_the_data
    assert {line: words for line, words in found.items() if words} == {}


def test_help_says_no_english_word(run: Run) -> None:
    """But what is typed: the words of options, formats and keys."""
    found = {}
    for name in ("", *root.commands):
        code, out, _ = run(*name.split(), "--help-all", "--lang", "vi", as_of=None)
        assert code == 0
        said = re.sub(r"[\[{][a-z0-9|]+[\]}]", " ", out)
        found[name] = _leaks(said) - FORMATS - KEYS - _ids(DATA) - {*KINDS, *root.commands}
    assert {line: words for line, words in found.items() if words} == {}


@pytest.mark.parametrize("line", SLIPS)
def test_slips_are_told_without_an_english_word(run: Run, line: str) -> None:
    code, out, err = run(*line.split(), "--lang", "vi", as_of=None)
    assert (code, out) == (2, "")
    said = re.sub(r"'[^']*'|\([^)]*\)", " ", err)
    assert _leaks(said) - FORMATS - KEYS - _words([line]) == set()


@pytest.mark.parametrize(
    "words",
    [
        ("rank",),
        ("rank", "fibre-use"),
        ("rank", "dti", "2022"),
        ("overview",),
        ("show", "phu-tho"),
        ("show", "phu-tho", "digital-economy"),
        ("show", "south-east"),
        ("compare", "phu-tho", "quang-ninh"),
        ("relate", "dti", "sipas"),
        ("peers", "hue"),
        ("gap",),
        ("reporting", "phu-tho"),
        ("trend", "dti"),
        ("score", "dti-2022"),
        ("score", "dti-2022", "--explain", "former/phu-tho"),
        ("list", "indicators"),
        ("list", "sources"),
    ],
    ids=" ".join,
)
def test_every_heading_of_a_table_for_an_office_is_in_vietnamese(
    words: tuple[str, ...], run: Run
) -> None:
    """No name of a column is left as programs have it: "first_rank" as "first rank"."""
    code, out, _ = run("--lang", "vi", *words, "-f", "csv", "--for", "excel")
    heads = out.splitlines()[0].lstrip("\ufeff").split(";")
    assert (code, len(heads) > 3) == (0, True)
    assert [head for head in heads if re.fullmatch(r"[a-z0-9 ]+", head)] == []
