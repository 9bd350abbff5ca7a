"""A sheet as rich as they come: the base stations of the mock-up, with every part a sheet has."""

from datetime import date
from decimal import Decimal

from dtcompare.view.console import Console
from dtcompare.view.formats import render
from dtcompare.view.sheet import Bar, Cell, Column, Records, Remark, Rendering, Row, Sheet, Table

COLUMNS = (
    Column("Place"),
    Column("Province"),
    Column("Stations", "right"),
    Column("When"),
    Column("Own target"),
    Column("To go", "right"),
    Column(""),
)


def _joined(*lines: str) -> str:
    """One text that is too long for one line of code."""
    return " ".join(lines)


def _row(place: str, name: str, count: str, share: float, *more: str) -> Row:
    """A row of the table, with a bar of ``share`` beside the count."""
    bar = Bar(share, "under" if count.startswith("nearly") else "exact")
    return Row((Cell(place), Cell(name), Cell(count, bar=bar), *map(Cell, more)))


def _pair(first: str, second: str) -> Row:
    """A row of two texts."""
    return Row((Cell(first), Cell(second)))


_WINTER = Table(
    COLUMNS,
    (
        _row("1 of 4", "Phú Thọ", "868", 1.0, "Feb 2026 a", "–", "", "[1]"),
        _row("2 of 4", "Gia Lai", "734", 734 / 868, "Dec 2025", "1,197 by 2026", "463", "[2]"),
        _row("3 of 4", "Huế", "352", 352 / 868, "Dec 2025", "–", "", "[3]"),
        _row(
            "4 of 4",
            "Tuyên Quang",
            "81",
            81 / 868,
            "Jan 2026",
            "about 460 by 2025, overdue",
            "~379",
            "[4]",
        ),
    ),
    heading="Dec 2025 to Feb 2026",
    aside="4 provinces",
)

_AUTUMN = Table(
    COLUMNS,
    (
        _row("1 of 5", "Bắc Ninh", "384", 384 / 868, "Sep 2025", "", "", "[5]"),
        _row("2 of 5", "Lâm Đồng", "nearly 300", 300 / 868, "Oct 2025", "", "", "[6]"),
        _row("3 of 5", "Tây Ninh", "245", 245 / 868, "Oct 2025", "", "", "[7]"),
        _row("4 of 5", "Phú Thọ", "170", 170 / 868, "Sep 2025", "", "", "[8]"),
        _row("5 of 5", "Gia Lai", "169", 169 / 868, "Oct 2025", "", "", "[9]"),
        Row(tuple(map(Cell, ("", "Việt Nam", "16,737", "Oct 2025", "", "", "[9]"))), "reference"),
    ),
    heading="Sep and Oct 2025",
    aside="5 provinces",
)

_LISTED = Table(
    (Column(""), Column("")),
    (
        _pair(
            "2025, month not said",
            "Quảng Ninh nearly 150 (page of 5 Jan 2026), Lai Châu 55 (page of 1 Nov 2025)",
        ),
        _pair("Viettel only", "Phú Thọ nearly 1,000 (Dec 2025), Đắk Lắk 700 (2025)"),
        _pair("Before the merger", "Lâm Đồng 117 (2024), Lào Cai 5 (2024), Hà Giang 3 (2023)"),
    ),
    heading="Listed, not ranked",
)

