"""The files of the bad-input corpus, each against the line that it deserves."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
import yaml

from dtcompare.reading import yaml_events
from dtcompare.reading.load import read_folder
from tests.reading.country import SHARED, TODAY, Slip, found

CASES = SHARED / "badinput" / "cases.csv"
_TABLE = CASES.read_text(encoding="utf-8").splitlines() if CASES.exists() else []
ROWS = list(csv.DictReader(_TABLE))
PHU_THO = "provinces/phu-tho.yaml"

pytestmark = pytest.mark.skipif(
    not ROWS, reason="the corpus is not beside this copy of the project"
)

REGISTERS = [
    Slip("bare code", "register.yaml", 'Hà Nội, code: "01"', "Hà Nội, code: §01", "bad-code"),
    Slip("misspelt former unit", "register.yaml", "former/vinh-phuc, former/hoa",
         "§former/vinh-phuk, former/hoa", "unknown-province"),
    Slip("one-sided merger", "register.yaml",
         'Bắc Giang, code: "24", until: 2025-07-01, into: bac-ninh',
         'Bắc Giang, code: "24", until: 2025-07-01, into: §hai-phong', "merge-map"),
]  # fmt: skip


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A copy of the model data set that may be written to."""
    target = tmp_path / "model"
    shutil.copytree(SHARED / "model", target, copy_function=shutil.copyfile)
    for folder in (target, *target.rglob("*/")):
        folder.chmod(0o755)
    return target


def _expected(row: dict[str, str]) -> list[str]:
    """The problems a file of the corpus has: one, or none at all."""
    if row["level"] == "ok":
        return []
    return [f"{PHU_THO}:{row['line']}:{row['column']}: {row['level']} [{row['code']}]"]


def test_model_has_no_problem() -> None:
    reading = read_folder(SHARED / "model", TODAY)
    assert reading.problems == ()
    assert len(reading.files) == 8


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_corpus(row: dict[str, str], model: Path) -> None:
    shutil.copyfile(CASES.parent / f"{row['id']}.yaml", model / PHU_THO)
    assert found(model) == _expected(row)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_corpus_without_libyaml(
    row: dict[str, str], model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_events, "_Loader", yaml.SafeLoader)
    shutil.copyfile(CASES.parent / f"{row['id']}.yaml", model / PHU_THO)
    assert found(model) == _expected(row)


@pytest.mark.parametrize("slip", REGISTERS, ids=lambda slip: slip.name)
def test_corpus_of_registers(slip: Slip, model: Path) -> None:
    at = slip.make(model)
    assert found(model) == [f"register.yaml:{at}: error [{slip.code}]"]


def test_misspelt_file_name(model: Path) -> None:
    (model / PHU_THO).rename(model / "provinces/phu-thoo.yaml")
    assert found(model) == ["provinces/phu-thoo.yaml:1:1: error [unknown-province]"]
    (problem,) = read_folder(model, TODAY).problems
    assert problem.facts["near"] == "phu-tho"
