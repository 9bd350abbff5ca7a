"""Which rows of a ranking are shown, and in which order: what the reader asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.comparability import (
    REASONS,
    position,
    series_key_of,
    series_key_order,
)
from dtcompare.analysis.groups import Excluded, Group, RankedRow, row_order
from dtcompare.model.dataset import Dataset
from dtcompare.model.indicator import Indicator
from dtcompare.model.period import Period
from dtcompare.text import sort_key

Sort = Literal["value", "name", "region"]
SORTS: tuple[Sort, ...] = get_args(Sort)


class Picks(Struct, frozen=True):
    """What the reader asked for; None or empty: no filter.

    ``period``, ``basis``, ``method`` and ``scope`` (key and name, name None for any) choose
    figures. ``only`` (province ids), ``region`` and ``top`` (rows a group) choose which rows are
    shown and ``sort`` their order, ``reverse`` the last first; none of these changes a place.
    ``list_all`` lists every figure and ranks none. ``per`` is people or area: an extensive count is
    divided by it. ``stats`` and ``by`` (region) ask for a summary too.
    """

    period: Period | None = None
    basis: str | None = None
    method: str | None = None
    scope: tuple[str, str | None] | None = None
    only: tuple[str, ...] = ()
    region: str | None = None
    sort: str | None = None
    top: int | None = None
    list_all: bool = False
    per: str | None = None
    reverse: bool = False
    stats: bool = False
    by: str | None = None


NO_PICKS = Picks()


def is_shown(province: str, dataset: Dataset, picks: Picks) -> bool:
    """Tell whether the filters on rows keep this province."""
    in_region = picks.region in (None, dataset.province(province).region)
    return in_region and (not picks.only or province in picks.only)


def cut_list(
    groups: Sequence[Group], listed: Sequence[Excluded], top: int
) -> tuple[list[Group], tuple[Excluded, ...]]:
    """Return the first ``top`` of figures that are not ranked: one list, whatever their groups."""
    cut = []
    for group in groups:
        rows, left = group.rows[:top], group.rows[top:]
        cut.append(replace(group, rows=rows, unseen=(*group.unseen, *left)))
        top -= len(rows)
    return cut, tuple(listed[:top])


def arrange(group: Group, indicator: Indicator, dataset: Dataset, picks: Picks) -> Group:
    """Return the rows that are shown, in the order asked for; where it decides nothing, by name."""

    def by_name(row: RankedRow) -> tuple[object, ...]:
        return sort_key(dataset.province(row.province).name)

    rows = [row for row in group.rows if is_shown(row.province, dataset, picks)]
    rows.sort(key=by_name)
    if picks.sort == "region":
        regions = list(dataset.register.regions)
        rows.sort(key=lambda row: position(regions, dataset.province(row.province).region))
    elif group.ranked and picks.sort != "name":
        rows.sort(key=row_order)
    elif picks.sort == "value":
        better = indicator.better != "lower"
        rows.sort(key=lambda row: row.observation.figure.number, reverse=better)
    if picks.list_all:
        rows.sort(
            key=lambda row: series_key_order(series_key_of(row.observation, indicator), indicator)
        )
    if picks.reverse:
        rows.reverse()
    shown = tuple(rows[: picks.top])
    ids = {id(row) for row in shown}
    return replace(group, rows=shown, unseen=tuple(row for row in group.rows if id(row) not in ids))


def arrange_listed(
    listed: Iterable[Excluded], indicator: Indicator, dataset: Dataset, picks: Picks
) -> tuple[Excluded, ...]:
    """Sort what is listed under the ranking: by reason, then by basis and method, then by name."""
    shown = [entry for entry in listed if is_shown(entry.province, dataset, picks)]
    shown.sort(
        key=lambda entry: (
            REASONS.index(entry.reason),
            series_key_order(series_key_of(entry.observation, indicator), indicator),
            sort_key(dataset.province(entry.province).name),
        )
    )
    return tuple(shown)
