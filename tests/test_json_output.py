"""The JSON of every command keeps to its schema, and the schemas to the page that lists them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any, TypeAlias, TypeVar

import pytest
from jsonschema import Draft202012Validator, FormatChecker

import dtcompare
from dtcompare.analysis.gaps import JUDGED
from dtcompare.analysis.listing import KINDS
from dtcompare.cli import COMMANDS
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, SCOPE_KEYS
from dtcompare.view.documents.schemas import DOCUMENTS, output_schema
from dtcompare.words import LANGUAGES
from scripts import json_page
from tests.conftest import ROOT, Run

Entry = TypeVar("Entry")
Options: TypeAlias = tuple[str, ...]

SCHEMAS: Mapping[str, Any] = {name: output_schema(name) for name in DOCUMENTS}
EXAMPLE = ("--data", str(ROOT / "docs" / "example"))
BROKEN = str(ROOT / "docs" / "broken")

# Keys whose values are in the language asked for.
SAID = {"name", "text", "sentence", "description", "message", "note", "reject", "scope", "cite"}

# Why compare does not compare, and why reporting asks; the schemas' own words.
WHY: Mapping[str, tuple[str, ...]] = {
    "compare": ("extensive", "better_none", "footing"),
    "reporting": ("silent_target", "unjudged_target", "others_report"),
}

# Keys under which the keys are names of data: kinds of scope, nodes of a score, provinces, indices.
NAMED = {"scope", "parts", "views", "ranks", "weights", "places"}

# What the whole of the shipped data and the example is asked, beside each indicator and province.
QUESTIONS = (
    ("gap",),
    ("gap", "--against", "national"),
    ("gap", "--scope", "all"),
    ("gap", "phu-tho", "digital-economy"),
    ("gap", "former/bac-giang"),
    ("gap", *EXAMPLE),
    ("gap", "former/oak", *EXAMPLE),
    ("gap", "--against", "national", *EXAMPLE),
    ("overview",),
    ("peers", "phu-tho"),
    ("show", "red-river-delta"),
    ("show", "vietnam"),
    ("show", "vietnam", "digital-economy"),
    ("gap", "vietnam"),
    ("gap", "red-river-delta"),
    ("compare", "quang-ninh", "vietnam"),
    ("overview", *EXAMPLE),
    ("rank",),
    ("rank", *EXAMPLE),
    ("rank", "5g-stations", "--reverse", "--stats"),
    ("rank", "dti", "--by", "region", "--stats"),
    ("rank", "5g", "--by", "region", "--stats"),
    ("rank", "dti", "2022"),
    ("rank", "5g", "--list-all"),
    ("rank", "5g", "--scope", "places"),
    ("rank", "5g-stations", "--per", "people"),
    ("rank", "bts-stations", "--per", "area"),
    ("rank", "masts", "--per", "people", *EXAMPLE),
    ("rank", "fibre-use", "--top", "2", "--sort", "region", *EXAMPLE),
    ("rank", "fibre-use", "--only", "alder,elm", "--region", "north", *EXAMPLE),
    ("rank", "mobile", "--scope", "operator=Redfon", *EXAMPLE),
    ("rank", "digital-economy", "--method", "own", *EXAMPLE),
    ("rank", "mobile", "--basis", "area", "--period", "2025", *EXAMPLE),
    ("compare", "quang-ninh", "phu-tho"),
    ("compare", "ha-noi", "hai-phong", "da-nang", "hue", "can-tho", "ho-chi-minh"),
    ("compare", "former/phu-tho", "former/hoa-binh"),
    ("compare", "alder", "birch", "maple", *EXAMPLE),
    ("trend", "digital-economy"),
    ("trend", "digital-economy", "quang-ninh", "phu-tho", "bac-ninh"),
    ("trend", "dti", "lang-son", "son-la"),
    ("trend", "5g-stations", "phu-tho"),
    ("trend", "online-filing", *EXAMPLE),
    ("trend", "online-filing", "alder", "birch", *EXAMPLE),
    ("trend", "fibre-use", "maple", *EXAMPLE),
    ("reporting",),
    ("reporting", "phu-tho"),
    ("reporting", "hung-yen"),
    ("reporting", "an-giang"),
    ("reporting", *EXAMPLE),
    ("reporting", "birch", *EXAMPLE),
    *(("list", kind) for kind in KINDS),
    *(("list", kind, *EXAMPLE) for kind in KINDS),
    ("check",),
    ("score", "dti-2022"),
    ("score", "dti-2022", "--explain", "quang-ninh", "--draws", "0"),
    ("score", "dti-2022", "--explain", "former/ha-nam", "--method-card"),
    ("score", "dti-2022", "--compare", "dti-2020", "--weights", "dti-awareness=2.5"),
)


@pytest.fixture(scope="module")
def example() -> Dataset:
    """The data set of the pages."""
    return dtcompare.open_dataset(EXAMPLE[1])


def answer(run: Run, *words: str) -> Any:
    """The parsed JSON of a command."""
    is_check = words[0] == "check"
    code, out, _ = run(*words, "-f", "json", as_of=None) if is_check else run(*words, "-f", "json")
    assert code in (0, 3)
    return json.loads(out, parse_float=Decimal)


def hold(document: Any) -> None:
    """Asserts that a document keeps to the schema it names, and has no key beside it.

    Every page behind a number is among its sources.
    """
    name, _, version = document["schema"].partition("/")
    assert version == "1"
    errors = validator(name).iter_errors(document)
    assert [f"{error.json_path}: {error.message}" for error in errors] == []
    assert keys_in(document) - described(name) == set()
    assert pages_in(document) <= set(document.get("sources", ()))


@cache
def validator(name: str) -> Draft202012Validator:
    """What holds a document against the schema of that name."""
    return Draft202012Validator(SCHEMAS[name], format_checker=FormatChecker(formats=["date"]))


def keys_in(value: Any) -> set[str]:
    """Every key of a document but those that are names of data: of sources and of scopes."""
    if isinstance(value, list):
        return {key for item in value for key in keys_in(item)}
    if not isinstance(value, dict):
        return set()
    found = set(value)
    for key, item in value.items():
        if key == "sources" and isinstance(item, dict):
            found |= {inner for source in item.values() for inner in keys_in(source)}
        elif key not in NAMED:
            found |= keys_in(item)
    return found


def pages_in(value: Any) -> set[str]:
    """The key of every page that a document names."""
    if isinstance(value, list):
        return {page for item in value for page in pages_in(item)}
    if not isinstance(value, dict):
        return set()
    named = value.get("sources")
    found = set(named) if isinstance(named, list) else set()
    if isinstance(value.get("source"), str):
        found.add(value["source"])
    return found.union(*map(pages_in, value.values()))


@cache
def described(name: str) -> frozenset[str]:
    """Every key that the schema of that name describes."""
    return frozenset(key for part in parts(SCHEMAS[name]) for key in part.get("properties", {}))


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a schema, itself first."""
    if isinstance(schema, dict):
        yield schema
    for inner in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(inner, (dict, list)):
            yield from parts(inner)


