"""What ``check`` prints: the problems of one or more data sets as text, JSON or CI commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from dtcompare.model.problem import Problem
from dtcompare.view.problems import count_line, github_line, problems_document, problems_text


class Checked(Struct, frozen=True):
    """Problems of data sets and the number of files checked.

    ``roots`` gives, for each problem, the folder of its data set as seen from the working folder.
    ``usable``: the commands would answer all the same.
    """

    problems: tuple[Problem, ...]
    roots: tuple[str, ...]
    files: int
    usable: bool = False


def _text(checked: Checked, lang: str) -> str:
    return problems_text(checked.problems, checked.files, lang, usable=checked.usable) + "\n"


def _json(checked: Checked, lang: str) -> str:
    from dtcompare.view.structured import json_text  # noqa: PLC0415 (JSON only)

    return json_text(problems_document(checked.problems, checked.files, lang))


def _github(checked: Checked, lang: str) -> str:
    pairs = zip(checked.problems, checked.roots, strict=True)
    lines: Sequence[str] = [github_line(problem, root, lang) for problem, root in pairs]
    count = count_line(checked.problems, checked.files, lang, usable=checked.usable)
    return "\n".join([*lines, count]) + "\n"


REPORTERS: Mapping[str, Callable[[Checked, str], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}
