"""What typed words name: in any order, and the right command for those in the wrong place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dtcompare import words
from dtcompare.errors import WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.figure import NATIONAL
from dtcompare.model.label import Label
from dtcompare.model.names import indicator_names, province_names
from dtcompare.model.period import parse_period
from dtcompare.shell.settings import Settings
from dtcompare.text import fold, iso_text

_SUBJECTS = ("province", "country", "region")
_WIDER = {"file": _SUBJECTS[:2], "subject": _SUBJECTS}  # kinds that stand for several


def sort_words(
    dataset: Dataset,
    typed: Iterable[str],
    takes: Mapping[str, int],
    settings: Settings,
    needed: str | None = None,
) -> dict[str, list[str]]:
    """Return the words by what they name; one that names nothing stands for what is missing.

    ``takes`` tells how many there may be of each kind: indicator, period, file (a province or the
    country) or subject (a region too). Raises WrongUsage for a word too many or of another kind,
    and where none of the kind ``needed`` is typed.
    """
    known = [(word, _identify(dataset, word, settings)) for word in typed]
    ids = [named for _, named in known if named is not None]
    found: dict[str, list[str]] = {kind: [] for kind in takes}
    for word, named in known:
        if named is None:
            continue
        wider = [kind for kind in takes if named[0] in _WIDER.get(kind, ())]
        kind = wider[0] if wider else named[0]
        if len(found.get(kind, ())) == takes.get(kind, 0):
            raise _wrong_place(word, named[0], ids)
        found[kind].append(word)
    for word in [word for word, named in known if named is None]:
        missing = [kind for kind in takes if not found[kind]]
        found[missing[0] if missing else list(takes)[-1]].append(word)
    if needed and not found[needed]:
        raise _wrong_place(known[0][0], ids[0][0], ids)
    return found


def misplaced(
    dataset: Dataset, word: str, wanted: str, settings: Settings, beside: Iterable[str] = ()
) -> WrongUsage | None:
    """Return the error of a word that names something else than ``wanted``; None where it does not.

    It tells the right command, which asks about the words ``beside`` it too.
    """
    named = _identify(dataset, word, settings)
    if named is None or named[0] == wanted:
        return None
    others = [_identify(dataset, other, settings) for other in beside]
    return _wrong_place(word, named[0], [*(one for one in others if one), named])


def _wrong_place(word: str, kind: str, named: Iterable[tuple[str, str]]) -> WrongUsage:
    """Return the error of a word in the wrong place, with the command that all of them ask for."""
    ids: dict[str, list[str]] = {}
    for one, id in named:
        ids.setdefault(one, []).append(id)
    return WrongUsage(f"error.is-{kind}", name=word, command=f"dtcompare {_command(ids)}")


def _command(ids: Mapping[str, list[str]]) -> str:
    """Return the command that answers about what was typed, by kind."""
    indicators, provinces = ids.get("indicator", []), ids.get("province", [])
    subjects = [id for kind in _SUBJECTS for id in ids.get(kind, [])]
    if "score" in ids:
        explain = f" --explain {provinces[0]}" if provinces else ""
        return f"score {ids['score'][0]}{explain}"
    if len(indicators) > 1:
        return f"relate {' '.join(indicators[:2])}"
    if indicators and "region" in ids:
        return f"rank {indicators[0]} --region {ids['region'][0]}"
    if indicators and len(provinces) > 1:
        return f"rank {indicators[0]} --only {','.join(provinces)}"
    if subjects and indicators:
        return f"show {subjects[0]} {indicators[0]}"
    if indicators:
        return " ".join(["rank", *indicators, *ids.get("period", [])[:1]])
    if len(subjects) > 1:
        return f"compare {' '.join(subjects)}"
    return f"show {subjects[0]}" if subjects else "list indicators"


def _identify(dataset: Dataset, word: str, settings: Settings) -> tuple[str, str] | None:
    """Return what a word names and its id: an id before a name; None where it names nothing."""
    if word in dataset.catalogue.indicators:
        return "indicator", word
    if word in dataset.register.provinces:
        return "province", word
    if (id := indicator_names(dataset.catalogue).find(word)) is not None:
        return "indicator", id
    if (id := province_names(dataset.register, settings.as_of).find(word)) is not None:
        return "province", id
    if is_country(dataset, word):
        return "country", NATIONAL
    if (id := label_keys(dataset.register.regions).get(fold(word))) is not None:
        return "region", id
    period = parse_period(iso_text(word, settings.lang))
    if period is not None and period.stated:
        return "period", period.text
    scores = label_keys({id: score.label for id, score in dataset.scores.items()})
    return ("score", scores[fold(word)]) if fold(word) in scores else None


def is_country(dataset: Dataset, word: str) -> bool:
    """Tell whether ``word`` means the whole country: national, or its name in either language."""
    said = (words.say(lang, "country") for lang in words.LANGUAGES)
    return fold(word) in {fold(name) for name in (NATIONAL, dataset.country or NATIONAL, *said)}


def label_keys(labels: Mapping[str, Label]) -> dict[str, str]:
    """Return the id of each folded id and name; of several the first."""
    keys: dict[str, str] = {}
    for id, label in labels.items():
        for name in (id, label.en, label.vi):
            keys.setdefault(fold(name), id)
    return keys
