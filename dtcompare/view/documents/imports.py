"""What a table would change, as a JSON document."""

from typing import Annotated, Literal, TypedDict

from dtcompare.view.documents import shared


class ImportLineDocument(TypedDict):
    """A line of the table."""

    row: Annotated[shared.Ordinal, "Its row in the table: a line of a text file, a row of a sheet."]
    column: Annotated[shared.Ordinal, "The column of its number, from 1."]
    heading: Annotated[str, "The heading of that column."]
    province: Annotated[str, "Id of the province, or national."]
    indicator: shared.IndicatorId
    kind: Annotated[str, shared.one_of(("figure", "target")), "A figure or a target."]
    when: Annotated[str, "The period of a figure, the deadline of a target."]
    state: Annotated[
        str,
        shared.one_of(("added", "present")),
        "added: it is new; present: the data set has it already.",
    ]
    file: Annotated[str, "The data file that it belongs to."]
    page: Annotated[str, "The source behind it, known or new: FILE/ID."]
    line: Annotated[str, "The line as it stands in that file."]


class ImportDocument(TypedDict):
    """What a table would change in the data set."""

    schema: Annotated[Literal["import/1"], shared.FORM]
    as_of: shared.AsOf
    table: Annotated[str, "The name of the table."]
    sentence: shared.Sentence
    added: Annotated[shared.Count, "How many lines are new."]
    present: Annotated[shared.Count, "How many lines the data set has already."]
    files: Annotated[list[str], "The data files that change."]
    new_sources: Annotated[list[str], "The sources that are new, each FILE/ID."]
    lines: Annotated[list[ImportLineDocument], "One entry a line, in the order of the table."]
    warnings: shared.Warnings
