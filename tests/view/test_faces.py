"""Every face of a result, by its name."""

import subprocess
import sys

import pytest
import tabulate

from dtcompare.view.console import Console
from dtcompare.view.formats import CHART_SUFFIXES, FORMATS, SUFFIXES, render
from dtcompare.view.sheet import Records, Rendering, Sheet

from .sample import FACE, build_rendering


def test_the_common_formats_come_first() -> None:
    """Help lists them in this order."""
    assert FORMATS[:9] == (
        "table",
        "plain",
        "csv",
        "tsv",
        "json",
        "jsonl",
        "markdown",
        "html",
        "latex",
    )


def test_no_format_of_tabulate_is_missing() -> None:
    """Nor is one too many: a format unknown to tabulate comes out as "simple" without a word."""
    own = {"table", "plain", "csv", "tsv", "json", "jsonl", "markdown", "html", "latex"}
    assert set(FORMATS) - own == set(tabulate.tabulate_formats) - own
    assert len(set(FORMATS)) == len(FORMATS)


def test_every_suffix_stands_for_a_format_or_a_chart() -> None:
    """No suffix means two things."""
    assert set(SUFFIXES.values()) <= {*FORMATS, "xlsx"}
    assert not set(SUFFIXES) & set(CHART_SUFFIXES)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_shows_every_cell(format: str) -> None:
    """The names, the numbers, and nothing after the last line end."""
    rows = [("Bà Rịa - Vũng Tàu", "97.74"), ("TP. Hồ Chí Minh", "about 40")]
    text = render(build_rendering(*rows), format, Console())
    assert all(cell in text for row in rows for cell in row)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("format", [f for f in FORMATS if not f.startswith(("csv", "tsv", "json"))])
def test_every_text_face_shows_every_part(format: str) -> None:
    """Title, date, sentence, headings, remarks, notes and sources are in all of them.

    So are commands, but where nothing can be typed.
    """
    text = render(FACE, format, Console(width=100))
    for part in (
        "5G base stations, ranked by season of the count",
        "as of 21 Nov 2026",
        "9 of 34 provinces give a count.",
        "Sep and Oct 2025",
        "4 provinces",
        "No figure found (24)",
        "TP. Hồ Chí Minh",
        "whether all are on air is not said",
        "Sources",
        "Thanh Niên, 19 Oct 2025",
    ):
        assert part in text
    assert ("dtcompare gap 5g-stations" in text) == (format != "html")


@pytest.mark.parametrize("format", [f for f in FORMATS if f != "jsonl"])
def test_a_table_without_rows_is_a_face_too(format: str) -> None:
    """An empty result is shown in every format; only as JSON lines is it no line at all."""
    assert render(build_rendering(), format, Console()).strip()


@pytest.mark.parametrize("format", FORMATS)
def test_no_format_but_the_terminals_looks_at_the_console(format: str) -> None:
    """A file has the same bytes whatever the terminal is."""
    rendering = build_rendering(("Huế", "352"))
    narrow = render(rendering, format, Console(width=20, color=True))
    assert (narrow == render(rendering, format, Console())) == (format != "table")


_HEAVY = ("rich", "tabulate", "numpy", "matplotlib", "click", "yaml")


@pytest.mark.parametrize(
    ("format", "unloaded"),
    [
        ("plain", (*_HEAVY, "csv", "json")),
        ("csv", (*_HEAVY, "json")),
        ("json", (*_HEAVY, "json")),
        ("html", _HEAVY),
        ("markdown", ("rich", "numpy", "matplotlib")),
        ("table", ("tabulate", "numpy", "matplotlib")),
    ],
)
def test_a_face_loads_only_what_it_needs(format: str, unloaded: tuple[str, ...]) -> None:
    """A piped result does not wait for Rich or tabulate."""
    program = (
        "import sys\n"
        "from dtcompare.view.console import Console\n"
        "from dtcompare.view.formats import render\n"
        "from dtcompare.view.sheet import *\n"
        "rendering = Rendering(Sheet('x'), {'x': 'x'}, Records(('x',), [{'x': 'x'}]))\n"
        f"render(rendering, {format!r}, Console())\n"
        f"print(sorted(set(sys.modules) & set({unloaded!r})))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("format", FORMATS)
def test_only_what_is_for_the_screen_is_shortened(format: str) -> None:
    """Documents and data are whole in every case."""
    brief = Sheet("Short", foot=("9 notes, 12 pages: --full",))
    rendering = Rendering(
        Sheet("Whole"), {"a": 1}, Records(("a",), [{"a": 1}]), brief=lambda: brief
    )
    whole = render(rendering, format, Console())
    short = render(rendering, format, Console(), brief=True)
    if format in ("table", "plain"):
        assert short == "Short\n\n9 notes, 12 pages: --full\n"
    else:
        assert short == whole
