"""Faces for programs: what is written is read back the same."""

import csv
import io
import json
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dtcompare.view.sheet import Records, Rendering, Sheet
from dtcompare.view.structured import csv_text, json_text, jsonl_text, render_data

from .sample import AWKWARD


def test_json_is_indented_and_keeps_letters_and_digits() -> None:
    """Digits stay as the source printed them, without exponent or float noise."""
    document = {
        "schema": "rank/1",
        "as_of": date(2026, 11, 21),
        "name": 'Phú Thọ "mới"',
        "numbers": (Decimal("97.74"), Decimal("3.40"), Decimal("8E+6"), 34, Decimal("1E-7")),
        "whole": [],
        "filters": {},
        "met": True,
        "ended": False,
        "rank": None,
    }
    assert (
        json_text(document)
        == """\
{
  "schema": "rank/1",
  "as_of": "2026-11-21",
  "name": "Phú Thọ \\"mới\\"",
  "numbers": [
    97.74,
    3.40,
    8000000,
    34,
    0.0000001
  ],
  "whole": [],
  "filters": {},
  "met": true,
  "ended": false,
  "rank": null
}
"""
    )


def test_json_read_back_has_the_same_numbers() -> None:
    """A reader that keeps decimals gets the digits of the source."""
    numbers = [Decimal("97.74"), Decimal("3.40"), Decimal("-6.94"), Decimal("0.10")]
    found = json.loads(json_text({"numbers": numbers}), parse_float=Decimal)["numbers"]
    assert [str(number) for number in found] == ["97.74", "3.40", "-6.94", "0.10"]


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("-Infinity")])
def test_json_of_what_is_no_number_is_an_error(number: object) -> None:
    """NaN is no JSON."""
    with pytest.raises(ValueError, match=r"(?i)nan|inf"):
        json_text({"value": number})


def test_json_of_an_unknown_type_is_an_error() -> None:
    """Nothing is written as whatever str() makes of it."""
    with pytest.raises(TypeError):
        json_text({"value": object()})


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("-Infinity")])
def test_csv_of_what_is_no_number_is_an_error(number: object) -> None:
    """A table has no NaN either."""
    with pytest.raises(ValueError, match=r"(?i)nan|inf"):
        csv_text(Records(("value",), [{"value": number}]))


def test_json_is_indented_by_two_at_every_depth() -> None:
    """Objects in arrays in objects: each closes where its line began."""
    document = {"a": [{"b": [[]], "c": {}}, {"d": {"e": ()}}]}
    assert json_text(document) == json.dumps(document, indent=2) + "\n"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=12,
    )
)
def test_json_is_what_the_json_package_writes(value: object) -> None:
    """Of what that package can write as well, indented and in one line."""
    assert json_text({"v": value}) == (
        json.dumps({"v": value}, indent=2, ensure_ascii=False) + "\n"
    )
    assert jsonl_text(Records(("v",), [{"v": value}])) == (
        json.dumps({"v": value}, ensure_ascii=False) + "\n"
    )


def test_json_lines_are_objects_with_every_column_in_order() -> None:
    """A row that lacks a column has null there; what is no column is left out."""
    records = Records(
        ("name", "value", "tags", "figure"),
        [
            {"value": Decimal("3.40"), "name": "Huế", "figure": {"low": 1}, "other": 1},
            {"name": "Sơn La\n", "tags": ("a", "b")},
        ],
    )
    assert jsonl_text(records) == (
        '{"name": "Huế", "value": 3.40, "tags": null, "figure": {"low": 1}}\n'
        '{"name": "Sơn La\\n", "value": null, "tags": ["a", "b"], "figure": null}\n'
    )


_RECORDS = Records(
    ("rank", "name", "value", "met", "date", "tags"),
    [
        {"rank": 1, "name": "Huế", "value": Decimal("3.40"), "met": True, "tags": ("a", "b")},
        {"name": 'x, "y"', "met": False, "date": date(2026, 2, 1)},
        {"name": "two\nlines\tand a tab"},
    ],
)


def test_csv_is_quoted_only_where_needed() -> None:
    """Nothing is empty, truth is in small letters, a list is joined."""
    assert csv_text(_RECORDS) == (
        "rank,name,value,met,date,tags\n"
        "1,Huế,3.40,true,,a; b\n"
        ',"x, ""y""",,false,2026-02-01,\n'
        ',"two\nlines\tand a tab",,,,\n'
    )


def test_tsv_has_a_line_a_row() -> None:
    """Tabs and line ends in a text become spaces."""
    assert csv_text(_RECORDS, "\t") == (
        "rank\tname\tvalue\tmet\tdate\ttags\n"
        "1\tHuế\t3.40\ttrue\t\ta; b\n"
        '\t"x, ""y"""\t\tfalse\t2026-02-01\t\n'
        "\ttwo lines and a tab\t\t\t\t\n"
    )


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_csv_read_back_has_the_same_cells(delimiter: Literal[",", "\t"]) -> None:
    """Every awkward name survives."""
    records = Records(("name",), [{"name": name} for name in AWKWARD])
    text = csv_text(records, delimiter)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    assert rows == [["name"], *([name] for name in AWKWARD)]


@given(st.lists(st.tuples(st.text(), st.text(), st.text()), max_size=4))
def test_csv_read_back_has_the_same_texts_whatever_they_are(rows: list[tuple[str, ...]]) -> None:
    """Commas, quotes and every kind of line end stay inside their cells."""
    records = Records(("a", "b", "c"), [dict(zip("abc", row, strict=True)) for row in rows])
    found = list(csv.reader(io.StringIO(csv_text(records), newline="")))
    assert [tuple(row) for row in found] == [("a", "b", "c"), *rows]


@given(st.lists(st.text(st.characters(exclude_characters="\r")), min_size=1, max_size=4))
def test_csv_and_tsv_are_what_the_csv_package_writes(cells: list[str]) -> None:
    """Quoted nowhere else; Python before 3.13 leaves a carriage return without quotes."""
    names = tuple(f"column-{place}" for place in range(len(cells)))
    records = Records(names, [dict(zip(names, cells, strict=True))])
    assert csv_text(records) == _written([names, cells], ",")
    plain = [re.sub("[\t\n]", " ", cell) for cell in cells]
    assert csv_text(records, "\t") == _written([names, plain], "\t")


def _written(rows: list[Sequence[str]], delimiter: str) -> str:
    """The rows as the csv package writes them."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue()


def test_a_line_of_one_empty_cell_is_still_a_row() -> None:
    """An empty line would be none for a program that reads it."""
    assert csv_text(Records(("note",), [{"note": None}, {"note": ""}])) == 'note\n""\n""\n'


def test_no_rows_leave_the_column_line() -> None:
    """A program that reads an empty result still finds the columns."""
    assert csv_text(Records(("a", "b"), ())) == "a,b\n"
    assert jsonl_text(Records(("a", "b"), ())) == ""


def test_safe_csv_has_no_cell_that_begins_like_a_formula() -> None:
    """Texts alone: a number below zero stays a number."""
    records = Records(("a", "b"), [{"a": "=1+1", "b": Decimal("-3.5")}, {"a": "@x", "b": "+2"}])
    rendering = Rendering(Sheet("T"), {}, records)
    assert render_data(rendering, "csv", safe=True) == "a,b\n'=1+1,-3.5\n'@x,'+2\n"
    assert render_data(rendering, "csv") == "a,b\n=1+1,-3.5\n@x,+2\n"
