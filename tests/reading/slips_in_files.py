"""Slips in sources, catalogue, register and scores."""

from __future__ import annotations

from tests.reading.country import Slip

NORTH = "provinces/north.yaml"
SOUTH = "provinces/south.yaml"
CATALOGUE = "indicators.yaml"
REGISTER = "register.yaml"
SCORE = "scores/digital.yaml"

SOURCES = [
    Slip(
        "unused",
        NORTH,
        "  plan:\n",
        "  §spare: {title: a, publisher: b, published: 2020, "
        "url: 'https://example.com/x'}\n  plan:\n",
        "unused-source",
    ),
    Slip(
        "same page twice",
        NORTH,
        "https://example.com/plan",
        "https://example.com/masts",
        "double-source",
        at="12:3",
    ),
    Slip(
        "id of a shared source",
        SOUTH,
        "values:\n",
        "  §decree-9: {title: a, publisher: b, "
        "published: 2020, url: 'https://example.com/x'}\nvalues:\n",
        "double-source",
    ),
    Slip("page of a day to come", NORTH, "2025-10-05", "§2062-01-05", "future"),
    Slip("page of a month to come", NORTH, "2025-10-05", "§2026-12", "future"),
    Slip(
        "read on a day to come", NORTH, "    number: 12/KH", "    accessed: §2026-11-22", "future"
    ),
    Slip(
        "read before it was published",
        NORTH,
        "    read_in: [en, vi]",
        "    accessed: §2025-10-04",
        "read-early",
    ),
    Slip("data of a day to come", "dataset.yaml", "2026-01-15", "§2026-11-22", "future"),
    Slip("a score of a day to come", SCORE, "as_of: 2025-12-31", "as_of: §2026-11-22", "future"),
    Slip(
        "a score of a time to come",
        SCORE,
        "as_of: 2025-12-31",
        "as_of: 2025-12-31\nperiod: §2027",
        "future",
    ),
    Slip("shared page of a day to come", "sources.yaml", "2024-03", "§2062-01-05", "future"),
    Slip("no page at all", NORTH, "url: https://example.com/plan", "url: §see above", "bad-url"),
    Slip("bare host", NORTH, "url: https://example.com/plan", "url: §https://localhost", "bad-url"),
    Slip(
        "archive of another kind",
        NORTH,
        "    number: 12/KH",
        "    archived: §ftp://x.org/a",
        "bad-url",
    ),
    Slip("source is a text", NORTH, "  plan:\n", "  more: §see below\n  plan:\n", "want-mapping"),
    Slip(
        "source id in capitals",
        NORTH,
        '  plan:\n    title: "Plan: the next years"',
        '  §Plan:\n    title: "Plan: the next years"',
        "bad-id",
    ),
    Slip(
        "shared source unused",
        "sources.yaml",
        "sources:\n",
        "sources:\n  §spare: {title: a, "
        "publisher: b, published: 2020, url: 'https://example.com/x'}\n",
        "unused-source",
        "warning",
    ),
]

