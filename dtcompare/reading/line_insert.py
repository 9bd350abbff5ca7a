"""Lines and sources put into a data file: nothing else of it is touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from dtcompare.model.period import Period, parse_period
from dtcompare.reading.file_text import CannotPlace, Extended, FileText, TextBlock
from dtcompare.reading.nodes import Items, Node, Pairs, Scalar
from dtcompare.reading.written_words import Words, block_line, quoted_text


class NewLine(Struct, frozen=True):
    """A line to be added: where it belongs, when it speaks of, and what it says.

    ``section`` is values or targets; ``order`` are the indicators in the catalogue's order.
    """

    section: str
    indicator: str
    when: Period
    line: str
    order: Sequence[str]


_Numbered: TypeAlias = tuple[int, NewLine]  # with its place among the new lines


def template(name: str, schema: str | None) -> str:
    """Return a new province file: its name, and how to go on.

    ``schema`` is the path of its JSON Schema; None leaves the line about it out.
    """
    head = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    return (
        f"{head}"
        "# sources: each page once, with title, publisher, published and url.\n"
        "# values, targets: a line a figure, oldest first, like\n"
        "#   - {period: 2025-12, about: 40, basis: area, source: my-source}\n"
        "# dtcompare add writes such lines; dtcompare check says what is wrong.\n"
        f"name: {quoted_text(name)}\n"
    )


def insert_entries(text: str, entries: Sequence[NewLine], pages: Mapping[str, Words]) -> Extended:
    """Return the file with new lines and new sources, each at its place.

    A line goes after the last that is not later, oldest first; an indicator or a section that is
    not there yet is put in the catalogue's or the file's order; a source below the one whose id
    comes just before its own. Raises CannotPlace.
    """
    file = FileText(text)
    blocks = list(_source_blocks(file, pages))
    in_turn = sorted(enumerate(entries), key=lambda numbered: _order(numbered[1].when))
    for name in ("values", "targets"):
        blocks += _line_blocks(file, name, [pair for pair in in_turn if pair[1].section == name])
    return file.with_blocks(blocks)


def _source_blocks(file: FileText, sources: Mapping[str, Words]) -> Iterator[TextBlock]:
    """Yield each new source, to go below the one whose id comes just before its own.

    So two branches with a new page each rarely write to the same place of a file.
    """
    if not sources:
        return
    section = file.section("sources")
    key, _ = file.indents(section)
    inner = file.inner_indent(section, key)
    blocks: list[TextBlock] = []
    for id in sorted(sources):
        lines = [f"{' ' * key}{id}:"]
        lines += [f"{' ' * inner}{block_line(name, it)}" for name, it in sources[id].items()]
        after = 0 if section is None else file.after_lesser(section, id)
        blocks.append(TextBlock(after, lines, {0: id}))
    if section is not None:
        yield from blocks
    else:
        yield file.new_section("sources", _joined(blocks))


def _line_blocks(file: FileText, name: str, entries: Sequence[_Numbered]) -> Iterator[TextBlock]:
    """Yield the new lines of a section: of indicators that it has, then of new ones."""
    if not entries:
        return
    section = file.section(name)
    present: Mapping[str, tuple[Scalar, Node]] = {}
    if section is not None:
        file.check_block(section)
        present = {at.text: (at, node) for at, node in section.pairs if isinstance(at, Scalar)}
    fresh: dict[str, list[_Numbered]] = {}
    for number, entry in entries:
        if section is not None and entry.indicator in present:
            yield _line_block(file, section, present[entry.indicator], (number, entry))
        else:
            fresh.setdefault(entry.indicator, []).append((number, entry))
    blocks = _indicator_blocks(file, section, fresh, entries[0][1].order)
    if section is not None:
        yield from blocks
    elif fresh:
        yield file.new_section(name, _joined(blocks))


def _indicator_blocks(
    file: FileText,
    section: Pairs | None,
    fresh: Mapping[str, Sequence[_Numbered]],
    order: Sequence[str],
) -> Iterator[TextBlock]:
    """Yield the lines of each indicator that a section does not have, in the catalogue's order."""
    key, dash = file.indents(section)
    places = {id: place for place, id in enumerate(order)}
    for indicator in sorted(fresh, key=lambda id: places.get(id, len(places))):
        lines = [f"{' ' * key}{indicator}:"]
        lines += [f"{' ' * dash}- {entry.line}" for _, entry in fresh[indicator]]
        marks = {n: number for n, (number, _) in enumerate(fresh[indicator], 1)}
        after = 0 if section is None else file.before_later(section, indicator, order)
        yield TextBlock(after, lines, marks)


def _line_block(
    file: FileText, section: Pairs, at: tuple[Scalar, Node], numbered: _Numbered
) -> TextBlock:
    """Return one line more of an indicator that the section has. Raises CannotPlace."""
    (key, items), (number, entry) = at, numbered
    if not isinstance(items, Items) or file.sign(items) == "[":
        raise CannotPlace
    later = [item for item in items.items if _order(_when(item)) > _order(entry.when)]
    if later:
        after = file.covered_before(later[0].line, least=key.line)
    else:
        after = file.last_line(section, key)
    return TextBlock(after, [f"{' ' * (items.column - 1)}- {entry.line}"], {0: number})


def _joined(blocks: Iterable[TextBlock]) -> TextBlock:
    """Return blocks as one, to go where the first goes."""
    lines: list[str] = []
    marks: dict[int, int | str] = {}
    for block in blocks:
        marks |= {len(lines) + n: mark for n, mark in block.marks.items()}
        lines += block.lines
    return TextBlock(0, lines, marks)


def _order(period: Period) -> tuple[date, date]:
    """Return what sorts periods as the reader wants them: by end, then by start."""
    return (period.end, period.start)


def _when(item: Node) -> Period:
    """Return the period or deadline of a line that is there already. Raises CannotPlace."""
    for key, value in item.pairs if isinstance(item, Pairs) else ():
        if isinstance(key, Scalar) and key.text in ("period", "by"):
            period = parse_period(value.text) if isinstance(value, Scalar) else None
            if period is not None:
                return period
    raise CannotPlace
