"""Answer questions with one copy of the program: ``python benchmarks/answering.py TREE FOLDER``.

Reads questions as JSON from standard input, asks them of the program in TREE, all in this process
and in FOLDER, and writes the answers as JSON. ``benchmarks.equal`` runs one such process a copy.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import sqlite3
import struct
import sys
import traceback
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_SVG = "{http://www.w3.org/2000/svg}"
OUT = Path("out")
EDIT = Path("edit")
WORD = Path("word")

Main = Callable[[Sequence[str]], int]


def ask(main: Main, question: dict[str, Any], folder: str) -> dict[str, object]:
    """Return what the program prints, its exit code and what it writes into ``out`` or ``edit``."""
    place = question["place"]
    if place == "out":
        shutil.rmtree(OUT, ignore_errors=True)
        OUT.mkdir()
    elif place == "edit":
        shutil.rmtree(EDIT, ignore_errors=True)
        shutil.copytree(WORD, EDIT)
    with _environment(question["env"]), _streams() as (output, errors):
        code = _call(main, question["words"])
    answer: dict[str, object] = {"code": code}
    answer["stdout"] = _text(output).replace(folder, "FOLDER")
    answer["stderr"] = _text(errors).replace(folder, "FOLDER")
    if place == "out":
        answer["files"] = {str(path): _content(path) for path in _files(OUT)}
    elif place == "edit":
        answer["files"] = {
            str(path): path.read_text("utf-8") for path in _files(EDIT) if _new(path)
        }
    return answer


def _call(main: Main, words: Sequence[str]) -> object:
    """Return the exit code, or the error that no command should let out."""
    try:
        return int(main(words))
    except SystemExit as left:
        return left.code
    except BaseException:  # noqa: BLE001 (an error is an answer too)
        return traceback.format_exc(limit=-1)


@contextmanager
def _environment(settings: dict[str, str]) -> Iterator[None]:
    """Set environment variables for one question."""
    before = dict(os.environ)
    os.environ.update(settings)
    yield
    os.environ.clear()
    os.environ.update(before)


@contextmanager
def _streams() -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    """Put new streams in the place of the standard ones; input is empty."""
    kept = sys.stdin, sys.stdout, sys.stderr
    output, errors = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(), output, errors
    yield output, errors
    sys.stdin, sys.stdout, sys.stderr = kept


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8", "replace")


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _new(path: Path) -> bool:
    """Tell whether a file of ``edit`` differs from the one it is a copy of."""
    source = WORD / path.relative_to(EDIT)
    return not source.exists() or source.read_bytes() != path.read_bytes()


def _content(path: Path) -> object:
    """Return what is compared of a file: its text, its rows, a chart's words and height."""
    if path.suffix == ".svg":
        return _chart(path)
    if path.suffix == ".png":
        return struct.unpack(">II", path.read_bytes()[16:24])
    if path.suffix == ".pdf":
        return path.read_bytes()[:5].decode()
    if path.suffix == ".sqlite":
        connection = sqlite3.connect(path)
        rows = list(connection.iterdump())
        connection.close()
        return rows
    return path.read_bytes().decode("utf-8", "replace")


def _chart(path: Path) -> list[str]:
    """Return the size of an SVG, its words for those who do not see it, and all its texts."""
    root = ET.parse(path).getroot()  # noqa: S314 (our own file)
    told = [f"{root.get('width')} x {root.get('height')}"]
    told += [root.findtext(f"{_SVG}title", ""), root.findtext(f"{_SVG}desc", "")]
    return told + sorted("".join(text.itertext()) for text in root.iter(f"{_SVG}text"))


def main() -> None:
    """Answer all questions of standard input."""
    tree, folder = sys.argv[1:3]
    sys.path[0] = tree
    os.chdir(folder)
    from dtcompare.cli import main as program  # noqa: PLC0415 (the copy that was named)

    assert program.__code__.co_filename.startswith(tree)
    questions = json.load(sys.stdin)
    answers = [ask(program, question, folder) for question in questions]
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