CATALOGUES = [
    Slip("unknown unit", CATALOGUE, "unit: index", "unit: §indexes", "unknown-word"),
    Slip(
        "unknown group",
        CATALOGUE,
        "group: net\n    unit: count",
        "group: §nets\n    unit: count",
        "unknown-word",
    ),
    Slip("unknown basis", CATALOGUE, "basis: homes", "basis: §houses", "unknown-word"),
    Slip(
        "unknown method", CATALOGUE, "[survey, own-count]", "[§surveys, own-count]", "unknown-word"
    ),
    Slip("unknown related", CATALOGUE, "related: [signal]", "related: [§signals]", "unknown-word"),
    Slip("part of nothing", CATALOGUE, "related: [signal]", "part_of: §signals", "unknown-word"),
    Slip(
        "alias of another",
        CATALOGUE,
        "aliases: [signal-share]",
        "aliases: [§masts]",
        "double-alias",
    ),
    Slip("season in words", CATALOGUE, "season: P3M", "season: §3 months", "bad-season"),
    Slip("season of nothing", CATALOGUE, "season: P3M", "season: §P0Y", "bad-season"),
    Slip(
        "breaks backwards", CATALOGUE, "breaks: [2021, 2024]", "breaks: §[2024, 2021]", "bad-span"
    ),
    Slip("break of no year", CATALOGUE, "breaks: [2021, 2024]", "breaks: [§21]", "out-of-range"),
    Slip("better in words", CATALOGUE, "better: none", "better: §more", "unknown-word"),
    Slip("ends upside down", CATALOGUE, "min: 0, max: 100", "min: 200, max: §100", "bad-span"),
    Slip("yes for true", CATALOGUE, "ranked: true", "ranked: §yes", "want-true"),
    Slip(
        "label in French",
        CATALOGUE,
        "income:\n    name: {vi: Thu nhập}",
        "income:\n    name: {§fr: Revenu}",
        "unknown-key",
    ),
    Slip("label of nothing", CATALOGUE, "state: Government", "state: §{}", "empty-value"),
    Slip(
        "no better",
        CATALOGUE,
        "    unit: count\n    better: none",
        "    unit: count",
        "missing-key",
        at="59:5",
    ),
    Slip("no units", CATALOGUE, "units:\n", "unit§s_:\n", "unknown-key", at="5:1"),
    Slip(
        "indicator of nothing",
        CATALOGUE,
        "indicators:\n",
        "indicators:\n  §spare:\n",
        "empty-value",
    ),
    Slip("indicator id in capitals", CATALOGUE, "  rules:\n", "  §Rules:\n", "bad-id"),
    Slip("basis twice", CATALOGUE, "[area, people]", "[area, people, §area]", "double-item"),
]

