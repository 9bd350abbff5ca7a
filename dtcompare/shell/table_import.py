"""A table held against the data set: what is new, what is there already, what is wrong in it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from dtcompare import words
from dtcompare.errors import Refused
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import (
    NUMBER_WORDS,
    PLACE_WORDS,
    UNSTATED_WORD,
    Amount,
    Figure,
    Place,
    Target,
)
from dtcompare.model.label import Label
from dtcompare.model.period import Period
from dtcompare.model.problem import Problem
from dtcompare.model.source import Source
from dtcompare.reading.file_edit import Additions, FileEdit
from dtcompare.reading.line_insert import NewLine
from dtcompare.reading.scalars import plain_number
from dtcompare.reading.sources import SHARED
from dtcompare.reading.table_file import InputTable
from dtcompare.reading.table_map import SOURCE_FIELDS, TableLine
from dtcompare.reading.written_words import key_at
from dtcompare.shell.line_form import LineFacts, known_sources, missing_page_facts
from dtcompare.shell.settings import Settings
from dtcompare.shell.table_cells import CellSlip
from dtcompare.shell.table_lines import ImportedLine, LineMaker, usual_of
from dtcompare.view.problems import problem_message

_UNKNOWN_SOURCE = "unknown-source"
_NATIONAL_SCOPE = 3  # provinces; a page about more of them is a source of the whole data set


class ImportPlan(Struct):
    """What a table would change: its lines, what each file is to have more, what is wrong.

    ``added`` are the new lines of each file, ``pages`` the line that tells of each new source, by
    its file and id.
    """

    lines: list[ImportedLine] = field(default_factory=list)
    additions: dict[str, Additions] = field(default_factory=dict)
    added: dict[str, list[ImportedLine]] = field(default_factory=dict)
    pages: dict[tuple[str, str], ImportedLine] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class TableImport:
    """Plans what a table changes in a data set, and tells of its slips by row and column.

    ``national``: its pages are sources of the whole data set, however few provinces it has.
    """

    def __init__(
        self, dataset: Dataset, table: InputTable, settings: Settings, *, national: bool = False
    ) -> None:
        self._dataset = dataset
        self._table = table
        self._lang = settings.lang
        self._national = national
        self._plan = ImportPlan()

    def plan(self, lines: Iterable[TableLine], maker: LineMaker) -> ImportPlan:
        """Return what the lines of the table change."""
        plan = self._plan
        for origin in lines:
            try:
                plan.lines.append(maker.make(origin))
            except CellSlip as slip:
                self._tell(origin, slip)
        self._find_sources()
        known = {_known_key(line) for line in _all_lines(self._dataset)}
        order = tuple(self._dataset.catalogue.indicators)
        for line in plan.lines:
            key = self._new_key(line)
            line.there = key in known
            known.add(key)
            if not line.there:
                new = NewLine(line.section, line.indicator.id, line.when, line.text, order)
                self._additions(line.file).lines.append(new)
                plan.added.setdefault(line.file, []).append(line)
        return plan

    def explain(self, refused: Refused, edits: Sequence[FileEdit]) -> Refused:
        """Return what is wrong in the files as they would be, by row and column of the table.

        What lies in no line of the table is told where it stands now.
        """
        problems = [*self._plan.problems]
        for problem in refused.problems:
            edit = next((edit for edit in edits if edit.file == problem.file), None)
            told = problem if edit is None else self._in_table(problem, edit)
            if told.key != "in-column" or told.code != _UNKNOWN_SOURCE:  # told where it is missing
                problems.append(told)
        problems.sort(key=lambda problem: problem.order)
        return Refused(problems, files=refused.files, where=self._table.name)

    # --- slips

    def _tell(self, line: TableLine, slip: CellSlip) -> None:
        text = words.say(self._lang, f"problem.{slip.key}", **slip.facts)
        problem = self._problem(line, slip.field, slip.key, text)
        if self._plan.problems[-1:] != [problem]:  # a name is wrong once for all columns
            self._plan.problems.append(problem)

    def _problem(self, line: TableLine, name: str, code: str, text: str) -> Problem:
        """Return what is wrong with a part of a line, at its cell."""
        column = line.columns.get(name, line.column)
        facts = {"heading": self._table.headings[column - 1], "text": text}
        return Problem(self._table.name, line.row, column, code, "in-column", facts)

    def _in_table(self, problem: Problem, edit: FileEdit) -> Problem:
        """Return a problem of a changed file at the cell that it comes from."""
        if problem.line in edit.added.rows:
            line = self._line_at(problem.line, edit)
            brace = edit.after.decode().splitlines()[problem.line - 1].index("{")
            name = key_at(line.facts, problem.column - 1 - brace)
        elif (found := self._page_at(problem, edit)) is not None:
            line, name = found
        else:
            return replace(problem, line=edit.row_now(problem.line))
        text = self._text(problem, edit)
        if problem.key in ("comma-number", "comma-or-thousands"):
            text = words.say(self._lang, "problem.in-cell-comma", text=text)
        return self._problem(line.origin, _field(name, line.origin), problem.code, text)

    def _text(self, problem: Problem, edit: FileEdit) -> str:
        """Say what is wrong; an earlier line that it names by where it stands now."""
        first, file = problem.facts.get("first"), problem.file
        if not isinstance(first, int):
            return problem_message(problem, self._lang)
        if first in edit.added.rows:
            now, file = self._line_at(first, edit).origin.row, self._table.name
        else:
            now = edit.row_now(first)
        told = replace(problem, facts={**problem.facts, "first": now})
        text = problem_message(told, self._lang)
        return words.say(self._lang, "problem.in-cell-first", text=text, file=file)

    def _line_at(self, row: int, edit: FileEdit) -> ImportedLine:
        """Return the line of the table that would stand in a row of a file."""
        return self._plan.added[edit.id][edit.added.rows.index(row)]

    def _page_at(self, problem: Problem, edit: FileEdit) -> tuple[ImportedLine, str] | None:
        """Return the line whose new source a problem is about, and the part; None for none."""
        for id, row in edit.added.pages.items():
            line = self._plan.pages[edit.id, id]
            keys = ("source", *(f"source_{key}" for key in line.page))
            if row <= problem.line < row + len(keys):
                return line, keys[problem.line - row]
        return None

    # --- sources

    def _find_sources(self) -> None:
        """Find the file of each line's source, and what is told of those that are new."""
        files: dict[str, set[str]] = {}
        for line in self._plan.lines:
            files.setdefault(line.source, set()).add(line.file)
        every_file = {line.file for line in self._plan.lines}
        known = {file: known_sources(self._dataset, file) for file in every_file}
        citing: dict[tuple[str, str], list[ImportedLine]] = {}
        for line in self._plan.lines:
            source = known[line.file].get(line.source)
            if source is not None:
                line.home = source.key.rpartition("/")[0]
            elif line.home is None:
                is_national = self._national or len(files[line.source]) > _NATIONAL_SCOPE
                line.home = SHARED if is_national else line.file
            citing.setdefault((line.home, line.source), []).append(line)
        for (home, id), lines in citing.items():
            source = self._dataset.sources.get(f"{home}/{id}")
            facts = self._new_page(home, lines) if source is None else _page_facts(source)
            if facts is not None:
                self._tell_differing(lines, facts)

    def _new_page(self, home: str, lines: Sequence[ImportedLine]) -> Mapping[str, object] | None:
        """Add the source that some lines cite; None where none of them tells enough of it."""
        teller = next((line for line in lines if not missing_page_facts(line.page)), lines[0])
        if missing := missing_page_facts(teller.page):
            slip = CellSlip("source", "no-new-source", id=teller.source, names=", ".join(missing))
            self._tell(teller.origin, slip)
            return None
        self._plan.pages[home, teller.source] = teller
        self._additions(home).pages[teller.source] = teller.page
        return teller.page

    def _tell_differing(self, lines: Sequence[ImportedLine], known: Mapping[str, object]) -> None:
        """Tell what lines say of a page otherwise than is known, each part once."""
        told: set[str] = set()
        for line in lines:
            for key, typed in line.page.items():
                if known.get(key, "") != typed and key not in told:
                    told.add(key)
                    facts = {"id": line.source, "name": key, "known": known.get(key, "")}
                    slip = CellSlip(f"source_{key}", "differing-source", typed=typed, **facts)
                    self._tell(line.origin, slip)

    def _additions(self, file: str) -> Additions:
        return self._plan.additions.setdefault(file, Additions([], {}))

    # --- what is there

    def _new_key(self, line: ImportedLine) -> Hashable:
        """Return what makes a line of the table the same as one that is there."""
        facts, indicator = line.facts, line.indicator
        scope = facts.get("scope", {})
        assert isinstance(scope, Mapping)
        keys = self._dataset.catalogue.scope_keys
        return (
            (line.file, indicator.id, line.section, line.when.text, facts.get("every")),
            indicator.bases[0] if indicator.fixed_basis else facts.get("basis"),
            facts.get("method") or (UNSTATED_WORD if indicator.methods else None),
            tuple((key, _label(scope[key])) for key in keys if key in scope),
            _amount(facts),
            _place(facts, usual_of(self._dataset, line.file, line.when)),
            f"{line.home}/{line.source}",
        )


