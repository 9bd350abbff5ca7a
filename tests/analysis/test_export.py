"""The whole data set exported: nothing of a figure is lost on the way."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dtcompare.analysis.export import COLUMNS, exported
from dtcompare.cli import main
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import Amount, Interval, Scope
from dtcompare.model.label import Label
from dtcompare.view.export_sqlite import NUMBERS, TRUTHS
from dtcompare.view.exports import write_file
from tests.analysis.build import country, figure, share

Row = dict[str, object]
_DOCS = Path(__file__).parents[2] / "docs" / "export.md"


def _typed(row: dict[str, str]) -> Row:
    """A row of CSV with the types of its columns."""
    typed: Row = {}
    for name, text in row.items():
        if name in TRUTHS:
            typed[name] = text == "true"
        elif text == "":
            typed[name] = None
        elif name in NUMBERS:
            typed[name] = Decimal(text)
        else:
            typed[name] = int(text) if name in {"row", "place", "place_of"} else text
    return typed


def _read(path: Path, format: str) -> list[Row]:
    """The rows of an exported file, their numbers with the digits they were printed with."""
    if format in {"csv", "tsv"}:
        with path.open(encoding="utf-8", newline="") as file:
            found = csv.DictReader(file, delimiter="\t" if format == "tsv" else ",")
            return [_typed(row) for row in found]
    if format == "jsonl":
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in lines]
        whole = ("row", "place", "place_of")
        return [
            {n: int(v) if n in whole and v is not None else v for n, v in row.items()}
            for row in rows
        ]
    with closing(sqlite3.connect(path)) as base:
        base.row_factory = sqlite3.Row
        return [_from_table(dict(row)) for row in base.execute("SELECT * FROM lines")]


def _from_table(row: Row) -> Row:
    """A row of the table with its numbers from their texts."""
    for name in NUMBERS:
        text = row.pop(f"{name}_text")
        assert (row[name] is None) == (text is None)
        row[name] = None if text is None else Decimal(str(text))
    return row | {name: bool(row[name]) for name in TRUTHS}


@pytest.mark.parametrize("format", ["csv", "jsonl", "sqlite", "tsv"])
def test_export_and_read_back_gives_the_same_rows(
    format: str, dataset: Dataset, tmp_path: Path
) -> None:
    path = tmp_path / f"all.{format}"
    write_file(exported(dataset), COLUMNS, format, path)
    rows = _read(path, format)
    wanted = [dict(row) for row in exported(dataset)]
    assert [repr(row) for row in rows] == [repr(row) for row in wanted]


def test_every_line_of_the_data_set_is_a_row(dataset: Dataset) -> None:
    lines = [line for _, of in dataset.all_lines() for line in (*of.figures, *of.targets)]
    rows = list(exported(dataset))
    assert len(rows) == len(lines)
    for row, line in zip(rows, lines, strict=True):
        assert tuple(row) == tuple(COLUMNS)
        assert (row["file"], row["row"], row["source"]) == (line.file, line.row, line.source)
        if line.amount is not None:
            assert isinstance(row["value"], Decimal)
            made = Amount(str(row["word"]), row["value"], row["upper"])  # type: ignore[arg-type]
            assert repr(made) == repr(line.amount)
            unit = dataset.indicator(line.indicator).unit
            ends = (row["low"], row["high"], row["low_open"], row["high_open"])
            assert Interval(*ends) == made.interval(unit.minimum, unit.maximum)  # type: ignore[arg-type]
        english, vietnamese = _pairs(row["scope"]), _pairs(row["scope_vi"] or row["scope"])
        assert {key: Label(english[key], vietnamese[key]) for key in english} == dict(line.scope)
        for key, label in (("note", line.note), ("reject", line.reject)):
            assert _label(row[key], row[f"{key}_vi"]) == label
        assert tuple(str(row["remarks"] or "").split()) == line.remarks


def _label(en: object, vi: object) -> Label | None:
    """A text from its two columns."""
    return None if en is None else Label(str(en), str(vi or en))


def _pairs(scope: object) -> dict[str, str]:
    """The names of a scope by their kind, from KEY=TEXT; KEY=TEXT."""
    parts = str(scope).split("; ") if scope else []
    return {key: name for key, _, name in (part.partition("=") for part in parts)}


@pytest.mark.parametrize(
    ("scope", "written", "in_vietnamese"),
    [
        ((), None, None),
        ((("operator", Label("Viettel", "Viettel")),), "operator=Viettel", None),
        (
            (("ward", Label("A", "A")), ("places", Label("schools", "trường học"))),
            "ward=A; places=schools",
            "ward=A; places=trường học",
        ),
        ((("places", Label("a; b", "a; b")),), '{"places": "a; b"}', None),
    ],
)
def test_a_scope_is_written_as_import_reads_it(
    scope: Scope, written: str | None, in_vietnamese: str | None
) -> None:
    """No JSON, whose doubled quotes mislead programs that read CSV, but where a name has a ;."""
    line = replace(figure("an", "2025", "40"), scope=scope)
    (row,) = exported(country([line], share()))
    assert (row["scope"], row["scope_vi"]) == (written, in_vietnamese)


_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    drawn=st.lists(st.tuples(st.decimals(allow_nan=False, allow_infinity=False, places=3), _TEXT))
)
def test_any_number_and_note_survives(
    drawn: list[tuple[Decimal, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    empty: Row = dict.fromkeys(COLUMNS) | dict.fromkeys(TRUTHS, False)
    rows = [empty | {"value": number, "note": note} for number, note in drawn]
    for format in ("csv", "jsonl", "sqlite"):
        path = tmp_path_factory.mktemp("export") / "x"
        write_file(rows, COLUMNS, format, path)
        assert repr(_read(path, format)) == repr(rows)


def test_parquet_reads_back_the_same(dataset: Dataset, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "all.parquet"
    write_file(exported(dataset), COLUMNS, "parquet", path)
    rows = [_from_table(row) for row in parquet.read_table(path).to_pylist()]
    assert repr(rows) == repr([dict(row) for row in exported(dataset)])


def test_a_file_is_replaced_whole_or_not_at_all(
    tmp_path: Path, of_articles: None, capsys: pytest.CaptureFixture[str]
) -> None:
    del of_articles
    path = tmp_path / "all.csv"
    assert main(["export", "-o", str(path)]) == 0
    whole = path.read_bytes()
    assert main(["export", "-o", str(path)]) == 0
    assert path.read_bytes() == whole
    assert main(["export", "-o", str(tmp_path / "no" / "all.csv")]) == 1
    assert list(tmp_path.iterdir()) == [path]
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("export", "-f", "sqlite"), "sqlite is no text"),
        (("export", "-o", "all.ods"), "no export format has the suffix '.ods'"),
    ],
)
def test_what_cannot_be_exported_is_said(
    words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(list(words)) == 2
    assert said in capsys.readouterr().err


def test_every_column_is_documented() -> None:
    page = _DOCS.read_text(encoding="utf-8")
    assert [name for name in COLUMNS if f"| `{name}` |" not in page] == []
