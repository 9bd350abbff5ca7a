"""What may be true and deserves a second look: warnings for whoever reviews a change.

A line with a note is taken for explained, and nothing is said of how far its figure moved.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL, UNRANKED_STATUSES, Figure, Target
from dtcompare.model.indicator import Indicator
from dtcompare.model.problem import Problem
from dtcompare.reading.consistency import LineNotes, amount_text, time_of
from dtcompare.reading.problems import ProblemList
from dtcompare.reading.sources import SourceList
from dtcompare.text import fold

OVERDUE = "overdue"

_RISE, _FALL = 8, 4  # times; a slip of the decimal mark makes ten
_LONGEST = 3 * 366  # days between two figures that are held against each other
_TITLE = 20  # letters; shorter titles ("Digital transformation") are borne by many pages
_TWO_YEARS = re.compile(r"[0-9]{4}/[0-9]{4}~?")
_ADDRESS = re.compile(r"https?://(?:(?:www|m|amp)\.)?|[?&#](?:utm_|fbclid|gclid).*|#.*|/(?=$|[?#])")


def check_lines(
    figures: Sequence[Figure],
    targets: Sequence[Target],
    sources: SourceList,
    notes: LineNotes,
) -> None:
    """Warn of what the lines of one indicator say that may be a slip."""
    _check_order(figures, notes)
    _check_order(targets, notes)
    _check_years(figures, notes)
    counted = [figure for figure in figures if _counts(figure)]
    _check_changes(counted, notes)
    for target in targets:
        _check_reached(target, counted, sources, notes)


def _counts(figure: Figure) -> bool:
    """Return whether a figure is a number of a time, and meant to be compared."""
    valid = figure.reject is None and figure.status not in UNRANKED_STATUSES
    return valid and figure.amount is not None and figure.period.stated


def _check_order(lines: Iterable[Figure | Target], notes: LineNotes) -> None:
    """Warn, once, of a line that is older than the one before it."""
    stated = ((line, time_of(line)) for line in lines if time_of(line).stated)
    for (_, before), (line, period) in pairwise(stated):
        if period.start < before.start and period.end < before.end:
            notes.tell(line, "order", level="warning")
            return


def _check_years(figures: Iterable[Figure], notes: LineNotes) -> None:
    """Warn of 2023/2024, which is two whole years and often meant for a school year."""
    for figure in figures:
        period = figure.period
        years = _TWO_YEARS.fullmatch(period.text)
        if years and figure.note is None and period.end.year == period.start.year + 1:
            notes.tell(figure, "two-years", level="warning", period=period.text)


# --- figures and those before them


def _check_changes(figures: Iterable[Figure], notes: LineNotes) -> None:
    """Warn of what only grows and has fallen, and of a figure many times the one before it."""
    for before, after in _neighbours(figures):
        if notes.indicator.era(before.period.end) != notes.indicator.era(after.period.end):
            continue
        if _falls(before, after, notes):
            _tell_change("falls", before, after, notes)
        if after.note is None and _leaps(before, after, notes):
            _tell_change("moved", before, after, notes)


def _neighbours(figures: Iterable[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield each two figures of one series that follow one another in time."""
    series: dict[Hashable, list[Figure]] = {}
    for figure in figures:
        series.setdefault((figure.basis, figure.method, figure.scope), []).append(figure)
    for line in series.values():
        line.sort(key=lambda figure: (figure.period.end, figure.period.start))
        yield from pairwise(line)


def _only_grows(indicator: Indicator) -> bool:
    """Return whether a fall of the indicator is most often a slip."""
    return indicator.unit.extensive and indicator.better == "higher"


def _falls(before: Figure, after: Figure, notes: LineNotes) -> bool:
    """Return whether the whole of the later figure lies below the earlier one."""
    if not _only_grows(notes.indicator) or before.period.end >= after.period.start:
        return False
    return notes.interval(after).high_key < notes.interval(before).low_key


def _leaps(before: Figure, after: Figure, notes: LineNotes) -> bool:
    """Return whether a slip is likelier than such a change of two figures near in time."""
    if (after.period.end - before.period.end).days > _LONGEST:
        return False
    if notes.indicator.unit.maximum == 100 and min(before.number, after.number) < 1:
        return False  # what looks like a share of one is told elsewhere
    one, other = notes.interval(before), notes.interval(after)
    if _is_times(one.low, other.high, _FALL):
        return not _only_grows(notes.indicator)
    return _is_times(other.low, one.high, _RISE)


