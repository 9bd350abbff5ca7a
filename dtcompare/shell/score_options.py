"""What is typed after ``score`` turned into a score file, weights and weight sets."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from pathlib import Path

from dtcompare.analysis.score import CannotScore, Options, Scored, Sets, score
from dtcompare.errors import DataBroken, NotADataset, UnknownName, WrongUsage
from dtcompare.model.dataset import Dataset
from dtcompare.model.score import ScoreFile, ScoreGroup
from dtcompare.reading.folder import dataset_around
from dtcompare.reading.weight_sets import read_weight_sets
from dtcompare.shell.lookup import complete, find_label, nearest
from dtcompare.shell.settings import Settings
from dtcompare.shell.typed_words import label_keys, misplaced
from dtcompare.view.phrases import Phrases


def _is_path(word: str) -> bool:
    """Return whether a word is meant for a file."""
    return word.endswith((".yaml", ".yml")) or "/" in word or "\\" in word


def use_data_around(word: str | None, settings: Settings) -> None:
    """Make a score file that was typed lead to the data set around it, where none was named."""
    if word is not None and _is_path(word) and settings.data is None and Path(word).exists():
        with suppress(NotADataset):
            settings.data = str(dataset_around(Path(word)))


def find_score(word: str | None, dataset: Dataset, settings: Settings) -> ScoreFile:
    """Return the score that ``word`` names, by id, name or path; without a word the last by id.

    Raises UnknownName, and DataBroken for a file with an error.
    """
    if word is not None and word not in dataset.scores and _is_path(word):
        path = Path(word)
        if not path.is_file():
            raise WrongUsage("error.no-file", path=path)
        from dtcompare.reading.load import load_score  # most scores are of the compiled copy

        return load_score(path, settings.folder(), settings.today)
    labels = {id: file.label for id, file in dataset.scores.items()}
    is_near = word is None or nearest(word, label_keys(labels))
    if not is_near and (error := misplaced(dataset, word or "", "score", settings)):
        raise error
    id = find_label("score", labels, word)
    return _last_score(dataset, settings) if id is None else dataset.scores[id]


def _last_score(dataset: Dataset, settings: Settings) -> ScoreFile:
    """Return the last score of the data set; the others are named in a note."""
    if not dataset.scores:
        raise WrongUsage("error.no-scores")
    *others, last = sorted(dataset.scores)
    if others:
        phrases = Phrases(dataset, settings.lang)
        settings.notes.append(phrases.say("note.score", id=last, others=", ".join(others)))
    return dataset.scores[last]


def compute_score(
    dataset: Dataset, file: ScoreFile, options: Options, settings: Settings
) -> Scored:
    """Work out a score as of --as-of, else as of the day that its file says, else today.

    Raises DataBroken where the file asks for what the figures do not allow.
    """
    day = settings.as_of if settings.as_of_text else file.as_of or settings.as_of
    try:
        return score(dataset, file, as_of=day, options=options)
    except CannotScore as error:
        raise DataBroken(error.problems, files=1, where=file.file) from error


def parse_weights(file: ScoreFile, text: str | None) -> dict[str, Decimal]:
    """Return the weights of ``GROUP=2,OTHER=0.5`` by node. Raises UnknownName or WrongUsage."""
    weights: dict[str, Decimal] = {}
    nodes = {node.id: node.id for node in file.tree.nodes()}
    for part in text.split(",") if text else ():
        id, _, number = (piece.strip() for piece in part.partition("="))
        if id not in nodes:
            raise UnknownName("error.unknown-node", name=id, matches=nearest(id, nodes))
        weights[id] = _parse_weight(number, part)
    _check_weights(file.tree, weights)
    return weights


def _parse_weight(number: str, part: str) -> Decimal:
    """Return a weight of 0 or more. Raises WrongUsage with the ``part`` it stands in."""
    try:
        weight = Decimal(number)
    except InvalidOperation:
        weight = Decimal("NaN")
    if not weight.is_finite() or weight < 0:
        raise WrongUsage("error.bad-weight", text=part)
    return weight


def _check_weights(tree: ScoreGroup, weights: dict[str, Decimal]) -> None:
    """Raise WrongUsage where every child of a group would have the weight 0."""
    if not any(weights.get(child.id, child.weight) for child in tree.children):
        raise WrongUsage("error.no-weight", names=", ".join(child.id for child in tree.children))
    for child in tree.children:
        if isinstance(child, ScoreGroup):
            _check_weights(child, weights)


def read_sets(file: ScoreFile, path: str | None, ranks: str | None) -> Sets | None:
    """Read the weight sets of ``--replay``; None without. Raises WrongUsage.

    ``ranks``, the file of ``--replay-ranks``, wants them.
    """
    if path is None:
        if ranks is not None:
            raise WrongUsage("error.replay-alone")
        return None
    columns, rows = read_weight_sets(Path(path), [node.id for node in file.tree.nodes()])
    return Sets(columns, rows)


def _scores(dataset: Dataset, lang: str) -> Iterable[tuple[str, str]]:
    return ((id, file.label.say(lang)) for id, file in dataset.scores.items())


complete_scores = complete(_scores)
