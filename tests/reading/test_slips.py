"""Every slip is told in one line, at the place where it is to be mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from dtcompare.reading import read_folder
from dtcompare.view.problems import problem_line
from tests.reading.country import TODAY, Slip, found, fresh

NORTH, SOUTH, WEST = "provinces/north.yaml", "provinces/south.yaml", "provinces/former/west.yaml"
CATALOGUE, REGISTER, SCORE = "indicators.yaml", "register.yaml", "scores/digital.yaml"
FIRST = "- {period: 2024, value: 40, basis: area, source: paper}"
MASTS = "- {period: 2025, value: 120, source: paper}"
ONLINE = "- {period: 2025-Q2, value: 55, method: survey, source: paper}"
NEARLY = "- {period: 2025, nearly: 98, source: paper}"
TARGET = "- {by: 2026, at_least: 65, basis: people, source: plan}"
RANK = "- {period: 2024, rank: 2, value: 61.5, source: decree-9}"

TEXT = [
    Slip("tab inside", NORTH, "A year of", "A year§\tof", "odd-character"),
    Slip("soft hyphen", NORTH, "A year of", "A ye§\u00adar of", "odd-character"),
    Slip("text direction", NORTH, "A year of", "A §\u202eyear of", "odd-character"),
    Slip("line separator", NORTH, "A year of", "A year§\u2028of", "odd-character"),
    Slip("next line sign", NORTH, "A year of", "A year§\x85of", "odd-character"),
    Slip("nul byte", NORTH, "A year of", "A §\x00year of", "odd-character"),
    Slip("replacement sign", NORTH, "A year of", "A §\ufffd year of", "odd-character"),
    Slip("escape for a bell", NORTH, "title: A year of masts", 'title: §"a\\x07b"', "odd-character"),
    Slip("escape for two parts", NORTH, "A year of masts", '§"u\\u0301"', "not-nfc"),
    Slip("look-alike letter", NORTH, "A year of", "A year o§\u212b of", "not-nfc"),
    Slip("two slips on one line", NORTH, "A year of", "A§\u00a0year\u00a0of", "odd-character"),
    Slip("merge half done", NORTH, "targets:\n", "§=======\ntargets:\n", "git-conflict"),
    Slip("tab after spaces", NORTH, "  fibre:\n", "  §\tfibre:\n", "yaml-syntax"),
    Slip("directive", SOUTH, "name: Nam Hồ", "§%YAML 1.1\n---\nname: Nam Hồ", "no-tags"),
    Slip("alias", NORTH, "title: A year of masts", "title: §*x", "no-tags"),
    Slip("non-specific tag", NORTH, "title: A year", "title: §! A year", "no-tags"),
    Slip("tag on a mapping", NORTH, FIRST, "- §!!map {period: 2024}", "no-tags"),
    Slip("empty document first", SOUTH, "name: Nam Hồ", "---\n§---\nname: Nam Hồ", "two-documents"),
    Slip("open quote", NORTH, "title: A year", "title: §'A year", "yaml-syntax"),
    Slip("unknown escape", NORTH, "title: A year of masts", 'title: "a§\\qb"', "yaml-syntax"),
    Slip("brace open to the end", NORTH, "source: plan}\n  online:\n    - {by: 2027, every: year, "
         "value: 80, source: plan}\n", "source: plan}\n  online:\n    - {by: 2027, value: 80,§",
         "yaml-syntax"),
    Slip("no colon", NORTH, "publisher: The Paper", "§publisher The Paper", "yaml-syntax"),
    Slip("reserved sign", NORTH, "title: A year", "title: §@A year", "yaml-syntax"),
    Slip("wrong indent", NORTH, "    publisher: Council", "   §publisher: Council", "yaml-syntax"),
    Slip("a > in a block", NORTH, "title: A year of masts", "title: §>99 masts", "yaml-syntax"),
    Slip("too deep", NORTH, FIRST, "- {scope: {ward: [[[§[x]]]]}}", "too-deep"),
]

KEYS = [
    Slip("key that is a list", NORTH, FIRST, "- {§[a]: 1, period: 2024, value: 40}", "bad-key"),
    Slip("complex key", NORTH, "targets:\n", "? §[a, b]\n: c\ntargets:\n", "bad-key"),
    Slip("missing space", NORTH, FIRST, "- {period: 2024, §value:40, basis: area, source: paper}",
         "loose-text"),
    Slip("missing colon", NORTH, FIRST, "- {period: 2024, §value 40, basis: area, source: paper}",
         "loose-text"),
    Slip("lone key in the middle", NORTH, FIRST,
         "- {period: 2024, §prefer, value: 40, basis: area, source: paper}", "loose-text"),
    Slip("merge key in a line", NORTH, FIRST, "- {§<<: {period: 2024}, value: 40}", "no-merge"),
    Slip("period among targets", NORTH, TARGET,
         "- {§period: 2026, at_least: 65, basis: people, source: plan}", "wrong-part"),
    Slip("every among values", NORTH, FIRST,
         "- {period: 2024, §every: year, value: 40, basis: area, source: paper}", "wrong-part"),
    Slip("empty section", SOUTH, "values:\n", "targets§:\nvalues:\n", "empty-value", at="4:9"),
    Slip("section of text", SOUTH, "values:\n", "targets: §none\nvalues:\n", "want-mapping"),
    Slip("empty list of lines", NORTH, "  signal:\n    - {by", "  §income: []\n  signal:\n    - {by",
         "empty-value"),
    Slip("line of text", NORTH, FIRST, "- §40 percent", "want-mapping"),
    Slip("null line", NORTH, FIRST, "-§", "empty-value"),
    Slip("empty scope", NORTH, "{operator: Red, ward: Old Town}", "§{}", "empty-value"),
    Slip("unknown tier", NORTH, "{operator: Red, ward: Old Town}", "{tier: §wards}", "unknown-word"),
    Slip("scope of text", NORTH, "{operator: Red, ward: Old Town}", "§Old Town", "want-mapping"),
    Slip("change without a number", NORTH, "{times: 2, since: 2020}", "{times: §twice}", "want-number"),
    Slip("unknown key of change", NORTH, "{times: 2, since: 2020}", "{§time: 2}", "unknown-key"),
    Slip("note without text", NORTH, "note: the city first", "note: §", "empty-value"),
    Slip("note of a list", NORTH, "note: the city first", "note: §[a, b]", "want-text"),
    Slip("quoted true", SOUTH, "recast: true", 'recast: §"true"', "want-true"),
    Slip("false in place of nothing", SOUTH, "recast: true", "recast: §false", "want-true"),
    Slip("two names", SOUTH, "name: Nam Hồ", "name: Nam Hồ\n§name: Nam Hồ", "double-key"),
    Slip("no name", SOUTH, "name: Nam Hồ\n", "", "missing-key", at="1:1"),
]

LINES = [
    Slip("two number words", NORTH, MASTS, "- {period: 2025, §value: 120, over: 100, source: paper}",
         "two-numbers"),
    Slip("about beside a rank", NORTH, RANK, "- {period: 2024, §rank: 2, about: 61, source: decree-9}",
         "two-numbers"),
    Slip("rank and top", NORTH, RANK, "- {period: 2024, §rank: 2, top: 3, source: decree-9}",
         "two-numbers"),
    Slip("no number of an index", NORTH, RANK, "- §{period: 2024, source: decree-9}", "no-number"),
    Slip("of without rank", NORTH, MASTS, "- {period: 2025, value: 120, §of: 3, source: paper}",
         "needless-of"),
    Slip("rank of a count", NORTH, MASTS, "- {period: 2025, §rank: 1, source: paper}", "rank-unit"),
    Slip("rank over of", NORTH, RANK, "- {period: 2024, rank: §4, source: decree-9}", "out-of-range"),
    Slip("rank nought", NORTH, RANK, "- {period: 2024, rank: §0, source: decree-9}", "out-of-range"),
    Slip("half a rank", NORTH, RANK, "- {period: 2024, rank: §1.5, source: decree-9}", "want-whole"),
    Slip("rank over of a former one", WEST, "rank: 3", "rank: §5", "out-of-range"),
    Slip("unstated of", NORTH, RANK, "- §{period: unstated, rank: 2, source: decree-9}", "missing-key"),
    Slip("between upside down", NORTH, "[80, 90]", "§[90, 80]", "bad-span"),
    Slip("between of one", NORTH, "[80, 90]", "§[80]", "want-list"),
    Slip("between of words", NORTH, "[80, 90]", "[80, §ninety]", "want-number"),
    Slip("between with thousands", NORTH, "[80, 90]", "[80, §1.200]", "dot-thousands"),
    Slip("over 100", NORTH, NEARLY, "- {period: 2025, over: §100, source: paper}", "out-of-range"),
    Slip("nearly 0", NORTH, NEARLY, "- {period: 2025, nearly: §0, source: paper}", "out-of-range"),
    Slip("thousands of crowns", NORTH, "at_least: 12.5", "at_least: §12.500", "dot-thousands"),
    Slip("half a mast", NORTH, MASTS, "- {period: 2025, value: §120.5, source: paper}", "want-whole"),
    Slip("a number of 30 digits", NORTH, MASTS, f"- {{period: 2025, value: §{'9' * 30}, source: paper}}",
         "want-number"),
    Slip("number in a list", NORTH, MASTS, "- {period: 2025, value: §[120], source: paper}", "want-number"),
    Slip("comma for thousands", NORTH, MASTS, '- {period: 2025, value: §"1,200", source: paper}',
         "want-number"),
    Slip("a plus sign", NORTH, MASTS, "- {period: 2025, value: §+120, source: paper}", "want-number"),
    Slip("dot first", NORTH, NEARLY, "- {period: 2025, nearly: §.98, source: paper}", "want-number"),
    Slip("infinity", NORTH, MASTS, "- {period: 2025, value: §.inf, source: paper}", "want-number"),
    Slip("hexadecimal", NORTH, MASTS, "- {period: 2025, value: §0x1F, source: paper}", "want-number"),
    Slip("less than", NORTH, NEARLY, '- {period: 2025, nearly: §"<=98", source: paper}', "want-number"),
    Slip("unknown method", NORTH, ONLINE, "- {period: 2025-Q2, value: 55, method: §surway, source: paper}",
         "unknown-word"),
    Slip("method of none", NORTH, MASTS, "- {period: 2025, value: 120, §method: survey, source: paper}",
         "no-methods"),
    Slip("basis of none", NORTH, MASTS, "- {period: 2025, value: 120, §basis: area, source: paper}",
         "basis-fixed"),
    Slip("basis in capitals", NORTH, FIRST, "- {period: 2024, value: 40, basis: §Area, source: paper}",
         "unknown-word"),
    Slip("shared word misspelt", NORTH, "- {by: 2027, every: year", "- {by: 2027, every: §month",
         "unknown-word"),
    Slip("unknown source, none near", NORTH, FIRST, "- {period: 2024, value: 40, basis: area, source: §zzz}",
         "unknown-source"),
    Slip("conflict of ranks", NORTH, RANK, f"{RANK}\n    - §{{period: 2024, rank: 3, source: decree-9}}",
         "conflict"),
    Slip("two preferred", NORTH, MASTS, "- {period: 2025, value: 120, prefer: true, source: paper}\n"
         "    - §{period: 2025, value: 130, prefer: true, source: plan}", "conflict"),
    Slip("conflict of targets", NORTH, TARGET,
         f"{TARGET}\n    - §{{by: 2026, at_most: 60, basis: people, source: plan}}", "conflict"),
    Slip("line again in another order", NORTH, MASTS,
         f"{MASTS}\n    - §{{source: paper, value: 120, period: 2025}}", "double-line"),
    Slip("older target second", NORTH, TARGET,
         f"{TARGET}\n    - §{{by: 2025, at_least: 50, basis: people, source: plan}}", "order", "warning"),
    Slip("a count falls", NORTH, MASTS, "- §{period: 2025, value: 70, source: paper}", "falls", "warning"),
    Slip("a hundredth", NORTH, NEARLY, "- {period: 2024, value: §0.98, source: paper}", "fraction",
         "warning"),
]

DATES = [
    Slip("year of two digits", NORTH, FIRST, "- {period: §24, value: 40, basis: area, source: paper}",
         "bad-date"),
    Slip("year out of reach", NORTH, FIRST, "- {period: §1024, value: 40, basis: area, source: paper}",
         "bad-date"),
    Slip("quarter first", NORTH, ONLINE, "- {period: §Q2/2025, value: 55, method: survey, source: paper}",
         "bad-date"),
    Slip("month in words", NORTH, FIRST, "- {period: §May 2024, value: 40, basis: area, source: paper}",
         "bad-date"),
    Slip("date in a list", NORTH, FIRST, "- {period: §[2024], value: 40, basis: area, source: paper}",
         "bad-date"),
    Slip("29 February", NORTH, "published: 2025-10-05", "published: §2025-02-29", "bad-date"),
    Slip("day with an hour", NORTH, "published: 2025-10-05", "published: §2025-10-05 08:00", "bad-date"),
    Slip("unstated for published", NORTH, "published: unknown", "published: §unstated", "bad-date"),
    Slip("unstated deadline", NORTH, TARGET, "- {by: §unstated, at_least: 65, basis: people, source: plan}",
         "bad-date"),
    Slip("after the paper", NORTH, MASTS, "- {period: §2025-11, value: 120, source: paper}",
         "after-source"),
    Slip("before the merger", SOUTH, "value: 20, basis: area, recast: true", "value: 20, basis: area",
         "before-merger", at="6:16"),
    Slip("after the old paper", WEST, "- {period: 2018, rank: 3", "- {period: §2020, rank: 3",
         "after-source"),
    Slip("after the end", WEST, """    published: 2019-05-01
    url: https://example.com/west
