"""The texts in the types of documents are what their schemas say."""

from __future__ import annotations

from typing import Any, get_args, get_type_hints, is_typeddict

import pytest

from dtcompare.view.documents.changes import ContradictionDocument, VerdictChangeDocument
from dtcompare.view.documents.schemas import DOCUMENTS, output_schema

# Keys that need no text: the lines of which the document itself speaks.
SILENT = {
    (ContradictionDocument, "chosen"),
    (ContradictionDocument, "other"),
    (VerdictChangeDocument, "target"),
}


def types_in(kind: Any) -> dict[Any, dict[str, Any]]:
    """Return the types of the keys of each object in a type."""
    found = {}
    inner = get_args(kind)
    if is_typeddict(kind):
        found[kind] = get_type_hints(kind, include_extras=True)
        inner = tuple(found[kind].values())
    for part in inner:
        found |= types_in(part)
    return found


@pytest.mark.parametrize("command", DOCUMENTS)
def test_every_key_of_every_document_is_described(command: str) -> None:
    """The text of each key, its own or an ancestor's, stands in the schema and ends in a stop."""
    schema = output_schema(command)
    for kind in DOCUMENTS[command][1]:
        for document, types in types_in(kind).items():
            properties = schema["$defs"].get(document.__name__, schema)["properties"]
            assert list(properties) == list(types)
            for key in types:
                if (document, key) not in SILENT:
                    assert properties[key]["description"].endswith(".")


def test_a_key_keeps_its_limits_beside_its_text() -> None:
    """A count says what is counted and that it is not negative."""
    files = output_schema("check")["properties"]["files"]
    assert files == {"description": "How many files were read.", "type": "integer", "minimum": 0}


def test_a_row_says_what_the_objects_that_it_extends_say() -> None:
    """A target in a list has the texts of a province and of a judged target."""
    row = output_schema("gap")["$defs"]["GapRowDocument"]["properties"]
    assert row["province"]["description"] == "Id of the province; national: the whole country."
    assert row["target"] == {"description": "The target.", "$ref": "#/$defs/TargetDocument"}


def test_words_stand_before_the_text_of_a_key() -> None:
    """A key that may be some words alone lists them."""
    level = output_schema("check")["$defs"]["ProblemDocument"]["properties"]["level"]
    assert list(level.items()) == [
        ("enum", ["error", "warning"]),
        ("description", "How bad it is."),
        ("type", "string"),
    ]
