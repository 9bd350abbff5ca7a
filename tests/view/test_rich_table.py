"""The terminal face at several widths."""

import re

import pytest

from dtcompare.view.console import Console
from dtcompare.view.formats import render
from dtcompare.view.plain import text_width
from dtcompare.view.rich_table import bar_text
from dtcompare.view.sheet import Bar, Cell, Column, Records, Remark, Rendering, Row, Sheet, Table

from .sample import AWKWARD, FACE, build_rendering


def _shown(sheet: Sheet, width: int, *, color: bool = False, unicode: bool = True) -> str:
    console = Console(width=width, color=color, unicode=unicode)
    return render(Rendering(sheet, {}, Records((), ())), "table", console)


def test_a_hundred_columns_are_laid_out_as_in_print() -> None:
    """Title and date at the edges, bars, rules, the same columns for both tables."""
    assert (
        render(FACE, "table", Console(width=100))
        == """\
5G base stations, ranked by season of the count                                    as of 21 Nov 2026
9 of 34 provinces give a count. Networks grew four- to fivefold within months (Phú Thọ 170 in Sep
2025, 868 in Feb 2026; Gia Lai 169 in Oct, 734 in Dec 2025), so only counts of the same season are
ranked. A count is the size of a network, not the share of a province it reaches.

Dec 2025 to Feb 2026                                                                     4 provinces
Place   Province       Stations                   When        Own target                  To go
────────────────────────────────────────────────────────────────────────────────────────────────────
1 of 4  Phú Thọ             868  ███████████████  Feb 2026 a  –                                  [1]
2 of 4  Gia Lai             734  ████████████▋    Dec 2025    1,197 by 2026                 463  [2]
3 of 4  Huế                 352  ██████▏          Dec 2025    –                                  [3]
4 of 4  Tuyên Quang          81  █▍               Jan 2026    about 460 by 2025, overdue   ~379  [4]

Sep and Oct 2025                                                                         5 provinces
────────────────────────────────────────────────────────────────────────────────────────────────────
1 of 5  Bắc Ninh            384  ██████▋          Sep 2025                                       [5]
2 of 5  Lâm Đồng     nearly 300  ████░            Oct 2025                                       [6]
3 of 5  Tây Ninh            245  ████▎            Oct 2025                                       [7]
4 of 5  Phú Thọ             170  ███              Sep 2025                                       [8]
5 of 5  Gia Lai             169  ██▉              Oct 2025                                       [9]
────────────────────────────────────────────────────────────────────────────────────────────────────
        Việt Nam         16,737                   Oct 2025                                       [9]

Listed, not ranked
  2025, month not said  Quảng Ninh nearly 150 (page of 5 Jan 2026), Lai Châu 55 (page of 1 Nov 2025)
  Viettel only          Phú Thọ nearly 1,000 (Dec 2025), Đắk Lắk 700 (2025)
  Before the merger     Lâm Đồng 117 (2024), Lào Cai 5 (2024), Hà Giang 3 (2023)

No figure found (24): An Giang, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Điện Biên, Đồng Nai, Đồng Tháp,
Hà Nội, Hà Tĩnh, Hải Phòng, TP. Hồ Chí Minh, Hưng Yên, Khánh Hòa, Lạng Sơn, Lào Cai, Nghệ An,
Ninh Bình, Quảng Ngãi, Quảng Trị, Sơn La, Thái Nguyên, Thanh Hóa, Vĩnh Long
All targets: dtcompare gap 5g-stations

a  "Newly built"; whether all are on air is not said. It fits ill with nearly 1,000 of one operator
   two months earlier.

Sources: [1] Doanh nghiệp Việt Nam, 3 Feb 2026  [2] Báo Gia Lai, 24 Jan 2026; 24 Oct 2025 (target)
[3] Huế ngày nay, 5 Jan 2026  [4] Báo Tuyên Quang (English), 16 Jan 2026  [5] Báo Bắc Ninh, copy on
Vietnam.vn, Oct 2025  [6] Thanh Niên, 19 Oct 2025  [7] Sài Gòn Giải Phóng, 15 Oct 2025  [8] Báo Phú
Thọ, 19 Sep 2025  [9] Báo Gia Lai, 24 Oct 2025
"""
    )


_TABLE = Table(
    (
        Column("Place"),
        Column("Province"),
        Column("Stations", "right"),
        Column("Own target"),
        Column(""),
    ),
    (
        Row(
            (
                Cell("1 of 2"),
                Cell("Bà Rịa - Vũng Tàu"),
                Cell("868", bar=Bar(1)),
                Cell("1,197 in the whole province by 2026"),
                Cell("[1]"),
            )
        ),
        Row((Cell("Of one operator"),), "heading"),
        Row((Cell("2 of 2"), Cell("TP. Hồ Chí Minh"), Cell("nearly 352"), Cell(""), Cell("[2]"))),
    ),
    heading="Dec 2025 to Feb 2026",
    aside="2 provinces",
)


