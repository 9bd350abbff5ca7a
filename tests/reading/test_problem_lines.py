"""Problems said: for people, for programs, for a pull request."""

from __future__ import annotations

import pytest

from dtcompare.model.problem import Problem
from dtcompare.view.problems import (
    count_line,
    github_line,
    problem_line,
    problems_document,
    problems_text,
)

ERROR = Problem(
    "provinces/x.yaml", 23, 25, "unknown-key", "unknown-key",
    {"name": "abuot", "where": "line", "of": "fibre-use", "near": "about"},
)  # fmt: skip
CHOICE = Problem(
    "provinces/x.yaml", 15, 43, "unknown-word", "unknown-word",
    {"name": "basis", "typed": "homes", "choices": ("area", "population")},
)  # fmt: skip
MEND = "No command uses this data set until they are mended."
WARNING = Problem("a.yaml", 3, 1, "order", "order", {"id": "4g"}, "warning")


def test_a_line_in_english() -> None:
    assert problem_line(ERROR, "en") == (
        "provinces/x.yaml:23:25: error: unknown key 'abuot' in a line of 'fibre-use'; "
        "did you mean 'about'? [unknown-key]"
    )
    assert problem_line(CHOICE, "en") == (
        "provinces/x.yaml:15:43: error: unknown basis 'homes'; one of: area, population "
        "[unknown-word]"
    )


def test_a_line_in_vietnamese() -> None:
    assert problem_line(WARNING, "vi") == (
        "a.yaml:3:1: cảnh báo: '4g': cũ nhất đứng trước; dòng này cũ hơn dòng trên [order]"
    )


@pytest.mark.parametrize(
    ("problems", "files", "sentence"),
    [
        ((), 8, "no problems in 8 files."),
        ((), 1, "no problems in 1 file."),
        ((WARNING,), 8, "0 errors, 1 warning in 8 files."),
        (
            (ERROR, CHOICE),
            8,
            f"2 errors in 1 of 8 files. {MEND}",
        ),
        (
            (ERROR, WARNING),
            8,
            f"1 error, 1 warning in 2 of 8 files. {MEND}",
        ),
    ],
)
def test_the_line_that_counts(problems: tuple[Problem, ...], files: int, sentence: str) -> None:
    assert count_line(problems, files, "en") == sentence


def test_the_whole_text() -> None:
    text = problems_text((WARNING,), 8, "en")
    assert text.splitlines() == [problem_line(WARNING, "en"), "0 errors, 1 warning in 8 files."]


def test_the_document() -> None:
    document = problems_document((CHOICE, WARNING), 8, "en")
    assert document == {
        "schema": "check/1",
        "files": 8,
        "errors": 1,
        "warnings": 1,
        "problems": [
            {
                "file": "provinces/x.yaml",
                "line": 15,
                "column": 43,
                "level": "error",
                "code": "unknown-word",
                "message": "unknown basis 'homes'; one of: area, population",
            },
            {
                "file": "a.yaml",
                "line": 3,
                "column": 1,
                "level": "warning",
                "code": "order",
                "message": "'4g': oldest first; this line is older than the one before",
            },
        ],
    }


def test_a_workflow_command() -> None:
    assert github_line(WARNING, "data", "en") == (
        "::warning file=data/a.yaml,line=3,col=1,title=order::"
        "'4g': oldest first; this line is older than the one before"
    )


def test_a_workflow_command_is_escaped() -> None:
    problem = Problem("a,b:100%.yaml", 1, 1, "unknown-file", "percent-sign",
                      {"typed": "98%", "number": "98"})  # fmt: skip
    assert github_line(problem, ".", "en") == (
        "::error file=a%2Cb%3A100%25.yaml,line=1,col=1,title=unknown-file::"
        "'98%25': the unit is in the catalogue; write 98"
    )


def test_a_path_that_cannot_be_printed() -> None:
    problem = Problem("provinces/a\nb\udcff.yaml", 1, 1, "empty", "empty")
    assert (
        problem_line(problem, "en")
        == "provinces/a\ufffdb\ufffd.yaml:1:1: error: the file is empty;"
        " fill it in or delete it [empty]"
    )
