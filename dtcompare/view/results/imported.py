"""What a table would change, before it is written: counts for people, every line as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from dtcompare.model.period import Period
from dtcompare.text import capital
from dtcompare.view.citations import Citations
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Records, Remark, Rendering, Sheet, Table
from dtcompare.view.tables import DataColumn, SheetWriter

if TYPE_CHECKING:
    from dtcompare.view.documents.imports import ImportDocument, ImportLineDocument

_MOST_ROWS = 20  # where there are more, periods are counted together, and the rest is left out


class PreviewLine(Struct, frozen=True):
    """A line of the table; ``there``: the data set has it already."""

    row: int
    column: int
    heading: str
    province: str
    indicator: str
    target: bool
    when: Period
    file: str
    source: str
    text: str
    there: bool


class ImportPreview(Struct, frozen=True):
    """What a table would change: its lines, the files, and the sources that are new."""

    table: str
    as_of: date
    lines: tuple[PreviewLine, ...]
    files: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def added(self) -> int:
        """Return how many lines are new."""
        return sum(not line.there for line in self.lines)


class _LineCount(Struct, frozen=True):
    """How many lines of one indicator are new, and how many are there; ``when`` None: any time."""

    indicator: str
    when: Period | None
    added: int
    present: int


def import_rendering(
    preview: ImportPreview, phrases: Phrases, warnings: Sequence[str]
) -> Rendering:
    """Return a preview in the forms that it is shown in."""
    return Rendering(
        sheet=lambda: _sheet(preview, phrases),
        document=lambda: _document(preview, phrases, warnings),
        records=lambda: _records(preview),
        lang=phrases.lang,
        warnings=tuple(warnings),
    )


def _sheet(preview: ImportPreview, phrases: Phrases) -> Sheet:
    """Lay a preview out: what there is to add, and of which indicators."""
    writer = SheetWriter(phrases, Citations(phrases, "none"))
    counts = _counts(preview.lines)
    columns: list[DataColumn[_LineCount]] = [
        writer.indicator_column(lambda count: count.indicator),
        DataColumn("column.when", lambda c: phrases.period(c.when) if c.when else "–"),
        DataColumn("column.added", partial(_number, "added"), "right"),
        DataColumn("column.there", partial(_number, "present"), "right"),
    ]
    title = capital(phrases.say("import.title", name=preview.table))
    parts: list[Table | Remark] = []
    if counts:
        parts.append(writer.table(counts[:_MOST_ROWS], columns))
    if len(counts) > _MOST_ROWS:
        parts.append(Remark(phrases.say("import.more", n=len(counts) - _MOST_ROWS)))
    return writer.sheet(title, preview.as_of, [_sentence(preview, phrases)], parts)


def _number(name: str, count: _LineCount) -> str:
    return str(getattr(count, name) or "–")


def _sentence(preview: ImportPreview, phrases: Phrases) -> str:
    """Say how many lines are new, where they go, and how many are there already."""
    parts = [phrases.say("import.added", n=preview.added)]
    if preview.added:
        parts.append(phrases.say("import.files", n=len(preview.files)))
    if preview.sources:
        parts.append(phrases.say("import.sources", n=len(preview.sources)))
    if present := len(preview.lines) - preview.added:
        parts.append(phrases.say("import.present", n=present))
    return capital(", ".join(parts)) + "."


def _counts(lines: Sequence[PreviewLine]) -> list[_LineCount]:
    """Count lines by indicator and time; by indicator alone where that makes a shorter table."""
    by_time = _counted(lines, timed=True)
    return by_time if len(by_time) <= _MOST_ROWS else _counted(lines, timed=False)


def _counted(lines: Sequence[PreviewLine], *, timed: bool) -> list[_LineCount]:
    groups: dict[tuple[str, Period | None], list[PreviewLine]] = {}
    for line in lines:
        groups.setdefault((line.indicator, line.when if timed else None), []).append(line)
    counts = []
    for (indicator, when), group in groups.items():
        present = sum(line.there for line in group)
        counts.append(_LineCount(indicator, when, len(group) - present, present))
    return counts


def _document(
    preview: ImportPreview, phrases: Phrases, warnings: Sequence[str]
) -> Mapping[str, object]:
    """Return a preview as JSON (schema "import/1")."""
    document: ImportDocument = {
        "schema": "import/1",
        "as_of": preview.as_of,
        "table": preview.table,
        "sentence": _sentence(preview, phrases),
        "added": preview.added,
        "present": len(preview.lines) - preview.added,
        "files": list(preview.files),
        "new_sources": list(preview.sources),
        "lines": [_line(line) for line in preview.lines],
        "warnings": list(warnings),
    }
    return document


def _line(line: PreviewLine) -> ImportLineDocument:
    return {
        "row": line.row,
        "column": line.column,
        "heading": line.heading,
        "province": line.province,
        "indicator": line.indicator,
        "kind": "target" if line.target else "figure",
        "when": line.when.text,
        "state": "present" if line.there else "added",
        "file": line.file,
        "page": line.source,
        "line": line.text,
    }


def _records(preview: ImportPreview) -> Records:
    """Return the lines as flat rows."""
    rows = [dict(_line(line)) for line in preview.lines]
    return Records(tuple(rows[0]) if rows else (), rows)