values:
  league:
    - {period: 2018, rank: 3""", """    published: unknown
    url: https://example.com/west
values:
  league:
    - {period: §2020, rank: 3""", "after-end"),
]

SOURCES = [
    Slip("unused", NORTH, "  plan:\n", "  §spare: {title: a, publisher: b, published: 2020, "
         "url: 'https://example.com/x'}\n  plan:\n", "unused-source"),
    Slip("same page twice", NORTH, "https://example.com/plan", "https://example.com/masts",
         "double-source", at="11:3"),
    Slip("id of a shared source", SOUTH, "values:\n", "  §decree-9: {title: a, publisher: b, "
         "published: 2020, url: 'https://example.com/x'}\nvalues:\n", "double-source"),
    Slip("no page at all", NORTH, "url: https://example.com/plan", "url: §see above", "bad-url"),
    Slip("bare host", NORTH, "url: https://example.com/plan", "url: §https://localhost", "bad-url"),
    Slip("archive of another kind", NORTH, "    number: 12/KH", "    archived: §ftp://x.org/a",
         "bad-url"),
    Slip("source is a text", NORTH, "  plan:\n", "  more: §see below\n  plan:\n", "want-mapping"),
    Slip("source id in capitals", NORTH, "  plan:\n    title: \"Plan: the next years\"",
         "  §Plan:\n    title: \"Plan: the next years\"", "bad-id"),
    Slip("shared source unused", "sources.yaml", "sources:\n", "sources:\n  §spare: {title: a, "
         "publisher: b, published: 2020, url: 'https://example.com/x'}\n", "unused-source", "warning"),
]

CATALOGUES = [
    Slip("unknown unit", CATALOGUE, "unit: index", "unit: §indexes", "unknown-word"),
    Slip("unknown group", CATALOGUE, "group: net\n    unit: count", "group: §nets\n    unit: count",
         "unknown-word"),
    Slip("unknown basis", CATALOGUE, "basis: homes", "basis: §houses", "unknown-word"),
    Slip("unknown method", CATALOGUE, "[survey, own-count]", "[§surveys, own-count]", "unknown-word"),
    Slip("unknown related", CATALOGUE, "related: [signal]", "related: [§signals]", "unknown-word"),
    Slip("alias of another", CATALOGUE, "aliases: [signal-share]", "aliases: [§masts]", "double-alias"),
    Slip("season in words", CATALOGUE, "season: P3M", "season: §3 months", "bad-season"),
    Slip("season of nothing", CATALOGUE, "season: P3M", "season: §P0Y", "bad-season"),
    Slip("breaks backwards", CATALOGUE, "breaks: [2021, 2024]", "breaks: §[2024, 2021]", "bad-span"),
    Slip("break of no year", CATALOGUE, "breaks: [2021, 2024]", "breaks: [§21]", "out-of-range"),
    Slip("better in words", CATALOGUE, "better: none", "better: §more", "unknown-word"),
    Slip("ends upside down", CATALOGUE, "min: 0, max: 100", "min: 200, max: §100", "bad-span"),
    Slip("yes for true", CATALOGUE, "ranked: true", "ranked: §yes", "want-true"),
    Slip("label in French", CATALOGUE, "income:\n    name: {vi: Thu nhập}",
         "income:\n    name: {§fr: Revenu}", "unknown-key"),
    Slip("label of nothing", CATALOGUE, "state: Government", "state: §{}", "empty-value"),
    Slip("no better", CATALOGUE, "    unit: count\n    better: none", "    unit: count", "missing-key",
         at="56:5"),
    Slip("no units", CATALOGUE, "units:\n", "unit§s_:\n", "unknown-key", at="5:1"),
    Slip("indicator of nothing", CATALOGUE, "indicators:\n", "indicators:\n  §spare:\n", "empty-value"),
    Slip("indicator id in capitals", CATALOGUE, "  rules:\n", "  §Rules:\n", "bad-id"),
    Slip("basis twice", CATALOGUE, "[area, people]", "[area, people, §area]", "double-item"),
]

REGISTERS = [
    Slip("bare code", REGISTER, 'code: "01"', "code: §01", "bad-code"),
    Slip("ISO code", REGISTER, 'code: "01"', "code: §XX-01", "bad-code"),
    Slip("code of another", REGISTER, 'Nam Hồ, code: "02"', 'Nam Hồ, code: §"01"', "double-code"),
    Slip("misspelt part", REGISTER, "[former/east, former/west]", "[former/east, §former/wets]",
         "unknown-province"),
    Slip("part left out", REGISTER, "[former/east, former/west]", "[former/east]", "merge-map",
         at="10:56"),
    Slip("part goes nowhere", REGISTER, """[former/east, former/west]}
  isle: {name: Đảo, type: city, population: {value: 1200, source: decree-9, status: estimated}, """
         """area: {value: 12.5, source: decree-9}}
former:
  former/east: {name: Đông Hồ, code: "02", until: 2020-01-01, into: south}""",
         """[§former/east, former/west]}
  isle: {name: Đảo}