def test_at_sixty_columns_long_cells_fold_and_bars_go() -> None:
    """Names and numbers stay on one line."""
    assert (
        _shown(Sheet("Base stations", "as of 21 Nov 2026", parts=(_TABLE,)), 60)
        == """\
Base stations                              as of 21 Nov 2026

Dec 2025 to Feb 2026                             2 provinces
Place   Province             Stations  Own target
────────────────────────────────────────────────────────────
1 of 2  Bà Rịa - Vũng Tàu         868  1,197 in the      [1]
                                       whole province
                                       by 2026
Of one operator
2 of 2  TP. Hồ Chí Minh    nearly 352                    [2]
"""
    )


def test_at_forty_columns_each_row_is_a_block() -> None:
    """A place stands with its name; each other cell has the name of its column."""
    assert (
        _shown(Sheet("Base stations", "as of 21 Nov 2026", parts=(_TABLE,)), 40)
        == """\
Base stations          as of 21 Nov 2026

Dec 2025 to Feb 2026         2 provinces
────────────────────────────────────────
1 of 2  Bà Rịa - Vũng Tàu
Stations: 868
Own target: 1,197 in the whole province
  by 2026  [1]

Of one operator
2 of 2  TP. Hồ Chí Minh
Stations: nearly 352  [2]
"""
    )


@pytest.mark.parametrize("width", [20, 30, 40, 49, 60, 80, 100])
@pytest.mark.parametrize(
    "name", ["Bà Rịa - Vũng Tàu", "TP. Hồ Chí Minh", "nearly 352", "868", "[1]", "2 of 2"]
)
def test_no_width_cuts_a_name_or_a_number(width: int, name: str) -> None:
    """Each is on one line, at any width, in a table or in a block."""
    text = _shown(Sheet("Base stations", parts=(_TABLE,)), width)
    assert any(name in line for line in text.splitlines())
    assert "…" not in text


@pytest.mark.parametrize("width", range(20, 101))
def test_no_width_cuts_a_word(width: int) -> None:
    """Where a name must be folded, it is between its words."""
    text = _shown(Sheet("Base stations", parts=(_TABLE,)), width)
    expected = {word for row in _TABLE.rows for cell in row.cells for word in cell.text.split()}
    assert expected <= set(text.split())


@pytest.mark.parametrize("width", [20, 40, 60, 80, 100])
def test_no_line_is_longer_than_the_console(width: int) -> None:
    """Nothing is left for the terminal to break."""
    text = render(FACE, "table", Console(width=width))
    command = "dtcompare gap 5g-stations"
    lines = [line for line in text.splitlines() if command not in line]
    assert max(map(text_width, lines)) <= width


def test_a_table_of_too_many_columns_is_blocks_too() -> None:
    """Six provinces side by side do not fit, so nothing is squeezed."""
    names = tuple(f"Indicator-number-{i}" for i in range(6))
    text = render(build_rendering(names, names=names), "table", Console(width=80))
    assert text.splitlines()[2:4] == [
        "Indicator-number-0",
        "Indicator-number-1: Indicator-number-1",
    ]


def test_an_address_is_never_broken() -> None:
    """The terminal folds it, and it can still be followed."""
    address = "https://www.example.vn/" + "a" * 90
    sheet = Sheet("Title", sources=(("1", f"Báo Huế {address} (copy)"),), source_label="Sources")
    assert _shown(sheet, 50) == f"Title\n\nSources:\n[1] Báo Huế\n    {address}\n    (copy)\n"


def test_a_command_is_never_broken() -> None:
    """It can be copied whole; where it does not fit beside its label it is under it."""
    command = "dtcompare rank digital-economy --period 2022 --lang vi"
    assert _shown(Sheet("Title", parts=(Remark("All figures", command=command),)), 40) == (
        f"Title\n\nAll figures\n  {command}\n"
    )


def test_texts_under_a_label_are_set_in() -> None:
    """Several texts are lines of their own, a command the last."""
    remark = Remark("Listed", ("Lào Cai 5 (2024), Hà Giang 3 (2023), and more", "x"), "dtcompare")
    assert _shown(Sheet("Title", parts=(remark,)), 40) == (
        "Title\n\nListed\n  Lào Cai 5 (2024), Hà Giang 3 (2023),\n    and more\n  x\n  dtcompare\n"
    )


@pytest.mark.parametrize("width", [100, 60, 40])
def test_without_color_there_is_no_escape_code(width: int) -> None:
    """NO_COLOR means no bold either."""
    assert "\x1b" not in render(FACE, "table", Console(width=width))


