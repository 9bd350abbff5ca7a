"""The JSON Schemas say what the reader says, as far as a schema can."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from dtcompare.reading.json_schema import schema_text, schemas, write_schemas
from dtcompare.reading.load import load_declared
from tests.reading.country import COUNTRY, SHARED, Slip, fresh
from tests.reading.slips_in_lines import LINES

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_PARTS = {
    "dataset.yaml": "dataset",
    "indicators.yaml": "indicators",
    "register.yaml": "register",
    "sources.yaml": "sources",
    "national.yaml": "national",
    "scores/digital.yaml": "score",
    "provinces/north.yaml": "province",
    "provinces/south.yaml": "province",
    "provinces/former/west.yaml": "province",
}
# Slips in lines that need more than one line, or more than its shape, to be seen.
_UNSEEN = {
    "between upside down",
    "rank over of",
    "rank over of a former one",
    "unstated of",
    "over 100",
    "nearly 0",
    "thousands of crowns",
    "a number of 30 digits",
    "sixteen digits",
    "unknown source, none near",
    "conflict of ranks",
    "two preferred",
    "conflict of targets",
    "line again in another order",
    "older target second",
    "a change since a later day",
    "a count falls",
    "a hundredth",
    "recast for borders that are gone",
}


def _plain(node: yaml.Node) -> Any:
    """A node as JSON: numbers, true, false and null where typed so, all else as text."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    assert isinstance(node, yaml.ScalarNode)
    text: str = node.value
    if node.style or node.tag.endswith(":str"):
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def _load(path: Path) -> Any:
    """The content of a file, as an editor hands it to a validator."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    return None if node is None else _plain(node)


def _valid(schema: dict[str, Any], path: Path) -> bool:
    """Whether the file can be loaded and passes the schema."""
    try:
        content = _load(path)
    except (yaml.YAMLError, UnicodeDecodeError):
        return False
    return jsonschema.Draft202012Validator(schema).is_valid(content)


@pytest.mark.parametrize("name", sorted(set(_PARTS.values())))
def test_schemas_are_schemas(name: str) -> None:
    schema = schemas(load_declared(COUNTRY))[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema_text(schema).endswith("}\n")


@pytest.mark.parametrize("path", sorted(_PARTS))
def test_good_files_pass(path: str) -> None:
    schema = schemas(load_declared(COUNTRY))[_PARTS[path]]
    errors = jsonschema.Draft202012Validator(schema).iter_errors(_load(COUNTRY / path))
    assert [error.message for error in errors] == []


@pytest.mark.parametrize("slip", LINES, ids=lambda slip: slip.name)
def test_slips_in_lines_fail(slip: Slip, tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    slip.make(folder)
    schema = schemas(load_declared(COUNTRY))["province"]
    assert _valid(schema, folder / slip.file) == (slip.name in _UNSEEN)


def test_written_schemas(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    paths = write_schemas(folder)
    assert sorted(path.name for path in paths) == sorted(
        f"{name}.schema.json" for name in schemas(load_declared(folder))
    )
    assert sorted((folder / "schema").glob("*.json")) == sorted(paths)
    assert (folder / "schema" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_schemas_are_written_from_the_command_line(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    command = [sys.executable, "-m", "dtcompare", "schema", "--write", "--data"]
    subprocess.run([*command, str(folder)], check=True, capture_output=True)
    assert (folder / "schema" / "province.schema.json").stat().st_size > 1000
    nowhere = subprocess.run(
        [*command, str(tmp_path)], check=False, capture_output=True, encoding="utf-8"
    )
    assert nowhere.returncode == 2
    assert str(tmp_path) in nowhere.stderr


def _marked() -> list[str]:
    """The ids of the corpus files that a schema alone catches (column J)."""
    if not (SHARED / "badinput.md").exists():
        return []
    with (SHARED / "badinput" / "cases.csv").open(encoding="utf-8") as file:
        ids = {row["what_was_typed"]: row["id"] for row in csv.DictReader(file)}
    marked = []
    for line in (SHARED / "badinput.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) == 11 and cells[1].isdigit() and cells[6] == "x" and cells[2] in ids:
            marked.append(ids[cells[2]])
    return marked


@pytest.mark.skipif(not _marked(), reason="the corpus is not beside this copy of the project")
def test_corpus_fails_its_schema() -> None:
    schema = schemas(load_declared(SHARED / "model"))["province"]
    folder = SHARED / "badinput"
    assert len(_marked()) > 50
    assert [id for id in _marked() if _valid(schema, folder / f"{id}.yaml")] == []
    assert _valid(schema, folder / "norway.yaml")
    good = sorted((SHARED / "model" / "provinces").rglob("*.yaml"))
    assert [path.name for path in good if not _valid(schema, path)] == []
