"""Tables declared by their columns: heads, cells, pages, and the order of notes."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from dtcompare.model.dataset import Dataset
from dtcompare.view.citations import Citations
from dtcompare.view.phrases import Phrases
from dtcompare.view.sheet import Cell, Column, Row, Table, without_empty
from dtcompare.view.tables import DataColumn, SheetWriter, records


@pytest.fixture
def writer(dataset: Dataset) -> SheetWriter:
    """A writer of English sheets."""
    phrases = Phrases(dataset, "en")
    return SheetWriter(phrases, Citations(phrases))


def test_a_row_an_item_under_the_heads_of_its_columns(writer: SheetWriter) -> None:
    """A head is a key or words; a cell of its own keeps its tone."""
    columns: tuple[DataColumn[str], ...] = (
        DataColumn("column.id", lambda word: word, "right", tone="muted"),
        DataColumn("Length", lambda word: Cell(str(len(word)), "strong")),
    )
    assert writer.table(["two", "three"], columns) == Table(
        (Column("Id", "right"), Column("Length")),
        (
            Row((Cell("two", "muted"), Cell("3", "strong"))),
            Row((Cell("three", "muted"), Cell("5", "strong"))),
        ),
    )


def test_pages_stand_in_a_nameless_last_column(writer: SheetWriter, dataset: Dataset) -> None:
    """They are numbered as they are met, and listed at the foot of the sheet."""
    keys = sorted(dataset.sources)[:2]
    table = writer.table(keys, [DataColumn[str]("Key", lambda key: key)], pages=lambda key: [key])
    assert table.columns[-1] == Column("")
    assert [row.cells[-1] for row in table.rows] == [Cell("[1]", "muted"), Cell("[2]", "muted")]
    sheet = writer.sheet("Title", date(2026, 11, 21), ["A sentence."], [table])
    assert [number for number, _ in sheet.sources] == ["1", "2"]
    assert (sheet.title, sheet.sentences, sheet.parts) == ("Title", ("A sentence.",), (table,))


def test_notes_have_letters_from_left_to_right_but_for_early_columns(writer: SheetWriter) -> None:
    """The notes of an early column come before those at its left."""
    columns: tuple[DataColumn[str], ...] = (
        DataColumn("A", lambda word: writer.noted(word, "left")),
        DataColumn("B", lambda word: writer.noted(word, "right"), early=True),
    )
    (row,) = writer.table(["x"], columns).rows
    assert [cell.text for cell in row.cells] == ["x b", "x a"]
    assert writer.notes.lettered() == (("a", "right"), ("b", "left"))


def test_columns_in_which_nothing_stands_go() -> None:
    """A nameless one stays, and so does a heading over the whole row."""
    heading = Row((Cell("Heading"),), "heading")
    table = Table(
        (Column("A"), Column("B"), Column("")),
        (heading, Row((Cell("1"), Cell(), Cell())), Row((Cell(), Cell(), Cell()))),
    )
    assert without_empty(table) == Table(
        (Column("A"), Column("")),
        (heading, Row((Cell("1"), Cell())), Row((Cell(), Cell()))),
    )


def test_records_are_flat_rows_under_the_columns_named() -> None:
    """Nested keys are joined by "_", a list by spaces, a scope by semicolons."""
    rows = [{"id": "a", "figure": {"low": 1}, "pages": ["x", "y"], "scope": {"ward": "B"}}]
    found = records("id figure_low pages scope", rows)
    assert found.columns == ("id", "figure_low", "pages", "scope")
    assert found.rows == [{"id": "a", "figure_low": 1, "pages": "x y", "scope": "ward=B"}]


def test_a_short_answer_counts_its_notes_and_pages_at_its_foot(dataset: Dataset) -> None:
    """It has neither letters nor numbers of pages; what else it leaves out is named there."""
    phrases = Phrases(dataset, "en")
    writer = SheetWriter(phrases, Citations(phrases, brief=True))
    columns = [DataColumn[str]("Key", lambda key: writer.noted(key, f"note of {key}"))]
    keys = sorted(dataset.sources)[:9]
    table = writer.table(keys, columns, pages=lambda key: [key])
    assert table.columns == (Column("Key"),)
    assert [row.cells for row in table.rows] == [(Cell(key),) for key in keys]
    assert not list(writer.full_remark("Neither found (21)", "An Giang, Cà Mau"))
    sheet = writer.sheet("Title", date(2026, 11, 21), ["A sentence."], [table])
    pages = len({dataset.sources[key].url for key in keys})
    assert (sheet.notes, sheet.sources) == ((), ())
    assert sheet.foot == (f"Neither found (21). 9 notes, {pages} pages: --full",)


def test_one_or_two_publishers_are_named_at_the_foot_of_a_short_answer(dataset: Dataset) -> None:
    """A page by its day; many pages of one publisher are counted."""
    phrases = Phrases(dataset, "en")
    key = next(key for key in sorted(dataset.sources))
    writer = SheetWriter(phrases, Citations(phrases, brief=True))
    columns = [DataColumn[str]("Key", lambda key: key)]
    table = writer.table([key], columns, pages=lambda key: [key])
    sheet = writer.sheet("Title", date(2026, 11, 21), [], [table])
    assert sheet.foot == (f"Source: {phrases.source(dataset.sources[key])}",)


def test_a_title_says_up_to_when_the_pages_go(dataset: Dataset) -> None:
    """The day stands beside it where it was asked for; a page of later is not known then."""
    assert Phrases(dataset, "en").data_to(date(2026, 11, 21)) == "data to Mar 2026"
    typed = Phrases(dataset, "en", day_typed=True)
    assert typed.data_to(date(2026, 1, 1)) == "data to Jan 2026, as of 1 Jan 2026"


def test_empty_columns_are_found_in_one_pass_over_the_rows() -> None:
    """Whatever their number, each row is gone through twice: to look, and to take its cells."""
    passes = Counter[str]()

    class Counted(tuple[Cell, ...]):
        __slots__ = ()

        def __iter__(self) -> Iterator[Cell]:
            passes["rows"] += 1
            return super().__iter__()

    columns = tuple(Column(f"c{number}") for number in range(8))
    rows = tuple(Row(Counted([Cell(), *[Cell("x")] * 7])) for _ in range(500))
    assert len(without_empty(Table(columns, rows)).columns) == 7
    assert passes["rows"] == 2 * 500
