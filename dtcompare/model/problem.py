"""What is wrong in a data file, and where: a value, not an exception."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field


class Problem(Struct, frozen=True):
    """One slip, one line.

    ``file`` is relative to the data set, ``line`` and ``column`` count from 1. ``key`` names the
    sentence in the word catalogues (``problem.`` is put before it), ``facts`` fill it in.
    """

    file: str
    line: int
    column: int
    code: str
    key: str
    facts: Mapping[str, object] = field(default_factory=dict)
    level: str = "error"

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Sort problems by place."""
        return (self.file, self.line, self.column, self.code)
