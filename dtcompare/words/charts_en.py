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
    "chart.rank.title.shared-open": (
        "{indicator}: {name} come first of {n} {units}, though not surely"
    ),
    "chart.rank.title.sharer": (
        "{indicator}: {name} shares first place among {n} {units} with {figure}"
    ),
    "chart.rank.title.at": "{indicator}: {name} has place {place} of {n} with {figure}",
    "chart.rank.title.at-place": "{indicator} {period}: {name} has place {place} of {of}",
    "chart.rank.title.some": "{indicator}: {shown} of the {n} ranked {units}",
    "chart.rank.title.outside": "{indicator}: none of those asked for is ranked",
    "chart.rank.title.unfit": "{indicator}: no figure fits what was asked for",
    "chart.rank.title.place": "{indicator} {period}: {name} is first of {of} {units}",
    "chart.rank.title.found": "{indicator} {period}: {n} of {of} places found",
    "chart.rank.title.unranked": "{indicator}: no ranking possible",
    "chart.rank.title.list": "{indicator}: all figures, none ranked",
    "chart.rank.title.empty": "{indicator}: no figure found",
    "chart.rank.per.people": "per 100,000 people",
    "chart.rank.per.area": "per 100 km²",
    "chart.rank.of-basis": "{symbol} of {basis}",
    "chart.rank.unlike.share": "{symbol} of what, or counted how, stands on each bar",
    "chart.rank.unlike.measured": "{symbol}; how it was measured stands on each bar",
    "chart.rank.unlike.count": "What was counted stands on each bar",
    "chart.reason.period_too_long": "too long a period",
    "chart.rank.unseen": "{n} more not shown",
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
    "chart.rank.note.targets": "A target without a mark is on another basis, or on none stated.",
    "chart.rank.note.unlike": "None of these figures is ahead of another.",
    "chart.rank.note.edition": "Places as published, among the {of} {units} of {period}.",
    "chart.rank.alt.bars": "Bar chart, one bar a {unit}. {title}. {measure}. {rows} {lists}",
    "chart.rank.alt.places": (
        "Dot chart of places, one row a {unit}. {title}. {measure}. {rows} {lists}"
    ),
    "chart.rank.alt.target": "own target {target}: {togo}",
    "chart.rank.alt.target.togo": "own target {target}, {togo} to go",
    "chart.rank.alt.row": "{place} {name} {figure}",
    "chart.rank.alt.unranked": "Bars without order of rank. {title}. {measure}. {rows} {lists}",
    # Gaps
    "chart.gap.title.empty": "{subject}: no target found",
    "chart.gap.title.empty.national": "{subject}: no target of the country to hold figures against",
    "chart.gap.empty": "No page that was read sets one.",
    "chart.gap.title.silent": (
        "{subject}: {n} targets have passed, and nobody has said whether they were reached"
    ),
    "chart.gap.title.silent.one": (
        "{subject}: one target has passed, and nobody has said whether it was reached"
    ),
    "chart.gap.title.unjudged": "{subject}: no gap can be worked out",
    "chart.gap.title.ended": "{subject}: its targets ended with the {unit}",
    "chart.gap.title.all": "{subject}: all {n} targets that can be judged are reached",
    "chart.gap.title.all.one": "{subject}: the only target that can be judged is reached",
    "chart.gap.title.met": "{subject}: {n} of {of} targets that can be judged are reached",
    "chart.gap.title.met.one": "{subject}: 1 of {of} targets that can be judged is reached",
    "chart.gap.title.none": "{subject}: none of {n} targets that can be judged is reached",
    "chart.gap.title.none.one": "{subject}: the only target that can be judged is not reached",
    "chart.gap.title.open": "{subject}: none of {n} targets is surely reached",
    "chart.gap.title.open.one": "{subject}: whether the target is reached is open",
    "chart.gap.title.all.national": "{subject}: all {n} of the country’s targets met",
    "chart.gap.title.all.national.one": "{subject}: the country’s target is met",
    "chart.gap.title.met.national": (
        "{subject} against the country’s targets: {n} of {of} figures reach them"
    ),
    "chart.gap.title.none.national": (
        "{subject} against the country’s targets: none of {n} figures reaches them"
    ),
    "chart.gap.title.none.national.one": "{subject}: the country’s target is not reached",
    "chart.gap.title.open.national": (
        "{subject} against the country’s targets: none of {n} is surely reached"
    ),
    "chart.gap.title.open.national.one": (
        "{subject}: whether the country’s target is reached is open"
    ),
    "chart.gap.period": "Figures of {period}.",
    "chart.gap.period.one": "Figure of {period}.",
    "chart.gap.period.most": "Figures of {period} where no other date stands beside the name.",
    "chart.gap.own-basis": "Per cent of each indicator’s own basis",
    "chart.gap.points": "points",
    "chart.gap.needed": "Needed a year",
    "chart.gap.a-year": "{number} a year",
    "chart.gap.days": "{n} days left",
    "chart.gap.days.one": "1 day left",
    "chart.gap.days.zero": "due today",
    "chart.gap.missed": "missed",
    "chart.gap.since": "no news since",
    "chart.gap.range": "{low} to {high}",
    "chart.gap.latest": "Latest figure",
    "chart.gap.of-basis": "of {basis}",
    "chart.gap.pace": (
        "{name}: {needed} a year is needed by {by}, {ratio} times the pace so far ({observed})."
    ),
    "chart.gap.nothing": "No figure found ({n})",
    "chart.gap.run": "{name} {target} ({by})",
    "chart.gap.key.now": "reported figure",
    "chart.gap.key.reached": "target reached",
    "chart.gap.key.target": "target",
    "chart.gap.note.own-scale.some": (
        "A line on a grey track has a scale of its own: from 0, or from the last place, to just "
        "past its target."
    ),
    "chart.gap.note.own-scale.all": (
        "Each line has a scale of its own: from 0, or from the last place, to just past its target."
    ),
    "chart.gap.note.methods": (
        "A target that names no method is held against the figure of every method."
    ),
    "chart.gap.alt": (
        "Dumbbell chart, one line a target, from the reported figure to the target. {title}. "
        "{measure}. {rows} {lists}"
    ),
    "chart.gap.alt.list": (
        "List of targets that cannot be judged. {title}. {measure}. {rows} {lists}"
    ),
    "chart.gap.alt.row": "{name}, target {target}: {figure}, {togo}",
    # Scorecards
    "chart.scorecard.title": (
        "Of {of} targets, {n} are known to be reached; {silent} passed without a word"
    ),
    "chart.scorecard.title.one": (
        "Of {of} targets, one is known to be reached; {silent} passed without a word"
    ),
    "chart.scorecard.title.zero": (
        "Of {of} targets, none is known to be reached; {silent} passed without a word"
    ),
    "chart.scorecard.subtitle": (
        "In each square the reported figure, shaded by the share of the {unit}’s own target that "
        "it reaches."
    ),
    "chart.scorecard.subtitle.national": (
        "In each square the reported figure, shaded by the share of the country’s target that it "
        "reaches."
    ),
    "chart.scorecard.class.4": "reached",
    "chart.scorecard.class.3": "90% of it or more",
    "chart.scorecard.class.2": "75–90%",
    "chart.scorecard.class.1": "50–75%",
    "chart.scorecard.class.0": "under 50%",
    "chart.scorecard.key.outlined": "other footing than the target",
    "chart.scorecard.key.overdue": "no figure, passed that year",
    "chart.scorecard.key.hatched": "no figure, due that year",
    "chart.scorecard.key.none": "no target",
    "chart.scorecard.key.none.national": "no figure on the target’s footing",
    "chart.scorecard.reached": "Reached",
    "chart.scorecard.of-all": "of all",
    "chart.scorecard.sum": "{n} / {of}",
    "chart.scorecard.silent": "Passed",
    "chart.scorecard.silent.below": "in silence",
    "chart.scorecard.targets": "Targets set",
    "chart.scorecard.note.hidden": (
        "{n} more indicators with targets are not shown; the counts at the right take them in."
    ),
    "chart.scorecard.note.hidden.one": (
        "One more indicator with targets is not shown; the counts at the right take it in."
    ),
    "chart.scorecard.note.current": (
        "Of several targets of one indicator the square shows the one that falls due next, else "
        "the last."
    ),
    "chart.scorecard.note.methods": "Of figures by several methods it shows the newest.",
    "chart.scorecard.elsewhere": "Targets only for what is not shown ({n})",
    "chart.scorecard.no-target": "No target found ({n})",
    "chart.scorecard.breaks": (
        "cover|age appli|cations elec|tronic proce|dures sub|scrip|tions identi|fica|tion econ|omy "
        "adminis|tration trans|forma|tion docu|ments avail|ability house|holds broad|band "
        "smart|phone infra|structure signa|ture digi|tised full-|process e-com|merce elig|ible "
        "gener|ation busi|nesses citi|zens educa|tion trans|parency"
    ),
    "chart.scorecard.alt": (
        "Table of {units} by indicators, shaded by the share of the target reached. {title}. "
        "{measure}. {rows} {lists}"
    ),
    "chart.scorecard.alt.row": "{name}, {sums}: {cells}",
    "chart.scorecard.alt.sum": "{sum} reached",
    "chart.scorecard.alt.shaded": "{indicator} {text} ({share})",
    "chart.scorecard.alt.outlined": "{indicator} {text} on another footing",
    "chart.scorecard.alt.overdue": "{indicator} no figure, passed in {text}",
    "chart.scorecard.alt.hatched": "{indicator} no figure, due in {text}",
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
    "chart.show.aimed": "target {aim}",
    "chart.show.aimed.togo": "target {aim}: {togo}",
    "chart.show.besides": "{text}; {more}",
    "chart.show.places": "National rankings, place among {of}",
    "chart.show.key.other": "another {unit}, measured alike",
    "chart.show.note.own-line": (
        "A row with a line of its own is no percentage: its scale begins at 0 and ends at its "
        "largest number."
    ),
    "chart.show.note.place": "Place among the {units} whose figures are measured alike.",
    "chart.show.marked": "{text}*",
    "chart.show.at-place": "place {place}",
    "chart.show.note.states": "*: {states}.",
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
    "chart.compare.subtitle.times": "Unit, basis and time stand under each name or number.",
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
    "chart.trend.title.same-some": "unchanged in {n} of {of} {units}",
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
    "chart.trend.note.states": "{label}: {n} figures.",
    "chart.trend.symbol": "Unit: {symbol}",
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
    "chart.score.title": "{index}: {lead}",
    "chart.score.title.alone": "{index}: {name} alone can be scored, with {score}",
    "chart.score.title.firm": "{index}: {lead}, and {n} of {total} places are firm",
    "chart.score.title.firm.one": "{index}: {lead}, and 1 of {total} places is firm",
    "chart.score.title.firm.zero": "{index}: {lead}, but none of the {total} places is firm",
    "chart.score.title.all-firm": "{index}: {lead}, and all {total} places are firm",
    "chart.score.title.both-firm": "{index}: {lead}, and both places are firm",
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
    "chart.score.explain.note.inexact": (
        "Taken at the printed number, though a word, a range or an estimate: {names}."
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
    "chart.score.compare.only": "Ranked in {index} only ({n})",
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
    "chart.map.title.span": "{indicator}: from {low} in {last} to {high} in {first}",
    "chart.map.title.between": "{indicator}: from {low} to {high} in {n} {units}",
    "chart.map.title.alone": "{indicator}: {figure} in {name}",
    "chart.map.title.same": "{indicator}: {figure} in all of {n} {units}",
    "chart.map.places": "Place of {of}",
    "chart.map.place": "Published place among {of} {units}",
    "chart.map.unlike.share": "{symbol}; of what, or counted how, is told in the key",
    "chart.map.unlike.measured": "{symbol}; how it was measured is told in the key",
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
    "chart.map.alt": "Tile map, one equal tile for each {unit}. {title}. {measure}. {lists}",
    "chart.map.alt.row": "{name} {figure}",
    # Reports
    "chart.reporting.title": "{name} reports most: {reported} of {of} indicators",
    "chart.reporting.title.shared": "{n} {units} report most: {reported} of {of} indicators each",
    "chart.reporting.title.own": (
        "{name} reports {n} of the {of} indicators that any {unit} reports"
    ),
    "chart.reporting.title.own.nobody": "{name} reports nothing, nor does any other {unit}",
    "chart.reporting.title.own.zero": "{name} reports none of the {of} indicators that others do",
    "chart.reporting.subtitle": "In each square the year of the figure, the darker the newer.",
    "chart.reporting.ages": "The newest is {new} months old, the oldest {old}.",
    "chart.reporting.reported": "Reported",
    "chart.reporting.of": "of {n}",
    "chart.reporting.comparable": "Com-",
    "chart.reporting.comparable.below": "parable",
    "chart.reporting.by": "How many report",
    "chart.reporting.age.4": "up to a year old",
    "chart.reporting.age.3": "up to 2 years",
    "chart.reporting.age.2": "up to 3 years",
    "chart.reporting.age.1": "older",
    "chart.reporting.key.outlined": "on no common footing",
    "chart.reporting.key.hatched": "not reported",
    "chart.reporting.key.comparable": "may be compared with others",
    "chart.reporting.key.apart": "on no common footing",
    "chart.reporting.note.hidden": (
        "{n} more indicators are not shown; the counts at the right take them in."
    ),
    "chart.reporting.note.hidden.one": (
        "One more indicator is not shown; the counts at the right take it in."
    ),
    "chart.reporting.note.when": "?: the page does not say when.",
    "chart.reporting.alt": (
        "Table of {units} by indicators, shaded by the age of the figure. {title}. {measure}. "
        "{rows} {lists}"
    ),
    "chart.reporting.alt.row": "{name}, {n} reported: {cells}",
    "chart.reporting.alt.shaded": "{indicator} {text}",
    "chart.reporting.alt.outlined": "{indicator} {text} on no common footing",
    "chart.reporting.alt.own": (
        "List of figures with their ages on a line of time. {title}. {measure}. {rows} {lists}"
    ),
    "chart.reporting.alt.own.row": "{indicator} {figure}, {period}, {comparable}",
}
