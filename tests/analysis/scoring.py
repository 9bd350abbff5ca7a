"""Score data sets made in memory: a table of figures, a tree, and the score they give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from dtcompare.analysis.score import Options, Scored, score
from dtcompare.model.dataset import About, Dataset, Lines
from dtcompare.model.figure import Amount, Figure
from dtcompare.model.indicator import Catalogue, Indicator, Unit
from dtcompare.model.label import Label
from dtcompare.model.province import Province, Register
from dtcompare.model.score import NO_GATE, Leaf, Node, Scale, ScoreFile, ScoreGroup
from dtcompare.model.source import Source
from tests.analysis.build import AS_OF, label, period

PLAIN = Unit("plain")
Table = Mapping[str, Mapping[str, str]]  # province to indicator to printed number; "" is a gap


def dataset_of(table: Table, lower: Iterable[str] = ()) -> Dataset:
    """A data set of the figures of one year."""
    ids = dict.fromkeys(id for row in table.values() for id in row)
    down = set(lower)
    lines: dict[str, Lines] = {}
    for id in ids:
        figures = tuple(
            _figure(province, id, row[id]) for province, row in table.items() if row.get(id)
        )
        lines[id] = Lines(figures)
    return Dataset(
        about=About(),
        catalogue=Catalogue(
            {"g": label("g")},
            {"plain": PLAIN},
            {},
            {},
            {
                id: Indicator(id, label(id), "g", PLAIN, "lower" if id in down else "higher")
                for id in ids
            },
        ),
        register=Register({id: Province(id, id, Label(id, id)) for id in table}, {}),
        sources={"page": Source("page", "t", "p", period("2020"), "https://page")},
        lines=lines,
    )


def _figure(province: str, indicator: str, text: str) -> Figure:
    return Figure(
        province=province,
        indicator=indicator,
        source="page",
        file="f",
        row=1,
        amount=Amount("value", Decimal(text)),
        period=period("2025"),
    )


def leaf(id: str, weight: str = "1", scale: Scale | None = None) -> Leaf:
    """A leaf; its scale is 0 to 100 as it is unless given."""
    return Leaf(id, Decimal(weight), scale or bounds("0", "100"))


def bounds(low: str, high: str, **more: Any) -> Scale:
    """Fixed bounds."""
    return Scale("bounds", Decimal(low), Decimal(high), **more)


def group(id: str, *children: Node, weight: str = "1", **more: Any) -> ScoreGroup:
    """A group that adds up unless told otherwise."""
    return ScoreGroup(id, Decimal(weight), more.pop("aggregate", "arithmetic"), children, **more)


def file_of(*children: Node, **more: Any) -> ScoreFile:
    """A score over the children."""
    root = {key: more.pop(key) for key in ("aggregate", "floor") if key in more}
    facts: dict[str, Any] = {"missing": "skip", "gate": NO_GATE, "precision": 12}
    tree = group("", *children, **root)
    return ScoreFile("own", "scores/own.yaml", label("own"), tree, **(facts | more))


def scored(
    table: Table,
    file: ScoreFile,
    lower: Iterable[str] = (),
    *,
    options: Options | None = None,
) -> Scored:
    """The score of a table; nothing is drawn unless asked for."""
    return score(dataset_of(table, lower), file, as_of=AS_OF, options=options or Options(draws=0))


def exact(result: Scored) -> dict[str, float]:
    """The unrounded index by province."""
    return {row.province: row.exact for row in result.rows}


def places(result: Scored) -> dict[str, int]:
    """The rank by province."""
    return {row.province: row.rank for row in result.rows}
