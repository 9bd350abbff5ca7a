"""A row of a table turned into a line of a data file: names found, words in their order."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from msgspec import Struct

from dtcompare import words
from dtcompare.errors import UnknownName, WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, NUMBER_WORDS, PLACE_WORDS, SCOPE_KEYS, UNSTATED_WORD
from dtcompare.model.indicator import Indicator
from dtcompare.model.names import Names, province_names
from dtcompare.model.period import Period, parse_period
from dtcompare.reading.register import RegisterReading
from dtcompare.reading.rules import CHANGE_KEYS
from dtcompare.reading.scalars import is_id
from dtcompare.reading.sources import SHARED
from dtcompare.reading.table_map import SOURCE_FIELDS, TableLine
from dtcompare.reading.written_words import flow_line
from dtcompare.shell.error_text import suggestion
from dtcompare.shell.line_form import LineFacts, SourceFacts, text_facts
from dtcompare.shell.lookup import find_indicator, unknown_name
from dtcompare.shell.settings import Settings
from dtcompare.shell.table_cells import CellSlip, read_pairs, read_printed, text_of
from dtcompare.shell.typed_words import is_country

_FALSE = "false"
_PARTED = re.compile("[,;]")


class ImportedLine(Struct):
    """A line of the table as a file will have it; ``home`` is the file of its source.

    ``there``: the data set has it already, or an earlier row of the table does.
    """

    origin: TableLine
    file: str
    indicator: Indicator
    when: Period
    facts: LineFacts
    source: str
    page: SourceFacts
    section: str = "values"
    home: str | None = None
    there: bool = False

    @property
    def text(self) -> str:
        """Return the line as it stands in braces."""
        return flow_line(self.facts)


class LineMaker:
    """Makes lines for one data set of the rows of a table.

    ``comma``: the table writes numbers with a decimal comma.
    """

    def __init__(self, dataset: Dataset, settings: Settings, *, comma: bool) -> None:
        self._dataset = dataset
        self._settings = settings
        self._comma = comma
        self._names: dict[frozenset[str], Names] = {}
        self._indicators: dict[str, Indicator] = {}

    def make(self, line: TableLine) -> ImportedLine:
        """Return what a row says under one template. Raises CellSlip."""
        indicator = self._indicator(line)
        section, key = _section(line)
        text = text_of(line.cells.get(key) or line.cells.get("period", ""))
        if not text:
            raise CellSlip(key, "cell-missing", name=key)
        when = parse_period(text) or Period(text, date.max, date.max, "range")
        page = _page(line)
        file = self._province(line, self._day(line, when, section, page))
        facts: LineFacts = {key: when.text, **_plain(line, "every")}
        facts |= self._numbers(line, indicator, file, when)
        facts |= self._series(line, indicator)
        facts |= self._details(line)
        home, id = _cited(line, file)
        facts |= {"source": id, **_said(line)}
        return ImportedLine(line, file, indicator, when, facts, id, page, section, home=home)

    def _indicator(self, line: TableLine) -> Indicator:
        """Return the indicator that a line names. Raises CellSlip."""
        word = text_of(line.cells.get("indicator", ""))
        if word not in self._indicators:
            if not word:
                raise CellSlip("indicator", "cell-missing", name="indicator")
            try:
                id = find_indicator(self._dataset, word, self._settings)
            except WrongUsage as error:
                raise self._unknown("indicator", error) from error
            self._indicators[word] = self._dataset.indicator(id)
        return self._indicators[word]

    def _unknown(self, name: str, error: WrongUsage) -> CellSlip:
        """Return the slip of a name that stands for nothing here, with what may be meant."""
        lang = self._settings.lang
        text = words.say(lang, error.key, **error.facts)
        if isinstance(error, UnknownName):
            text += suggestion(error, lang)
        return CellSlip(name, "unknown-cell", text=text)

    def _day(self, line: TableLine, when: Period, section: str, page: SourceFacts) -> date:
        """Return the day whose provinces the names of a line mean.

        Of a figure the end of its period, of a target the day on which its page came out; today
        where neither is told, and for what a source counted for today's borders.
        """
        today = self._settings.as_of
        if section == "targets":
            published = self._published(line, page)
            return today if published is None else min(published.end, today)
        if not when.stated or _is_set(line, "recast"):
            return today
        return min(when.end, today)

    def _published(self, line: TableLine, page: SourceFacts) -> Period | None:
        """Return when the page of a line came out; None where nobody says, or it is not known."""
        if "published" in page:
            found = parse_period(str(page["published"]))
            return found if found and found.stated else None
        id = text_of(line.cells.get("source", ""))
        source = self._dataset.sources.get(id) or self._dataset.sources.get(f"{SHARED}/{id}")
        return source.published if source else None

    def _province(self, line: TableLine, day: date) -> str:
        """Return the id of the province that a line names on a day. Raises CellSlip."""
        dataset = self._dataset
        word = text_of(line.cells.get("province", ""))
        if not word:
            raise CellSlip("province", "cell-missing", name="province")
        if word in dataset.register.provinces:
            return word
        if is_country(dataset, word):
            return NATIONAL
        existing = frozenset(province.id for province in dataset.register.existing(day))
        names = self._names.get(existing)
        if names is None:
            names = self._names[existing] = province_names(dataset.register, day)
        id = names.find(word)
        if id is None:
            lang = self._settings.lang
            raise self._unknown(
                "province", unknown_name("province", word, names.keys(), dataset, lang)
            )
        return id

    def _numbers(self, line: TableLine, indicator: Indicator, file: str, when: Period) -> LineFacts:
        """Return the number words of a line, a place first. Raises CellSlip."""
        amount = self._amount(line, indicator)
        places = {key: amount.pop(key) for key in PLACE_WORDS if key in amount}
        for key in PLACE_WORDS:
            places |= _plain(line, key)
        if "place" in line.cells:
            places[_word(line, "place_word", PLACE_WORDS) or "rank"] = text_of(line.cells["place"])
        usual = usual_of(self._dataset, file, when)
        if text_of(line.cells.get("of", "")) not in ("", str(usual)):
            places |= _plain(line, "of")
        return places | amount

    def _amount(self, line: TableLine, indicator: Indicator) -> LineFacts:
        """Return the number of a line under its word, which may be that of a place."""
        word = _word(line, "word", (*NUMBER_WORDS, *PLACE_WORDS))
        if "value" not in line.cells:
            return {}
        printed = read_printed(line.cells["value"], indicator.unit, comma=self._comma)
        if word and printed.word and word != printed.word:
            raise CellSlip("value", "two-words", typed=line.cells["value"], word=word)
        upper = printed.upper
        if "upper" in line.cells:
            cell = line.cells["upper"]
            upper = read_printed(cell, indicator.unit, comma=self._comma, field="upper").number
        number = printed.number if upper is None else (printed.number, upper)
        return {printed.word or word or "value": number}

    def _series(self, line: TableLine, indicator: Indicator) -> LineFacts:
        """Return basis and method, where a line has to say them."""
        found = {**_plain(line, "basis"), **_plain(line, "method")}
        if indicator.fixed_basis and found.get("basis") == indicator.bases[0]:
            del found["basis"]
        if found.get("method") == UNSTATED_WORD:
            del found["method"]
        return dict(found)

    def _details(self, line: TableLine) -> LineFacts:
        """Return what else a line says before its source. Raises CellSlip."""
        cells, found = line.cells, LineFacts()
        if "scope" in cells:
            scope = read_pairs(cells["scope"], "scope", SCOPE_KEYS)
            if "scope_vi" in cells:
                other = read_pairs(cells["scope_vi"], "scope_vi", scope)
                scope |= {
                    key: {"en": scope[key], "vi": text}
                    for key, text in other.items()
                    if text != scope[key]
                }
            found["scope"] = scope
        found |= _plain(line, "status")
        change = read_pairs(cells["change"], "change", CHANGE_KEYS) if "change" in cells else {}
        for key in CHANGE_KEYS:
            if f"change_{key}" in cells:
                change[key] = text_of(cells[f"change_{key}"])
        if change:
            found["change"] = change
        for key in ("recast", "prefer"):
            if _is_set(line, key):
                found |= _plain(line, key)
        return found | text_facts(line.cells, "reject")


def usual_of(dataset: Dataset, file: str, when: Period) -> int | None:
    """Return how many are ranked where a line does not say; None where it has to."""
    if file == NATIONAL:
        return None
    return RegisterReading(dataset.register).ranked(dataset.province(file), when)


def _word(line: TableLine, name: str, options: Collection[str]) -> str:
    """Return a word that is one of a few; "" where a line has none. Raises CellSlip."""
    word = text_of(line.cells.get(name, ""))
    if word and word not in options:
        raise CellSlip(name, "no-number-word", typed=word, choices=", ".join(options))
    return word


def _is_set(line: TableLine, name: str) -> bool:
    """Return whether a line says that something is so; "false" says that it is not."""
    return text_of(line.cells.get(name, _FALSE)) != _FALSE


def _plain(line: TableLine, name: str) -> dict[str, str]:
    """Return a part of a line as it stands, under its name; empty where it is absent."""
    return {name: text_of(line.cells[name])} if name in line.cells else {}


def _section(line: TableLine) -> tuple[str, str]:
    """Return whether a line is a figure or a target: its section, and what says when."""
    kind = text_of(line.cells.get("kind", ""))
    if kind not in ("", "figure", "target"):
        raise CellSlip("kind", "no-kind", typed=kind)
    if kind == "target" or (not kind and "by" in line.cells):
        return "targets", "by"
    return "values", "period"


def _cited(line: TableLine, file: str) -> tuple[str | None, str]:
    """Return the file of a line's source, None where it does not say, and its id there."""
    source = text_of(line.cells.get("source", ""))
    home, _, id = source.rpartition("/")
    if not source:
        raise CellSlip("source", "cell-missing", name="source")
    if not is_id(id):
        raise CellSlip("source", "bad-id", typed=id)
    if home not in ("", SHARED, file):
        raise CellSlip("source", "foreign-source", source=source, file=file)
    return home or None, id


def _page(line: TableLine) -> SourceFacts:
    """Return what a line says about its page."""
    found: SourceFacts = {}
    for key in SOURCE_FIELDS:
        if (cell := line.cells.get(f"source_{key}")) is not None:
            text = text_of(cell)
            if key == "copy" and (text == _FALSE or "original" in found):
                continue
            found[key] = tuple(_PARTED.sub(" ", text).split()) if key == "read_in" else text
    return found


def _said(line: TableLine) -> LineFacts:
    """Return what a reader has to know of a line: its remarks, and its note."""
    found: LineFacts = {}
    if "remarks" in line.cells:
        found["remarks"] = tuple(_PARTED.sub(" ", text_of(line.cells["remarks"])).split())
    return found | text_facts(line.cells, "note")
