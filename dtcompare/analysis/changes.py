"""What a change of the data does: lines and pages, places, verdicts, contradictions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from dtcompare.analysis.contradictions import (
    Contradiction,
    content_of,
    find_contradictions,
    time_of,
)
from dtcompare.analysis.gaps import Verdict, gaps
from dtcompare.analysis.groups import Group, RankedRow, Window
from dtcompare.analysis.observations import group_by
from dtcompare.analysis.ranking import rank
from dtcompare.analysis.renames import Rename, apply_renames, find_renames
from dtcompare.analysis.score_changes import Rescored, rescored
from dtcompare.analysis.word_changes import WordChange, word_changes
from dtcompare.model.dataset import Dataset, Lines
from dtcompare.model.figure import Line, Target

ChangeKind = Literal["added", "changed", "removed"]
Key = Callable[[Line], Hashable]


class LineChange(Struct, frozen=True):
    """A figure or target that is new (``old`` None), gone (``new`` None) or another than before."""

    old: Line | None
    new: Line | None

    @property
    def line(self) -> Line:
        """Return the line as it stands, else as it stood."""
        line = self.new or self.old
        assert line is not None
        return line

    @property
    def kind(self) -> ChangeKind:
        """added, changed or removed."""
        if self.old is None:
            return "added"
        return "removed" if self.new is None else "changed"


class SourceChange(Struct, frozen=True):
    """A page (FILE/ID) that is new, gone or described otherwise."""

    key: str
    kind: ChangeKind


class Move(Struct, frozen=True):
    """A province whose place in a ranking is another; None: it was, or is, not in it.

    ``old_row`` and ``new_row`` are its rows; ``of`` is how many were and are ranked, ``season`` the
    window of the ranking then and now: a later figure moves it on.
    """

    indicator: str
    province: str
    group: Group
    old_row: RankedRow | None
    new_row: RankedRow | None
    old_of: int | None
    new_of: int | None
    old_season: Window | None = None
    new_season: Window | None = None

    @property
    def old_rank(self) -> int | None:
        """Return the place it had."""
        return _rank(self.old_row)

    @property
    def new_rank(self) -> int | None:
        """Return the place it has."""
        return _rank(self.new_row)


class VerdictChange(Struct, frozen=True):
    """A target judged otherwise than before; None: there was, or is, no such target."""

    target: Target
    old: Verdict | None
    new: Verdict | None


class Changes(Struct, frozen=True):
    """The answer to ``diff``.

    ``ground`` has everything that either side names: what a reader of the changes looks things up
    in. ``unranked`` and ``ranked`` are the indicators that lost their ranking, or have one now.
    ``scores`` are the composite indices that shift; ``around`` tells whether the catalogue, the
    register or the description of the data set is another, ``words`` what in them, in pages and in
    indices is. ``renames`` are ids that became others: what has one is taken for the same.
    """

    as_of: date
    ground: Dataset
    lines: tuple[LineChange, ...]
    sources: tuple[SourceChange, ...]
    moves: tuple[Move, ...]
    verdicts: tuple[VerdictChange, ...]
    contradictions: tuple[Contradiction, ...]
    ranked: tuple[str, ...] = ()
    unranked: tuple[str, ...] = ()
    scores: tuple[Rescored, ...] = ()
    around: bool = False
    words: tuple[WordChange, ...] = ()
    renames: tuple[Rename, ...] = ()

    @property
    def empty(self) -> bool:
        """Tell whether nothing changed at all."""
        told = (self.lines, self.sources, self.scores, self.words, self.renames)
        return not (any(told) or self.around)


def changes(old: Dataset, new: Dataset, *, as_of: date, fixed: bool = False) -> Changes:
    """Return what is in ``new`` and was not in ``old``, and what it does, both seen on ``as_of``.

    Lines are the same wherever in the file they stand. Only indicators with another line or with a
    page described otherwise, or all where catalogue or register changed, are ranked and judged on
    both sides, and so are the indices they enter. These have a day of their own, which yields to
    ``as_of`` only if that is ``fixed``, asked for.
    """
    renames = find_renames(old, new)
    old = apply_renames(old, renames)
    ground = _ground(old, new)
    catalogue = ground.catalogue.indicators
    lines: list[LineChange] = []
    for id in catalogue:
        lines += _line_changes(old.lines_of(id), new.lines_of(id))
    pages = tuple(_source_changes(old, new))
    touched = {change.line.indicator for change in lines}
    touched |= set(_citing({page.key for page in pages}, old, new))
    if old.catalogue != new.catalogue or old.register != new.register:
        touched = set(catalogue)
    moves: list[Move] = []
    verdicts: list[VerdictChange] = []
    contradictions: list[Contradiction] = []
    ranked: dict[str, tuple[bool, bool]] = {}
    for id in (id for id in catalogue if id in touched):
        before, after = _ranked_groups(old, id, as_of), _ranked_groups(new, id, as_of)
        ranked[id] = (bool(before), bool(after))
        moves += _moves(id, before, after)
        verdicts += _verdicts(_assessed(old, id, as_of), _assessed(new, id, as_of))
        contradictions += find_contradictions(old, new, id)
    return Changes(
        as_of=as_of,
        ground=ground,
        lines=tuple(lines),
        sources=pages,
        moves=tuple(moves),
        verdicts=tuple(verdicts),
        contradictions=tuple(contradictions),
        ranked=tuple(id for id in ranked if ranked[id] == (False, True)),
        unranked=tuple(id for id in ranked if ranked[id] == (True, False)),
        scores=rescored(old, new, touched, as_of=as_of, fixed=fixed),
        around=_around(old) != _around(new),
        words=word_changes(old, new),
        renames=renames,
    )


def _around(dataset: Dataset) -> tuple[object, ...]:
    """Return what a data set holds beside lines, pages and indices."""
    return (dataset.about, dataset.catalogue, dataset.register, dataset.country)


def _citing(pages: AbstractSet[str], *datasets: Dataset) -> Iterable[str]:
    """Yield the indicators with a line from one of the pages: its date decides what counts."""
    for dataset in datasets if pages else ():
        for indicator, lines in dataset.all_lines():
            if any(line.source in pages for line in (*lines.figures, *lines.targets)):
                yield indicator.id


def _ground(old: Dataset, new: Dataset) -> Dataset:
    """Return the new data set with what only the old one names."""
    before, catalogue = old.catalogue, new.catalogue
    merged = replace(
        catalogue,
        bases={**before.bases, **catalogue.bases},
        methods={**before.methods, **catalogue.methods},
        indicators={**catalogue.indicators, **before.indicators, **catalogue.indicators},
    )
    provinces = {**old.register.provinces, **new.register.provinces}
    return replace(
        new,
        catalogue=merged,
        register=replace(new.register, provinces=provinces),
        sources={**old.sources, **new.sources},
    )


# --- lines

# Two lines are the same one changed when they share all of the first of these, else of the second,
# and so on: what speaks of the same thing and time, then from the same page, then anything near.
_ALIKE: Sequence[Key] = (
    lambda line: (_about(line), time_of(line), line.basis, line.method, line.source),
    lambda line: (_about(line), time_of(line), line.basis, line.method),
    lambda line: (_about(line), time_of(line), line.source),
    lambda line: (_about(line), time_of(line)),
    lambda line: (_about(line), line.source),
)


def _about(line: Line) -> Hashable:
    return (type(line), line.province, line.indicator, line.scope, line.amount is None)


def _line_changes(old: Lines, new: Lines) -> Iterable[LineChange]:
    """Yield the lines of one indicator that differ between both sides, in the new one's order."""
    gone = _beyond((*old.figures, *old.targets), (*new.figures, *new.targets))
    come = _beyond((*new.figures, *new.targets), (*old.figures, *old.targets))
    partner: dict[int, Line] = {}
    for key in _ALIKE:
        waiting = group_by(gone, key)
        for place, line in enumerate(come):
            if place not in partner and (candidates := waiting.get(key(line))):
                partner[place] = candidates.pop(0)
                gone.remove(partner[place])
    for place, line in enumerate(come):
        yield LineChange(partner.get(place), line)
    for line in gone:
        yield LineChange(line, None)


