"""``dtcompare relate`` as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from jsonschema import Draft202012Validator

from dtcompare.view.documents.schemas import output_schema
from tests.conftest import Run

DAY = ("--as-of", "2024-12-31")


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_a_short_answer_fits_a_screen(run: Run, lang: str) -> None:
    code, out, err = run("relate", "dti", "par-index", *DAY, "--lang", lang, as_of=None)
    assert (code, err) == (0, "")
    assert len(out.splitlines()) <= 24


def test_the_correlation_is_that_of_the_places(run: Run) -> None:
    """The document, worked out again from its own places by the short formula (no ties)."""
    _, out, _ = run("relate", "dti", "par-index", *DAY, "-f", "json", as_of=None)
    document = json.loads(out)
    Draft202012Validator(output_schema("relate")).validate(document)
    places = [row["places"] for row in document["rows"]]
    n = len(places)
    assert n >= 5
    expected = 1 - 6 * sum((a - b) ** 2 for a, b in places) / (n * (n * n - 1))
    assert document["correlation"] == pytest.approx(expected, abs=1e-4)


def test_names_are_found_and_an_indicator_does_not_stand_against_itself(run: Run) -> None:
    code, _, err = run("relate", "dti", "Digital Transformation Index")
    assert code == 2
    assert "cannot be held against itself" in err


def test_without_a_province_in_common_the_next_step_is_told(run: Run) -> None:
    code, out, _ = run("relate", "5g", "ict-index", "--fail-empty")
    assert code == 3
    assert "dtcompare rank 5g, dtcompare rank ict-index" in out


def test_every_form_can_be_saved(run: Run, tmp_path: Path) -> None:
    for suffix in ("csv", "json", "md", "html", "svg"):
        path = tmp_path / f"a.{suffix}"
        assert run("relate", "dti", "par-index", *DAY, "-o", str(path), as_of=None)[0] == 0
        assert path.stat().st_size
    assert msgspec.json.decode((tmp_path / "a.json").read_bytes())["schema"] == "relate/1"
