"""English: every generated word and sentence, by key; the Vietnamese one has the same keys."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS = {
    # Numbers and places
    "amount.value": "{number}",
    "amount.about": "about {number}",
    "amount.over": "over {number}",
    "amount.nearly": "nearly {number}",
    "amount.at_least": "at least {number}",
    "amount.at_most": "up to {number}",
    "amount.between": "{number} to {upper}",
    "place.rank": "{number} of {of}",
    "place.tied": "={number} of {of}",
    "place.top": "top {number} of {of}",
    "place.uncertain": "{place} ({best}–{worst})",
    "place.hole": "{first}  not found",
    "place.holes": "{first}–{last}  not found",
    "difference.points": "{number} pts",
    "difference.points.one": "1 pt",
    "difference.places": "{number} places",
    "difference.places.one": "1 place",
    "range": "{low} to {high}",
    "range.up": "{low} or more",
    "range.down": "{high} or less",
    # Times
    "as-of": "as of {date}",
    "period.unstated": "not said when",
    "period.about": "about {period}",
    "period.quarter": "Q{part} {year}",
    "period.half": "H{part} {year}",
    "period.span": "{start} to {end}",
    "season": "{n} months",
    "season.one": "one month",
    # Figures
    "figure.status": "{text} ({status})",
    "figure.rate": "{rate} ({count})",
    "figure.basis": "{text} of {basis}",
    "figure.no-basis": "{text}, of what not said",
    "figure.scope": "{text} ({scope})",
    "status.estimated": "estimated",
    "status.provisional": "provisional",
    "status.forecast": "forecast",
    "status.unreliable": "unreliable",
    "status.definition": "by definition",
    "basis.unstated": "not said of what",
    "method.unstated": "method not said",
    "footing.basis": "share of {basis}",
    "footing.edition": "{period}, {of} {units}",
    "scope.ward": "{name} ward",
    "scope.commune": "{name} commune",
    "scope.district": "{name} district",
    "scope.village": "{name} village",
    "scope.school": "{name} school",
    "scope.places": "{name} only",
    "scope.operator": "{name} only",
    "scope.tier.province": "province level only",
    "scope.tier.district": "district level only",
    "scope.tier.commune": "commune level only",
    "name.former": "former {name}",
    "country": "the whole country",
    "unit.none": "a number",
    "unit.number": "number",
    "unit.index": "index",
    "better.higher": "higher is better",
    "better.lower": "lower is better",
    "better.none": "more is not better",
    # Targets and verdicts
    "target.by": "{text} by {by}",
    "target.every-year": "{text} each year to {by}",
    "target.each-year": "{text} each year",
    "verdict.met": "reached",
    "verdict.short": "short",
    "verdict.unclear": "unclear",
    "verdict.other_basis": "measured differently",
    "verdict.basis_unstated": "cannot be judged",
    "verdict.no_figure": "no figure found",
    "verdict.ended": "ended with the {unit}",
    "togo.pace": "{togo}; {pace}",
    "togo.unclear": "unclear: {low} to {high}",
    "togo.missed": "missed by {size}",
    "togo.since": "{size} then; nothing since",
    "togo.past": "{size} past it",
    "pace.needed": "needs {needed} a year",
    "pace.both": "needs {needed} a year; so far {observed} a year",
    "pace.ratio": ", {ratio} times the pace so far",
    "pace.arrival": "; at that pace reached in {year}",
    # Columns
    "column.place": "Place",
    "column.figure": "Figure",
    "column.when": "When",
    "column.target": "Own target",
    "column.goal": "Target",
    "column.to-go": "To go",
    "column.footing": "Measured as",
    "column.indicator": "What",
    "column.due": "Due",
    "column.latest": "Latest figure",
    "column.reported-instead": "What is reported instead",
    "column.range": "May be",
    "column.remark": "Remark",
    "column.today": "Today",
    "today.merged": "{name}, merged",
    "column.id": "Id",
    "column.name": "Name",
    "column.code": "Code",
    "column.region": "Region",
    "column.unit": "Unit",
    "column.better": "Better",
    "column.published": "Published",
    "column.provinces": "Report it",
    "column.figures": "Figures",
    "column.targets": "Targets",
    "column.newest": "Newest",
    # Sources and notes
    "sources": "Sources",
    "source.quoting": "{publisher} quoting {quoted}",
    "source.number": "{publisher} ({number})",
    "source.undated": "undated",
    "source.read-in": "{text} (read in {languages})",
    "language.de": "German",
    "language.el": "Greek",
    "language.en": "English",
    "language.es": "Spanish",
    "language.fr": "French",
    "language.ja": "Japanese",
    "language.ko": "Korean",
    "language.pl": "Polish",
    "language.pt": "Portuguese",
    "language.ru": "Russian",
    "language.vi": "Vietnamese",
    "language.zh": "Chinese",
    "note.target-basis": (
        "The target does not say what it is a share of, so no gap can be worked out."
    ),
    "note.divisor.people": "The population it is divided by is not reliable.",
    "note.divisor.area": "The area it is divided by is not reliable.",
    "note.recast": "Worked out by the source for today's borders.",
    # rank
    "rank.title.empty": "{name}: no figure found",
    "rank.title.list": "{name}: every figure, not ranked",
    "rank.title.unranked": "{name}: no ranking possible",
    "rank.title.per.people": "{name} per 100,000 people",
    "rank.title.per.area": "{name} per 100 km²",
    "rank.title.edition": "{name} {period}: places as published",
    "rank.title.season": "{name}, {season}",
    "rank.title.groups": "{name}: {n} rankings, each of figures measured alike",
    "rank.empty": (
        "None of the {total} {units} reports it, now or formerly. What is reported: "
        "dtcompare list indicators"
    ),
    "rank.empty.filtered": (
        "No figure fits what was asked for. Everything there is: dtcompare rank {id} --list-all"
    ),
    "rank.list-all": (
        "{n} of {total} {units} report a figure. This is a list of every figure, whatever it is "
        "measured by; nothing in it is ranked."
    ),
    "rank.ranked": "{n} of {total} {units} report a figure measured alike.",
    "rank.edition": "{n} of {of} places found.",
    "rank.edition.unplaced": "{n} of {of} places found; of {scores} more the score alone.",
    "rank.edition.scored": "{n} of {of} scores found; places follow the scores.",
    "rank.first": "{name} is first with {figure}.",
    "rank.first.season": "In {season} {name} is first with {figure}.",
    "rank.first.place": "{name} is first.",
    "rank.first.shared": "{names} share the first place.",
    "rank.first.sharer": "{name} shares the first place.",
    "rank.among": "Places are among these {n}, fewer than half.",
    "rank.uncertain": (
        "{n} places are not certain, because figures are given as about, over or nearly: the range "
        "stands behind the place."
    ),
    "rank.uncertain.one": (
        "One place is not certain, because figures are given as about, over or nearly: the range "
        "stands behind the place."
    ),
    "rank.per.people": (
        "Counts are divided by the population in the register, whose page is among the sources."
    ),
    "rank.per.area": (
        "Counts are divided by the area in the register, whose page is among the sources."
    ),
    "rank.extensive": (
        "Larger {units} have more of it: these are places by size; dtcompare rank {id} --per "
        "people divides by the population."
    ),
    "rank.apart": (
        "{reporting} of {total} {units} report a figure. {n} groups of them are ranked apart, "
        "because one cannot be compared with another."
    ),
    "rank.none-today": "None of today's {total} {units} reports a figure.",
    "rank.not-better": (
        "{n} of {total} {units} report a figure. More of it is not better, so nothing is ranked."
    ),
    "rank.not-better.one": (
        "One of {total} {units} reports a figure. More of it is not better, so nothing is ranked."
    ),
    "rank.only": "Only {name}, of {total} {units}, reports a figure.",
    "rank.too-few": (
        "Only {most} of {total} {units} report figures measured alike; a ranking needs three."
    ),
    "rank.no-divisor": (
        "{n} of {total} {units} report a figure, but the register has nothing to divide it by."
    ),
    "rank.no-two": (
        "{n} of {total} {units} report a figure, no two of them of the same season for the whole "
        "{unit}: none of these numbers is ahead of another."
    ),
    "rank.no-two-methods": (
        "{n} of {total} {units} report a figure, no two of them by the same stated method for the "
        "whole {unit}: none of these numbers is ahead of another."
    ),
    "rank.no-two-bases": (
        "{n} of {total} {units} report a figure, no two of them on the same basis for the whole "
        "{unit}."
    ),
    "rank.no-two-bases.order": (
        "They are listed by what they are a share of, not by size: none of these numbers is ahead "
        "of another."
    ),
    "extent": "{n} {units}",
    "extent.one": "1 {unit}",
    "extent.hidden": "{text}, {n} shown",
    "listed": "Listed, not ranked",
    "listed.reason": "{reason}: {figures}",
    "listed.many": (
        "{n} former {units} ({when}), {first} {best} to {last} {worst}: {command} {sources}"
    ),
    "edition.all": "All {of} of that edition",
    "listed.figure": "{province} {figure} ({facts}) {sources}",
    "reason.other_basis": "A share of something else",
    "reason.other_method": "Another method",
    "reason.own_method": "The {units}' own count",
    "reason.before_break": "Before the method changed",
    "reason.other_season": "Another season",
    "reason.other_edition": "Last known place in another edition",
    "reason.period_too_long": "A period too long to compare",
    "reason.period_unstated": "Not said when",
    "reason.basis_unstated": "Not said what it is a share of",
    "reason.method_unstated": "Method not said",
    "reason.scope": "A part only: listed places, one operator, one level",
    "reason.forecast": "Forecasts",
    "reason.unreliable": "Unreliable",
    "reason.definition": "True by definition",
    "reason.no_divisor": "Not known what to divide by",
    "reason.former_province": "Former {units}, in their own borders",
    "reason.other_borders": "In borders drawn later",
    "silent.target": "A target, no figure ({n})",
    "silent.neither": "Neither found ({n})",
    "silent.none": "No figure found ({n})",
    "instead": "Can be ranked: {indicator}",
    "related": "Related, none of which can be ranked yet",
    # gap
    "gap.subject": "{parts}",
    "gap.all": "All {units}",
    "gap.title": "{subject}: {n} targets",
    "gap.title.one": "{subject}: 1 target",
    "gap.title.national": "{subject}: against {n} of the country's targets",
    "gap.title.national.one": "{subject}: against the country's target",
    "gap.empty": "No target found. Who has set one: dtcompare gap",
    "gap.empty.national": "The country has no target that a figure here could be held against.",
    "gap.counts": "{counts}.",
    "gap.counts.none-judged": "None of the {n} can be judged: no figure is on the same footing.",
    "gap.counts.none-judged.one": "It cannot be judged: no figure is on the same footing.",
    "gap.counts.none-met": "None reached yet: {counts}.",
    "gap.count.met": "{n} reached",
    "gap.count.short": "{n} short",
    "gap.count.unclear": "{n} open, because figures are not exact",
    "gap.count.unjudged": "{n} cannot be judged",
    "gap.count.ended": "{n} ended with the {unit}",
    "gap.silent": (
        "For {n} targets the deadline has passed, and nobody has said whether they were reached."
    ),
    "gap.silent.one": (
        "For one target the deadline has passed, and nobody has said whether it was reached."
    ),
    "gap.deadline": "{n} fall due on {date}, {days} days from now.",
    "gap.deadline.one": "The next falls due on {date}, {days} days from now.",
    "gap.deadline.tomorrow": "{n} fall due tomorrow, on {date}.",
    "gap.deadline.tomorrow.one": "The next falls due tomorrow, on {date}.",
    "gap.deadline.today": "{n} fall due today, on {date}.",
    "gap.deadline.today.one": "The next falls due today, on {date}.",
    "gap.section.open": "Still open",
    "gap.section.passed": "Deadline passed",
    "gap.section.silent": "Deadline passed, and nobody has said whether it was reached",
    "gap.section.unjudged": "Cannot be judged",
    "gap.section.ended": "Ended with the {unit}, not reached",
    "gap.parts": "{n} more targets are for a part of a {unit} only",
    "gap.parts.one": "One more target is for a part of a {unit} only",
    "gap.national.unjudged": (
        "{n} more pairs of a figure and a target are not on the same footing, or have no figure."
    ),
    "gap.against": "Against the country's targets",
    # show
    "show.title": "{name}",
    "show.title.former": "{name}, former {unit}",
    "show.empty": "Nothing is known yet. A figure goes into provinces/{id}.yaml",
    "show.counts": "{n} figures on {indicators} indicators.",
    "show.counts.one": "1 figure.",
    "show.targets": "{n} targets: {counts}.",
    "show.targets.one": "1 target: {counts}.",
    "show.target": "{target}: {togo}",
    "show.target.short": "{target}: {togo} to go",
    "show.rankings": "National rankings, as published",
    "show.ranking-targets": "Target for its place, {name}",
    "show.predecessors": "Formed from, figures not counted as its own",
    "show.successor": "Now part of",
    "show.relative": "{name}: {n} figures (dtcompare show {id})",
    "show.relative.zero": "{name}: no figures",
    "show.relative.one": "{name}: 1 figure (dtcompare show {id})",
    "show.relative.place": "{name} {place} ({period})",
    "show.elsewhere": "Not found here, reported by others",
    "show.elsewhere.item": "{name} ({n})",
    "show.elsewhere.more": "{n} more",
    "show.code": "code {code}",
    "show.ended": "Ended on {date}, now part of {successor}; its figures are its own.",
    "show.formed": "Formed on {date} from {names}.",
    "kind.province": "Province",
    "kind.city": "City",
    "kind.unknown": "{unit}",
    "detail.title": "{indicator}: {province}",
    "detail.measure": "Unit: {unit_name}; {better}; figures compare within {season}.",
    "detail.empty": "No line in the data set speaks of it.",
    "detail.no-figure": "No figure found.",
    "detail.figures": "Every figure, oldest first",
    "detail.relatives": "Figures of former {units}, not counted",
    "detail.targets": "Targets",
    "detail.of": "{text}: {name}",
    "detail.alone": "Stands beside no other {unit}'s figure",
    "detail.place": "Among figures measured alike",
    "detail.group": "{n} {units} report it alike, too few to rank",
    "remark.rejected": "rejected: {why}",
    "remark.preferred": "preferred to contradicting lines",
    "remark.recast": "for today's borders",
    "remark.times": "{times} times the number before",
    "remark.times-since": "{times} times the number of {since}",
    "remark.up.points": "up {number} points",
    "remark.up.points.one": "up 1 point",
    "remark.up.percent": "up {number}%",
    "remark.down.points": "down {number} points",
    "remark.down.points.one": "down 1 point",
    "remark.down.percent": "down {number}%",
    "remark.since": "{text} since {since}",
    # list
    "list.title.provinces": "{units}",
    "list.title.indicators": "Indicators",
    "list.title.sources": "Sources",
    "list.title.bases": "What shares are a share of",
    "list.title.methods": "Methods",
    "list.title.regions": "Regions",
    "list.title.scores": "Composite indices",
    "list.counts.scores": "{n} composite indices.",
    "list.counts.provinces": "{n} {units}, former ones included.",
    "list.counts.indicators": "{n} indicators.",
    "list.counts.sources": "{n} pages.",
    "list.counts.bases": "{n} bases.",
    "list.counts.methods": "{n} methods.",
    "list.counts.regions": "{n} regions.",
    "list.silent": "{n} without a single figure or target.",
    # compare
    "and": " and ",
    "compare.empty": "None of them reports anything yet.",
    "compare.both": "Both report {n} indicators.",
    "compare.both.one": "Both report one indicator.",
    "compare.several": "{n} indicators are reported by more than one of them.",
    "compare.several.one": "One indicator is reported by more than one of them.",
    "compare.none-alike": "None of these figures can be compared.",
    "compare.alike": "{n} can be compared: {counts}.",
    "compare.alike.one": "One can be compared: {counts}.",
    "compare.alike.rows": "{n} can be compared, some on more than one footing: {counts}.",
    "compare.alike.rows.one": "One can be compared, on more than one footing: {counts}.",
    "compare.ahead-on": "{name} is ahead on {n}",
    "compare.ahead-on.one": "{name} is ahead on one",
    "compare.level-on": "{n} are level",
    "compare.level-on.one": "one is level",
    "compare.open-on": "{n} are open",
    "compare.open-on.one": "one is open",
    "compare.section.alike": "Like with like",
    "compare.section.apart": "Both report, not on the same footing",
    "compare.section.apart.several": "Reported by several, not on the same footing",
    "compare.level": "level",
    "compare.open": "open",
    "compare.lead": "{name} by {by}",
    "compare.lead.range": "{name} by {by} ({low} to {high})",
    "compare.note.extensive": (
        "A count: larger {units} have more of it, so nobody is ahead of another."
    ),
    "compare.note.better-none": "More of it is not better.",
    "compare.only": "Only {name} ({n})",
    "compare.only-places": "National rankings, {name} alone",
    "compare.targets": "Targets",
    "compare.targets.of": "{name}: {n} targets: {counts} (dtcompare gap {id})",
    "compare.targets.of.one": "{name}: 1 target: {counts} (dtcompare gap {id})",
    "compare.predecessors": "{name} was formed from",
    "column.ahead": "Ahead",
    # trend
    "trend.title": "{indicator}: {names}",
    "trend.empty": "No figure found. Who reports it: dtcompare rank {id}",
    "trend.empty.everywhere": (
        "No {unit} has two figures that compare ({n} have one). Who reports it: dtcompare rank {id}"
    ),
    "trend.everywhere": "{n} {units} have two or more figures that compare.",
    "trend.everywhere.one": "One {unit} has two or more figures that compare.",
    "trend.single": "{n} more have figures, but no two that compare.",
    "trend.single.one": "One more has figures, but no two that compare.",
    "trend.one-point": "No two figures compare, so no change can be told.",
    "trend.up": "Up from {first} in {start} to {last} in {end}",
    "trend.down": "Down from {first} in {start} to {last} in {end}",
    "trend.ahead": "Moved up from {first} in {start} to {last} in {end}",
    "trend.back": "Fell back from {first} in {start} to {last} in {end}",
    "trend.same": "{last} in {end}, {first} in {start}",
    "trend.rate": "{text}, {rate} a year",
    "trend.sentence": "{text}.",
    "trend.of": "{name}: {text}",
    "trend.pace": (
        "To reach {target} by {by} it must move {needed} a year, {ratio} times the pace so far."
    ),
    "trend.needs": "To reach {target} by {by} it must move {needed} a year.",
    "trend.places": "places among {of}",
    "trend.since": "method since {year}",
    "trend.until": "method until {year}",
    "trend.unheld": "Targets that no figure above answers",
    "trend.unchanged": "unchanged",
    "trend.place-up": "up {size}",
    "trend.place-down": "down {size}",
    "trend.merged": "merged on {date}",
    "trend.change": "{change} in {years} years",
    "trend.target": "{by} target",
    "column.change": "Change",
    "column.from": "From",
    "column.to": "To",
    "column.per-year": "A year",
    # reporting
    "reporting.title": "Who reports what",
    "reporting.title.of": "{name}: what it reports",
    "reporting.empty": "Nobody reports anything yet.",
    "reporting.counts": (
        "{provinces} of {total} {units} report something, on {indicators} indicators: {n} figures, "
        "one for each {unit} and indicator."
    ),
    "reporting.comparable": "{n} of these may be compared with others.",
    "reporting.comparable.one": "One of these may be compared with others.",
    "reporting.own": "{n} of the {total} indicators that any {unit} reports.",
    "reporting.by-province": "By {unit}",
    "reporting.by-indicator": "By indicator",
    "reporting.own-figures": "What it reports, and how old that is",
    "reporting.wanted": "What to ask for next",
    "reporting.age": "{n} months",
    "reporting.age.one": "1 month",
    "reporting.why.silent_target": "target {target}: passed, and nobody has said",
    "reporting.why.unjudged_target": "target {target}: no figure on its footing",
    "reporting.why.target_basis": "target {target}: what it is a share of",
    "reporting.why.others_report": "reported by {n} others",
    "reporting.why.others_report.one": "reported by one other",
    "column.all": "All",
    "column.comparable": "Comparable",
    "column.age": "Age",
    "column.why": "Why",
    "yes": "yes",
    "no": "no",
    # score
    "score.title": "{name}: places, and how firm they are",
    "score.reweighted": "With other weights: {weights}.",
    "score.title.card": "{name}: how it is worked out",
    "score.title.explain": "{name}: {province} taken apart",
    "score.title.compare": "{name}, against {other}",
    "score.ranked.refuse": (
        "{n} of {total} {units} report every figure the index needs, and are ranked."
    ),
    "score.ranked.refuse.one": (
        "One of {total} {units} reports every figure the index needs, and is ranked."
    ),
    "score.ranked.skip": "{n} of {total} {units} report enough of the index to be ranked.",
    "score.ranked.skip.one": ("One of {total} {units} reports enough of the index to be ranked."),
    "score.ranked.zero": (
        "{n} of {total} {units} report any of it and are ranked; a missing figure counts as "
        "nothing reached."
    ),
    "score.empty.refuse": (
        "None of {total} {units} reports every figure the index needs. What is missing: "
        "dtcompare reporting"
    ),
    "score.empty.skip": (
        "None of {total} {units} reports enough of the index to be ranked. What is missing: "
        "dtcompare reporting"
    ),
    "score.empty.zero": (
        "None of {total} {units} reports any of it. What is reported: dtcompare reporting"
    ),
    "score.first": "{name} is first with {score}.",
    "score.first.shared": "{name} share the first place with {score}.",
    "score.relative": (
        "Some scales are relative: a score tells how a {unit} stands to the others, and "
        "changes when theirs do."
    ),
    "score.firm": (
        "When the weights are changed a little, {n} of {total} places stay where they are "
        "nine times in ten."
    ),
    "score.partial": (
        "{n} of the scores rest on less than all figures: the range beside each shows what the "
        "missing ones could make of it."
    ),
    "score.partial.one": (
        "One of the scores rests on less than all figures: the range beside it shows what the "
        "missing ones could make of it."
    ),
    "score.views": "Overlapping groups, reported beside the index and no part of it",
    "score.label.gaps": "Missing figures",
    "score.gaps": (
        "The range is the score if every missing figure were the worst, and if every one "
        "were the best, its scale allows. It is what can be, not what is likely."
    ),
    "score.gaps.zscore": (
        "Standard deviations have no ends, so how far the missing figures could move a score "
        "cannot be told."
    ),
    "score.label.inexact": "Words and ranges",
    "score.inexact": (
        "{n} figures are words, ranges or estimates and enter at their printed number: {names}"
    ),
    "score.inexact.one": (
        "One figure is a word, a range or an estimate and enters at its printed number: {names}"
    ),
    "score.label.draws": "Other weights",
    "score.draws": (
        "{n} times every weight was changed at random by up to a quarter (seed {seed}): the "
        "column shows the middle place and, in brackets, where nine in ten places lie. It "
        "tells how much the order hangs on the weights; it is no probability of being right."
    ),
    "score.pairs": "Cannot be told apart by weights like these: {pairs}",
    "score.pair": "{upper} and {lower} (reversed in {share})",
    "score.no-pairs": "No two neighbours change places in more than 5% of them.",
    "score.more": "; {n} more",
    "score.label.left-out": "One indicator less",
    "score.left-out": (
        "The index was worked out {n} times, each time without one indicator. It tells which "
        "indicator the order rests on, not which is wrong."
    ),
    "score.left-out.item": "Without {name} {n} places change, {province} most: {rank} to {other}",
    "score.left-out.item.one": (
        "Without {name} one place changes, of {province}: {rank} to {other}"
    ),
    "score.left-out.still": "Without any one of {n} others no place changes.",
    "score.left-out.still.one": ("Without the remaining one no place changes."),
    "score.label.grid": "Other methods",
    "score.grid": (
        "{n} of {total} ways to work it out can be used: three scales, sums or products, "
        "these weights or equal ones. The column shows the best and the worst place. It "
        "tells what choosing another method would do, not which is best."
    ),
    "score.grid.item": "{province}: {best} by {best_by}; {worst} by {worst_by}",
    "score.grid.constant": "Left out, because all figures of {name} are alike: {methods}",
    "score.grid.zscore_product": (
        "Left out, because standard deviations cannot be multiplied: {methods}{name}"
    ),
    "score.grid.scale.declared": "the index's own scales",
    "score.grid.scale.minmax": "lowest to highest",
    "score.grid.scale.prank": "places alone",
    "score.grid.weights.given": "these weights",
    "score.grid.weights.equal": "equal weights",
    "score.aggregate.arithmetic": "weighted sum",
    "score.aggregate.geometric": "weighted product",
    "score.floored": "{text}, nothing below {floor}",
    "score.label.replay": "Weights replayed",
    "score.replay": (
        "Places under {n} given weight sets: the middle one and, in brackets, where nine in "
        "ten lie."
    ),
    "score.not-ranked": "Not ranked ({n})",
    "score.unplaced": "{province}: {reason}; {share} of the weight is there. Missing: {missing}",
    "score.reason.no_figure": "reports none of it",
    "score.reason.gap": "a figure is missing, and the index takes none on trust",
    "score.reason.coverage": "too much is missing",
    "score.reason.group_coverage": "too much of '{group}' is missing",
    "score.explain": "{name} is {place} with {score}.",
    "score.explain.ahead": "Next above is {name} with {score}, {points} points away.",
    "score.explain.unplaced": "{name} has no place: {reason}.",
    "score.explain.absent": "{name} does not exist on that day.",
    "score.explain.order": "Cheapest way to the next place first",
    "score.explain.how": (
        "Points are what an indicator brings to the score, all together the score; lost is "
        "how much higher the score would be with that indicator at its best; next place is "
        "the figure that alone would do. An exact sum, not advice: what a figure costs to "
        "raise is not in the data."
    ),
    "score.label.how": "How to read it",
    "score.strengths": "Brings most more than the mean",
    "score.weaknesses": "Brings most less than the mean",
    "score.above": "{name} {points}",
    "score.marked": "{figure} *",
    "score.need": "score {score}",
    "score.compare": (
        "{n} {units} have a place in both, and {moved} of them another one: {here} are "
        "ranked here, {there} there."
    ),
    "score.compare.here": "Ranked here only ({n})",
    "score.compare.there": "Ranked there only ({n})",
    "score.coverage-change": "{old} to {new}: {points} points",
    "score.no-common": "no indicator in common",
    "score.card": "{indicators} indicators in {groups} groups; {rows} {units} are ranked by them.",
    "score.card.file": "File",
    "score.card.note": "Method of",
    "score.card.period": "Figures of",
    "score.card.aggregate": "Put together as",
    "score.card.missing": "Missing figures",
    "score.card.gate": "Least coverage",
    "score.card.gate.text": "{overall} of the weight, {group} in each top group",
    "score.card.precision": "Printed and ranked to",
    "score.card.precision.text": "{n} decimals, half up",
    "score.card.precision.text.one": ("one decimal, half up"),
    "score.card.weights": "Weights changed",
    "score.card.draws": "Draws of weights",
    "score.card.draws.text": "{n}, seed {seed}, each weight times 1 plus or minus up to {spread}",
    "score.card.versions": "Versions",
    "score.card.tree": "The tree",
    "score.missing.skip": "drop out; the other weights of the group take their share",
    "score.missing.zero": "count as the worst of their scale",
    "score.missing.refuse": "cost the place",
    "score.worst": "the worst figure",
    "score.scale.bounds": "{least} at {start}, {most} at {end}",
    "score.scale.target": "{least} at {start}, {most} at {end}",
    "score.scale.minmax": "{least} at the worst, {most} at the best figure{start}{end}",
    "score.scale.prank": "{least} to {most} by place among the figures{start}{end}",
    "score.scale.zscore": "standard deviations from the mean{least}{most}{start}{end}",
    "score.scale.log": "{text}, logarithms",
    "score.scale.relative": "{text} (relative)",
    "silent.cell": "not found",
    "column.score": "Score",
    "column.present": "Reported",
    "column.with-gaps": "If gaps were filled",
    "column.drawn": "Other weights",
    "column.top": "In first {k}",
    "column.methods": "Other methods",
    "column.scale": "Scale",
    "column.share": "Share",
    "column.points": "Points",
    "column.lost": "Lost",
    "column.next-place": "Next place at",
    "column.causes": "Largest changes, in points",
    "column.coverage-change": "Change of coverage",
    "column.node": "Group or indicator",
    "column.weight": "Weight",
    "error.unknown-score": "there is no score '{name}'",
    "error.list-score": "A score is a file of scores/, or the path of one ending in .yaml",
    "error.unknown-node": "the tree has no group or indicator '{name}'",
    "error.list-node": "All of them: dtcompare score NAME --method-card",
    "error.no-scores": "this data set has no scores/; docs/score.md shows how to write one",
    "error.bad-weight": "'{text}' is no weight; write NODE=2, with a number of 0 or more",
    "error.no-weight": "every weight of {names} would be 0; give one of them more",
    "error.replay-alone": "--replay-ranks goes with --replay, which gives the weight sets",
    "error.replay-empty": (
        "{path} has no weight sets; write a line of node ids, then a line of weights per set"
    ),
    "error.replay-column": (
        "{path}:1: '{name}' is no node of the tree, or stands twice; one of {known}"
    ),
    "error.replay-row": "{path}:{line}: {found} weights where there are {count} columns",
    "error.replay-number": "{path}:{line}: '{text}' is no weight; write a number of 0 or more",
    "note.score": "note: {id} is shown; there are also {others}",
    # Errors: what, where, what next
    "error.data-broken": "the data set {where} has errors; nothing is answered from half of it",
    "error.not-a-dataset": "{path} is no data set: it has no provinces/ folder",
    "error.no-file": "there is no {path}",
    "error.no-data-file": "{path} is no data file",
    "error.how-many": "compare takes two to {most} different provinces",
    "error.not-extensive": "{id} is no count that grows with a province; --per has no use",
    "error.unknown-province": "there is no province '{name}'",
    "error.unknown-indicator": "there is no indicator '{name}'",
    "error.unknown-subject": "there is no province or indicator '{name}'",
    "error.unknown-basis": "there is no basis '{name}'",
    "error.unknown-method": "there is no method '{name}'",
    "error.unknown-region": "there is no region '{name}'",
    "error.did-you-mean": "did you mean {matches}?",
    "error.or": " or ",
    "error.list-province": "All provinces: dtcompare list provinces",
    "error.list-indicator": "All indicators: dtcompare list indicators",
    "error.list-subject": "All indicators: dtcompare list indicators",
    "error.list-basis": "All bases: dtcompare list bases",
    "error.list-method": "All methods: dtcompare list methods",
    "error.list-region": "All regions: dtcompare list regions",
    "error.bad-period": (
        "'{text}' is no period; write 2025, 2025-06, 2025-06-30, 2025-Q4, 2025-H1 or 2021/2025"
    ),
    "error.bad-date": "'{text}' is no date; write 2025-06-30",
    "error.bad-scope": "'{text}' is no scope; write one of {keys}, or KEY=NAME",
    "error.bad-format": "'{text}' is no format; one of {known}",
    "error.stdout-closed": "standard output is closed",
    "standard-output": "standard output",
    "error.cannot-write": "cannot write {path}: {reason}",
    "error.cannot-read": "cannot read {path}: {reason}",
    "error.empty-path": "{option} is empty; give it a name",
    "error.not-regular": "{path} is no regular file; name one, or a new one",
    "error.unknown-suffix": "'{suffix}' is no suffix dtcompare writes; one of {known}",
    "error.chart-option": "{option} is for charts; save one with -o FILE.png, .svg or .pdf",
    "error.alt-is-chart": "--alt {path} is the file of the chart; name another one",
    "error.chart-kind": "there is no chart '{kind}' of this; one of {known}",
    "error.no-chart": "of this there is no chart; save a table, with a suffix like .csv or .html",
    "error.chart-no-grid": (
        "register.yaml gives no tiles for the provinces of {day}, so there is no map; "
        "leave --chart map out"
    ),
    "error.chart-rows": (
        "{rows} rows do not fit on one page ({size});"
        " draw some with --first 5 --last 3, or take another --size"
    ),
    "error.chart-full": (
        "the chart does not fit on one page ({size}, {rows} rows); take another --size"
    ),
    "error.chart-bump": "{id} has no published places; --chart bump draws a published index alone",
    "error.no-national-targets": "--against takes 'national'",
    "error.usage": "{command} -h shows what can be typed.",
    "error.unexpected": "something went wrong inside dtcompare: {what}; --debug shows where",
    "note.highlight": "note: --highlight changes nothing in this chart for {name}",
    "note.letters-lent": (
        "note: the typeface of charts has no {signs}: another font stands in, or an empty box"
    ),
    "note.right-to-left": "note: right-to-left text is not drawn in PNG and PDF: {signs}; save SVG",
    "note.former": "note: '{name}' is taken for the former {unit} {id}, which ended on {date}",
    "answered-with": "note: '{typed}' is answered by: dtcompare {command}",
    # The bare command
    "home.data": "Data: {n} {units} of today, {former} former ones. Newest page read: {date}.",
    "error.no-pyarrow": (
        'Parquet needs pyarrow, which is not installed; pip install "dtcompare[parquet]"'
    ),
    "error.needs-file": "{format} is no text; say where it goes: -o FILE",
    "error.unknown-export": (
        "no export format has the suffix {suffix!r}; known are {known}, or say --format"
    ),
    "cache.none": "There is no folder for compiled copies.",
    "cache.foreign": "Not used: the folder is not yours alone.",
    "cache.entry": "{name}: {size} kB",
    "cache.count": "{n} compiled copies.",
    "cache.count.one": "1 compiled copy.",
    "cache.count.zero": "No compiled copies.",
    "cache.cleared": "{n} compiled copies removed.",
    "cache.cleared.one": "1 compiled copy removed.",
    "cache.cleared.zero": "There was nothing to remove.",
    "reading": "Reading {bar} {done} of {of} files",
    "drawing": "Drawing {bar} {done} of {of} charts",
    "drawing.not": "not drawn: {name}: {why}",
    "home.data.no-date": "Data: {n} {units} of today, {former} former ones.",
    # Adding lines
    "error.cannot-place": (
        "{file} is written in a way that leaves no place for a line of its own; add it by hand"
    ),
    "error.missing-option": "{option} is missing",
    "error.missing-choice": "{option} is missing; one of {choices}",
    "error.bad-change": "'{text}' is no change; write KEY=N with one of {keys}",
    "error.twice": "{option} is given a second time by '{text}'",
    "error.out-of-place": "{option} does not go with the rest",
    "error.known-source": "source '{id}' is there already; leave {option} out",
    "error.new-source": "there is no source '{name}' yet; a new one needs {options}",
    "error.file-there": "{path} is there already; dtcompare add {id} adds to it",
    "error.bundled": (
        "{path} came with dtcompare, and an update would undo the change; edit a clone of the "
        "repository, or a copy, and name it with --data"
    ),
    "error.no-national": (
        "there is no national.yaml; begin it with a line 'name: ...', what the whole is called"
    ),
    "error.overtaken": "{path} has changed since it was read; nothing was written, try again",
    "add.dry-run": "nothing written (dry run)",
    "ask.province": "Province",
    "ask.indicator": "Indicator",
    "ask.word": "Word before the number",
    "ask.number": "Number (digits as printed, a dot for decimals)",
    "ask.numbers": "The two numbers (50 55)",
    "ask.again": "'{answer}' does not fit; write it as in the brackets",
    "ask.period": "Period (2025, 2025-06, 2025-Q4, unstated)",
    "ask.by": "Due by (2026, 2026-06-30)",
    "ask.basis": "Share of what",
    "ask.method": "Measured how",
    "ask.source": "Id of the source (a-z, 0-9, like bpt-2026-07)",
    "ask.title": "Title, in its own language",
    "ask.publisher": "Publisher",
    "ask.published": "Published (2026-02-03, 2026-02, unknown)",
    "ask.url": "Address (https://...)",
    "error.new-source-near": (
        "there is no source '{name}' (near: {near}); a new one needs {options}"
    ),
    "add.refused": "nothing was written",
    # Revisions
    "error.no-git": "git is not installed, or not on the PATH",
    "error.no-repository": "{path} is in no git repository",
    "error.no-revision": "there is no revision '{revision}' in this repository",
    "error.no-revision-fetch": (
        "there is no revision '{revision}' in this shallow clone; "
        "fetch it: git fetch --depth=1 origin {revision}"
    ),
    "error.no-revision-deepen": (
        "there is no revision '{revision}' in this shallow clone; "
        "fetch more of it: git fetch --deepen=50"
    ),
    "error.no-contents": (
        "the files of {revision} are not in this clone; fetch them: git fetch --refetch --no-filter"
    ),
    "error.not-there-then": "{revision} has no data set in {path}",
    # What changed
    "diff.title": "what changed in the data",
    "diff.none": "nothing changed.",
    "diff.around": "catalogue, register or description changed",
    "diff.added": "added",
    "diff.changed": "changed",
    "diff.removed": "removed",
    "diff.count.values.added": "{n} figures added",
    "diff.count.values.added.one": "1 figure added",
    "diff.count.values.changed": "{n} figures changed",
    "diff.count.values.changed.one": "1 figure changed",
    "diff.count.values.removed": "{n} figures removed",
    "diff.count.values.removed.one": "1 figure removed",
    "diff.count.targets.added": "{n} targets added",
    "diff.count.targets.added.one": "1 target added",
    "diff.count.targets.changed": "{n} targets changed",
    "diff.count.targets.changed.one": "1 target changed",
    "diff.count.targets.removed": "{n} targets removed",
    "diff.count.targets.removed.one": "1 target removed",
    "diff.count.sources.added": "{n} sources added",
    "diff.count.sources.added.one": "1 source added",
    "diff.count.sources.changed": "{n} sources changed",
    "diff.count.sources.changed.one": "1 source changed",
    "diff.count.sources.removed": "{n} sources removed",
    "diff.count.sources.removed.one": "1 source removed",
    "diff.count.moves": "{n} {units} move in a ranking",
    "diff.count.moves.one": "1 {unit} moves in a ranking",
    "diff.count.met": "{n} targets became met",
    "diff.count.met.one": "1 target became met",
    "diff.count.contradictions": "{n} new contradictions",
    "diff.count.contradictions.one": "1 new contradiction",
    "diff.count.indices.added": "{n} composite indices added",
    "diff.count.indices.added.one": "1 composite index added",
    "diff.count.indices.changed": "{n} composite indices redefined",
    "diff.count.indices.changed.one": "1 composite index redefined",
    "diff.count.indices.removed": "{n} composite indices removed",
    "diff.count.indices.removed.one": "1 composite index removed",
    "diff.count.scores": "{n} {units} shift in a composite index",
    "diff.count.scores.one": "1 {unit} shifts in a composite index",
    "diff.count.broken": "{n} composite indices cannot be worked out",
    "diff.count.broken.one": "1 composite index cannot be worked out",
    "diff.no-moves": "no place in a ranking moves",
    "diff.lines": "Figures and targets",
    "diff.moves": "Places that move",
    "diff.verdicts": "Targets judged anew",
    "diff.scores": "Composite indices that shift",
    "diff.scores.added": "Composite indices added",
    "diff.scores.changed": "Composite indices redefined",
    "diff.scores.removed": "Composite indices removed",
    "diff.scores.broken": "Cannot be worked out",
    "diff.broken.was": "{name}, before: {message}",
    "diff.broken.is": "{name}, now: {message}",
    "diff.index.added": "added",
    "diff.index.changed": "redefined",
    "diff.index.removed": "removed",
    "diff.ranked": "Ranked for the first time",
    "diff.unranked": "No longer ranked",
    "diff.contradictions": "New contradictions",
    "diff.sources.added": "Sources added",
    "diff.sources.changed": "Sources changed",
    "diff.sources.removed": "Sources removed",
    "diff.column.change": "Change",
    "diff.column.indicator": "Indicator",
    "diff.column.period": "When",
    "diff.column.was": "Was",
    "diff.column.is": "Is",
    "diff.column.index": "Index",
    "diff.column.score-was": "Score was",
    "diff.column.score-is": "Score is",
    "diff.column.place-was": "Place was",
    "diff.column.place-is": "Place is",
    "diff.column.page": "Source and line",
    "diff.column.figure": "Figure",
    "diff.column.target": "Target",
    "diff.in": "{period}",
    "diff.by": "by {period}",
    "diff.reject": "rejected: {why}",
    "diff.prefer": "preferred",
    "diff.no-note": "without its note",
    "diff.contradiction": "{name}, {indicator}: {chosen} ({one}) against {other} ({two})",
    "error.unknown-schema": "there is no schema '{name}'",
    "error.list-schema": "All schemas: dtcompare schema",
}