def words_of(schema: Any, key: str) -> set[tuple[str, ...]]:
    """The words that stand for ``key`` wherever the schema lists words for it, null left out."""
    return {
        tuple(word for word in part["properties"][key]["enum"] if word is not None)
        for part in parts(schema)
        if "enum" in part.get("properties", {}).get(key, {})
    }


def is_form(part: Mapping[str, Any]) -> bool:
    """Tell whether an object of a schema is a whole document."""
    return "schema" in part.get("properties", {})


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
def test_answers_keep_to_their_schema(run: Run, words: tuple[str, ...], lang: str) -> None:
    """Every question of the table is answered with a document that its schema describes."""
    hold(answer(run, *words, "--lang", lang))


# The indicators and provinces of the shipped data are many: each language asks for its own share.
SHARE = 3 * len(LANGUAGES)


def shares(dataset: Dataset, example: Dataset, lang: str) -> Iterator[tuple[Dataset, int, Options]]:
    """Both data sets with the step at which one language asks, and the options that name them."""
    yield dataset, SHARE, ("--lang", lang)
    yield example, 1, ("--lang", lang, *EXAMPLE)


def share(entries: Iterable[Entry], step: int, lang: str) -> list[Entry]:
    """Every so manieth of ``entries``; the languages begin at different ones."""
    return list(entries)[LANGUAGES.index(lang) % step :: step]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_indicators_keep_to_the_schemas_of_rank_gap_and_trend(
    run: Run, dataset: Dataset, example: Dataset, lang: str
) -> None:
    """Indicators can be ranked, held to targets and followed; a count can be divided."""
    for data, step, options in shares(dataset, example, lang):
        for id in share(data.catalogue.indicators, step, lang):
            hold(answer(run, "rank", id, *options))
            hold(answer(run, "trend", id, *options))
            if data.lines_of(id).targets:
                hold(answer(run, "gap", id, *options))
            if data.indicator(id).unit.extensive:
                hold(answer(run, "rank", id, "--per", "area", *options))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_provinces_keep_to_the_schemas_of_show_compare_and_reporting(
    run: Run, dataset: Dataset, example: Dataset, lang: str
) -> None:
    """Provinces can be shown, compared with the next and asked; former ones, silent ones too."""
    for data, step, options in shares(dataset, example, lang):
        ids = share(data.register.provinces, 2 * step if step > 1 else 1, lang)
        for id, other in pairwise(ids):
            hold(answer(run, "show", id, *options))
            hold(answer(run, "reporting", id, *options))
            hold(answer(run, "compare", id, other, *options))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_figures_keep_to_the_schemas_of_show_and_trend(
    run: Run, dataset: Dataset, example: Dataset, lang: str
) -> None:
    """What stands behind a figure, and how it changed, for a province of each indicator."""
    for data, step, options in shares(dataset, example, lang):
        lines = (line for _, all in data.all_lines() for line in (*all.figures, *all.targets))
        pairs = {line.indicator: line.province for line in lines if line.province != NATIONAL}
        for indicator, province in share(pairs.items(), step, lang):
            hold(answer(run, "show", province, indicator, *options))
            hold(answer(run, "trend", indicator, province, *options))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_problems_keep_to_the_schema_of_check(run: Run, lang: str) -> None:
    """A broken data set is told in the same form, its problems counted."""
    document = answer(run, "check", BROKEN, "--lang", lang)
    hold(document)
    assert document["errors"] == len(document["problems"]) > 0


