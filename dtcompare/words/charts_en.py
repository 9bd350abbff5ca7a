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
    "chart.rank.title.first": "{indicator}: {name} is first of {n} {units} with {figure}",
    "chart.rank.title.season": (
        "{indicator}: {name} is first of {n} {units} with {figure} in {season}"
    ),
    "chart.rank.title.open": (
        "{indicator}: {name} comes first of {n} {units} with {figure}, though not surely"
    ),
    "chart.rank.title.shared": "{indicator}: {name} share first place among {n} {units}",
    "chart.rank.title.place": "{indicator} {period}: {name} is first of {of} {units}",
    "chart.rank.title.found": "{indicator} {period}: {n} of {of} places found",
    "chart.rank.title.unranked": "{indicator}: no ranking possible",
    "chart.rank.title.list": "{indicator}: all figures, none ranked",
    "chart.rank.title.empty": "{indicator}: no figure found",
    "chart.rank.per.people": "per 100,000 people",
    "chart.rank.per.area": "per 100 km²",
    "chart.rank.of-basis": "{symbol} of {basis}",
    "chart.rank.unlike": "{symbol} of what, or counted how, stands on each bar",
    "chart.rank.score-and-place": "Score and place as published",
    "chart.rank.own-target": "Own target",
    "chart.rank.no-score": "score not found",
    "chart.rank.count": "{label} ({n})",
    "chart.rank.counted": "Not drawn: {labels}",
    "chart.rank.more": "{n} figures, not drawn",
    "chart.rank.note.range": (
        "Places joined by a dash: the true place lies between them, as a figure is given as about, "
        "over, nearly or a range."
    ),
    "chart.rank.note.extensive": "Larger {units} have more of it.",
    "chart.rank.note.apart": "Groups are ranked apart; no place compares across them.",
    "chart.rank.note.unlike": "None of these figures is ahead of another.",
    "chart.rank.note.edition": "Places as published, among the {of} {units} of {period}.",
    "chart.rank.alt": "Bar chart, one bar a {unit}. {measure}. {rows} {lists}",
    "chart.rank.alt.row": "{place} {name} {figure}",
    "chart.rank.alt.unranked": "Bars without order of rank. {measure}. {rows} {lists}",
    # Gaps
    "chart.gap": "gap",
    # Scorecards
    "chart.scorecard": "scorecard",
    # Profile of a province
    "chart.show": "profile",
    # Side by side
    "chart.compare": "side by side",
    # Change
    "chart.trend.title.up": "{indicator}: {name} rose from {first} in {start} to {last} in {end}",
    "chart.trend.title.down": "{indicator}: {name} fell from {first} in {start} to {last} in {end}",
    "chart.trend.title.same": "{indicator}: {name} at {last} in {start} and in {end}",
    "chart.trend.title.open": "{indicator}: {name} at {first} in {start}, {last} in {end}",
    "chart.trend.title.ahead": (
        "{indicator}: {name} moved up from place {first} in {start} to {last} in {end}"
    ),
    "chart.trend.title.back": (
        "{indicator}: {name} slipped from place {first} in {start} to {last} in {end}"
    ),
    "chart.trend.title.kept": "{indicator}: {name} in place {last} in {start} and in {end}",
    "chart.trend.title.parts": "{indicator}: {parts}",
    "chart.trend.title.most.ahead": "{names} moved up {size}",
    "chart.trend.title.most.back": "{names} slipped {size}",
    "chart.trend.title.kept-all": "{indicator}: all {n} {units} kept their place",
    "chart.trend.title.same-in": "unchanged in {names}",
    "chart.trend.title.same-all": "unchanged in all {n} {units}",
    "chart.trend.title.still": "{indicator}: no sure change of place in {n} {units}",
    "chart.trend.title.up-in": "up in {names}",
    "chart.trend.title.down-in": "down in {names}",
    "chart.trend.title.open-in": "no sure change in {names}",
    "chart.trend.title.up-all": "up in all {n} {units} with two figures that compare",
    "chart.trend.title.down-all": "down in all {n} {units} with two figures that compare",
    "chart.trend.title.open-all": "no sure change in any of {n} {units}",
    "chart.trend.title.up-some": "up in {n} of {of} {units}",
    "chart.trend.title.down-some": "down in {n} of {of} {units}",
    "chart.trend.title.single": "{indicator}: one figure for {name}, {figure} ({period})",
    "chart.trend.title.apart": "{indicator}: no change can be told for {names}",
    "chart.trend.title.target": "{indicator}: {names} with a target, without a figure",
    "chart.trend.title.none": "{indicator}: no figure found for {names}",
    "chart.trend.title.none.everywhere": "{indicator}: no {unit} has two figures that compare",
    "chart.trend.places": "places among {of} {units}",
    "chart.trend.places-only": "places as published",
    "chart.trend.scores": "scores as published",
    "chart.trend.both": "places and scores as published",
    "chart.trend.score": "score",
    "chart.trend.whole": "the whole {unit}",
    "chart.trend.lanes": "Figures that no other compares with",
    "chart.trend.lane-aim": "Target; {words}",
    "chart.trend.grey": "Grey: {n} other {units}.",
    "chart.trend.grey.one": "Grey: one other {unit}.",
    "chart.trend.break": "new method {year}",
    "chart.trend.break.short": "{year}",
    "chart.trend.merger": "merger {date}",
    "chart.trend.aim": "target {value} by {by}",
    "chart.trend.aim.of": "{name}: {target}",
    "chart.trend.key.about": "about (≈) or a range",
    "chart.trend.key.over": "may be more (>, ≥)",
    "chart.trend.key.under": "may be less (<, ≤)",
    "chart.trend.key.top": "somewhere in the top n",
    "chart.trend.note.footings": (
        "A change is told only between figures of one basis and one method."
    ),
    "chart.trend.note.editions": (
        "Places compare only among the same number of {units}, and never with scores."
    ),
    "chart.trend.note.break": "The method changed in {years}; no line crosses a change.",
    "chart.trend.note.merger": (
        "Former {units} end with the merger of {days}; their figures are not those of today's."
    ),
    "chart.trend.note.dashed": "Dashed: no figure for a year in between.",
    "chart.trend.note.best": (
        "In colour: the two best and the two weakest changes a year on each footing."
    ),
    "chart.trend.note.size": (
        "In colour: the two largest and the two smallest changes a year on each footing."
    ),
    "chart.trend.note.first": "In colour: the first five named; the others are grey.",
    "chart.trend.nothing": "No figure and no target found.",
    "chart.trend.nothing.everywhere": "{n} {units} have figures, but no two that compare.",
    "chart.trend.nothing.everywhere.one": "One {unit} has figures, but no two that compare.",
    "chart.trend.nothing.everywhere.zero": "No figure found.",
    "chart.trend.alt": "Line chart over time. {title}. {measure} {rows}.",
    "chart.trend.alt.lanes": "Single figures along a line of time. {title}. {measure} {rows}.",
    "chart.trend.alt.row": "{name}: {figures}",
    "chart.trend.alt.figure": "{figure} in {period}",
    "chart.trend.alt.aim": "{name}: target {target} by {by}",
    "chart.trend.alt.more": "{n} more lines",
    "chart.trend.alt.more.one": "1 more line",
    # Places over time
    "chart.bump.title.none": "{indicator}: no place found",
    "chart.bump.nothing": "No published place found.",
    "chart.bump.rank-of": "rank of {of}",
    "chart.bump.note.below": "Places below {place} of {of} are not shown.",
    "chart.bump.alt": "Places over time, one line a {unit}. {title}. {measure} {rows}. {lists}",
    # Composite score
    "chart.score": "score",
    # Tile map
    "chart.map": "map",
    # Reports
    "chart.reporting": "reports",
    # All at once
    "chart.all": "all charts",
}
