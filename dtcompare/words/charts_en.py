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
    "chart.trend": "change",
    # Places over time
    "chart.bump": "places over time",
    # Composite score
    "chart.score": "score",
    # Tile map
    "chart.map.title.span": "{indicator}: from {low} in {last} to {high} in {first}",
    "chart.map.title.between": "{indicator}: from {low} to {high} in {n} {units}",
    "chart.map.title.same": "{indicator}: {figure} in all of {n} {units}",
    "chart.map.places": "Place of {of}",
    "chart.map.place": "Published place among {of} {units}",
    "chart.map.unlike": "{symbol}; of what, or counted how, is told in the key",
    "chart.map.figures": "Figure",
    "chart.map.count": "{units}",
    "chart.map.key.silent": "no figure found",
    "chart.map.key.hidden": "not shown",
    "chart.map.apart": "compares with no other",
    "chart.map.no-place": "score, place not found",
    "chart.map.other-group": "ranked apart",
    "chart.map.other-season": "ranked apart: {season}",
    "chart.map.of-period": "figure of {period}",
    "chart.map.figures-list": "The figures: {figures}.",
    "chart.map.note.diagram": "A diagram, not a map of borders: one equal tile for each {unit}.",
    "chart.map.note.classes": "The classes hold about as many {units} each, by the printed number.",
    "chart.map.note.bare": "The tiles have no room for the figures; a wider page shows them.",
    "chart.map.note.signs": "{signs}.",
    "chart.map.sign.about": "≈ about",
    "chart.map.sign.over": "> over",
    "chart.map.sign.nearly": "< nearly",
    "chart.map.sign.at_least": "≥ at least",
    "chart.map.sign.at_most": "≤ at most",
    "chart.map.note.short": "{short} is {name}.",
    "chart.map.note.unplaced": "Without a tile: {names}.",
    "chart.map.note.undrawn": "A tile shows one figure; {n} more are not drawn.",
    "chart.map.note.undrawn.one": "A tile shows one figure; 1 more is not drawn.",
    "chart.map.alt": "Tile map, one equal tile for each {unit}. {measure}. {lists}",
    "chart.map.alt.row": "{name} {figure}",
    # Reports
    "chart.reporting": "reports",
    # All at once
    "chart.all": "all charts",
}