def _is_times(large: Decimal | None, small: Decimal | None, times: int) -> bool:
    """Return whether one end is so many times the other; never where one is None or 0."""
    return large is not None and small is not None and small > 0 and large >= small * times


def _tell_change(code: str, before: Figure, after: Figure, notes: LineNotes) -> None:
    """Warn of a figure by what was said before it."""
    facts = {"said": amount_text(before), "when": before.period.text}
    facts |= {"also": amount_text(after), "then": after.period.text}
    notes.tell(after, code, level="warning", **facts)


# --- targets that were reached before they were set


def _check_reached(
    target: Target, figures: Iterable[Figure], sources: SourceList, notes: LineNotes
) -> None:
    """Warn of a target that asks for less than was reached before its page came out."""
    source = sources.find(target.source.rpartition("/")[2])
    published = None if source is None else source.published
    if published is None or target.amount is None or target.reject or target.note:
        return
    alike = [f for f in figures if f.scope == target.scope and target.admits(f)]
    known = [f for f in alike if f.period.end < published.start]
    latest = max(known, key=lambda figure: figure.period.recency, default=None)
    if latest is not None and _is_beyond(latest, target, notes):
        facts = {"aim": amount_text(target), "by": target.by.text}
        facts |= {"said": amount_text(latest), "when": latest.period.text}
        notes.tell(target, "looser-target", level="warning", line=latest.row, **facts)


def _is_beyond(figure: Figure, target: Target, notes: LineNotes) -> bool:
    """Return whether all that the figure may stand for is better than the target asks for."""
    reached, better = notes.interval(figure), notes.indicator.better
    assert target.amount is not None
    if better == "lower" and target.word not in ("over", "at_least"):
        return reached.high is not None and reached.high < target.number
    if better == "higher" and target.word != "at_most":
        most = target.number if target.amount.upper is None else target.amount.upper
        return reached.low is not None and reached.low > most
    return False


def check_pages(sources: SourceList, problems: ProblemList) -> None:
    """Warn of what looks like one page under two addresses.

    That are addresses which differ in www., m., a closing slash or a trail of advertising alone,
    and a long title that two pages of one day or month bear.
    """
    seen: dict[str, tuple[str, str]] = {}
    for id, source in {**sources.shared, **sources.own}.items():
        if source is None:
            continue
        published = "" if source.published is None else source.published.text
        for mark in _page_marks(source.url, source.title, published):
            other, url = seen.setdefault(mark, (id, source.url))
            if url != source.url and id in sources.places:
                problems.add(sources.places[id], "same-page", level="warning", id=id, other=other)
                break


@lru_cache(maxsize=1 << 12)  # the shared sources are held against those of every file
def _page_marks(url: str, title: str, published: str) -> tuple[str, ...]:
    """Return what two addresses of one page have in common; ``published`` may be ""."""
    address, folded = f"url {_ADDRESS.sub('', url)}", fold(title)
    if len(folded) >= _TITLE and published:
        return (address, f"title {folded} {published}")
    return (address,)


def overdue(dataset: Dataset, today: date) -> tuple[Problem, ...]:
    """Return a warning for each target whose day has passed with no figure since, by place.

    They are told when asked for, as time alone brings them, and never make a data set wrong.
    """
    found = []
    for indicator, lines in dataset.all_lines():
        newest: dict[str, date] = {}
        for figure in lines.figures:
            if figure.period.stated and figure.reject is None:
                last = max(figure.period.end, newest.get(figure.province, date.min))
                newest[figure.province] = last
        for target in lines.targets:
            day = target.by.end
            gone = target.province != NATIONAL and dataset.province(target.province).ended(today)
            silent = newest.get(target.province, date.min) < day < today
            if silent and target.reject is None and not gone:
                facts = {"id": indicator.id, "by": target.by.text}
                place = (target.file, target.row, 1)
                found.append(Problem(*place, OVERDUE, OVERDUE, facts, "warning"))
    return tuple(sorted(found, key=lambda problem: problem.order))
