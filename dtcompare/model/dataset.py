"""The data set as analysis sees it: catalogue, register, sources, and lines by indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from dtcompare.model.figure import Figure, Target
from dtcompare.model.indicator import Catalogue, Indicator
from dtcompare.model.label import Label
from dtcompare.model.province import Province, Register
from dtcompare.model.source import Source

if TYPE_CHECKING:
    from dtcompare.model.score import ScoreFile  # most commands ask for no score
    from dtcompare.model.tally import Tally  # most count nothing

__all__ = ["About", "Dataset", "Lines", "Parted"]


_NAME = Label("data set", "bộ dữ liệu")
_UNIT = Label("province", "tỉnh, thành phố")
_UNITS = Label("provinces", "tỉnh, thành phố")
_HEADING = Label("Province", "Địa phương")


class About(Struct, frozen=True):
    """What dataset.yaml says; ``unit`` is the word for one province, ``units`` for several."""

    name: Label = _NAME
    release: str | None = None
    date: str | None = None
    licence: str | None = None
    unit: Label = _UNIT
    units: Label = _UNITS
    heading: Label = _HEADING


class Lines(Struct, frozen=True):
    """All lines of one indicator, the whole country's too (province "national")."""

    figures: tuple[Figure, ...] = ()
    targets: tuple[Target, ...] = ()

    def of(self, *provinces: str) -> Lines:
        """Return those of some provinces."""
        return Lines(
            tuple(line for line in self.figures if line.province in provinces),
            tuple(line for line in self.targets if line.province in provinces),
        )


_NONE = Lines()


class Parted:
    """A mapping of lines by indicator that can tell more of them than it reads."""

    def about(self, province: str) -> Mapping[str, Lines]:
        """The lines of one province by indicator, none where it has none."""
        raise NotImplementedError

    def tallies(self, field: str) -> Mapping[str, Tally]:
        """How many lines speak of each thing, by a field that is COUNTED."""
        raise NotImplementedError


class Dataset(Struct, frozen=True):
    """A whole, checked data set.

    ``lines`` may be any mapping from indicator id, so that a store can fetch one at a time.
    ``country`` is the name in national.yaml, None without one. ``scores`` are the composite
    indices by name. ``distributions`` are the stored numbers of large sets by indicator.
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
        """The indicator of that id."""
        return self.catalogue.indicators[id]

    def province(self, id: str) -> Province:
        """The province of that id, today's or former."""
        return self.register.provinces[id]

    def lines_of(self, indicator: str) -> Lines:
        """The lines of one indicator; empty where nothing is reported."""
        return self.lines.get(indicator, _NONE)

    def all_lines(self) -> Iterator[tuple[Indicator, Lines]]:
        """Every indicator in the catalogue's order with its lines."""
        for indicator in self.catalogue.indicators.values():
            yield indicator, self.lines_of(indicator.id)

    def lines_about(self, province: str) -> Iterator[tuple[Indicator, Lines]]:
        """Every indicator in the catalogue's order with the lines of one province.

        ``province`` may be "national". Those of other provinces are not read where that can be
        done without.
        """
        own = self.lines.about(province) if isinstance(self.lines, Parted) else None
        for indicator in self.catalogue.indicators.values():
            if own is None:
                yield indicator, self.lines_of(indicator.id).of(province)
            else:
                yield indicator, own.get(indicator.id, _NONE)

    def tallies(self, field: str) -> Mapping[str, Tally]:
        """How many lines speak of each thing, by a field of theirs (see ``model.tally.COUNTED``).

        Things that no line speaks of have none.
        """
        if isinstance(self.lines, Parted):
            return self.lines.tallies(field)
        from dtcompare.model.tally import tallied  # noqa: PLC0415 (few commands count)

        return tallied(self.lines)[field]
