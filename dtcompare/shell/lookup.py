"""Typed names turned into ids, unknown ones answered with what they may have meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

import click

from dtcompare.errors import DtcompareError, UnknownName, WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL
from dtcompare.model.label import Label
from dtcompare.model.names import indicator_names, province_names
from dtcompare.model.period import Period, parse_period
from dtcompare.shell.settings import Settings
from dtcompare.shell.typed_words import is_country, label_keys, misplaced
from dtcompare.text import close_matches, fold, iso_text
from dtcompare.view.phrases import Phrases

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_NEAR, _NEAR_SHORT = 0.6, 0.5  # how alike names have to be, by difflib's ratio
_MOST = 3  # suggestions


def nearest(word: str, keys: Mapping[str, str]) -> tuple[str, ...]:
    """Return up to three ids whose folded names (the keys) are near ``word``, the nearest first."""
    key = fold(word)
    cutoff = _NEAR if len(key) > 3 else _NEAR_SHORT
    matches = close_matches(key, keys, _MOST * 2, cutoff)
    return tuple(dict.fromkeys(keys[match] for match in matches))[:_MOST]


def find_province(dataset: Dataset, word: str, settings: Settings) -> str:
    """Return the id of the province that ``word`` names. Raises WrongUsage.

    A former one is taken where no province of the day bears the name, with a note; so it is for
    the id of one that had not begun by then.
    """
    typed = dataset.register.provinces.get(word)
    if typed is not None and (typed.since is None or typed.since <= settings.as_of):
        return word  # an id needs no table of all names
    names = province_names(dataset.register, settings.as_of)
    found = names.find_all(typed.name if typed else word)
    if not found:
        if (error := misplaced(dataset, word, "province", settings)) is not None:
            raise error
        raise unknown_name("province", word, names.keys(), dataset, settings.lang)
    alike = [id for id in found if dataset.province(id).exists(settings.as_of)]
    if len(alike) > 1:
        raise WrongUsage("error.several-provinces", name=word, ids=", ".join(alike))
    id = found[0]
    province = dataset.province(id)
    if province.until is not None and not province.exists(settings.as_of):
        phrases = Phrases(dataset, settings.lang)
        settings.notes.append(
            phrases.say("note.former", name=word, id=id, date=phrases.day(province.until))
        )
    return id


def find_provinces(dataset: Dataset, text: str | None, settings: Settings) -> tuple[str, ...]:
    """Return the ids of the provinces that ``A,B`` names; empty for None. Raises UnknownName."""
    names = [word for word in (text or "").split(",") if word.strip()]
    return tuple(find_province(dataset, name, settings) for name in names)


def find_file(dataset: Dataset, word: str, settings: Settings) -> str:
    """Return the id of a province, or "national" for the country. Raises UnknownName."""
    return NATIONAL if is_country(dataset, word) else find_province(dataset, word, settings)


def find_indicator(dataset: Dataset, word: str, settings: Settings) -> str:
    """Return the id of the indicator that ``word`` names. Raises WrongUsage."""
    if word in dataset.catalogue.indicators:  # an id needs no table of all names
        return word
    names = indicator_names(dataset.catalogue)
    id = names.find(word)
    if id is None:
        if (error := misplaced(dataset, word, "indicator", settings)) is not None:
            raise error
        raise unknown_name("indicator", word, names.keys(), dataset, settings.lang)
    return id


def find_region(dataset: Dataset, word: str, settings: Settings) -> str | None:
    """Return the region that ``word`` names; None where it names a province or none at all."""
    if province_names(dataset.register, settings.as_of).find(word) is not None:
        return None
    return label_keys(dataset.register.regions).get(fold(word))


def find_members(dataset: Dataset, word: str, settings: Settings) -> list[str]:
    """Return the ids that a subject stands for: of a region the provinces of the day, else its own.

    Raises UnknownName.
    """
    region = find_region(dataset, word, settings)
    if region is None:
        return [find_file(dataset, word, settings)]
    existing = dataset.register.existing(settings.as_of)
    return [province.id for province in existing if province.region == region]


def find_subject(dataset: Dataset, word: str, settings: Settings) -> str:
    """Return the id of a province, or "national", where an indicator could stand too.

    Raises UnknownName.
    """
    try:
        return find_file(dataset, word, settings)
    except UnknownName as error:
        provinces = province_names(dataset.register, settings.as_of)
        keys = {**provinces.keys(), **indicator_names(dataset.catalogue).keys()}
        raise unknown_name("subject", word, keys, dataset, settings.lang) from error


def unknown_name(
    kind: str, word: str, keys: Mapping[str, str], dataset: Dataset, lang: str
) -> UnknownName:
    """Return the error of a province or indicator that there is not, with what was meant."""
    matches = []
    for id in nearest(word, keys):
        known = dataset.catalogue.indicators.get(id)
        name = known.name.say(lang) if known else dataset.province(id).name
        matches.append(f"{id} ({name})")
    return UnknownName(f"error.unknown-{kind}", name=word, matches=matches)


def find_label(kind: str, labels: Mapping[str, Label], word: str | None) -> str | None:
    """Return the id of a basis, method, region or score by id or name; None for None.

    Raises UnknownName.
    """
    if word is None or word in labels:
        return word
    keys = label_keys(labels)
    if (meant := keys.get(fold(word))) is None:
        raise UnknownName(f"error.unknown-{kind}", name=word, matches=nearest(word, keys))
    return meant


def find_period(text: str | None, lang: str) -> Period | None:
    """Return the period that was typed, as in a data file or as printed in ``lang``; None for None.

    Raises WrongUsage.
    """
    if text is None:
        return None
    period = parse_period(iso_text(text, lang))
    if period is None or not period.stated or period.end < period.start:
        raise WrongUsage("error.bad-period", text=text)
    return period


def find_scope(dataset: Dataset, text: str | None) -> tuple[str, str | None] | None:
    """Return the scope that was typed, KEY or KEY=NAME; None for None. Raises WrongUsage."""
    if text is None:
        return None
    key, given, name = text.partition("=")
    keys = dataset.catalogue.scope_keys
    if key not in keys or (given and not name):
        raise WrongUsage("error.bad-scope", text=text, keys=", ".join(keys))
    return key, name or None


def complete(
    list_names: Callable[[Dataset, str], Iterable[tuple[str, str]]],
) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """Return a completion that offers ids with their names; typed accents are folded away.

    Names are looked through only where no id begins so: zsh takes back what was typed where the
    ids on offer have no beginning in common.
    """

    def offer(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        settings = ctx.find_object(Settings) or Settings.from_clock()
        try:
            dataset = settings.dataset()
        except (DtcompareError, OSError):
            return []
        typed = fold(incomplete)
        pairs = tuple(list_names(dataset, settings.lang))
        found = [pair for pair in pairs if fold(pair[0]).startswith(typed)]
        if not found:
            found = [pair for pair in pairs if fold(pair[1]).startswith(typed)]
        return [CompletionItem(id, help=name) for id, name in found]

    return offer


def _indicators(dataset: Dataset, lang: str) -> Iterable[tuple[str, str]]:
    return ((i.id, i.name.say(lang)) for i in dataset.catalogue.indicators.values())


def _provinces(dataset: Dataset, _: str) -> Iterable[tuple[str, str]]:
    return ((p.id, p.name) for p in dataset.register.provinces.values())


def _subjects(dataset: Dataset, lang: str) -> Iterable[tuple[str, str]]:
    return (*_provinces(dataset, lang), *_indicators(dataset, lang))


complete_indicators = complete(_indicators)
complete_provinces = complete(_provinces)
complete_subjects = complete(_subjects)
