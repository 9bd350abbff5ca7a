"""The faces agree, row by row, whatever is in the cells."""

import csv
import io
import json
import re

from hypothesis import given
from hypothesis import strategies as st

from dtcompare.view.console import Console
from dtcompare.view.formats import render

from .sample import build_rendering

# Words without double spaces, so that two spaces are the end of a cell in the plain face.
_CELLS = st.lists(
    st.text(
        st.characters(
            codec="utf-8",
            exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Zs", "Mn", "Mc", "Me", "Cn"),
        ),
        min_size=1,
        max_size=8,
    ),
    min_size=1,
    max_size=3,
).map(" ".join)
_ROWS = st.lists(st.tuples(_CELLS, _CELLS, _CELLS), max_size=5)


@given(_ROWS)
def test_plain_csv_tsv_and_json_lines_have_the_same_rows(rows: list[tuple[str, ...]]) -> None:
    """Same rows, same order, same texts, read back from each format."""
    rendering = build_rendering(*rows, names=("name", "word", "figure"))
    plain = render(rendering, "plain", Console()).splitlines()[3:]
    assert [tuple(re.split(r" {2,}", line)) for line in plain] == rows
    for format, delimiter in (("csv", ","), ("tsv", "\t")):
        text = render(rendering, format, Console())
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        assert [tuple(row) for row in found[1:]] == rows
    lines = render(rendering, "jsonl", Console()).split("\n")[:-1]
    assert [tuple(json.loads(line).values()) for line in lines] == rows


@given(_ROWS)
def test_the_terminal_shows_every_word_in_any_width(rows: list[tuple[str, ...]]) -> None:
    """Words are neither cut nor broken, in tables and in blocks."""
    rendering = build_rendering(*rows, names=("name", "word", "figure"))
    words = {word for row in rows for cell in row for word in cell.split()}
    for width in (20, 50, 100):
        text = render(rendering, "table", Console(width=width))
        assert words <= set(text.split())
