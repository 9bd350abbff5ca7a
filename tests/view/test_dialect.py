"""One walk over a sheet, whose marks are the dialect's."""

from dtcompare.view.dialect import Dialect, Heading, ItemTemplate
from dtcompare.view.sheet import Remark, Sheet, Table

from .sample import SHEET


class _Shout(Dialect):
    """A format of a few templates."""

    gap = "\n"
    title = Heading("! {}", "({})", " ")
    label = "<{}>"
    under = ItemTemplate("* {}", "\n", "{}\n{}")
    source_label = "{}!\n"

    def write_table(self, table: Table) -> str:
        return f"{len(table.rows)} rows"


def test_a_dialect_is_its_templates_and_its_table() -> None:
    """All else, and the order of the parts, is the same in every format."""
    assert (
        _Shout().write(SHEET)
        == """\
! 5G base stations (as of 21 Nov 2026)
2 of 34 provinces give a count.
4 rows
<No figure found (2)>: An Giang, Cà Mau
<Listed>
* Lào Cai 5
* Hà Giang 3
* dtcompare rank 5g
<All targets>: dtcompare gap 5g
a  Newly built.
Sources!
[1] Báo Huế, https://baohue.vn/a_b
"""
    )


def test_braces_in_texts_are_texts() -> None:
    """A text is never taken for a template."""
    sheet = Sheet("{0}", "{}", ("{x}",), (Remark("{}", ("{1}",)),), (("a", "{}"),), (("1", "{}"),))
    assert _Shout().write(sheet) == "! {0} ({})\n{x}\n<{}>: {1}\na  {}\n[1] {}\n"
