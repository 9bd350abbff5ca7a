"""Slips in the text itself, and in keys."""

from __future__ import annotations

from tests.reading.country import Slip

NORTH = "provinces/north.yaml"
SOUTH = "provinces/south.yaml"
FIRST = "- {period: 2024, value: 40, basis: area, source: paper}"
TARGET = "- {by: 2026, at_least: 65, basis: people, source: plan}"

TEXT = [
    Slip("tab inside", NORTH, "A year of", "A year§\tof", "odd-character"),
    Slip("soft hyphen", NORTH, "A year of", "A ye§\u00adar of", "odd-character"),
    Slip("text direction", NORTH, "A year of", "A §\u202eyear of", "odd-character"),
    Slip("line separator", NORTH, "A year of", "A year§\u2028of", "odd-character"),
    Slip("next line sign", NORTH, "A year of", "A year§\x85of", "odd-character"),
    Slip("nul byte", NORTH, "A year of", "A §\x00year of", "odd-character"),
    Slip("replacement sign", NORTH, "A year of", "A §\ufffd year of", "odd-character"),
    Slip(
        "escape for a bell", NORTH, "title: A year of masts", 'title: §"a\\x07b"', "odd-character"
    ),
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
    Slip(
        "brace open to the end",
        NORTH,
        "source: plan}\n  online:\n    - {by: 2027, every: year, value: 80, source: plan}\n",
        "source: plan}\n  online:\n    - {by: 2027, value: 80,§",
        "yaml-syntax",
    ),
    Slip("bare question", NORTH, FIRST, FIRST[:-1] + ", note: §So? No}", "yaml-syntax"),
    Slip("no colon", NORTH, "publisher: The Paper", "§publisher The Paper", "yaml-syntax"),
    Slip("reserved sign", NORTH, "title: A year", "title: §@A year", "yaml-syntax"),
    Slip("wrong indent", NORTH, "    publisher: Council", "   §publisher: Council", "yaml-syntax"),
    Slip("a > in a block", NORTH, "title: A year of masts", "title: §>99 masts", "yaml-syntax"),
    Slip("too deep", NORTH, FIRST, "- {scope: {ward: [[[§[x]]]]}}", "too-deep"),
]

KEYS = [
    Slip("key that is a list", NORTH, FIRST, "- {§[a]: 1, period: 2024, value: 40}", "bad-key"),
    Slip("complex key", NORTH, "targets:\n", "? §[a, b]\n: c\ntargets:\n", "bad-key"),
    Slip(
        "missing space",
        NORTH,
        FIRST,
        "- {period: 2024, §value:40, basis: area, source: paper}",
        "loose-text",
    ),
    Slip(
        "missing colon",
        NORTH,
        FIRST,
        "- {period: 2024, §value 40, basis: area, source: paper}",
        "loose-text",
    ),
    Slip(
        "lone key in the middle",
        NORTH,
        FIRST,
        "- {period: 2024, §prefer, value: 40, basis: area, source: paper}",
        "loose-text",
    ),
    Slip("merge key in a line", NORTH, FIRST, "- {§<<: {period: 2024}, value: 40}", "no-merge"),
    Slip(
        "period among targets",
        NORTH,
        TARGET,
        "- {§period: 2026, at_least: 65, basis: people, source: plan}",
        "wrong-part",
    ),
    Slip(
        "every among values",
        NORTH,
        FIRST,
        "- {period: 2024, §every: year, value: 40, basis: area, source: paper}",
        "wrong-part",
    ),
    Slip("empty section", SOUTH, "values:\n", "targets§:\nvalues:\n", "empty-value", at="4:9"),
    Slip("section of text", SOUTH, "values:\n", "targets: §none\nvalues:\n", "want-mapping"),
    Slip(
        "empty list of lines",
        NORTH,
        "  signal:\n    - {by",
        "  §income: []\n  signal:\n    - {by",
        "empty-value",
    ),
    Slip("line of text", NORTH, FIRST, "- §40 percent", "want-mapping"),
    Slip("null line", NORTH, FIRST, "-§", "empty-value"),
    Slip("empty scope", NORTH, "{operator: Red, ward: Old Town}", "§{}", "empty-value"),
    Slip(
        "unknown tier", NORTH, "{operator: Red, ward: Old Town}", "{tier: §wards}", "unknown-word"
    ),
    Slip("scope of text", NORTH, "{operator: Red, ward: Old Town}", "§Old Town", "want-mapping"),
    Slip(
        "change without a number",
        NORTH,
        "{times: 2, since: 2020}",
        "{times: §twice}",
        "want-number",
    ),
    Slip("unknown key of change", NORTH, "{times: 2, since: 2020}", "{§time: 2}", "unknown-key"),
    Slip("note without text", NORTH, "note: the city first", "note: §", "empty-value"),
    Slip("note of a list", NORTH, "note: the city first", "note: §[a, b]", "want-text"),
    Slip(
        "note in a third language",
        NORTH,
        "note: {en: on air,",
        "note: {§fr: à l'antenne,",
        "unknown-key",
    ),
    Slip("unknown remark", NORTH, "[year-assumed]", "[§year-asumed]", "unknown-word"),
    Slip("a remark twice", NORTH, "[year-assumed]", "[year-assumed, §year-assumed]", "double-item"),
    Slip("a source that is no copy", NORTH, "copy: true", "copy: §false", "want-true"),
    Slip(
        "an original of no address",
        NORTH,
        "original: https://example.org/masts",
        "original: §masts",
        "bad-url",
    ),
    Slip("quoted true", SOUTH, "recast: true", 'recast: §"true"', "want-true"),
    Slip("false in place of nothing", SOUTH, "recast: true", "recast: §false", "want-true"),
    Slip("two names", SOUTH, "name: Nam Hồ", "name: Nam Hồ\n§name: Nam Hồ", "double-key"),
    Slip("no name", SOUTH, "name: Nam Hồ\n", "", "missing-key", at="1:1"),
]
