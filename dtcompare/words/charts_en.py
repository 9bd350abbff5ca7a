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
    "chart.footing.basis": "{symbol} of {basis}",
    "chart.footing.no-basis": "{symbol}, of what not said",
    "chart.togo.met": "reached",
    "chart.togo.short": "short",
    "chart.togo.unclear": "unclear",
    "chart.togo.other_basis": "not comparable",
    "chart.togo.basis_unstated": "not comparable",
    "chart.togo.ended": "ended",
    "chart.show.title.compared": (
        "{name}: {n} indicators reported, {compared} of them comparable with other {units}"
    ),
    "chart.show.title.compared.one": (
        "{name}: one indicator reported, comparable with other {units}"
    ),
    "chart.show.title.all": "{name}: {n} indicators reported, all comparable with other {units}",
    "chart.show.title.alone": (
        "{name}: {n} indicators reported, none comparable with another {unit}"
    ),
    "chart.show.title.alone.one": (
        "{name}: one indicator reported, not comparable with another {unit}"
    ),
    "chart.show.title.targets": "{name}: {n} targets, no figure found",
    "chart.show.title.targets.one": "{name}: one target, no figure found",
    "chart.show.title.rankings": "{name} in {n} national rankings",
    "chart.show.title.rankings.one": "{name} in one national ranking",
    "chart.show.title.empty": "{name}: nothing is known yet",
    "chart.show.subtitle": "What each number is, and of when, stands under its name.",
    "chart.show.targets": "{n} targets: {counts}.",
    "chart.show.targets.one": "1 target: {counts}.",
    "chart.show.empty": "No figure, target or place in a national ranking has been found.",
    "chart.show.list.figures": "Also reported ({n}): {text}.",
    "chart.show.list.targets": "Targets that stand beside no figure ({n}): {text}.",
    "chart.show.list.more": "{n} more rows are not drawn: dtcompare show {id}",
    "chart.show.list.more.one": "1 more row is not drawn: dtcompare show {id}",
    "chart.show.list.places": "Places in {n} more national rankings are not shown.",
    "chart.show.list.places.one": "The place in 1 more national ranking is not shown.",
    "chart.show.aim": "To target",
    "chart.show.placed": "{text}; place {place}",
    "chart.show.aimed": "{text}; target {aim}",
    "chart.show.places": "National rankings, place among {of}",
    "chart.show.key.other": "another {unit}, measured alike",
    "chart.show.note.own-line": (
        "A row with a line of its own is no percentage: its scale begins at 0 and ends at its "
        "largest number."
    ),
    "chart.show.note.place": "Place among the {units} whose figures are measured alike.",
    "chart.show.note.older": "{n} older figures of the same kind are not drawn.",
    "chart.show.note.older.one": "1 older figure of the same kind is not drawn.",
    "chart.show.note.targets": "{n} more targets are not drawn.",
    "chart.show.note.targets.one": "1 more target is not drawn.",
    "chart.show.note.scores": "{n} more national rankings give a score and no place.",
    "chart.show.note.scores.one": "1 more national ranking gives a score and no place.",
    "chart.show.alt": (
        "Strips, one row a figure, beside the comparable figures of other {units}. {title}. {rows}."
    ),
    "chart.show.alt.row": "{name}: {figure}",
    # One figure of a province
    "chart.detail.title": "{indicator} in {name}: {figure}, {period}",
    "chart.detail.title.rejected": "{indicator} in {name}: no reported figure can be used",
    "chart.detail.title.targets": "{indicator} in {name}: {n} targets, no figure found",
    "chart.detail.title.targets.one": "{indicator} in {name}: one target, no figure found",
    "chart.detail.title.none": "{indicator} in {name}: no figure found",
    "chart.detail.order": "Every reported figure, the newest first.",
    "chart.detail.figures": "Figures",
    "chart.detail.targets": "Targets",
    "chart.detail.relatives": "Figures of former {units}, not counted",
    "chart.detail.by": "by {by}",
    "chart.detail.every": "every year to {by}",
    "chart.detail.togo": "{size} to go",
    "chart.detail.score": "score {score}",
    "chart.detail.places": "place among {of}",
    "chart.detail.key.range": "what the number may stand for",
    "chart.detail.key.rejected": "not used",
    "chart.detail.key.doubtful": "compares with nothing",
    "chart.detail.alt": "Strip of every reported line, the newest first. {title}. {rows}.",
    # Side by side
    "chart.compare.title.one": (
        "{name} is ahead of {other} on {count} of {n} figures measured alike"
    ),
    "chart.compare.title.one.one": "{name} is ahead of {other} on the one figure measured alike",
    "chart.compare.title.several": "{leads} of {n} figures measured alike",
    "chart.compare.title.several.one": "{leads} figure measured alike",
    "chart.compare.title.open": "{names}: nobody is surely ahead on {n} figures measured alike",
    "chart.compare.title.open.one": (
        "{names}: nobody is surely ahead on the one figure measured alike"
    ),
    "chart.compare.title.apart": "{names}: {n} indicators in common, none measured alike",
    "chart.compare.title.apart.one": "{names}: one indicator in common, not measured alike",
    "chart.compare.title.nothing": "{names} report nothing in common",
    "chart.compare.title.empty": "{names}: nothing is reported yet",
    "chart.compare.lead": "{name} is ahead on {count}",
    "chart.compare.lead.next": "{name} on {count}",
    "chart.compare.subtitle": "Unit, basis and time stand under each name.",
    "chart.compare.alone": "{name} {n}",
    "chart.compare.only": "Number of indicators that one alone reports: {text}.",
    "chart.compare.only-places": "Number of national rankings in which one alone is found: {text}.",
    "chart.compare.brief": "{text}; {n} more",
    "chart.compare.counted": "{label} ({n})",
    "chart.compare.places": "More than one is placed in {n} national rankings, not shown.",
    "chart.compare.places.one": "More than one is placed in 1 national ranking, not shown.",
    "chart.compare.key.spread": "middle half of the other {units}, with their median",
    "chart.compare.note.bold": "Bold: surely ahead of the others.",
    "chart.compare.note.extensive": "Larger {units} have more of what is counted.",
    "chart.compare.alt": "Dot plot of {units} side by side. {title}. {rows}.",
    # Change
    "chart.trend": "change",
    # Places over time
    "chart.bump": "places over time",
    # Composite score
    "chart.score": "score",
    # Tile map
    "chart.map": "map",
    # Reports
    "chart.reporting": "reports",
    # All at once
    "chart.all": "all charts",
}