def _beyond(lines: Sequence[Line], others: Sequence[Line]) -> list[Line]:
    """Return the lines that are not among the others, each as often as it is more."""
    known = Counter(content_of(line) for line in others)
    left = []
    for line in lines:
        content = content_of(line)
        if known[content]:
            known[content] -= 1
        else:
            left.append(line)
    return left


def _source_changes(old: Dataset, new: Dataset) -> Iterable[SourceChange]:
    for key in dict.fromkeys((*new.sources, *old.sources)):
        if key not in old.sources:
            yield SourceChange(key, "added")
        elif key not in new.sources:
            yield SourceChange(key, "removed")
        elif old.sources[key] != new.sources[key]:
            yield SourceChange(key, "changed")


# --- places

_Groups = dict[tuple[Hashable, int], Group]  # 1: the newest of its kind, then 2, 3, ...


def _ranked_groups(dataset: Dataset, id: str, as_of: date) -> _Groups:
    """Return the ranked groups of an indicator, by what makes them the same one on both sides."""
    groups: _Groups = {}
    if id not in dataset.catalogue.indicators:
        return groups
    seen: Counter[Hashable] = Counter()
    for group in rank(dataset, id, as_of=as_of).groups:
        if group.ranked:
            key = (group.series_key, group.edition)
            seen[key] += 1  # the newest season is the first, the one before it the second
            groups[key, seen[key]] = group
    return groups


