"""The sentences of problems: one for every problem there is."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import dtcompare.reading
from dtcompare.words import catalogue

_FOLDER = Path(dtcompare.reading.__file__).parent
# The figures themselves can make a scale of a score file meaningless, which only scoring sees;
# tables and schemas are looked at by the shell.
_OTHERS = (_FOLDER.parent / "analysis" / "score.py", *(_FOLDER.parent / "shell").glob("*.py"))
_NOTES = ("add", "refuse", "tell")  # a place, a code, a key
_KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def _used() -> set[str]:
    """Return every word in the reader that could be the key of a sentence."""
    words = set()
    for path in (*_FOLDER.glob("*.py"), *_OTHERS):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words |= set(_KEY.findall(node.value)) if node.value.count(" ") < 2 else set()
    return words


def _added() -> set[str]:
    """Return the keys that are written out where a problem is noted."""
    keys = set()
    for path in _FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in _NOTES:
                texts = [a.value for a in node.args[1:] if isinstance(a, ast.Constant)]
                if texts and len(texts) == len(node.args) - 1:
                    keys.add(str(texts[-1]))
    return keys


def test_every_problem_has_its_sentence() -> None:
    texts = catalogue("en")
    assert sorted(key for key in _added() if f"problem.{key}" not in texts) == []


def test_every_sentence_has_its_problem() -> None:
    keys = {key.removeprefix("problem.") for key in catalogue("en") if key.startswith("problem.")}
    plain = {key for key in keys if "." not in key} - {"error", "warning", "near", "choices"}
    assert sorted(plain - _used()) == []
