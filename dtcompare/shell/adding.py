"""From the options of ``add`` to a line and its source; what is missing is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, NUMBER_WORDS, PLACE_WORDS, SCOPE_KEYS, UNSTATED_WORD
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import Period, parse_period
from dtcompare.reading.line_insert import NewLine, add_line, add_source, flow_line
from dtcompare.reading.rules import CHANGE_KEYS
from dtcompare.reading.scalars import is_id, is_url, plain_number
from dtcompare.shell.asking import Asker
from dtcompare.shell.lookup import find_indicator, find_province
from dtcompare.shell.settings import Settings
from dtcompare.text import close_matches, fold
from dtcompare.view.phrases import Phrases

__all__ = ["SOURCE_KEYS", "Addition", "addition", "find_file"]

Given = Mapping[str, object]

SOURCE_KEYS = (
    "title", "publisher", "quoting", "number", "published", "url", "read_in", "archived",
    "accessed",
)  # fmt: skip
_NEEDED = ("title", "publisher", "published", "url")
_UNKNOWN = "unknown"
_NEAR = 0.75  # of 1: how like a known source a new id looks that may be a slip


@dataclass(frozen=True, slots=True)
class Addition:
    """A line of one file, and the source that it brings along; None where that is there."""

    province: str
    entry: NewLine
    source: str
    page: Mapping[str, str | tuple[str, ...]] | None

    def edit(self, text: str) -> str:
        """The file with the line, and the source, in it."""
        changed = add_line(text, self.entry)
        return changed if self.page is None else add_source(changed, self.source, self.page)


def find_file(dataset: Dataset, word: str, settings: Settings) -> str:
    """The id of a province, or "national" for the country; raises UnknownName."""
    if fold(word) in (NATIONAL, fold(dataset.country or NATIONAL)):
        return NATIONAL
    return find_province(dataset, word, settings)


def addition(dataset: Dataset, given: Given, settings: Settings) -> Addition:
    """What the options ask to be added. Raises WrongUsage for what is missing or too much."""
    ask = Asker(settings.lang)
    province = _province(dataset, given, settings, ask)
    indicator = _indicator(dataset, given, settings, ask)
    is_target = bool(given["target"] or given["by"])
    section = "targets" if is_target else "values"
    key = "by" if is_target else "period"
    _refuse(given, ("period",) if is_target else ("every",))
    numbers = _numbers(given, indicator, ask, Phrases(dataset, settings.lang))
    when = _when(given, key, ask)
    line: dict[str, str | tuple[str, ...] | Mapping[str, str]] = {key: when.text}
    line |= _texts(given, ("every",))
    line |= numbers
    line |= _series_key(dataset, given, indicator, ask, settings.lang)
    line |= _pairs(given, "scope", SCOPE_KEYS)
    line |= _texts(given, ("status",))
    line |= _pairs(given, "change", CHANGE_KEYS)
    line |= {flag: "true" for flag in ("recast", "prefer") if given[flag]}
    line |= _texts(given, ("reject",))
    source, page = _source(dataset, province, given, ask)
    line |= {"source": source} | _texts(given, ("note",))
    entry = NewLine(
        section, indicator.id, when, flow_line(line), tuple(dataset.catalogue.indicators)
    )
    return Addition(province, entry, source, page)


def _texts(given: Given, keys: tuple[str, ...]) -> dict[str, str]:
    return {key: str(given[key]) for key in keys if given[key]}


def _refuse(given: Given, keys: tuple[str, ...]) -> None:
    for key in keys:
        if given[key]:
            raise WrongUsage("error.out-of-place", option=f"--{key}")


def _province(dataset: Dataset, given: Given, settings: Settings, ask: Asker) -> str:
    if given["province"]:
        return find_file(dataset, str(given["province"]), settings)
    choices = {p.id: p.name for p in dataset.register.provinces.values()}
    choices |= {NATIONAL: dataset.country or NATIONAL}
    return ask.choice(
        "PROVINCE", "province", choices, lambda word: find_file(dataset, word, settings)
    )


def _indicator(dataset: Dataset, given: Given, settings: Settings, ask: Asker) -> Indicator:
    if given["indicator"]:
        return dataset.indicator(find_indicator(dataset, str(given["indicator"]), settings))
    names = {i.id: i.name.say(settings.lang) for i in dataset.catalogue.indicators.values()}
    find = lambda word: find_indicator(dataset, word, settings)  # noqa: E731 (a name for a parameter)
    return dataset.indicator(ask.choice("INDICATOR", "indicator", names, find))


def _numbers(
    given: Given, indicator: Indicator, ask: Asker, phrases: Phrases
) -> dict[str, str | tuple[str, ...]]:
    """The number words of the line, a place first."""
    found: dict[str, str | tuple[str, ...]] = dict(_texts(given, PLACE_WORDS))
    found |= _texts(given, ("of",))
    for word in NUMBER_WORDS:
        if pair := given[word]:
            found[word] = tuple(map(str, pair)) if isinstance(pair, tuple) else str(pair)
    if found.keys() & {*NUMBER_WORDS, *PLACE_WORDS}:
        return found
    choices = {
        **{word: phrases.say(f"place.{word}", number="N", of="M") for word in PLACE_WORDS},
        **{word: phrases.say(f"amount.{word}", number="N", upper="M") for word in NUMBER_WORDS},
    }
    if not indicator.unit.ranked:
        choices = {word: said for word, said in choices.items() if word not in PLACE_WORDS}
    word = ask.choice("--value", "word", choices)
    if word == "between":
        return {word: tuple(ask.text("--between", "numbers", _are_two).split())} | found
    return {word: ask.text(f"--{word}", "number", _is_number)} | found


def _is_dated(text: str) -> bool:
    return text == _UNKNOWN or parse_period(text) is not None


# How an answer has to look, where that can be said before everything is read.
_VALID: Mapping[str, Callable[[str], bool]] = {
    "published": _is_dated,
    "url": is_url,
}


def _is_number(text: str) -> bool:
    return plain_number(text) is not None


def _are_two(text: str) -> bool:
    return len(text.split()) == 2 and all(map(_is_number, text.split()))


def _when(given: Given, key: str, ask: Asker) -> Period:
    """The period or deadline; one that cannot be right is left for the reader to tell about."""
    valid = lambda text: parse_period(text) is not None  # noqa: E731 (a name for a parameter)
    text = str(given[key] or ask.text(f"--{key}", key, valid))
    period = parse_period(text)
    return Period(text, date.max, date.max, "range") if period is None else period


def _series_key(
    dataset: Dataset, given: Given, indicator: Indicator, ask: Asker, lang: str
) -> dict[str, str]:
    """Basis and method; the basis is asked for where it varies, the method may be unstated."""
    found = _texts(given, ("basis", "method"))
    if indicator.bases and not indicator.fixed_basis and "basis" not in found:
        names = dataset.catalogue.bases
        choices = {id: names[id].say(lang) if id in names else id for id in indicator.bases}
        found = {"basis": ask.choice("--basis", "basis", choices), **found}
    if indicator.methods and "method" not in found and ask.able:
        names_of = dataset.catalogue.methods
        known = {id: names_of[id].label.say(lang) if id in names_of else id
                 for id in indicator.methods}  # fmt: skip
        choice = ask.choice("--method", "method", known | {UNSTATED_WORD: UNSTATED_WORD})
        found |= {"method": choice} if choice != UNSTATED_WORD else {}
    return found


def _pairs(given: Given, name: str, keys: tuple[str, ...]) -> dict[str, Mapping[str, str]]:
    """The part of the province, or how the figure changed, as KEY=TEXT each; empty without any."""
    texts = given[name]
    assert isinstance(texts, tuple)
    found: dict[str, str] = {}
    for text in texts:
        key, equals, word = text.partition("=")
        if key not in keys or not equals or not word.strip():
            raise WrongUsage(f"error.bad-{name}", text=text, keys=", ".join(keys))
        if key in found:
            raise WrongUsage("error.twice", text=text, option=f"--{name} {key}")
        found[key] = word
    return {name: found} if found else {}


def _source(
    dataset: Dataset, province: str, given: Given, ask: Asker
) -> tuple[str, Mapping[str, str | tuple[str, ...]] | None]:
    """The id of the page, and all about it where no file has it yet."""
    known = {key.rpartition("/")[2]: source for key, source in dataset.sources.items()
             if key.rpartition("/")[0] in (province, "sources")}  # fmt: skip
    typed = [key for key in SOURCE_KEYS if given[key]]
    default = _same_page(known, given)
    id = str(given["source"] or ask.text("--source", "source", is_id, default))
    if id in known:
        if typed:
            raise WrongUsage("error.known-source", id=id, option=_option(typed[0]))
        return id, None
    missing = [key for key in _NEEDED if not given[key]]
    if missing and not ask.able:
        options = ", ".join(map(_option, missing))
        if not typed:
            near = ", ".join(close_matches(id, known, 3, _NEAR))
            key = "error.new-source-near" if near else "error.new-source"
            raise WrongUsage(key, name=id, options=options, near=near)
        raise WrongUsage("error.missing-option", option=options)
    answers = {key: ask.text(_option(key), key, _VALID.get(key, bool)) for key in missing}
    page: dict[str, str | tuple[str, ...]] = {}
    for key in SOURCE_KEYS:
        value = given[key] or answers.get(key)
        if isinstance(value, tuple):
            page[key] = tuple(map(str, value))
        elif value:
            page[key] = str(value)
    return id, page


def _same_page(known: Mapping[str, object], given: Given) -> str:
    """The id of the known source with the address that was given; none without one."""
    url = given["url"]
    return next((id for id, s in known.items() if url and getattr(s, "url", "") == url), "")


def _option(key: str) -> str:
    return "--" + key.replace("_", "-")
