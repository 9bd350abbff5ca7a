"""Every slip is told in one line, at the place where it is to be mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from dtcompare.reading.load import read_folder
from dtcompare.view.problems import problem_line
from tests.reading.country import TODAY, Slip, found, fresh
from tests.reading.slips_in_files import CATALOGUES, REGISTERS, SCORES, SOURCES
from tests.reading.slips_in_lines import DATES, LINES
from tests.reading.slips_in_text import KEYS, TEXT

ALL = [*TEXT, *KEYS, *LINES, *DATES, *SOURCES, *CATALOGUES, *REGISTERS, *SCORES]


@pytest.mark.parametrize("slip", ALL, ids=lambda slip: slip.name)
def test_one_slip_one_line(slip: Slip, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    at = slip.make(folder)
    assert found(folder) == [f"{slip.file}:{at}: {slip.level} [{slip.code}]"]
    for lang in ("en", "vi"):
        for problem in read_folder(folder, TODAY).problems:
            line = problem_line(problem, lang)
            assert line.isprintable(), line


@pytest.mark.parametrize(
    ("span", "told"), [("from: 100, to: 5", []), ("from: 5, to: 95", ["bad-span"])]
)
def test_where_less_is_better_a_target_runs_downwards(
    span: str, told: list[str], tmp_path: Path
) -> None:
    folder = fresh(tmp_path)
    catalogue, score = folder / "indicators.yaml", folder / "scores" / "digital.yaml"
    lower = catalogue.read_text(encoding="utf-8").replace("better: higher", "better: lower")
    catalogue.write_text(lower, encoding="utf-8")
    turned = score.read_text(encoding="utf-8").replace("from: worst, to: 95", span)
    score.write_text(turned, encoding="utf-8")
    assert [problem.code for problem in read_folder(folder, TODAY).problems] == told
