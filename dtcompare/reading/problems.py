"""The problems of one file, collected while it is read."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any, TypeAlias

from dtcompare.model.label import DATA_LANGUAGES
from dtcompare.model.problem import Problem
from dtcompare.reading.nodes import Node, Position
from dtcompare.text import close_matches, fold

Placed: TypeAlias = Node | Position | None  # None: the whole file

_LONGEST = 60
_MOST_CHOICES = 12
_LIKE = 0.65  # of 1; one slip in six letters is above, another word of the list below
_MOST_SUGGESTIONS = 50  # each one compares with every known name


def shown(text: str, longest: int = _LONGEST) -> str:
    """Return ``text`` fit for one line of a message: nothing invisible, not too long."""
    if len(text) <= longest and text.isprintable() and "  " not in text and text == text.strip():
        return text
    text = " ".join(text[: longest * 4].split())
    safe = "".join("\ufffd" if unicodedata.category(c)[0] in "CZ" and c != " " else c for c in text)
    return safe if len(safe) <= longest else f"{safe[: longest - 1]}…"


def _safe(fact: object) -> object:
    """Return a fact that may be printed: text made fit for one line."""
    if isinstance(fact, str):
        return shown(fact)
    if isinstance(fact, tuple):
        return tuple(_safe(part) for part in fact)
    return fact


class ProblemList:
    """Collects the problems of one file; nothing more is said of a line in ``silent``.

    ``languages`` are those that its texts may be in; ``today`` is the last day that has begun.
    """

    def __init__(self, file: str, languages: Iterable[str] = (), today: date = date.max) -> None:
        self.file = file
        self.today = today
        self.languages = frozenset((*DATA_LANGUAGES, *languages))
        self.problems: list[Problem] = []
        self.lines: list[str] = []
        self.silent: set[int] = set()
        self._texts: dict[tuple[str, frozenset[str]], tuple[Node, int]] = {}
        self._suggestions = 0

    @property
    def broken(self) -> bool:
        """Return whether an error was found."""
        return any(problem.level == "error" for problem in self.problems)

    def add(
        self,
        at: Placed,
        code: str,
        key: str = "",
        *,
        level: str = "error",
        **facts: object,
    ) -> None:
        """Note a problem at a place (None: the whole file); ``key`` is the code if left out."""
        line, column = self._inside(at)
        if line in self.silent:
            return
        plain = {name: _safe(fact) for name, fact in facts.items()}
        self.problems.append(Problem(self.file, line, column, code, key or code, plain, level))

    def add_unknown(
        self,
        at: Placed,
        code: str,
        typed: str,
        known: Iterable[str],
        *,
        key: str = "",
        listed: bool = True,
        **facts: Any,
    ) -> None:
        """Note a word that is none of the known ones, with what it may have meant."""
        hint = self.hint(typed, known, listed=listed)
        self.add(at, code, key, typed=typed, **facts, **hint)

    def count_text(self, part: str, at: Node, languages: Iterable[str] = ()) -> None:
        """Count a text of a ``part`` of the file that is in these languages; none: in one alone."""
        key = (part, frozenset(languages))
        first, n = self._texts.get(key, (at, 0))
        self._texts[key] = (first, n + 1)

    def tell_untranslated(self, languages: Sequence[str]) -> None:
        """Warn of texts that are not in all the languages: once a part, at the first of them."""
        missing: dict[str, tuple[Node, int]] = {}
        for (part, spoken), (at, n) in self._texts.items():
            if spoken.issuperset(languages) or (not spoken and len(languages) == 1):
                continue
            first, count = missing.get(part, (at, 0))
            earlier = min(first, at, key=lambda node: (node.line, node.column))
            missing[part] = (earlier, count + n)
        for part, (at, n) in missing.items():
            self.add(
                at, "untranslated", level="warning", name=part, n=n, languages=", ".join(languages)
            )

    def _inside(self, at: Placed) -> tuple[int, int]:
        """Return the place, moved to the end of the text where it lies beyond."""
        if at is None or not self.lines:
            return (1, 1)
        if at.line > len(self.lines):
            return (len(self.lines), len(self.lines[-1]) + 1)
        return (at.line, min(at.column, len(self.lines[at.line - 1]) + 1))

    def hint(self, word: str, known: Iterable[str], *, listed: bool = True) -> dict[str, Any]:
        """Return the facts that tell what ``word`` may have meant: the nearest name, or choices.

        Without ``listed`` the choices are not told.
        """
        names = known if isinstance(known, Collection) else tuple(known)
        self._suggestions += 1
        if self._suggestions <= _MOST_SUGGESTIONS and len(word) <= _LONGEST:
            folded = {fold(name): name for name in names}
            if found := close_matches(fold(word), folded, 1, _LIKE):
                return {"near": folded[found[0]]}
        if listed and 0 < len(names) <= _MOST_CHOICES:
            return {"choices": tuple(names)}
        return {}
