"""Slips in value and target lines: numbers, words, dates."""

from __future__ import annotations

from tests.reading.country import Slip

NORTH = "provinces/north.yaml"
SOUTH = "provinces/south.yaml"
WEST = "provinces/former/west.yaml"
FIRST = "- {period: 2024, value: 40, basis: area, source: paper}"
MASTS = "- {period: 2025, value: 120, source: paper}"
ONLINE = "- {period: 2025-Q2, value: 55, method: survey, source: paper}"
NEARLY = "- {period: 2025, nearly: 98, source: paper}"
TARGET = "- {by: 2026, at_least: 65, basis: people, source: plan}"
RANK = "- {period: 2024, rank: 2, value: 61.5, source: decree-9}"

LINES = [
    Slip(
        "two number words",
        NORTH,
        MASTS,
        "- {period: 2025, §value: 120, over: 100, source: paper}",
        "two-numbers",
    ),
    Slip(
        "about beside a rank",
        NORTH,
        RANK,
        "- {period: 2024, §rank: 2, about: 61, source: decree-9}",
        "two-numbers",
    ),
    Slip(
        "rank and top",
        NORTH,
        RANK,
        "- {period: 2024, §rank: 2, top: 3, source: decree-9}",
        "two-numbers",
    ),
    Slip("no number of an index", NORTH, RANK, "- §{period: 2024, source: decree-9}", "no-number"),
    Slip(
        "of without rank",
        NORTH,
        MASTS,
        "- {period: 2025, value: 120, §of: 3, source: paper}",
        "needless-of",
    ),
    Slip("rank of a count", NORTH, MASTS, "- {period: 2025, §rank: 1, source: paper}", "rank-unit"),
    Slip(
        "rank over of", NORTH, RANK, "- {period: 2024, rank: §4, source: decree-9}", "out-of-range"
    ),
    Slip(
        "rank nought", NORTH, RANK, "- {period: 2024, rank: §0, source: decree-9}", "out-of-range"
    ),
    Slip(
        "half a rank", NORTH, RANK, "- {period: 2024, rank: §1.5, source: decree-9}", "want-whole"
    ),
    Slip("rank over of a former one", WEST, "rank: 3", "rank: §5", "out-of-range"),
    Slip(
        "unstated of",
        NORTH,
        RANK,
        "- §{period: unstated, rank: 2, source: decree-9}",
        "missing-key",
    ),
    Slip(
        "chosen and refused",
        NORTH,
        MASTS,
        "- {period: 2025, value: 120, source: paper, prefer: true, §reject: why}",
        "needless-key",
    ),
    Slip(
        "target chosen and refused",
        NORTH,
        TARGET,
        "- {by: 2026, at_least: 65, basis: people, source: plan, §reject: why, prefer: true}",
        "needless-key",
    ),
    Slip(
        "recast for borders that are gone",
        WEST,
        "rank: 3",
        "§recast: true, rank: 3",
        "needless-key",
    ),
    Slip("between upside down", NORTH, "[80, 90]", "§[90, 80]", "bad-span"),
    Slip("between of one", NORTH, "[80, 90]", "§[80]", "want-list"),
    Slip("between of words", NORTH, "[80, 90]", "[80, §ninety]", "want-number"),
    Slip("between with thousands", NORTH, "[80, 90]", "[80, §1.200]", "dot-thousands"),
    Slip("over 100", NORTH, NEARLY, "- {period: 2025, over: §100, source: paper}", "out-of-range"),
    Slip("nearly 0", NORTH, NEARLY, "- {period: 2025, nearly: §0, source: paper}", "out-of-range"),
    Slip("thousands of crowns", NORTH, "at_least: 12.5", "at_least: §12.500", "dot-thousands"),
    Slip(
        "half a mast", NORTH, MASTS, "- {period: 2025, value: §120.5, source: paper}", "want-whole"
    ),
    Slip(
        "a number of 30 digits",
        NORTH,
        MASTS,
        f"- {{period: 2025, value: §{'9' * 30}, source: paper}}",
        "want-number",
    ),
    Slip(
        "number in a list",
        NORTH,
        MASTS,
        "- {period: 2025, value: §[120], source: paper}",
        "want-number",
    ),
    Slip(
        "comma for thousands",
        NORTH,
        MASTS,
        '- {period: 2025, value: §"1,200", source: paper}',
        "want-number",
    ),
    Slip(
        "a plus sign", NORTH, MASTS, "- {period: 2025, value: §+120, source: paper}", "want-number"
    ),
    Slip(
        "dot first", NORTH, NEARLY, "- {period: 2025, nearly: §.98, source: paper}", "want-number"
    ),
    Slip("infinity", NORTH, MASTS, "- {period: 2025, value: §.inf, source: paper}", "want-number"),
    Slip(
        "sixteen digits",
        NORTH,
        MASTS,
        "- {period: 2025, value: §1234567890123456, source: paper}",
        "want-number",
    ),
    Slip(
        "hexadecimal", NORTH, MASTS, "- {period: 2025, value: §0x1F, source: paper}", "want-number"
    ),
    Slip(
        "less than",
        NORTH,
        NEARLY,
        '- {period: 2025, nearly: §"<=98", source: paper}',
        "want-number",
    ),
    Slip(
        "unknown method",
        NORTH,
        ONLINE,
        "- {period: 2025-Q2, value: 55, method: §surway, source: paper}",
        "unknown-word",
    ),
    Slip(
        "method of none",
        NORTH,
        MASTS,
        "- {period: 2025, value: 120, §method: survey, source: paper}",
        "no-methods",
    ),
    Slip(
        "basis of none",
        NORTH,
        MASTS,
        "- {period: 2025, value: 120, §basis: area, source: paper}",
        "basis-fixed",
    ),
    Slip(
        "basis in capitals",
        NORTH,
        FIRST,
        "- {period: 2024, value: 40, basis: §Area, source: paper}",
        "unknown-word",
    ),
    Slip(
        "shared word misspelt",
        NORTH,
        "- {by: 2027, every: year",
        "- {by: 2027, every: §month",
        "unknown-word",
    ),
    Slip(
        "unknown source, none near",
        NORTH,
        FIRST,
        "- {period: 2024, value: 40, basis: area, source: §zzz}",
        "unknown-source",
    ),
    Slip(
        "conflict of ranks",
        NORTH,
        RANK,
        f"{RANK}\n    - §{{period: 2024, rank: 3, source: decree-9}}",
        "conflict",
    ),
    Slip(
        "two preferred",
        NORTH,
        MASTS,
        "- {period: 2025, value: 120, prefer: true, source: paper}\n"
        "    - §{period: 2025, value: 130, prefer: true, source: plan}",
        "conflict",
    ),
    Slip(
        "conflict of targets",
        NORTH,
        TARGET,
        f"{TARGET}\n    - §{{by: 2026, at_most: 60, basis: people, source: plan}}",
        "conflict",
    ),
    Slip(
        "line again in another order",
        NORTH,
        MASTS,
        f"{MASTS}\n    - §{{source: paper, value: 120, period: 2025}}",
        "double-line",
    ),
    Slip(
        "older target second",
        NORTH,
        TARGET,
        f"{TARGET}\n    - §{{by: 2025, at_least: 50, basis: people, source: plan}}",
        "order",
        "warning",
    ),
    Slip(
        "a count falls",
        NORTH,
        MASTS,
        "- §{period: 2025, value: 70, source: paper}",
        "falls",
        "warning",
    ),
    Slip(
        "a hundredth",
        NORTH,
        NEARLY,
        "- {period: 2024, value: §0.98, source: paper}",
        "fraction",
        "warning",
    ),
]