def _moves(id: str, old: _Groups, new: _Groups) -> Iterable[Move]:
    """Yield the provinces whose place in a ranking is not what it was, the one ahead first."""
    old, new = _without_kept(old, new), _without_kept(new, old)
    for key in dict.fromkeys((*new, *old)):
        before, after = _rows(old.get(key)), _rows(new.get(key))
        group = new.get(key) or old[key]
        old_of, new_of = len(before) or None, len(after) or None
        seasons = [side[key].season if key in side else None for side in (old, new)]
        for province in dict.fromkeys((*after, *before)):
            was, is_ = before.get(province), after.get(province)
            if _rank(was) != _rank(is_) or (was is None) != (is_ is None):
                yield Move(id, province, group, was, is_, old_of, new_of, *seasons)


def _without_kept(groups: _Groups, others: _Groups) -> _Groups:
    """Return the groups without older ones that are the same on the other side.

    A newer season makes the second of what was the first ranking: nobody moves in that.
    """
    known = [_standing(group) for group in others.values()]
    return {
        key: group for key, group in groups.items() if key[1] == 1 or _standing(group) not in known
    }


def _standing(group: Group) -> dict[str, tuple[int | None, Hashable]]:
    """Return who stands where in a ranking, and with what."""
    return {row.province: (_rank(row), content_of(row.observation.figure)) for row in group.rows}


def _rows(group: Group | None) -> dict[str, RankedRow]:
    return {row.province: row for row in group.rows} if group else {}


def _rank(row: RankedRow | None) -> int | None:
    """Return the place of a row: the published one, else the one worked out."""
    if row is None:
        return None
    if row.place is not None and row.place.figure.place is not None:
        return row.place.figure.place.number
    return row.rank_interval.rank if row.rank_interval else None


# --- targets


_Verdicts = dict[Hashable, tuple[Target, Verdict]]


def _verdicts(old: _Verdicts, new: _Verdicts) -> Iterable[VerdictChange]:
    """Yield the targets that are judged otherwise, new ones with their first verdict."""
    for key in dict.fromkeys((*new, *old)):
        target = (new.get(key) or old[key])[0]
        was = old[key][1] if key in old else None
        is_ = new[key][1] if key in new else None
        if was != is_:
            yield VerdictChange(target, was, is_)


def _assessed(dataset: Dataset, id: str, as_of: date) -> _Verdicts:
    """Return each target of an indicator with its verdict."""
    if id not in dataset.catalogue.indicators:
        return {}
    shown = {p.id for p in dataset.register.existing(as_of)}
    others = {target.province for target in dataset.lines_of(id).targets} - shown
    verdicts: _Verdicts = {}
    for province in (None, *sorted(others)):
        result = gaps(dataset, as_of=as_of, province=province, indicator=id, parts=True)
        for row in result.rows:
            target = row.assessment.target
            of = target.place.of if target.place else None
            aim = (target.number, of, target.by.end, target.every)  # what gaps take for one target
            key = (_about(target), target.basis, target.method, *aim)
            verdicts[key] = (target, row.assessment.verdict)
    return verdicts
