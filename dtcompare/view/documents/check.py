"""What ``check`` found as a JSON document."""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from dtcompare.view.documents.shared import FORM, Count, Ordinal, describe, one_of


class ProblemDocument(TypedDict):
    """A problem of a data file."""

    file: Annotated[str, describe("The file, relative to the data set.")]
    line: Annotated[Ordinal, describe("Its line, from 1.")]
    column: Annotated[Ordinal, describe("Its column, from 1.")]
    level: Annotated[str, one_of(("error", "warning")), describe("How bad it is.")]
    code: Annotated[
        str,
        describe(
            "The kind of problem, in words joined by hyphens.", pattern="^[a-z0-9]+(-[a-z0-9]+)*$"
        ),
    ]
    message: Annotated[str, describe("What is wrong and what to write, in the language asked for.")]


class CheckDocument(TypedDict):
    """The problems of a data set."""

    schema: Annotated[Literal["check/1"], FORM]
    files: Annotated[Count, describe("How many files were read.")]
    errors: Annotated[
        Count, describe("How many errors there are; with any, no other command uses the data set.")
    ]
    warnings: Annotated[Count, describe("How many warnings there are; they block nothing.")]
    problems: Annotated[list[ProblemDocument], describe("One entry a problem, sorted by place.")]
