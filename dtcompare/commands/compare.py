"""``dtcompare compare``: two to six provinces side by side."""

from __future__ import annotations

import click

from dtcompare.analysis.comparison import MOST, compare
from dtcompare.errors import WrongUsage
from dtcompare.shell import lookup
from dtcompare.shell.output import OutputOptions, output_options, present
from dtcompare.shell.settings import Settings, global_options
from dtcompare.shell.typed_words import is_country, sort_words
from dtcompare.view.results.compare_document import compare_document, compare_records
from dtcompare.view.results.compare_screen import compare_sheet
from dtcompare.view.results.presenter import Presenter

PRESENTER = Presenter("compare", compare_sheet, compare_document, compare_records)


@click.command("compare")
@click.argument("provinces", nargs=-1, required=True, shell_complete=lookup.complete_provinces)
@output_options
@global_options
def command(settings: Settings, *, provinces: tuple[str, ...], output: OutputOptions) -> None:
    """Compare two to six PROVINCES, like with like; the country (vietnam) may be one.

    First the national rankings, one edition for all, and the figures measured alike, with who is
    ahead by how much; then counts, by who has the most; with --full what is measured unlike, which
    is not compared, and what only one reports.

    \b
    Examples:
      dtcompare compare quang-ninh phu-tho
      dtcompare compare "Đà Nẵng" "Hải Phòng" "Cần Thơ" -f csv
    """
    dataset = settings.dataset()
    ids: list[str] = []
    sort_words(dataset, provinces, {"subject": len(provinces)}, settings)
    for name in provinces:
        ids += lookup.find_members(dataset, name, settings)
    if len(ids) == 1 and not is_country(dataset, ids[0]):
        raise WrongUsage("error.one-alone", id=ids[0])
    if not 2 <= len(ids) <= MOST or len(set(ids)) < len(ids):
        raise WrongUsage("error.how-many", most=MOST)
    spreads = output.chart is not None
    result = compare(dataset, ids, as_of=settings.as_of, spreads=spreads)
    present(result, PRESENTER, dataset, output, settings)