@pytest.mark.parametrize(
    "words",
    [
        ("rank", "fibre-use", *EXAMPLE),
        ("gap", *EXAMPLE),
        ("show", "birch", *EXAMPLE),
        ("show", "birch", "online-filing", *EXAMPLE),
        ("list", "indicators", *EXAMPLE),
        ("list", "sources", *EXAMPLE),
        ("rank", "masts", "--per", "people", *EXAMPLE),
        ("compare", "alder", "birch", *EXAMPLE),
        ("compare", "quang-ninh", "phu-tho"),
        ("trend", "online-filing", "alder", *EXAMPLE),
        ("trend", "digital-economy", "quang-ninh"),
        ("reporting", "birch", *EXAMPLE),
        ("reporting", "phu-tho"),
        ("check", BROKEN),
    ],
    ids=" ".join,
)
def test_only_what_is_said_depends_on_the_language(run: Run, words: tuple[str, ...]) -> None:
    """Ids, numbers and coded words are the same in English and Vietnamese."""
    one, other = (unsaid(answer(run, *words, "--lang", lang)) for lang in LANGUAGES)
    assert one == other


def unsaid(value: Any) -> Any:
    """A document without the texts that are in a language."""
    if isinstance(value, dict):
        return {key: unsaid(item) for key, item in value.items() if key not in SAID}
    return [unsaid(item) for item in value] if isinstance(value, list) else value


def test_numbers_keep_the_digits_of_the_source(run: Run) -> None:
    """A figure printed as 86.6 is the JSON number 86.6, and its gap to 90 is 3.4."""
    _, out, _ = run("gap", "birch", "online-filing", *EXAMPLE, "-f", "json")
    assert '"value": 86.6,' in out
    assert '"gap": 3.4,' in out


def test_a_schema_for_every_form() -> None:
    """There is a schema for each command that writes JSON, and each is a valid schema."""
    without = {
        "add",
        "cache",
        "completion",
        "chart-all",
        "export",
        "help",
        "report",
        "site",
        "new",
        "schema",
    }  # these answer with no JSON of their own
    assert set(SCHEMAS) == {name for _, name, _, _ in COMMANDS} - without
    for name, schema in SCHEMAS.items():
        Draft202012Validator.check_schema(schema)
        forms = [part["properties"]["schema"]["enum"] for part in parts(schema) if is_form(part)]
        assert forms
        assert all(form == [f"{name}/1"] for form in forms)


