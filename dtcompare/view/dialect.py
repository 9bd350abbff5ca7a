"""How a sheet is written as text: one walk over its parts, and a dialect for each format."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence

from dtcompare.view.sheet import Remark, Sheet, Table

__all__ = ["Dialect", "Mark", "one_line", "write_sheet"]

Mark = tuple[str, str]  # the letter of a note or the number of a source, and its text


def one_line(text: str) -> str:
    """Return ``text`` without line ends."""
    return text.replace("\n", " ")


class Dialect(ABC):
    """Writes the parts of a sheet in one format; a text without marks where nothing is overridden.

    ``part_gap`` stands between the parts of a sheet, ``line_gap`` between the lines of a part, and
    ``break_line`` between the texts beside the label of a remark.
    """

    part_gap = "\n\n"
    line_gap = "\n"
    break_line = "\n"

    # Texts

    def escape(self, text: str) -> str:
        """Return ``text`` on one line, its signs meaning themselves."""
        return one_line(text)

    def write_line(self, text: str) -> str:
        """Write a text at the start of a line."""
        return self.escape(text)

    def write_sentence(self, text: str) -> str:
        """Write a sentence under the title."""
        return self.write_line(text)

    def write_label(self, text: str) -> str:
        """Write the label of a remark or of the sources."""
        return self.escape(text)

    def write_command(self, text: str) -> str:
        """Write something to type."""
        return self.escape(text)

    # Parts

    def write_title(self, text: str, aside: str) -> str:
        """Write the title of the sheet and what stands at its right."""
        return self.write_heading(text, aside)

    def write_heading(self, text: str, aside: str) -> str:
        """Write the heading of a table and what stands at its right; either may be empty."""
        return self.escape("  ".join(filter(None, (text, aside))))

    @abstractmethod
    def write_table(self, table: Table) -> str:
        """Write a table with its heading."""

    def write_remark(self, remark: Remark) -> str:
        """Write the label with a single text or command beside it, or with the texts under it."""
        is_list = len(remark.lines) > 1
        write = self.escape if remark.label and not is_list else self.write_line
        texts = [write(line) for line in remark.lines]
        if remark.command:
            texts.append(self.write_command(remark.command))
        label = self.write_label(remark.label) if remark.label else ""
        if is_list:
            return self.write_list(label, texts)
        return self.write_beside(label, self.break_line.join(texts))

    def write_beside(self, label: str, text: str) -> str:
        """Write a label and what stands beside it; either may be empty."""
        return ": ".join(filter(None, (label, text)))

    def write_list(self, label: str, texts: Sequence[str]) -> str:
        """Write a label, which may be empty, and the texts under it."""
        return self.line_gap.join((label, *texts))

    def write_notes(self, notes: Iterable[Mark]) -> str:
        """Write the notes, each behind its letter."""
        return self.line_gap.join(self.escape(f"{letter}  {text}") for letter, text in notes)

    def write_sources(self, label: str, sources: Iterable[Mark]) -> str:
        """Write the sources, at least one, each behind its number, under a label or none."""
        listed = self.list_sources(sources)
        return self.part_gap.join((self.label_sources(label), listed)) if label else listed

    def label_sources(self, label: str) -> str:
        """Write the label of the sources as a line of its own."""
        return self.write_label(label)

    def list_sources(self, sources: Iterable[Mark]) -> str:
        """Write the sources, each behind its number."""
        return self.line_gap.join(self.escape(f"[{number}] {text}") for number, text in sources)

    def join(self, title: str, body: Sequence[str], foot: Sequence[str]) -> str:
        """Join the parts that a sheet has into the whole text."""
        return self.part_gap.join((title, *body, *foot))


def write_sheet(sheet: Sheet, dialect: Dialect) -> str:
    """Write a whole sheet: title, sentences, tables and remarks, notes and sources."""
    title = dialect.write_title(sheet.title, sheet.aside)
    body = filter(None, _write_body(sheet, dialect))
    foot = filter(None, _write_foot(sheet, dialect))
    return dialect.join(title, list(body), list(foot)) + "\n"


def _write_body(sheet: Sheet, dialect: Dialect) -> Iterator[str]:
    yield dialect.line_gap.join(map(dialect.write_sentence, sheet.sentences))
    for part in sheet.parts:
        if isinstance(part, Remark):
            yield dialect.write_remark(part)
        else:
            yield dialect.write_table(part)


def _write_foot(sheet: Sheet, dialect: Dialect) -> Iterator[str]:
    if sheet.notes:
        yield dialect.write_notes(sheet.notes)
    if sheet.sources:
        yield dialect.write_sources(sheet.source_label, sheet.sources)
