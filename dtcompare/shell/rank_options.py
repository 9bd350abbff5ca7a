"""The options of ``rank``: which figures, which rows, in which order; what was typed as picks."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click
from msgspec import Struct
from msgspec.structs import asdict

from dtcompare.analysis.arrangement import SORTS, Picks
from dtcompare.analysis.per_capita import DIVISORS
from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.shell import lookup
from dtcompare.shell.settings import Settings, add_options
from dtcompare.shell.typed_words import label_keys, misplaced
from dtcompare.text import fold


class RankRequest(Struct, frozen=True):
    """The options as they were typed."""

    period: str | None = None
    basis: str | None = None
    method: str | None = None
    scope: str | None = None
    per: str | None = None
    list_all: bool = False
    region: str | None = None
    only: str | None = None
    sort: str | None = None
    reverse: bool = False
    stats: bool = False
    by: str | None = None
    top: int | None = None


_OPTIONS = (
    click.option(
        "--period", metavar="PERIOD", help="Only figures wholly inside it: 2025, 2025-Q4."
    ),
    click.option(
        "--basis", metavar="BASIS", help="Only figures on this basis (an id or its name)."
    ),
    click.option("--method", metavar="METHOD", help="Only figures by this method."),
    click.option("--scope", metavar="KEY[=NAME]", help="Only figures of a part: operator=Viettel."),
    click.option(
        "--per", type=click.Choice(tuple(DIVISORS)), help="Divide a count by people or area."
    ),
    click.option("--list-all", is_flag=True, help="List every figure, ranking none."),
    click.option("--region", metavar="REGION", help="Show only this region; places stay the same."),
    click.option("--only", metavar="A,B", help="Show only these provinces; places stay the same."),
    click.option("--sort", type=click.Choice(SORTS), help="Order of the rows."),
    click.option("--reverse", is_flag=True, help="Show the last first; places stay the same."),
    click.option("--stats", is_flag=True, help="Median, quartiles and ends, and what moved since."),
    click.option("--by", type=click.Choice(["region"]), help="Sum the ranking up by region."),
    click.option(
        "--top", type=click.IntRange(min=1), metavar="N", help="Show the first N of a group."
    ),
)


def rank_options(callback: Callable[..., object]) -> Callable[..., object]:
    """Add the options, and hand them to the command as ``request: RankRequest``."""

    @wraps(callback)
    def with_request(*arguments: object, **others: Any) -> object:
        typed = {name: others.pop(name) for name in RankRequest.__struct_fields__}
        return callback(*arguments, request=RankRequest(**typed), **others)

    return add_options(with_request, _OPTIONS)


def picks_of(request: RankRequest, dataset: Dataset, settings: Settings) -> Picks:
    """Return what was typed as ids, periods and numbers. Raises WrongUsage."""
    catalogue = dataset.catalogue
    methods = {id: method.label for id, method in catalogue.methods.items()}
    found = {
        "period": lookup.find_period(request.period, settings.lang),
        "basis": lookup.find_label("basis", catalogue.bases, request.basis),
        "method": lookup.find_label("method", methods, request.method),
        "scope": lookup.find_scope(dataset, request.scope),
        "only": lookup.find_provinces(dataset, request.only, settings),
        "region": _find_region(request.region, dataset, settings),
    }
    return Picks(**{**asdict(request), **found})


def refuse_picks(picks: Picks, dataset: Dataset, settings: Settings) -> None:
    """Raise WrongUsage where an option says what to rank, and no indicator is named."""
    if picks.region is not None and (
        error := misplaced(dataset, picks.region, "indicator", settings)
    ):
        raise error
    if picks != Picks():
        raise WrongUsage("error.rank-what")


def _find_region(word: str | None, dataset: Dataset, settings: Settings) -> str | None:
    """Return the id of a region. Raises WrongUsage, for a province with the right command."""
    regions = dataset.register.regions
    if word is not None and fold(word) not in label_keys(regions):
        error = misplaced(dataset, word, "region", settings)
        if error is not None:
            raise error
    return lookup.find_label("region", regions, word)
