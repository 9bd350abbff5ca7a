"""The hooks that are offered see every change of the data, also a file that is gone."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

PAGE = ROOT / "docs" / "maintaining.md"


def hooks() -> list[Any]:
    """Every hook that runs a program: those of the repository, and the one of the page."""
    own: list[Any] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for block in re.findall(
        r"```yaml\n(repos:.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL
    ):
        own += [h for repo in yaml.safe_load(block)["repos"] for h in repo["hooks"] if "entry" in h]
    return own


@pytest.mark.parametrize("hook", hooks(), ids=lambda hook: f"{hook['id']} {hook['language']}")
def test_a_hook_is_not_skipped_when_files_are_only_deleted(hook: Any) -> None:
    """pre-commit hands over no deleted file: what asks for files would be skipped."""
    assert hook["always_run"] is True
    assert hook["pass_filenames"] is False
    assert "files" not in hook


def test_there_are_hooks() -> None:
    assert [hook["id"] for hook in hooks()] == [
        "dtcompare-check", "dtcompare-diff", "dtcompare-check",
    ]  # fmt: skip