def test_every_key_is_described() -> None:
    """Every property of every schema says in a few words what it is, or refers to what does."""
    silent = [
        f"{name}: {key}"
        for name, schema in SCHEMAS.items()
        for part in parts(schema)
        for key, inner in part.get("properties", {}).items()
        if not inner.keys() & {"description", "$ref"}
    ]
    assert silent == []


def test_every_key_of_today_is_required() -> None:
    """An object that lists its keys requires them all and allows more to come."""
    for schema in SCHEMAS.values():
        for part in parts(schema):
            if "properties" in part:
                assert part["required"] == list(part["properties"])
                assert "additionalProperties" not in part


def test_keys_and_types_are_those_of_the_page() -> None:
    """docs/json.md lists every key with its type: none goes or changes without a line there."""
    assert json_page.page() in (ROOT / "docs" / "json.md").read_text(encoding="utf-8")


def test_reasons_of_compare_and_reporting_are_those_of_the_code(run: Run) -> None:
    """The words that the schemas list for "why" are all that the code says."""
    compared = answer(run, "compare", "phu-tho", "bac-ninh", "quang-ninh")["apart"]
    compared += answer(run, "compare", "hue", "quang-ninh")["apart"]
    asked = [answer(run, "reporting", id)["wanted"] for id in ("hung-yen", "phu-tho")]
    found = {"compare": compared, "reporting": [entry for wanted in asked for entry in wanted]}
    for name, words in WHY.items():
        assert words_of(SCHEMAS[name], "why") == {words}
        said = {entry["why"] for entry in found[name]}
        assert said <= set(words)
        assert len(said) > 1


def test_scope_kinds_are_ids() -> None:
    """The kinds of scope are whatever ids a data set declares; the usual ones are ids too."""
    found = {
        part["propertyNames"]["pattern"]
        for schema in SCHEMAS.values()
        for part in parts(schema)
        if "propertyNames" in part
    }
    (pattern,) = found
    assert all(re.fullmatch(pattern, key) for key in SCOPE_KEYS)


# Columns that say which part of a document a row of CSV stands for, and the unit of its indicator.
PARTS = {"kind", "part", "when", "unit"}


def is_described(column: str, keys: frozenset[str]) -> bool:
    """Tell whether a column is a key of a schema, or keys inside each other joined by "_"."""
    ends = [place for place, sign in enumerate(column) if sign == "_"]
    return column in keys or any(
        column[:end] in keys and (column[:end] in NAMED or is_described(column[end + 1 :], keys))
        for end in ends
    )


@pytest.mark.parametrize(
    "words",
    [
        ("rank", "fibre-use", *EXAMPLE),
        ("gap", *EXAMPLE),
        ("show", "birch", *EXAMPLE),
        ("show", "birch", "online-filing", *EXAMPLE),
        ("compare", "alder", "birch", *EXAMPLE),
        ("trend", "online-filing", *EXAMPLE),
        ("reporting", *EXAMPLE),
        ("score", "dti-2022", "--draws", "0"),
        *(("list", kind, *EXAMPLE) for kind in KINDS),
    ],
    ids=" ".join,
)
def test_columns_are_keys_of_the_document(run: Run, words: tuple[str, ...]) -> None:
    """CSV has the words of JSON, nested keys joined by "_"."""
    _, out, _ = run(*words, "-f", "csv")
    columns = out.partition("\n")[0].split(",")
    keys = described(words[0]) | PARTS
    assert [column for column in columns if not is_described(column, keys)] == []


def test_a_lead_has_a_size(run: Run) -> None:
    """Somebody is ahead exactly where a lead is told, and nobody is where figures are level."""
    for row in answer(run, "compare", "alder", "birch", *EXAMPLE)["alike"]:
        assert (row["by"] is not None) == (row["ahead"] is not None)
        assert not (row["level"] and row["ahead"])


def test_a_rate_keeps_its_count(run: Run) -> None:
    """A figure carries the count that was divided exactly where counts are divided."""
    for options in ((), ("--per", "people")):
        for group in answer(run, "rank", "5g-stations", *options)["groups"]:
            assert group["rows"]
            assert all((row["count"] is not None) == bool(options) for row in group["rows"])


def test_judged_verdicts_have_a_gap(run: Run) -> None:
    """A gap is a number exactly where the target was judged."""
    for row in answer(run, "gap", *EXAMPLE)["rows"]:
        assert (row["gap"] is not None) == (row["verdict"] in JUDGED)
