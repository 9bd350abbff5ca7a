"""Column widths and folding, apart from what is drawn."""

import pytest

from dtcompare.view.layout import Layout, fold, items, lay_out
from dtcompare.view.sheet import Bar, Cell, Column, Row


def _row(*texts: str, bar: Bar | None = None) -> Row:
    return Row((*map(Cell, texts[:-1]), Cell(texts[-1], bar=bar)))


_COLUMNS = (Column("Text"), Column("%", "right"))


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        pytest.param(60, (30, 9), id="room enough"),
        pytest.param(41, (30, 9), id="just enough"),
        pytest.param(31, (20, 9), id="the text folds, the number does not"),
        pytest.param(20, (9, 9), id="down to the longest word"),
        pytest.param(19, None, id="too narrow for anything"),
    ],
)
def test_texts_fold_and_numbers_do_not(room: int, widths: tuple[int, ...] | None) -> None:
    """A column that is aligned right keeps its widest text on one line."""
    rows = [_row("a text of thirty let-ters, yes", "about 100")]
    layout = lay_out(_COLUMNS, rows, room)
    assert (layout and layout.widths) == widths


@pytest.mark.parametrize(
    ("room", "bar"),
    [
        pytest.param(100, 24, id="as long as they get"),
        pytest.param(57, 14, id="what is left"),
        pytest.param(50, 7, id="the shortest"),
        pytest.param(44, 7, id="a long text folds for it"),
        pytest.param(43, 0, id="none, and nothing folds"),
    ],
)
def test_bars_take_what_is_left(room: int, bar: int) -> None:
    """Bars shrink first, long texts fold a little for them, then they go."""
    layout = lay_out(
        _COLUMNS, [_row("a text of thirty let-ters, yes", "about 100", bar=Bar(1))], room
    )
    assert layout is not None
    assert layout.bar == bar


def test_names_fold_after_longer_texts() -> None:
    """A long text gives way down to its longest word before a name folds."""
    columns = (Column("Name"), Column("Text"))
    rows = [_row("Bà Rịa - Vũng Tàu", "fold this one before the name is folded")]
    assert lay_out(columns, rows, 27) == Layout((17, 8))


def test_sources_are_at_the_right_edge() -> None:
    """The last column without a name takes the room that is left."""
    columns = (Column("Name"), Column(""))
    assert lay_out(columns, [_row("Huế", "[1]")], 40) == Layout((4, 34))


def test_a_list_without_names_is_as_wide_as_its_texts() -> None:
    """Only beside named columns is a nameless one set apart."""
    columns = (Column(""), Column(""))
    assert lay_out(columns, [_row("2025", "Huế 55")], 40) == Layout((4, 6))


def test_short_items_of_a_list_stay_whole() -> None:
    """Names are not torn apart at the end of a line; a long item is folded like a sentence."""
    assert items("TP. Hồ Chí Minh, one item that is longer than a name, Huế") == [
        "TP. Hồ Chí Minh,",
        *("one", "item", "that", "is", "longer", "than", "a", "name,"),
        "Huế",
    ]


@pytest.mark.parametrize(
    ("pieces", "folded"),
    [
        pytest.param([], "- ", id="nothing"),
        pytest.param(["aa", "bb", "cc"], "- aa bb\n  cc", id="by pieces"),
        pytest.param(["aa bb", "cc"], "- aa bb\n  cc", id="a piece is kept"),
        pytest.param(["aaa bbb c"], "- aaa\n  bbb c", id="a piece that is too wide is not"),
        pytest.param(["aaaaaaaaaa", "b"], "- aaaaaaaaaa\n  b", id="a word always is"),
        pytest.param(["aa", " bb", " cc"], "- aa  bb\n  cc", id="no space begins a line"),
    ],
)
def test_folding_keeps_pieces_whole(pieces: list[str], folded: str) -> None:
    """Lines of seven columns, of which two are taken by what they begin with."""
    assert fold(pieces, 8, "- ", "  ") == folded
