"""Typed names turned into ids, unknown ones answered with what they may have meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

import click

from dtcompare.errors import DtcompareError, UnknownName, WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import SCOPE_KEYS
from dtcompare.model.label import Label
from dtcompare.model.names import indicator_names, province_names
from dtcompare.model.period import Period, parse_period
from dtcompare.shell.settings import Settings
from dtcompare.text import close_matches, fold
from dtcompare.view.phrases import Phrases

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

__all__ = [
    "complete",
    "find_indicator",
    "find_label",
    "find_period",
    "find_province",
    "find_scope",
    "find_subject",
    "indicators_on_offer",
    "provinces_on_offer",
    "subjects_on_offer",
]

_NEAR, _NEAR_SHORT = 0.6, 0.5


def near(word: str, keys: Mapping[str, str], most: int = 3) -> tuple[str, ...]:
    """Up to three ids whose folded names are near ``word``, the nearest first."""
    key = fold(word)
    cutoff = _NEAR if len(key) > 3 else _NEAR_SHORT
    matches = close_matches(key, keys, most * 2, cutoff)
    return tuple(dict.fromkeys(keys[match] for match in matches))[:most]


def find_province(dataset: Dataset, word: str, settings: Settings) -> str:
    """The id of the province that ``word`` names; raises UnknownName.

    A former one is taken where no province of the day bears the name, with a note.
    """
    if word in dataset.register.provinces:  # an id needs no table of all names
        return word
    names = province_names(dataset.register, settings.as_of)
    id = names.find(word)
    if id is None:
        raise UnknownName(
            "error.unknown-province",
            name=word,
            matches=_said(near(word, names.keys()), dataset, settings),
        )
    province = dataset.province(id)
    if province.until is not None and not province.exists(settings.as_of):
        phrases = Phrases(dataset, settings.lang)
        settings.notes.append(
            phrases.say("note.former", name=word, id=id, date=phrases.day(province.until))
        )
    return id


def find_indicator(dataset: Dataset, word: str, settings: Settings) -> str:
    """The id of the indicator that ``word`` names; raises UnknownName."""
    if word in dataset.catalogue.indicators:  # an id needs no table of all names
        return word
    names = indicator_names(dataset.catalogue)
    id = names.find(word)
    if id is None:
        raise UnknownName(
            "error.unknown-indicator",
            name=word,
            matches=_said(near(word, names.keys()), dataset, settings),
        )
    return id


def find_subject(dataset: Dataset, word: str, settings: Settings) -> tuple[str | None, str | None]:
    """The province or the indicator that ``word`` names (one of the two); raises UnknownName."""
    indicators = indicator_names(dataset.catalogue)
    provinces = province_names(dataset.register, settings.as_of)
    if provinces.find(word) is not None:
        return find_province(dataset, word, settings), None
    if (indicator := indicators.find(word)) is not None:
        return None, indicator
    keys = dict(provinces.keys()) | dict(indicators.keys())
    raise UnknownName(
        "error.unknown-subject", name=word, matches=_said(near(word, keys), dataset, settings)
    )


def _said(ids: Iterable[str], dataset: Dataset, settings: Settings) -> list[str]:
    """Ids with their names, as suggestions."""
    texts = []
    for id in ids:
        if id in dataset.catalogue.indicators:
            texts.append(f"{id} ({dataset.indicator(id).name.say(settings.lang)})")
        else:
            texts.append(f"{id} ({dataset.province(id).name})")
    return texts


def find_label(kind: str, labels: Mapping[str, Label], word: str | None) -> str | None:
    """The id of a basis, method or region by id or name; None for None; raises UnknownName."""
    if word is None:
        return None
    pairs = [(name, id) for id, label in labels.items() for name in (id, label.en, label.vi)]
    keys = {fold(name): id for name, id in reversed(pairs)}
    if word in labels:
        return word
    if (id := keys.get(fold(word))) is None:
        raise UnknownName(f"error.unknown-{kind}", name=word, matches=near(word, keys))
    return id


def find_period(text: str | None) -> Period | None:
    """The period that was typed; None for None; raises WrongUsage."""
    if text is None:
        return None
    period = parse_period(text)
    if period is None or not period.stated or period.end < period.start:
        raise WrongUsage("error.bad-period", text=text)
    return period


def find_scope(text: str | None) -> tuple[str, str | None] | None:
    """The scope that was typed, KEY or KEY=NAME; None for None; raises WrongUsage."""
    if text is None:
        return None
    key, given, name = text.partition("=")
    if key not in SCOPE_KEYS or (given and not name):
        raise WrongUsage("error.bad-scope", text=text, keys=", ".join(SCOPE_KEYS))
    return key, name or None


def complete(
    kind: Callable[[Dataset, str], Iterable[tuple[str, str]]],
) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """A completion that offers ids with their names as help; typed accents are folded away."""

    def offer(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem  # noqa: PLC0415 (only on TAB)

        settings = ctx.find_object(Settings) or Settings.from_clock()
        try:
            dataset = settings.dataset()
        except (DtcompareError, OSError):
            return []
        typed = fold(incomplete)
        return [
            CompletionItem(id, help=name)
            for id, name in kind(dataset, settings.lang)
            if fold(id).startswith(typed) or fold(name).startswith(typed)
        ]

    return offer


def indicators_on_offer(dataset: Dataset, lang: str) -> Iterable[tuple[str, str]]:
    """Every indicator's id and name."""
    return ((i.id, i.name.say(lang)) for i in dataset.catalogue.indicators.values())


def provinces_on_offer(dataset: Dataset, _: str) -> Iterable[tuple[str, str]]:
    """Every province's id and name, today's first."""
    return ((p.id, p.name) for p in dataset.register.provinces.values())


def subjects_on_offer(dataset: Dataset, lang: str) -> Iterable[tuple[str, str]]:
    """Provinces and indicators."""
    return (*provinces_on_offer(dataset, lang), *indicators_on_offer(dataset, lang))
