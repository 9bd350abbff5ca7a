"""Lines of the plainest form, ``- {key: word, key: word}``, understood without a YAML parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dtcompare.reading.nodes import Pairs

__all__ = ["MARK", "Plain", "plain_lines"]

MARK = "~"  # what the YAML parser is shown in place of the braces

# A word begins with a letter or digit and holds no sign that means anything to YAML.
_WORD = r"-?[^\W_][^,:#?\[\]{}]*(?<!\s)"
_PLAIN = re.compile(rf"( +- )\{{([a-z_]+: {_WORD}(?:, [a-z_]+: {_WORD})*)\}}")


@dataclass(slots=True)
class Plain:
    """A text and its plain lines; ``taken`` are those met where a value may stand.

    Plain lines that follow one another at one depth are one run, shown to the parser as one mark.
    ``runs`` are the mappings by the number of the first line.
    """

    text: str
    runs: dict[int, list[Pairs]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def take(self, line: int) -> list[Pairs]:
        """The mappings of the run that begins on that line."""
        self.taken.add(line)
        return self.runs[line]


def plain_lines(lines: Sequence[str]) -> Plain:
    """The text with a mark in place of each run of plain mappings."""
    found: dict[int, list[Pairs]] = {}
    shortened = list(lines)
    run: list[Pairs] = []
    last, depth = 0, ""
    for number, line in enumerate(lines, 1):
        match = _PLAIN.fullmatch(line) if line.endswith("}") else None
        if match is None:
            continue
        start, body = match.groups()
        pairs = [pair.split(": ") for pair in body.split(", ")]
        flat = dict(pairs)
        if len(flat) != len(pairs):
            continue
        if number == last + 1 and start == depth:
            shortened[number - 1] = ""
        else:
            run = found[number] = []
            shortened[number - 1] = start + MARK
        run.append(Pairs(None, number, len(start) + 1, flow=True, flat=flat))
        last, depth = number, start
    return Plain("\n".join(shortened) + "\n", found)