@pytest.mark.parametrize("variable", ["FORCE_COLOR", "TTY_COMPATIBLE", "COLORTERM"])
def test_the_environment_is_not_asked_again(monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    """What the console is was decided once; Rich does not decide anew."""
    monkeypatch.setenv(variable, "1")
    monkeypatch.setenv("COLUMNS", "30")
    before = render(FACE, "table", Console(width=100))
    assert "\x1b" not in before
    assert max(map(text_width, before.splitlines())) == 100


def test_color_changes_no_letter() -> None:
    """Tones only come on top of what is there anyway."""
    tones = ("good", "bad", "warn", "muted", "strong")
    table = Table(
        (Column("Word"),),
        tuple(Row((Cell("met", tone),)) for tone in tones),  # type: ignore[arg-type]
    )
    sheet = Sheet("Title", parts=(table,))
    colored = _shown(sheet, 60, color=True)
    for code in ("\x1b[32mmet", "\x1b[31mmet", "\x1b[33mmet", "\x1b[2mmet", "\x1b[1mmet"):
        assert code in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == _shown(sheet, 60)


@pytest.mark.parametrize("width", [100, 40])
def test_data_is_not_taken_for_markup(width: int) -> None:
    """Brackets, emoji names and signs print as they are."""
    rendering = build_rendering(*((name, "1") for name in AWKWARD))
    text = render(rendering, "table", Console(width=width))
    assert all(name in text for name in AWKWARD)


def test_a_dumb_terminal_gets_ascii_rules_and_bars() -> None:
    """TERM=dumb may lack block characters; its width is still used."""
    table = Table(
        (Column("Name"), Column("%", "right")),
        (Row((Cell("A"), Cell("50", bar=Bar(0.5)))), Row((Cell("B"), Cell("99", bar=Bar(1))))),
    )
    assert _shown(Sheet("Title", parts=(table,)), 50, unicode=False) == (
        f"Title\n\nName   %\n{'-' * 50}\n"
        "A     50  ############\n"
        "B     99  ########################\n"
    )


@pytest.mark.parametrize(
    ("kind", "drawn", "dumb"),
    [
        ("exact", "███▏", "###"),
        ("about", "▒▒▒", "==="),
        ("over", "██›", "##>"),
        ("under", "██░", "##-"),
        ("other", "░░░", "---"),
    ],
)
def test_bars_of_each_kind_differ_without_color(kind: str, drawn: str, dumb: str) -> None:
    """Five kinds, five looks, on any terminal."""
    bar = Bar(0.39, kind)  # type: ignore[arg-type]
    assert bar_text(bar, 8) == drawn
    assert bar_text(bar, 8, unicode=False) == dumb


@pytest.mark.parametrize(
    ("share", "drawn"),
    [(0.0, ""), (0.001, "▏"), (0.5, "████"), (1.0, "████████"), (1.7, "████████"), (-1.0, "")],
)
def test_a_bar_is_as_long_as_its_share(share: float, drawn: str) -> None:
    """What is more than nothing can be seen; nothing is longer than the longest."""
    assert bar_text(Bar(share), 8) == drawn


def test_a_heading_row_runs_over_the_columns() -> None:
    """It widens no column, and is bold unless it has a tone of its own."""
    table = Table(
        (Column("A"), Column("B")),
        (
            Row((Cell("Verdicts that stand for all of them"),), "heading"),
            Row((Cell("x"), Cell("y"))),
            Row((Cell("needs 4 a year", "muted"),), "heading"),
        ),
    )
    sheet = Sheet("Title", parts=(table,))
    assert _shown(sheet, 60).splitlines()[4:] == [
        "Verdicts that stand for all of them",
        "x  y",
        "needs 4 a year",
    ]
    colored = _shown(sheet, 60, color=True)
    assert "\x1b[1mVerdicts" in colored
    assert "\x1b[2mneeds" in colored


def test_an_aside_that_does_not_fit_is_under_its_title() -> None:
    """Neither is cut or runs into the other."""
    assert _shown(Sheet("Base stations", "as of 21 Nov 2026"), 30) == (
        "Base stations\nas of 21 Nov 2026\n"
    )


def test_a_table_without_rows_shows_its_columns() -> None:
    """An empty table is no error."""
    assert render(build_rendering(), "table", Console(width=50)) == (
        f"Title\n\nName  Figure\n{'─' * 50}\n"
    )


def test_a_row_of_empty_cells_is_no_block() -> None:
    """There is nothing to say about it."""
    assert render(build_rendering(("", ""), ("Huế", "1")), "table", Console(width=40)).split() == [
        *("Title", "Huế", "Figure:", "1")
    ]