REGISTERS = [
    Slip(
        "ended before it began",
        REGISTER,
        "{name: Tây Hồ, until: 2020-01-01, into",
        "{name: Tây Hồ, since: 2021-01-01, until: §2020-01-01, into",
        "bad-date",
    ),
    Slip("list without brackets", REGISTER, "aliases: [upper]", "aliases: §upper", "want-list"),
    Slip("list of nothing", REGISTER, "aliases: [upper]", "aliases: §[]", "empty-value"),
    Slip("list left empty", REGISTER, ", aliases: [upper]}", ", aliases: §}", "empty-value"),
    Slip(
        "part that is no id",
        REGISTER,
        "[former/east, former/west]",
        "[former/east, §Tây Hồ]",
        "bad-id",
    ),
    Slip(
        "tile of another",
        REGISTER,
        "name: Đảo, type",
        "name: Đảo, tile: §[0, 1], type",
        "double-tile",
    ),
    Slip("code of a list", REGISTER, 'code: "01"', "code: §[1]", "want-text"),
    Slip("bare code", REGISTER, 'code: "01"', "code: §01", "bad-code"),
    Slip("ISO code", REGISTER, 'code: "01"', "code: §XX-01", "bad-code"),
    Slip(
        "name of another",
        REGISTER,
        "isle: {name: Đảo",
        "isle: {name: §Nam Hồ",
        "double-name",
        "warning",
    ),
    Slip(
        "id that Windows keeps for a device",
        REGISTER,
        "\nformer:",
        "\n  aux: {name: §Aux, since: 2020-01-01}\nformer:",
        "device-name",
        "warning",
    ),
    Slip(
        "alias that is another's name",
        REGISTER,
        "isle: {name: Đảo",
        "isle: {aliases: [northlake], name: §Đảo",
        "double-name",
        "warning",
    ),
    Slip("code of another", REGISTER, 'Nam Hồ, code: "02"', 'Nam Hồ, code: §"01"', "double-code"),
    Slip(
        "misspelt part",
        REGISTER,
        "[former/east, former/west]",
        "[former/east, §former/wets]",
        "unknown-province",
    ),
    Slip(
        "part left out",
        REGISTER,
        "[former/east, former/west]",
        "[former/east]",
        "merge-map",
        at="10:56",
    ),
    Slip(
        "part goes nowhere",
        REGISTER,
        """[former/east, former/west]}
  isle: {name: Đảo, type: city, population: {value: 1200, source: decree-9, status: estimated}, """
        """area: {value: 12.5, source: decree-9}}
former:
  former/east: {name: Đông Hồ, code: "02", until: 2020-01-01, into: south}""",
        """[§former/east, former/west]}
  isle: {name: Đảo}
former:
  former/east: {name: Đông Hồ, code: "02", until: 2020-01-01}""",
        "merge-map",
    ),
    Slip(
        "misspelt whole",
        REGISTER,
        "former/west: {name: Tây Hồ, until: 2020-01-01, into: south}",
        "former/west: {name: Tây Hồ, until: 2020-01-01, into: §suoth}",
        "unknown-province",
    ),
    Slip(
        "another day",
        REGISTER,
        "former/west: {name: Tây Hồ, until: 2020-01-01",
        "former/west: {name: Tây Hồ, until: §2021-01-01",
        "merge-map",
    ),
    Slip("former without its mark", REGISTER, "  former/west:", "  §west:", "bad-id"),
    Slip(
        "no end",
        REGISTER,
        "{name: Tây Hồ, until: 2020-01-01, into",
        "§{name: Tây Hồ, into",
        "missing-key",
    ),
    Slip(
        "province of today ends",
        REGISTER,
        "name: Đảo, type",
        "name: Đảo, §until: 2030-01-01, type",
        "wrong-part",
    ),
    Slip("unknown region", REGISTER, "region: hills", "region: §hill", "unknown-word"),
    Slip("unknown kind", REGISTER, "type: city", "type: §town", "unknown-word"),
    Slip("tile of three", REGISTER, "tile: [0, 1]", "tile: §[0, 1, 2]", "want-list"),
    Slip(
        "tile twice on a grid",
        REGISTER,
        "former/west: [1, 1]",
        "former/west: §[1, 0]",
        "double-tile",
    ),
    Slip(
        "islands on the tile of a province",
        REGISTER,
        "province: north, tile: [1, 2]",
        "province: north, tile: §[0, 1]",
        "double-tile",
    ),
    Slip("grid of nobody", REGISTER, "isle: [2, 1]", "§isel: [2, 1]", "unknown-province"),
    Slip("grid with half a tile", REGISTER, "isle: [2, 1]", "isle: §[2]", "want-list"),
    Slip(
        "grid with a gap",
        REGISTER,
        "{until: 2020-01-01, provinces: {north: [0, 0], isle: [2, 1]}",
        "{until: §2020-01-01, provinces: {north: [0, 0]}",
        "grid-gap",
    ),
    Slip(
        "grid of another time",
        REGISTER,
        "isle: [2, 1]",
        "isle: [2, 1], §south: [3, 3]",
        "grid-time",
    ),
    Slip(
        "grid without an end",
        REGISTER,
        "{until: 2020-01-01, provinces",
        "§{provinces",
        "missing-key",
    ),
    Slip(
        "grid of the same time",
        REGISTER,
        "grids:\n  before-2020: {until: 2020-01-01, provinces",
        "grids:\n  more: {until: 2020-01-01, provinces: {north: [0, 0], isle: [2, 1]}, "
        "former: {former/east: [1, 0], former/west: [1, 1]}}\n"
        "  before-2020: {until: §2020-01-01, provinces",
        "double-grid",
    ),
    Slip(
        "islands of a province without a tile",
        REGISTER,
        "province: north, tile: [1, 2]",
        "province: §isle, tile: [1, 2]",
        "no-tile",
    ),
    Slip("month for a day", REGISTER, "until: 2010-01-01", "until: §2010-01", "bad-date"),
    Slip(
        "people without a source",
        REGISTER,
        "{value: 12.5, source: decree-9}",
        "§{value: 12.5}",
        "missing-key",
    ),
    Slip(
        "unknown source of people",
        REGISTER,
        "{value: 12.5, source: decree-9}",
        "{value: 12.5, source: §decree-8}",
        "unknown-source",
    ),
    Slip("unknown key", REGISTER, "aliases: [upper]", "§alias: [upper]", "unknown-key"),
    Slip("province of nothing", REGISTER, "provinces:\n", "provinces:\n  §spare:\n", "empty-value"),
]

