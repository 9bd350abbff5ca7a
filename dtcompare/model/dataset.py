"""The data set as analysis sees it: catalogue, register, sources, and lines by indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct, field

from dtcompare.model.figure import Figure, Target
from dtcompare.model.indicator import Catalogue, Indicator
from dtcompare.model.label import Label
from dtcompare.model.period import Period
from dtcompare.model.province import Province, Register
from dtcompare.model.source import Source

if TYPE_CHECKING:
    from dtcompare.model.score import ScoreFile  # most commands ask for no score
    from dtcompare.model.usage import Usage  # most count nothing

_NAME = Label("data set", "bộ dữ liệu")
_UNIT = Label("province", "tỉnh, thành phố")
_UNITS = Label("provinces", "tỉnh, thành phố")
_HEADING = Label("Province", "Địa phương")


class About(Struct, frozen=True):
    """What dataset.yaml says; ``unit`` is the word for one province, ``units`` for several.

    ``languages`` are those in which every text shall be; none where nothing is promised. ``code``
    is the pattern of a province's code, None for any. ``people`` is the word for those who are
    counted in a province, ``region`` and ``regions`` for what it lies in.
    """

    name: Label = _NAME
    release: str | None = None
    date: str | None = None
    licence: str | None = None
    unit: Label = _UNIT
    units: Label = _UNITS
    heading: Label = _HEADING
    languages: tuple[str, ...] = ()
    code: str | None = None
    people: Label = Label("people", "dân")
    region: Label = Label("region", "vùng")
    regions: Label = Label("regions", "vùng")


class Lines(Struct, frozen=True):
    """All lines of one indicator, the whole country's too (province "national")."""

    figures: tuple[Figure, ...] = ()
    targets: tuple[Target, ...] = ()

    def of(self, *provinces: str) -> Lines:
        """Return those of some provinces."""
        return Lines(
            tuple(figure for figure in self.figures if figure.province in provinces),
            tuple(target for target in self.targets if target.province in provinces),
        )


_NONE = Lines()


class PartedLines(Mapping[str, Lines]):
    """Lines by indicator that lie in parts, and can tell more of them than is read."""

    def about(self, province: str) -> Mapping[str, Lines]:
        """Return the lines of one province by indicator, none where it has none."""
        raise NotImplementedError

    def usage(self, name: str) -> Mapping[str, Usage]:
        """Return how many lines speak of each thing, by a field that is COUNTED."""
        raise NotImplementedError


class Dataset(Struct, frozen=True):
    """A whole, checked data set.

    ``lines`` may be any mapping from indicator id, so that a store can fetch one at a time.
    ``country`` is the name in national.yaml, None without one. ``scores`` are the composite
    indices by name. ``distributions`` are what analysis works out of all lines of an indicator, as
    it encoded them, by indicator: kept for large data sets alone.
    """

    about: About
    catalogue: Catalogue
    register: Register
    sources: Mapping[str, Source]
    lines: Mapping[str, Lines] = field(default_factory=dict)
    country: str | None = None
    scores: Mapping[str, ScoreFile] = field(default_factory=dict)
    distributions: Mapping[str, bytes | memoryview] = field(default_factory=dict)

    def indicator(self, id: str) -> Indicator:
        """Return the indicator of that id. Raises KeyError."""
        return self.catalogue.indicators[id]

    def province(self, id: str) -> Province:
        """Return the province of that id, today's or former. Raises KeyError."""
        return self.register.provinces[id]

    def score_of(self, index: str, period: str) -> ScoreFile | None:
        """Return how an edition of an index is worked out of its parts; None where no file says."""
        for score in self.scores.values():
            wholes = {self.indicator(leaf.id).part_of for leaf in score.tree.leaves()}
            if wholes == {index} and score.period is not None and score.period.text == period:
                return score
        return None

    def newest_page(self, day: date) -> Period | None:
        """Return when the newest page out by ``day`` was published; None where none is dated."""
        published = (source.published for source in self.sources.values())
        known = [period for period in published if period is not None and period.start <= day]
        return max(known, key=lambda period: period.recency, default=None)

    def lines_of(self, indicator: str) -> Lines:
        """Return the lines of one indicator; empty where nothing is reported."""
        return self.lines.get(indicator, _NONE)

    def all_lines(self) -> Iterator[tuple[Indicator, Lines]]:
        """Yield every indicator in the catalogue's order with its lines."""
        for indicator in self.catalogue.indicators.values():
            yield indicator, self.lines_of(indicator.id)

    def lines_about(self, province: str) -> Iterator[tuple[Indicator, Lines]]:
        """Yield every indicator in the catalogue's order with the lines of one province.

        ``province`` may be "national". Those of other provinces are not read where that can be
        done without.
        """
        own = self.lines.about(province) if isinstance(self.lines, PartedLines) else None
        for indicator in self.catalogue.indicators.values():
            if own is None:
                yield indicator, self.lines_of(indicator.id).of(province)
            else:
                yield indicator, own.get(indicator.id, _NONE)

    def usage(self, name: str) -> Mapping[str, Usage]:
        """Return how many lines speak of each thing, by a field (see ``model.usage.COUNTED``).

        Things that no line speaks of are left out.
        """
        if isinstance(self.lines, PartedLines):
            return self.lines.usage(name)
        from dtcompare.model.usage import count_usage  # noqa: PLC0415 (few commands count)

        return count_usage(self.lines, self.sources)[name]
