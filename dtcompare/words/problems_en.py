"""What can be wrong in a data file, in English: what it is; what to write."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["WORDS"]

WORDS: Mapping[str, str] = {
    # the line itself
    "problem.error": "error",
    "problem.warning": "warning",
    "problem.near": "; did you mean '{near}'?",
    "problem.choices": "; one of: {choices}",
    "problem.count.errors": "{n} errors",
    "problem.count.errors.one": "1 error",
    "problem.count.warnings": "{n} warnings",
    "problem.count.warnings.one": "1 warning",
    "problem.count.broken": (
        "{counts} in {broken} of {n} files. No command uses this data set until they are mended."
    ),
    "problem.count.broken.one": (
        "{counts} in {broken} of 1 file. No command uses this data set until they are mended."
    ),
    "problem.count.usable": "{counts} in {n} files.",
    "problem.count.usable.one": "{counts} in 1 file.",
    "problem.count.none": "no problems in {n} files.",
    "problem.count.none.one": "no problems in 1 file.",
    # where a key stands
    "problem.where.file": "the file",
    "problem.where.line": "a line of '{of}'",
    "problem.where.scope": "scope",
    "problem.where.change": "change",
    "problem.where.source": "source '{of}'",
    "problem.where.unit": "unit '{of}'",
    "problem.where.method": "method '{of}'",
    "problem.where.indicator": "indicator '{of}'",
    "problem.where.province": "'{of}'",
    "problem.where.names": "names",
    "problem.where.former-name": "a former name",
    "problem.where.extent": "'{of}'",
    "problem.where.islands": "islands '{of}'",
    "problem.where.grid": "grid '{of}'",
    "problem.where.label": "'{of}'",
    "problem.where.leaf": "leaf '{of}'",
    "problem.where.node": "group '{of}'",
    "problem.where.scale": "scale",
    "problem.where.scale-target": "the target of a scale",
    # files
    "problem.missing-file": "missing; every data set needs it",
    "problem.unknown-file": "no file of this name belongs to a data set",
    "problem.file-suffix": "data files end in .yaml; rename it to {name}",
    "problem.outside": "a link out of the data set; put the file itself here",
    "problem.is-folder": "this is a folder; a file was expected",
    "problem.cannot-read": "cannot be read ({reason})",
    "problem.too-large": "larger than {limit} KiB",
    "problem.unknown-province": "'{typed}' is no province in register.yaml",
    # the text itself
    "problem.not-utf8": "byte 0x{byte} is not UTF-8; save the file as UTF-8",
    "problem.odd-character": (
        "invisible character {number} ({name}); delete it or type a plain space"
    ),
    "problem.odd-escape": "an escape writes the invisible character {number}; take it out",
    "problem.not-nfc": "'{letter}' is written in two parts (NFD); retype it or save as NFC",
    "problem.not-nfc-escape": (
        "an escape writes a letter in two parts (NFD); type the letter itself"
    ),
    "problem.look-alike": "{number} only looks like '{letter}'; retype it",
    "problem.git-conflict": "a git conflict marker; finish the merge first",
    "problem.tab": "a tab indents this line; YAML wants spaces",
    "problem.empty": "the file is empty",
    "problem.two-documents": "'---' starts a second document; a data file is one document",
    "problem.too-deep": "nested more than {levels} levels",
    "problem.no-tags": (
        "anchors (&x) and tags (!x) are not allowed in data files; write the value out"
    ),
    "problem.no-directive": "directives (%) are not allowed in data files; take the line out",
    "problem.no-merge": "'<<' merge keys are not allowed in data files; write the keys out",
    "problem.second-colon": "a second ': ' on this line; put the text in quotes",
    "problem.misplaced-colon": (
        "a key cannot stand here; indent it like its neighbours, or put the text in quotes"
    ),
    "problem.open-quote": "the quote opened here is never closed",
    "problem.bad-escape": "'\\' starts no known escape here; use single quotes, or write '\\\\'",
    "problem.unclosed": (
        "missing ',' or '{bracket}' (is every {{ closed, and every text with ':' or ',' in quotes?)"
    ),
    "problem.nothing-here": "a value is missing here; take the extra sign out, or fill it in",
    "problem.no-colon": "this line is no 'key: value'; add the ':' or take it out",
    "problem.sign-number": (
        "'{sign}' cannot start a value; write '{word}: {number}' in place of '{name}: {typed}'"
    ),
    "problem.sign": "'{sign}' cannot start a value; put the text in quotes",
    "problem.misplaced": (
        "this line does not fit the one above; indent it like its neighbours, close every quote"
    ),
    # keys and words
    "problem.bad-key": "a key must be a word",
    "problem.unknown-key": "unknown key '{name}' in {where}",
    "problem.missing-key": "{where} has no '{name}'",
    "problem.double-key": "'{name}' again in {where}; first on line {first}",
    "problem.by-in-values": "'{name}' belongs under targets; a value has 'period'",
    "problem.period-in-targets": "'{name}' belongs under values; a target has 'by'",
    "problem.in-register": "'{name}' belongs in register.yaml",
    "problem.ended-province": "'{name}' is for a province that has ended; list it under former",
    "problem.some-key": "{where} is empty; give it one key at least",
    "problem.nothing": "'{name}' is empty; fill it in or take it out",
    "problem.want-mapping": "'{name}' must be keys with values, like '{{key: value}}'",
    "problem.want-brackets": "'{name}' must be a list: put it in [ ]",
    "problem.want-size": "'{name}' must be a list of {size}",
    "problem.want-span": "'{name}' must be two numbers, like [50, 55]",
    "problem.want-text": "'{name}' must be a text",
    "problem.want-true": "{name} is 'true' or left out",
    "problem.want-flag": "{name} is true or false",
    "problem.double-item": "'{typed}' again in '{name}'",
    "problem.unknown-word": "unknown {name} '{typed}'",
    "problem.undeclared-word": "{name} '{typed}' is not declared",
    "problem.bad-id": "'{typed}' is no id; use a-z, 0-9 and '-', like 'phu-tho'",
    "problem.bad-prefix": "'{typed}' is listed under former; its id must begin with '{prefix}'",
    "problem.bad-code": 'code must be two digits in quotes, like "01"',
    "problem.bare-code": (
        'code {typed} must be in quotes: "{typed}" '
        "(other YAML readers turn 01 and 010 into 1 and 8)"
    ),
    "problem.bad-season": "season '{typed}' is no duration; write P1Y (a year) or P3M (3 months)",
    "problem.bad-url": "{name} '{typed}' must be a full https:// address",
    "problem.loose-text": (
        "'{typed}' stands alone: a comma inside {{ }} ends the text before it; "
        "put that text in quotes"
    ),
    "problem.missing-colon": "'{typed}' has no colon; write '{word}: ...'",
    "problem.tight-colon": "'{typed}' needs a space after the colon: '{word}: ...'",
    "problem.decimal-comma": (
        "'{typed}': a comma ends the value inside {{ }}; write {number} or {other}"
    ),
    # numbers
    "problem.want-number-alone": "{name} must be a single number",
    "problem.no-value": "{name} is empty; leave the whole line out if there is no number",
    "problem.quoted-number": "{name} is a number in quotes; write {number} without them",
    "problem.foreign-digits": "'{typed}' has non-ASCII digits; write 0-9",
    "problem.signed-number": ("'{typed}': write '{word}: {number}' in place of '{name}: {typed}'"),
    "problem.percent-sign": "'{typed}': the unit is in the catalogue; write {number}",
    "problem.number-of": "'{typed}': write 'rank: {rank}, of: {of}'",
    "problem.time-number": "'{typed}' is not a number (a time?)",
    "problem.comma-number": "'{typed}' has a decimal comma; write {number}",
    "problem.comma-or-thousands": (
        "'{typed}' has a comma; write {number} if it marks decimals, {other} if thousands"
    ),
    "problem.dots-number": "'{typed}' has dots as thousands marks; write {number}",
    "problem.zero-number": "'{typed}' starts with 0; write {number}",
    "problem.marked-number": "'{typed}' has thousands marks; write {number}",
    "problem.long-number": "'{typed}' has too many digits to be a figure",
    "problem.exponent-number": "'{typed}': write the number out in digits",
    "problem.bare-dot": "'{typed}' is an incomplete number; write {number}",
    "problem.word-number": "{name} must be a number, not '{typed}'",
    "problem.want-whole": "{name} must be a whole number, not {number}",
    "problem.dot-thousands": "{amount} reads as {read}; write {write}",
    "problem.too-low": "{name} cannot be {number}; {least} at least",
    "problem.too-high": "{name} cannot be {number}; {most} at most",
    "problem.bad-span": "'{name}' runs from {low} to {high}; the lower number comes first",
    "problem.not-percent": "{number} is not a percentage (0 to 100)",
    "problem.not-between": "{number} is outside the unit '{unit}' ({low} to {high})",
    "problem.below-least": "{number} is too low for the unit '{unit}' ({low} at least)",
    "problem.above-most": "{number} is too high for the unit '{unit}' ({high} at most)",
    "problem.nothing-left": "{amount} leaves no number that the unit '{unit}' can have",
    "problem.fraction": (
        "{number} looks like a share of one; percentages are 0 to 100 ({percent}?)"
    ),
    "problem.two-numbers": "'{first}' and '{second}' on one line; keep one",
    "problem.no-number": (
        "a line of '{id}' has no number: "
        "give one of value, about, over, nearly, at_least, at_most, between"
    ),
    "problem.no-number-ranked": (
        "a line of '{id}' has no number: give rank or top, or a score under value"
    ),
    "problem.rank-unit": ("'{id}' is measured in {unit}; a published rank belongs to an index"),
    "problem.rank-over": "{word} {number} of {of} cannot be",
    "problem.needless-of": "'of' goes with rank or top; take it out",
    "problem.no-of": "a rank of the country needs 'of', the number of countries",
    "problem.unstated-of": (
        "a rank of '{id}' without a period needs 'of': the number of provinces has changed"
    ),
    # dates
    "problem.date-alone": "{name} must be a single date",
    "problem.no-date": "{name} is empty; write a date, like 2025 or 2025-12-31",
    "problem.date-forms": (
        "{name} '{typed}' is not a date; use 2025, 2025-12, 2025-12-31, 2025-Q4 or 2021/2025"
    ),
    "problem.date-write": "{name} '{typed}' is not a date; write {write}",
    "problem.date-no-day": "{name} '{typed}': there is no {day}",
    "problem.date-years": "{name} '{typed}' is outside {first} to {last}",
    "problem.date-backwards": "{name} '{typed}' ends before it starts",
    "problem.date-day": "{name} '{typed}' must be a day, like 2025-07-01",
    "problem.future": "period {period} has not begun; a goal belongs under targets",
    "problem.after-source": "period {period} is later than the source ({source}, {published})",
    "problem.after-end": (
        "period {period} began after this province ended ({until}); "
        "move the line to the province it became part of"
    ),
    "problem.before-merger": (
        "period {period} ended before this province was formed ({since}); move the line to "
        "former/, or add 'recast: true' if the source worked it out for today's borders"
    ),
    "problem.until-before-since": "until {until} is not after since ({since})",
    # province, sources, lines
    "problem.name-file": "name '{name}', but {id} is {wanted}",
    "problem.unknown-source": "unknown source '{typed}'",
    "problem.undeclared-source": "unknown source '{typed}'; declare it under sources",
    "problem.double-source": (
        "source '{id}' has the url of '{other}' (a translation is the same source; use read_in)"
    ),
    "problem.shared-source": "source '{id}' is in sources.yaml too; keep one, or rename this one",
    "problem.unused-source": "source '{id}' is not cited by any line",
    "problem.unknown-indicator": "unknown indicator '{typed}'",
    "problem.alias": "'{typed}' is an alias; write '{id}'",
    "problem.no-lines": "'{id}' has no lines; give it one or take it out",
    "problem.no-dash": "'{id}' must be a list: put '- ' before the {{",
    "problem.basis-fixed": "'{id}' is always a share of {basis}; leave 'basis' out",
    "problem.no-basis": "'{id}' has no basis in the catalogue; leave 'basis' out",
    "problem.no-methods": "'{id}' has no methods in the catalogue; leave 'method' out",
    "problem.double-line": "the same line of '{id}' again; first on line {first}",
    "problem.conflict": (
        "'{id}': line {first} gives {said} ({by}), this one {also} ({other}); "
        "mark one 'prefer: true' or one 'reject: why'"
    ),
    "problem.conflict-preferred": (
        "'{id}': line {first} gives {said} ({by}), this one {also} ({other}), both preferred; "
        "keep one 'prefer: true'"
    ),
    "problem.order": "'{id}': oldest first; this line is older than the one before",
    "problem.falls": (
        "{id} falls from {said} ({when}) to {also} ({then}); "
        "is one of them a part, or one operator's? then give it a scope"
    ),
    "problem.moved": (
        "{id} moves from {said} ({when}) to {also} ({then}); "
        "look at the page again, and add a note if it is true"
    ),
    "problem.looser-target": (
        "{id}: {aim} by {by} is less than {said} ({when}, line {line}), reached before it was set; "
        "add a note if it is true"
    ),
    "problem.same-page": (
        "source '{id}' looks like the page of '{other}' at another address; keep one"
    ),
    "problem.overdue": "{id}: due by {by}, and no figure since",
    # catalogue and register
    "problem.double-alias": "alias '{typed}' already leads to '{other}'",
    "problem.breaks-order": "breaks must stand in the order of time, each once",
    "problem.double-code": "'{id}' has the code of '{other}'",
    "problem.double-tile": "'{id}' has the tile of '{other}'",
    "problem.double-grid": "grid '{id}' ends on {until} like '{other}'; keep one",
    "problem.grid-gap": "grid '{id}' has no tile for {names}, which existed until {until}",
    "problem.grid-time": "'{id}' did not exist when this grid ended, on {until}; take it out",
    "problem.no-tile": "islands '{id}' belong to '{province}', which has no tile here",
    "problem.unknown-unit": "unknown unit '{typed}'",
    "problem.merge-map": "'{id}' does not list {former} under 'from'",
    "problem.merge-map-into": "{former} does not say 'into: {id}'",
    "problem.merge-map-day": "{former} ended on {until}, but '{id}' began on {since}",
    # scores
    "problem.coverage-without-skip": "'coverage' goes with 'missing: skip'; take one out",
    "problem.floor-arithmetic": "'floor' goes with 'aggregate: geometric'; take it out",
    "problem.log-without-bounds": "'log' goes with 'bounds'; take it out",
    "problem.log-of-zero": "bounds of a log scale begin above 0, not at {number}",
    "problem.zscore-to": "'to' does not go with zscore, which has no ends; take it out",
    "problem.not-in-tree": "'{typed}' is nowhere in the tree",
    "problem.no-weight": "every weight here is 0; give one child a weight",
    "problem.group-indicator": "'{typed}' is an indicator; call the group something else",
    "problem.unscored": ("'{id}' is a {unit}, and larger provinces have more; no score may use it"),
    "problem.unscored-none": "'{id}' has 'better: none'; no score may use it",
    "problem.no-scale": "this scale does not say of what kind it is",
    "problem.two-scales": "two scales in one; keep one",
    "problem.flat-target": "'from' and 'to' are both {number}; they must differ",
    "problem.zscore-mixed": "zscore and other scales never mix; use one kind throughout",
    "problem.zscore-product": "zscore cannot be multiplied; use 'aggregate: arithmetic' above it",
    "problem.constant-column": (
        "all {n} figures of '{id}' are alike, so {scale} tells nothing apart; write fixed bounds"
    ),
    "problem.constant-column.one": (
        "there is only one figure of '{id}', so {scale} tells nothing apart; write fixed bounds"
    ),
    "problem.constant-target": (
        "no figure of '{id}' lies short of its target, so 'from: worst' ({scale}, {n} figures) "
        "tells nothing; write a number"
    ),
}
