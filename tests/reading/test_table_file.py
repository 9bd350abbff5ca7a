"""Tables as they are read: headings, rows by number, cells as texts or stored numbers."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest

from dtcompare.errors import WrongUsage
from dtcompare.reading.table_file import Cell, InputTable, TableRow, read_table


def table_of(folder: Path, name: str, content: str | bytes) -> InputTable:
    """The table in a file of that name."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_table(path)


def test_rows_are_numbered_as_the_file_numbers_its_lines(tmp_path: Path) -> None:
    """Empty rows are left out, a cell of two lines counts two; short rows are filled up."""
    table = table_of(tmp_path, "a.csv", 'A,B\n1,"x\ny"\n\n,\n2\n')
    assert table == InputTable(
        "a.csv", ("A", "B"), (TableRow(2, ("1", "x y")), TableRow(6, ("2", ""))),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", 'Tỉnh,Điểm\nHuế,"86,5"\n'),
        ("a.csv", "Tỉnh;Điểm\r\nHuế;86,5\r\n"),
        ("a.csv", b"\xef\xbb\xbf" + "Tỉnh;Điểm\nHuế;86,5\n".encode()),
        ("a.tsv", "Tỉnh\tĐiểm\nHuế\t86,5\n"),
        ("a.jsonl", '{"Tỉnh": "Huế"}\n\n{"Điểm": "86,5", "Tỉnh": "Huế"}\n'),
    ],
    ids=["comma", "semicolon", "byte order mark", "tabs", "json lines"],
)  # fmt: skip
def test_separated_texts_and_json_lines(tmp_path: Path, name: str, content: str | bytes) -> None:
    table = table_of(tmp_path, name, content)
    assert table.headings == ("Tỉnh", "Điểm")
    assert table.rows[-1].cells == ("Huế", "86,5")


def test_dashes_and_blanks_are_nothing(tmp_path: Path) -> None:
    table = table_of(tmp_path, "a.csv", "A,B,C,D,E\n-,–,—,\u00a0,-5\n")
    assert table.rows[0].cells == ("", "", "", "", "-5")


def test_numbers_of_json_lines_keep_their_digits(tmp_path: Path) -> None:
    table = table_of(tmp_path, "a.jsonl", '{"n": 68.80, "m": 3, "t": true, "o": null}\n')
    number, whole, truth, nothing = table.rows[0].cells
    assert str(number) == "68.80"
    assert (whole, truth, nothing) == (Decimal(3), "true", "")


def test_letters_are_composed_and_columns_found_whatever_their_case(tmp_path: Path) -> None:
    table = table_of(tmp_path, "a.csv", "Tỉnh,Đie\u0302\u0309m  số\nHue\u0302\u0301,1\n")
    assert table.column("điểm số") == 1
    assert table.rows[0].cells[0] == "Huế"


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("a.ods", "x", "error.no-table"),
        ("a.csv", "", "error.empty-table"),
        ("a.csv", "A,B\n,\n", "error.empty-table"),
        ("a.csv", "Tỉnh\nHuế\n".encode("cp1258", "replace") + b"\xff", "error.table-not-utf8"),
        ("a.csv", 'A\n"x\n', "error.broken-table"),
        ("a.jsonl", '{"a": 1}\n{a}\n', "error.broken-table"),
        ("a.jsonl", "[" * 50_000, "error.broken-table"),
        ("a.jsonl", "[1]\n", "error.no-object"),
    ],
)
def test_what_is_no_table_is_refused(
    tmp_path: Path, name: str, content: str | bytes, key: str
) -> None:
    with pytest.raises(WrongUsage) as caught:
        table_of(tmp_path, name, content)
    assert caught.value.key == key