STATIONS = Sheet(
    title="5G base stations, ranked by season of the count",
    aside="as of 21 Nov 2026",
    sentences=(
        _joined(
            "9 of 34 provinces give a count. Networks grew four- to fivefold within months",
            "(Phú Thọ 170 in Sep 2025, 868 in Feb 2026; Gia Lai 169 in Oct, 734 in Dec 2025), so",
            "only counts of the same season are ranked. A count is the size of a network, not the",
            "share of a province it reaches.",
        ),
    ),
    parts=(
        _WINTER,
        _AUTUMN,
        _LISTED,
        Remark(
            "No figure found (24)",
            (
                _joined(
                    "An Giang, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Điện Biên, Đồng Nai, Đồng Tháp,",
                    "Hà Nội, Hà Tĩnh, Hải Phòng, TP. Hồ Chí Minh, Hưng Yên, Khánh Hòa, Lạng Sơn,",
                    "Lào Cai, Nghệ An, Ninh Bình, Quảng Ngãi, Quảng Trị, Sơn La, Thái Nguyên,",
                    "Thanh Hóa, Vĩnh Long",
                ),
            ),
        ),
        Remark("All targets", command="dtcompare gap 5g-stations"),
    ),
    notes=(
        (
            "a",
            _joined(
                '"Newly built"; whether all are on air is not said. It fits ill with nearly 1,000',
                "of one operator two months earlier.",
            ),
        ),
    ),
    sources=(
        ("1", "Doanh nghiệp Việt Nam, 3 Feb 2026"),
        ("2", "Báo Gia Lai, 24 Jan 2026; 24 Oct 2025 (target)"),
        ("3", "Huế ngày nay, 5 Jan 2026"),
        ("4", "Báo Tuyên Quang (English), 16 Jan 2026"),
        ("5", "Báo Bắc Ninh, copy on Vietnam.vn, Oct 2025"),
        ("6", "Thanh Niên, 19 Oct 2025"),
        ("7", "Sài Gòn Giải Phóng, 15 Oct 2025"),
        ("8", "Báo Phú Thọ, 19 Sep 2025"),
        ("9", "Báo Gia Lai, 24 Oct 2025"),
    ),
    source_label="Sources",
)

RECORDS = Records(
    ("rank", "name", "value", "met", "date"),
    (
        {
            "rank": 1,
            "name": "Phú Thọ",
            "value": Decimal(868),
            "met": None,
            "date": date(2026, 2, 1),
        },
        {"rank": 2, "name": "Gia Lai", "value": Decimal("97.40"), "met": False},
    ),
)

FACE = Rendering(STATIONS, {"schema": "rank/1", "rows": [{"value": Decimal("97.40")}]}, RECORDS)

# Names that one format or another would take for something else.
AWKWARD = (
    "[x]",
    "[bold]x[/bold]",
    ":vn:",
    "a|b",
    "R&D <b>x</b> &amp;",
    r"back\slash",
    "_under_ a_b c_",
    "100%",
    "*star*",
    "`code`",
    "$5 #1 {x} ~y~ ^z",
    "- dash",
    "1. one",
)


def build_rendering(
    *rows: tuple[str, ...], names: tuple[str, ...] = ("Name", "Figure")
) -> Rendering:
    """A face with one table, the last column aligned right, and records of the same cells."""
    columns = (*map(Column, names[:-1]), Column(names[-1], "right"))
    table = Table(columns, tuple(Row(tuple(map(Cell, row))) for row in rows))
    found = [dict(zip(names, row, strict=True)) for row in rows]
    return Rendering(Sheet("Title", parts=(table,)), {"rows": found}, Records(names, found))


SHEET = Sheet(
    "5G base stations",
    "as of 21 Nov 2026",
    ("2 of 34 provinces give a count.",),
    (
        Table(
            (Column("Province"), Column("Stations", "right"), Column("")),
            (
                Row((Cell("Winter"),), "heading"),
                Row((Cell("Phú Thọ"), Cell("868"), Cell("[1]"))),
                Row((Cell("Huế"), Cell("about 352"), Cell("[1]"))),
                Row((Cell("Việt Nam"), Cell("1,220"), Cell(""))),
            ),
            heading="Dec 2025 to Feb 2026",
            aside="2 provinces",
        ),
        Remark("No figure found (2)", ("An Giang, Cà Mau",)),
        Remark("Listed", ("Lào Cai 5", "Hà Giang 3"), "dtcompare rank 5g"),
        Remark("All targets", command="dtcompare gap 5g"),
    ),
    (("a", "Newly built."),),
    (("1", "Báo Huế, https://baohue.vn/a_b"),),
    "Sources",
)


def draw_sheet(sheet: Sheet, format: str) -> str:
    """Return a sheet in a format that does not look at the console."""
    return render(Rendering(sheet, {}, Records((), ())), format, Console())