DATES = [
    Slip(
        "year of two digits",
        NORTH,
        FIRST,
        "- {period: §24, value: 40, basis: area, source: paper}",
        "bad-date",
    ),
    Slip(
        "year out of reach",
        NORTH,
        FIRST,
        "- {period: §1024, value: 40, basis: area, source: paper}",
        "bad-date",
    ),
    Slip(
        "quarter first",
        NORTH,
        ONLINE,
        "- {period: §Q2/2025, value: 55, method: survey, source: paper}",
        "bad-date",
    ),
    *(
        Slip(
            f"school year {year}",
            NORTH,
            ONLINE,
            f"- {{period: §{year}, value: 55, method: survey, source: paper}}",
            "bad-date",
        )
        for year in ("2023/24", "2024-25", "FY2023/24", "FY 2023/2024", "fy2024")
    ),
    Slip(
        "two years that may be one school year",
        NORTH,
        ONLINE,
        "- §{period: 2023/2024, value: 55, method: survey, source: paper}",
        "two-years",
        "warning",
    ),
    Slip(
        "month in words",
        NORTH,
        FIRST,
        "- {period: §May 2024, value: 40, basis: area, source: paper}",
        "bad-date",
    ),
    Slip(
        "date in a list",
        NORTH,
        FIRST,
        "- {period: §[2024], value: 40, basis: area, source: paper}",
        "bad-date",
    ),
    Slip("29 February", NORTH, "published: 2025-10-05", "published: §2025-02-29", "bad-date"),
    Slip(
        "day with an hour",
        NORTH,
        "published: 2025-10-05",
        "published: §2025-10-05 08:00",
        "bad-date",
    ),
    Slip("unstated for published", NORTH, "published: unknown", "published: §unstated", "bad-date"),
    Slip(
        "unstated deadline",
        NORTH,
        TARGET,
        "- {by: §unstated, at_least: 65, basis: people, source: plan}",
        "bad-date",
    ),
    Slip(
        "after the paper",
        NORTH,
        MASTS,
        "- {period: §2025-11, value: 120, source: paper}",
        "after-source",
    ),
    Slip(
        "a change since a later day",
        NORTH,
        "since: 2020}",
        "since: §2025}",
        "since-later",
    ),
    Slip(
        "before the merger",
        SOUTH,
        "value: 20, basis: area, recast: true",
        "value: 20, basis: area",
        "before-merger",
        at="6:16",
    ),
    Slip(
        "after the old paper",
        WEST,
        "- {period: 2018, rank: 3",
        "- {period: §2020, rank: 3",
        "after-source",
    ),
    Slip(
        "after the end",
        WEST,
        """    published: 2019-05-01
    url: https://example.com/west
values:
  league:
    - {period: 2018, rank: 3""",
        """    published: unknown
    url: https://example.com/west
values:
  league:
    - {period: §2020, rank: 3""",
        "after-end",
    ),
]
