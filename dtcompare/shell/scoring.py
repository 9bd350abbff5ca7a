"""What is typed after ``score`` turned into a score file, weights and weight sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypeVar

import click

from dtcompare.errors import NotADataset, UnknownName, WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.score import Group, ScoreFile
from dtcompare.reading import dataset_around, load_score, read_weight_sets
from dtcompare.shell.lookup import near
from dtcompare.shell.settings import Settings
from dtcompare.text import fold
from dtcompare.view.phrases import Phrases

__all__ = [
    "find_score",
    "find_sets",
    "find_weights",
    "open_around",
    "score_options",
    "scores_on_offer",
]

AnyCallback = TypeVar("AnyCallback", bound=Callable[..., object])


def score_options(callback: AnyCallback) -> AnyCallback:
    """Adds the options that only ``score`` has; they arrive as keyword arguments."""
    options = (
        click.option("--explain", metavar="PROVINCE", help="Take the score of one province apart."),
        click.option(
            "--compare", metavar="OTHER", help="What moved against another score (name or file)."
        ),
        click.option("--method-card", is_flag=True, help="Every choice behind the numbers."),
        click.option(
            "--weights", metavar="NODE=W,...", help="Try other weights of groups or indicators."
        ),
        click.option(
            "--draws", type=click.IntRange(0, 100_000), default=1000, help="Draws of weights."
        ),
        click.option("--seed", type=click.IntRange(min=0), default=1, help="Seed of the draws."),
        click.option("--replay", metavar="FILE", help="CSV of weight sets: a column per node."),
        click.option(
            "--replay-ranks", metavar="FILE", help="Save the places under each set as CSV."
        ),
    )
    for option in reversed(options):
        callback = option(callback)
    return callback


def _is_path(word: str) -> bool:
    """Whether a word is meant for a file."""
    return word.endswith((".yaml", ".yml")) or "/" in word or "\\" in word


def open_around(word: str | None, settings: Settings) -> tuple[Dataset, Path]:
    """The data set that ``--data`` names, else the one around a score file that was typed."""
    folder = None
    if word is not None and _is_path(word) and settings.data is None and Path(word).exists():
        try:
            folder = dataset_around(Path(word))
        except NotADataset:
            folder = None
    folder = folder or settings.folder()
    from dtcompare.reading import open_folder

    return open_folder(folder, settings.today, cache=settings.cache), folder


def find_score(word: str | None, dataset: Dataset, folder: Path, settings: Settings) -> ScoreFile:
    """The score that ``word`` names, by id, name or path; without a word the last by id.

    Raises UnknownName, and DataBroken for a file with an error.
    """
    if word is None:
        return _last(dataset, settings)
    if word in dataset.scores:
        return dataset.scores[word]
    if _is_path(word):
        path = Path(word)
        if not path.is_file():
            raise WrongUsage("error.no-file", path=path)
        return load_score(path, folder)
    keys = {
        fold(name): id
        for id, score in dataset.scores.items()
        for name in (id, score.label.en, score.label.vi)
    }
    if (id := keys.get(fold(word))) is None:
        raise UnknownName("error.unknown-score", name=word, matches=near(word, keys))
    return dataset.scores[id]


def _last(dataset: Dataset, settings: Settings) -> ScoreFile:
    """The last score of the data set; the others are named in a note."""
    if not dataset.scores:
        raise WrongUsage("error.no-scores")
    *others, last = sorted(dataset.scores)
    if others:
        phrases = Phrases(dataset, settings.lang)
        settings.notes.append(phrases.say("note.score", id=last, others=", ".join(others)))
    return dataset.scores[last]


def find_weights(file: ScoreFile, text: str | None) -> dict[str, Decimal]:
    """The weights of ``GROUP=2,OTHER=0.5``; raises UnknownName or WrongUsage."""
    weights: dict[str, Decimal] = {}
    nodes = {node.id: node.id for node in file.tree.nodes()}
    for part in (text or "").split(",") if text else ():
        id, given, number = (piece.strip() for piece in part.partition("="))
        if id not in nodes:
            raise UnknownName("error.unknown-node", name=id, matches=near(id, nodes))
        weights[id] = _weight(number if given else "", part)
    _check_weights(file.tree, weights)
    return weights


def _weight(number: str, part: str) -> Decimal:
    try:
        weight = Decimal(number)
    except InvalidOperation:
        weight = Decimal("NaN")
    if not weight.is_finite() or weight < 0:
        raise WrongUsage("error.bad-weight", text=part)
    return weight


def _check_weights(tree: Group, weights: dict[str, Decimal]) -> None:
    """Raises WrongUsage where every child of a group would have the weight 0."""
    if not any(weights.get(child.id, child.weight) for child in tree.children):
        raise WrongUsage("error.no-weight", names=", ".join(child.id for child in tree.children))
    for child in tree.children:
        if isinstance(child, Group):
            _check_weights(child, weights)


def find_sets(
    file: ScoreFile, path: object, ranks: object
) -> tuple[tuple[str, ...], tuple[tuple[float, ...], ...]] | None:
    """The weight sets of ``--replay``; raises WrongUsage for ``--replay-ranks`` alone."""
    if path is None:
        if ranks is not None:
            raise WrongUsage("error.replay-alone")
        return None
    return read_weight_sets(Path(str(path)), [node.id for node in file.tree.nodes()])


def scores_on_offer(dataset: Dataset, lang: str) -> Iterable[tuple[str, str]]:
    """Every score's id and name."""
    return ((id, score.label.say(lang)) for id, score in dataset.scores.items())
