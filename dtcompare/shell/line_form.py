"""From the options of ``add`` to a line and its source; what is missing is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from msgspec import Struct

from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, NUMBER_WORDS, PLACE_WORDS, UNSTATED_WORD
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import Period, parse_period
from dtcompare.model.source import Source
from dtcompare.reading.file_edit import Additions
from dtcompare.reading.line_insert import NewLine
from dtcompare.reading.rules import CHANGE_KEYS
from dtcompare.reading.scalars import is_id, is_url, plain_number
from dtcompare.reading.sources import SHARED
from dtcompare.reading.table_map import SOURCE_FIELDS
from dtcompare.reading.written_words import flow_line
from dtcompare.shell.lookup import find_file, find_indicator
from dtcompare.shell.prompts import Prompter
from dtcompare.shell.settings import Settings
from dtcompare.text import close_matches
from dtcompare.view.phrases import Phrases

_NEEDED = ("title", "publisher", "published", "url")
_UNKNOWN = "unknown"
_NEAR = 0.75  # of 1: how like a known source a new id looks that may be a slip

# An option as Click hands it over, and the keys of a source or line with what stands behind them.
Typed = str | tuple[str, ...] | bool | None
SourceFacts = dict[str, str | tuple[str, ...]]
LineFacts = dict[str, str | tuple[str, ...] | Mapping[str, str]]


class FilledLine(Struct, frozen=True):
    """A line of one file, and the source that it brings along; None where that is there."""

    file: str
    entry: NewLine
    source: str
    page: SourceFacts | None

    @property
    def additions(self) -> Additions:
        """Return what the file is to have more."""
        return Additions([self.entry], {} if self.page is None else {self.source: self.page})


class LineForm:
    """Fills in a line from the options; asks for what is missing where somebody can answer.

    ``typed`` are the options of ``add`` by the keys that they have in the file.
    """

    def __init__(self, dataset: Dataset, typed: Mapping[str, Typed], settings: Settings) -> None:
        self._dataset = dataset
        self._settings = settings
        self._prompter = Prompter(settings.lang)
        self._given: SourceFacts = {}
        for key, value in typed.items():
            if value:
                self._given[key] = "true" if isinstance(value, bool) else value

    def fill(self, province: str | None, indicator: str | None) -> FilledLine:
        """Return the line that is to be added. Raises WrongUsage for what is missing or too much.

        What cannot be right is left for the reader of the file to tell about.
        """
        file = self._find_file(province)
        measured = self._find_indicator(indicator)
        is_target = bool(self._take("target", "by"))
        for key in self._take("period" if is_target else "every"):
            raise WrongUsage("error.out-of-place", option=option_name(key))
        numbers = self._numbers(measured)
        key = "by" if is_target else "period"
        when = self._when(key)
        facts: LineFacts = {key: when.text, **self._take("every"), **numbers}
        facts |= self._series_key(measured)
        facts |= self._pairs("scope", self._dataset.catalogue.scope_keys)
        facts |= self._take("status")
        facts |= self._pairs("change", CHANGE_KEYS)
        facts |= self._take("recast", "prefer")
        facts |= text_facts(self._given, "reject")
        source, page = self._source(file)
        facts |= {"source": source, **self._take("remarks"), **text_facts(self._given, "note")}
        section = "targets" if is_target else "values"
        order = tuple(self._dataset.catalogue.indicators)
        return FilledLine(
            file, NewLine(section, measured.id, when, flow_line(facts), order), source, page
        )

    def _take(self, *keys: str) -> SourceFacts:
        """Return those of the keys that were given."""
        return {key: self._given[key] for key in keys if key in self._given}

    def _find_file(self, word: str | None) -> str:
        """Return the id of the province, or "national", whose file takes the line."""
        dataset = self._dataset
        find = partial(find_file, dataset, settings=self._settings)
        if word:
            return find(word)
        choices = {id: province.name for id, province in dataset.register.provinces.items()}
        choices |= {NATIONAL: dataset.country or NATIONAL}
        return self._prompter.ask_choice("PROVINCE", "province", choices, find)

    def _find_indicator(self, word: str | None) -> Indicator:
        dataset = self._dataset
        find = partial(find_indicator, dataset, settings=self._settings)
        if word:
            return dataset.indicator(find(word))
        lang = self._settings.lang
        names = {id: one.name.say(lang) for id, one in dataset.catalogue.indicators.items()}
        return dataset.indicator(self._prompter.ask_choice("INDICATOR", "indicator", names, find))

    def _numbers(self, indicator: Indicator) -> SourceFacts:
        """Return the number words of the line, a place first."""
        numbers = self._take(*PLACE_WORDS, "of", *NUMBER_WORDS)
        if numbers.keys() - {"of"}:
            return numbers
        phrases = Phrases(self._dataset, self._settings.lang)
        choices: dict[str, str] = {}
        if indicator.unit.ranked:
            for word in PLACE_WORDS:
                choices[word] = phrases.say(f"place.{word}", number="N", of="M")
        for word in NUMBER_WORDS:
            choices[word] = phrases.say(f"amount.{word}", number="N", upper="M")
        chosen = self._prompter.ask_choice("--value", "word", choices)
        if chosen == "between":
            answer = self._prompter.ask_text("--between", "numbers", _are_two)
            return {chosen: tuple(answer.split()), **numbers}
        number = self._prompter.ask_text(f"--{chosen}", "number", _is_number)
        return {chosen: number, **numbers}

    def _when(self, key: str) -> Period:
        """Return the period or deadline; one that cannot be right as an endless one."""
        text = str(self._given.get(key) or self._prompter.ask_text(f"--{key}", key, _is_period))
        return parse_period(text) or Period(text, date.max, date.max, "range")

    def _series_key(self, indicator: Indicator) -> SourceFacts:
        """Return basis and method: one is asked for where it varies, the other may be unstated."""
        found = self._take("basis", "method")
        lang, catalogue = self._settings.lang, self._dataset.catalogue
        if indicator.bases and not indicator.fixed_basis and "basis" not in found:
            labels = catalogue.bases
            choices = {id: labels[id].say(lang) if id in labels else id for id in indicator.bases}
            found = {"basis": self._prompter.ask_choice("--basis", "basis", choices), **found}
        if indicator.methods and "method" not in found and self._prompter.able:
            labels = {id: method.label for id, method in catalogue.methods.items()}
            choices = {id: labels[id].say(lang) if id in labels else id for id in indicator.methods}
            choices[UNSTATED_WORD] = UNSTATED_WORD
            chosen = self._prompter.ask_choice("--method", "method", choices)
            if chosen != UNSTATED_WORD:
                found["method"] = chosen
        return found

    def _pairs(self, name: str, keys: tuple[str, ...]) -> dict[str, Mapping[str, str]]:
        """Return the part of the province, or how the figure changed, from KEY=TEXT each.

        Empty without any. Raises WrongUsage for an unknown key, one without its text and one twice.
        """
        pairs: dict[str, str] = {}
        for text in self._given.get(name, ()):
            key, _, word = text.partition("=")
            if key not in keys or not word.strip():
                raise WrongUsage(f"error.bad-{name}", text=text, keys=", ".join(keys))
            if key in pairs:
                raise WrongUsage("error.twice", text=text, option=f"--{name} {key}")
            pairs[key] = word
        return {name: pairs} if pairs else {}

    def _source(self, file: str) -> tuple[str, SourceFacts | None]:
        """Return the id of the page, and all about it where no file has it yet."""
        known = known_sources(self._dataset, file)
        page = self._take(*SOURCE_FIELDS)
        id = str(self._given.get("source") or self._ask_source(known))
        if id not in known:
            return id, self._new_page(id, known, page)
        for key in page:
            raise WrongUsage("error.known-source", id=id, option=option_name(key))
        return id, None

    def _ask_source(self, known: Mapping[str, Source]) -> str:
        """Ask for the id of the page; the known one with the address that was given is offered."""
        url = self._given.get("url")
        same = next((id for id, source in known.items() if url and source.url == url), "")
        return self._prompter.ask_text("--source", "source", is_id, same)

    def _new_page(self, id: str, known: Mapping[str, Source], page: SourceFacts) -> SourceFacts:
        """Return all about a page that is new, in the order in which a file says it."""
        missing = missing_page_facts(page)
        if missing and not self._prompter.able:
            options = ", ".join(map(option_name, missing))
            if page:
                raise WrongUsage("error.missing-option", option=options)
            near = ", ".join(close_matches(id, known, 3, _NEAR))
            key = "error.new-source-near" if near else "error.new-source"
            raise WrongUsage(key, name=id, options=options, near=near)
        for key in missing:
            page[key] = self._prompter.ask_text(option_name(key), key, _VALID.get(key, bool))
        return {key: page[key] for key in SOURCE_FIELDS if key in page}


def text_facts(given: Mapping[str, object], key: str) -> LineFacts:
    """Return a text as given, with its Vietnamese where that was given too."""
    text, vietnamese = given.get(key), given.get(f"{key}_vi")
    if vietnamese:
        texts = {"en": text, "vi": vietnamese}
        return {key: {lang: str(said) for lang, said in texts.items() if said}}
    return {key: str(text)} if text else {}


def known_sources(dataset: Dataset, file: str) -> dict[str, Source]:
    """Return the sources by id that a file may cite: its own and the shared ones."""
    known: dict[str, Source] = {}
    for key, source in dataset.sources.items():
        home, _, name = key.rpartition("/")
        if home in (file, SHARED):
            known[name] = source
    return known


def missing_page_facts(page: Mapping[str, object]) -> list[str]:
    """Return what has to be told of a new source, and is not."""
    return [key for key in _NEEDED if key not in page]


def option_name(key: str) -> str:
    """Return the option for a part of a line, as it is typed."""
    return "--" + key.replace("_", "-")


def _is_number(text: str) -> bool:
    return plain_number(text) is not None


def _are_two(text: str) -> bool:
    return len(text.split()) == 2 and all(map(_is_number, text.split()))


def _is_period(text: str) -> bool:
    return parse_period(text) is not None


# How an answer has to look, where that can be said before everything is read.
_VALID: Mapping[str, Callable[[str], bool]] = {
    "published": lambda text: text == _UNKNOWN or _is_period(text),
    "url": is_url,
}
