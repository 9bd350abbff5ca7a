"""Problems of data files said, and what ``check`` prints: text, JSON, the commands of a CI run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from dtcompare.model.problem import Problem
from dtcompare.words import catalogue, say

if TYPE_CHECKING:
    from dtcompare.view.documents.check import CheckDocument, ProblemDocument


def problem_message(problem: Problem, lang: str) -> str:
    """Say what is wrong and what to write. On one line, without the place."""
    facts: dict[str, Any] = {**problem.facts}
    if "where" in facts:
        facts["where"] = _where(str(facts["where"]), str(facts.get("of", "")), lang)
    text = say(lang, f"problem.{problem.key}", **facts)
    if "near" in facts:
        text += say(lang, "problem.near", near=facts["near"])
    elif "choices" in facts:
        text += say(lang, "problem.choices", choices=", ".join(facts["choices"]))
    return text


def _where(part: str, of: str, lang: str) -> str:
    """Return the words for a part of a file; a section is called by its key."""
    key = f"problem.where.{part}"
    return say(lang, key, of=of) if key in catalogue(lang) else part


def problem_line(problem: Problem, lang: str) -> str:
    """Return ``FILE:LINE:COLUMN: error: what is wrong; what to write [code]``."""
    level = say(lang, f"problem.{problem.level}")
    place = f"{_visible(problem.file)}:{problem.line}:{problem.column}"
    return f"{place}: {level}: {problem_message(problem, lang)} [{problem.code}]"


def problems_text(
    problems: Sequence[Problem], files: int, lang: str, *, usable: bool = False
) -> str:
    """Return all problems, a line each, then the line that counts them."""
    lines = [problem_line(problem, lang) for problem in problems]
    return "\n".join([*lines, count_line(problems, files, lang, usable=usable)])


def count_line(problems: Sequence[Problem], files: int, lang: str, *, usable: bool = False) -> str:
    """Say how many errors and warnings there are, in how many of the files.

    ``usable``: none of the errors keeps the commands from answering.
    """
    errors = [problem for problem in problems if problem.level == "error"]
    warnings = len(problems) - len(errors)
    if not problems:
        return say(lang, "problem.count.none", n=files)
    counts = say(lang, "problem.count.errors", n=len(errors))
    if warnings:
        counts += f", {say(lang, 'problem.count.warnings', n=warnings)}"
    if not errors or usable:
        return say(lang, "problem.count.usable", n=files, counts=counts)
    broken = len({problem.file for problem in problems})
    return say(lang, "problem.count.broken", n=max(files, broken), counts=counts, broken=broken)


def problems_document(problems: Sequence[Problem], files: int, lang: str) -> CheckDocument:
    """Return the problems as JSON (schema "check/1")."""
    errors = sum(problem.level == "error" for problem in problems)
    return {
        "schema": "check/1",
        "files": files,
        "errors": errors,
        "warnings": len(problems) - errors,
        "problems": [_entry(problem, lang) for problem in problems],
    }


def _entry(problem: Problem, lang: str) -> ProblemDocument:
    """Return one problem as JSON."""
    return {
        "file": _visible(problem.file),
        "line": problem.line,
        "column": problem.column,
        "level": problem.level,
        "code": problem.code,
        "message": problem_message(problem, lang),
    }


def github_line(problem: Problem, root: str, lang: str) -> str:
    """Return the workflow command that shows a problem on the changed line of a pull request.

    ``root`` is the data set's folder relative to the repository's.
    """
    properties = {
        "file": (PurePosixPath(root) / problem.file).as_posix(),
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.code,
    }
    return workflow_command(problem.level, properties, problem_message(problem, lang))


def workflow_command(command: str, properties: Mapping[str, str], message: str) -> str:
    """Return a command to the CI run: an error, a warning or a notice at a place of a file."""
    told = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
    return f"::{command} {told}::{_escaped(message)}"


def _escaped(text: str, signs: str = "") -> str:
    """Return ``text`` with the signs that would end a command or property written as %XX."""
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" or c in signs else c for c in text)


def _visible(path: str) -> str:
    """Return a path that can be printed on one line."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in path)


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