@pytest.mark.parametrize(
    ("name", "key"),
    [("Điem", "error.no-column-near"), ("xyz", "error.no-column"), ("B", "error.double-column")],
)
def test_a_column_is_there_once_or_told_of(name: str, key: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        InputTable("a.csv", ("Điểm", "B", "b"), ()).column(name)
    assert caught.value.key == key


def test_a_sheet_is_read_with_the_decimals_it_shows(tmp_path: Path) -> None:
    """68.8 shown as 68.80; a sum that is 86.59999999999999 to the machine is 86.6 to a sheet."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["Tỉnh", "a", "b", "c", "d", "e"])
    book.active.append([])
    book.active.append(["Huế", 68.8, 86.59999999999999, 0.865, date(2026, 10, 10), 1200])
    for cell, shown in (("B3", "#,##0.00"), ("D3", "0.0%"), ("F3", '"≈ "#,##0')):
        book.active[cell].number_format = shown
    second = book.create_sheet("Hai")
    second.append(["Tỉnh"])
    second.append(["Hà Nội"])
    book.save(tmp_path / "a.xlsx")
    row = read_table(tmp_path / "a.xlsx").rows[0]
    assert row.number == 3
    assert [str(cell) for cell in row.cells] == [
        "Huế", "68.80", "86.6", "86.5%", "2026-10-10", "≈ 1200",
    ]  # fmt: skip
    assert read_table(tmp_path / "a.xlsx", "Hai").rows[0].cells == ("Hà Nội",)
    with pytest.raises(WrongUsage, match="no-sheet"):
        read_table(tmp_path / "a.xlsx", "Ba")
    with pytest.raises(WrongUsage, match="broken-sheet"):
        table_of(tmp_path, "b.xlsx", "no workbook")


def test_a_sheet_is_named_of_spreadsheets_alone(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("A\n1\n", encoding="utf-8")
    with pytest.raises(WrongUsage, match="no-sheets"):
        read_table(tmp_path / "a.csv", "Hai")


@pytest.mark.parametrize(
    "content",
    ["name,share\nHuế,40,5\n", "name,share,\nHuế,40,5\n", "name,share,,note\nHuế,40,5,\n"],
)
def test_a_number_that_a_comma_cuts_in_two_is_never_half_a_number(
    tmp_path: Path, content: str
) -> None:
    """40,5 without quotes is two cells: 40 alone would be wrong."""
    with pytest.raises(WrongUsage) as caught:
        table_of(tmp_path, "t.csv", content)
    facts = caught.value.facts
    assert (caught.value.key, facts["row"], facts["column"]) == ("error.no-heading", 2, 3)


def test_a_first_column_without_a_heading_may_number_the_rows(tmp_path: Path) -> None:
    assert table_of(tmp_path, "t.csv", ",name\n1,Huế\n").rows[0].cells == ("1", "Huế")


@pytest.mark.parametrize(
    ("rows", "merged"),
    [
        ([["Bảng 1. Tỷ lệ"], ["Tỉnh", "Điểm"], ["Huế", 40]], "A1:B1"),
        ([["Tỉnh", "Năm 2025"], [None, "Điểm", "Hạng"], ["Huế", 40, 1]], "B1:C1"),
    ],
    ids=["title above", "heads of two rows"],
)
def test_heads_that_are_merged_are_told_of(
    tmp_path: Path, rows: list[list[object]], merged: str
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.active.merge_cells(merged)
    book.save(tmp_path / "t.xlsx")
    with pytest.raises(WrongUsage, match="no-heading"):
        read_table(tmp_path / "t.xlsx")


def test_heads_of_two_lines_and_hidden_rows_are_read_like_others(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["Tỉnh\nthành", "Ngày"], ["Huế", datetime(2026, 3, 4, 7, 30)], ["Hà Nội", 41]):  # noqa: DTZ001
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    book.save(tmp_path / "t.xlsx")
    table = read_table(tmp_path / "t.xlsx")
    assert table.headings == ("Tỉnh thành", "Ngày")
    assert [row.cells for row in table.rows] == [
        ("Huế", "2026-03-04"), ("Hà Nội", Decimal(41)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("shown", "number", "read"),
    [
        ("0%", 0.4, "40%"),
        ("0.00%_)", 0.4567, "45.67%"),
        ("0.0%;[Red]-0.0%", 0.405, "40.5%"),
        (r"0.0\%", 40.5, "40.5"),
        ('0.0"%"', 40.5, "40.5"),
    ],
)
def test_a_percent_format_counts_hundredths_where_its_sign_does(
    tmp_path: Path, shown: str, number: float, read: str
) -> None:
    """A sign in quotes or behind a backslash is a text beside the number as it stands."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["share"])
    book.active.append([number])
    book.active["A2"].number_format = shown
    book.save(tmp_path / "t.xlsx")
    assert str(read_table(tmp_path / "t.xlsx").rows[0].cells[0]) == read


def test_a_formula_without_a_result_is_not_an_empty_cell(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["name", "share"])
    book.active.append(["Huế", "=40+1"])
    book.save(tmp_path / "t.xlsx")
    with pytest.raises(WrongUsage) as caught:
        read_table(tmp_path / "t.xlsx")
    assert (caught.value.key, caught.value.facts["cell"]) == ("error.no-result", "B2")


def test_a_formula_may_give_an_empty_text(tmp_path: Path) -> None:
    """Spreadsheet programs save its result as a text, without any sign in it."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["name", "share"], ["Huế", 40], ["Cà Mau", '=IF(B2=40,"","x")']):
        book.active.append(row)
    book.save(tmp_path / "made.xlsx")
    with ZipFile(tmp_path / "made.xlsx") as made, ZipFile(tmp_path / "t.xlsx", "w") as saved:
        for name in made.namelist():
            text = made.read(name).replace(b'<c r="B3"', b'<c r="B3" t="str"')
            saved.writestr(name, text)
    assert [row.cells for row in read_table(tmp_path / "t.xlsx").rows] == [
        ("Huế", Decimal(40)),
        ("Cà Mau", ""),
    ]


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ('"about "#,##0.0"%"', "about 41.5%"),
        ('"từ "#,##0.0"% trở lên"', "từ 41.5% trở lên"),
        ('"about" 0.0', "about 41.5"),
        ('"≈"\\ 0.0', "≈ 41.5"),
        ('">"General', "> 41.5"),
        ('"≈ "0.0;"-"0.0', "≈ 41.5"),
        ('"$"#,##0.0', Decimal("41.5")),
    ],
)
def test_a_word_that_the_format_puts_before_a_number_is_read_with_it(
    tmp_path: Path, number_format: str, expected: Cell
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["share"])
    book.active.append([41.5])
    book.active["A2"].number_format = number_format
    book.save(tmp_path / "t.xlsx")
    assert read_table(tmp_path / "t.xlsx").rows[0].cells == (expected,)
