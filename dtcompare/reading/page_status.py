"""Dead pages: what a link checker says of addresses, held against the pages that figures cite."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Line, Target
from dtcompare.model.problem import Problem
from dtcompare.model.source import Source
from dtcompare.reading.folder import file_of_source

_MOST_BYTES = 32 << 20
_MOST_LINES = 5  # lines that are named of those that stand on a page
_ADDRESS = re.compile(r"https?://[^\s\"'<>|;)\]}]+")  # commas may stand in one, or after it
_NUMBER = re.compile(r"(?<![\w./=-])(?:000|[1-59][0-9]{2})(?![\w./-])")
_WORD = re.compile(
    r"\b(ok|alive|dead|broken|gone|err|\w*error|failed|timeout|timed out|unreachable)\b",
    re.IGNORECASE,
)
_SKIPPED = re.compile(r"\b(excluded|skipped|ignored|unsupported|unchecked)\b", re.IGNORECASE)
_ALIVE = re.compile(r"[123][0-9]{2}|ok|alive", re.IGNORECASE)
_HEADINGS = ("url", "source_url", "address", "link", "urlname")
_STATUS = ("status", "status_code", "statuscode", "http_status", "code", "result", "error")


def read_page_status(path: Path) -> dict[str, str]:
    """Return the status of each address in ``path``: a number such as 404, or a word.

    Each line has an address and its status, in whatever order and with whatever else, or they have
    columns of their own under a heading, or the whole file is JSON in which objects have url and
    status. Of an address that comes again the last status counts; one that was skipped has none.
    Raises WrongUsage for a line that has an address alone, and for a file without any; OSError
    where it cannot be read.
    """
    with path.open("rb") as file:
        text = file.read(_MOST_BYTES).decode("utf-8-sig", "replace")
    found = dict(_in_json(text)) or dict(_in_lines(text, path))
    if not found:
        raise WrongUsage("error.pages-empty", path=path)
    return found


def _status_in(text: str) -> str | None:
    """Return the number or the word of a status; None where there is none."""
    status = _NUMBER.search(text) or _WORD.search(text)
    return None if status is None else status[0].lower()


def _in_lines(text: str, path: Path) -> Iterator[tuple[str, str]]:
    """Yield the addresses of lines, each with its status."""
    lines = text.splitlines()
    column = _status_column(next((line for line in lines if line and line[0] != "#"), ""))
    for number, line in enumerate(lines, 1):
        match = _ADDRESS.search(line)
        if match is None or _SKIPPED.search(line):
            continue
        address, _, after = match[0].partition(",")
        rest = f"{line[: match.start()]} {after} {line[match.end() :]}"
        if column is not None:
            sign, place = column
            rest = "".join(next(csv.reader([line], delimiter=sign))[place : place + 1])
        status = _status_in(rest)
        if status is None:
            raise WrongUsage("error.pages-status", path=path, line=number, url=match[0])
        yield address, status
        yield match[0].rstrip(","), status


def _status_column(heading: str) -> tuple[str, int] | None:
    """Return the sign between columns, and which has the status; None for no line of headings."""
    for sign in "\t;,":
        names = [name.strip('" ').lower() for name in heading.split(sign)]
        found = [names.index(name) for name in _STATUS if name in names]
        if found and any(name in names for name in _HEADINGS):
            return sign, found[0]
    return None


def _in_json(text: str) -> Iterator[tuple[str, str]]:
    """Yield the addresses of objects with url and status, wherever they are; of lines of them."""
    try:
        rest: list[Any] = [json.loads(text)]
    except ValueError:
        lines = [line for line in text.splitlines() if line.strip()]
        try:
            rest = [json.loads(line) for line in reversed(lines)]
        except ValueError:
            return
    while rest:
        part = rest.pop()
        if isinstance(part, dict):
            status = next((part[name] for name in _STATUS if part.get(name) is not None), None)
            if isinstance(status, dict):
                status = status.get("code") or status.get("text")
            url = part.get("url", part.get("link"))
            told = f"{status} {part.get('state', '')}"
            if isinstance(url, str) and status is not None and not _SKIPPED.search(told):
                yield url, _status_in(told) or str(status).lower()
            rest += part.values()
        elif isinstance(part, list):
            rest += part


def check_page_status(
    dataset: Dataset, root: Path, status: Mapping[str, str]
) -> tuple[Problem, ...]:
    """Return a warning for each cited page that is dead, and of pages without a lasting copy.

    A dead page names the figures and targets that stand on it; one that has a lasting copy is
    none. Those without are counted once a file, at the first of them.
    """
    standing: dict[str, list[Line]] = {}
    for _, lines in dataset.all_lines():
        for line in (*lines.figures, *lines.targets):
            standing.setdefault(line.source, []).append(line)
    plain = {_plain(url): text for url, text in status.items()}
    found: list[Problem] = []
    bare: dict[str, list[Source]] = {}
    for source in dataset.sources.values():
        said = status.get(source.url) or plain.get(_plain(source.url))
        if source.archived is None:
            bare.setdefault(file_of_source(source.key), []).append(source)
            if said is not None and not _ALIVE.fullmatch(said):
                facts = {"status": said, "lines": _lines_text(standing.get(source.key, ()))}
                key = "dead-page" if standing.get(source.key) else "dead-page-alone"
                found.append(_problem(root, source, "dead-page", key, facts))
    for sources in bare.values():
        first = min(sources, key=lambda source: _place(root, source))
        found.append(_problem(root, first, "not-archived", "not-archived", {"n": len(sources)}))
    return tuple(found)


def _plain(url: str) -> str:
    """Return an address without what checkers add or leave out: scheme, closing slash, fragment."""
    return url.partition("#")[0].partition("://")[2].removeprefix("www.").rstrip("/")


def _lines_text(lines: Iterable[Line]) -> str:
    """Name figures and targets by indicator, time and place."""
    names = []
    for line in lines:
        when = line.by if isinstance(line, Target) else getattr(line, "period", None)
        time = when.text if when is not None else ""
        names.append(f"{line.indicator} {time} ({line.file}:{line.row})")
    more = [f"+{len(names) - _MOST_LINES}"] if len(names) > _MOST_LINES else []
    return ", ".join(names[:_MOST_LINES] + more)


def _problem(
    root: Path, source: Source, code: str, key: str, facts: Mapping[str, object]
) -> Problem:
    """Return a warning at the address of a page in its file."""
    line, column = _place(root, source)
    file = file_of_source(source.key)
    return Problem(file, line, column, code, key, {"url": source.url, **facts}, "warning")


def _place(root: Path, source: Source) -> tuple[int, int]:
    """Return where the address of a page stands in its file; the first place where it is not."""
    text = (root / file_of_source(source.key)).read_text(encoding="utf-8", errors="replace")
    for number, line in enumerate(text.splitlines(), 1):
        column = line.find(source.url)
        rest = line[column + len(source.url) :].strip("\"' ")
        if column >= 0 and (not rest or rest[0] in ",}#"):
            return number, column + 1
    return 1, 1