SCORES = [
    Slip(
        "children of text",
        SCORE,
        "fibre: {weight: 1, scale: minmax}",
        "more: {weight: 1, aggregate: arithmetic, children: §none}",
        "want-mapping",
    ),
    Slip(
        "no children",
        SCORE,
        "fibre: {weight: 1, scale: minmax}",
        "more: {weight: 1, aggregate: arithmetic, §children: {}}",
        "empty-value",
    ),
    Slip(
        "no weight at all",
        SCORE,
        "fibre: {weight: 1, scale: minmax}",
        "more: {weight: 1, aggregate: arithmetic, §children: {fibre: {weight: 0, scale: minmax}}}",
        "no-weight",
    ),
    Slip(
        "leaf of text", SCORE, "fibre: {weight: 1, scale: minmax}", "fibre: §minmax", "want-mapping"
    ),
    Slip(
        "zscore multiplied",
        SCORE,
        """    signal: {weight: 2, basis: area, scale: {bounds: [1, 100], log: true}}
    services:
      name: {en: Services, vi: Dịch vụ}
      weight: 1.5
      aggregate: arithmetic
      children:
        fibre: {weight: 1, scale: minmax}
        online: {weight: 1, method: survey, scale: {target: {from: worst, to: 95}}}
        league: {weight: 0, scale: {prank: true, to: [1, 100]}}
views:
  open: [online, services]
""",
        "    fibre: {weight: 1, scale: §zscore}\n",
        "zscore-mixed",
    ),
    Slip(
        "unknown part of a view with a name",
        SCORE,
        "  open: [online, services]",
        "  open: {name: {en: Open, vi: Mở}, of: [online, §service]}",
        "unknown-word",
    ),
    Slip(
        "view without parts",
        SCORE,
        "  open: [online, services]",
        "  open: §{name: {en: Open, vi: Mở}}",
        "missing-key",
    ),
    Slip("unknown indicator", SCORE, "fibre: {weight", "§fiber: {weight", "unknown-indicator"),
    Slip("alias of an indicator", SCORE, "    signal: {", "    §signal-share: {", "alias"),
    Slip(
        "extensive leaf",
        SCORE,
        "fibre: {weight: 1, scale: minmax}",
        "§masts: {weight: 1, scale: minmax}",
        "unscored",
    ),
    Slip(
        "leaf that is never ranked",
        SCORE,
        "fibre: {weight: 1, scale: minmax}",
        "§rules: {weight: 1, scale: minmax}",
        "unscored",
    ),
    Slip(
        "indicator twice",
        SCORE,
        "fibre: {weight: 1, scale: minmax}",
        "§signal: {weight: 1, basis: area, scale: minmax}",
        "double-key",
    ),
    Slip("negative weight", SCORE, "weight: 1.5", "weight: §-1.5", "out-of-range"),
    Slip("bounds upside down", SCORE, "bounds: [1, 100]", "bounds: §[100, 1]", "bad-span"),
    Slip("log from 0", SCORE, "bounds: [1, 100]", "bounds: §[0, 100]", "out-of-range"),
    Slip(
        "target below its start",
        SCORE,
        "{from: worst, to: 95}",
        "{from: 100, to: §95}",
        "bad-span",
    ),
    Slip("flat target", SCORE, "{from: worst, to: 95}", "{from: 95, to: §95}", "bad-span"),
    Slip("unknown scale", SCORE, "scale: minmax", "scale: §minimax", "unknown-word"),
    Slip(
        "two scales",
        SCORE,
        "{prank: true, to: [1, 100]}",
        "{prank: true, §minmax: true}",
        "bad-scale",
    ),
    Slip("no scale", SCORE, "{prank: true, to: [1, 100]}", "§{to: [1, 100]}", "bad-scale"),
    Slip(
        "log of a rank",
        SCORE,
        "{prank: true, to: [1, 100]}",
        "{prank: true, §log: true}",
        "needless-key",
    ),
    Slip("zscore among others", SCORE, "scale: minmax", "scale: §zscore", "zscore-mixed"),
    Slip("no basis", SCORE, "{weight: 2, basis: area, scale", "§{weight: 2, scale", "missing-key"),
    Slip(
        "no method", SCORE, "{weight: 1, method: survey, scale", "§{weight: 1, scale", "missing-key"
    ),
    Slip(
        "floor of a sum",
        SCORE,
        "      aggregate: arithmetic\n",
        "      aggregate: arithmetic\n      §floor: 1\n",
        "needless-key",
    ),
    Slip(
        "gate without gaps",
        SCORE,
        "missing: skip\ncoverage",
        "missing: refuse\n§coverage",
        "needless-key",
    ),
    Slip("view of nothing", SCORE, "[online, services]", "[online, §service]", "unknown-word"),
    Slip("group like an indicator", SCORE, "    services:\n", "    §income:\n", "bad-id"),
    Slip("no weight of a group", SCORE, "      weight: 1.5\n", "", "missing-key", at="13:7"),
    Slip("too precise", SCORE, "precision: 2", "precision: §13", "out-of-range"),
]
