"""Records as JSON text and back: the same ones, all at once or one by one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dtcompare.model.figure import Figure, Target
from dtcompare.model.label import Label
from dtcompare.model.province import Extent
from dtcompare.model.source import Source
from dtcompare.reading import load_dataset
from dtcompare.reading.jsontext import read_json, to_json
from dtcompare.reading.packing import Packed, Unpackable, pack, pack_rows, unpack, unpack_rows

from .country import TODAY

DATA = Path(__file__).parents[2] / "data"

WORDS = st.none() | st.text(max_size=3)
NUMBERS = st.sampled_from((0, 1, 255, 256, 65_535, 65_536, 2**32 - 1))
ROWS = (
    st.lists(NUMBERS, max_size=30)
    | st.lists(st.none() | st.integers(-(2**40), 2**40), max_size=30)
    | st.lists(st.booleans(), max_size=30)
    | st.lists(WORDS, max_size=30)
    | st.lists(st.dates(), max_size=30)
    | st.lists(st.tuples(WORDS), max_size=30)
    | st.lists(st.none() | st.decimals(allow_nan=False, allow_infinity=False), max_size=30)
    | st.lists(st.builds(Label, st.text(max_size=2), st.text(max_size=2)), max_size=30)
)


@given(ROWS)
def test_a_column_comes_back_as_it_was(rows: list[object]) -> None:
    assert repr(Packed.of(pack_rows(rows)).every()) == repr(rows)


@given(ROWS)
def test_one_value_of_a_column_is_what_it_is_among_all(rows: list[object]) -> None:
    for place, value in enumerate(rows):
        assert repr(Packed.of(pack_rows(rows))[place]) == repr(value)


def _real() -> list[Sequence[Figure | Target | Source]]:
    dataset = load_dataset(DATA, TODAY)
    every = dataset.lines.values()
    return [
        *(lines.figures for lines in every),
        *(lines.targets for lines in every),
        tuple(dataset.sources.values()),
    ]


def test_real_records_are_the_same_few_or_many() -> None:
    for records in _real():
        rows = Packed.of(pack_rows(records))
        assert [rows[place] for place in range(len(records))] == list(records)
        assert rows.every() == list(records)
        assert list(unpack_rows(pack_rows(records))) == list(records)


def test_records_asked_for_one_by_one_stay_the_same_ones() -> None:
    rows = Packed.of(pack_rows([Label(str(n), "x") for n in range(50)]))
    few = [rows[place] for place in range(5)]
    assert all(rows[place] is record for place, record in enumerate(few))
    assert rows.every()[:5] == few
    assert all(rows[place] is record for place, record in enumerate(few))
    assert Packed.of(pack_rows(rows.every())).field("en") == [str(n) for n in range(50)]


def test_records_of_several_texts_follow_one_another() -> None:
    labels = [Label(str(n), "x") for n in range(5)]
    texts = [pack_rows(labels[:2]), pack_rows([]), pack_rows(labels[2:])]
    assert list(unpack_rows(*texts)) == labels
    assert not unpack_rows(pack_rows([]))


def test_texts_of_different_classes_are_no_rows() -> None:
    with pytest.raises(Unpackable):
        unpack_rows(pack_rows([Label("a", "b")]), pack_rows([Extent(Decimal(1), "x/y")]))


def test_columns_of_different_lengths_are_no_records() -> None:
    (count, column) = read_json(pack_rows([Label("a", "b"), Label("c", "d")]))
    column["fields"][0] = {"list": ["a"]}
    with pytest.raises(Unpackable):
        Packed(count, column)


def test_a_mapping_of_records_is_read_like_any_other() -> None:
    said = {f"k{n}": Label(str(n), "x") for n in range(30)}
    found = unpack(pack(said))
    assert found["k3"] == said["k3"]
    assert "k4" in found
    assert "other" not in found
    assert found.get("other") is None
    assert len(found) == 30
    assert list(found) == list(said)
    assert list(found.values()) == list(said.values())
    assert list(found.items()) == list(said.items())
    assert repr(found) == repr(said)
    assert found == said


@pytest.mark.parametrize("text", [b"", b"[", b"[1]]", b"[1] ", b"\xff", b"{'a': 1}", b"nul"])
def test_a_text_that_is_no_json_is_told_by_its_error(text: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (whichever says it)
        read_json(text)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda part: st.lists(part) | st.dictionaries(st.text(), part),
    )
)
def test_json_comes_back_as_it_was(value: object) -> None:
    assert read_json(to_json(value)) == value


def test_a_name_that_no_text_can_hold_comes_back_as_it_was() -> None:
    assert read_json(to_json("provinces/\udcff.yaml")) == "provinces/\udcff.yaml"
