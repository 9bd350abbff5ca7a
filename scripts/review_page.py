"""The part of docs/maintaining.md that shows a change: figures added, and what they do."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.runs import ROOT, console_block

_FIRST = r"""
dtcompare add park e-loans --value 35 --basis members --period 2025 --source report-2025 \
    --title 'Park library in figures' --publisher 'Westhaven council' --published 2026-04 \
    --url https://example.org/park-2025
""".strip()
_LINES = (
    _FIRST,
    "dtcompare add park open-hours --value 48 --period 2025 --source report-2025",
    "dtcompare diff",
)
_WHO = ("-c", "user.name=Reviewer", "-c", "user.email=reviewer@example.org")


def review() -> str:
    """Two figures added to the libraries, then what ``diff`` says of it. Needs git."""
    with TemporaryDirectory(prefix="dtcompare-") as name:
        folder = Path(name).resolve()
        shutil.copytree(ROOT / "docs" / "libraries", folder / "data")
        for words in (("init", "-q"), ("add", "."), (*_WHO, "commit", "-q", "-m", "All")):
            subprocess.run(["git", "-C", name, *words], check=True)  # noqa: S607 (git on the PATH)
        return "\n".join(console_block(line, folder) for line in _LINES)
