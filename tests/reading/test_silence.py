"""What could not be read says nothing more: one slip never drags others along."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dtcompare.reading.load import read_folder
from tests.reading.country import TODAY, found, fresh

NORTH = "provinces/north.yaml"


def _edit(folder: Path, file: str, old: str, new: str) -> None:
    """Put ``new`` in place of ``old``."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("indicators.yaml", "yaml-syntax"),
        ("register.yaml", "yaml-syntax"),
        ("sources.yaml", "yaml-syntax"),
        ("national.yaml", "yaml-syntax"),
        (NORTH, "yaml-syntax"),
    ],
)
def test_an_unreadable_file_is_one_line(file: str, code: str, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / file).write_text("name: 'x\n", encoding="utf-8")
    assert found(folder) == [f"{file}:1:7: error [{code}]"]


@pytest.mark.parametrize("file", ["indicators.yaml", "register.yaml"])
def test_a_missing_file_is_one_line(file: str, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    (folder / file).unlink()
    assert found(folder) == [f"{file}:1:1: error [missing-file]"]


def test_a_missing_folder_is_one_line(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    shutil.rmtree(folder / "provinces")
    assert found(folder) == ["provinces:1:1: error [missing-file]"]


def test_a_broken_indicator_silences_its_lines(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    _edit(folder, "indicators.yaml", "basis: [area, people]", "basis: [area, peoples]")
    _edit(folder, NORTH, "value: 40, basis: area", "value: forty")
    assert found(folder) == ["indicators.yaml:26:19: error [unknown-word]"]


def test_a_broken_unit_silences_its_indicators(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    _edit(folder, "indicators.yaml", "min: 0, max: 100", "min: none, max: 100")
    assert found(folder) == ["indicators.yaml:6:31: error [want-number]"]


def test_a_broken_source_is_still_declared(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    _edit(folder, NORTH, "published: 2025-10-05", "published: last year")
    assert found(folder) == ["provinces/north.yaml:8:16: error [bad-date]"]


def test_sources_of_a_misspelt_indicator_are_cited(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    path = folder / "provinces/former/west.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("  league:", "  leagues:")
                    .split("targets:")[0], encoding="utf-8")  # fmt: skip
    assert found(folder) == ["provinces/former/west.yaml:9:3: error [unknown-indicator]"]


def test_a_misspelt_section_leaves_its_sources_alone(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    _edit(folder, "provinces/south.yaml", "values:", "value:")
    assert found(folder) == ["provinces/south.yaml:4:1: error [unknown-key]"]


def test_misspelt_sources_silence_those_who_cite_them(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    _edit(folder, NORTH, "\nsources:", "\nsource:")
    assert found(folder) == ["provinces/north.yaml:4:1: error [unknown-key]"]


def test_a_line_without_its_source_leaves_the_source_alone(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    _edit(folder, "provinces/former/west.yaml", ", source: old", "")
    assert {line.rsplit(" ", 1)[1] for line in found(folder)} == {"[missing-key]"}


def test_one_address_may_hold_copies_of_several_pages(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    copied = "url: https://example.com/masts\n    original: https://example.org/plan"
    _edit(folder, NORTH, "url: https://example.com/plan", copied)
    assert found(folder) == []


def test_all_slips_of_all_files_in_one_run(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    _edit(folder, "register.yaml", "type: city", "type: town")
    _edit(folder, NORTH, "A year of masts", "A year\u00a0of masts")
    _edit(folder, NORTH, "value: 120", "valeu: 120")
    _edit(folder, "provinces/south.yaml", "source: paper}\n  league", "source: papers}\n  league")
    _edit(folder, "scores/digital.yaml", "scale: minmax", "scale: minimax")
    assert found(folder) == [
        "provinces/north.yaml:6:18: error [odd-character]",
        "provinces/north.yaml:30:22: error [unknown-key]",
        "provinces/south.yaml:7:54: error [unknown-source]",
        "register.yaml:7:27: error [unknown-word]",
        "scores/digital.yaml:17:35: error [unknown-word]",
    ]


def test_prefer_and_reject_settle_a_conflict(tmp_path: Path) -> None:
    line = "- {period: 2025, value: 120, source: paper}"
    for chosen in ("prefer: true", "reject: counted twice"):
        folder = fresh(tmp_path / chosen.split(":")[0])
        other = f"- {{period: 2025, value: 130, {chosen}, source: plan}}"
        _edit(folder, NORTH, line, f"{line}\n    {other}")
        assert found(folder) == []


def test_a_whole_that_no_two_contradict_but_three_do(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    line = "- {period: 2025, value: 120, source: paper}"
    lines = [
        line,
        "- {period: 2025, over: 100, source: plan}",
        "- {period: 2025, about: 90, source: plan}",
    ]
    _edit(folder, NORTH, line, "\n    ".join(lines))
    assert found(folder) == ["provinces/north.yaml:32:7: error [conflict]"]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_do_not_matter(ending: str, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    path = folder / NORTH
    text = path.read_text(encoding="utf-8").replace("value: 120", "value: x").rstrip("\n")
    path.write_bytes(text.replace("\n", ending).encode())
    assert found(folder) == ["provinces/north.yaml:30:29: error [want-number]"]


@pytest.mark.parametrize("day", ["2026-01-15", "2026-11-21", "2099-12-31"])
def test_time_alone_turns_nothing_red(day: str, tmp_path: Path) -> None:
    today = TODAY.fromisoformat(day)
    assert read_folder(fresh(tmp_path), today).problems == ()


def test_a_forecast_may_be_of_the_future(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    line = "- {period: 2025, nearly: 98, source: paper}"
    forecast = "- {period: 2030, value: 100, status: forecast, source: paper}"
    _edit(folder, NORTH, "- {period: 2025, value: 97.74, source: plan}", f"{line}\n    {forecast}")
    _edit(folder, NORTH, f"    {line}\n    {line}\n", f"    {line}\n")
    assert found(folder) == []


def test_long_and_hostile_text_is_shown_safely(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    _edit(folder, NORTH, "source: plan, change", 'source: "a\\e[31m' + "x" * 5000 + '", change')
    (problem,) = read_folder(folder, TODAY).problems
    assert (problem.line, problem.code) == (34, "odd-character")
    _edit(folder, NORTH, "\\e[31m", "\\n")
    (problem,) = read_folder(folder, TODAY).problems
    typed = problem.facts["typed"]
    assert isinstance(typed, str)
    assert len(typed) == 60
    assert typed.isprintable()