former:
  former/east: {name: Đông Hồ, code: "02", until: 2020-01-01}""", "merge-map"),
    Slip("misspelt whole", REGISTER, "former/west: {name: Tây Hồ, until: 2020-01-01, into: south}",
         "former/west: {name: Tây Hồ, until: 2020-01-01, into: §suoth}", "unknown-province"),
    Slip("another day", REGISTER, "former/west: {name: Tây Hồ, until: 2020-01-01",
         "former/west: {name: Tây Hồ, until: §2021-01-01", "merge-map"),
    Slip("former without its mark", REGISTER, "  former/west:", "  §west:", "bad-id"),
    Slip("no end", REGISTER, "{name: Tây Hồ, until: 2020-01-01, into", "§{name: Tây Hồ, into",
         "missing-key"),
    Slip("province of today ends", REGISTER, "name: Đảo, type", "name: Đảo, §until: 2030-01-01, type",
         "wrong-part"),
    Slip("unknown region", REGISTER, "region: hills", "region: §hill", "unknown-word"),
    Slip("unknown kind", REGISTER, "type: city", "type: §town", "unknown-word"),
    Slip("tile of three", REGISTER, "tile: [0, 1]", "tile: §[0, 1, 2]", "want-list"),
    Slip("month for a day", REGISTER, "until: 2010-01-01", "until: §2010-01", "bad-date"),
    Slip("people without a source", REGISTER, "{value: 12.5, source: decree-9}", "§{value: 12.5}",
         "missing-key"),
    Slip("unknown source of people", REGISTER, "{value: 12.5, source: decree-9}",
         "{value: 12.5, source: §decree-8}", "unknown-source"),
    Slip("unknown key", REGISTER, "aliases: [upper]", "§alias: [upper]", "unknown-key"),
    Slip("province of nothing", REGISTER, "provinces:\n", "provinces:\n  §spare:\n", "empty-value"),
]

SCORES = [
    Slip("unknown indicator", SCORE, "fibre: {weight", "§fiber: {weight", "unknown-indicator"),
    Slip("alias of an indicator", SCORE, "    signal: {", "    §signal-share: {", "alias"),
    Slip("extensive leaf", SCORE, "fibre: {weight: 1, scale: minmax}", "§masts: {weight: 1, scale: minmax}",
         "unscored"),
    Slip("leaf that is never ranked", SCORE, "fibre: {weight: 1, scale: minmax}",
         "§rules: {weight: 1, scale: minmax}", "unscored"),
    Slip("indicator twice", SCORE, "fibre: {weight: 1, scale: minmax}",
         "§signal: {weight: 1, basis: area, scale: minmax}", "double-key"),
    Slip("negative weight", SCORE, "weight: 1.5", "weight: §-1.5", "out-of-range"),
    Slip("bounds upside down", SCORE, "bounds: [1, 100]", "bounds: §[100, 1]", "bad-span"),
    Slip("log from 0", SCORE, "bounds: [1, 100]", "bounds: §[0, 100]", "out-of-range"),
    Slip("flat target", SCORE, "{from: worst, to: 95}", "{from: 95, to: §95}", "bad-span"),
    Slip("unknown scale", SCORE, "scale: minmax", "scale: §minimax", "unknown-word"),
    Slip("two scales", SCORE, "{prank: true, to: [1, 100]}", "{prank: true, §minmax: true}", "bad-scale"),
    Slip("no scale", SCORE, "{prank: true, to: [1, 100]}", "§{to: [1, 100]}", "bad-scale"),
    Slip("log of a rank", SCORE, "{prank: true, to: [1, 100]}", "{prank: true, §log: true}",
         "needless-key"),
    Slip("zscore among others", SCORE, "scale: minmax", "scale: §zscore", "zscore-mixed"),
    Slip("no basis", SCORE, "{weight: 2, basis: area, scale", "§{weight: 2, scale", "missing-key"),
    Slip("no method", SCORE, "{weight: 1, method: survey, scale", "§{weight: 1, scale", "missing-key"),
    Slip("floor of a sum", SCORE, "      aggregate: arithmetic\n",
         "      aggregate: arithmetic\n      §floor: 1\n", "needless-key"),
    Slip("gate without gaps", SCORE, "missing: skip\ncoverage", "missing: refuse\n§coverage",
         "needless-key"),
    Slip("view of nothing", SCORE, "[online, services]", "[online, §service]", "unknown-word"),
    Slip("group like an indicator", SCORE, "    services:\n", "    §income:\n", "bad-id"),
    Slip("no weight of a group", SCORE, "      weight: 1.5\n", "", "missing-key", at="13:7"),
    Slip("too precise", SCORE, "precision: 2", "precision: §13", "out-of-range"),
]

ALL = [*TEXT, *KEYS, *LINES, *DATES, *SOURCES, *CATALOGUES, *REGISTERS, *SCORES]


@pytest.mark.parametrize("slip", ALL, ids=lambda slip: slip.name)
def test_one_slip_one_line(slip: Slip, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    at = slip.make(folder)
    assert found(folder) == [f"{slip.file}:{at}: {slip.level} [{slip.code}]"]
    for lang in ("en", "vi"):
        for problem in read_folder(folder, TODAY).problems:
            line = problem_line(problem, lang)
            assert line.isprintable(), line