def _field(key: str, line: TableLine) -> str:
    """Return the part of a row that a key of its line comes from."""
    if key in NUMBER_WORDS:
        return "value"
    if key in PLACE_WORDS and key not in line.columns:
        return "place" if "place" in line.columns else "value"
    return key


def _page_facts(source: Source) -> dict[str, object]:
    """Return a known source as a table would tell of it."""
    found: dict[str, object] = {}
    for key in SOURCE_FIELDS:
        value = getattr(source, key, None)
        if isinstance(value, Period):
            value = value.text
        if value:
            found[key] = "true" if value is True else value
    return {"published": "unknown", **found}


def _all_lines(dataset: Dataset) -> Iterable[Figure | Target]:
    """Yield every figure and target."""
    for _, lines in dataset.all_lines():
        yield from lines.figures
        yield from lines.targets


def _known_key(line: Figure | Target) -> Hashable:
    """Return what makes a line the same as one of a table."""
    if isinstance(line, Target):
        section, when, every = "targets", line.by.text, line.every
    else:
        section, when, every = "values", line.period.text, None
    return (
        (line.province, line.indicator, section, when, every),
        line.basis,
        line.method,
        line.scope,
        line.amount,
        line.place,
        line.source,
    )


def _label(text: str | Mapping[str, str]) -> Label:
    """Return a text, or one in each language, as it will be read."""
    if isinstance(text, str):
        return Label(text, text)
    return Label.of(text)


def _amount(facts: LineFacts) -> Amount | None:
    """Return the amount of a line; None without one, or where it is no number."""
    for word in NUMBER_WORDS:
        given = facts.get(word)
        if isinstance(given, str) and (number := plain_number(given)) is not None:
            return Amount(word, number)
        if isinstance(given, tuple):
            numbers = [number for text in given if (number := plain_number(text)) is not None]
            return Amount(word, *numbers) if len(numbers) == 2 else None
    return None


def _place(facts: LineFacts, usual: int | None) -> Place | None:
    """Return the place of a line; None without one, or where it is none."""
    of = plain_number(str(facts.get("of", usual)))
    for word in PLACE_WORDS:
        number = plain_number(str(facts.get(word, "")))
        if number is not None and of is not None:
            return Place(word, int(number), int(of))
    return None
