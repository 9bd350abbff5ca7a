"""The examples on the pages: Python is run, and what jq is shown to print it prints."""

from __future__ import annotations

import doctest
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts.docs import pages
from scripts.runs import run
from tests.conftest import ROOT

_PYTHON = re.compile(r"^```python\n(>>>.*?)^```$", re.MULTILINE | re.DOTALL)
_JQ = re.compile(
    r"^\$ (dtcompare [^\n|]*) \| jq -r '([^\n]*)'\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
_WITH_PYTHON = [path for path in pages() if _PYTHON.search(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("path", _WITH_PYTHON, ids=lambda path: path.name)
def test_python_examples_run(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every block that begins with >>> prints what it shows; a page is one session."""
    monkeypatch.chdir(ROOT)
    text = "\n".join(_PYTHON.findall(path.read_text(encoding="utf-8")))
    test = doctest.DocTestParser().get_doctest(text, {}, path.name, str(path), 0)
    told: list[str] = []
    failed, tried = doctest.DocTestRunner().run(test, out=told.append)
    assert tried > 0
    assert failed == 0, "".join(told)


def test_pages_with_python_are_found() -> None:
    """The methods and the Python page have examples that run."""
    assert {"api.md", "methods.md"} <= {path.name for path in _WITH_PYTHON}


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_jq_prints_what_the_page_shows() -> None:
    """Every question put to the JSON is answered as shown."""
    found = _JQ.findall((ROOT / "docs" / "json.md").read_text(encoding="utf-8"))
    assert len(found) == 3
    for line, question, shown in found:
        asked = ["jq", "-r", question]
        done = subprocess.run(
            asked, input=run(line).out, capture_output=True, check=True, encoding="utf-8"
        )
        assert done.stdout == shown
