"""Two indicators against each other as a sheet, as JSON and as records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from math import sqrt
from typing import TYPE_CHECKING

from dtcompare.analysis.relate import RelatedRow, Relation
from dtcompare.text import rounded
from dtcompare.view.citations import Citations, pages_of
from dtcompare.view.figures import (
    edition_document,
    figure_document,
    indicator_document,
    province_document,
    season_document,
)
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.rank_words import group_heading
from dtcompare.view.screen import rows_that_fit
from dtcompare.view.sheet import Records, Remark, Sheet, Table
from dtcompare.view.tables import DataColumn, SheetWriter, records

if TYPE_CHECKING:
    from dtcompare.view.documents.relate import RelatedSideDocument

_STRONG, _WEAK = Decimal("0.7"), Decimal("0.4")  # how alike two orders are called
_NORMAL = 1.96  # 95 % of a normal distribution lie within so many standard deviations


def relate_title(relation: Relation, phrases: Phrases) -> str:
    """Say which two are held against each other."""
    return phrases.listed([phrases.indicator(id) for id in relation.indicators])


def correlation_text(relation: Relation, phrases: Phrases) -> str:
    """Return the correlation to two decimals with its sign; empty without one."""
    if relation.correlation is None:
        return ""
    text = phrases.number(abs(relation.correlation), 2)
    return f"\u2212{text}" if rounded(relation.correlation, 2) < 0 else text


def relate_sentences(relation: Relation, phrases: Phrases) -> Iterator[str]:
    """Say how many have both, how far the orders agree, and what chance alone would do."""
    first, second = relation.indicators
    facts = {"n": len(relation.rows), "total": relation.existing}
    if relation.empty:
        yield phrases.say("relate.empty", first=first, second=second)
        return
    yield phrases.say("relate.both", **facts)
    value = relation.correlation
    if value is None:
        yield phrases.say("relate.none")
        return
    number = correlation_text(relation, phrases)
    if abs(value) < _WEAK:
        yield phrases.say("relate.little", number=number)
    else:
        strength = "strong" if abs(value) >= _STRONG else "some"
        yield phrases.say(
            f"relate.{strength}.{'alike' if value > 0 else 'opposite'}", number=number
        )
    chance = Decimal(repr(min(_NORMAL / sqrt(len(relation.rows) - 1), 1.0)))
    yield phrases.say("relate.chance", number=phrases.number(chance, 2))
    yield phrases.say("relate.cause")


def relate_sheet(relation: Relation, phrases: Phrases, citations: Citations) -> Sheet:
    """Lay two indicators out beside each other."""
    writer = SheetWriter(phrases, citations)
    sentence = " ".join(relate_sentences(relation, phrases))
    title = relate_title(relation, phrases)
    parts = list(
        _parts(relation, writer, [f"{title}  {phrases.data_to(relation.as_of)}", sentence])
    )
    return writer.sheet(title, relation.as_of, [sentence], parts)


def _parts(
    relation: Relation, writer: SheetWriter, above: Sequence[str]
) -> Iterator[Table | Remark]:
    """Yield what is measured, the table, and who has one of them only.

    ``above`` are the texts that stand over them.
    """
    phrases = writer.phrases
    if relation.groups is None:
        return
    measured = Remark(phrases.say("relate.measured"), tuple(_measured(relation, phrases)))
    yield measured
    table = relate_table(relation, writer, relation.rows)
    fit = rows_that_fit(table, [*above, measured.label, *measured.lines])
    yield relate_table(relation, writer, writer.cut(relation.rows, fit))
    for id, ids in zip(relation.indicators, relation.alone, strict=True):
        if ids:
            label = phrases.say("relate.alone", name=phrases.indicator(id), n=len(ids))
            yield from writer.full_remark(label, phrases.provinces(ids, relation.as_of))


def _measured(relation: Relation, phrases: Phrases) -> Iterator[str]:
    """Yield on which footing each stands, and that a count grows with the province."""
    assert relation.groups is not None
    counts = []
    for id, group in zip(relation.indicators, relation.groups, strict=True):
        indicator = phrases.dataset.indicator(id)
        heading = group_heading(group, indicator, phrases)
        if indicator.unit.extensive and relation.per is not None:
            name = phrases.say(
                f"rank.title.per.{relation.per}", name=indicator.name.say(phrases.lang)
            )
            heading = f"{name}; {heading}"
        elif indicator.unit.extensive:
            counts.append(id)
        name = phrases.indicator(id)
        yield name if heading == name else phrases.say("relate.side", name=name, text=heading)
    if counts:
        yield phrases.say("relate.counts", n=len(counts))


def relate_table(relation: Relation, writer: SheetWriter, rows: Sequence[RelatedRow]) -> Table:
    """Return a row a province: both figures, each with its place among those that have both."""
    phrases = writer.phrases
    columns: list[DataColumn[RelatedRow]] = [
        writer.province_column(lambda row: row.province, relation.as_of)
    ]
    for side, id in enumerate(relation.indicators):
        columns += [
            DataColumn(phrases.indicator(id), partial(_figure, writer, relation, side), "right"),
            DataColumn("column.place", partial(_place, phrases, side), "right"),
        ]
    return writer.table(rows, columns, pages=lambda row: pages_of(row.figures))


def _figure(writer: SheetWriter, relation: Relation, side: int, row: RelatedRow) -> str:
    figure = row.figures[side].figure
    indicator = writer.phrases.dataset.indicator(relation.indicators[side])
    phrases = writer.phrases
    parts = [] if figure.place is None else [phrases.place(figure.place)]
    if figure.amount is not None:
        parts.append(phrases.figure(figure, indicator))
    return writer.noted(", ".join(parts), *phrases.notes(figure))


def _place(phrases: Phrases, side: int, row: RelatedRow) -> str:
    return phrases.short(row.places[side], 1)


def relate_document(relation: Relation, phrases: Phrases) -> dict[str, object]:
    """Return the JSON object ``relate/1``."""
    correlation = relation.correlation
    return {
        "schema": "relate/1",
        "filters": {"indicators": list(relation.indicators), "per": relation.per},
        "indicators": [_side(relation, side, phrases) for side in range(2)],
        "existing": relation.existing,
        "correlation": None if correlation is None else rounded(correlation, 4),
        "rows": [
            {
                **province_document(row.province, phrases, relation.as_of),
                "places": list(row.places),
                "figures": [
                    figure_document(one, phrases.dataset.indicator(id), phrases)
                    for one, id in zip(row.figures, relation.indicators, strict=True)
                ],
            }
            for row in relation.rows
        ],
    }


def _side(relation: Relation, side: int, phrases: Phrases) -> RelatedSideDocument:
    """Return one of the indicators with the ranking that its figures stand in."""
    group = relation.groups[side] if relation.groups else None
    indicator = phrases.dataset.indicator(relation.indicators[side])
    return {
        **indicator_document(indicator, phrases),
        "basis": group.series_key.basis if group else None,
        "method": group.series_key.method if group else None,
        "season": season_document(group.season) if group else None,
        "edition": edition_document(group.edition) if group else None,
        "alone": list(relation.alone[side]),
    }


def relate_records(relation: Relation, phrases: Phrases) -> Records:
    """Return a record a province, the keys of the second figure after those of the first."""
    rows = []
    for row in relation.rows:
        record: dict[str, object] = {**province_document(row.province, phrases, relation.as_of)}
        sides = zip(("first", "second"), relation.indicators, row.figures, row.places, strict=True)
        for name, id, observation, place in sides:
            figure = figure_document(observation, phrases.dataset.indicator(id), phrases)
            record[name] = {"indicator": id, "place": place, **figure}
        rows.append(record)
    return records(
        "province name first_indicator first_place first_value first_text first_word first_period"
        " first_basis first_method first_figure_status first_source second_indicator second_place"
        " second_value second_text second_word second_period second_basis second_method"
        " second_figure_status second_source",
        rows,
    )
