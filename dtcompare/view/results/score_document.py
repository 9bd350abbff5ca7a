"""A composite index as JSON and as records, and replayed places as a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import TypeVar, cast

from dtcompare import __version__
from dtcompare.analysis.groups import Edition
from dtcompare.analysis.score import Member, Scored, Unplaced
from dtcompare.analysis.score_explained import Answer, Explanation, Part, Shift, Shifts
from dtcompare.analysis.uncertainty import SPREAD, RankSpread, Replay, ScoringMethod
from dtcompare.model.score import Leaf, ScoreGroup
from dtcompare.text import rounded
from dtcompare.view.documents import score
from dtcompare.view.figures import figure_document, flat
from dtcompare.view.files import save
from dtcompare.view.phrases import Phrases
from dtcompare.view.results.score_words import node_name, scored_sources, view_name
from dtcompare.view.sheet import Records
from dtcompare.view.structured import csv_text
from dtcompare.view.tables import records

Document = TypeVar("Document")

_DIGITS = 6  # of shares, probabilities and quantiles


def score_document(answer: Answer, phrases: Phrases) -> dict[str, object]:
    """Return the JSON object ``score/1``."""
    scored = answer.scored
    explanation, moved = answer.explanation, answer.shifts
    pairs = scored.draws.neighbours if scored.draws else ()
    return {
        "schema": "score/1",
        "as_of": scored.as_of,
        "filters": {
            "weights": dict(scored.options.weights) or None,
            "explain": explanation.province if explanation else None,
            "compare": moved.other.file.id if moved else None,
        },
        "index": {
            "id": scored.file.id,
            "name": scored.file.label.say(phrases.lang),
            "note": scored.file.note.say(phrases.lang) if scored.file.note else None,
        },
        "existing": scored.existing,
        "rows": [_row(row, scored, phrases) for row in scored.rows],
        "not_ranked": [_unplaced(entry, scored, phrases) for entry in scored.unplaced],
        "neighbours": [_filled(score.NeighboursDocument, pair) for pair in pairs],
        "method": _method(scored, phrases),
        "leave_one_out": [_filled(score.LeftOutDocument, left) for left in scored.left_out],
        "grid": _grid(scored),
        "replay": _replay(scored.replay) if scored.replay else None,
        "explain": _explanation(explanation, scored, phrases) if explanation else None,
        "compare": _shifts(moved, phrases) if moved else None,
        "sources": [key for row in scored.rows for key in scored_sources(scored, row.province)],
    }


def _filled(kind: type[Document], record: object, **own: object) -> Document:
    """Return a document with the keys of its type: ``own``, else the record's fields of that name.

    What was worked out, a float, goes without closing zeros.
    """
    keys = kind.__annotations__
    found = {key: own[key] if key in own else getattr(record, key) for key in keys}
    return cast("Document", {key: _plain(value) for key, value in found.items()})


def _plain(value: object) -> object:
    if isinstance(value, float):
        return _short(value)
    return list(value) if isinstance(value, tuple) else value


def _short(number: float) -> Decimal:
    """Return a share, a probability or a rank that was worked out, without closing zeros."""
    return rounded(Decimal(repr(number)), _DIGITS).normalize()


def _points(scores: Mapping[str, float], scored: Scored) -> dict[str, Decimal]:
    """Return scores of nodes or views to the decimals of the index."""
    decimals = scored.file.precision
    return {id: rounded(Decimal(repr(number)), decimals) for id, number in scores.items()}


def _row(row: Member, scored: Scored, phrases: Phrases) -> score.ScoreRowDocument:
    spread = scored.draws.spread[row.province] if scored.draws else None
    return _filled(
        score.ScoreRowDocument,
        row,
        name=phrases.province(row.province, scored.as_of),
        score_low=row.low,
        score_high=row.high,
        parts=_points(row.parts, scored),
        views=_points(row.views, scored),
        rank_median=spread.median if spread else None,
        rank_q5=spread.q5 if spread else None,
        rank_q95=spread.q95 if spread else None,
        p_top={str(k): _short(spread.p_top[k]) if spread else None for k in (3, 5, 10)},
    )


def _unplaced(entry: Unplaced, scored: Scored, phrases: Phrases) -> score.UnplacedDocument:
    name = phrases.province(entry.province, scored.as_of)
    return _filled(score.UnplacedDocument, entry, name=name)


def _method(scored: Scored, phrases: Phrases) -> score.MethodDocument:
    """Return everything that is needed to work it out again."""
    file = scored.file
    return _filled(
        score.MethodDocument,
        file,
        sha256=scored.digest,
        as_of=scored.as_of,
        period=file.period.text if file.period else None,
        gate={"overall": file.gate.overall, "group": file.gate.group},
        aggregate=file.tree.aggregate,
        floor=file.tree.floor,
        draws=scored.options.draws,
        seed=scored.options.seed,
        spread=SPREAD,
        version=__version__,
        numpy=scored.library,
        nodes=list(_nodes(file.tree, scored, phrases)),
        views=[
            {"view": id, "name": view_name(id, file, phrases), "of": list(ids)}
            for id, ids in file.views.items()
        ],
    )


def _nodes(group: ScoreGroup, scored: Scored, phrases: Phrases) -> Iterable[score.NodeDocument]:
    """Yield every node below a group, a group before what it holds."""
    for node in group.children:
        yield {
            "node": node.id,
            "parent": group.id or None,
            "name": node_name(node.id, scored.file, phrases),
            "weight": node.weight,
            "share": _short(scored.shares[node.id]),
            "aggregate": node.aggregate if isinstance(node, ScoreGroup) else None,
            "floor": node.floor if isinstance(node, ScoreGroup) else None,
            **(_NO_SCALE if isinstance(node, ScoreGroup) else _scale(node, scored)),
        }
        if isinstance(node, ScoreGroup):
            yield from _nodes(node, scored, phrases)


_NO_SCALE = cast("score.ScaleDocument", dict.fromkeys(score.ScaleDocument.__annotations__))


def _scale(leaf: Leaf, scored: Scored) -> score.ScaleDocument:
    """Return the scale, footing and figures of an indicator."""
    scale, column = leaf.scale, scored.columns[leaf.id]
    edition = column.when if isinstance(column.when, Edition) else None
    season = None if isinstance(column.when, Edition) else column.when
    ends = (None, None) if scale.kind == "zscore" else scale.to
    return _filled(
        score.ScaleDocument,
        leaf,
        scale=scale.kind,
        scale_low=scale.low,
        scale_high=scale.high,
        log=scale.log,
        to_low=ends[0],
        to_high=ends[1],
        relative=scale.relative,
        better=scored.better[leaf.id],
        figures=len(column.observations),
        season_start=season.start if season else None,
        season_end=season.end if season else None,
        edition_period=edition.period if edition else None,
        edition_of=edition.of if edition else None,
    )


def _grid(scored: Scored) -> score.GridDocument:
    possible = [method for method in scored.grid if not method.impossible]
    return {
        "methods": [_filled(score.GridMethodDocument, method) for method in scored.grid],
        "rows": [_reach(row.province, possible) for row in scored.rows if possible],
    }


def _reach(province: str, methods: Sequence[ScoringMethod]) -> score.GridRowDocument:
    """Return the best and the worst place of a province over the methods, and what gives them."""
    best = min(methods, key=lambda method: method.ranks[province])
    worst = max(methods, key=lambda method: method.ranks[province])
    return {
        "province": province,
        "best": best.ranks[province],
        "best_by": _filled(score.ChoiceDocument, best),
        "worst": worst.ranks[province],
        "worst_by": _filled(score.ChoiceDocument, worst),
    }


def _replay(replay: Replay) -> score.ReplayDocument:
    columns = zip(*replay.ranks, strict=True)
    return {
        "sets": len(replay.ranks),
        "rows": [{"province": id, **_spread(replay.spread[id])} for id in replay.provinces],
        "ranks": {id: list(ranks) for id, ranks in zip(replay.provinces, columns, strict=True)},
    }


def _spread(spread: RankSpread) -> score.RankSpreadDocument:
    return {
        "rank_mean": _short(spread.mean),
        "rank_median": _short(spread.median),
        "rank_q5": _short(spread.q5),
        "rank_q95": _short(spread.q95),
    }


def _explanation(found: Explanation, scored: Scored, phrases: Phrases) -> score.ExplanationDocument:
    return _filled(
        score.ExplanationDocument,
        found,
        name=phrases.province(found.province, scored.as_of),
        rank=found.member.rank if found.member else None,
        score=found.member.score if found.member else None,
        ahead=found.ahead.province if found.ahead else None,
        ahead_score=found.ahead.score if found.ahead else None,
        parts=[_part(part, phrases) for part in found.parts],
        strengths=[part.indicator for part in found.strengths],
        weaknesses=[part.indicator for part in found.weaknesses],
    )


def _part(part: Part, phrases: Phrases) -> score.PartDocument:
    indicator, figure = phrases.dataset.indicator(part.indicator), None
    if part.observation is not None:
        figure = figure_document(part.observation, indicator, phrases)
    return _filled(
        score.PartDocument,
        part,
        name=indicator.name.say(phrases.lang),
        figure=figure,
        score=part.value,
        above_mean=part.above,
    )


def _shifts(found: Shifts, phrases: Phrases) -> score.ShiftsDocument:
    return _filled(
        score.ShiftsDocument,
        found,
        id=found.other.file.id,
        name=found.other.file.label.say(phrases.lang),
        as_of=found.other.as_of,
        rank_of=len(found.other.rows),
        comparable=found.alike,
        rows=[_shift(shift, phrases) for shift in found.rows],
    )


def _shift(shift: Shift, phrases: Phrases) -> score.ShiftDocument:
    causes = [_filled(score.CauseDocument, cause) for cause in shift.causes]
    return _filled(score.ShiftDocument, shift, name=phrases.province(shift.province), causes=causes)


# Records

_COLUMNS = (
    "rank rank_of province name reason score score_low score_high coverage rank_median rank_q5"
    " rank_q95 p_top_3 p_top_5 p_top_10 group missing inexact"
)
_PART_COLUMNS = (
    "indicator name figure_word figure_value figure_low figure_high figure_text figure_period"
    " figure_basis figure_method figure_scope figure_status figure_recast figure_remarks"
    " figure_note figure_source figure_sources score share own_share points lost above_mean"
    " need need_figure"
)


def score_records(answer: Answer, phrases: Phrases) -> Records:
    """Return a record a province; of --explain an indicator, of --compare a shift, else a node."""
    scored = answer.scored
    if answer.card:
        rows = [flat(node) for node in _nodes(scored.file.tree, scored, phrases)]
    elif answer.explanation is not None:
        parts = [_part(part, phrases) for part in answer.explanation.parts]
        return records(_PART_COLUMNS, parts)
    elif answer.shifts is not None:
        rows = [_shift_record(_shift(shift, phrases)) for shift in answer.shifts.rows]
    else:
        nodes = [f"parts_{node.id}" for node in scored.file.tree.nodes()]
        columns = [_COLUMNS, *nodes, *(f"views_{id}" for id in scored.file.views)]
        placed = [_row(row, scored, phrases) for row in scored.rows]
        unplaced = [_unplaced(entry, scored, phrases) for entry in scored.unplaced]
        return records(" ".join(columns), [*placed, *unplaced])
    names = dict.fromkeys(chain.from_iterable(rows))
    return Records(tuple(names), rows)


def _shift_record(shift: score.ShiftDocument) -> dict[str, object]:
    """Return a shift with its causes as numbered keys."""
    result = {key: value for key, value in shift.items() if key != "causes"}
    for place, cause in enumerate(shift["causes"], 1):
        result |= {f"cause_{place}": cause["indicator"], f"cause_{place}_points": cause["points"]}
    return result


def save_ranks(replay: Replay, path: Path) -> None:
    """Write the places under every weight set: a column per province id, a row per set."""
    rows = [dict(zip(replay.provinces, ranks, strict=True)) for ranks in replay.ranks]
    save(path, csv_text(Records(replay.provinces, rows)))
