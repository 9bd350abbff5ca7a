"""English: every word and sentence that charts alone say, by key."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS = {
    # The page
    "chart.tag": "dtcompare · data {release} · {as_of}",
    "chart.tag.no-release": "dtcompare · {as_of}",
    "chart.note": "Note: {text}",
    "chart.source": "Source: {text}",
    "chart.source.none": "none, as no figure is shown",
    "chart.source.more": "and {n} more pages",
    "chart.source.more.one": "and 1 more page",
    "chart.hidden": "places {first} to {last} not shown",
    "chart.hidden.one": "place {first} not shown",
    "chart.rows-hidden": "{n} rows not shown",
    "chart.rows-hidden.one": "1 row not shown",
    "chart.names": "{label}: {names}",
    # Values
    "chart.value.value": "{number}",
    "chart.value.about": "≈ {number}",
    "chart.value.over": "> {number}",
    "chart.value.nearly": "< {number}",
    "chart.value.at_least": "≥ {number}",
    "chart.value.at_most": "≤ {number}",
    "chart.value.between": "{number}–{upper}",
    "chart.value.rank": "{number}",
    "chart.value.top": "top {number}",
    "chart.by": "{value} by {by}",
    "chart.every": "{value} every year",
    # Keys
    "chart.key.exact": "reported figure",
    "chart.key.reached": "own target reached",
    "chart.key.about": "about (≈) or a range",
    "chart.key.over": "at least (>, ≥)",
    "chart.key.under": "at most (<, ≤)",
    "chart.key.target": "own target",
    "chart.key.other": "not ranked, the reason on the bar",
    "chart.key.place": "place as published",
    # Rankings
    "chart.rank.subtitle": "{parts}.",
    "chart.rank.title.first": "{indicator}: {name} is first of {n} {units} with {figure}",
    "chart.rank.title.season": (
        "{indicator}: {name} is first of {n} {units} with {figure} in {season}"
    ),
    "chart.rank.title.open": (
        "{indicator}: {name} comes first of {n} {units} with {figure}, though not surely"
    ),
    "chart.rank.title.shared": "{indicator}: {names} share first place among {n} {units}",
    "chart.rank.title.place": "{indicator} {period}: {name} is first of {of} {units}",
    "chart.rank.title.found": "{indicator} {period}: {n} of {of} places found",
    "chart.rank.title.unranked": "{indicator}: no ranking possible",
    "chart.rank.title.list": "{indicator}: all figures, none ranked",
    "chart.rank.title.empty": "{indicator}: no figure found",
    "chart.rank.per.people": "per 100,000 people",
    "chart.rank.per.area": "per 100 km²",
    "chart.rank.of-basis": "{symbol} of {basis}",
    "chart.rank.unlike": "{symbol} of what, or counted how, stands on each bar",
    "chart.rank.own-target": "Own target",
    "chart.rank.country-target": "{name}: target {value} by {by}",
    "chart.rank.places-axis": "place of {of}",
    "chart.rank.no-score": "score not found",
    "chart.rank.more": "{n} figures, not drawn",
    "chart.rank.note.range": (
        "Places joined by a dash: the true place lies between them, as a figure is given as about, "
        "over, nearly or a range."
    ),
    "chart.rank.note.extensive": "Larger {units} have more of it.",
    "chart.rank.note.apart": "Groups are ranked apart; no place compares across them.",
    "chart.rank.note.unlike": "None of these figures is ahead of another.",
    "chart.rank.note.edition": "Places as published, among the {of} {units} of {period}.",
    "chart.rank.alt": "Bar chart, one bar a {unit}. {title}. {measure}. {rows} {lists}",
    "chart.rank.alt.row": "{place} {name} {figure}",
    "chart.rank.alt.unranked": "Bars without order of rank. {title}. {measure}. {rows} {lists}",
    # Gaps
    "chart.gap": "gap",
    # Scorecards
    "chart.scorecard": "scorecard",
    # Profile of a province
    "chart.show": "profile",
    # Side by side
    "chart.compare": "side by side",
    # Change
    "chart.trend": "change",
    # Places over time
    "chart.bump": "places over time",
    # Composite score
    "chart.score.title": "{index}: {lead}",
    "chart.score.title.alone": "{index}: {name} alone can be scored, with {score}",
    "chart.score.title.firm": "{index}: {lead}, and {n} of {total} places are firm",
    "chart.score.title.firm.one": "{index}: {lead}, and 1 of {total} places is firm",
    "chart.score.title.firm.zero": "{index}: {lead}, but none of the {total} places is firm",
    "chart.score.title.all-firm": "{index}: {lead}, and all {total} places are firm",
    "chart.score.title.empty": "{index}: no {unit} can be ranked",
    "chart.score.lead": "{name} is first with {score}",
    "chart.score.lead.shared": "{name} share first place with {score}",
    "chart.score.lead.many": "{n} {units} share first place with {score}",
    "chart.score.measure": "Score in points, {least} to {most}.",
    "chart.score.measure.zscore": "Score in standard deviations from the mean.",
    "chart.score.subtitle": "{measure} {ranked}",
    "chart.score.column.score": "Score",
    "chart.score.column.gaps": "If no figure\nwere missing",
    "chart.score.column.place": "Place, and its range under other weights",
    "chart.score.column.place.short": "Place under other weights",
    "chart.score.part": "{name} {points}",
    "chart.score.ends": "{low}–{high}",
    "chart.score.note.draws": (
        "Whiskers span nine in ten of the places in {n} draws, each weight changed at random by up "
        "to a quarter (seed {seed}); a place is firm where that is one place. It tells how much "
        "the order hangs on the weights, not how likely it is right."
    ),
    "chart.score.note.product": (
        "The score is a weighted product: its parts do not add up and are not drawn."
    ),
    "chart.score.note.zscore": (
        "The parts lie on both sides of the mean and are not drawn one on the other."
    ),
    "chart.score.note.many": "The score has {n} parts, too many to draw one on the other.",
    "chart.score.note.left-out": "One indicator less: {text}.",
    "chart.score.note.left-out.none": "No place changes without any one of the {n} indicators.",
    "chart.score.note.grid": (
        "Other methods: under {n} ways to work it out {province} moves most, from place "
        "{best} to place {worst}."
    ),
    "chart.score.note.grid.none": "Other methods: under {n} ways to work it out no place changes.",
    "chart.score.reason.gap": "A figure is missing ({n})",
    "chart.score.reason.coverage": "Too much is missing ({n})",
    "chart.score.reason.group_coverage": "Too much of one group is missing ({n})",
    "chart.score.unplaced": "{province} (lacks {missing})",
    "chart.score.count": "{n} {units}, named in the table",
    "chart.score.count.one": "1 {unit}, named in the table",
    "chart.score.alt": (
        "Bar chart of a composite score, one bar a {unit}, stacked from its parts, with the range "
        "of its place under other weights. {title}. {subtitle} {rows} {lists}"
    ),
    "chart.score.alt.whole": (
        "Bar chart of a composite score, one bar a {unit}. {title}. {subtitle} {rows} {lists}"
    ),
    "chart.score.alt.row": "{place} {name} {score}",
    "chart.score.alt.parts": "{row} ({parts})",
    "chart.score.alt.range": "{row}, place {low} to {high} in nine of ten draws",
    "chart.score.explain.title": "{index}: {name} is {place} with {score}",
    "chart.score.explain.title.ahead": (
        "{index}: {name} is {place} with {score}, {points} points behind {ahead}"
    ),
    "chart.score.explain.title.unplaced": "{name} has no place in the {index}: {reason}",
    "chart.score.explain.title.absent": "{index}: {name} does not exist on that day",
    "chart.score.explain.subtitle": (
        "What each indicator brings to the score, and what it leaves, in points."
    ),
    "chart.score.explain.order.need": "The cheapest way to the next place comes first.",
    "chart.score.explain.order.lost": "What leaves most comes first.",
    "chart.score.explain.unplaced": "The figures that there are, and those that are missing.",
    "chart.score.explain.points": "brings",
    "chart.score.explain.lost": "would bring more at its best",
    "chart.score.explain.mean": "mean of the {n} ranked {units}",
    "chart.score.explain.column.points": "Points",
    "chart.score.explain.column.above": "From\nthe mean",
    "chart.score.explain.column.need": "Next\nplace at",
    "chart.score.explain.none": "no figure found",
    "chart.score.explain.plus": "+{points}",
    "chart.score.explain.minus": "−{points}",
    "chart.score.explain.note.need": (
        "Next place at: the figure that alone would bring it, all else the same. An exact sum, not "
        "advice: what a figure costs to raise is not in the data."
    ),
    "chart.score.explain.alt": (
        "Bar chart of what makes one score, one bar an indicator. {title}. {subtitle} {rows} "
        "{lists}"
    ),
    "chart.score.explain.alt.row": "{name} {points} points",
    "chart.score.explain.alt.above": "{row}, {above} from the mean",
    "chart.score.explain.alt.need": "{row}, next place at {need}",
    "chart.score.compare.title": "{index}: {n} of {total} {units} change place, {name} most",
    "chart.score.compare.title.one": "{index}: 1 of {total} {units} changes place, {name}",
    "chart.score.compare.title.zero": "{index}: none of {total} {units} changes place",
    "chart.score.compare.title.unlike": (
        "{index}: {n} {units} are ranked in both, among different numbers"
    ),
    "chart.score.compare.title.unlike.one": (
        "{index}: 1 {unit} is ranked in both, among different numbers"
    ),
    "chart.score.compare.title.empty": "{index}: no {unit} has a place in both scores",
    "chart.score.compare.index": "{name} against {other}",
    "chart.score.compare.subtitle.place": "Place among the same {n} {units} in both scores.",
    "chart.score.compare.subtitle.score": (
        "Score in points. A place among {here} is another thing than one among {there}."
    ),
    "chart.score.compare.same": "{other} {name}",
    "chart.score.compare.weights": "with {weights}",
    "chart.score.compare.change": "Change",
    "chart.score.compare.place": "Place",
    "chart.score.compare.score": "Score",
    "chart.score.compare.note.common": (
        "The two scores have no indicator in common: the change is one of method as well."
    ),
    "chart.score.compare.alt": (
        "Dot chart of two composite scores, two dots a {unit}. {title}. {subtitle} {rows} {lists}"
    ),
    "chart.score.compare.alt.row": (
        "{name}: {old} with {old_score} in the one, {new} with {score} in the other"
    ),
    # Tile map
    "chart.map": "map",
    # Reports
    "chart.reporting": "reports",
    # All at once
    "chart.all": "all charts",
}
