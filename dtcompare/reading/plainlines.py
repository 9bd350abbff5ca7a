"""Lines of the plainest form, ``- {key: word, key: word}``, understood without a YAML parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dtcompare.reading.nodes import Pairs

__all__ = ["MARK", "Plain", "plain_lines"]

MARK = "~"  # what the YAML parser is shown in place of the braces

# A word begins with a letter or digit and holds no sign that means anything to YAML.
_WORD = r"-?[^\W_](?:[^,:#?\[\]{}]*[^,:#?\[\]{}\s])?"
_PLAIN = re.compile(rf"( +- )\{{([a-z_]+: {_WORD}(?:, [a-z_]+: {_WORD})*)\}}")


@dataclass(slots=True)
class Plain:
    """A text and its plain lines by number; ``taken`` are those met where a value may stand."""

    text: str
    lines: dict[int, Pairs] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def take(self, line: int) -> Pairs:
        """The mapping on that line."""
        self.taken.add(line)
        return self.lines[line]


def plain_lines(lines: Sequence[str]) -> Plain:
    """The text with a mark in place of each plain mapping."""
    found: dict[int, Pairs] = {}
    shortened = list(lines)
    for number, line in enumerate(lines, 1):
        match = _PLAIN.fullmatch(line) if line.endswith("}") else None
        if match is None:
            continue
        start, body = match.groups()
        words = body.replace(", ", ": ").split(": ")
        flat = dict(zip(words[::2], words[1::2], strict=True))
        if 2 * len(flat) == len(words):
            found[number] = Pairs(None, number, len(start) + 1, flow=True, flat=flat)
            shortened[number - 1] = start + MARK
    return Plain("\n".join(shortened) + "\n", found)
