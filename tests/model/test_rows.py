"""Records kept by column: made when they are asked for, and the same ones then."""

from __future__ import annotations

import pytest

from dtcompare.model.label import Label
from dtcompare.model.record import dataclass
from dtcompare.model.rows import Rows, column, taken


@dataclass(frozen=True, slots=True)
class Pair:
    """A record that holds another."""

    label: Label
    number: int


def _labels() -> Rows[Label]:
    return Rows(Label, ["a", "b", "c", "d"], ["w", "x", "y", "z"])


LABELS = [Label("a", "w"), Label("b", "x"), Label("c", "y"), Label("d", "z")]


def test_the_records_are_what_their_columns_say() -> None:
    assert list(_labels()) == LABELS
    assert [_labels()[place] for place in range(4)] == LABELS
    assert _labels()[-1] == LABELS[-1]
    assert list(_labels()[1:3]) == LABELS[1:3]


def test_rows_equal_a_tuple_of_the_same_records() -> None:
    assert _labels() == tuple(LABELS)
    assert tuple(LABELS) == _labels()
    assert hash(_labels()) == hash(tuple(LABELS))
    assert _labels() != tuple(LABELS[1:])


def test_a_record_asked_for_again_is_the_same_object() -> None:
    rows = _labels()
    second = rows[1]
    assert rows.take([3, 1])[1] is second
    assert list(rows)[1] is second
    assert next(iter(rows.take([1]))) is second
    fourth = rows.take([3, 1])[0]
    assert rows[3] is fourth


def test_some_records_come_in_the_order_of_their_places() -> None:
    some = _labels().take([2, 0, 3])
    assert list(some) == [LABELS[2], LABELS[0], LABELS[3]]
    assert list(some.take([2, 1])) == [LABELS[3], LABELS[0]]
    assert some.column("vi") == ["y", "w", "z"]
    assert len(some) == 3


def test_a_column_of_records_is_kept_by_column_too() -> None:
    labels = _labels()
    pairs = Rows(Pair, labels, [4, 3, 2, 1]).take([3, 0])
    assert column(column(pairs, "label"), "en") == ["d", "a"]
    assert list(pairs) == [Pair(LABELS[3], 1), Pair(LABELS[0], 4)]
    assert pairs[0].label is labels[3]


def test_a_column_of_a_tuple_of_records_is_read_off_them() -> None:
    assert column(tuple(LABELS), "en") == ["a", "b", "c", "d"]
    assert list(taken(tuple(LABELS), [2, 1])) == [LABELS[2], LABELS[1]]


def test_all_records_in_their_order_are_the_rows_themselves() -> None:
    rows = _labels()
    assert taken(rows, range(4)) is rows
    assert taken(rows, [1, 0, 2, 3]) is not rows


@pytest.mark.parametrize("columns", [(["a"],), (["a"], ["b"], ["c"]), (["a"], ["b", "c"])])
def test_columns_that_are_not_one_a_field_and_of_one_length_are_refused(
    columns: tuple[list[str], ...],
) -> None:
    with pytest.raises(ValueError, match="Label"):
        Rows(Label, *columns)
