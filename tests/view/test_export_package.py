"""The data set as a Data Package: what describes it fits what is in it."""

from __future__ import annotations

import csv
import io
import json
from zipfile import ZipFile

import pytest

from dtcompare.analysis.export import COLUMNS, exported
from dtcompare.model.dataset import Dataset
from dtcompare.view.export_package import package_files
from dtcompare.view.phrases import Phrases


@pytest.fixture
def package(articles: Dataset) -> ZipFile:
    data = package_files(exported(articles), COLUMNS, Phrases(articles, "vi"), b"CC0")
    return ZipFile(io.BytesIO(data))


def test_it_has_the_rows_what_they_are_and_what_may_be_done_with_them(package: ZipFile) -> None:
    assert package.namelist() == ["datapackage.json", "README.md", "data.csv", "LICENSE"]
    assert package.read("LICENSE") == b"CC0"
    assert "Cách trích dẫn: " in package.read("README.md").decode()


def test_every_column_is_described_in_its_order(package: ZipFile) -> None:
    """With its type: numbers, whole numbers, truths, texts."""
    description = json.loads(package.read("datapackage.json"))
    fields = description["resources"][0]["schema"]["fields"]
    rows = csv.reader(io.StringIO(package.read("data.csv").decode()))
    assert [field["name"] for field in fields] == next(rows)
    types = {field["name"]: field["type"] for field in fields}
    assert (types["value"], types["row"], types["prefer"]) == ("number", "integer", "boolean")
    assert types["note"] == "string"
    assert description["licenses"] == [{"name": "CC0-1.0"}]


def test_the_same_data_make_the_same_bytes(articles: Dataset) -> None:
    phrases = Phrases(articles, "en")
    first, second = (package_files(exported(articles), COLUMNS, phrases) for _ in range(2))
    assert first == second
