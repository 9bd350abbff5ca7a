"""What ``check`` found as a JSON document."""

from typing import Annotated, Literal, TypedDict

from msgspec import Meta

from dtcompare.view.documents import shared


class ProblemDocument(TypedDict):
    """A problem of a data file."""

    file: Annotated[str, "The file, relative to the data set."]
    line: Annotated[shared.Ordinal, "Its line, from 1."]
    column: Annotated[shared.Ordinal, "Its column, from 1."]
    level: Annotated[str, shared.one_of(("error", "warning")), "How bad it is."]
    code: Annotated[
        str,
        Meta(pattern="^[a-z0-9]+(-[a-z0-9]+)*$"),
        "The kind of problem, in words joined by hyphens.",
    ]
    message: Annotated[str, "What is wrong and what to write, in the language asked for."]


class CheckDocument(TypedDict):
    """The problems of a data set."""

    schema: Annotated[Literal["check/1"], shared.FORM]
    files: Annotated[shared.Count, "How many files were read."]
    errors: Annotated[
        shared.Count, "How many errors there are; with any, no other command uses the data set."
    ]
    warnings: Annotated[shared.Count, "How many warnings there are; they block nothing."]
    problems: Annotated[list[ProblemDocument], "One entry a problem, sorted by place."]
