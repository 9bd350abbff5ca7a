"""Published indices: one edition is one ranking, its places taken as published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dtcompare.analysis.footing import footing_of
from dtcompare.analysis.groups import ENOUGH, Edition, Group, Listed, Row, with_places
from dtcompare.analysis.places import Standing
from dtcompare.analysis.reports import Report
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Figure
from dtcompare.model.indicator import Indicator

__all__ = ["edition_groups", "edition_of", "missing_places", "published"]


def edition_of(figure: Figure, dataset: Dataset) -> Edition:
    """The edition a line belongs to.

    A score without a place belongs to the edition of the provinces that existed at the end of its
    period, or, for a province formed later (a recast score), when that province was formed.
    """
    if figure.place is not None:
        return Edition(figure.period.text, figure.place.of)
    end, since = figure.period.end, dataset.province(figure.province).since
    day = max(end, since) if since is not None else end
    return Edition(figure.period.text, len(dataset.register.existing(day)))


def edition_groups(
    reports: Iterable[Report], indicator: Indicator, dataset: Dataset, day: date
) -> tuple[list[Group], list[Listed]]:
    """The newest edition with three or more of today's provinces as a group, the rest listed.

    Of two editions of one period the one that counts the provinces of ``day`` comes first. Without
    such an edition every edition is a group, unranked. Other editions are listed for provinces
    that the group lacks, each province's newest only.
    """
    count = len(dataset.register.existing(day))
    found: dict[Edition, dict[str, list[Report]]] = {}
    ends: dict[Edition, tuple[object, ...]] = {}
    for report in reports:
        edition = edition_of(report.figure, dataset)
        found.setdefault(edition, {}).setdefault(report.figure.province, []).append(report)
        ends[edition] = (report.figure.period.recency, edition.of == count)
    newest_first = sorted(found, key=lambda e: ends[e], reverse=True)
    groups = [_group(edition, found[edition], indicator) for edition in newest_first]
    shown: set[str] = set()
    main = next((group for group in groups if len(group.rows) >= ENOUGH), None)
    if main is not None:
        shown.update(row.province for row in main.rows)
        rest = []
        for group in groups:
            for row in group.rows:
                if row.province not in shown:
                    shown.add(row.province)
                    rest.append(Listed(row.province, row.place or row.report, "other_edition"))
        return [main], rest
    for place, group in enumerate(groups):
        fresh = tuple(row for row in group.rows if row.province not in shown)
        shown.update(row.province for row in fresh)
        groups[place] = replace(group, ranked=False, rows=tuple(map(_unplaced, fresh)))
    return [group for group in groups if group.rows], []


def _group(edition: Edition, provinces: dict[str, list[Report]], indicator: Indicator) -> Group:
    """One edition as a group: by published place, or by score where no place is known at all."""
    rows = tuple(_row(province, reports) for province, reports in provinces.items())
    footing = footing_of(rows[0].report, indicator)
    group = Group(ranked=True, footing=footing, rows=rows, edition=edition)
    if all(row.place is None for row in rows):
        return with_places(group, indicator)
    return replace(group, rows=tuple(sorted(rows, key=_published_order)))


def _row(province: str, reports: Sequence[Report]) -> Row:
    """A province in an edition: its place and its score, which may stand on two lines."""
    place = next((r for r in reports if r.figure.place is not None), None)
    score = next((r for r in reports if r.figure.amount is not None), None)
    return Row(province, score or reports[0], published(place), place)


def published(report: Report | None) -> Standing | None:
    """The standing that a published place gives; None for "top n", which gives no single place."""
    place = report.figure.place if report is not None else None
    if place is None or place.word == "top":
        return None
    return Standing(place.number, place.number, place.number, place.of)


def _published_order(row: Row) -> tuple[bool, int]:
    """Sorts by published place; rows without one (top n, or a score alone) come last."""
    if row.standing is not None:
        return (False, row.standing.rank)
    number = row.place.figure.place.number if row.place and row.place.figure.place else 0
    return (True, number)


def _unplaced(row: Row) -> Row:
    return replace(row, standing=None)


def missing_places(group: Group) -> list[tuple[int, int]]:
    """The stretches of places (first, last) of an edition that nobody in the group holds.

    Provinces that share a place fill the following ones: with two on 15 there is no hole at 16.
    """
    holders: dict[int, int] = {}
    for row in group.rows:
        if row.standing is not None:
            holders[row.standing.rank] = holders.get(row.standing.rank, 0) + 1
    holes, free = [], 1
    for place in sorted(holders):
        if place > free:
            holes.append((free, place - 1))
        free = max(free, place + holders[place])
    if group.edition is not None and free <= group.edition.of:
        holes.append((free, group.edition.of))
    return holes
