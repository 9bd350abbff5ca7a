"""What may be true and deserves a second look: warnings for whoever reviews a change.

A line with a note is taken for explained, and nothing is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from dtcompare.model.figure import UNRANKED_STATUSES, UNSTATED_WORD, Figure, Interval, Line, Target
from dtcompare.model.indicator import Indicator
from dtcompare.model.source import Source
from dtcompare.reading.nodes import Place, Scalar
from dtcompare.reading.report import Report
from dtcompare.text import fold

__all__ = ["check_moved", "check_pages", "check_reached", "said"]

_RISE, _FALL = 8, 4  # times; a slip of the decimal mark makes ten
_LONGEST = 3 * 366  # days between two figures that are held against each other
_TITLE = 20  # letters; shorter titles ("Digital transformation") are borne by many pages
_ADDRESS = re.compile(r"https?://(?:(?:www|m|amp)\.)?|[?&#](?:utm_|fbclid|gclid).*|#.*|/(?=$|[?#])")


def check_moved(
    indicator: Indicator, lines: Sequence[Figure], columns: Mapping[int, int], report: Report
) -> None:
    """Warn of a figure many times as large, or as small, as the one before it."""
    series: dict[Hashable, list[Figure]] = {}
    for line in lines:
        counted = line.reject is None and line.status not in UNRANKED_STATUSES
        if counted and line.amount is not None and line.period.stated:
            series.setdefault((line.basis, line.method, line.scope), []).append(line)
    for figures in series.values():
        figures.sort(key=lambda line: (line.period.end, line.period.start))
        spans = [_interval(line, indicator) for line in figures]
        for (before, one), (after, other) in pairwise(zip(figures, spans, strict=True)):
            moved = _leapt(indicator, one, other) and _comparable(indicator, before, after)
            if moved and after.note is None:
                report.add(
                    Place(after.row, columns.get(after.row, 1)),
                    "moved",
                    level="warning",
                    id=indicator.id,
                    said=said(before),
                    when=before.period.text,
                    also=said(after),
                    then=after.period.text,
                )


def _comparable(indicator: Indicator, before: Figure, after: Figure) -> bool:
    """Whether two figures are near in time, on one side of a break, and no shares of one."""
    day, last = before.period.end, after.period.end
    if (last - day).days > _LONGEST or indicator.era(day) != indicator.era(last):
        return False
    # What looks like a share of one is told elsewhere.
    return indicator.unit.maximum != 100 or min(before.number, after.number) >= 1


def _leapt(indicator: Indicator, one: Interval, other: Interval) -> bool:
    """Whether a slip is likelier than such a change; falls of what only grows are told apart."""
    if _times(one.low, other.high, _FALL):
        return not (indicator.unit.extensive and indicator.better == "higher")
    return _times(other.low, one.high, _RISE)


def _times(large: Decimal | None, small: Decimal | None, times: int) -> bool:
    """Whether one end is so many times the other; never where one is missing or nothing."""
    return large is not None and small is not None and small > 0 and large >= small * times


def check_reached(
    indicator: Indicator,
    lines: tuple[Iterable[Figure], Iterable[Target]],
    sources: Mapping[str, Source | None],
    columns: Mapping[int, int],
    report: Report,
) -> None:
    """Warn of a target that asks for less than was reached before its page came out."""
    figures = [
        figure
        for figure in lines[0]
        if figure.reject is None
        and figure.status not in UNRANKED_STATUSES
        and figure.amount is not None
        and figure.period.stated
    ]
    for target in lines[1]:
        source = sources.get(target.source.rpartition("/")[2])
        published = source.published if source is not None else None
        if published is None or target.amount is None or target.reject or target.note:
            continue
        known = [f for f in figures if f.period.end < published.start and _alike(f, target)]
        latest = max(known, key=lambda figure: figure.period.recency, default=None)
        if latest is not None and _beyond(latest, target, indicator):
            report.add(
                Place(target.row, columns.get(target.row, 1)),
                "looser-target",
                level="warning",
                id=indicator.id,
                aim=said(target),
                by=target.by.text,
                said=said(latest),
                when=latest.period.text,
                line=latest.row,
            )


def _alike(figure: Figure, target: Target) -> bool:
    """Whether the figure is on the target's footing, all of it stated."""
    if figure.basis != target.basis or figure.basis == UNSTATED_WORD:
        return False
    free = target.method in (None, UNSTATED_WORD)
    return figure.scope == target.scope and (free or figure.method == target.method)


def _beyond(figure: Figure, target: Target, indicator: Indicator) -> bool:
    """Whether all that the figure may stand for is better than what the target asks for."""
    reached = _interval(figure, indicator)
    assert target.amount is not None
    upward = target.word in ("over", "at_least") or indicator.better == "higher"
    if target.word == "at_most" or not upward:
        return (
            indicator.better == "lower"
            and reached.high is not None
            and (reached.high < target.number)
        )
    most = target.amount.upper if target.amount.upper is not None else target.number
    return indicator.better == "higher" and reached.low is not None and reached.low > most


def _interval(line: Line, indicator: Indicator) -> Interval:
    assert line.amount is not None
    return line.amount.interval(indicator.unit.minimum, indicator.unit.maximum)


def said(line: Line) -> str:
    """The amount of a line as typed, "value" left out."""
    assert line.amount is not None
    upper = "" if line.amount.upper is None else f"-{line.amount.upper:f}"
    word = "" if line.word == "value" else f"{line.word} "
    return f"{word}{line.number:f}{upper}"


def check_pages(
    own: Mapping[str, Source | None],
    shared: Mapping[str, Source | None],
    places: Mapping[str, Scalar],
    report: Report,
) -> None:
    """Warn of what looks like one page under two addresses.

    That are addresses which differ in www., m., a closing slash or a trail of advertising alone,
    and a long title that two pages of one day or month bear.
    """
    seen: dict[str, tuple[str, str]] = {}
    for id, source in {**shared, **own}.items():
        if source is None:
            continue
        title = fold(source.title)
        marks = [f"url {_ADDRESS.sub('', source.url)}"]
        if len(title) >= _TITLE and source.published is not None:
            marks.append(f"title {title} {source.published.text}")
        for mark in marks:
            other, url = seen.setdefault(mark, (id, source.url))
            if url != source.url and id in places:
                facts = {"id": id, "other": other}
                report.add(places[id], "same-page", level="warning", **facts)
                break
