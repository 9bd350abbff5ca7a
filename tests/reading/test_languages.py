"""Texts that are not in every language the data set promises: one warning a file and kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from dtcompare.model.problem import Problem
from dtcompare.reading.load import read_folder
from dtcompare.view.problems import problem_line
from tests.reading.country import TODAY, fresh

NORTH = "provinces/north.yaml"


def _promised(folder: Path, languages: str) -> Path:
    """A copy of the small data set that promises languages."""
    copy = fresh(folder)
    with (copy / "dataset.yaml").open("a", encoding="utf-8") as file:
        file.write(f"languages: {languages}\n")
    return copy


def _change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def _missing(folder: Path) -> list[Problem]:
    reading = read_folder(folder, TODAY)
    assert reading.dataset is not None
    return [problem for problem in reading.problems if problem.code == "untranslated"]


def test_nothing_is_promised_without_languages(tmp_path: Path) -> None:
    assert _missing(fresh(tmp_path)) == []


def test_a_plain_text_is_in_one_language(tmp_path: Path) -> None:
    """The group Government, the indicators Masts and {vi: Thu nhập}, the region hills, notes."""
    folder = _promised(tmp_path, "[vi, en]")
    told = [(p.file, p.line, p.level, p.facts["name"], p.facts["n"]) for p in _missing(folder)]
    assert told == [
        ("indicators.yaml", 4, "warning", "groups", 1),
        ("indicators.yaml", 37, "warning", "name", 2),
        (NORTH, 23, "warning", "note", 1),
        ("register.yaml", 3, "warning", "regions", 1),
        ("scores/digital.yaml", 2, "warning", "note", 1),
    ]


def test_a_language_that_is_not_declared_is_told_where_to_declare(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    _change(folder, "indicators.yaml", "{vi: Thu nhập}", "{fr: Revenu}")
    (problem,) = read_folder(folder, TODAY).problems
    assert (problem.code, problem.line) == ("unknown-key", 42)
    assert "add it to languages in dataset.yaml" in problem_line(problem, "en")


def test_a_plain_text_serves_where_one_language_is_promised(tmp_path: Path) -> None:
    assert _missing(_promised(tmp_path, "[vi]")) == []
    english = _missing(_promised(tmp_path / "en", "[en]"))
    assert [(problem.line, problem.facts["n"]) for problem in english] == [(42, 1)]


def test_many_notes_are_one_warning_at_the_first(tmp_path: Path) -> None:
    """Lines read without a YAML parser are counted too."""
    folder = _promised(tmp_path, "[vi, en]")
    line = "    - {period: 2025, value: 120, source: paper}\n"
    more = "".join(line.replace("120", f"120, note: on day {day}") for day in range(1, 31))
    _change(folder, NORTH, line, line + more)
    (note,) = [problem for problem in _missing(folder) if problem.file == NORTH]
    assert (note.line, note.facts["n"]) == (23, 31)
    assert problem_line(note, "en") == (
        "provinces/north.yaml:23:70: warning: 31 texts of 'note' are not in all languages of "
        "dataset.yaml (vi, en), the first here; write {en: ..., vi: ...} [untranslated]"
    )


@pytest.mark.parametrize("scope", ["{ward: Old Town}", "{operator: Red}", "{tier: commune}"])
def test_a_name_is_the_same_in_every_language(tmp_path: Path, scope: str) -> None:
    folder = _promised(tmp_path, "[vi, en]")
    _change(folder, NORTH, "{operator: Red, ward: Old Town}", scope)
    assert "places" not in {problem.facts["name"] for problem in _missing(folder)}


def test_places_in_words_and_reasons_are_texts(tmp_path: Path) -> None:
    folder = _promised(tmp_path, "[vi, en]")
    _change(folder, NORTH, "{operator: Red, ward: Old Town}", "{places: the old ports}")
    _change(folder, NORTH, "nearly: 98, source: paper", "nearly: 98, reject: a slip, source: paper")
    names = [problem.facts["name"] for problem in _missing(folder) if problem.file == NORTH]
    assert names == ["note", "reject", "places"]
