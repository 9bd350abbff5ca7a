"""How figures, periods, names and differences are said in a language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from dtcompare import words
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, UNSTATED_WORD, Amount, Figure, Line, Place, Scope
from dtcompare.model.indicator import Indicator, Unit
from dtcompare.model.label import Label
from dtcompare.model.period import Period
from dtcompare.model.province import FORMER
from dtcompare.model.source import Source
from dtcompare.text import date_text, decimals_of, number_text, rounded

_THOUSAND = 1000


class Phrases:
    """Says things about one data set in one language.

    ``say`` fills in ``unit`` and ``units`` (the data set's words for one and for several
    provinces), ``people``, ``region`` and ``regions`` by itself. ``day_typed``: the day is not the
    clock's but one that was asked for.
    ``decimals`` is how many numbers have at most; None for all that the source printed.
    ``on_page``: nothing can be typed where the texts stand, so that a text that names a command is
    said without it.
    """

    def __init__(
        self,
        dataset: Dataset,
        lang: str,
        *,
        day_typed: bool = False,
        decimals: int | None = None,
        on_page: bool = False,
    ) -> None:
        self.dataset = dataset
        self.lang = lang
        self.day_typed = day_typed
        self._decimals = decimals
        self._known = words.catalogue(lang) if on_page else {}
        self._fixed = {
            "unit": dataset.about.unit.say(lang),
            "units": dataset.about.units.say(lang),
            "people": dataset.about.people.say(lang),
            "region": dataset.about.region.say(lang),
            "regions": dataset.about.regions.say(lang),
        }
        self._period_texts: dict[Period, str] = {}
        self._amount_texts: dict[tuple[str, ...], str] = {}

    def say(self, key: str, **facts: object) -> str:
        """Return the sentence ``key``, filled in; a count ``n`` of thousands is marked as such."""
        if f"{key}.page" in self._known:
            key = f"{key}.page"
        count = facts.get("n")
        if isinstance(count, int) and count >= _THOUSAND:
            facts["n"] = number_text(Decimal(count), self.lang)
        return words.say(self.lang, key, **self._fixed, **facts)

    # Names

    def province(self, id: str, day: date | None = None) -> str:
        """Return the name of a province, on ``day`` where given, or of the country."""
        if id == NATIONAL:
            return self.dataset.country or self.say("country")
        province = self.dataset.province(id)
        return province.name if day is None else province.name_on(day)

    def full_name(self, id: str) -> str:
        """Return the name of a province; that a former one is former is said."""
        name = self.province(id)
        return self.say("name.former", name=name) if id.startswith(FORMER) else name

    def provinces(self, ids: Iterable[str], day: date | None = None) -> str:
        """Return names, comma-separated."""
        return ", ".join(self.province(id, day) for id in ids)

    def listed(self, names: Sequence[str]) -> str:
        """Return names as a list in a sentence: "A, B and C"."""
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} {self.say('and')} {names[-1]}"

    def indicator(self, id: str) -> str:
        """Return the name of an indicator."""
        return self.dataset.indicator(id).name.say(self.lang)

    def short_indicator(self, id: str) -> str:
        """Return what heads a narrow column of an indicator: its short name, where it has one."""
        indicator = self.dataset.indicator(id)
        return (indicator.short or indicator.name).say(self.lang)

    def basis(self, id: str | None) -> str:
        """Say what a share is a share of."""
        label = self.dataset.catalogue.bases.get(id or "")
        return label.say(self.lang) if label else self.say("basis.unstated")

    def method(self, id: str | None) -> str:
        """Say how it was measured."""
        method = self.dataset.catalogue.methods.get(id or "")
        return method.label.say(self.lang) if method else self.say("method.unstated")

    def scope(self, scope: Scope) -> str:
        """Say which part of the province a figure speaks of: "Phúc Yên ward", "Viettel only"."""
        return ", ".join(self._scope_part(key, label) for key, label in scope)

    def _scope_part(self, key: str, label: Label) -> str:
        """Say one part, as the catalogue declares it, else in the usual words."""
        kind, name = self.dataset.catalogue.scopes.get(key), label.say(self.lang)
        if kind is None:
            full = f"scope.{key}.{name}" if key == "tier" else f"scope.{key}"
            return self.say(full, name=name)
        if label.en in kind.words:
            return kind.words[label.en].say(self.lang)
        text = kind.text.say(self.lang) if kind.text else f"{key} {{name}}"
        return text.replace("{name}", name) if "{name}" in text else f"{text} {name}"

    def scope_names(self, scope: Scope) -> dict[str, str] | None:
        """Return the kinds and names of a part of the province; None for the whole of it."""
        return {key: label.say(self.lang) for key, label in scope} or None

    # Numbers

    def number(
        self, number: Decimal, decimals: int | None = None, *, most: int | None = None
    ) -> str:
        """Return a number with its own digits, ``most`` of them decimals, or with ``decimals``.

        It is rounded half up; the decimals asked for on the command line are a bound too.
        """
        bounds = [bound for bound in (self._decimals, most) if bound is not None]
        if decimals is None and bounds and decimals_of(number) > min(bounds):
            decimals = min(bounds)
        return number_text(number if decimals is None else rounded(number, decimals), self.lang)

    def short(self, number: Decimal, decimals: int) -> str:
        """Return a number rounded half up to ``decimals``, without closing zeros."""
        return number_text(Decimal(f"{rounded(number, decimals).normalize():f}"), self.lang)

    def measure(self, number: Decimal, unit: Unit, *, most: int | None = None) -> str:
        """Return a number with the symbol of its unit; a per cent sign is closed up."""
        text = self.number(number, most=most)
        if unit.symbol is None:
            return text
        symbol = unit.symbol.say(self.lang)
        return f"{text}{symbol}" if symbol == "%" else f"{text} {symbol}"

    def amount(self, amount: Amount, unit: Unit) -> str:
        """Return a number with the word it was printed with: "about 40%", "50% to 55%"."""
        # 3.4 and 3.40 are equal and said differently.
        key = (unit.id, amount.word, str(amount.number), str(amount.upper))
        if key not in self._amount_texts:
            upper = amount.upper if amount.upper is not None else amount.number
            self._amount_texts[key] = self.say(
                f"amount.{amount.word}",
                number=self.measure(amount.number, unit),
                upper=self.measure(upper, unit),
            )
        return self._amount_texts[key]

    def place(self, place: Place) -> str:
        """Return a published place: "9 of 63", "top 10 of 63"."""
        return self.say(f"place.{place.word}", number=place.number, of=place.of)

    def line(self, line: Line, indicator: Indicator) -> str:
        """Say what a line reports or aims at: its amount, else its place."""
        if line.amount is not None:
            return self.amount(line.amount, indicator.unit)
        assert line.place is not None
        return self.place(line.place)

    def figure(self, figure: Figure, indicator: Indicator) -> str:
        """Return a figure with its status: "22% (estimated)"."""
        return self._of_status(self.line(figure, indicator), figure)

    def whole_figure(self, figure: Figure, indicator: Indicator) -> str:
        """Return a figure with basis and status: "22% of GRDP (estimated)"."""
        text = self.of_basis(self.line(figure, indicator), figure, indicator)
        return self._of_status(text, figure)

    def _of_status(self, text: str, figure: Figure) -> str:
        if figure.status is None:
            return text
        return self.say("figure.status", text=text, status=self.say(f"status.{figure.status}"))

    def of_basis(self, text: str, figure: Line, indicator: Indicator) -> str:
        """Return ``text`` with what it is a share of, where that varies: "40% of land area"."""
        if figure.basis is None or indicator.fixed_basis:
            return text
        if figure.basis != UNSTATED_WORD:
            return self.say("figure.basis", text=text, basis=self.basis(figure.basis))
        return text if figure.scope else self.say("figure.no-basis", text=text)

    def of_scope(self, text: str, line: Line) -> str:
        """Return ``text`` with the part of the province it speaks of, where it is of a part."""
        if not line.scope:
            return text
        return self.say("figure.scope", text=text, scope=self.scope(line.scope))

    def notes(self, line: Line) -> tuple[str, ...]:
        """Return what the data note on a line: its remarks, then its own note."""
        labels = [self.dataset.catalogue.remarks[id] for id in line.remarks]
        if line.note is not None:
            labels.append(line.note)
        return tuple(label.say(self.lang) for label in labels)

    def rejection(self, line: Line) -> str:
        """Say why a line is not used; empty for one that is."""
        if line.reject is None:
            return ""
        return self.say("remark.rejected", why=line.reject.say(self.lang))

    def changes(self, line: Line) -> Iterable[str]:
        """Yield how the source says that the number changed: "6 times the number of 1 Jul 2025"."""
        change = line.change
        if change is None:
            return
        since = "-since" if change.since else ""
        when = self.period(change.since) if change.since else ""
        if change.times is not None:
            number = self.number(change.times)
            yield self.say(f"remark.times{since}", times=number, since=when)
        for name, size in (("points", change.points), ("percent", change.percent)):
            if size is not None:
                way = "down" if size < 0 else "up"
                text = self.say(f"remark.{way}.{name}", number=self.number(abs(size)), n=abs(size))
                yield self.say("remark.since", text=text, since=when) if when else text

    def difference(self, number: Decimal, indicator: Indicator, *, places: bool = False) -> str:
        """Return an amount still to go, in points, places or the indicator's unit."""
        text = self.number(number)
        if places:
            return self.say("difference.places", n=number, number=text)
        if indicator.unit.symbol is not None and indicator.unit.symbol.en == "%":
            return self.say("difference.points", n=number, number=text)
        return self.measure(number, indicator.unit)

    # Times

    def day(self, day: date) -> str:
        """Return a day written out."""
        return date_text(day, self.lang)

    def data_to(self, as_of: date) -> str:
        """Say up to when the pages go that were out on ``as_of``, and that day if it was typed."""
        newest = self.dataset.newest_page(as_of)
        day = self.say("as-of", date=self.day(as_of))
        if newest is None:
            return day
        text = self.say("data-to", date=self.moment(newest))
        return f"{text}, {day}" if self.day_typed else text

    def period(self, period: Period) -> str:
        """Return a period written out: "Dec 2025", "Q4 2025", "2021 to 2025", "not said"."""
        if period not in self._period_texts:
            text = self._exact_period(period)
            about = self.say("period.about", period=text) if period.approximate else text
            self._period_texts[period] = about
        return self._period_texts[period]

    def moment(self, period: Period) -> str:
        """Return a period as a sentence has it: "2025", in Vietnamese "năm 2025"."""
        text = self.period(period)
        if period.approximate or not period.stated or period.grain not in ("month", "year"):
            return text
        return self.say(f"moment.{period.grain}", period=text)

    def _exact_period(self, period: Period) -> str:
        if not period.stated:
            return self.say("period.unstated")
        if period.grain in ("day", "month", "year"):
            return date_text(period.end, self.lang, period.grain)
        if period.grain in ("quarter", "half"):
            part = period.end.month // (3 if period.grain == "quarter" else 6)
            return self.say(f"period.{period.grain}.{part}", year=period.end.year)
        return self.span(period.start, period.end)

    def span(self, start: date, end: date) -> str:
        """Return a stretch of time, as short as it can be said: a year, a month, or both ends."""
        whole_years = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
        whole_months = start.day == 1 and (end + timedelta(days=1)).day == 1
        grain = "year" if whole_years else "month" if whole_months else "day"
        first, last = date_text(start, self.lang, grain), date_text(end, self.lang, grain)
        return first if first == last else self.say("period.span", start=first, end=last)

    # Pages

    def source(self, source: Source, *, translation: bool = False) -> str:
        """Return a source in short: publisher, what it quotes, if a copy, when.

        ``translation``: in which languages it was read is said too, where not in its own.
        """
        text = ", ".join(self.source_parts(source))
        if translation and source.read_in:
            languages = ", ".join(self._language(code) for code in source.read_in)
            text = self.say("source.read-in", text=text, languages=languages)
        return text

    def source_parts(self, source: Source) -> tuple[str, str]:
        """Say who published a source, with what it quotes, that a copy was read, and when."""
        name = source.publisher
        if source.quoting:
            name = self.say("source.quoting", publisher=name, quoted=source.quoting)
        if source.number:
            name = self.say("source.number", publisher=name, number=source.number)
        if source.copy:
            name = self.say("source.copy", publisher=name)
        published = (
            self.period(source.published) if source.published else self.say("source.undated")
        )
        return name, published

    def _language(self, code: str) -> str:
        known = words.catalogue(self.lang)
        return known.get(f"language.{code}", code)
