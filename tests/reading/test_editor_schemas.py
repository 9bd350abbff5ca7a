"""The schemas hold in every validator: ECMA-262 patterns in Unicode mode, and the real files."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dtcompare.reading.json_schema import write_schemas
from dtcompare.view.documents.schemas import DOCUMENTS, output_schema
from tests.conftest import DATA, ROOT
from tests.reading.country import COUNTRY

PARTS = {
    "dataset": ("dataset.yaml",),
    "indicators": ("indicators.yaml",),
    "register": ("register.yaml",),
    "sources": ("sources.yaml",),
    "national": ("national.yaml",),
    "score": ("scores/*.yaml",),
    "province": ("provinces/*.yaml", "provinces/former/*.yaml"),
}

# Every so many files of a kind: the validator takes half a second for each.
_STEP = 16


def check(*words: str | Path) -> str:
    """What check-jsonschema finds wrong; nothing where all is well."""
    command = [sys.executable, "-m", "check_jsonschema", "--regex-variant", "default", *words]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.fixture
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a data set with schemas of its own."""
    copy = tmp_path / "data"
    shutil.copytree(request.param, copy)
    write_schemas(copy)
    return copy


@pytest.mark.parametrize(
    "folder",
    [DATA, COUNTRY, ROOT / "docs" / "example", ROOT / "docs" / "libraries"],
    indirect=True,
    ids=lambda path: path.name,
)
def test_real_files_pass_their_schemas(folder: Path) -> None:
    schemas = sorted((folder / "schema").glob("*.json"))
    assert [path.name.partition(".")[0] for path in schemas] == sorted(PARTS)
    assert check("--check-metaschema", *schemas) == ""
    for part, patterns in PARTS.items():
        files = [path for pattern in patterns for path in sorted(folder.glob(pattern))[::_STEP]]
        if files:
            assert check("--schemafile", folder / "schema" / f"{part}.schema.json", *files) == ""


@pytest.mark.parametrize("folder", [COUNTRY], indirect=True)
def test_a_key_too_much_fails_everywhere(folder: Path) -> None:
    """A schema that could not be used would find nothing wrong."""
    for part, patterns in PARTS.items():
        file = next(folder.glob(patterns[0]))
        with file.open("a", encoding="utf-8") as text:
            text.write("\ncolour: red\n")
        assert "colour" in check("--schemafile", folder / "schema" / f"{part}.schema.json", file)


def test_schemas_of_documents_are_schemas(tmp_path: Path) -> None:
    for name in DOCUMENTS:
        (tmp_path / f"{name}.json").write_text(json.dumps(output_schema(name)), encoding="utf-8")
    assert check("--check-metaschema", *sorted(tmp_path.glob("*.json"))) == ""
